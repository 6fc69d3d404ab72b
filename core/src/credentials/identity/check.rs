//! Linting a chain of certificates, and the key beside it, before anybody else refuses it.

use std::collections::HashSet;

use time::OffsetDateTime;
use zeroize::Zeroizing;

use super::SigningKey;
use crate::credentials::{
    certificate::Certificate,
    profile::{Purpose, Requirement, Role, check_profile},
    trust::{CLAIM_SIGNING_USAGES, TrustStore},
};

/// One thing to mend about an identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// [`Requirement::Shall`]: verifiers refuse it. [`Requirement::Should`]: worth mending.
    pub requirement: Requirement,
    /// Stable name of the rule.
    pub rule: String,
    /// The clause that states it.
    pub clause: String,
    /// Which certificate, from 1 in the order of the file; `None` for the chain or the key.
    pub certificate: Option<usize>,
    /// What is wrong, in one plain sentence.
    pub explanation: String,
    /// What to do about it.
    pub remedy: String,
}

/// Lints certificates in the order of their file, and the key beside them, as of `at` (seconds
/// since 1970-01-01T00:00:00Z). Nothing to say means that they fit the C2PA profile; whether
/// anybody trusts them is another matter.
#[must_use]
pub fn check_identity(
    certificates: &[Certificate],
    key_pem: Option<&Zeroizing<String>>,
    at: i64,
) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let Some(first) = certificates.first() else {
        return vec![chain_remark(
            Requirement::Shall,
            "chain.empty",
            "C2PA 2.2, 14.5",
            "There is no certificate.",
            "Put the signing certificate and its intermediates into the file, in PEM form.",
        )];
    };
    let leaf = certificates
        .iter()
        .position(|certificate| !certificate.is_authority())
        .unwrap_or(0);
    if leaf != 0 {
        remarks.push(chain_remark(
            Requirement::Shall,
            "chain.order",
            "C2PA 2.2, 14.5 (x5chain)",
            "The signing certificate does not come first.",
            "Put the signing certificate first, then its issuer, and so on.",
        ));
    }
    let accepted = TrustStore::default().usages(Purpose::ClaimSigning);
    for (index, certificate) in certificates.iter().enumerate() {
        let role = if index == leaf {
            Role::EndEntity(Purpose::ClaimSigning)
        } else {
            Role::Authority
        };
        for violation in check_profile(certificate, role, &accepted) {
            remarks.push(Remark {
                requirement: violation.requirement,
                rule: violation.rule.as_str().to_owned(),
                clause: violation.rule.clause().to_owned(),
                certificate: Some(index.saturating_add(1)),
                explanation: violation.explanation,
                remedy: violation.rule.remedy().to_owned(),
            });
        }
        remarks.extend(check_validity(certificate, index, at));
    }
    let signer = certificates.get(leaf).unwrap_or(first);
    remarks.extend(check_compatibility(signer, leaf));
    remarks.extend(check_links(certificates, leaf));
    if let Some(key_pem) = key_pem
        && let Err(error) = SigningKey::read(key_pem, signer)
    {
        remarks.push(chain_remark(
            Requirement::Shall,
            "key",
            "C2PA 2.2, 13.2.1",
            &sentence(&error.to_string()),
            "Use the private key for which the certificate was issued, not encrypted, in PEM form.",
        ));
    }
    remarks
}

fn check_validity(certificate: &Certificate, index: usize, at: i64) -> Option<Remark> {
    let day = |unix: i64| {
        OffsetDateTime::from_unix_timestamp(unix)
            .map_or_else(|_| unix.to_string(), |moment| moment.date().to_string())
    };
    if certificate.valid_at(at) {
        return None;
    }
    let (explanation, remedy) = if at > certificate.not_after() {
        (
            format!("It expired on {}.", day(certificate.not_after())),
            "Ask its issuer for a new one (`hallmark identity request` writes the request), or \
             make a new identity.",
        )
    } else {
        (
            format!("It begins only on {}.", day(certificate.not_before())),
            "Wait until then, or check the clock of this computer.",
        )
    };
    Some(Remark {
        requirement: Requirement::Shall,
        rule: "validity.period".to_owned(),
        clause: "C2PA 2.2, 15.8.2; RFC 5280, 6.1.3 (a) (2)".to_owned(),
        certificate: Some(index.saturating_add(1)),
        explanation,
        remedy: remedy.to_owned(),
    })
}

/// Both purposes that matter let every verifier read the signature.
fn check_compatibility(leaf: &Certificate, index: usize) -> Option<Remark> {
    let usages = leaf.extended_key_usages()?;
    let has = |wanted: &str| usages.iter().any(|usage| usage == wanted);
    let [email, documents, claims, _] = CLAIM_SIGNING_USAGES;
    let (missing, remedy) = match ((has(email) || has(documents)), has(claims)) {
        (true, false) => (
            "C2PA claimSigning",
            "Ask for the extended key usage 1.3.6.1.4.1.62558.2.1 too; the C2PA trust list is \
             for certificates that have it.",
        ),
        (false, true) => (
            "emailProtection",
            "Ask for the extended key usage emailProtection too; verifiers from before C2PA 2.2 \
             refuse the certificate without it.",
        ),
        _ => return None,
    };
    Some(Remark {
        requirement: Requirement::Should,
        rule: "extendedKeyUsage.compatible".to_owned(),
        clause: "C2PA 2.2, 14.4.1".to_owned(),
        certificate: Some(index.saturating_add(1)),
        explanation: format!("It lacks the purpose {missing}."),
        remedy: remedy.to_owned(),
    })
}

/// Follows the chain up from the signing certificate.
fn check_links(certificates: &[Certificate], leaf: usize) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut linked = HashSet::from([leaf]);
    let mut top = leaf;
    let mut authorities: usize = 0;
    while let Some(certificate) = certificates.get(top) {
        if certificate.is_self_issued() {
            break;
        }
        let named: Vec<usize> = certificates
            .iter()
            .enumerate()
            .filter(|(index, candidate)| {
                !linked.contains(index) && candidate.subject_der() == certificate.issuer_der()
            })
            .map(|(index, _)| index)
            .collect();
        let issuer = named.iter().copied().find(|index| {
            certificates
                .get(*index)
                .is_some_and(|candidate| certificate.is_signed_by(candidate))
        });
        let Some(issuer) = issuer else {
            if !named.is_empty() {
                remarks.push(chain_remark(
                    Requirement::Shall,
                    "chain.signature",
                    "RFC 5280, 6.1.3 (a) (1)",
                    &format!(
                        "The certificate of {} was not issued by the certificate above it, \
                         although it names it.",
                        certificate.subject()
                    ),
                    "Get the issuer's right certificate: it may have been renewed with a new key.",
                ));
            } else if top == leaf {
                remarks.push(missing(certificate));
            }
            break;
        };
        if let Some(limit) = certificates
            .get(issuer)
            .and_then(Certificate::basic_constraints)
            .and_then(|constraints| constraints.path_length)
            && usize::try_from(limit).is_ok_and(|limit| authorities > limit)
        {
            remarks.push(Remark {
                requirement: Requirement::Shall,
                rule: "basicConstraints.pathLength".to_owned(),
                clause: "RFC 5280, 6.1.4 (l), (m)".to_owned(),
                certificate: Some(issuer.saturating_add(1)),
                explanation: format!(
                    "It allows {limit} authorities below it, and there are {authorities}."
                ),
                remedy: "Have the signing certificate issued by an authority higher up.".to_owned(),
            });
        }
        linked.insert(issuer);
        authorities = authorities.saturating_add(1);
        top = issuer;
    }
    remarks.extend(check_root(certificates, &linked, leaf));
    remarks
}

fn check_root(
    certificates: &[Certificate],
    linked: &HashSet<usize>,
    leaf: usize,
) -> Option<Remark> {
    if certificates
        .get(leaf)
        .is_some_and(Certificate::is_self_issued)
    {
        return Some(chain_remark(
            Requirement::Should,
            "chain.selfSigned",
            "C2PA 2.2, 14.5.1.2",
            "The signing certificate is self-signed: it leads to no authority, so no list can \
             vouch for it.",
            "Have it issued by an authority, or make an identity with `hallmark identity new`.",
        ));
    }
    let root = linked
        .iter()
        .filter_map(|index| certificates.get(*index))
        .any(Certificate::is_self_issued);
    if root {
        return Some(chain_remark(
            Requirement::Should,
            "chain.root",
            "C2PA 2.2, 14.5",
            "The chain includes its root.",
            "Leave the root out; whoever trusts it has it, and it makes every signed file larger.",
        ));
    }
    if linked.len() < certificates.len() {
        return Some(chain_remark(
            Requirement::Should,
            "chain.unconnected",
            "C2PA 2.2, 14.5",
            "A certificate in the file does not lead up from the signing certificate.",
            "Remove it, or add the certificate that is missing between them.",
        ));
    }
    None
}

fn missing(leaf: &Certificate) -> Remark {
    chain_remark(
        Requirement::Shall,
        "chain.intermediate",
        "C2PA 2.2, 14.5",
        &format!(
            "The certificate of its issuer ({}) is missing.",
            leaf.issuer()
        ),
        "Add the issuer's certificates after the signing certificate, up to but without the \
         root; your authority gives them as the \"chain\" or \"bundle\". If the issuer is itself \
         a root on a trust list, nothing is missing.",
    )
}

fn chain_remark(
    requirement: Requirement,
    rule: &str,
    clause: &str,
    explanation: &str,
    remedy: &str,
) -> Remark {
    Remark {
        requirement,
        rule: rule.to_owned(),
        clause: clause.to_owned(),
        certificate: None,
        explanation: explanation.to_owned(),
        remedy: remedy.to_owned(),
    }
}

/// An error message as a sentence.
fn sentence(message: &str) -> String {
    let mut characters = message.chars();
    let first = characters
        .next()
        .map(|first| first.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), characters.as_str())
}
