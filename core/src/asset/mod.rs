//! What a file is: its format by magic, its parts, its metadata blocks, and where a manifest
//! store lies. Nothing here decodes pixels, verifies anything, or trusts a length it has read.

mod format;
mod part;

pub use format::{MediaFormat, Support};
pub use part::{ByteRange, Part, PartKind};

use std::io::{Read, Seek};

use crate::{evidence::Finding, limits::Limits};

/// Bytes that can be read at any position. Every `Read + Seek` is a source.
pub trait Source: Read + Seek + Send {}

impl<T: Read + Seek + Send + ?Sized> Source for T {}

/// One embedded C2PA manifest store, as the container carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreLocation {
    /// The container parts that carry it, in file order, each with its own framing (a JPEG APP11
    /// segment from its marker on, a PNG chunk from its length to its CRC, a BMFF `uuid` box...).
    /// These are the bytes that a data hash may exclude, and no others.
    pub framed: Vec<ByteRange>,
    /// The JUMBF bytes, reassembled.
    pub jumbf: Vec<u8>,
    /// Why a store should not be here (wrong chunk position, second run of APP11 segments...).
    pub misplaced: Option<String>,
}

/// The kind of a metadata block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MetadataKind {
    /// An XMP packet (ISO 16684-1), UTF-8; extended XMP of JPEG already joined.
    Xmp,
    /// A TIFF structure, from its byte-order mark on.
    Exif,
    /// IPTC-IIM records (the content of Photoshop resource 0x0404).
    Iptc,
}

/// One metadata block as found in the container.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetadataBlock {
    /// What it is.
    pub kind: MetadataKind,
    /// Its payload, without container framing, decompressed.
    pub bytes: Vec<u8>,
    /// The container part that carries it, with framing.
    pub range: ByteRange,
    /// Name of the part for people and records, for example `APP1/XMP` or `iTXt`.
    pub part: String,
}

/// What a walk over a container's parts found. No pixels were decoded.
#[derive(Clone, Debug, PartialEq)]
pub struct Container {
    /// The format, by content.
    pub format: MediaFormat,
    /// Every manifest store found, wherever it lies; a valid file has at most one.
    pub stores: Vec<StoreLocation>,
    /// XMP, EXIF and IPTC blocks in file order.
    pub metadata: Vec<MetadataBlock>,
    /// Value of `dcterms:provenance` in XMP: where a remote manifest is said to be.
    pub remote_manifest: Option<String>,
    /// Width and height in pixels, as the header says.
    pub dimensions: Option<(u32, u32)>,
    /// Bytes after the container's own end mark (`EOI`, `IEND`, RIFF size, GIF trailer).
    pub trailing: Option<Part>,
    /// True when our own walker read this format to its end and would have seen a store; false
    /// when only the foreign parser can say (PDF, ZIP family, raw camera formats).
    pub complete: bool,
    /// The parts in the order of the walk; some nest.
    pub parts: Vec<Part>,
    /// What is odd about the structure.
    pub findings: Vec<Finding>,
    /// Metadata that were seen and not read, and why.
    pub not_checked: Vec<crate::evidence::NotChecked>,
}

impl Container {
    /// What lies in `range`, in file order: every byte of it belongs to exactly one answer.
    #[must_use]
    pub fn describe(&self, range: ByteRange) -> Vec<Part> {
        part::describe(&self.parts, range)
    }
}

/// Walks the container of `source`, whose length is `length` bytes.
///
/// Recognises the format by content, never by name. Returns `None` when no known media format
/// begins here. A broken container is a [`Container`] with findings, not an error.
///
/// # Errors
/// Only when the source itself cannot be read.
pub fn walk(
    source: &mut dyn Source,
    length: u64,
    limits: &Limits,
) -> std::io::Result<Option<Container>> {
    let _ = (source, length, limits);
    Ok(None)
}
