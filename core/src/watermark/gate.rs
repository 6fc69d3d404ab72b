//! The decisions and their bounds (`spec/watermark.md`, section 11).
//!
//! *Found* rests on the keyed tag: whatever the picture, each word that the decoder proposes
//! passes with probability 2^-42 over the key, so the chance of any accident is at most the
//! number of words proposed times 2^-42. The correlation statistic has a bound of its own, and
//! the smaller of both is reported.
#![expect(
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "statistics are sums of finite floats over 512 bits; casts are of small counts"
)]

use std::rc::Rc;

use super::carrier::Carrier;
use super::demodulate::Soft;
use super::low_band::CONCENTRATION;
use super::payload::TAG_BITS;
use super::polar::{LENGTH, LIST, LONG_LIST};

/// Greatest chance of a *found* by accident, for a picture, over all keys and hypotheses.
pub const FOUND_BOUND: f64 = 1e-9;
/// Greatest chance of a *damaged* by accident, for a picture, over all keys and hypotheses.
pub const DAMAGED_BOUND: f64 = 1e-6;
/// Polar decodes spent on one key at most.
pub(crate) const DECODES: usize = 256;
/// Of these, decodes with a long list.
pub(crate) const LONG_DECODES: usize = 9;
/// Hypotheses that are looked at for one key, decoded or not: about three hundred at most, rounded up.
pub(crate) const HYPOTHESES: f64 = 1024.0;

/// Chance that any of the words proposed for `keys` keys passes its tag by accident.
pub(crate) fn tag_bound(keys: usize) -> f64 {
    let words = DECODES * LIST + LONG_DECODES * LONG_LIST;
    keys as f64 * words as f64 * 0.5_f64.powi(TAG_BITS as i32)
}

/// Chance that the statistic of any of `words` codewords a hypothesis reaches `t`.
///
/// For fixed soft magnitudes the keyed signs make `t` sub-Gaussian (Hoeffding), then a union.
pub(crate) fn correlation_bound(t: f64, keys: usize, words: f64) -> f64 {
    (keys as f64 * HYPOTHESES * words * (-0.5 * t.max(0.0).powi(2)).exp()).min(1.0)
}

/// The statistic at which [`correlation_bound`] is `chance`.
pub(crate) fn correlation_threshold(chance: f64, keys: usize, words: f64) -> f64 {
    (2.0 * (keys as f64 * HYPOTHESES * words / chance).ln())
        .max(0.0)
        .sqrt()
}

/// Number of payloads: the union of an unaided reading.
pub(crate) const PAYLOADS: f64 = 18_446_744_073_709_551_616.0;

/// Soft values of both layers for one hypothesis.
#[derive(Clone, Debug)]
pub(crate) struct Evidence {
    pub(crate) tile: Option<Rc<Soft>>,
    /// Ratios of the low-band layer.
    pub(crate) low: Option<Vec<f32>>,
    /// Both layers are read where they were written: if anything can be read, then here.
    pub(crate) as_written: bool,
}

impl Evidence {
    /// Summed ratios for the decoder.
    pub(crate) fn ratios(&self) -> [f32; LENGTH] {
        let mut out = self.tile.as_ref().map_or([0.0; LENGTH], |tile| tile.ratios);
        if let Some(low) = &self.low {
            for (o, l) in out.iter_mut().zip(low) {
                *o += l;
            }
        }
        out
    }

    /// Normalised correlation with a codeword: mean 0 and at most unit variance proxy by chance.
    pub(crate) fn statistic(&self, word: &[u8; LENGTH]) -> f64 {
        let ratios = self.ratios();
        let sum: f64 = ratios
            .iter()
            .zip(word)
            .map(|(r, bit)| {
                if *bit == 0 {
                    f64::from(*r)
                } else {
                    -f64::from(*r)
                }
            })
            .sum();
        let scale = self.scale();
        if scale > 0.0 { sum / scale } else { 0.0 }
    }

    /// Root of the variance proxy of the correlation over the key.
    pub(crate) fn scale(&self) -> f64 {
        let tile: f64 = self
            .tile
            .iter()
            .flat_map(|tile| &tile.dimensions)
            .map(|d| f64::from(*d).powi(2))
            .sum();
        // 2 kappa cos(uniform): sub-Gaussian with proxy (2 kappa)^2 / 2.
        let low = self.low.as_ref().map_or(0.0, |low| {
            low.len() as f64 * 2.0 * f64::from(CONCENTRATION).powi(2)
        });
        (tile + low).sqrt()
    }
}

/// Least agreement, in standard deviations of chance, of dimensions worth decoding. A word at the
/// limit of the code (1.5 dB an information bit) shows about ten.
const LEAST_AGREEMENT: f64 = 2.5;
/// Agreement that chance hardly shows: a mark is there. Of both layers where they were written, less will
/// do: a word that is mostly in the low band shows hardly more.
const STRONG_AGREEMENT: f64 = 6.0;
const STRONG_AS_WRITTEN: f64 = 1.0;

/// What decoding may be expected to yield.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Prospect {
    /// Nothing.
    None,
    /// Perhaps a word.
    Fair,
    /// A mark is there, whether it can be read or not.
    Strong,
}

impl Evidence {
    /// What decoding may be expected to yield. The coded bits cancel in it, so nothing is learnt of the
    /// payload, and the bounds, which count what is decoded, stand. The low band alone shows nothing
    /// before it is decoded.
    pub(crate) fn prospect(&self, carrier: &Carrier) -> Prospect {
        let agreement = self.agreement(carrier);
        let strong = if self.as_written {
            STRONG_AS_WRITTEN
        } else {
            STRONG_AGREEMENT
        };
        if agreement >= strong {
            Prospect::Strong
        } else if self.low.is_some() || agreement >= LEAST_AGREEMENT {
            Prospect::Fair
        } else {
            Prospect::None
        }
    }

    /// How well the dimensions of each coded bit agree, in standard deviations of chance; 0 without
    /// a tile.
    fn agreement(&self, carrier: &Carrier) -> f64 {
        let Some(tile) = &self.tile else { return 0.0 };
        // By bit: sums of second and fourth powers.
        let mut power = [0.0_f32; LENGTH];
        let mut fourth = [0.0_f32; LENGTH];
        let mut add = |bit: usize, value: f32| {
            let square = value * value;
            power[bit] += square;
            fourth[bit] += square * square;
        };
        for (value, bit) in tile.dimensions.iter().zip(&carrier.bit) {
            add(usize::from(*bit), *value);
        }
        for (bit, value) in self.low.iter().flatten().enumerate() {
            add(bit, *value);
        }
        // Sum over pairs of dimensions of one bit, and its variance under fair signs.
        let (mut agreement, mut variance) = (0.0_f64, 0.0_f64);
        for (s, (v, w)) in self.ratios().iter().zip(power.iter().zip(&fourth)) {
            agreement += 0.5 * f64::from(s * s - v);
            variance += 0.5 * f64::from(v * v - w);
        }
        agreement / variance.max(1e-12).sqrt()
    }
}

/// Natural logarithm of a bound on the chance, over the keyed signs, that the dimensions of each
/// coded bit agree among themselves as well as they do; the payload cancels in it.
///
/// `Q = sum over bits of (S_i^2 - V_i) / 2` with `S_i` the signed and `V_i` the squared sum over
/// the bit's dimensions. `E exp(l Q) <= prod (1 - l V_i)^(-1/2) e^(-l V_i / 2)` for
/// `l max V_i < 1`, and the bound is its least Chernoff value over a fixed grid of `l`.
pub(crate) fn agreement(soft: &Soft, carrier: &Carrier) -> f64 {
    let (q, power) = agreeing(soft, carrier);
    let most = power.iter().fold(0.0_f64, |most, v| most.max(*v));
    if q <= 0.0 || most <= 0.0 {
        return 0.0;
    }
    (1..40)
        .map(|i| {
            let l = f64::from(i) / (40.0 * most);
            let moment: f64 = power
                .iter()
                .map(|v| -0.5 * (1.0 - l * v).ln() - 0.5 * l * v)
                .sum();
            moment - l * q
        })
        .fold(0.0, f64::min)
}

/// Whether [`agreement`] can fall to a logarithm of `-least`, by a bound that costs no logarithms:
/// each factor is at least `e^(l^2 V_i^2 / 4)`, so that the result is at least `-Q^2 / sum V_i^2`.
pub(crate) fn may_agree(soft: &Soft, carrier: &Carrier, least: f64) -> bool {
    let (q, power) = agreeing(soft, carrier);
    let squares: f64 = power.iter().map(|v| v * v).sum();
    q > 0.0 && q * q >= 0.999 * least * squares
}

/// `Q`, and the `V_i`.
fn agreeing(soft: &Soft, carrier: &Carrier) -> (f64, [f64; LENGTH]) {
    let mut power = [0.0_f64; LENGTH];
    for (value, bit) in soft.dimensions.iter().zip(&carrier.bit) {
        power[usize::from(*bit)] += f64::from(*value).powi(2);
    }
    let q = soft
        .ratios
        .iter()
        .zip(&power)
        .map(|(s, v)| 0.5 * (f64::from(*s).powi(2) - v))
        .sum();
    (q, power)
}

/// The logarithm that [`agreement`] must fall to for a *damaged* answer.
pub(crate) fn agreement_threshold(keys: usize) -> f64 {
    (DAMAGED_BOUND / (keys as f64 * HYPOTHESES)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watermark::key::Key;

    #[test]
    fn bounds_and_thresholds_are_inverse() {
        for keys in [1, 10] {
            let t = correlation_threshold(FOUND_BOUND, keys, PAYLOADS);
            let bound = correlation_bound(t, keys, PAYLOADS);
            assert!((bound / FOUND_BOUND - 1.0).abs() < 1e-6);
        }
        assert!(tag_bound(1) < FOUND_BOUND && tag_bound(2) > FOUND_BOUND);
    }

    #[test]
    fn random_signs_rarely_agree() {
        // 400 draws: the chance that any log bound falls below ln(1e-5) is at most 0.4 %.
        let carrier = Carrier::new(&Key::public());
        let mut stream = Key::public().stream("agreement");
        for _ in 0..400 {
            let dimensions: Vec<f32> = carrier
                .bit
                .iter()
                .map(|_| stream.sign() * stream.fraction() as f32)
                .collect();
            let mut ratios = [0.0; LENGTH];
            for (value, bit) in dimensions.iter().zip(&carrier.bit) {
                ratios[usize::from(*bit)] += value;
            }
            assert!(agreement(&Soft { dimensions, ratios }, &carrier) > 1e-5_f64.ln());
        }
    }

    #[test]
    fn a_faint_word_agrees() {
        // Amplitude 0.5 against unit-range noise of sd 0.58: far above the threshold.
        let carrier = Carrier::new(&Key::public());
        let mut stream = Key::public().stream("faint");
        let word: Vec<f32> = (0..LENGTH).map(|_| stream.sign()).collect();
        let dimensions: Vec<f32> = carrier
            .bit
            .iter()
            .map(|&b| 0.5 * word[usize::from(b)] + stream.sign() * stream.fraction() as f32)
            .collect();
        let mut ratios = [0.0; LENGTH];
        for (value, bit) in dimensions.iter().zip(&carrier.bit) {
            ratios[usize::from(*bit)] += value;
        }
        let soft = Soft { dimensions, ratios };
        let log = agreement(&soft, &carrier);
        assert!(log < agreement_threshold(1), "{log}");
        assert!(may_agree(&soft, &carrier, -agreement_threshold(1)));
    }

    #[test]
    fn the_cheap_bound_never_refuses_what_agrees() {
        let carrier = Carrier::new(&Key::public());
        let mut stream = Key::public().stream("cheap bound");
        let word: Vec<f32> = (0..LENGTH).map(|_| stream.sign()).collect();
        let mut refused = 0;
        for step in 0..60_u8 {
            let amplitude = 0.006 * f32::from(step);
            let draw = |&b: &u16| {
                amplitude * word[usize::from(b)] + stream.sign() * stream.fraction() as f32
            };
            let dimensions: Vec<f32> = carrier.bit.iter().map(draw).collect();
            let mut ratios = [0.0; LENGTH];
            for (value, bit) in dimensions.iter().zip(&carrier.bit) {
                ratios[usize::from(*bit)] += value;
            }
            let soft = Soft { dimensions, ratios };
            let log = agreement(&soft, &carrier);
            for least in [0.5, 2.0, 8.0, 20.0, 60.0] {
                let may = may_agree(&soft, &carrier, least);
                assert!(may || -log < least, "{amplitude} {least} {log}");
                refused += u32::from(!may);
            }
        }
        assert!(refused > 100, "{refused}");
    }
}
