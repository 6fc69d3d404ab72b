//! The visual budget: how visible a proposed mark is, and how far to lower it
//! (`spec/watermark.md`, section 6).
//!
//! The cost follows the terms of SSIMULACRA2 that a luma mark can move: structural similarity of
//! the cube-root luminance at 1/4, 1/8 and 1/16 size. It is quadratic in the gain.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "sizes are those of allocated planes, coordinates are clamped by the samplers"
)]

use std::f32::consts::PI;

use super::carrier::{Carrier, TILE};
use super::low_band::SIDE;
use super::normalise::{CLEAN, Detail};
use super::plane::Plane;
use super::polar::LENGTH;
use super::power::power;

/// Scales (picture pixels a sample), weight of the mean and of the 4-norm.
const SCALES: [(f32, f64, f64); 3] = [(4.0, 225.2, 19.2), (8.0, 176.4, 24.4), (16.0, 0.0, 34.8)];
/// Sigma of the window of structural similarity, in samples of a scale.
const WINDOW: f32 = 1.5;
/// Variance of the response below which texture hides nothing.
const FLOOR: f32 = 0.0009;
/// Side of the render grid for the filtered tiles.
const GRID: usize = 256;
/// Rows in a strip, and the samples of a scale above which two strips of three are skipped.
const STRIP: usize = 64;
const SAMPLED_ABOVE: usize = 300_000;
/// Greatest RMS change of the tile layer over a 64x64 square of picture pixels, in levels
/// (36.8 dB).
const SQUARE_LIMIT: f32 = 3.69;

/// The budget for the cost of the tile layer.
const BUDGET: f64 = 0.28;
/// Presence below which the budget is raised, and by how much at most: texture that hides a mark
/// from the eye hides it from the detector too.
const PRESENCE: f64 = 110.0;
const MOST_RAISED: f64 = 1.5;

/// The budget for a picture in which a tile of that cost has that presence.
pub(crate) fn budget(cost: f64, presence: f64) -> f64 {
    // Presence grows with the root of the cost.
    let within = presence * (BUDGET / cost.max(1e-9)).sqrt().min(1.0);
    BUDGET
        * (PRESENCE / within.max(1e-9))
            .powi(2)
            .clamp(1.0, MOST_RAISED)
}

/// How far the tile stands out to the detector of a picture with this detail, in standard
/// deviations: the correlation of the normalised picture with the whole tile.
pub(crate) fn presence(detail: &Detail, strength: &Plane) -> f64 {
    let square: f32 = detail.normalised(CLEAN).samples.iter().map(|r| r * r).sum();
    let seen = detail.activity().zip(strength, |e, m| {
        m * 8.0_f32.powf(0.25) * power(e + CLEAN, -1.25)
    });
    f64::from(seen.samples.iter().sum::<f32>() / square.max(1e-9).sqrt())
}

/// Cube-root response to luma in levels of sRGB, as in XYB.
fn response(level: f32) -> f32 {
    (linear(level) + 0.003_793_1).cbrt()
}

fn linear(level: f32) -> f32 {
    let v = level.clamp(0.0, 255.0) / 255.0;
    if v <= 0.040_45 {
        v / 12.92
    } else {
        ((v + 0.055) / 1.055).powf(2.4)
    }
}

/// `response` and its derivative at the 256 levels.
fn tables() -> (Vec<f32>, Vec<f32>) {
    let values: Vec<f32> = (0..=255).map(|v| response(v as f32)).collect();
    let slopes = (0..=255)
        .map(|v| {
            let (low, high) = ((v as f32 - 0.5).max(0.0), (v as f32 + 0.5).min(255.0));
            (response(high) - response(low)) / (high - low)
        })
        .collect();
    (values, slopes)
}

/// What the cost is computed from.
pub(crate) struct Proposal<'a> {
    /// Luma at canonical size.
    pub(crate) luma: &'a Plane,
    /// RMS change in levels at canonical size, gain included.
    pub(crate) strength: &'a Plane,
    pub(crate) carrier: &'a Carrier,
    pub(crate) word: &'a [u8; LENGTH],
    /// Side of a canonical pixel in picture pixels.
    pub(crate) unit: f32,
    /// Size of the picture.
    pub(crate) width: usize,
    pub(crate) height: usize,
}

/// The visual cost of the tile layer (0 is invisible; about 0.5 is a SSIMULACRA2 of 84).
///
/// Cost: about 8 % of the picture's samples, eleven taps, five planes; less above 5 MP.
pub(crate) fn cost(proposal: &Proposal<'_>) -> f64 {
    let (values, slopes) = tables();
    SCALES
        .iter()
        .map(|&(scale, mean_weight, norm_weight)| {
            let (mean, fourth) = terms(proposal, scale, &values, &slopes);
            mean_weight * mean + norm_weight * fourth.powf(0.25)
        })
        .sum()
}

/// Mean of the loss and of its fourth power at one scale.
fn terms(p: &Proposal<'_>, scale: f32, values: &[f32], slopes: &[f32]) -> (f64, f64) {
    let width = (p.width as f32 / scale) as usize;
    let height = (p.height as f32 / scale) as usize;
    if width < 2 || height < 2 {
        return (0.0, 0.0);
    }
    let span = scale / p.unit;
    let sinc = |k: i32| {
        let t = PI * k as f32 * span / TILE as f32;
        if t.abs() < 1e-6 { 1.0 } else { t.sin() / t }
    };
    let tile = p.carrier.render(p.word, GRID, |kx, ky| sinc(kx) * sinc(ky));
    let shrunk = (span > 1.0).then(|| p.luma.resample(width, height));
    let skip = if width * height > SAMPLED_ABOVE { 3 } else { 1 };
    let (mut sum, mut fourth, mut count) = (0.0_f64, 0.0_f64, 0_usize);
    for top in (0..height).step_by(STRIP * skip) {
        let rows = STRIP.min(height - top);
        let mut response = Plane::new(width, rows);
        let mut change = Plane::new(width, rows);
        for y in 0..rows {
            let v = ((top + y) as f32 + 0.5) * span - 0.5;
            for x in 0..width {
                let u = (x as f32 + 0.5) * span - 0.5;
                let level = match &shrunk {
                    Some(plane) => plane.at(x, top + y),
                    None => p.luma.bilinear(u, v),
                };
                let index = level.clamp(0.0, 255.0) as usize;
                let wave = tile_at(&tile, u, v);
                response.samples[y * width + x] = values[index];
                change.samples[y * width + x] = p.strength.bilinear(u, v) * wave * slopes[index];
            }
        }
        let smooth = |plane: &Plane| plane.blur(WINDOW);
        let change_mean = smooth(&change);
        let change_square = smooth(&change.clone().map(|d| d * d));
        let mean = smooth(&response);
        let square = smooth(&response.map(|a| a * a));
        for i in 0..width * rows {
            let variance = (square.samples[i] - mean.samples[i].powi(2)).max(0.0);
            let m2 = change_mean.samples[i].powi(2);
            let spread = (change_square.samples[i] - m2).max(0.0);
            let loss = f64::from(m2 + spread / (2.0 * variance + FLOOR));
            sum += loss;
            fourth += loss.powi(4);
        }
        count += width * rows;
    }
    (sum / count as f64, fourth / count as f64)
}

/// What slow waves cost the eye, for sharing out the low band: [`SCALES`] again, linear in the
/// squared change, as maps of 256x256.
pub(crate) struct LowCost {
    width: usize,
    height: usize,
    scales: Vec<LowScale>,
}

/// One scale of [`LowCost`].
struct LowScale {
    /// Picture pixels a sample.
    scale: f32,
    weight: f32,
    /// Cost of a squared level that varies within the window, and of one that does not.
    varying: Plane,
    steady: Plane,
}

/// Weights of the scales of [`SCALES`] for slow waves. At 1/16 only the peaks count there.
const LOW_WEIGHTS: [f32; 3] = [225.0, 176.0, 60.0];
/// Exponent on the price: less than 1, so that the change does not gather in few places.
const EVENNESS: f32 = 0.7;

impl LowCost {
    /// Looks at luma of canonical size; `unit` is the side of its pixels in picture pixels.
    pub(crate) fn new(luma: &Plane, unit: f32, width: usize, height: usize) -> Self {
        let (values, slopes) = tables();
        let level = |l: f32| l.clamp(0.0, 255.0) as usize;
        let scales = SCALES
            .iter()
            .zip(LOW_WEIGHTS)
            .map(|(&(scale, ..), weight)| {
                let side = |n: usize| ((n as f32 / scale) as usize).max(2);
                let shrunk = if scale > unit {
                    luma.resample(side(width), side(height))
                } else {
                    luma.clone()
                };
                let response = shrunk.clone().map(|l| values[level(l)]);
                let mean = response.blur(WINDOW);
                let square = response.map(|a| a * a).blur(WINDOW);
                let variance = square.zip(&mean, |s, m| (s - m * m).max(0.0));
                let steady = shrunk.map(|l| slopes[level(l)].powi(2));
                let varying = steady.zip(&variance, |s, v| s / (2.0 * v + FLOOR));
                LowScale {
                    scale,
                    weight,
                    varying: varying.resample(SIDE, SIDE),
                    steady: steady.resample(SIDE, SIDE),
                }
            });
        Self {
            width,
            height,
            scales: scales.collect(),
        }
    }

    /// The cost of a squared level of waves with `u` and `v` half periods a block of 1/16 of the
    /// picture.
    pub(crate) fn of(&self, u: usize, v: usize) -> Plane {
        let mut out = Plane::new(SIDE, SIDE);
        for s in &self.scales {
            // Cycles a sample of the scale; the window leaves `steady` of the power in its mean.
            let cycles = |n: usize, size: usize| 8.0 * n as f32 * s.scale / size as f32;
            let square = cycles(u, self.width).powi(2) + cycles(v, self.height).powi(2);
            let steady = (-4.0 * (PI * WINDOW).powi(2) * square).exp();
            for ((o, a), b) in out
                .samples
                .iter_mut()
                .zip(&s.varying.samples)
                .zip(&s.steady.samples)
            {
                *o += s.weight * ((1.0 - steady) * a + steady * b);
            }
        }
        out.map(|cost| power(cost.max(0.0), EVENNESS))
    }
}

/// The nearest sample of a 256-raster tile at canonical `(u, v)`.
fn tile_at(tile: &[f32], u: f32, v: f32) -> f32 {
    let wrap = |t: f32| ((t * 2.0).round() as i32).rem_euclid(GRID as i32) as usize;
    tile[wrap(v) * GRID + wrap(u)]
}

/// Lowers the strength where a 64x64 square of picture pixels would change too much.
pub(crate) fn limit_squares(strength: Plane, unit: f32) -> Plane {
    let reach = ((32.0 / unit).round() as usize).max(1);
    let rms = strength
        .clone()
        .map(|m| m * m)
        .box_mean(reach)
        .map(|p| p.max(0.0).sqrt());
    if rms.samples.iter().all(|&r| r <= SQUARE_LIMIT) {
        return strength;
    }
    let factor = rms
        .map(|r| (SQUARE_LIMIT / r.max(1e-6)).min(1.0))
        .erode(reach)
        .blur((reach as f32 / 2.0).max(1.0));
    strength.zip(&factor, |m, f| m * f)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watermark::key::Key;

    #[test]
    fn cost_is_quadratic_in_the_gain_and_lower_in_texture() {
        let carrier = Carrier::new(&Key::public());
        let word = [0; LENGTH];
        let flat = Plane::from_fn(256, 256, |_, _| 120.0);
        let busy = Plane::from_fn(256, 256, |x, y| {
            120.0 + 50.0 * ((x as f32 * 0.7).sin() * (y as f32 * 0.9).cos())
        });
        let cost_of = |luma: &Plane, level: f32| {
            let strength = Plane::from_fn(256, 256, |_, _| level);
            cost(&Proposal {
                luma,
                strength: &strength,
                carrier: &carrier,
                word: &word,
                unit: 1.0,
                width: 256,
                height: 256,
            })
        };
        let (one, two) = (cost_of(&flat, 1.0), cost_of(&flat, 2.0));
        assert!((two / one - 4.0).abs() < 0.01, "{one} {two}");
        assert!(cost_of(&busy, 1.0) < one);
    }

    #[test]
    fn the_budget_is_raised_where_texture_drowns_the_mark() {
        let cost = 4.0 * BUDGET;
        assert!((budget(cost, 400.0) - BUDGET).abs() < 1e-9);
        // Within the budget the presence is a half of 200; (110 / 100)^2 = 1.21 times as much.
        assert!((budget(cost, 200.0) / BUDGET - 1.21).abs() < 1e-6);
        assert!((budget(cost, 20.0) / BUDGET - MOST_RAISED).abs() < 1e-9);
        let strength = Plane::from_fn(128, 128, |_, _| 1.0);
        let scene = |level: f32| {
            let mut stream = Key::public().stream("texture");
            let noise = Plane::from_fn(128, 128, |_, _| stream.fraction() as f32);
            presence(&Detail::new(&noise.map(|v| 100.0 + level * v)), &strength)
        };
        assert!(scene(60.0) < 0.5 * scene(10.0));
    }

    #[test]
    fn slow_waves_cost_less_in_texture() {
        let luma = Plane::from_fn(512, 384, |x, y| {
            let busy = if x < 256 { 0.0 } else { 60.0 };
            120.0 + busy * ((x as f32 * 0.31).sin() * (y as f32 * 0.27).cos())
        });
        let cost = LowCost::new(&luma, 1.0, 512, 384).of(1, 1);
        assert!(cost.at(60, 128) > 3.0 * cost.at(190, 128));
    }

    #[test]
    fn squares_are_held_under_the_limit() {
        let strength = Plane::from_fn(256, 256, |x, _| if x < 100 { 8.0 } else { 1.0 });
        let out = limit_squares(strength.clone(), 1.0);
        let rms = out.clone().map(|m| m * m).box_mean(32);
        assert!(rms.samples.iter().all(|p| p.sqrt() <= SQUARE_LIMIT * 1.02));
        assert!((out.at(250, 128) - 1.0).abs() < 1e-4);
    }
}
