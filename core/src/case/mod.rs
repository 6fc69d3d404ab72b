//! A case: what was examined, what was found, under which rules and lists, signed as a whole, so that
//! somebody else can make the same judgement later, offline (`spec/evidence.md`).

pub mod archive;
pub mod envelope;
mod redact;
mod replay;

pub use redact::redact;
pub use replay::{Difference, differences};

use serde::{Deserialize, Serialize};

use crate::{examine, verdict::duties::Profile};

/// Type of the signed statement's predicate.
pub const PREDICATE: &str = "urn:hallmark:case:1";

/// Name of the envelope in the archive.
pub const ENVELOPE: &str = "case.dsse.json";
/// Name of the records.
pub const RECORDS: &str = "records.ndjson";
/// Name of the trust lists; absent when there were none.
pub const TRUST: &str = "trust.pack.json";

/// Name of the evidence about the asset of that number, from 1.
#[must_use]
pub fn evidence_name(number: usize) -> String {
    format!("evidence/{number:06}.json")
}

/// Name of the asset of that number, from 1.
#[must_use]
pub fn media_name(number: usize) -> String {
    format!("media/{number:06}")
}

/// Name of the manifest store that lay beside the asset of that number, from 1.
#[must_use]
pub fn sidecar_name(number: usize) -> String {
    format!("media/{number:06}.c2pa")
}

/// What is said about a case besides its members' hashes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Predicate {
    /// Version of the program.
    pub tool: String,
    /// Version of the rules.
    pub ruleset: String,
    /// SHA-256 of the program, hexadecimal: which build it was.
    pub build_sha256: String,
    /// When the case was made, RFC 3339, UTC, by the clock of whoever made it.
    pub made_at: String,
    /// The moment as of which was judged.
    pub judged_at: String,
    /// How was examined; private watermark keys are left out.
    pub settings: examine::Settings,
    /// Identifiers of the private watermark keys that were used.
    pub watermark_keys: Vec<String>,
    /// Rules on content made by AI that were asked about.
    pub profiles: Vec<Profile>,
    /// Assets in the case.
    pub assets: usize,
    /// Whether the media are in it; else only their hashes, in the records.
    pub media: bool,
    /// Whether paths, names and small pictures were left out.
    pub redacted: bool,
    /// The public key that signed, hexadecimal.
    pub key: String,
}

#[cfg(test)]
mod tests;
