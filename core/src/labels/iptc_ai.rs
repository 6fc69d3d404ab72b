//! What the IPTC Photo Metadata Standard 2025.1 lets a file say about the AI that made it.

use super::{
    Forgeability, Label, LabelKind, SourceType, iptc,
    material::{Found, Material, place, quote},
};
use crate::evidence::Confidence;

/// Properties of the IPTC Extension schema, all plain text, each at most once.
pub(super) const PROPERTIES: [(&str, LabelKind); 4] = [
    ("AISystemUsed", LabelKind::IptcAiSystem),
    ("AISystemVersionUsed", LabelKind::IptcAiSystemVersion),
    ("AIPromptInformation", LabelKind::IptcAiPrompt),
    ("AIPromptWriterName", LabelKind::IptcAiPromptWriter),
];

/// The system says that AI took part, though not whether it made or changed the picture: the
/// digital source type beside it does. The other properties mean nothing by themselves.
pub(super) fn detect(material: &Material<'_>, found: &mut Found) {
    for (name, kind) in PROPERTIES {
        let property = material
            .properties
            .iter()
            .find(|(property, _)| property.is(iptc::NAMESPACE, name) && !property.value.is_empty());
        if let Some((property, part)) = property {
            let system = kind == LabelKind::IptcAiSystem;
            found.add(Label {
                kind,
                value: quote(&property.value),
                meaning: system.then_some(SourceType::TrainedAlgorithmicMedia),
                place: place(part, &property.path),
                forgeability: Forgeability::StandardLabel,
                confidence: Confidence::Weak,
                maker: system.then(|| quote(&property.value)),
            });
        }
    }
}
