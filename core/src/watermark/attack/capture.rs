//! Simulated captures: print and scan, a photograph of a screen.
#![expect(
    clippy::as_conversions,
    reason = "coordinates below 2^20 as floats; levels are clamped when stored"
)]

use std::f32::consts::TAU;

use image::RgbImage;

use super::Dice;
use super::filter::{blur, noise};
use super::tone::{level, map};
use super::warp::{inverse, perspective};

/// Tone of paper and ink, blur of both devices, a turn of up to one degree, scan scale, noise.
pub(super) fn print_scan(source: &RgbImage, dice: &mut Dice) -> RgbImage {
    let toned = map(source, |v| 18.0 + 222.0 * (v / 255.0).powf(1.1));
    let soft = blur(&toned, 0.8);
    let angle = dice.between(-1.0, 1.0).to_radians();
    let factor = dice.between(0.9, 1.1);
    let (sin, cos) = angle.sin_cos();
    let (w, h) = (source.width() as f32, source.height() as f32);
    let (width, height) = ((w * factor * 1.03).ceil(), (h * factor * 1.03).ceil());
    let turned = inverse(&soft, width as u32, height as u32, |x, y| {
        let (dx, dy) = ((x - width / 2.0) / factor, (y - height / 2.0) / factor);
        (
            cos * dx + sin * dy + w / 2.0,
            -sin * dx + cos * dy + h / 2.0,
        )
    });
    noise(&blur(&turned, 0.5), 4.0, dice)
}

/// Perspective of up to 4 %, a weak moire, brighter middle, blur and noise.
pub(super) fn screen_photo(source: &RgbImage, dice: &mut Dice) -> RgbImage {
    let bent = perspective(source, 0.04, dice);
    let mut out = blur(&bent, 0.7);
    let (w, h) = (out.width() as f32, out.height() as f32);
    let (fx, fy) = (dice.between(0.05, 0.12), dice.between(0.05, 0.12));
    for (x, y, pixel) in out.enumerate_pixels_mut() {
        let (x, y) = (x as f32, y as f32);
        let far = ((x / w - 0.5).powi(2) + (y / h - 0.5).powi(2)) * 2.0;
        let gain = (1.05 - 0.3 * far) * (1.0 + 0.015 * (TAU * (fx * x + fy * y)).sin());
        pixel.0 = pixel.0.map(|v| level(10.0 + 0.92 * gain * f32::from(v)));
    }
    noise(&out, 3.0, dice)
}
