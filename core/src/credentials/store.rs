//! The manifest store as the specification lays it out (C2PA 2.2, section 11), read by our own
//! hands: what the claim says, what its assertions hold, what the signature box carries.

use ciborium::Value;

use super::{
    cbor,
    jumbf::{self, JumbfError, SuperBox},
};
use crate::limits::Limits;

/// A manifest store.
#[derive(Debug)]
pub(crate) struct ManifestStore<'a> {
    /// The manifests in file order; the last one is active.
    pub(crate) manifests: Vec<Manifest<'a>>,
    /// Bytes after the store's own box, inside the same container parts, from the first that is
    /// not zero: writers that reserve room in advance leave zeros there.
    pub(crate) after: usize,
}

/// One manifest.
#[derive(Debug)]
pub(crate) struct Manifest<'a> {
    /// Its label.
    pub(crate) label: &'a str,
    /// An update manifest (`c2um`).
    pub(crate) update: bool,
    /// The claim's bytes, as signed.
    pub(crate) claim_bytes: &'a [u8],
    /// The claim.
    pub(crate) claim: Value,
    /// 1 for `c2pa.claim`, 2 for `c2pa.claim.v2`.
    pub(crate) claim_version: u8,
    /// The COSE signature's bytes; empty when the box is missing.
    pub(crate) signature: &'a [u8],
    /// The assertions, in box order.
    pub(crate) assertions: Vec<Assertion<'a>>,
}

/// One assertion.
#[derive(Debug)]
pub(crate) struct Assertion<'a> {
    /// Its label, instance suffix included.
    pub(crate) label: &'a str,
    /// What it holds.
    pub(crate) content: Content<'a>,
    /// The assertion's superbox payload: what a hashed URI hashes (everything after its header).
    pub(crate) hashed: &'a [u8],
}

/// The content of an assertion.
#[derive(Debug)]
pub(crate) enum Content<'a> {
    /// CBOR.
    Cbor(&'a [u8]),
    /// JSON.
    Json(&'a [u8]),
    /// An embedded file.
    File(&'a [u8]),
    /// Anything else.
    Other,
}

impl<'a> Manifest<'a> {
    /// The assertion with exactly this label.
    pub(crate) fn assertion(&self, label: &str) -> Option<&Assertion<'a>> {
        self.assertions
            .iter()
            .find(|assertion| assertion.label == label)
    }

    /// The assertions of one kind, whatever their version and instance suffix.
    pub(crate) fn assertions_of(&self, kind: &str) -> impl Iterator<Item = &Assertion<'a>> {
        self.assertions
            .iter()
            .filter(move |assertion| assertion.is(kind))
    }

    /// JUMBF URI of one of its boxes.
    pub(crate) fn uri(&self, path: &str) -> String {
        format!("self#jumbf=/c2pa/{}/{path}", self.label)
    }

    /// JUMBF URI of one of its assertions.
    pub(crate) fn assertion_uri(&self, label: &str) -> String {
        self.uri(&format!("c2pa.assertions/{label}"))
    }
}

impl Assertion<'_> {
    /// Whether the label is `kind`, `kind.vN`, or either with an instance suffix `__N`.
    pub(crate) fn is(&self, kind: &str) -> bool {
        let base = self.label.split("__").next().unwrap_or(self.label);
        base.strip_prefix(kind).is_some_and(|rest| {
            rest.is_empty()
                || rest.strip_prefix(".v").is_some_and(|version| {
                    !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit())
                })
        })
    }

    /// The content's bytes, if they are CBOR.
    pub(crate) const fn cbor(&self) -> Option<&[u8]> {
        match self.content {
            Content::Cbor(bytes) => Some(bytes),
            Content::Json(_) | Content::File(_) | Content::Other => None,
        }
    }

    /// The content as a CBOR value; JSON is converted.
    pub(crate) fn value(&self) -> Option<Value> {
        match &self.content {
            Content::Cbor(bytes) => cbor::parse(bytes),
            Content::Json(bytes) => serde_json::from_slice::<serde_json::Value>(bytes)
                .ok()
                .and_then(|json| Value::serialized(&json).ok()),
            Content::File(_) | Content::Other => None,
        }
    }
}

impl<'a> ManifestStore<'a> {
    /// Reads a store. Manifests that are too broken to show a label are left out.
    pub(crate) fn parse(bytes: &'a [u8], limits: &Limits) -> Result<Self, JumbfError> {
        let root = jumbf::parse(bytes, limits)?;
        let rest = bytes.get(root.bytes.len()..).unwrap_or_default();
        let after = rest
            .iter()
            .position(|byte| *byte != 0)
            .map_or(0, |zeros| rest.len().saturating_sub(zeros));
        let manifests = root.children.iter().filter_map(manifest).collect();
        Ok(Self { manifests, after })
    }

    /// The active manifest: the last one of the store (C2PA 2.2, section 11.1.4.2).
    pub(crate) fn active(&self) -> Option<&Manifest<'a>> {
        self.manifests.last()
    }

    /// The manifest with this label.
    pub(crate) fn manifest(&self, label: &str) -> Option<&Manifest<'a>> {
        self.manifests
            .iter()
            .find(|manifest| manifest.label == label)
    }
}

/// The manifest label that a JUMBF URI points into, absolute or relative to the store.
pub(crate) fn manifest_label(uri: &str) -> Option<&str> {
    let path = uri.split("jumbf=").nth(1).unwrap_or(uri);
    let path = path.strip_prefix("/c2pa/")?;
    path.split('/').next().filter(|label| !label.is_empty())
}

/// The last element of a JUMBF URI: an assertion's or box's own label.
pub(crate) fn last_label(uri: &str) -> &str {
    uri.rsplit(['/', '=']).next().unwrap_or(uri)
}

fn manifest<'a>(superbox: &SuperBox<'a>) -> Option<Manifest<'a>> {
    let label = superbox.label?;
    let update = superbox.kind_name() == *b"c2um";
    let find = |kind: &[u8; 4]| {
        superbox
            .children
            .iter()
            .find(|child| child.kind_name() == *kind)
    };
    let claim_box = superbox
        .child("c2pa.claim.v2")
        .or_else(|| superbox.child("c2pa.claim"))
        .or_else(|| find(b"c2cl"));
    let claim_bytes = claim_box
        .and_then(|claim| claim.content(b"cbor"))
        .unwrap_or_default();
    let claim_version = if claim_box.is_some_and(|claim| claim.label == Some("c2pa.claim.v2")) {
        2
    } else {
        1
    };
    let signature = superbox
        .child("c2pa.signature")
        .or_else(|| find(b"c2cs"))
        .and_then(|signature| signature.content(b"cbor"))
        .unwrap_or_default();
    let assertions = superbox
        .child("c2pa.assertions")
        .or_else(|| find(b"c2as"))
        .map(|store| store.children.iter().filter_map(assertion).collect())
        .unwrap_or_default();
    Some(Manifest {
        label,
        update,
        claim_bytes,
        claim: cbor::parse(claim_bytes).unwrap_or(Value::Null),
        claim_version,
        signature,
        assertions,
    })
}

fn assertion<'a>(superbox: &SuperBox<'a>) -> Option<Assertion<'a>> {
    let label = superbox.label?;
    let content = superbox
        .contents
        .iter()
        .find_map(|(kind, payload)| match *kind {
            b"cbor" => Some(Content::Cbor(payload)),
            b"json" => Some(Content::Json(payload)),
            b"bidb" => Some(Content::File(payload)),
            _ => None,
        });
    // The header is 8 bytes, or 16 when the length is given in 64 bits.
    let header = if superbox.bytes.starts_with(&[0, 0, 0, 1]) {
        16
    } else {
        8
    };
    Some(Assertion {
        label,
        content: content.unwrap_or(Content::Other),
        hashed: superbox.bytes.get(header..).unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_come_out_of_absolute_and_relative_uris() {
        assert_eq!(
            manifest_label("self#jumbf=/c2pa/urn:c2pa:1/c2pa.signature"),
            Some("urn:c2pa:1")
        );
        assert_eq!(
            manifest_label("self#jumbf=c2pa.assertions/c2pa.hash.data"),
            None
        );
        assert_eq!(
            last_label("self#jumbf=c2pa.assertions/c2pa.hash.data"),
            "c2pa.hash.data"
        );
    }

    #[test]
    fn an_assertion_is_of_its_kind_in_every_version_and_instance() {
        let named = |label| Assertion {
            label,
            content: Content::Other,
            hashed: &[],
        };
        for label in [
            "c2pa.actions",
            "c2pa.actions.v2",
            "c2pa.actions__1",
            "c2pa.actions.v2__12",
        ] {
            assert!(named(label).is("c2pa.actions"), "{label}");
        }
        for label in [
            "c2pa.actions.v",
            "c2pa.actionsx",
            "c2pa.action",
            "c2pa.actions.vx",
        ] {
            assert!(!named(label).is("c2pa.actions"), "{label}");
        }
    }
}
