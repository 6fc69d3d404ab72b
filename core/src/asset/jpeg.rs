//! JPEG segments (ITU-T T.81, annex B): a pass over the headers, and for what hides behind them
//! a search through the rest.
//!
//! The first pass ends at the first scan, where the `c2pa` crate ends too: an unsigned file costs
//! little more than its number of segments. Whatever follows is then searched for the signature
//! of a manifest store, at the speed of memory. Only a file that holds a store is read to its
//! `EOI`, so only there trailing bytes are reported.

mod app11;
mod extended;
mod samsung;

use std::io;

use app11::Segment;
use extended::Chunk;

use super::{
    ByteRange, Depth, MetadataKind, PartKind,
    draft::{Draft, Walk},
    input::Input,
    jumbf::Search,
    photoshop,
};

const SOI: u8 = 0xD8;
const EOI: u8 = 0xD9;
const SOS: u8 = 0xDA;
const APP1: u8 = 0xE1;
const APP2: u8 = 0xE2;
const APP11: u8 = 0xEB;
const APP13: u8 = 0xED;
const COM: u8 = 0xFE;

const EXIF: &[u8] = b"Exif\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/";
const EXTENDED_XMP: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";
const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";
const COLOUR_PROFILE: &[u8] = b"ICC_PROFILE\0";
const MULTI_PICTURE: &[u8] = b"MPF\0";
/// The label of GB 45438 as some programs write it into a segment of its own: a name, then JSON.
const AIGC: &[u8] = b"AIGC{";

/// Walks a JPEG file.
pub(super) fn walk(input: &mut Input<'_>, draft: &mut Draft<'_>) -> Walk {
    let mut jpeg = Jpeg::default();
    draft.part(ByteRange::between(0, 2), PartKind::Structure);
    let end_of_headers = jpeg.read_headers(input, draft)?;
    app11::assemble(input, draft, &jpeg.segments)?;
    extended::join(input, draft, &jpeg.chunks)?;
    photoshop_resources(input, draft, &jpeg.resources)?;
    samsung::read(input, draft)?;
    if draft.depth == Depth::Store && !draft.stores().is_empty() {
        return Ok(());
    }

    let rest = ByteRange::between(end_of_headers, input.length());
    let search = Search::new();
    let enough = draft.stores().is_empty() && draft.depth != Depth::Everything;
    let mut first = None;
    let mut first_marker = end_of_headers;
    if enough {
        first = search.next(input, rest)?;
        if first.is_none() {
            draft.part(rest, PartKind::ImageData);
            draft.set_complete();
            return Ok(());
        }
    } else {
        let survey = search.survey(input, rest)?;
        first_marker = survey.marker.unwrap_or(end_of_headers);
        if survey.needle {
            first = search.next(input, rest)?;
        }
    }
    let end_of_image = end_of_image(input, draft, first_marker)?;
    draft.part(
        ByteRange::between(end_of_headers, end_of_image),
        PartKind::ImageData,
    );
    let trailing = ByteRange::between(end_of_image, input.length());
    if trailing.length > 0 {
        let kind = trailing_kind(input, trailing, jpeg.announces_pictures)?;
        draft.set_trailing(trailing, kind);
    }
    if let Some(first) = first {
        let further = jpeg.announces_pictures.then_some(trailing);
        app11::find_hidden(input, draft, first, end_of_image, further)?;
    }
    draft.set_complete();
    Ok(())
}

/// What the header pass collects.
#[derive(Default)]
struct Jpeg {
    /// APP11 segments: one or more JUMBF boxes.
    segments: Vec<Segment>,
    /// Segments of extended XMP.
    chunks: Vec<Chunk>,
    /// APP13 segments: payload and framed range of one block of Photoshop resources.
    resources: Vec<(ByteRange, ByteRange)>,
    /// A multi-picture index (CIPA DC-007) announces further pictures behind this one.
    announces_pictures: bool,
}

impl Jpeg {
    /// Reads segments up to the first scan; says where it begins, or where reading ended.
    fn read_headers(&mut self, input: &mut Input<'_>, draft: &mut Draft<'_>) -> Walk<u64> {
        let mut at = 2;
        loop {
            draft.step(at)?;
            let Some((marker_at, marker)) = next_marker(input, at)? else {
                draft.truncated(at, "headers", input);
                return Ok(at);
            };
            // Encoders write no fill bytes, but T.81, B.1.1.2 allows them; other bytes are
            // skipped by every decoder and belong to nothing.
            if marker_at > at {
                let skipped = ByteRange::between(at, marker_at);
                let filled = all_fill(input, skipped)?;
                if !filled {
                    draft.malformed(skipped, "bytes between segments");
                }
                let kind = if filled {
                    PartKind::Padding
                } else {
                    PartKind::Unknown
                };
                draft.part(skipped, kind);
            }
            match marker {
                SOS | EOI => return Ok(marker_at),
                0xD0..=SOI | 0x00..=0xBF => {
                    at = marker_at.saturating_add(2);
                    draft.part(ByteRange::between(marker_at, at), PartKind::Structure);
                }
                _ => at = self.read_segment(input, draft, marker_at, marker)?,
            }
            if at >= input.length() {
                return Ok(at);
            }
        }
    }

    /// Reads one segment with a length; says where it ends.
    fn read_segment(
        &mut self,
        input: &mut Input<'_>,
        draft: &mut Draft<'_>,
        at: u64,
        marker: u8,
    ) -> Walk<u64> {
        // The longest identifier plus the fixed fields behind it.
        const HEAD: usize = 4 + 35 + 40;
        let file_length = input.length();
        let head = input.peek(at, HEAD)?;
        let Some(length) = head.get(2..).and_then(<[u8]>::first_chunk) else {
            draft.truncated(at, "segment", input);
            return Ok(file_length);
        };
        let length = u64::from(u16::from_be_bytes(*length));
        let segment = ByteRange {
            start: at,
            length: length.max(2).saturating_add(2),
        };
        let cut_off = segment.end() > file_length;
        let segment = ByteRange::between(at, segment.end().min(file_length));
        let payload = ByteRange::between(at.saturating_add(4), segment.end());
        let held = usize::try_from(segment.length)
            .unwrap_or(usize::MAX)
            .min(head.len());
        let content = head.get(4..held).unwrap_or_default();
        let kind = match marker {
            APP1 if content.starts_with(EXIF) => {
                let payload = skip(payload, EXIF.len().saturating_add(1));
                draft.part(segment, PartKind::Exif);
                draft.read_metadata(input, MetadataKind::Exif, payload, segment, "APP1/EXIF")?;
                None
            }
            APP1 if content.starts_with(XMP) => {
                let payload = skip(payload, XMP.len().saturating_add(1));
                draft.part(segment, PartKind::Xmp);
                draft.read_metadata(input, MetadataKind::Xmp, payload, segment, "APP1/XMP")?;
                None
            }
            APP1 if content.starts_with(EXTENDED_XMP) => {
                self.chunks.extend(Chunk::read(content, payload, segment));
                Some(PartKind::Xmp)
            }
            APP2 if content.starts_with(COLOUR_PROFILE) => Some(PartKind::ColourProfile),
            APP2 if content.starts_with(MULTI_PICTURE) => {
                self.announces_pictures = true;
                Some(PartKind::Structure)
            }
            APP11 => match Segment::read(content, payload, segment) {
                Some(found) => {
                    self.segments.push(found);
                    None
                }
                None => Some(PartKind::Unknown),
            },
            APP13 if content.starts_with(PHOTOSHOP) => {
                self.resources
                    .push((skip(payload, PHOTOSHOP.len()), segment));
                Some(PartKind::Iptc)
            }
            COM => {
                draft.part(segment, PartKind::Text);
                draft.read_metadata(input, MetadataKind::Text, payload, segment, "COM")?;
                None
            }
            0xE0..=0xEF if content.starts_with(AIGC) => {
                let part = format!("APP{}/AIGC", marker & 0x0F);
                let payload = skip(payload, AIGC.len().saturating_sub(1));
                draft.part(segment, PartKind::Text);
                draft.read_metadata(input, MetadataKind::Text, payload, segment, &part)?;
                None
            }
            0xE0..=0xEF => Some(app_kind(marker, content)),
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                if let [_, h0, h1, w0, w1, ..] = content {
                    draft.set_dimensions(
                        u32::from(u16::from_be_bytes([*w0, *w1])),
                        u32::from(u16::from_be_bytes([*h0, *h1])),
                    );
                }
                // Of each component: its number, its sampling factors, its table.
                let components = content.get(6..).unwrap_or_default().chunks_exact(3);
                let mut factors = components.take(3).filter_map(|component| component.get(1));
                let first = factors.next();
                if factors.any(|other| Some(other) != first) {
                    draft.set_subsampled();
                }
                Some(PartKind::Structure)
            }
            _ => Some(PartKind::Structure),
        };
        if let Some(kind) = kind {
            draft.part(segment, kind);
        }
        if cut_off {
            draft.truncated(at, "segment", input);
        }
        Ok(segment.end())
    }
}

/// What other APPn segments hold: JFIF and Adobe colour information steer the decoder.
fn app_kind(marker: u8, content: &[u8]) -> PartKind {
    match marker {
        0xE0 if content.starts_with(b"JFIF\0") || content.starts_with(b"JFXX\0") => {
            PartKind::Structure
        }
        0xEE if content.starts_with(b"Adobe") => PartKind::Structure,
        _ => PartKind::Unknown,
    }
}

/// `range` without its first `skipped` bytes.
fn skip(range: ByteRange, skipped: usize) -> ByteRange {
    let start = range.start.saturating_add(super::input::to_u64(skipped));
    ByteRange::between(start.min(range.end()), range.end())
}

/// The next marker at or after `at`: where its last 0xFF stands, and which one it is.
fn next_marker(input: &mut Input<'_>, at: u64) -> io::Result<Option<(u64, u8)>> {
    let mut at = at;
    // As a rule it stands right here.
    if let [0xFF, marker] = input.peek(at, 2)?
        && *marker != 0xFF
    {
        return Ok(Some((at, *marker)));
    }
    loop {
        let whole = ByteRange::between(at, input.length());
        let Some(found) = input.find_byte(0xFF, whole)? else {
            return Ok(None);
        };
        at = found.saturating_add(1);
        match input.peek(at, 1)? {
            [0xFF] => {}
            [marker] => return Ok(Some((found, *marker))),
            _ => return Ok(None),
        }
    }
}

fn all_fill(input: &mut Input<'_>, range: ByteRange) -> io::Result<bool> {
    let length = usize::try_from(range.length).unwrap_or(usize::MAX);
    let bytes = input.peek(range.start, length.min(64))?;
    Ok(length <= 64 && bytes.iter().all(|byte| *byte == 0xFF))
}

/// Follows scans and the segments between them from `at` on to behind `EOI`; to the end of the
/// file when there is none.
fn end_of_image(input: &mut Input<'_>, draft: &mut Draft<'_>, at: u64) -> Walk<u64> {
    let mut at = end_of_scan(input, at)?;
    while let Some((marker_at, marker)) = next_marker(input, at)? {
        let next = match marker {
            EOI => return Ok(marker_at.saturating_add(2)),
            // Stuffed zero bytes, restart markers and others without a length.
            0x00..=0xBF | 0xD0..=SOI => marker_at.saturating_add(2),
            _ => {
                draft.step(marker_at)?;
                let length = input
                    .array(marker_at.saturating_add(2))?
                    .map(u16::from_be_bytes);
                let length = u64::from(length.unwrap_or(0).max(2));
                marker_at.saturating_add(2).saturating_add(length)
            }
        };
        at = end_of_scan(input, next)?;
    }
    draft.truncated(at.min(input.length()), "image data", input);
    Ok(input.length())
}

/// The first marker at or after `at` that ends entropy-coded data; where there is none, the end of what
/// can still belong to it.
fn end_of_scan(input: &mut Input<'_>, at: u64) -> io::Result<u64> {
    match input.find_marker(at)? {
        Some(marker) => Ok(marker),
        None => input.after_stuffing(at),
    }
}

/// What follows `EOI`.
fn trailing_kind(
    input: &mut Input<'_>,
    trailing: ByteRange,
    announced: bool,
) -> io::Result<PartKind> {
    let head = input.peek(trailing.start, 12)?;
    Ok(match head {
        [0xFF, SOI, 0xFF, ..] if announced => PartKind::FurtherPicture,
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => PartKind::AppendedVideo,
        _ => PartKind::Trailing,
    })
}

/// IPTC-IIM in Photoshop resources; a long block spans several APP13 segments.
fn photoshop_resources(
    input: &mut Input<'_>,
    draft: &mut Draft<'_>,
    resources: &[(ByteRange, ByteRange)],
) -> Walk {
    let Some((_, first)) = resources.first() else {
        return Ok(());
    };
    let total = resources.iter().map(|(payload, _)| payload.length).sum();
    if !draft.charge_metadata("APP13/IPTC", total) {
        return Ok(());
    }
    let mut block = Vec::new();
    for (payload, _) in resources {
        block.append(&mut input.read(*payload)?);
    }
    if let Some(records) = photoshop::iptc(&block) {
        draft.add_metadata(MetadataKind::Iptc, records.to_vec(), *first, "APP13/IPTC");
    }
    Ok(())
}

#[cfg(test)]
mod tests;
