//! The perceptual mask: how much each canonical pixel hides (`spec/watermark.md`, section 6).
#![expect(
    clippy::as_conversions,
    reason = "a root mean square of samples fits an f32"
)]

use super::normalise::Detail;
use super::plane::Plane;
use super::power::raise;

/// Tile-only PSNR before the budget of [`super::budget`] applies, in decibels: busy pictures stay
/// there, all others are lowered by the budget.
const FLOOR: f32 = 41.6;

/// The mask of a canonical luma plane with this detail: RMS change in levels at gain 1, at least 0.4.
///
/// `unit` is the side of a canonical pixel in picture pixels. Cost: one small blur.
pub(crate) fn mask(luma: &Plane, detail: &Detail, unit: f32) -> Plane {
    let activity = detail.activity();
    // Next to flat zones the blurred activity would spill over the edge: hold it near its
    // local minimum.
    let least = activity.erode(3);
    let exponent = 0.6 - 0.1 * (unit - 1.0).clamp(0.0, 1.0);
    let mut mask = activity;
    least.blur_rows(3.0, |y, guard| {
        let row = mask.row_mut(y);
        for (e, low) in row.iter_mut().zip(guard) {
            *e = e.min(1.5 * low + 0.5);
        }
        raise(row, exponent);
        let (high, _) = detail.row(y);
        for ((m, y), h) in row.iter_mut().zip(luma.row(y)).zip(high) {
            let light = y - h;
            let bright = (0.75 + 0.25 * light / 128.0).clamp(0.75, 1.15);
            let dark = (light / 24.0).clamp(0.4, 1.0);
            *m = (1.0 + 0.7 * *m) * bright * dark;
        }
    });
    mask
}

/// The gain at which the tile under this mask has the least PSNR allowed.
pub(crate) fn policy_gain(mask: &Plane) -> f32 {
    let rms = mask.mean_square().max(1e-6).sqrt() as f32;
    255.0 * 10_f32.powf(-FLOOR / 20.0) / rms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texture_hides_more_than_flat_and_dark_less() {
        let luma = Plane::from_fn(96, 96, |x, y| match (x < 48, y < 48) {
            (true, true) => 128.0,
            (false, true) => 128.0 + if (x + y) % 2 == 0 { 40.0 } else { -40.0 },
            (true, false) => 6.0,
            (false, false) => 220.0,
        });
        let m = mask(&luma, &Detail::new(&luma), 1.0);
        assert!(m.at(72, 24) > 3.0 * m.at(16, 24));
        assert!(m.at(16, 80) < 0.6 * m.at(16, 16));
        // Four pixels off the texture the blurred activity alone would give 3.99; the guard, 3.51.
        assert!(m.at(44, 20) < 3.75, "{}", m.at(44, 20));
    }

    #[test]
    fn gain_gives_the_least_psnr() {
        for level in [1.0, 4.0, 40.0] {
            let plane = Plane::from_fn(64, 64, |_, _| level);
            let psnr = 20.0 * (255.0 / (policy_gain(&plane) * level)).log10();
            assert!((psnr - FLOOR).abs() < 0.01);
        }
    }
}
