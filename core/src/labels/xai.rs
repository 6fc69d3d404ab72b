//! xAI's Grok: a signature in the EXIF description and an identifier as the artist.
//!
//! The key is not published: the signature shows a pattern, it cannot be verified.

use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::{
    LabelKind, SourceType, exif,
    material::{Found, Material},
};

/// Length of the signature in base64.
const LENGTH: std::ops::RangeInclusive<usize> = 300..=1004;

pub(super) fn detect(material: &Material<'_>, found: &mut Found) {
    let identified = material
        .tag(exif::ARTIST)
        .any(|(artist, _)| is_uuid(&artist));
    let signature = material
        .tag(exif::IMAGE_DESCRIPTION)
        .find(|(description, _)| {
            description
                .strip_prefix("Signature: ")
                .is_some_and(|signature| {
                    LENGTH.contains(&signature.len()) && STANDARD.decode(signature).is_ok()
                })
        });
    if let Some((signature, place)) = signature.filter(|_| identified) {
        let meaning = SourceType::TrainedAlgorithmicMedia;
        found.trace(LabelKind::XaiSignature, &signature, meaning, "xAI", place);
    }
}

fn is_uuid(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12]
        && text
            .bytes()
            .all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}
