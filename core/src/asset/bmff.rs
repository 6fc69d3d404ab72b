//! ISO base media files: MP4, M4A, QuickTime, HEIF, HEIC, AVIF.

mod media;

use memchr::memchr;

use super::{
    ByteRange, MediaFormat, MetadataKind, PartKind,
    boxes::{self, Box4},
    draft::{Draft, Walk},
    input::Input,
    item_list, items, jumbf,
};

/// Extended type of boxes that hold C2PA data (C2PA 2.2, A.5.1.1).
const C2PA: [u8; 16] = [
    0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81,
];

/// Extended type of the box that holds XMP (XMP part 3, 1.1.4).
const XMP: [u8; 16] = [
    0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF, 0xAC,
];

/// Walks a file of boxes.
///
/// A manifest store is the data of a top-level `uuid` box whose purpose is `manifest`, or of two
/// of them, `original` and `update` (C2PA 2.2, A.5.3).
pub(super) fn walk(input: &mut Input<'_>, draft: &mut Draft<'_>, format: MediaFormat) -> Walk {
    let mut media = Media {
        format,
        seen_c2pa: false,
        original: None,
        update: None,
    };
    let end = input.length();
    let mut at = 0;
    while at < end {
        draft.step(at)?;
        let next = boxes::read(input, at, end)?.filter(|one| boxes::is_type(one.kind));
        let Some(one) = next else {
            let rest = ByteRange::between(at, end);
            draft.malformed(rest, "bytes that are no box");
            draft.set_trailing(rest, PartKind::Trailing);
            jumbf::find_hidden(input, draft, rest, "in bytes that belong to no box")?;
            break;
        };
        if one.cut_off {
            draft.truncated(at, &name(one.kind), input);
        }
        media.top_level(input, draft, one)?;
        at = one.framed.end();
    }
    media.add_updated_store(draft);
    // Boxes for C2PA without a store among them are for the foreign parser to judge: parts of a
    // fragmented file have such boxes, and so has a file whose store was renamed.
    if !media.seen_c2pa || !draft.stores().is_empty() {
        draft.set_complete();
    }
    Ok(())
}

/// A store that consists of two boxes: one of its halves.
struct Half {
    framed: ByteRange,
    jumbf: Vec<u8>,
}

struct Media {
    format: MediaFormat,
    seen_c2pa: bool,
    original: Option<Half>,
    update: Option<Half>,
}

impl Media {
    fn top_level(&mut self, input: &mut Input<'_>, draft: &mut Draft<'_>, one: Box4) -> Walk {
        match &one.kind {
            b"uuid" => self.extended(input, draft, one)?,
            b"meta" => {
                draft.part(one.framed, PartKind::Structure);
                items::walk(input, draft, one)?;
            }
            b"moov" => {
                draft.part(one.framed, PartKind::Structure);
                movie(input, draft, one.content, 1)?;
            }
            b"mdat" | b"idat" | b"imda" => draft.part(one.framed, self.data_kind()),
            b"free" | b"skip" | b"wide" => draft.part(one.framed, PartKind::Padding),
            b"udta" => draft.part(one.framed, PartKind::Text),
            b"ftyp" | b"styp" | b"moof" | b"mfra" | b"sidx" | b"ssix" | b"prft" | b"emsg"
            | b"pdin" | b"pnot" | b"meco" | b"grpl" => draft.part(one.framed, PartKind::Structure),
            _ => draft.part(one.framed, PartKind::Unknown),
        }
        Ok(())
    }

    const fn data_kind(&self) -> PartKind {
        match self.format {
            MediaFormat::Avif | MediaFormat::Heic | MediaFormat::Heif => PartKind::ImageData,
            _ => PartKind::MediaData,
        }
    }

    /// A box whose type is a UUID.
    fn extended(&mut self, input: &mut Input<'_>, draft: &mut Draft<'_>, one: Box4) -> Walk {
        let content = ByteRange::between(one.content.start.saturating_add(16), one.framed.end());
        match input.array::<16>(one.content.start)? {
            Some(C2PA) => {
                self.seen_c2pa = true;
                self.provenance(input, draft, one, content)
            }
            Some(XMP) => {
                draft.part(one.framed, PartKind::Xmp);
                draft.read_metadata(input, MetadataKind::Xmp, content, one.framed, "uuid/XMP")
            }
            _ => {
                draft.part(one.framed, PartKind::Unknown);
                Ok(())
            }
        }
    }

    /// A box for C2PA: version and flags, purpose, then by purpose an offset and a store.
    fn provenance(
        &mut self,
        input: &mut Input<'_>,
        draft: &mut Draft<'_>,
        one: Box4,
        content: ByteRange,
    ) -> Walk {
        const PURPOSE: usize = 32;
        let head = input.peek(content.start.saturating_add(4), PURPOSE)?;
        let purpose = memchr(0, head)
            .and_then(|end| head.get(..end))
            .unwrap_or_default();
        let skipped = u64::try_from(purpose.len())
            .unwrap_or_default()
            .saturating_add(4 + 1 + 8);
        let store = ByteRange::between(content.start.saturating_add(skipped), content.end());
        let halves = match purpose {
            b"manifest" => {
                let misplaced = one.cut_off.then_some("cut off by the end of the file");
                return draft.read_store(input, store, &[one.framed], misplaced);
            }
            b"original" => &mut self.original,
            b"update" => &mut self.update,
            _ => {
                draft.part(one.framed, PartKind::Structure);
                return Ok(());
            }
        };
        if halves.is_some() {
            return draft.read_store(input, store, &[one.framed], Some("a second manifest store"));
        }
        draft.charge_store(store.start, store.length)?;
        draft.part(one.framed, PartKind::ManifestStore);
        *halves = Some(Half {
            framed: one.framed,
            jumbf: input.read(store)?,
        });
        Ok(())
    }

    /// Adds the store that an original and an update form together.
    fn add_updated_store(&mut self, draft: &mut Draft<'_>) {
        match (self.original.take(), self.update.take()) {
            (None, None) => {}
            (Some(original), Some(update)) => {
                let mut framed = vec![original.framed, update.framed];
                framed.sort();
                match jumbf::append(&original.jumbf, &update.jumbf) {
                    Some(store) => draft.add_store(framed, store, None, false),
                    None => {
                        let said = "an update whose boxes do not join its original";
                        draft.add_store(framed, original.jumbf, Some(said), false);
                    }
                }
            }
            (Some(half), None) => {
                draft.add_store(
                    vec![half.framed],
                    half.jumbf,
                    Some("an original without its update"),
                    false,
                );
            }
            (None, Some(half)) => {
                draft.add_store(
                    vec![half.framed],
                    half.jumbf,
                    Some("an update without its original"),
                    false,
                );
            }
        }
    }
}

/// The boxes of a movie header: size of the picture, tracks and their languages, XMP of QuickTime, labels among the items.
fn movie(input: &mut Input<'_>, draft: &mut Draft<'_>, range: ByteRange, depth: usize) -> Walk {
    if depth > draft.limits.box_depth {
        let limit = u64::try_from(draft.limits.box_depth).unwrap_or(u64::MAX);
        return Err(draft.limit("levels of boxes", range.start, limit));
    }
    let mut at = range.start;
    while at < range.end() {
        draft.step(at)?;
        let Some(one) = boxes::read(input, at, range.end())? else {
            break;
        };
        match &one.kind {
            b"mdia" => media::walk(input, draft, one.content)?,
            b"trak" => movie(input, draft, one.content, depth.saturating_add(1))?,
            b"udta" => {
                draft.part(one.framed, PartKind::Text);
                movie(input, draft, one.content, depth.saturating_add(1))?;
            }
            b"tkhd" => track_size(input, draft, one.content)?,
            b"meta" => item_list::walk(input, draft, one)?,
            b"XMP_" => {
                draft.part(one.framed, PartKind::Xmp);
                draft.read_metadata(
                    input,
                    MetadataKind::Xmp,
                    one.content,
                    one.framed,
                    "udta/XMP_",
                )?;
            }
            b"uuid" if input.array::<16>(one.content.start)? == Some(C2PA) => {
                let store =
                    ByteRange::between(one.content.start.saturating_add(16), one.framed.end());
                jumbf::find_hidden(input, draft, store, "inside of another box")?;
            }
            _ => {}
        }
        at = one.framed.end();
    }
    Ok(())
}

/// Width and height of a track, which end its header as 16.16 numbers; 0 for sound.
fn track_size(input: &mut Input<'_>, draft: &mut Draft<'_>, content: ByteRange) -> Walk {
    let at = content.end().saturating_sub(8).max(content.start);
    if let Some([w0, w1, _, _, h0, h1, _, _]) = input.array(at)? {
        let (width, height) = (u16::from_be_bytes([w0, w1]), u16::from_be_bytes([h0, h1]));
        draft.set_dimensions(u32::from(width), u32::from(height));
    }
    Ok(())
}

/// A box type as text.
fn name(kind: [u8; 4]) -> String {
    kind.iter()
        .map(|byte| {
            if byte.is_ascii_graphic() {
                char::from(*byte)
            } else {
                '?'
            }
        })
        .collect()
}

#[cfg(test)]
mod tests;
