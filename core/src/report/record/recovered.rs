//! A credential that a registry had for the picture.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::{
    credentials::state,
    rfc3339,
    vocabulary::{self, Word},
};
use crate::{fingerprint::Region, picture::significant, verdict::RecoveredStatement};

/// A credential recovered from a registry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecoveredRecord {
    /// Label of its active manifest.
    pub manifest_id: Option<String>,
    /// SHA-256 of its store, hexadecimal.
    pub manifest_sha256: String,
    /// The registry that had it.
    pub registry: String,
    /// `watermark` or `fingerprint`: what led to it.
    #[serde(deserialize_with = "vocabulary::found_by")]
    pub found_by: Word,
    /// Bits of 256 in which the fingerprint differs; null when a mark led to it.
    pub distance: Option<u32>,
    /// `trusted`, `valid` or `invalid`: what its signature and trust amount to.
    #[serde(deserialize_with = "vocabulary::state")]
    pub state: Word,
    /// Who signed it; null when it speaks of another picture, or does not hold.
    pub signer: Option<String>,
    /// The issuer's organisation; null as `signer`.
    pub issuer: Option<String>,
    /// Signing time from a time-stamp; null as `signer`.
    pub signed_at: Option<String>,
    /// Digital source type that it declares; null as `signer`.
    pub source_type: Option<String>,
    /// Whether the picture in hand shows what was signed; null when it could not be compared.
    pub same_picture: Option<bool>,
    /// Share of what was compared that looks as it was signed.
    pub similarity: Option<f64>,
    /// Where it differs; null when nothing was compared, or it is another picture.
    pub changed_regions: Option<Vec<Region>>,
    /// Its tombstone.
    pub revoked: Option<RevokedRecord>,
}

/// A tombstone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevokedRecord {
    /// When, RFC 3339, UTC.
    pub at: String,
    /// Why, in the words of whoever revoked it.
    pub reason: String,
}

impl From<&RecoveredStatement> for RecoveredRecord {
    fn from(recovered: &RecoveredStatement) -> Self {
        let credentials = &recovered.credentials;
        let speaks = recovered.speaks();
        let said = |text: &Option<String>| text.clone().filter(|_| speaks);
        Self {
            manifest_id: recovered.manifest_id.clone(),
            manifest_sha256: recovered.manifest.clone(),
            registry: recovered.registry.clone(),
            found_by: if recovered.distance.is_some() {
                "fingerprint"
            } else {
                "watermark"
            },
            distance: recovered.distance,
            state: state(credentials.state),
            signer: said(&credentials.signer),
            issuer: said(&credentials.issuer),
            signed_at: credentials.signed_at.filter(|_| speaks).map(rfc3339),
            source_type: said(&credentials.source_type),
            same_picture: recovered.same_picture,
            similarity: recovered.similarity.map(|value| significant(value, 4)),
            changed_regions: recovered.changed_regions.clone(),
            revoked: recovered
                .revocation
                .as_ref()
                .map(|tombstone| RevokedRecord {
                    at: OffsetDateTime::from_unix_timestamp(tombstone.revoked_at)
                        .map(rfc3339)
                        .unwrap_or_default(),
                    reason: tombstone.reason.clone(),
                }),
        }
    }
}
