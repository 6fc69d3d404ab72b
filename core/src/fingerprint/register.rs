//! Finding where the signed picture lies in the picture in hand, with the grid alone.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "kernels over planes of a fixed number of averages a block; indices are cut to the \
              plane and casts are of such indices or of clamped floats"
)]

use super::{
    descriptor::SIDE, grid::Grid, photometry::Tone, pixels::Pixels, plane::Planes,
    registration::Registration,
};

/// The picture in hand, shrunk to about as many samples as a comparison uses.
pub(super) struct View {
    planes: Planes,
    /// Samples a pixel, across and down.
    density: (f64, f64),
}

impl View {
    /// Shrinks the picture so that a block of the grid is about `samples` wide and high; never
    /// enlarges it.
    pub(super) fn of(
        pixels: &Pixels,
        grid: &Grid,
        registration: &Registration,
        samples: f64,
    ) -> Self {
        let (columns, rows) = grid.size();
        let block = (registration.area().abs() / (columns * rows) as f64).sqrt();
        let factor = (samples / block).clamp(1e-3, 1.0);
        let side = |length: usize| ((length as f64 * factor).round() as usize).clamp(8, length);
        let (width, height) = (side(pixels.width()), side(pixels.height()));
        Self {
            planes: Planes::shrunk(pixels, width, height),
            density: (
                width as f64 / pixels.width() as f64,
                height as f64 / pixels.height() as f64,
            ),
        }
    }

    /// `samples x samples` values for each block of the grid, and which lie inside the picture.
    pub(super) fn through(
        &self,
        registration: &Registration,
        grid: &Grid,
        samples: usize,
    ) -> (Planes, Vec<bool>) {
        let (columns, rows) = grid.size();
        let (across, down) = self.density;
        self.planes.warped(
            &registration.scaled(across, down),
            columns * samples,
            rows * samples,
        )
    }
}

/// How a refinement went.
#[derive(Clone, Copy, Debug)]
pub(super) struct Refined {
    pub(super) registration: Registration,
    /// Mean Cauchy agreement of the averages that lie inside, 0..=1.
    pub(super) agreement: f64,
}

/// Levels at which two averages agree by half.
const SCALE: f64 = 10.0;

/// Moves a registration to where the picture agrees best with the grid (Lucas-Kanade on the
/// grid's own low-resolution luma, robustly weighted). It corrects a few averages (1/4 block) of
/// misplacement; a change that does not help is not made.
pub(super) fn refine(grid: &Grid, view: &View, start: &Registration, rounds: usize) -> Refined {
    let signed = grid.luma();
    let mut best = Refined {
        registration: *start,
        agreement: 0.0,
    };
    let mut current = *start;
    for round in 0..=rounds {
        let (seen, inside) = view.through(&current, grid, SIDE);
        let (agreement, step) = step(&signed, &seen, &inside);
        if agreement <= best.agreement && round > 0 {
            break;
        }
        best = Refined {
            registration: current,
            agreement,
        };
        let Some(step) = step else { break };
        let moved = current.after(step);
        if !moved.is_usable() {
            break;
        }
        current = moved;
    }
    best
}

/// Agreement at the present place, and the change of the unit square that improves it.
fn step(signed: &[f32], seen: &Planes, inside: &[bool]) -> (f64, Option<[f64; 6]>) {
    let (width, height) = (seen.width, seen.height);
    let luma = &seen.channels[0];
    let pairs: Vec<(f32, f32)> = luma
        .iter()
        .zip(signed)
        .zip(inside)
        .filter(|(_, inside)| **inside)
        .map(|((seen, signed), _)| (*seen, *signed))
        .collect();
    if pairs.len() < 16 {
        return (0.0, None);
    }
    let tone = Tone::fit(&pairs);
    let (mut normal, mut right) = ([[0.0_f64; 6]; 6], [0.0_f64; 6]);
    let (mut agreement, mut count) = (0.0, 0.0);
    for y in 0..height {
        for x in 0..width {
            let at = y * width + x;
            if !inside[at] {
                continue;
            }
            let residual = f64::from(signed[at] - tone.apply(luma[at]));
            let weight = 1.0 / (1.0 + (residual / SCALE).powi(2));
            agreement += weight;
            count += 1.0;
            if x == 0 || y == 0 || x + 1 == width || y + 1 == height {
                continue;
            }
            let neighbours = [at - 1, at + 1, at - width, at + width];
            if neighbours.iter().any(|neighbour| !inside[*neighbour]) {
                continue;
            }
            let [left, right_of, above, below] = neighbours.map(|n| f64::from(luma[n]));
            // Change of the level with u and v over the whole picture.
            let gain = f64::from(tone.gain);
            let by_u = gain * (right_of - left) / 2.0 * width as f64;
            let by_v = gain * (below - above) / 2.0 * height as f64;
            let u = (x as f64 + 0.5) / width as f64 - 0.5;
            let v = (y as f64 + 0.5) / height as f64 - 0.5;
            let slopes = [by_u, by_u * u, by_u * v, by_v, by_v * u, by_v * v];
            // Second power of the weight: edited places must not pull.
            let pull = weight * weight;
            for (i, slope) in slopes.iter().enumerate() {
                right[i] += pull * slope * residual;
                for (j, other) in slopes.iter().enumerate() {
                    normal[i][j] += pull * slope * other;
                }
            }
        }
    }
    let trace: f64 = (0..6).map(|i| normal[i][i]).sum();
    for (i, row) in normal.iter_mut().enumerate() {
        // Damping: directions that the picture does not determine are left alone.
        row[i] = row[i] * 1.01 + trace * 1e-4 + 1e-9;
    }
    let solved = solve(normal, right).map(|[p0, p1, p2, p3, p4, p5]| {
        [p0 - 0.5 * (p1 + p2), p1, p2, p3 - 0.5 * (p4 + p5), p4, p5]
    });
    (agreement / f64::max(count, 1.0), solved)
}

/// Solves a small positive definite system by elimination.
fn solve(mut rows: [[f64; 6]; 6], mut right: [f64; 6]) -> Option<[f64; 6]> {
    for pivot in 0..6 {
        let head = rows[pivot][pivot];
        if !head.is_normal() {
            return None;
        }
        for below in pivot + 1..6 {
            let factor = rows[below][pivot] / head;
            let source = rows[pivot];
            for (value, above) in rows[below].iter_mut().zip(source) {
                *value -= factor * above;
            }
            right[below] -= factor * right[pivot];
        }
    }
    let mut out = [0.0; 6];
    for pivot in (0..6).rev() {
        let known: f64 = (pivot + 1..6).map(|i| rows[pivot][i] * out[i]).sum();
        out[pivot] = (right[pivot] - known) / rows[pivot][pivot];
    }
    out.iter().all(|value| value.is_finite()).then_some(out)
}
