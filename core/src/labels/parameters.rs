//! Generation parameters as AUTOMATIC1111's web interface and its many descendants (Forge,
//! SD.Next) write them: prompt, negative prompt, and a last line of named settings.

use super::{
    LabelKind, SourceType, exif,
    material::{Found, Material, whole},
};

/// Settings of the last line. Each may be absent; two beside the steps are no accident.
const SETTINGS: [&str; 6] = [
    "Sampler: ",
    "CFG scale: ",
    "Seed: ",
    "Size: ",
    "Model hash: ",
    "Model: ",
];

/// PNG keeps them under the keyword `parameters`, JPEG and WebP in the EXIF user comment.
pub(super) fn detect(material: &Material<'_>, found: &mut Found) {
    let texts = material
        .texts
        .iter()
        .filter(|text| text.keyword == Some("parameters"))
        .map(|text| (text.text.clone(), whole(text.part)));
    let comments = material.tag(exif::USER_COMMENT);
    let lines: Vec<_> = texts
        .chain(comments)
        .filter_map(|(text, place)| Some((settings(&text)?.to_owned(), place)))
        .collect();
    for (line, place) in lines {
        found.trace(
            LabelKind::GenerationParameters,
            &line,
            SourceType::TrainedAlgorithmicMedia,
            "Stable Diffusion web interface",
            place,
        );
    }
}

/// The line of settings, if the text has one.
pub(super) fn settings(text: &str) -> Option<&str> {
    text.lines().map(str::trim).find(|line| {
        let steps = line
            .strip_prefix("Steps: ")
            .and_then(|rest| rest.split_once(','));
        let counted = steps.is_some_and(|(count, _)| count.parse::<u32>().is_ok());
        counted
            && SETTINGS
                .iter()
                .filter(|setting| line.contains(*setting))
                .count()
                >= 2
    })
}
