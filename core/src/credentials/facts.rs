//! What a manifest says: claim, actions, ingredients, identities, as plain facts.

use ciborium::Value;

use super::{
    bound, cbor,
    cose::ClaimSignature,
    evidence::{ActionEvidence, IngredientEvidence, ManifestEvidence, SoftBindingEvidence},
    identity_assertion, metadata_assertion,
    store::{Manifest, ManifestStore, manifest_label},
};
use crate::{fingerprint::assertion::SoftBinding, labels::SourceType, limits::Limits};

/// Blocks of one soft binding whose values are kept.
const BLOCKS: usize = 64;

/// What a manifest store says, by our own reading: the active manifest and those that it reaches
/// through its ingredients. Signatures are verified over the claims; hashes of content and of
/// assertions are not, and nothing is said about trust. A store that cannot be read has none.
#[must_use]
pub fn manifests(store: &[u8], limits: &Limits) -> Vec<ManifestEvidence> {
    ManifestStore::parse(store, limits)
        .map_or_else(|_| Vec::new(), |store| reachable(&store, limits))
}

/// The manifests that the active one reaches through its ingredients, itself first.
pub(crate) fn reachable(store: &ManifestStore<'_>, limits: &Limits) -> Vec<ManifestEvidence> {
    let Some(active) = store.active() else {
        return Vec::new();
    };
    let mut found: Vec<ManifestEvidence> = Vec::new();
    let mut level = vec![active];
    for _ in 0..=limits.ingredient_depth {
        let mut next: Vec<&Manifest<'_>> = Vec::new();
        for manifest in level {
            if found.iter().any(|known| known.label == manifest.label) {
                continue;
            }
            let facts = facts(store, manifest, limits);
            next.extend(
                facts
                    .ingredients
                    .iter()
                    .filter_map(|ingredient| store.manifest(ingredient.manifest.as_deref()?)),
            );
            found.push(facts);
        }
        level = next;
    }
    found
}

fn facts(store: &ManifestStore<'_>, manifest: &Manifest<'_>, limits: &Limits) -> ManifestEvidence {
    let claim = &manifest.claim;
    let actions: Vec<ActionEvidence> = manifest
        .assertions_of("c2pa.actions")
        .filter_map(super::store::Assertion::value)
        .flat_map(|value| {
            cbor::list(&value, "actions")
                .iter()
                .map(action)
                .collect::<Vec<_>>()
        })
        .collect();
    // One list that says that it lacks something is enough.
    let all_actions = manifest
        .assertions_of("c2pa.actions")
        .filter_map(|assertion| cbor::field(&assertion.value()?, "allActionsIncluded")?.as_bool())
        .min();
    let declared_source_types = metadata_assertion::source_types(manifest);
    let source_type_uri = actions
        .iter()
        .find_map(|action| action.source_type_uri.clone())
        .or_else(|| Some(declared_source_types.first()?.value.clone()));
    let references = ["created_assertions", "gathered_assertions", "assertions"];
    let own = |key| cbor::text(claim, key).map(str::to_owned);
    let signature = ClaimSignature::parse(manifest.signature, limits).map(|signature| {
        signature.evidence(
            manifest.claim_bytes,
            &later_time_stamps(store, manifest.label),
        )
    });
    ManifestEvidence {
        label: manifest.label.to_owned(),
        claim_version: manifest.claim_version,
        update: manifest.update,
        generator: generator(claim),
        title: own("dc:title"),
        format: own("dc:format"),
        instance_id: own("instanceID"),
        source_type: source_type_uri.as_deref().and_then(SourceType::from_uri),
        source_type_uri,
        actions,
        all_actions,
        declared_source_types,
        ingredients: manifest
            .assertions_of("c2pa.ingredient")
            .filter_map(|assertion| {
                let uri = manifest.assertion_uri(assertion.label);
                Some(ingredient(uri, &assertion.value()?))
            })
            .collect(),
        assertions: references
            .iter()
            .flat_map(|key| cbor::list(claim, key))
            .filter_map(|reference| cbor::text(reference, "url"))
            .map(|url| super::store::last_label(url).to_owned())
            .collect(),
        signature,
        identities: manifest
            .assertions_of("cawg.identity")
            .filter_map(|assertion| identity_assertion::read(manifest, assertion, limits))
            .collect(),
        soft_bindings: manifest
            .assertions_of(SoftBinding::LABEL)
            .filter_map(|assertion| {
                let value = assertion.value()?;
                let blocks = cbor::list(&value, "blocks").iter().take(BLOCKS);
                Some(SoftBindingEvidence {
                    uri: manifest.assertion_uri(assertion.label),
                    alg: cbor::text(&value, "alg")?.to_owned(),
                    values: blocks.filter_map(bound::value).collect(),
                })
            })
            .collect(),
    }
}

/// `claim_generator_info` (a map since version 2, a list of maps before), else the old text.
fn generator(claim: &Value) -> Option<String> {
    let info = cbor::field(claim, "claim_generator_info")
        .and_then(|info| info.as_array().map_or(Some(info), |list| list.first()));
    named(info).or_else(|| cbor::text(claim, "claim_generator").map(str::to_owned))
}

/// Name and version of a generator or software agent: a text, or a map with both.
fn named(value: Option<&Value>) -> Option<String> {
    let value = value?;
    if let Some(text) = value.as_text() {
        return Some(text.to_owned());
    }
    let name = cbor::text(value, "name")?;
    Some(match cbor::text(value, "version") {
        Some(version) => format!("{name} {version}"),
        None => name.to_owned(),
    })
}

fn action(value: &Value) -> ActionEvidence {
    ActionEvidence {
        action: cbor::text(value, "action").unwrap_or_default().to_owned(),
        when: cbor::field(value, "when")
            .and_then(cbor::tagged_text)
            .map(str::to_owned),
        software_agent: named(cbor::field(value, "softwareAgent")),
        source_type_uri: cbor::text(value, "digitalSourceType").map(str::to_owned),
        reason: cbor::text(value, "reason").map(str::to_owned),
    }
}

fn ingredient(uri: String, value: &Value) -> IngredientEvidence {
    let own = |key| cbor::text(value, key).map(str::to_owned);
    let reference =
        cbor::field(value, "activeManifest").or_else(|| cbor::field(value, "c2pa_manifest"));
    let mut recorded_failures: Vec<String> = Vec::new();
    let mut recorded_inside_validity = false;
    if let Some(results) = cbor::field(value, "validationResults") {
        if let Some(active) = cbor::field(results, "activeManifest") {
            recorded_failures.extend(codes(cbor::list(active, "failure")));
            recorded_inside_validity = codes(cbor::list(active, "success"))
                .any(|code| code == "claimSignature.insideValidity");
        }
        for delta in cbor::list(results, "ingredientDeltas") {
            if let Some(deltas) = cbor::field(delta, "validationDeltas") {
                recorded_failures.extend(codes(cbor::list(deltas, "failure")));
            }
        }
    }
    // Before version 3 successes and failures stand in one list; callers ask for a given failure.
    recorded_failures.extend(codes(cbor::list(value, "validationStatus")));
    IngredientEvidence {
        uri,
        relationship: own("relationship").unwrap_or_default(),
        title: own("dc:title"),
        format: own("dc:format"),
        manifest: reference
            .and_then(|reference| cbor::text(reference, "url"))
            .and_then(manifest_label)
            .map(str::to_owned),
        recorded_failures,
        recorded_inside_validity,
        source_type_uri: own("digitalSourceType"),
    }
}

fn codes(statuses: &[Value]) -> impl Iterator<Item = String> + '_ {
    statuses
        .iter()
        .filter_map(|status| cbor::text(status, "code"))
        .map(str::to_owned)
}

/// Time-stamps that any manifest's `c2pa.time-stamp` assertion holds for the manifest `label`.
fn later_time_stamps(store: &ManifestStore<'_>, label: &str) -> Vec<Vec<u8>> {
    store
        .manifests
        .iter()
        .flat_map(|manifest| manifest.assertions_of("c2pa.time-stamp"))
        .filter_map(|assertion| {
            let value = assertion.value()?;
            cbor::field(&value, label)?.as_bytes().cloned()
        })
        .collect()
}
