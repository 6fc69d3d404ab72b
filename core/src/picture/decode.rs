//! From a file to pixels, within limits.
//!
//! Decoders are the work of other people: callers run this where hostile bytes may do no harm.

use std::io::{self, BufReader, SeekFrom};

use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits as DecoderLimits,
    metadata::Orientation,
};

use crate::{
    asset::{Container, MediaFormat, Source},
    evidence::{Code, NotChecked},
    limits::Limits,
};

/// A decoded picture.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// The pixels as they are stored.
    pub stored: DynamicImage,
    /// How they are turned to be shown.
    pub orientation: Orientation,
}

impl Decoded {
    /// The pixels as they are shown.
    #[must_use]
    pub fn upright(self) -> DynamicImage {
        let mut image = self.stored;
        image.apply_orientation(self.orientation);
        image
    }
}

/// Whether the pixels of a format can be decoded here. The others wait for decoders that are
/// light and written in Rust.
#[must_use]
pub const fn can_decode(format: MediaFormat) -> bool {
    image_format(format).is_some()
}

const fn image_format(format: MediaFormat) -> Option<ImageFormat> {
    match format {
        MediaFormat::Jpeg => Some(ImageFormat::Jpeg),
        MediaFormat::Png => Some(ImageFormat::Png),
        MediaFormat::Webp => Some(ImageFormat::WebP),
        MediaFormat::Tiff => Some(ImageFormat::Tiff),
        MediaFormat::Gif => Some(ImageFormat::Gif),
        _ => None,
    }
}

/// Decodes a picture; of an animation, its first frame. `Err` inside names the reason why there
/// are no pixels.
///
/// Memory: at most [`Limits::decoded_bytes`], as far as the decoders keep to it, and the file's
/// header must promise at most [`Limits::pixels`].
///
/// # Errors
/// Only when `source` cannot be read from its start.
pub fn decode(
    source: &mut dyn Source,
    container: &Container,
    limits: &Limits,
) -> io::Result<Result<Decoded, NotChecked>> {
    let Some(format) = image_format(container.format) else {
        return Ok(Err(because(
            Code::NotCheckedPixelsFormat,
            "format",
            container.format.media_type(),
        )));
    };
    source.seek(SeekFrom::Start(0))?;
    let reader = ImageReader::with_format(BufReader::new(source), format);
    Ok(pixels(reader, limits))
}

fn pixels<'a>(
    mut reader: ImageReader<BufReader<&'a mut (dyn Source + 'a)>>,
    limits: &Limits,
) -> Result<Decoded, NotChecked> {
    let unreadable = |error: &dyn std::fmt::Display| {
        because(
            Code::NotCheckedPixelsUnreadable,
            "detail",
            &error.to_string(),
        )
    };
    reader.no_limits();
    let mut decoder = reader.into_decoder().map_err(|error| unreadable(&error))?;
    let (width, height) = decoder.dimensions();
    let area = u64::from(width).saturating_mul(u64::from(height));
    let bytes = decoder.total_bytes();
    if area > limits.pixels || bytes > limits.decoded_bytes {
        let detail = format!("{width} x {height}");
        return Err(because(Code::NotCheckedPixelsLimit, "size", &detail));
    }
    let mut decoder_limits = DecoderLimits::default();
    decoder_limits.max_alloc = Some(limits.decoded_bytes);
    decoder
        .set_limits(decoder_limits)
        .map_err(|error| unreadable(&error))?;
    // An orientation that cannot be read turns nothing.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let stored = DynamicImage::from_decoder(decoder).map_err(|error| unreadable(&error))?;
    Ok(Decoded {
        stored,
        orientation,
    })
}

/// Something that was not looked at, with one value for its sentence.
pub(super) fn because(what: Code, name: &str, value: &str) -> NotChecked {
    NotChecked {
        what,
        arguments: vec![(name.to_owned(), value.to_owned())],
    }
}
