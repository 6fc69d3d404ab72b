//! JPEG XL: its boxes (ISO/IEC 18181-2, 9), and the size that its codestream states.

use std::io::Read;

use brotli_decompressor::Decompressor;

use super::{
    ByteRange, MetadataKind, PartKind,
    boxes::{self, Box4},
    draft::{Draft, Walk},
    input::{Input, to_u64},
    jumbf,
};

/// Walks a JPEG XL file of boxes.
///
/// A manifest store is a top-level `jumb` box (C2PA 2.2, A.3.8).
pub(super) fn walk(input: &mut Input<'_>, draft: &mut Draft<'_>) -> Walk {
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
            draft.truncated(at, "box", input);
        }
        top_level(input, draft, one)?;
        at = one.framed.end();
    }
    draft.set_complete();
    Ok(())
}

/// Walks a naked codestream, which has no place for a manifest store, nor for metadata.
pub(super) fn walk_codestream(input: &mut Input<'_>, draft: &mut Draft<'_>) -> Walk {
    let whole = ByteRange::between(0, input.length());
    size(input, draft, 0)?;
    draft.part(whole, PartKind::ImageData);
    draft.set_complete();
    Ok(())
}

fn top_level(input: &mut Input<'_>, draft: &mut Draft<'_>, one: Box4) -> Walk {
    match &one.kind {
        b"jumb" if is_store(input, one)? => {
            let misplaced = one.cut_off.then_some("cut off by the end of the file");
            return draft.read_store(input, one.framed, &[one.framed], misplaced);
        }
        b"jumb" => draft.part(one.framed, PartKind::Jumbf),
        b"xml " => {
            draft.part(one.framed, PartKind::Xmp);
            return draft.read_metadata(input, MetadataKind::Xmp, one.content, one.framed, "xml ");
        }
        b"Exif" => {
            draft.part(one.framed, PartKind::Exif);
            let block = exif_block(input, one.content)?;
            return draft.read_metadata(input, MetadataKind::Exif, block, one.framed, "Exif");
        }
        b"brob" => return compressed(input, draft, one),
        b"jxlc" => {
            size(input, draft, one.content.start)?;
            draft.part(one.framed, PartKind::ImageData);
        }
        b"jxlp" => {
            // A part of the codestream, behind its number; the first part holds the size.
            if input
                .array::<4>(one.content.start)?
                .is_some_and(|[_, a, b, c]| [a, b, c] == [0; 3])
            {
                size(input, draft, one.content.start.saturating_add(4))?;
            }
            draft.part(one.framed, PartKind::ImageData);
        }
        b"JXL " | b"ftyp" | b"jxll" | b"jxli" | b"jbrd" => {
            draft.part(one.framed, PartKind::Structure);
        }
        _ => draft.part(one.framed, PartKind::Unknown),
    }
    Ok(())
}

/// Whether a `jumb` box is a manifest store: by its type, or by its label, which is what the
/// `c2pa` crate goes by.
fn is_store(input: &mut Input<'_>, one: Box4) -> std::io::Result<bool> {
    if jumbf::is_store(input.peek(one.framed.start, 32)?) {
        return Ok(true);
    }
    // Header and type of the description box, then a byte whose low bits say that a label follows.
    let head = input.peek(one.content.start, 30)?;
    let labelled = matches!(
        head.get(24..),
        Some([toggles, b'c', b'2', b'p', b'a', 0]) if toggles & 3 == 3
    );
    Ok(labelled && head.get(4..8) == Some(b"jumd"))
}

/// EXIF begins behind an offset to its TIFF header.
fn exif_block(input: &mut Input<'_>, content: ByteRange) -> std::io::Result<ByteRange> {
    let skipped = input.array(content.start)?.map_or(0, u32::from_be_bytes);
    let start = content
        .start
        .saturating_add(4)
        .saturating_add(u64::from(skipped));
    Ok(ByteRange::between(start.min(content.end()), content.end()))
}

/// A box compressed with Brotli: the type it had, then its content.
fn compressed(input: &mut Input<'_>, draft: &mut Draft<'_>, one: Box4) -> Walk {
    let (kind, part, part_kind) = match input.array(one.content.start)?.as_ref() {
        Some(b"xml ") => (MetadataKind::Xmp, "brob/xml ", PartKind::Xmp),
        Some(b"Exif") => (MetadataKind::Exif, "brob/Exif", PartKind::Exif),
        Some(b"jumb") => {
            draft.part(one.framed, PartKind::Jumbf);
            return Ok(());
        }
        _ => {
            draft.part(one.framed, PartKind::Unknown);
            return Ok(());
        }
    };
    draft.part(one.framed, part_kind);
    let packed = ByteRange::between(one.content.start.saturating_add(4), one.framed.end());
    if !draft.charge_metadata(part, packed.length) {
        return Ok(());
    }
    let packed = input.read(packed)?;
    let allowance = to_u64(draft.metadata_allowance());
    let mut bytes = Vec::new();
    let unpacked = Decompressor::new(packed.as_slice(), 4096)
        .take(allowance.saturating_add(1))
        .read_to_end(&mut bytes);
    // What was unpacked is paid for, whether it is of use or not.
    let within = draft.charge_metadata(part, to_u64(bytes.len()).min(allowance));
    if unpacked.is_err() {
        draft.malformed(one.framed, "brob does not decompress");
    } else if to_u64(bytes.len()) > allowance {
        draft.metadata_not_read(part, "unpacks to more than the limit for metadata");
    } else if within {
        if kind == MetadataKind::Exif {
            let skipped = bytes
                .first_chunk()
                .map_or(0, |skipped| u32::from_be_bytes(*skipped));
            let skipped = usize::try_from(skipped)
                .unwrap_or(usize::MAX)
                .saturating_add(4);
            bytes = bytes.get(skipped..).unwrap_or_default().to_vec();
        }
        draft.add_metadata(kind, bytes, one.framed, part);
    }
    Ok(())
}

/// The size header of a codestream (ISO/IEC 18181-1, annex D.2).
fn size(input: &mut Input<'_>, draft: &mut Draft<'_>, at: u64) -> Walk {
    if let Some([0xFF, 0x0A, bits @ ..]) = input.array::<12>(at)? {
        let mut padded = [0; 16];
        for (target, byte) in padded.iter_mut().zip(bits) {
            *target = byte;
        }
        let (width, height) = Bits(u128::from_le_bytes(padded)).size();
        draft.set_dimensions(width, height);
    }
    Ok(())
}

/// Bits, the least significant first.
struct Bits(u128);

impl Bits {
    fn take(&mut self, count: u32) -> u32 {
        let mask = 1_u128
            .checked_shl(count)
            .map_or(u128::MAX, |bit| bit.wrapping_sub(1));
        let value = self.0 & mask;
        self.0 = self.0.checked_shr(count).unwrap_or_default();
        u32::try_from(value).unwrap_or_default()
    }

    /// One side in full.
    fn side(&mut self) -> u32 {
        let count = match self.take(2) {
            0 => 9,
            1 => 13,
            2 => 18,
            _ => 30,
        };
        self.take(count).saturating_add(1)
    }

    fn size(mut self) -> (u32, u32) {
        let small = self.take(1) == 1;
        let eighths = |bits: &mut Self| bits.take(5).saturating_add(1).saturating_mul(8);
        let height = if small {
            eighths(&mut self)
        } else {
            self.side()
        };
        let (above, below): (u64, u64) = match self.take(3) {
            1 => (1, 1),
            2 => (12, 10),
            3 => (4, 3),
            4 => (3, 2),
            5 => (16, 9),
            6 => (5, 4),
            7 => (2, 1),
            _ => {
                let width = if small {
                    eighths(&mut self)
                } else {
                    self.side()
                };
                return (width, height);
            }
        };
        let width = u64::from(height).saturating_mul(above).checked_div(below);
        (
            width
                .and_then(|width| u32::try_from(width).ok())
                .unwrap_or_default(),
            height,
        )
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::arithmetic_side_effects,
        clippy::as_conversions,
        reason = "sizes of test data"
    )]

    use proptest::prelude::*;

    use super::*;
    use crate::{
        asset::{
            MediaFormat,
            tests::{check_bounds, store, walk_bytes, walk_within},
        },
        limits::Limits,
    };

    fn one(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
        let mut bytes = ((content.len() + 8) as u32).to_be_bytes().to_vec();
        bytes.extend(kind);
        bytes.extend(content);
        bytes
    }

    fn jxl(boxes: &[Vec<u8>]) -> Vec<u8> {
        [
            one(b"JXL ", b"\r\n\x87\n"),
            one(b"ftyp", b"jxl \0\0\0\0jxl "),
            boxes.concat(),
            one(b"jxlc", &codestream()),
        ]
        .concat()
    }

    /// 32 x 16 in the short form: small, height 1 + 1 eighths, ratio 2:1.
    fn codestream() -> Vec<u8> {
        let bits: u64 = 1 | 1 << 1 | 7 << 6;
        [&[0xFF, 0x0A], bits.to_le_bytes().as_slice(), &[0; 4]].concat()
    }

    #[test]
    fn a_store_is_its_whole_box() {
        let bytes = jxl(&[store(80)]);
        let container = walk_bytes(&bytes).unwrap();
        assert_eq!(container.format, MediaFormat::Jxl);
        assert!(container.complete);
        assert_eq!(container.dimensions, Some((32, 16)));
        assert_eq!(container.stores[0].jumbf, store(80));
        assert_eq!(
            container.stores[0].framed,
            [ByteRange {
                start: 32,
                length: 80
            }]
        );
        assert_eq!(container.stores[0].misplaced, None);
        let twice = walk_bytes(&jxl(&[store(80), store(90)])).unwrap();
        assert_eq!(
            twice.stores[1].misplaced.as_deref(),
            Some("a second manifest store")
        );
    }

    #[test]
    fn other_jumbf_is_no_store() {
        let mut other = store(80);
        other[16..20].copy_from_slice(b"json");
        assert_eq!(
            walk_bytes(&jxl(&[other.clone()])).unwrap().stores.len(),
            1,
            "by its label"
        );
        other[33..37].copy_from_slice(b"exif");
        assert_eq!(walk_bytes(&jxl(&[other])).unwrap().stores, []);
    }

    #[test]
    fn metadata_are_read_plain_and_compressed() {
        // "<x/>" as one uncompressed Brotli metablock, as RFC 7932, 9.2 has it.
        let packed = b"xml \x30\x00\x10<x/>\x03";
        let exif = b"\0\0\0\x02..MM\0*";
        let bytes = jxl(&[
            one(b"xml ", b"<y/>"),
            one(b"Exif", exif),
            one(b"brob", packed),
        ]);
        let container = walk_bytes(&bytes).unwrap();
        let blocks: Vec<_> = container
            .metadata
            .iter()
            .map(|one| one.bytes.as_slice())
            .collect();
        assert_eq!(
            blocks,
            [b"<y/>".as_slice(), b"MM\0*", b"<x/>"],
            "{:?}",
            container.findings
        );

        let broken = walk_bytes(&jxl(&[one(b"brob", b"xml \xFF\xFF\xFF\xFF")])).unwrap();
        assert_eq!(broken.metadata, []);
        assert_eq!(broken.findings[0].code.as_str(), "asset.malformed");
    }

    #[test]
    fn a_codestream_has_no_place_for_a_store() {
        let container = walk_bytes(&codestream()).unwrap();
        assert_eq!(container.format, MediaFormat::JxlCodestream);
        assert!(container.complete);
        assert_eq!(container.dimensions, Some((32, 16)));
    }

    #[test]
    fn long_sizes_are_read() {
        // Not small; height 13 bits, width 9 bits.
        let bits = 1_u128 << 1 | 4_000_u128 << 3 | 99_u128 << (3 + 13 + 3 + 2);
        assert_eq!(Bits(bits).size(), (100, 4_001));
    }

    proptest! {
        #[test]
        fn any_mutation_keeps_the_bounds(
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
            cut in any::<prop::sample::Index>(),
        ) {
            let packed = b"xml \x30\x00\x10<x/>\x03";
            let mut bytes = jxl(&[store(80), one(b"brob", packed), one(b"Exif", b"\0\0\0\0MM")]);
            for (index, value) in changes {
                let at = index.index(bytes.len());
                bytes[at] = value;
            }
            let limits = Limits { manifest_store: 100, metadata_block: 20, ..Limits::default() };
            for length in [bytes.len(), cut.index(bytes.len())] {
                if let Some(container) = walk_within(&bytes[..length], &limits) {
                    check_bounds(&container, length, &limits);
                }
            }
        }
    }
}
