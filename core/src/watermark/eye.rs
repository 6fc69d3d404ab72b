//! What the eye makes of a change: the terms of SSIMULACRA2 that a luma mark can move
//! (`spec/watermark.md`, sections 6 and 7).
//!
//! These are structural similarity of the cube-root luminance at 1/4, 1/8 and 1/16 of the picture's
//! size. The cost is quadratic in the gain.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "sizes are those of allocated planes; samples are placed between clamped ones"
)]

mod relief;

use std::f32::consts::PI;

use multiversion::multiversion;

use super::budget::by_unit;
use super::carrier::{Carrier, TILE};
use super::low_band::PRICED;
use super::plane::{Plane, convolve_rows, gaussian};
use super::polar::LENGTH;
use super::power::raise;

/// One of the sizes that the picture is looked at.
struct Weights {
    /// Picture pixels a sample.
    scale: f32,
    /// Of the mean loss, and of the 4-norm.
    mean: f64,
    norm: f64,
    /// Of slow waves. At 1/16 only their peaks count.
    slow: f32,
    /// Of a change, for sharing out the tile over the picture.
    local: f32,
}

/// That of half size, where no more than the peaks of a change count: only where canonical pixels are those of
/// the picture, and only for [`Eye::relief`].
const FINE: Weights = Weights {
    scale: 2.0,
    mean: 0.0,
    norm: 6.7,
    slow: 0.0,
    local: 0.0,
};
const SCALES: [Weights; 3] = [
    Weights {
        scale: 4.0,
        mean: 225.2,
        norm: 19.2,
        slow: 225.0,
        local: 1.0,
    },
    Weights {
        scale: 8.0,
        mean: 176.4,
        norm: 24.4,
        slow: 176.0,
        local: 0.35,
    },
    Weights {
        scale: 16.0,
        mean: 0.0,
        norm: 34.8,
        slow: 60.0,
        local: 0.05,
    },
];
/// Sigma of the window of structural similarity, in samples of a scale.
const WINDOW: f32 = 1.5;
/// Variance of the response below which texture hides nothing.
const FLOOR: f32 = 0.0009;
/// Side of the render grid for the filtered tiles.
const GRID: usize = 256;
/// Rows in a strip, and the samples of a scale above which two strips of three are skipped.
const STRIP: usize = 64;
const SAMPLED_ABOVE: usize = 300_000;
/// Exponent on the cost of slow waves for their price, by unit: less than 1, so that the change does not gather
/// in few places.
const EVENNESS: [f64; 2] = [0.8, 0.6];

/// Cube-root response to luma in levels of sRGB, as in XYB.
fn response(level: f32) -> f32 {
    (linear(level) + 0.003_793_1).cbrt()
}

fn linear(level: f32) -> f32 {
    let v = level.clamp(0.0, 255.0) / 255.0;
    if v <= 0.040_45 {
        v / 12.92
    } else {
        ((v + 0.055) / 1.055).powf(2.4)
    }
}

/// `response` and its derivative at the 256 levels.
fn tables() -> (Vec<f32>, Vec<f32>) {
    let values: Vec<f32> = (0..=255).map(|v| response(v as f32)).collect();
    let slopes = (0..=255)
        .map(|v| {
            let (low, high) = ((v as f32 - 0.5).max(0.0), (v as f32 + 0.5).min(255.0));
            (response(high) - response(low)) / (high - low)
        })
        .collect();
    (values, slopes)
}

/// Least local cost of a squared level: black and white hide no more than that.
const LEAST_COST: f32 = 1e-9;
/// Exponent on the local cost of the tile: its change goes where it costs less, but no further than the
/// detector is served by a change in few places.
const EASE: f32 = -0.15;

/// A picture as the eye sees it at each of [`SCALES`].
pub(crate) struct Eye {
    /// Width and height of the picture.
    size: (usize, usize),
    /// Side of a canonical pixel in picture pixels.
    unit: f32,
    /// At [`FINE`], where that is looked at.
    fine: Option<View>,
    views: Vec<View>,
}

/// The picture at one scale: at canonical size where that has fewer samples.
struct View {
    weights: &'static Weights,
    /// Picture pixels a sample of the planes.
    step: f32,
    /// Change of the response a level.
    slopes: Plane,
    /// Variance of the response within the window.
    variance: Plane,
}

impl View {
    /// Half of the window's kernel over the samples of the planes.
    fn window(&self) -> Vec<f32> {
        gaussian(WINDOW * self.weights.scale / self.step)
    }
}

impl Eye {
    /// Looks at luma of canonical size; `unit` is the side of its pixels in pixels of the picture.
    pub(crate) fn new(luma: &Plane, unit: f32, width: usize, height: usize) -> Self {
        let (values, slopes) = tables();
        let level = |l: f32| l.clamp(0.0, 255.0) as usize;
        let mut shrunk: Option<Plane> = None;
        let mut view = |weights: &'static Weights| {
            let step = weights.scale.max(unit);
            let side = |n: usize| ((n as f32 / step) as usize).max(2);
            if step > unit {
                let seen = shrunk.as_ref().unwrap_or(luma);
                shrunk = Some(seen.resample(side(width), side(height)));
            }
            let seen = shrunk.as_ref().unwrap_or(luma);
            let mut view = View {
                weights,
                step,
                slopes: seen.clone().map(|l| slopes[level(l)]),
                variance: seen.clone().map(|l| values[level(l)]),
            };
            let window = view.window();
            let mean = view.variance.convolve(&window);
            let square = view.variance.map(|a| a * a).convolve(&window);
            view.variance = square.zip(&mean, |s, m| (s - m * m).max(0.0));
            view
        };
        Self {
            size: (width, height),
            unit,
            fine: (unit <= 1.0).then(|| view(&FINE)),
            views: SCALES.iter().map(view).collect(),
        }
    }

    /// How much of a change the eye lets pass around each pixel of a plane of this size, up to a factor.
    pub(crate) fn ease(&self, width: usize, height: usize) -> Plane {
        let mut cost: Option<Plane> = None;
        for view in &self.views {
            let local = view.weights.local;
            let here = view
                .slopes
                .zip(&view.variance, |s, v| local * s * s / (2.0 * v + FLOOR));
            cost = Some(match cost {
                None => here,
                Some(cost) => {
                    let here = here.resample(cost.width, cost.height);
                    cost.zip(&here, |a, b| a + b.max(0.0))
                }
            });
        }
        let mut ease = cost.unwrap_or_else(|| Plane::from_fn(1, 1, |_, _| 1.0));
        for cost in &mut ease.samples {
            *cost = cost.max(LEAST_COST);
        }
        raise(&mut ease.samples, EASE);
        ease.resample(width, height)
    }

    /// The visual cost of the tile of a codeword under a strength (RMS change in levels at canonical
    /// size): 0 is invisible, about 0.5 a SSIMULACRA2 of 84.
    ///
    /// Cost: about 8 % of the picture's samples, eleven taps, two planes; less above 5 MP.
    pub(crate) fn cost(&self, strength: &Plane, carrier: &Carrier, word: &[u8; LENGTH]) -> f64 {
        self.views
            .iter()
            .map(|view| {
                let (mean, fourth) = self.losses(view, strength, carrier, word);
                view.weights.mean * mean + view.weights.norm * fourth.powf(0.25)
            })
            .sum()
    }

    /// Mean of the loss and of its fourth power at one scale.
    fn losses(
        &self,
        view: &View,
        strength: &Plane,
        carrier: &Carrier,
        word: &[u8; LENGTH],
    ) -> (f64, f64) {
        let (width, height) = (view.slopes.width, view.slopes.height);
        let sinc = |k: i32| {
            let t = PI * k as f32 * view.weights.scale / (self.unit * TILE as f32);
            if t.abs() < 1e-6 { 1.0 } else { t.sin() / t }
        };
        let sincs: Vec<f32> = (0..=TILE as i32).map(sinc).collect();
        let shrunk = |k: i32| sincs[k.unsigned_abs() as usize];
        let tile = carrier.render(word, GRID, |kx, ky| shrunk(kx) * shrunk(ky));
        let span = view.step / self.unit;
        let columns = places(span, width, strength.width);
        let rows = places(span, height, strength.height);
        let window = view.window();
        let skip = if width * height > SAMPLED_ABOVE { 3 } else { 1 };
        let (mut sum, mut fourth, mut count) = (0.0_f64, 0.0_f64, 0_usize);
        for (strip, rows) in rows.chunks(STRIP).enumerate().step_by(skip) {
            let size = (width, rows.len());
            let mut change = Plane::new(size.0, size.1);
            for (y, row) in rows.iter().enumerate() {
                let tile = &tile[row.cell * GRID..][..GRID];
                let [above, below] = [row.index, row.next].map(|i| strength.row(i));
                let slopes = view.slopes.row(strip * STRIP + y);
                let samples = change.row_mut(y).iter_mut().zip(&columns).zip(slopes);
                for ((sample, column), slope) in samples {
                    let between = |row: &[f32]| {
                        row[column.index] + column.fraction * (row[column.next] - row[column.index])
                    };
                    let (above, below) = (between(above), between(below));
                    let strength = above + row.fraction * (below - above);
                    *sample = strength * tile[column.cell] * slope;
                }
            }
            let mean = change.convolve(&window);
            convolve_rows(
                size,
                (&window, &window),
                |y, row| {
                    for (square, d) in row.iter_mut().zip(change.row(y)) {
                        *square = d * d;
                    }
                },
                |y, square| {
                    let variance = view.variance.row(strip * STRIP + y);
                    let (some, some_fourth) = row_losses(mean.row(y), square, variance);
                    sum += some;
                    fourth += some_fourth;
                },
            );
            count += width * rows.len();
        }
        (sum / count as f64, fourth / count as f64)
    }

    /// What slow waves cost, linear in their squared change.
    pub(crate) fn slow_cost(&self) -> SlowCost {
        let views = self.views.iter().map(|view| {
            let steady = view.slopes.clone().map(|slope| slope * slope);
            let varying = steady.zip(&view.variance, |s, v| s / (2.0 * v + FLOOR));
            SlowView {
                weights: view.weights,
                varying: varying.resample(PRICED, PRICED),
                steady: steady.resample(PRICED, PRICED),
            }
        });
        SlowCost {
            size: self.size,
            views: views.collect(),
        }
    }
}

/// A sample's place along one axis: canonical samples at and after it, how far past the first it lies,
/// and the nearest cell of the tile.
struct Place {
    index: usize,
    next: usize,
    fraction: f32,
    cell: usize,
}

/// Places of samples, each `span` canonical ones wide.
fn places(span: f32, samples: usize, canonical: usize) -> Vec<Place> {
    (0..samples)
        .map(|i| {
            let place = (i as f32 + 0.5) * span - 0.5;
            let held = place.clamp(0.0, (canonical - 1) as f32);
            let index = held as usize;
            let cells = (GRID / TILE) as f32;
            Place {
                index,
                next: (index + 1).min(canonical - 1),
                fraction: held - index as f32,
                cell: ((place * cells).round() as i32).rem_euclid(GRID as i32) as usize,
            }
        })
        .collect()
}

/// Sums of the loss and of its fourth power over a row: windowed mean and mean square of the change, and
/// variance of the response.
#[multiversion(targets("x86_64+avx2"))]
fn row_losses(means: &[f32], squares: &[f32], variances: &[f32]) -> (f64, f64) {
    // Sums side by side, so that the compiler need not keep the order of one.
    const LANES: usize = 32;
    let (mut sums, mut fourths) = ([0.0_f32; LANES], [0.0_f32; LANES]);
    let rows = means.chunks(LANES).zip(squares.chunks(LANES));
    for ((means, squares), variances) in rows.zip(variances.chunks(LANES)) {
        let lanes = sums.iter_mut().zip(&mut fourths);
        let values = means.iter().zip(squares).zip(variances);
        for ((sum, fourth), ((mean, square), variance)) in lanes.zip(values) {
            let steady = mean * mean;
            let varying = square - steady;
            let varying = if varying > 0.0 { varying } else { 0.0 };
            let loss = steady + varying / (2.0 * variance + FLOOR);
            *sum += loss;
            *fourth += loss * loss * (loss * loss);
        }
    }
    let total = |lanes: [f32; LANES]| lanes.iter().map(|lane| f64::from(*lane)).sum();
    (total(sums), total(fourths))
}

/// What slow waves cost the eye, for sharing out the low band, as maps of 128x128.
pub(crate) struct SlowCost {
    size: (usize, usize),
    views: Vec<SlowView>,
}

/// One scale of [`SlowCost`].
struct SlowView {
    weights: &'static Weights,
    /// Cost of a squared level that varies within the window, and of one that does not.
    varying: Plane,
    steady: Plane,
}

/// The prices of slow waves that cost so much, in a picture of this unit.
pub(crate) fn prices(costs: &[f32], unit: f64) -> Vec<f32> {
    let mut prices = costs.to_vec();
    raise(&mut prices, by_unit(EVENNESS, unit) as f32);
    prices
}

impl SlowCost {
    /// The cost of a squared level of waves with `u` and `v` half periods a block of 1/16 of the
    /// picture.
    pub(crate) fn of(&self, u: usize, v: usize) -> Plane {
        let mut out = Plane::new(PRICED, PRICED);
        for view in &self.views {
            let Weights { scale, slow, .. } = view.weights;
            // Cycles a sample of the scale; the window leaves `steady` of the power in its mean.
            let cycles = |n: usize, size: usize| 8.0 * n as f32 * scale / size as f32;
            let square = cycles(u, self.size.0).powi(2) + cycles(v, self.size.1).powi(2);
            let steady = (-4.0 * (PI * WINDOW).powi(2) * square).exp();
            let costs = view.varying.samples.iter().zip(&view.steady.samples);
            for (o, (a, b)) in out.samples.iter_mut().zip(costs) {
                *o += slow * ((1.0 - steady) * a + steady * b);
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watermark::key::Key;

    #[test]
    fn cost_is_quadratic_in_the_gain_and_lower_in_texture() {
        let carrier = Carrier::new(&Key::public());
        let word = [0; LENGTH];
        let flat = Plane::from_fn(256, 256, |_, _| 120.0);
        let busy = Plane::from_fn(256, 256, |x, y| {
            120.0 + 50.0 * ((x as f32 * 0.7).sin() * (y as f32 * 0.9).cos())
        });
        let cost_of = |luma: &Plane, level: f32| {
            let strength = Plane::from_fn(256, 256, |_, _| level);
            Eye::new(luma, 1.0, 256, 256).cost(&strength, &carrier, &word)
        };
        let (one, two) = (cost_of(&flat, 1.0), cost_of(&flat, 2.0));
        assert!((two / one - 4.0).abs() < 0.01, "{one} {two}");
        assert!(cost_of(&busy, 1.0) < one);
    }

    #[test]
    fn slow_waves_cost_less_in_texture() {
        let luma = Plane::from_fn(512, 384, |x, y| {
            let busy = if x < 256 { 0.0 } else { 60.0 };
            120.0 + busy * ((x as f32 * 0.31).sin() * (y as f32 * 0.27).cos())
        });
        let cost = Eye::new(&luma, 1.0, 512, 384).slow_cost().of(1, 1);
        assert!(cost.at(30, 64) > 3.0 * cost.at(95, 64));
    }
}
