//! Path validation (RFC 5280, section 6; C2PA 2.2, section 14.5.1.2), ours: the second lock
//! beside the verifying crate.

use super::{
    profile::{ProfileViolation, Purpose},
    trust::TrustStore,
};
use crate::{evidence::Finding, verdict::Vouching};

/// What the signing certificate says about its holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeafFacts {
    /// SHA-256 of the certificate.
    pub fingerprint: [u8; 32],
    /// Subject, as text.
    pub subject: String,
    /// First common name of the subject.
    pub common_name: Option<String>,
    /// First organisation of the subject.
    pub organization: Option<String>,
    /// Issuer, as text.
    pub issuer: String,
    /// First organisation of the issuer.
    pub issuer_organization: Option<String>,
    /// First moment of validity, seconds since 1970-01-01T00:00:00Z.
    pub not_before: i64,
    /// Last moment of validity, seconds since 1970-01-01T00:00:00Z.
    pub not_after: i64,
}

/// What can be said about a certificate chain for one purpose at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainJudgement {
    /// The signing certificate; `None` when there is none or it cannot be parsed
    /// (`signingCredential.invalid`).
    pub leaf: Option<LeafFacts>,
    /// "Shall" rules of the profile that the signing certificate breaks
    /// (`signingCredential.invalid`); empty for certificates that are trusted directly.
    pub violations: Vec<ProfileViolation>,
    /// The list that vouches; `None` is `signingCredential.untrusted`.
    pub vouching: Option<Vouching>,
    /// The moment lies within the validity of the signing certificate and, where a path to an
    /// anchor exists, of every authority on it (else `claimSignature.outsideValidity`).
    pub inside_validity: bool,
    /// What else is wrong or worth knowing, each once, with the certificate it concerns.
    pub findings: Vec<Finding>,
}

impl ChainJudgement {
    /// The signing certificate can be parsed and breaks no rule of the profile.
    #[must_use]
    pub fn profile_holds(&self) -> bool {
        self.leaf.is_some() && self.violations.is_empty()
    }
}

/// Judges a chain, leaf first, other certificates in any order, as of `at` (seconds since
/// 1970-01-01T00:00:00Z).
#[must_use]
pub fn judge_chain(
    chain: &[Vec<u8>],
    purpose: Purpose,
    at: i64,
    trust: &TrustStore,
) -> ChainJudgement {
    let _ = (chain, purpose, at, trust);
    ChainJudgement {
        leaf: None,
        violations: Vec::new(),
        vouching: None,
        inside_validity: false,
        findings: Vec::new(),
    }
}
