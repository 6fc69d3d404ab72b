//! What a manifest says about the pixels that it was signed for.

use ciborium::Value;

use super::{
    audit::binding_manifest,
    cbor,
    store::{Manifest, ManifestStore},
};
use crate::{
    fingerprint::{
        assertion::{GRID_LABEL, PDQ_LABEL, SignedPdq, SoftBinding, decode_grid, decode_pdq},
        grid::Grid,
    },
    limits::Limits,
};

/// The signed descriptions of a picture's pixels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bound {
    /// Label of the active manifest.
    pub manifest_id: Option<String>,
    /// Payloads of marks of this program that the manifest binds itself to, hexadecimal.
    pub marks: Vec<String>,
    /// The perceptual hash.
    pub pdq: Option<SignedPdq>,
    /// The grid of block descriptors.
    pub grid: Option<Grid>,
}

/// Reads them from a manifest store. What cannot be read is left out; whether the signature covers
/// it is for the examination of the store to say.
#[must_use]
pub fn bound(store: &[u8], limits: &Limits) -> Bound {
    let Ok(store) = ManifestStore::parse(store, limits) else {
        return Bound::default();
    };
    let bound = binding_manifest(&store).map(bound_by).unwrap_or_default();
    Bound {
        manifest_id: store.active().map(|manifest| manifest.label.to_owned()),
        ..bound
    }
}

/// What one manifest binds.
pub(super) fn bound_by(manifest: &Manifest<'_>) -> Bound {
    let mut bound = Bound {
        manifest_id: Some(manifest.label.to_owned()),
        ..Bound::default()
    };
    for assertion in manifest.assertions_of(SoftBinding::LABEL) {
        let Some(value) = assertion.value() else {
            continue;
        };
        if cbor::text(&value, "alg") == Some(SoftBinding::WATERMARK) {
            let blocks = cbor::list(&value, "blocks").iter();
            bound.marks.extend(blocks.filter_map(self::value));
        }
    }
    let bytes = |label| {
        manifest
            .assertion(label)
            .and_then(|assertion| assertion.cbor())
    };
    bound.pdq = bytes(PDQ_LABEL).and_then(|bytes| decode_pdq(bytes).ok());
    bound.grid = bytes(GRID_LABEL).and_then(|bytes| decode_grid(bytes).ok());
    bound
}

/// The value of one block of a soft binding, hexadecimal: bytes, as the specification asks, or text
/// as some writers have it.
pub(super) fn value(block: &Value) -> Option<String> {
    match cbor::field(block, "value")? {
        Value::Bytes(bytes) => Some(hex::encode(bytes)),
        Value::Text(text) => Some(text.to_ascii_lowercase()),
        _ => None,
    }
}
