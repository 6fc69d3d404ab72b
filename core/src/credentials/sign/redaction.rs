//! Which earlier assertion a caller means, and whether it may go.

use crate::credentials::ManifestEvidence;

use super::error::SignError;

const JUMBF_PREFIX: &str = "self#jumbf=";

/// JUMBF URIs of the assertions that `wanted` names: URIs, or labels that occur once in the
/// history.
///
/// # Errors
/// [`SignError::Redaction`]: no such assertion, several, or one that must stay (C2PA 2.2,
/// section 6.8: actions and hard bindings).
pub(super) fn resolve(
    wanted: &[String],
    manifests: &[ManifestEvidence],
) -> Result<Vec<String>, SignError> {
    wanted
        .iter()
        .map(|wanted| resolve_one(wanted, manifests))
        .collect()
}

fn resolve_one(wanted: &str, manifests: &[ManifestEvidence]) -> Result<String, SignError> {
    let refuse = |reason: String| SignError::Redaction {
        what: wanted.to_owned(),
        reason,
    };
    if manifests.is_empty() {
        return Err(refuse(
            "the file has no earlier credential; nothing can be redacted".to_owned(),
        ));
    }
    let label = wanted.rsplit('/').next().unwrap_or(wanted);
    for (kept, what) in [
        ("c2pa.actions", "actions can never be redacted"),
        (
            "c2pa.hash.",
            "the binding to the content can never be redacted",
        ),
    ] {
        if label.starts_with(kept) {
            return Err(refuse(format!("{what} (C2PA 2.2, section 6.8)")));
        }
    }
    let candidates: Vec<String> = manifests
        .iter()
        .flat_map(|manifest| {
            manifest
                .assertions
                .iter()
                .filter(|assertion| *assertion == label)
                .map(|assertion| uri(&manifest.label, assertion))
        })
        .collect();
    if wanted.contains('/') {
        let absolute = match wanted.strip_prefix(JUMBF_PREFIX) {
            Some(_) => wanted.to_owned(),
            None => format!("{JUMBF_PREFIX}/{}", wanted.trim_start_matches('/')),
        };
        return candidates
            .into_iter()
            .find(|candidate| *candidate == absolute)
            .ok_or_else(|| {
                refuse(format!(
                    "no earlier manifest has it; there are: {}",
                    list(manifests)
                ))
            });
    }
    match candidates.as_slice() {
        [one] => Ok(one.clone()),
        [] => Err(refuse(format!(
            "no earlier manifest has it; there are: {}",
            list(manifests)
        ))),
        several => Err(refuse(format!(
            "several manifests have one; name it in full: {}",
            several.join(", ")
        ))),
    }
}

fn uri(manifest: &str, assertion: &str) -> String {
    format!("{JUMBF_PREFIX}/c2pa/{manifest}/c2pa.assertions/{assertion}")
}

fn list(manifests: &[ManifestEvidence]) -> String {
    let mut labels: Vec<&str> = manifests
        .iter()
        .flat_map(|manifest| &manifest.assertions)
        .map(String::as_str)
        .filter(|label| !label.starts_with("c2pa.actions") && !label.starts_with("c2pa.hash."))
        .collect();
    labels.sort_unstable();
    labels.dedup();
    if labels.is_empty() {
        "none that may be redacted".to_owned()
    } else {
        labels.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(label: &str, assertions: &[&str]) -> ManifestEvidence {
        ManifestEvidence {
            label: label.to_owned(),
            assertions: assertions.iter().map(|label| (*label).to_owned()).collect(),
            ..ManifestEvidence::default()
        }
    }

    fn history() -> Vec<ManifestEvidence> {
        vec![
            manifest(
                "urn:c2pa:2",
                &["c2pa.actions.v2", "cawg.metadata", "c2pa.ingredient.v3"],
            ),
            manifest(
                "urn:c2pa:1",
                &["c2pa.actions.v2", "cawg.metadata", "org.example.place"],
            ),
        ]
    }

    #[test]
    fn a_label_that_occurs_once_is_enough() {
        let uris = resolve(&["org.example.place".to_owned()], &history()).unwrap();
        assert_eq!(
            uris,
            ["self#jumbf=/c2pa/urn:c2pa:1/c2pa.assertions/org.example.place"]
        );
    }

    #[test]
    fn an_ambiguous_label_lists_what_to_write() {
        let message = resolve(&["cawg.metadata".to_owned()], &history())
            .unwrap_err()
            .to_string();
        assert!(
            message.contains("/urn:c2pa:1/") && message.contains("/urn:c2pa:2/"),
            "{message}"
        );
        let uri = "self#jumbf=/c2pa/urn:c2pa:1/c2pa.assertions/cawg.metadata";
        assert_eq!(resolve(&[uri.to_owned()], &history()).unwrap(), [uri]);
    }

    #[test]
    fn what_must_stay_and_what_is_not_there_are_refused() {
        for (wanted, reason) in [
            ("c2pa.actions.v2", "actions can never"),
            ("c2pa.hash.data", "binding to the content"),
            (
                "org.example.other",
                "there are: c2pa.ingredient.v3, cawg.metadata, org.example.place",
            ),
            (
                "self#jumbf=/c2pa/urn:c2pa:9/c2pa.assertions/cawg.metadata",
                "no earlier manifest has it",
            ),
        ] {
            let message = resolve(&[wanted.to_owned()], &history())
                .unwrap_err()
                .to_string();
            assert!(message.contains(reason), "{message}");
        }
        assert!(resolve(&["cawg.metadata".to_owned()], &[]).is_err());
    }
}
