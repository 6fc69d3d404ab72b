//! The scan: a grid of maps from the picture to the canonical raster, scored by the power that lies
//! where each of them expects the pilots (`spec/watermark.md`, section 10).
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "bins are bounded by |f| < 0.47 before they index the map; lists of sizes are as long \
              as their arrays; casts are of such bins and counts"
)]

use std::f64::consts::PI;

use super::carrier::{PILOTS, TILE};
use super::field::Field;
use super::sync::{Matrix, NYQUIST, Range, distance};

/// Log-aspects of the general scan.
const ASPECTS: [f64; 5] = [0.0, 0.06, -0.06, 0.12, -0.12];
/// Canonical pixels between scanned sizes: 1.6 bins at the outermost pilot.
const PITCH: f64 = 7.5;
/// Sizes scanned along one direction, at most.
const LONGEST: usize = 256;

/// The pilots from the innermost outwards.
const OUTWARD: [usize; PILOTS.len()] = [11, 6, 7, 4, 3, 10, 2, 9, 0, 1, 8, 5];
/// The innermost of them move half as far as the others from map to map: they are listened for
/// at every second size and angle first.
const HEARD: usize = 4;
/// Pilots after which a map is looked at again before the rest are gathered.
const HALFWAY: usize = 7;
/// Standard deviations of chance that a map must show by then. One that belongs to a mark has six
/// and more by all twelve pilots, so that it fails here less than once in fifty times.
const AUDIBLE: f32 = 1.2;
const CLEARER: f32 = 1.5;

/// Running list of the best scores.
struct Best {
    items: Vec<(f32, Matrix)>,
    threshold: f32,
}

impl Best {
    fn offer(&mut self, score: f32, matrix: impl FnOnce() -> Matrix) {
        if score > self.threshold {
            self.items.push((score, matrix()));
            if self.items.len() >= 6000 {
                self.items.sort_by(|a, b| b.0.total_cmp(&a.0));
                self.items.truncate(2000);
                self.threshold = self.items.last().map_or(0.0, |item| item.0);
            }
        }
    }
}

/// Scores the whole grid of maps and returns the best distinct ones, at most `keep`.
pub(super) fn scan(field: &Field, range: Range, keep: usize) -> Vec<Matrix> {
    let mut best = Best {
        items: Vec::new(),
        threshold: 2.0,
    };
    let standard = Standard::new(field);
    // A geometric split keeps the angular pitch right for each span of sizes.
    let mut low = range.least;
    while low < range.greatest {
        let high = (low * 1.5).min(range.greatest);
        scan_span(field, &standard, range.short, (low, high), &mut best);
        low = high;
    }
    if range.squeezed {
        scan_squeezed(field, &standard, range, &mut best);
    }
    best.items.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut kept: Vec<Matrix> = Vec::new();
    for (_, matrix) in best.items {
        if kept.len() == keep {
            break;
        }
        if kept.iter().all(|k| distance(k, &matrix) > 2.5) {
            kept.push(matrix);
        }
    }
    kept
}

/// Scores all angles, mirrors and aspects at the sizes `low..high`.
fn scan_span(
    field: &Field,
    standard: &Standard,
    short: usize,
    (low, high): (f64, f64),
    best: &mut Best,
) {
    let pairs = (0.5 * PI * high / PITCH).ceil() as usize;
    let unit = 1.0 / (TILE as f64 * short as f64);
    let (w, h) = (field.across as f64 * unit, field.down as f64 * unit);
    // Kept from ray to ray: clearing them takes as long as a ray.
    let (mut heard, mut sizes) = (Sizes::none(), Sizes::none());
    for mirror in [1.0, -1.0] {
        for aspect in ASPECTS {
            let (sx, sy) = ((aspect * 0.5).exp(), (-aspect * 0.5).exp());
            let direction = |i: f64| {
                let (sin, cos) = (0.5 * PI * i / pairs as f64).sin_cos();
                [
                    w * sx * cos * mirror,
                    -w * sx * sin,
                    h * sy * sin * mirror,
                    h * sy * cos,
                ]
            };
            for pair in 0..pairs {
                // A pair of angles, heard at their middle.
                let first = 2.0 * pair as f64;
                audible(
                    field,
                    standard,
                    &direction(first + 0.5),
                    (low, high),
                    &mut heard,
                );
                for angle in [first, first + 1.0] {
                    sizes.begin(&heard);
                    score(field, standard, &direction(angle), low, &mut sizes, best);
                }
            }
        }
    }
}

/// One pilot along a direction: its bin at each size.
struct Ray {
    x: f32,
    y: f32,
    dx: f32,
    dy: f32,
    /// Sizes at which it lies inside the transform.
    reach: usize,
}

impl Ray {
    /// Pilot `p` at the sizes `low + pitch i`, `direction` in bins a canonical pixel of the shorter side.
    fn new(field: &Field, direction: &Matrix, p: usize, low: f64, pitch: f64) -> Self {
        let (kx, ky) = (f64::from(PILOTS[p].0), f64::from(PILOTS[p].1));
        let x = direction[0] * kx + direction[1] * ky;
        let y = direction[2] * kx + direction[3] * ky;
        // The other half of the transform is the mirror image of this one.
        let (x, y) = if x < 0.0 { (-x, -y) } else { (x, y) };
        let limit = (NYQUIST * field.across as f64 / x.max(1e-12))
            .min(NYQUIST * field.down as f64 / y.abs().max(1e-12));
        Self {
            x: (x * low) as f32 + 0.5,
            y: (y * low) as f32 + 0.5 + field.down as f32,
            dx: (x * pitch) as f32,
            dy: (y * pitch) as f32,
            reach: steps((limit - low) / pitch),
        }
    }

    /// Adds the pooled power at the first sizes.
    fn add_all(&self, field: &Field, sums: &mut [u32], inside: &mut [u8]) {
        let reach = self.reach.min(sums.len());
        let (columns, down) = (field.columns as f32, field.down as f32);
        // Places first, in a loop of its own, which becomes vector code: whole numbers below 2^23
        // are exact in `f32`, and adding 2^23 leaves them in the low bits.
        const WHOLE: f32 = 8_388_608.0;
        let cut = |t: f32| {
            let nearest = (t + WHOLE) - WHOLE;
            nearest - if nearest > t { 1.0 } else { 0.0 }
        };
        let mut places = [0_u32; LONGEST / 2];
        for (i, place) in places[..reach].iter_mut().enumerate() {
            let column = cut(self.x + self.dx * i as f32);
            let row = cut(self.y + self.dy * i as f32);
            let row = row - if row >= down { down } else { 0.0 };
            *place = (row * columns + column + WHOLE).to_bits() & 0x007F_FFFF;
        }
        for (sum, place) in sums.iter_mut().zip(&places[..reach]) {
            *sum += u32::from(field.pooled[*place as usize]);
        }
        for seen in &mut inside[..reach] {
            *seen += 1;
        }
    }

    /// Adds the pooled power at some sizes, which ascend.
    fn add(&self, field: &Field, sizes: &mut Sizes) {
        let sums = sizes.sum[..sizes.count].iter_mut();
        let counted = sums.zip(&mut sizes.inside[..sizes.count]);
        for (i, (sum, seen)) in sizes.at.iter().zip(counted) {
            let i = usize::from(*i);
            if i >= self.reach {
                break;
            }
            let column = (self.x + self.dx * i as f32) as usize;
            let row = (self.y + self.dy * i as f32) as usize;
            let row = row - if row >= field.down { field.down } else { 0 };
            *sum += u32::from(field.pooled[row * field.columns + column]);
            *seen += 1;
        }
    }
}

/// The least whole number at or above `t`, and 0 below it. Without a call of the library: asked for
/// every pilot of every ray.
fn steps(t: f64) -> usize {
    let whole = t as usize;
    whole.saturating_add(usize::from((whole as f64) < t))
}

/// Some of the sizes along a direction and what was gathered there.
struct Sizes {
    count: usize,
    at: [u16; LONGEST],
    sum: [u32; LONGEST],
    inside: [u8; LONGEST],
}

impl Sizes {
    fn none() -> Self {
        Self {
            count: 0,
            at: [0; LONGEST],
            sum: [0; LONGEST],
            inside: [0; LONGEST],
        }
    }

    /// The sizes of another, with nothing gathered.
    fn begin(&mut self, other: &Self) {
        self.count = other.count;
        self.at[..self.count].copy_from_slice(&other.at[..self.count]);
        self.sum[..self.count].fill(0);
        self.inside[..self.count].fill(0);
    }

    fn push(&mut self, size: usize) {
        self.at[self.count] = size as u16;
        self.count += 1;
    }

    /// Drops the sizes that show less than `least`.
    fn retain(&mut self, standard: &Standard, least: f32) {
        let mut count = 0;
        for i in 0..self.count {
            let (at, sum, inside) = (self.at[i], self.sum[i], self.inside[i]);
            (self.at[count], self.sum[count], self.inside[count]) = (at, sum, inside);
            count += usize::from(standard.exceeds(sum, inside, least));
        }
        self.count = count;
    }
}

/// The sizes `low..high` along a direction near which the innermost pilots are heard.
fn audible(
    field: &Field,
    standard: &Standard,
    direction: &Matrix,
    (low, high): (f64, f64),
    sizes: &mut Sizes,
) {
    let count = ((high - low) / (2.0 * PITCH)).ceil() as usize;
    let count = count.min(LONGEST / 2);
    let (mut sums, mut inside) = ([0_u32; LONGEST / 2], [0_u8; LONGEST / 2]);
    for &p in &OUTWARD[..HEARD] {
        // Pairs of sizes, too, are heard at their middle.
        let ray = Ray::new(field, direction, p, low + 0.5 * PITCH, 2.0 * PITCH);
        ray.add_all(field, &mut sums[..count], &mut inside[..count]);
    }
    sizes.count = 0;
    for i in 0..count {
        if standard.exceeds(sums[i], inside[i], AUDIBLE) {
            sizes.push(2 * i);
            sizes.push(2 * i + 1);
        }
    }
}

/// Scores sizes along a direction by all pilots.
fn score(
    field: &Field,
    standard: &Standard,
    direction: &Matrix,
    low: f64,
    sizes: &mut Sizes,
    best: &mut Best,
) {
    for (n, &p) in OUTWARD.iter().enumerate() {
        if n == HALFWAY {
            sizes.retain(standard, CLEARER);
        }
        Ray::new(field, direction, p, low, PITCH).add(field, sizes);
    }
    for i in 0..sizes.count {
        if let Some(score) = standard.score(sizes.sum[i], sizes.inside[i]) {
            best.offer(score, || {
                let size = low + PITCH * f64::from(sizes.at[i]);
                direction.map(|d| d * size)
            });
        }
    }
}

/// Chance's mean and standard deviation of a sum over so many pilots.
struct Standard([(f32, f32); PILOTS.len() + 1]);

impl Standard {
    fn new(field: &Field) -> Self {
        Self(std::array::from_fn(|n| {
            let n = n as f32;
            (n * field.pooled_mean, field.pooled_deviation * n.sqrt())
        }))
    }

    /// Whether a sum over so many pilots lies above chance by more than `least` deviations.
    fn exceeds(&self, sum: u32, inside: u8, least: f32) -> bool {
        let (mean, deviation) = self.0[usize::from(inside)];
        sum as f32 - mean > least * deviation
    }

    /// Standardised score of a sum over so many pilots; none below seven.
    fn score(&self, sum: u32, inside: u8) -> Option<f32> {
        if inside < 7 {
            return None;
        }
        let (mean, deviation) = self.0[usize::from(inside)];
        Some((sum as f32 - mean) / deviation)
    }
}

/// Scans independent sizes along the two axes of the picture, both transpositions and mirrors.
fn scan_squeezed(field: &Field, standard: &Standard, range: Range, best: &mut Best) {
    let unit = 1.0 / (TILE as f64 * range.short as f64);
    let (w, h) = (field.across as f64 * unit, field.down as f64 * unit);
    let count = ((range.greatest - range.least) / PITCH).ceil() as usize;
    let size = |i: usize| range.least + PITCH * i as f64;
    for transposed in [false, true] {
        for mirror in [1.0, -1.0] {
            // Column of each pilot at each horizontal size.
            for i in 0..count {
                let (gx, first) = (
                    w * size(i),
                    ((size(i) / 1.9 - range.least) / PITCH).max(0.0),
                );
                let last = ((size(i) * 1.9 - range.least) / PITCH).min(count as f64 - 1.0);
                let (first, last) = (first as usize, last.max(0.0) as usize);
                let mut sums = [0_u32; LONGEST];
                let mut inside = [0_u8; LONGEST];
                let span = (last + 1).saturating_sub(first).min(LONGEST);
                for &(kx, ky) in &PILOTS {
                    let (p, q) = if transposed { (ky, kx) } else { (kx, ky) };
                    let x = gx * f64::from(p) * mirror;
                    let y = h * f64::from(q);
                    let (x, y) = if x < 0.0 { (-x, -y) } else { (x, y) };
                    if x > NYQUIST * field.across as f64 {
                        continue;
                    }
                    let limit = NYQUIST * field.down as f64 / y.abs();
                    let reach = steps((limit - size(first)) / PITCH);
                    let reach = reach.min(span);
                    let column = (x + 0.5) as usize;
                    let start = (y * size(first)) as f32 + 0.5 + field.down as f32;
                    let step = (y * PITCH) as f32;
                    for (j, (sum, seen)) in sums[..reach]
                        .iter_mut()
                        .zip(&mut inside[..reach])
                        .enumerate()
                    {
                        let row = (start + step * j as f32) as usize;
                        let row = if row >= field.down {
                            row - field.down
                        } else {
                            row
                        };
                        *sum += u32::from(field.pooled[row * field.columns + column]);
                        *seen += 1;
                    }
                }
                for j in 0..span {
                    if let Some(score) = standard.score(sums[j], inside[j]) {
                        best.offer(score, || {
                            let (x, y) = (gx * mirror, h * size(first + j));
                            if transposed {
                                [0.0, x, y, 0.0]
                            } else {
                                [x, 0.0, 0.0, y]
                            }
                        });
                    }
                }
            }
        }
    }
}
