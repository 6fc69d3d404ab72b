//! SHA-256 (FIPS 180-4) of two streams in step: of a file, and of what a content hash covers of it.
//!
//! Each round of a hash waits for the one before. With the SHA instructions of x86 a processor has
//! time, meanwhile, for a round of another hash: both together take three quarters of one after the
//! other. Everything but that loop is the `sha2` crate's, and so is the loop on other machines.

use multiversion::{multiversion, target::match_target};
use sha2::block_api::compress256;

/// Bytes a block.
const BLOCK: usize = 64;
/// Where the length of the message stands in its last block.
const LENGTH_AT: usize = BLOCK - 8;

type State = [u32; 8];

/// First 32 bits of the fractional parts of the square roots of the first eight primes (section 5.3.3).
const INITIAL: State = [
    0x6a09_e667,
    0xbb67_ae85,
    0x3c6e_f372,
    0xa54f_f53a,
    0x510e_527f,
    0x9b05_688c,
    0x1f83_d9ab,
    0x5be0_cd19,
];

/// Two hashes in the making.
pub(super) struct Pair {
    first: Stream,
    second: Stream,
}

impl Pair {
    pub(super) const fn new() -> Self {
        Self {
            first: Stream::new(),
            second: Stream::new(),
        }
    }

    /// Hands each hash its next bytes. It is fast where both get as many.
    pub(super) fn update(&mut self, first: &[u8], second: &[u8]) {
        let (first, first_left) = self.first.blocks(first);
        let (second, second_left) = self.second.blocks(second);
        let common = first.len().min(second.len());
        let (first, first_more) = first.split_at(common);
        let (second, second_more) = second.split_at(common);
        compress_both(&mut self.first.state, first, &mut self.second.state, second);
        compress256(&mut self.first.state, first_more);
        compress256(&mut self.second.state, second_more);
        self.first.hold(first_left);
        self.second.hold(second_left);
    }

    pub(super) fn finalize(self) -> ([u8; 32], [u8; 32]) {
        (self.first.finalize(), self.second.finalize())
    }
}

/// One of the hashes.
struct Stream {
    state: State,
    /// The begun block, as far as it goes.
    held: [u8; BLOCK],
    holds: usize,
    /// Bytes taken.
    length: u64,
}

impl Stream {
    const fn new() -> Self {
        Self {
            state: INITIAL,
            held: [0; BLOCK],
            holds: 0,
            length: 0,
        }
    }

    /// Completes the begun block, and cuts what is left into whole blocks and a rest to [`hold`](Self::hold).
    fn blocks<'b>(&mut self, mut bytes: &'b [u8]) -> (&'b [[u8; BLOCK]], &'b [u8]) {
        self.length = self.length.wrapping_add(super::length_of(bytes));
        if self.holds > 0 {
            let room = BLOCK.saturating_sub(self.holds).min(bytes.len());
            let (head, rest) = bytes.split_at(room);
            self.hold(head);
            bytes = rest;
            if self.holds == BLOCK {
                compress256(&mut self.state, &[self.held]);
                self.holds = 0;
            }
        }
        bytes.as_chunks()
    }

    /// Keeps bytes that do not fill the block.
    fn hold(&mut self, bytes: &[u8]) {
        for (slot, byte) in self.held.iter_mut().skip(self.holds).zip(bytes) {
            *slot = *byte;
        }
        self.holds = self.holds.saturating_add(bytes.len()).min(BLOCK);
    }

    /// Pads the message (section 5.1.1).
    fn finalize(mut self) -> [u8; 32] {
        let bits = self.length.wrapping_mul(8);
        let mut last = [0; BLOCK];
        let (message, _) = self.held.split_at(self.holds);
        for (slot, byte) in last.iter_mut().zip(message.iter().chain(&[0x80])) {
            *slot = *byte;
        }
        if self.holds >= LENGTH_AT {
            compress256(&mut self.state, &[last]);
            last = [0; BLOCK];
        }
        for (slot, byte) in last.iter_mut().skip(LENGTH_AT).zip(bits.to_be_bytes()) {
            *slot = byte;
        }
        compress256(&mut self.state, &[last]);
        let mut digest = [0; 32];
        for (bytes, word) in digest.chunks_exact_mut(4).zip(self.state) {
            bytes.copy_from_slice(&word.to_be_bytes());
        }
        digest
    }
}

/// Compresses as many blocks of two messages.
#[multiversion(targets("x86_64+sha+sse2+ssse3+sse4.1"))]
fn compress_both(
    first: &mut State,
    first_blocks: &[[u8; BLOCK]],
    second: &mut State,
    second_blocks: &[[u8; BLOCK]],
) {
    match_target! {
        "x86_64+sha+sse2+ssse3+sse4.1" => {
            x86::compress_both(first, first_blocks, second, second_blocks)
        }
        _ => {
            compress256(first, first_blocks);
            compress256(second, second_blocks);
        }
    }
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    //! Both compressions (section 6.2.2) with the SHA instructions, which hold a state as the words
    //! ABEF and CDGH and compute two rounds each.
    #![expect(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        reason = "indices of rounds, of four vectors of a block and of two messages, all constant"
    )]

    use std::arch::x86_64::{
        __m128i, _mm_add_epi32, _mm_alignr_epi8, _mm_blend_epi16, _mm_extract_epi32, _mm_set_epi32,
        _mm_set_epi64x, _mm_sha256msg1_epu32, _mm_sha256msg2_epu32, _mm_sha256rnds2_epu32,
        _mm_shuffle_epi8, _mm_shuffle_epi32,
    };

    use super::{BLOCK, State};

    /// First 32 bits of the fractional parts of the cube roots of the first 64 primes (section 4.2.2).
    const ROUND: [u32; 64] = [
        0x428a_2f98,
        0x7137_4491,
        0xb5c0_fbcf,
        0xe9b5_dba5,
        0x3956_c25b,
        0x59f1_11f1,
        0x923f_82a4,
        0xab1c_5ed5,
        0xd807_aa98,
        0x1283_5b01,
        0x2431_85be,
        0x550c_7dc3,
        0x72be_5d74,
        0x80de_b1fe,
        0x9bdc_06a7,
        0xc19b_f174,
        0xe49b_69c1,
        0xefbe_4786,
        0x0fc1_9dc6,
        0x240c_a1cc,
        0x2de9_2c6f,
        0x4a74_84aa,
        0x5cb0_a9dc,
        0x76f9_88da,
        0x983e_5152,
        0xa831_c66d,
        0xb003_27c8,
        0xbf59_7fc7,
        0xc6e0_0bf3,
        0xd5a7_9147,
        0x06ca_6351,
        0x1429_2967,
        0x27b7_0a85,
        0x2e1b_2138,
        0x4d2c_6dfc,
        0x5338_0d13,
        0x650a_7354,
        0x766a_0abb,
        0x81c2_c92e,
        0x9272_2c85,
        0xa2bf_e8a1,
        0xa81a_664b,
        0xc24b_8b70,
        0xc76c_51a3,
        0xd192_e819,
        0xd699_0624,
        0xf40e_3585,
        0x106a_a070,
        0x19a4_c116,
        0x1e37_6c08,
        0x2748_774c,
        0x34b0_bcb5,
        0x391c_0cb3,
        0x4ed8_aa4a,
        0x5b9c_ca4f,
        0x682e_6ff3,
        0x748f_82ee,
        0x78a5_636f,
        0x84c8_7814,
        0x8cc7_0208,
        0x90be_fffa,
        0xa450_6ceb,
        0xbef9_a3f7,
        0xc671_78f2,
    ];

    /// ABEF and CDGH.
    type Halves = [__m128i; 2];

    #[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
    pub(super) fn compress_both(
        first: &mut State,
        first_blocks: &[[u8; BLOCK]],
        second: &mut State,
        second_blocks: &[[u8; BLOCK]],
    ) {
        let mut states = [halves(first), halves(second)];
        for (first, second) in first_blocks.iter().zip(second_blocks) {
            let before = states;
            let mut words = [words(first), words(second)];
            // Rounds first, then the words for those sixteen rounds later: by then they are ready.
            for group in [0, 4, 8] {
                for i in 0..4 {
                    four_rounds(group + i, &mut states, [words[0][i], words[1][i]]);
                    for w in &mut words {
                        w[i] = scheduled(w[i], w[(i + 1) % 4], w[(i + 2) % 4], w[(i + 3) % 4]);
                    }
                }
            }
            let [one, two] = words;
            for (group, words) in (12..).zip(one.into_iter().zip(two)) {
                four_rounds(group, &mut states, words.into());
            }
            for (state, before) in states.iter_mut().zip(before) {
                for (half, before) in state.iter_mut().zip(before) {
                    *half = _mm_add_epi32(*half, before);
                }
            }
        }
        *first = whole(states[0]);
        *second = whole(states[1]);
    }

    /// The rounds `4 group` to `4 group + 3` of both.
    #[inline]
    #[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
    fn four_rounds(group: usize, states: &mut [Halves; 2], words: [__m128i; 2]) {
        let constants = vector(ROUND[4 * group..].first_chunk());
        let sums = words.map(|w| _mm_add_epi32(w, constants));
        for ([abef, cdgh], sum) in states.iter_mut().zip(sums) {
            *cdgh = _mm_sha256rnds2_epu32(*cdgh, *abef, sum);
        }
        for ([abef, cdgh], sum) in states.iter_mut().zip(sums) {
            *abef = _mm_sha256rnds2_epu32(*abef, *cdgh, _mm_shuffle_epi32(sum, 0x0E));
        }
    }

    /// The next four words of the message schedule after sixteen.
    #[inline]
    #[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
    fn scheduled(w0: __m128i, w4: __m128i, w8: __m128i, w12: __m128i) -> __m128i {
        let sum = _mm_add_epi32(_mm_sha256msg1_epu32(w0, w4), _mm_alignr_epi8(w12, w8, 4));
        _mm_sha256msg2_epu32(sum, w12)
    }

    /// A block as sixteen words, which its bytes hold most significant first.
    #[inline]
    #[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
    fn words(block: &[u8; BLOCK]) -> [__m128i; 4] {
        let order = _mm_set_epi64x(0x0C0D_0E0F_0809_0A0B, 0x0405_0607_0001_0203);
        let (eights, _) = block.as_chunks::<8>();
        [0, 2, 4, 6].map(|i| {
            let (low, high) = (
                i64::from_le_bytes(eights[i]),
                i64::from_le_bytes(eights[i + 1]),
            );
            _mm_shuffle_epi8(_mm_set_epi64x(high, low), order)
        })
    }

    #[inline]
    #[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
    fn vector(words: Option<&[u32; 4]>) -> __m128i {
        let [a, b, c, d] = words.copied().unwrap_or_default().map(u32::cast_signed);
        _mm_set_epi32(d, c, b, a)
    }

    #[inline]
    #[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
    fn halves(state: &State) -> Halves {
        let dcba = vector(state.first_chunk());
        let hgfe = vector(state.last_chunk());
        let cdab = _mm_shuffle_epi32(dcba, 0xB1);
        let efgh = _mm_shuffle_epi32(hgfe, 0x1B);
        [
            _mm_alignr_epi8(cdab, efgh, 8),
            _mm_blend_epi16(efgh, cdab, 0xF0),
        ]
    }

    #[inline]
    #[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
    fn whole([abef, cdgh]: Halves) -> State {
        let feba = _mm_shuffle_epi32(abef, 0x1B);
        let dchg = _mm_shuffle_epi32(cdgh, 0xB1);
        let low = _mm_blend_epi16(feba, dchg, 0xF0);
        let high = _mm_alignr_epi8(dchg, feba, 8);
        let mut state = [0; 8];
        for (words, half) in state.chunks_exact_mut(4).zip([low, high]) {
            words[0] = _mm_extract_epi32(half, 0).cast_unsigned();
            words[1] = _mm_extract_epi32(half, 1).cast_unsigned();
            words[2] = _mm_extract_epi32(half, 2).cast_unsigned();
            words[3] = _mm_extract_epi32(half, 3).cast_unsigned();
        }
        state
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use sha2::{Digest as _, Sha256};

    use super::*;

    fn message(length: usize, salt: u8) -> Vec<u8> {
        (0..length)
            .map(|i| u8::try_from(i % 251).unwrap() ^ salt)
            .collect()
    }

    #[test]
    fn every_length_around_a_block_is_padded_right() {
        for length in 0..200 {
            let (one, two) = (message(length, 0), message(200 - length, 1));
            let mut pair = Pair::new();
            pair.update(&one, &two);
            let expected = (Sha256::digest(&one).into(), Sha256::digest(&two).into());
            assert_eq!(pair.finalize(), expected, "{length}");
        }
    }

    proptest! {
        /// Oracle: the crate, over each message as a whole.
        #[test]
        fn pieces_of_any_length_give_the_hashes_of_the_whole(
            pieces in prop::collection::vec((0..700_usize, 0..700_usize), 0..12),
        ) {
            let (mut pair, mut one, mut two) = (Pair::new(), Vec::new(), Vec::new());
            for (salt, (first, second)) in (0..).zip(pieces) {
                let (first, second) = (message(first, salt), message(second, !salt));
                pair.update(&first, &second);
                one.extend(first);
                two.extend(second);
            }
            prop_assert_eq!(
                pair.finalize(),
                (Sha256::digest(&one).into(), Sha256::digest(&two).into())
            );
        }
    }
}
