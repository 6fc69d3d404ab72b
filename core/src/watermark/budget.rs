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
use super::plane::Plane;
use super::polar::LENGTH;

/// Scales (picture pixels a sample), weight of the mean and of the 4-norm.
const SCALES: [(f32, f64, f64); 3] = [(4.0, 225.2, 19.2), (8.0, 176.4, 24.4), (16.0, 0.0, 34.8)];
/// Side of the render grid for the filtered tiles.
const GRID: usize = 256;
/// Rows in a strip, and the samples of a scale above which two strips of three are skipped.
const STRIP: usize = 64;
const SAMPLED_ABOVE: usize = 300_000;
/// Greatest RMS change of the tile layer over a 64x64 square of picture pixels, in levels
/// (36.8 dB).
const SQUARE_LIMIT: f32 = 3.69;

/// The budget for the cost of the tile layer at this unit.
pub(crate) fn allowance(unit: f32) -> f64 {
    f64::from(0.46 - 0.06 * (unit - 1.0).clamp(0.0, 1.0))
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
        let smooth = |plane: &Plane| plane.blur(1.5);
        let change_mean = smooth(&change);
        let change_square = smooth(&change.clone().map(|d| d * d));
        let mean = smooth(&response);
        let square = smooth(&response.map(|a| a * a));
        for i in 0..width * rows {
            let variance = (square.samples[i] - mean.samples[i].powi(2)).max(0.0);
            let m2 = change_mean.samples[i].powi(2);
            let spread = (change_square.samples[i] - m2).max(0.0);
            let loss = f64::from(m2 + spread / (2.0 * variance + 0.0009));
            sum += loss;
            fourth += loss.powi(4);
        }
        count += width * rows;
    }
    (sum / count as f64, fourth / count as f64)
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
    fn squares_are_held_under_the_limit() {
        let strength = Plane::from_fn(256, 256, |x, _| if x < 100 { 8.0 } else { 1.0 });
        let out = limit_squares(strength.clone(), 1.0);
        let rms = out.clone().map(|m| m * m).box_mean(32);
        assert!(rms.samples.iter().all(|p| p.sqrt() <= SQUARE_LIMIT * 1.02));
        assert!((out.at(250, 128) - 1.0).abs() < 1e-4);
    }
}
