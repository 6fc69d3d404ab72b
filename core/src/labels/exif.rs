//! EXIF tags that labels stand in, out of a TIFF structure (TIFF 6.0; CIPA DC-008 for EXIF).
//!
//! Bounded: each directory is read once, entries have a limit, values lie inside the block.

/// Entries of one directory; maker notes apart, cameras write about sixty.
const ENTRIES: usize = 512;

/// Which directory a tag stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Directory {
    /// The first one (IFD0): the main picture.
    Main,
    /// The EXIF directory.
    Exif,
    /// The second one (IFD1): the thumbnail.
    Thumbnail,
}

/// Numbers of the tags in use.
pub(crate) mod tag {
    pub(crate) const DOCUMENT_NAME: u16 = 0x010D;
    pub(crate) const IMAGE_DESCRIPTION: u16 = 0x010E;
    pub(crate) const MAKE: u16 = 0x010F;
    pub(crate) const MODEL: u16 = 0x0110;
    pub(crate) const ORIENTATION: u16 = 0x0112;
    pub(crate) const SOFTWARE: u16 = 0x0131;
    pub(crate) const MODIFIED: u16 = 0x0132;
    pub(crate) const ARTIST: u16 = 0x013B;
    pub(crate) const EXIF: u16 = 0x8769;
    pub(crate) const ORIGINAL: u16 = 0x9003;
    pub(crate) const DIGITISED: u16 = 0x9004;
    pub(crate) const OFFSET: u16 = 0x9010;
    pub(crate) const OFFSET_ORIGINAL: u16 = 0x9011;
    pub(crate) const MAKER_NOTE: u16 = 0x927C;
    pub(crate) const USER_COMMENT: u16 = 0x9286;
    pub(crate) const WIDTH: u16 = 0xA002;
    pub(crate) const HEIGHT: u16 = 0xA003;
}

/// One tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tag<'a> {
    /// Where it stands.
    pub(crate) directory: Directory,
    /// Its number.
    pub(crate) number: u16,
    /// Its type: 2 is text.
    kind: u16,
    /// Its value, undecoded.
    pub(crate) bytes: &'a [u8],
    big_endian: bool,
}

impl Tag<'_> {
    /// Its name for places; tags of no label have none.
    pub(crate) const fn name(&self) -> &'static str {
        match self.number {
            tag::DOCUMENT_NAME => "DocumentName",
            tag::IMAGE_DESCRIPTION => "ImageDescription",
            tag::MAKE => "Make",
            tag::MODEL => "Model",
            tag::SOFTWARE => "Software",
            tag::MODIFIED => "DateTime",
            tag::ARTIST => "Artist",
            tag::ORIGINAL => "DateTimeOriginal",
            tag::DIGITISED => "DateTimeDigitized",
            tag::MAKER_NOTE => "MakerNote",
            tag::USER_COMMENT => "UserComment",
            _ => "tag",
        }
    }

    /// Its value as text: without the character code of comments, up to the first zero, without
    /// white space around it. Text that is no UTF-8 is taken as Latin-1.
    pub(crate) fn text(&self) -> String {
        let text = match (self.number, self.bytes.split_first_chunk::<8>()) {
            (tag::USER_COMMENT, Some((b"UNICODE\0", rest))) => wide(rest, self.big_endian),
            (tag::USER_COMMENT, Some((b"ASCII\0\0\0" | b"\0\0\0\0\0\0\0\0", rest))) => narrow(rest),
            _ => narrow(self.bytes),
        };
        text.trim().to_owned()
    }

    /// Its first value as a whole number.
    pub(crate) fn number(&self) -> Option<u32> {
        match self.kind {
            3 => {
                let bytes = *self.bytes.first_chunk()?;
                let value = if self.big_endian { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) };
                Some(u32::from(value))
            }
            4 => {
                let bytes = *self.bytes.first_chunk()?;
                Some(if self.big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) })
            }
            _ => None,
        }
    }
}

/// The tags of the main, EXIF and thumbnail directories, in that order.
pub(crate) fn read(block: &[u8]) -> Vec<Tag<'_>> {
    let big_endian = match block.first_chunk() {
        Some(b"II*\0") => false,
        Some(b"MM\0*") => true,
        _ => return Vec::new(),
    };
    let tiff = Tiff { block, big_endian };
    let mut tags = Vec::new();
    let Some(first) = tiff.word(4) else {
        return tags;
    };
    let second = tiff.directory(first, Directory::Main, &mut tags);
    let exif = tags
        .iter()
        .find(|found: &&Tag<'_>| found.number == tag::EXIF)
        .and_then(Tag::number);
    if let Some(exif) = exif {
        tiff.directory(exif, Directory::Exif, &mut tags);
    }
    if let Some(second) = second.filter(|second| *second != 0 && *second != first) {
        tiff.directory(second, Directory::Thumbnail, &mut tags);
    }
    tags
}

struct Tiff<'a> {
    block: &'a [u8],
    big_endian: bool,
}

impl<'a> Tiff<'a> {
    fn half(&self, at: usize) -> Option<u16> {
        let bytes = *self.block.get(at..)?.first_chunk()?;
        Some(if self.big_endian { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    }

    fn word(&self, at: usize) -> Option<u32> {
        let bytes = *self.block.get(at..)?.first_chunk()?;
        Some(if self.big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) })
    }

    /// Adds the tags of the directory at `start`; says where the next one is.
    fn directory(&self, start: u32, directory: Directory, tags: &mut Vec<Tag<'a>>) -> Option<u32> {
        let start = usize::try_from(start).ok()?;
        let count = usize::from(self.half(start)?);
        let mut at = start.checked_add(2)?;
        for _ in 0..count.min(ENTRIES) {
            if let Some(tag) = self.entry(at, directory) {
                tags.push(tag);
            }
            at = at.checked_add(12)?;
        }
        let next = start.checked_add(2)?.checked_add(count.checked_mul(12)?)?;
        self.word(next)
    }

    fn entry(&self, at: usize, directory: Directory) -> Option<Tag<'a>> {
        let number = self.half(at)?;
        let kind = self.half(at.checked_add(2)?)?;
        let count = usize::try_from(self.word(at.checked_add(4)?)?).ok()?;
        let size: usize = match kind {
            1 | 2 | 6 | 7 => 1,
            3 | 8 => 2,
            4 | 9 | 11 => 4,
            5 | 10 | 12 => 8,
            // EXIF 3.0: UTF-8.
            129 => 1,
            _ => return None,
        };
        let length = size.checked_mul(count)?;
        let place = at.checked_add(8)?;
        let place = if length <= 4 { place } else { usize::try_from(self.word(place)?).ok()? };
        let rest = self.block.get(place..)?;
        Some(Tag {
            directory,
            number,
            kind,
            bytes: rest.get(..length).unwrap_or(rest),
            big_endian: self.big_endian,
        })
    }
}

fn narrow(bytes: &[u8]) -> String {
    let end = memchr::memchr(0, bytes).unwrap_or(bytes.len());
    super::material::decode(bytes.get(..end).unwrap_or(bytes))
}

/// UTF-16. The standard asks for the byte order of the block; common writers always write the
/// big-endian one, so the order in which more high bytes are zero is taken.
fn wide(bytes: &[u8], big_endian: bool) -> String {
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let big = match zeros(0).cmp(&zeros(1)) {
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => big_endian,
    };
    let units = bytes.chunks_exact(2).filter_map(|pair| {
        let pair = *pair.first_chunk()?;
        Some(if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) })
    });
    char::decode_utf16(units.take_while(|unit| *unit != 0))
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}
