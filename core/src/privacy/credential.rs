//! Personal data inside a manifest store: in metadata assertions, thumbnails, ingredients and
//! identities. They are signed, so they leave only by redaction.

use ciborium::Value;

use super::{Datum, Kind, kind, quote, size};
use crate::{
    credentials::store::{Assertion, Content, Manifest, ManifestStore},
    evidence::Place,
    limits::Limits,
};

/// Members of one assertion that are looked at.
const MEMBERS: usize = 1_000;

/// Adds the data of every manifest of a store; one that cannot be read has none.
pub(super) fn of_store(jumbf: &[u8], limits: &Limits, data: &mut Vec<Datum>) {
    let Ok(store) = ManifestStore::parse(jumbf, limits) else {
        return;
    };
    for manifest in &store.manifests {
        for assertion in &manifest.assertions {
            of_assertion(manifest, assertion, data);
        }
    }
}

fn of_assertion(manifest: &Manifest<'_>, assertion: &Assertion<'_>, data: &mut Vec<Datum>) {
    let uri = manifest.assertion_uri(assertion.label);
    let mut add = |kind: Kind, name: &str, value: String| {
        data.push(Datum {
            kind,
            name: name.to_owned(),
            value: quote(&value),
            place: Place::Jumbf { uri: uri.clone() },
            assertion: Some(uri.clone()),
        });
    };
    if assertion.label.starts_with("c2pa.thumbnail.") {
        let bytes = match assertion.content {
            Content::File(bytes) => bytes.len(),
            _ => assertion.hashed.len(),
        };
        add(
            Kind::Thumbnail,
            assertion.label,
            size(u64::try_from(bytes).unwrap_or(u64::MAX)),
        );
        return;
    }
    let is_ingredient = assertion.is("c2pa.ingredient");
    let is_identity = assertion.is("cawg.identity");
    let Some(value) = assertion.value() else {
        return;
    };
    if is_ingredient {
        if let Some(title) = text(&value, "dc:title") {
            add(Kind::History, "dc:title", title);
        }
        return;
    }
    if is_identity {
        add(Kind::Person, assertion.label, "identity".to_owned());
        return;
    }
    // Actions and bindings can never be redacted and hold no field of these standards.
    let Some(members) = value.as_map() else {
        return;
    };
    for (key, value) in members.iter().take(MEMBERS) {
        let Some(key) = key.as_text() else { continue };
        let kind = match key {
            // schema.org: the creative work of version 1.
            "author" | "creator" => Some(Kind::Person),
            "copyrightHolder" | "copyrightNotice" | "license" => Some(Kind::Rights),
            key => kind::prefixed(key),
        };
        if let Some(kind) = kind {
            add(kind, key, plain(value));
        }
    }
}

fn text(value: &Value, key: &str) -> Option<String> {
    let members = value.as_map()?;
    let member = members.iter().find(|(name, _)| name.as_text() == Some(key));
    member.and_then(|(_, value)| value.as_text().map(str::to_owned))
}

/// A value as text: names of people inside of objects, joined lists.
fn plain(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Integer(number) => i128::from(*number).to_string(),
        Value::Float(number) => number.to_string(),
        Value::Array(values) => {
            let parts: Vec<String> = values.iter().take(16).map(plain).collect();
            parts.join(", ")
        }
        Value::Map(_) => text(value, "name").unwrap_or_else(|| "structure".to_owned()),
        _ => String::new(),
    }
}
