//! Synchronisation: finding the affine map from the picture to the canonical raster by the
//! magnitudes of the pilots alone (`spec/watermark.md`, section 10).
//!
//! Nothing here knows a key or a payload.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "bins are bounded by |f| < 0.47 before they index the map; casts are of such bins, \
              of small counts and of list lengths"
)]

use std::f64::consts::PI;

use super::carrier::{Carrier, PILOTS, TILE};
use super::field::Field;
use super::geometry::Affine;

/// Greatest frequency searched, in cycles a sample.
const NYQUIST: f64 = 0.47;
/// Hypotheses kept from the scan, and maps handed on.
const SCANNED: usize = 60;
/// Log-aspects of the general scan.
const ASPECTS: [f64; 5] = [0.0, 0.06, -0.06, 0.12, -0.12];
/// Canonical pixels between scanned sizes: 1.6 bins at the outermost pilot.
const PITCH: f64 = 7.5;
/// Sizes scanned along one direction, at most.
const LONGEST: usize = 256;

/// What the search may look at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Range {
    /// The shorter side of the picture, in samples.
    pub(crate) short: usize,
    /// Canonical pixels along that side: least and greatest.
    pub(crate) least: f64,
    pub(crate) greatest: f64,
    /// Whether squeezes up to 1.9 along the picture's axes are scanned too.
    pub(crate) squeezed: bool,
}

/// A linear map of harmonics to bins: `x = m00 kx + m01 ky`, `y = m10 kx + m11 ky`.
type Matrix = [f64; 4];

/// The likeliest maps from samples to canonical pixels, best first, at most `keep`.
///
/// They have no offset: the tile is periodic, and the pilots' phases tell the rest later.
pub(crate) fn search(field: &Field, carrier: &Carrier, range: Range, keep: usize) -> Vec<Affine> {
    let scanned = scan(field, range);
    let mut refined = Vec::new();
    for matrix in scanned {
        for shape in [Shape::Affine, Shape::Similar, Shape::Aligned] {
            if let Some((matrix, prior)) = refine(field, matrix, shape) {
                let rank = rank(field, carrier, &matrix) + prior;
                refined.push((rank, matrix, shape));
            }
        }
    }
    refined.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut kept: Vec<(f32, Matrix)> = Vec::new();
    for (mut value, mut matrix, shape) in refined {
        if kept.iter().any(|k| distance(&k.1, &matrix) < 0.6) {
            continue;
        }
        if shape == Shape::Affine && kept.len() < keep {
            let before = lattice(field, carrier, &matrix);
            let after = climb(field, carrier, &mut matrix, before);
            value += after - before;
        }
        kept.push((value, matrix));
        if kept.len() == keep {
            break;
        }
    }
    kept.sort_by(|a, b| b.0.total_cmp(&a.0));
    kept.into_iter()
        .map(|(_, m)| {
            // The phase k . x_c / 128 equals the frequency times x, so x_c is the transpose.
            let tile = TILE as f64;
            let (w, h) = (field.across as f64, field.down as f64);
            Affine::linear(
                tile * m[0] / w,
                tile * m[2] / h,
                tile * m[1] / w,
                tile * m[3] / h,
            )
        })
        .collect()
}

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

/// Scores the whole grid of hypotheses and returns the best distinct ones.
fn scan(field: &Field, range: Range) -> Vec<Matrix> {
    let mut best = Best {
        items: Vec::new(),
        threshold: 2.0,
    };
    let standard = Standard::new(field);
    // A geometric split keeps the angular pitch right for each span of sizes.
    let mut low = range.least;
    while low < range.greatest {
        let high = (low * 1.5).min(range.greatest);
        let angles = (PI * high / PITCH).ceil() as usize;
        for mirror in [1.0, -1.0] {
            for aspect in ASPECTS {
                for i in 0..angles {
                    let (sin, cos) = (PI * i as f64 / angles as f64).sin_cos();
                    let (sx, sy) = ((aspect * 0.5).exp(), (-aspect * 0.5).exp());
                    let unit = 1.0 / (TILE as f64 * range.short as f64);
                    let (w, h) = (field.across as f64 * unit, field.down as f64 * unit);
                    let direction = [
                        w * sx * cos * mirror,
                        -w * sx * sin,
                        h * sy * sin * mirror,
                        h * sy * cos,
                    ];
                    scan_ray(field, &standard, &direction, (low, high), &mut best);
                }
            }
        }
        low = high;
    }
    if range.squeezed {
        scan_squeezed(field, &standard, range, &mut best);
    }
    best.items.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut kept: Vec<Matrix> = Vec::new();
    for (_, matrix) in best.items {
        if kept.len() == SCANNED {
            break;
        }
        if kept.iter().all(|k| distance(k, &matrix) > 2.5) {
            kept.push(matrix);
        }
    }
    kept
}

/// Greatest displacement, in bins, of the corners of the pilot region between two maps, taking
/// into account that a map and its negative are one.
fn distance(a: &Matrix, b: &Matrix) -> f64 {
    let reach = |sign: f64| {
        let d: Vec<f64> = a.iter().zip(b).map(|(x, y)| x - sign * y).collect();
        let x = d[0].abs() + d[1].abs();
        let y = d[2].abs() + d[3].abs();
        20.0 * x.hypot(y)
    };
    reach(1.0).min(reach(-1.0))
}

/// Scores the sizes `low..high` along one direction (bins a canonical pixel of the short side).
fn scan_ray(
    field: &Field,
    standard: &Standard,
    direction: &Matrix,
    (low, high): (f64, f64),
    best: &mut Best,
) {
    let count = ((high - low) / PITCH).ceil() as usize;
    let mut sums = [0_u32; LONGEST];
    let mut inside = [0_u8; LONGEST];
    let count = count.min(sums.len());
    let mut places = [0; LONGEST];
    for &(kx, ky) in &PILOTS {
        add_ray(
            field,
            (
                direction[0] * f64::from(kx) + direction[1] * f64::from(ky),
                direction[2] * f64::from(kx) + direction[3] * f64::from(ky),
            ),
            low,
            &mut places,
            &mut sums[..count],
            &mut inside[..count],
        );
    }
    for i in 0..count {
        if let Some(score) = standard.score(sums[i], inside[i]) {
            best.offer(score, || {
                let size = low + PITCH * i as f64;
                direction.map(|d| d * size)
            });
        }
    }
}

/// The least whole number at or above `t`, and 0 below it. Without a call of the library: asked for
/// every pilot of every ray.
fn steps(t: f64) -> usize {
    let whole = t as usize;
    whole.saturating_add(usize::from((whole as f64) < t))
}

/// Adds one pilot's pooled power at `(x, y) (low + pitch i)` for all `i` where it is inside.
fn add_ray(
    field: &Field,
    step: (f64, f64),
    low: f64,
    places: &mut [u32; LONGEST],
    sums: &mut [u32],
    inside: &mut [u8],
) {
    let (x, y) = if step.0 < 0.0 {
        (-step.0, -step.1)
    } else {
        step
    };
    let limit = (NYQUIST * field.across as f64 / x.max(1e-12))
        .min(NYQUIST * field.down as f64 / y.abs().max(1e-12));
    let reach = steps((limit - low) / PITCH);
    let reach = reach.min(sums.len());
    let (x0, y0) = (
        (x * low) as f32 + 0.5,
        (y * low) as f32 + 0.5 + field.down as f32,
    );
    let (dx, dy) = ((x * PITCH) as f32, (y * PITCH) as f32);
    let (columns, down) = (field.columns as f32, field.down as f32);
    // Places first, in a loop of its own, which becomes vector code: whole numbers below 2^23 are
    // exact in `f32`, and adding 2^23 leaves them in the low bits.
    const WHOLE: f32 = 8_388_608.0;
    let cut = |t: f32| {
        let nearest = (t + WHOLE) - WHOLE;
        nearest - if nearest > t { 1.0 } else { 0.0 }
    };
    for (i, place) in places[..reach].iter_mut().enumerate() {
        let column = cut(x0 + dx * i as f32);
        let row = cut(y0 + dy * i as f32);
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

/// Chance's mean and standard deviation of a sum over so many pilots.
struct Standard([(f32, f32); PILOTS.len() + 1]);

impl Standard {
    fn new(field: &Field) -> Self {
        Self(std::array::from_fn(|n| {
            let n = n as f32;
            (n * field.pooled_mean, field.pooled_deviation * n.sqrt())
        }))
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
                let mut sums = [0_u32; 256];
                let mut inside = [0_u8; 256];
                let span = (last + 1).saturating_sub(first).min(256);
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

/// Family of maps that a refinement may return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// Any linear map.
    Affine,
    /// One scale, one angle.
    Similar,
    /// Axes kept (or exchanged), two scales.
    Aligned,
}

/// Moves the map to where the pilots really peak; returns it with the prior of its family.
fn refine(field: &Field, start: Matrix, shape: Shape) -> Option<(Matrix, f32)> {
    let (w, h) = (field.across as f64, field.down as f64);
    let aligned = {
        // Frequencies in cycles a sample decide whether the axes are kept.
        let (a, b, c, d) = (start[0] / w, start[1] / w, start[2] / h, start[3] / h);
        let straight = b.hypot(c) / a.hypot(d).max(1e-12);
        let turned = a.hypot(d) / b.hypot(c).max(1e-12);
        if straight < 0.035 {
            Some(false)
        } else if turned < 0.035 {
            Some(true)
        } else {
            None
        }
    };
    if shape == Shape::Aligned && aligned.is_none() {
        return None;
    }
    let mut matrix = start;
    let mirror = start[0] * start[3] - start[1] * start[2] < 0.0;
    for round in 0..4 {
        let radius = if round == 0 { 3 } else { 2 };
        let mut normal = [[0.0_f64; 2]; 2];
        let mut right = [[0.0_f64; 2]; 2];
        let mut similar = (0.0_f64, 0.0_f64, 0.0_f64);
        for &(kx, ky) in &PILOTS {
            let (kx, ky) = (f64::from(kx), f64::from(ky));
            let x = matrix[0] * kx + matrix[1] * ky;
            let y = matrix[2] * kx + matrix[3] * ky;
            if x.abs() > NYQUIST * w || y.abs() > NYQUIST * h {
                continue;
            }
            let (px, py, power) = peak(field, x, y, radius);
            let error = (px - x).hypot(py - y);
            let weight = f64::from(power.min(60.0)).sqrt() / (1.0 + (error / 0.7).powi(2));
            normal[0][0] += weight * kx * kx;
            normal[0][1] += weight * kx * ky;
            normal[1][1] += weight * ky * ky;
            right[0][0] += weight * px * kx;
            right[0][1] += weight * px * ky;
            right[1][0] += weight * py * kx;
            right[1][1] += weight * py * ky;
            // Similarity in cycles a sample: (fx, fy) = s (c kx' - s ky, ...), kx' mirrored.
            let (fx, fy) = (px / w, py / h);
            let mx = if mirror { -kx } else { kx };
            similar.0 += weight * (fx * mx + fy * ky);
            similar.1 += weight * (fy * mx - fx * ky);
            similar.2 += weight * (kx * kx + ky * ky);
        }
        normal[1][0] = normal[0][1];
        let det = normal[0][0] * normal[1][1] - normal[0][1] * normal[1][0];
        if det.abs() < 1e-9 || similar.2 <= 0.0 {
            return None;
        }
        matrix = match shape {
            Shape::Affine => {
                let solve = |r: [f64; 2]| {
                    (
                        (r[0] * normal[1][1] - r[1] * normal[0][1]) / det,
                        (r[1] * normal[0][0] - r[0] * normal[1][0]) / det,
                    )
                };
                let ((a, b), (c, d)) = (solve(right[0]), solve(right[1]));
                [a, b, c, d]
            }
            Shape::Similar => {
                let (c, s) = (similar.0 / similar.2, similar.1 / similar.2);
                let m = if mirror { -1.0 } else { 1.0 };
                [w * c * m, -w * s, h * s * m, h * c]
            }
            Shape::Aligned => {
                if aligned == Some(true) {
                    [
                        0.0,
                        right[0][1] / normal[1][1],
                        right[1][0] / normal[0][0],
                        0.0,
                    ]
                } else {
                    [
                        right[0][0] / normal[0][0],
                        0.0,
                        0.0,
                        right[1][1] / normal[1][1],
                    ]
                }
            }
        };
    }
    let map = Affine::linear(matrix[0] / w, matrix[1] / w, matrix[2] / h, matrix[3] / h);
    let stretch = map.stretch();
    if stretch > 2.0 || (shape == Shape::Affine && stretch > 1.6) {
        return None;
    }
    let prior = match shape {
        Shape::Affine => 0.8 - 2.0 * (stretch - 1.0).min(0.4) as f32,
        Shape::Similar => 0.7,
        Shape::Aligned => 1.2,
    };
    Some((matrix, prior))
}

/// The greatest power within `radius` bins, as a 3x3 centroid of magnitudes.
fn peak(field: &Field, x: f64, y: f64, radius: i32) -> (f64, f64, f32) {
    let (cx, cy) = (x.round() as i32, y.round() as i32);
    let mut best = (f32::MIN, cx, cy);
    for j in -radius..=radius {
        for i in -radius..=radius {
            let power = field.power(cx + i, cy + j);
            if power > best.0 {
                best = (power, cx + i, cy + j);
            }
        }
    }
    let (mut sx, mut sy, mut total) = (0.0, 0.0, 0.0);
    for j in -1..=1 {
        for i in -1..=1 {
            let weight = f64::from(field.power(best.1 + i, best.2 + j)).sqrt();
            sx += weight * f64::from(best.1 + i);
            sy += weight * f64::from(best.2 + j);
            total += weight;
        }
    }
    (sx / total, sy / total, best.0)
}

/// Standardised mean power of the whole lattice of harmonics under a map.
fn lattice(field: &Field, carrier: &Carrier, m: &Matrix) -> f32 {
    let (w, h) = (NYQUIST * field.across as f64, NYQUIST * field.down as f64);
    let (mut sum, mut count) = (0.0_f32, 0_u32);
    for harmonic in &carrier.harmonics {
        let (kx, ky) = (f64::from(harmonic.kx), f64::from(harmonic.ky));
        let x = m[0] * kx + m[1] * ky;
        let y = m[2] * kx + m[3] * ky;
        if x.abs() < w && y.abs() < h {
            sum += field.interpolated(x as f32, y as f32);
            count += 1;
        }
    }
    if count < 200 {
        return -10.0;
    }
    let n = count as f32;
    (sum / n - field.clipped_mean) * n.sqrt()
}

/// Rank of a map: lattice energy and mean pilot power.
fn rank(field: &Field, carrier: &Carrier, m: &Matrix) -> f32 {
    let (w, h) = (NYQUIST * field.across as f64, NYQUIST * field.down as f64);
    let (mut sum, mut count) = (0.0_f32, 0_u32);
    for &(kx, ky) in &PILOTS {
        let (kx, ky) = (f64::from(kx), f64::from(ky));
        let x = m[0] * kx + m[1] * ky;
        let y = m[2] * kx + m[3] * ky;
        if x.abs() < w && y.abs() < h {
            let (cx, cy) = (x.round() as i32, y.round() as i32);
            let mut top = 0.0_f32;
            for j in -1..=1 {
                for i in -1..=1 {
                    top = top.max(field.power(cx + i, cy + j).min(14.0));
                }
            }
            sum += top;
            count += 1;
        }
    }
    if count < 7 {
        return f32::MIN;
    }
    let n = count as f32;
    lattice(field, carrier, m) + 0.5 * n.sqrt() * (sum / n - 3.4)
}

/// Climbs the lattice energy over the four entries of the map; returns the energy reached.
fn climb(field: &Field, carrier: &Carrier, matrix: &mut Matrix, start: f32) -> f32 {
    let mut best = start;
    // The first step moves the outermost harmonic by a third of a bin.
    let mut step = 0.33 / 32.0;
    for _ in 0..3 {
        for entry in 0..4 {
            for sign in [1.0, -1.0] {
                let mut trial = *matrix;
                trial[entry] += sign * step;
                let value = lattice(field, carrier, &trial);
                if value > best {
                    best = value;
                    *matrix = trial;
                    break;
                }
            }
        }
        step *= 0.5;
    }
    best
}
