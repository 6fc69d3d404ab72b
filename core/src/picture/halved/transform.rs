//! From the sixteen lowest terms of a block to four by four samples: the block at half its size.

use multiversion::multiversion;

/// Natural order of the terms as they are coded (T.81, figure A.6).
const ZIGZAG: [u8; 64] = [
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
];

/// The place of a term that is not used.
const DROPPED: u8 = 16;

/// Of each term as it is coded, its place among the sixteen. Longer than a block, so that no run
/// from inside leads outside.
pub(super) const PLACES: [u8; 80] = {
    let mut places = [DROPPED; 80];
    let mut index = 0;
    while index < 64 {
        let (row, column) = (ZIGZAG[index] / 8, ZIGZAG[index] % 8);
        if row < 4 && column < 4 {
            places[index] = 4 * row + column;
        }
        index += 1;
    }
    places
};

/// Terms from here on are not used.
pub(super) const USED: u32 = 25;

/// Blocks that are transformed side by side, in vector code.
pub(super) const AT_ONCE: usize = 32;

/// The terms of blocks by place, a lane a block; the last place takes what is dropped.
pub(super) type Terms = [[i32; AT_ONCE]; 17];

/// Halves of the values of the two odd waves, and of a flat one, at four points: `cos(pi / 8) / 2`
/// and so on, over the root of 2, as the orthonormal transform has them.
const LONG: f32 = 0.326_640_74;
const SHORT: f32 = 0.135_299_03;
const FLAT: f32 = 0.25;

/// Blocks of a row that are read and not yet transformed.
pub(super) struct Batch {
    pub(super) terms: Terms,
    pub(super) count: usize,
    /// The column of the first of them, in samples.
    at: usize,
}

impl Batch {
    pub(super) const fn new() -> Self {
        Self {
            terms: [[0; AT_ONCE]; 17],
            count: 0,
            at: 0,
        }
    }

    /// Writes the samples of these blocks to the first four lines of a band of rows.
    pub(super) fn write(&mut self, band: &mut [u8], stride: usize) {
        for (line, blocks) in band.chunks_mut(stride).zip(samples(&self.terms)) {
            let (line, _) = line[self.at..].as_chunks_mut::<4>();
            for (line, block) in line.iter_mut().zip(&blocks[..self.count]) {
                *line = block.to_le_bytes();
            }
        }
        *self = Self {
            at: self.at + 4 * self.count,
            ..Self::new()
        };
    }
}

/// The samples of blocks, line by line, four in each number.
#[multiversion(targets("x86_64+avx2"))]
fn samples(terms: &Terms) -> [[u32; AT_ONCE]; 4] {
    // One simple loop over the blocks after another: those become vector code.
    let mut waves = [[0.0; AT_ONCE]; 16];
    for (waves, terms) in waves.iter_mut().zip(terms) {
        for (wave, term) in waves.iter_mut().zip(terms) {
            *wave = *term as f32;
        }
    }
    for x in 0..4 {
        points(&mut waves, [x, 4 + x, 8 + x, 12 + x], (FLAT, LONG, SHORT));
    }
    let mut lines = [[0; AT_ONCE]; 4];
    for (y, line) in lines.iter_mut().enumerate() {
        let row = [4 * y, 4 * y + 1, 4 * y + 2, 4 * y + 3];
        points(&mut waves, row, (2.0 * FLAT, 2.0 * LONG, 2.0 * SHORT));
        for (x, at) in row.into_iter().enumerate() {
            for (packed, level) in line.iter_mut().zip(&waves[at]) {
                *packed |= rounded(*level) << (8 * x);
            }
        }
    }
    lines
}

/// The sample of a level: halves are rounded up, as other decoders do.
#[inline(always)]
fn rounded(level: f32) -> u32 {
    // Adding 2^23 rounds a number below it to the nearest whole one, and leaves it in the low bits.
    const WHOLE: f32 = 8_388_608.0;
    let level = (level + 128.5).clamp(0.5, 255.5);
    let nearest = (level + WHOLE) - WHOLE;
    let cut = nearest - if nearest > level { 1.0 } else { 0.0 };
    (cut + WHOLE).to_bits() & 0xFF
}

/// Four points of four waves, in every block, in their places.
#[inline(always)]
fn points(waves: &mut [[f32; AT_ONCE]; 16], at: [usize; 4], (flat, long, short): (f32, f32, f32)) {
    let Ok([a, b, c, d]) = waves.get_disjoint_mut(at) else {
        return;
    };
    for (((a, b), c), d) in a.iter_mut().zip(b).zip(c).zip(d) {
        let (even, other) = (flat * (*a + *c), flat * (*a - *c));
        let (odd, next) = (long * *b + short * *d, short * *b - long * *d);
        (*a, *b, *c, *d) = (even + odd, other + next, other - next, even - odd);
    }
}
