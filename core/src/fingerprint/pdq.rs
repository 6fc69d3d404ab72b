//! PDQ: a 256-bit perceptual hash of a whole picture, with its quality.
//!
//! After the description and reference of PDQ (Facebook ThreatExchange, "The TMK+PDQF video and
//! PDQ photo hashing algorithms", 2019): luma is smoothed by two box filters along each axis,
//! sampled at 64 x 64 points, and transformed by a discrete cosine transform of which the terms
//! 1..=16 of each axis are kept; a bit says whether its term exceeds the median.
//!
//! Smoothing and sampling are linear and separable, so they are folded here into one weighted sum
//! an axis: the picture is read about once and never copied.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "indices run over arrays of 64 and 16 and over rows cut by the picture's own size; \
              float casts are of small non-negative whole numbers"
)]

use image::{DynamicImage, GrayImage, RgbImage};
use serde::{Deserialize, Serialize};

use super::pixels::{Pixels, PixelsError, luma};

/// Sampling points along each side.
const SIDE: usize = 64;

/// Cosine terms kept along each side.
const TERMS: usize = 16;

/// A PDQ hash. Text form: 64 hexadecimal digits, as the reference writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Pdq(pub [u8; 32]);

impl Pdq {
    /// Number of bits that differ, 0..=256. Unrelated pictures lie around 128; the reference calls
    /// 31 and less a match.
    #[must_use]
    pub fn distance(&self, other: &Self) -> u32 {
        self.0
            .iter()
            .zip(&other.0)
            .map(|(a, b)| (a ^ b).count_ones())
            .sum()
    }
}

impl std::fmt::Display for Pdq {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0
            .iter()
            .try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

/// A turn or reflection of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Turn {
    /// As it is.
    None,
    /// A quarter turn against the clock.
    Left,
    /// Upside down.
    Half,
    /// A quarter turn with the clock.
    Right,
    /// Top and bottom exchanged.
    FlipVertical,
    /// Left and right exchanged.
    FlipHorizontal,
    /// Mirrored at the diagonal from top left to bottom right.
    Transpose,
    /// Mirrored at the diagonal from top right to bottom left.
    Transverse,
}

impl Turn {
    /// All eight, in the order in which the reference lists its variants.
    pub const ALL: [Self; 8] = [
        Self::None,
        Self::Left,
        Self::Half,
        Self::Right,
        Self::FlipVertical,
        Self::FlipHorizontal,
        Self::Transpose,
        Self::Transverse,
    ];

    /// The turn that undoes it.
    #[must_use]
    pub const fn inverse(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
            same => same,
        }
    }

    /// Whether rows become columns; then whether the result's columns and rows run backwards.
    #[must_use]
    pub(super) const fn parts(self) -> (bool, bool, bool) {
        match self {
            Self::None => (false, false, false),
            Self::Left => (true, false, true),
            Self::Half => (false, true, true),
            Self::Right => (true, true, false),
            Self::FlipVertical => (false, false, true),
            Self::FlipHorizontal => (false, true, false),
            Self::Transpose => (true, false, false),
            Self::Transverse => (true, true, true),
        }
    }
}

/// The hash of a picture, and of its turns.
#[derive(Clone, Debug, PartialEq)]
pub struct Hashed {
    terms: [[f64; TERMS]; TERMS],
    quality: u8,
}

impl Hashed {
    /// Hashes a picture of any size that [`Pixels`] takes. Reads every pixel once.
    #[must_use]
    pub fn of(pixels: &Pixels) -> Self {
        Self::at_points(&sample(pixels))
    }

    /// Hashes a decoded picture, which is not copied where it has 8 bits a sample and no opacity.
    ///
    /// # Errors
    /// When it is smaller than [`Pixels`] may be.
    pub fn of_image(image: &DynamicImage) -> Result<Self, PixelsError> {
        Pixels::check_size(image)?;
        Ok(match image {
            DynamicImage::ImageLuma8(grey) => Self::at_points(&sample(grey)),
            DynamicImage::ImageRgb8(colours) => Self::at_points(&sample(colours)),
            other => Self::of(&Pixels::from_image(other)?),
        })
    }

    fn at_points(samples: &[[f64; SIDE]; SIDE]) -> Self {
        Self {
            terms: cosine_terms(samples),
            quality: quality(samples),
        }
    }

    /// The hash of the picture as it is.
    #[must_use]
    pub fn pdq(&self) -> Pdq {
        self.turned(Turn::None)
    }

    /// The hash that the picture would have after a turn.
    #[must_use]
    pub fn turned(&self, turn: Turn) -> Pdq {
        let (transposed, across, down) = turn.parts();
        // Running an axis backwards changes the sign of its odd terms; term `i` of the array is
        // term `i + 1` of the transform.
        let sign = |backwards: bool, index: usize| {
            if backwards && index.is_multiple_of(2) {
                -1.0
            } else {
                1.0
            }
        };
        let mut terms = [0.0; TERMS * TERMS];
        for (position, term) in terms.iter_mut().enumerate() {
            let (row, column) = (position / TERMS, position % TERMS);
            let value = if transposed {
                self.terms[column][row]
            } else {
                self.terms[row][column]
            };
            *term = value * sign(across, column) * sign(down, row);
        }
        bits(&terms)
    }

    /// How much there is to hash, 0..=100. Below 50 (flat or nearly flat pictures) a match says
    /// little.
    #[must_use]
    pub const fn quality(&self) -> u8 {
        self.quality
    }
}

/// For each of 64 sampling points along an axis: first sample used, and the weights from there on.
fn axis(length: usize) -> Vec<(usize, Vec<f64>)> {
    let window = length.div_ceil(2 * SIDE);
    let reach = (window + 2) / 2;
    // The box filter's window round a sample: cut at the ends, where fewer samples are averaged.
    let span = |at: usize| {
        let first = at.saturating_sub(window - reach);
        let last = (at + reach - 1).min(length - 1);
        (first, last)
    };
    (0..SIDE)
        .map(|point| {
            let at = (2 * point + 1) * length / (2 * SIDE);
            let (first, last) = span(at);
            let (start, end) = (span(first).0, span(last).1);
            let mut weights = vec![0.0; end - start + 1];
            let outer = 1.0 / (last - first + 1) as f64;
            for middle in first..=last {
                let (from, to) = span(middle);
                let share = outer / (to - from + 1) as f64;
                for weight in &mut weights[from - start..=to - start] {
                    *weight += share;
                }
            }
            (start, weights)
        })
        .collect()
}

/// Rows of luma, as they come.
trait Rows {
    fn width(&self) -> usize;
    fn height(&self) -> usize;
    /// Adds `weight` times row `y`.
    fn add_row(&self, y: usize, weight: f32, sums: &mut [f32]);
}

impl Rows for Pixels {
    fn width(&self) -> usize {
        Self::width(self)
    }

    fn height(&self) -> usize {
        Self::height(self)
    }

    fn add_row(&self, y: usize, weight: f32, sums: &mut [f32]) {
        add_colours(self.row(y), weight, sums);
    }
}

impl Rows for RgbImage {
    fn width(&self) -> usize {
        Self::width(self) as usize
    }

    fn height(&self) -> usize {
        Self::height(self) as usize
    }

    fn add_row(&self, y: usize, weight: f32, sums: &mut [f32]) {
        let span = 3 * sums.len();
        add_colours(&self.as_raw()[y * span..(y + 1) * span], weight, sums);
    }
}

impl Rows for GrayImage {
    fn width(&self) -> usize {
        Self::width(self) as usize
    }

    fn height(&self) -> usize {
        Self::height(self) as usize
    }

    fn add_row(&self, y: usize, weight: f32, sums: &mut [f32]) {
        let row = &self.as_raw()[y * sums.len()..(y + 1) * sums.len()];
        for (sum, level) in sums.iter_mut().zip(row) {
            *sum += weight * f32::from(*level);
        }
    }
}

fn add_colours(row: &[u8], weight: f32, sums: &mut [f32]) {
    for (sum, pixel) in sums.iter_mut().zip(row.chunks_exact(3)) {
        *sum += weight * luma(pixel[0].into(), pixel[1].into(), pixel[2].into());
    }
}

/// The picture, smoothed, at the sampling points: down first, whole rows at a time.
fn sample(picture: &impl Rows) -> [[f64; SIDE]; SIDE] {
    let (across, down) = (axis(picture.width()), axis(picture.height()));
    let mut samples = [[0.0; SIDE]; SIDE];
    let mut sums = vec![0.0_f32; picture.width()];
    for (out, (start, weights)) in samples.iter_mut().zip(&down) {
        sums.fill(0.0);
        for (row, weight) in weights.iter().enumerate() {
            picture.add_row(start + row, *weight as f32, &mut sums);
        }
        for (value, (start, weights)) in out.iter_mut().zip(&across) {
            *value = weights
                .iter()
                .zip(&sums[*start..])
                .map(|(weight, sum)| weight * f64::from(*sum))
                .sum();
        }
    }
    samples
}

fn cosine_terms(samples: &[[f64; SIDE]; SIDE]) -> [[f64; TERMS]; TERMS] {
    let mut basis = [[0.0; SIDE]; TERMS];
    for (term, row) in basis.iter_mut().enumerate() {
        for (at, value) in row.iter_mut().enumerate() {
            let angle =
                std::f64::consts::PI * ((term + 1) * (2 * at + 1)) as f64 / (2 * SIDE) as f64;
            *value = (2.0 / SIDE as f64).sqrt() * angle.cos();
        }
    }
    let mut columns = [[0.0; SIDE]; TERMS];
    for (sums, weights) in columns.iter_mut().zip(&basis) {
        for (weight, row) in weights.iter().zip(samples) {
            for (sum, value) in sums.iter_mut().zip(row) {
                *sum += weight * value;
            }
        }
    }
    let mut terms = [[0.0; TERMS]; TERMS];
    for (out, row) in terms.iter_mut().zip(&columns) {
        for (term, weights) in out.iter_mut().zip(&basis) {
            *term = weights.iter().zip(row).map(|(w, v)| w * v).sum();
        }
    }
    terms
}

/// Sum of the whole-percent steps between neighbours, scaled and capped as the reference does.
fn quality(samples: &[[f64; SIDE]; SIDE]) -> u8 {
    let step = |a: f64, b: f64| ((a - b) * 100.0 / 255.0).abs().trunc();
    let mut sum = 0.0;
    for (y, row) in samples.iter().enumerate() {
        for (x, value) in row.iter().enumerate() {
            if let Some(right) = row.get(x + 1) {
                sum += step(*value, *right);
            }
            if let Some(below) = samples.get(y + 1) {
                sum += step(*value, below[x]);
            }
        }
    }
    (sum / 90.0).trunc().min(100.0) as u8
}

fn bits(terms: &[f64; TERMS * TERMS]) -> Pdq {
    let mut sorted = *terms;
    sorted.sort_by(f64::total_cmp);
    // The lower of the two middle values, as the reference's selection gives it.
    let median = sorted[sorted.len() / 2 - 1];
    let mut bytes = [0_u8; 32];
    for (index, term) in terms.iter().enumerate() {
        if *term > median {
            // Bit 0 is the last of the text form.
            bytes[31 - index / 8] |= 1 << (index % 8);
        }
    }
    Pdq(bytes)
}

#[cfg(test)]
mod tests;
