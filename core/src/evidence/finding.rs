//! One fact worth telling: how much it matters, how sure it is, where it lies.

use serde::{Deserialize, Serialize};

use super::Code;

/// How much a finding matters. Policy may change it; detectors may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Context; nothing to do.
    Info,
    /// Worth reading.
    Notice,
    /// Something weakens what the file says about itself.
    Warning,
    /// A check failed.
    Failure,
}

/// How sure the detector is that the finding is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// A heuristic; other explanations are common.
    Weak,
    /// Other explanations are rare.
    Strong,
    /// Follows from the bytes by computation.
    Certain,
}

/// Where in an asset a finding lies.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Place {
    /// The asset as a whole.
    Asset,
    /// A half-open range of bytes of the file.
    Bytes {
        /// First byte.
        start: u64,
        /// Number of bytes.
        length: u64,
    },
    /// A named container part: a JPEG segment, a PNG chunk, a BMFF box, an XMP property.
    Part {
        /// Path of names from the outside in, for example `APP1/XMP/Iptc4xmpExt:DigitalSourceType`.
        path: String,
    },
    /// A JUMBF URI inside the manifest store.
    Jumbf {
        /// The URI, for example `self#jumbf=/c2pa/urn:c2pa:.../c2pa.signature`.
        uri: String,
    },
    /// A certificate of a chain.
    Certificate {
        /// Position in the chain, leaf = 0.
        index: usize,
        /// Its subject, as text.
        subject: String,
    },
}

/// One fact worth telling, with its code and place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What was found.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it was found.
    pub place: Place,
    /// Names and figures that the sentence of this code quotes, in the order of first mention in
    /// the English message: placeholder name, value.
    pub arguments: Vec<(String, String)>,
}

impl Finding {
    /// A finding with its code's own severity and confidence.
    #[must_use]
    pub fn new(code: Code, place: Place) -> Self {
        Self {
            code,
            severity: code.severity(),
            confidence: code.confidence(),
            place,
            arguments: Vec::new(),
        }
    }

    /// The same finding, with a value for one placeholder of its sentence.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.arguments.push((name.to_owned(), value.to_string()));
        self
    }
}

/// Something that was not looked at, and why. Reported so that silence is never read as absence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotChecked {
    /// What was not looked at.
    pub what: Code,
    /// Names and figures for the sentence, as in [`Finding::arguments`].
    pub arguments: Vec<(String, String)>,
}
