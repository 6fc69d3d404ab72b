//! Synchronisation: finding the affine map from the picture to the canonical raster by the
//! pilots alone (`spec/watermark.md`, section 10): by their magnitudes first, then by their sum.
//!
//! Of the key this needs the phases of the pilots. Nothing here knows a payload.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "bins are bounded by |f| < 0.47 before they index the map; casts are of such bins, \
              of small counts and of list lengths"
)]

use multiversion::multiversion;

use super::carrier::{Carrier, PILOTS, TILE};
use super::demodulate::{PILOT_CLIP, greatest, relative};
use super::field::{AT_ONCE, Field};
use super::geometry::Affine;
use super::scan::scan;

/// Greatest frequency searched, in cycles a sample.
pub(super) const NYQUIST: f64 = 0.47;
/// Maps kept from the scan, without squeezes and with.
const SCANNED: [usize; 2] = [30, 60];
/// Refined maps, by rank, whose pilots are summed coherently.
const RANKED: usize = 40;
/// Least coherent sum of the pilots of a map that is handed on. Chance reaches it in one map of
/// fifty to a hundred, and seldom 20; maps under which marks are read begin there.
const COHERENT: f32 = 17.0;

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
pub(super) type Matrix = [f64; 4];

/// The likeliest maps from samples to canonical pixels, best first, at most `keep`.
///
/// They have no offset: the tile is periodic, and the pilots' phases tell the rest later.
pub(crate) fn search(
    field: &Field,
    carriers: &[&Carrier],
    range: Range,
    keep: usize,
) -> Vec<Affine> {
    // Ranks go by the frequencies of harmonics, which are those of every key.
    let Some(carrier) = carriers.first() else {
        return Vec::new();
    };
    let scanned = scan(field, range, SCANNED[usize::from(range.squeezed)]);
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
    let mut ranked: Vec<(Matrix, Shape)> = Vec::new();
    for (_, matrix, shape) in refined {
        if ranked.len() == RANKED {
            break;
        }
        if ranked.iter().all(|r| distance(&r.0, &matrix) > 0.3) {
            ranked.push((matrix, shape));
        }
    }
    let mut coherent: Vec<(f32, Matrix, Shape)> = ranked
        .into_iter()
        .map(|(matrix, shape)| (coherence(field, carriers, &matrix), matrix, shape))
        .filter(|(sum, ..)| *sum >= COHERENT)
        .collect();
    coherent.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut kept: Vec<Matrix> = Vec::new();
    for (_, mut matrix, shape) in coherent {
        if kept.len() == keep {
            break;
        }
        if kept.iter().any(|k| distance(k, &matrix) < 0.6) {
            continue;
        }
        if shape == Shape::Affine {
            climb(field, carrier, &mut matrix);
        }
        kept.push(matrix);
    }
    kept.into_iter()
        .map(|m| {
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

/// Greatest displacement, in bins, of the corners of the pilot region between two maps, taking
/// into account that a map and its negative are one.
pub(super) fn distance(a: &Matrix, b: &Matrix) -> f64 {
    let reach = |sign: f64| {
        let d: Vec<f64> = a.iter().zip(b).map(|(x, y)| x - sign * y).collect();
        let x = d[0].abs() + d[1].abs();
        let y = d[2].abs() + d[3].abs();
        20.0 * x.hypot(y)
    };
    reach(1.0).min(reach(-1.0))
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
    let (sum, count) = lattice_sum(field, carrier, m);
    if count < 200 {
        return -10.0;
    }
    let n = count as f32;
    (sum / n - field.clipped_mean) * n.sqrt()
}

/// The power at the harmonics inside the transform, and their number.
#[multiversion(targets("x86_64+avx2"))]
fn lattice_sum(field: &Field, carrier: &Carrier, m: &Matrix) -> (f32, u32) {
    let (w, h) = (NYQUIST * field.across as f64, NYQUIST * field.down as f64);
    let (mut sum, mut count) = (0.0_f32, 0_u32);
    // Several at a time, in loops that become vector code.
    for harmonics in carrier.harmonics.chunks(AT_ONCE) {
        let mut bins = [(0.0_f32, 0.0_f32); AT_ONCE];
        let mut inside = [false; AT_ONCE];
        for ((bin, inside), harmonic) in bins.iter_mut().zip(&mut inside).zip(harmonics) {
            let (kx, ky) = (f64::from(harmonic.kx), f64::from(harmonic.ky));
            let x = m[0] * kx + m[1] * ky;
            let y = m[2] * kx + m[3] * ky;
            *inside = x.abs() < w && y.abs() < h;
            *bin = if *inside {
                (x as f32, y as f32)
            } else {
                (0.0, 0.0)
            };
        }
        let powers = field.interpolated(&bins);
        for (power, inside) in powers.iter().zip(inside) {
            sum += if inside { *power } else { 0.0 };
            count += u32::from(inside);
        }
    }
    (sum, count)
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

/// Climbs the lattice energy over the four entries of the map.
fn climb(field: &Field, carrier: &Carrier, matrix: &mut Matrix) {
    let mut best = lattice(field, carrier, matrix);
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
}

/// Greatest coherent sum of the pilots under a map, over keys, shifts, both polarities and the half
/// turn, which has the same bins.
///
/// Read off the transform of the whole picture, at a fraction of the cost of folding it.
fn coherence(field: &Field, carriers: &[&Carrier], m: &Matrix) -> f32 {
    let (w, h) = (NYQUIST * field.across as f64, NYQUIST * field.down as f64);
    let pilots = PILOTS.map(|(kx, ky)| {
        let (kx, ky) = (f64::from(kx), f64::from(ky));
        let (x, y) = (m[0] * kx + m[1] * ky, m[2] * kx + m[3] * ky);
        (x.abs() < w && y.abs() < h).then(|| field.amplitude(x, y))
    });
    let upright = pilots.map(Option::unwrap_or_default);
    let most: f32 = upright
        .iter()
        .map(|pilot| pilot.norm().min(PILOT_CLIP))
        .sum();
    if most < COHERENT {
        // However they add up, it will not be enough.
        return most;
    }
    let turned = upright.map(|pilot| pilot.conj());
    carriers
        .iter()
        .flat_map(|carrier| [upright, turned].map(|pilots| greatest(&relative(pilots, carrier))))
        .fold(0.0, f32::max)
}
