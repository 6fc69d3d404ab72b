//! The perceptual mask: how much each canonical pixel hides (`spec/watermark.md`, section 6).

use super::plane::Plane;

/// Least embedding gain before the budgets of [`super::budget`] apply.
const GAIN: f32 = 0.5;
/// A tile-only PSNR above this is raised to it (smooth pictures), in decibels.
const CEILING: f32 = 44.3;
/// A tile-only PSNR below this is lowered in strength to it (busy pictures), in decibels.
const FLOOR: f32 = 41.3;

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
    let texture = activity.map(|e| 1.0 + 0.7 * e.powf(exponent));
    texture.zip(&luma.blur(4.0), |m, l| {
        let bright = (0.75 + 0.25 * l / 128.0).clamp(0.75, 1.15);
        let dark = if l < 24.0 { (l / 24.0).max(0.4) } else { 1.0 };
        m * bright * dark
    })
}

/// The gain at which the tile under this mask meets the PSNR policy.
pub(crate) fn policy_gain(mask: &Plane) -> f32 {
    let power = mask.clone().map(|m| m * m).mean().max(1e-6);
    let gain_for = |psnr: f32| 255.0 * 10_f32.powf(-psnr / 20.0) / power.sqrt();
    GAIN.clamp(gain_for(CEILING), gain_for(FLOOR))
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
        // Right beside the texture the flat side keeps close to its own strength.
        assert!(m.at(41, 20) < 1.6 * m.at(10, 20));
    }

    #[test]
    fn gain_follows_the_policy_limits() {
        let psnr = |level: f32| {
            let plane = Plane::from_fn(64, 64, |_, _| level);
            20.0 * (255.0 / (policy_gain(&plane) * level)).log10()
        };
        assert!((psnr(1.0) - CEILING).abs() < 0.01);
        assert!((psnr(40.0) - FLOOR).abs() < 0.01);
        assert!(psnr(4.0) > FLOOR && psnr(4.0) < CEILING);
    }
}
