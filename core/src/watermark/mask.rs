//! The perceptual mask: how much each canonical pixel hides (`spec/watermark.md`, section 6).

use super::plane::Plane;
use super::power::power;

/// Tile-only PSNR before the budget of [`super::budget`] applies, in decibels: busy pictures stay
/// there, all others are lowered by the budget.
const FLOOR: f32 = 41.6;

/// The mask of a canonical luma plane: RMS change in levels at gain 1, at least 0.4.
///
/// `unit` is the side of a canonical pixel in picture pixels. Cost: six small blurs.
pub(crate) fn mask(luma: &Plane, unit: f32) -> Plane {
    let high = luma.zip(&luma.blur(2.0), |y, low| y - low);
    let activity = high.map(|h| h * h).blur(2.5).map(|e| e.max(0.0).sqrt());
    // Next to flat zones the blurred activity would spill over the edge: hold it near its
    // local minimum.
    let guard = activity.erode(3).blur(3.0);
    let activity = activity.zip(&guard, |e, low| e.min(1.5 * low + 0.5));
    let exponent = 0.6 - 0.1 * (unit - 1.0).clamp(0.0, 1.0);
    let texture = activity.map(|e| 1.0 + 0.7 * power(e, exponent));
    texture.zip(&luma.blur(4.0), |m, l| {
        let bright = (0.75 + 0.25 * l / 128.0).clamp(0.75, 1.15);
        let dark = if l < 24.0 { (l / 24.0).max(0.4) } else { 1.0 };
        m * bright * dark
    })
}

/// The gain at which the tile under this mask has the least PSNR allowed.
pub(crate) fn policy_gain(mask: &Plane) -> f32 {
    let power = mask.clone().map(|m| m * m).mean().max(1e-6);
    255.0 * 10_f32.powf(-FLOOR / 20.0) / power.sqrt()
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
        let m = mask(&luma, 1.0);
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
