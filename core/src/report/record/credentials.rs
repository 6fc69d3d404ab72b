//! The first witness in a record: the manifest, its signer, its history.

use serde::{Deserialize, Serialize};

use super::{
    rfc3339,
    vocabulary::{self, Word},
};
use crate::{
    credentials::evidence::ActionEvidence,
    verdict::{
        CredentialState, CredentialStatement, IngredientStatement, Revocation, TimeStampState,
        Vouching,
    },
};

/// What is reported about credentials.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CredentialRecord {
    /// `trusted`, `valid`, `invalid`, `none`, `unreadable`, or `not-checked` when left out on request.
    #[serde(deserialize_with = "vocabulary::state")]
    pub state: Word,
    /// C2PA status codes, sorted, each once.
    pub codes: Vec<String>,
    /// Label of the active manifest.
    pub manifest_id: Option<String>,
    /// Common name of the signing certificate.
    pub signer: Option<String>,
    /// Organisation of the signing certificate, else its issuer's.
    pub issuer: Option<String>,
    /// SHA-256 of each certificate, hexadecimal, leaf first.
    pub certificates: Vec<String>,
    /// Which list vouches.
    pub trust: Option<TrustRecord>,
    /// Signing time from a time-stamp, RFC 3339, UTC.
    pub signed_at: Option<String>,
    /// `trusted`, `untrusted` or `none`.
    #[serde(deserialize_with = "vocabulary::time_stamp")]
    pub timestamp: Word,
    /// Digital source type of the active manifest, as written.
    pub source_type: Option<String>,
    /// The claim generator.
    pub generator: Option<String>,
    /// Actions in order.
    pub actions: Vec<ActionRecord>,
    /// The ingredient chain.
    pub ingredients: Vec<IngredientRecord>,
    /// Bytes that the signature does not cover.
    pub not_covered: Vec<NotCoveredRecord>,
    /// Where a remote manifest is said to be; never fetched.
    pub remote_url: Option<String>,
    /// The manifest store came from a file beside the asset.
    pub sidecar: bool,
    /// `not-checked`, `stapled-good` or `revoked`.
    #[serde(deserialize_with = "vocabulary::revocation")]
    pub revocation: Word,
}

/// Which pack of trust material vouches, and with which anchor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrustRecord {
    /// Name of the pack.
    pub pack: String,
    /// Its date, as written in it.
    pub date: Option<String>,
    /// Subject of the anchor, or of the allowed end-entity certificate.
    pub anchor: String,
}

/// One action, as its author wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionRecord {
    /// The action, for example `c2pa.created`.
    pub action: String,
    /// When, as written.
    pub when: Option<String>,
    /// The software agent, as written.
    pub software_agent: Option<String>,
    /// Digital source type, as written.
    pub source_type: Option<String>,
    /// Reason of a redaction.
    pub reason: Option<String>,
}

/// One step of the ingredient chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IngredientRecord {
    /// `parentOf`, `componentOf` or `inputTo`.
    pub relationship: String,
    /// Title, as written.
    pub title: Option<String>,
    /// Media type, as written.
    pub format: Option<String>,
    /// The ingredient's own manifest.
    pub manifest_id: Option<String>,
    /// State of that manifest's signature; `none` when the step is unsigned.
    #[serde(deserialize_with = "vocabulary::state")]
    pub state: Word,
    /// Who signed it.
    pub signer: Option<String>,
    /// When, if a time-stamp says so.
    pub signed_at: Option<String>,
    /// Digital source type, as written.
    pub source_type: Option<String>,
    /// Its own ingredients, down to the depth limit.
    pub ingredients: Vec<Self>,
}

/// Bytes outside the signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotCoveredRecord {
    /// First byte.
    pub start: u64,
    /// Number of bytes.
    pub length: u64,
    /// What lies there.
    pub what: String,
}

impl From<&CredentialStatement> for CredentialRecord {
    fn from(statement: &CredentialStatement) -> Self {
        Self {
            state: state(statement.state),
            codes: statement.codes.clone(),
            manifest_id: statement.manifest_id.clone(),
            signer: statement.signer.clone(),
            issuer: statement.issuer.clone(),
            certificates: statement.certificates.iter().map(hex::encode).collect(),
            trust: statement.trust.as_ref().map(TrustRecord::from),
            signed_at: statement.signed_at.map(rfc3339),
            timestamp: match statement.timestamp {
                TimeStampState::Trusted => "trusted",
                TimeStampState::Untrusted => "untrusted",
                TimeStampState::None => "none",
            },
            source_type: statement.source_type.clone(),
            generator: statement.generator.clone(),
            actions: statement.actions.iter().map(ActionRecord::from).collect(),
            ingredients: statement
                .ingredients
                .iter()
                .map(IngredientRecord::from)
                .collect(),
            not_covered: statement
                .not_covered
                .iter()
                .map(|(range, what)| NotCoveredRecord {
                    start: range.start,
                    length: range.length,
                    what: what.clone(),
                })
                .collect(),
            remote_url: statement.remote_url.clone(),
            sidecar: statement.sidecar,
            revocation: match statement.revocation {
                Revocation::NotChecked => "not-checked",
                Revocation::StapledGood => "stapled-good",
                Revocation::Revoked => "revoked",
            },
        }
    }
}

impl From<&Vouching> for TrustRecord {
    fn from(vouching: &Vouching) -> Self {
        Self {
            pack: vouching.pack.clone(),
            date: vouching.date.clone(),
            anchor: vouching.anchor.clone(),
        }
    }
}

impl From<&ActionEvidence> for ActionRecord {
    fn from(action: &ActionEvidence) -> Self {
        Self {
            action: action.action.clone(),
            when: action.when.clone(),
            software_agent: action.software_agent.clone(),
            source_type: action.source_type_uri.clone(),
            reason: action.reason.clone(),
        }
    }
}

impl From<&IngredientStatement> for IngredientRecord {
    fn from(ingredient: &IngredientStatement) -> Self {
        Self {
            relationship: ingredient.relationship.clone(),
            title: ingredient.title.clone(),
            format: ingredient.format.clone(),
            manifest_id: ingredient.manifest_id.clone(),
            state: state(ingredient.state),
            signer: ingredient.signer.clone(),
            signed_at: ingredient.signed_at.map(rfc3339),
            source_type: ingredient.source_type.clone(),
            ingredients: ingredient.ingredients.iter().map(Self::from).collect(),
        }
    }
}

pub(super) const fn state(state: CredentialState) -> Word {
    match state {
        CredentialState::Trusted => "trusted",
        CredentialState::Valid => "valid",
        CredentialState::Invalid => "invalid",
        CredentialState::None => "none",
        CredentialState::Unreadable => "unreadable",
        CredentialState::NotChecked => "not-checked",
    }
}
