//! What a detection may use, and what it answers.

use thiserror::Error;

use super::geometry::Affine;
use super::key::KeyId;
use super::payload::Payload;

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
    /// Pixels across and down of the picture of which what is looked at is an evenly shrunk copy,
    /// with at least 768 pixels along its shorter side: geometry is told in the picture's.
    pub shrunk_from: Option<(usize, usize)>,
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
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tried {
    /// Keys.
    pub keys: usize,
    /// Maps under which the picture was folded.
    pub geometries: usize,
    /// Polar decodes.
    pub decodes: usize,
    /// Greatest statistic of the likeliest word of any decode, whatever its tag; 0 without one.
    pub statistic: f64,
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
