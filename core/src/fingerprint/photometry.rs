//! Brightness and contrast between the signed picture and the picture in hand.
#![expect(
    clippy::indexing_slicing,
    reason = "indices run over three coefficients"
)]

use super::linear::solve;

/// Levels at which a block counts half in a fit: a few quantisation steps. Edited blocks lie far
/// beyond and hardly count.
const SCALE: f64 = 6.0;

/// Rounds of reweighting; the fit moves less than a tenth of a level after eight.
const ROUNDS: usize = 10;

/// A parabola that turns levels of the picture in hand into levels of the signed picture, in
/// `t = level / 128 - 1`. It follows changes of brightness, contrast and gamma.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tone {
    coefficients: [f32; 3],
}

impl Tone {
    /// A level of the picture in hand, as it was signed.
    pub(super) fn apply(self, level: f32) -> f32 {
        let t = level / 128.0 - 1.0;
        let [offset, slope, bend] = self.coefficients;
        offset + slope * t + bend * t * t
    }

    /// Change of the signed level with that of the picture in hand, at a level.
    pub(super) fn gain(self, level: f32) -> f32 {
        let t = level / 128.0 - 1.0;
        let [_, slope, bend] = self.coefficients;
        ((slope + 2.0 * bend * t) / 128.0).clamp(0.5, 2.0)
    }

    /// Fits (seen, signed) pairs, robustly, with Cauchy weights; `stiffness` pulls towards a
    /// plain shift, as strongly as that many pairs a hundred levels off the middle would.
    pub(super) fn fit(pairs: &[(f32, f32)], stiffness: f64) -> Self {
        let mut shift: Vec<f32> = pairs.iter().map(|(seen, signed)| signed - seen).collect();
        shift.sort_by(f32::total_cmp);
        let middle = shift.get(shift.len() / 2).copied().unwrap_or(0.0);
        let plain = [128.0, 128.0, 0.0_f64];
        let mut found = [128.0 + f64::from(middle), 128.0, 0.0];
        for round in 0..ROUNDS {
            // Wide at first, so that a strong change of contrast is not taken for edits.
            let scale = if round < 4 { SCALE * 4.0 } else { SCALE };
            let mut normal = [[0.0_f64; 3]; 3];
            let mut right = [0.0_f64; 3];
            for (i, pull) in [1e-6, stiffness, 4.0 * stiffness].into_iter().enumerate() {
                normal[i][i] += pull;
                right[i] += pull * plain[i];
            }
            for (seen, signed) in pairs {
                let t = f64::from(*seen) / 128.0 - 1.0;
                let basis = [1.0, t, t * t];
                let fitted: f64 = basis.iter().zip(found).map(|(b, c)| b * c).sum();
                let residual = (f64::from(*signed) - fitted) / scale;
                let weight = 1.0 / (1.0 + residual * residual);
                for i in 0..3 {
                    right[i] += weight * basis[i] * f64::from(*signed);
                    for j in 0..3 {
                        normal[i][j] += weight * basis[i] * basis[j];
                    }
                }
            }
            let Some(solved) = solve(normal, right) else {
                break;
            };
            found = solved;
        }
        #[expect(
            clippy::as_conversions,
            clippy::cast_possible_truncation,
            reason = "coefficients of 8-bit levels fit f32"
        )]
        Self {
            coefficients: found.map(|value| value as f32),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_curve_among_edits() {
        let pairs: Vec<(f32, f32)> = (0_u8..200)
            .map(|level| {
                let seen = f32::from(level);
                let signed = 255.0 * (seen / 255.0).powf(1.15) * 0.9 + 8.0;
                (seen, if level % 5 == 0 { 250.0 - seen } else { signed })
            })
            .collect();
        let tone = Tone::fit(&pairs, 1.0);
        for level in [30.0_f32, 100.0, 180.0] {
            let signed = 255.0 * (level / 255.0).powf(1.15) * 0.9 + 8.0;
            assert!((tone.apply(level) - signed).abs() < 2.5, "{level} {tone:?}");
        }
    }

    #[test]
    fn one_level_alone_and_nothing_at_all_shift() {
        let tone = Tone::fit(&[(100.0, 110.0); 8], 1.0);
        assert!((tone.apply(100.0) - 110.0).abs() < 0.5 && (tone.gain(100.0) - 1.0).abs() < 0.1);
        let tone = Tone::fit(&[], 1.0);
        assert!((tone.apply(77.0) - 77.0).abs() < 0.01);
    }
}
