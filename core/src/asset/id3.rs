//! ID3v2 tags (id3.org, 2.2 to 2.4) before MPEG audio and FLAC.

use super::{
    ByteRange, MediaFormat, MetadataKind, PartKind,
    draft::{Draft, Walk},
    flac,
    input::{Input, to_u64},
};

/// Media types of a manifest store: the one of the specification, and the one before it.
const STORE_TYPES: [&[u8]; 2] = [b"application/c2pa", b"application/x-c2pa-manifest-store"];

/// Bytes of a GEOB frame before its data: media type, file name and description.
const GEOB_HEAD: usize = 1024;

/// Walks an MP3 or FLAC file.
///
/// A manifest store is the data of a GEOB frame with the media type of C2PA (C2PA 2.2, A.3.4).
pub(super) fn walk(input: &mut Input<'_>, draft: &mut Draft<'_>, format: MediaFormat) -> Walk {
    let mut audio = 0;
    if let Some([b'I', b'D', b'3', version, _, flags, sizes @ ..]) = input.array::<10>(0)? {
        let size = synchsafe(sizes);
        let tag = ByteRange::between(10, size.saturating_add(10));
        if tag.end() > input.length() {
            draft.truncated(0, "ID3 tag", input);
        }
        let tag = ByteRange::between(tag.start, tag.end().min(input.length()));
        draft.part(ByteRange::between(0, tag.end()), PartKind::Text);
        frames(input, draft, tag, version, flags)?;
        audio = tag.end();
    }
    let rest = ByteRange::between(audio, input.length());
    draft.part(rest, PartKind::MediaData);
    if format == MediaFormat::Flac {
        if input.array(audio)? == Some(*b"fLaC") {
            flac::walk(input, draft, audio)?;
        } else {
            draft.malformed(rest, "FLAC marker");
        }
    }
    draft.set_complete();
    Ok(())
}

/// A number of 28 bits in four bytes, whose highest bits are 0.
fn synchsafe([a, b, c, d]: [u8; 4]) -> u64 {
    [a, b, c, d]
        .iter()
        .fold(0, |size, byte| (size << 7) | u64::from(*byte & 0x7F))
}

/// Reads the frames of a tag.
fn frames(
    input: &mut Input<'_>,
    draft: &mut Draft<'_>,
    tag: ByteRange,
    version: u8,
    flags: u8,
) -> Walk {
    const UNSYNCHRONISED: u8 = 0x80;
    const EXTENDED: u8 = 0x40;
    let mut at = tag.start;
    if flags & EXTENDED != 0 && version > 2 {
        let size = input.array(at)?.unwrap_or_default();
        // Version 2.4 counts the size field itself, 2.3 does not.
        let skipped = match version {
            4 => synchsafe(size),
            _ => u64::from(u32::from_be_bytes(size)).saturating_add(4),
        };
        at = at.saturating_add(skipped);
    }
    // Only 2.2 and 2.3 unsynchronise whole tags; 2.4 says so in each frame.
    let mut unsynchronised = flags & UNSYNCHRONISED != 0;
    while at < tag.end() {
        draft.step(at)?;
        let Some(frame) = Frame::read(input, at, version)? else {
            break;
        };
        if version == 4 {
            unsynchronised = frame.unsynchronised;
        }
        let cut_off = frame.data.end() > tag.end();
        let data = ByteRange::between(frame.data.start, frame.data.end().min(tag.end()));
        match &frame.kind {
            b"GEOB" | b"GEO\0" => object(input, draft, data, cut_off, unsynchronised)?,
            b"TXXX" | b"TXX\0" => {
                let frame = ByteRange::between(at, data.end());
                user_text(input, draft, data, frame, unsynchronised)?;
            }
            b"PRIV" => private(input, draft, data, ByteRange::between(at, data.end()))?,
            _ => {}
        }
        at = data.end();
    }
    Ok(())
}

struct Frame {
    kind: [u8; 4],
    data: ByteRange,
    unsynchronised: bool,
}

impl Frame {
    /// The frame at `at`; `None` where padding begins.
    fn read(input: &mut Input<'_>, at: u64, version: u8) -> std::io::Result<Option<Self>> {
        let (kind, size, header, flags) = if version == 2 {
            let Some([a, b, c, s0, s1, s2]) = input.array(at)? else {
                return Ok(None);
            };
            (
                [a, b, c, 0],
                u64::from(u32::from_be_bytes([0, s0, s1, s2])),
                6_u64,
                0,
            )
        } else {
            let Some([a, b, c, d, s0, s1, s2, s3, _, flags]) = input.array(at)? else {
                return Ok(None);
            };
            let size = [s0, s1, s2, s3];
            let size = match version {
                4 => synchsafe(size),
                _ => u64::from(u32::from_be_bytes(size)),
            };
            ([a, b, c, d], size, 10, flags)
        };
        let [first, ..] = kind;
        if !first.is_ascii_alphanumeric() {
            return Ok(None);
        }
        // Version 2.4 may put a data length of four bytes before the data.
        let length_indicator = if version == 4 && flags & 0x01 != 0 {
            4
        } else {
            0
        };
        let start = at.saturating_add(header);
        Ok(Some(Self {
            kind,
            data: ByteRange::between(
                start.saturating_add(length_indicator),
                start.saturating_add(size.max(length_indicator)),
            ),
            unsynchronised: flags & 0x02 != 0,
        }))
    }
}

/// A general encapsulated object: a manifest store when its media type says so.
fn object(
    input: &mut Input<'_>,
    draft: &mut Draft<'_>,
    data: ByteRange,
    cut_off: bool,
    unsynchronised: bool,
) -> Walk {
    let held = usize::try_from(data.length)
        .unwrap_or(usize::MAX)
        .min(GEOB_HEAD);
    let head = input.peek(data.start, held)?;
    let Some(skipped) = store_offset(head) else {
        return Ok(());
    };
    let store = ByteRange::between(data.start.saturating_add(skipped), data.end());
    if !unsynchronised {
        let misplaced = cut_off.then_some("cut off by the end of the tag");
        return draft.read_store(input, store, &[store], misplaced);
    }
    // A zero byte is inserted behind each 0xFF: no hash can exclude such a store exactly.
    draft.charge_store(store.start, store.length)?;
    let mut jumbf = input.read(store)?;
    synchronise(&mut jumbf);
    draft.part(store, PartKind::ManifestStore);
    draft.add_store(vec![store], jumbf, Some("in an unsynchronised tag"), false);
    Ok(())
}

/// Takes out the zero bytes that unsynchronisation inserted.
fn synchronise(bytes: &mut Vec<u8>) {
    let mut before = 0;
    bytes.retain(|byte| {
        let inserted = before == 0xFF && *byte == 0;
        before = *byte;
        !inserted
    });
}

/// A text whose description is `AIGC`: a label (TC260-PG-202510A). Other texts are not looked at.
fn user_text(
    input: &mut Input<'_>,
    draft: &mut Draft<'_>,
    data: ByteRange,
    frame: ByteRange,
    unsynchronised: bool,
) -> Walk {
    /// Encoding, byte order marks and description take fewer bytes.
    const HEAD: usize = 24;
    let held = usize::try_from(data.length).unwrap_or(HEAD).min(HEAD);
    let mut head = input.peek(data.start, held)?.to_vec();
    if unsynchronised {
        synchronise(&mut head);
    }
    // As UTF-8, Latin-1 takes up to twice as many bytes, and what is no text three times as many.
    let longest = data.length.saturating_mul(3);
    if label(&head).is_none() || !draft.charge_metadata("TXXX/AIGC", longest) {
        return Ok(());
    }
    let mut content = input.read(data)?;
    if unsynchronised {
        synchronise(&mut content);
    }
    if let Some(text) = label(&content) {
        draft.add_metadata(MetadataKind::Text, text.into_bytes(), frame, "TXXX/AIGC");
    }
    Ok(())
}

/// The value of a text frame whose description is `AIGC`.
fn label(content: &[u8]) -> Option<String> {
    let (encoding, text) = content.split_first()?;
    let text: String = match encoding {
        0 => text.iter().copied().map(char::from).collect(),
        1 | 2 => {
            let little = text.starts_with(&[0xFF, 0xFE]);
            let units = text.chunks_exact(2).filter_map(|pair| {
                let pair = *pair.first_chunk()?;
                Some(if little {
                    u16::from_le_bytes(pair)
                } else {
                    u16::from_be_bytes(pair)
                })
            });
            char::decode_utf16(units)
                .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect()
        }
        _ => String::from_utf8_lossy(text).into_owned(),
    };
    let (description, value) = text.split_once('\0')?;
    let unmarked = |text: &str| text.trim_start_matches('\u{FEFF}').to_owned();
    (unmarked(description) == "AIGC").then(|| unmarked(value))
}

/// Where the data of an object with a C2PA media type begin.
fn store_offset(head: &[u8]) -> Option<u64> {
    let (encoding, rest) = head.split_first()?;
    let media_type = memchr::memchr(0, rest)?;
    if !STORE_TYPES.contains(&rest.get(..media_type)?) {
        return None;
    }
    let mut rest = rest.get(media_type.checked_add(1)?..)?;
    // File name and description end with one zero byte, or two in the encodings of 16 bits.
    for _ in 0..2 {
        let end = match encoding {
            1 | 2 => rest
                .chunks_exact(2)
                .position(|unit| unit == [0, 0])?
                .checked_mul(2)?
                .checked_add(2)?,
            _ => memchr::memchr(0, rest)?.checked_add(1)?,
        };
        rest = rest.get(end..)?;
    }
    Some(to_u64(head.len().checked_sub(rest.len())?))
}

/// A private frame: XMP when its owner is `XMP` (XMP part 3, 2.3.3).
fn private(
    input: &mut Input<'_>,
    draft: &mut Draft<'_>,
    data: ByteRange,
    frame: ByteRange,
) -> Walk {
    if input.array(data.start)? != Some(*b"XMP\0") || data.length < 4 {
        return Ok(());
    }
    draft.part(frame, PartKind::Xmp);
    let packet = ByteRange::between(data.start.saturating_add(4), data.end());
    draft.read_metadata(input, MetadataKind::Xmp, packet, frame, "PRIV/XMP")
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

    fn to_synchsafe(size: usize) -> [u8; 4] {
        [21, 14, 7, 0].map(|shift| (size >> shift & 0x7F) as u8)
    }

    fn frame(version: u8, kind: &[u8], flags: u8, data: &[u8]) -> Vec<u8> {
        let mut bytes = kind.to_vec();
        match version {
            2 => bytes.extend(&(data.len() as u32).to_be_bytes()[1..]),
            3 => bytes.extend((data.len() as u32).to_be_bytes()),
            _ => bytes.extend(to_synchsafe(data.len())),
        }
        if version > 2 {
            bytes.extend([0, flags]);
        }
        bytes.extend(data);
        bytes
    }

    fn tag(version: u8, flags: u8, frames: &[Vec<u8>]) -> Vec<u8> {
        let mut content = frames.concat();
        content.extend([0; 20]);
        let mut bytes = vec![b'I', b'D', b'3', version, 0, flags];
        bytes.extend(to_synchsafe(content.len()));
        bytes.extend(content);
        bytes
    }

    fn object(media_type: &str, encoding: u8, data: &[u8]) -> Vec<u8> {
        let mut bytes = vec![encoding];
        bytes.extend(media_type.as_bytes());
        bytes.push(0);
        bytes.extend(if encoding == 1 {
            b"\xFF\xFEc\0\0\0\xFF\xFEd\0\0\0".to_vec()
        } else {
            b"c2pa\0store\0".to_vec()
        });
        bytes.extend(data);
        bytes
    }

    const AUDIO: &[u8] = &[0xFF, 0xFB, 0x90, 0x00, 1, 2, 3];

    #[test]
    fn a_store_is_the_data_of_its_frame() {
        for (version, kind, media_type, encoding) in [
            (2, b"GEO".as_slice(), "application/c2pa", 0),
            (3, b"GEOB", "application/x-c2pa-manifest-store", 0),
            (3, b"GEOB", "application/c2pa", 1),
            (4, b"GEOB", "application/c2pa", 3),
        ] {
            let object = object(media_type, encoding, &store(200));
            let first = frame(
                version,
                if version == 2 { b"TT2" } else { b"TIT2" },
                0,
                b"\0Title",
            );
            let bytes = [
                tag(version, 0, &[first, frame(version, kind, 0, &object)]),
                AUDIO.to_vec(),
            ]
            .concat();
            let container = walk_bytes(&bytes).unwrap();
            assert_eq!(container.format, MediaFormat::Mp3);
            assert!(container.complete);
            let [only] = container.stores.as_slice() else {
                panic!("one store expected: {container:?}");
            };
            assert_eq!(only.jumbf, store(200));
            let framed = only.framed[0];
            assert_eq!(
                &bytes[framed.start as usize..framed.end() as usize],
                store(200)
            );
            assert_eq!(only.misplaced, None);
        }
    }

    #[test]
    fn other_objects_are_no_stores_and_two_are_told() {
        let image = frame(3, b"GEOB", 0, &object("image/png", 0, &store(90)));
        let one = frame(3, b"GEOB", 0, &object("application/c2pa", 0, &store(90)));
        assert_eq!(walk_bytes(&tag(3, 0, &[image])).unwrap().stores, []);
        let twice = walk_bytes(&tag(3, 0, &[one.clone(), one])).unwrap();
        assert_eq!(
            twice.stores[1].misplaced.as_deref(),
            Some("a second manifest store")
        );
    }

    #[test]
    fn an_unsynchronised_store_is_read_and_told() {
        let mut plain = store(90);
        plain[60..63].copy_from_slice(&[0xFF, 0x00, 0xE0]);
        let mut stuffed = plain.clone();
        stuffed.insert(61, 0);
        for (version, flags, frame_flags) in [(3, 0x80, 0), (4, 0, 0x02)] {
            let one = frame(
                version,
                b"GEOB",
                frame_flags,
                &object("application/c2pa", 0, &stuffed),
            );
            let container = walk_bytes(&tag(version, flags, &[one])).unwrap();
            assert_eq!(container.stores[0].jumbf, plain);
            assert_eq!(
                container.stores[0].misplaced.as_deref(),
                Some("in an unsynchronised tag")
            );
        }
    }

    #[test]
    fn flac_behind_a_tag_and_xmp_in_a_private_frame_are_read() {
        let private = frame(4, b"PRIV", 0, b"XMP\0<x/>");
        let bytes = [tag(4, 0, &[private]), b"fLaC\0\0\0\x22".to_vec()].concat();
        let container = walk_bytes(&bytes).unwrap();
        assert_eq!(container.format, MediaFormat::Flac);
        assert_eq!(container.metadata[0].bytes, b"<x/>");
        assert_eq!(
            walk_bytes(b"fLaC\0\0\0\x22").unwrap().format,
            MediaFormat::Flac
        );
    }

    #[test]
    fn bare_frames_are_mp3_only_in_a_row() {
        // 128 kbit/s at 44.1 kHz: 417 bytes a frame.
        let mut bytes = AUDIO.to_vec();
        bytes.resize(417, 0);
        assert_eq!(walk_bytes(&bytes), None);
        bytes.extend(AUDIO);
        let container = walk_bytes(&bytes).unwrap();
        assert_eq!(container.format, MediaFormat::Mp3);
        assert!(container.complete);
        bytes[417 + 2] = 0x94;
        assert_eq!(walk_bytes(&bytes), None);
    }

    proptest! {
        #[test]
        fn any_mutation_keeps_the_bounds(
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
            cut in any::<prop::sample::Index>(),
        ) {
            let one = frame(4, b"GEOB", 0, &object("application/c2pa", 0, &store(90)));
            let mut bytes = tag(4, 0, &[frame(4, b"PRIV", 0, b"XMP\0<x/>"), one]);
            for (index, value) in changes {
                let at = index.index(bytes.len());
                bytes[at] = value;
            }
            for length in [bytes.len(), cut.index(bytes.len())] {
                if let Some(container) = walk_within(&bytes[..length], &Limits::default()) {
                    check_bounds(&container, length, &Limits::default());
                }
            }
        }
    }
}
