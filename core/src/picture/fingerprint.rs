//! The fourth witness: what the picture looks like, for finding its credential in a registry.

use image::DynamicImage;
use serde::{Deserialize, Serialize};

use crate::fingerprint::pdq::{Hashed, Pdq, Turn};

/// The perceptual hash of the picture as shown. It tells nothing by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FingerprintEvidence {
    /// The hash.
    pub pdq: Pdq,
    /// How much there is to hash, 0..=100; below 50 a match says little.
    pub quality: u8,
    /// The hashes that the picture would have after each turn of [`Turn::ALL`], in that order.
    pub turned: Vec<Pdq>,
}

impl FingerprintEvidence {
    /// Of a picture as shown; `None` when it is too small to have one.
    #[must_use]
    pub fn of(image: &DynamicImage) -> Option<Self> {
        let hashed = Hashed::of_image(image).ok()?;
        Some(Self {
            pdq: hashed.pdq(),
            quality: hashed.quality(),
            turned: Turn::ALL.map(|turn| hashed.turned(turn)).to_vec(),
        })
    }
}
