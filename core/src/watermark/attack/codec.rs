//! Lossy round trips through the codecs at hand.

use image::{DynamicImage, ImageFormat, RgbImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use super::AttackError;

/// JPEG with 4:2:0 chroma.
pub(super) fn jpeg(picture: &RgbImage, quality: u8) -> Result<RgbImage, AttackError> {
    let refused = || AttackError::Refused("JPEG");
    let width = u16::try_from(picture.width()).map_err(|_| refused())?;
    let height = u16::try_from(picture.height()).map_err(|_| refused())?;
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder
        .encode(picture.as_raw(), width, height, ColorType::Rgb)
        .map_err(|_| refused())?;
    let decoded = image::load_from_memory_with_format(&bytes, ImageFormat::Jpeg);
    decoded.map(|image| image.to_rgb8()).map_err(|_| refused())
}

/// GIF with an adaptive palette.
pub(super) fn gif(picture: &RgbImage) -> Result<RgbImage, AttackError> {
    let refused = || AttackError::Refused("GIF");
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture.clone())
        .write_to(&mut bytes, ImageFormat::Gif)
        .map_err(|_| refused())?;
    let decoded = image::load_from_memory_with_format(bytes.get_ref(), ImageFormat::Gif);
    decoded.map(|image| image.to_rgb8()).map_err(|_| refused())
}
