//! From a manifest store's evidence to its state.

use std::collections::{BTreeSet, HashMap};

use super::{
    CredentialState, CredentialStatement, Policy, Revocation,
    history::{self, History},
    signature::{self, SignatureJudgement},
};
use crate::{
    credentials::{
        CredentialEvidence, ManifestEvidence, Status, StatusKind, StoreEvidence,
        evidence::{IdentityEvidence, SoftBindingEvidence},
        path::judge_chain,
        profile::Purpose,
    },
    evidence::{Code, Confidence, Evidence, Finding, NotChecked, Place, Severity},
    fingerprint::assertion::SoftBinding,
    labels::{Forgeability, Label, LabelKind, soft_binding::Algorithm},
};

/// Judges the first witness; adds its findings, signed labels and gaps to the lists.
pub(super) fn judge(
    evidence: &Evidence,
    policy: &Policy<'_>,
    findings: &mut Vec<Finding>,
    labels: &mut Vec<Label>,
    not_checked: &mut Vec<NotChecked>,
) -> CredentialStatement {
    let mut statement = CredentialStatement::default();
    let mut remote = None;
    match &evidence.credentials {
        CredentialEvidence::NotExamined => {}
        CredentialEvidence::Unreadable { .. } => statement.state = CredentialState::Unreadable,
        CredentialEvidence::None { remote_url } => {
            statement.state = CredentialState::None;
            remote.clone_from(remote_url);
        }
        CredentialEvidence::Store(store) => {
            remote.clone_from(&store.remote_url);
            statement = judge_store(store, Asset::AtHand, policy, findings, labels, not_checked);
        }
    }
    if let Some(url) = &remote {
        if statement.state == CredentialState::None {
            findings
                .push(Finding::new(Code::RemoteManifestNotFetched, Place::Asset).with("url", url));
        }
        not_checked.push(NotChecked {
            what: Code::NotCheckedRemote,
            arguments: vec![("url".to_owned(), url.clone())],
        });
    }
    statement.remote_url = remote;
    statement
}

/// Where the asset is that a store speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asset {
    /// It was examined with its store.
    AtHand,
    /// Only the store was examined.
    Elsewhere,
}

pub(super) fn judge_store(
    store: &StoreEvidence,
    asset: Asset,
    policy: &Policy<'_>,
    findings: &mut Vec<Finding>,
    labels: &mut Vec<Label>,
    not_checked: &mut Vec<NotChecked>,
) -> CredentialStatement {
    let judgements: HashMap<&str, SignatureJudgement> = store
        .manifests
        .iter()
        .filter_map(|manifest| {
            let uri = signature_uri(manifest);
            let judgement = signature::judge(
                manifest.signature.as_ref()?,
                manifest.claim_version,
                &uri,
                policy,
            );
            Some((manifest.label.as_str(), judgement))
        })
        .collect();
    let active = store.active.as_deref().and_then(|label| {
        store
            .manifests
            .iter()
            .find(|manifest| manifest.label == label)
    });
    let own = active.and_then(|manifest| judgements.get(manifest.label.as_str()));
    let history = history::trace(store, &judgements, policy);

    let kept: Vec<&Status> = store
        .statuses
        .iter()
        .filter(|status| !is_ours_to_decide(&status.code))
        .collect();
    let mut codes: BTreeSet<String> = kept
        .iter()
        .map(|status| &status.code)
        .filter(|code| Code::parse(code).is_none_or(|code| policy.audits.raises(code)))
        .cloned()
        .collect();
    if let Some(own) = own {
        codes.extend(own.codes.iter().map(|(code, _)| code.as_str().to_owned()));
    }
    codes.extend(history.codes.iter().map(|code| code.as_str().to_owned()));

    findings.extend(kept.iter().filter_map(|status| finding_of(status)));
    findings.extend(store.findings.iter().cloned());
    findings.extend(own.into_iter().flat_map(|own| own.findings.iter().cloned()));
    findings.extend(history.findings.iter().cloned());

    let mut state = state(store, &kept, own, &history, policy);
    // That nothing failed is not enough: a binding to the content must have been verified.
    let vouches = matches!(state, CredentialState::Trusted | CredentialState::Valid);
    if vouches && asset == Asset::AtHand && !kept.iter().any(|status| binds(status)) {
        state = CredentialState::Invalid;
        findings.push(Finding::new(Code::HardBindingsMissing, Place::Asset));
        codes.insert(Code::HardBindingsMissing.as_str().to_owned());
    }
    if state == CredentialState::Valid && policy.trust.is_empty_for(Purpose::ClaimSigning) {
        findings.push(Finding::new(Code::TrustListAbsent, Place::Asset));
    }
    not_checked.push(NotChecked {
        what: Code::NotCheckedRevocation,
        arguments: Vec::new(),
    });

    let mut statement = CredentialStatement {
        state,
        codes: codes.into_iter().collect(),
        manifest_id: store.active.clone(),
        not_covered: store
            .not_covered
            .iter()
            .map(|part| (part.range, part.what.clone()))
            .collect(),
        sidecar: store.sidecar,
        revocation: revocation(&kept),
        ingredients: history.ingredients,
        ..CredentialStatement::default()
    };
    if let Some(manifest) = active {
        describe(manifest, &mut statement, labels);
        let at = own.map_or(policy.at.unix_timestamp(), |own| own.judged_at);
        for identity in &manifest.identities {
            judge_identity(identity, at, policy, findings, not_checked);
        }
        not_checked.extend(unread_bindings(manifest));
    }
    if let Some(own) = own {
        if let Some(leaf) = &own.leaf {
            statement.signer = leaf
                .common_name
                .clone()
                .or_else(|| Some(leaf.subject.clone()));
            statement.issuer = leaf
                .organization
                .clone()
                .or_else(|| leaf.issuer_organization.clone());
        }
        statement.trust = own.vouching.clone();
        statement.signed_at = own.signed_at();
        statement.timestamp = own.time_stamp;
    }
    statement
}

/// The state, by the rules of C2PA 2.2, section 14.3, with our audits as further failures.
fn state(
    store: &StoreEvidence,
    kept: &[&Status],
    own: Option<&SignatureJudgement>,
    history: &History,
    policy: &Policy<'_>,
) -> CredentialState {
    let Some(own) = own else {
        return CredentialState::Invalid;
    };
    let verifier_fails = kept
        .iter()
        .any(|status| status.kind == StatusKind::Failure && !status.code.starts_with("cawg."));
    let audit_fails = store
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Failure && policy.audits.raises(finding.code));
    if verifier_fails || audit_fails || own.fails() || history.broken {
        CredentialState::Invalid
    } else if own.vouching.is_some() && !history.untrusted {
        CredentialState::Trusted
    } else {
        CredentialState::Valid
    }
}

/// Whether a status says that the content is what was signed (C2PA 2.2, section 15.12).
fn binds(status: &Status) -> bool {
    status.kind == StatusKind::Success
        && matches!(
            status.code.as_str(),
            "assertion.dataHash.match"
                | "assertion.bmffHash.match"
                | "assertion.boxesHash.match"
                | "assertion.collectionHash.match"
        )
}

/// Codes of the verifying crate on trust and time: it reads the system clock and knows no list,
/// so its answer is replaced by ours.
fn is_ours_to_decide(code: &str) -> bool {
    code.starts_with("timeStamp.")
        || matches!(
            Code::parse(code),
            Some(
                Code::SigningCredentialTrusted
                    | Code::SigningCredentialUntrusted
                    | Code::SigningCredentialExpired
                    | Code::ClaimSignatureValidated
                    | Code::ClaimSignatureInsideValidity
                    | Code::ClaimSignatureOutsideValidity
            )
        )
}

/// A finding for a status that speaks against the manifest.
fn finding_of(status: &Status) -> Option<Finding> {
    if status.kind != StatusKind::Failure {
        return None;
    }
    let place = status
        .uri
        .clone()
        .or_else(|| status.ingredient.clone())
        .map_or(Place::Asset, |uri| Place::Jumbf { uri });
    let detail = status.explanation.clone().unwrap_or_default();
    Some(match Code::parse(&status.code) {
        Some(code) => Finding::new(code, place).with("detail", detail),
        None => Finding::new(Code::StatusUnrecognised, place)
            .with("code", &status.code)
            .with("detail", detail),
    })
}

fn revocation(kept: &[&Status]) -> Revocation {
    let says = |code: Code| kept.iter().any(|status| status.code == code.as_str());
    if says(Code::SigningCredentialRevoked) {
        Revocation::Revoked
    } else if says(Code::SigningCredentialNotRevoked) {
        Revocation::StapledGood
    } else {
        Revocation::NotChecked
    }
}

/// JUMBF URI of a manifest's signature box.
pub(super) fn signature_uri(manifest: &ManifestEvidence) -> String {
    format!("self#jumbf=/c2pa/{}/c2pa.signature", manifest.label)
}

fn describe(
    manifest: &ManifestEvidence,
    statement: &mut CredentialStatement,
    labels: &mut Vec<Label>,
) {
    statement.source_type.clone_from(&manifest.source_type_uri);
    statement.generator.clone_from(&manifest.generator);
    statement.title.clone_from(&manifest.title);
    statement.actions.clone_from(&manifest.actions);
    if let Some(signature) = &manifest.signature {
        statement.certificates = signature
            .chain
            .iter()
            .map(|der| crate::bytes::sha256(der))
            .collect();
    }
    let label = |uri: String, value: String| Label {
        kind: LabelKind::C2paDigitalSourceType,
        meaning: crate::labels::SourceType::from_uri(&value),
        value,
        place: Place::Jumbf { uri },
        forgeability: Forgeability::Signed,
        confidence: Confidence::Certain,
        maker: None,
    };
    labels.extend(manifest.actions.iter().filter_map(|action| {
        let uri = format!("self#jumbf=/c2pa/{}", manifest.label);
        Some(label(uri, action.source_type_uri.clone()?))
    }));
    let declared = manifest.declared_source_types.iter();
    labels.extend(declared.map(|one| label(one.uri.clone(), one.value.clone())));
    labels.extend(manifest.soft_bindings.iter().map(|binding| Label {
        kind: LabelKind::C2paSoftBinding,
        value: binding.alg.clone(),
        meaning: None,
        place: Place::Jumbf {
            uri: binding.uri.clone(),
        },
        forgeability: Forgeability::Signed,
        confidence: Confidence::Certain,
        maker: Algorithm::find(&binding.alg).map(|algorithm| algorithm.vendor.to_owned()),
    }));
}

/// The marks and fingerprints of other vendors that a manifest names: hallmark has no decoder of
/// theirs, and most can be read by their vendor only.
fn unread_bindings(manifest: &ManifestEvidence) -> impl Iterator<Item = NotChecked> + '_ {
    let foreign = |binding: &&SoftBindingEvidence| binding.alg != SoftBinding::WATERMARK;
    manifest
        .soft_bindings
        .iter()
        .filter(foreign)
        .map(|binding| {
            let value = match Algorithm::find(&binding.alg) {
                Some(algorithm) => format!("{} ({})", binding.alg, algorithm.vendor),
                None => binding.alg.clone(),
            };
            NotChecked {
                what: Code::NotCheckedSoftBinding,
                arguments: vec![("value".to_owned(), value)],
            }
        })
}

/// An identity assertion is its own finding and never changes the state (CAWG Identity 1.1,
/// section 7).
fn judge_identity(
    identity: &IdentityEvidence,
    at: i64,
    policy: &Policy<'_>,
    findings: &mut Vec<Finding>,
    not_checked: &mut Vec<NotChecked>,
) {
    let place = Place::Jumbf {
        uri: identity.uri.clone(),
    };
    if let Some(problem) = &identity.problem {
        findings.push(Finding::new(Code::CawgIdentityInvalid, place).with("detail", problem));
        return;
    }
    if identity.chain.is_empty() {
        not_checked.push(NotChecked {
            what: Code::NotCheckedIdentity,
            arguments: vec![("kind".to_owned(), identity.kind.clone())],
        });
        return;
    }
    let chain = judge_chain(&identity.chain, Purpose::Identity, at, policy.trust);
    let name = chain
        .leaf
        .as_ref()
        .map(|leaf| {
            leaf.common_name
                .clone()
                .unwrap_or_else(|| leaf.subject.clone())
        })
        .unwrap_or_default();
    let finding = if !chain.inside_validity || !chain.profile_holds() {
        Finding::new(Code::CawgIdentityInvalid, place)
            .with("detail", "its certificate was not acceptable at that time")
    } else if chain.vouching.is_some() {
        Finding::new(Code::CawgIdentityTrusted, place).with("name", name)
    } else {
        Finding::new(Code::CawgIdentityUntrusted, place).with("name", name)
    };
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn naming(algorithms: &[&str]) -> ManifestEvidence {
        let binding = |alg: &&str| SoftBindingEvidence {
            uri: format!("self#jumbf=c2pa.assertions/{alg}"),
            alg: (*alg).to_owned(),
            values: Vec::new(),
        };
        ManifestEvidence {
            soft_bindings: algorithms.iter().map(binding).collect(),
            ..ManifestEvidence::default()
        }
    }

    #[test]
    fn marks_of_others_are_named_with_their_vendor_and_not_checked() {
        let manifest = naming(&[
            "com.digimarc.validate.1",
            "com.example.unlisted",
            SoftBinding::WATERMARK,
        ]);
        let left: Vec<_> = unread_bindings(&manifest)
            .map(|left| (left.what, left.arguments[0].1.clone()))
            .collect();
        let expected = ["com.digimarc.validate.1 (Digimarc)", "com.example.unlisted"];
        assert_eq!(
            left,
            expected.map(|value| (Code::NotCheckedSoftBinding, value.to_owned()))
        );
    }
}
