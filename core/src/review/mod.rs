//! A human decides: a ledger in which people record decisions beside what the machine found, never
//! over it.
//!
//! The ledger is NDJSON, only ever appended to. Each line holds the hash of the one before it, and a
//! signed head says how long the ledger is and how it ends, so that edits, deletions, reorderings
//! and cuts are found and named (`chain`). `spec/review.md` is its format, byte by byte.

mod chain;
mod head;
mod recheck;

pub use chain::{Chain, Fault, Place, verify};
pub use head::{Head, HeadError};
pub use recheck::{Change, Changed, Revoked, recheck};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{report::Record, verdict::duties::Met};

/// Name and version of a line of the ledger.
pub const SCHEMA: &str = "hallmark.review/1";

/// What stands for the line before the first one.
pub const NOTHING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Position in the ledger, from 1.
    pub sequence: u64,
    /// SHA-256 of the line before, without its line break, hexadecimal; [`NOTHING`] for the first.
    pub previous: String,
    /// When it was written, RFC 3339, UTC.
    pub at: String,
    /// SHA-256 of the asset, hexadecimal: what all entries about it share.
    pub asset: String,
    /// What it says.
    #[serde(flatten)]
    pub body: Body,
}

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Body {
    /// What the machine found.
    Finding(Box<MachineFinding>),
    /// What a person decided.
    Decision(Decision),
}

/// What the machine found, as far as a reader and a later check need it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MachineFinding {
    /// The path, as given.
    pub path: String,
    /// State of the credential.
    pub state: String,
    /// Declared origin.
    pub origin: String,
    /// Codes of findings that are at least notices.
    pub codes: Vec<String>,
    /// SHA-256 of each certificate, leaf first.
    pub certificates: Vec<String>,
    /// Subject of the anchor that vouches.
    pub anchor: Option<String>,
    /// Signing time from a time-stamp.
    pub signed_at: Option<String>,
    /// What backs it: `trusted`, `untrusted` or `none`.
    pub timestamp: String,
    /// The moment of judgement.
    pub judged_at: String,
    /// Version of the rules.
    pub ruleset: String,
    /// Whether a person has to look before anything negative follows from it.
    pub needs_person: bool,
}

/// What a person decided about an asset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The decision.
    pub decision: Verdict,
    /// Why.
    pub reason: String,
    /// Who.
    pub reviewer: String,
}

/// What can be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The machine's finding stands.
    Confirm,
    /// It does not: a person knows better, and says why.
    Overrule,
    /// It stays open: more has to be known.
    Open,
}

impl Verdict {
    /// Its name in the ledger and on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Overrule => "overrule",
            Self::Open => "open",
        }
    }
}

impl MachineFinding {
    /// What a record says; `None` when the asset was not read to its end, and so cannot be named.
    #[must_use]
    pub fn of(record: &Record) -> Option<(String, Self)> {
        let credentials = &record.credentials;
        let worth: Vec<&'static str> = record
            .findings
            .iter()
            .filter(|finding| finding.severity >= crate::evidence::Severity::Notice)
            .map(|finding| finding.code)
            .collect();
        let negative = credentials.state == "invalid"
            || !record.contradictions.is_empty()
            || record.duties.iter().any(|duty| duty.met == Met::NotMet)
            || record
                .findings
                .iter()
                .any(|finding| finding.severity >= crate::evidence::Severity::Warning);
        let finding = Self {
            path: record.path.clone(),
            state: credentials.state.to_owned(),
            origin: record.origin.to_owned(),
            codes: worth.into_iter().map(str::to_owned).collect(),
            certificates: credentials.certificates.clone(),
            anchor: credentials.trust.as_ref().map(|trust| trust.anchor.clone()),
            signed_at: credentials.signed_at.clone(),
            timestamp: credentials.timestamp.to_owned(),
            judged_at: record.judged_at.clone(),
            ruleset: record.tool.ruleset.clone().into_owned(),
            needs_person: negative,
        };
        Some((record.sha256.clone()?, finding))
    }
}

/// The hash of a line, without its line break, as the next line states it.
#[must_use]
pub fn hash(line: &[u8]) -> String {
    hex::encode(Sha256::digest(line))
}

#[cfg(test)]
mod tests;
