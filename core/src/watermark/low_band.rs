//! The low-band layer: quantised projections of the lowest block frequencies of the picture
//! normalised to 256x256 (`spec/watermark.md`, section 7).
//!
//! It reads uncropped pictures without any search, whatever their size and aspect.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "planes are 256x256, blocks 16x16, terms 0..3072; casts are of such indices"
)]

mod smoothing;

use std::f32::consts::PI;

use super::budget::by_unit;
use super::geometry::Turn;
use super::key::Key;
use super::plane::{Plane, add_weighted};
use super::polar::LENGTH;
use super::power::raise;
use super::wave::cosine;
use smoothing::Smoothing;

/// Side of the normalised picture.
pub(crate) const SIDE: usize = 256;
/// Side of a transform block.
const BLOCK: usize = 16;
/// Blocks a side.
const BLOCKS: usize = SIDE / BLOCK;
/// Transform terms `(u, v)` used in each block: 1 <= hypot(u, v) < 3.2.
const TERMS: [(usize, usize); 12] = [
    (1, 0),
    (0, 1),
    (1, 1),
    (2, 0),
    (0, 2),
    (2, 1),
    (1, 2),
    (2, 2),
    (3, 0),
    (0, 3),
    (3, 1),
    (1, 3),
];
/// Waves along one axis of a block: 0 to 3 half periods.
const WAVES: usize = 4;
/// The term with the axes exchanged.
const EXCHANGED: [usize; TERMS.len()] = [1, 0, 2, 4, 3, 6, 5, 7, 9, 8, 11, 10];
/// Terms dealt to each coded bit.
const SHARE: usize = BLOCKS * BLOCKS * TERMS.len() / LENGTH;
/// Sigma of the blur before the transform, in samples: what lies beyond the terms of this layer,
/// and would leak into them, does not count.
const SMOOTHING: f32 = 1.5;
/// Quantiser step in levels of the projection. Wide, and its points approached part of the way only: at
/// the noise of coarse coding this gains more than it costs (the scalar Costa scheme, Eggers et al. 2003).
const STEP: f32 = 33.0;
/// Concentration of the projections about their points (von Mises) near the limit of the code, where the
/// mean resultant is 0.4; it weighs this layer against the tile.
pub(crate) const CONCENTRATION: f32 = 0.876;
/// Vigour that no projection exceeds.
const LIMIT_OF_VIGOUR: f32 = 0.9;
/// Exponent on the cost of a level by which the vigour falls, by the unit of the picture.
const THRIFT: [f64; 2] = [0.4, 0.25];
/// What coarse coding takes from terms of at least so many levels, in levels: about what WebP at quality 5 takes
/// (1.5 to 2.5); AVIF at 15 takes a little less, at 30 about half.
const LOST: f32 = 2.0;
const LOST_FROM: f32 = 6.0;
/// Rounds of [`LowBand::change`], each against what smoothing left of those before.
const ROUNDS: usize = 4;
/// Steps that the detector tries where the contrast may have changed: `STEP e^(0.08 i)` for `i` up to
/// this, either way.
const CONTRASTS: i32 = 7;

/// Side of the maps that terms are priced by, and of a block in them.
pub(crate) const PRICED: usize = SIDE / 2;
const PRICED_BLOCK: usize = BLOCK / 2;

/// Least cost of a term, so that no move is shared out by chance alone.
const LEAST_COST: f32 = 1e-12;

/// Everything of this layer that depends on the key alone.
#[derive(Clone, Debug)]
pub(crate) struct LowBand {
    /// Terms of each bit: index `block * 12 + term`, sign included.
    terms: Vec<[(u16, f32); SHARE]>,
    /// Dither of each bit in steps, `[0, 1)`.
    dither: Vec<f32>,
    basis: Vec<[f32; BLOCK]>,
}

/// What becomes of the quantiser step: of a picture of unchanged contrast, and of others.
pub(crate) fn steps() -> (f32, impl Iterator<Item = f32>) {
    let changed = (1..=CONTRASTS).flat_map(|i| [i, -i]);
    (STEP, changed.map(|i| STEP * (0.08 * i as f32).exp()))
}

impl LowBand {
    /// Derives the deal of terms, their signs and the dithers.
    pub(crate) fn new(key: &Key) -> Self {
        let count = BLOCKS * BLOCKS * TERMS.len();
        let order = key.stream("low-permutation").permutation(count as u32);
        let mut signs = key.stream("low-sign");
        let scale = 1.0 / (SHARE as f32).sqrt();
        let terms = (0..LENGTH)
            .map(|i| std::array::from_fn(|j| (order[i * SHARE + j] as u16, scale * signs.sign())))
            .collect();
        let mut dithers = key.stream("low-dither");
        let dither = (0..LENGTH).map(|_| dithers.fraction() as f32).collect();
        let basis = (0..WAVES)
            .map(|u| {
                let norm = (if u == 0 { 1.0 } else { 2.0 } / BLOCK as f32).sqrt();
                std::array::from_fn(|x| {
                    norm * (PI * u as f32 * (x as f32 + 0.5) / BLOCK as f32).cos()
                })
            })
            .collect();
        Self {
            terms,
            dither,
            basis,
        }
    }

    /// The 512 projections of a 256x256 luma plane.
    pub(crate) fn project(&self, plane: &Plane) -> Vec<f32> {
        self.deal(&self.coefficients(plane))
    }

    /// The transform terms of all blocks, twelve a block.
    pub(crate) fn coefficients(&self, plane: &Plane) -> Vec<f32> {
        let plane = plane.blur(SMOOTHING);
        let mut coefficients = vec![0.0_f32; BLOCKS * BLOCKS * TERMS.len()];
        let mut columns = vec![[0.0_f32; SIDE]; WAVES];
        for by in 0..BLOCKS {
            for (v, column) in columns.iter_mut().enumerate() {
                column.fill(0.0);
                for (j, weight) in self.basis[v].iter().enumerate() {
                    add_weighted(column, plane.row(by * BLOCK + j), *weight);
                }
            }
            for bx in 0..BLOCKS {
                for (t, &(u, v)) in TERMS.iter().enumerate() {
                    let cut = &columns[v][bx * BLOCK..(bx + 1) * BLOCK];
                    let value = self.basis[u].iter().zip(cut).map(|(b, c)| b * c).sum();
                    coefficients[(by * BLOCKS + bx) * TERMS.len() + t] = value;
                }
            }
        }
        coefficients
    }

    /// The terms of a plane turned by `turn`, from those of the plane: blocks change places, waves of
    /// an odd number of half periods their sign, and axes each other.
    pub(crate) fn turned(coefficients: &[f32], turn: Turn) -> Vec<f32> {
        let Turn { a, b, c, d } = turn;
        let swap = a == 0;
        // Which way the axes of the turned plane run along those of the plane.
        let (across, down) = if swap { (c, b) } else { (a, d) };
        let block = |i: usize, way: i32| if way < 0 { BLOCKS - 1 - i } else { i };
        let sign = |way: i32, wave: usize| if way < 0 && wave % 2 == 1 { -1.0 } else { 1.0 };
        let mut out = Vec::with_capacity(coefficients.len());
        for by in 0..BLOCKS {
            for bx in 0..BLOCKS {
                let (x, y) = (block(bx, across), block(by, down));
                let (x, y) = if swap { (y, x) } else { (x, y) };
                let from = &coefficients[(y * BLOCKS + x) * TERMS.len()..][..TERMS.len()];
                out.extend(TERMS.iter().enumerate().map(|(t, &(u, v))| {
                    let t = if swap { EXCHANGED[t] } else { t };
                    sign(across, u) * sign(down, v) * from[t]
                }));
            }
        }
        out
    }

    /// The 512 projections of transform terms.
    pub(crate) fn deal(&self, coefficients: &[f32]) -> Vec<f32> {
        self.terms
            .iter()
            .map(|terms| {
                terms
                    .iter()
                    .map(|&(i, w)| w * coefficients[usize::from(i)])
                    .sum()
            })
            .collect()
    }

    /// Where the projections of a picture are to go for a codeword: each its vigour of the way to the
    /// nearest point of the quantiser.
    pub(crate) fn targets(
        &self,
        projections: &[f32],
        word: &[u8; LENGTH],
        vigours: &[f32],
    ) -> Vec<f32> {
        let towards = |((i, p), vigour): ((usize, &f32), &f32)| {
            let offset = p / STEP - self.dither[i] - 0.5 * f32::from(word[i]);
            p + vigour * STEP * (offset.round() - offset)
        };
        let projections = projections.iter().enumerate();
        projections.zip(vigours).map(towards).collect()
    }

    /// What moving each projection by one level costs, where terms of these costs are taken at these prices.
    pub(crate) fn costs_of_moves(&self, prices: &[f32], costs: &[f32]) -> Vec<f32> {
        let of_bit = |terms: &[(u16, f32); SHARE]| {
            let spent = terms.iter().zip(shares(terms, prices));
            spent
                .map(|((t, _), c)| c * c * costs[usize::from(*t)])
                .sum()
        };
        self.terms.iter().map(of_bit).collect()
    }

    /// The change of a 256x256 plane that moves its projections to their targets.
    ///
    /// Each move is shared out among the terms of its bit so that its price is least. The change
    /// is as smooth as what the detector looks at: only that much of it counts.
    pub(crate) fn change(&self, projections: &[f32], targets: &[f32], prices: &[f32]) -> Plane {
        let smoothing = Smoothing::new(self);
        let mut left: Vec<f32> = targets
            .iter()
            .zip(projections)
            .map(|(t, p)| t - p)
            .collect();
        let mut all = vec![0.0_f32; BLOCKS * BLOCKS * TERMS.len()];
        for _ in 0..ROUNDS {
            let mut coefficients = vec![0.0_f32; all.len()];
            for (terms, move_by) in self.terms.iter().zip(&left) {
                for (&(term, _), share) in terms.iter().zip(shares(terms, prices)) {
                    let t = usize::from(term);
                    coefficients[t] += move_by * share / kept(t % TERMS.len());
                }
            }
            let moved = self.deal(&smoothing.of(&coefficients));
            for (left, moved) in left.iter_mut().zip(&moved) {
                *left -= moved;
            }
            for (all, c) in all.iter_mut().zip(&coefficients) {
                *all += c;
            }
        }
        self.waves(&all).blur(SMOOTHING)
    }

    /// The plane of transform terms, twelve a block.
    fn waves(&self, coefficients: &[f32]) -> Plane {
        let mut out = Plane::new(SIDE, SIDE);
        let mut across = vec![[0.0_f32; SIDE]; WAVES];
        let strips = coefficients.chunks_exact(BLOCKS * TERMS.len());
        for (by, strip) in strips.enumerate() {
            for row in &mut across {
                row.fill(0.0);
            }
            for (bx, values) in strip.chunks_exact(TERMS.len()).enumerate() {
                for (&(u, v), c) in TERMS.iter().zip(values) {
                    add_weighted(&mut across[v][bx * BLOCK..][..BLOCK], &self.basis[u], *c);
                }
            }
            for j in 0..BLOCK {
                let row = out.row_mut(by * BLOCK + j);
                for (across, down) in across.iter().zip(&self.basis) {
                    add_weighted(row, across, down[j]);
                }
            }
        }
        out
    }

    /// Cost of a unit of each term: the cost of a squared level, averaged under the square of the
    /// term's wave. `cost(u, v)` is the 128x128 map for waves of `u` and `v` half periods a block.
    pub(crate) fn costs(&self, cost: impl Fn(usize, usize) -> Plane) -> Vec<f32> {
        let mut all = vec![0.0_f32; BLOCKS * BLOCKS * TERMS.len()];
        // Two samples of a wave lie under one of the map.
        let squares: Vec<[f32; PRICED_BLOCK]> = self
            .basis
            .iter()
            .map(|wave| std::array::from_fn(|i| wave[2 * i].powi(2) + wave[2 * i + 1].powi(2)))
            .collect();
        for (t, &(u, v)) in TERMS.iter().enumerate() {
            let costs = cost(u, v);
            for block in 0..BLOCKS * BLOCKS {
                let (bx, by) = (block % BLOCKS, block / BLOCKS);
                let rows = squares[v].iter().enumerate().map(|(j, down)| {
                    let row = &costs.row(by * PRICED_BLOCK + j)[bx * PRICED_BLOCK..];
                    let sum: f32 = squares[u].iter().zip(row).map(|(b, c)| b * c).sum();
                    down * sum
                });
                all[block * TERMS.len() + t] = rows.sum::<f32>().max(LEAST_COST);
            }
        }
        all
    }

    /// Soft values of the coded bits under a quantiser step: log-likelihood ratios, positive for 0.
    pub(crate) fn ratios(&self, projections: &[f32], step: f32) -> Vec<f32> {
        let values = projections.iter().zip(&self.dither);
        values
            .map(|(p, t)| 2.0 * CONCENTRATION * cosine(p / step - t))
            .collect()
    }
}

/// The visual cost of going all of every way, on average over dithers; a squared share of the way costs that
/// much less. `moves` are the costs of a level.
pub(crate) fn whole_cost(moves: &[f32]) -> f64 {
    // The way is uniform within half a step.
    let way = f64::from(STEP).powi(2) / 12.0;
    way * moves.iter().map(|cost| f64::from(*cost)).sum::<f64>() / (SIDE * SIDE) as f64
}

/// How far each projection goes so that all together cost what this vigour would: further where a level costs
/// less.
///
/// The further a projection has gone, the less another bit of cost gains it; that gain in proportion to the cost
/// of a level would make the vigour fall about as the root of that cost. A little less is held to: costs are
/// not exact.
pub(crate) fn vigours(vigour: f32, moves: &[f32], unit: f64) -> Vec<f32> {
    let mut further = moves.to_vec();
    raise(&mut further, -by_unit(THRIFT, unit) as f32);
    let all: f32 = moves.iter().sum();
    let spent: f32 = further
        .iter()
        .zip(moves)
        .map(|(f, cost)| f * f * cost)
        .sum();
    let scale = vigour * (all / spent).sqrt();
    let of = |further: f32| (scale * further).min(LIMIT_OF_VIGOUR);
    further.into_iter().map(of).collect()
}

/// The terms with what coarse coding takes from them given back: it moves each towards zero, large ones by
/// about so many levels.
pub(crate) fn restored(coefficients: &[f32]) -> Vec<f32> {
    let more = |c: &f32| c + LOST * (c / LOST_FROM).clamp(-1.0, 1.0);
    coefficients.iter().map(more).collect()
}

/// What each term of a bit adds to move its projection by one level, so that the price is least.
fn shares(terms: &[(u16, f32); SHARE], prices: &[f32]) -> [f32; SHARE] {
    let worth = terms.map(|(term, w)| w / prices[usize::from(term)]);
    let all: f32 = worth
        .iter()
        .zip(terms)
        .map(|(worth, (_, w))| worth * w)
        .sum();
    worth.map(|worth| worth / all)
}

/// What smoothing the change and smoothing by the detector leave of a term.
fn kept(term: usize) -> f32 {
    let (u, v) = TERMS[term];
    let waves = (u * u + v * v) as f32 / (2 * BLOCK).pow(2) as f32;
    (-4.0 * (PI * SMOOTHING).powi(2) * waves).exp()
}

/// The plane with a Gaussian blur of these sigmas (across and down, in samples) undone up to 0.14
/// cycles a sample, beyond the terms of this layer; higher frequencies keep the gain reached there.
pub(crate) fn sharpened(plane: &Plane, blur: (f32, f32)) -> Plane {
    let kernel = |sigma: f32| -> Vec<f32> {
        const REACH: usize = 20;
        const POINTS: usize = 256;
        let response = |f: f32| (2.0 * PI * PI * (sigma * f.min(0.14)).powi(2)).exp();
        let mut taps: Vec<f32> = (0..=REACH)
            .map(|k| {
                let sum: f32 = (0..POINTS)
                    .map(|i| {
                        let f = (i as f32 + 0.5) / (2 * POINTS) as f32;
                        response(f) * cosine(f * k as f32)
                    })
                    .sum();
                let window = 0.5 + 0.5 * (PI * k as f32 / (REACH + 1) as f32).cos();
                window * sum / POINTS as f32
            })
            .collect();
        let total = taps[0] + 2.0 * taps[1..].iter().sum::<f32>();
        for tap in &mut taps {
            *tap /= total;
        }
        taps
    };
    plane.convolve_axes(&kernel(blur.0), &kernel(blur.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scene() -> Plane {
        let mut stream = Key::public().stream("scene");
        let noise: Vec<f32> = (0..SIDE * SIDE)
            .map(|_| 255.0 * stream.fraction() as f32)
            .collect();
        Plane {
            width: SIDE,
            height: SIDE,
            samples: noise,
        }
        .blur(3.0)
    }

    /// Oracle: the projection by the definition of the transform, one block at a time.
    #[test]
    fn projection_matches_the_definition() {
        let low = LowBand::new(&Key::public());
        let plane = scene();
        let fast = low.project(&plane);
        let plane = plane.blur(SMOOTHING);
        for i in [0, 5, 300, 511] {
            let mut slow = 0.0_f64;
            for &(term, weight) in &low.terms[i] {
                let (block, t) = (usize::from(term) / 12, usize::from(term) % 12);
                let (u, v) = TERMS[t];
                let (x0, y0) = (block % 16 * 16, block / 16 * 16);
                let norm = |k: usize| {
                    if k == 0 {
                        (1.0_f64 / 16.0).sqrt()
                    } else {
                        0.125_f64.sqrt()
                    }
                };
                for y in 0..16 {
                    for x in 0..16 {
                        let c = |k: usize, n: usize| {
                            (std::f64::consts::PI * k as f64 * (n as f64 + 0.5) / 16.0).cos()
                        };
                        slow += f64::from(weight)
                            * norm(u)
                            * norm(v)
                            * c(u, x)
                            * c(v, y)
                            * f64::from(plane.at(x0 + x, y0 + y));
                    }
                }
            }
            assert!(
                (slow - f64::from(fast[i])).abs() < 0.02,
                "{i}: {slow} {}",
                fast[i]
            );
        }
    }

    /// Oracle: smoothing the waves of the terms as a plane, and transforming what that gives.
    #[test]
    fn smoothed_terms_are_those_of_the_smoothed_plane() {
        let low = LowBand::new(&Key::public());
        let mut stream = Key::public().stream("terms");
        let terms: Vec<f32> = (0..BLOCKS * BLOCKS * TERMS.len())
            .map(|_| 50.0 * stream.fraction() as f32 - 25.0)
            .collect();
        let slow = low.coefficients(&low.waves(&terms).blur(SMOOTHING));
        let fast = Smoothing::new(&low).of(&terms);
        for (i, (slow, fast)) in slow.iter().zip(&fast).enumerate() {
            assert!((slow - fast).abs() < 1e-3, "{i}: {slow} {fast}");
        }
    }

    /// The square plane as the marked picture would look had it been turned.
    fn turned(plane: &Plane, turn: Turn) -> Plane {
        // A picture turned by D shows at D x what was at x; the inverse is looked up.
        let Turn { a, b, c, d } = turn;
        let place = |p: i32, q: i32, x: usize, y: usize| {
            let value = p * x as i32 + q * y as i32;
            let last = if p + q < 0 { SIDE as i32 - 1 } else { 0 };
            (value + last) as usize
        };
        Plane::from_fn(SIDE, SIDE, |x, y| {
            plane.at(place(a, b, x, y), place(c, d, x, y))
        })
    }

    #[test]
    fn turned_terms_are_those_of_the_turned_plane() {
        let low = LowBand::new(&Key::public());
        let plane = scene();
        let terms = low.coefficients(&plane);
        for turn in Turn::ALL {
            let slow = low.coefficients(&turned(&plane, turn));
            let fast = LowBand::turned(&terms, turn);
            let differ = slow
                .iter()
                .zip(&fast)
                .filter(|(s, f)| (*s - *f).abs() > 0.01);
            assert_eq!(differ.count(), 0, "{turn:?}");
        }
    }

    #[test]
    fn marked_projections_sit_on_the_quantiser() {
        let key = Key::public();
        let low = LowBand::new(&key);
        let mut stream = key.stream("bits");
        let word: [u8; LENGTH] = std::array::from_fn(|_| u8::from(stream.sign() < 0.0));
        let plane = scene();
        // Texture hides more in the right half of each bit's terms.
        let prices = low.costs(|_, _| {
            Plane::from_fn(
                PRICED,
                PRICED,
                |x, _| if x < PRICED / 2 { 4.0 } else { 1.0 },
            )
        });
        let before = low.project(&plane);
        let targets = low.targets(&before, &word, &[1.0; LENGTH]);
        let change = low.change(&before, &targets, &prices);
        let marked = plane.zip(&change, |a, b| a + b);
        let power = |from: usize| -> f32 {
            let columns = from..from + SIDE / 2;
            (0..SIDE)
                .flat_map(|y| &change.row(y)[columns.clone()])
                .map(|d| d * d)
                .sum()
        };
        assert!(power(SIDE / 2) > 2.0 * power(0));
        let projections = low.project(&marked);
        let agree = |projections: &[f32], step: f32| {
            let ratios = low.ratios(projections, step);
            let bits = ratios.iter().zip(&word);
            bits.filter(|(r, b)| (**r < 0.0) == (**b == 1)).count()
        };
        assert_eq!(agree(&projections, STEP), LENGTH);
        // 512 fair coins: 256 on average, 5 deviations are 57.
        assert!(agree(&before, STEP).abs_diff(LENGTH / 2) < 57);
        // Contrast that is changed changes the step; 0.57 to 1.75 times is told.
        for contrast in [-0.56_f32, 0.24, 0.56] {
            let changed: Vec<f32> = projections.iter().map(|p| contrast.exp() * p).collect();
            let (_, mut others) = steps();
            assert!(
                others.any(|step| agree(&changed, step) == LENGTH),
                "{contrast}"
            );
        }
        // The bits that a blur of two samples takes come back when it is undone.
        let soft = marked.blur(2.0);
        let lost = agree(&low.project(&soft), STEP);
        let back = agree(&low.project(&sharpened(&soft, (2.0, 2.0))), STEP);
        assert!(lost < 480 && back > lost + 20, "{lost} {back}");
    }

    /// The cost foretold is that of the moves which are made, under equal prices: their power.
    #[test]
    fn cost_of_moves_is_foretold() {
        let key = Key::public();
        let low = LowBand::new(&key);
        let prices = vec![1.0; BLOCKS * BLOCKS * TERMS.len()];
        let projections = low.project(&scene());
        let targets = low.targets(&projections, &[0; LENGTH], &[0.5; LENGTH]);
        let moves = targets
            .iter()
            .zip(&projections)
            .map(|(t, p)| (t - p).powi(2));
        let power = f64::from(moves.sum::<f32>()) / (SIDE * SIDE) as f64;
        // The mean of 512 squares of a uniform way has a deviation of 4 %.
        let foretold = 0.25 * whole_cost(&low.costs_of_moves(&prices, &prices));
        assert!((power / foretold - 1.0).abs() < 0.2, "{power} {foretold}");
    }

    #[test]
    fn cheap_moves_go_further_at_the_same_cost() {
        let moves: Vec<f32> = (0..LENGTH).map(|i| [1.0, 16.0][i % 2]).collect();
        let went = vigours(0.2, &moves, 1.0);
        let ratio = 16.0_f32.powf(THRIFT[0] as f32);
        assert!((went[0] / went[1] - ratio).abs() < 1e-3, "{went:?}");
        let cost: f32 = went.iter().zip(&moves).map(|(v, c)| v * v * c).sum();
        let asked = 0.2_f32.powi(2) * moves.iter().sum::<f32>();
        assert!((cost / asked - 1.0).abs() < 1e-3);
        assert!(
            vigours(0.8, &moves, 1.0)
                .iter()
                .all(|v| *v <= LIMIT_OF_VIGOUR)
        );
    }

    #[test]
    fn restored_terms_grow_by_what_was_lost() {
        let expected = [0.0, 4.0, -4.0, 302.0, -302.0];
        assert_eq!(restored(&[0.0, 3.0, -3.0, 300.0, -300.0]), expected);
    }
}
