//! Labels that only pixels hold: generators' public marks, hidden texts, signatures over pixels.

use std::borrow::Cow;

use image::DynamicImage;

use super::{
    Forgeability, Label, LabelKind, SourceType,
    material::whole,
    novelai::{self, Keys},
    stealth::Rgba,
};
use crate::{
    asset::{Container, MediaFormat},
    evidence::{Code, Confidence, Finding, NotChecked},
    watermark::open::{self, MOST_PIXELS, OpenMark, Pixels},
};

/// What looking at pixels yields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    /// Open marks; each has a label too.
    pub marks: Vec<OpenMark>,
    /// Labels.
    pub labels: Vec<Label>,
    /// What is odd, or holds, about them.
    pub findings: Vec<Finding>,
    /// Why nothing could be seen.
    pub not_checked: Vec<NotChecked>,
}

impl Seen {
    /// What a picture shows at whose colours nobody looked.
    #[must_use]
    pub(crate) fn nothing() -> Self {
        Self {
            not_checked: vec![NotChecked {
                what: Code::NotCheckedOpenMarks,
                arguments: Vec::new(),
            }],
            ..Self::default()
        }
    }
}

/// Whether [`look`] can see anything in a picture, as far as its header tells: else
/// [`Seen::nothing`] is all there is to say.
#[must_use]
pub(crate) fn asks_colours(container: &Container) -> bool {
    let small = container.dimensions.is_none_or(|(width, height)| {
        usize::try_from(u64::from(width).saturating_mul(u64::from(height)))
            .is_ok_and(|area| area <= MOST_PIXELS)
    });
    container.format != MediaFormat::Jpeg || small && !container.subsampled
}

/// Looks for open marks and, where the picture is stored without loss, for hidden texts and
/// signatures. `image` holds the pixels as `container` stores them, not turned.
#[must_use]
pub fn look(image: &DynamicImage, container: &Container, keys: &Keys) -> Seen {
    let mut seen = Seen::default();
    let (Ok(width), Ok(height)) = (
        usize::try_from(image.width()),
        usize::try_from(image.height()),
    ) else {
        return seen;
    };
    let small = width
        .checked_mul(height)
        .is_some_and(|area| area <= MOST_PIXELS);
    let lossless = container.format != MediaFormat::Jpeg && image.color().has_alpha()
        || matches!(container.format, MediaFormat::Png);
    if lossless && small {
        let rgba = image.to_rgba8();
        if let Some(picture) = Rgba::new(rgba.as_raw(), width, height) {
            let (labels, findings) = novelai::detect_in_pixels(&container.metadata, &picture, keys);
            seen.labels = labels;
            seen.findings = findings;
        }
    }
    // No generator with an open mark writes larger pictures, and fewer colour samples destroy it.
    let reading = (small && !container.subsampled).then(|| {
        let rgb = match image {
            DynamicImage::ImageRgb8(rgb) => Cow::Borrowed(rgb),
            other => Cow::Owned(other.to_rgb8()),
        };
        Pixels::new(rgb.as_raw(), width, height).map(|pixels| open::read(&pixels))
    });
    match reading.flatten() {
        Some(reading) if reading.silence.is_none() => {
            seen.labels.extend(reading.marks.iter().map(label));
            seen.marks = reading.marks;
        }
        _ => seen.not_checked.push(NotChecked {
            what: Code::NotCheckedOpenMarks,
            arguments: Vec::new(),
        }),
    }
    seen
}

fn label(mark: &OpenMark) -> Label {
    Label {
        kind: LabelKind::OpenWatermark,
        value: format!(
            "{}, {} of {} bits, chance at most {:.0e}",
            mark.scheme.as_str(),
            mark.matched,
            mark.bits,
            mark.false_alarm
        ),
        meaning: Some(SourceType::TrainedAlgorithmicMedia),
        place: whole("pixels"),
        forgeability: Forgeability::GeneratorPattern,
        confidence: Confidence::Strong,
        maker: Some(mark.scheme.generator().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::as_conversions,
        clippy::arithmetic_side_effects,
        reason = "test pictures of known sizes"
    )]

    use std::io::Cursor;

    use image::{DynamicImage, ImageFormat, RgbImage};

    use super::*;
    use crate::{
        asset::tests::walk_bytes,
        watermark::open::{
            Scheme,
            tests::{HEIGHT, WIDTH, marked},
        },
    };

    fn encode(rgb: Vec<u8>, format: ImageFormat) -> Vec<u8> {
        let image = RgbImage::from_raw(WIDTH as u32, HEIGHT as u32, rgb).unwrap();
        let mut file = Cursor::new(Vec::new());
        DynamicImage::ImageRgb8(image)
            .write_to(&mut file, format)
            .unwrap();
        file.into_inner()
    }

    fn seen(file: &[u8]) -> Seen {
        let container = walk_bytes(file).unwrap();
        let image = image::load_from_memory(file).unwrap();
        look(&image, &container, &Keys::published())
    }

    fn nothing() -> Vec<NotChecked> {
        vec![NotChecked {
            what: Code::NotCheckedOpenMarks,
            arguments: Vec::new(),
        }]
    }

    #[test]
    fn a_mark_in_a_file_is_a_label() {
        let file = encode(marked(Scheme::StableDiffusionXl), ImageFormat::Png);
        let seen = seen(&file);
        let [label] = seen.labels.as_slice() else {
            panic!("{seen:?}")
        };
        assert_eq!(label.kind, LabelKind::OpenWatermark);
        assert!(
            label.value.starts_with("stable-diffusion-xl, 4"),
            "{}",
            label.value
        );
        assert_eq!(seen.not_checked, []);
    }

    #[test]
    fn what_cannot_be_seen_is_said() {
        let grey = encode(vec![90; WIDTH * HEIGHT * 3], ImageFormat::Png);
        assert_eq!(seen(&grey).not_checked, nothing());
        let mut file = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut file, 95);
        encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::R_4_2_0);
        let rgb = marked(Scheme::Flux);
        encoder
            .encode(
                &rgb,
                WIDTH as u16,
                HEIGHT as u16,
                jpeg_encoder::ColorType::Rgb,
            )
            .unwrap();
        assert_eq!(seen(&file).not_checked, nothing());
    }
}
