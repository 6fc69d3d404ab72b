//! Fingerprints packed in memory, searched one by one.
//!
//! A linear search misses nothing, for any radius, and needs no index that could be out of step:
//! a million fingerprints take 40 MB, and most are left after half their bits, when they already
//! differ in more than the radius.

use crate::fingerprint::pdq::Pdq;

/// Fingerprints with the numbers of their claims, in the order of the numbers.
#[derive(Debug, Default)]
pub(super) struct Hashes {
    words: Vec<[u64; 4]>,
    numbers: Vec<u64>,
}

impl Hashes {
    /// Number of the last claim taken in; 0 when there is none.
    pub(super) fn last(&self) -> u64 {
        self.numbers.last().copied().unwrap_or(0)
    }

    /// Takes a fingerprint in. Numbers must grow.
    pub(super) fn push(&mut self, number: u64, pdq: &Pdq) {
        self.words.push(words(pdq));
        self.numbers.push(number);
    }

    /// Claims within the radius, as (distance, number), nearest first, then oldest first.
    pub(super) fn within(&self, pdq: &Pdq, radius: u32) -> Vec<(u32, u64)> {
        let [a, b, c, d] = words(pdq);
        let mut found = Vec::new();
        for (hash, number) in self.words.iter().zip(&self.numbers) {
            let half = (hash[0] ^ a)
                .count_ones()
                .saturating_add((hash[1] ^ b).count_ones());
            if half > radius {
                continue;
            }
            let distance = half
                .saturating_add((hash[2] ^ c).count_ones())
                .saturating_add((hash[3] ^ d).count_ones());
            if distance <= radius {
                found.push((distance, *number));
            }
        }
        found.sort_unstable();
        found
    }
}

fn words(pdq: &Pdq) -> [u64; 4] {
    let mut words = [0; 4];
    for (word, bytes) in words.iter_mut().zip(pdq.0.chunks_exact(8)) {
        *word = bytes
            .iter()
            .fold(0, |value, byte| value << 8 | u64::from(*byte));
    }
    words
}

#[cfg(test)]
mod tests {
    #![allow(clippy::arithmetic_side_effects, reason = "at most 40 fingerprints")]

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn finds_exactly_what_brute_force_finds(
            seeds in prop::collection::vec(prop::array::uniform32(any::<u8>()), 1..40),
            flips in prop::collection::vec(0..256_usize, 0..60),
            radius in 0..=256_u32,
        ) {
            let mut near = seeds[0];
            for flip in &flips {
                near[flip / 8] ^= 1 << (flip % 8);
            }
            let mut hashes = Hashes::default();
            for (index, seed) in seeds.iter().enumerate() {
                hashes.push(u64::try_from(index).unwrap().saturating_add(1), &Pdq(*seed));
            }
            let query = Pdq(near);
            let mut expected: Vec<(u32, u64)> = (1_u64..)
                .zip(&seeds)
                .map(|(number, seed)| (query.distance(&Pdq(*seed)), number))
                .filter(|(distance, _)| *distance <= radius)
                .collect();
            expected.sort_unstable();
            prop_assert_eq!(hashes.within(&query, radius), expected);
        }
    }
}
