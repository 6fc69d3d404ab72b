//! How a picture compares with its parent, as far as its file, a fingerprint that was signed or a
//! small copy shows it.

use image::{DynamicImage, GenericImageView as _};

use super::{fingerprint::FingerprintEvidence, marks::significant, preview, thumbnail};
use crate::{
    credentials::parent::StoredParent,
    evidence::Place,
    fingerprint::{
        Pixels, Registration,
        compare::compare,
        grid::Grid,
        largest_difference,
        pdq::{Hashed, Pdq, Turn},
    },
    limits::Limits,
    parent::{Likeness, ParentFile, ParentWitness},
    recovery::in_hand,
};

/// Least quality, 0..=100, of a picture that has enough to compare.
const QUALITY: u8 = 50;

/// Summed distance of blocks from which a region counts as changed. A signer is contradicted here:
/// twice that of a plain comparison, at which 4 % of untouched copies are flagged in place of 7 %, and
/// 98 % of edits of 2 % of the picture and more are found in place of 99 % (`spec/fingerprint.md`).
const REGION: f32 = 40.0;

/// Media types whose small copy shows the picture itself: of others, such as raw files and layered
/// drawings, it shows one way to develop or flatten them.
const PLAIN: [&str; 8] = [
    "image/jpeg",
    "image/jpg",
    "image/png",
    "image/webp",
    "image/gif",
    "image/avif",
    "image/heic",
    "image/heif",
];

/// The parents of a picture that can be shown.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Parents<'a> {
    /// The one that the credential names.
    pub(crate) stored: Option<&'a StoredParent<'a>>,
    /// The one that somebody named.
    pub(crate) file: Option<&'a ParentFile>,
}

impl Parents<'_> {
    /// Whether anything shows one.
    pub(super) fn are_shown(self) -> bool {
        let stored = self.stored.is_some_and(|stored| {
            let bound = stored.bound.as_ref();
            bound.is_some_and(|(bound, _)| bound.grid.is_some()) || stored.thumbnail.is_some()
        });
        stored || self.file.is_some_and(|file| !file.copy.is_empty())
    }
}

/// Compares a picture as shown with its parent, the best witness first.
pub(super) fn likenesses(
    shown: &DynamicImage,
    hashes: &FingerprintEvidence,
    parents: Parents<'_>,
    limits: &Limits,
) -> Vec<Likeness> {
    if hashes.quality < QUALITY || !parents.are_shown() {
        return Vec::new();
    }
    let Ok(pixels) = Pixels::from_image(shown) else {
        return Vec::new();
    };
    let picture = Picture {
        pixels: &pixels,
        hashes,
    };
    let file = || {
        let copy = &parents.file?.copy;
        let view = preview::decode(copy, limits)?;
        picture.likeness_to(&view, ParentWitness::File, Place::Asset)
    };
    let fingerprint = || {
        let (bound, uri) = parents.stored?.bound.as_ref()?;
        let (signed, grid) = (bound.pdq?, bound.grid.as_ref()?);
        let turn = picture.turn_to(&signed.pdq);
        let place = Place::Jumbf { uri: uri.clone() };
        (signed.quality >= QUALITY)
            .then(|| picture.likeness(grid, turn, ParentWitness::Fingerprint, place))?
    };
    let thumbnail = || {
        let stored = parents.stored?;
        let (bytes, uri) = stored.thumbnail.as_ref()?;
        let format = stored.format.as_deref().unwrap_or("image/jpeg");
        if !PLAIN.contains(&format) || is_transparent(shown) {
            return None;
        }
        let small = preview::decode(bytes, limits)?;
        let (width, height) = shown.dimensions();
        let place = Place::Jumbf { uri: uri.clone() };
        // A small copy of another shape has bars, or shows what was cut away: what fits best counts.
        [
            thumbnail::without_bars(&small, (width, height)),
            thumbnail::without_bars(&small, (height, width)),
            Some(small),
        ]
        .into_iter()
        .flatten()
        .filter_map(|view| picture.likeness_to(&view, ParentWitness::Thumbnail, place.clone()))
        .max_by(|one, other| one.similarity.total_cmp(&other.similarity))
    };
    [file(), fingerprint(), thumbnail()]
        .into_iter()
        .flatten()
        .collect()
}

/// The picture in hand.
struct Picture<'a> {
    pixels: &'a Pixels,
    hashes: &'a FingerprintEvidence,
}

impl Picture<'_> {
    /// Compares with a picture of the parent.
    fn likeness_to(
        &self,
        view: &DynamicImage,
        witness: ParentWitness,
        place: Place,
    ) -> Option<Likeness> {
        let reference = Pixels::from_image(view).ok()?;
        let hashed = Hashed::of(&reference);
        if hashed.quality() < QUALITY {
            return None;
        }
        let turn = self.turn_to(&hashed.pdq());
        let likeness = self.likeness(&Grid::of(&reference), turn, witness, place)?;
        let largest = f64::from(largest_difference(&reference, self.pixels, turn));
        Some(Likeness {
            longest_side: Some(view.width().max(view.height())),
            largest_cell: Some(significant(largest, 4)),
            ..likeness
        })
    }

    /// The turn after which the picture looks most like that.
    fn turn_to(&self, looks: &Pdq) -> Turn {
        let turned = Turn::ALL.into_iter().zip(&self.hashes.turned);
        turned
            .min_by_key(|(_, hash)| hash.distance(looks))
            .map_or(Turn::None, |(turn, _)| turn)
    }

    fn likeness(
        &self,
        grid: &Grid,
        turn: Turn,
        witness: ParentWitness,
        place: Place,
    ) -> Option<Likeness> {
        let (width, height) = (self.pixels.width(), self.pixels.height());
        let whole = Registration::turned(turn.inverse(), width, height);
        let compared = compare(grid, self.pixels, &whole)?;
        let changed = if compared.same_picture {
            compared.regions_from(REGION)
        } else {
            Vec::new()
        };
        let blocks = compared.distances.iter().flatten();
        let largest = blocks.fold(0.0_f32, |largest, block| largest.max(*block));
        Some(Likeness {
            witness,
            place,
            same_picture: compared.same_picture,
            similarity: significant(compared.similarity, 4),
            inside: significant(compared.judged, 4),
            changed_regions: changed
                .iter()
                .map(|region| in_hand(region, &compared.registration, (width, height)))
                .collect(),
            largest_block: significant(f64::from(largest), 4),
            longest_side: None,
            largest_cell: None,
        })
    }
}

/// Whether a picture lets anything through: then its copies show whatever was put behind it.
fn is_transparent(image: &DynamicImage) -> bool {
    image.color().has_alpha()
        && image
            .to_rgba8()
            .pixels()
            .any(|pixel| pixel.0.get(3).is_some_and(|alpha| *alpha < u8::MAX))
}
