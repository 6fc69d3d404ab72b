//! Fooocus: parameters, and the scheme in which they are written.

use super::{
    LabelKind, SourceType, exif,
    material::{Found, Material, whole},
};

/// The schemes.
const SCHEMES: [&str; 2] = ["fooocus", "a1111"];

/// PNG has the keywords `fooocus_scheme` and `parameters`; JPEG and WebP have the scheme as the
/// EXIF maker note and the parameters as the user comment.
pub(super) fn detect(material: &Material<'_>, found: &mut Found) {
    let known = |scheme: &str| SCHEMES.contains(&scheme.trim());
    let text = material
        .text("fooocus_scheme")
        .filter(|scheme| known(&scheme.text));
    let text = text.filter(|_| material.text("parameters").is_some());
    let note = material
        .tag(exif::MAKER_NOTE)
        .find(|(scheme, _)| known(scheme));
    let note = note.filter(|_| {
        material
            .tag(exif::USER_COMMENT)
            .any(|(comment, _)| !comment.is_empty())
    });
    let scheme = text
        .map(|text| (text.text.clone(), whole(text.part)))
        .or(note);
    if let Some((scheme, place)) = scheme {
        let meaning = SourceType::TrainedAlgorithmicMedia;
        found.trace(LabelKind::Fooocus, &scheme, meaning, "Fooocus", place);
    }
}
