//! One detection: what each hypothesis shows, decoded and gated.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "sizes are those of the picture and its shrunk planes; list indices are bounded by \
              the lists' own lengths"
)]

use std::rc::Rc;

use super::answer::{DetectError, DetectSettings, Detection, Geometry, Mark, State, Tried};
use super::carrier::Carrier;
use super::demodulate::{Alignment, Soft, beneath, demodulate, untouched};
use super::fold::{Folder, Spectrum};
use super::gate::{
    DECODES, Evidence, FOUND_BOUND, HYPOTHESES, LONG_DECODES, PAYLOADS, Prospect, agreement,
    agreement_threshold, correlation_bound, correlation_threshold, may_agree, tag_bound,
};
use super::geometry::{Affine, Turn};
use super::key::{Key, KeyId};
use super::low_band::{LowBand, SIDE, restored, sharpened, steps};
use super::payload::{Payload, Tagger};
use super::plane::Plane;
use super::polar::{LENGTH, LIST, LONG_LIST, Polar};
use super::registration::Site;
use super::{SCHEME, VERSION};

/// Statistic below which even a right tag is not believed.
const FLOOR: f64 = 9.0;

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

/// One hypothesis on the low-band layer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LowCandidate {
    turn: usize,
    /// Index into the session's terms.
    terms: usize,
    step: f32,
    polarity: f32,
}

/// Blurs that the low-band layer undoes, in sigmas of 1/256 of the shorter side.
const BLURS: [f32; 6] = [0.5, 0.8, 1.1, 1.5, 2.0, 2.6];

/// Low-band terms of a picture, and what was done to come by them.
pub(crate) struct Terms {
    /// Index into [`Turn::ALL`].
    turn: usize,
    /// They may be what a picture shows that was coded coarsely since it was marked, and nothing else.
    as_written: bool,
    values: Vec<f32>,
}

/// A place of the tile and what is read there.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) reader: usize,
    pub(crate) spectrum: Rc<Spectrum>,
    /// From samples of the cut work plane to fold coordinates.
    pub(crate) map: Affine,
    pub(crate) alignment: Alignment,
    /// It is where the picture was marked, if that was not moved since.
    pub(crate) as_written: bool,
    soft: Rc<Soft>,
}

/// State of one detection.
pub(crate) struct Session<'a> {
    pub(crate) luma: &'a Plane,
    pub(crate) site: Site,
    pub(crate) likely: &'a [f64],
    pub(crate) readers: &'a [Reader],
    pub(crate) settings: DetectSettings<'a>,
    pub(crate) polar: Polar,
    pub(crate) folder: Folder,
    /// Low-band terms (they depend on no key): first the eight turns as they are, then two turns
    /// with the losses of coarse coding made good, and under each blur.
    pub(crate) terms: Vec<Terms>,
    /// Unread places of the tile, to be tracked across bends.
    pub(crate) bent: Vec<Place>,
    /// Decodes by reader, and those of them with a long list.
    pub(crate) decodes: Vec<usize>,
    pub(crate) long: Vec<usize>,
    pub(crate) tried: Tried,
    /// The marks that were read, and the place of the tile where the first was.
    pub(crate) found: Vec<Mark>,
    pub(crate) read_at: Option<Place>,
    pub(crate) damaged: Option<Mark>,
    /// Evidence with the best agreement, for matching known payloads.
    pub(crate) kept: Vec<(f64, usize, Evidence, Geometry)>,
}

impl<'a> Session<'a> {
    pub(crate) fn new(
        luma: &'a Plane,
        size: (usize, usize),
        likely: &'a [f64],
        readers: &'a [Reader],
        settings: DetectSettings<'a>,
    ) -> Self {
        Self {
            luma,
            site: Site::new(size, luma),
            likely,
            readers,
            settings,
            polar: Polar::new(),
            folder: Folder::new(),
            terms: Vec::new(),
            bent: Vec::new(),
            decodes: vec![0; readers.len()],
            long: vec![0; readers.len()],
            tried: Tried {
                keys: readers.len(),
                ..Tried::default()
            },
            found: Vec::new(),
            read_at: None,
            damaged: None,
            kept: Vec::new(),
        }
    }

    pub(crate) fn check(&self) -> Result<(), DetectError> {
        match self.settings.cancel {
            Some(cancel) if cancel() => Err(DetectError::Cancelled),
            _ => Ok(()),
        }
    }

    pub(crate) fn spectrum(&mut self, picture: &Plane, map: &Affine) -> Spectrum {
        self.tried.geometries += 1;
        self.folder.spectrum(picture, map)
    }

    /// Demodulates the tile at an alignment.
    pub(crate) fn place(
        &self,
        reader: usize,
        spectrum: &Rc<Spectrum>,
        map: Affine,
        alignment: Alignment,
    ) -> Place {
        let soft = demodulate(spectrum, &self.readers[reader].carrier, &alignment);
        Place {
            reader,
            spectrum: Rc::clone(spectrum),
            map,
            alignment,
            as_written: false,
            soft: Rc::new(soft),
        }
    }

    /// The place where the tile was written, in a picture that was not moved since.
    pub(crate) fn place_as_written(
        &self,
        reader: usize,
        spectrum: &Rc<Spectrum>,
        map: Affine,
    ) -> Place {
        let alignment = untouched(spectrum, &self.readers[reader].carrier);
        Place {
            as_written: true,
            ..self.place(reader, spectrum, map, alignment)
        }
    }

    /// Reads the tile alone. True where a payload was found.
    pub(crate) fn tile(&mut self, place: &Place) -> bool {
        let evidence = Evidence {
            tile: Some(Rc::clone(&place.soft)),
            low: None,
            as_written: false,
        };
        self.decode_at(place, evidence)
    }

    /// Reads the low band alone. True where a payload was found.
    pub(crate) fn low_alone(&mut self, reader: usize, candidate: LowCandidate) -> bool {
        let inverted = candidate.polarity < 0.0;
        let evidence = Evidence {
            tile: None,
            low: Some(self.low_ratios(reader, candidate)),
            as_written: false,
        };
        let geometry = self.site.whole_geometry(candidate.turn, inverted);
        self.decode(reader, evidence, geometry)
    }

    /// Reads the tile and the low band together. True where a payload was found.
    pub(crate) fn joint(&mut self, place: &Place, candidate: LowCandidate) -> bool {
        let evidence = Evidence {
            tile: Some(Rc::clone(&place.soft)),
            low: Some(self.low_ratios(place.reader, candidate)),
            as_written: place.as_written && self.terms[candidate.terms].as_written,
        };
        self.decode_at(place, evidence)
    }

    /// Decodes what a place of the tile shows. True where a payload was found.
    fn decode_at(&mut self, place: &Place, evidence: Evidence) -> bool {
        let geometry = self.site.geometry(&place.map, &place.alignment);
        let found = self.decode(place.reader, evidence, geometry);
        if found && self.read_at.is_none() {
            self.read_at = Some(place.clone());
        }
        found
    }

    /// Looks for other marks where one was read: of its key, beneath it, and of other keys, laid at the
    /// same place.
    pub(crate) fn beside(&mut self) {
        let Some(place) = self.read_at.clone() else {
            return;
        };
        let Self { readers, polar, .. } = self;
        let reader = &readers[place.reader];
        let mut soft = Soft::clone(&place.soft);
        for mark in self.found.iter().filter(|mark| mark.key_id == reader.id) {
            let Some(payload) = mark.payload else {
                continue;
            };
            let word = polar.encode(&reader.tagger.information(payload));
            let (spectrum, alignment) = (&place.spectrum, &place.alignment);
            soft = beneath(&soft, &word, spectrum, &reader.carrier, alignment);
        }
        self.tile(&Place {
            soft: Rc::new(soft),
            ..place.clone()
        });
        for reader in (0..self.readers.len()).filter(|reader| *reader != place.reader) {
            let other = self.place(reader, &place.spectrum, place.map, place.alignment);
            self.tile(&other);
        }
    }

    fn low_ratios(&self, reader: usize, candidate: LowCandidate) -> Vec<f32> {
        let low = &self.readers[reader].low;
        let mut projections = low.deal(&self.terms[candidate.terms].values);
        for p in &mut projections {
            *p *= candidate.polarity;
        }
        low.ratios(&projections, candidate.step)
    }

    /// Works out the terms of the normalised picture in eight turns, and of the upright one and `likely`
    /// restored and with several blurs undone.
    pub(crate) fn prepare_low_band(&mut self, likely: usize) {
        let plane = self.luma.resample(SIDE, SIDE);
        let low = &self.readers[0].low;
        let terms = low.coefficients(&plane);
        let whole = Turn::ALL.into_iter().enumerate();
        self.terms = whole
            .map(|(turn, turned)| Terms {
                turn,
                as_written: turn == 0,
                values: LowBand::turned(&terms, turned),
            })
            .collect();
        let mut changed = vec![(true, restored(&terms))];
        let (w, h) = (self.site.size.0 as f32, self.site.size.1 as f32);
        for (i, sigma) in BLURS.into_iter().enumerate() {
            let short = w.min(h);
            let sharp = sharpened(&plane, (sigma * short / w, sigma * short / h));
            changed.push((i == 0, low.coefficients(&sharp)));
        }
        let mut turns = vec![0, likely];
        turns.dedup();
        for (slight, terms) in changed {
            self.terms.extend(turns.iter().map(|turn| Terms {
                turn: *turn,
                as_written: slight && *turn == 0,
                values: LowBand::turned(&terms, Turn::ALL[*turn]),
            }));
        }
    }

    /// Works out the terms of a picture as it stands, and no others.
    pub(crate) fn prepare_low_band_as_written(&mut self) {
        let plane = self.luma.resample(SIDE, SIDE);
        self.terms = vec![Terms {
            turn: 0,
            as_written: true,
            values: self.readers[0].low.coefficients(&plane),
        }];
    }

    /// The low band as it was written: neither turned nor blurred, its contrast unchanged.
    pub(crate) fn low_as_written(&self) -> LowCandidate {
        LowCandidate {
            turn: 0,
            terms: 0,
            step: steps().0,
            polarity: 1.0,
        }
    }

    /// All that is tried of the low band alone: as it was written, inverted, restored, under each blur, in each
    /// turn, and of other contrasts.
    pub(crate) fn low_candidates(&self) -> Vec<LowCandidate> {
        let written = self.low_as_written();
        let of = |terms: usize| LowCandidate {
            turn: self.terms[terms].turn,
            terms,
            ..written
        };
        let inverted = LowCandidate {
            polarity: -1.0,
            ..written
        };
        let (turned, changed) = (1..Turn::ALL.len(), Turn::ALL.len()..self.terms.len());
        let mut list = vec![written, inverted];
        list.extend(changed.chain(turned).map(of));
        list.extend(steps().1.map(|step| LowCandidate { step, ..written }));
        list
    }

    /// The low band of unchanged contrast in the turn and polarity of a place: as it is, then restored, then
    /// under each blur.
    pub(crate) fn low_at(&self, place: &Place, turn: usize) -> Vec<LowCandidate> {
        let of_turn = (0..self.terms.len()).filter(|terms| self.terms[*terms].turn == turn);
        let candidates = of_turn.map(|terms| LowCandidate {
            turn,
            terms,
            polarity: place.alignment.polarity,
            ..self.low_as_written()
        });
        candidates.collect()
    }

    /// Decodes, gates and keeps what one hypothesis shows. True where a payload was found.
    pub(crate) fn decode(&mut self, reader: usize, evidence: Evidence, geometry: Geometry) -> bool {
        let prospect = evidence.prospect(&self.readers[reader].carrier);
        if prospect == Prospect::None || self.decodes[reader] >= DECODES {
            return false;
        }
        self.decodes[reader] += 1;
        self.tried.decodes += 1;
        let keys = self.readers.len();
        let mut read = self.read::<LIST>(reader, &evidence);
        if read.is_empty() && prospect == Prospect::Strong && self.long[reader] < LONG_DECODES {
            self.long[reader] += 1;
            read = self.read::<LONG_LIST>(reader, &evidence);
        }
        let before = self.found.len();
        for (payload, statistic) in read {
            let by_tag = tag_bound(keys);
            let threshold = if by_tag <= FOUND_BOUND {
                FLOOR
            } else {
                correlation_threshold(FOUND_BOUND, keys, PAYLOADS)
            };
            let key_id = self.readers[reader].id;
            let known = |mark: &Mark| mark.key_id == key_id && mark.payload == Some(payload);
            if statistic >= threshold && !self.found.iter().any(known) {
                let by_correlation = correlation_bound(statistic, keys, PAYLOADS);
                self.found.push(Mark {
                    scheme: SCHEME,
                    version: VERSION,
                    key_id,
                    payload: Some(payload),
                    statistic,
                    threshold,
                    false_alarm: by_tag.min(by_correlation),
                    geometry,
                });
            }
        }
        if self.found.len() > before {
            return true;
        }
        self.weigh_damage(reader, evidence, geometry);
        false
    }

    /// The payloads of the words in a list whose tags are right, and their statistics.
    fn read<const PATHS: usize>(
        &mut self,
        reader: usize,
        evidence: &Evidence,
    ) -> Vec<(Payload, f64)> {
        let words = self.polar.decode::<PATHS>(&evidence.ratios());
        if let Some(likeliest) = words.first() {
            let statistic = evidence.statistic(&likeliest.word);
            self.tried.statistic = self.tried.statistic.max(statistic);
        }
        let right = words.into_iter().filter_map(|candidate| {
            let payload = self.readers[reader].tagger.check(&candidate.information)?;
            Some((payload, evidence.statistic(&candidate.word)))
        });
        right.collect()
    }

    /// Keeps the evidence of an unread hypothesis: is a mark there at all?
    pub(crate) fn weigh_damage(&mut self, reader: usize, evidence: Evidence, geometry: Geometry) {
        let Some(tile) = &evidence.tile else { return };
        let keys = self.readers.len();
        let carrier = &self.readers[reader].carrier;
        let threshold = -agreement_threshold(keys);
        if self.settings.known.is_empty() && !may_agree(tile, carrier, threshold) {
            return;
        }
        let log = agreement(tile, carrier);
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
                false_alarm: (keys as f64 * HYPOTHESES * log.exp()).min(1.0),
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
    pub(crate) fn match_known(&self) -> Option<Mark> {
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

    pub(crate) fn finish(self) -> Detection {
        let mut found = self.found.clone();
        if found.is_empty() && !self.settings.known.is_empty() {
            found.extend(self.match_known());
        }
        let (state, marks) = match (found.is_empty(), self.damaged) {
            (false, _) => (State::Found, found),
            (true, Some(mark)) => (State::Damaged, vec![mark]),
            (true, None) => (State::None, Vec::new()),
        };
        Detection {
            state,
            marks,
            tried: self.tried,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Restored terms are among what is tried, and read with the long list where the mark was written; those
    /// of a turn, too, but not as written.
    #[test]
    fn restored_terms_are_tried() {
        let luma = Plane::from_fn(320, 256, |x, y| ((x * x + 3 * y * y) % 251) as f32);
        let readers = [Reader::new(&Key::public())];
        let likely = [256.0];
        let settings = DetectSettings::default();
        let mut session = Session::new(&luma, (320, 256), &likely, &readers, settings);
        session.prepare_low_band(3);
        let tried = session.low_candidates();
        for turn in [0, 3] {
            let expected = restored(&session.terms[turn].values);
            let found = tried.iter().find(|candidate| {
                let terms = &session.terms[candidate.terms];
                candidate.turn == turn && terms.values == expected
            });
            let terms = &session.terms[found.unwrap().terms];
            assert_eq!(terms.as_written, turn == 0);
        }
    }
}
