//! The embedder's own reading of what it wrote, after a simulated JPEG at half size.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "8x8 blocks inside an allocated plane; casts are of block indices"
)]

use std::f32::consts::PI;

use super::answer::{DetectError, DetectSettings, Effort, State};
use super::detect::detect_plane;
use super::payload::Payload;
use super::plane::Plane;
use super::session::Reader;

/// Luminance quantisation of JPEG Annex K, row-major.
const LUMINANCE: [u8; 64] = [
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
    92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];

/// Luma after JPEG compression at a quality of the common scale (1..=100); whole blocks only.
pub(crate) fn simulate_jpeg(plane: &Plane, quality: u32) -> Plane {
    let quality = quality.clamp(1, 100);
    let scale = if quality < 50 {
        5000 / quality
    } else {
        200 - 2 * quality
    };
    let table: Vec<f32> = LUMINANCE
        .iter()
        .map(|&q| ((u32::from(q) * scale + 50) / 100).clamp(1, 255) as f32)
        .collect();
    let mut basis = [[0.0_f32; 8]; 8];
    for (u, row) in basis.iter_mut().enumerate() {
        let norm = if u == 0 { 0.125_f32.sqrt() } else { 0.5 };
        for (x, b) in row.iter_mut().enumerate() {
            *b = norm * (PI * u as f32 * (x as f32 + 0.5) / 8.0).cos();
        }
    }
    let mut out = plane.clone();
    for by in (0..=plane.height.saturating_sub(8)).step_by(8) {
        for bx in (0..=plane.width.saturating_sub(8)).step_by(8) {
            let mut rows = [[0.0_f32; 8]; 8];
            for (j, row) in rows.iter_mut().enumerate() {
                let start = (by + j) * plane.width + bx;
                for (u, cell) in row.iter_mut().enumerate() {
                    let samples = &plane.samples[start..start + 8];
                    *cell = samples
                        .iter()
                        .zip(&basis[u])
                        .map(|(s, b)| (s - 128.0) * b)
                        .sum();
                }
            }
            let mut cells = [[0.0_f32; 8]; 8];
            for v in 0..8 {
                for u in 0..8 {
                    let value: f32 = (0..8).map(|j| basis[v][j] * rows[j][u]).sum();
                    let step = table[v * 8 + u];
                    cells[v][u] = (value / step).round() * step;
                }
            }
            for (j, row) in rows.iter_mut().enumerate() {
                for (u, cell) in row.iter_mut().enumerate() {
                    *cell = (0..8).map(|v| basis[v][j] * cells[v][u]).sum();
                }
            }
            for (j, row) in rows.iter().enumerate() {
                let start = (by + j) * plane.width + bx;
                for (i, o) in out.samples[start..start + 8].iter_mut().enumerate() {
                    let value: f32 = (0..8).map(|u| basis[u][i] * row[u]).sum();
                    *o = (value + 128.0).round().clamp(0.0, 255.0);
                }
            }
        }
    }
    out
}

/// What the embedder saw its mark survive, in the order of severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Endurance {
    /// The marked pixels as they are.
    Copying,
    /// JPEG at quality 50.
    Compression,
    /// Half size and JPEG at quality 50.
    CompressionAtHalfSize,
}

impl Endurance {
    /// The strength in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Copying => "survives copying and light compression",
            Self::Compression => "survives JPEG 50 at the same size",
            Self::CompressionAtHalfSize => "survives JPEG 50 at half size",
        }
    }
}

/// Reads the mark back from a canonical plane under each condition of growing severity.
///
/// The plane stands for the picture at most at canonical size, so for larger pictures the test is
/// harder than its name. `None` where not even the untouched plane is read.
pub(crate) fn endurance(marked: &Plane, payload: Payload, reader: &Reader) -> Option<Endurance> {
    let readers = std::slice::from_ref(reader);
    let settings = DetectSettings {
        effort: Effort::Quick,
        ..DetectSettings::default()
    };
    let likely = [marked.short() as f64];
    let reads = |plane: &Plane| -> Result<bool, DetectError> {
        let size = (plane.width, plane.height);
        let answer = detect_plane(plane, size, &likely, readers, &settings)?;
        Ok(answer.state == State::Found
            && answer
                .marks
                .iter()
                .any(|mark| mark.payload == Some(payload)))
    };
    let half = marked.resample((marked.width / 2).max(8), (marked.height / 2).max(8));
    if reads(&simulate_jpeg(&half, 50)) == Ok(true) {
        return Some(Endurance::CompressionAtHalfSize);
    }
    if reads(&simulate_jpeg(marked, 50)) == Ok(true) {
        return Some(Endurance::Compression);
    }
    (reads(marked) == Ok(true)).then_some(Endurance::Copying)
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
}
