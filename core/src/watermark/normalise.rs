//! The detector's normaliser: local high-pass over local activity (`spec/watermark.md`,
//! section 8). It whitens the picture and weighs each pixel by how much of a mark it can hold.

use super::plane::{Plane, convolve_rows, gaussian};
use super::spare;

/// Activity added before the division, in levels: of a clean picture, and of one whose smooth
/// areas hold nothing but the block edges of a coarse codec.
pub(crate) const CLEAN: f32 = 1.0;
pub(crate) const COARSE: f32 = 5.0;

/// Sigma of the blur that the high pass takes away, and of the window of activity, in samples.
pub(crate) const HIGH_PASS: f32 = 2.5;

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
        let (size, taps) = ((luma.width, luma.height), gaussian(HIGH_PASS));
        let plane = || Plane {
            samples: spare::samples(luma.samples.len()),
            ..*luma
        };
        let (mut high, mut power) = (plane(), plane());
        luma.blur_rows(HIGH_PASS, |y, low| {
            let detail = luma.row(y).iter().zip(low).map(|(y, low)| y - low);
            high.samples.extend(detail);
        });
        convolve_rows(
            size,
            (&taps, &taps),
            |y, row| {
                for (square, h) in row.iter_mut().zip(high.row(y)) {
                    *square = h * h;
                }
            },
            |_, row| power.samples.extend_from_slice(row),
        );
        Self { high, power }
    }

    /// Row `y`: the picture less its blur, and the local mean square of that.
    pub(crate) fn row(&self, y: usize) -> (&[f32], &[f32]) {
        (self.high.row(y), self.power.row(y))
    }

    /// Local root mean square of detail, in levels.
    pub(crate) fn activity(&self) -> Plane {
        let mut samples = spare::samples(self.power.samples.len());
        samples.extend(self.power.samples.iter().map(|power| power.max(0.0).sqrt()));
        Plane {
            samples,
            ..self.power
        }
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
        let powers = &self.power.samples;
        let count = |within: fn(f32) -> bool| -> usize {
            powers.iter().map(|p| usize::from(within(*p))).sum()
        };
        let live = count(|power| power > 0.3 * 0.3);
        let quiet = count(|power| power > 0.3 * 0.3 && power < 4.0 * 4.0);
        if live == 0 || quiet.saturating_mul(2) < live {
            return None;
        }
        let (size, taps) = ((normalised.width, normalised.height), gaussian(1.0));
        let mut samples = spare::samples(normalised.samples.len());
        let greater = |a: f32, b: f32| if a > b { a } else { b };
        let mut tall = Vec::with_capacity(size.0.saturating_add(2));
        convolve_rows(
            size,
            (&taps, &taps),
            |y, keep| {
                // Nothing is kept where any of the nine pixels is active.
                let last = size.1.saturating_sub(1);
                let (above, below) = (y.saturating_sub(1), y.saturating_add(1).min(last));
                let rows = self.power.row(y).iter().zip(self.power.row(above));
                let rows = rows.zip(self.power.row(below));
                tall.clear();
                tall.push(0.0);
                tall.extend(
                    rows.map(|((here, above), below)| greater(*here, greater(*above, *below))),
                );
                tall.push(0.0);
                for (keep, three) in keep.iter_mut().zip(tall.array_windows()) {
                    let [left, here, right] = three;
                    let power = greater(*here, greater(*left, *right));
                    *keep = if power >= 5.0 * 5.0 { 0.0 } else { 1.0 };
                }
            },
            |y, keep| samples.extend(normalised.row(y).iter().zip(keep).map(|(r, k)| r * k)),
        );
        Some(Plane {
            samples,
            ..*normalised
        })
    }
}
