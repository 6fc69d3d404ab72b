//! Whether what was written holds: the same examination that `check` makes, content hash
//! included, before anybody is told that a file is signed.

use std::io::SeekFrom;

use crate::{
    asset::Source,
    credentials::{CredentialEvidence, StoreEvidence},
    examine::{Settings, Witnesses, examine},
};

use super::{error::SignError, history};

/// Examines a signed asset and refuses it unless every check holds.
///
/// `sidecar` is its manifest store when that lies elsewhere; `time_stamped` says that a token was
/// embedded, which must then hold too.
///
/// # Errors
/// [`SignError::NotVerified`] with the codes that failed.
pub(super) fn verify(
    signed: &mut dyn Source,
    sidecar: Option<&[u8]>,
    time_stamped: bool,
) -> Result<Box<StoreEvidence>, SignError> {
    let reading = |error| SignError::Io {
        action: "reading the signed file back",
        error,
    };
    let refuse = |codes: Vec<String>| SignError::NotVerified { codes };
    let length = signed.seek(SeekFrom::End(0)).map_err(reading)?;
    signed.seek(SeekFrom::Start(0)).map_err(reading)?;
    let settings = Settings {
        witnesses: Witnesses {
            credentials: true,
            labels: false,
        },
        ..Settings::default()
    };
    let evidence = examine(signed, length, sidecar, &settings).map_err(reading)?;
    let store = match evidence.credentials {
        CredentialEvidence::Store(store) => store,
        CredentialEvidence::Unreadable { code, .. } => return Err(refuse(vec![code.to_string()])),
        CredentialEvidence::None { .. } | CredentialEvidence::NotExamined => {
            return Err(refuse(vec!["claim.missing".to_owned()]));
        }
    };
    let mut codes = history::failures(&store);
    if store.sidecar != sidecar.is_some() {
        codes.push("claim.missing".to_owned());
    }
    if time_stamped {
        let stamps = store
            .manifests
            .first()
            .and_then(|manifest| manifest.signature.as_ref())
            .map(|signature| signature.time_stamps.as_slice())
            .unwrap_or_default();
        if !stamps.iter().any(|stamp| stamp.holds) {
            codes.extend(stamps.iter().filter_map(|stamp| stamp.problem.clone()));
            if stamps.is_empty() {
                codes.push("timeStamp.malformed".to_owned());
            }
        }
    }
    if codes.is_empty() {
        Ok(store)
    } else {
        Err(refuse(codes))
    }
}
