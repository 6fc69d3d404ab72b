//! Following the tile across bends and perspective: the pilots of small blocks tell how far each
//! lies from the map (`spec/watermark.md`, section 10).
//!
//! Only pilots and their keyed phases are looked at, never the payload.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "block indices run over the grid that covers the plane; phases wrap by design; casts \
              are of such indices and of fractions of a turn"
)]

use multiversion::multiversion;

use super::bend::{BLOCK, Bend};
use super::carrier::{Carrier, PILOTS, TILE};
use super::demodulate::Alignment;
use super::fold::Spectrum;
use super::geometry::Affine;
use super::plane::Plane;
use super::wave::wave;

const COUNT: usize = PILOTS.len();
/// Quarters of a canonical pixel that one measurement can move a block: 2 (4 + 2 + 1).
const STEP_REACH: usize = 14;
const STEPS: usize = 2 * STEP_REACH + 1;

/// Whole canonical pixels that a block may be voted away from the map, either way, and votes a side.
const VOTED_REACH: i32 = 6;
const VOTES: usize = 2 * VOTED_REACH as usize + 1;

/// The displacement that a vote is for.
fn displacement(vote: usize) -> (f32, f32) {
    let (dx, dy) = ((vote % VOTES) as i32, (vote / VOTES) as i32);
    ((dx - VOTED_REACH) as f32, (dy - VOTED_REACH) as f32)
}

/// The coherence of every block's pilots, given as lists of their parts, with one set of waves.
#[multiversion(targets("x86_64+avx2"))]
fn coherences(re: &[Vec<f32>], im: &[Vec<f32>], waves: &Pilots) -> Vec<f32> {
    let blocks = re.first().map_or(0, Vec::len);
    // Four sums side by side, as in `Pilots::coherence`.
    let mut sums: [Vec<f32>; 4] = std::array::from_fn(|_| vec![0.0; blocks]);
    for p in 0..COUNT {
        let (cos, sin) = (waves.re[p], waves.im[p]);
        for ((sum, re), im) in sums[p % 4].iter_mut().zip(&re[p]).zip(&im[p]) {
            *sum += re * cos - im * sin;
        }
    }
    let [one, two, three, four] = &sums;
    let sums = one.iter().zip(two).zip(three).zip(four);
    sums.map(|(((a, b), c), d)| a + b + c + d).collect()
}

/// Adds what the four neighbours of each block say, by rows of `columns` blocks.
fn add_neighbours(surface: &mut [f32], says: &[f32], columns: usize) {
    const WEIGHT: f32 = 0.7;
    let rows = says.len() / columns;
    let mut padded = vec![0.0; columns + 2];
    for (y, surface) in surface.chunks_exact_mut(columns).enumerate() {
        let row = |y: usize| &says[y * columns..][..columns];
        padded[1..=columns].copy_from_slice(row(y));
        for (i, sum) in surface.iter_mut().enumerate() {
            *sum += WEIGHT * padded[i + 2];
            *sum += WEIGHT * padded[i];
        }
        for other in [y + 1, y.wrapping_sub(1)] {
            if other < rows {
                for (sum, says) in surface.iter_mut().zip(row(other)) {
                    *sum += WEIGHT * says;
                }
            }
        }
    }
}

/// One complex value of every pilot.
#[derive(Clone, Copy, Debug)]
struct Pilots {
    re: [f32; COUNT],
    im: [f32; COUNT],
}

impl Pilots {
    const ZERO: Self = Self {
        re: [0.0; COUNT],
        im: [0.0; COUNT],
    };

    /// `e^(-2 pi i turns)` of every pilot.
    fn waves(turns: impl Fn(usize) -> f32) -> Self {
        let mut out = Self::ZERO;
        for p in 0..COUNT {
            let (cos, sin) = wave(turns(p));
            out.re[p] = cos;
            out.im[p] = -sin;
        }
        out
    }

    /// The product, pilot by pilot.
    #[inline]
    fn times(&self, other: &Self) -> Self {
        let mut out = Self::ZERO;
        for p in 0..COUNT {
            out.re[p] = self.re[p] * other.re[p] - self.im[p] * other.im[p];
            out.im[p] = self.re[p] * other.im[p] + self.im[p] * other.re[p];
        }
        out
    }

    /// Adds `weight` times another.
    #[inline(always)]
    fn add(&mut self, other: &Self, weight: f32) {
        for p in 0..COUNT {
            self.re[p] += weight * other.re[p];
            self.im[p] += weight * other.im[p];
        }
    }

    /// Real part of the sum of the products.
    #[inline]
    fn coherence(&self, other: &Self) -> f32 {
        // Four sums side by side, so that the compiler need not keep the order of one.
        let mut sums = [0.0_f32; 4];
        for p in 0..COUNT {
            sums[p % 4] += self.re[p] * other.re[p] - self.im[p] * other.im[p];
        }
        sums.iter().sum()
    }
}

/// The pilots of every block, relative to where the map and the alignment expect them.
pub(crate) struct Blocks {
    columns: usize,
    rows: usize,
    /// Turned harmonics.
    harmonics: [(f32, f32); COUNT],
    /// `[row][column]`, normalised to unit noise over the whole picture.
    values: Vec<Pilots>,
}

impl Blocks {
    /// Demodulates the pilots block by block. Cost: twelve complex products a sample.
    pub(crate) fn new(
        picture: &Plane,
        map: &Affine,
        carrier: &Carrier,
        spectrum: &Spectrum,
        place: &Alignment,
    ) -> Self {
        let columns = picture.width.div_ceil(BLOCK);
        let rows = picture.height.div_ceil(BLOCK);
        let turned: [(i32, i32); COUNT] =
            std::array::from_fn(|p| place.turn.apply(PILOTS[p].0, PILOTS[p].1));
        let harmonics = turned.map(|(x, y)| (x as f32, y as f32));
        let mut values = vec![Pilots::ZERO; columns * rows];
        let waves = |u: f64, v: f64| {
            Pilots::waves(|p| {
                let (kx, ky) = (f64::from(turned[p].0), f64::from(turned[p].1));
                let turns = (kx * u + ky * v) / TILE as f64;
                (turns - turns.floor()) as f32
            })
        };
        // The pilots at each sample of a block's row, from its first sample on.
        let mut ladder = [waves(0.0, 0.0); BLOCK];
        for (x, rung) in ladder.iter_mut().enumerate() {
            *rung = waves(map.a * x as f64, map.c * x as f64);
        }
        let leap = waves(map.a * BLOCK as f64, map.c * BLOCK as f64);
        for y in 0..picture.height {
            let (u, v) = map.apply(0.0, y as f64);
            let mut begin = waves(u, v);
            for (column, samples) in picture.row(y).chunks(BLOCK).enumerate() {
                let sums = weighted(&ladder, samples);
                values[y / BLOCK * columns + column].add(&sums.times(&begin), 1.0);
                begin = begin.times(&leap);
            }
        }
        let mut reference = Pilots::ZERO;
        for (p, &(kx, ky)) in PILOTS.iter().enumerate() {
            let shift = std::f64::consts::TAU / TILE as f64
                * (f64::from(kx) * f64::from(place.shift.0)
                    + f64::from(ky) * f64::from(place.shift.1));
            let scale = place.polarity / spectrum.noise(place.turn, kx, ky).sqrt();
            let (sin, cos) = (shift - carrier.phases[p]).sin_cos();
            reference.re[p] = scale * cos as f32;
            reference.im[p] = scale * sin as f32;
        }
        for cell in &mut values {
            *cell = cell.times(&reference);
        }
        Self {
            columns,
            rows,
            harmonics,
            values,
        }
    }

    /// The smooth displacement under which the pilots cohere best.
    ///
    /// Two starts compete: polynomials of growing degree (perspective), and a vote of each block
    /// and its neighbours over displacements of up to six canonical pixels (waves).
    pub(crate) fn follow(&self) -> Bend {
        let still = || Bend {
            columns: self.columns,
            rows: self.rows,
            shift: vec![(0.0, 0.0); self.columns * self.rows],
        };
        let steps = self.steps();
        let mut curved = still();
        for (degree, window) in [
            (1, 3.0),
            (1, 2.5),
            (2, 2.5),
            (2, 2.0),
            (2, 2.0),
            (3, 1.8),
            (3, 1.6),
        ] {
            let (moved, weights) = self.measure(&curved, window, &steps);
            curved.shift = fit(&moved, &weights, self.columns, self.rows, degree);
        }
        let mut wavy = Bend {
            shift: self.vote(),
            ..still()
        };
        let mut best: Option<(f32, Bend)> = None;
        for bend in [&mut curved, &mut wavy] {
            let mut coherence = 0.0;
            for window in [1.6, 1.4, 1.4] {
                let (moved, weights) = self.measure(bend, window, &steps);
                bend.shift = smooth(&moved, &weights, self.columns, self.rows, 1.0);
                coherence = weights.iter().map(|w| w.sqrt()).sum();
            }
            if best.as_ref().is_none_or(|(value, _)| coherence > *value) {
                best = Some((coherence, bend.clone()));
            }
        }
        best.map_or_else(still, |(_, bend)| bend)
    }

    /// For each block the displacement (whole canonical pixels) that it and its neighbours agree
    /// on, where a neighbour may differ by one pixel a block.
    fn vote(&self) -> Vec<(f32, f32)> {
        let pooled = self.pool(&self.values, 0.8);
        // Every displacement is a plane of blocks, and every pilot's part a list of them.
        let parts = |part: fn(&Pilots) -> &[f32; COUNT]| -> Vec<Vec<f32>> {
            (0..COUNT)
                .map(|p| pooled.iter().map(|cell| part(cell)[p]).collect())
                .collect()
        };
        let (re, im) = (parts(|cell| &cell.re), parts(|cell| &cell.im));
        let mut surfaces: Vec<Vec<f32>> = (0..VOTES * VOTES)
            .map(|vote| {
                let (dx, dy) = displacement(vote);
                coherences(&re, &im, &self.shifted(dx, dy))
            })
            .collect();
        for _ in 0..2 {
            let mut widened = Vec::with_capacity(VOTES * VOTES);
            for vote in 0..VOTES * VOTES {
                let (x, y) = (vote % VOTES, vote / VOTES);
                let near = |i: usize| i.saturating_sub(1)..(i + 2).min(VOTES);
                let mut most = surfaces[vote].clone();
                for neighbour in near(y).flat_map(|y| near(x).map(move |x| y * VOTES + x)) {
                    for (most, here) in most.iter_mut().zip(&surfaces[neighbour]) {
                        *most = if *here > *most { *here } else { *most };
                    }
                }
                widened.push(most);
            }
            for (surface, widened) in surfaces.iter_mut().zip(&widened) {
                add_neighbours(surface, widened, self.columns);
            }
        }
        let mut best = vec![(f32::MIN, 0); pooled.len()];
        for (vote, surface) in surfaces.iter().enumerate() {
            for (best, value) in best.iter_mut().zip(surface) {
                if *value > best.0 {
                    *best = (*value, vote);
                }
            }
        }
        best.into_iter()
            .map(|(_, vote)| displacement(vote))
            .collect()
    }

    /// What turns the pilots back by a displacement in canonical pixels.
    fn shifted(&self, dx: f32, dy: f32) -> Pilots {
        Pilots::waves(|p| {
            let (kx, ky) = self.harmonics[p];
            (kx * dx + ky * dy) / TILE as f32
        })
    }

    /// [`Self::shifted`] for every displacement that [`Self::measure`] can reach.
    fn steps(&self) -> Vec<Pilots> {
        (0..STEPS * STEPS)
            .map(|i| {
                let quarter = |i: usize| 0.25 * (i as f32 - STEP_REACH as f32);
                self.shifted(quarter(i % STEPS), quarter(i / STEPS))
            })
            .collect()
    }

    /// The best local displacement around each block under the present bend, and its weight.
    fn measure(&self, bend: &Bend, window: f32, steps: &[Pilots]) -> (Vec<(f32, f32)>, Vec<f32>) {
        let straight: Vec<Pilots> = self
            .values
            .iter()
            .zip(&bend.shift)
            .map(|(cell, shift)| cell.times(&self.shifted(shift.0, shift.1)))
            .collect();
        let pooled = self.pool(&straight, window);
        let mut moved = Vec::with_capacity(pooled.len());
        let mut weights = Vec::with_capacity(pooled.len());
        for (cell, shift) in pooled.iter().zip(&bend.shift) {
            let at = |(x, y): (usize, usize)| cell.coherence(&steps[y * STEPS + x]);
            let mut best = (STEP_REACH, STEP_REACH);
            let mut value = at(best);
            // A pixel, half a pixel, a quarter; two rounds each.
            for step in [4, 2, 1] {
                for _ in 0..2 {
                    let (x, y) = best;
                    for place in [(x + step, y), (x - step, y), (x, y + step), (x, y - step)] {
                        let here = at(place);
                        if here > value {
                            (best, value) = (place, here);
                        }
                    }
                    if best == (x, y) {
                        break;
                    }
                }
            }
            let quarter = |i: usize| 0.25 * (i as f32 - STEP_REACH as f32);
            moved.push((shift.0 + quarter(best.0), shift.1 + quarter(best.1)));
            weights.push(value.max(0.0).powi(2));
        }
        (moved, weights)
    }

    /// Gaussian window over the blocks around each, separable.
    fn pool(&self, cells: &[Pilots], sigma: f32) -> Vec<Pilots> {
        let reach = (2.0 * sigma).ceil() as isize;
        let taps: Vec<f32> = (-reach..=reach)
            .map(|d| (-0.5 * (d as f32 / sigma).powi(2)).exp())
            .collect();
        let (columns, rows) = (self.columns as isize, self.rows as isize);
        let across = gather(cells, columns, rows, &taps, (1, 0));
        gather(&across, columns, rows, &taps, (0, 1))
    }
}

/// The sum of pilots by their weights.
#[multiversion(targets("x86_64+avx2"))]
fn weighted(pilots: &[Pilots], weights: &[f32]) -> Pilots {
    let mut sum = Pilots::ZERO;
    for (pilots, weight) in pilots.iter().zip(weights) {
        sum.add(pilots, *weight);
    }
    sum
}

/// One pass of a windowed sum along an axis; the middle tap stands for the block itself.
#[multiversion(targets("x86_64+avx2"))]
fn gather(
    from: &[Pilots],
    columns: isize,
    rows: isize,
    taps: &[f32],
    axis: (isize, isize),
) -> Vec<Pilots> {
    let reach = taps.len() as isize / 2;
    let mut to = Vec::with_capacity(from.len());
    for (y, x) in (0..rows).flat_map(|y| (0..columns).map(move |x| (y, x))) {
        let mut out = Pilots::ZERO;
        for (d, weight) in (-reach..=reach).zip(taps) {
            let (i, j) = (x + d * axis.0, y + d * axis.1);
            if i >= 0 && j >= 0 && i < columns && j < rows {
                out.add(&from[(j * columns + i) as usize], *weight);
            }
        }
        to.push(out);
    }
    to
}

/// Weighted least squares by polynomials of a total degree, evaluated at every block.
fn fit(
    moved: &[(f32, f32)],
    weights: &[f32],
    columns: usize,
    rows: usize,
    degree: u32,
) -> Vec<(f32, f32)> {
    let terms: Vec<(i32, i32)> = (0..=degree as i32)
        .flat_map(|n| (0..=n).map(move |j| (n - j, j)))
        .collect();
    let basis = |index: usize| -> Vec<f64> {
        let scale = |i: usize, n: usize| (2.0 * i as f64 + 1.0) / n as f64 - 1.0;
        let (x, y) = (
            scale(index % columns, columns),
            scale(index / columns, rows),
        );
        terms.iter().map(|&(i, j)| x.powi(i) * y.powi(j)).collect()
    };
    let n = terms.len();
    let mut normal = vec![vec![0.0_f64; n + 2]; n];
    let total: f64 = weights.iter().map(|w| f64::from(*w)).sum();
    for (index, (&(dx, dy), &w)) in moved.iter().zip(weights).enumerate() {
        let b = basis(index);
        let w = f64::from(w) / total.max(1e-12);
        for i in 0..n {
            for j in 0..n {
                normal[i][j] += w * b[i] * b[j];
            }
            normal[i][n] += w * b[i] * f64::from(dx);
            normal[i][n + 1] += w * b[i] * f64::from(dy);
        }
    }
    for (i, row) in normal.iter_mut().enumerate() {
        row[i] += 1e-4;
    }
    let solution = solve(normal);
    (0..moved.len())
        .map(|index| {
            let b = basis(index);
            let sum = |c: usize| -> f64 { b.iter().zip(&solution).map(|(b, s)| b * s[c]).sum() };
            (sum(0) as f32, sum(1) as f32)
        })
        .collect()
}

/// Gauss elimination with pivots of a system with two right-hand sides.
fn solve(mut rows: Vec<Vec<f64>>) -> Vec<[f64; 2]> {
    let n = rows.len();
    for i in 0..n {
        let pivot = (i..n).max_by(|a, b| rows[*a][i].abs().total_cmp(&rows[*b][i].abs()));
        rows.swap(i, pivot.unwrap_or(i));
        let head = rows[i].clone();
        if head[i].abs() < 1e-12 {
            continue;
        }
        for (j, row) in rows.iter_mut().enumerate() {
            if j != i {
                let factor = row[i] / head[i];
                for (r, h) in row.iter_mut().zip(&head) {
                    *r -= factor * h;
                }
            }
        }
    }
    rows.iter()
        .enumerate()
        .map(|(i, row)| {
            let pivot = if row[i].abs() < 1e-12 {
                f64::INFINITY
            } else {
                row[i]
            };
            [row[n] / pivot, row[n + 1] / pivot]
        })
        .collect()
}

/// Weighted Gaussian smoothing over blocks.
fn smooth(
    moved: &[(f32, f32)],
    weights: &[f32],
    columns: usize,
    rows: usize,
    sigma: f32,
) -> Vec<(f32, f32)> {
    let plane = |f: &dyn Fn(usize) -> f32| {
        Plane::from_fn(columns, rows, |x, y| f(y * columns + x)).blur(sigma)
    };
    let mean: f32 = weights.iter().sum::<f32>() / weights.len() as f32;
    let weight = |i: usize| weights[i] + 0.05 * mean + 1e-9;
    let total = plane(&|i| weight(i));
    let x = plane(&|i| weight(i) * moved[i].0);
    let y = plane(&|i| weight(i) * moved[i].1);
    (0..moved.len())
        .map(|i| {
            (
                x.samples[i] / total.samples[i],
                y.samples[i] / total.samples[i],
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polynomials_are_recovered() {
        let (columns, rows) = (9, 7);
        let moved: Vec<(f32, f32)> = (0..63)
            .map(|i| {
                let x = (2.0 * (i % 9) as f32 + 1.0) / 9.0 - 1.0;
                let y = (2.0 * (i / 9) as f32 + 1.0) / 7.0 - 1.0;
                (1.0 + 2.0 * x - y * y, 0.5 * x * y - 3.0 * y)
            })
            .collect();
        let out = fit(&moved, &[1.0; 63], columns, rows, 2);
        for (a, b) in out.iter().zip(&moved) {
            assert!(
                (a.0 - b.0).abs() < 0.02 && (a.1 - b.1).abs() < 0.02,
                "{a:?} {b:?}"
            );
        }
    }
}
