//! The ingredient chain: who answers for each step, and where it has gaps.

use std::collections::HashMap;

use super::{
    CredentialState, IngredientStatement, Policy, TimeStampState, credentials::signature_uri,
    signature::SignatureJudgement,
};
use crate::{
    credentials::{IngredientEvidence, ManifestEvidence, StatusKind, StoreEvidence},
    evidence::{Code, Finding, Place},
};

/// What the chain amounts to.
#[derive(Debug, Default)]
pub(super) struct History {
    /// The chain below the active manifest.
    pub(super) ingredients: Vec<IngredientStatement>,
    /// Codes that trust and time add for ingredients, beyond what their authors recorded.
    pub(super) codes: Vec<Code>,
    /// Gaps and doubts.
    pub(super) findings: Vec<Finding>,
    /// An ingredient's signature fails although its author recorded no failure.
    pub(super) broken: bool,
    /// An ingredient's signer is on no list although its author recorded no such doubt.
    pub(super) untrusted: bool,
}

/// Follows the ingredients of the active manifest.
pub(super) fn trace(
    store: &StoreEvidence,
    judgements: &HashMap<&str, SignatureJudgement>,
    policy: &Policy<'_>,
) -> History {
    let mut history = History::default();
    let Some(active) = store.active.as_deref().and_then(|label| {
        store
            .manifests
            .iter()
            .find(|manifest| manifest.label == label)
    }) else {
        return history;
    };
    let mut walk = Walk {
        store,
        judgements,
        policy,
        history: &mut history,
        path: Vec::new(),
    };
    let ingredients = walk.below(active);
    history.ingredients = ingredients;
    history
}

struct Walk<'a, 'b> {
    store: &'a StoreEvidence,
    judgements: &'a HashMap<&'a str, SignatureJudgement>,
    policy: &'a Policy<'a>,
    history: &'b mut History,
    /// Labels from the active manifest down to where the walk stands.
    path: Vec<String>,
}

impl Walk<'_, '_> {
    fn below(&mut self, manifest: &ManifestEvidence) -> Vec<IngredientStatement> {
        let place = || Place::Jumbf {
            uri: signature_uri(manifest),
        };
        if self.path.len() >= self.policy.ingredient_depth {
            if !manifest.ingredients.is_empty() {
                self.history.findings.push(
                    Finding::new(Code::IngredientDepthLimited, place())
                        .with("depth", self.policy.ingredient_depth),
                );
            }
            return Vec::new();
        }
        let opened = manifest
            .actions
            .iter()
            .any(|action| action.action == "c2pa.opened");
        let has_parent = manifest
            .ingredients
            .iter()
            .any(|ingredient| ingredient.relationship == "parentOf");
        if opened && !has_parent {
            self.history
                .findings
                .push(Finding::new(Code::IngredientParentMissing, place()));
        }
        self.path.push(manifest.label.clone());
        let steps = manifest
            .ingredients
            .iter()
            .map(|ingredient| self.step(manifest, ingredient))
            .collect();
        self.path.pop();
        steps
    }

    fn step(
        &mut self,
        child: &ManifestEvidence,
        ingredient: &IngredientEvidence,
    ) -> IngredientStatement {
        let place = || Place::Jumbf {
            uri: ingredient.uri.clone(),
        };
        let title = ingredient.title.clone().unwrap_or_default();
        let mut statement = IngredientStatement {
            relationship: ingredient.relationship.clone(),
            title: ingredient.title.clone(),
            format: ingredient.format.clone(),
            manifest_id: None,
            state: CredentialState::None,
            signer: None,
            signed_at: None,
            source_type: ingredient.source_type_uri.clone(),
            ingredients: Vec::new(),
        };
        let Some(label) = &ingredient.manifest else {
            if ingredient.relationship == "parentOf" {
                self.history
                    .findings
                    .push(Finding::new(Code::IngredientUnsignedStep, place()).with("title", title));
            }
            return statement;
        };
        let Some(manifest) = self
            .store
            .manifests
            .iter()
            .find(|known| known.label == *label)
        else {
            self.history
                .findings
                .push(Finding::new(Code::IngredientParentMissing, place()).with("title", title));
            return statement;
        };
        statement.manifest_id = Some(label.clone());
        statement.source_type = statement
            .source_type
            .or_else(|| manifest.source_type_uri.clone());
        statement.state = CredentialState::Invalid;
        if let Some(judgement) = self.judgements.get(label.as_str()) {
            statement.state = self.weigh(ingredient, judgement);
            statement.signed_at = judgement.signed_at();
            statement.signer = judgement.leaf.as_ref().map(|leaf| {
                leaf.common_name
                    .clone()
                    .unwrap_or_else(|| leaf.subject.clone())
            });
            self.compare_times(child, judgement, place());
        }
        if !self.path.contains(label) {
            statement.ingredients = self.below(manifest);
        }
        statement
    }

    /// State of an ingredient's manifest; what its author already recorded counts no second time
    /// (C2PA 2.2, section 15.11.3).
    fn weigh(
        &mut self,
        ingredient: &IngredientEvidence,
        judgement: &SignatureJudgement,
    ) -> CredentialState {
        let recorded = |code: Code| {
            ingredient
                .recorded_failures
                .iter()
                .any(|known| known == code.as_str())
        };
        let verifier_fails = self.store.statuses.iter().any(|status| {
            status.kind == StatusKind::Failure
                && status.ingredient.as_deref() == Some(ingredient.uri.as_str())
                && !status.code.starts_with("timeStamp.")
                && !status.code.starts_with("signingCredential.")
        });
        let mut fails = verifier_fails;
        for (code, kind) in &judgement.codes {
            if *kind != StatusKind::Failure || *code == Code::SigningCredentialUntrusted {
                continue;
            }
            fails = true;
            let about_time = matches!(
                code,
                Code::SigningCredentialExpired | Code::ClaimSignatureOutsideValidity
            );
            if recorded(*code) || (about_time && ingredient.recorded_inside_validity) {
                continue;
            }
            self.history.broken = true;
            self.history.codes.push(*code);
            let place = Place::Jumbf {
                uri: ingredient.uri.clone(),
            };
            self.history
                .findings
                .push(Finding::new(*code, place).with("detail", "ingredient"));
        }
        if fails {
            CredentialState::Invalid
        } else if judgement.vouching.is_some() {
            CredentialState::Trusted
        } else {
            if !recorded(Code::SigningCredentialUntrusted) {
                self.history.untrusted = true;
                self.history.codes.push(Code::SigningCredentialUntrusted);
                let place = Place::Jumbf {
                    uri: ingredient.uri.clone(),
                };
                self.history
                    .findings
                    .push(Finding::new(Code::IngredientUntrusted, place));
            }
            CredentialState::Valid
        }
    }

    /// An ingredient cannot have been signed after what was made from it.
    fn compare_times(
        &mut self,
        child: &ManifestEvidence,
        parent: &SignatureJudgement,
        place: Place,
    ) {
        let Some(child) = self.judgements.get(child.label.as_str()) else {
            return;
        };
        let trusted = |judgement: &SignatureJudgement| {
            judgement
                .signed_at
                .filter(|_| judgement.time_stamp == TimeStampState::Trusted)
        };
        if let (Some(child_time), Some(parent_time)) = (trusted(child), trusted(parent))
            && parent_time > child_time
        {
            self.history.findings.push(
                Finding::new(Code::IngredientTimeDisordered, place)
                    .with("seconds", parent_time.saturating_sub(child_time)),
            );
        }
    }
}
