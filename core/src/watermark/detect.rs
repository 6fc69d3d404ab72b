//! Blind detection: the cheap path for merely re-encoded or resized pictures, then the search
//! (`spec/watermark.md`, section 10).
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "sizes are those of the picture and its shrunk planes; list indices are bounded by \
              the lists' own lengths"
)]

use std::rc::Rc;

use image::DynamicImage;

use super::answer::{DetectError, DetectSettings, Detection, Effort};
use super::bend::fold_bent;
use super::carrier::Carrier;
use super::demodulate::{Alignment, align};
use super::field::Field;
use super::fold::Spectrum;
use super::geometry::{Affine, Turn};
use super::key::Key;
use super::normalise::{CLEAN, COARSE, Detail};
use super::payload::Payload;
use super::picture::{layout, shrunk_luma};
use super::plane::Plane;
use super::registration::{middle, nearest_turn};
use super::session::{Place, Reader, Session};
use super::sync::{Range, search};
use super::track::Blocks;

/// The shorter side of the canonical raster of a picture of at least this size, in pixels.
pub(crate) const CANONICAL: f64 = 768.0;
/// Places of the tile in the picture as it stands that are read, the likeliest by the pilots.
const PLACES: usize = 6;
/// Those of them that are read together with the low band.
const JOINT_PLACES: usize = 2;
/// Places that are followed across bends, at most.
const TRACKED: usize = 4;
/// Least coherent sum of the pilots at such a place, but for the picture as it stands. Those that led
/// to a mark had 15 and more, but for one of 905 attacked copies.
const FOLLOWED: f32 = 14.0;
/// Least side that is looked at, in pixels.
const LEAST_SIDE: usize = 64;

/// Looks for marks made with any of `keys`.
///
/// The answer depends on the pixels, the keys and the settings only. Memory: the picture shrunk
/// to 768 pixels along its shorter side, in `f32`, a few times over.
///
/// # Errors
/// [`DetectError::FloatSamples`], [`DetectError::TooSmall`], [`DetectError::NoKey`] and
/// [`DetectError::Cancelled`].
pub fn detect(
    image: &DynamicImage,
    keys: &[Key],
    settings: &DetectSettings<'_>,
) -> Result<Detection, DetectError> {
    let layout = layout(image).ok_or(DetectError::FloatSamples)?;
    let (width, height) = settings
        .shrunk_from
        .unwrap_or((layout.width, layout.height));
    if layout.width.min(layout.height).min(width).min(height) < LEAST_SIDE {
        return Err(DetectError::TooSmall { width, height });
    }
    if keys.is_empty() {
        return Err(DetectError::NoKey);
    }
    let factor = (CANONICAL / width.min(height) as f64).min(1.0);
    let side = |n: usize, there: usize| ((n as f64 * factor).round() as usize).clamp(1, there);
    let (across, down) = (side(width, layout.width), side(height, layout.height));
    let readers: Vec<Reader> = keys.iter().map(Reader::new).collect();
    let short = width.min(height) as f64;
    let likely: &[f64] = if short >= CANONICAL {
        &[CANONICAL]
    } else {
        &[short, CANONICAL]
    };
    let luma = shrunk_luma(image, layout, across, down);
    detect_plane(&luma, (width, height), likely, &readers, settings)
}

/// [`detect`] on a luma plane of at most canonical size that stands for a picture of `size`.
///
/// `likely` are the canonical lengths of the shorter side that are tried without search.
pub(crate) fn detect_plane(
    luma: &Plane,
    size: (usize, usize),
    likely: &[f64],
    readers: &[Reader],
    settings: &DetectSettings<'_>,
) -> Result<Detection, DetectError> {
    let mut session = Session::new(luma, size, likely, readers, *settings);
    let whole = middle(luma);
    let detail = Detail::new(&whole);
    let picture = detail.normalised(CLEAN);
    if !session.identity(&detail, &picture)? && settings.effort == Effort::Search {
        session.searched(&whole, &detail, picture)?;
    }
    session.beside();
    Ok(session.finish())
}

/// Reads a plane that lies as its mark was written, the shorter side `canonical` pixels long: each layer
/// alone, then both. No more than a part of what [`detect_plane`] tries.
pub(crate) fn read_as_written(luma: &Plane, canonical: f64, reader: &Reader) -> Option<Payload> {
    let (size, likely) = ((luma.width, luma.height), [canonical]);
    let readers = std::slice::from_ref(reader);
    let mut session = Session::new(luma, size, &likely, readers, DetectSettings::default());
    let picture = Detail::new(&middle(luma)).normalised(CLEAN);
    let map = session.site.whole(canonical);
    let spectrum = Rc::new(session.spectrum(&picture, &map));
    let place = session.place_as_written(0, &spectrum, map);
    if !session.tile(&place) {
        session.prepare_low_band_as_written();
        let low = session.low_as_written();
        let _found = session.low_alone(0, low) || session.joint(&place, low);
    }
    session.found.first()?.payload
}

impl Session<'_> {
    /// The picture as it stands, at the likely canonical sizes, in all eight turns; then the
    /// low-band layer alone, then both together, then all again for a coarsely coded picture.
    ///
    /// True where that found a payload.
    fn identity(&mut self, detail: &Detail, picture: &Plane) -> Result<bool, DetectError> {
        self.check()?;
        let Some(places) = self.upright(picture) else {
            return Ok(true);
        };
        self.check()?;
        let likely = places
            .iter()
            .max_by(|a, b| a.alignment.score.total_cmp(&b.alignment.score))
            .and_then(|place| {
                Turn::ALL
                    .iter()
                    .position(|turn| *turn == place.alignment.turn)
            });
        self.prepare_low_band(likely.unwrap_or(0));
        for reader in 0..self.readers.len() {
            for candidate in self.low_candidates() {
                if self.low_alone(reader, candidate) {
                    self.read_at = places.into_iter().next();
                    return Ok(true);
                }
            }
        }
        self.check()?;
        if self.upright_jointly(&places, true) {
            return Ok(true);
        }
        let picture = detail.normalised(COARSE);
        let Some(places) = self.upright(&picture) else {
            return Ok(true);
        };
        self.check()?;
        let found = self.upright_jointly(&places, false);
        self.bent.truncate(1);
        Ok(found)
    }

    /// Reads the tile at the likely sizes, first where it was written and then where the pilots say;
    /// `None` where that found a payload, else those places.
    fn upright(&mut self, picture: &Plane) -> Option<Vec<Place>> {
        let mut places = Vec::new();
        for size in self.likely {
            let map = self.site.whole(*size);
            let spectrum = Rc::new(self.spectrum(picture, &map));
            for reader in 0..self.readers.len() {
                let start = self.place_as_written(reader, &spectrum, map);
                if self.tile(&start) {
                    return None;
                }
                places.push(start);
                let carrier = &self.readers[reader].carrier;
                let mut alignments: Vec<Alignment> = Turn::ALL
                    .into_iter()
                    .flat_map(|turn| align(&spectrum, carrier, turn, 2))
                    .collect();
                alignments.sort_by(|a, b| b.score.total_cmp(&a.score));
                for alignment in alignments.into_iter().take(PLACES) {
                    let place = self.place(reader, &spectrum, map, alignment);
                    if self.tile(&place) {
                        return None;
                    }
                    places.push(place);
                }
            }
        }
        Some(places)
    }

    /// Reads both layers at places of the upright picture: where it was marked, restored and under each blur if
    /// `changed`, and at the likeliest others.
    fn upright_jointly(&mut self, places: &[Place], changed: bool) -> bool {
        let mut others = 0;
        for place in places {
            let same = |turn: &Turn| *turn == place.alignment.turn;
            let turn = Turn::ALL.iter().position(same).unwrap_or(0);
            others = if place.as_written { 0 } else { others + 1 };
            let tried = match others {
                0 if changed => usize::MAX,
                0..=JOINT_PLACES => 1,
                _ => 0,
            };
            for candidate in self.low_at(place, turn).into_iter().take(tried) {
                if self.joint(place, candidate) {
                    return true;
                }
            }
            self.bent.push(place.clone());
        }
        false
    }

    /// The search on the work plane, then on the plane shrunk by 2.1 for strong crops of large
    /// pictures.
    fn searched(
        &mut self,
        whole: &Plane,
        detail: &Detail,
        picture: Plane,
    ) -> Result<(), DetectError> {
        self.search_level(detail, &picture, 1.0)?;
        if !self.found.is_empty() || self.tracked(&picture)? || whole.short() < 380 {
            return Ok(());
        }
        self.bent.clear();
        let side = |n: usize| (n as f64 / 2.1).round() as usize;
        let plane = whole.resample(side(whole.width), side(whole.height));
        let shrink = plane.width as f64 / whole.width as f64;
        let detail = Detail::new(&plane);
        self.search_level(&detail, &detail.normalised(CLEAN), shrink)
    }

    /// Searches one size of the picture and tries what it finds.
    fn search_level(
        &mut self,
        detail: &Detail,
        picture: &Plane,
        shrink: f64,
    ) -> Result<(), DetectError> {
        let full = shrink >= 1.0;
        let seen = detail.flat_areas(picture);
        let field = Field::new(seen.as_ref().unwrap_or(picture));
        self.check()?;
        let short = picture.short();
        let range = Range {
            short,
            least: (short as f64 / 2.2).max(100.0),
            greatest: if full { 1536.0 } else { 1.02 * short as f64 },
            squeezed: full,
        };
        let keep = if full { 12 } else { 8 };
        let carriers: Vec<&Carrier> = self.readers.iter().map(|r| &r.carrier).collect();
        let hypotheses = search(&field, &carriers, range, keep);
        self.check()?;
        for found in hypotheses {
            let spectrum = Rc::new(self.spectrum(picture, &found));
            // From the samples of the cut work plane to those of the level: centres are kept.
            let map = found.after(&Affine::scale(shrink));
            if self.hypothesis(&spectrum, &map) {
                return Ok(());
            }
            self.check()?;
        }
        Ok(())
    }

    /// Tries the places of one folded spectrum with every key, alone and with the low band.
    fn hypothesis(&mut self, spectrum: &Rc<Spectrum>, map: &Affine) -> bool {
        for reader in 0..self.readers.len() {
            let mut alignments = Vec::new();
            for turn in &Turn::ALL[..2] {
                alignments.extend(align(spectrum, &self.readers[reader].carrier, *turn, 2));
            }
            alignments.sort_by(|a, b| b.score.total_cmp(&a.score));
            alignments.truncate(4);
            let mut places = Vec::with_capacity(alignments.len());
            for alignment in alignments {
                let place = self.place(reader, spectrum, *map, alignment);
                if self.tile(&place) {
                    return true;
                }
                places.push(place);
            }
            for place in places.iter().take(2) {
                let turn = nearest_turn(&place.alignment.turn.inverse_affine().after(map));
                for candidate in self.low_at(place, turn).into_iter().take(1) {
                    if self.joint(place, candidate) {
                        return true;
                    }
                }
            }
            self.bent.extend(places.into_iter().take(1));
        }
        false
    }

    /// Follows the likeliest unread places across bends and perspective.
    fn tracked(&mut self, picture: &Plane) -> Result<bool, DetectError> {
        let mut places = std::mem::take(&mut self.bent);
        // The picture as it stands comes first, whatever its score.
        let as_it_stands = places.len().min(1);
        let mut rest = places.split_off(as_it_stands);
        rest.retain(|place| place.alignment.score >= FOLLOWED);
        rest.sort_by(|a, b| b.alignment.score.total_cmp(&a.alignment.score));
        places.extend(rest);
        for straight in places.into_iter().take(TRACKED) {
            let (reader, map) = (straight.reader, straight.map);
            let carrier = &self.readers[reader].carrier;
            let blocks = Blocks::new(
                picture,
                &map,
                carrier,
                &straight.spectrum,
                &straight.alignment,
            );
            let mut cells = fold_bent(picture, &map, &blocks.follow());
            let spectrum = Rc::new(self.folder.transform(&mut cells));
            self.tried.geometries += 1;
            let found = align(&spectrum, carrier, straight.alignment.turn, 1);
            for alignment in found.into_iter().take(1) {
                let place = self.place(reader, &spectrum, map, alignment);
                if self.tile(&place) {
                    return Ok(true);
                }
                let turn = nearest_turn(&alignment.turn.inverse_affine().after(&map));
                for candidate in self.low_at(&place, turn).into_iter().take(1) {
                    if self.joint(&place, candidate) {
                        return Ok(true);
                    }
                }
            }
            self.check()?;
        }
        Ok(false)
    }
}
