//! The embedder's own reading of what it wrote, after a simulated JPEG at half size.
#![expect(clippy::as_conversions, reason = "a side of a plane fits an f64")]

use super::answer::{DetectError, DetectSettings, Effort, State};
use super::blocks::simulate_jpeg;
use super::detect::{detect_plane, read_as_written};
use super::payload::Payload;
use super::plane::Plane;
use super::session::Reader;

/// What the embedder saw its mark survive, in the order of severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Endurance {
    /// The marked pixels as they are.
    Copying,
    /// JPEG at quality 50.
    Compression,
    /// Half size and JPEG at quality 50.
    CompressionAtHalfSize,
}

impl Endurance {
    /// The strength in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Copying => "survives copying and light compression",
            Self::Compression => "survives JPEG 50 at the same size",
            Self::CompressionAtHalfSize => "survives JPEG 50 at half size",
        }
    }
}

/// Reads the mark back from a canonical plane under each condition of growing severity.
///
/// The plane stands for the picture at most at canonical size, so for larger pictures the test is
/// harder than its name. `None` where not even the untouched plane is read.
pub(crate) fn endurance(marked: &Plane, payload: Payload, reader: &Reader) -> Option<Endurance> {
    let readers = std::slice::from_ref(reader);
    let settings = DetectSettings {
        effort: Effort::Quick,
        ..DetectSettings::default()
    };
    let likely = [marked.short() as f64];
    let reads = |plane: &Plane| -> Result<bool, DetectError> {
        if read_as_written(plane, likely[0], reader) == Some(payload) {
            return Ok(true);
        }
        let size = (plane.width, plane.height);
        let answer = detect_plane(plane, size, &likely, readers, &settings)?;
        Ok(answer.state == State::Found
            && answer
                .marks
                .iter()
                .any(|mark| mark.payload == Some(payload)))
    };
    let half = marked.resample((marked.width / 2).max(8), (marked.height / 2).max(8));
    if reads(&simulate_jpeg(&half, 50)) == Ok(true) {
        return Some(Endurance::CompressionAtHalfSize);
    }
    if reads(&simulate_jpeg(marked, 50)) == Ok(true) {
        return Some(Endurance::Compression);
    }
    (reads(marked) == Ok(true)).then_some(Endurance::Copying)
}
