//! InvokeAI: metadata, graphs and workflows in PNG texts, under the names of three generations.

use super::{
    LabelKind, SourceType,
    json::Json,
    material::{Found, Material, whole},
};

/// Keywords whose text is a JSON object.
const OBJECTS: [&str; 4] = [
    "invokeai_metadata",
    "invokeai_graph",
    "invokeai_workflow",
    "sd-metadata",
];

/// The oldest form is a command line.
const COMMAND: &str = "Dream";

/// Switches of that command line: steps, width and seed.
const SWITCHES: [&str; 3] = [" -s", " -W", " -S"];

pub(super) fn detect(material: &Material<'_>, found: &mut Found) {
    let traces = material.texts.iter().filter(|text| match text.keyword {
        Some(keyword) if OBJECTS.contains(&keyword) => {
            Json::object(&text.text).is_some_and(|members| !members.is_empty())
        }
        Some(COMMAND) => SWITCHES.iter().all(|switch| text.text.contains(switch)),
        _ => false,
    });
    for text in traces {
        found.trace(
            LabelKind::Invokeai,
            text.keyword.unwrap_or_default(),
            SourceType::TrainedAlgorithmicMedia,
            "InvokeAI",
            whole(text.part),
        );
    }
}
