//! Whole numbers, and cosines and sines of fractions of a turn, without branches or calls, so that
//! loops over them become vector code.

use std::f32::consts::PI;

/// Adding and taking away `1.5 * 2^23` rounds an `f32` below 2^22 to the nearest whole number.
pub(crate) const ROUND: f32 = 12_582_912.0;

/// The nearest whole number, halves to the even one, for `|t|` below 2^22.
#[inline]
pub(crate) fn nearest(t: f32) -> f32 {
    (t + ROUND) - ROUND
}

/// 2^23: adding it to a positive number below it rounds that to the nearest whole one, and leaves it in
/// the low bits.
const WHOLE: f32 = 8_388_608.0;

/// The greatest whole number at or below a number from 0 to 2^23.
#[inline(always)]
pub(crate) fn cut(t: f32) -> f32 {
    let nearest = (t + WHOLE) - WHOLE;
    nearest - if nearest > t { 1.0 } else { 0.0 }
}

/// A whole number from 0 to 2^23 as an integer.
#[inline(always)]
pub(crate) fn whole(t: f32) -> u32 {
    (t + WHOLE).to_bits() & 0x007F_FFFF
}

/// `sin pi x` and `cos pi x` for `|x| <= 1/2`: Taylor sums whose next terms are below 5e-7 there.
#[inline]
fn half_turn(x: f32) -> (f32, f32) {
    let y = (PI * x) * (PI * x);
    let sin = 1.0
        + y * (-1.0 / 6.0
            + y * (1.0 / 120.0 + y * (-1.0 / 5_040.0 + y * (1.0 / 362_880.0 - y / 39_916_800.0))));
    let cos = 1.0
        + y * (-0.5
            + y * (1.0 / 24.0 + y * (-1.0 / 720.0 + y * (1.0 / 40_320.0 - y / 3_628_800.0))));
    (PI * x * sin, cos)
}

/// `cos 2 pi t`, to 1e-6, for `|t|` below 2^22 (as exact as `t` itself is known there).
#[inline]
pub(crate) fn cosine(t: f32) -> f32 {
    let x = t - nearest(t);
    let (sin, _) = half_turn(x);
    1.0 - 2.0 * sin * sin
}

/// `cos 2 pi t` and `sin 2 pi t`, likewise.
#[inline]
pub(crate) fn wave(t: f32) -> (f32, f32) {
    let x = t - nearest(t);
    let (sin, cos) = half_turn(x);
    (1.0 - 2.0 * sin * sin, 2.0 * sin * cos)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_cut_to_whole_ones() {
        for (t, below) in [
            (0.0, 0),
            (0.999_99, 0),
            (1.0, 1),
            (7.5, 7),
            (8_388_607.5, 8_388_607),
        ] {
            assert_eq!(whole(cut(t)), below, "{t}");
        }
    }

    #[test]
    fn waves_are_those_of_the_library() {
        for i in -4000_i16..4000 {
            let t = f32::from(i) * 0.0173;
            let (cos, sin) = wave(t);
            let turn = std::f64::consts::TAU * f64::from(t);
            assert!((f64::from(cos) - turn.cos()).abs() < 2e-6, "{t}");
            assert!((f64::from(sin) - turn.sin()).abs() < 2e-6, "{t}");
            assert_eq!(cos, cosine(t));
        }
    }
}
