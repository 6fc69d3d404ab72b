//! A plane of `f32` samples and the few filters that the watermark needs.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "pixel kernels: indices are clamped to 0..width and 0..height, whose product fits \
              usize because the plane is allocated; casts are of such indices or of clamped floats"
)]

use std::iter::repeat_n;

use multiversion::multiversion;

use super::resample::resample_rows;
use super::spare;

/// `height x width` samples, row-major without padding. Luma planes are in levels, 0..=255.
#[derive(Debug, PartialEq)]
pub(crate) struct Plane {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) samples: Vec<f32>,
}

impl Clone for Plane {
    fn clone(&self) -> Self {
        let mut samples = spare::samples(self.samples.len());
        samples.extend_from_slice(&self.samples);
        Self { samples, ..*self }
    }
}

impl Drop for Plane {
    fn drop(&mut self) {
        spare::keep(std::mem::take(&mut self.samples));
    }
}

impl Plane {
    /// A plane of zeros.
    pub(crate) fn new(width: usize, height: usize) -> Self {
        let mut samples = spare::samples(width * height);
        samples.resize(width * height, 0.0);
        Self {
            width,
            height,
            samples,
        }
    }

    /// A plane from `f(x, y)`.
    pub(crate) fn from_fn(
        width: usize,
        height: usize,
        mut f: impl FnMut(usize, usize) -> f32,
    ) -> Self {
        let mut samples = spare::samples(width * height);
        for y in 0..height {
            samples.extend((0..width).map(|x| f(x, y)));
        }
        Self {
            width,
            height,
            samples,
        }
    }

    /// Row `y`.
    pub(crate) fn row(&self, y: usize) -> &[f32] {
        &self.samples[y * self.width..(y + 1) * self.width]
    }

    /// Row `y`, writable.
    pub(crate) fn row_mut(&mut self, y: usize) -> &mut [f32] {
        &mut self.samples[y * self.width..(y + 1) * self.width]
    }

    /// The sample at `(x, y)`, which must lie inside.
    pub(crate) fn at(&self, x: usize, y: usize) -> f32 {
        self.samples[y * self.width + x]
    }

    /// The shorter side.
    pub(crate) fn short(&self) -> usize {
        self.width.min(self.height)
    }

    /// Applies `f` to every sample.
    pub(crate) fn map(mut self, f: impl Fn(f32) -> f32) -> Self {
        for sample in &mut self.samples {
            *sample = f(*sample);
        }
        self
    }

    /// Combines two planes of one size sample by sample.
    pub(crate) fn zip(&self, other: &Self, f: impl Fn(f32, f32) -> f32) -> Self {
        let mut samples = spare::samples(self.samples.len());
        let pairs = self.samples.iter().zip(&other.samples);
        samples.extend(pairs.map(|(a, b)| f(*a, *b)));
        Self { samples, ..*self }
    }

    /// Arithmetic mean (0 for an empty plane).
    #[cfg(test)]
    pub(crate) fn mean(&self) -> f32 {
        if self.samples.is_empty() {
            return 0.0;
        }
        let sum: f64 = self.samples.iter().map(|s| f64::from(*s)).sum();
        (sum / self.samples.len() as f64) as f32
    }

    /// Mean of the squared samples (0 for an empty plane).
    pub(crate) fn mean_square(&self) -> f64 {
        let rows = self.samples.chunks(self.width.max(1));
        rows.map(squares).sum::<f64>() / self.samples.len().max(1) as f64
    }

    /// Gaussian blur, edges replicated; taps out to `ceil(3 sigma)`.
    pub(crate) fn blur(&self, sigma: f32) -> Self {
        let mut samples = spare::samples(self.samples.len());
        self.blur_rows(sigma, |_, row| samples.extend_from_slice(row));
        Self { samples, ..*self }
    }

    /// Hands on the rows of [`Self::blur`].
    pub(crate) fn blur_rows(&self, sigma: f32, sink: impl FnMut(usize, &[f32])) {
        let taps = gaussian(sigma);
        convolve_rows(
            (self.width, self.height),
            (&taps, &taps),
            |y, row| row.copy_from_slice(self.row(y)),
            sink,
        );
    }

    /// Separable convolution with the symmetric kernel `taps[0], taps[1], ...` (centre first).
    pub(crate) fn convolve(&self, taps: &[f32]) -> Self {
        self.convolve_axes(taps, taps)
    }

    /// [`Self::convolve`] with a kernel for the rows and one for the columns.
    pub(crate) fn convolve_axes(&self, taps: &[f32], taps_down: &[f32]) -> Self {
        let mut samples = spare::samples(self.samples.len());
        convolve_rows(
            (self.width, self.height),
            (taps, taps_down),
            |y, row| row.copy_from_slice(self.row(y)),
            |_, row| samples.extend_from_slice(row),
        );
        Self { samples, ..*self }
    }

    /// Mean over the `(2 reach + 1)`-square around each sample, edges replicated.
    pub(crate) fn box_mean(&self, reach: usize) -> Self {
        let taps = vec![1.0 / (2 * reach + 1) as f32; reach + 1];
        if reach <= 3 {
            return self.convolve(&taps);
        }
        let mut samples = spare::samples(self.samples.len());
        mean_rows(
            (self.width, self.height),
            reach,
            |y, row| row.copy_from_slice(self.row(y)),
            |_, row| samples.extend_from_slice(row),
        );
        Self { samples, ..*self }
    }

    /// Least sample of the `(2 reach + 1)`-square around each sample.
    pub(crate) fn erode(&self, reach: usize) -> Self {
        // Without a thought of numbers that are none, which makes it one instruction.
        let least = |a, b| if a < b { a } else { b };
        let count = self.samples.len();
        let room = [spare::samples(count), spare::samples(count)];
        let [samples, other] = extreme(&self.samples, self.width, reach, least, room);
        spare::keep(other);
        Self { samples, ..*self }
    }

    /// Bilinear sample at `(x, y)` in sample units (centres at integers), edges replicated.
    pub(crate) fn bilinear(&self, x: f32, y: f32) -> f32 {
        let x = x.clamp(0.0, (self.width - 1) as f32);
        let y = y.clamp(0.0, (self.height - 1) as f32);
        let (x0, y0) = (x as usize, y as usize);
        let (x1, y1) = ((x0 + 1).min(self.width - 1), (y0 + 1).min(self.height - 1));
        let (fx, fy) = (x - x0 as f32, y - y0 as f32);
        let top = self.at(x0, y0) + fx * (self.at(x1, y0) - self.at(x0, y0));
        let low = self.at(x0, y1) + fx * (self.at(x1, y1) - self.at(x0, y1));
        top + fy * (low - top)
    }

    /// Resamples to another size, axis by axis: area mean to shrink, Catmull-Rom to enlarge.
    pub(crate) fn resample(&self, width: usize, height: usize) -> Self {
        if width == self.width && height == self.height {
            return self.clone();
        }
        resample_rows((self.width, self.height), (width, height), |y, row| {
            row.copy_from_slice(self.row(y))
        })
    }
}

/// Separable convolution of rows that `source` fills, in turn, and `sink` takes.
///
/// Only as many rows are held as the kernel is tall: they stay in the cache, and what comes before and
/// after the convolution needs no plane of its own.
pub(crate) fn convolve_rows(
    (width, height): (usize, usize),
    (taps, taps_down): (&[f32], &[f32]),
    mut source: impl FnMut(usize, &mut [f32]),
    mut sink: impl FnMut(usize, &[f32]),
) {
    let (reach, reach_down) = (taps.len() - 1, taps_down.len() - 1);
    let held = (2 * reach_down + 1).min(height);
    let mut padded = vec![0.0_f32; width + 2 * reach];
    let mut across = vec![0.0_f32; held * width];
    let mut out = vec![0.0_f32; width];
    let beside: Vec<_> = (0..=reach).map(|k| (reach - k, reach + k)).collect();
    let mut above_and_below = Vec::with_capacity(reach_down + 1);
    let mut next = 0;
    for y in 0..height {
        while next < (y + reach_down + 1).min(height) {
            let row = &mut padded[reach..reach + width];
            source(next, row);
            let (first, last) = (row[0], row[width - 1]);
            padded[..reach].fill(first);
            padded[reach + width..].fill(last);
            let row = &mut across[next % held * width..][..width];
            weigh(row, taps, &padded, &beside);
            next += 1;
        }
        above_and_below.clear();
        above_and_below.extend((0..=reach_down).map(|k| {
            let (above, below) = (y.saturating_sub(k), (y + k).min(height - 1));
            (above % held * width, below % held * width)
        }));
        weigh(&mut out, taps_down, &across, &above_and_below);
        sink(y, &out);
    }
}

/// Mean over the `(2 reach + 1)`-square around each sample of rows that `source` fills, in turn, and
/// `sink` takes: running sums in `f64`, one axis after the other, edges replicated.
///
/// Only as many rows are held as the square is tall, as in [`convolve_rows`].
pub(crate) fn mean_rows(
    (width, height): (usize, usize),
    reach: usize,
    mut source: impl FnMut(usize, &mut [f32]),
    mut sink: impl FnMut(usize, &[f32]),
) {
    // Rows that are summed in step: each sum waits for the one before it.
    const AT_ONCE: usize = 4;
    let held = (2 * reach + 1 + AT_ONCE).min(height);
    let scale = 1.0 / (2 * reach + 1) as f64;
    let long = width + 2 * reach + 1;
    let mut padded = vec![0.0_f32; AT_ONCE * long];
    let mut fresh = vec![0.0_f32; AT_ONCE * width];
    let mut across = vec![0.0_f32; held * width];
    let mut sums = vec![0.0_f64; width];
    let mut out = vec![0.0_f32; width];
    let mut next = 0;
    let mut fill = |across: &mut [f32], past: usize| {
        while next < past.min(height) {
            let rows = AT_ONCE.min(height - next);
            for (y, padded) in padded.chunks_exact_mut(long).take(rows).enumerate() {
                let row = &mut padded[reach..reach + width];
                source(next + y, row);
                let (first, last) = (row[0], row[width - 1]);
                padded[..reach].fill(first);
                padded[reach + width..].fill(last);
            }
            running_means(&padded, reach, &mut fresh);
            for row in fresh.chunks_exact(width).take(rows) {
                across[next % held * width..][..width].copy_from_slice(row);
                next += 1;
            }
        }
    };
    let at = |y: usize| y % held * width;
    fill(&mut across, reach + 1);
    for y in 0..=2 * reach {
        let y = y.saturating_sub(reach).min(height - 1);
        for (s, a) in sums.iter_mut().zip(&across[at(y)..]) {
            *s += f64::from(*a);
        }
    }
    for y in 0..height {
        for (o, s) in out.iter_mut().zip(&sums) {
            *o = (*s * scale) as f32;
        }
        sink(y, &out);
        let (enter, leave) = ((y + reach + 1).min(height - 1), y.saturating_sub(reach));
        fill(&mut across, enter + 1);
        let (enter, leave) = (&across[at(enter)..], &across[at(leave)..]);
        for ((s, e), l) in sums.iter_mut().zip(enter).zip(leave) {
            *s += f64::from(*e) - f64::from(*l);
        }
    }
}

/// Running means of four rows, each with `reach` samples before it and one more behind it.
fn running_means(padded: &[f32], reach: usize, out: &mut [f32]) {
    let (long, width) = (padded.len() / 4, out.len() / 4);
    let scale = 1.0 / (2 * reach + 1) as f64;
    let rows: [&[f32]; 4] = std::array::from_fn(|y| &padded[y * long..][..long]);
    let mut sums = rows.map(|row| row[..=2 * reach].iter().map(|s| f64::from(*s)).sum::<f64>());
    let enter = rows.map(|row| &row[2 * reach + 1..][..width]);
    let leave = rows.map(|row| &row[..width]);
    let (one, rest) = out.split_at_mut(width);
    let (two, rest) = rest.split_at_mut(width);
    let (three, four) = rest.split_at_mut(width);
    for x in 0..width {
        let [a, b, c, d] = sums.map(|sum| (sum * scale) as f32);
        (one[x], two[x], three[x], four[x]) = (a, b, c, d);
        for (sum, (enter, leave)) in sums.iter_mut().zip(enter.iter().zip(&leave)) {
            *sum += f64::from(enter[x]) - f64::from(leave[x]);
        }
    }
}

/// The sum of rows in pairs, each pair with its tap; the first pair is one row twice and counts once.
/// Rows are where they begin in `from`.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
fn weigh(out: &mut [f32], taps: &[f32], from: &[f32], pairs: &[(usize, usize)]) {
    // Blocks of samples stay in registers while all taps are added.
    const BLOCK: usize = 64;
    let (blocks, rest) = out.as_chunks_mut::<BLOCK>();
    let begun = blocks.len() * BLOCK;
    for (block, out) in blocks.iter_mut().enumerate() {
        let begin = block * BLOCK;
        let mut sums = [0.0; BLOCK];
        for (k, (tap, &(one, other))) in taps.iter().zip(pairs).enumerate() {
            let one = &from[one + begin..][..BLOCK];
            if k == 0 {
                for (sum, a) in sums.iter_mut().zip(one) {
                    *sum = tap * a;
                }
                continue;
            }
            let other = &from[other + begin..][..BLOCK];
            for ((sum, a), b) in sums.iter_mut().zip(one).zip(other) {
                *sum += tap * (a + b);
            }
        }
        *out = sums;
    }
    rest.fill(0.0);
    for (k, (tap, &(one, other))) in taps.iter().zip(pairs).enumerate() {
        let rows = from[one + begun..].iter().zip(&from[other + begun..]);
        for (sum, (a, b)) in rest.iter_mut().zip(rows) {
            *sum += tap * if k == 0 { *a } else { a + b };
        }
    }
}

/// The pick of the `(2 reach + 1)`-square around each sample of rows of `width`, by windows that double:
/// their number grows with the logarithm of `reach`. Squares end at the edges. It is the first of the
/// two vectors that come back, which are those that it is worked out in.
pub(crate) fn extreme<T: Copy>(
    samples: &[T],
    width: usize,
    reach: usize,
    pick: impl Fn(T, T) -> T,
    [mut squares, mut taller]: [Vec<T>; 2],
) -> [Vec<T>; 2] {
    let (mut row, mut padded) = (Vec::with_capacity(width), Vec::with_capacity(3 * width));
    for begun in samples.chunks_exact(width) {
        row.clear();
        row.extend_from_slice(begun);
        for step in doublings(reach.min(width.saturating_sub(1))) {
            padded.clear();
            padded.extend(repeat_n(row[0], step));
            padded.extend_from_slice(&row);
            padded.extend(repeat_n(row[width - 1], step));
            let (left, right) = (&padded[..width], &padded[2 * step..]);
            for ((o, l), r) in row.iter_mut().zip(left).zip(right) {
                *o = pick(*o, pick(*l, *r));
            }
        }
        squares.extend_from_slice(&row);
    }
    let height = samples.len() / width;
    for step in doublings(reach) {
        taller.clear();
        for y in 0..height {
            let row = |y: usize| &squares[y * width..(y + 1) * width];
            let (above, below) = (row(y.saturating_sub(step)), row((y + step).min(height - 1)));
            let rows = row(y).iter().zip(above).zip(below);
            taller.extend(rows.map(|((here, a), b)| pick(*here, pick(*a, *b))));
        }
        std::mem::swap(&mut squares, &mut taller);
    }
    [squares, taller]
}

/// Steps by which windows of one sample grow to windows of `reach` samples on either side: the pick
/// of a window and of both its neighbours at a step is that of the window `step` wider, as long as
/// they touch.
fn doublings(reach: usize) -> impl Iterator<Item = usize> {
    let mut covered = 0;
    std::iter::from_fn(move || {
        let step = (2 * covered + 1).min(reach - covered);
        covered += step;
        (step > 0).then_some(step)
    })
}

/// Half of a Gaussian kernel of unit sum, centre first, out to `ceil(3 sigma)`.
pub(crate) fn gaussian(sigma: f32) -> Vec<f32> {
    let reach = (3.0 * sigma).ceil() as usize;
    let value = |k: usize| (-0.5 * (k as f32 / sigma).powi(2)).exp();
    let total: f32 = value(0) + 2.0 * (1..=reach).map(value).sum::<f32>();
    (0..=reach).map(|k| value(k) / total).collect()
}

/// The sum of the squares of a row.
#[multiversion(targets("x86_64+avx2"))]
fn squares(row: &[f32]) -> f64 {
    // Sums side by side, so that the compiler need not keep the order of one.
    let mut sums = [0.0_f32; 32];
    for samples in row.chunks(sums.len()) {
        for (sum, sample) in sums.iter_mut().zip(samples) {
            *sum += sample * sample;
        }
    }
    sums.iter().map(|sum| f64::from(*sum)).sum()
}

/// Adds a row, each sample with a weight.
#[multiversion(targets("x86_64+avx2"))]
pub(crate) fn add_weighted<T: Copy + Into<f32>>(sum: &mut [f32], row: &[T], weight: f32) {
    for (sum, sample) in sum.iter_mut().zip(row) {
        *sum += weight * (*sample).into();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texture(width: usize, height: usize) -> Plane {
        Plane::from_fn(width, height, |x, y| {
            ((x * 7919 + y * 104_729) % 251) as f32
        })
    }

    #[test]
    fn convolution_matches_the_double_sum() {
        let plane = texture(13, 9);
        let taps = gaussian(1.0);
        let fast = plane.convolve(&taps);
        let reach = taps.len() as isize - 1;
        for y in 0..9_isize {
            for x in 0..13_isize {
                let mut sum = 0.0;
                for j in -reach..=reach {
                    for i in -reach..=reach {
                        let weight = taps[i.unsigned_abs()] * taps[j.unsigned_abs()];
                        sum += weight
                            * plane.at((x + i).clamp(0, 12) as usize, (y + j).clamp(0, 8) as usize);
                    }
                }
                assert!((fast.at(x as usize, y as usize) - sum).abs() < 1e-3);
            }
        }
    }

    #[test]
    fn running_mean_matches_the_kernel() {
        let plane = texture(31, 17);
        let slow = plane.convolve(&[1.0 / 11.0; 6]);
        let fast = plane.box_mean(5);
        for (a, b) in slow.samples.iter().zip(&fast.samples) {
            assert!((a - b).abs() < 1e-3);
        }
    }

    #[test]
    fn erosion_and_dilation_bound_the_plane() {
        let plane = texture(19, 11);
        for reach in [0, 1, 2, 3, 5, 14, 30] {
            let low = plane.erode(reach);
            let room = [Vec::new(), Vec::new()];
            let [samples, _] = extreme(&plane.samples, plane.width, reach, f32::max, room);
            let high = Plane { samples, ..plane };
            let span = |at: usize, end: usize| at.saturating_sub(reach)..(at + reach + 1).min(end);
            for y in 0..11 {
                for x in 0..19 {
                    let square = span(y, 11).flat_map(|j| &plane.row(j)[span(x, 19)]);
                    let bounds = square.fold((f32::MAX, f32::MIN), |(least, most), s| {
                        (least.min(*s), most.max(*s))
                    });
                    assert_eq!((low.at(x, y), high.at(x, y)), bounds, "{reach}: {x} {y}");
                }
            }
        }
    }
}
