//! From options to a manifest definition: actions, metadata, permissions, template.
//!
//! The rules for actions are those of C2PA 2.2, section 18.15: the first action is `c2pa.created`
//! with a digital source type, or `c2pa.opened` with the parent; nothing else may be either.

use serde_json::{Map, Value, json};

use crate::labels::SourceType;

use super::{error::SignError, options::Options, template::Variables};

/// The name under which actions refer to the parent ingredient.
pub(super) const PARENT_ID: &str = "parent";

/// The name under which actions refer to a component, counted from 1.
pub(super) fn component_id(index: usize) -> String {
    format!("ingredient-{}", index.saturating_add(1))
}

/// What the new manifest continues.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lineage {
    /// Nothing: the asset is new.
    Created,
    /// A parent with the same content.
    SameContent,
    /// A parent with other content.
    Changed,
}

/// What a definition depends on besides the options.
pub(super) struct Situation<'a> {
    pub(super) media_type: &'a str,
    pub(super) lineage: Lineage,
    pub(super) components: usize,
    /// JUMBF URIs of assertions to redact, resolved.
    pub(super) redactions: &'a [String],
    pub(super) variables: &'a Variables,
}

/// A manifest definition for the signing library.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Definition {
    pub(super) json: Value,
    /// Every digital source type that its actions declare.
    pub(super) source_types: Vec<SourceType>,
}

pub(super) fn define(
    options: &Options,
    situation: &Situation<'_>,
) -> Result<Definition, SignError> {
    let mut root = match &options.template {
        Some(template) => template.fill(situation.variables)?,
        None => Map::new(),
    };
    let mut assertions = match root.remove("assertions") {
        Some(Value::Array(assertions)) => assertions,
        _ => Vec::new(),
    };
    let template_actions = assertions
        .iter()
        .position(is_actions)
        .map(|index| assertions.remove(index));
    if assertions.iter().any(is_actions) {
        return Err(template_error(
            "/assertions",
            "has more than one actions assertion",
        ));
    }

    if let Some(metadata) = metadata_assertion(options) {
        assertions.push(metadata);
    }
    if !options.training.is_empty() {
        assertions.push(options.training.assertion());
    }
    for assertion in &mut assertions {
        // The signer vouches for what it was told to say: a created assertion, not a gathered one.
        if let Some(assertion) = assertion.as_object_mut() {
            assertion.entry("created").or_insert(Value::Bool(true));
        }
    }
    if options.update && assertions.is_empty() && situation.redactions.is_empty() {
        return Err(SignError::Options(
            "an update says something new about an asset; give --title, --author, --licence, \
             --training, --manifest or --redact"
                .to_owned(),
        ));
    }

    let actions = Actions::new(template_actions)?.complete(
        options,
        situation,
        !assertions.is_empty() || options.title.is_some(),
    )?;
    let source_types = actions.source_types();
    assertions.insert(0, actions.assertion());

    if let Some(title) = &options.title {
        root.insert("title".to_owned(), Value::String(title.clone()));
    }
    root.entry("claim_generator_info")
        .or_insert_with(|| json!([{ "name": "hallmark", "version": env!("CARGO_PKG_VERSION") }]));
    root.insert("claim_version".to_owned(), json!(2));
    root.insert("format".to_owned(), json!(situation.media_type));
    root.insert("assertions".to_owned(), Value::Array(assertions));
    if !situation.redactions.is_empty() {
        root.insert("redactions".to_owned(), json!(situation.redactions));
    }
    Ok(Definition {
        json: Value::Object(root),
        source_types,
    })
}

/// Author and licence, as CAWG Metadata 1.1 has them: XMP properties in JSON-LD. `c2pa.metadata`
/// allows neither (C2PA 2.2, annex B).
fn metadata_assertion(options: &Options) -> Option<Value> {
    let mut properties = Map::new();
    let mut context = Map::new();
    if let Some(author) = &options.author {
        properties.insert("dc:creator".to_owned(), json!([author]));
    }
    if let Some(licence) = &options.licence {
        let property = if licence.starts_with("https://") || licence.starts_with("http://") {
            "xmpRights:WebStatement"
        } else {
            "dc:rights"
        };
        properties.insert(property.to_owned(), json!(licence));
    }
    if properties.is_empty() {
        return None;
    }
    for (prefix, namespace) in [
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("xmpRights", "http://ns.adobe.com/xap/1.0/rights/"),
    ] {
        let used = |key: &String| key.split(':').next() == Some(prefix);
        if properties.keys().any(used) {
            context.insert(prefix.to_owned(), json!(namespace));
        }
    }
    properties.insert("@context".to_owned(), Value::Object(context));
    Some(json!({ "label": "cawg.metadata", "kind": "Json", "data": properties }))
}

fn is_actions(assertion: &Value) -> bool {
    assertion
        .get("label")
        .and_then(Value::as_str)
        .is_some_and(|label| label == "c2pa.actions" || label == "c2pa.actions.v2")
}

fn template_error(place: &str, problem: &str) -> SignError {
    SignError::Template {
        place: place.to_owned(),
        problem: problem.to_owned(),
    }
}

/// The one actions assertion.
struct Actions {
    list: Vec<Value>,
    /// Other fields of the assertion, from the template.
    others: Map<String, Value>,
}

impl Actions {
    fn new(template: Option<Value>) -> Result<Self, SignError> {
        let place = "/assertions/(actions)/data";
        let data = template.and_then(|mut assertion| assertion.get_mut("data").map(Value::take));
        let mut others = match data {
            None => Map::new(),
            Some(Value::Object(data)) => data,
            Some(_) => return Err(template_error(place, "must be an object")),
        };
        let mut list = match others.remove("actions") {
            None => Vec::new(),
            Some(Value::Array(list)) => list,
            Some(_) => {
                return Err(template_error(
                    &format!("{place}/actions"),
                    "must be an array",
                ));
            }
        };
        for (index, action) in list.iter_mut().enumerate() {
            // Manifests carry URIs; templates may say `digitalCapture`.
            let source_type = action
                .get("digitalSourceType")
                .and_then(Value::as_str)
                .and_then(SourceType::from_uri);
            if let Some(source_type) = source_type {
                set(action, "digitalSourceType", json!(source_type.as_uri()));
            }
            let place = format!("{place}/actions/{index}");
            match action.get("action").and_then(Value::as_str) {
                None => return Err(template_error(&place, "has no action")),
                Some("c2pa.created" | "c2pa.opened") if index > 0 => {
                    return Err(template_error(
                        &place,
                        "c2pa.created and c2pa.opened can only be the first action",
                    ));
                }
                Some("c2pa.redacted") => {
                    return Err(template_error(&place, "redact with --redact instead"));
                }
                Some(_) => {}
            }
        }
        Ok(Self { list, others })
    }

    fn complete(
        mut self,
        options: &Options,
        situation: &Situation<'_>,
        says_something_new: bool,
    ) -> Result<Self, SignError> {
        match situation.lineage {
            Lineage::Created => self.begin_created(options.source_type)?,
            Lineage::SameContent | Lineage::Changed => self.begin_opened()?,
        }
        if options
            .pixels
            .as_ref()
            .is_some_and(|pixels| pixels.marked_now)
        {
            self.list
                .push(json!({ "action": "c2pa.watermarked.bound" }));
        }
        if situation.lineage == Lineage::Changed {
            match options.source_type {
                Some(asked) if !self.source_types().contains(&asked) => {
                    self.list.push(json!({
                        "action": "c2pa.edited",
                        "digitalSourceType": asked.as_uri(),
                    }));
                }
                // What happened between parent and asset is not known: C2PA 2.2, section 18.15.
                None if self.list.len() == 1 => {
                    self.list.push(json!({ "action": "c2pa.unknown" }));
                }
                _ => {}
            }
        }
        for index in 0..situation.components {
            let id = component_id(index);
            if !self.list.iter().any(|action| refers_to(action, &id)) {
                self.list.push(json!({
                    "action": "c2pa.placed",
                    "parameters": { "ingredientIds": [id] },
                }));
            }
        }
        if options.update && says_something_new {
            self.list.push(json!({ "action": "c2pa.edited.metadata" }));
        }
        for uri in situation.redactions {
            let reason = options.redaction_reason.as_deref().ok_or_else(|| {
                SignError::Options(
                    "--redact needs --reason: c2pa.PII.present, c2pa.invalid.data, \
                     c2pa.trade-secret.present, c2pa.government.confidential, or a code of your \
                     own such as org.example.reason"
                        .to_owned(),
                )
            })?;
            self.list.push(json!({
                "action": "c2pa.redacted",
                "reason": reason,
                "parameters": { "redacted": uri },
            }));
        }
        // An asset opened and signed as it is has no other action to hide (C2PA 2.2, section
        // 18.15); of any other asset we know what we were told, not what was done before.
        let complete =
            options.update || (situation.lineage == Lineage::SameContent && self.list.len() == 1);
        self.others
            .entry("allActionsIncluded")
            .or_insert(Value::Bool(complete));
        Ok(self)
    }

    fn first(&mut self) -> Option<(&str, &mut Value)> {
        let first = self.list.first_mut()?;
        let name = match first.get("action").and_then(Value::as_str) {
            Some("c2pa.created") => "c2pa.created",
            Some("c2pa.opened") => "c2pa.opened",
            _ => "",
        };
        Some((name, first))
    }

    fn begin_created(&mut self, asked: Option<SourceType>) -> Result<(), SignError> {
        let place = "/assertions/(actions)/data/actions/0";
        match self.first() {
            Some(("c2pa.opened", _)) => Err(template_error(
                place,
                "c2pa.opened needs a parent; add --parent FILE, or begin with c2pa.created",
            )),
            Some(("c2pa.created", action)) => {
                let written = action.get("digitalSourceType").and_then(Value::as_str);
                match (written, asked) {
                    (None, None) => Err(SignError::SourceTypeMissing),
                    (None, Some(asked)) => {
                        set(action, "digitalSourceType", json!(asked.as_uri()));
                        Ok(())
                    }
                    (Some(written), Some(asked))
                        if SourceType::from_uri(written) != Some(asked) =>
                    {
                        Err(SignError::Options(format!(
                            "the template says {written}, --source says {}; leave one out",
                            asked.code()
                        )))
                    }
                    (Some(_), _) => Ok(()),
                }
            }
            _ => {
                let asked = asked.ok_or(SignError::SourceTypeMissing)?;
                self.list.insert(
                    0,
                    json!({
                        "action": "c2pa.created",
                        "digitalSourceType": asked.as_uri(),
                    }),
                );
                Ok(())
            }
        }
    }

    fn begin_opened(&mut self) -> Result<(), SignError> {
        let parameters = json!({ "ingredientIds": [PARENT_ID] });
        match self.first() {
            Some(("c2pa.created", _)) => Err(template_error(
                "/assertions/(actions)/data/actions/0",
                "c2pa.created cannot have a parent, and this asset has one; leave the action out, \
                 so that c2pa.opened is written",
            )),
            Some(("c2pa.opened", action)) => {
                set(action, "parameters", parameters);
                Ok(())
            }
            _ => {
                self.list.insert(
                    0,
                    json!({ "action": "c2pa.opened", "parameters": parameters }),
                );
                Ok(())
            }
        }
    }

    fn source_types(&self) -> Vec<SourceType> {
        self.list
            .iter()
            .filter_map(|action| action.get("digitalSourceType")?.as_str())
            .filter_map(SourceType::from_uri)
            .collect()
    }

    fn assertion(self) -> Value {
        let mut data = self.others;
        data.insert("actions".to_owned(), Value::Array(self.list));
        json!({ "label": "c2pa.actions.v2", "data": data, "created": true })
    }
}

fn refers_to(action: &Value, id: &str) -> bool {
    action
        .get("parameters")
        .and_then(|parameters| parameters.get("ingredientIds"))
        .and_then(Value::as_array)
        .is_some_and(|ids| ids.iter().any(|other| other == id))
}

fn set(object: &mut Value, key: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

#[cfg(test)]
mod tests;
