//! What smoothing does to the terms of the low band, worked out on the terms alone.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "blocks are 16 x 16 and waves 4, as are the tables that they index"
)]

use super::{
    super::plane::{Plane, add_weighted},
    BLOCK, BLOCKS, LowBand, SIDE, SMOOTHING, TERMS, WAVES,
};

/// What the detector sees of terms that were smoothed: smoothing once more, and its transform.
///
/// All of it works along one axis, then along the other, and reaches no further than the next block.
pub(super) struct Smoothing {
    /// What wave `u` of block `b` adds to wave `w` of the block before, itself, and the next:
    /// `[b][u][0..3][w]`.
    seen: Vec<[[[f32; WAVES]; 3]; WAVES]>,
}

impl Smoothing {
    pub(super) fn new(low: &LowBand) -> Self {
        let mut wave = Plane::new(SIDE, 1);
        let seen = (0..BLOCKS).map(|block| {
            std::array::from_fn(|u| {
                wave.samples.fill(0.0);
                wave.samples[block * BLOCK..][..BLOCK].copy_from_slice(&low.basis[u]);
                let smooth = wave.blur(SMOOTHING).blur(SMOOTHING);
                std::array::from_fn(|beside| {
                    let cut = (block + beside).checked_sub(1).map(|b| b * BLOCK);
                    let cut = cut.and_then(|begin| smooth.samples.get(begin..begin + BLOCK));
                    std::array::from_fn(|w| {
                        let pairs = cut.into_iter().flatten().zip(&low.basis[w]);
                        pairs.map(|(s, b)| s * b).sum()
                    })
                })
            })
        });
        Self {
            seen: seen.collect(),
        }
    }

    /// The terms that the detector sees of smoothed ones.
    pub(super) fn of(&self, coefficients: &[f32]) -> Vec<f32> {
        // Along rows into `[v][by][w][bx]`, then along columns into terms.
        const ROW: usize = WAVES * BLOCKS;
        let mut across = vec![0.0_f32; WAVES * BLOCKS * ROW];
        for (block, values) in coefficients.chunks_exact(TERMS.len()).enumerate() {
            let (bx, by) = (block % BLOCKS, block / BLOCKS);
            for (&(u, v), c) in TERMS.iter().zip(values) {
                let row = &mut across[(v * BLOCKS + by) * ROW..][..ROW];
                for (x, seen) in neighbours(bx).zip(&self.seen[bx][u]) {
                    let Some(x) = x else { continue };
                    for (w, seen) in seen.iter().enumerate() {
                        row[w * BLOCKS + x] += c * seen;
                    }
                }
            }
        }
        let mut both = vec![0.0_f32; WAVES * BLOCKS * ROW];
        for (row, values) in across.chunks_exact(ROW).enumerate() {
            let (v, by) = (row / BLOCKS, row % BLOCKS);
            for (y, seen) in neighbours(by).zip(&self.seen[by][v]) {
                let Some(y) = y else { continue };
                for (w, seen) in seen.iter().enumerate() {
                    add_weighted(&mut both[(w * BLOCKS + y) * ROW..][..ROW], values, *seen);
                }
            }
        }
        let mut out = Vec::with_capacity(coefficients.len());
        for block in 0..BLOCKS * BLOCKS {
            let (bx, by) = (block % BLOCKS, block / BLOCKS);
            let term = |&(u, v): &(usize, usize)| both[(v * BLOCKS + by) * ROW + u * BLOCKS + bx];
            out.extend(TERMS.iter().map(term));
        }
        out
    }
}

/// The block before, a block, and the next, where there are such.
fn neighbours(block: usize) -> impl Iterator<Item = Option<usize>> {
    let next = (block + 1 < BLOCKS).then_some(block + 1);
    [block.checked_sub(1), Some(block), next].into_iter()
}
