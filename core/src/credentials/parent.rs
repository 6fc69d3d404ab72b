//! What a manifest store says of what the content was made from: the parent of the manifest that
//! binds the content.

use ciborium::Value;

use super::{
    audit::{binding_from, binding_manifest},
    bound::{Bound, bound_by},
    cbor,
    store::{Manifest, ManifestStore, manifest_label},
    thumbnails::{Thumbnail, thumbnails},
};
use crate::{asset::language, fingerprint::assertion::GRID_LABEL};

/// Languages of a parent that are kept.
const LANGUAGES: usize = 32;

/// A parent, as a store has it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StoredParent<'a> {
    /// Label of the manifest that names it.
    pub(crate) manifest: String,
    /// Label of its own manifest, when the store holds it.
    pub(crate) own_manifest: Option<String>,
    /// The signed description of its pixels, and the JUMBF URI of the grid.
    pub(crate) bound: Option<(Bound, String)>,
    /// A small picture of it, and the JUMBF URI of the ingredient.
    pub(crate) thumbnail: Option<(&'a [u8], String)>,
    /// Media type of the parent, as written.
    pub(crate) format: Option<String>,
    /// Its languages, as its own metadata say.
    pub(crate) languages: Vec<String>,
}

/// The parent of the content that a store is for; `None` where it names none.
pub(crate) fn parent<'a>(store: &ManifestStore<'a>) -> Option<StoredParent<'a>> {
    let manifest = binding_manifest(store)?;
    let values = manifest
        .assertions_of("c2pa.ingredient")
        .filter_map(|assertion| Some((assertion.label, assertion.value()?)));
    let (position, (label, ingredient)) = values
        .enumerate()
        .find(|(_, (_, value))| cbor::text(value, "relationship") == Some("parentOf"))?;
    let reference = cbor::field(&ingredient, "activeManifest")
        .or_else(|| cbor::field(&ingredient, "c2pa_manifest"));
    let own = reference
        .and_then(|reference| cbor::text(reference, "url"))
        .and_then(manifest_label)
        .and_then(|label| store.manifest(label));
    let binding = own.and_then(|own| binding_from(store, own));
    let shows = |small: &&Thumbnail<'_>| {
        small.manifest == manifest.label && small.ingredient == Some(position)
    };
    let thumbnail = thumbnails(store)
        .iter()
        .find(shows)
        .map(|small| small.bytes);
    Some(StoredParent {
        manifest: manifest.label.to_owned(),
        own_manifest: own.map(|own| own.label.to_owned()),
        bound: binding.map(|binding| (bound_by(binding), binding.assertion_uri(GRID_LABEL))),
        thumbnail: thumbnail.map(|bytes| (bytes, manifest.assertion_uri(label))),
        format: cbor::text(&ingredient, "dc:format").map(str::to_owned),
        languages: binding.map(languages).unwrap_or_default(),
    })
}

/// `dc:language` of the metadata assertions (C2PA 2.2, section 18.16; CAWG Metadata 1.1).
fn languages(manifest: &Manifest<'_>) -> Vec<String> {
    ["c2pa.metadata", "cawg.metadata"]
        .into_iter()
        .flat_map(|kind| manifest.assertions_of(kind))
        .filter_map(super::store::Assertion::value)
        .flat_map(|value| match cbor::field(&value, "dc:language") {
            Some(Value::Text(text)) => vec![text.clone()],
            Some(Value::Array(list)) => list
                .iter()
                .filter_map(|one| one.as_text().map(str::to_owned))
                .collect(),
            _ => Vec::new(),
        })
        .filter_map(|written| language(&written))
        .take(LANGUAGES)
        .collect()
}
