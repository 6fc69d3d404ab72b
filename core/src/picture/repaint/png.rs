//! PNG: lossless, with the bit depth and channels of the pixels.

use image::{
    DynamicImage, ImageEncoder,
    codecs::png::{CompressionType, FilterType, PngEncoder},
};

use super::{Loss, RepaintError};

/// Where bit depth, colour type and interlacing stand in the file (PNG third edition, 11.2.1).
const DEPTH: usize = 24;
const COLOURS: usize = 25;
const INTERLACING: usize = 28;

pub(super) fn encode(
    file: &[u8],
    image: &DynamicImage,
) -> Result<(Vec<u8>, Vec<Loss>), RepaintError> {
    let mut encoded = Vec::new();
    PngEncoder::new_with_quality(&mut encoded, CompressionType::Default, FilterType::Adaptive)
        .write_image(
            image.as_bytes(),
            image.width(),
            image.height(),
            image.color().into(),
        )
        .map_err(|error| RepaintError::Encoder(error.to_string()))?;
    let byte = |at: usize| file.get(at).copied().unwrap_or_default();
    let mut losses = Vec::new();
    if byte(COLOURS) == 3 || byte(DEPTH) < 8 {
        losses.push(Loss::Palette);
    }
    if byte(INTERLACING) != 0 {
        losses.push(Loss::Interlacing);
    }
    Ok((encoded, losses))
}
