//! Embedding (`spec/watermark.md`, sections 6 and 7): mask, budget, both layers, one pass over the
//! pixels, and a reading of the result.
#![expect(
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "levels are clamped to those of a table; casts are of sizes of pictures"
)]

use image::DynamicImage;
use multiversion::multiversion;
use thiserror::Error;

use super::budget::{budget, kept, limit_squares, presence, vigour};
use super::carrier::TILE;
use super::coarse::push;
use super::detect::CANONICAL;
use super::eye::{Eye, prices};
use super::key::{Key, KeyId};
use super::lay::{Change, GRID, Raster};
use super::low_band::{SIDE, vigours, whole_cost};
use super::mask::{mask, policy_gain};
use super::normalise::Detail;
use super::payload::Payload;
use super::picture::{Layout, layout, luma_row, shrunk_luma};
use super::plane::{Plane, add_weighted};
use super::polar::{LENGTH, Polar};
use super::quality::{decibels, similarity};
use super::resample::resample_rows;
use super::self_test::{Endurance, endurance};
use super::session::Reader;
use super::wave::nearest;

/// Least shorter side of a picture, in pixels.
const LEAST_SIDE: usize = 160;
/// Greatest number of pixels.
const MOST_PIXELS: usize = 100_000_000;
/// Factors on the visual budget, and on the way of the low band besides: the first only where the second
/// leads to less than [`GENTLE`], the last two where the reading after half size fails.
const FACTORS: [(f64, f64); 4] = [(0.88, 0.8), (1.0, 1.0), (1.3, 1.0), (1.6, 1.0)];
/// SSIM at canonical size below which less is written: large pictures are hit harder at full size.
const GENTLE: f64 = 0.9825;
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
    /// Visual cost of the tile layer; the budget is 0.27 to 0.405, more where texture drowns the mark.
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

/// Writes `payload` into a copy of `image`: see [`embed_in_place`].
///
/// # Errors
/// [`CannotCarry`], with the reason.
pub fn embed(
    image: &DynamicImage,
    payload: Payload,
    key: &Key,
    settings: &EmbedSettings,
) -> Result<Embedded, CannotCarry> {
    let mut image = image.clone();
    let report = embed_in_place(&mut image, payload, key, settings)?;
    Ok(Embedded { image, report })
}

/// Writes `payload` into `image`, which is left as it was where that fails.
///
/// Colour channels change by the same amount, alpha never; the tile is laid from the top left
/// corner of the pixels as given, so an EXIF orientation is the caller's to keep. Cost: two passes
/// over the pixels and a fixed part at canonical size.
///
/// # Errors
/// [`CannotCarry`], with the reason.
pub fn embed_in_place(
    image: &mut DynamicImage,
    payload: Payload,
    key: &Key,
    settings: &EmbedSettings,
) -> Result<EmbedReport, CannotCarry> {
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
    let tile = Raster::new(reader.carrier.render(&word, GRID, |_, _| 1.0));
    let luma = shrunk_luma(image, layout, side(width), side(height));
    let scene = Scene::new(&luma, &tile, &reader, &word, layout);
    let (plan, endurance, ssim) = scene
        .strongest(settings.strength.clamp(0.25, 4.0), payload)
        .ok_or(CannotCarry::TooWeak)?;
    let change = Change {
        strength: &plan.strength,
        low: &plan.low,
        tile: &tile,
        unit,
    };
    let mean_square = change.lay(layout, image);
    Ok(EmbedReport {
        key_id: key.id(),
        payload,
        psnr: decibels(mean_square),
        ssim,
        cost: plan.cost,
        endurance,
    })
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
    tile: &'a Raster,
    reader: &'a Reader,
    word: &'a [u8; LENGTH],
    unit: f64,
    detail: Detail,
    eye: Eye,
    /// The strength at which the tile has the least PSNR allowed, in levels, before the budget.
    most: Plane,
    /// Visual cost and presence of the tile at that strength.
    price: f64,
    presence: f64,
    /// The root of its summed squares, in pixels of the picture's unit.
    loudness: f64,
    /// Prices of the terms of the low band, and what moving each of its projections by a level costs.
    low_prices: Vec<f32>,
    low_moves: Vec<f32>,
}

impl<'a> Scene<'a> {
    fn new(
        luma: &'a Plane,
        tile: &'a Raster,
        reader: &'a Reader,
        word: &'a [u8; LENGTH],
        layout: Layout,
    ) -> Self {
        let unit = unit(layout.width, layout.height);
        let detail = Detail::new(luma);
        let eye = Eye::new(luma, unit as f32, layout.width, layout.height);
        let mask = mask(&detail, &eye.ease(luma.width, luma.height));
        let gain = policy_gain(&mask);
        let most = mask.map(|m| m * gain);
        let slow_cost = eye.slow_cost();
        let low_costs = reader.low.costs(|u, v| slow_cost.of(u, v));
        let low_prices = prices(&low_costs, unit);
        Self {
            luma,
            tile,
            reader,
            word,
            unit,
            price: eye.cost(&most, &reader.carrier, word),
            presence: presence(&detail, &most),
            loudness: unit * (most.mean_square() * most.samples.len() as f64).sqrt(),
            detail,
            eye,
            most,
            low_moves: reader.low.costs_of_moves(&low_prices, &low_costs),
            low_prices,
        }
    }

    /// The plan that endures most of those that the picture hides, what that is, and its SSIM.
    fn strongest(&self, strength: f64, payload: Payload) -> Option<(Plan, Endurance, f64)> {
        let judged = |(budget, low): (f64, f64)| {
            let plan = self.plan(strength * budget, low);
            let ssim = similarity(self.luma, &plan.marked);
            (plan, ssim)
        };
        let mut chosen: Option<(Plan, Endurance, f64)> = None;
        let usual = judged(FACTORS[1]);
        let gentle = usual.1 < GENTLE;
        let mut usual = (!gentle).then_some(usual);
        for factor in FACTORS.into_iter().skip(usize::from(!gentle)) {
            let (plan, ssim) = usual.take().unwrap_or_else(|| judged(factor));
            if chosen.is_some() && ssim < LEAST_SSIM {
                break;
            }
            let Some(endures) = endurance(&plan.marked, payload, self.reader) else {
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
        chosen
    }

    /// Works out both layers at canonical size under a factor on the visual budget, and one on the way of
    /// the low band besides.
    fn plan(&self, raise: f64, low: f64) -> Plan {
        // The cost is quadratic in the gain, the presence linear.
        let gain = raise.sqrt().min(1.0);
        let price = self.price * gain.powi(2);
        let allowed = raise * budget(price, self.presence * gain, self.unit);
        let fit = (allowed / price.max(1e-9)).sqrt().min(1.0);
        let fit = fit * kept(self.presence * gain * fit, self.loudness * gain * fit).sqrt();
        let vigour = vigour(
            price * fit.powi(2) / raise,
            whole_cost(&self.low_moves),
            self.unit,
        );
        let vigours = vigours(
            (vigour * low * raise.sqrt()) as f32,
            &self.low_moves,
            self.unit,
        );
        let scale = (gain * fit) as f32;
        let strength = limit_squares(self.most.clone().map(|m| m * scale), self.unit as f32);
        let lift = self.lift(&strength);
        let strength = strength.map(|m| m * lift);
        let wave = self.tile.over(self.luma, &strength);
        let mut low = self.low_band(&wave, &vigours);
        // Larger pictures show less of it.
        if self.unit < 2.0 {
            let marked = wave.zip(&low, |y, d| (y + d).clamp(0.0, 255.0));
            let relief = self
                .eye
                .relief(&marked.zip(self.luma, |marked, y| marked - y));
            low = low.zip(&relief, |d, f| d * f);
        }
        // Larger pictures are read after coarse JPEG without pushes, and their canonical pixels are
        // not those that it rounds.
        if self.unit == 1.0 {
            let marked = wave.zip(&low, |y, d| y + d);
            let tile = |y| self.tile.canonical_row(y);
            let pushed = push(&marked, &self.detail, &strength, tile);
            low = low.zip(&pushed, |a, b| a + b);
        }
        let marked = wave.zip(&low, |y, d| nearest(y + d).clamp(0.0, 255.0));
        let cost = price * (fit * f64::from(lift)).powi(2);
        Plan {
            strength,
            low,
            marked,
            cost,
        }
    }

    /// The factor, 2 at most, that makes up for what white and black areas clip away.
    fn lift(&self, strength: &Plane) -> f32 {
        let real = (0..strength.height).map(|y| {
            let tile = self.tile.canonical_row(y);
            clipped_squares(self.luma.row(y), strength.row(y), tile)
        });
        let real = real.sum::<f64>() / strength.samples.len() as f64;
        let wanted = strength.mean_square();
        (wanted / real.max(1e-9)).sqrt().clamp(1.0, 2.0) as f32
    }

    /// The low-band change for a picture that already carries the tile: two passes, the second
    /// against what clipping and interpolation left of the first.
    fn low_band(&self, wave: &Plane, vigours: &[f32]) -> Plane {
        let low = &self.reader.low;
        let size = (wave.width, wave.height);
        let small = |change: Option<&Plane>| {
            resample_rows(size, (SIDE, SIDE), |y, row| {
                row.copy_from_slice(wave.row(y));
                if let Some(change) = change {
                    add_weighted(row, change.row(y), 1.0);
                }
                for sample in row {
                    *sample = sample.clamp(0.0, 255.0);
                }
            })
        };
        let projections = low.project(&small(None));
        let targets = low.targets(&projections, self.word, vigours);
        let first = low.change(&projections, &targets, &self.low_prices);
        let left = low.project(&small(Some(&first.resample(size.0, size.1))));
        let second = low.change(&left, &targets, &self.low_prices);
        first.zip(&second, |a, b| a + b).resample(size.0, size.1)
    }
}

/// Sum of the squared changes of a row that a tile of the length of a period leaves after clipping.
#[multiversion(targets("x86_64+avx2"))]
fn clipped_squares(luma: &[f32], strength: &[f32], tile: &[f32]) -> f64 {
    // Sums side by side, so that the compiler need not keep the order of one.
    let mut sums = [0.0_f32; TILE];
    for (luma, strength) in luma.chunks(TILE).zip(strength.chunks(TILE)) {
        for (((sum, y), m), t) in sums.iter_mut().zip(luma).zip(strength).zip(tile) {
            let change = (y + m * t).clamp(0.0, 255.0) - y;
            *sum += change * change;
        }
    }
    sums.iter().map(|sum| f64::from(*sum)).sum()
}
