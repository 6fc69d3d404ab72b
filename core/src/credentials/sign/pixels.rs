//! What a manifest says about the pixels it is signed for, so that it can be found again and
//! compared with without the original (`spec/fingerprint.md`, C2PA 2.2, section 18.10).

use std::io;

use ciborium::Value;
use image::DynamicImage;

use crate::{
    asset::{self, Source},
    fingerprint::{
        Pixels,
        assertion::{GRID_LABEL, PDQ_LABEL, SignedPdq, SoftBinding, encode_grid, encode_pdq},
        grid::Grid,
        pdq::Hashed,
    },
    limits::Limits,
    picture::decode,
    watermark::{DetectSettings, Key, Payload, detect},
};

/// The pixels of an asset, described.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PixelBinding {
    /// Marks of this program that the pixels carry.
    pub marks: Vec<Payload>,
    /// The marks were written for this manifest: then it has an action that says so.
    pub marked_now: bool,
    /// The perceptual hash.
    pub pdq: Option<SignedPdq>,
    /// The grid of block descriptors.
    pub grid: Option<Grid>,
}

impl PixelBinding {
    /// Describes a picture as shown; one that is too small for a fingerprint has none.
    #[must_use]
    pub fn describing(image: &DynamicImage) -> Self {
        let Ok(pixels) = Pixels::from_image(image) else {
            return Self::default();
        };
        let hashed = Hashed::of(&pixels);
        Self {
            pdq: Some(SignedPdq {
                pdq: hashed.pdq(),
                quality: hashed.quality(),
            }),
            grid: Some(Grid::of(&pixels)),
            ..Self::default()
        }
    }

    /// Describes the picture in a file, and binds the marks of these keys that it carries; `None`
    /// when there are no pixels that can be read.
    ///
    /// # Errors
    /// Only when `source` cannot be read.
    pub fn found_in(
        source: &mut dyn Source,
        length: u64,
        keys: &[Key],
        limits: &Limits,
    ) -> io::Result<Option<Self>> {
        let Some(container) = asset::walk(source, length, limits)? else {
            return Ok(None);
        };
        let Ok(decoded) = decode(source, &container, limits)? else {
            return Ok(None);
        };
        let image = decoded.upright();
        let mut binding = Self::describing(&image);
        if let Ok(found) = detect(&image, keys, &DetectSettings::default()) {
            let marks = found.marks.iter().filter_map(|mark| mark.payload);
            binding.marks.extend(marks);
            binding.marks.sort_unstable();
            binding.marks.dedup();
        }
        Ok(Some(binding))
    }

    /// The assertions, by label.
    pub(super) fn assertions(&self) -> Vec<(&'static str, Value)> {
        let mut assertions = Vec::new();
        for mark in &self.marks {
            let value = mark.bits().to_be_bytes();
            let binding = SoftBinding::whole(SoftBinding::WATERMARK, &value);
            if let Ok(value) = Value::serialized(&binding) {
                assertions.push((SoftBinding::LABEL, value));
            }
        }
        let mut add = |label, bytes: Vec<u8>| {
            if let Ok(value) = ciborium::from_reader(bytes.as_slice()) {
                assertions.push((label, value));
            }
        };
        if let Some(pdq) = &self.pdq {
            add(PDQ_LABEL, encode_pdq(pdq));
        }
        if let Some(grid) = &self.grid {
            add(GRID_LABEL, encode_grid(grid));
        }
        assertions
    }
}
