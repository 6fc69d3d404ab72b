//! Is a manifest whose content hash fails perhaps the manifest of another picture?
//!
//! A failed hash alone cannot tell an edit from a transplant. The signed thumbnail and the signed
//! media type can: an edited picture still resembles its thumbnail, another picture does not.

use std::io::{self, BufReader, SeekFrom};

use image::{DynamicImage, GrayImage, ImageReader, Limits as DecoderLimits, imageops::FilterType};

use super::store::{Content, ManifestStore};
use super::{audit::binding_manifest, cbor};
use crate::{
    asset::{Container, Filled, Source},
    evidence::{Code, Finding, Place},
};

/// Side of the grid on which pictures are compared, in cells.
const GRID: u32 = 24;

/// Correlation below which two pictures are taken for different ones.
///
/// Local edits of up to a third of the area leave more than 0.8; unrelated photographs, at the
/// best of eight orientations, stay below 0.5 in all but a few per cent of pairs (both share a
/// bright top and a dark bottom).
const SAME_PICTURE: f64 = 0.6;

/// Largest picture that is decoded for the comparison: 100 megapixels at 4 bytes.
const DECODED_BYTES: u64 = 400 << 20;

/// Media types that name one container each and have no other spelling.
const PLAIN: [&str; 5] = [
    "image/jpeg",
    "image/png",
    "image/webp",
    "image/gif",
    "image/avif",
];

/// Compares the asset with what its manifest says it looked like.
///
/// # Errors
/// Only when `source` cannot be read.
pub(crate) fn audit(
    source: &mut dyn Source,
    container: &Container,
    store: &ManifestStore<'_>,
) -> io::Result<Option<Finding>> {
    let Some(binding) = binding_manifest(store) else {
        return Ok(None);
    };
    let place = |label: &str| Place::Jumbf {
        uri: binding.assertion_uri(label),
    };
    let declared = cbor::text(&binding.claim, "dc:format");
    if let Some(declared) = declared
        && [declared, container.format.media_type()]
            .iter()
            .all(|name| PLAIN.contains(name))
        && declared != container.format.media_type()
    {
        return Ok(Some(
            Finding::new(Code::ManifestTransplanted, Place::Asset)
                .with("reason", format!("signed as {declared}")),
        ));
    }
    let thumbnail = binding
        .assertions
        .iter()
        .filter(|assertion| assertion.label.starts_with("c2pa.thumbnail.claim"))
        .find_map(|assertion| match assertion.content {
            Content::File(bytes) => Some((assertion.label, bytes)),
            _ => None,
        });
    let Some((label, bytes)) = thumbnail else {
        return Ok(None);
    };
    let Some(signed) = decode(io::Cursor::new(bytes)) else {
        return Ok(None);
    };
    source.seek(SeekFrom::Start(0))?;
    let Some(present) = decode(BufReader::new(Filled(source))) else {
        return Ok(None);
    };
    let likeness = likeness(&signed, &present);
    Ok((likeness < SAME_PICTURE).then(|| {
        Finding::new(Code::ManifestTransplanted, place(label)).with(
            "reason",
            format!("signed thumbnail resembles the picture to {likeness:.2} of 1"),
        )
    }))
}

fn decode(source: impl io::BufRead + io::Seek) -> Option<DynamicImage> {
    let mut reader = ImageReader::new(source).with_guessed_format().ok()?;
    let mut limits = DecoderLimits::default();
    limits.max_alloc = Some(DECODED_BYTES);
    reader.limits(limits);
    reader.decode().ok()
}

/// Correlation of two pictures' brightness on a coarse grid, at the best of eight orientations:
/// thumbnails are often stored upright while the picture carries an orientation tag. In `[-1, 1]`.
fn likeness(left: &DynamicImage, right: &DynamicImage) -> f64 {
    let grid = |picture: &DynamicImage| {
        picture
            .resize_exact(GRID, GRID, FilterType::Triangle)
            .into_luma8()
    };
    let (left, right) = (grid(left), grid(right));
    let turned = [
        right.clone(),
        image::imageops::rotate90(&right),
        image::imageops::rotate180(&right),
        image::imageops::rotate270(&right),
    ];
    turned
        .iter()
        .flat_map(|turn| {
            [
                correlation(&left, turn),
                correlation(&left, &image::imageops::flip_horizontal(turn)),
            ]
        })
        .fold(-1.0, f64::max)
}

/// Normalised correlation of two pictures of equal size; 1 when both are flat, 0 when one is.
fn correlation(left: &GrayImage, right: &GrayImage) -> f64 {
    let mean = |picture: &GrayImage| {
        picture
            .as_raw()
            .iter()
            .map(|value| f64::from(*value))
            .sum::<f64>()
            / f64::from(GRID * GRID)
    };
    let (left_mean, right_mean) = (mean(left), mean(right));
    let (mut product, mut left_power, mut right_power) = (0.0, 0.0, 0.0);
    for (left, right) in left.as_raw().iter().zip(right.as_raw()) {
        let (left, right) = (f64::from(*left) - left_mean, f64::from(*right) - right_mean);
        product += left * right;
        left_power += left * left;
        right_power += right * right;
    }
    if left_power < 1.0 && right_power < 1.0 {
        return 1.0;
    }
    if left_power < 1.0 || right_power < 1.0 {
        return 0.0;
    }
    product / (left_power * right_power).sqrt()
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::as_conversions,
        clippy::arithmetic_side_effects,
        reason = "small figures"
    )]

    use super::*;

    fn picture(paint: impl Fn(u32, u32) -> u8) -> DynamicImage {
        DynamicImage::ImageLuma8(GrayImage::from_fn(96, 64, |x, y| {
            image::Luma([paint(x, y)])
        }))
    }

    #[test]
    fn an_edited_picture_resembles_itself_and_another_does_not() {
        let hills = picture(|x, y| {
            if y > 20 + (x / 5) % 13 {
                (x + y) as u8
            } else {
                230
            }
        });
        let edited = picture(|x, y| {
            if (30..50).contains(&x) && (20..45).contains(&y) {
                10
            } else if y > 20 + (x / 5) % 13 {
                (x + y) as u8
            } else {
                230
            }
        });
        let board = picture(|x, y| if (x / 12 + y / 16) % 2 == 0 { 240 } else { 15 });
        assert!(likeness(&hills, &edited) > SAME_PICTURE);
        assert!(likeness(&hills, &hills.rotate180()) > SAME_PICTURE);
        assert!(likeness(&hills, &board) < SAME_PICTURE);
    }
}
