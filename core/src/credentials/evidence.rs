//! What reading a manifest store yields, before trust and time are considered.

use serde::{Deserialize, Serialize};

use crate::{
    asset::ByteRange,
    evidence::{Code, Finding},
    labels::SourceType,
};

/// What is known about an asset's credentials.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CredentialEvidence {
    /// Not looked for (`--only`).
    NotExamined,
    /// No manifest store in the asset or beside it.
    None {
        /// A remote manifest that the asset names; never fetched.
        remote_url: Option<String>,
    },
    /// A manifest store was read, well-formed or not.
    Store(Box<StoreEvidence>),
    /// The asset could not be looked into.
    Unreadable {
        /// Why.
        code: Code,
        /// What exactly, for people.
        detail: String,
    },
}

/// A manifest store and what verification said about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoreEvidence {
    /// Label of the active manifest; `None` when the store is too broken to tell.
    pub active: Option<String>,
    /// The manifests that the active one reaches, itself first.
    pub manifests: Vec<ManifestEvidence>,
    /// Status codes of the verifying crate, except its decisions on trust and time.
    pub statuses: Vec<Status>,
    /// Findings of our own audits.
    pub findings: Vec<Finding>,
    /// Byte ranges that the content binding does not cover, and what lies there.
    pub not_covered: Vec<NotCovered>,
    /// The store came from a sidecar file.
    pub sidecar: bool,
    /// A remote manifest that the asset names besides.
    pub remote_url: Option<String>,
}

/// Bytes of the asset that the active manifest's content binding leaves out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotCovered {
    /// The bytes.
    pub range: ByteRange,
    /// What lies there: `manifest store`, `EXIF`, `XMP`, `unknown`...
    pub what: String,
}

/// Whether a status speaks for or against the manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StatusKind {
    /// The check held.
    Success,
    /// Context.
    Informational,
    /// The check failed.
    Failure,
}

/// One status of C2PA validation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// The code, verbatim.
    pub code: String,
    /// For or against.
    pub kind: StatusKind,
    /// JUMBF URI of what was checked.
    pub uri: Option<String>,
    /// The ingredient assertion under which it arose; `None` for the active manifest.
    pub ingredient: Option<String>,
    /// The verifier's own words.
    pub explanation: Option<String>,
}

/// One manifest of a store.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ManifestEvidence {
    /// The manifest's label.
    pub label: String,
    /// 1 or 2.
    pub claim_version: u8,
    /// An update manifest binds to content only through its parent.
    pub update: bool,
    /// `claim_generator_info` name and version, or `claim_generator`.
    pub generator: Option<String>,
    /// `dc:title`.
    pub title: Option<String>,
    /// `dc:format`.
    pub format: Option<String>,
    /// `instanceID`.
    pub instance_id: Option<String>,
    /// Digital source type of the first action that declares one; without one, of the metadata.
    pub source_type: Option<SourceType>,
    /// The same, as written.
    pub source_type_uri: Option<String>,
    /// Actions in order.
    pub actions: Vec<ActionEvidence>,
    /// Whether the list of actions is said to be complete.
    #[serde(default)]
    pub all_actions: Option<bool>,
    /// Digital source types that metadata assertions declare.
    #[serde(default)]
    pub declared_source_types: Vec<DeclaredSourceType>,
    /// Ingredients in order of their assertions.
    pub ingredients: Vec<IngredientEvidence>,
    /// Labels of all assertions that the claim names.
    pub assertions: Vec<String>,
    /// The claim signature; `None` when it is missing or unreadable.
    pub signature: Option<SignatureEvidence>,
    /// Identity assertions (CAWG).
    pub identities: Vec<IdentityEvidence>,
    /// Soft bindings: marks in the content and fingerprints of it, by which a credential that was
    /// lost can be found again.
    #[serde(default)]
    pub soft_bindings: Vec<SoftBindingEvidence>,
}

/// A digital source type in a metadata assertion of a manifest (C2PA 2.2, section 18.16).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeclaredSourceType {
    /// JUMBF URI of the assertion.
    pub uri: String,
    /// The value, as written.
    pub value: String,
}

/// One soft binding of a manifest (C2PA 2.2, section 18.10).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoftBindingEvidence {
    /// JUMBF URI of the assertion.
    pub uri: String,
    /// The algorithm's name, as written.
    pub alg: String,
    /// What it binds: of a mark its payloads, hexadecimal, one for each block.
    #[serde(default)]
    pub values: Vec<String>,
}

/// One action of a manifest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionEvidence {
    /// The action, for example `c2pa.created`.
    pub action: String,
    /// When, as written.
    pub when: Option<String>,
    /// The software agent, as written.
    pub software_agent: Option<String>,
    /// Digital source type, as written.
    pub source_type_uri: Option<String>,
    /// Reason of a redaction.
    pub reason: Option<String>,
}

/// One ingredient of a manifest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IngredientEvidence {
    /// JUMBF URI of the ingredient assertion.
    pub uri: String,
    /// `parentOf`, `componentOf` or `inputTo`.
    pub relationship: String,
    /// Title, as written.
    pub title: Option<String>,
    /// Media type, as written.
    pub format: Option<String>,
    /// Label of the ingredient's own manifest, when it names one.
    pub manifest: Option<String>,
    /// Failure codes that its author recorded when adding it; before version 3 of the assertion,
    /// all codes that were recorded.
    pub recorded_failures: Vec<String>,
    /// Its author recorded that it was signed inside the validity of its certificate.
    pub recorded_inside_validity: bool,
    /// Digital source type of the ingredient, as written.
    pub source_type_uri: Option<String>,
}

/// A claim signature, as read. Holds no trust decision.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureEvidence {
    /// COSE algorithm: `es256`, `ed25519`...
    pub algorithm: Option<String>,
    /// Certificates (DER), leaf first, as the signature carries them.
    #[serde(with = "crate::bytes::list")]
    pub chain: Vec<Vec<u8>>,
    /// Our own verification of the COSE signature over the claim bytes with the leaf's key.
    pub holds: bool,
    /// Time-stamps over this signature: in its header, or in a later manifest's assertion.
    pub time_stamps: Vec<TimeStampEvidence>,
    /// An OCSP answer is stapled.
    pub revocation_stapled: bool,
}

/// One RFC 3161 time-stamp token, as read. Holds no trust decision.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeStampEvidence {
    /// `sigTst`, `sigTst2` or `c2pa.time-stamp`.
    pub source: String,
    /// The time it states, seconds since 1970-01-01T00:00:00Z.
    pub time: Option<i64>,
    /// Certificates (DER) of the authority, signer first.
    #[serde(with = "crate::bytes::list")]
    pub chain: Vec<Vec<u8>>,
    /// The token's own signature and its imprint of our signature hold.
    pub holds: bool,
    /// `timeStamp.malformed` or `timeStamp.mismatch`, when it does not hold.
    pub problem: Option<String>,
}

/// One CAWG identity assertion, as read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentityEvidence {
    /// JUMBF URI of the assertion.
    pub uri: String,
    /// `cawg.x509.cose` or `cawg.identity_claims_aggregation`.
    pub kind: String,
    /// Name it states: the certificate's subject, or the verified names of an aggregation.
    pub name: Option<String>,
    /// Roles, as written.
    pub roles: Vec<String>,
    /// Certificates (DER), leaf first; empty for aggregations.
    #[serde(with = "crate::bytes::list")]
    pub chain: Vec<Vec<u8>>,
    /// The signature over the signer payload holds.
    pub holds: bool,
    /// Every referenced assertion matches its hash.
    pub references_hold: bool,
    /// Why it does not hold.
    pub problem: Option<String>,
}
