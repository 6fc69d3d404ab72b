//! Brightness and contrast between the signed picture and the picture in hand.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "floats do not overflow into panics"
)]

/// Levels at which a block counts half in a fit: a few quantisation steps. Edited blocks lie far
/// beyond and hardly count.
const SCALE: f64 = 6.0;

/// Rounds of reweighting; the fit moves less than a tenth of a level after six.
const ROUNDS: usize = 10;

/// A line that turns levels of the picture in hand into levels of the signed picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tone {
    pub(super) gain: f32,
    pub(super) offset: f32,
}

impl Tone {
    /// No change.
    pub(super) const NONE: Self = Self {
        gain: 1.0,
        offset: 0.0,
    };

    /// A level of the picture in hand, as it was signed.
    pub(super) fn apply(self, level: f32) -> f32 {
        self.gain * level + self.offset
    }

    /// Fits (seen, signed) pairs, robustly, with Cauchy weights. Gains outside 0.5..=2 are cut:
    /// a picture that flat or that stretched is no longer judged by its levels.
    pub(super) fn fit(pairs: &[(f32, f32)]) -> Self {
        let mut shift: Vec<f32> = pairs.iter().map(|(seen, signed)| signed - seen).collect();
        shift.sort_by(f32::total_cmp);
        let middle = shift.get(shift.len() / 2).copied().unwrap_or(0.0);
        let (mut gain, mut offset) = (1.0_f64, f64::from(middle));
        for round in 0..ROUNDS {
            // Wide at first, so that a strong change of contrast is not taken for edits.
            let scale = if round < 4 { SCALE * 4.0 } else { SCALE };
            // A weak pull towards gain 1, which decides where all blocks have one level.
            let mut sums = [1e-6_f64, 0.0, 0.0, 0.0, 0.0];
            for (seen, signed) in pairs {
                let (x, y) = (f64::from(*seen), f64::from(*signed));
                let residual = (y - gain * x - offset) / scale;
                let weight = 1.0 / (1.0 + residual * residual);
                for (sum, term) in sums.iter_mut().zip([1.0, x, y, x * x, x * y]) {
                    *sum += weight * term;
                }
            }
            let [n, x, y, xx, xy] = sums;
            let pull = 20.0 * n;
            let spread = xx - x * x / n + pull;
            gain = ((xy - x * y / n + pull) / spread).clamp(0.5, 2.0);
            offset = (y - gain * x) / n;
        }
        #[expect(
            clippy::as_conversions,
            clippy::cast_possible_truncation,
            reason = "gain lies in 0.5..=2 and offsets of 8-bit levels fit f32"
        )]
        Self {
            gain: gain as f32,
            offset: offset as f32,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_line_among_edits() {
        let pairs: Vec<(f32, f32)> = (0_u8..200)
            .map(|level| {
                let seen = f32::from(level);
                (
                    seen,
                    if level % 5 == 0 {
                        250.0 - seen
                    } else {
                        0.8 * seen + 12.0
                    },
                )
            })
            .collect();
        let tone = Tone::fit(&pairs);
        assert!((tone.gain - 0.8).abs() < 0.02, "{tone:?}");
        assert!((tone.apply(100.0) - 92.0).abs() < 1.5, "{tone:?}");
    }

    #[test]
    fn one_level_alone_and_nothing_at_all_shift() {
        let tone = Tone::fit(&[(100.0, 110.0); 8]);
        assert!((tone.gain - 1.0).abs() < 1e-3 && (tone.apply(100.0) - 110.0).abs() < 0.1);
        assert_eq!(Tone::fit(&[]), Tone::NONE);
    }
}
