//! The whitened power spectrum of a normalised picture, in which the search looks for pilots.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "bins are wrapped into 0..rows and 0..columns before use; casts are of bins and of \
              clamped powers"
)]

use std::f64::consts::PI;

use realfft::{RealFftPlanner, num_complex::Complex};
use rustfft::FftPlanner;

use super::plane::{Plane, extreme, mean_rows};
use super::wave::{cut, whole};

/// Power above this (in units of the local background) counts no more in a score.
const CLIP: f32 = 14.0;
/// Steps of the pooled map a unit of power.
const POOL_SCALE: f32 = 18.0;
/// Reach of the background around a bin, in bins.
const BACKGROUND: usize = 12;
/// Rows, and columns, that change places at a time between the two directions of the transform: a line
/// of the cache is filled while it is there.
pub(crate) const AT_ONCE: usize = 8;

/// Half-plane of whitened power: off the pilots it is about exponential with mean 1.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// Transform size across and down, in samples.
    pub(crate) across: usize,
    pub(crate) down: usize,
    /// Columns kept, `0..=across / 2`.
    pub(crate) columns: usize,
    /// Width and height of the picture, in samples.
    size: (usize, usize),
    /// The transform, `[column][row]`.
    cells: Vec<Complex<f32>>,
    /// `[row][column]`, not clipped.
    power: Vec<f32>,
    /// 3x3 maximum of the clipped power in steps of 1/18, in tiles: see [`place`].
    pub(crate) pooled: Vec<u8>,
    /// Tiles across.
    pub(crate) tiles: usize,
    /// Mean and standard deviation of the pooled map.
    pub(crate) pooled_mean: f32,
    pub(crate) pooled_deviation: f32,
    /// Mean of the power clipped at 6, for lattice scores.
    pub(crate) clipped_mean: f32,
}

/// The least `2^a 3^b 5^c` at or above `n`.
pub(crate) fn smooth_size(n: usize) -> usize {
    (n..)
        .find(|&m| {
            let mut rest = m;
            for factor in [2, 3, 5] {
                while rest % factor == 0 {
                    rest /= factor;
                }
            }
            rest == 1 && m % 2 == 0
        })
        .unwrap_or(n)
}

impl Field {
    /// Transforms and whitens a normalised picture.
    ///
    /// Cost: one real transform of its size and two running means.
    pub(crate) fn new(picture: &Plane) -> Self {
        let across = smooth_size(picture.width);
        let down = smooth_size(picture.height);
        let columns = across / 2 + 1;
        let mut cells = vec![Complex::new(0.0_f32, 0.0); columns * down];
        let plan = RealFftPlanner::<f32>::new().plan_fft_forward(across);
        let mut input = plan.make_input_vec();
        let mut outputs = vec![Complex::new(0.0, 0.0); AT_ONCE * columns];
        let mut scratch = plan.make_scratch_vec();
        let tapers: Vec<f32> = (0..picture.width)
            .map(|x| taper(x, picture.width))
            .collect();
        for top in (0..picture.height).step_by(AT_ONCE) {
            let rows = AT_ONCE.min(picture.height - top);
            for (y, output) in outputs.chunks_exact_mut(columns).take(rows).enumerate() {
                let edge = taper(top + y, picture.height);
                let (begun, rest) = input.split_at_mut(picture.width);
                for ((i, r), taper) in begun.iter_mut().zip(picture.row(top + y)).zip(&tapers) {
                    *i = r * edge * taper;
                }
                rest.fill(0.0);
                // The lengths are right by construction, which is all that could fail.
                let _ = plan.process_with_scratch(&mut input, output, &mut scratch);
            }
            for (x, column) in cells.chunks_exact_mut(down).enumerate() {
                for (y, cell) in column[top..top + rows].iter_mut().enumerate() {
                    *cell = outputs[y * columns + x];
                }
            }
        }
        let plan = FftPlanner::<f32>::new().plan_fft_forward(down);
        let mut scratch = vec![Complex::new(0.0, 0.0); plan.get_inplace_scratch_len()];
        let mut magnitude = Plane::new(columns, down);
        let mut magnitudes = vec![0.0_f32; AT_ONCE * down];
        for (some, block) in cells.chunks_mut(AT_ONCE * down).enumerate() {
            let columns_of = block.chunks_exact_mut(down);
            for (column, magnitudes) in columns_of.zip(magnitudes.chunks_exact_mut(down)) {
                plan.process_with_scratch(column, &mut scratch);
                for (magnitude, value) in magnitudes.iter_mut().zip(column) {
                    *magnitude = value.norm_sqr().sqrt();
                }
            }
            for (y, row) in magnitude.samples.chunks_exact_mut(columns).enumerate() {
                let row = row[some * AT_ONCE..].iter_mut().take(AT_ONCE);
                for (m, magnitudes) in row.zip(magnitudes.chunks_exact(down)) {
                    *m = magnitudes[y];
                }
            }
        }
        Self::whiten(cells, magnitude, across, (picture.width, picture.height))
    }

    fn whiten(
        cells: Vec<Complex<f32>>,
        magnitude: Plane,
        across: usize,
        size: (usize, usize),
    ) -> Self {
        let (columns, down) = (magnitude.width, magnitude.height);
        let mut clipped = Vec::with_capacity(magnitude.samples.len());
        mean_rows(
            (columns, down),
            BACKGROUND,
            |y, row| row.copy_from_slice(magnitude.row(y)),
            |y, background| {
                let row = magnitude.row(y).iter().zip(background);
                clipped.extend(row.map(|(m, b)| m.min(2.5 * b)));
            },
        );
        let mut power = Vec::with_capacity(magnitude.samples.len());
        mean_rows(
            (columns, down),
            BACKGROUND,
            |y, row| row.copy_from_slice(&clipped[y * columns..][..columns]),
            |y, background| {
                // A magnitude of mean b is Rayleigh: its power over (b / 0.886)^2 has mean 1.
                let row = magnitude.row(y).iter().zip(background);
                power.extend(row.map(|(m, b)| (0.886 * m / b.max(1e-6)).powi(2)));
                // Slow waves are the picture's own.
                let slow = if y <= 2 || y + 2 >= down { columns } else { 3 };
                power[y * columns..][..slow.min(columns)].fill(1.0);
            },
        );
        let steps = |p: &f32| (p.min(CLIP) * POOL_SCALE) as u8;
        let pooled: Vec<u8> = power.iter().map(steps).collect();
        let room = [
            Vec::with_capacity(pooled.len()),
            Vec::with_capacity(pooled.len()),
        ];
        let [pooled, _] = extreme(&pooled, columns, 1, u8::max, room);
        let (mean, deviation) = spread_of(&pooled);
        let tiles = columns.div_ceil(TILE_SIDE);
        let pooled = tiled(&pooled, columns, tiles);
        let clipped_mean = clipped_mean(&power);
        Self {
            across,
            down,
            columns,
            size,
            cells,
            power,
            pooled,
            tiles,
            pooled_mean: mean,
            pooled_deviation: deviation.max(1e-3),
            clipped_mean,
        }
    }

    /// Power at a bin; the other half-plane is its mirror image.
    pub(crate) fn power(&self, x: i32, y: i32) -> f32 {
        let (x, y) = if x < 0 { (-x, -y) } else { (x, y) };
        let x = (x as usize).min(self.columns - 1);
        self.power[self.wrapped(y) * self.columns + x]
    }

    /// Amplitude of a wave at a place between bins, in units of the local background: unit mean power
    /// by chance. The phase is that at sample (0, 0).
    ///
    /// The nine bins around are weighed by what the taper spreads of such a wave into each.
    pub(crate) fn amplitude(&self, x: f64, y: f64) -> Complex<f32> {
        if x < 0.0 {
            return self.amplitude(-x, -y).conj();
        }
        let columns = spread(x, self.size.0, self.across);
        let rows = spread(y, self.size.1, self.down);
        let (mut sum, mut weight) = (Complex::new(0.0_f32, 0.0), 0.0_f32);
        for (bin_x, across) in columns {
            for (bin_y, down) in rows {
                let share = across * down;
                sum += self.cell(bin_x, bin_y) * share.conj();
                weight += share.norm_sqr();
            }
        }
        sum / weight.sqrt()
    }

    /// The transform at a bin in units of the local background.
    fn cell(&self, x: i32, y: i32) -> Complex<f32> {
        if x < 0 {
            return self.cell(-x, -y).conj();
        }
        let column = (x as usize).min(self.columns - 1);
        let row = self.wrapped(y);
        let cell = self.cells[column * self.down + row];
        let power = self.power[row * self.columns + column];
        cell * (power / cell.norm_sqr().max(f32::MIN_POSITIVE)).sqrt()
    }

    /// A row in `0..down`. Asked are rows within one period of those, but for the least fields.
    fn wrapped(&self, y: i32) -> usize {
        let down = self.down as i32;
        let y = if y < 0 { y + down } else { y };
        let y = if y >= down { y - down } else { y };
        if (0..down).contains(&y) {
            y as usize
        } else {
            y.rem_euclid(down) as usize
        }
    }

    /// Power clipped at 6 between bins that lie inside the transform, bilinear.
    #[inline(always)]
    pub(crate) fn interpolated(&self, bins: &[(f32, f32); AT_ONCE]) -> [f32; AT_ONCE] {
        let (last, down) = (self.columns as i32 - 1, self.down as i32);
        let mut corners = [[0_u32; AT_ONCE]; 4];
        let mut fractions = [(0.0_f32, 0.0_f32); AT_ONCE];
        for (i, &(x, y)) in bins.iter().enumerate() {
            let sign = if x < 0.0 { -1.0 } else { 1.0 };
            let (x, y) = (sign * x, sign * y);
            let (ix, iy) = (floor(x), floor(y));
            fractions[i] = (x - ix as f32, y - iy as f32);
            let wrapped = |row: i32| {
                let row = row + if row < 0 { down } else { 0 };
                row - if row >= down { down } else { 0 }
            };
            let (left, right) = (ix.min(last), (ix + 1).min(last));
            let (top, low) = (wrapped(iy) * (last + 1), wrapped(iy + 1) * (last + 1));
            corners[0][i] = (top + left) as u32;
            corners[1][i] = (top + right) as u32;
            corners[2][i] = (low + left) as u32;
            corners[3][i] = (low + right) as u32;
        }
        let mut powers = [[0.0_f32; AT_ONCE]; 4];
        for (powers, corners) in powers.iter_mut().zip(&corners) {
            for (power, place) in powers.iter_mut().zip(corners) {
                *power = self.power[*place as usize].min(6.0);
            }
        }
        let mut between = [0.0; AT_ONCE];
        for (i, between) in between.iter_mut().enumerate() {
            let (dx, dy) = fractions[i];
            let top = powers[0][i] * (1.0 - dx) + powers[1][i] * dx;
            let low = powers[2][i] * (1.0 - dx) + powers[3][i] * dx;
            *between = top * (1.0 - dy) + low * dy;
        }
        between
    }
}

/// The greatest whole number below a bin: a number made positive, cut. Bins lie within 2304 of zero, and a
/// larger number would cost digits behind the point.
#[inline(always)]
fn floor(t: f32) -> i32 {
    const ABOVE: u16 = 4096;
    whole(cut(t + f32::from(ABOVE))) as i32 - i32::from(ABOVE)
}

/// Side of a tile of the pooled map: as many bins as a line of the cache holds bytes, so that what lies
/// close in the map lies close in memory.
const TILE_SIDE: usize = 8;

/// Where a bin lies in a map of tiles.
#[inline(always)]
pub(crate) fn place(column: u32, row: u32, tiles: u32) -> u32 {
    const SIDE: u32 = TILE_SIDE as u32;
    let tile = row / SIDE * tiles + column / SIDE;
    (tile * SIDE + row % SIDE) * SIDE + column % SIDE
}

/// Rows of a map of bytes as tiles; what is missing to the last ones is nothing.
fn tiled(map: &[u8], columns: usize, tiles: usize) -> Vec<u8> {
    let rows = map.len() / columns;
    let mut out = vec![0; tiles * rows.div_ceil(TILE_SIDE) * TILE_SIDE * TILE_SIDE];
    for (y, row) in map.chunks_exact(columns).enumerate() {
        for (x, part) in row.chunks(TILE_SIDE).enumerate() {
            let at = ((y / TILE_SIDE * tiles + x) * TILE_SIDE + y % TILE_SIDE) * TILE_SIDE;
            out[at..at + part.len()].copy_from_slice(part);
        }
    }
    out
}

/// Mean and standard deviation of a map of bytes.
fn spread_of(map: &[u8]) -> (f32, f32) {
    let mut counts = [0_u32; 256];
    for byte in map {
        counts[usize::from(*byte)] += 1;
    }
    let mean_of = |value: &dyn Fn(f64) -> f64| {
        let sum: f64 = (0_u8..=255)
            .zip(counts)
            .map(|(byte, count)| f64::from(count) * value(f64::from(byte)))
            .sum();
        sum / map.len() as f64
    };
    let mean = mean_of(&|byte| byte);
    let deviation = mean_of(&|byte| (byte - mean).powi(2)).sqrt();
    (mean as f32, deviation as f32)
}

/// Mean of the power clipped at 6.
fn clipped_mean(power: &[f32]) -> f32 {
    // Sums side by side, so that the compiler need not keep the order of one.
    let mut sums = [0.0_f32; 32];
    for powers in power.chunks(sums.len()) {
        for (sum, power) in sums.iter_mut().zip(powers) {
            *sum += power.min(6.0);
        }
    }
    sums.iter().sum::<f32>() / power.len() as f32
}

/// Share of an axis that the taper rises over, and falls over at the other end.
const RAMP: f32 = 0.08;

/// Linear ramp over the outer samples of an axis.
fn taper(i: usize, n: usize) -> f32 {
    let edge = i.min(n - 1 - i) as f32 + 0.5;
    (edge / (RAMP * n as f32)).min(1.0)
}

/// The three bins of an axis around `place`, and what the transform of the taper alone is that far
/// off: a box of 92 % of the axis smoothed by one of 8 %, about the middle of the picture.
fn spread(place: f64, samples: usize, size: usize) -> [(i32, Complex<f32>); 3] {
    let samples_a_bin = samples as f64 / size as f64;
    let middle = 0.5 * (samples as f64 - 1.0) / size as f64;
    let ramp = f64::from(RAMP);
    let sinc = |t: f64| {
        if t == 0.0 {
            1.0
        } else {
            (PI * t).sin() / (PI * t)
        }
    };
    let nearest = place.round();
    [-1.0, 0.0, 1.0].map(|step| {
        let off = nearest + step - place;
        let real = sinc(off * (1.0 - ramp) * samples_a_bin) * sinc(off * ramp * samples_a_bin);
        let (sin, cos) = (-2.0 * PI * off * middle).sin_cos();
        let share = Complex::new((real * cos) as f32, (real * sin) as f32);
        ((nearest + step) as i32, share)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_small_factors_only() {
        for (n, m) in [(1, 2), (7, 8), (511, 512), (769, 800), (1153, 1200)] {
            assert!(smooth_size(n) >= n && smooth_size(n) <= m, "{n}");
        }
    }

    #[test]
    fn every_bin_lies_in_its_tile() {
        let (columns, rows) = (13_u8, 19_u8);
        let map: Vec<u8> = (0..columns * rows).collect();
        let out = tiled(&map, usize::from(columns), 2);
        for y in 0..rows {
            for x in 0..columns {
                let at = place(u32::from(x), u32::from(y), 2) as usize;
                assert_eq!(out[at], y * columns + x, "{x} {y}");
            }
        }
    }

    #[test]
    fn the_amplitude_between_bins_is_that_of_the_wave() {
        // Oracle: two waves that differ in phase alone, whose amplitudes must differ by it, and are
        // as strong between bins as on one.
        let field = |turns: f32, cycles: f32| {
            let mut stream = crate::watermark::key::Key::public().stream("amplitude");
            Field::new(&Plane::from_fn(200, 160, |x, y| {
                let t = cycles * x as f32 / 200.0 - 17.3 * y as f32 / 160.0 + turns;
                0.3 * (std::f32::consts::TAU * t).cos() + stream.fraction() as f32 - 0.5
            }))
        };
        let on = field(0.0, 23.0).amplitude(23.0, -17.3);
        for (turns, cycles) in [(0.0, 23.4), (0.25, 23.5), (-0.4, 23.0), (0.4, 22.6)] {
            let here = field(turns, cycles).amplitude(f64::from(cycles), -17.3);
            let expected = Complex::from_polar(on.norm(), std::f32::consts::TAU * turns);
            assert!(
                (here - expected).norm() < 0.15 * on.norm(),
                "{turns} {cycles}: {here} {expected}"
            );
            assert!(
                (here
                    - field(turns, cycles)
                        .amplitude(-f64::from(cycles), 17.3)
                        .conj())
                .norm()
                    < 1e-3
            );
        }
        assert!(on.norm() > 8.0, "{on}");
    }

    #[test]
    fn a_wave_stands_out_at_its_bin() {
        let mut stream = crate::watermark::key::Key::public().stream("field");
        let picture = Plane::from_fn(200, 160, |x, y| {
            let t = std::f32::consts::TAU * (23.0 * x as f32 / 200.0 - 17.0 * y as f32 / 160.0);
            0.3 * t.cos() + stream.fraction() as f32 - 0.5
        });
        let field = Field::new(&picture);
        assert!(field.power(23, -17) > 40.0);
        assert!(field.power(-23, 17) > 40.0);
        assert!(
            (field.clipped_mean - 1.0).abs() < 0.15,
            "{}",
            field.clipped_mean
        );
    }
}
