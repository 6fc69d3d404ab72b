//! Budgets: how much one asset may cost before it is refused.

use serde::{Deserialize, Serialize};

/// Upper bounds for one examination. A file beyond one of them is `unreadable`, with the code of
/// that limit; it never costs its neighbours anything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Largest file, in bytes. Default 8 GiB: the longest signed videos seen in public test sets
    /// stay below 4 GiB, the 32-bit box limit.
    pub bytes: u64,
    /// Nesting depth of boxes. Default 32: real BMFF files nest 10 deep, JUMBF stores 5.
    pub box_depth: usize,
    /// Segments, chunks or boxes in one container. Default 200 000: an animated PNG of 100 000
    /// frames stays below it.
    pub parts: usize,
    /// Bytes of one metadata block (XMP, EXIF, IPTC) that are read. Default 16 MiB: extended XMP
    /// of panoramas with embedded depth maps reaches 10 MiB.
    pub metadata_block: usize,
    /// Bytes of a manifest store. Default 256 MiB: stores embed whole ingredient thumbnails.
    pub manifest_store: u64,
    /// Levels of ingredients that are followed. Default 16: the deepest public test file has 6.
    pub ingredient_depth: usize,
    /// Certificates of one chain that are read. Default 10: public chains have at most 4.
    pub certificates: usize,
    /// Pixels of a picture that is decoded. Default 100 million: cameras of the widest use stay
    /// below 65, and the embedder marks no larger ones.
    pub pixels: u64,
    /// Bytes that a decoded picture takes, and its decoder again. Default 1 GiB: 100 million pixels
    /// of 16-bit colour with alpha take 800 MB.
    pub decoded_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 8 << 30,
            box_depth: 32,
            parts: 200_000,
            metadata_block: 16 << 20,
            manifest_store: 256 << 20,
            ingredient_depth: 16,
            certificates: 10,
            pixels: 100_000_000,
            decoded_bytes: 1 << 30,
        }
    }
}
