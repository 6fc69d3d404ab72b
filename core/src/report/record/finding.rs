//! Findings in a record, where they lie, and what was not looked at.

use serde::{Deserialize, Serialize};

use super::{
    arguments,
    vocabulary::{self, Word},
};
use crate::{
    evidence::{Confidence, Finding, NotChecked, Place, Severity},
    report::Language,
};

/// Where something lies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PlaceRecord {
    /// The asset as a whole.
    Asset,
    /// Bytes of the file.
    Bytes {
        /// First byte.
        start: u64,
        /// Number of bytes.
        length: u64,
    },
    /// A container part.
    Part {
        /// Names from the outside in.
        path: String,
    },
    /// Inside the manifest store.
    Jumbf {
        /// JUMBF URI.
        uri: String,
    },
    /// A certificate of a chain.
    Certificate {
        /// Position, leaf = 0.
        index: usize,
        /// Subject, as text.
        subject: String,
    },
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingRecord {
    /// The code; `hallmark explain CODE` says more.
    #[serde(deserialize_with = "vocabulary::code")]
    pub code: Word,
    /// How much it matters.
    pub severity: Severity,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it lies.
    pub place: PlaceRecord,
    /// The finding as an English sentence, with everything that the detector had to say.
    pub message: String,
    /// Names and figures that the sentence quotes, for other languages.
    #[serde(default, with = "arguments", skip_serializing_if = "Vec::is_empty")]
    pub arguments: Vec<(String, String)>,
}

/// One thing that was not looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotCheckedRecord {
    /// Its code; `hallmark explain CODE` says more.
    #[serde(deserialize_with = "vocabulary::code")]
    pub what: Word,
    /// Why, as an English sentence.
    pub why: String,
    /// Names and figures that the sentence quotes, for other languages.
    #[serde(default, with = "arguments", skip_serializing_if = "Vec::is_empty")]
    pub arguments: Vec<(String, String)>,
}

impl From<&Place> for PlaceRecord {
    fn from(place: &Place) -> Self {
        match place {
            Place::Asset => Self::Asset,
            Place::Bytes { start, length } => Self::Bytes {
                start: *start,
                length: *length,
            },
            Place::Part { path } => Self::Part { path: path.clone() },
            Place::Jumbf { uri } => Self::Jumbf { uri: uri.clone() },
            Place::Certificate { index, subject } => Self::Certificate {
                index: *index,
                subject: subject.clone(),
            },
        }
    }
}

impl From<&Finding> for FindingRecord {
    fn from(finding: &Finding) -> Self {
        Self {
            code: finding.code.as_str(),
            severity: finding.severity,
            confidence: finding.confidence,
            place: (&finding.place).into(),
            message: Language::english().message(finding.code, &finding.arguments),
            arguments: finding.arguments.clone(),
        }
    }
}

impl From<&NotChecked> for NotCheckedRecord {
    fn from(left_out: &NotChecked) -> Self {
        Self {
            what: left_out.what.as_str(),
            why: Language::english().message(left_out.what, &left_out.arguments),
            arguments: left_out.arguments.clone(),
        }
    }
}
