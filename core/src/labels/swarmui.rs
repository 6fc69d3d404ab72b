//! SwarmUI: parameters as JSON under one key.

use super::{
    LabelKind, SourceType, exif,
    json::{Json, member},
    material::{Found, Material, whole},
};

/// PNG keeps them under the keyword `parameters`, JPEG and WebP in the EXIF user comment.
pub(super) fn detect(material: &Material<'_>, found: &mut Found) {
    let texts = material
        .texts
        .iter()
        .filter(|text| text.keyword == Some("parameters"))
        .map(|text| (text.text.clone(), whole(text.part)));
    let traces: Vec<_> = texts
        .chain(material.tag(exif::USER_COMMENT))
        .filter_map(|(text, place)| {
            let members = Json::object(&text)?;
            let parameters = member(&members, "sui_image_params")?;
            let model = parameters
                .get("model")
                .and_then(Json::text)
                .unwrap_or("sui_image_params");
            Some((model.to_owned(), place))
        })
        .collect();
    for (model, place) in traces {
        let meaning = SourceType::TrainedAlgorithmicMedia;
        found.trace(LabelKind::Swarmui, &model, meaning, "SwarmUI", place);
    }
}
