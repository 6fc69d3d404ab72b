//! The second witness: marks in the pixels, as facts.

use serde::{Deserialize, Serialize};

use crate::{
    evidence::{Code, Finding, Place},
    watermark::{
        Affine, DAMAGED_BOUND, Detection, FOUND_BOUND, Frame, Geometry, Mark, State,
        open::{self, OpenMark},
    },
};

/// How many marks are expected by accident in one picture that carries none, at most: the bounds
/// of a mark found, of one found damaged, and of the open marks together.
pub const ACCIDENTS_EXPECTED: f64 = FOUND_BOUND + DAMAGED_BOUND + open::FALSE_ALARM;

/// Version that is given for the open marks of others, which state none.
pub const OPEN_VERSION: u32 = 1;

/// What looking for marks came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WatermarkState {
    /// A mark was read.
    Found,
    /// A mark is there; its payload is not readable.
    Damaged,
    /// Nothing was found. Most pictures carry no mark.
    None,
    /// Nobody looked, or nothing could be seen.
    #[default]
    NotChecked,
}

impl WatermarkState {
    /// The word in records.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Damaged => "damaged",
            Self::None => "none",
            Self::NotChecked => "not-checked",
        }
    }
}

/// What is known about marks in the pixels.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WatermarkEvidence {
    /// What it came to.
    pub state: WatermarkState,
    /// The marks, ours first.
    pub marks: Vec<MarkEvidence>,
}

/// One mark.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MarkEvidence {
    /// Name of the scheme.
    pub scheme: String,
    /// Version of the scheme.
    pub version: u32,
    /// Identifier of the key that it was read with, in hexadecimal; `None` for open marks, which
    /// have none.
    pub key_id: Option<String>,
    /// The payload in hexadecimal; `None` where the mark is damaged, or always the same.
    pub payload: Option<String>,
    /// What was measured: for our mark the normalised correlation (or, damaged, minus the logarithm
    /// of the bound on the agreement of its dimensions), for an open mark the bits that agree.
    pub statistic: f64,
    /// The least statistic that is believed.
    pub threshold: f64,
    /// Bound on the chance of this by accident, over everything that was tried on the picture.
    pub false_alarm: f64,
    /// Where the marked picture lies in the picture as shown; `None` for open marks.
    pub geometry: Option<MarkGeometry>,
}

/// Where the marked picture lies in the picture in hand, as shown.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MarkGeometry {
    /// Whether the picture was read as a whole. Then `map` starts from the unit square of the
    /// marked picture; else from its canonical pixels, of which there are 768 along its shorter
    /// side, known modulo 128 in both directions.
    pub whole: bool,
    /// `[a, b, c, d, e, f]`: `(x, y)` goes to `(a x + b y + e, c x + d y + f)` in pixels of the
    /// picture as shown, pixel centres at integers.
    pub map: [f64; 6],
    /// Whether light and dark are exchanged.
    pub inverted: bool,
}

impl MarkGeometry {
    /// Pixels of the picture in hand along each canonical pixel, or along the unit square: the
    /// mean of both directions.
    #[must_use]
    pub fn scale(&self) -> f64 {
        let [a, b, c, d, ..] = self.map;
        (a * d - b * c).abs().sqrt()
    }

    /// By how many degrees the marked picture is turned clockwise, in -180..=180, after it was
    /// mirrored if it is.
    #[must_use]
    pub fn rotation(&self) -> f64 {
        let [a, b, c, d, ..] = self.map;
        let turned = if self.is_mirrored() {
            (c - b).atan2(d - a) + std::f64::consts::PI
        } else {
            (c - b).atan2(a + d)
        };
        let degrees = turned.to_degrees();
        if degrees > 180.0 {
            degrees - 360.0
        } else {
            degrees
        }
    }

    /// Whether left and right are exchanged.
    #[must_use]
    pub fn is_mirrored(&self) -> bool {
        let [a, b, c, d, ..] = self.map;
        a * d - b * c < 0.0
    }
}

impl From<&Geometry> for MarkGeometry {
    fn from(geometry: &Geometry) -> Self {
        let Affine { a, b, c, d, e, f } = geometry.to_picture;
        Self {
            whole: geometry.frame == Frame::Whole,
            map: [a, b, c, d, e, f].map(|value| significant(value, 9)),
            inverted: geometry.inverted,
        }
    }
}

impl From<&Mark> for MarkEvidence {
    fn from(mark: &Mark) -> Self {
        Self {
            scheme: mark.scheme.to_owned(),
            version: mark.version,
            key_id: Some(mark.key_id.to_string()),
            payload: mark.payload.map(|payload| payload.to_string()),
            statistic: significant(mark.statistic, 6),
            threshold: significant(mark.threshold, 6),
            false_alarm: significant(mark.false_alarm, 3),
            geometry: Some((&mark.geometry).into()),
        }
    }
}

impl From<&OpenMark> for MarkEvidence {
    fn from(mark: &OpenMark) -> Self {
        let count = |bits: usize| f64::from(u32::try_from(bits).unwrap_or(u32::MAX));
        Self {
            scheme: mark.scheme.as_str().to_owned(),
            version: OPEN_VERSION,
            key_id: None,
            payload: None,
            statistic: count(mark.matched),
            threshold: count(open::needed(mark.scheme)),
            false_alarm: significant(mark.false_alarm, 3),
            geometry: None,
        }
    }
}

impl WatermarkEvidence {
    /// Takes in what our detector answered.
    pub(super) fn add(&mut self, detection: &Detection) {
        let state = match detection.state {
            State::Found => WatermarkState::Found,
            State::Damaged => WatermarkState::Damaged,
            State::None => WatermarkState::None,
        };
        if self.marks.is_empty() || state == WatermarkState::Found {
            self.state = state;
        }
        self.marks
            .extend(detection.marks.iter().map(MarkEvidence::from));
    }

    /// Takes in open marks.
    pub(super) fn add_open(&mut self, marks: &[OpenMark]) {
        if !marks.is_empty() {
            self.state = WatermarkState::Found;
        }
        self.marks.extend(marks.iter().map(MarkEvidence::from));
    }

    /// A finding for each mark.
    pub(super) fn findings(&self) -> Vec<Finding> {
        self.marks.iter().map(finding).collect()
    }
}

fn finding(mark: &MarkEvidence) -> Finding {
    let place = Place::Part {
        path: "pixels".to_owned(),
    };
    let chance = format!("{:.0e}", mark.false_alarm);
    match (&mark.key_id, &mark.payload) {
        (Some(key), Some(payload)) => Finding::new(Code::WatermarkFound, place)
            .with("payload", payload)
            .with("key", key)
            .with("chance", chance),
        (Some(key), None) => Finding::new(Code::WatermarkDamaged, place)
            .with("key", key)
            .with("chance", chance),
        (None, _) => Finding::new(Code::WatermarkOpen, place)
            .with("scheme", &mark.scheme)
            .with("chance", chance),
    }
}

/// A value with so many significant digits: as many as it means something, and the same after
/// a journey through JSON.
pub(crate) fn significant(value: f64, digits: usize) -> f64 {
    let digits = digits.saturating_sub(1);
    format!("{value:.digits$e}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turned(map: [f64; 6]) -> MarkGeometry {
        MarkGeometry {
            whole: false,
            map,
            inverted: false,
        }
    }

    #[test]
    fn geometry_in_words() {
        let (sin, cos) = 30.0_f64.to_radians().sin_cos();
        let plain = turned([2.0 * cos, -2.0 * sin, 2.0 * sin, 2.0 * cos, 5.0, 7.0]);
        assert!((plain.rotation() - 30.0).abs() < 1e-9);
        assert!((plain.scale() - 2.0).abs() < 1e-9 && !plain.is_mirrored());
        let mirrored = turned([-1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
        assert!(mirrored.is_mirrored());
        assert!(
            mirrored.rotation().abs() < 1e-9 || (mirrored.rotation().abs() - 180.0).abs() < 1e-9
        );
    }

    #[test]
    fn values_survive_json() {
        for value in [1.0 / 3.0, 2.2e-11, 1e300 / 7.0, 123_456_789.987, 0.0] {
            let short = significant(value, 6);
            let text = serde_json::to_string(&short).unwrap();
            let back: f64 = serde_json::from_str(&text).unwrap();
            assert_eq!(significant(back, 6).to_bits(), short.to_bits(), "{text}");
        }
    }
}
