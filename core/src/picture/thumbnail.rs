//! Whether the small pictures that a file carries of itself show what it shows: the thumbnail in
//! EXIF, and the one of the manifest that was issued for it.

use image::{DynamicImage, GenericImageView as _};

use super::{fingerprint::FingerprintEvidence, preview};
use crate::{
    asset::{Container, MetadataKind, exif},
    credentials::{
        store::ManifestStore,
        thumbnails::{Thumbnail, thumbnails},
    },
    evidence::{Code, Finding, Place},
    limits::Limits,
};

/// Bits of 256 by which the hashes of different pictures differ at least. Hashes of unrelated
/// pictures differ by 128 on average, with a deviation of 8 for ideal hashes. Copies of 160 and 256
/// pixels, coarsely coded, with and without bars, differ by up to 40 for photographs and drawings,
/// by up to 82 for a brick wall and for pages of text.
const OTHER: u32 = 90;
/// Least quality, 0..=100, of a picture that has enough to compare.
const QUALITY: u8 = 50;

/// A finding for each small picture that shows another picture, or more of it.
pub(super) fn compare(
    shown: &DynamicImage,
    hashes: &FingerprintEvidence,
    container: &Container,
    limits: &Limits,
) -> Vec<Finding> {
    if hashes.quality < QUALITY {
        return Vec::new();
    }
    let differs = |bytes: &[u8]| {
        preview::decode(bytes, limits).is_some_and(|small| is_other(&small, shown, hashes))
    };
    let mut findings = Vec::new();
    let blocks = container.metadata.iter();
    for block in blocks.filter(|block| block.kind == MetadataKind::Exif) {
        if exif::thumbnail(&block.bytes).is_some_and(differs) {
            let place = Place::Part {
                path: block.part.clone(),
            };
            findings.push(Finding::new(Code::ThumbnailDiffers, place).with("first", "EXIF"));
        }
    }
    let own = container.stores.iter().find(|store| !store.further_part);
    let store = own.and_then(|store| ManifestStore::parse(&store.jumbf, limits).ok());
    if let Some(store) = &store
        && let Some(active) = store.active()
    {
        let claimed =
            |small: &Thumbnail<'_>| small.manifest == active.label && small.ingredient.is_none();
        if let Some(small) = thumbnails(store).into_iter().find(claimed)
            && differs(small.bytes)
        {
            let place = Place::Jumbf {
                uri: format!("self#jumbf=/c2pa/{}", active.label),
            };
            findings.push(Finding::new(Code::ThumbnailDiffers, place).with("first", "C2PA"));
        }
    }
    findings
}

/// Whether a small picture shows something else, however it is turned, and whatever bars it has:
/// cameras put a picture of 3:2 between bars of a thumbnail of 4:3.
fn is_other(small: &DynamicImage, shown: &DynamicImage, hashes: &FingerprintEvidence) -> bool {
    let (width, height) = shown.dimensions();
    let upright = without_bars(small, (width, height));
    let turned = without_bars(small, (height, width));
    let area = |view: &DynamicImage| u64::from(view.width()).saturating_mul(view.height().into());
    let likelier = [&upright, &turned]
        .map(|view| view.as_ref().unwrap_or(small))
        .into_iter()
        .max_by_key(|view| area(view));
    // A panorama between bars is too small to be compared, and its bars are no picture.
    if likelier.is_some_and(|view| FingerprintEvidence::of(view).is_none()) {
        return false;
    }
    let views = [Some(small.clone()), upright, turned];
    let mut compared = false;
    for view in views.into_iter().flatten() {
        let Some(found) = FingerprintEvidence::of(&view) else {
            continue;
        };
        if found.quality < QUALITY {
            continue;
        }
        compared = true;
        let turned = hashes.turned.iter();
        let least = turned.map(|hash| hash.distance(&found.pdq)).min();
        if least.is_some_and(|distance| distance < OTHER) {
            return false;
        }
    }
    compared
}

/// The middle of a picture in another shape; `None` where it has that shape already.
pub(super) fn without_bars(
    small: &DynamicImage,
    (width, height): (u32, u32),
) -> Option<DynamicImage> {
    let (across, down) = small.dimensions();
    let scaled = |side: u32, to: u32, from: u32| {
        let scaled = u64::from(side)
            .saturating_mul(u64::from(to))
            .checked_div(u64::from(from));
        scaled
            .and_then(|scaled| u32::try_from(scaled).ok())
            .unwrap_or(u32::MAX)
            .max(1)
    };
    let (w, h) = (
        across.min(scaled(down, width, height)),
        down.min(scaled(across, height, width)),
    );
    let (left, top) = (across.saturating_sub(w) / 2, down.saturating_sub(h) / 2);
    (left.saturating_add(top) > 0).then(|| small.crop_imm(left, top, w, h))
}

#[cfg(test)]
mod tests {
    #![expect(
        clippy::as_conversions,
        clippy::arithmetic_side_effects,
        reason = "a drawing of small numbers"
    )]

    use image::{Rgb, RgbImage};

    use super::*;

    fn scene(salt: u32) -> DynamicImage {
        DynamicImage::ImageRgb8(RgbImage::from_fn(600, 400, |x, y| {
            let wave = |a: u32, b: u32| {
                let t = (x * a + y * b + salt * 37) as f32 / 97.0;
                (128.0 + 100.0 * t.sin()) as u8
            };
            Rgb([wave(3 + salt, 5), wave(7, 2 + salt), wave(1, 4)])
        }))
    }

    fn other(small: &DynamicImage) -> bool {
        let shown = scene(1);
        let hashes = FingerprintEvidence::of(&shown).unwrap();
        assert!(hashes.quality >= QUALITY);
        is_other(small, &shown, &hashes)
    }

    #[test]
    fn small_turned_and_barred_copies_show_the_same() {
        let small = scene(1).thumbnail(160, 160);
        assert!(!other(&small));
        assert!(!other(&small.rotate90()));
        let mut barred = DynamicImage::ImageRgb8(RgbImage::new(160, 120));
        image::imageops::overlay(&mut barred, &small, 0, 7);
        assert!(!other(&barred));
        // Too little to compare with is no contradiction.
        assert!(!other(&DynamicImage::ImageRgb8(RgbImage::new(160, 120))));
    }

    #[test]
    fn a_panorama_between_bars_is_not_compared() {
        let wide = scene(1).crop_imm(0, 0, 600, 190);
        let mut barred = DynamicImage::ImageRgb8(RgbImage::new(160, 120));
        image::imageops::overlay(&mut barred, &wide.thumbnail(160, 160), 0, 35);
        let hashes = FingerprintEvidence::of(&wide).unwrap();
        assert!(!is_other(&barred, &wide, &hashes));
    }

    #[test]
    fn another_picture_is_told() {
        for salt in [4, 9, 14] {
            assert!(other(&scene(salt).thumbnail(160, 160)), "{salt}");
        }
    }
}
