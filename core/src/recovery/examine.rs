//! Reads what registries answered beside the picture in hand.

use std::io;

use image::DynamicImage;

use super::{
    evidence::{Candidate, Comparison, FoundBy, RecoveredEvidence},
    locate,
};
use crate::{
    asset::{self, Source},
    credentials::{
        bound::{Bound, bound},
        read::read_detached,
    },
    examine::Settings,
    fingerprint::{
        Pixels, Region, Registration, compare::compare as compare_with, locate as best_place,
        pdq::Hashed,
    },
    picture::{Decoded, Preview, decode, significant},
};

/// Bits in which the signed hash may differ from the hash of the picture in hand for the manifest
/// to count as one for pictures of these looks: what PDQ's reference calls a match.
const SAME_LOOKS: u32 = 31;

/// Reads manifests that registries offered and compares the picture with what they were signed for.
/// One decode serves all of them.
///
/// # Errors
/// Only when `source` cannot be read.
pub fn examine(
    source: &mut dyn Source,
    length: u64,
    candidates: Vec<Candidate>,
    settings: &Settings,
) -> io::Result<Vec<RecoveredEvidence>> {
    let container = asset::walk(source, length, &settings.limits)?;
    let image = match &container {
        Some(container) => decode(source, container, &settings.limits)?.ok(),
        None => None,
    };
    let image = image.map(Decoded::upright);
    Ok(candidates
        .into_iter()
        .map(|candidate| read(candidate, image.as_ref(), settings))
        .collect())
}

fn read(
    candidate: Candidate,
    image: Option<&DynamicImage>,
    settings: &Settings,
) -> RecoveredEvidence {
    let credentials = read_detached(&candidate.store, &settings.limits, &settings.audits);
    let bound = bound(&candidate.store, &settings.limits);
    let pixels = image.and_then(|image| Pixels::from_image(image).ok());
    let is_named = match &candidate.found_by {
        FoundBy::Watermark { payload, .. } => bound.marks.contains(payload),
        FoundBy::Fingerprint { turn, .. } => match (&bound.pdq, &pixels) {
            (Some(signed), Some(pixels)) => {
                Hashed::of(pixels).turned(*turn).distance(&signed.pdq) <= SAME_LOOKS
            }
            _ => false,
        },
    };
    let comparison = pixels
        .as_ref()
        .and_then(|pixels| compare(&bound, pixels, &candidate.found_by));
    let previews = if settings.previews {
        Preview::of_jumbf(&candidate.store, &settings.limits)
    } else {
        Vec::new()
    };
    RecoveredEvidence {
        registry: candidate.registry,
        manifest: candidate.manifest,
        found_by: candidate.found_by,
        revocation: candidate.revocation,
        credentials,
        is_named,
        comparison,
        previews,
    }
}

/// Compares a picture as shown with what was signed; `None` when nothing comparable was signed, or
/// too little of it is in the picture.
#[must_use]
pub fn compare(bound: &Bound, pixels: &Pixels, found_by: &FoundBy) -> Option<Comparison> {
    let grid = bound.grid.as_ref()?;
    let places = match found_by {
        FoundBy::Watermark { geometry, .. } => locate::by_mark(geometry, grid, pixels),
        // A turn of the picture in hand looks as what was signed; the picture in hand is therefore
        // the signed one after the inverse turn.
        FoundBy::Fingerprint { turn, .. } => locate::by_looks(turn.inverse(), pixels),
    };
    let place = best_place(grid, pixels, &places)?;
    let compared = compare_with(grid, pixels, &place)?;
    let size = (pixels.width(), pixels.height());
    Some(Comparison {
        same_picture: compared.same_picture,
        similarity: significant(compared.similarity, 4),
        compared: significant(compared.judged, 4),
        changed_regions: compared
            .changed_regions
            .iter()
            .map(|region| in_hand(region, &compared.registration, size))
            .collect(),
    })
}

/// A region of the signed picture as the box around it in the picture in hand, in shares of its
/// sides, cut to it.
pub(crate) fn in_hand(
    region: &Region,
    place: &Registration,
    (width, height): (usize, usize),
) -> Region {
    let side = |length: usize| u32::try_from(length).map_or(f64::MAX, f64::from);
    let (right, bottom) = (region.x + region.w, region.y + region.h);
    let corners = [
        (region.x, region.y),
        (right, region.y),
        (region.x, bottom),
        (right, bottom),
    ]
    .map(|(u, v)| place.apply(u, v));
    let least = |values: [f64; 4], length: f64| {
        let low = values.into_iter().fold(f64::INFINITY, f64::min);
        let high = values.into_iter().fold(f64::NEG_INFINITY, f64::max);
        let share = |value: f64| (value / length).clamp(0.0, 1.0);
        (share(low), share(high))
    };
    let (left, right) = least(corners.map(|corner| corner.0), side(width));
    let (top, bottom) = least(corners.map(|corner| corner.1), side(height));
    Region {
        x: significant(left, 5),
        y: significant(top, 5),
        w: significant(right - left, 5),
        h: significant(bottom - top, 5),
    }
}
