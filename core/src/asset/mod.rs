//! What a file is: its format by magic, its parts, its metadata blocks, and where a manifest
//! store lies. Nothing here decodes pixels, verifies anything, or trusts a length it has read.

mod bmff;
mod bmp;
mod boxes;
mod compact;
mod deflate;
mod directory;
mod draft;
pub mod exif;
mod flac;
mod flv;
mod format;
mod gif;
mod id3;
mod input;
pub mod iptc;
mod item_list;
mod items;
mod jpeg;
mod jumbf;
mod jxl;
mod markdown;
mod matroska;
mod office;
mod ogg;
mod part;
mod pdf;
mod photoshop;
mod png;
pub mod rewrite;
mod riff;
mod sniff;
mod svg;
mod tiff;
mod track;
mod vorbis;
pub mod xmp;
mod zip;

pub use format::{MediaFormat, Support};
pub(crate) use input::{Filled, for_each_chunk};
pub use part::{ByteRange, Part, PartKind};
pub use track::{Track, TrackKind, language};

use std::io::{BufRead, Seek};

use draft::{Draft, Stop};
use input::Input;

use crate::{
    evidence::{Finding, NotChecked},
    limits::Limits,
};

/// Bytes that can be read at any position. Every `BufRead + Seek + Send` is a source: what is in
/// memory is hashed where it lies, and files bring a buffer.
pub trait Source: BufRead + Seek + Send {}

impl<T: BufRead + Seek + Send + ?Sized> Source for T {}

/// One embedded C2PA manifest store, as the container carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreLocation {
    /// The container parts that carry it, in file order, each with its own framing (JPEG APP11
    /// segments from the first marker on, a PNG chunk from its length to its CRC, a BMFF `uuid`
    /// box, the base64 text in SVG...). Parts that touch are one range, so a store in its right
    /// place has exactly one. These are the bytes that a data hash may exclude, and no others.
    pub framed: Vec<ByteRange>,
    /// The JUMBF bytes, reassembled; shorter than its own header says when the file is cut off.
    pub jumbf: Vec<u8>,
    /// Why a store should not be here (past the end mark, a second store, APP11 segments that do
    /// not touch...); `None` when the format allows it.
    pub misplaced: Option<String>,
    /// It belongs to a further part of a multi-part asset (C2PA 2.2, A.2), such as the second
    /// picture of a multi-picture JPEG, and says nothing about the primary part.
    pub further_part: bool,
}

/// The kind of a metadata block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MetadataKind {
    /// An XMP packet (ISO 16684-1). Extended XMP of JPEG, joined from its segments, is a block of
    /// its own that follows its main packet.
    Xmp,
    /// A TIFF structure, from its byte-order mark on.
    Exif,
    /// IPTC-IIM records (the content of Photoshop resource 0x0404).
    Iptc,
    /// Text in no structure of the others: a PNG text chunk, a comment, an entry of a tag list.
    /// UTF-8 or Latin-1, as written. Where it has a keyword, the block's part is the carrier's
    /// name, a slash and the keyword.
    Text,
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
    /// Name of the part for people and records, for example `APP1/XMP` or `tEXt/parameters`.
    pub part: String,
}

impl MetadataBlock {
    /// Keyword of a text; `None` for comments and other blocks.
    #[must_use]
    pub fn keyword(&self) -> Option<&str> {
        if self.kind != MetadataKind::Text {
            return None;
        }
        self.part.split_once('/').map(|(_, keyword)| keyword)
    }
}

/// What a walk over a container's parts found. No pixels were decoded.
#[derive(Clone, Debug, PartialEq)]
pub struct Container {
    /// The format, by content.
    pub format: MediaFormat,
    /// Every manifest store found, wherever it lies; a valid file has at most one, not counting
    /// [`StoreLocation::further_part`].
    pub stores: Vec<StoreLocation>,
    /// XMP, EXIF, IPTC and text blocks in file order.
    pub metadata: Vec<MetadataBlock>,
    /// Value of `dcterms:provenance` in XMP, when it is not inside the file itself: where a
    /// remote manifest is said to be. Never fetched.
    pub remote_manifest: Option<String>,
    /// Width and height in pixels, as the header says; not the orientation.
    pub dimensions: Option<(u32, u32)>,
    /// A JPEG with fewer samples of colour than of brightness (T.81, A.1.1).
    pub subsampled: bool,
    /// Tracks of sound, pictures and text, of MP4, M4A and QuickTime.
    pub tracks: Vec<Track>,
    /// What follows the container's own end mark (`EOI`, `IEND`, RIFF size, GIF trailer), if the
    /// walk got there. The walk of a JPEG looks for `EOI` only when the file holds a store.
    pub trailing: Option<Part>,
    /// True when our own walker looked at every place where a reader of this format may find a
    /// store. False when only a foreign parser can say (PDF, ZIP family), or a limit was passed:
    /// then a finding names it.
    pub complete: bool,
    /// True when the walk ended because the file has more segments, chunks, boxes or entries than
    /// [`Limits::parts`](crate::limits::Limits::parts).
    pub too_many_parts: bool,
    /// The parts in the order of the walk; some nest.
    pub parts: Vec<Part>,
    /// What is odd about the structure.
    pub findings: Vec<Finding>,
    /// Metadata that were seen and not read, and why.
    pub not_checked: Vec<NotChecked>,
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
    walk_to(source, length, limits, Depth::Whole)
}

/// Walks as [`walk`] does, but may stop, without a finding, once it has met a manifest store.
///
/// # Errors
/// Only when the source itself cannot be read.
pub(crate) fn walk_to_store(
    source: &mut dyn Source,
    length: u64,
    limits: &Limits,
) -> std::io::Result<Option<Container>> {
    walk_to(source, length, limits, Depth::Store)
}

/// Walks as [`walk`] does, and looks for what follows the end mark in every file.
///
/// # Errors
/// Only when the source itself cannot be read.
pub fn walk_everything(
    source: &mut dyn Source,
    length: u64,
    limits: &Limits,
) -> std::io::Result<Option<Container>> {
    walk_to(source, length, limits, Depth::Everything)
}

/// How far to walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Depth {
    /// To the end of the file, and in files without a store to whatever follows the picture.
    Everything,
    /// To the end of the file.
    Whole,
    /// To the first manifest store: whoever only asks whether there is one needs no more.
    Store,
}

fn walk_to(
    source: &mut dyn Source,
    length: u64,
    limits: &Limits,
    depth: Depth,
) -> std::io::Result<Option<Container>> {
    let mut input = Input::new(source, length);
    let Some(format) = sniff::sniff(&mut input)? else {
        return Ok(None);
    };
    let mut draft = Draft::new(format, limits, depth);
    let walked = match format {
        MediaFormat::Jpeg => jpeg::walk(&mut input, &mut draft),
        MediaFormat::Png => png::walk(&mut input, &mut draft),
        MediaFormat::Gif => gif::walk(&mut input, &mut draft),
        MediaFormat::Webp | MediaFormat::Wav | MediaFormat::Avi => {
            riff::walk(&mut input, &mut draft, format)
        }
        MediaFormat::Tiff | MediaFormat::Dng | MediaFormat::Arw | MediaFormat::Nef => {
            tiff::walk(&mut input, &mut draft)
        }
        MediaFormat::Avif
        | MediaFormat::Heic
        | MediaFormat::Heif
        | MediaFormat::Mp4
        | MediaFormat::M4a
        | MediaFormat::Mov
        | MediaFormat::Cr3 => bmff::walk(&mut input, &mut draft, format),
        MediaFormat::Jxl => jxl::walk(&mut input, &mut draft),
        MediaFormat::JxlCodestream => jxl::walk_codestream(&mut input, &mut draft),
        MediaFormat::Svg => svg::walk(&mut input, &mut draft),
        MediaFormat::Mp3 | MediaFormat::Flac => id3::walk(&mut input, &mut draft, format),
        MediaFormat::C2pa => jumbf::walk(&mut input, &mut draft),
        MediaFormat::Bmp => bmp::walk(&mut input, &mut draft),
        MediaFormat::Pdf => pdf::walk(&mut input, &mut draft),
        MediaFormat::Zip => office::walk(&mut input, &mut draft),
        MediaFormat::Matroska => matroska::walk(&mut input, &mut draft),
        MediaFormat::Ogg => ogg::walk(&mut input, &mut draft),
        MediaFormat::Flv => flv::walk(&mut input, &mut draft),
        MediaFormat::Markdown => markdown::walk(&mut input, &mut draft),
        MediaFormat::Font | MediaFormat::Psd => {
            draft.metadata_not_read(format.media_type(), "no reader for this format");
            Ok(())
        }
    };
    match walked {
        Ok(()) | Err(Stop::Limit) => {}
        Err(Stop::Io(error)) => return Err(error),
    }
    xmp::find_remote_manifest(&mut draft);
    Ok(Some(draft.finish()))
}

#[cfg(test)]
mod corpus_tests;
#[cfg(test)]
pub(crate) mod tests;
