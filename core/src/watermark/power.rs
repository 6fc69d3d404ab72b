//! Powers without branches or calls, so that loops over them become vector code.

use std::f32::consts::{LN_2, LOG2_E};

use multiversion::multiversion;

use super::wave::ROUND;

/// The bits of the root of 1/2: mantissas are taken from there to the root of 2.
const LEAST_MANTISSA: u32 = 0x3f35_04f3;

/// `base` to the power `exponent`, to a relative error of 1e-5, for normal positive bases and results;
/// next to nothing for a base of 0 and a positive exponent.
#[inline(always)]
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_wrap,
    reason = "bit patterns are taken apart and put together"
)]
pub(crate) fn power(base: f32, exponent: f32) -> f32 {
    let bits = base.to_bits().wrapping_sub(LEAST_MANTISSA);
    let whole = (bits as i32) >> 23;
    let mantissa = f32::from_bits((bits & 0x007f_ffff).wrapping_add(LEAST_MANTISSA));
    // ln m = 2 artanh((m - 1) / (m + 1)); the next term is below 1e-7.
    let t = (mantissa - 1.0) / (mantissa + 1.0);
    let square = t * t;
    let logarithm = 2.0 * t * (1.0 + square * (1.0 / 3.0 + square * (0.2 + square / 7.0)));
    let twos = (exponent * (whole as f32 + LOG2_E * logarithm)).clamp(-126.0, 127.0);
    // 2^twos: the nearest whole number becomes the exponent, the rest a Taylor sum.
    let shifted = twos + ROUND;
    let rest = LN_2 * (twos - (shifted - ROUND));
    let sum = 1.0
        + rest
            * (1.0
                + rest
                    * (0.5
                        + rest
                            * (1.0 / 6.0
                                + rest * (1.0 / 24.0 + rest * (1.0 / 120.0 + rest / 720.0)))));
    sum * f32::from_bits(shifted.to_bits().wrapping_add(127) << 23)
}

/// The [`power`] of each sample of a row.
#[multiversion(targets("x86_64+avx2"))]
pub(crate) fn raise(row: &mut [f32], exponent: f32) {
    for sample in row {
        *sample = power(*sample, exponent);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_are_those_of_the_library() {
        for i in 1..4000_u16 {
            for exponent in [0.5, 0.6, 0.7, -1.25, 1.25, 2.4] {
                for base in [f32::from(i) * 0.07, 1e-4 * f32::from(i), 1e3 / f32::from(i)] {
                    let slow = f64::from(base).powf(f64::from(exponent));
                    let error = f64::from(power(base, exponent)) / slow - 1.0;
                    assert!(error.abs() < 1e-5, "{base} ^ {exponent}: {error}");
                }
            }
        }
        assert!(power(0.0, 0.6) < 1e-20);
    }
}
