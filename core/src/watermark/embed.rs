//! Embedding (`spec/watermark.md`, sections 6 and 7): mask, budget, both layers, one pass over the
//! pixels, and a reading of the result.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "rows and columns are those of the picture; table indices are reduced modulo the \
              tile or clamped to the plane when the tables are built"
)]

use image::DynamicImage;
use multiversion::multiversion;
use thiserror::Error;

use super::budget::{LowCost, Proposal, budget, cost, limit_squares, presence};
use super::carrier::TILE;
use super::coarse::push;
use super::detect::CANONICAL;
use super::key::{Key, KeyId};
use super::low_band::SIDE;
use super::mask::{mask, policy_gain};
use super::normalise::Detail;
use super::payload::Payload;
use super::picture::{Layout, RowAdder, layout, luma_row, shrunk_luma};
use super::plane::Plane;
use super::polar::{LENGTH, Polar};
use super::quality::{decibels, similarity};
use super::self_test::{Endurance, endurance};
use super::session::Reader;
use super::wave::nearest;

/// Samples a side of the rendered tile.
const GRID: usize = 512;
/// Least shorter side of a picture, in pixels.
const LEAST_SIDE: usize = 160;
/// Greatest number of pixels.
const MOST_PIXELS: usize = 100_000_000;
/// Factors on the visual budget that are tried when the reading after half size fails.
const RAISES: [f64; 3] = [1.0, 1.3, 1.6];
/// Largest SSIM loss that a raise may lead to.
const LEAST_SSIM: f64 = 0.982;

/// What the caller may choose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EmbedSettings {
    /// Factor on the visual budget, `0.25..=4.0`; 1 is the specified strength.
    pub strength: f64,
}

impl Default for EmbedSettings {
    fn default() -> Self {
        Self { strength: 1.0 }
    }
}

/// Why a picture cannot carry a mark.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CannotCarry {
    /// The samples are floats; convert to 8 or 16 bits first.
    #[error("the samples are floating-point numbers; convert to 8 or 16 bits first")]
    FloatSamples,
    /// Too few pixels for the payload.
    #[error("{width} x {height} pixels are too few to hold 64 bits; 160 a side are the least")]
    TooSmall {
        /// Width in pixels.
        width: usize,
        /// Height in pixels.
        height: usize,
    },
    /// More pixels than are processed.
    #[error("{pixels} pixels are more than the 100 million that are processed")]
    TooLarge {
        /// Width times height.
        pixels: usize,
    },
    /// One or two tones only: every change would show.
    #[error("the picture has {tones} tones only; a mark would show as dirt")]
    FewTones {
        /// Distinct luma values seen.
        tones: usize,
    },
    /// The written mark could not be read back even untouched.
    #[error("nothing in the picture hides a mark strong enough to be read back")]
    TooWeak,
}

/// What was written, and how well it hides and holds.
#[derive(Clone, Debug, PartialEq)]
pub struct EmbedReport {
    /// The key's identifier.
    pub key_id: KeyId,
    /// The payload.
    pub payload: Payload,
    /// Peak signal-to-noise ratio over all colour samples, in decibels.
    pub psnr: f64,
    /// Structural similarity of luma at canonical size (full size up to 768 pixels a side).
    pub ssim: f64,
    /// Visual cost of the tile layer; the budget is 0.28, more where texture drowns the mark.
    pub cost: f64,
    /// What the embedder's own reading survived.
    pub endurance: Endurance,
}

/// A marked picture and the report on it.
#[derive(Clone, Debug)]
pub struct Embedded {
    /// The marked picture: same size, layout and alpha as the source.
    pub image: DynamicImage,
    /// The report.
    pub report: EmbedReport,
}

/// A mark worked out at canonical size.
struct Plan {
    /// RMS change in levels.
    strength: Plane,
    /// Change of the low-band layer and of the pushes against coarse rounding, in levels.
    low: Plane,
    /// The canonical luma with both layers, clipped and rounded.
    marked: Plane,
    cost: f64,
}

/// Writes `payload` into a copy of `image`.
///
/// Colour channels change by the same amount, alpha never; the tile is laid from the top left
/// corner of the pixels as given, so an EXIF orientation is the caller's to keep. Cost: two passes
/// over the pixels and a fixed part at canonical size.
///
/// # Errors
/// [`CannotCarry`], with the reason.
pub fn embed(
    image: &DynamicImage,
    payload: Payload,
    key: &Key,
    settings: &EmbedSettings,
) -> Result<Embedded, CannotCarry> {
    let layout = layout(image).ok_or(CannotCarry::FloatSamples)?;
    let (width, height) = (layout.width, layout.height);
    let pixels = width.saturating_mul(height);
    if pixels > MOST_PIXELS {
        return Err(CannotCarry::TooLarge { pixels });
    }
    if width.min(height) < LEAST_SIDE {
        return Err(CannotCarry::TooSmall { width, height });
    }
    let tones = tones(image, layout);
    if tones <= 2 {
        return Err(CannotCarry::FewTones { tones });
    }
    let reader = Reader::new(key);
    let polar = Polar::new();
    let word = polar.encode(&reader.tagger.information(payload));
    let unit = unit(width, height);
    let side = |n: usize| ((n as f64 / unit).round() as usize).max(1);
    let luma = shrunk_luma(image, layout, side(width), side(height));
    let tile = reader.carrier.render(&word, GRID, |_, _| 1.0);
    let scene = Scene::new(&luma, &tile, &reader, &word, layout, unit);
    let mut chosen: Option<(Plan, Endurance, f64)> = None;
    for raise in RAISES {
        let plan = scene.plan(settings.strength.clamp(0.25, 4.0) * raise);
        let ssim = similarity(&luma, &plan.marked);
        if chosen.is_some() && ssim < LEAST_SSIM {
            break;
        }
        let Some(endures) = endurance(&plan.marked, payload, &reader) else {
            continue;
        };
        let better = chosen
            .as_ref()
            .is_none_or(|(_, before, _)| endures > *before);
        if better {
            chosen = Some((plan, endures, ssim));
        }
        if endures == Endurance::CompressionAtHalfSize {
            break;
        }
    }
    let (plan, endurance, ssim) = chosen.ok_or(CannotCarry::TooWeak)?;
    let mut out = image.clone();
    let mean_square = scene.write(&plan, &mut out);
    let report = EmbedReport {
        key_id: key.id(),
        payload,
        psnr: decibels(mean_square),
        ssim,
        cost: plan.cost,
        endurance,
    };
    Ok(Embedded { image: out, report })
}

/// Side of a canonical pixel in picture pixels.
pub(crate) fn unit(width: usize, height: usize) -> f64 {
    (width.min(height) as f64 / CANONICAL).max(1.0)
}

/// Distinct luma values (whole levels) on a sample of rows; counting stops at 3.
fn tones(image: &DynamicImage, layout: Layout) -> usize {
    let mut row = vec![0.0_f32; layout.width];
    let mut seen = [false; 256];
    for y in (0..layout.height).step_by((layout.height / 64).max(1)) {
        luma_row(image, layout, y, &mut row);
        for level in &row {
            seen[level.clamp(0.0, 255.0) as usize] = true;
        }
        if seen.iter().filter(|s| **s).count() > 2 {
            return 3;
        }
    }
    seen.iter().filter(|s| **s).count()
}

/// What a plan is made from.
struct Scene<'a> {
    luma: &'a Plane,
    tile: &'a [f32],
    reader: &'a Reader,
    word: &'a [u8; LENGTH],
    layout: Layout,
    unit: f64,
    /// The strength at which the tile has the least PSNR allowed, in levels, before the budget.
    most: Plane,
    /// Visual cost and presence of the tile at that strength.
    price: f64,
    presence: f64,
    /// Prices of the terms of the low band.
    low_prices: Vec<f32>,
}

impl<'a> Scene<'a> {
    fn new(
        luma: &'a Plane,
        tile: &'a [f32],
        reader: &'a Reader,
        word: &'a [u8; LENGTH],
        layout: Layout,
        unit: f64,
    ) -> Self {
        let (width, height) = (layout.width, layout.height);
        let mask = mask(luma, unit as f32);
        let gain = policy_gain(&mask);
        let most = mask.map(|m| m * gain);
        let price = cost(&Proposal {
            luma,
            strength: &most,
            carrier: &reader.carrier,
            word,
            unit: unit as f32,
            width,
            height,
        });
        let presence = presence(&Detail::new(luma), &most);
        let low_cost = LowCost::new(luma, unit as f32, width, height);
        Self {
            luma,
            tile,
            reader,
            word,
            layout,
            unit,
            most,
            price,
            presence,
            low_prices: reader.low.prices(|u, v| low_cost.of(u, v)),
        }
    }

    /// Works out both layers at canonical size under a factor on the visual budget.
    fn plan(&self, raise: f64) -> Plan {
        let unit = self.unit as f32;
        // The cost is quadratic in the gain, the presence linear.
        let gain = raise.sqrt().min(1.0);
        let price = self.price * gain.powi(2);
        let allowed = raise * budget(price, self.presence * gain);
        let fit = (allowed / price.max(1e-9)).sqrt().min(1.0) as f32;
        let scale = gain as f32 * fit;
        let strength = limit_squares(self.most.clone().map(|m| m * scale), unit);
        let (strength, lift) = self.lift_clipped(strength);
        let wave = self.wave(&strength);
        let low = self.low_band(&wave);
        let low = self.against_coarse_rounding(&wave, low, &strength);
        let marked = wave.zip(&low, |y, d| nearest(y + d).clamp(0.0, 255.0));
        let cost = price * f64::from(fit * lift).powi(2);
        Plan {
            strength,
            low,
            marked,
            cost,
        }
    }

    /// The tile at canonical pixels, each a whole number of grid cells apart.
    fn tile_at(&self, x: usize, y: usize) -> f32 {
        let step = GRID / TILE;
        self.tile[(y * step % GRID) * GRID + x * step % GRID]
    }

    /// Luma with the tile layer, not clipped.
    fn wave(&self, strength: &Plane) -> Plane {
        Plane::from_fn(strength.width, strength.height, |x, y| {
            self.luma.at(x, y) + strength.at(x, y) * self.tile_at(x, y)
        })
    }

    /// Raises the gain, twofold at most, by what white and black areas clip away.
    fn lift_clipped(&self, strength: Plane) -> (Plane, f32) {
        let wanted = f64::from(strength.clone().map(|m| m * m).mean());
        let wave = self.wave(&strength);
        let real = f64::from(
            wave.zip(self.luma, |w, y| (w.clamp(0.0, 255.0) - y).powi(2))
                .mean(),
        );
        let lift = (wanted / real.max(1e-9)).sqrt().clamp(1.0, 2.0) as f32;
        (strength.map(|m| m * lift), lift)
    }

    /// The low-band change for a picture that already carries the tile: two passes, the second
    /// against what clipping and interpolation left of the first.
    fn low_band(&self, wave: &Plane) -> Plane {
        let low = &self.reader.low;
        let small = |change: &Plane| {
            let marked = wave.zip(change, |y, d| (y + d).clamp(0.0, 255.0));
            marked.resample(SIDE, SIDE)
        };
        let mut change = Plane::new(wave.width, wave.height);
        let targets = low.targets(&small(&change), self.word);
        for _ in 0..2 {
            let rest = low.change(&small(&change), &targets, &self.low_prices);
            let rest = rest.resample(wave.width, wave.height);
            change = change.zip(&rest, |a, b| a + b);
        }
        change
    }

    /// The low-band change with the pushes against coarse JPEG, where canonical pixels are those of
    /// the picture: larger pictures are read after it without them.
    fn against_coarse_rounding(&self, wave: &Plane, low: Plane, strength: &Plane) -> Plane {
        if self.unit > 1.0 {
            return low;
        }
        let tile = Plane::from_fn(low.width, low.height, |x, y| self.tile_at(x, y));
        let marked = wave.zip(&low, |y, d| y + d);
        let pushed = push(&marked, &tile, strength);
        low.zip(&pushed, |a, b| a + b)
    }

    /// Adds the planned change to every row; returns the real mean squared change in levels.
    fn write(&self, plan: &Plan, out: &mut DynamicImage) -> f64 {
        let columns = self.axis(self.layout.width, plan.strength.width);
        let rows = self.axis(self.layout.height, plan.strength.height);
        let canonical = |column: &Place| (column.index, column.fraction);
        let mut strength = Widened::new(&columns, canonical);
        let mut low = Widened::new(&columns, canonical);
        let mut tile = Widened::new(&columns, |column| (column.cell, column.within));
        let mut change = vec![0.0_f32; self.layout.width];
        let mut adder = RowAdder::new(self.layout);
        for (y, row) in rows.iter().enumerate() {
            let last = plan.strength.height - 1;
            let below = (row.index + 1).min(last);
            let (cell, next) = (row.cell, (row.cell + 1) % GRID);
            let tile_row = |cell: usize| &self.tile[cell * GRID..(cell + 1) * GRID];
            let strengths = strength.between((row.index, below), |i| plan.strength.row(i));
            let lows = low.between((row.index, below), |i| plan.low.row(i));
            let tiles = tile.between((cell, next), tile_row);
            combine(&mut change, strengths, lows, tiles, row);
            adder.add(out, y, &change);
        }
        adder.mean_square()
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

/// Two rows of a plane, widened to the picture; most rows of the picture lie between the same two as
/// the row before, or share one with it.
struct Widened {
    /// Sample at or before each pixel, and how far past that it lies.
    places: Vec<(usize, f32)>,
    rows: [(Option<usize>, Vec<f32>); 2],
}

impl Widened {
    fn new(columns: &[Place], place: impl Fn(&Place) -> (usize, f32)) -> Self {
        Self {
            places: columns.iter().map(place).collect(),
            rows: [(None, Vec::new()), (None, Vec::new())],
        }
    }

    /// The rows `upper` and `lower` of a plane, which `row` looks up.
    fn between<'r>(
        &mut self,
        (upper, lower): (usize, usize),
        row: impl Fn(usize) -> &'r [f32],
    ) -> [&[f32]; 2] {
        if self.rows[1].0 == Some(upper) {
            self.rows.swap(0, 1);
        }
        for ((held, samples), wanted) in self.rows.iter_mut().zip([upper, lower]) {
            if *held != Some(wanted) {
                let row = row(wanted);
                samples.clear();
                samples.extend(self.places.iter().map(|&(i, f)| {
                    // The last sample goes on to the edge, and the tile begins again.
                    let next = row.get(i + 1).copied().unwrap_or(row[0]);
                    row[i] + f * (next - row[i])
                }));
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
