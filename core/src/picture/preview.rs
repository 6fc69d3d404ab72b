//! Small copies of pictures, for reports: of the picture in hand, and of those that a manifest
//! carries. Always decoded and encoded anew, within limits: what a stranger put into a file never
//! reaches a reader's screen as it was.

use std::io::Cursor;

use image::{
    DynamicImage, ImageReader, Limits as DecoderLimits, Rgb, RgbImage, codecs::jpeg::JpegEncoder,
    imageops::FilterType,
};
use serde::{Deserialize, Serialize};

use crate::{
    credentials::{
        store::ManifestStore,
        thumbnails::{Thumbnail, thumbnails},
    },
    limits::Limits,
};

/// Longest side of the copy of a picture that is compared with nothing, in pixels.
const ALONE: u32 = 320;
/// Longest side of copies that are compared.
const COMPARED: u32 = 640;
/// JPEG quality: a copy is for recognising, not for examining.
const QUALITY: u8 = 78;
/// Copies of pictures in manifests that one file may have.
const MOST: usize = 32;
/// Longest picture in a manifest that is decoded, in bytes. Writers keep them below 100 KB.
const LONGEST: usize = 4 << 20;
/// Pixels of such a picture.
const PIXELS: u64 = 16 << 20;

/// What a small copy is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "of")]
pub enum PreviewOf {
    /// The picture in hand, as shown.
    Picture,
    /// What a manifest was issued for.
    Manifest {
        /// The manifest's label.
        manifest: String,
    },
    /// An ingredient, as the manifest that names it shows it.
    Ingredient {
        /// The label of the manifest that names it.
        manifest: String,
        /// Its position among the ingredients of that manifest, from 0.
        position: usize,
    },
}

/// A small copy of a picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// What it is of.
    #[serde(flatten)]
    pub of: PreviewOf,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The copy, as JPEG without metadata.
    #[serde(with = "crate::bytes::one")]
    pub jpeg: Vec<u8>,
}

impl Preview {
    /// A copy of the picture in hand; larger when there is something to compare it with.
    #[must_use]
    pub fn of_picture(image: &DynamicImage, compared: bool) -> Option<Self> {
        let longest = if compared { COMPARED } else { ALONE };
        Self::new(PreviewOf::Picture, image, longest)
    }

    /// Copies of the pictures in a manifest store as it lies in a file.
    pub(crate) fn of_jumbf(jumbf: &[u8], limits: &Limits) -> Vec<Self> {
        ManifestStore::parse(jumbf, limits)
            .map(|store| Self::of_store(&thumbnails(&store), limits))
            .unwrap_or_default()
    }

    /// Copies of the pictures in a manifest store; those that cannot be decoded are left out.
    fn of_store(thumbnails: &[Thumbnail<'_>], limits: &Limits) -> Vec<Self> {
        thumbnails
            .iter()
            .filter(|thumbnail| thumbnail.bytes.len() <= LONGEST)
            .take(MOST)
            .filter_map(|thumbnail| {
                let manifest = thumbnail.manifest.to_owned();
                let of = match thumbnail.ingredient {
                    None => PreviewOf::Manifest { manifest },
                    Some(position) => PreviewOf::Ingredient { manifest, position },
                };
                Self::new(of, &decode(thumbnail.bytes, limits)?, COMPARED)
            })
            .collect()
    }

    fn new(of: PreviewOf, image: &DynamicImage, longest: u32) -> Option<Self> {
        let small = shrunk(image, longest);
        let (width, height) = small.dimensions();
        let mut jpeg = Vec::new();
        JpegEncoder::new_with_quality(&mut jpeg, QUALITY)
            .encode_image(&small)
            .ok()?;
        Some(Self {
            of,
            width,
            height,
            jpeg,
        })
    }
}

/// The picture with a side of at most `longest`, over white where it is transparent.
fn shrunk(image: &DynamicImage, longest: u32) -> RgbImage {
    let side = image.width().max(image.height());
    let rough = longest.saturating_mul(2);
    let small = if side > rough {
        // Most of a large picture's pixels are not needed for a copy of this size.
        image
            .resize(rough, rough, FilterType::Nearest)
            .thumbnail(longest, longest)
    } else if side > longest {
        image.thumbnail(longest, longest)
    } else {
        image.clone()
    };
    if !small.color().has_alpha() {
        return small.to_rgb8();
    }
    let small = small.to_rgba8();
    RgbImage::from_fn(small.width(), small.height(), |x, y| {
        let [r, g, b, alpha] = small.get_pixel(x, y).0;
        Rgb([r, g, b].map(|value| over_white(value, alpha)))
    })
}

/// A colour value of that opacity over white.
fn over_white(value: u8, alpha: u8) -> u8 {
    let (value, alpha) = (u32::from(value), u32::from(alpha));
    let paper = 255_u32.saturating_mul(255_u32.saturating_sub(alpha));
    let mixed = value.saturating_mul(alpha).saturating_add(paper);
    u8::try_from(mixed / 255).unwrap_or(u8::MAX)
}

/// Decodes a small picture of a stranger's, within limits.
pub(super) fn decode(bytes: &[u8], limits: &Limits) -> Option<DynamicImage> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .ok()?;
    let mut decoder_limits = DecoderLimits::default();
    decoder_limits.max_alloc = Some(limits.decoded_bytes.min(PIXELS.saturating_mul(8)));
    decoder_limits.max_image_width = Some(1 << 14);
    decoder_limits.max_image_height = Some(1 << 14);
    reader.limits(decoder_limits);
    reader.decode().ok()
}

#[cfg(test)]
mod tests {
    use image::{DynamicImage, GenericImageView as _, Rgba, RgbaImage};

    use super::{Preview, PreviewOf, decode};
    use crate::limits::Limits;

    #[test]
    fn a_copy_is_small_and_transparency_is_white() {
        let image = RgbaImage::from_pixel(3000, 1000, Rgba([0, 0, 0, 0]));
        let image = DynamicImage::ImageRgba8(image);
        let copy = Preview::of_picture(&image, false).unwrap();
        assert_eq!((copy.width, copy.height), (320, 107));
        let back = decode(&copy.jpeg, &Limits::default()).unwrap();
        assert!(back.get_pixel(5, 5).0.iter().all(|value| *value > 250));
        let compared = Preview::of_picture(&image, true).unwrap();
        assert_eq!(compared.width, 640);
    }

    #[test]
    fn a_copy_survives_its_journey_through_a_pipe() {
        let copy = Preview {
            of: PreviewOf::Ingredient {
                manifest: "urn:c2pa:1".to_owned(),
                position: 2,
            },
            width: 1,
            height: 2,
            jpeg: vec![0, 255, 7],
        };
        let text = serde_json::to_string(&copy).unwrap();
        assert_eq!(serde_json::from_str::<Preview>(&text).unwrap(), copy);
    }
}
