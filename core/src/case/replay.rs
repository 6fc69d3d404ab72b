//! Whether two judgements say the same.

use serde_json::Value;

/// Fields of a record that tell of the run and not of the asset.
const OF_THE_RUN: [&str; 3] = ["elapsed_ms", "tool", "previews"];

/// A field of a record that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The field.
    pub field: String,
    /// What was recorded, as JSON.
    pub recorded: String,
    /// What is judged now, as JSON.
    pub now: String,
}

/// Every field in which two records of one asset differ, in order; fields of the run apart.
#[must_use]
pub fn differences(recorded: &Value, now: &Value) -> Vec<Difference> {
    let empty = serde_json::Map::new();
    let (old, new) = (
        recorded.as_object().unwrap_or(&empty),
        now.as_object().unwrap_or(&empty),
    );
    let mut fields: Vec<&String> = old.keys().chain(new.keys()).collect();
    fields.sort_unstable();
    fields.dedup();
    fields
        .into_iter()
        .filter(|field| !OF_THE_RUN.contains(&field.as_str()))
        .filter_map(|field| {
            let (old, new) = (old.get(field), new.get(field));
            (old != new).then(|| Difference {
                field: field.clone(),
                recorded: old.map(Value::to_string).unwrap_or_default(),
                now: new.map(Value::to_string).unwrap_or_default(),
            })
        })
        .collect()
}
