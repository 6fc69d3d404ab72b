//! What the demonstration programs of FLUX.1 and FLUX.2 write into EXIF.

use super::{
    LabelKind, SourceType, exif,
    material::{Found, Material},
};

/// `Software` is a list: that AI generated it, how, and with which family of models.
pub(super) fn detect(material: &Material<'_>, found: &mut Found) {
    for (software, place) in material.tag(exif::SOFTWARE) {
        let mut words = software.split(';').map(str::trim);
        let generated = words.next() == Some("AI generated");
        let rest: Vec<&str> = words.collect();
        if !generated || !rest.iter().any(|word| matches!(*word, "flux" | "flux2")) {
            continue;
        }
        let meaning = if rest.contains(&"inpainting") {
            SourceType::CompositeWithTrainedAlgorithmicMedia
        } else {
            SourceType::TrainedAlgorithmicMedia
        };
        found.trace(
            LabelKind::FluxDemo,
            &software,
            meaning,
            "Black Forest Labs",
            place,
        );
    }
}
