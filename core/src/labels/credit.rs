//! Credit lines that makers of AI tools write: in XMP (`photoshop:Credit`) and IPTC-IIM (2:110).

use super::{
    Forgeability, Label, LabelKind, SourceType,
    material::{Found, Material, place, quote},
};
use crate::evidence::Confidence;

/// Namespace of the Photoshop schema.
const NAMESPACE: &str = "http://ns.adobe.com/photoshop/1.0/";

/// The lines, whose they are, and what they say. Two are known from program code alone, not from
/// files in circulation: `AI-Generated with Google Photos` and `AI-Generated with Google`.
const LINES: [(&str, &str, SourceType); 7] = [
    (
        "Made with Google AI",
        "Google",
        SourceType::TrainedAlgorithmicMedia,
    ),
    (
        "Edited with Google AI",
        "Google",
        SourceType::CompositeWithTrainedAlgorithmicMedia,
    ),
    (
        "AI-Generated with Google Photos",
        "Google",
        SourceType::TrainedAlgorithmicMedia,
    ),
    (
        "AI-Generated with Google",
        "Google",
        SourceType::TrainedAlgorithmicMedia,
    ),
    (
        "Apple Photos Clean Up",
        "Apple",
        SourceType::CompositeWithTrainedAlgorithmicMedia,
    ),
    (
        "Apple Photos Generative Edit: Clean Up",
        "Apple",
        SourceType::CompositeWithTrainedAlgorithmicMedia,
    ),
    (
        "Apple Image Playground",
        "Apple",
        SourceType::TrainedAlgorithmicMedia,
    ),
];

/// The whole line must be one of them: a credit may mention a maker without being its label.
pub(super) fn detect(material: &Material<'_>, found: &mut Found) {
    let properties = material
        .properties
        .iter()
        .filter(|(property, _)| property.is(NAMESPACE, "Credit"))
        .map(|(property, part)| (property.value.as_str(), place(part, &property.path)));
    let records = material
        .credits
        .iter()
        .map(|(credit, part)| (credit.as_str(), place(part, "2:110")));
    for (credit, place) in properties.chain(records) {
        let line = LINES.iter().find(|(line, ..)| *line == credit.trim());
        if let Some((_, maker, meaning)) = line {
            found.add(Label {
                kind: LabelKind::CreditLine,
                value: quote(credit),
                meaning: Some(*meaning),
                place,
                forgeability: Forgeability::FreeText,
                confidence: Confidence::Strong,
                maker: Some((*maker).to_owned()),
            });
        }
    }
}
