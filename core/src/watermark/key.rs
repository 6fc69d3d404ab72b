//! Watermark keys and the deterministic streams drawn from them (`spec/watermark.md`, section 2).
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "fixed-size digests are cut at constant offsets; `at` stays within 0..=32, the block \
              counter cannot reach 2^64, and widening casts of u32 lose nothing"
)]

use std::fmt;

use sha2::{Digest, Sha256};
use zeroize::Zeroize;

/// The phrase whose SHA-256 is the secret of the default public key.
///
/// Anyone can read, copy and remove marks made with this key: it makes a picture *findable*.
pub const PUBLIC_KEY_PHRASE: &str = "hallmark watermark 1 public key";

/// Domain prefix of every digest of this scheme.
pub(crate) const DOMAIN: &[u8] = b"hallmark.watermark/1";

/// A watermark key: 32 secret bytes. Wiped on drop; `Debug` shows the identifier only.
#[derive(Clone)]
pub struct Key {
    secret: [u8; 32],
}

impl Key {
    /// The default key, derived from [`PUBLIC_KEY_PHRASE`].
    #[must_use]
    pub fn public() -> Self {
        Self {
            secret: Sha256::digest(PUBLIC_KEY_PHRASE.as_bytes()).into(),
        }
    }

    /// A private key from 32 secret bytes, which should come from a good random source.
    #[must_use]
    pub const fn from_secret(secret: [u8; 32]) -> Self {
        Self { secret }
    }

    /// The public identifier of this key; it travels with every result.
    #[must_use]
    pub fn id(&self) -> KeyId {
        let mut hash = Sha256::new();
        hash.update(DOMAIN);
        hash.update(b"\0key-id\0");
        hash.update(self.secret);
        let digest: [u8; 32] = hash.finalize().into();
        let mut id = [0_u8; 8];
        id.copy_from_slice(&digest[..8]);
        KeyId(id)
    }

    /// The stream of pseudo-random words with this label.
    pub(crate) fn stream(&self, label: &str) -> KeyStream {
        let mut prefix = Sha256::new();
        prefix.update(DOMAIN);
        prefix.update(b"\0");
        prefix.update(label.as_bytes());
        prefix.update(b"\0");
        prefix.update(self.secret);
        KeyStream {
            prefix,
            block: [0; 32],
            at: 32,
            counter: 0,
        }
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        self.secret.zeroize();
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Key").field(&self.id()).finish()
    }
}

/// The first eight bytes of a domain-separated SHA-256 of a key's secret; shown as 16 hex digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(pub [u8; 8]);

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// SHA-256 in counter mode, read as big-endian 32-bit words.
///
/// Block `i` is `SHA-256(DOMAIN 00 label 00 secret be64(i))`.
pub(crate) struct KeyStream {
    prefix: Sha256,
    block: [u8; 32],
    at: usize,
    counter: u64,
}

impl KeyStream {
    /// The next 32-bit word.
    pub(crate) fn word(&mut self) -> u32 {
        if self.at == 32 {
            let mut hash = self.prefix.clone();
            hash.update(self.counter.to_be_bytes());
            self.block = hash.finalize().into();
            self.counter += 1;
            self.at = 0;
        }
        let mut bytes = [0_u8; 4];
        bytes.copy_from_slice(&self.block[self.at..self.at + 4]);
        self.at += 4;
        u32::from_be_bytes(bytes)
    }

    /// The next 64-bit word: two 32-bit words, the high one first.
    pub(crate) fn long(&mut self) -> u64 {
        let high = u64::from(self.word());
        (high << 32) | u64::from(self.word())
    }

    /// A uniform fraction in `[0, 1)`: one word over 2^32.
    pub(crate) fn fraction(&mut self) -> f64 {
        f64::from(self.word()) / 4_294_967_296.0
    }

    /// A fair sign: the top bit of one word, 0 for `+1`, 1 for `-1`.
    pub(crate) fn sign(&mut self) -> f32 {
        if self.word() >> 31 == 0 { 1.0 } else { -1.0 }
    }

    /// A uniform integer in `0..n` (`1 <= n <= 2^31`) by rejection of the uneven top.
    pub(crate) fn below(&mut self, n: u32) -> u32 {
        let zone = u32::MAX - u32::MAX % n;
        loop {
            let word = self.word();
            if word < zone {
                return word % n;
            }
        }
    }

    /// A uniform permutation of `0..n` (Fisher-Yates from the end, `j = below(i + 1)`).
    pub(crate) fn permutation(&mut self, n: u32) -> Vec<u32> {
        let mut items: Vec<u32> = (0..n).collect();
        for i in (1..n).rev() {
            let j = self.below(i + 1);
            items.swap(i as usize, j as usize);
        }
        items
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_hides_the_secret() {
        let key = Key::from_secret([0xab; 32]);
        let shown = format!("{key:?}");
        assert!(!shown.contains("abab") && !shown.contains("171"), "{shown}");
    }

    #[test]
    fn labels_and_keys_separate_streams() {
        let (a, b) = (Key::public(), Key::from_secret([7; 32]));
        let first = |key: &Key, label| key.stream(label).long();
        assert_eq!(first(&a, "x"), first(&a, "x"));
        assert_ne!(first(&a, "x"), first(&a, "y"));
        assert_ne!(first(&a, "x"), first(&b, "x"));
        assert_ne!(a.id(), b.id());
    }

    #[test]
    fn permutation_holds_every_index_once() {
        let mut items = Key::public().stream("test").permutation(1000);
        assert_ne!(items[..3], [0, 1, 2]);
        items.sort_unstable();
        assert!(items.iter().copied().eq(0..1000));
    }

    #[test]
    fn below_is_even() {
        // 30000 draws of 3 values: each count has mean 10000, sd 81.6; 6 sd = 490.
        let mut stream = Key::public().stream("even");
        let mut counts = [0_i32; 3];
        for _ in 0..30_000 {
            counts[stream.below(3) as usize] += 1;
        }
        assert!(
            counts.iter().all(|c| (c - 10_000).abs() < 490),
            "{counts:?}"
        );
    }
}
