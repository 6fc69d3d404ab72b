//! Laying a planned change over the pixels of a picture: enlarged from canonical size, one row at a
//! time.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "rows and columns are those of the picture; table indices are reduced modulo the \
              tile or clamped to the plane when the tables are built"
)]

use image::DynamicImage;
use multiversion::multiversion;

use super::carrier::TILE;
use super::picture::{Layout, RowAdder};
use super::plane::Plane;

/// Samples a side of the rendered tile.
pub(crate) const GRID: usize = 512;

/// The rendered tile.
pub(crate) struct Raster {
    /// `GRID x GRID` samples of one period, row-major.
    samples: Vec<f32>,
    /// Those at whole canonical pixels.
    canonical: Vec<f32>,
}

impl Raster {
    /// Takes a tile of [`GRID`] samples a side.
    pub(crate) fn new(samples: Vec<f32>) -> Self {
        let step = GRID / TILE;
        let rows = samples.chunks_exact(GRID).step_by(step);
        let canonical = rows.flat_map(|row| row.iter().step_by(step).copied());
        Self {
            canonical: canonical.collect(),
            samples,
        }
    }

    /// One period of row `y` at canonical pixels.
    pub(crate) fn canonical_row(&self, y: usize) -> &[f32] {
        &self.canonical[y % TILE * TILE..][..TILE]
    }

    fn row(&self, cell: usize) -> &[f32] {
        &self.samples[cell * GRID..(cell + 1) * GRID]
    }

    /// The plane with the tile of a strength added.
    pub(crate) fn over(&self, plane: &Plane, strength: &Plane) -> Plane {
        let mut out = Plane::new(plane.width, plane.height);
        for y in 0..plane.height {
            let tile = self.canonical_row(y);
            add_tile(out.row_mut(y), plane.row(y), strength.row(y), tile);
        }
        out
    }
}

/// A row with a tile of the length of a period added.
#[multiversion(targets("x86_64+avx2"))]
fn add_tile(out: &mut [f32], row: &[f32], strength: &[f32], tile: &[f32]) {
    let rows = row.chunks(TILE).zip(strength.chunks(TILE));
    for (out, (row, strength)) in out.chunks_mut(TILE).zip(rows) {
        for (((o, r), m), t) in out.iter_mut().zip(row).zip(strength).zip(tile) {
            *o = r + m * t;
        }
    }
}

/// A change at canonical size.
pub(crate) struct Change<'a> {
    /// RMS change of the tile layer, in levels.
    pub(crate) strength: &'a Plane,
    /// All other change, in levels.
    pub(crate) low: &'a Plane,
    pub(crate) tile: &'a Raster,
    /// Side of a canonical pixel in picture pixels.
    pub(crate) unit: f64,
}

impl Change<'_> {
    /// Adds the change to every row of a picture; returns the real mean squared change in levels.
    pub(crate) fn lay(&self, layout: Layout, out: &mut DynamicImage) -> f64 {
        let mut adder = RowAdder::new(layout);
        let mut change = vec![0.0_f32; layout.width];
        if self.unit == 1.0 {
            for y in 0..layout.height {
                let tile = self.tile.canonical_row(y);
                add_tile(&mut change, self.low.row(y), self.strength.row(y), tile);
                adder.add(out, y, &change);
            }
            return adder.mean_square();
        }
        let columns = self.axis(layout.width, self.strength.width);
        let rows = self.axis(layout.height, self.strength.height);
        let canonical = |column: &Place| (column.index, column.fraction);
        let mut strength = Widened::new(Widening::new(&columns, canonical));
        let mut low = Widened::new(Widening::new(&columns, canonical));
        let tiles = self.widened_tile(&columns);
        let last = self.strength.height - 1;
        for (y, row) in rows.iter().enumerate() {
            let here_and_below = (row.index, (row.index + 1).min(last));
            let strengths = strength.between(here_and_below, self.strength);
            let lows = low.between(here_and_below, self.low);
            let tile = |cell: usize| &tiles[cell % GRID * layout.width..][..layout.width];
            let tiles = [tile(row.cell), tile(row.cell + 1)];
            combine(&mut change, strengths, lows, tiles, row);
            adder.add(out, y, &change);
        }
        adder.mean_square()
    }

    /// All rows of the tile, widened to the picture, in which each comes six times and more.
    fn widened_tile(&self, columns: &[Place]) -> Vec<f32> {
        let mut widening = Widening::new(columns, |column| (column.cell, column.within));
        let mut all = Vec::with_capacity(GRID * columns.len());
        let mut wide = Vec::new();
        for cell in 0..GRID {
            widening.widen(self.tile.row(cell), &mut wide);
            all.extend_from_slice(&wide);
        }
        all
    }

    /// Where each pixel of an axis falls in the canonical plane and in the tile.
    fn axis(&self, pixels: usize, samples: usize) -> Vec<Place> {
        let cells = (GRID / TILE) as f64;
        (0..pixels)
            .map(|p| {
                let canonical = (p as f64 + 0.5) / self.unit - 0.5;
                let held = canonical.clamp(0.0, (samples - 1) as f64);
                let index = held as usize;
                let grid = (canonical * cells).rem_euclid(GRID as f64);
                let cell = (grid as usize).min(GRID - 1);
                Place {
                    index,
                    fraction: (held - index as f64) as f32,
                    cell,
                    within: (grid - cell as f64) as f32,
                }
            })
            .collect()
    }
}

/// A pixel's place along one axis.
struct Place {
    /// Canonical sample at or before it, and how far past that it lies.
    index: usize,
    fraction: f32,
    /// Tile cell at or before it, and how far past that it lies.
    cell: usize,
    within: f32,
}

/// Widens rows to the width of the picture.
struct Widening {
    /// Sample at or before each pixel, and how far past that it lies.
    places: Vec<(u32, f32)>,
    /// Each sample of a row, and how far it is from there to the next.
    steps: Vec<[f32; 2]>,
}

impl Widening {
    fn new(columns: &[Place], place: impl Fn(&Place) -> (usize, f32)) -> Self {
        let places = columns.iter().map(place);
        Self {
            places: places.map(|(i, fraction)| (i as u32, fraction)).collect(),
            steps: Vec::new(),
        }
    }

    fn widen(&mut self, row: &[f32], out: &mut Vec<f32>) {
        self.steps.clear();
        self.steps
            .extend(row.array_windows().map(|[a, b]| [*a, b - a]));
        // The tile begins again; in a plane nothing lies past the last sample.
        if let (Some(first), Some(last)) = (row.first(), row.last()) {
            self.steps.push([*last, first - last]);
        }
        out.clear();
        out.extend(self.places.iter().map(|&(i, fraction)| {
            let [sample, step] = self.steps[i as usize];
            sample + fraction * step
        }));
    }
}

/// Two rows of a plane, widened; most rows of the picture lie between the same two as the row before, or
/// share one with it.
struct Widened {
    widening: Widening,
    rows: [(Option<usize>, Vec<f32>); 2],
}

impl Widened {
    fn new(widening: Widening) -> Self {
        Self {
            widening,
            rows: [const { (None, Vec::new()) }; 2],
        }
    }

    /// The rows `upper` and `lower` of a plane.
    fn between(&mut self, (upper, lower): (usize, usize), plane: &Plane) -> [&[f32]; 2] {
        if self.rows[1].0 == Some(upper) {
            self.rows.swap(0, 1);
        }
        for ((held, samples), wanted) in self.rows.iter_mut().zip([upper, lower]) {
            if *held != Some(wanted) {
                self.widening.widen(plane.row(wanted), samples);
                *held = Some(wanted);
            }
        }
        [&self.rows[0].1, &self.rows[1].1]
    }
}

/// The change of a row of the picture from the widened rows above and below it.
#[multiversion(targets("x86_64+avx2"))]
fn combine(
    change: &mut [f32],
    [strength, strength_below]: [&[f32]; 2],
    [low, low_below]: [&[f32]; 2],
    [tile, tile_below]: [&[f32]; 2],
    row: &Place,
) {
    let (fraction, within) = (row.fraction, row.within);
    let strengths = strength.iter().zip(strength_below);
    let lows = low.iter().zip(low_below);
    let tiles = tile.iter().zip(tile_below);
    for (((d, (m, m2)), (l, l2)), (t, t2)) in change.iter_mut().zip(strengths).zip(lows).zip(tiles)
    {
        let m = m + fraction * (m2 - m);
        let l = l + fraction * (l2 - l);
        let t = t + within * (t2 - t);
        *d = m * t + l;
    }
}
