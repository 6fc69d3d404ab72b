//! Generators that write nothing but their name, in a field for devices, programs or sources.

use super::{
    Forgeability, Label, LabelKind, SourceType, exif,
    material::{Found, Material, place, quote, whole},
};
use crate::evidence::Confidence;

/// Namespace of the XMP basic schema.
const XMP_BASIC: &str = "http://ns.adobe.com/xap/1.0/";

/// EXIF tag, its whole value, whose it is.
const TAGS: [(u16, &str, &str); 5] = [
    (exif::MAKE, "Ideogram AI", "Ideogram"),
    (exif::SOFTWARE, "reve.com", "Reve"),
    (exif::MAKE, "Aphrodite AI", "Aphrodite AI"),
    (exif::SOFTWARE, "Aphrodite AI", "Aphrodite AI"),
    (exif::MAKE, "Black Forest Labs", "Black Forest Labs"),
];

pub(super) fn detect(material: &Material<'_>, found: &mut Found) {
    let tags = TAGS.iter().flat_map(|(number, name, maker)| {
        let tags = material.tag(*number).filter(move |(text, _)| text == name);
        tags.map(|(text, place)| (text, place, *maker))
    });
    let tools = material
        .properties
        .iter()
        .filter(|(property, _)| {
            property.is(XMP_BASIC, "CreatorTool") && property.value == "reve.com"
        })
        .map(|(property, part)| (property.value.clone(), place(part, &property.path), "Reve"));
    let sources = material
        .texts
        .iter()
        .filter(|text| text.keyword == Some("Source") && text.text.trim() == "Luma AI")
        .map(|text| (text.text.clone(), whole(text.part), "Luma AI"));
    for (value, place, maker) in tags.chain(tools).chain(sources) {
        found.add(Label {
            kind: LabelKind::GeneratorName,
            value: quote(&value),
            meaning: Some(SourceType::TrainedAlgorithmicMedia),
            place,
            forgeability: Forgeability::FreeText,
            confidence: Confidence::Strong,
            maker: Some(maker.to_owned()),
        });
    }
}
