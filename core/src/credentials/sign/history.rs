//! What an asset says about its own past: its credential, and its labels.

use crate::{
    asset::MediaFormat,
    credentials::{CredentialEvidence, ManifestEvidence, Status, StatusKind, StoreEvidence},
    evidence::{Code, Evidence, Severity},
    labels::SourceType,
};

use super::{error::SignError, source_type};

/// An asset, examined.
pub(super) struct History {
    evidence: Evidence,
}

/// A source type that an asset declares, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Declared {
    pub(super) source_type: SourceType,
    pub(super) place: String,
}

impl History {
    /// Refuses assets that could not be looked into; `part` names the asset in the message.
    pub(super) fn new(evidence: Evidence, part: &str) -> Result<Self, SignError> {
        if let CredentialEvidence::Unreadable { code, detail } = &evidence.credentials
            && evidence.format.is_some()
            && *code != Code::AssetUnsupported
        {
            return Err(SignError::Malformed {
                part: part.to_owned(),
                detail: format!("{detail} [{code}]"),
            });
        }
        Ok(Self { evidence })
    }

    pub(super) fn format(&self) -> Option<MediaFormat> {
        self.evidence.format
    }

    pub(super) fn sha256(&self) -> Option<[u8; 32]> {
        self.evidence.sha256
    }

    fn store(&self) -> Option<&StoreEvidence> {
        match &self.evidence.credentials {
            CredentialEvidence::Store(store) => Some(store),
            _ => None,
        }
    }

    /// Whether there is a credential, sound or not.
    pub(super) fn has_credential(&self) -> bool {
        self.store().is_some()
    }

    /// Label of the active manifest.
    pub(super) fn active(&self) -> Option<&str> {
        self.store()?.active.as_deref()
    }

    /// Manifests that the active one reaches, itself first.
    pub(super) fn manifests(&self) -> &[ManifestEvidence] {
        self.store().map_or(&[], |store| &store.manifests)
    }

    /// Codes of failed checks, trust and time aside, each once; empty when the credential holds.
    pub(super) fn failures(&self) -> Vec<String> {
        self.store().map(failures).unwrap_or_default()
    }

    /// Every AI-made source type that the asset or its past declares.
    pub(super) fn declared_ai(&self, part: &str) -> Vec<Declared> {
        let mut declared = Vec::new();
        for label in &self.evidence.labels {
            if let Some(meaning) = label.meaning {
                let place = match &label.place {
                    crate::evidence::Place::Part { path } => format!("{path} of the {part}"),
                    _ => format!("the metadata of the {part}"),
                };
                declared.push(Declared {
                    source_type: meaning,
                    place,
                });
            }
        }
        for manifest in self.manifests() {
            let uris = manifest
                .source_type_uri
                .iter()
                .chain(
                    manifest
                        .actions
                        .iter()
                        .filter_map(|action| action.source_type_uri.as_ref()),
                )
                .chain(
                    manifest
                        .ingredients
                        .iter()
                        .filter_map(|ingredient| ingredient.source_type_uri.as_ref()),
                );
            for uri in uris {
                if let Some(source_type) = SourceType::from_uri(uri) {
                    declared.push(Declared {
                        source_type,
                        place: format!("manifest {} of the {part}", manifest.label),
                    });
                }
            }
        }
        declared.retain(|declared| source_type::is_ai(declared.source_type));
        declared.dedup();
        declared
    }
}

/// Codes of failed checks of a store, trust and time aside, each once.
fn failures(store: &StoreEvidence) -> Vec<String> {
    let statuses = store
        .statuses
        .iter()
        .filter(|status| status.kind == StatusKind::Failure && !is_trust_or_time(status))
        .map(|status| status.code.clone());
    let findings = store
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Failure)
        .map(|finding| finding.code.to_string());
    let mut codes: Vec<String> = statuses.chain(findings).collect();
    let signature = store
        .manifests
        .first()
        .and_then(|manifest| manifest.signature.as_ref());
    match signature {
        None => codes.push("claimSignature.missing".to_owned()),
        Some(signature) if !signature.holds => codes.push("claimSignature.mismatch".to_owned()),
        Some(_) => {}
    }
    codes.sort();
    codes.dedup();
    codes
}

/// The verifying crate judges trust and time by its own clock and without lists.
fn is_trust_or_time(status: &Status) -> bool {
    matches!(
        status.code.as_str(),
        "signingCredential.untrusted"
            | "signingCredential.expired"
            | "claimSignature.outsideValidity"
            | "timeStamp.untrusted"
            | "timeStamp.outsideValidity"
    )
}
