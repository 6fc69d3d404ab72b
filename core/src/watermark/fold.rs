//! Folding a normalised picture onto one period of the tile, and the spectrum of the fold.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "cells come from the top bits of wrapping 32-bit phases (0..256 each), harmonics \
              from -32..=32; f64 to integer casts are of fractions of a turn times 2^32"
)]

use realfft::{RealFftPlanner, RealToComplex, num_complex::Complex};
use rustfft::{Fft, FftPlanner};
use std::sync::Arc;

use super::carrier::{RADIUS_HIGH, TILE};
use super::geometry::{Affine, Turn};
use super::plane::Plane;

/// Cells a side of the fold: half a canonical pixel each.
pub(crate) const CELLS: usize = 256;
/// Kept columns of the spectrum, `kx` in `0..=32`.
const COLUMNS: usize = RADIUS_HIGH as usize + 1;
const BITS: u32 = 8;

/// The transforms of the fold, planned once a detection.
pub(crate) struct Folder {
    across: Arc<dyn RealToComplex<f32>>,
    down: Arc<dyn Fft<f32>>,
}

/// The spectrum of a fold: `V(k) = sum of r e^(-2 pi i k.u)` over pixels at tile positions `u`.
#[derive(Clone, Debug)]
pub(crate) struct Spectrum {
    /// `[kx][ky mod 256]`.
    cells: Vec<Complex<f32>>,
    /// Local mean of the squared magnitude, `[kx][ky + 32]`.
    noise: Vec<f32>,
}

/// Adds the picture into `256 x 256` cells of the tile; `map` takes pixels to canonical pixels.
///
/// Each sample goes to its nearest cell, which costs at most 3 % of amplitude at the outermost
/// harmonic. One pass, no interpolation: the pixels of every period add up coherently.
pub(crate) fn fold(picture: &Plane, map: &Affine) -> Vec<f32> {
    let mut cells = vec![0.0_f32; CELLS * CELLS];
    let step_u = phase(map.a);
    let step_v = phase(map.c);
    let half = 1_u32 << (31 - BITS);
    for y in 0..picture.height {
        let (u, v) = map.apply(0.0, y as f64);
        let mut u = phase(u).wrapping_add(half);
        let mut v = phase(v).wrapping_add(half);
        for r in picture.row(y) {
            let cell = ((v >> (32 - BITS)) << BITS) | (u >> (32 - BITS));
            cells[cell as usize & (CELLS * CELLS - 1)] += r;
            u = u.wrapping_add(step_u);
            v = v.wrapping_add(step_v);
        }
    }
    cells
}

/// Canonical pixels as a phase of the tile in units of 2^-32 turns.
fn phase(canonical: f64) -> u32 {
    let turns = canonical / TILE as f64;
    ((turns - turns.floor()) * 4_294_967_296.0) as u64 as u32
}

impl Folder {
    /// Plans the transforms.
    pub(crate) fn new() -> Self {
        Self {
            across: RealFftPlanner::<f32>::new().plan_fft_forward(CELLS),
            down: FftPlanner::<f32>::new().plan_fft_forward(CELLS),
        }
    }

    /// Spectrum of the picture folded under `map`.
    pub(crate) fn spectrum(&self, picture: &Plane, map: &Affine) -> Spectrum {
        self.transform(&mut fold(picture, map))
    }

    /// Spectrum of cells already folded.
    pub(crate) fn transform(&self, cells: &mut [f32]) -> Spectrum {
        let mut columns = vec![Complex::new(0.0_f32, 0.0); COLUMNS * CELLS];
        let mut row = self.across.make_output_vec();
        for (y, cells) in cells.chunks_exact_mut(CELLS).enumerate() {
            // The lengths are right by construction, which is all that could fail.
            let _ = self.across.process(cells, &mut row);
            for (kx, value) in row.iter().take(COLUMNS).enumerate() {
                columns[kx * CELLS + y] = *value;
            }
        }
        for column in columns.chunks_exact_mut(CELLS) {
            self.down.process(column);
        }
        Spectrum::new(columns)
    }
}

impl Spectrum {
    fn new(cells: Vec<Complex<f32>>) -> Self {
        let mut spectrum = Self {
            cells,
            noise: Vec::new(),
        };
        spectrum.noise = spectrum.local_power();
        spectrum
    }

    /// `V(kx, ky)` for `|kx|, |ky| <= 32`.
    pub(crate) fn at(&self, kx: i32, ky: i32) -> Complex<f32> {
        if kx < 0 {
            return self.at(-kx, -ky).conj();
        }
        self.cells[kx as usize * CELLS + ky.rem_euclid(CELLS as i32) as usize]
    }

    /// `V` at the turned harmonic.
    pub(crate) fn turned(&self, turn: Turn, kx: i32, ky: i32) -> Complex<f32> {
        let (kx, ky) = turn.apply(kx, ky);
        self.at(kx, ky)
    }

    /// Noise power at a turned harmonic: the local mean of the squared magnitude.
    pub(crate) fn noise(&self, turn: Turn, kx: i32, ky: i32) -> f32 {
        let (kx, ky) = turn.apply(kx, ky);
        let (kx, ky) = if kx < 0 { (-kx, -ky) } else { (kx, ky) };
        self.noise[kx as usize * SPAN + (ky + RADIUS_HIGH) as usize]
    }

    /// 7x7 mean of the squared magnitude, outliers capped at six times the mean of their ring.
    fn local_power(&self) -> Vec<f32> {
        const REACH: i32 = 3;
        let limit = RADIUS_HIGH + REACH;
        let power = |kx: i32, ky: i32| {
            let (kx, ky) = (kx.clamp(-RADIUS_HIGH, RADIUS_HIGH), ky);
            self.at(kx, ky).norm_sqr()
        };
        let rings = (2 * limit) as usize;
        let mut ring_sum = vec![(0.0_f64, 0_u32); rings];
        let ring = |kx: i32, ky: i32| (((kx * kx + ky * ky) as f32).sqrt() as usize).min(rings - 1);
        for kx in 0..=RADIUS_HIGH {
            for ky in -limit..=limit {
                let cell = &mut ring_sum[ring(kx, ky)];
                cell.0 += f64::from(power(kx, ky));
                cell.1 += 1;
            }
        }
        let cap = |kx: i32, ky: i32| {
            let (sum, count) = ring_sum[ring(kx.clamp(-RADIUS_HIGH, RADIUS_HIGH), ky)];
            let mean = (sum / f64::from(count.max(1))) as f32;
            power(kx, ky).min(6.0 * mean)
        };
        // Column sums first, then rows of them.
        let wide = (RADIUS_HIGH + 2 * REACH + 1) as usize;
        let tall = (2 * limit + 1) as usize;
        let mut capped = vec![0.0_f32; wide * tall];
        for (i, kx) in (-REACH..=RADIUS_HIGH + REACH).enumerate() {
            for (j, ky) in (-limit..=limit).enumerate() {
                capped[i * tall + j] = cap(kx, ky);
            }
        }
        let mut out = vec![0.0_f32; COLUMNS * SPAN];
        let side = 2 * REACH as usize + 1;
        for i in 0..COLUMNS {
            let mut column = vec![0.0_f32; tall];
            for k in 0..side {
                for (c, p) in column
                    .iter_mut()
                    .zip(&capped[(i + k) * tall..(i + k + 1) * tall])
                {
                    *c += p;
                }
            }
            for j in 0..SPAN {
                let sum: f32 = column[j..j + side].iter().sum();
                out[i * SPAN + j] = (sum / (side * side) as f32).max(1e-9);
            }
        }
        out
    }
}

/// Rows of the noise table, `ky` in `-32..=32`.
const SPAN: usize = 2 * RADIUS_HIGH as usize + 1;

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::TAU;

    /// Oracle: the sum over pixels at their exact positions, no cells.
    #[test]
    fn spectrum_matches_the_sum_over_pixels() {
        let picture = Plane::from_fn(201, 150, |x, y| {
            let t = TAU * (0.11 * x as f64 + 0.07 * y as f64);
            t.cos() as f32 + ((x * 13 + y * 7) % 5) as f32 * 0.1
        });
        let map = Affine {
            a: 0.93,
            b: -0.21,
            c: 0.25,
            d: 0.97,
            e: 3.3,
            f: -2.2,
        };
        let spectrum = Folder::new().spectrum(&picture, &map);
        let scale = 201.0 * 150.0;
        for (kx, ky) in [(12, 9), (-14, 8), (20, -11), (0, 3), (31, 2)] {
            let mut sum = Complex::new(0.0_f64, 0.0);
            for y in 0..150 {
                for x in 0..201 {
                    let (u, v) = map.apply(x as f64, y as f64);
                    let t = -TAU * (f64::from(kx) * u + f64::from(ky) * v) / 128.0;
                    sum += Complex::from_polar(f64::from(picture.at(x, y)), t);
                }
            }
            let fast = spectrum.at(kx, ky);
            let error = (sum.re - f64::from(fast.re)).hypot(sum.im - f64::from(fast.im));
            // Nearest cells lose up to 3 % of a strong line and add a little noise.
            assert!(
                error < 0.03 * sum.norm() + 0.002 * scale,
                "{kx},{ky}: {sum} {fast}"
            );
        }
    }

    #[test]
    fn noise_table_matches_a_plain_mean_on_a_flat_spectrum() {
        let cells = vec![Complex::new(3.0, 4.0); COLUMNS * CELLS];
        let spectrum = Spectrum::new(cells);
        for turn in Turn::ALL {
            assert!((spectrum.noise(turn, 20, -9) - 25.0).abs() < 1e-3);
        }
    }
}
