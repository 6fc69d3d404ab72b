//! Evidence without what tells of people besides the finding: names of files, small pictures, and the
//! values of free text. The judgement over it is the same.

use crate::{credentials::CredentialEvidence, evidence::Evidence, labels::Forgeability};

/// What stands for a text that was left out.
const GONE: &str = "(redacted)";

/// Takes out of the evidence what is not needed to judge it again.
pub fn redact(evidence: &mut Evidence) {
    evidence.previews.clear();
    if let Some(recovery) = &mut evidence.recovery {
        for found in &mut recovery.found {
            found.previews.clear();
        }
    }
    // Prompts, credits, names: what a value says of origin stands beside it.
    for label in &mut evidence.labels {
        if label.forgeability == Forgeability::FreeText {
            GONE.clone_into(&mut label.value);
        }
    }
    if let CredentialEvidence::Store(store) = &mut evidence.credentials {
        for manifest in &mut store.manifests {
            manifest.title = None;
            for ingredient in &mut manifest.ingredients {
                ingredient.title = None;
            }
        }
    }
}
