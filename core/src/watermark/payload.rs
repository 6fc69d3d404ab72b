//! The 64-bit payload and its keyed 42-bit tag (`spec/watermark.md`, section 3).
#![expect(
    clippy::arithmetic_side_effects,
    reason = "shifts are by constants below the width of their type"
)]

use std::{fmt, str::FromStr};

use thiserror::Error;

use super::key::Key;

/// Payload bits plus tag bits: the information word of the polar code.
pub(crate) const INFORMATION_BITS: usize = 106;
/// Bits of the keyed tag.
pub(crate) const TAG_BITS: u32 = 42;

/// The 64-bit identifier that a mark carries; written as 16 hex digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Payload(u64);

impl Payload {
    /// A payload from its 64 bits; every value is allowed.
    #[must_use]
    pub const fn new(bits: u64) -> Self {
        Self(bits)
    }

    /// The 64 bits.
    #[must_use]
    pub const fn bits(self) -> u64 {
        self.0
    }
}

impl fmt::Display for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// A payload text is not exactly 16 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("a payload is 16 hexadecimal digits, this has {found} characters or others among them")]
pub struct PayloadError {
    /// Characters found.
    pub found: usize,
}

impl FromStr for Payload {
    type Err = PayloadError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refuse = || PayloadError {
            found: text.chars().count(),
        };
        if text.len() != 16 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(refuse());
        }
        u64::from_str_radix(text, 16)
            .map(Self)
            .map_err(|_| refuse())
    }
}

/// The keyed map from payloads to information words.
///
/// The first 64 bits are `m * p` in GF(2^64), so that neighbouring payloads get unrelated
/// codewords; the last 42 are the tag, the top 42 bits of `a * p`, xor `b`. For any two words
/// fixed without knowledge of `a`, a given tag difference has probability 2^-42 over the key;
/// both false-alarm bounds of the specification rest on this.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tagger {
    mixer: u64,
    unmixer: u64,
    factor: u64,
    offset: u64,
}

impl Tagger {
    /// The tagger of a key: stream `tag` gives `m`, `a` (64 bits each, zeros skipped), then 64
    /// bits whose top 42 are `b`.
    pub(crate) fn new(key: &Key) -> Self {
        let mut stream = key.stream("tag");
        let mut factor = || loop {
            let word = stream.long();
            if word != 0 {
                return word;
            }
        };
        let (mixer, factor) = (factor(), factor());
        Self {
            mixer,
            unmixer: invert(mixer),
            factor,
            offset: stream.long() >> (64 - TAG_BITS),
        }
    }

    /// The 42-bit tag of a payload.
    pub(crate) fn tag(&self, payload: Payload) -> u64 {
        (multiply(self.factor, payload.bits()) >> (64 - TAG_BITS)) ^ self.offset
    }

    /// The 106 information bits: mixed payload, then tag, each most significant bit first.
    pub(crate) fn information(&self, payload: Payload) -> [u8; INFORMATION_BITS] {
        let mixed = multiply(self.mixer, payload.bits());
        let word = (u128::from(mixed) << TAG_BITS) | u128::from(self.tag(payload));
        let mut bits = [0_u8; INFORMATION_BITS];
        for (shift, bit) in (0..INFORMATION_BITS).rev().zip(bits.iter_mut()) {
            *bit = u8::from((word >> shift) & 1 == 1);
        }
        bits
    }

    /// The payload of 106 information bits, if its tag is right.
    pub(crate) fn check(&self, bits: &[u8; INFORMATION_BITS]) -> Option<Payload> {
        let word = bits
            .iter()
            .fold(0_u128, |word, bit| (word << 1) | u128::from(bit & 1));
        let mixed = u64::try_from(word >> TAG_BITS).ok()?;
        let payload = Payload(multiply(self.unmixer, mixed));
        let tag = word & ((1_u128 << TAG_BITS) - 1);
        (u128::from(self.tag(payload)) == tag).then_some(payload)
    }
}

/// The inverse of a non-zero element: its power 2^64 - 2.
fn invert(a: u64) -> u64 {
    let mut power = 1;
    let mut square = a;
    for _ in 1..64 {
        square = multiply(square, square);
        power = multiply(power, square);
    }
    power
}

/// Product in GF(2^64) modulo `x^64 + x^4 + x^3 + x + 1`; bit `i` is the coefficient of `x^i`.
fn multiply(a: u64, b: u64) -> u64 {
    let mut sum = 0;
    let mut shifted = a;
    for i in 0..64 {
        if (b >> i) & 1 == 1 {
            sum ^= shifted;
        }
        let carry = shifted >> 63;
        shifted = (shifted << 1) ^ (carry * 0x1b);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Oracle: full 128-bit carry-less product, then reduction bit by bit from the top.
    fn multiply_slowly(a: u64, b: u64) -> u64 {
        let mut product = 0_u128;
        for i in 0..64 {
            for j in 0..64 {
                if (a >> i) & (b >> j) & 1 == 1 {
                    product ^= 1 << (i + j);
                }
            }
        }
        for bit in (64..128).rev() {
            if (product >> bit) & 1 == 1 {
                product ^= (1_u128 << bit) | (0x1b_u128 << (bit - 64));
            }
        }
        u64::try_from(product).unwrap()
    }

    #[test]
    fn field_product_matches_oracle_and_laws() {
        let mut stream = Key::public().stream("field-test");
        for _ in 0..50 {
            let (a, b, c) = (stream.long(), stream.long(), stream.long());
            assert_eq!(multiply(a, b), multiply_slowly(a, b));
            assert_eq!(multiply(a, b ^ c), multiply(a, b) ^ multiply(a, c));
            assert_eq!(multiply(a, multiply(b, c)), multiply(multiply(a, b), c));
            assert_eq!(multiply(a, invert(a)), 1);
        }
    }

    #[test]
    fn tag_refuses_any_single_flip_and_keys_differ() {
        let tagger = Tagger::new(&Key::public());
        let payload = Payload::new(0x0123_4567_89ab_cdef);
        let bits = tagger.information(payload);
        assert_eq!(tagger.check(&bits), Some(payload));
        for i in 0..INFORMATION_BITS {
            let mut flipped = bits;
            flipped[i] ^= 1;
            assert_eq!(tagger.check(&flipped), None, "bit {i}");
        }
        assert_eq!(Tagger::new(&Key::from_secret([1; 32])).check(&bits), None);
        assert_eq!(tagger.check(&[0; INFORMATION_BITS]), None);
    }

    #[test]
    fn payload_text_is_strict() {
        let payload: Payload = "00ff00ff00ff00ff".parse().unwrap();
        assert_eq!(payload.to_string(), "00ff00ff00ff00ff");
        for wrong in [
            "",
            "0",
            "+0ff00ff00ff00ff",
            "00ff00ff00ff00fg",
            "00ff00ff00ff00ff0",
        ] {
            assert!(wrong.parse::<Payload>().is_err(), "{wrong}");
        }
    }
}
