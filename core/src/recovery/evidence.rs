//! What was asked of registries, and what came of it.

use serde::{Deserialize, Serialize};

use crate::{
    credentials::CredentialEvidence,
    evidence::Code,
    fingerprint::{Region, pdq::Turn},
    picture::{MarkGeometry, Preview},
};

/// What led to a manifest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum FoundBy {
    /// A mark in the pixels.
    Watermark {
        /// Its payload, hexadecimal.
        payload: String,
        /// Where the marked picture lies.
        geometry: MarkGeometry,
    },
    /// What the picture looks like.
    Fingerprint {
        /// Bits that differ, 0..=256.
        distance: u32,
        /// The turn under which it looks so.
        turn: Turn,
    },
}

/// A tombstone: whoever keeps the registry asks not to rely on the manifest any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tombstone {
    /// When it was revoked, in seconds since 1970-01-01T00:00:00Z.
    pub revoked_at: i64,
    /// Why, in the words of whoever revoked it.
    pub reason: String,
}

/// A manifest that a registry offers for a picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// The registry's name.
    pub registry: String,
    /// SHA-256 of the store, hexadecimal.
    pub manifest: String,
    /// The manifest store.
    pub store: Vec<u8>,
    /// What led to it.
    pub found_by: FoundBy,
    /// Its tombstone.
    pub revocation: Option<Tombstone>,
}

/// How the picture in hand compares with what was signed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Whether it shows what was signed, changes apart.
    pub same_picture: bool,
    /// Share of what was compared that looks as it was signed, 0..=1.
    pub similarity: f64,
    /// Share of the signed picture that could be compared, 0..=1.
    pub compared: f64,
    /// Where it differs, in shares of the picture in hand as shown.
    pub changed_regions: Vec<Region>,
}

/// A manifest read beside the picture that it was recovered for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecoveredEvidence {
    /// The registry's name.
    pub registry: String,
    /// SHA-256 of the store, hexadecimal.
    pub manifest: String,
    /// What led to it.
    pub found_by: FoundBy,
    /// Its tombstone.
    pub revocation: Option<Tombstone>,
    /// The manifest store, its binding to content apart.
    pub credentials: CredentialEvidence,
    /// Whether the manifest itself names the mark, or the fingerprint, that led to it: a registry's
    /// word alone ties nothing together.
    pub is_named: bool,
    /// The comparison with the signed fingerprint; `None` when the manifest has none that can be
    /// compared.
    pub comparison: Option<Comparison>,
    /// Small copies of the pictures that the store carries; empty when nobody asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub previews: Vec<Preview>,
}

/// Several manifests that claim one mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The payload, hexadecimal.
    pub payload: String,
    /// SHA-256 of the stores, hexadecimal.
    pub manifests: Vec<String>,
}

/// A registry that could not be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Silent {
    /// Its name.
    pub registry: String,
    /// Why, as a code.
    pub code: Code,
    /// Why, in the words of whoever failed.
    pub detail: String,
}

/// Everything about recovering a credential for one picture.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RecoveryEvidence {
    /// Payloads that no registry knows, hexadecimal.
    pub unknown: Vec<String>,
    /// Marks that several manifests claim.
    pub conflicts: Vec<Conflict>,
    /// Registries that could not be asked. Their silence is no answer.
    pub silent: Vec<Silent>,
    /// Whether registries were searched for the picture's looks.
    pub searched_looks: bool,
    /// What was found, in order of registries.
    pub found: Vec<RecoveredEvidence>,
}
