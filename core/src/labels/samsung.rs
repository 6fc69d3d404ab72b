//! Samsung's Galaxy AI: the photo editor's notes in the trailer say which generative tool ran.

use super::{
    LabelKind, SourceType,
    json::Json,
    material::{Found, Material, whole},
};

/// Key of the tool's number; 0 is none.
const TOOL: &str = "genAIType";

/// Nesting of the notes that is followed.
const DEPTH: usize = 8;

pub(super) fn detect(material: &Material<'_>, found: &mut Found) {
    for text in &material.texts {
        if text.keyword != Some("PhotoEditor_Re_Edit_Data") {
            continue;
        }
        let notes = text
            .text
            .trim_matches(|c: char| c == '\0' || c.is_whitespace());
        let tool = Json::read(notes).ok().and_then(|notes| tool(&notes, DEPTH));
        if let Some(tool) = tool {
            found.trace(
                LabelKind::SamsungGalaxyAi,
                &format!("{TOOL}={tool}"),
                SourceType::CompositeWithTrainedAlgorithmicMedia,
                "Samsung",
                whole(text.part),
            );
        }
    }
}

/// The number of a generative tool, wherever the notes keep it.
fn tool(notes: &Json, depth: usize) -> Option<String> {
    let depth = depth.checked_sub(1)?;
    match notes {
        Json::Object(members) => members.iter().find_map(|(name, value)| match value {
            Json::Number(number) if name == TOOL => (number != "0").then(|| number.clone()),
            value => tool(value, depth),
        }),
        Json::List(values) => values.iter().find_map(|value| tool(value, depth)),
        // Notes are quoted inside notes.
        Json::Text(text) if text.contains(TOOL) => tool(&Json::read(text).ok()?, depth),
        _ => None,
    }
}
