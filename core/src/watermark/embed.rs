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
use super::picture::{Layout, add_row, layout, luma_row, shrunk_luma};
use super::plane::Plane;
use super::polar::{LENGTH, Polar};
use super::quality::{decibels, similarity};
use super::self_test::{Endurance, endurance};
use super::session::Reader;

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
    let scene = Scene {
        luma: &luma,
        tile: &tile,
        reader: &reader,
        word: &word,
        layout,
        unit,
    };
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
}

impl Scene<'_> {
    /// Works out both layers at canonical size under a factor on the visual budget.
    fn plan(&self, raise: f64) -> Plan {
        let unit = self.unit as f32;
        let luma = self.luma;
        let raw = mask(luma, unit);
        let gain = policy_gain(&raw) * (raise.sqrt() as f32).min(1.0);
        let strength = raw.map(|m| m * gain);
        let price = cost(&Proposal {
            luma,
            strength: &strength,
            carrier: &self.reader.carrier,
            word: self.word,
            unit,
            width: self.layout.width,
            height: self.layout.height,
        });
        let allowed = raise * budget(price, presence(&Detail::new(luma), &strength));
        let fit = (allowed / price.max(1e-9)).sqrt().min(1.0) as f32;
        let strength = limit_squares(strength.map(|m| m * fit), unit);
        let (strength, lift) = self.lift_clipped(strength);
        let wave = self.wave(&strength);
        let low = self.low_band(&wave);
        let low = self.against_coarse_rounding(&wave, low, &strength);
        let marked = wave.zip(&low, |y, d| (y + d).round().clamp(0.0, 255.0));
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
        let cost = LowCost::new(
            self.luma,
            self.unit as f32,
            self.layout.width,
            self.layout.height,
        );
        let prices = low.prices(|u, v| cost.of(u, v));
        let small = |change: &Plane| {
            let marked = wave.zip(change, |y, d| (y + d).clamp(0.0, 255.0));
            marked.resample(SIDE, SIDE)
        };
        let mut change = Plane::new(wave.width, wave.height);
        let targets = low.targets(&small(&change), self.word);
        for _ in 0..2 {
            let rest = low.change(&small(&change), &targets, &prices);
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
        let plane_width = plan.strength.width;
        let mut strength = vec![0.0_f32; plane_width + 1];
        let mut low = vec![0.0_f32; plane_width + 1];
        let mut tile = vec![0.0_f32; GRID + 1];
        let mut change = vec![0.0_f32; self.layout.width];
        let (mut squares, mut count) = (0.0_f64, 0_usize);
        for (y, at) in rows.iter().enumerate() {
            blend(&mut strength, &plan.strength, at);
            blend(&mut low, &plan.low, at);
            let upper = &self.tile[at.cell * GRID..(at.cell + 1) * GRID];
            let next = (at.cell + 1) % GRID;
            let lower = &self.tile[next * GRID..(next + 1) * GRID];
            for ((t, a), b) in tile.iter_mut().zip(upper).zip(lower) {
                *t = a + at.within * (b - a);
            }
            tile[GRID] = tile[0];
            for (d, at) in change.iter_mut().zip(&columns) {
                let (i, f) = (at.index, at.fraction);
                let m = strength[i] + f * (strength[i + 1] - strength[i]);
                let l = low[i] + f * (low[i + 1] - low[i]);
                let t = tile[at.cell] + at.within * (tile[at.cell + 1] - tile[at.cell]);
                *d = m * t + l;
            }
            let (sum, seen) = add_row(out, self.layout, y, &change);
            squares += sum;
            count += seen;
        }
        squares / count.max(1) as f64
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

/// A row between two rows of a plane, its last sample doubled.
fn blend(out: &mut [f32], plane: &Plane, at: &Place) {
    let upper = plane.row(at.index);
    let lower = plane.row((at.index + 1).min(plane.height - 1));
    for ((o, a), b) in out.iter_mut().zip(upper).zip(lower) {
        *o = a + at.fraction * (b - a);
    }
    out[plane.width] = out[plane.width - 1];
}
