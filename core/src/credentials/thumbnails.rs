//! The small pictures that manifests carry (C2PA 2.2, section 18.15): of what a manifest was issued
//! for, and of its ingredients.

use super::{
    cbor,
    store::{Assertion, Content, Manifest, ManifestStore, last_label, manifest_label},
};

/// A picture in a manifest, as its writer stored it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Thumbnail<'a> {
    /// Label of the manifest that carries it.
    pub(crate) manifest: &'a str,
    /// The ingredient that it shows, by its position in that manifest; `None` for what the manifest
    /// was issued for.
    pub(crate) ingredient: Option<usize>,
    /// The encoded picture.
    pub(crate) bytes: &'a [u8],
}

/// All of a store, those of the active manifest first. Which manifests hold is for others to say.
pub(crate) fn thumbnails<'a>(store: &ManifestStore<'a>) -> Vec<Thumbnail<'a>> {
    store
        .manifests
        .iter()
        .rev()
        .flat_map(|manifest| of_manifest(store, manifest))
        .collect()
}

fn of_manifest<'a>(store: &ManifestStore<'a>, manifest: &Manifest<'a>) -> Vec<Thumbnail<'a>> {
    let own = manifest
        .assertions
        .iter()
        .find(|assertion| assertion.label.starts_with("c2pa.thumbnail.claim"))
        .and_then(file)
        .map(|bytes| Thumbnail {
            manifest: manifest.label,
            ingredient: None,
            bytes,
        });
    // The same ingredients, in the same order, as everywhere else: those that can be read.
    let values = manifest
        .assertions_of("c2pa.ingredient")
        .filter_map(Assertion::value);
    let ingredients = values.enumerate().filter_map(|(position, value)| {
        let url = cbor::text(cbor::field(&value, "thumbnail")?, "url")?;
        let holder = match manifest_label(url) {
            Some(label) => store.manifest(label)?,
            None => manifest,
        };
        Some(Thumbnail {
            manifest: manifest.label,
            ingredient: Some(position),
            bytes: file(holder.assertion(last_label(url))?)?,
        })
    });
    own.into_iter().chain(ingredients).collect()
}

const fn file<'a>(assertion: &Assertion<'a>) -> Option<&'a [u8]> {
    match assertion.content {
        Content::File(bytes) => Some(bytes),
        Content::Cbor(_) | Content::Json(_) | Content::Other => None,
    }
}
