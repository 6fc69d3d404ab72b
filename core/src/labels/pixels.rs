//! Labels that only pixels hold: generators' public marks, hidden texts, signatures over pixels.
//!
//! Decoding is the work of other people's parsers, and costs more than everything else; callers
//! ask for it, and run it where hostile bytes may do no harm.

use std::io::{self, BufReader, SeekFrom};

use image::{ImageReader, Limits as DecoderLimits};

use super::{
    Forgeability, Label, LabelKind, SourceType,
    material::whole,
    novelai::{self, Keys},
    stealth::Rgba,
};
use crate::{
    asset::{Container, MediaFormat, Source},
    evidence::{Code, Confidence, Finding, NotChecked},
    watermark::open::{self, MOST_PIXELS, OpenMark, Pixels, Silence},
};

/// Memory that one picture may take when it is decoded: 16-bit colour with alpha, of the largest
/// area that is read, and as much again for the decoder.
const DECODED_BYTES: u64 = 128 << 20;

/// What looking at pixels yields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    /// Labels.
    pub labels: Vec<Label>,
    /// What is odd, or holds, about them.
    pub findings: Vec<Finding>,
    /// Why nothing could be seen.
    pub not_checked: Vec<NotChecked>,
}

impl Seen {
    fn nothing(why: &str) -> Self {
        Self {
            not_checked: vec![NotChecked {
                what: Code::NotCheckedOpenMarks,
                arguments: vec![("why".to_owned(), why.to_owned())],
            }],
            ..Self::default()
        }
    }
}

/// Whether the pixels of a format can be read here.
#[must_use]
pub const fn can_read(format: MediaFormat) -> bool {
    matches!(
        format,
        MediaFormat::Jpeg | MediaFormat::Png | MediaFormat::Webp | MediaFormat::Tiff
    )
}

/// Decodes a picture and looks for open marks and, where it is stored without loss, for hidden
/// texts and signatures.
///
/// # Errors
/// Only when `source` cannot be read from its start.
pub fn look(source: &mut dyn Source, container: &Container, keys: &Keys) -> io::Result<Seen> {
    if !can_read(container.format) {
        return Ok(Seen::nothing("pixels of this format are not decoded"));
    }
    if container.subsampled {
        return Ok(Seen::nothing(
            "JPEG with fewer colour samples destroys these marks",
        ));
    }
    let area = container.dimensions.map_or(0, |(width, height)| {
        u64::from(width).saturating_mul(u64::from(height))
    });
    if !usize::try_from(area).is_ok_and(|area| area <= MOST_PIXELS) {
        return Ok(Seen::nothing(
            "larger than any picture that generators mark",
        ));
    }
    source.seek(SeekFrom::Start(0))?;
    let mut reader = ImageReader::new(BufReader::new(source)).with_guessed_format()?;
    let mut limits = DecoderLimits::default();
    limits.max_alloc = Some(DECODED_BYTES);
    reader.limits(limits);
    let Ok(image) = reader.decode() else {
        return Ok(Seen::nothing("the pixels cannot be decoded"));
    };
    let lossless = container.format != MediaFormat::Jpeg && image.color().has_alpha()
        || matches!(container.format, MediaFormat::Png);
    let mut seen = Seen::default();
    if lossless {
        let rgba = image.to_rgba8();
        if let (Ok(width), Ok(height)) = (to_usize(rgba.width()), to_usize(rgba.height()))
            && let Some(picture) = Rgba::new(rgba.as_raw(), width, height)
        {
            let (labels, findings) = novelai::detect_in_pixels(&container.metadata, &picture, keys);
            seen.labels = labels;
            seen.findings = findings;
        }
    }
    let rgb = image.into_rgb8();
    let (Ok(width), Ok(height)) = (to_usize(rgb.width()), to_usize(rgb.height())) else {
        return Ok(seen);
    };
    if let Some(pixels) = Pixels::new(rgb.as_raw(), width, height) {
        let reading = open::read(&pixels);
        seen.labels.extend(reading.marks.iter().map(label));
        let why = reading.silence.map(|silence| match silence {
            Silence::Grey => "a grey picture cannot carry these marks",
            Silence::TooSmall => "smaller than any picture that generators mark",
            Silence::TooLarge => "larger than any picture that generators mark",
            Silence::Constant => "its flat colours say nothing",
        });
        seen.not_checked = why.map_or_else(Vec::new, |why| Seen::nothing(why).not_checked);
    }
    Ok(seen)
}

fn to_usize(side: u32) -> Result<usize, std::num::TryFromIntError> {
    usize::try_from(side)
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
        look(&mut Cursor::new(file), &container, &Keys::published()).unwrap()
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
        assert_eq!(
            seen(&grey),
            Seen::nothing("a grey picture cannot carry these marks")
        );
        let broken = [grey.get(..60).unwrap(), &[0; 9]].concat();
        assert_eq!(seen(&broken).not_checked.len(), 1);
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
        let why = "JPEG with fewer colour samples destroys these marks";
        assert_eq!(seen(&file), Seen::nothing(why));
    }
}
