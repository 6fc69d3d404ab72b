//! Hugging Face jobs: an identifier in a PNG text.

use super::{
    Forgeability, Label, LabelKind, SourceType,
    material::{Found, Material, quote, whole},
};
use crate::evidence::Confidence;

/// A job need not be a generator: the label is weak.
pub(super) fn detect(material: &Material<'_>, found: &mut Found) {
    let job = material
        .text("hf-job-id")
        .filter(|job| !job.text.trim().is_empty());
    if let Some(job) = job {
        found.add(Label {
            kind: LabelKind::HuggingFaceJob,
            value: quote(&job.text),
            meaning: Some(SourceType::TrainedAlgorithmicMedia),
            place: whole(job.part),
            forgeability: Forgeability::GeneratorPattern,
            confidence: Confidence::Weak,
            maker: Some("Hugging Face".to_owned()),
        });
    }
}
