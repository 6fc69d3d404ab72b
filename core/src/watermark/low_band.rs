//! The low-band layer: quantised projections of the lowest block frequencies of the picture
//! normalised to 256x256 (`spec/watermark.md`, section 7).
//!
//! It reads uncropped pictures without any search, whatever their size and aspect.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "planes are 256x256, blocks 16x16, terms 0..2560; casts are of such indices"
)]

use std::f32::consts::PI;

use super::key::Key;
use super::plane::Plane;
use super::polar::LENGTH;
use super::wave::cosine;

/// Side of the normalised picture.
pub(crate) const SIDE: usize = 256;
/// Side of a transform block.
const BLOCK: usize = 16;
/// Blocks a side.
const BLOCKS: usize = SIDE / BLOCK;
/// Transform terms `(u, v)` used in each block: 1 <= hypot(u, v) <= 3.
const TERMS: [(usize, usize); 10] = [
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
];
/// Terms dealt to each coded bit.
const SHARE: usize = BLOCKS * BLOCKS * TERMS.len() / LENGTH;
/// Sigma of the blur before the transform, in samples: what lies beyond the terms of this layer,
/// and would leak into them, does not count.
const SMOOTHING: f32 = 1.5;
/// Quantiser step in levels of the projection.
pub(crate) const STEP: f32 = 16.0;
/// Steps tried by the detector.
pub(crate) const STEPS: usize = 104;

/// Everything of this layer that depends on the key alone.
#[derive(Clone, Debug)]
pub(crate) struct LowBand {
    /// Terms of each bit: index `block * 10 + term`, sign included.
    terms: Vec<[(u16, f32); SHARE]>,
    /// Dither of each bit in steps, `[0, 1)`.
    dither: Vec<f32>,
    basis: Vec<[f32; BLOCK]>,
}

/// One hypothesis on the quantiser: its step and how well the projections sit on it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Quantiser {
    pub(crate) step: f32,
    /// `mean cos 4 pi (p / step - t)` in `[-1, 1]`; the coded bits cancel in it.
    pub(crate) fit: f32,
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
        let basis = (0..4)
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

    /// The transform terms of all blocks, ten a block.
    pub(crate) fn coefficients(&self, plane: &Plane) -> Vec<f32> {
        let plane = plane.blur(SMOOTHING);
        let mut coefficients = vec![0.0_f32; BLOCKS * BLOCKS * TERMS.len()];
        let mut columns = vec![[0.0_f32; SIDE]; 4];
        for by in 0..BLOCKS {
            for (v, column) in columns.iter_mut().enumerate() {
                column.fill(0.0);
                for j in 0..BLOCK {
                    let weight = self.basis[v][j];
                    for (c, s) in column.iter_mut().zip(plane.row(by * BLOCK + j)) {
                        *c += weight * s;
                    }
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

    /// The quantiser of an unchanged contrast.
    pub(crate) fn nominal(&self, projections: &[f32]) -> Quantiser {
        Quantiser {
            step: STEP,
            fit: self.fit(projections, STEP),
        }
    }

    /// The change of a 256x256 plane that moves it towards the codeword: exact but for the
    /// smoothing, so that it is applied a few times.
    pub(crate) fn change(&self, plane: &Plane, word: &[u8; LENGTH]) -> Plane {
        let mut coefficients = vec![0.0_f32; BLOCKS * BLOCKS * TERMS.len()];
        for (i, p) in self.project(plane).iter().enumerate() {
            let target = self.dither[i] + 0.5 * f32::from(word[i]);
            let offset = p / STEP - target;
            let move_by = STEP * (offset.round() - offset);
            for &(term, weight) in &self.terms[i] {
                coefficients[usize::from(term)] += weight * move_by;
            }
        }
        let mut out = Plane::new(SIDE, SIDE);
        for (block, values) in coefficients.chunks_exact(TERMS.len()).enumerate() {
            let (bx, by) = (block % BLOCKS, block / BLOCKS);
            for j in 0..BLOCK {
                let row = out.row_mut(by * BLOCK + j);
                for (i, sample) in row[bx * BLOCK..(bx + 1) * BLOCK].iter_mut().enumerate() {
                    *sample = TERMS
                        .iter()
                        .zip(values)
                        .map(|(&(u, v), c)| c * self.basis[u][i] * self.basis[v][j])
                        .sum();
                }
            }
        }
        out
    }

    /// How well the projections sit on a quantiser of this step.
    fn fit(&self, projections: &[f32], step: f32) -> f32 {
        const LANES: usize = 8;
        let scale = 2.0 / step;
        // Sums side by side, so that the compiler need not keep the order of one sum.
        let mut sums = [0.0_f32; LANES];
        let dithers = self.dither.chunks_exact(LANES);
        for (some, dithers) in projections.chunks_exact(LANES).zip(dithers) {
            for ((sum, p), t) in sums.iter_mut().zip(some).zip(dithers) {
                *sum += cosine(p * scale - 2.0 * t);
            }
        }
        sums.iter().sum::<f32>() / LENGTH as f32
    }

    /// The likeliest quantiser steps, best fit first: geometric from 5.4 by `e^0.02`.
    ///
    /// The bound on false alarms counts all [`STEPS`] of them.
    pub(crate) fn quantisers(&self, projections: &[f32], keep: usize) -> Vec<Quantiser> {
        let mut all: Vec<Quantiser> = (0..STEPS)
            .map(|i| {
                let step = 5.4 * (0.02 * i as f32).exp();
                Quantiser {
                    step,
                    fit: self.fit(projections, step),
                }
            })
            .collect();
        all.sort_by(|a, b| b.fit.total_cmp(&a.fit));
        let mut kept: Vec<Quantiser> = Vec::with_capacity(keep + 1);
        for candidate in all {
            let distinct = kept
                .iter()
                .all(|k| (k.step / candidate.step).ln().abs() > 0.035);
            if distinct && kept.len() < keep {
                kept.push(candidate);
            }
        }
        kept
    }

    /// Soft values of the coded bits (log-likelihood ratios, positive for 0), and the concentration.
    ///
    /// Phases are taken as von Mises distributed; the concentration follows from the fit.
    pub(crate) fn ratios(&self, projections: &[f32], quantiser: Quantiser) -> (Vec<f32>, f32) {
        let r = quantiser.fit.clamp(0.008, 0.9).powf(0.25);
        let kappa = r * (2.0 - r * r) / (1.0 - r * r);
        let values = projections
            .iter()
            .zip(&self.dither)
            .map(|(p, t)| 2.0 * kappa * cosine(p / quantiser.step - t))
            .collect();
        (values, kappa)
    }
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
                let (block, t) = (usize::from(term) / 10, usize::from(term) % 10);
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

    #[test]
    fn marked_projections_sit_on_the_quantiser() {
        let key = Key::public();
        let low = LowBand::new(&key);
        let mut stream = key.stream("bits");
        let word: [u8; LENGTH] = std::array::from_fn(|_| u8::from(stream.sign() < 0.0));
        let plane = scene();
        let mut marked = plane.clone();
        for _ in 0..4 {
            marked = marked.zip(&low.change(&marked, &word), |a, b| a + b);
        }
        let projections = low.project(&marked);
        let best = low.quantisers(&projections, 1)[0];
        assert!(best.fit > 0.8, "{best:?}");
        let (ratios, _) = low.ratios(
            &projections,
            Quantiser {
                step: STEP,
                fit: 0.9,
            },
        );
        assert!(
            ratios
                .iter()
                .zip(&word)
                .all(|(r, b)| (*r < 0.0) == (*b == 1))
        );
        // Half of the fit is lost by a blur of 1.5 samples, and comes back when it is undone.
        let soft = marked.blur(1.5);
        let lost = low.nominal(&low.project(&soft)).fit;
        let back = low.nominal(&low.project(&sharpened(&soft, (1.5, 1.5)))).fit;
        assert!(lost < 0.5 && back > lost + 0.2, "{lost} {back}");
        // 512 cosines of uniform phases: mean 0, sd 0.031; the best of 104 stays under 5 sd.
        let blank = low.quantisers(&low.project(&plane), 1)[0];
        assert!(blank.fit < 0.16, "{blank:?}");
    }
}
