//! Finding where the signed picture lies in the picture in hand, with the grid alone.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "kernels over planes of a fixed number of averages a block; indices are cut to the \
              plane and casts are of such indices or of clamped floats"
)]

use super::{
    descriptor::{Features, SIDE},
    grid::Grid,
    linear::solve,
    photometry::Tone,
    pixels::Pixels,
    plane::Planes,
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
    /// Mean agreement of the blocks that lie inside, 0..=1.
    pub(super) agreement: f64,
}

/// Moves a registration to where the picture agrees best with the grid: Lucas-Kanade steps on the
/// signed features themselves, robustly weighted, so that detail that the grid does not hold says
/// nothing. It corrects misplacements up to about half a block; a change that does not help is not
/// made.
pub(super) fn refine(grid: &Grid, view: &View, start: &Registration, rounds: usize) -> Refined {
    let signed = grid.features();
    let (columns, _) = grid.size();
    let mut best = Refined {
        registration: *start,
        agreement: 0.0,
    };
    let mut current = *start;
    for round in 0..=rounds {
        let (seen, inside) = view.through(&current, grid, SIDE);
        let (agreement, step) = step(&signed, columns, &seen, &inside);
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
fn step(
    signed: &[Features],
    columns: usize,
    seen: &Planes,
    inside: &[bool],
) -> (f64, Option<[f64; 6]>) {
    let rows = signed.len() / columns;
    let luma = &seen.channels[0];
    let (by_u, by_v) = slopes(seen);
    let block = |plane: &[f32], index: usize| {
        let (left, top) = (index % columns * SIDE, index / columns * SIDE);
        let cells: [f32; SIDE * SIDE] = std::array::from_fn(|cell| {
            plane[(top + cell / SIDE) * seen.width + left + cell % SIDE]
        });
        Features::of(&cells, 0.0, 0.0)
    };
    let whole = |index: usize| {
        let (left, top) = (index % columns * SIDE, index / columns * SIDE);
        (top..top + SIDE).all(|y| {
            let start = y * seen.width + left;
            inside[start..start + SIDE].iter().all(|sample| *sample)
        })
    };
    let blocks: Vec<(usize, Features)> = (0..signed.len())
        .filter(|index| whole(*index))
        .map(|index| (index, block(luma, index)))
        .collect();
    if blocks.len() < 4 {
        return (0.0, None);
    }
    let pairs: Vec<(f32, f32)> = blocks
        .iter()
        .map(|(index, seen)| (seen.means[0], signed[*index].means[0]))
        .collect();
    let tone = Tone::fit(&pairs, 1.0);
    let (mut normal, mut right) = ([[0.0_f64; 6]; 6], [0.0_f64; 6]);
    let mut agreement = 0.0;
    for (index, seen) in &blocks {
        let wanted = &signed[*index];
        let gain = tone.gain(seen.means[0]);
        let (across, down) = (block(&by_u, *index), block(&by_v, *index));
        let activity = wanted.activity();
        let spread = (5.0 + 0.22 * activity, 5.0 + 0.10 * activity);
        let mut rows_of_block = [(0.0_f64, 0.0_f64, 0.0_f64); 6];
        for (term, row) in rows_of_block.iter_mut().enumerate() {
            let (residual, u, v, spread) = if let Some(term) = term.checked_sub(1) {
                let residual = wanted.terms[term] - gain * seen.terms[term];
                (residual, across.terms[term], down.terms[term], spread.0)
            } else {
                let residual = wanted.means[0] - tone.apply(seen.means[0]);
                (residual, across.means[0], down.means[0], spread.1)
            };
            *row = (
                f64::from(residual / spread),
                f64::from(gain * u / spread),
                f64::from(gain * v / spread),
            );
        }
        let deviation: f64 = rows_of_block
            .iter()
            .map(|(residual, ..)| residual * residual)
            .sum();
        let weight = 1.0 / (1.0 + deviation / AGREE);
        agreement += weight;
        let u = ((index % columns) as f64 + 0.5) / columns as f64 - 0.5;
        let v = ((index / columns) as f64 + 0.5) / rows as f64 - 0.5;
        for (residual, across, down) in rows_of_block {
            let slopes = [across, across * u, across * v, down, down * u, down * v];
            for (i, slope) in slopes.iter().enumerate() {
                right[i] += weight * slope * residual;
                for (j, other) in slopes.iter().enumerate() {
                    normal[i][j] += weight * slope * other;
                }
            }
        }
    }
    let trace: f64 = (0..6).map(|i| normal[i][i]).sum();
    for (i, row) in normal.iter_mut().enumerate() {
        // Damping: directions that the picture does not determine are left alone.
        row[i] += trace * 1e-5 + 1e-9;
    }
    let solved = solve(normal, right).map(|[p0, p1, p2, p3, p4, p5]| {
        [p0 - 0.5 * (p1 + p2), p1, p2, p3 - 0.5 * (p4 + p5), p4, p5]
    });
    (agreement / blocks.len() as f64, solved)
}

/// Squared deviation at which a block agrees by half.
const AGREE: f64 = 4.0;

/// Change of luma with `u` and with `v`, over the whole picture's width and height.
fn slopes(planes: &Planes) -> (Vec<f32>, Vec<f32>) {
    let (width, height) = (planes.width, planes.height);
    let luma = &planes.channels[0];
    let mut by_u = vec![0.0; luma.len()];
    let mut by_v = vec![0.0; luma.len()];
    for y in 0..height {
        for x in 0..width {
            let (left, right) = (x.saturating_sub(1), (x + 1).min(width - 1));
            let (above, below) = (y.saturating_sub(1), (y + 1).min(height - 1));
            let across = luma[y * width + right] - luma[y * width + left];
            let down = luma[below * width + x] - luma[above * width + x];
            by_u[y * width + x] = across * width as f32 / (right - left) as f32;
            by_v[y * width + x] = down * height as f32 / (below - above) as f32;
        }
    }
    (by_u, by_v)
}
