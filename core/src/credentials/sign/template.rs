//! Manifest templates: a manifest definition with variables.
//!
//! A template is JSON with the keys `title`, `claim_generator_info` and `assertions`. Every string
//! in it may hold variables, `{{name}}`; `{{{{` stands for two braces. Values are put into parsed
//! strings, never into JSON text, so no value can change the structure.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::error::SignError;

/// Assertions that the signer makes itself, or that would break the manifest.
const RESERVED_PREFIXES: [&str; 4] = [
    "c2pa.hash.",
    "c2pa.ingredient",
    "c2pa.thumbnail",
    "c2pa.time-stamp",
];

/// A manifest template, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    root: Map<String, Value>,
}

/// Values for the variables of a template, by name.
pub type Variables = BTreeMap<String, String>;

impl Template {
    /// Reads a template from JSON text.
    ///
    /// # Errors
    /// [`SignError::Template`] with line and column, or with the pointer of a key that a template
    /// may not have.
    pub fn from_json(text: &str) -> Result<Self, SignError> {
        let value: Value = serde_json::from_str(text).map_err(|error| SignError::Template {
            place: format!("line {}, column {}", error.line(), error.column()),
            problem: format!("this is no JSON: {error}"),
        })?;
        let Value::Object(root) = value else {
            return Err(problem(
                "",
                "a template is an object with the key \"assertions\"",
            ));
        };
        for (key, value) in &root {
            match key.as_str() {
                "title" if value.is_string() => {}
                "claim_generator_info" if value.is_array() => {}
                "assertions" => check_assertions(value)?,
                "title" => return Err(problem("/title", "must be a string")),
                "claim_generator_info" => {
                    return Err(problem("/claim_generator_info", "must be an array"));
                }
                _ => {
                    return Err(problem(
                        &format!("/{key}"),
                        "unknown key; a template has title, claim_generator_info and assertions",
                    ));
                }
            }
        }
        Ok(Self { root })
    }

    /// Whether every variable in the template has a value.
    ///
    /// # Errors
    /// [`SignError::Template`] with the pointer of the first string that names one without.
    pub fn check(&self, variables: &Variables) -> Result<(), SignError> {
        self.fill(variables).map(|_| ())
    }

    /// The template with every variable replaced by its value.
    ///
    /// # Errors
    /// [`SignError::Template`] with the pointer of the string that names a variable without a
    /// value.
    pub(super) fn fill(&self, variables: &Variables) -> Result<Map<String, Value>, SignError> {
        let mut root = self.root.clone();
        for (key, value) in &mut root {
            fill_value(value, &format!("/{key}"), variables)?;
        }
        Ok(root)
    }
}

fn check_assertions(value: &Value) -> Result<(), SignError> {
    let Some(assertions) = value.as_array() else {
        return Err(problem("/assertions", "must be an array"));
    };
    for (index, assertion) in assertions.iter().enumerate() {
        let place = format!("/assertions/{index}");
        let Some(assertion) = assertion.as_object() else {
            return Err(problem(&place, "must be an object with label and data"));
        };
        for key in assertion.keys() {
            if !matches!(key.as_str(), "label" | "data" | "kind" | "created") {
                return Err(problem(
                    &format!("{place}/{key}"),
                    "unknown key; an assertion has label, data, kind and created",
                ));
            }
        }
        let Some(label) = assertion.get("label").and_then(Value::as_str) else {
            return Err(problem(&place, "has no label"));
        };
        if RESERVED_PREFIXES
            .iter()
            .any(|prefix| label.starts_with(prefix))
        {
            return Err(problem(
                &format!("{place}/label"),
                &format!("{label} is written by the signer itself; leave it out"),
            ));
        }
        if !assertion.contains_key("data") {
            return Err(problem(&place, "has no data"));
        }
    }
    Ok(())
}

fn fill_value(value: &mut Value, place: &str, variables: &Variables) -> Result<(), SignError> {
    match value {
        Value::String(text) => {
            if text.contains("{{") {
                *text = fill_text(text, place, variables)?;
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                fill_value(item, &format!("{place}/{index}"), variables)?;
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                fill_value(field, &format!("{place}/{}", escape(key)), variables)?;
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
    Ok(())
}

fn fill_text(text: &str, place: &str, variables: &Variables) -> Result<String, SignError> {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        filled.push_str(before);
        if let Some(after) = after.strip_prefix("{{") {
            filled.push_str("{{");
            rest = after;
            continue;
        }
        let Some((name, after)) = after.split_once("}}") else {
            return Err(problem(place, "{{ without }}; write {{{{ for two braces"));
        };
        let name = name.trim();
        let Some(value) = variables.get(name) else {
            let known = variables.keys().cloned().collect::<Vec<_>>().join(", ");
            return Err(problem(
                place,
                &format!(
                    "the variable {name} has no value; give it with --set {name}=VALUE \
                     (known here: {known})"
                ),
            ));
        };
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// RFC 6901, section 3.
fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn problem(place: &str, problem: &str) -> SignError {
    SignError::Template {
        place: if place.is_empty() { "/" } else { place }.to_owned(),
        problem: problem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn variables(pairs: &[(&str, &str)]) -> Variables {
        pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    fn refusal(text: &str) -> String {
        Template::from_json(text)
            .and_then(|template| template.fill(&variables(&[("title", "x")])))
            .unwrap_err()
            .to_string()
    }

    #[test]
    fn variables_are_filled_everywhere() {
        let template = Template::from_json(
            r#"{"title":"{{title}} of {{ date }}","assertions":[
                {"label":"org.example.note","data":{"a":["{{title}}",1],"b":"{{{{raw}}"}}]}"#,
        )
        .unwrap();
        let filled = template
            .fill(&variables(&[
                ("title", "A \"b\"\\"),
                ("date", "2026-01-02"),
            ]))
            .unwrap();
        assert_eq!(filled["title"], "A \"b\"\\ of 2026-01-02");
        assert_eq!(filled["assertions"][0]["data"]["a"][0], "A \"b\"\\");
        assert_eq!(filled["assertions"][0]["data"]["b"], "{{raw}}");
    }

    #[test]
    fn mistakes_are_named_with_their_place() {
        for (text, place) in [
            ("[1]", "at /:"),
            ("{\"titel\":\"x\"}", "at /titel:"),
            ("{\"title\":1}", "at /title:"),
            ("{\"assertions\":[1]}", "at /assertions/0:"),
            ("{\"assertions\":[{\"data\":1}]}", "at /assertions/0:"),
            (
                "{\"assertions\":[{\"label\":\"a.b\"}]}",
                "at /assertions/0:",
            ),
            (
                "{\"assertions\":[{\"label\":\"c2pa.hash.data\",\"data\":{}}]}",
                "at /assertions/0/label:",
            ),
            (
                "{\"assertions\":[{\"label\":\"a.b\",\"data\":{\"x\":[\"{{nobody}}\"]}}]}",
                "at /assertions/0/data/x/0: the variable nobody",
            ),
            ("{\"title\":\"{{open\"}", "at /title:"),
            ("{\n\"title\": }", "at line 2, column"),
        ] {
            let message = refusal(text);
            assert!(message.contains(place), "{text}: {message}");
        }
    }

    proptest! {
        #[test]
        fn no_value_escapes_its_string(value in ".*") {
            let template =
                Template::from_json(r#"{"assertions":[{"label":"a.b","data":{"x":"{{v}}"}}]}"#)
                    .unwrap();
            let filled = template.fill(&variables(&[("v", &value)])).unwrap();
            prop_assert_eq!(filled["assertions"][0]["data"]["x"].as_str(), Some(value.as_str()));
            prop_assert_eq!(filled["assertions"][0]["data"].as_object().unwrap().len(), 1);
        }

        #[test]
        fn any_text_returns(text in ".*") {
            let _ = Template::from_json(&text);
        }
    }
}
