//! From the sixteen lowest terms of a block to four by four samples: the block at half its size.

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

/// The terms of a block by place; the last takes what is dropped.
pub(super) type Terms = [i32; 17];

/// Adding it to a number of 0..=255 leaves the nearest whole one in the low bits.
const WHOLE: f32 = 8_388_608.0;

/// Halves of the values of the two odd waves, and of a flat one, at four points: `cos(pi / 8) / 2`
/// and so on, over the root of 2, as the orthonormal transform has them.
const LONG: f32 = 0.326_640_74;
const SHORT: f32 = 0.135_299_03;
const FLAT: f32 = 0.25;

/// The samples of a block whose terms are all 0 but the first.
pub(super) const fn flat(first: i32) -> u8 {
    let level = (first + 4).div_euclid(8) + 128;
    if level < 0 {
        0
    } else if level > 255 {
        255
    } else {
        level as u8
    }
}

/// The samples of a block, row by row.
#[inline]
pub(super) fn samples(terms: &Terms) -> [[u8; 4]; 4] {
    let term = |at: usize| terms[at] as f32;
    let mut columns = [[0.0_f32; 4]; 4];
    for (x, column) in columns.iter_mut().enumerate() {
        let waves = [term(x), term(4 + x), term(8 + x), term(12 + x)];
        *column = points(waves, (FLAT, LONG, SHORT));
    }
    let [a, b, c, d] = columns;
    let mut rows = [[0; 4]; 4];
    for (y, row) in rows.iter_mut().enumerate() {
        let waves = [a[y], b[y], c[y], d[y]];
        let levels = points(waves, (2.0 * FLAT, 2.0 * LONG, 2.0 * SHORT));
        for (sample, level) in row.iter_mut().zip(levels) {
            let level = (level + 128.0).clamp(0.0, 255.0);
            *sample = (level + WHOLE).to_bits() as u8;
        }
    }
    rows
}

/// Four points of four waves.
#[inline(always)]
fn points(terms: [f32; 4], (flat, long, short): (f32, f32, f32)) -> [f32; 4] {
    let [a, b, c, d] = terms;
    let (even, other) = (flat * (a + c), flat * (a - c));
    let (odd, next) = (long * b + short * d, short * b - long * d);
    [even + odd, other + next, other - next, even - odd]
}
