//! Is the picture in hand the picture that was signed, and where does it differ?
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "kernels over the blocks of one grid; every buffer has one entry a block or a fixed \
              number of samples a block"
)]

use super::{
    descriptor::{Features, SIDE},
    grid::{Grid, measure},
    photometry::Tone,
    pixels::Pixels,
    region::Region,
    register::{View, refine},
    registration::Registration,
};

/// What a comparison found.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Whether the picture in hand shows what was signed, changes apart.
    pub same_picture: bool,
    /// Share of what was judged that looks as it was signed, 0..=1, busy blocks counting more.
    pub similarity: f64,
    /// Share of the signed picture that lies inside the picture in hand and was judged, 0..=1.
    pub judged: f64,
    /// Where the picture in hand differs from the signed one; empty when it is not the same
    /// picture (everything differs).
    pub changed_regions: Vec<Region>,
    /// Distance of each block from what was signed, row by row; `None` outside the picture in hand.
    /// Untouched blocks lie below 1.5, pasted ones mostly above 10.
    pub distances: Vec<Option<f32>>,
    /// Where the signed picture lies, after refinement.
    pub registration: Registration,
    /// Blocks a row of `distances`.
    pub columns: usize,
}

impl Comparison {
    /// The regions whose blocks' distances sum to at least `limit`, whatever `same_picture` says:
    /// the trade between edits found and false alarms. `changed_regions` uses 20.
    #[must_use]
    pub fn regions_from(&self, limit: f32) -> Vec<Region> {
        changed(&self.distances, self.columns, limit)
    }
}

/// Samples a side at which a block is read before it is averaged.
const SAMPLES: usize = 4 * SIDE;

/// Fewest blocks that can be judged.
const FEWEST: usize = 4;

/// Compares a picture with the grid that was signed.
///
/// `registration` says where the signed picture lies; it is refined here. `None` when it is
/// degenerate or leaves fewer than four blocks inside the picture. Cost: one pass over the pixels and
/// about 60 ms.
#[must_use]
pub fn compare(grid: &Grid, pixels: &Pixels, registration: &Registration) -> Option<Comparison> {
    if !registration.is_usable() {
        return None;
    }
    let view = View::of(pixels, grid, registration, SAMPLES as f64);
    let signed = grid.features();
    let refined = refine(grid, &view, registration, 14).registration;
    // Quantised features can pull a right registration slightly off: the better of the two counts.
    let given = judge(grid, &signed, &view, registration);
    let moved = judge(grid, &signed, &view, &refined);
    let (distances, registration) = if misfit(&moved) < misfit(&given) {
        (moved, refined)
    } else {
        (given, *registration)
    };
    let count = distances.iter().flatten().count();
    if count < FEWEST {
        return None;
    }
    let (columns, _) = grid.size();
    let similarity = similarity(&signed, &distances);
    let same_picture = similarity >= SAME;
    let changed_regions = if same_picture {
        changed(&distances, columns, REGION)
    } else {
        Vec::new()
    };
    Some(Comparison {
        same_picture,
        similarity,
        judged: count as f64 / distances.len() as f64,
        changed_regions,
        distances,
        registration,
        columns,
    })
}

/// The distance of every block that lies wholly inside the picture in hand.
fn judge(
    grid: &Grid,
    signed: &[Features],
    view: &View,
    registration: &Registration,
) -> Vec<Option<f32>> {
    let (columns, rows) = grid.size();
    let (fine, inside) = view.through(registration, grid, SAMPLES);
    let judged: Vec<bool> = (0..columns * rows)
        .map(|block| {
            let (left, top) = (block % columns * SAMPLES, block / columns * SAMPLES);
            (top..top + SAMPLES).all(|y| {
                let start = y * fine.width + left;
                inside[start..start + SAMPLES].iter().all(|sample| *sample)
            })
        })
        .collect();
    // A registration that is right on the whole may be off by a part of a block here and there:
    // a block looks as it was signed if it does so at one of the places around.
    let mut best = vec![None; judged.len()];
    for (across, down) in NUDGES {
        let moved = fine.moved(across, down).averaged(SAMPLES / SIDE);
        let seen = measure(&moved, columns, rows);
        for (best, distance) in best.iter_mut().zip(distances(signed, &seen, &judged)) {
            *best = match (*best, distance) {
                (Some(one), Some(other)) => Some(f32::min(one, other)),
                (one, other) => one.or(other),
            };
        }
    }
    best
}

/// Where a block is read, in samples off its place: an eighth of a block in each direction.
const NUDGES: [(i32, i32); 9] = {
    const STEP: i32 = (SAMPLES / 8) as i32;
    [
        (0, 0),
        (-STEP, 0),
        (STEP, 0),
        (0, -STEP),
        (0, STEP),
        (-STEP, -STEP),
        (STEP, -STEP),
        (-STEP, STEP),
        (STEP, STEP),
    ]
};

/// Mean distance of the judged blocks, in which an edit counts no more than a doubt.
fn misfit(distances: &[Option<f32>]) -> f32 {
    let (sum, count) = distances
        .iter()
        .flatten()
        .fold((0.0, 0.0), |(sum, count), distance| {
            (sum + distance.min(8.0), count + 1.0)
        });
    if count > 0.0 {
        sum / count
    } else {
        f32::INFINITY
    }
}

/// Similarity from which a picture counts as the signed one.
const SAME: f64 = 0.5;

/// Distance from which a block looks different.
const DIFFERENT: f32 = 3.0;

/// Distance from which a block beside a different one belongs to it.
const BESIDE: f32 = 1.5;

/// Summed distance from which blocks together are reported.
const REGION: f32 = 20.0;

/// Squared deviations beyond this tell nothing more.
const CLIP: f32 = 25.0;

fn distances(signed: &[Features], seen: &[Features], judged: &[bool]) -> Vec<Option<f32>> {
    let tones: [Tone; 3] = std::array::from_fn(|channel| {
        let pairs: Vec<(f32, f32)> = signed
            .iter()
            .zip(seen)
            .zip(judged)
            .filter(|(_, judged)| **judged)
            .map(|((signed, seen), _)| (seen.means[channel], signed.means[channel]))
            .collect();
        Tone::fit(&pairs, 1.0)
    });
    signed
        .iter()
        .zip(seen)
        .zip(judged)
        .map(|((signed, seen), judged)| judged.then(|| distance(signed, seen, &tones)))
        .collect()
}

/// Sum of the squared deviations, each in units of what untouched blocks show after compression
/// and rescaling.
fn distance(signed: &Features, seen: &Features, tones: &[Tone; 3]) -> f32 {
    let activity = signed.activity();
    let mut sum = 0.0;
    for (channel, tone) in tones.iter().enumerate() {
        let spread = if channel == 0 {
            5.0 + 0.10 * activity
        } else {
            4.0 + 0.05 * activity
        };
        let deviation = signed.means[channel] - tone.apply(seen.means[channel]);
        sum += (deviation / spread).powi(2).min(CLIP);
    }
    let spread = 5.0 + 0.22 * activity;
    let gain = tones[0].gain(seen.means[0]);
    for (signed, seen) in signed.terms.iter().zip(&seen.terms) {
        let deviation = signed - gain * seen;
        sum += (deviation / spread).powi(2).min(CLIP);
    }
    sum
}

fn similarity(signed: &[Features], distances: &[Option<f32>]) -> f64 {
    let (mut all, mut alike) = (0.0, 0.0);
    for (features, distance) in signed.iter().zip(distances) {
        let Some(distance) = distance else { continue };
        // A flat block looks like any other flat block: it counts, but little.
        let weight = f64::from(0.1 + (features.activity() / 40.0).min(1.0));
        all += weight;
        if *distance < DIFFERENT {
            alike += weight;
        }
    }
    if all > 0.0 { alike / all } else { 0.0 }
}

/// Groups of neighbouring blocks that differ, as rectangles.
fn changed(distances: &[Option<f32>], columns: usize, limit: f32) -> Vec<Region> {
    let rows = distances.len() / columns;
    groups(distances, columns, rows)
        .into_iter()
        .filter(|group| group.weight >= limit)
        .map(|group| Region {
            x: group.left as f64 / columns as f64,
            y: group.top as f64 / rows as f64,
            w: (group.right + 1 - group.left) as f64 / columns as f64,
            h: (group.bottom + 1 - group.top) as f64 / rows as f64,
        })
        .collect()
}

/// Neighbouring blocks that differ.
#[derive(Clone, Copy, Debug)]
struct Group {
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
    /// Summed distance of its different blocks.
    weight: f32,
}

fn groups(distances: &[Option<f32>], columns: usize, rows: usize) -> Vec<Group> {
    let at_least = |block: usize, limit: f32| distances[block].is_some_and(|d| d >= limit);
    let mut taken = vec![false; distances.len()];
    let mut out = Vec::new();
    for first in 0..distances.len() {
        if taken[first] || !at_least(first, DIFFERENT) {
            continue;
        }
        let (column, row) = (first % columns, first / columns);
        let mut group = Group {
            left: column,
            top: row,
            right: column,
            bottom: row,
            weight: 0.0,
        };
        let mut waiting = vec![first];
        taken[first] = true;
        while let Some(block) = waiting.pop() {
            let (column, row) = (block % columns, block / columns);
            group.left = group.left.min(column);
            group.right = group.right.max(column);
            group.top = group.top.min(row);
            group.bottom = group.bottom.max(row);
            group.weight += distances[block].unwrap_or(0.0);
            let strong = at_least(block, DIFFERENT);
            for y in row.saturating_sub(1)..=(row + 1).min(rows - 1) {
                for x in column.saturating_sub(1)..=(column + 1).min(columns - 1) {
                    let next = y * columns + x;
                    // A weak block joins a strong one but leads no further.
                    let joins = at_least(next, DIFFERENT) || (strong && at_least(next, BESIDE));
                    if joins && !taken[next] {
                        taken[next] = true;
                        waiting.push(next);
                    }
                }
            }
        }
        out.push(group);
    }
    out
}
