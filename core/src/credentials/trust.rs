//! Trust material: dated, named packs of anchors by purpose.

mod material;

use std::collections::{BTreeSet, HashMap};

pub use self::material::{Intent, TrustError, parse_material, write_packs};
use super::{certificate::Certificate, profile::Purpose};

/// Extended key usages that count as claim signing under anchors whose pack names no others:
/// emailProtection, documentSigning, C2PA claimSigning, and Microsoft's C2PA signing.
pub const CLAIM_SIGNING_USAGES: [&str; 4] = [
    "1.3.6.1.5.5.7.3.4",
    "1.3.6.1.5.5.7.3.36",
    "1.3.6.1.4.1.62558.2.1",
    "1.3.6.1.4.1.311.76.59.1.9",
];

/// `id-kp-timeStamping` (RFC 3161, section 2.3).
pub const TIME_STAMPING_USAGE: &str = "1.3.6.1.5.5.7.3.8";

/// A certificate whose key is trusted to issue others, for one purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustAnchor {
    /// What it is trusted for.
    pub purpose: Purpose,
    /// Name and key that are trusted.
    pub certificate: Certificate,
}

/// A signing certificate that is trusted by itself (C2PA 2.2, section 14.4.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllowedCertificate {
    /// SHA-256 of the DER certificate.
    pub fingerprint: [u8; 32],
    /// The DER certificate, when the pack carries it and not only its hash.
    pub der: Option<Vec<u8>>,
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
    /// Signing certificates trusted directly, for claims only.
    pub allowed: Vec<AllowedCertificate>,
    /// Extended key usages that count under this pack's anchors for claims and identities;
    /// empty means [`CLAIM_SIGNING_USAGES`].
    pub extended_key_usages: Vec<String>,
}

impl TrustPack {
    /// Whether a signing certificate with these extended key usages may be judged by this pack's
    /// anchors (C2PA 2.2, section 14.5.1.2).
    #[must_use]
    pub fn accepts(&self, purpose: Purpose, usages: &[String]) -> bool {
        let accepted = self.usages(purpose);
        usages.iter().any(|usage| accepted.contains(usage.as_str()))
    }

    fn usages(&self, purpose: Purpose) -> BTreeSet<&str> {
        match purpose {
            Purpose::TimeStamping => BTreeSet::from([TIME_STAMPING_USAGE]),
            Purpose::ClaimSigning | Purpose::Identity if self.extended_key_usages.is_empty() => {
                CLAIM_SIGNING_USAGES.into_iter().collect()
            }
            Purpose::ClaimSigning | Purpose::Identity => self
                .extended_key_usages
                .iter()
                .map(String::as_str)
                .collect(),
        }
    }
}

/// An anchor's place: pack, then anchor within it.
type Position = (usize, usize);

/// Everything that a run trusts, parsed and indexed once.
#[derive(Clone, Debug, Default)]
pub struct TrustStore {
    packs: Vec<TrustPack>,
    anchors: HashMap<Purpose, HashMap<Vec<u8>, Vec<Position>>>,
    allowed: HashMap<[u8; 32], usize>,
    usages: HashMap<Purpose, Vec<String>>,
}

impl TrustStore {
    /// Indexes packs. Where several vouch, the first is named.
    #[must_use]
    pub fn new(packs: Vec<TrustPack>) -> Self {
        let mut anchors: HashMap<Purpose, HashMap<Vec<u8>, Vec<Position>>> = HashMap::new();
        let mut allowed = HashMap::new();
        for (pack_index, pack) in packs.iter().enumerate() {
            for (anchor_index, anchor) in pack.anchors.iter().enumerate() {
                anchors
                    .entry(anchor.purpose)
                    .or_default()
                    .entry(anchor.certificate.subject_der().to_vec())
                    .or_default()
                    .push((pack_index, anchor_index));
            }
            for certificate in &pack.allowed {
                allowed.entry(certificate.fingerprint).or_insert(pack_index);
            }
        }
        let purposes = [
            Purpose::ClaimSigning,
            Purpose::TimeStamping,
            Purpose::Identity,
        ];
        let usages = purposes
            .into_iter()
            .map(|purpose| (purpose, union_of_usages(&packs, purpose)))
            .collect();
        Self {
            packs,
            anchors,
            allowed,
            usages,
        }
    }

    /// The packs, in order.
    #[must_use]
    pub fn packs(&self) -> &[TrustPack] {
        &self.packs
    }

    /// Nothing in use vouches for this purpose.
    #[must_use]
    pub fn is_empty_for(&self, purpose: Purpose) -> bool {
        let anchors = self.anchors.contains_key(&purpose);
        !anchors && (purpose != Purpose::ClaimSigning || self.allowed.is_empty())
    }

    /// Extended key usages that some pack in use accepts for this purpose, and the standard ones.
    #[must_use]
    pub fn usages(&self, purpose: Purpose) -> Vec<String> {
        self.usages
            .get(&purpose)
            .cloned()
            .unwrap_or_else(|| union_of_usages(&[], purpose))
    }

    /// Anchors for a purpose with this subject (DER), in order of packs.
    pub(crate) fn anchors(
        &self,
        purpose: Purpose,
        subject: &[u8],
    ) -> impl Iterator<Item = (&TrustPack, &TrustAnchor)> {
        self.anchors
            .get(&purpose)
            .and_then(|anchors| anchors.get(subject))
            .into_iter()
            .flatten()
            .filter_map(|(pack_index, anchor_index)| {
                let pack = self.packs.get(*pack_index)?;
                Some((pack, pack.anchors.get(*anchor_index)?))
            })
    }

    /// The pack that trusts exactly this certificate for claims.
    pub(crate) fn allows(&self, fingerprint: &[u8; 32]) -> Option<&TrustPack> {
        self.packs.get(*self.allowed.get(fingerprint)?)
    }
}

fn union_of_usages(packs: &[TrustPack], purpose: Purpose) -> Vec<String> {
    let standard = TrustPack::default();
    packs
        .iter()
        .chain([&standard])
        .flat_map(|pack| pack.usages(purpose))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests;
