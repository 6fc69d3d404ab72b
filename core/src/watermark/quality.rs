//! Measures of picture quality between a source and its marked copy.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "planes of equal size are walked in step; casts are of sample counts"
)]

use image::DynamicImage;

use super::picture::{layout, luma_row, shrunk_luma};
use super::plane::Plane;

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
    let (ma, mb) = (a.blur(1.5), b.blur(1.5));
    let squares = a.zip(b, |x, y| x * x + y * y).blur(1.5);
    let ab = a.zip(b, |x, y| x * y).blur(1.5);
    let mut sum = 0.0_f64;
    for i in 0..a.samples.len() {
        let (x, y) = (ma.samples[i], mb.samples[i]);
        // Only the sum of both variances is asked for.
        let variances = squares.samples[i] - x * x - y * y;
        let cov = ab.samples[i] - x * y;
        let index = (2.0 * x * y + 6.5025) * (2.0 * cov + 58.5225)
            / ((x * x + y * y + 6.5025) * (variances + 58.5225));
        sum += f64::from(index);
    }
    sum / a.samples.len() as f64
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
