//! From a file to pixels, within limits.
//!
//! Decoders are the work of other people: callers run this where hostile bytes may do no harm.

use std::io::{self, BufRead, BufReader, Cursor, Seek, SeekFrom};

use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits as DecoderLimits,
    metadata::Orientation,
};

use super::luma;
use crate::{
    asset::{Container, Filled, MediaFormat, Source},
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

    /// Width and height of a picture, stored like this one, as it is shown.
    pub(super) const fn upright_size(&self, (width, height): (u32, u32)) -> (u32, u32) {
        match self.orientation {
            Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH => (height, width),
            _ => (width, height),
        }
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
    let reader = ImageReader::with_format(BufReader::new(Filled(source)), format);
    Ok(pixels(reader, limits))
}

/// A picture that is large enough for those who look at it.
#[derive(Clone, Debug)]
pub(super) struct Seeable {
    /// Its pixels, or those of a copy of half its size; grey where it was asked for.
    pub(super) decoded: Decoded,
    /// Width and height of the picture itself, as it is stored.
    pub(super) size: (u32, u32),
}

impl From<Decoded> for Seeable {
    fn from(decoded: Decoded) -> Self {
        let size = (decoded.stored.width(), decoded.stored.height());
        Self { decoded, size }
    }
}

/// [`decode`] for those who look at brightness alone, of at most `enough` pixels along the shorter
/// side: of most JPEG files only that is decoded, of large ones at half their size. Others come in
/// colour.
///
/// # Errors
/// Only when `source` cannot be read from its start.
pub(super) fn decode_luma(
    source: &mut dyn Source,
    container: &Container,
    enough: u32,
    limits: &Limits,
) -> io::Result<Result<Seeable, NotChecked>> {
    if container.format != MediaFormat::Jpeg {
        return Ok(decode(source, container, limits)?.map(Seeable::from));
    }
    source.seek(SeekFrom::Start(0))?;
    let mut file = Vec::new();
    source.read_to_end(&mut file)?;
    Ok(luma::decode(&file, enough, limits).unwrap_or_else(|| {
        let reader = ImageReader::with_format(Cursor::new(file), ImageFormat::Jpeg);
        pixels(reader, limits).map(Seeable::from)
    }))
}

fn pixels<R: BufRead + Seek>(
    mut reader: ImageReader<R>,
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
    if let Some(reason) = beyond_limits(decoder.dimensions(), decoder.total_bytes(), limits) {
        return Err(reason);
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

/// Why a picture of that size, which takes so many bytes once decoded, is not decoded.
pub(super) fn beyond_limits(
    (width, height): (u32, u32),
    bytes: u64,
    limits: &Limits,
) -> Option<NotChecked> {
    let area = u64::from(width).saturating_mul(u64::from(height));
    (area > limits.pixels || bytes > limits.decoded_bytes).then(|| {
        let size = format!("{width} x {height}");
        because(Code::NotCheckedPixelsLimit, "size", &size)
    })
}

/// Something that was not looked at, with one value for its sentence.
pub(super) fn because(what: Code, name: &str, value: &str) -> NotChecked {
    NotChecked {
        what,
        arguments: vec![(name.to_owned(), value.to_owned())],
    }
}
