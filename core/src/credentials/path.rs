//! Path validation (RFC 5280, section 6; C2PA 2.2, section 14.5.1.2), ours: the second lock
//! beside the verifying crate. The rules are listed with their clauses in `spec/trust.md`.

mod constraints;
mod links;
mod search;

use std::collections::HashSet;

use time::OffsetDateTime;

use self::search::Search;
use super::{
    certificate::Certificate,
    profile::{
        ProfileViolation, Purpose, Requirement, Role, Rule, check_algorithms, check_profile,
    },
    trust::TrustStore,
};
use crate::{
    evidence::{Code, Finding, Place},
    verdict::Vouching,
};

/// Certificates of one chain that are read. Public chains have at most 4, with their root.
pub const MAX_CHAIN: usize = 10;

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
    /// (`signingCredential.invalid`). Certificates that are trusted directly are held to the
    /// algorithm rules alone (C2PA 2.2, section 14.5.1.1). A signing certificate that is an
    /// authority is not listed here: it is `signingCredential.untrusted` (14.5.1.2).
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

/// Judges a chain as of `at` (seconds since 1970-01-01T00:00:00Z). The leaf comes first, the
/// other certificates in any order; at most [`MAX_CHAIN`] are read.
///
/// Cost: usually one signature check a certificate, at most 64.
#[must_use]
pub fn judge_chain(
    chain: &[Vec<u8>],
    purpose: Purpose,
    at: i64,
    trust: &TrustStore,
) -> ChainJudgement {
    let mut findings = Findings::default();
    let mut certificates = Vec::new();
    for (index, der) in chain.iter().enumerate().take(MAX_CHAIN) {
        match Certificate::parse(der) {
            Ok(certificate) => certificates.push((index, certificate)),
            Err(error) => findings.add(
                Finding::new(Code::CertificateMalformed, place(index, "")).with("problem", error),
            ),
        }
    }
    let Some((0, leaf)) = certificates.first() else {
        return ChainJudgement {
            leaf: None,
            violations: Vec::new(),
            vouching: None,
            inside_validity: false,
            findings: findings.list,
        };
    };

    let directly = match purpose {
        Purpose::ClaimSigning => trust.allows(&leaf.fingerprint()),
        // C2PA 2.2, section 14.4.3: never for time-stamps.
        Purpose::TimeStamping | Purpose::Identity => None,
    };
    let broken = match directly {
        Some(_) => check_algorithms(leaf),
        None => check_profile(leaf, Role::EndEntity(purpose), &trust.usages(purpose)),
    };
    for violation in &broken {
        if violation.requirement == Requirement::Shall {
            findings.add(violation_finding(violation, 0, leaf));
        }
    }
    if purpose == Purpose::ClaimSigning && leaf.organization().is_none() {
        findings.add(
            Finding::new(
                Code::CertificateOrganizationMissing,
                place(0, leaf.subject()),
            )
            .with("subject", leaf.subject()),
        );
    }
    let authority = broken
        .iter()
        .any(|violation| violation.rule == Rule::EndEntity);

    let (vouching, inside_validity) = match directly {
        Some(pack) => {
            let inside = leaf.valid_at(at);
            if !inside {
                findings.add(validity_finding(0, leaf, at));
            }
            let vouching = Vouching {
                pack: pack.name.clone(),
                date: pack.date.clone(),
                anchor: leaf.subject().to_owned(),
            };
            (Some(vouching), inside)
        }
        None => {
            let outcome = Search::new(&certificates, purpose, at, trust).run();
            for finding in outcome.findings {
                findings.add(finding);
            }
            let vouching = outcome.vouching.filter(|_| !authority);
            (vouching, leaf.valid_at(at) && outcome.authorities_valid)
        }
    };

    ChainJudgement {
        leaf: Some(LeafFacts::from(leaf)),
        violations: broken
            .into_iter()
            .filter(|violation| violation.requirement == Requirement::Shall)
            .filter(|violation| violation.rule != Rule::EndEntity)
            .collect(),
        vouching,
        inside_validity,
        findings: findings.list,
    }
}

impl From<&Certificate> for LeafFacts {
    fn from(certificate: &Certificate) -> Self {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        Self {
            fingerprint: certificate.fingerprint(),
            subject: certificate.subject().to_owned(),
            common_name: owned(certificate.common_name()),
            organization: owned(certificate.organization()),
            issuer: certificate.issuer().to_owned(),
            issuer_organization: owned(certificate.issuer_organization()),
            not_before: certificate.not_before(),
            not_after: certificate.not_after(),
        }
    }
}

/// Findings in order, each code once a certificate.
#[derive(Default)]
struct Findings {
    list: Vec<Finding>,
    seen: HashSet<(Code, Place, Option<String>)>,
}

impl Findings {
    fn add(&mut self, finding: Finding) {
        let rule = finding
            .arguments
            .iter()
            .find(|(name, _)| name == "rule")
            .map(|(_, rule)| rule.clone());
        if self
            .seen
            .insert((finding.code, finding.place.clone(), rule))
        {
            self.list.push(finding);
        }
    }
}

fn place(index: usize, subject: &str) -> Place {
    Place::Certificate {
        index,
        subject: subject.to_owned(),
    }
}

fn violation_finding(
    violation: &ProfileViolation,
    index: usize,
    certificate: &Certificate,
) -> Finding {
    Finding::new(violation.rule.code(), place(index, certificate.subject()))
        .with("subject", certificate.subject())
        .with("explanation", &violation.explanation)
        .with("clause", violation.rule.clause())
        .with("rule", violation.rule.as_str())
}

fn validity_finding(index: usize, certificate: &Certificate, at: i64) -> Finding {
    let (code, name, moment) = if at < certificate.not_before() {
        (
            Code::CertificateNotYetValid,
            "begins",
            certificate.not_before(),
        )
    } else {
        (
            Code::CertificateExpiredNoTimeStamp,
            "expired",
            certificate.not_after(),
        )
    };
    Finding::new(code, place(index, certificate.subject()))
        .with("subject", certificate.subject())
        .with(name, date(moment))
}

/// A moment as a date; the number itself where the calendar ends.
fn date(unix: i64) -> String {
    OffsetDateTime::from_unix_timestamp(unix)
        .map_or_else(|_| unix.to_string(), |moment| moment.date().to_string())
}

#[cfg(test)]
mod tests;
