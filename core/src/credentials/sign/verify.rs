//! Whether what was written holds: the examination and judgement that `check` makes, content hash
//! included, before anybody is told that a file is signed.

use std::io::SeekFrom;

use time::OffsetDateTime;

use crate::{
    asset::Source,
    credentials::{CredentialEvidence, StoreEvidence, trust::TrustStore},
    evidence::{Evidence, Severity},
    examine::{Settings, Witnesses, examine},
    verdict::{CredentialState, Policy, judge},
};

use super::error::SignError;

/// What must be true of a signed asset besides its credential's soundness.
pub(super) struct Expected<'a> {
    /// Its manifest store, when that lies in a sidecar.
    pub(super) sidecar: Option<&'a [u8]>,
    /// SHA-256 of the whole asset, when signing may not change it.
    pub(super) sha256: Option<[u8; 32]>,
    /// A time-stamp was embedded, and must hold.
    pub(super) time_stamped: bool,
    /// The moment of judgement.
    pub(super) now: OffsetDateTime,
}

/// Examines and judges a signed asset, and refuses it unless every check holds. Trust lists play
/// no part: they differ from reader to reader.
///
/// # Errors
/// [`SignError::NotVerified`] with the codes that failed.
pub(super) fn verify(
    signed: &mut dyn Source,
    expected: &Expected<'_>,
) -> Result<Evidence, SignError> {
    let reading = |error| SignError::Io {
        action: "reading the signed file back",
        error,
    };
    let length = signed.seek(SeekFrom::End(0)).map_err(reading)?;
    signed.seek(SeekFrom::Start(0)).map_err(reading)?;
    let settings = Settings {
        witnesses: Witnesses {
            credentials: true,
            labels: false,
            watermark: false,
            fingerprint: false,
        },
        ..Settings::default()
    };
    let evidence = examine(signed, length, expected.sidecar, &settings).map_err(reading)?;
    let mut codes = Vec::new();
    if expected.sha256.is_some() && expected.sha256 != evidence.sha256 {
        return Err(SignError::SidecarUnsuitable);
    }
    match &evidence.credentials {
        CredentialEvidence::Store(store) => {
            if store.sidecar != expected.sidecar.is_some() {
                codes.push("claim.missing".to_owned());
            }
            if expected.time_stamped {
                codes.extend(time_stamp_problems(store));
            }
        }
        CredentialEvidence::Unreadable { code, .. } => codes.push(code.to_string()),
        CredentialEvidence::None { .. } | CredentialEvidence::NotExamined => {
            codes.push("claim.missing".to_owned());
        }
    }
    let trust = TrustStore::default();
    let statement = judge(evidence.clone(), &Policy::new(&trust, expected.now));
    let state = statement.credentials.state;
    if !matches!(state, CredentialState::Valid | CredentialState::Trusted) {
        let failures = statement
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Failure)
            .map(|finding| finding.code.to_string());
        codes.extend(failures);
        if codes.is_empty() {
            codes.extend(statement.credentials.codes);
        }
        codes.sort();
        codes.dedup();
        return Err(SignError::NotVerified { codes });
    }
    if codes.is_empty() {
        Ok(evidence)
    } else {
        Err(SignError::NotVerified { codes })
    }
}

/// Why no time-stamp of the active manifest holds; empty when one does.
fn time_stamp_problems(store: &StoreEvidence) -> Vec<String> {
    let stamps = store
        .manifests
        .first()
        .and_then(|manifest| manifest.signature.as_ref())
        .map(|signature| signature.time_stamps.as_slice())
        .unwrap_or_default();
    if stamps.iter().any(|stamp| stamp.holds) {
        return Vec::new();
    }
    let problems: Vec<String> = stamps
        .iter()
        .filter_map(|stamp| stamp.problem.clone())
        .collect();
    if problems.is_empty() {
        vec!["timeStamp.malformed".to_owned()]
    } else {
        problems
    }
}
