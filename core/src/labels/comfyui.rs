//! ComfyUI: the graph that made the picture, and the workflow that a person saw.

use super::{
    LabelKind, SourceType, exif,
    json::Json,
    material::{Found, Material, whole},
};

/// PNG keeps them under the keywords `prompt` and `workflow`; WebP in EXIF tags from `Model`
/// downwards, each with its key and a colon before the JSON.
pub(super) fn detect(material: &Material<'_>, found: &mut Found) {
    let texts = material.texts.iter().filter_map(|text| {
        let key = text.keyword?;
        Some((key.to_owned(), text.text.clone(), whole(text.part)))
    });
    let tags = [exif::MODEL, exif::MAKE, exif::IMAGE_DESCRIPTION]
        .into_iter()
        .flat_map(|number| material.tag(number))
        .filter_map(|(text, place)| {
            let (key, json) = text.split_once(':')?;
            Some((key.to_owned(), json.to_owned(), place))
        });
    let mut traces = Vec::new();
    for (key, json, place) in texts.chain(tags) {
        let what = match key.as_str() {
            "prompt" => is_graph(&json).then_some("graph"),
            "workflow" => is_workflow(&json).then_some("workflow"),
            _ => None,
        };
        traces.extend(what.map(|what| (what, place)));
    }
    for (what, place) in traces {
        let meaning = SourceType::TrainedAlgorithmicMedia;
        found.trace(LabelKind::Comfyui, what, meaning, "ComfyUI", place);
    }
}

/// An object of nodes, each with its class.
fn is_graph(json: &str) -> bool {
    Json::object(json).is_some_and(|nodes| {
        !nodes.is_empty()
            && nodes
                .iter()
                .all(|(_, node)| node.get("class_type").and_then(Json::text).is_some())
    })
}

fn is_workflow(json: &str) -> bool {
    Json::read(json).is_ok_and(|value| {
        let lists = ["nodes", "links"].map(|name| value.get(name));
        lists
            .into_iter()
            .all(|list| matches!(list, Some(Json::List(_))))
    })
}
