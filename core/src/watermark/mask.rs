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
const FLOOR: f32 = 40.9;
/// Exponent on the detector's activity, and one level: less than the change would need to show equally
/// everywhere, since the detector hears least of it where there is most detail.
const DETAIL: f32 = 0.22;

/// The mask of a picture at canonical size: RMS change up to a gain. `ease` is what the eye lets pass.
pub(crate) fn mask(detail: &Detail, ease: &Plane) -> Plane {
    let mut mask = detail.activity();
    // Next to flat zones the blurred activity would spill over the edge: hold it near its
    // local minimum.
    let least = mask.erode(3);
    least.blur_rows(2.0, |y, guard| {
        let row = mask.row_mut(y);
        for (e, low) in row.iter_mut().zip(guard) {
            *e = 1.0 + e.min(1.5 * low + 0.5);
        }
        raise(row, DETAIL);
        for (m, ease) in row.iter_mut().zip(ease.row(y)) {
            *m *= ease;
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
    use super::super::eye::Eye;
    use super::*;

    #[test]
    fn texture_hides_more_than_flat() {
        let luma = Plane::from_fn(96, 96, |x, y| match x < 48 {
            true => 128.0,
            false => 128.0 + if x / 3 % 2 == y / 3 % 2 { 40.0 } else { -40.0 },
        });
        let ease = Eye::new(&luma, 1.0, 96, 96).ease(96, 96);
        let m = mask(&Detail::new(&luma), &ease);
        assert!(m.at(72, 48) > 1.5 * m.at(16, 48));
    }

    /// Four pixels off the texture its activity has spilled over the edge; the mask has not.
    #[test]
    fn activity_is_held_next_to_flat_zones() {
        let luma = Plane::from_fn(96, 48, |x, y| match x < 48 {
            true => 128.0,
            false => 128.0 + if (x + y) % 2 == 0 { 40.0 } else { -40.0 },
        });
        let (detail, ease) = (Detail::new(&luma), Plane::from_fn(96, 48, |_, _| 1.0));
        let spilled = 1.0 + detail.activity().at(44, 24);
        let held = mask(&detail, &ease).at(44, 24).powf(1.0 / DETAIL);
        assert!(spilled > 8.0 && held < 0.7 * spilled, "{spilled} {held}");
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
