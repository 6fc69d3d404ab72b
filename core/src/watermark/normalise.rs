//! The detector's normaliser: local high-pass over local activity (`spec/watermark.md`,
//! section 8). It whitens the picture and weighs each pixel by how much of a mark it can hold.

use super::plane::Plane;

/// Activity added before the division, in levels: of a clean picture, and of one whose smooth
/// areas hold nothing but the block edges of a coarse codec.
pub(crate) const CLEAN: f32 = 1.0;
pub(crate) const COARSE: f32 = 5.0;

/// What the normaliser knows of a picture before it divides.
#[derive(Clone, Debug)]
pub(crate) struct Detail {
    /// The picture less its blur.
    high: Plane,
    /// Local mean square of that.
    power: Plane,
}

impl Detail {
    /// Looks at a luma plane. Cost: two 17-tap separable blurs.
    pub(crate) fn new(luma: &Plane) -> Self {
        let high = luma.zip(&luma.blur(2.5), |y, low| y - low);
        let power = high.zip(&high, |a, b| a * b).blur(2.5);
        Self { high, power }
    }

    /// Local root mean square of detail, in levels.
    pub(crate) fn activity(&self) -> Plane {
        self.power.clone().map(|power| power.max(0.0).sqrt())
    }

    /// The normalised picture: at most about unit RMS in texture, exactly 0 in constant areas.
    pub(crate) fn normalised(&self, floor: f32) -> Plane {
        self.high.zip(&self.power, move |h, power| {
            let e = power.max(0.0).sqrt() + floor;
            (h / e).clamp(-3.0, 3.0) * (8.0 / e).sqrt().sqrt()
        })
    }

    /// For flat graphics and screenshots: drops the pixels near text and lines, where the pilots
    /// drown. `None` where the picture is no such graphic.
    pub(crate) fn flat_areas(&self, normalised: &Plane) -> Option<Plane> {
        let activity = self.activity();
        let live = activity.samples.iter().filter(|e| **e > 0.3).count();
        let quiet = activity
            .samples
            .iter()
            .filter(|e| **e > 0.3 && **e < 4.0)
            .count();
        if live == 0 || quiet.saturating_mul(2) < live {
            return None;
        }
        let keep = activity
            .dilate(1)
            .map(|e| if e >= 5.0 { 0.0 } else { 1.0 })
            .blur(1.0);
        Some(normalised.zip(&keep, |r, k| r * k))
    }
}
