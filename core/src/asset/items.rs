//! Items of a still picture file (ISO/IEC 14496-12, 8.11; 23008-12): where EXIF and XMP stand,
//! and the size of the picture.

use std::io;

use super::{
    ByteRange, MetadataKind, PartKind,
    boxes::{self, Box4},
    draft::{Draft, Walk},
    input::{Input, to_u64},
};

/// Items whose places are read; a picture in tiles has a few thousand.
const ITEMS: usize = 20_000;

/// Pieces of one metadata item.
const EXTENTS: usize = 64;

/// Walks a `meta` box.
pub(super) fn walk(input: &mut Input<'_>, draft: &mut Draft<'_>, meta: Box4) -> Walk {
    // QuickTime has a `meta` box without version and flags: there the type of the first box
    // stands where the FullBox has its length.
    let plain = input
        .array::<8>(meta.content.start)?
        .is_some_and(|head| head.ends_with(b"hdlr"));
    let skipped = if plain { 0 } else { 4 };
    let mut children = Children::default();
    let mut at = meta.content.start.saturating_add(skipped);
    while at < meta.framed.end() {
        draft.step(at)?;
        let Some(one) = boxes::read(input, at, meta.framed.end())? else {
            break;
        };
        match &one.kind {
            b"iinf" => children.information = Some(one),
            b"iloc" => children.locations = Some(one),
            b"idat" => children.data = Some(one),
            b"iprp" => properties(input, draft, one)?,
            _ => {}
        }
        at = one.framed.end();
    }
    let (Some(information), Some(locations)) = (children.information, children.locations) else {
        return Ok(());
    };
    let wanted = metadata_items(input, draft, information)?;
    if wanted.is_empty() {
        return Ok(());
    }
    for located in locate(input, draft, locations, children.data, &wanted)? {
        located.add(input, draft)?;
    }
    Ok(())
}

#[derive(Default)]
struct Children {
    information: Option<Box4>,
    locations: Option<Box4>,
    data: Option<Box4>,
}

/// The largest picture size among the properties: tiles and thumbnails are smaller.
fn properties(input: &mut Input<'_>, draft: &mut Draft<'_>, container: Box4) -> Walk {
    let Some(store) = boxes::read(input, container.content.start, container.framed.end())? else {
        return Ok(());
    };
    if &store.kind != b"ipco" {
        return Ok(());
    }
    let mut largest: Option<(u32, u32)> = None;
    let mut at = store.content.start;
    while at < store.framed.end() {
        draft.step(at)?;
        let Some(one) = boxes::read(input, at, store.framed.end())? else {
            break;
        };
        if &one.kind == b"ispe"
            && let Some([_, _, _, _, w0, w1, w2, w3, h0, h1, h2, h3]) =
                input.array(one.content.start)?
        {
            let size = (
                u32::from_be_bytes([w0, w1, w2, w3]),
                u32::from_be_bytes([h0, h1, h2, h3]),
            );
            let area = |(width, height)| u64::from(width).saturating_mul(u64::from(height));
            if largest.is_none_or(|before: (u32, u32)| area(size) > area(before)) {
                largest = Some(size);
            }
        }
        at = one.framed.end();
    }
    if let Some((width, height)) = largest {
        draft.set_dimensions(width, height);
    }
    Ok(())
}

/// Numbers of the items that hold EXIF or XMP.
fn metadata_items(
    input: &mut Input<'_>,
    draft: &mut Draft<'_>,
    information: Box4,
) -> Walk<Vec<(u32, MetadataKind)>> {
    let mut wanted = Vec::new();
    let version = input
        .array(information.content.start)?
        .map_or(0, |[version]| version);
    let skipped = if version == 0 { 6 } else { 8 };
    let mut at = information.content.start.saturating_add(skipped);
    while at < information.framed.end() && wanted.len() < ITEMS {
        draft.step(at)?;
        let Some(entry) = boxes::read(input, at, information.framed.end())? else {
            break;
        };
        if &entry.kind == b"infe" {
            let held = usize::try_from(entry.content.length).unwrap_or(usize::MAX);
            let head = input.peek(entry.content.start, held.min(128))?;
            wanted.extend(metadata_item(head));
        }
        at = entry.framed.end();
    }
    Ok(wanted)
}

/// Number and kind of an item, when its entry names EXIF or XMP.
fn metadata_item(entry: &[u8]) -> Option<(u32, MetadataKind)> {
    let (item, rest) = match entry {
        [2, _, _, _, i0, i1, _, _, rest @ ..] => (u32::from(u16::from_be_bytes([*i0, *i1])), rest),
        [3, _, _, _, i0, i1, i2, i3, _, _, rest @ ..] => {
            (u32::from_be_bytes([*i0, *i1, *i2, *i3]), rest)
        }
        _ => return None,
    };
    match rest.split_first_chunk()? {
        (b"Exif", _) => Some((item, MetadataKind::Exif)),
        (b"mime", rest) => {
            // The item's name, then its media type; both end with a zero byte.
            let name = memchr::memchr(0, rest)?.checked_add(1)?;
            let media_type = rest.get(name..)?;
            let end = memchr::memchr(0, media_type)?;
            (media_type.get(..end) == Some(b"application/rdf+xml".as_slice()))
                .then_some((item, MetadataKind::Xmp))
        }
        _ => None,
    }
}

/// A metadata item and where it lies.
struct Located {
    kind: MetadataKind,
    extents: Vec<ByteRange>,
}

impl Located {
    fn add(&self, input: &mut Input<'_>, draft: &mut Draft<'_>) -> Walk {
        let (part, kind) = match self.kind {
            MetadataKind::Exif => ("item/Exif", PartKind::Exif),
            _ => ("item/XMP", PartKind::Xmp),
        };
        let (Some(first), Some(last)) = (self.extents.first(), self.extents.last()) else {
            return Ok(());
        };
        let total = self
            .extents
            .iter()
            .fold(0_u64, |sum, one| sum.saturating_add(one.length));
        if !draft.charge_metadata(part, total) {
            return Ok(());
        }
        let mut bytes = Vec::new();
        for extent in &self.extents {
            draft.part(*extent, kind);
            bytes.append(&mut input.read(*extent)?);
        }
        if self.kind == MetadataKind::Exif {
            // The block begins behind a length: bytes between it and the TIFF header.
            let skipped = bytes
                .first_chunk()
                .map_or(0, |skipped| u32::from_be_bytes(*skipped));
            let skipped = usize::try_from(skipped)
                .unwrap_or(usize::MAX)
                .saturating_add(4);
            bytes = bytes.get(skipped..).unwrap_or_default().to_vec();
        }
        let range = ByteRange::between(first.start, last.end().max(first.end()));
        draft.add_metadata(self.kind, bytes, range, part);
        Ok(())
    }
}

/// Reads big-endian fields one after the other.
struct Fields {
    at: u64,
    end: u64,
}

impl Fields {
    /// The next `size` bytes as a number; `None` at the end.
    fn next(&mut self, input: &mut Input<'_>, size: u8) -> io::Result<Option<u64>> {
        let end = self.at.saturating_add(u64::from(size));
        if end > self.end {
            return Ok(None);
        }
        let bytes = input.peek(self.at, usize::from(size))?;
        let whole = bytes.len() == usize::from(size);
        let value = bytes
            .iter()
            .fold(0_u64, |value, byte| (value << 8) | u64::from(*byte));
        self.at = end;
        Ok(whole.then_some(value))
    }
}

/// Where the wanted items lie (ISO/IEC 14496-12, 8.11.3).
fn locate(
    input: &mut Input<'_>,
    draft: &mut Draft<'_>,
    locations: Box4,
    data: Option<Box4>,
    wanted: &[(u32, MetadataKind)],
) -> Walk<Vec<Located>> {
    let mut located = Vec::new();
    let Some([version, _, _, _, sizes, more]) = input.array(locations.content.start)? else {
        return Ok(located);
    };
    let (offset_size, length_size) = (sizes >> 4, sizes & 15);
    let (base_size, index_size) = (more >> 4, if version == 0 { 0 } else { more & 15 });
    let item_size = if version < 2 { 2 } else { 4 };
    let mut fields = Fields {
        at: locations.content.start.saturating_add(6),
        end: locations.framed.end(),
    };
    let count = fields.next(input, item_size)?.unwrap_or_default();
    for _ in 0..count {
        draft.step(fields.at)?;
        let Some(item) = fields.next(input, item_size)? else {
            break;
        };
        let method = if version == 0 {
            Some(0)
        } else {
            fields.next(input, 2)?
        };
        let reference = fields.next(input, 2)?;
        let base = fields.next(input, base_size)?;
        let pieces = fields.next(input, 2)?;
        let (Some(method), Some(reference), Some(base), Some(pieces)) =
            (method, reference, base, pieces)
        else {
            break;
        };
        // Positions count from the start of the file, or of the `idat` box; anything else, or
        // another file, is left alone.
        let origin = match (method & 15, reference, data) {
            (0, 0, _) => Some((0, input.length())),
            (1, 0, Some(data)) => Some((data.content.start, data.framed.end())),
            _ => None,
        };
        let kind = wanted.iter().find(|(number, _)| u64::from(*number) == item);
        let mut extents: Vec<ByteRange> = Vec::new();
        for _ in 0..pieces {
            draft.step(fields.at)?;
            let index = fields.next(input, index_size)?;
            let offset = fields.next(input, offset_size)?;
            let length = fields.next(input, length_size)?;
            let (Some(_), Some(offset), Some(length)) = (index, offset, length) else {
                break;
            };
            let Some((origin, end)) = origin.filter(|_| kind.is_some()) else {
                continue;
            };
            let start = origin.saturating_add(base).saturating_add(offset);
            let extent = ByteRange { start, length };
            if extent.end() <= end && extents.len() < EXTENTS {
                extents.push(extent);
            } else {
                draft.malformed(locations.framed, "an item lies outside of the file");
                extents.clear();
                break;
            }
        }
        if let Some((_, kind)) = kind
            && !extents.is_empty()
            && to_u64(located.len()) < 64
        {
            located.push(Located {
                kind: *kind,
                extents,
            });
        }
    }
    Ok(located)
}
