//! Brightness alone of a JPEG: what the marks and the hash look at, without the work that colours
//! take (chroma transform, enlargement, conversion).

use image::{DynamicImage, GrayImage, metadata::Orientation};
use zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions};
use zune_jpeg::JpegDecoder;

use super::{
    decode::{Decoded, Seeable, beyond_limits},
    halved,
};
use crate::{evidence::NotChecked, limits::Limits};

/// The brightness of the picture in a JPEG file: its Y samples as they are coded. `None` where the
/// file is no JPEG of brightness and two colour differences, or cannot be decoded in this way; then
/// the general decoder answers.
///
/// Where half of the picture has `enough` pixels along its shorter side, it comes at half its size.
///
/// The limits are those of the picture in colours, so that a file passes them or fails whichever
/// way it is decoded.
pub(super) fn decode(
    file: &[u8],
    enough: u32,
    limits: &Limits,
) -> Option<Result<Seeable, NotChecked>> {
    if !has_whole_luma(file) {
        return None;
    }
    let options = DecoderOptions::default()
        .set_strict_mode(false)
        .set_max_width(usize::MAX)
        .set_max_height(usize::MAX)
        .jpeg_set_out_colorspace(ColorSpace::Luma);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(file), options);
    decoder.decode_headers().ok()?;
    if decoder.input_colorspace()? != ColorSpace::YCbCr {
        return None;
    }
    let (width, height) = decoder.dimensions()?;
    let (width, height) = (u32::try_from(width).ok()?, u32::try_from(height).ok()?);
    let bytes = u64::from(width)
        .saturating_mul(u64::from(height))
        .saturating_mul(3);
    if let Some(reason) = beyond_limits((width, height), bytes, limits) {
        return Some(Err(reason));
    }
    // An orientation that cannot be read turns nothing.
    let orientation = decoder
        .exif()
        .and_then(|exif| Orientation::from_exif_chunk(exif))
        .unwrap_or(Orientation::NoTransforms);
    let halved = has_half(width, height, enough).then(|| halved::decode(file));
    let half_size = (width / 2, height / 2);
    let fits = |half: &halved::Halved| (half.width, half.height) == half_size;
    let grey = match halved.flatten().filter(fits) {
        Some(half) => GrayImage::from_raw(half.width, half.height, half.samples)?,
        None => GrayImage::from_raw(width, height, decoder.decode().ok()?)?,
    };
    Some(Ok(Seeable {
        decoded: Decoded {
            stored: DynamicImage::ImageLuma8(grey),
            orientation,
        },
        size: (width, height),
    }))
}

/// Whether half of a picture is enough. Odd sides have no half that covers the same.
const fn has_half(width: u32, height: u32, enough: u32) -> bool {
    let even = width.is_multiple_of(2) && height.is_multiple_of(2);
    even && width / 2 >= enough && height / 2 >= enough
}

/// Whether the first frame has three components, the first with as many samples as the picture has
/// pixels (T.81, B.2.2), in one of the usual layouts.
fn has_whole_luma(file: &[u8]) -> bool {
    let Some(mut rest) = file.strip_prefix(&[0xFF, 0xD8]) else {
        return false;
    };
    loop {
        let [0xFF, marker, tail @ ..] = rest else {
            return false;
        };
        // Fill bytes may stand before a marker (T.81, B.1.1.2).
        if *marker == 0xFF {
            rest = rest.get(1..).unwrap_or_default();
            continue;
        }
        let [high, low, ..] = tail else {
            return false;
        };
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let Some((segment, after)) = tail.split_at_checked(length) else {
            return false;
        };
        match marker {
            // Baseline, extended and progressive Huffman frames.
            0xC0..=0xC2 => {
                let components = segment.get(7..).unwrap_or_default();
                let [3, _, first, _, _, second, _, _, third, _] = components else {
                    return false;
                };
                return matches!(first, 0x11 | 0x21 | 0x22) && (*second, *third) == (0x11, 0x11);
            }
            // Other frames, and scans before any frame.
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF | 0xDA => return false,
            _ if length < 2 => return false,
            _ => rest = after,
        }
    }
}

#[cfg(test)]
mod tests;
