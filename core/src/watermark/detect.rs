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
use thiserror::Error;

use super::carrier::Carrier;
use super::demodulate::{Alignment, align, demodulate};
use super::field::Field;
use super::fold::{Folder, Spectrum};
use super::gate::{
    DECODES, Evidence, FOUND_BOUND, PAYLOADS, agreement, agreement_threshold, correlation_bound,
    correlation_threshold, tag_bound,
};
use super::geometry::{Affine, Turn};
use super::key::{Key, KeyId};
use super::low_band::{LowBand, Quantiser, SIDE, STEP, sharpened};
use super::normalise::{CLEAN, COARSE, flat_areas, normalise};
use super::payload::{Payload, Tagger};
use super::picture::{layout, shrunk_luma};
use super::plane::Plane;
use super::polar::{LENGTH, Polar};
use super::sync::{Range, search};
use super::track::{Blocks, fold_bent};
use super::{SCHEME, VERSION};

/// The shorter side of the canonical raster of a picture of at least this size, in pixels.
pub(crate) const CANONICAL: f64 = 768.0;
/// Longest side of a work plane that the tile is read from; longer ones are cut to their middle.
const LONGEST: usize = 2304;
/// Statistic below which even a right tag is not believed.
const FLOOR: f64 = 9.0;
/// Places that are followed across bends.
const TRACKED: usize = 4;
/// Least side that is looked at, in pixels.
const LEAST_SIDE: usize = 64;

/// How hard to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Effort {
    /// Uncropped pictures only: re-encoded, resized, turned by quarters, mirrored, inverted.
    Quick,
    /// Also crops, rotations, squeezes and pastes.
    #[default]
    Search,
}

/// What a detection may use.
#[derive(Clone, Copy, Default)]
pub struct DetectSettings<'a> {
    /// How hard to look.
    pub effort: Effort,
    /// Payloads known to exist: a weaker mark may be matched to one of them at the same bound.
    pub known: &'a [Payload],
    /// Asked between steps of at most some tens of milliseconds; `true` stops the detection.
    pub cancel: Option<&'a dyn Fn() -> bool>,
}

/// Why a picture could not be looked at.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DetectError {
    /// The samples are floats; convert to 8 or 16 bits first.
    #[error("the samples are floating-point numbers; convert to 8 or 16 bits first")]
    FloatSamples,
    /// Too few pixels to look at.
    #[error("{width} x {height} pixels are fewer than 64 a side")]
    TooSmall {
        /// Width in pixels.
        width: usize,
        /// Height in pixels.
        height: usize,
    },
    /// No key to look for.
    #[error("no key was given")]
    NoKey,
    /// The caller's budget ended first.
    #[error("stopped by the caller before an answer was reached")]
    Cancelled,
}

/// The answer about one picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A payload was read; see the marks.
    Found,
    /// A mark is there, its payload is not readable.
    Damaged,
    /// Nothing was found. Most pictures carry no mark.
    None,
}

/// What a reading's map starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// Canonical pixels: 768 along the shorter side of the marked picture (its own pixels where it
    /// was smaller), pixel centres at integers, known modulo 128 in both directions.
    Canonical,
    /// The unit square of the whole marked picture: the picture was read as uncropped.
    Whole,
}

/// Where the marked picture lies in the picture in hand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Geometry {
    /// What `to_picture` starts from.
    pub frame: Frame,
    /// From the frame to pixels of the picture in hand (pixel centres at integers).
    pub to_picture: Affine,
    /// Whether light and dark are exchanged.
    pub inverted: bool,
}

/// One mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Name of the scheme.
    pub scheme: &'static str,
    /// Version of the scheme.
    pub version: u32,
    /// The key that it was read with.
    pub key_id: KeyId,
    /// The payload; `None` where the mark is damaged.
    pub payload: Option<Payload>,
    /// Detection statistic: normalised correlation with the payload's codeword, or, for a damaged
    /// mark, minus the logarithm of the bound on the agreement of its dimensions.
    pub statistic: f64,
    /// The least statistic that is believed.
    pub threshold: f64,
    /// Bound on the chance of this answer by accident, over all keys and hypotheses.
    pub false_alarm: f64,
    /// Where the marked picture lies.
    pub geometry: Geometry,
}

/// How much was tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tried {
    /// Keys.
    pub keys: usize,
    /// Maps under which the picture was folded.
    pub geometries: usize,
    /// Polar decodes.
    pub decodes: usize,
}

/// The result of a detection.
#[derive(Clone, Debug, PartialEq)]
pub struct Detection {
    /// The answer.
    pub state: State,
    /// The marks read, or the one damaged mark.
    pub marks: Vec<Mark>,
    /// How much was tried.
    pub tried: Tried,
}

/// What one key looks for.
pub(crate) struct Reader {
    pub(crate) id: KeyId,
    pub(crate) carrier: Carrier,
    pub(crate) low: LowBand,
    pub(crate) tagger: Tagger,
}

impl Reader {
    pub(crate) fn new(key: &Key) -> Self {
        Self {
            id: key.id(),
            carrier: Carrier::new(key),
            low: LowBand::new(key),
            tagger: Tagger::new(key),
        }
    }
}

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
    let (width, height) = (layout.width, layout.height);
    if width.min(height) < LEAST_SIDE {
        return Err(DetectError::TooSmall { width, height });
    }
    if keys.is_empty() {
        return Err(DetectError::NoKey);
    }
    let factor = (CANONICAL / width.min(height) as f64).min(1.0);
    let side = |n: usize| ((n as f64 * factor).round() as usize).max(1);
    let luma = shrunk_luma(image, layout, side(width), side(height));
    let readers: Vec<Reader> = keys.iter().map(Reader::new).collect();
    let short = width.min(height) as f64;
    let likely: &[f64] = if short >= CANONICAL {
        &[CANONICAL]
    } else {
        &[short, CANONICAL]
    };
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
    if session.identity()?.is_none() && settings.effort == Effort::Search {
        session.searched()?;
    }
    Ok(session.finish())
}

/// One candidate of the low-band layer.
#[derive(Clone, Copy, Debug)]
struct LowCandidate {
    turn: usize,
    /// Index into the session's terms.
    terms: usize,
    quantiser: Quantiser,
}

/// Blurs that the low-band layer undoes, in sigmas of 1/256 of the shorter side.
const BLURS: [f32; 6] = [0.5, 0.8, 1.1, 1.5, 2.0, 2.6];

/// An unread place of the tile: reader, spectrum, map to fold coordinates, alignment.
type Place = (usize, Rc<Spectrum>, Affine, Alignment);

/// State of one detection.
struct Session<'a> {
    luma: &'a Plane,
    size: (usize, usize),
    likely: &'a [f64],
    readers: &'a [Reader],
    settings: DetectSettings<'a>,
    polar: Polar,
    folder: Folder,
    /// Low-band terms (they depend on no key): first the eight turns as they are, then two turns
    /// under each blur.
    terms: Vec<(usize, Vec<f32>)>,
    /// Candidates of the low-band layer by reader, best fit first.
    low: Vec<Vec<LowCandidate>>,
    /// Unread places of the tile, to be tracked across bends: reader, map, alignment.
    bent: Vec<(usize, Affine, Alignment)>,
    decodes: Vec<usize>,
    tried: Tried,
    found: Option<Mark>,
    damaged: Option<Mark>,
    /// Evidence with the best agreement, for matching known payloads.
    kept: Vec<(f64, usize, Evidence, Geometry)>,
}

impl<'a> Session<'a> {
    fn new(
        luma: &'a Plane,
        size: (usize, usize),
        likely: &'a [f64],
        readers: &'a [Reader],
        settings: DetectSettings<'a>,
    ) -> Self {
        Self {
            luma,
            size,
            likely,
            readers,
            settings,
            polar: Polar::new(),
            folder: Folder::new(),
            terms: Vec::new(),
            low: Vec::new(),
            bent: Vec::new(),
            decodes: vec![0; readers.len()],
            tried: Tried {
                keys: readers.len(),
                ..Tried::default()
            },
            found: None,
            damaged: None,
            kept: Vec::new(),
        }
    }

    fn check(&self) -> Result<(), DetectError> {
        match self.settings.cancel {
            Some(cancel) if cancel() => Err(DetectError::Cancelled),
            _ => Ok(()),
        }
    }

    /// The picture as it stands, at the likely canonical sizes, in all eight turns; then the
    /// low-band layer alone, then both together, then all again for a coarsely coded picture.
    fn identity(&mut self) -> Result<Option<()>, DetectError> {
        let whole = middle(self.luma);
        let picture = normalise(&whole, CLEAN);
        self.check()?;
        let Some(places) = self.upright(&picture) else {
            return Ok(Some(()));
        };
        self.check()?;
        let likely = places
            .iter()
            .max_by(|a, b| a.3.score.total_cmp(&b.3.score))
            .and_then(|(_, _, _, place)| Turn::ALL.iter().position(|turn| *turn == place.turn));
        self.prepare_low_band(likely.unwrap_or(0));
        for reader in 0..self.readers.len() {
            let mut candidates: Vec<LowCandidate> =
                self.low[reader].iter().take(6).copied().collect();
            candidates.extend(self.low_of_turn(reader, 0, 0));
            for (i, candidate) in candidates.into_iter().enumerate() {
                for polarity in [1.0, -1.0] {
                    if (i < 6 || polarity > 0.0) && self.low_alone(reader, candidate, polarity) {
                        return Ok(Some(()));
                    }
                }
            }
        }
        self.check()?;
        if self.upright_jointly(&places) {
            return Ok(Some(()));
        }
        let picture = normalise(&whole, COARSE);
        let Some(places) = self.upright(&picture) else {
            return Ok(Some(()));
        };
        self.check()?;
        let found = self.upright_jointly(&places);
        self.bent.truncate(1);
        Ok(found.then_some(()))
    }

    /// Reads the tile at the likely sizes; `None` where that found a payload, else the best places.
    fn upright(&mut self, picture: &Plane) -> Option<Vec<Place>> {
        let mut places = Vec::new();
        for size in self.likely {
            let map = self.whole(*size);
            let spectrum = Rc::new(self.spectrum(picture, &map));
            for reader in 0..self.readers.len() {
                let mut alignments = Vec::new();
                for turn in Turn::ALL {
                    alignments.extend(align(&spectrum, &self.readers[reader].carrier, turn, 1));
                }
                alignments.sort_by(|a, b| b.score.total_cmp(&a.score));
                for place in alignments.into_iter().take(3) {
                    if self.tile(reader, &spectrum, &map, &place) {
                        return None;
                    }
                    places.push((reader, Rc::clone(&spectrum), map, place));
                }
            }
        }
        Some(places)
    }

    /// Reads both layers at places of the upright picture.
    fn upright_jointly(&mut self, places: &[Place]) -> bool {
        for (reader, spectrum, map, place) in places {
            let turn = Turn::ALL.iter().position(|t| *t == place.turn).unwrap_or(0);
            for candidate in self.low_of_turn(*reader, turn, 2) {
                if self.joint(*reader, spectrum, map, place, candidate) {
                    return true;
                }
            }
            self.bent.push((*reader, *map, *place));
        }
        false
    }

    /// The search on the work plane, then on the plane shrunk by 2.1 for strong crops of large
    /// pictures.
    fn searched(&mut self) -> Result<(), DetectError> {
        let whole = middle(self.luma);
        for level in 0..2 {
            let (plane, shrink) = if level == 0 {
                (whole.clone(), 1.0)
            } else {
                if whole.short() < 380 {
                    break;
                }
                let side = |n: usize| (n as f64 / 2.1).round() as usize;
                let plane = whole.resample(side(whole.width), side(whole.height));
                let shrink = plane.width as f64 / whole.width as f64;
                (plane, shrink)
            };
            let picture = normalise(&plane, CLEAN);
            let seen = flat_areas(&plane, &picture);
            let field = Field::new(seen.as_ref().unwrap_or(&picture));
            self.check()?;
            let short = picture.short();
            let range = Range {
                short,
                least: (short as f64 / 2.2).max(100.0),
                greatest: if level == 0 {
                    1536.0
                } else {
                    1.02 * short as f64
                },
                squeezed: level == 0,
            };
            let keep = if level == 0 { 12 } else { 8 };
            let hypotheses = search(&field, &self.readers[0].carrier, range, keep);
            self.check()?;
            for found in hypotheses {
                let spectrum = self.spectrum(&picture, &found);
                // From the samples of the cut work plane to those of the level: centres are kept.
                let map = found.after(&Affine::scale(shrink));
                if self.hypothesis(&spectrum, &map) {
                    return Ok(());
                }
                self.check()?;
            }
            if level == 0 && self.tracked(&picture)? {
                return Ok(());
            }
            self.bent.clear();
        }
        Ok(())
    }

    /// Tries the places of one folded spectrum with every key, alone and with the low band.
    fn hypothesis(&mut self, spectrum: &Spectrum, map: &Affine) -> bool {
        for reader in 0..self.readers.len() {
            let mut alignments = Vec::new();
            for turn in &Turn::ALL[..2] {
                alignments.extend(align(spectrum, &self.readers[reader].carrier, *turn, 2));
            }
            alignments.sort_by(|a, b| b.score.total_cmp(&a.score));
            alignments.truncate(4);
            for place in &alignments {
                if self.tile(reader, spectrum, map, place) {
                    return true;
                }
            }
            for place in alignments.iter().take(2) {
                let turn = nearest_turn(&place.turn.inverse_affine().after(map));
                for candidate in self.low_of_turn(reader, turn, 2).into_iter().take(5) {
                    if self.joint(reader, spectrum, map, place, candidate) {
                        return true;
                    }
                }
            }
            self.bent.extend(
                alignments
                    .iter()
                    .take(1)
                    .map(|place| (reader, *map, *place)),
            );
        }
        false
    }

    /// Follows the likeliest unread places across bends and perspective.
    fn tracked(&mut self, picture: &Plane) -> Result<bool, DetectError> {
        let mut places = std::mem::take(&mut self.bent);
        // The picture as it stands comes first, whatever its score.
        places.get_mut(1..).into_iter().for_each(|rest| {
            rest.sort_by(|a, b| b.2.score.total_cmp(&a.2.score));
        });
        for (reader, map, place) in places.into_iter().take(TRACKED) {
            let carrier = &self.readers[reader].carrier;
            let spectrum = self.folder.spectrum(picture, &map);
            let blocks = Blocks::new(picture, &map, carrier, &spectrum, &place);
            let field = blocks.follow();
            let mut cells = fold_bent(picture, &map, &field);
            let spectrum = self.folder.transform(&mut cells);
            self.tried.geometries += 1;
            for place in align(&spectrum, carrier, place.turn, 1).into_iter().take(1) {
                if self.tile(reader, &spectrum, &map, &place) {
                    return Ok(true);
                }
                let turn = nearest_turn(&place.turn.inverse_affine().after(&map));
                for candidate in self.low_of_turn(reader, turn, 1).into_iter().take(2) {
                    if self.joint(reader, &spectrum, &map, &place, candidate) {
                        return Ok(true);
                    }
                }
            }
            self.check()?;
        }
        Ok(false)
    }

    fn spectrum(&mut self, picture: &Plane, map: &Affine) -> Spectrum {
        self.tried.geometries += 1;
        self.folder.spectrum(picture, map)
    }

    /// The map of an uncropped picture whose shorter side is `size` canonical pixels.
    ///
    /// It starts from the samples of the cut work plane.
    fn whole(&self, size: f64) -> Affine {
        let unit = self.size.0.min(self.size.1) as f64 / size;
        let kx = self.size.0 as f64 / (unit * self.luma.width as f64);
        let ky = self.size.1 as f64 / (unit * self.luma.height as f64);
        let (left, top) = cut(self.luma);
        Affine {
            a: kx,
            b: 0.0,
            c: 0.0,
            d: ky,
            e: (left as f64 + 0.5) * kx - 0.5,
            f: (top as f64 + 0.5) * ky - 0.5,
        }
    }

    /// From samples of the cut work plane to pixels of the picture.
    fn work_to_picture(&self) -> Affine {
        let kx = self.size.0 as f64 / self.luma.width as f64;
        let ky = self.size.1 as f64 / self.luma.height as f64;
        let (left, top) = cut(self.luma);
        Affine {
            a: kx,
            b: 0.0,
            c: 0.0,
            d: ky,
            e: (left as f64 + 0.5) * kx - 0.5,
            f: (top as f64 + 0.5) * ky - 0.5,
        }
    }

    fn geometry(&self, map: &Affine, place: &Alignment) -> Geometry {
        let turned = place.turn.inverse_affine().after(map);
        // The shift is known modulo the tile: the one nearest to none is named.
        let nearest = |shift: f32| {
            let shift = f64::from(shift);
            if shift > 64.0 { shift - 128.0 } else { shift }
        };
        let to_canonical = Affine {
            e: turned.e - nearest(place.shift.0),
            f: turned.f - nearest(place.shift.1),
            ..turned
        };
        let back = to_canonical.inverse().unwrap_or(to_canonical);
        Geometry {
            frame: Frame::Canonical,
            to_picture: self.work_to_picture().after(&back),
            inverted: place.polarity < 0.0,
        }
    }

    fn whole_geometry(&self, turn: usize, inverted: bool) -> Geometry {
        // The normalised plane of turn `D` shows the marked picture; undo it about the centre.
        let (w, h) = (self.size.0 as f64, self.size.1 as f64);
        let (mx, my, swap) = turn_steps(turn);
        let mut map = Affine::linear(1.0, 0.0, 0.0, 1.0);
        if swap {
            map = Affine::linear(0.0, 1.0, 1.0, 0.0).after(&map);
        }
        if mx {
            map = Affine {
                a: -1.0,
                b: 0.0,
                c: 0.0,
                d: 1.0,
                e: 1.0,
                f: 0.0,
            }
            .after(&map);
        }
        if my {
            map = Affine {
                a: 1.0,
                b: 0.0,
                c: 0.0,
                d: -1.0,
                e: 0.0,
                f: 1.0,
            }
            .after(&map);
        }
        let stretch = Affine {
            a: w,
            b: 0.0,
            c: 0.0,
            d: h,
            e: -0.5,
            f: -0.5,
        };
        Geometry {
            frame: Frame::Whole,
            to_picture: stretch.after(&map),
            inverted,
        }
    }

    fn tile(
        &mut self,
        reader: usize,
        spectrum: &Spectrum,
        map: &Affine,
        place: &Alignment,
    ) -> bool {
        let soft = demodulate(spectrum, &self.readers[reader].carrier, place);
        let geometry = self.geometry(map, place);
        self.decode(
            reader,
            Evidence {
                tile: Some(soft),
                low: None,
            },
            geometry,
        )
    }

    fn low_alone(&mut self, reader: usize, candidate: LowCandidate, polarity: f32) -> bool {
        let low = self.low_ratios(reader, candidate, polarity);
        let geometry = self.whole_geometry(candidate.turn, polarity < 0.0);
        self.decode(
            reader,
            Evidence {
                tile: None,
                low: Some(low),
            },
            geometry,
        )
    }

    fn joint(
        &mut self,
        reader: usize,
        spectrum: &Spectrum,
        map: &Affine,
        place: &Alignment,
        candidate: LowCandidate,
    ) -> bool {
        let soft = demodulate(spectrum, &self.readers[reader].carrier, place);
        let low = self.low_ratios(reader, candidate, place.polarity);
        let geometry = self.geometry(map, place);
        self.decode(
            reader,
            Evidence {
                tile: Some(soft),
                low: Some(low),
            },
            geometry,
        )
    }

    fn low_ratios(&self, reader: usize, candidate: LowCandidate, polarity: f32) -> (Vec<f32>, f32) {
        let low = &self.readers[reader].low;
        let mut projections = low.deal(&self.terms[candidate.terms].1);
        for p in &mut projections {
            *p *= polarity;
        }
        low.ratios(&projections, candidate.quantiser)
    }

    /// Projects the normalised picture in eight turns, and in the upright one and `likely` with
    /// several blurs undone, and ranks the quantisers of each.
    fn prepare_low_band(&mut self, likely: usize) {
        let plane = self.luma.resample(SIDE, SIDE);
        let low = &self.readers[0].low;
        let turns = Turn::ALL.len();
        self.terms = (0..turns)
            .map(|t| (t, low.coefficients(&turn_plane(&plane, t))))
            .collect();
        let (w, h) = (self.size.0 as f32, self.size.1 as f32);
        for sigma in BLURS {
            let short = w.min(h);
            let sharp = sharpened(&plane, (sigma * short / w, sigma * short / h));
            self.terms.push((0, low.coefficients(&sharp)));
            if likely != 0 {
                self.terms
                    .push((likely, low.coefficients(&turn_plane(&sharp, likely))));
            }
        }
        for reader in self.readers {
            let mut candidates = Vec::new();
            for (terms, (turn, coefficients)) in self.terms.iter().enumerate() {
                let turn = *turn;
                let projections = reader.low.deal(coefficients);
                let quantiser = reader.low.nominal(&projections);
                candidates.push(LowCandidate {
                    turn,
                    terms,
                    quantiser,
                });
                if terms < turns {
                    candidates.extend(reader.low.quantisers(&projections, 2).into_iter().map(
                        |quantiser| LowCandidate {
                            turn,
                            terms,
                            quantiser,
                        },
                    ));
                }
            }
            candidates.sort_by(|a, b| b.quantiser.fit.total_cmp(&a.quantiser.fit));
            self.low.push(candidates);
        }
    }

    /// Candidates of one turn: the best fits, then the nominal step under each blur.
    fn low_of_turn(&self, reader: usize, turn: usize, fits: usize) -> Vec<LowCandidate> {
        let of_turn = |c: &&LowCandidate| c.turn == turn;
        let mut list: Vec<LowCandidate> = self.low[reader]
            .iter()
            .filter(of_turn)
            .take(fits)
            .copied()
            .collect();
        for candidate in self.low[reader].iter().filter(of_turn) {
            let nominal = (candidate.quantiser.step - STEP).abs() < 1e-3;
            let new = list.iter().all(|c| {
                (c.terms, c.quantiser.step) != (candidate.terms, candidate.quantiser.step)
            });
            if nominal && new {
                list.push(*candidate);
            }
        }
        list
    }

    /// Decodes, gates and keeps what one hypothesis shows. True where a payload was found.
    fn decode(&mut self, reader: usize, evidence: Evidence, geometry: Geometry) -> bool {
        if self.decodes[reader] >= DECODES {
            return false;
        }
        self.decodes[reader] += 1;
        self.tried.decodes += 1;
        let keys = self.readers.len();
        let read = self
            .polar
            .decode(&evidence.ratios())
            .into_iter()
            .find_map(|candidate| {
                let payload = self.readers[reader].tagger.check(&candidate.information)?;
                Some((payload, evidence.statistic(&candidate.word)))
            });
        if let Some((payload, statistic)) = read {
            let by_tag = tag_bound(keys);
            let threshold = if by_tag <= FOUND_BOUND {
                FLOOR
            } else {
                correlation_threshold(FOUND_BOUND, keys, PAYLOADS)
            };
            if statistic >= threshold {
                let by_correlation = correlation_bound(statistic, keys, PAYLOADS);
                self.found = Some(Mark {
                    scheme: SCHEME,
                    version: VERSION,
                    key_id: self.readers[reader].id,
                    payload: Some(payload),
                    statistic,
                    threshold,
                    false_alarm: by_tag.min(by_correlation),
                    geometry,
                });
                return true;
            }
        }
        self.weigh_damage(reader, evidence, geometry);
        false
    }

    /// Keeps the evidence of an unread hypothesis: is a mark there at all?
    fn weigh_damage(&mut self, reader: usize, evidence: Evidence, geometry: Geometry) {
        let Some(tile) = &evidence.tile else { return };
        let keys = self.readers.len();
        let log = agreement(tile, &self.readers[reader].carrier);
        let threshold = -agreement_threshold(keys);
        if -log >= threshold
            && self
                .damaged
                .as_ref()
                .is_none_or(|mark| -log > mark.statistic)
        {
            self.damaged = Some(Mark {
                scheme: SCHEME,
                version: VERSION,
                key_id: self.readers[reader].id,
                payload: None,
                statistic: -log,
                threshold,
                false_alarm: (keys as f64 * DECODES as f64 * log.exp()).min(1.0),
                geometry,
            });
        }
        if !self.settings.known.is_empty() {
            self.kept.push((log, reader, evidence, geometry));
            self.kept.sort_by(|a, b| a.0.total_cmp(&b.0));
            self.kept.truncate(4);
        }
    }

    /// Matches the best evidence against the known payloads.
    fn match_known(&self) -> Option<Mark> {
        let keys = self.readers.len();
        let count = self.settings.known.len() as f64;
        // The second factor pays for a mark whose payload is not on the list: its codeword
        // correlates with a listed one like 512 fair coins, and it was too weak to be read,
        // which bounds its own statistic by about 20.
        let threshold = correlation_threshold(FOUND_BOUND, keys, count)
            * (1.0 + 20.0_f64.powi(2) / LENGTH as f64).sqrt();
        let mut best: Option<Mark> = None;
        for (_, reader, evidence, geometry) in &self.kept {
            let ratios = evidence.ratios();
            let scale = evidence.scale();
            for payload in self.settings.known {
                let word = self
                    .polar
                    .encode(&self.readers[*reader].tagger.information(*payload));
                let sum: f64 = ratios
                    .iter()
                    .zip(&word)
                    .map(|(r, b)| f64::from(if *b == 0 { *r } else { -*r }))
                    .sum();
                let statistic = sum / scale.max(1e-12);
                if statistic >= threshold
                    && best.as_ref().is_none_or(|mark| statistic > mark.statistic)
                {
                    best = Some(Mark {
                        scheme: SCHEME,
                        version: VERSION,
                        key_id: self.readers[*reader].id,
                        payload: Some(*payload),
                        statistic,
                        threshold,
                        false_alarm: correlation_bound(statistic, keys, count),
                        geometry: *geometry,
                    });
                }
            }
        }
        best
    }

    fn finish(self) -> Detection {
        let found = self.found.clone().or_else(|| {
            if self.settings.known.is_empty() {
                None
            } else {
                self.match_known()
            }
        });
        let (state, marks) = match (found, self.damaged) {
            (Some(mark), _) => (State::Found, vec![mark]),
            (None, Some(mark)) => (State::Damaged, vec![mark]),
            (None, None) => (State::None, Vec::new()),
        };
        Detection {
            state,
            marks,
            tried: self.tried,
        }
    }
}

/// Left and top of the part of a work plane that the tile is read from.
fn cut(plane: &Plane) -> (usize, usize) {
    (
        plane.width.saturating_sub(LONGEST) / 2,
        plane.height.saturating_sub(LONGEST) / 2,
    )
}

/// That part.
fn middle(plane: &Plane) -> Plane {
    let (left, top) = cut(plane);
    if (left, top) == (0, 0) {
        return plane.clone();
    }
    let (width, height) = (plane.width.min(LONGEST), plane.height.min(LONGEST));
    Plane::from_fn(width, height, |x, y| plane.at(x + left, y + top))
}

/// The turn of the whole picture that comes nearest to a map to canonical pixels.
fn nearest_turn(to_canonical: &Affine) -> usize {
    // The normalised plane shows the marked picture under the inverse of that map: a turn `D`
    // takes canonical axes to picture axes, and its transpose is the map's linear part.
    let fit = |turn: &Turn| {
        f64::from(turn.a) * to_canonical.a
            + f64::from(turn.c) * to_canonical.b
            + f64::from(turn.b) * to_canonical.c
            + f64::from(turn.d) * to_canonical.d
    };
    let best = Turn::ALL
        .iter()
        .enumerate()
        .max_by(|a, b| fit(a.1).total_cmp(&fit(b.1)));
    best.map_or(0, |(index, _)| index)
}

/// Mirror left-right, mirror top-bottom, exchange axes (in this order, exchange first).
fn turn_steps(turn: usize) -> (bool, bool, bool) {
    let Turn { a, b, c, d } = Turn::ALL[turn];
    if a != 0 {
        (a < 0, d < 0, false)
    } else {
        (b < 0, c < 0, true)
    }
}

/// The square plane as the marked picture would look had it been turned by `Turn::ALL[turn]`.
fn turn_plane(plane: &Plane, turn: usize) -> Plane {
    // A picture turned by D shows at D x what was at x; the inverse is looked up.
    let Turn { a, b, c, d } = Turn::ALL[turn];
    let last = plane.width as i32 - 1;
    let place = |p: i32, q: i32, x: i32, y: i32| {
        let value = p * x + q * y;
        if p + q < 0 { value + last } else { value }
    };
    Plane::from_fn(plane.width, plane.height, |x, y| {
        let (x, y) = (x as i32, y as i32);
        plane.at(place(a, b, x, y) as usize, place(c, d, x, y) as usize)
    })
}
