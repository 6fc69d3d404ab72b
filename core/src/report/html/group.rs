//! In which order files are told of: contradictions first, what says nothing last.

use crate::report::{Record, Sentence};

/// Files that are told of together, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    /// Witnesses disagree.
    Contradictory,
    /// A credential that does not hold.
    Fails,
    /// A credential that holds.
    Holds,
    /// Something else that says where the file comes from.
    Labelled,
    /// Nobody could look.
    Unreadable,
    /// Nothing.
    None,
}

impl Group {
    /// The group of a record.
    pub(super) fn of(record: &Record) -> Self {
        if !record.contradictions.is_empty() {
            return Self::Contradictory;
        }
        let credentials = &record.credentials;
        match credentials.state {
            "invalid" => Self::Fails,
            "trusted" | "valid" => Self::Holds,
            "unreadable" => Self::Unreadable,
            _ if !record.labels.is_empty()
                || !record.watermark.marks.is_empty()
                || record.recovered.is_some()
                || credentials.remote_url.is_some() =>
            {
                Self::Labelled
            }
            _ => Self::None,
        }
    }

    /// Its heading.
    pub(super) const fn heading(self) -> Sentence {
        match self {
            Self::Contradictory => Sentence::GroupContradictory,
            Self::Fails => Sentence::GroupFails,
            Self::Holds => Sentence::GroupHolds,
            Self::Labelled => Sentence::GroupLabelled,
            Self::Unreadable => Sentence::GroupUnreadable,
            Self::None => Sentence::GroupNone,
        }
    }

    /// What the outcome of one of its records means.
    pub(super) fn outcome(self, record: &Record) -> Sentence {
        match self {
            Self::Contradictory => Sentence::OutcomeContradictory,
            Self::Fails => Sentence::OutcomeInvalid,
            Self::Holds if record.credentials.state == "trusted" => Sentence::OutcomeTrusted,
            Self::Holds => Sentence::OutcomeValid,
            Self::Labelled => Sentence::OutcomeLabelled,
            Self::Unreadable => Sentence::OutcomeUnreadable,
            Self::None => Sentence::OutcomeNone,
        }
    }

    /// Its place in the page.
    pub(super) const fn anchor(self) -> &'static str {
        match self {
            Self::Contradictory => "contradictory",
            Self::Fails => "fails",
            Self::Holds => "holds",
            Self::Labelled => "labelled",
            Self::Unreadable => "unreadable",
            Self::None => "nothing-found",
        }
    }
}
