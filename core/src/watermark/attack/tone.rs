//! Tone and colour.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "tables of 256, pixels of three channels, casts after a clamp to 0..=255"
)]

use image::{Rgb, RgbImage};

/// Rounds and clips to a sample.
pub(super) fn level(value: f32) -> u8 {
    (value.clamp(0.0, 255.0) + 0.5) as u8
}

/// Luma of a pixel.
pub(super) fn luma(pixel: &Rgb<u8>) -> f32 {
    let [r, g, b] = pixel.0.map(f32::from);
    0.299 * r + 0.587 * g + 0.114 * b
}

/// Applies a curve to every channel.
pub(super) fn map(picture: &RgbImage, curve: impl Fn(f32) -> f32) -> RgbImage {
    let table: Vec<u8> = (0..=255_u8).map(|v| level(curve(f32::from(v)))).collect();
    let mut out = picture.clone();
    for sample in out.iter_mut() {
        *sample = table[usize::from(*sample)];
    }
    out
}

/// Replaces every pixel by its luma.
pub(super) fn grey(picture: &RgbImage) -> RgbImage {
    let mut out = picture.clone();
    for pixel in out.pixels_mut() {
        pixel.0 = [level(luma(pixel)); 3];
    }
    out
}

/// Scales every pixel so that luma is evenly spread.
pub(super) fn equalise(picture: &RgbImage) -> RgbImage {
    let mut counts = [0_u64; 256];
    for pixel in picture.pixels() {
        counts[usize::from(level(luma(pixel)))] += 1;
    }
    let total: u64 = counts.iter().sum();
    let mut below = 0;
    let target: Vec<f32> = counts
        .iter()
        .map(|count| {
            below += count;
            255.0 * below as f32 / total.max(1) as f32
        })
        .collect();
    let mut out = picture.clone();
    for pixel in out.pixels_mut() {
        let before = luma(pixel);
        let shift = target[usize::from(level(before))] - before;
        pixel.0 = pixel.0.map(|v| level(f32::from(v) + shift));
    }
    out
}

/// Turns the colour wheel in the plane of constant luma.
pub(super) fn hue(picture: &RgbImage, degrees: f32) -> RgbImage {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let mut out = picture.clone();
    for pixel in out.pixels_mut() {
        let y = luma(pixel);
        let (u, v) = (f32::from(pixel[2]) - y, f32::from(pixel[0]) - y);
        let (u, v) = (u * cos - v * sin, u * sin + v * cos);
        let green = y - (0.299 * v + 0.114 * u) / 0.587;
        pixel.0 = [level(y + v), level(green), level(y + u)];
    }
    out
}

/// One bit by the error diffusion of Floyd and Steinberg.
pub(super) fn dither(picture: &RgbImage) -> RgbImage {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let mut rows: Vec<f32> = picture.pixels().map(luma).collect();
    for y in 0..height {
        for x in 0..width {
            let place = y * width + x;
            let value = rows[place];
            let bit = if value >= 128.0 { 255.0 } else { 0.0 };
            rows[place] = bit;
            let error = value - bit;
            if x + 1 < width {
                rows[place + 1] += error * 7.0 / 16.0;
            }
            if y + 1 < height {
                if x > 0 {
                    rows[place + width - 1] += error * 3.0 / 16.0;
                }
                rows[place + width] += error * 5.0 / 16.0;
                if x + 1 < width {
                    rows[place + width + 1] += error / 16.0;
                }
            }
        }
    }
    let mut out = picture.clone();
    for (pixel, value) in out.pixels_mut().zip(rows) {
        pixel.0 = [level(value); 3];
    }
    out
}
