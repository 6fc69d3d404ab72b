//! The polar code (512, 112): encoder and list decoder (`spec/watermark.md`, section 4).
//!
//! Natural (not bit-reversed) order, `x = u F^(x)9` with `F = [[1, 0], [1, 1]]`. The information
//! set holds the 112 indices of largest polarisation weight `sum of 2^(b/4) over the set bits b`
//! (beta expansion, He et al. 2017). Decoding is successive cancellation with a list of eight
//! paths (Tal and Vardy 2015) and the min-sum rule.
#![expect(
    clippy::vec_box,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "all indices are below 512 (stages 0..=9, paths 0..16) and casts are of such indices; \
              paths of 3 KB are boxed so that they are moved as pointers"
)]

use super::payload::INFORMATION_BITS;

/// Code length in bits.
pub(crate) const LENGTH: usize = 512;
/// log2 of [`LENGTH`].
const STAGES: usize = 9;
/// Paths kept by the decoder as a rule; each decode tests this many tags at most.
pub(crate) const LIST: usize = 8;
/// Paths kept where a mark shows and was not read: worth 0.4 dB, at eight times the cost.
pub(crate) const LONG_LIST: usize = 64;

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

/// One path: soft values and partial sums of all stages below the top (`2^s - 1 + i`).
#[derive(Clone)]
struct Path {
    metric: f32,
    soft: [f32; LENGTH],
    sums: [u8; LENGTH],
    input: [u8; LENGTH],
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

    /// The codeword of 112 information bits.
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
    /// Keeps and returns up to `list` words, the likeliest first.
    pub(crate) fn decode(&self, ratios: &[f32; LENGTH], list: usize) -> Vec<Candidate> {
        let mut paths = vec![Box::new(Path {
            metric: 0.0,
            soft: [0.0; LENGTH],
            sums: [0; LENGTH],
            input: [0; LENGTH],
        })];
        let mut spare = Vec::new();
        for i in 0..LENGTH {
            for path in &mut paths {
                path.descend(ratios, i);
            }
            if self.free[i] {
                paths = fork(paths, &mut spare, i, list);
            } else {
                for path in &mut paths {
                    path.metric += (-path.soft[0]).max(0.0);
                }
            }
            for path in &mut paths {
                path.ascend(i);
            }
        }
        paths.sort_by(|a, b| a.metric.total_cmp(&b.metric));
        paths
            .iter()
            .map(|path| {
                let mut information = [0; INFORMATION_BITS];
                for (&i, bit) in self.set.iter().zip(information.iter_mut()) {
                    *bit = path.input[i];
                }
                let mut word = path.input;
                transform(&mut word);
                Candidate { information, word }
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

/// Splits every path on bit `i` and keeps the best `list`; dropped paths go to `spare`, from which
/// new ones are taken.
fn fork(
    paths: Vec<Box<Path>>,
    spare: &mut Vec<Box<Path>>,
    i: usize,
    list: usize,
) -> Vec<Box<Path>> {
    let mut options: Vec<(f32, usize, u8)> = Vec::with_capacity(2 * list);
    for (index, path) in paths.iter().enumerate() {
        let soft = path.soft[0];
        options.push((path.metric + (-soft).max(0.0), index, 0));
        options.push((path.metric + soft.max(0.0), index, 1));
    }
    options.sort_by(|a, b| a.0.total_cmp(&b.0));
    options.truncate(list);
    // The last use of a path moves it, earlier uses copy it.
    let mut uses = vec![0_u8; paths.len()];
    for option in &options {
        uses[option.1] += 1;
    }
    let mut owned: Vec<Option<Box<Path>>> = Vec::with_capacity(paths.len());
    for (path, &uses) in paths.into_iter().zip(&uses) {
        if uses == 0 {
            spare.push(path);
            owned.push(None);
        } else {
            owned.push(Some(path));
        }
    }
    let mut kept = Vec::with_capacity(list);
    for (metric, index, bit) in options {
        uses[index] -= 1;
        let path = if uses[index] == 0 {
            owned[index].take()
        } else {
            owned[index].as_ref().map(|path| match spare.pop() {
                Some(mut copy) => {
                    copy.continue_from(path, i);
                    copy
                }
                None => path.clone(),
            })
        };
        if let Some(mut path) = path {
            path.metric = metric;
            path.input[i] = bit;
            kept.push(path);
        }
    }
    kept
}

impl Path {
    /// Becomes a copy of another path at bit `i`, but for what no later bit reads.
    fn continue_from(&mut self, other: &Self, i: usize) {
        self.input[..i].copy_from_slice(&other.input[..i]);
        for stage in 0..STAGES {
            let cells = (1 << stage) - 1..(2 << stage) - 1;
            // The values of a stage are read until the right half below it is entered, and its
            // sums from the end of its left half on.
            if stage == 0 || (i >> (stage - 1)) & 1 == 0 {
                self.soft[cells.clone()].copy_from_slice(&other.soft[cells.clone()]);
            }
            if (i >> stage) & 1 == 1 {
                self.sums[cells.clone()].copy_from_slice(&other.sums[cells]);
            }
        }
    }

    /// Computes the soft value of input bit `i` into `soft[0]`.
    fn descend(&mut self, ratios: &[f32; LENGTH], i: usize) {
        let mut stage = if i == 0 {
            STAGES
        } else {
            (i.trailing_zeros() as usize) + 1
        };
        let mut lower = i != 0;
        while stage > 0 {
            let half = 1 << (stage - 1);
            let (below, above) = self.soft.split_at_mut(2 * half - 1);
            let out = &mut below[half - 1..2 * half - 1];
            let input: &[f32] = if stage == STAGES {
                ratios
            } else {
                &above[..2 * half]
            };
            let (left, right) = input.split_at(half);
            if lower {
                let sums = &self.sums[half - 1..2 * half - 1];
                for (((o, l), r), s) in out.iter_mut().zip(left).zip(right).zip(sums) {
                    *o = if *s == 0 { r + l } else { r - l };
                }
                lower = false;
            } else {
                for ((o, l), r) in out.iter_mut().zip(left).zip(right) {
                    let least = l.abs().min(r.abs());
                    *o = if (*l < 0.0) == (*r < 0.0) {
                        least
                    } else {
                        -least
                    };
                }
            }
            stage -= 1;
        }
    }

    /// Folds the decided bit `i` into the partial sums.
    fn ascend(&mut self, i: usize) {
        if i & 1 == 0 {
            self.sums[0] = self.input[i];
            return;
        }
        let mut current = [0_u8; LENGTH];
        current[0] = self.input[i];
        let mut size = 1;
        let mut rest = i;
        while rest & 1 == 1 && size < LENGTH {
            current.copy_within(0..size, size);
            for (c, s) in current[..size]
                .iter_mut()
                .zip(&self.sums[size - 1..2 * size - 1])
            {
                *c ^= s;
            }
            size *= 2;
            rest >>= 1;
        }
        if size < LENGTH {
            self.sums[size - 1..2 * size - 1].copy_from_slice(&current[..size]);
        }
    }
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
            let best = &polar.decode(&ratios, LIST)[0];
            assert_eq!(best.word, word);
            assert_eq!(best.information, bits);
        }
    }

    /// Words of 112 random bits that come back from noise of `decibels` an information bit.
    fn read(name: &str, decibels: f64, rounds: u32, list: usize) -> u32 {
        // 112 bits in 512 of unit power: sigma^2 = 512 / (2 * 112 * 10^(dB / 10)).
        let polar = Polar::new();
        let mut stream = Key::public().stream(name);
        let sigma = (512.0 / (224.0 * 10_f64.powf(decibels / 10.0))).sqrt();
        (0..rounds)
            .map(|round| {
                let bits = random_bits(&format!("{name} {round}"));
                let word = polar.encode(&bits);
                let ratios: [f32; LENGTH] = std::array::from_fn(|i| {
                    (1.0 - 2.0 * f64::from(word[i]) + sigma * gaussian(&mut stream)) as f32
                });
                let words = polar.decode(&ratios, list);
                u32::from(words.iter().any(|c| c.information == bits))
            })
            .sum()
    }

    #[test]
    fn decodes_at_two_decibels_per_information_bit() {
        // Were the frame error rate as high as 3 %, more than four errors in 40 would have a
        // chance of 0.7 %.
        let right = read("two", 2.0, 40, LIST);
        assert!(right >= 36, "{right} of 40");
    }

    /// The same noise for both: of words that the short list misses, the long one reads some.
    #[test]
    fn a_long_list_reads_fainter_words() {
        let (short, long) = (
            read("faint", -0.5, 80, LIST),
            read("faint", -0.5, 80, LONG_LIST),
        );
        assert!(long > short + 4, "{short} and {long} of 80");
    }
}
