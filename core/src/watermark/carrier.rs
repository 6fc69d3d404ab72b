//! The periodic tile: pilots, payload harmonics, and their rendering (`spec/watermark.md`,
//! section 5).
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "harmonics lie within -32..=32 and grids are 128, 256 or 512 wide; casts are of \
              such small integers and of unit-range floats"
)]

use std::f64::consts::TAU;

use realfft::{RealFftPlanner, num_complex::Complex};
use rustfft::FftPlanner;

use super::key::Key;
use super::polar::LENGTH;

/// Side of the tile in canonical pixels.
pub(crate) const TILE: usize = 128;
/// Least radius of a payload harmonic, in cycles a tile.
pub(crate) const RADIUS_LOW: i32 = 8;
/// Greatest radius of a payload harmonic, in cycles a tile.
pub(crate) const RADIUS_HIGH: i32 = 32;
/// Share of the tile's power that the pilots hold.
const PILOT_SHARE: f64 = 0.25;
/// Exponent of the payload amplitude over the radius.
const SLOPE: f64 = 0.3;

/// Pilot harmonics `(kx, ky)`, the same for every key; their phases are keyed.
pub(crate) const PILOTS: [(i32, i32); 12] = [
    (23, 9),
    (23, -10),
    (7, 22),
    (15, -9),
    (3, -15),
    (16, 21),
    (6, 10),
    (14, 3),
    (15, -21),
    (7, -23),
    (22, -2),
    (7, -6),
];

/// A payload harmonic: two dimensions (cosine and sine part) of one amplitude.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Harmonic {
    pub(crate) kx: i32,
    pub(crate) ky: i32,
    pub(crate) amplitude: f32,
}

impl Harmonic {
    /// Radius in cycles a tile.
    pub(crate) fn radius(&self) -> f32 {
        radius(self.kx, self.ky)
    }
}

/// `hypot(kx, ky)` in cycles a tile.
pub(crate) fn radius(kx: i32, ky: i32) -> f32 {
    ((kx * kx + ky * ky) as f32).sqrt()
}

/// Everything of the tile that depends on the key alone.
#[derive(Clone, Debug)]
pub(crate) struct Carrier {
    /// Pilot phases in radians, in the order of [`PILOTS`].
    pub(crate) phases: [f64; PILOTS.len()],
    /// Amplitude of each pilot in a tile of unit RMS.
    pub(crate) pilot_amplitude: f32,
    /// Payload harmonics, by `kx`, then `ky`, ascending; `kx` is positive.
    pub(crate) harmonics: Vec<Harmonic>,
    /// Coded bit of each dimension (`2 h` cosine, `2 h + 1` sine part of harmonic `h`).
    pub(crate) bit: Vec<u16>,
    /// Keyed sign of each dimension.
    pub(crate) sign: Vec<f32>,
}

impl Carrier {
    /// Derives pilot phases, signs and the map from dimensions to coded bits.
    pub(crate) fn new(key: &Key) -> Self {
        let mut harmonics = Vec::new();
        for kx in 1..=RADIUS_HIGH {
            for ky in -RADIUS_HIGH..=RADIUS_HIGH {
                let square = kx * kx + ky * ky;
                let inside =
                    (RADIUS_LOW * RADIUS_LOW..=RADIUS_HIGH * RADIUS_HIGH).contains(&square);
                if ky != 0 && inside && !PILOTS.contains(&(kx, ky)) {
                    harmonics.push(Harmonic {
                        kx,
                        ky,
                        amplitude: 0.0,
                    });
                }
            }
        }
        let shape = |h: &Harmonic| (f64::from(h.radius()) / 18.0).powf(SLOPE);
        let power: f64 = harmonics.iter().map(|h| shape(h).powi(2)).sum();
        let unit = ((1.0 - PILOT_SHARE) / power).sqrt();
        for harmonic in &mut harmonics {
            harmonic.amplitude = (unit * shape(harmonic)) as f32;
        }
        let mut phase = key.stream("pilot-phase");
        let phases = std::array::from_fn(|_| TAU * phase.fraction());
        let dimensions = 2 * harmonics.len();
        let order = key.stream("payload-map").permutation(dimensions as u32);
        let bit = order
            .iter()
            .map(|&place| (place as usize % LENGTH) as u16)
            .collect();
        let mut signs = key.stream("payload-sign");
        let sign = (0..dimensions).map(|_| signs.sign()).collect();
        let pilot_amplitude = (2.0 * PILOT_SHARE / PILOTS.len() as f64).sqrt() as f32;
        Self {
            phases,
            pilot_amplitude,
            harmonics,
            bit,
            sign,
        }
    }

    /// The complex coefficients of the tile for a codeword: `(kx, ky, re, im)`, where the tile is
    /// the sum of `re cos t - im sin t` with `t = 2 pi (kx x + ky y) / 128`.
    fn spectrum<'a>(
        &'a self,
        word: &'a [u8; LENGTH],
    ) -> impl Iterator<Item = (i32, i32, f32, f32)> + 'a {
        let pilots = PILOTS.iter().zip(&self.phases).map(|(&(kx, ky), phase)| {
            let (sin, cos) = phase.sin_cos();
            let a = self.pilot_amplitude;
            (kx, ky, a * cos as f32, a * sin as f32)
        });
        let soft = move |d: usize| {
            self.sign[d]
                * if word[usize::from(self.bit[d])] == 0 {
                    1.0
                } else {
                    -1.0
                }
        };
        let payload = self.harmonics.iter().enumerate().map(move |(h, harmonic)| {
            let a = harmonic.amplitude;
            (
                harmonic.kx,
                harmonic.ky,
                a * soft(2 * h),
                a * soft(2 * h + 1),
            )
        });
        pilots.chain(payload)
    }

    /// Renders one period of the tile on a `grid x grid` raster (row-major, unit RMS).
    ///
    /// `attenuation(kx, ky)` scales each harmonic; sample `(i, j)` lies at canonical
    /// `(128 i / grid, 128 j / grid)`. `grid` must be at least 70.
    pub(crate) fn render(
        &self,
        word: &[u8; LENGTH],
        grid: usize,
        attenuation: impl Fn(i32, i32) -> f32,
    ) -> Vec<f32> {
        let columns = RADIUS_HIGH as usize + 1;
        let mut field = vec![Complex::new(0.0_f32, 0.0); columns * grid];
        for (kx, ky, re, im) in self.spectrum(word) {
            let place = kx as usize * grid + ky.rem_euclid(grid as i32) as usize;
            let half = 0.5 * attenuation(kx, ky);
            field[place] = Complex::new(half * re, half * im);
        }
        let inverse = FftPlanner::<f32>::new().plan_fft_inverse(grid);
        for column in field.chunks_exact_mut(grid).skip(1) {
            inverse.process(column);
        }
        let across = RealFftPlanner::<f32>::new().plan_fft_inverse(grid);
        let mut row = across.make_input_vec();
        let mut tile = vec![0.0_f32; grid * grid];
        for (y, out) in tile.chunks_exact_mut(grid).enumerate() {
            row.fill(Complex::new(0.0, 0.0));
            for (kx, cell) in row.iter_mut().enumerate().take(columns) {
                *cell = field[kx * grid + y];
            }
            // The lengths are right by construction, which is all that could fail.
            let _ = across.process(&mut row, out);
        }
        tile
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(key: &Key) -> [u8; LENGTH] {
        let mut stream = key.stream("word");
        std::array::from_fn(|_| u8::from(stream.sign() < 0.0))
    }

    /// Oracle: the cosine sum at a few places.
    #[test]
    fn rendering_matches_the_cosine_sum() {
        let key = Key::public();
        let carrier = Carrier::new(&key);
        let word = word(&key);
        for grid in [128, 256, 512] {
            let tile = carrier.render(&word, grid, |_, _| 1.0);
            for (i, j) in [(0, 0), (17, 90), (grid - 1, 3), (grid / 2, grid / 3)] {
                let (x, y) = (i as f64 / grid as f64, j as f64 / grid as f64);
                let expected: f64 = carrier
                    .spectrum(&word)
                    .map(|(kx, ky, re, im)| {
                        let t = TAU * (f64::from(kx) * x + f64::from(ky) * y);
                        f64::from(re) * t.cos() - f64::from(im) * t.sin()
                    })
                    .sum();
                assert!((f64::from(tile[j * grid + i]) - expected).abs() < 1e-3);
            }
        }
    }

    #[test]
    fn tile_has_unit_power_and_every_bit_has_dimensions() {
        let key = Key::from_secret([9; 32]);
        let carrier = Carrier::new(&key);
        let tile = carrier.render(&word(&key), 128, |_, _| 1.0);
        let power: f32 = tile.iter().map(|t| t * t).sum::<f32>() / tile.len() as f32;
        assert!((power - 1.0).abs() < 1e-3, "{power}");
        let mut counts = [0_usize; LENGTH];
        for &bit in &carrier.bit {
            counts[usize::from(bit)] += 1;
        }
        let fair = carrier.bit.len() / LENGTH;
        assert!(counts.iter().all(|&c| c == fair || c == fair + 1));
    }
}
