//! The scan: a grid of maps from the picture to the canonical raster, scored by the power that lies
//! where each of them expects the pilots (`spec/watermark.md`, section 10).
//!
//! The pieces of a scan are inlined into it in any case, so that all of them are compiled for the vector
//! instructions that it is compiled for.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::needless_range_loop,
    reason = "bins are bounded by |f| < 0.47 before they index the map; lists of sizes are as long \
              as their arrays; casts are of such bins and counts; lanes of several arrays go by one \
              index, which becomes vector code"
)]

use std::f64::consts::PI;
use std::ops::Range;

use multiversion::multiversion;

use super::carrier::{PILOTS, TILE};
use super::field::{Field, place};
use super::sync::{self, Matrix, NYQUIST, distance};
use super::wave::{cut, whole};

/// Log-aspects of the general scan.
const ASPECTS: [f64; 5] = [0.0, 0.06, -0.06, 0.12, -0.12];
/// Canonical pixels between scanned sizes: 1.6 bins at the outermost pilot.
const PITCH: f64 = 7.5;
/// Sizes scanned along one direction, at most.
const LONGEST: usize = 256;

/// The pilots from the innermost outwards.
const OUTWARD: [usize; PILOTS.len()] = [11, 6, 7, 4, 3, 10, 2, 9, 0, 1, 8, 5];
/// Their harmonics, and nothing on the lanes beyond them.
const OUTWARD_X: [f64; LANES] = outward(0);
const OUTWARD_Y: [f64; LANES] = outward(1);
/// Pilots in step, as vectors are long.
const LANES: usize = 16;
/// The innermost of them move half as far as the others from map to map: they are listened for
/// at every second size and angle first.
const HEARD: usize = 4;
/// Pilots after which a map is looked at again before the rest are gathered.
const HALFWAY: usize = 7;
/// Standard deviations of chance that a map must show by then. One that belongs to a mark has six
/// and more by all twelve pilots, so that it fails here less than once in fifty times.
const AUDIBLE: f32 = 1.2;
const CLEARER: f32 = 1.5;

/// One coordinate of the harmonics of [`OUTWARD`].
const fn outward(axis: usize) -> [f64; LANES] {
    let mut out = [0.0; LANES];
    let mut i = 0;
    while i < OUTWARD.len() {
        let (x, y) = PILOTS[OUTWARD[i]];
        out[i] = if axis == 0 { x as f64 } else { y as f64 };
        i += 1;
    }
    out
}

/// Running list of the best scores.
struct Best {
    items: Vec<(f32, Matrix)>,
    threshold: f32,
}

impl Best {
    fn offer(&mut self, score: f32, matrix: impl FnOnce() -> Matrix) {
        if score > self.threshold {
            self.items.push((score, matrix()));
            if self.items.len() >= 6000 {
                self.items.sort_by(|a, b| b.0.total_cmp(&a.0));
                self.items.truncate(2000);
                self.threshold = self.items.last().map_or(0.0, |item| item.0);
            }
        }
    }
}

/// Scores the whole grid of maps and returns the best distinct ones, at most `keep`.
pub(super) fn scan(field: &Field, range: sync::Range, keep: usize) -> Vec<Matrix> {
    let mut best = Best {
        items: Vec::new(),
        threshold: 2.0,
    };
    let standard = Standard::new(field);
    // A geometric split keeps the angular pitch right for each span of sizes.
    let mut low = range.least;
    while low < range.greatest {
        let high = (low * 1.5).min(range.greatest);
        scan_span(field, &standard, range.short, (low, high), &mut best);
        low = high;
    }
    if range.squeezed {
        scan_squeezed(field, &standard, range, &mut best);
    }
    best.items.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut kept: Vec<Matrix> = Vec::new();
    for (_, matrix) in best.items {
        if kept.len() == keep {
            break;
        }
        if kept.iter().all(|k| distance(k, &matrix) > 2.5) {
            kept.push(matrix);
        }
    }
    kept
}

/// Scores all angles, mirrors and aspects at the sizes `low..high`.
#[multiversion(targets("x86_64+avx2"))]
fn scan_span(
    field: &Field,
    standard: &Standard,
    short: usize,
    (low, high): (f64, f64),
    best: &mut Best,
) {
    let pairs = (0.5 * PI * high / PITCH).ceil() as usize;
    let unit = 1.0 / (TILE as f64 * short as f64);
    let (w, h) = (field.across as f64 * unit, field.down as f64 * unit);
    // Each pair of angles: where it is heard, in its middle, and both.
    let turn = |i: f64| (0.5 * PI * i / pairs as f64).sin_cos();
    let turns: Vec<_> = (0..pairs)
        .map(|pair| 2.0 * pair as f64)
        .map(|first| (turn(first + 0.5), [turn(first), turn(first + 1.0)]))
        .collect();
    let mut scanner = Scanner::new(field, standard);
    for mirror in [1.0, -1.0] {
        for aspect in ASPECTS {
            let (sx, sy) = ((aspect * 0.5).exp(), (-aspect * 0.5).exp());
            let direction = |(sin, cos): (f64, f64)| {
                [
                    w * sx * cos * mirror,
                    -w * sx * sin,
                    h * sy * sin * mirror,
                    h * sy * cos,
                ]
            };
            for (middle, both) in &turns {
                scanner.hear(&direction(*middle), (low, high));
                for angle in both {
                    scanner.score(&direction(*angle), low, best);
                }
            }
        }
    }
}

/// The first `N` of [`OUTWARD`] along a direction: their bins at the sizes `low + pitch i`.
struct Fan<const N: usize> {
    x: [f32; N],
    y: [f32; N],
    dx: [f32; N],
    dy: [f32; N],
    /// Sizes at which each lies inside the transform.
    reach: [f32; N],
}

impl<const N: usize> Fan<N> {
    /// `direction` is in bins a canonical pixel of the shorter side.
    #[inline(always)]
    fn new(field: &Field, direction: &Matrix, (low, pitch): (f64, f64)) -> Self {
        let mut fan = Self {
            x: [0.0; N],
            y: [0.0; N],
            dx: [0.0; N],
            dy: [0.0; N],
            reach: [LONGEST as f32; N],
        };
        let (across, down) = (NYQUIST * field.across as f64, NYQUIST * field.down as f64);
        let longest = low + pitch * LONGEST as f64;
        let mut cycles = [(0.0_f64, 0.0_f64); N];
        let mut all_inside = true;
        for (p, cycles) in cycles.iter_mut().enumerate() {
            let (kx, ky) = (OUTWARD_X[p], OUTWARD_Y[p]);
            let x = direction[0] * kx + direction[1] * ky;
            let y = direction[2] * kx + direction[3] * ky;
            // The other half of the transform is the mirror image of this one.
            let sign = if x < 0.0 { -1.0 } else { 1.0 };
            let (x, y) = (sign * x, sign * y);
            *cycles = (x, y);
            all_inside &= x * longest <= across && y.abs() * longest <= down;
            fan.x[p] = (x * low) as f32 + 0.5;
            fan.y[p] = (y * low) as f32 + 0.5 + field.down as f32;
            fan.dx[p] = (x * pitch) as f32;
            fan.dy[p] = (y * pitch) as f32;
        }
        if !all_inside {
            for (reach, (x, y)) in fan.reach.iter_mut().zip(cycles) {
                let limit = (across / x.max(1e-12)).min(down / y.abs().max(1e-12));
                *reach = ((limit - low) / pitch).clamp(0.0, LONGEST as f64).ceil() as f32;
            }
        }
        fan
    }
}

/// Sums of pooled power at every size along a direction, and over how many pilots.
struct Gathered {
    /// The sizes, as steps.
    sizes: [f32; LONGEST],
    sums: [u32; LONGEST],
    inside: [u8; LONGEST],
    /// Where the pilot in hand lies in the map.
    places: [u32; LONGEST],
}

impl Gathered {
    fn new() -> Self {
        Self {
            sizes: std::array::from_fn(|i| i as f32),
            sums: [0; LONGEST],
            inside: [0; LONGEST],
            places: [0; LONGEST],
        }
    }

    #[inline(always)]
    fn clear(&mut self, count: usize) {
        self.sums[..count].fill(0);
        self.inside[..count].fill(0);
    }

    /// Adds what lies under one pilot of a fan at the first `count` sizes.
    #[inline(always)]
    fn add<const N: usize>(&mut self, field: &Field, fan: &Fan<N>, p: usize, count: usize) {
        let within = count.min(fan.reach[p] as usize);
        let map = Map::new(field);
        // Places first, in a loop of its own, which becomes vector code.
        for (place, i) in self.places[..within].iter_mut().zip(&self.sizes) {
            *place = map.place(fan.x[p] + fan.dx[p] * i, fan.y[p] + fan.dy[p] * i);
        }
        for (sum, place) in self.sums.iter_mut().zip(&self.places[..within]) {
            *sum += u32::from(field.pooled[*place as usize]);
        }
        for seen in &mut self.inside[..within] {
            *seen += 1;
        }
    }
}

/// How bins lie in the pooled map.
#[derive(Clone, Copy)]
struct Map {
    down: f32,
    tiles: u32,
}

impl Map {
    #[inline(always)]
    fn new(field: &Field) -> Self {
        Self {
            down: field.down as f32,
            tiles: field.tiles as u32,
        }
    }

    /// Place of a bin; rows are counted from one period before the first.
    #[inline(always)]
    fn place(self, column: f32, row: f32) -> u32 {
        let row = cut(row);
        let row = row - if row >= self.down { self.down } else { 0.0 };
        place(whole(cut(column)), whole(row), self.tiles)
    }
}

/// Scans one span of sizes; what it works on is kept from ray to ray.
struct Scanner<'a> {
    field: &'a Field,
    standard: &'a Standard,
    gathered: Gathered,
    /// Sizes, as steps, near which the innermost pilots speak.
    heard: [u16; LONGEST],
    count: usize,
}

impl<'a> Scanner<'a> {
    fn new(field: &'a Field, standard: &'a Standard) -> Self {
        Self {
            field,
            standard,
            gathered: Gathered::new(),
            heard: [0; LONGEST],
            count: 0,
        }
    }

    /// Hears the sizes `low..high` along a direction near which the innermost pilots speak.
    #[inline(always)]
    fn hear(&mut self, direction: &Matrix, (low, high): (f64, f64)) {
        let count = ((high - low) / (2.0 * PITCH)).ceil() as usize;
        let count = count.min(LONGEST / 2);
        self.gathered.clear(count);
        // Pairs of sizes, too, are heard at their middle.
        let fan = Fan::<HEARD>::new(self.field, direction, (low + 0.5 * PITCH, 2.0 * PITCH));
        for p in 0..HEARD {
            self.gathered.add(self.field, &fan, p, count);
        }
        self.count = 0;
        for i in 0..count {
            let (sum, inside) = (self.gathered.sums[i], self.gathered.inside[i]);
            // Written in any case and counted if it is so: a branch would be guessed wrong.
            self.heard[self.count] = 2 * i as u16;
            self.heard[self.count + 1] = 2 * i as u16 + 1;
            self.count += 2 * usize::from(self.standard.exceeds(sum, inside, AUDIBLE));
        }
    }

    /// Scores the sizes that were heard along a direction by all pilots.
    #[inline(always)]
    fn score(&mut self, direction: &Matrix, low: f64, best: &mut Best) {
        let fan = Fan::<LANES>::new(self.field, direction, (low, PITCH));
        let map = Map::new(self.field);
        for &size in &self.heard[..self.count] {
            let i = f32::from(size);
            let mut places = [0_u32; LANES];
            // First as many as fill a register.
            for p in 0..LANES / 2 {
                places[p] = map.place(fan.x[p] + fan.dx[p] * i, fan.y[p] + fan.dy[p] * i);
            }
            let gather = |places: &[u32; LANES], lanes: Range<usize>| {
                lanes.fold((0_u32, 0_u8), |(sum, inside), p| {
                    if i < fan.reach[p] {
                        let power = u32::from(self.field.pooled[places[p] as usize]);
                        (sum + power, inside + 1)
                    } else {
                        (sum, inside)
                    }
                })
            };
            let (sum, inside) = gather(&places, 0..HALFWAY);
            if !self.standard.exceeds(sum, inside, CLEARER) {
                continue;
            }
            for p in LANES / 2..LANES {
                places[p] = map.place(fan.x[p] + fan.dx[p] * i, fan.y[p] + fan.dy[p] * i);
            }
            let (more, outer) = gather(&places, HALFWAY..PILOTS.len());
            if let Some(score) = self.standard.score(sum + more, inside + outer) {
                best.offer(score, || {
                    let size = low + PITCH * f64::from(size);
                    direction.map(|d| d * size)
                });
            }
        }
    }
}

/// Chance's mean and standard deviation of a sum over so many pilots.
struct Standard([(f32, f32); PILOTS.len() + 1]);

impl Standard {
    fn new(field: &Field) -> Self {
        Self(std::array::from_fn(|n| {
            let n = n as f32;
            (n * field.pooled_mean, field.pooled_deviation * n.sqrt())
        }))
    }

    /// Whether a sum over so many pilots lies above chance by more than `least` deviations.
    fn exceeds(&self, sum: u32, inside: u8, least: f32) -> bool {
        let (mean, deviation) = self.0[usize::from(inside)];
        sum as f32 - mean > least * deviation
    }

    /// Standardised score of a sum over so many pilots; none below seven.
    fn score(&self, sum: u32, inside: u8) -> Option<f32> {
        if inside < 7 {
            return None;
        }
        let (mean, deviation) = self.0[usize::from(inside)];
        Some((sum as f32 - mean) / deviation)
    }
}

/// Scans independent sizes along the two axes of the picture, both transpositions and mirrors.
#[multiversion(targets("x86_64+avx2"))]
fn scan_squeezed(field: &Field, standard: &Standard, range: sync::Range, best: &mut Best) {
    let unit = 1.0 / (TILE as f64 * range.short as f64);
    let (w, h) = (field.across as f64 * unit, field.down as f64 * unit);
    let count = ((range.greatest - range.least) / PITCH).ceil() as usize;
    let size = |i: usize| range.least + PITCH * i as f64;
    let mut gathered = Gathered::new();
    for transposed in [false, true] {
        for mirror in [1.0, -1.0] {
            // Column of each pilot at each horizontal size.
            for i in 0..count {
                let (gx, first) = (
                    w * size(i),
                    ((size(i) / 1.9 - range.least) / PITCH).max(0.0),
                );
                let last = ((size(i) * 1.9 - range.least) / PITCH).min(count as f64 - 1.0);
                let (first, last) = (first as usize, last.max(0.0) as usize);
                let span = (last + 1).saturating_sub(first).min(LONGEST);
                gathered.clear(span);
                for &(kx, ky) in &PILOTS {
                    let (p, q) = if transposed { (ky, kx) } else { (kx, ky) };
                    let x = gx * f64::from(p) * mirror;
                    let y = h * f64::from(q);
                    let (x, y) = if x < 0.0 { (-x, -y) } else { (x, y) };
                    if x > NYQUIST * field.across as f64 {
                        continue;
                    }
                    let limit = NYQUIST * field.down as f64 / y.abs();
                    let reach = (limit - size(first)) / PITCH;
                    let fan = Fan::<1> {
                        x: [(x + 0.5).floor() as f32],
                        y: [(y * size(first)) as f32 + 0.5 + field.down as f32],
                        dx: [0.0],
                        dy: [(y * PITCH) as f32],
                        reach: [reach.clamp(0.0, LONGEST as f64).ceil() as f32],
                    };
                    gathered.add(field, &fan, 0, span);
                }
                for j in 0..span {
                    if let Some(score) = standard.score(gathered.sums[j], gathered.inside[j]) {
                        best.offer(score, || {
                            let (x, y) = (gx * mirror, h * size(first + j));
                            if transposed {
                                [0.0, x, y, 0.0]
                            } else {
                                [x, 0.0, 0.0, y]
                            }
                        });
                    }
                }
            }
        }
    }
}
