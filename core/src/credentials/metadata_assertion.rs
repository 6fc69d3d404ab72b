//! What the metadata assertions of a manifest say of how the content was made (C2PA 2.2, section
//! 18.16; CAWG Metadata 1.1).
//!
//! They hold XMP properties as JSON-LD: a name is a prefix, which `@context` resolves, and a
//! property's name.

use std::collections::BTreeMap;

use ciborium::Value;

use super::{cbor, evidence::DeclaredSourceType, store::Manifest};
use crate::labels::iptc::{NAMES, NAMESPACE};

/// The assertions: of C2PA, of CAWG, and under the names that C2PA had for IPTC's before.
const KINDS: [&str; 4] = [
    "c2pa.metadata",
    "cawg.metadata",
    "stds.iptc",
    "stds.iptc.photo-metadata",
];

/// The prefix that stands for IPTC's schema where `@context` says nothing else of it.
const PREFIX: &str = "Iptc4xmpExt";

/// Values kept of one manifest; the standard allows one.
const VALUES: usize = 16;

/// Longest value that is kept, in characters: a URI of the vocabulary takes 80.
const LENGTH: usize = 256;

/// The digital source types that they declare, in order.
pub(super) fn source_types(manifest: &Manifest<'_>) -> Vec<DeclaredSourceType> {
    let assertions = KINDS
        .into_iter()
        .flat_map(|kind| manifest.assertions_of(kind));
    let values = assertions
        .filter_map(|assertion| Some((assertion.label, assertion.value()?)))
        .flat_map(|(label, value)| {
            let uri = manifest.assertion_uri(label);
            declared(&value)
                .into_iter()
                .map(move |value| DeclaredSourceType {
                    uri: uri.clone(),
                    value,
                })
        });
    values.take(VALUES).collect()
}

/// The values of the property in one assertion.
fn declared(assertion: &Value) -> Vec<String> {
    let Some(members) = assertion.as_map() else {
        return Vec::new();
    };
    let context = cbor::field(assertion, "@context").and_then(Value::as_map);
    // Looked up once a member, of which there may be many.
    let schemas: BTreeMap<&str, &str> = context
        .into_iter()
        .flatten()
        .filter_map(|(prefix, schema)| Some((prefix.as_text()?, schema.as_text()?)))
        .collect();
    let is_source_type = |key: &Value| {
        let Some((prefix, name)) = key.as_text().and_then(|key| key.split_once(':')) else {
            return false;
        };
        let known = match schemas.get(prefix) {
            Some(schema) => *schema == NAMESPACE,
            None => prefix == PREFIX,
        };
        known && NAMES.contains(&name)
    };
    members
        .iter()
        .filter(|(key, _)| is_source_type(key))
        .flat_map(|(_, value)| match value {
            Value::Array(list) => list.as_slice(),
            one => std::slice::from_ref(one),
        })
        // JSON-LD writes a reference as an object with an identifier.
        .filter_map(|value| value.as_text().or_else(|| cbor::text(value, "@id")))
        .filter(|value| !value.is_empty())
        .map(|value| value.chars().take(LENGTH).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(assertion: &serde_json::Value) -> Vec<String> {
        declared(&Value::serialized(assertion).unwrap())
    }

    #[test]
    fn a_source_type_is_read_in_each_form() {
        let uri = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
        for assertion in [
            json!({ "Iptc4xmpExt:DigitalSourceType": uri }),
            json!({ "@context": { "Iptc4xmpExt": NAMESPACE }, "Iptc4xmpExt:DigitalSourceType": uri }),
            json!({ "@context": { "ext": NAMESPACE }, "ext:DigitalSourceType": uri }),
            json!({ "Iptc4xmpExt:DigitalSourceType": { "@id": uri } }),
            json!({ "Iptc4xmpExt:DigitalSourceType": [uri] }),
            json!({ "Iptc4xmpExt:DigitalSourcefileType": uri }),
        ] {
            assert_eq!(read(&assertion), [uri], "{assertion}");
        }
    }

    #[test]
    fn what_resembles_it_is_none() {
        for assertion in [
            json!({}),
            json!([]),
            json!("Iptc4xmpExt:DigitalSourceType"),
            json!({ "DigitalSourceType": "print" }),
            json!({ "other:DigitalSourceType": "print" }),
            json!({ "Iptc4xmpExt:DigitalSourceTypes": "print" }),
            json!({ "Iptc4xmpExt:DigitalSourceType": 1 }),
            json!({ "Iptc4xmpExt:DigitalSourceType": "" }),
            // The prefix stands for another schema.
            json!({ "@context": { "Iptc4xmpExt": "http://example.org/" },
                "Iptc4xmpExt:DigitalSourceType": "print" }),
        ] {
            assert_eq!(read(&assertion), [""; 0], "{assertion}");
        }
        let long = "x".repeat(10_000);
        let kept = read(&json!({ "Iptc4xmpExt:DigitalSourceType": long }));
        assert_eq!(kept[0].len(), LENGTH);
    }
}
