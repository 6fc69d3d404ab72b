//! The polar code (512, 106): encoder and list decoder (`spec/watermark.md`, section 4).
//!
//! Natural (not bit-reversed) order, `x = u F^(x)9` with `F = [[1, 0], [1, 1]]`. The information
//! set holds the 106 indices of largest polarisation weight `sum of 2^(b/4) over the set bits b`
//! (beta expansion, He et al. 2017). Decoding is successive cancellation with a list of eight
//! paths (Tal and Vardy 2015) and the min-sum rule.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "all indices are below 512 (stages 0..=9, lanes 0..256) and casts are of such indices"
)]

use multiversion::multiversion;

use super::payload::INFORMATION_BITS;

/// Code length in bits.
pub(crate) const LENGTH: usize = 512;
/// log2 of [`LENGTH`].
const STAGES: usize = 9;
/// Paths kept by the decoder as a rule; each decode tests this many tags at most.
pub(crate) const LIST: usize = 8;
/// Paths kept where a mark shows and was not read: worth 0.6 dB, at forty times the cost.
pub(crate) const LONG_LIST: usize = 256;

/// The information indices in ascending order.
pub(crate) fn information_set() -> [usize; INFORMATION_BITS] {
    let weight = |i: usize| -> f64 {
        (0..STAGES)
            .filter(|b| (i >> b) & 1 == 1)
            .map(|b| 2_f64.powf(b as f64 / 4.0))
            .sum()
    };
    let mut order: Vec<usize> = (0..LENGTH).collect();
    order.sort_by(|&a, &b| weight(b).total_cmp(&weight(a)));
    let mut set = [0; INFORMATION_BITS];
    set.copy_from_slice(&order[..INFORMATION_BITS]);
    set.sort_unstable();
    set
}

/// The code with its information set worked out.
#[derive(Clone, Debug)]
pub(crate) struct Polar {
    set: [usize; INFORMATION_BITS],
    free: [bool; LENGTH],
}

/// One decoded word, by ascending path metric (best first).
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// Information bits in the order of the information set.
    pub(crate) information: [u8; INFORMATION_BITS],
    /// The re-encoded word.
    pub(crate) word: [u8; LENGTH],
}

impl Polar {
    /// Works out the information set.
    pub(crate) fn new() -> Self {
        let set = information_set();
        let mut free = [false; LENGTH];
        for &i in &set {
            free[i] = true;
        }
        Self { set, free }
    }

    /// The codeword of 106 information bits.
    pub(crate) fn encode(&self, information: &[u8; INFORMATION_BITS]) -> [u8; LENGTH] {
        let mut word = [0_u8; LENGTH];
        for (&i, &bit) in self.set.iter().zip(information) {
            word[i] = bit & 1;
        }
        transform(&mut word);
        word
    }

    /// Decodes 512 log-likelihood ratios (positive for bit 0; any common scale).
    ///
    /// Keeps and returns up to `PATHS` words, the likeliest first.
    pub(crate) fn decode<const PATHS: usize>(&self, ratios: &[f32; LENGTH]) -> Vec<Candidate> {
        let mut paths = Paths::<PATHS>::new();
        for (i, free) in self.free.iter().enumerate() {
            descend(&mut paths.soft, &paths.signs, ratios, i);
            if *free {
                paths.fork(i);
            } else {
                paths.freeze();
            }
            ascend(&mut paths.signs, &mut paths.sums, &paths.decided, i);
        }
        paths
            .information()
            .into_iter()
            .map(|information| Candidate {
                information,
                word: self.encode(&information),
            })
            .collect()
    }
}

/// In-place polar transform.
fn transform(word: &mut [u8; LENGTH]) {
    let mut half = 1;
    while half < LENGTH {
        for block in word.chunks_exact_mut(2 * half) {
            let (left, right) = block.split_at_mut(half);
            for (l, r) in left.iter_mut().zip(right) {
                *l ^= *r;
            }
        }
        half *= 2;
    }
}

/// The paths of a list decoder side by side: what is done to one of them is done to all, in vector code.
///
/// Soft values and partial sums are those of all stages below the top (`2^s - 1 + i`), a lane a path.
struct Paths<const N: usize> {
    soft: Vec<[f32; N]>,
    /// Partial sums as signs: `-1` for a one.
    signs: Vec<[f32; N]>,
    /// The partial sums of a stage in the making.
    sums: Vec<[f32; N]>,
    /// The sign of the bit decided last.
    decided: [f32; N],
    metrics: [f32; N],
    /// Lanes in use, in the order of their paths.
    lanes: Vec<usize>,
    /// Of every free bit so far, and each lane: the lane that its path came from, and the bit.
    history: Vec<[(u8, u8); N]>,
}

impl<const N: usize> Paths<N> {
    fn new() -> Self {
        Self {
            soft: vec![[0.0; N]; LENGTH],
            signs: vec![[1.0; N]; LENGTH],
            sums: vec![[1.0; N]; LENGTH / 2],
            decided: [1.0; N],
            metrics: [0.0; N],
            lanes: vec![0],
            history: Vec::with_capacity(INFORMATION_BITS),
        }
    }

    /// Decides a bit that is known to be 0.
    fn freeze(&mut self) {
        self.decided = [1.0; N];
        for (metric, soft) in self.metrics.iter_mut().zip(&self.soft[0]) {
            *metric += (-soft).max(0.0);
        }
    }

    /// Splits every path on bit `i` and keeps the best `N`.
    fn fork(&mut self, i: usize) {
        let mut options: Vec<(f32, usize, u8)> = Vec::with_capacity(2 * N);
        for &lane in &self.lanes {
            let (metric, soft) = (self.metrics[lane], self.soft[0][lane]);
            options.push((metric + (-soft).max(0.0), lane, 0));
            options.push((metric + soft.max(0.0), lane, 1));
        }
        options.sort_by(|a, b| a.0.total_cmp(&b.0));
        options.truncate(N);
        let mut uses = [0_u8; N];
        for option in &options {
            uses[option.1] += 1;
        }
        let mut spare = (0..N).filter(|lane| uses[*lane] == 0).collect::<Vec<_>>();
        let mut origins = [(0, 0); N];
        self.lanes.clear();
        for (metric, from, bit) in options {
            // The last use of a path stays in its lane, earlier uses copy it.
            uses[from] -= 1;
            let lane = match spare.pop() {
                Some(lane) if uses[from] > 0 => {
                    self.copy(from, lane, i);
                    lane
                }
                Some(lane) => {
                    spare.push(lane);
                    from
                }
                None => from,
            };
            self.metrics[lane] = metric;
            self.decided[lane] = if bit == 0 { 1.0 } else { -1.0 };
            origins[lane] = (from as u8, bit);
            self.lanes.push(lane);
        }
        self.history.push(origins);
    }

    /// Copies a lane at bit `i`, but for what no later bit reads.
    fn copy(&mut self, from: usize, to: usize, i: usize) {
        for stage in 0..STAGES {
            let cells = (1 << stage) - 1..(2 << stage) - 1;
            // The values of a stage are read until the right half below it is entered, and its
            // sums from the end of its left half on.
            if stage == 0 || (i >> (stage - 1)) & 1 == 0 {
                for cell in &mut self.soft[cells.clone()] {
                    cell[to] = cell[from];
                }
            }
            if (i >> stage) & 1 == 1 {
                for cell in &mut self.signs[cells] {
                    cell[to] = cell[from];
                }
            }
        }
    }

    /// The information bits of every path, the likeliest first.
    fn information(&self) -> Vec<[u8; INFORMATION_BITS]> {
        let mut lanes = self.lanes.clone();
        lanes.sort_by(|a, b| self.metrics[*a].total_cmp(&self.metrics[*b]));
        let bits = |mut lane: usize| {
            let mut information = [0; INFORMATION_BITS];
            for (bit, origins) in information.iter_mut().zip(&self.history).rev() {
                let (from, decided) = origins[lane];
                (lane, *bit) = (usize::from(from), decided);
            }
            information
        };
        lanes.into_iter().map(bits).collect()
    }
}

/// Computes the soft values of input bit `i` into `soft[0]`.
#[multiversion(targets("x86_64+avx2"))]
fn descend<const N: usize>(
    soft: &mut [[f32; N]],
    signs: &[[f32; N]],
    ratios: &[f32; LENGTH],
    i: usize,
) {
    let mut stage = if i == 0 {
        STAGES
    } else {
        (i.trailing_zeros() as usize) + 1
    };
    let mut lower = i != 0;
    while stage > 0 {
        let half = 1 << (stage - 1);
        let (below, above) = soft.split_at_mut(2 * half - 1);
        let out = &mut below[half - 1..];
        let signs = &signs[half - 1..2 * half - 1];
        for (k, (out, signs)) in out.iter_mut().zip(signs).enumerate() {
            let (left, right) = if stage == STAGES {
                ([ratios[k]; N], [ratios[half + k]; N])
            } else {
                (above[k], above[half + k])
            };
            for lane in 0..N {
                let (l, r) = (left[lane], right[lane]);
                out[lane] = if lower {
                    r + signs[lane] * l
                } else {
                    let least = l.abs().min(r.abs());
                    if (l < 0.0) == (r < 0.0) {
                        least
                    } else {
                        -least
                    }
                };
            }
        }
        lower = false;
        stage -= 1;
    }
}

/// Folds the decided bits `i` into the partial sums.
#[multiversion(targets("x86_64+avx2"))]
fn ascend<const N: usize>(
    signs: &mut [[f32; N]],
    sums: &mut [[f32; N]],
    decided: &[f32; N],
    i: usize,
) {
    // The sums of a stage are those below it and, on their left, those times its own: the last stage
    // takes them, and each stage's own are done with.
    let stages = (i.trailing_ones() as usize).min(STAGES - 1);
    sums[0] = *decided;
    for stage in 0..stages {
        let size = 1 << stage;
        let (left, right) = sums[..2 * size].split_at_mut(size);
        let own = &signs[size - 1..2 * size - 1];
        for ((left, right), own) in left.iter_mut().zip(right).zip(own) {
            *right = *left;
            for (left, own) in left.iter_mut().zip(own) {
                *left *= own;
            }
        }
    }
    let size = 1 << stages;
    signs[size - 1..2 * size - 1].copy_from_slice(&sums[..size]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watermark::key::Key;

    fn random_bits(label: &str) -> [u8; INFORMATION_BITS] {
        let mut stream = Key::public().stream(label);
        std::array::from_fn(|_| u8::from(stream.sign() < 0.0))
    }

    fn gaussian(stream: &mut crate::watermark::key::KeyStream) -> f64 {
        let (a, b) = (1.0 - stream.fraction(), stream.fraction());
        (-2.0 * a.ln()).sqrt() * (2.0 * std::f64::consts::PI * b).cos()
    }

    /// Oracle: the generator matrix row by row, `F^(x)9[i][j] = 1` iff `j` is a sub-mask of `i`.
    #[test]
    fn encoder_matches_generator_matrix() {
        let polar = Polar::new();
        let bits = random_bits("encode");
        let mut expected = [0_u8; LENGTH];
        for (&i, &bit) in polar.set.iter().zip(&bits) {
            for (j, e) in expected.iter_mut().enumerate() {
                *e ^= bit & u8::from(j & i == j);
            }
        }
        assert_eq!(polar.encode(&bits), expected);
    }

    /// Oracle: recursive successive cancellation over the same ratios, one path.
    fn cancel(ratios: &[f32], free: &[bool], out: &mut Vec<u8>) -> Vec<u8> {
        if let [ratio] = ratios {
            let bit = u8::from(free[0] && *ratio < 0.0);
            out.push(bit);
            return vec![bit];
        }
        let half = ratios.len() / 2;
        let (l, r) = ratios.split_at(half);
        let minus: Vec<f32> = l
            .iter()
            .zip(r)
            .map(|(a, b)| a.abs().min(b.abs()) * (a * b).signum())
            .collect();
        let left = cancel(&minus, &free[..half], out);
        let plus: Vec<f32> = l
            .iter()
            .zip(r)
            .zip(&left)
            .map(|((a, b), s)| if *s == 0 { b + a } else { b - a })
            .collect();
        let right = cancel(&plus, &free[half..], out);
        left.iter()
            .zip(&right)
            .map(|(a, b)| a ^ b)
            .chain(right.iter().copied())
            .collect()
    }

    #[test]
    fn list_holds_the_plain_decoder_where_noise_is_mild() {
        let polar = Polar::new();
        let mut stream = Key::public().stream("mild");
        for round in 0..5 {
            let bits = random_bits(&format!("mild {round}"));
            let word = polar.encode(&bits);
            let ratios: [f32; LENGTH] = std::array::from_fn(|i| {
                (1.0 - 2.0 * f64::from(word[i]) + gaussian(&mut stream)) as f32
            });
            let mut input = Vec::new();
            let plain = cancel(&ratios, &polar.free, &mut input);
            assert_eq!(plain, word, "the oracle decodes at unit noise");
            let best = &polar.decode::<LIST>(&ratios)[0];
            assert_eq!(best.word, word);
            assert_eq!(best.information, bits);
        }
    }

    /// Words of 106 random bits that come back from noise of `decibels` an information bit.
    fn read<const PATHS: usize>(name: &str, decibels: f64, rounds: u32) -> u32 {
        // 106 bits in 512 of unit power: sigma^2 = 512 / (2 * 106 * 10^(dB / 10)).
        let polar = Polar::new();
        let mut stream = Key::public().stream(name);
        let sigma = (512.0 / (212.0 * 10_f64.powf(decibels / 10.0))).sqrt();
        (0..rounds)
            .map(|round| {
                let bits = random_bits(&format!("{name} {round}"));
                let word = polar.encode(&bits);
                let ratios: [f32; LENGTH] = std::array::from_fn(|i| {
                    (1.0 - 2.0 * f64::from(word[i]) + sigma * gaussian(&mut stream)) as f32
                });
                let words = polar.decode::<PATHS>(&ratios);
                u32::from(words.iter().any(|c| c.information == bits))
            })
            .sum()
    }

    #[test]
    fn decodes_at_two_decibels_per_information_bit() {
        // Were the frame error rate as high as 3 %, more than four errors in 40 would have a
        // chance of 0.7 %.
        let right = read::<LIST>("two", 2.0, 40);
        assert!(right >= 36, "{right} of 40");
    }

    /// The same noise for both: of words that the short list misses, the long one reads some.
    #[test]
    fn a_long_list_reads_fainter_words() {
        let (short, long) = (
            read::<LIST>("faint", -0.5, 80),
            read::<LONG_LIST>("faint", -0.5, 80),
        );
        assert!(long > short + 4, "{short} and {long} of 80");
    }
}
