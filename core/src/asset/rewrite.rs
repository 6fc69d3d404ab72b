//! The same file with other metadata. Pixels, and every part that is not named, stay as they are,
//! byte for byte.
//!
//! Writers stand on the walkers: a part is replaced where a walk found it, so a file is never
//! read in one way and written in another. A file whose structure is broken is not written.

mod gif;
mod jpeg;
mod pixels;
mod png;
mod tiff;
mod webp;

use std::io::Cursor;

use super::{
    ByteRange, Container, MediaFormat, MetadataBlock, MetadataKind, PartKind, input::to_u64,
    walk_everything, xmp::Problem,
};
use crate::{
    evidence::{Code, Place},
    limits::Limits,
};

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
pub enum RewriteError {
    /// No known media format.
    #[error("this is no known media format")]
    NotMedia,
    /// A format whose metadata are read and not written.
    #[error("metadata of {0} files cannot be written")]
    Format(&'static str),
    /// The structure is broken, so no place in it is certain.
    #[error("the structure of the file is broken at byte {at}")]
    Damaged {
        /// Where.
        at: u64,
    },
    /// A block does not fit where it belongs.
    #[error("{part} would take {bytes} bytes, more than the {limit} that fit there")]
    TooLarge {
        /// The part.
        part: &'static str,
        /// Bytes that it would take.
        bytes: usize,
        /// Bytes that fit.
        limit: usize,
    },
    /// There is more than one XMP packet, and only one can be the right one.
    #[error("the file holds more than one XMP packet")]
    TwoPackets,
    /// The XMP packet cannot be read to its end.
    #[error(transparent)]
    Xmp(#[from] Problem),
}

/// Formats whose metadata can be written.
pub const WRITABLE: [MediaFormat; 5] = [
    MediaFormat::Jpeg,
    MediaFormat::Png,
    MediaFormat::Webp,
    MediaFormat::Gif,
    MediaFormat::Tiff,
];

/// A file being rewritten.
#[derive(Debug)]
pub struct Rewriting<'a> {
    file: &'a [u8],
    container: Container,
    /// What stands instead of each range; an empty range is an insertion.
    splices: Vec<(ByteRange, Vec<u8>)>,
    /// TIFF: what becomes of the directories.
    tiff: tiff::Changes,
    /// JPEG: what becomes of Photoshop's resources.
    resources: Option<jpeg::Resources>,
    /// The pixels are painted anew, so that nothing can be cut out of those that were.
    repainted: bool,
}

impl<'a> Rewriting<'a> {
    /// Walks the file.
    ///
    /// # Errors
    /// [`RewriteError::NotMedia`], [`RewriteError::Format`], [`RewriteError::Damaged`].
    pub fn new(file: &'a [u8], limits: &Limits) -> Result<Self, RewriteError> {
        let length = to_u64(file.len());
        let container = walk_everything(&mut Cursor::new(file), length, limits)
            .ok()
            .flatten()
            .ok_or(RewriteError::NotMedia)?;
        if !WRITABLE.contains(&container.format) {
            return Err(RewriteError::Format(container.format.media_type()));
        }
        let broken = container.findings.iter().find(|finding| {
            matches!(
                finding.code,
                Code::AssetMalformed | Code::AssetTruncated | Code::LimitStructure
            )
        });
        if let Some(finding) = broken {
            let at = match finding.place {
                Place::Bytes { start, .. } => start,
                _ => 0,
            };
            return Err(RewriteError::Damaged { at });
        }
        Ok(Self {
            file,
            container,
            splices: Vec::new(),
            tiff: tiff::Changes::default(),
            resources: None,
            repainted: false,
        })
    }

    /// What the walk found; blocks are named by their index in it.
    #[must_use]
    pub const fn container(&self) -> &Container {
        &self.container
    }

    /// Whether the file holds a manifest store, which any change here breaks.
    #[must_use]
    pub const fn has_store(&self) -> bool {
        !self.container.stores.is_empty()
    }

    /// The main XMP packet and its index; `None` when there is none.
    ///
    /// # Errors
    /// [`RewriteError::TwoPackets`].
    pub fn packet(&self) -> Result<Option<(usize, &MetadataBlock)>, RewriteError> {
        let mut packets = self
            .container
            .metadata
            .iter()
            .enumerate()
            .filter(|(_, block)| block.kind == MetadataKind::Xmp && !is_extended(block));
        let first = packets.next();
        // Further pages of a TIFF file have packets of their own.
        if packets.next().is_some() && self.container.format != MediaFormat::Tiff {
            return Err(RewriteError::TwoPackets);
        }
        Ok(first)
    }

    /// Makes `packet` the file's XMP, in place of the one it has.
    ///
    /// # Errors
    /// [`RewriteError::TwoPackets`], [`RewriteError::TooLarge`].
    pub fn write_xmp(&mut self, packet: Vec<u8>) -> Result<(), RewriteError> {
        if let Some((index, _)) = self.packet()? {
            return self.replace_xmp(index, packet);
        }
        if self.container.format == MediaFormat::Tiff {
            self.tiff.xmp = Some(packet);
            return Ok(());
        }
        let place = ByteRange {
            start: self.place_of_xmp()?,
            length: 0,
        };
        self.splices.push((place, self.framed_xmp(&packet)?));
        Ok(())
    }

    /// Replaces the XMP packet of the block of that index. Of a TIFF file, only the first page's
    /// packet can be replaced.
    ///
    /// # Errors
    /// [`RewriteError::TooLarge`].
    pub fn replace_xmp(&mut self, index: usize, packet: Vec<u8>) -> Result<(), RewriteError> {
        let Some(range) = self.container.metadata.get(index).map(|block| block.range) else {
            return Ok(());
        };
        if self.container.format == MediaFormat::Tiff {
            let first = self
                .container
                .metadata
                .iter()
                .position(|block| block.kind == MetadataKind::Xmp);
            if first == Some(index) {
                self.tiff.xmp = Some(packet);
            }
            return Ok(());
        }
        let framed = self.framed_xmp(&packet)?;
        self.splices.push((self.with_padding(range), framed));
        Ok(())
    }

    fn framed_xmp(&self, packet: &[u8]) -> Result<Vec<u8>, RewriteError> {
        Ok(match self.container.format {
            MediaFormat::Jpeg => jpeg::xmp(packet)?,
            MediaFormat::Png => png::xmp(packet),
            MediaFormat::Webp => webp::chunk(b"XMP ", packet),
            _ => gif::xmp(packet),
        })
    }

    /// Replaces the content of the EXIF block of that index by one of the same length.
    pub fn write_exif(&mut self, index: usize, block: &[u8]) {
        let Some(old) = self.container.metadata.get(index) else {
            return;
        };
        // The block ends its framed part, but for what some containers put behind it.
        let Some(start) = memchr::memmem::find(self.bytes(old.range), &old.bytes) else {
            return;
        };
        let range = ByteRange {
            start: old.range.start.saturating_add(to_u64(start)),
            length: to_u64(old.bytes.len()),
        };
        let mut framed = block.to_vec();
        let mut range = range;
        if self.container.format == MediaFormat::Png {
            // The checksum behind the content follows it.
            framed.extend(png::checksum(&[b"eXIf".as_slice(), block].concat()).to_be_bytes());
            range.length = range.length.saturating_add(4);
        }
        self.splices.push((range, framed));
    }

    /// Takes fields out of a TIFF file's directories ([`super::exif::erase`]).
    pub fn erase_tiff(&mut self, leaves: impl Fn(super::exif::Directory, u16) -> bool + 'static) {
        self.tiff.leaves.push(tiff::Leaves::new(leaves));
    }

    /// Replaces the IPTC-IIM records of the block of that index; none removes them.
    pub fn write_iptc(&mut self, index: usize, records: &[u8]) {
        match self.container.format {
            MediaFormat::Jpeg => self.resources().iptc = Some(records.to_vec()),
            MediaFormat::Tiff => {
                let range = self
                    .container
                    .metadata
                    .get(index)
                    .map(|block| (block.range, block.bytes.len()));
                if let Some((range, length)) = range {
                    self.tiff.write_iptc(self.file, range, length, records);
                }
            }
            _ => {}
        }
    }

    /// Removes the thumbnails that a JPEG keeps beside those of EXIF: JFIF's and Photoshop's.
    pub fn remove_thumbnails(&mut self) {
        if self.container.format == MediaFormat::Jpeg {
            self.resources().thumbnails = true;
            self.splices.extend(jpeg::without_thumbnails(self.file));
        }
    }

    /// Removes the segments of extended XMP.
    pub fn remove_extended_xmp(&mut self) {
        if self.container.format == MediaFormat::Jpeg {
            self.splices.extend(jpeg::without_extended(self.file));
        }
    }

    /// Removes the block of that index with its framing.
    pub fn remove(&mut self, index: usize) {
        let Some(block) = self.container.metadata.get(index) else {
            return;
        };
        if self.container.format == MediaFormat::Tiff {
            return;
        }
        let range = self.with_padding(block.range);
        self.splices.push((range, Vec::new()));
    }

    /// Removes every part of that kind.
    pub fn remove_parts(&mut self, kind: PartKind) {
        if self.container.format == MediaFormat::Tiff {
            if kind == PartKind::ManifestStore {
                self.erase_tiff(|_, tag| tag == tiff::STORE);
            }
            return;
        }
        let parts: Vec<ByteRange> = self
            .container
            .parts
            .iter()
            .filter(|part| part.kind == kind)
            .map(|part| self.with_padding(part.range))
            .collect();
        if kind == PartKind::FurtherPicture && !parts.is_empty() {
            // The index of pictures that are no longer there.
            self.splices.extend(jpeg::without_index(self.file));
        }
        for range in parts {
            self.splices.push((range, Vec::new()));
        }
    }

    /// The file, written.
    ///
    /// # Errors
    /// [`RewriteError::Damaged`] when parts to replace overlap, [`RewriteError::TooLarge`].
    pub fn finish(mut self) -> Result<Vec<u8>, RewriteError> {
        if self.container.format == MediaFormat::Tiff {
            return self.tiff.apply(self.file);
        }
        if self.splices.is_empty() && self.resources.is_none() {
            return Ok(self.file.to_vec());
        }
        if let Some(resources) = self.resources.take() {
            let splices = resources.apply(self.file)?;
            self.splices.extend(splices);
        }
        self.splices
            .sort_by_key(|(range, _)| (range.start, range.end()));
        self.splices.dedup();
        if !self.repainted
            && let Some(at) = self.cut_into_pixels()
        {
            return Err(RewriteError::Damaged { at });
        }
        let mut written = Vec::with_capacity(self.file.len());
        let mut at: u64 = 0;
        for (range, bytes) in &self.splices {
            if range.start < at {
                return Err(RewriteError::Damaged { at: range.start });
            }
            written.extend_from_slice(self.bytes(ByteRange::between(at, range.start)));
            written.extend_from_slice(bytes);
            at = range.end();
        }
        written.extend_from_slice(self.bytes(ByteRange::between(at, to_u64(self.file.len()))));
        match self.container.format {
            MediaFormat::Jpeg => jpeg::adjust(self.file, &self.splices, &mut written),
            MediaFormat::Webp => {
                let trailing = self
                    .trailing_left()
                    .saturating_add(webp::stray_padding(self.file));
                webp::adjust(&self.container, trailing, &mut written)?;
            }
            MediaFormat::Gif => gif::adjust(&mut written),
            _ => {}
        }
        Ok(written)
    }

    fn resources(&mut self) -> &mut jpeg::Resources {
        self.resources.get_or_insert_with(jpeg::Resources::default)
    }

    fn bytes(&self, range: ByteRange) -> &'a [u8] {
        let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
        let file = self.file;
        file.get(place(range.start)..place(range.end()))
            .unwrap_or_default()
    }

    /// Where what leaves lies between pixels, such as a store that is hidden in a scan: what follows
    /// would be read otherwise without it.
    fn cut_into_pixels(&self) -> Option<u64> {
        let parts = self.container.parts.iter();
        let mut pixels = parts.filter(|part| part.kind == PartKind::ImageData);
        pixels.find_map(|part| {
            let mut leaving = self.splices.iter().map(|(range, _)| *range);
            leaving.find_map(|range| range.intersection(part.range).map(|both| both.start))
        })
    }

    /// Bytes behind the end mark that stay there.
    fn trailing_left(&self) -> u64 {
        let Some(trailing) = self.container.trailing else {
            return 0;
        };
        let gone = self
            .splices
            .iter()
            .filter_map(|(range, _)| range.intersection(trailing.range));
        gone.fold(trailing.range.length, |left, gone| {
            left.saturating_sub(gone.length)
        })
    }

    /// RIFF: a chunk of odd length leaves with the byte behind it.
    fn with_padding(&self, range: ByteRange) -> ByteRange {
        let padded = self.container.format == MediaFormat::Webp
            && range.length & 1 == 1
            && range.end() < to_u64(self.file.len());
        ByteRange {
            length: range.length.saturating_add(u64::from(padded)),
            ..range
        }
    }

    /// Where a first XMP packet enters.
    fn place_of_xmp(&self) -> Result<u64, RewriteError> {
        let place = match self.container.format {
            MediaFormat::Jpeg => Some(jpeg::place_of_xmp(self.file)),
            MediaFormat::Png => Some(png::AFTER_HEADER),
            MediaFormat::Webp => webp::place_of_xmp(&self.container, self.file),
            _ => gif::place_of_xmp(self.file),
        };
        place.ok_or(RewriteError::Damaged { at: 0 })
    }
}

/// Thumbnails that the headers of a JPEG hold beside those of EXIF: the segment that holds each,
/// and its bytes.
pub(crate) fn header_thumbnails(file: &[u8]) -> Vec<(&'static str, u64)> {
    jpeg::thumbnails(file)
}

/// The segments of a JPEG before its first scan: marker and content of each.
pub(crate) fn jpeg_segments(file: &[u8]) -> Vec<(u8, &[u8])> {
    let segments = jpeg::segments(file).into_iter();
    segments.map(|one| (one.marker, one.content)).collect()
}

/// Extended XMP of JPEG, a block of its own in several segments.
pub(crate) fn is_extended(block: &MetadataBlock) -> bool {
    block.part == "APP1/extended XMP"
}

#[cfg(test)]
pub(crate) mod tests;
