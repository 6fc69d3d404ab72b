//! The second and the fourth witness in a record: marks in the pixels, and the fingerprint.

use serde::{Deserialize, Serialize};

use super::vocabulary::{self, Word};
use crate::picture::{
    FingerprintEvidence, MarkEvidence, MarkGeometry, WatermarkEvidence, significant,
};

/// What is reported about watermarks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WatermarkRecord {
    /// `found`, `damaged`, `none`, or `not-checked` when nobody looked or nothing could be seen.
    #[serde(deserialize_with = "vocabulary::mark")]
    pub state: Word,
    /// Marks found, ours first.
    pub marks: Vec<MarkRecord>,
}

impl WatermarkRecord {
    /// Nobody looked.
    pub const NOT_CHECKED: Self = Self {
        state: "not-checked",
        marks: Vec::new(),
    };
}

/// One mark.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MarkRecord {
    /// Name of the scheme.
    pub scheme: String,
    /// Version of the scheme.
    pub version: u32,
    /// Identifier of the key, hexadecimal; null for open marks.
    pub key_id: Option<String>,
    /// The payload, hexadecimal; null where it cannot be read, or is always the same.
    pub payload: Option<String>,
    /// What was measured.
    pub statistic: f64,
    /// The least statistic that is believed.
    pub threshold: f64,
    /// Bound on the chance of this by accident.
    pub false_alarm: f64,
    /// Where the marked picture lies; null for open marks.
    pub geometry: Option<GeometryRecord>,
}

/// Where a marked picture lies in the picture in hand, as shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GeometryRecord {
    /// What `to_picture` starts from: `canonical` pixels, or the `whole` picture's unit square.
    #[serde(deserialize_with = "vocabulary::frame")]
    pub frame: Word,
    /// `[a, b, c, d, e, f]`: `(x, y)` goes to `(a x + b y + e, c x + d y + f)`.
    pub to_picture: [f64; 6],
    /// Pixels of the picture in hand along one unit of the frame, the mean of both directions.
    pub scale: f64,
    /// Degrees clockwise, -180 to 180.
    pub rotation: f64,
    /// Whether left and right are exchanged.
    pub mirrored: bool,
    /// Whether light and dark are exchanged.
    pub inverted: bool,
}

/// What is reported about the picture's fingerprint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FingerprintRecord {
    /// The PDQ hash, hexadecimal.
    pub pdq: String,
    /// Its quality, 0 to 100; below 50 a match says little.
    pub quality: u8,
}

impl From<&WatermarkEvidence> for WatermarkRecord {
    fn from(evidence: &WatermarkEvidence) -> Self {
        Self {
            state: evidence.state.as_str(),
            marks: evidence.marks.iter().map(MarkRecord::from).collect(),
        }
    }
}

impl From<&MarkEvidence> for MarkRecord {
    fn from(mark: &MarkEvidence) -> Self {
        Self {
            scheme: mark.scheme.clone(),
            version: mark.version,
            key_id: mark.key_id.clone(),
            payload: mark.payload.clone(),
            // Rounded again: a journey through a pipe may change the last bit.
            statistic: significant(mark.statistic, 6),
            threshold: significant(mark.threshold, 6),
            false_alarm: significant(mark.false_alarm, 3),
            geometry: mark.geometry.as_ref().map(GeometryRecord::from),
        }
    }
}

impl From<&MarkGeometry> for GeometryRecord {
    fn from(geometry: &MarkGeometry) -> Self {
        Self {
            frame: if geometry.whole { "whole" } else { "canonical" },
            to_picture: geometry.map.map(|value| significant(value, 7)),
            scale: significant(geometry.scale(), 5),
            rotation: (geometry.rotation() * 100.0).round() / 100.0,
            mirrored: geometry.is_mirrored(),
            inverted: geometry.inverted,
        }
    }
}

impl From<&FingerprintEvidence> for FingerprintRecord {
    fn from(evidence: &FingerprintEvidence) -> Self {
        Self {
            pdq: evidence.pdq.to_string(),
            quality: evidence.quality,
        }
    }
}
