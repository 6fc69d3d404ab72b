//! A bend of the tile against its map, known at the middles of blocks, and folding a picture along it
//! (`spec/watermark.md`, section 10).
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "block indices run over the grid that covers the plane; cells come from the low bits of \
              phases; casts are of such indices and of fractions of a turn"
)]

use super::carrier::TILE;
use super::fold::CELLS;
use super::geometry::Affine;
use super::plane::Plane;

/// Side of a block in samples.
pub(crate) const BLOCK: usize = 32;

/// Displacement of the tile against the map at block centres, in fold coordinates (canonical
/// pixels).
#[derive(Clone, Debug)]
pub(crate) struct Bend {
    pub(crate) columns: usize,
    pub(crate) rows: usize,
    pub(crate) shift: Vec<(f32, f32)>,
}

impl Bend {
    /// The displacement along a row of samples, bilinear between block centres, held at the edges.
    fn along(&self, y: f32) -> impl Fn(f32) -> (f32, f32) {
        let place = |t: f32, n: usize| {
            let t = ((t + 0.5) / BLOCK as f32 - 0.5).clamp(0.0, (n - 1) as f32);
            let i = (t as usize).min(n.saturating_sub(2));
            (i, (i + 1).min(n - 1), t - i as f32)
        };
        let mix =
            |a: (f32, f32), b: (f32, f32), f: f32| (a.0 + f * (b.0 - a.0), a.1 + f * (b.1 - a.1));
        let (y0, y1, fy) = place(y, self.rows);
        let row = |y: usize| &self.shift[y * self.columns..][..self.columns];
        let (top, low) = (row(y0), row(y1));
        move |x| {
            let (x0, x1, fx) = place(x, self.columns);
            mix(mix(top[x0], top[x1], fx), mix(low[x0], low[x1], fx), fy)
        }
    }
}

/// [`super::fold::fold`] along a bend: the displacement is linear between block centres,
/// which is over half a block at a time.
pub(crate) fn fold_bent(picture: &Plane, map: &Affine, bend: &Bend) -> Vec<f32> {
    const RUN: usize = BLOCK / 2;
    // Whole periods that keep every place positive, where cutting is rounding down.
    const PERIODS: f64 = 4096.0 * CELLS as f64;
    let mut cells = vec![0.0_f32; CELLS * CELLS];
    let scale = CELLS as f64 / TILE as f64;
    for y in 0..picture.height {
        let along = bend.along(y as f32);
        let place = |x: usize| {
            let (u, v) = map.apply(x as f64, y as f64);
            let (du, dv) = along(x as f32);
            (
                (u + f64::from(du)) * scale + 0.5 + PERIODS,
                (v + f64::from(dv)) * scale + 0.5 + PERIODS,
            )
        };
        // In cells, as whole numbers of 2^-32.
        let fixed = |cells: f64| (cells * 4_294_967_296.0) as i64;
        let mut next = place(0);
        for (run, samples) in picture.row(y).chunks(RUN).enumerate() {
            let (u, v) = next;
            next = place((run + 1) * RUN);
            let (su, sv) = (
                fixed((next.0 - u) / RUN as f64),
                fixed((next.1 - v) / RUN as f64),
            );
            let (mut u, mut v) = (fixed(u), fixed(v));
            for r in samples {
                let column = (u >> 32) as usize & (CELLS - 1);
                let row = (v >> 32) as usize & (CELLS - 1);
                cells[(row * CELLS + column) & (CELLS * CELLS - 1)] += r;
                u = u.wrapping_add(su);
                v = v.wrapping_add(sv);
            }
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watermark::fold::fold;

    #[test]
    fn a_bend_of_nothing_folds_like_the_map() {
        let picture = Plane::from_fn(70, 50, |x, y| ((x * 31 + y * 17) % 13) as f32 - 6.0);
        let map = Affine {
            a: 0.9,
            b: 0.2,
            c: -0.1,
            d: 1.1,
            e: 5.3,
            f: 7.7,
        };
        let bend = Bend {
            columns: 3,
            rows: 2,
            shift: vec![(0.0, 0.0); 6],
        };
        let (straight, bent) = (fold(&picture, &map), fold_bent(&picture, &map, &bend));
        let differ = straight
            .iter()
            .zip(&bent)
            .filter(|(a, b)| (*a - *b).abs() > 1e-4)
            .count();
        // Fixed-point and floating phases may round a sample at a cell's edge differently.
        assert!(differ <= 8, "{differ}");
    }
}
