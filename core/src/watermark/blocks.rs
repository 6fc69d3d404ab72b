//! The 8x8 transform and the luma quantiser of JPEG (T.81, annexes A and K), for reading and
//! writing marks with coarse compression in mind.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "8x8 blocks inside an allocated plane; casts are of block indices"
)]

use std::f32::consts::PI;

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

/// Corners `(left, top)` of the whole blocks of a plane, row by row.
pub(crate) fn corners(plane: &Plane) -> impl Iterator<Item = (usize, usize)> + use<> {
    let (across, down) = (plane.width / 8, plane.height / 8);
    (0..down).flat_map(move |y| (0..across).map(move |x| (8 * x, 8 * y)))
}

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

    /// Coefficients of a block, row-major.
    pub(crate) fn forward(&self, plane: &Plane, (left, top): (usize, usize)) -> [f32; 64] {
        let mut rows = [[0.0_f32; 8]; 8];
        for (j, row) in rows.iter_mut().enumerate() {
            let samples = &plane.row(top + j)[left..left + 8];
            for (cell, basis) in row.iter_mut().zip(&self.basis) {
                *cell = samples.iter().zip(basis).map(|(s, b)| s * b).sum();
            }
        }
        let mut cells = [0.0_f32; 64];
        for (v, basis) in self.basis.iter().enumerate() {
            for (b, row) in basis.iter().zip(&rows) {
                for (cell, value) in cells[v * 8..v * 8 + 8].iter_mut().zip(row) {
                    *cell += b * value;
                }
            }
        }
        cells
    }

    /// Samples of a block from its coefficients, row-major.
    pub(crate) fn inverse(&self, cells: &[f32; 64]) -> [f32; 64] {
        let mut samples = [0.0_f32; 64];
        for (v, down) in self.basis.iter().enumerate() {
            let mut row = [0.0_f32; 8];
            for (across, cell) in self.basis.iter().zip(&cells[v * 8..v * 8 + 8]) {
                for (r, a) in row.iter_mut().zip(across) {
                    *r += a * cell;
                }
            }
            for (d, line) in down.iter().zip(samples.chunks_exact_mut(8)) {
                for (s, r) in line.iter_mut().zip(&row) {
                    *s += d * r;
                }
            }
        }
        samples
    }
}

/// Luma after JPEG compression at a quality of the common scale (1..=100); whole blocks only.
pub(crate) fn simulate_jpeg(plane: &Plane, quality: u32) -> Plane {
    let steps = quantiser(quality);
    let blocks = Blocks::new();
    let mut out = plane.clone();
    for corner in corners(plane) {
        let mut cells = blocks.forward(plane, corner);
        // The level shift by 128 moves the first term only.
        cells[0] -= 1024.0;
        for (cell, step) in cells.iter_mut().zip(&steps) {
            *cell = nearest(*cell / step) * step;
        }
        cells[0] += 1024.0;
        let (left, top) = corner;
        for (j, line) in blocks.inverse(&cells).chunks_exact(8).enumerate() {
            let samples = &mut out.row_mut(top + j)[left..left + 8];
            for (o, s) in samples.iter_mut().zip(line) {
                *o = nearest(*s).clamp(0.0, 255.0);
            }
        }
    }
    out
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
        let cells = Blocks::new().forward(&plane, (8, 0));
        for (u, v) in [(0, 0), (1, 0), (0, 3), (5, 2), (7, 7)] {
            let cosine = |k: usize, n: usize| {
                let norm = if k == 0 { 0.125_f64.sqrt() } else { 0.5 };
                norm * (std::f64::consts::PI * k as f64 * (n as f64 + 0.5) / 8.0).cos()
            };
            let slow: f64 = (0..64)
                .map(|i| (i % 8, i / 8))
                .map(|(x, y)| f64::from(plane.at(8 + x, y)) * cosine(u, x) * cosine(v, y))
                .sum();
            assert!((slow - f64::from(cells[v * 8 + u])).abs() < 1e-3, "{u} {v}");
        }
    }
}
