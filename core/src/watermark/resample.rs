//! Planes of another size: area mean to shrink, Catmull-Rom to enlarge, axis by axis.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "weights start and end within their axis; casts are of clamped places of samples"
)]

use std::iter::repeat_n;

use super::plane::{Plane, add_weighted};

/// A plane of another size from rows that `source` fills, in turn: see [`Plane::resample`].
///
/// Rows are widened before they are summed where there will be more of them, else after.
pub(crate) fn resample_rows(
    (width, height): (usize, usize),
    (across, down): (usize, usize),
    mut source: impl FnMut(usize, &mut [f32]),
) -> Plane {
    let (columns, rows) = (
        AxisWeights::new(width, across),
        AxisWeights::new(height, down),
    );
    let first = down > height;
    let (held, long) = (rows.each.max(1), if first { across } else { width });
    let mut begun = vec![0.0_f32; held * long];
    let mut row = vec![0.0_f32; width];
    let mut sum = vec![0.0_f32; width];
    let mut out = Plane::new(across, down);
    let mut next = 0;
    for (y, taps) in rows.iter().enumerate() {
        let out = out.row_mut(y);
        let summed = if first { &mut *out } else { &mut sum };
        summed.fill(0.0);
        for (above, tap) in taps {
            while next <= above {
                let place = &mut begun[next % held * long..][..long];
                if first {
                    source(next, &mut row);
                    columns.apply(&row, place);
                } else {
                    source(next, place);
                }
                next += 1;
            }
            add_weighted(summed, &begun[above % held * long..][..long], tap);
        }
        if !first {
            columns.apply(&sum, out);
        }
    }
    out
}

/// What every output sample of one axis is made of: as many input samples each, and their weights.
pub(crate) struct AxisWeights {
    /// First input sample of each.
    starts: Vec<usize>,
    /// Weights of each, `each` of them.
    taps: Vec<f32>,
    each: usize,
}

impl AxisWeights {
    /// Weights that resample `from` samples to `to`: area mean to shrink, Catmull-Rom to enlarge.
    pub(crate) fn new(from: usize, to: usize) -> Self {
        let ratio = from as f64 / to as f64;
        let weights: Vec<(usize, Vec<f32>)> = (0..to)
            .map(|o| {
                if to <= from {
                    shrinking(o, ratio, from)
                } else {
                    enlarging(o, ratio, from)
                }
            })
            .collect();
        let each = weights.iter().map(|(_, taps)| taps.len()).max();
        let each = each.unwrap_or(0);
        let (mut starts, mut all) = (Vec::with_capacity(to), Vec::with_capacity(to * each));
        for (start, taps) in weights {
            // Those that lack some begin earlier where the axis ends: what is added weighs nothing.
            let begin = start.min(from - each);
            starts.push(begin);
            all.extend(repeat_n(0.0, start - begin));
            all.extend_from_slice(&taps);
            all.resize(starts.len() * each, 0.0);
        }
        Self {
            starts,
            taps: all,
            each,
        }
    }

    /// For each output sample the input samples that weigh something, with their weights.
    pub(crate) fn iter(&self) -> impl Iterator<Item = impl Iterator<Item = (usize, f32)>> {
        let taps = self.taps.chunks_exact(self.each.max(1));
        self.starts.iter().zip(taps).map(|(start, taps)| {
            let weighed = (*start..).zip(taps.iter().copied());
            weighed.filter(|(_, tap)| *tap != 0.0)
        })
    }

    /// Resamples a row.
    pub(crate) fn apply(&self, row: &[f32], out: &mut [f32]) {
        match self.each {
            1 if row.len() == out.len() => out.copy_from_slice(row),
            2 => self.apply_to::<2>(row, out),
            3 => self.apply_to::<3>(row, out),
            4 => self.apply_to::<4>(row, out),
            5 => self.apply_to::<5>(row, out),
            6 => self.apply_to::<6>(row, out),
            7 => self.apply_to::<7>(row, out),
            8 => self.apply_to::<8>(row, out),
            _ => {
                for (o, taps) in out.iter_mut().zip(self.iter()) {
                    *o = taps.map(|(i, tap)| tap * row[i]).sum();
                }
            }
        }
    }

    /// [`Self::apply`] where each sample has `EACH` weights: a loop of a known length.
    fn apply_to<const EACH: usize>(&self, row: &[f32], out: &mut [f32]) {
        let taps = self.taps.as_chunks::<EACH>().0;
        for ((o, start), taps) in out.iter_mut().zip(&self.starts).zip(taps) {
            let samples = &row[*start..][..EACH];
            *o = taps.iter().zip(samples).map(|(t, s)| t * s).sum();
        }
    }
}

/// The first input sample of an output sample and its weights: what it covers of each.
fn shrinking(o: usize, ratio: f64, from: usize) -> (usize, Vec<f32>) {
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
}

/// The first input sample of an output sample and its weights: Catmull-Rom, edges replicated.
fn enlarging(o: usize, ratio: f64, from: usize) -> (usize, Vec<f32>) {
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

#[cfg(test)]
mod tests {
    use super::*;

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
        let plane = Plane::from_fn(40, 30, |x, y| ((x * 7919 + y * 104_729) % 251) as f32);
        assert!((plane.resample(13, 11).mean() - plane.mean()).abs() < 0.01);
    }
}
