//! Blurs, sharpening, denoising, noise and spectral notches.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "neighbours are clamped into the picture; casts are of small lengths and clamped levels"
)]

use image::RgbImage;
use rustfft::{FftPlanner, num_complex::Complex};

use super::Dice;
use super::tone::level;
use super::warp::{picture, planes};
use crate::watermark::plane::Plane;

/// Gaussian blur.
pub(super) fn blur(source: &RgbImage, sigma: f32) -> RgbImage {
    picture(&planes(source).map(|p| p.blur(sigma)))
}

/// Mean along a line at 30 degrees.
pub(super) fn motion(source: &RgbImage, length: u32) -> RgbImage {
    let (sin, cos) = 30_f32.to_radians().sin_cos();
    let middle = (length as f32 - 1.0) / 2.0;
    picture(&planes(source).map(|p| {
        Plane::from_fn(p.width, p.height, |x, y| {
            let sum: f32 = (0..length)
                .map(|i| {
                    let t = i as f32 - middle;
                    p.bilinear(x as f32 + t * cos, y as f32 + t * sin)
                })
                .sum();
            sum / length as f32
        })
    }))
}

/// Median over a square.
pub(super) fn median(source: &RgbImage, side: u32) -> RgbImage {
    let reach = (side / 2) as isize;
    let mut window = Vec::with_capacity((side * side) as usize);
    picture(&planes(source).map(|p| {
        let (w, h) = (p.width as isize, p.height as isize);
        Plane::from_fn(p.width, p.height, |x, y| {
            window.clear();
            for j in -reach..=reach {
                let row = (y as isize + j).clamp(0, h - 1) as usize;
                for i in -reach..=reach {
                    let column = (x as isize + i).clamp(0, w - 1) as usize;
                    window.push(p.at(column, row));
                }
            }
            let middle = window.len() / 2;
            *window.select_nth_unstable_by(middle, f32::total_cmp).1
        })
    }))
}

/// Unsharp mask of sigma 1.5.
pub(super) fn sharpen(source: &RgbImage, amount: f32) -> RgbImage {
    picture(&planes(source).map(|p| p.zip(&p.blur(1.5), |v, low| v + amount * (v - low))))
}

/// Bilateral filter over 7x7 pixels, spatial sigma 2.
pub(super) fn denoise(source: &RgbImage, range: f32) -> RgbImage {
    picture(&planes(source).map(|p| {
        let (w, h) = (p.width as isize, p.height as isize);
        Plane::from_fn(p.width, p.height, |x, y| {
            let centre = p.at(x, y);
            let (mut sum, mut total) = (0.0_f32, 0.0_f32);
            for j in -3..=3_isize {
                let row = (y as isize + j).clamp(0, h - 1) as usize;
                for i in -3..=3_isize {
                    let column = (x as isize + i).clamp(0, w - 1) as usize;
                    let value = p.at(column, row);
                    let far = (i * i + j * j) as f32 / 8.0;
                    let weight = (-far - ((value - centre) / range).powi(2) / 2.0).exp();
                    sum += weight * value;
                    total += weight;
                }
            }
            sum / total
        })
    }))
}

/// Gaussian noise on every sample.
pub(super) fn noise(source: &RgbImage, sigma: f32, dice: &mut Dice) -> RgbImage {
    let mut out = source.clone();
    for sample in out.iter_mut() {
        *sample = level(f32::from(*sample) + sigma * dice.normal());
    }
    out
}

/// Removes the `count` strongest isolated peaks of the spectrum of each channel.
pub(super) fn notch(source: &RgbImage, count: usize) -> RgbImage {
    picture(&planes(source).map(|p| notch_plane(&p, count)))
}

fn notch_plane(p: &Plane, count: usize) -> Plane {
    let (w, h) = (p.width, p.height);
    let mut planner = FftPlanner::<f32>::new();
    let mut cells: Vec<Complex<f32>> = p.samples.iter().map(|v| Complex::new(*v, 0.0)).collect();
    let across = planner.plan_fft_forward(w);
    for row in cells.chunks_exact_mut(w) {
        across.process(row);
    }
    let down = planner.plan_fft_forward(h);
    let mut columns = transpose(&cells, w, h);
    for column in columns.chunks_exact_mut(h) {
        down.process(column);
    }
    // `columns` is `[x][y]`.
    let magnitude = Plane {
        width: h,
        height: w,
        samples: columns.iter().map(|z| z.norm()).collect(),
    };
    let background = magnitude.box_mean(8);
    let above = magnitude.zip(&background, |m, b| m / b.max(1e-6));
    let mut order: Vec<(f32, usize)> = above.samples.iter().copied().zip(0..).collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut removed = 0;
    for (_, place) in order {
        let (x, y) = (place / h, place % h);
        if x.min(w - x) < 4 && y.min(h - y) < 4 {
            continue;
        }
        for j in [h - 1, 0, 1] {
            for i in [w - 1, 0, 1] {
                let cell = (x + i) % w * h + (y + j) % h;
                let norm = columns[cell].norm();
                if norm > background.samples[cell] {
                    columns[cell] *= background.samples[cell] / norm;
                }
            }
        }
        removed += 1;
        if removed >= 2 * count {
            break;
        }
    }
    let down = planner.plan_fft_inverse(h);
    for column in columns.chunks_exact_mut(h) {
        down.process(column);
    }
    let mut cells = transpose(&columns, h, w);
    let across = planner.plan_fft_inverse(w);
    for row in cells.chunks_exact_mut(w) {
        across.process(row);
    }
    let unit = 1.0 / (w * h) as f32;
    Plane {
        width: w,
        height: h,
        samples: cells.iter().map(|z| z.re * unit).collect(),
    }
}

fn transpose(cells: &[Complex<f32>], w: usize, h: usize) -> Vec<Complex<f32>> {
    let mut out = Vec::with_capacity(cells.len());
    for x in 0..w {
        out.extend((0..h).map(|y| cells[y * w + x]));
    }
    out
}
