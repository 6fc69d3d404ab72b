//! ByteDance's apps: a JSON note in the EXIF description or user comment.

use super::{
    LabelKind, SourceType, exif,
    json::{Json, member},
    material::{Found, Material},
};

/// The note names a product and says that it was exported from generation, or how it is labelled:
/// 1 or 2. A label of 0 tells nothing.
pub(super) fn detect(material: &Material<'_>, found: &mut Found) {
    let notes: Vec<_> = [exif::IMAGE_DESCRIPTION, exif::USER_COMMENT]
        .into_iter()
        .flat_map(|number| material.tag(number))
        .collect();
    for (note, place) in notes {
        let Some(members) = Json::object(&note) else {
            continue;
        };
        let Some(product) = member(&members, "product").and_then(Json::text) else {
            continue;
        };
        let exported = member(&members, "exportType").and_then(Json::text) == Some("generation");
        if exported || is_labelled(&members) {
            let meaning = SourceType::TrainedAlgorithmicMedia;
            found.trace(LabelKind::Bytedance, product, meaning, "ByteDance", place);
        }
    }
}

fn is_labelled(members: &[(String, Json)]) -> bool {
    let Some(details) = member(members, "aigc_info") else {
        return false;
    };
    // The details are an object, or one quoted as a string; the type stands inside or beside it.
    let quoted = details.text().and_then(|text| Json::read(text).ok());
    let kind = quoted.as_ref().unwrap_or(details).get("aigc_label_type");
    match kind.or_else(|| member(members, "aigc_label_type")) {
        Some(Json::Number(kind) | Json::Text(kind)) => matches!(kind.as_str(), "1" | "2"),
        _ => false,
    }
}
