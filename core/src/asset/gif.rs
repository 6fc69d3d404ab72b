//! GIF blocks (GIF89a specification), read to the trailer and, for what hides there, beyond.

use std::io;

use super::{
    ByteRange, MetadataKind, PartKind,
    draft::{Draft, Walk},
    input::Input,
    jumbf,
};

const EXTENSION: u8 = 0x21;
const IMAGE: u8 = 0x2C;
const TRAILER: u8 = 0x3B;
const APPLICATION: u8 = 0xFF;
const COMMENT: u8 = 0xFE;
const PLAIN_TEXT: u8 = 0x01;

/// XMP stands in GIF as it is, not in sub-blocks; these bytes behind it lead a reader that takes
/// it for sub-blocks to their end (XMP part 3, 1.1.2).
const MAGIC_TRAILER: u64 = 257;

/// Walks a GIF file.
///
/// A manifest store is an application extension between the header and the first image
/// (C2PA 2.2, A.3.7).
pub(super) fn walk(input: &mut Input<'_>, draft: &mut Draft<'_>) -> Walk {
    let Some([w0, w1, h0, h1, flags, _, _]) = input.array(6)? else {
        draft.truncated(0, "header", input);
        draft.set_complete();
        return Ok(());
    };
    draft.set_dimensions(
        u32::from(u16::from_le_bytes([w0, w1])),
        u32::from(u16::from_le_bytes([h0, h1])),
    );
    let mut at = 13_u64
        .saturating_add(colour_table(flags))
        .min(input.length());
    draft.part(ByteRange::between(0, at), PartKind::Structure);
    let mut seen_image = false;
    loop {
        draft.step(at)?;
        let Some([kind]) = input.array(at)? else {
            draft.truncated(at, "blocks", input);
            break;
        };
        at = match kind {
            EXTENSION => extension(input, draft, at, seen_image)?,
            IMAGE => {
                seen_image = true;
                let flags = input
                    .array(at.saturating_add(9))?
                    .map_or(0, |[flags]| flags);
                // Separator, descriptor, colour table, minimum code size.
                let data = at.saturating_add(11).saturating_add(colour_table(flags));
                let end = sub_blocks(input, data)?;
                draft.part(ByteRange::between(at, end), PartKind::ImageData);
                end
            }
            TRAILER => {
                let end = at.saturating_add(1);
                draft.part(ByteRange::between(at, end), PartKind::Structure);
                let trailing = ByteRange::between(end, input.length());
                if trailing.length > 0 {
                    draft.set_trailing(trailing, PartKind::Trailing);
                    jumbf::find_hidden(input, draft, trailing, "after the end of the image")?;
                }
                break;
            }
            _ => {
                let rest = ByteRange::between(at, input.length());
                draft.malformed(rest, "neither an image nor an extension");
                draft.part(rest, PartKind::Unknown);
                jumbf::find_hidden(input, draft, rest, "in bytes that belong to no block")?;
                break;
            }
        };
    }
    draft.set_complete();
    Ok(())
}

/// Bytes of the colour table that a flags byte announces.
fn colour_table(flags: u8) -> u64 {
    if flags & 0x80 == 0 {
        0
    } else {
        6 << (flags & 7)
    }
}

/// Reads an extension; says where it ends.
fn extension(input: &mut Input<'_>, draft: &mut Draft<'_>, at: u64, seen_image: bool) -> Walk<u64> {
    let head = input.peek(at, 16)?;
    let label = head.get(1).copied().unwrap_or_default();
    let name: Option<[u8; 11]> = match head {
        [_, APPLICATION, 11, name @ ..] => name.first_chunk().copied(),
        _ => None,
    };
    let data = at.saturating_add(14);
    let Some(name) = name else {
        let data = at.saturating_add(2).min(input.length());
        let end = sub_blocks(input, data)?;
        if label == COMMENT {
            let payload = ByteRange::between(data, end);
            if draft.charge_metadata("comment", payload.length) {
                let text = decode(input, payload)?;
                draft.add_metadata(
                    MetadataKind::Text,
                    text,
                    ByteRange::between(at, end),
                    "comment",
                );
            }
        }
        let kind = match label {
            COMMENT | PLAIN_TEXT => PartKind::Text,
            APPLICATION => PartKind::Unknown,
            _ => PartKind::Structure,
        };
        draft.part(ByteRange::between(at, end), kind);
        return Ok(end);
    };
    let end = sub_blocks(input, data)?;
    let block = ByteRange::between(at, end);
    match &name {
        // The last three bytes are a version, of which one is defined. A block of another version
        // is no store to the readers of this one, and not nothing either.
        [b'C', b'2', b'P', b'A', b'_', b'G', b'I', b'F', version @ ..] => {
            draft.charge_store(at, block.length)?;
            let store = decode(input, ByteRange::between(data, end))?;
            draft.part(block, PartKind::ManifestStore);
            let misplaced = if version != &[1, 0, 0] {
                Some("in a C2PA block of an unknown version")
            } else {
                seen_image.then_some("after the first image")
            };
            draft.add_store(vec![block], store, misplaced, false);
        }
        b"XMP DataXMP" => {
            draft.part(block, PartKind::Xmp);
            let payload = ByteRange::between(data, end);
            if draft.charge_metadata("XMP DataXMP", payload.length) {
                let packet = xmp(input, payload)?;
                draft.add_metadata(MetadataKind::Xmp, packet, block, "XMP DataXMP");
            }
        }
        b"ICCRGBG1012" => draft.part(block, PartKind::ColourProfile),
        b"NETSCAPE2.0" | b"ANIMEXTS1.0" => draft.part(block, PartKind::Structure),
        _ => draft.part(block, PartKind::Unknown),
    }
    Ok(end)
}

/// An XMP packet as it is, or, as some writers have it, in sub-blocks.
fn xmp(input: &mut Input<'_>, payload: ByteRange) -> io::Result<Vec<u8>> {
    let plain = matches!(
        input.peek(payload.start, 2)?,
        [b'<', b'?' | b'x' | b'r'] | [0xEF, 0xBB]
    );
    if plain {
        let end = payload
            .end()
            .saturating_sub(MAGIC_TRAILER.saturating_add(1));
        return input.read(ByteRange::between(payload.start, end));
    }
    let mut packet = decode(input, payload)?;
    let trailer = usize::try_from(MAGIC_TRAILER).unwrap_or(usize::MAX);
    if let Some(end) = packet.len().checked_sub(trailer)
        && packet
            .get(end..)
            .is_some_and(|trailer| trailer.starts_with(&[0x01, 0xFF, 0xFE]))
    {
        packet.truncate(end);
    }
    Ok(packet)
}

/// Where the sub-blocks that begin at `at` end: behind their terminator, or with the file.
fn sub_blocks(input: &mut Input<'_>, at: u64) -> io::Result<u64> {
    let mut at = at;
    loop {
        match input.peek(at, 1)? {
            [0] => return Ok(at.saturating_add(1)),
            [length] => at = at.saturating_add(1).saturating_add(u64::from(*length)),
            _ => return Ok(input.length()),
        }
    }
}

/// The content of sub-blocks. The caller has charged their length.
fn decode(input: &mut Input<'_>, blocks: ByteRange) -> io::Result<Vec<u8>> {
    let bytes = input.read(blocks)?;
    let mut content = Vec::with_capacity(bytes.len());
    let mut rest = bytes.as_slice();
    while let Some((length, after)) = rest.split_first() {
        if *length == 0 {
            break;
        }
        let (block, after) = after
            .split_at_checked(usize::from(*length))
            .unwrap_or((after, &[]));
        content.extend_from_slice(block);
        rest = after;
    }
    Ok(content)
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
        asset::tests::{check_bounds, store, walk_bytes, walk_within},
        limits::Limits,
    };

    fn blocks(data: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for block in data.chunks(255) {
            bytes.push(block.len() as u8);
            bytes.extend(block);
        }
        bytes.push(0);
        bytes
    }

    fn application(name: &[u8; 11], data: &[u8]) -> Vec<u8> {
        [&[EXTENSION, APPLICATION, 11], name.as_slice(), data].concat()
    }

    fn c2pa(store: &[u8]) -> Vec<u8> {
        application(b"C2PA_GIF\x01\0\0", &blocks(store))
    }

    fn image() -> Vec<u8> {
        let mut bytes = vec![IMAGE, 0, 0, 0, 0, 32, 0, 16, 0, 0, 2];
        bytes.extend(blocks(&[1, 2, 3]));
        bytes
    }

    fn gif(parts: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = b"GIF89a\x20\0\x10\0\x80\0\0".to_vec();
        bytes.extend([0; 6]);
        bytes.extend(parts.concat());
        bytes.push(TRAILER);
        bytes
    }

    fn trailer() -> Vec<u8> {
        let mut bytes = vec![1];
        bytes.extend((0..=255_u8).rev());
        bytes
    }

    #[test]
    fn a_store_before_the_image_is_its_whole_block() {
        let bytes = gif(&[c2pa(&store(600)), image()]);
        let container = walk_bytes(&bytes).unwrap();
        assert!(container.complete);
        assert_eq!(container.dimensions, Some((32, 16)));
        assert_eq!((container.findings.len(), container.trailing), (0, None));
        let [only] = container.stores.as_slice() else {
            panic!("one store expected: {container:?}");
        };
        assert_eq!(only.jumbf, store(600));
        assert_eq!(
            only.framed,
            [ByteRange {
                start: 19,
                length: 14 + 603 + 1
            }]
        );
        assert_eq!(only.misplaced, None);
    }

    #[test]
    fn stores_in_other_places_are_told() {
        let other = application(b"C2PA_GIF\x02\0\0", &blocks(&store(60)));
        for (bytes, said) in [
            (gif(&[image(), c2pa(&store(60))]), "after the first image"),
            (
                gif(&[other, image()]),
                "in a C2PA block of an unknown version",
            ),
            (
                [gif(&[image()]), store(60)].concat(),
                "after the end of the image",
            ),
        ] {
            let container = walk_bytes(&bytes).unwrap();
            assert_eq!(container.stores[0].jumbf, store(60));
            assert_eq!(container.stores[0].misplaced.as_deref(), Some(said));
        }
        let twice = walk_bytes(&gif(&[c2pa(&store(60)), c2pa(&store(60)), image()])).unwrap();
        assert_eq!(
            twice.stores[1].misplaced.as_deref(),
            Some("a second manifest store")
        );
    }

    #[test]
    fn xmp_is_read_plain_and_in_sub_blocks() {
        let packet = b"<?xpacket begin=''?><x/>";
        let plain = [packet.as_slice(), &trailer(), &[0]].concat();
        let wrapped = blocks(&[packet.as_slice(), &trailer()].concat());
        for data in [plain, wrapped] {
            let bytes = gif(&[image(), application(b"XMP DataXMP", &data)]);
            let container = walk_bytes(&bytes).unwrap();
            assert_eq!(container.metadata[0].bytes, packet);
            assert_eq!(container.findings, []);
        }
    }

    #[test]
    fn bytes_between_blocks_end_the_walk() {
        let container = walk_bytes(&gif(&[vec![0x99], image()])).unwrap();
        assert_eq!(container.findings[0].code.as_str(), "asset.malformed");
    }

    proptest! {
        #[test]
        fn any_mutation_keeps_the_bounds(
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
            cut in any::<prop::sample::Index>(),
        ) {
            let data = [b"<x/>".as_slice(), &trailer(), &[0]].concat();
            let mut bytes = gif(&[c2pa(&store(300)), application(b"XMP DataXMP", &data), image()]);
            bytes.extend(store(60));
            for (index, value) in changes {
                let at = index.index(bytes.len());
                bytes[at] = value;
            }
            let limits = Limits { manifest_store: 500, metadata_block: 400, ..Limits::default() };
            for length in [bytes.len(), cut.index(bytes.len())] {
                if let Some(container) = walk_within(&bytes[..length], &limits) {
                    check_bounds(&container, length, &limits);
                }
            }
        }
    }
}
