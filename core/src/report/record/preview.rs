//! Small copies of pictures in a record: named by their hash, kept beside it.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::picture::{Preview, PreviewOf};

/// A small copy of a picture, as JPEG. The record names it; its bytes are in a folder of assets
/// (`--assets`), in a file named after their hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewRecord {
    /// What it is of.
    #[serde(flatten)]
    pub of: PreviewOf,
    /// SHA-256 of the copy, hexadecimal.
    pub sha256: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The copy itself, while it is at hand; not part of the record.
    #[serde(skip)]
    pub jpeg: Vec<u8>,
}

impl PreviewRecord {
    /// Name of its file in a folder of assets.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("{}.jpg", self.sha256)
    }

    /// Takes the bytes of the copy, if they are the ones that the record names.
    pub fn take(&mut self, jpeg: Vec<u8>) -> bool {
        let fits = hex::encode(Sha256::digest(&jpeg)) == self.sha256;
        if fits {
            self.jpeg = jpeg;
        }
        fits
    }
}

impl From<&Preview> for PreviewRecord {
    fn from(preview: &Preview) -> Self {
        Self {
            of: preview.of.clone(),
            sha256: hex::encode(Sha256::digest(&preview.jpeg)),
            width: preview.width,
            height: preview.height,
            jpeg: preview.jpeg.clone(),
        }
    }
}
