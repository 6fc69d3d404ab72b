//! Measures of picture quality between a source and its marked copy.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "planes of equal size are walked in step; casts are of sample counts"
)]

use image::DynamicImage;
use multiversion::multiversion;

use super::picture::{layout, luma_row, shrunk_luma};
use super::plane::{Plane, convolve_rows, gaussian};
use super::spare;

/// Luma of a picture of a supported layout at full size.
fn luma(image: &DynamicImage) -> Option<Plane> {
    let layout = layout(image)?;
    Some(shrunk_luma(image, layout, layout.width, layout.height))
}

/// Peak signal-to-noise ratio of luma in decibels (peak 255).
///
/// `None` for pictures of different size or of float samples; infinite for equal ones.
#[must_use]
pub fn psnr(a: &DynamicImage, b: &DynamicImage) -> Option<f64> {
    let (la, lb) = (layout(a)?, layout(b)?);
    if (la.width, la.height) != (lb.width, lb.height) {
        return None;
    }
    let (mut ra, mut rb) = (vec![0.0_f32; la.width], vec![0.0_f32; la.width]);
    let mut sum = 0.0_f64;
    for y in 0..la.height {
        luma_row(a, la, y, &mut ra);
        luma_row(b, lb, y, &mut rb);
        sum += f64::from(
            ra.iter()
                .zip(&rb)
                .map(|(x, y)| (x - y).powi(2))
                .sum::<f32>(),
        );
    }
    Some(decibels(sum / (la.width * la.height) as f64))
}

/// PSNR of a mean squared error in levels.
pub(crate) fn decibels(mean_square: f64) -> f64 {
    10.0 * (255.0_f64.powi(2) / mean_square).log10()
}

/// Structural similarity of luma: mean over all pixels of the index of Wang et al. (2004) under
/// a Gaussian window of sigma 1.5, `C1 = 6.5025`, `C2 = 58.5225`.
///
/// `None` for pictures of different size or of float samples.
#[must_use]
pub fn ssim(a: &DynamicImage, b: &DynamicImage) -> Option<f64> {
    let (a, b) = (luma(a)?, luma(b)?);
    ((a.width, a.height) == (b.width, b.height)).then(|| similarity(&a, &b))
}

/// [`ssim`] of two luma planes of one size.
pub(crate) fn similarity(a: &Plane, b: &Plane) -> f64 {
    let means = [window(a, b, |a, _| a), window(a, b, |_, b| b)];
    // Only the sum of both variances is asked for.
    let squares = window(a, b, |a, b| a * a + b * b);
    let mut sum = 0.0_f64;
    window_rows(
        a,
        b,
        |a, b| a * b,
        |y, products| {
            sum += indices([means[0].row(y), means[1].row(y), squares.row(y), products]);
        },
    );
    sum / a.samples.len() as f64
}

/// Mean within the window of what `each` makes of two samples.
fn window(a: &Plane, b: &Plane, each: impl Fn(f32, f32) -> f32) -> Plane {
    let mut samples = spare::samples(a.samples.len());
    window_rows(a, b, each, |_, row| samples.extend_from_slice(row));
    Plane { samples, ..*a }
}

/// Hands on the rows of [`window`].
fn window_rows(
    a: &Plane,
    b: &Plane,
    each: impl Fn(f32, f32) -> f32,
    sink: impl FnMut(usize, &[f32]),
) {
    let taps = gaussian(1.5);
    convolve_rows(
        (a.width, a.height),
        (&taps, &taps),
        |y, row| {
            for ((r, a), b) in row.iter_mut().zip(a.row(y)).zip(b.row(y)) {
                *r = each(*a, *b);
            }
        },
        sink,
    );
}

/// The sum of the indices of a row: of both means, the sum of both mean squares, and the mean product.
#[multiversion(targets("x86_64+avx2"))]
fn indices([a, b, squares, products]: [&[f32]; 4]) -> f64 {
    // Sums side by side, so that the compiler need not keep the order of one.
    const LANES: usize = 32;
    let mut sums = [0.0_f32; LANES];
    let rows = a.chunks(LANES).zip(b.chunks(LANES));
    let rows = rows.zip(squares.chunks(LANES)).zip(products.chunks(LANES));
    for (((a, b), squares), products) in rows {
        let values = a.iter().zip(b).zip(squares).zip(products);
        for (sum, (((x, y), square), product)) in sums.iter_mut().zip(values) {
            let (means, mean_squares) = (x * y, x * x + y * y);
            *sum += (2.0 * means + 6.5025) * (2.0 * (product - means) + 58.5225)
                / ((mean_squares + 6.5025) * (square - mean_squares + 58.5225));
        }
    }
    sums.iter().map(|sum| f64::from(*sum)).sum()
}

/// PSNR of the worst 64x64 square of luma (squares on a 64-pixel grid, whole ones only).
///
/// `None` for pictures of different size, of float samples, or below 64 pixels a side.
#[must_use]
pub fn worst_square(a: &DynamicImage, b: &DynamicImage) -> Option<f64> {
    let (a, b) = (luma(a)?, luma(b)?);
    if (a.width, a.height) != (b.width, b.height) || a.short() < 64 {
        return None;
    }
    let mut worst = 0.0_f64;
    for top in (0..=a.height - 64).step_by(64) {
        for left in (0..=a.width - 64).step_by(64) {
            let mut sum = 0.0_f64;
            for y in top..top + 64 {
                for x in left..left + 64 {
                    sum += f64::from(a.at(x, y) - b.at(x, y)).powi(2);
                }
            }
            worst = worst.max(sum / 4096.0);
        }
    }
    Some(decibels(worst))
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::GrayImage;

    fn grey(f: impl Fn(u32, u32) -> u8) -> DynamicImage {
        DynamicImage::ImageLuma8(GrayImage::from_fn(130, 128, |x, y| image::Luma([f(x, y)])))
    }

    #[test]
    fn known_values() {
        let a = grey(|x, y| ((x * 5 + y * 3) % 200) as u8);
        let b = grey(|x, y| ((x * 5 + y * 3) % 200) as u8 + 2);
        // A constant offset of 2 levels: 10 log10(255^2 / 4).
        assert!((psnr(&a, &b).unwrap() - 42.110_203).abs() < 1e-4);
        assert!((worst_square(&a, &b).unwrap() - 42.110_203).abs() < 1e-4);
        assert!((ssim(&a, &a).unwrap() - 1.0).abs() < 1e-6);
        assert!(psnr(&a, &a).unwrap().is_infinite());
        let noisy = grey(|x, y| ((x * 7919 + y * 104_729) % 251) as u8);
        assert!(ssim(&a, &noisy).unwrap() < 0.3);
    }
}
