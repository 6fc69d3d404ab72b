//! Finding a path from a signing certificate up to an anchor, with bounded work.

use super::{
    constraints::forbidden, links::is_signed_by, place, validity_finding, violation_finding,
};
use crate::{
    credentials::{
        certificate::Certificate,
        profile::{Purpose, Requirement, Role, check_profile},
        trust::{TrustAnchor, TrustPack, TrustStore},
    },
    evidence::{Code, Finding},
    verdict::Vouching,
};

/// Most signatures that one judgement asks for, remembered or not. A sorted chain needs one a certificate; the
/// rest is room for anchors and intermediates that share a name.
pub(super) const MAX_SIGNATURE_CHECKS: usize = 64;

/// What the search found.
pub(super) struct Outcome {
    pub(super) vouching: Option<Vouching>,
    /// Every authority on the path is valid at the moment; true without a path.
    pub(super) authorities_valid: bool,
    pub(super) findings: Vec<Finding>,
}

/// A search from the leaf upwards. Every rule about a certificate on a path depends only on what
/// lies below it, so that each link is judged once, when it is added.
pub(super) struct Search<'a> {
    /// Positions in the chain as received, and certificates; the leaf first.
    certificates: &'a [(usize, Certificate)],
    purpose: Purpose,
    at: i64,
    trust: &'a TrustStore,
    signature_checks: usize,
    /// What kept links from being taken.
    obstacles: Vec<Finding>,
    /// Which certificates some path from the leaf reaches.
    reached: Vec<bool>,
    /// Reached certificates whose issuer is nowhere.
    orphans: Vec<usize>,
    /// The first path that holds but for the validity of its authorities.
    expired: Option<Found<'a>>,
}

struct Found<'a> {
    pack: &'a TrustPack,
    anchor: &'a TrustAnchor,
    /// Indices into `Search::certificates`, the leaf first.
    path: Vec<usize>,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        certificates: &'a [(usize, Certificate)],
        purpose: Purpose,
        at: i64,
        trust: &'a TrustStore,
    ) -> Self {
        Self {
            certificates,
            purpose,
            at,
            trust,
            signature_checks: 0,
            obstacles: Vec::new(),
            reached: vec![false; certificates.len()],
            orphans: Vec::new(),
            expired: None,
        }
    }

    pub(super) fn run(mut self) -> Outcome {
        let mut path = vec![0];
        let found = self.extend(&mut path).or(self.expired.take());
        if let Some(found) = found {
            let outside: Vec<Finding> = found
                .path
                .iter()
                .filter_map(|index| self.certificates.get(*index))
                .filter(|(_, certificate)| !certificate.valid_at(self.at))
                .map(|(position, certificate)| validity_finding(*position, certificate, self.at))
                .collect();
            let authorities_valid = found.path.iter().skip(1).all(|index| {
                self.certificates
                    .get(*index)
                    .is_some_and(|(_, certificate)| certificate.valid_at(self.at))
            });
            return Outcome {
                vouching: Some(Vouching {
                    pack: found.pack.name.clone(),
                    date: found.pack.date.clone(),
                    anchor: found.anchor.certificate.subject().to_owned(),
                }),
                authorities_valid,
                findings: outside,
            };
        }
        let mut findings = Vec::new();
        if let Some((position, leaf)) = self.certificates.first()
            && !leaf.valid_at(self.at)
        {
            findings.push(validity_finding(*position, leaf, self.at));
        }
        findings.append(&mut self.obstacles);
        findings.extend(self.missing_intermediate());
        Outcome {
            vouching: None,
            authorities_valid: true,
            findings,
        }
    }

    /// Extends `path` upwards; returns the first path that holds in every respect.
    fn extend(&mut self, path: &mut Vec<usize>) -> Option<Found<'a>> {
        let certificates = self.certificates;
        let top_index = *path.last()?;
        let (_, top) = certificates.get(top_index)?;
        let first_visit = self
            .reached
            .get_mut(top_index)
            .is_some_and(|reached| !std::mem::replace(reached, true));
        let mut named = false;
        let mut signed = false;

        let trust = self.trust;
        for (pack, anchor) in likely_first(trust.anchors(self.purpose, top.issuer_der()), top) {
            named = true;
            if anchor.certificate.fingerprint() == top.fingerprint() {
                continue;
            }
            if !self.is_signed_by(top, &anchor.certificate) {
                continue;
            }
            signed = true;
            if self.anchor_permits(pack, anchor, path) {
                let found = Found {
                    pack,
                    anchor,
                    path: path.clone(),
                };
                let valid = path.iter().skip(1).all(|index| {
                    certificates
                        .get(*index)
                        .is_some_and(|(_, certificate)| certificate.valid_at(self.at))
                });
                if valid {
                    return Some(found);
                }
                self.expired.get_or_insert(found);
            }
        }

        let mut candidates: Vec<usize> = certificates
            .iter()
            .enumerate()
            .filter(|(index, (_, candidate))| {
                !path.contains(index)
                    && candidate.subject_der() == top.issuer_der()
                    && !path.iter().any(|on_path| {
                        certificates.get(*on_path).is_some_and(|(_, certificate)| {
                            certificate.fingerprint() == candidate.fingerprint()
                        })
                    })
            })
            .map(|(index, _)| index)
            .collect();
        candidates.sort_by_key(|index| {
            !certificates
                .get(*index)
                .is_some_and(|(_, candidate)| identifiers_match(top, candidate))
        });
        for index in candidates {
            named = true;
            let Some((_, candidate)) = certificates.get(index) else {
                continue;
            };
            if !self.is_signed_by(top, candidate) {
                continue;
            }
            signed = true;
            if !self.issuer_permits(index, path) {
                continue;
            }
            path.push(index);
            let found = self.extend(path);
            path.pop();
            if found.is_some() {
                return found;
            }
        }

        let own = top.is_self_issued();
        if first_visit && !own && named && !signed {
            let position = certificates
                .get(top_index)
                .map_or(0, |(position, _)| *position);
            self.obstacles.push(
                Finding::new(
                    Code::CertificateSignatureMismatch,
                    place(position, top.subject()),
                )
                .with("subject", top.subject())
                .with("issuer", top.issuer()),
            );
        }
        if first_visit && !own && !named {
            self.orphans.push(top_index);
        }
        None
    }

    fn is_signed_by(&mut self, certificate: &Certificate, issuer: &Certificate) -> bool {
        if self.signature_checks >= MAX_SIGNATURE_CHECKS {
            return false;
        }
        self.signature_checks = self.signature_checks.saturating_add(1);
        is_signed_by(certificate, issuer)
    }

    /// Whether the intermediate at `index` may issue what lies below it (RFC 5280, sections
    /// 6.1.3 and 6.1.4; C2PA 2.2, section 14.5.1.1 for all certificates).
    fn issuer_permits(&mut self, index: usize, path: &[usize]) -> bool {
        let certificates = self.certificates;
        let Some((position, issuer)) = certificates.get(index) else {
            return false;
        };
        let mut obstacles: Vec<Finding> = check_profile(issuer, Role::Authority, &[])
            .iter()
            .filter(|violation| violation.requirement == Requirement::Shall)
            .map(|violation| violation_finding(violation, *position, issuer))
            .collect();
        obstacles.extend(self.limits(issuer, *position, path));
        let permits = obstacles.is_empty();
        self.obstacles.append(&mut obstacles);
        permits
    }

    /// Whether an anchor may issue what lies below it. Its own validity is not asked: an anchor
    /// is a name and a key that the user trusts (RFC 5280, section 6.1.1 (d)). What its
    /// certificate forbids is honoured (RFC 5937).
    fn anchor_permits(&mut self, pack: &TrustPack, anchor: &TrustAnchor, path: &[usize]) -> bool {
        let certificates = self.certificates;
        let (Some((_, leaf)), Some((position, _))) = (
            certificates.first(),
            path.last().and_then(|index| certificates.get(*index)),
        ) else {
            return false;
        };
        let issuer = &anchor.certificate;
        let mut obstacles = Vec::new();
        let usages = leaf.extended_key_usages().unwrap_or_default();
        if !pack.accepts(self.purpose, usages) {
            let accepted = self.trust.usages(self.purpose);
            if !usages.iter().any(|usage| accepted.contains(usage)) {
                // The profile says so already.
                return false;
            }
            obstacles.push(
                Finding::new(Code::CertificatePurposeViolated, place(0, leaf.subject()))
                    .with("subject", leaf.subject())
                    .with(
                        "explanation",
                        format!("The pack {:?} vouches for other purposes.", pack.name),
                    )
                    .with("clause", "C2PA 2.2, 14.5.1.2 (anchors by purpose)")
                    .with("rule", "extendedKeyUsage.anchor"),
            );
        }
        if issuer.version() == 3 && !issuer.is_authority() {
            obstacles.push(
                Finding::new(
                    Code::CertificateIssuerNotAuthority,
                    place(*position, issuer.subject()),
                )
                .with("subject", issuer.subject())
                .with(
                    "explanation",
                    "It issues certificates without being an authority (cA is not asserted).",
                )
                .with("clause", "RFC 5280, 6.1.4 (k)")
                .with("rule", "basicConstraints.authority"),
            );
        } else if issuer
            .key_usage()
            .is_some_and(|usage| !usage.certificate_signing)
        {
            obstacles.push(
                Finding::new(
                    Code::CertificateKeyUsageViolated,
                    place(*position, issuer.subject()),
                )
                .with("subject", issuer.subject())
                .with(
                    "explanation",
                    "It is an authority whose key usage does not allow keyCertSign.",
                )
                .with("clause", "RFC 5280, 6.1.4 (n)")
                .with("rule", "keyUsage.keyCertSign"),
            );
        }
        obstacles.extend(self.limits(issuer, *position, path));
        let permits = obstacles.is_empty();
        self.obstacles.append(&mut obstacles);
        permits
    }

    /// Path length and name constraints of an issuer over the path below it.
    fn limits(&self, issuer: &Certificate, position: usize, path: &[usize]) -> Vec<Finding> {
        let below = |index: &usize| self.certificates.get(*index).map(|(_, below)| below);
        let mut obstacles = Vec::new();
        let intermediates = path
            .iter()
            .skip(1)
            .filter_map(below)
            .filter(|certificate| !certificate.is_self_issued())
            .count();
        let limit = issuer
            .basic_constraints()
            .and_then(|constraints| constraints.path_length);
        if let Some(limit) = limit
            && usize::try_from(limit).is_ok_and(|limit| intermediates > limit)
        {
            obstacles.push(
                Finding::new(
                    Code::CertificatePathLengthExceeded,
                    place(position, issuer.subject()),
                )
                .with("subject", issuer.subject())
                .with("limit", limit)
                .with("count", intermediates)
                .with("clause", "RFC 5280, 6.1.4 (l), (m)"),
            );
        }
        if let Some(constraints) = issuer.name_constraints() {
            let offender = path
                .iter()
                .enumerate()
                .filter_map(|(depth, index)| Some((depth, below(index)?)))
                // RFC 5280, section 6.1.3 (b): self-issued certificates that are not final.
                .filter(|(depth, certificate)| *depth == 0 || !certificate.is_self_issued())
                .find_map(|(_, certificate)| {
                    forbidden(constraints, &certificate.constrained_names())
                });
            if let Some(name) = offender {
                obstacles.push(
                    Finding::new(
                        Code::CertificateNameConstraints,
                        place(position, issuer.subject()),
                    )
                    .with("subject", issuer.subject())
                    .with("name", name)
                    .with("clause", "RFC 5280, 6.1.3 (b), (c)"),
                );
            }
        }
        obstacles
    }

    /// The chain visibly lacks a link: the leaf stands alone, or certificates came along that
    /// nothing connects. A chain whose top names an unlisted issuer is merely untrusted: that
    /// issuer may be its root, which is rightly left out (C2PA 2.2, section 14.5).
    fn missing_intermediate(&self) -> Option<Finding> {
        let alone = self.certificates.len() == 1;
        let unconnected = self.reached.iter().any(|reached| !reached);
        if !alone && !unconnected {
            return None;
        }
        let (position, orphan) = self.certificates.get(*self.orphans.first()?)?;
        Some(
            Finding::new(
                Code::CertificateIntermediateMissing,
                place(*position, orphan.subject()),
            )
            .with("subject", orphan.subject())
            .with("issuer", orphan.issuer()),
        )
    }
}

/// Anchors whose key identifier matches come first; identifiers are hints, never proof.
fn likely_first<'a>(
    anchors: impl Iterator<Item = (&'a TrustPack, &'a TrustAnchor)>,
    certificate: &Certificate,
) -> Vec<(&'a TrustPack, &'a TrustAnchor)> {
    let mut anchors: Vec<_> = anchors.collect();
    anchors.sort_by_key(|(_, anchor)| !identifiers_match(certificate, &anchor.certificate));
    anchors
}

fn identifiers_match(certificate: &Certificate, issuer: &Certificate) -> bool {
    certificate.authority_key_identifier().is_some()
        && certificate.authority_key_identifier() == issuer.subject_key_identifier()
}
