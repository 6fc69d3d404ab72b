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

use super::plane::Plane;

/// Power above this (in units of the local background) counts no more in a score.
const CLIP: f32 = 14.0;
/// Steps of the pooled map a unit of power.
const POOL_SCALE: f32 = 18.0;

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
    /// 3x3 maximum of the clipped power in steps of 1/18.
    pub(crate) pooled: Vec<u8>,
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
        let (mut input, mut output) = (plan.make_input_vec(), plan.make_output_vec());
        let mut scratch = plan.make_scratch_vec();
        for y in 0..picture.height {
            let edge = taper(y, picture.height);
            input.fill(0.0);
            for (x, (i, r)) in input.iter_mut().zip(picture.row(y)).enumerate() {
                *i = r * edge * taper(x, picture.width);
            }
            // The lengths are right by construction, which is all that could fail.
            let _ = plan.process_with_scratch(&mut input, &mut output, &mut scratch);
            for (x, value) in output.iter().enumerate() {
                cells[x * down + y] = *value;
            }
        }
        let plan = FftPlanner::<f32>::new().plan_fft_forward(down);
        let mut scratch = vec![Complex::new(0.0, 0.0); plan.get_inplace_scratch_len()];
        let mut magnitude = Plane::new(columns, down);
        for (x, column) in cells.chunks_exact_mut(down).enumerate() {
            plan.process_with_scratch(column, &mut scratch);
            for (y, value) in column.iter().enumerate() {
                magnitude.samples[y * columns + x] = value.norm();
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
        let background = magnitude.box_mean(12);
        let clipped = magnitude.zip(&background, |m, b| m.min(2.5 * b));
        let background = clipped.box_mean(12);
        // A magnitude of mean b is Rayleigh: its power over (b / 0.886)^2 has mean 1.
        let mut power = magnitude.zip(&background, |m, b| (0.886 * m / b.max(1e-6)).powi(2));
        for y in 0..down {
            let wide = y <= 2 || y + 2 >= down;
            for (x, p) in power.row_mut(y).iter_mut().enumerate() {
                if wide || x <= 2 {
                    *p = 1.0;
                }
            }
        }
        let top = power.clone().map(|p| p.min(CLIP)).dilate(1);
        let pooled: Vec<u8> = top.samples.iter().map(|p| (p * POOL_SCALE) as u8).collect();
        let count = pooled.len() as f32;
        let mean = pooled.iter().map(|p| f32::from(*p)).sum::<f32>() / count;
        let spread = pooled
            .iter()
            .map(|p| (f32::from(*p) - mean).powi(2))
            .sum::<f32>()
            / count;
        let clipped_mean = power.samples.iter().map(|p| p.min(6.0)).sum::<f32>() / count;
        Self {
            across,
            down,
            columns,
            size,
            cells,
            power: power.samples,
            pooled,
            pooled_mean: mean,
            pooled_deviation: spread.sqrt().max(1e-3),
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

    /// Power clipped at 6 between bins, bilinear.
    pub(crate) fn interpolated(&self, x: f32, y: f32) -> f32 {
        let (x, y) = if x < 0.0 { (-x, -y) } else { (x, y) };
        // Rounded down: cutting a number made positive. Bins lie within 2304 of zero, and a larger
        // number would cost digits behind the point.
        const ABOVE: i32 = 1 << 12;
        let whole = |t: f32| (t + ABOVE as f32) as i32 - ABOVE;
        let (ix, iy) = (whole(x), whole(y));
        let (dx, dy) = (x - ix as f32, y - iy as f32);
        let last = self.columns - 1;
        let columns = [(ix as usize).min(last), (ix as usize + 1).min(last)];
        let row = |y: i32| {
            let row = &self.power[self.wrapped(y) * self.columns..][..self.columns];
            row[columns[0]].min(6.0) * (1.0 - dx) + row[columns[1]].min(6.0) * dx
        };
        let (top, low) = (row(iy), row(iy + 1));
        top * (1.0 - dy) + low * dy
    }
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
