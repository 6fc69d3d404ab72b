//! Asks every witness that needs pixels, over one decoded picture.

use std::io;

use image::DynamicImage;

use super::{
    decode::{Seeable, because, decode, decode_luma},
    fingerprint::FingerprintEvidence,
    marks::{WatermarkEvidence, WatermarkState},
    parent::{self, Parents},
    preview::Preview,
    thumbnail,
};
use crate::{
    asset::{Container, Source},
    evidence::{Code, Finding, NotChecked},
    examine::Settings,
    labels::{Label, novelai::Keys, pixels},
    parent::Likeness,
    watermark::{DetectError, DetectSettings, Key, detect},
};

/// Pixels along the shorter side that the detector and the hash look at, at most: the former's
/// canonical raster.
const SIDE: u32 = 768;

/// What the pixels told.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Seen {
    pub(crate) watermark: WatermarkEvidence,
    pub(crate) fingerprint: Option<FingerprintEvidence>,
    pub(crate) preview: Option<Preview>,
    pub(crate) likenesses: Vec<Likeness>,
    pub(crate) labels: Vec<Label>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) not_checked: Vec<NotChecked>,
}

/// Decodes and looks; a copy of a picture that is `compared` is larger. `cancel` is asked between steps, and `true` ends the search for marks.
pub(crate) fn look(
    source: &mut dyn Source,
    container: &Container,
    parents: Parents<'_>,
    settings: &Settings,
    compared: bool,
    cancel: &dyn Fn() -> bool,
) -> io::Result<Seen> {
    let witnesses = settings.witnesses;
    let mut seen = Seen::default();
    let in_colour = settings.previews
        || witnesses.watermark && pixels::asks_colours(container)
        || witnesses.fingerprint && parents.are_shown();
    let limits = &settings.limits;
    let seeable = if in_colour {
        decode(source, container, limits)?.map(Seeable::from)
    } else {
        decode_luma(source, container, SIDE, limits)?
    };
    let Seeable { decoded, size } = match seeable {
        Ok(seeable) => seeable,
        Err(reason) => {
            if witnesses.ask_pixels() {
                seen.not_checked.push(reason);
            }
            return Ok(seen);
        }
    };
    if witnesses.watermark {
        let found = if in_colour {
            pixels::look(&decoded.stored, container, &Keys::published())
        } else {
            pixels::Seen::nothing()
        };
        seen.watermark.add_open(&found.marks);
        seen.labels = found.labels;
        seen.findings = found.findings;
        seen.not_checked = found.not_checked;
    }
    let size = decoded.upright_size(size);
    let image = decoded.upright();
    if settings.previews {
        seen.preview = Preview::of_picture(&image, compared);
    }
    if witnesses.watermark {
        look_for_marks((&image, size), settings, cancel, &mut seen);
        seen.findings.extend(seen.watermark.findings());
    }
    if witnesses.fingerprint {
        seen.fingerprint = FingerprintEvidence::of(&image);
    }
    if let Some(hashes) = &seen.fingerprint {
        let differing = thumbnail::compare(&image, hashes, container, &settings.limits);
        seen.findings.extend(differing);
        seen.likenesses = parent::likenesses(&image, hashes, parents, &settings.limits);
    }
    Ok(seen)
}

/// Our own marks, with the public key and the private ones. A mark found ends the search for its
/// key; the others are looked for again without it, so that several marks in one picture show.
fn look_for_marks(
    (image, size): (&DynamicImage, (u32, u32)),
    settings: &Settings,
    cancel: &dyn Fn() -> bool,
    seen: &mut Seen,
) {
    if is_flat(image) {
        seen.not_checked.push(few(size));
        return;
    }
    let mut keys = vec![Key::public()];
    keys.extend(settings.keys.iter().map(super::MarkKey::key));
    let mut ours = WatermarkEvidence::default();
    while !keys.is_empty() {
        let detection = detect(
            image,
            &keys,
            &DetectSettings {
                shrunk_from: pixels_of(size),
                cancel: Some(cancel),
                ..DetectSettings::default()
            },
        );
        let detection = match detection {
            Ok(detection) => detection,
            Err(error) => {
                // What was found with another key before stands.
                seen.not_checked.push(refusal(size, &error));
                break;
            }
        };
        if ours.marks.is_empty() || detection.state == crate::watermark::State::Found {
            ours.add(&detection);
        }
        let read: Vec<_> = detection
            .marks
            .iter()
            .filter(|mark| mark.payload.is_some())
            .map(|mark| mark.key_id)
            .collect();
        if read.is_empty() {
            break;
        }
        keys.retain(|key| !read.contains(&key.id()));
    }
    if seen.watermark.state != WatermarkState::Found {
        seen.watermark.state = ours.state;
    }
    ours.marks.append(&mut seen.watermark.marks);
    seen.watermark.marks = ours.marks;
}

/// The picture's sides, as the detector counts.
fn pixels_of((width, height): (u32, u32)) -> Option<(usize, usize)> {
    Some((usize::try_from(width).ok()?, usize::try_from(height).ok()?))
}

fn few((width, height): (u32, u32)) -> NotChecked {
    because(
        Code::NotCheckedPixelsFew,
        "size",
        &format!("{width} x {height}"),
    )
}

fn refusal(size: (u32, u32), error: &DetectError) -> NotChecked {
    match error {
        DetectError::TooSmall { .. } => few(size),
        DetectError::Cancelled => {
            let (width, height) = size;
            because(
                Code::NotCheckedPixelsTime,
                "size",
                &format!("{width} x {height}"),
            )
        }
        DetectError::FloatSamples | DetectError::NoKey => because(
            Code::NotCheckedPixelsUnreadable,
            "detail",
            &error.to_string(),
        ),
    }
}

/// Whether a picture has at most two colours: then it carries no mark, and shows none.
fn is_flat(image: &DynamicImage) -> bool {
    let size = usize::from(image.color().bytes_per_pixel()).max(1);
    let mut pixels = image.as_bytes().chunks_exact(size);
    let Some(first) = pixels.next() else {
        return true;
    };
    let mut second: Option<&[u8]> = None;
    pixels.all(|pixel| {
        pixel == first
            || match second {
                Some(second) => pixel == second,
                None => {
                    second = Some(pixel);
                    true
                }
            }
    })
}

#[cfg(test)]
mod tests;
