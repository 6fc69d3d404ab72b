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

/// `height x width` samples, row-major without padding. Luma planes are in levels, 0..=255.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Plane {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) samples: Vec<f32>,
}

impl Plane {
    /// A plane of zeros.
    pub(crate) fn new(width: usize, height: usize) -> Self {
        Self {
            width,
            height,
            samples: vec![0.0; width * height],
        }
    }

    /// A plane from `f(x, y)`.
    pub(crate) fn from_fn(
        width: usize,
        height: usize,
        mut f: impl FnMut(usize, usize) -> f32,
    ) -> Self {
        let mut samples = Vec::with_capacity(width * height);
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
        let samples = self
            .samples
            .iter()
            .zip(&other.samples)
            .map(|(a, b)| f(*a, *b))
            .collect();
        Self {
            width: self.width,
            height: self.height,
            samples,
        }
    }

    /// Arithmetic mean (0 for an empty plane).
    pub(crate) fn mean(&self) -> f32 {
        if self.samples.is_empty() {
            return 0.0;
        }
        let sum: f64 = self.samples.iter().map(|s| f64::from(*s)).sum();
        (sum / self.samples.len() as f64) as f32
    }

    /// Gaussian blur, edges replicated; taps out to `ceil(3 sigma)`.
    pub(crate) fn blur(&self, sigma: f32) -> Self {
        let taps = gaussian(sigma);
        self.convolve(&taps)
    }

    /// Separable convolution with the symmetric kernel `taps[0], taps[1], ...` (centre first).
    pub(crate) fn convolve(&self, taps: &[f32]) -> Self {
        self.convolve_axes(taps, taps)
    }

    /// [`Self::convolve`] with a kernel for the rows and one for the columns.
    pub(crate) fn convolve_axes(&self, taps: &[f32], taps_down: &[f32]) -> Self {
        let reach = taps.len() - 1;
        let (width, height) = (self.width, self.height);
        let mut across = Self::new(width, height);
        let mut padded = vec![0.0_f32; width + 2 * reach];
        for y in 0..height {
            let row = self.row(y);
            let (first, last) = (row[0], row[width - 1]);
            padded[..reach].fill(first);
            padded[reach..reach + width].copy_from_slice(row);
            padded[reach + width..].fill(last);
            weigh(across.row_mut(y), taps, |k| {
                (&padded[reach - k..][..width], &padded[reach + k..][..width])
            });
        }
        let mut down = Self::new(width, height);
        for y in 0..height {
            let out = &mut down.samples[y * width..(y + 1) * width];
            weigh(out, taps_down, |k| {
                let below = (y + k).min(height - 1);
                (across.row(y.saturating_sub(k)), across.row(below))
            });
        }
        down
    }

    /// Mean over the `(2 reach + 1)`-square around each sample, edges replicated.
    pub(crate) fn box_mean(&self, reach: usize) -> Self {
        let taps = vec![1.0 / (2 * reach + 1) as f32; reach + 1];
        if reach <= 3 {
            self.convolve(&taps)
        } else {
            self.running_mean(reach)
        }
    }

    /// Box mean by running sums in `f64`, one axis after the other.
    fn running_mean(&self, reach: usize) -> Self {
        let (width, height) = (self.width, self.height);
        let scale = 1.0 / (2 * reach + 1) as f64;
        let mut across = Self::new(width, height);
        for y in 0..height {
            let row = self.row(y);
            let pick = |x: isize| f64::from(row[x.clamp(0, width as isize - 1) as usize]);
            let r = reach as isize;
            let mut sum: f64 = (-r..=r).map(pick).sum();
            for (x, out) in across.row_mut(y).iter_mut().enumerate() {
                *out = (sum * scale) as f32;
                let x = x as isize;
                sum += pick(x + r + 1) - pick(x - r);
            }
        }
        let mut down = Self::new(width, height);
        let mut sums = vec![0.0_f64; width];
        let clamp = |y: isize| y.clamp(0, height as isize - 1) as usize;
        let r = reach as isize;
        for y in -r..=r {
            for (s, a) in sums.iter_mut().zip(across.row(clamp(y))) {
                *s += f64::from(*a);
            }
        }
        for y in 0..height {
            for (o, s) in down.row_mut(y).iter_mut().zip(&sums) {
                *o = (*s * scale) as f32;
            }
            let y = y as isize;
            let (enter, leave) = (across.row(clamp(y + r + 1)), across.row(clamp(y - r)));
            for ((s, e), l) in sums.iter_mut().zip(enter).zip(leave) {
                *s += f64::from(*e) - f64::from(*l);
            }
        }
        down
    }

    /// Least sample of the `(2 reach + 1)`-square around each sample.
    pub(crate) fn erode(&self, reach: usize) -> Self {
        // Without a thought of numbers that are none, which makes it one instruction.
        self.extreme(reach, |a, b| if a < b { a } else { b })
    }

    /// Greatest sample of the `(2 reach + 1)`-square around each sample.
    pub(crate) fn dilate(&self, reach: usize) -> Self {
        self.extreme(reach, |a, b| if a > b { a } else { b })
    }

    /// The pick of each square, by windows that double: their number grows with the logarithm of
    /// `reach`. Squares end at the edges.
    fn extreme(&self, reach: usize, pick: impl Fn(f32, f32) -> f32) -> Self {
        let (width, height) = (self.width, self.height);
        let mut across = self.clone();
        let mut padded = Vec::with_capacity(3 * width);
        for y in 0..height {
            let row = across.row_mut(y);
            for step in doublings(reach.min(width.saturating_sub(1))) {
                padded.clear();
                padded.extend(repeat_n(row[0], step));
                padded.extend_from_slice(row);
                padded.extend(repeat_n(row[width - 1], step));
                let (left, right) = (&padded[..width], &padded[2 * step..]);
                for ((o, l), r) in row.iter_mut().zip(left).zip(right) {
                    *o = pick(*o, pick(*l, *r));
                }
            }
        }
        let mut down = across.clone();
        for step in doublings(reach) {
            for y in 0..height {
                let above = across.row(y.saturating_sub(step));
                let below = across.row((y + step).min(height - 1));
                let out = &mut down.samples[y * width..(y + 1) * width];
                for (((o, here), a), b) in out.iter_mut().zip(across.row(y)).zip(above).zip(below) {
                    *o = pick(*here, pick(*a, *b));
                }
            }
            across.samples.copy_from_slice(&down.samples);
        }
        down
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
        let weights = axis_weights(self.height, height);
        let mut down = Self::new(self.width, height);
        for (y, (start, taps)) in weights.iter().enumerate() {
            let out = &mut down.samples[y * self.width..(y + 1) * self.width];
            for (k, tap) in taps.iter().enumerate() {
                for (o, s) in out.iter_mut().zip(self.row(start + k)) {
                    *o += tap * s;
                }
            }
        }
        let weights = axis_weights(self.width, width);
        let mut across = Self::new(width, height);
        for y in 0..height {
            let row = down.row(y);
            for (o, (start, taps)) in across.row_mut(y).iter_mut().zip(&weights) {
                *o = taps.iter().zip(&row[*start..]).map(|(t, s)| t * s).sum();
            }
        }
        across
    }
}

/// The sum of rows in pairs, each pair with its tap; the first pair is one row twice and counts once.
#[multiversion(targets("x86_64+avx2"))]
fn weigh<'r>(out: &mut [f32], taps: &[f32], pair: impl Fn(usize) -> (&'r [f32], &'r [f32])) {
    // Blocks of samples stay in registers while all taps are added.
    const BLOCK: usize = 32;
    let add = |out: &mut [f32], one: &[f32], other: &[f32], k: usize| {
        for ((o, a), b) in out.iter_mut().zip(one).zip(other) {
            *o = if k == 0 {
                taps[0] * a
            } else {
                *o + taps[k] * (a + b)
            };
        }
    };
    let (blocks, rest) = out.as_chunks_mut::<BLOCK>();
    let begun = blocks.len() * BLOCK;
    for (block, out) in blocks.iter_mut().enumerate() {
        let begin = block * BLOCK;
        let mut sums = [0.0; BLOCK];
        for k in 0..taps.len() {
            let (one, other) = pair(k);
            add(
                &mut sums,
                &one[begin..][..BLOCK],
                &other[begin..][..BLOCK],
                k,
            );
        }
        *out = sums;
    }
    for k in 0..taps.len() {
        let (one, other) = pair(k);
        add(rest, &one[begun..], &other[begun..], k);
    }
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

/// For every output sample of one axis: first input index and the weights from there on.
pub(crate) fn axis_weights(from: usize, to: usize) -> Vec<(usize, Vec<f32>)> {
    let ratio = from as f64 / to as f64;
    (0..to)
        .map(|o| {
            if to <= from {
                let (begin, end) = (o as f64 * ratio, (o + 1) as f64 * ratio);
                let start = (begin as usize).min(from - 1);
                let stop = ((end - 1e-9).ceil() as usize).clamp(start + 1, from);
                let taps = (start..stop)
                    .map(|i| {
                        let cover = end.min((i + 1) as f64) - begin.max(i as f64);
                        (cover / ratio) as f32
                    })
                    .collect();
                (start, taps)
            } else {
                let centre = (o as f64 + 0.5) * ratio - 0.5;
                let base = centre.floor();
                let f = centre - base;
                let kernel = [
                    -0.5 * f + f * f - 0.5 * f * f * f,
                    1.0 - 2.5 * f * f + 1.5 * f * f * f,
                    0.5 * f + 2.0 * f * f - 1.5 * f * f * f,
                    -0.5 * f * f + 0.5 * f * f * f,
                ];
                let clamp = |i: f64| i.clamp(0.0, (from - 1) as f64) as usize;
                let start = clamp(base - 1.0);
                let stop = clamp(base + 2.0);
                let mut taps = vec![0.0_f32; stop - start + 1];
                for (k, weight) in kernel.iter().enumerate() {
                    taps[clamp(base - 1.0 + k as f64) - start] += *weight as f32;
                }
                (start, taps)
            }
        })
        .collect()
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
    fn resampling_keeps_constants_and_means() {
        let flat = Plane::from_fn(37, 23, |_, _| 91.0);
        for (w, h) in [(10, 10), (37, 7), (80, 50), (36, 24), (1, 1)] {
            let out = flat.resample(w, h);
            assert!(
                out.samples.iter().all(|s| (s - 91.0).abs() < 1e-3),
                "{w}x{h}"
            );
        }
        let plane = texture(40, 30);
        assert!((plane.resample(13, 11).mean() - plane.mean()).abs() < 0.01);
    }

    #[test]
    fn erosion_and_dilation_bound_the_plane() {
        let plane = texture(19, 11);
        for reach in [0, 1, 2, 3, 5, 14, 30] {
            let (low, high) = (plane.erode(reach), plane.dilate(reach));
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
