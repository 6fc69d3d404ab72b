//! Planes of samples and the two resamplings that descriptors need.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "pixel kernels: indices are cut to 0..width and 0..height, whose product fits usize \
              because the plane is allocated; casts are of such indices or of clamped floats"
)]

use super::{
    pixels::{Pixels, luma},
    registration::Registration,
};

/// Luma, blue and red difference, each `height x width`, row-major without padding, in levels
/// 0..=255 (the differences around 128).
#[derive(Clone, Debug)]
pub(super) struct Planes {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) channels: [Vec<f32>; 3],
}

impl Planes {
    /// The picture, averaged over the cells of a grid of `width x height` that covers all of it.
    ///
    /// Pixels that lie in two cells count in each by their share of area: exact for any sizes.
    pub(super) fn shrunk(pixels: &Pixels, width: usize, height: usize) -> Self {
        let across = shares(pixels.width(), width);
        let down = shares(pixels.height(), height);
        let mut channels = [(); 3].map(|()| vec![0.0_f32; width * height]);
        let mut line = [(); 3].map(|()| vec![0.0_f32; pixels.width()]);
        let mut reduced = [(); 3].map(|()| vec![0.0_f32; width]);
        let mut first = 0;
        for (y, row) in pixels.rows().enumerate() {
            difference_row(row, &mut line);
            for (out, samples) in reduced.iter_mut().zip(&line) {
                for (value, share) in out.iter_mut().zip(&across) {
                    *value = share.average(samples);
                }
            }
            while down.get(first).is_some_and(|share| share.end() <= y) {
                first += 1;
            }
            for (cell, share) in down.iter().enumerate().skip(first) {
                if share.start > y {
                    break;
                }
                let weight = share.weights[y - share.start];
                for (plane, values) in channels.iter_mut().zip(&reduced) {
                    let out = &mut plane[cell * width..(cell + 1) * width];
                    for (sum, value) in out.iter_mut().zip(values) {
                        *sum += weight * value;
                    }
                }
            }
        }
        Self {
            width,
            height,
            channels,
        }
    }

    /// These planes seen through a registration: `height x width` samples at the centres of a
    /// grid over the signed picture, and whether each lies inside these planes.
    ///
    /// `registration` maps the signed picture's unit square to coordinates of these planes.
    /// Sampling is cubic (Catmull-Rom) with repeated edges.
    pub(super) fn warped(
        &self,
        registration: &Registration,
        width: usize,
        height: usize,
    ) -> (Self, Vec<bool>) {
        let mut channels = [(); 3].map(|()| vec![0.0_f32; width * height]);
        let mut inside = vec![false; width * height];
        // Half a sample beyond the edge still belongs to the edge's own sample; rounded sizes and
        // estimated registrations are no better than that.
        let slack = 0.75;
        let (right, bottom) = (self.width as f64 + slack, self.height as f64 + slack);
        for y in 0..height {
            for x in 0..width {
                let u = (x as f64 + 0.5) / width as f64;
                let v = (y as f64 + 0.5) / height as f64;
                let (px, py) = registration.apply(u, v);
                let seen = px > -slack && py > -slack && px < right && py < bottom;
                if !seen {
                    continue;
                }
                let at = y * width + x;
                inside[at] = true;
                let columns = taps(px - 0.5, self.width);
                let rows = taps(py - 0.5, self.height);
                for (out, plane) in channels.iter_mut().zip(&self.channels) {
                    let mut value = 0.0;
                    for (row, weight) in rows {
                        let line = &plane[row * self.width..(row + 1) * self.width];
                        let sum: f32 = columns.iter().map(|(x, w)| w * line[*x]).sum();
                        value += weight * sum;
                    }
                    out[at] = value;
                }
            }
        }
        (
            Self {
                width,
                height,
                channels,
            },
            inside,
        )
    }

    /// The planes seen from that many samples farther right and down; what lies outside repeats the
    /// edge.
    pub(super) fn moved(&self, across: i32, down: i32) -> Self {
        let place = |at: usize, by: i32, length: usize| {
            let moved = at as i64 + i64::from(by);
            moved.clamp(0, length as i64 - 1) as usize
        };
        let columns: Vec<usize> = (0..self.width)
            .map(|x| place(x, across, self.width))
            .collect();
        let channels = [0, 1, 2].map(|channel| {
            let plane: &Vec<f32> = &self.channels[channel];
            let mut out = Vec::with_capacity(plane.len());
            for y in 0..self.height {
                let start = place(y, down, self.height) * self.width;
                let row = &plane[start..start + self.width];
                out.extend(columns.iter().map(|x| row[*x]));
            }
            out
        });
        Self {
            width: self.width,
            height: self.height,
            channels,
        }
    }

    /// Averages of `factor x factor` samples; the sides must be multiples of `factor`.
    pub(super) fn averaged(&self, factor: usize) -> Self {
        let (width, height) = (self.width / factor, self.height / factor);
        let share = 1.0 / (factor * factor) as f32;
        let channels = [0, 1, 2].map(|channel| {
            let plane: &Vec<f32> = &self.channels[channel];
            let mut out = vec![0.0_f32; width * height];
            for y in 0..height * factor {
                for x in 0..width * factor {
                    out[y / factor * width + x / factor] += plane[y * self.width + x] * share;
                }
            }
            out
        });
        Self {
            width,
            height,
            channels,
        }
    }
}

fn difference_row(row: &[u8], line: &mut [Vec<f32>; 3]) {
    let [y_line, cb_line, cr_line] = line;
    for (((y, cb), cr), pixel) in y_line
        .iter_mut()
        .zip(cb_line)
        .zip(cr_line)
        .zip(row.chunks_exact(3))
    {
        let (r, g, b) = (
            f32::from(pixel[0]),
            f32::from(pixel[1]),
            f32::from(pixel[2]),
        );
        *y = luma(r, g, b);
        *cb = 128.0 + 0.564 * (b - *y);
        *cr = 128.0 + 0.713 * (r - *y);
    }
}

/// The samples of one cell along an axis, with their weights, which sum to one.
struct Share {
    start: usize,
    weights: Vec<f32>,
}

impl Share {
    fn end(&self) -> usize {
        self.start + self.weights.len()
    }

    fn average(&self, samples: &[f32]) -> f32 {
        self.weights
            .iter()
            .zip(&samples[self.start..])
            .map(|(weight, sample)| weight * sample)
            .sum()
    }
}

fn shares(length: usize, cells: usize) -> Vec<Share> {
    (0..cells)
        .map(|cell| {
            // In units of 1 / cells of a sample, so that every border is a whole number.
            let (from, to) = (cell * length, (cell + 1) * length);
            let (start, end) = (from / cells, to.div_ceil(cells));
            let weights = (start..end)
                .map(|sample| {
                    let covered = to.min((sample + 1) * cells) - from.max(sample * cells);
                    covered as f32 / length as f32
                })
                .collect();
            Share { start, weights }
        })
        .collect()
}

/// Four neighbours along an axis and their Catmull-Rom weights; indices repeat at the edges.
fn taps(position: f64, length: usize) -> [(usize, f32); 4] {
    let floor = position.floor();
    let t = (position - floor) as f32;
    let (t2, t3) = (t * t, t * t * t);
    let weights = [
        0.5 * (-t3 + 2.0 * t2 - t),
        0.5 * (3.0 * t3 - 5.0 * t2 + 2.0),
        0.5 * (-3.0 * t3 + 4.0 * t2 + t),
        0.5 * (t3 - t2),
    ];
    let base = floor as i64;
    let last = length as i64 - 1;
    [0, 1, 2, 3].map(|tap| {
        let index = (base - 1 + tap as i64).clamp(0, last) as usize;
        (index, weights[tap])
    })
}
