//! The 8x8 transform and the luma quantiser of JPEG (T.81, annexes A and K), for reading and
//! writing marks with coarse compression in mind.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "8x8 blocks inside an allocated plane; casts are of block indices"
)]

use std::f32::consts::PI;

use multiversion::multiversion;

use super::plane::Plane;
use super::wave::nearest;

/// Luminance quantisation of JPEG Annex K, row-major.
const LUMINANCE: [u8; 64] = [
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
    92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];

/// Steps of the luma quantiser at a quality of the common scale (1..=100), row-major.
pub(crate) fn quantiser(quality: u32) -> [f32; 64] {
    let quality = quality.clamp(1, 100);
    let scale = if quality < 50 {
        5000 / quality
    } else {
        200 - 2 * quality
    };
    LUMINANCE.map(|q| ((u32::from(q) * scale + 50) / 100).clamp(1, 255) as f32)
}

/// Blocks of a strip that are looked at side by side: a loop over them is vector code.
pub(crate) const ABREAST: usize = 32;

/// Blocks of a plane side by side.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Group {
    /// Left of the first block, and top of all.
    left: usize,
    top: usize,
    /// Blocks, `1..=ABREAST`.
    count: usize,
}

impl Group {
    /// All whole blocks of a plane, row by row.
    pub(crate) fn all(plane: &Plane) -> impl Iterator<Item = Self> + use<> {
        let (across, down) = (plane.width / 8, plane.height / 8);
        (0..down).flat_map(move |y| {
            (0..across).step_by(ABREAST).map(move |x| Self {
                left: 8 * x,
                top: 8 * y,
                count: ABREAST.min(across - x),
            })
        })
    }

    /// The eight samples of row `j` of each block.
    pub(crate) fn row<'p>(&self, plane: &'p Plane, j: usize) -> &'p [[f32; 8]] {
        let row = &plane.row(self.top + j)[self.left..][..8 * self.count];
        row.as_chunks().0
    }

    /// The same, writable.
    pub(crate) fn row_mut<'p>(&self, plane: &'p mut Plane, j: usize) -> &'p mut [[f32; 8]] {
        let row = &mut plane.row_mut(self.top + j)[self.left..][..8 * self.count];
        row.as_chunks_mut().0
    }
}

/// A value of each block of a group.
pub(crate) type Lane = [f32; ABREAST];

/// The samples, or the terms, of the blocks of a group: 64 lanes, row-major.
pub(crate) type Cells = [Lane; 64];

/// The orthonormal transform of 8x8 blocks.
pub(crate) struct Blocks {
    basis: [[f32; 8]; 8],
}

impl Blocks {
    /// Works out the cosines.
    pub(crate) fn new() -> Self {
        Self {
            basis: std::array::from_fn(|u| {
                let norm = if u == 0 { 0.125_f32.sqrt() } else { 0.5 };
                std::array::from_fn(|x| norm * (PI * u as f32 * (x as f32 + 0.5) / 8.0).cos())
            }),
        }
    }

    /// Coefficients of the blocks of a group; zeros beyond the last.
    pub(crate) fn forward(&self, plane: &Plane, group: Group) -> Box<Cells> {
        let mut cells = Box::new([[0.0; ABREAST]; 64]);
        for (j, lanes) in cells.chunks_exact_mut(8).enumerate() {
            for (block, samples) in group.row(plane, j).iter().enumerate() {
                for (lane, sample) in lanes.iter_mut().zip(samples) {
                    lane[block] = *sample;
                }
            }
        }
        forward(&self.basis, &mut cells);
        cells
    }

    /// Writes the samples of the blocks of a group from their coefficients.
    pub(crate) fn inverse(&self, mut cells: Box<Cells>, plane: &mut Plane, group: Group) {
        inverse(&self.basis, &mut cells);
        for (j, lanes) in cells.chunks_exact(8).enumerate() {
            for (block, samples) in group.row_mut(plane, j).iter_mut().enumerate() {
                for (sample, lane) in samples.iter_mut().zip(lanes) {
                    *sample = lane[block];
                }
            }
        }
    }
}

/// Both axes of the transform, rows first.
#[multiversion(targets("x86_64+avx2"))]
fn forward(basis: &[[f32; 8]; 8], cells: &mut Cells) {
    for line in 0..8 {
        forward_line(basis, cells, 8 * line, 1);
    }
    for line in 0..8 {
        forward_line(basis, cells, line, 8);
    }
}

/// Both axes of the inverse transform.
#[multiversion(targets("x86_64+avx2"))]
fn inverse(basis: &[[f32; 8]; 8], cells: &mut Cells) {
    for line in 0..8 {
        inverse_line(basis, cells, line, 8);
    }
    for line in 0..8 {
        inverse_line(basis, cells, 8 * line, 1);
    }
}

/// Transforms the eight lanes `begin`, `begin + step`, ...: even waves see the sums of samples that
/// mirror each other, odd ones the differences.
#[inline(always)]
fn forward_line(basis: &[[f32; 8]; 8], cells: &mut Cells, begin: usize, step: usize) {
    let mut halves = [[[0.0; ABREAST]; 4]; 2];
    for i in 0..4 {
        let (one, other) = (&cells[begin + i * step], &cells[begin + (7 - i) * step]);
        for lane in 0..ABREAST {
            halves[0][i][lane] = one[lane] + other[lane];
            halves[1][i][lane] = one[lane] - other[lane];
        }
    }
    for (u, basis) in basis.iter().enumerate() {
        cells[begin + u * step] = weighed(&halves[u % 2], [basis[0], basis[1], basis[2], basis[3]]);
    }
}

/// Undoes [`forward_line`].
#[inline(always)]
fn inverse_line(basis: &[[f32; 8]; 8], cells: &mut Cells, begin: usize, step: usize) {
    let cell = |u: usize| cells[begin + u * step];
    let (even, odd) = (
        [cell(0), cell(2), cell(4), cell(6)],
        [cell(1), cell(3), cell(5), cell(7)],
    );
    for i in 0..4 {
        let weights = |u: usize| {
            [
                basis[u][i],
                basis[u + 2][i],
                basis[u + 4][i],
                basis[u + 6][i],
            ]
        };
        let (even, odd) = (weighed(&even, weights(0)), weighed(&odd, weights(1)));
        for lane in 0..ABREAST {
            cells[begin + i * step][lane] = even[lane] + odd[lane];
            cells[begin + (7 - i) * step][lane] = even[lane] - odd[lane];
        }
    }
}

/// The sum of four lanes, each with a weight.
#[inline(always)]
fn weighed(lanes: &[Lane; 4], weights: [f32; 4]) -> Lane {
    let mut sum = [0.0; ABREAST];
    for lane in 0..ABREAST {
        sum[lane] = weights[0] * lanes[0][lane]
            + weights[1] * lanes[1][lane]
            + weights[2] * lanes[2][lane]
            + weights[3] * lanes[3][lane];
    }
    sum
}

/// Luma after JPEG compression at a quality of the common scale (1..=100); whole blocks only.
pub(crate) fn simulate_jpeg(plane: &Plane, quality: u32) -> Plane {
    let steps = quantiser(quality);
    let blocks = Blocks::new();
    let mut out = plane.clone();
    for group in Group::all(plane) {
        let mut cells = blocks.forward(plane, group);
        round_terms(&mut cells, &steps);
        blocks.inverse(cells, &mut out, group);
        for j in 0..8 {
            for sample in group.row_mut(&mut out, j).as_flattened_mut() {
                *sample = nearest(*sample).clamp(0.0, 255.0);
            }
        }
    }
    out
}

/// Rounds each coefficient to a whole number of its steps.
#[multiversion(targets("x86_64+avx2"))]
fn round_terms(cells: &mut Cells, steps: &[f32; 64]) {
    // The level shift by 128 moves the first term only.
    const SHIFT: f32 = 1024.0;
    for (term, (lane, step)) in cells.iter_mut().zip(steps).enumerate() {
        let shift = if term == 0 { SHIFT } else { 0.0 };
        for cell in lane {
            *cell = nearest((*cell - shift) / step) * step + shift;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fine_quantisation_keeps_the_plane_and_coarse_flattens_it() {
        let plane = Plane::from_fn(32, 24, |x, y| (((x * 37 + y * 91) % 40) + 100) as f32);
        let near = simulate_jpeg(&plane, 100);
        let far = simulate_jpeg(&plane, 5);
        let error = |p: &Plane| p.zip(&plane, |a, b| (a - b).abs()).mean();
        assert!(error(&near) < 0.6, "{}", error(&near));
        assert!(error(&far) > 5.0);
        let flat = Plane::from_fn(16, 16, |_, _| 128.0);
        assert_eq!(simulate_jpeg(&flat, 10), flat);
    }

    /// Oracle: a coefficient by the definition of the transform.
    #[test]
    fn coefficients_match_the_definition() {
        let plane = Plane::from_fn(16, 8, |x, y| ((x * 53 + y * 29) % 97) as f32);
        let group = Group::all(&plane).next().unwrap();
        let cells = Blocks::new().forward(&plane, group);
        for (u, v) in [(0, 0), (1, 0), (0, 3), (5, 2), (7, 7)] {
            let cosine = |k: usize, n: usize| {
                let norm = if k == 0 { 0.125_f64.sqrt() } else { 0.5 };
                norm * (std::f64::consts::PI * k as f64 * (n as f64 + 0.5) / 8.0).cos()
            };
            let slow: f64 = (0..64)
                .map(|i| (i % 8, i / 8))
                .map(|(x, y)| f64::from(plane.at(8 + x, y)) * cosine(u, x) * cosine(v, y))
                .sum();
            assert!(
                (slow - f64::from(cells[v * 8 + u][1])).abs() < 1e-3,
                "{u} {v}"
            );
        }
    }
}
