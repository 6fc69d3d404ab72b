//! RIFF chunks: WebP, WAV and AVI.

use super::{
    ByteRange, MediaFormat, MetadataKind, PartKind,
    draft::{Draft, Walk},
    input::Input,
    jumbf,
};

/// Walks a RIFF file.
///
/// A manifest store is a chunk `C2PA` at the end of the first RIFF chunk (C2PA 2.2, A.3.6). AVI
/// files beyond 1 GiB continue in further RIFF chunks, which have no place for one.
pub(super) fn walk(input: &mut Input<'_>, draft: &mut Draft<'_>, format: MediaFormat) -> Walk {
    let mut at = 0;
    let mut first = true;
    while let Some([b'R', b'I', b'F', b'F', s0, s1, s2, s3]) = input.array(at)? {
        draft.step(at)?;
        let size = u32::from_le_bytes([s0, s1, s2, s3]);
        let content = at.saturating_add(8);
        // Recorders that write to a pipe cannot go back to fill in the size.
        let end = match size {
            0 | u32::MAX => input.length(),
            size => content.saturating_add(u64::from(size)),
        };
        if end > input.length() {
            draft.truncated(at, "RIFF", input);
        }
        let end = end.min(input.length());
        draft.part(
            ByteRange::between(at, content.saturating_add(4).min(end)),
            PartKind::Structure,
        );
        let mut chunks = Chunks {
            format,
            first,
            store: None,
        };
        chunks.walk(
            input,
            draft,
            ByteRange::between(content.saturating_add(4), end),
        )?;
        at = end.saturating_add(end & 1);
        first = false;
        if format != MediaFormat::Avi {
            break;
        }
    }
    let trailing = ByteRange::between(at, input.length());
    if trailing.length > 0 {
        draft.set_trailing(trailing, PartKind::Trailing);
        jumbf::find_hidden(input, draft, trailing, "after the end of the RIFF chunk")?;
    }
    draft.set_complete();
    Ok(())
}

/// The chunks of one RIFF chunk.
struct Chunks {
    format: MediaFormat,
    /// This is the file's first RIFF chunk.
    first: bool,
    /// The chunk of the store, when one was read.
    store: Option<ByteRange>,
}

impl Chunks {
    fn walk(&mut self, input: &mut Input<'_>, draft: &mut Draft<'_>, range: ByteRange) -> Walk {
        let mut at = range.start;
        while at.saturating_add(8) <= range.end() {
            draft.step(at)?;
            let Some([i0, i1, i2, i3, s0, s1, s2, s3]) = input.array(at)? else {
                break;
            };
            let data = ByteRange {
                start: at.saturating_add(8),
                length: u64::from(u32::from_le_bytes([s0, s1, s2, s3])),
            };
            let cut_off = data.end() > range.end();
            if cut_off {
                draft.truncated(at, "chunk", input);
            }
            let data = ByteRange::between(data.start, data.end().min(range.end()));
            let chunk = ByteRange::between(at, data.end());
            if let Some(store) = self.store.take_if(|_| !is_padding([i0, i1, i2, i3])) {
                draft.malformed(store, "the C2PA chunk is not the last chunk");
            }
            self.chunk(input, draft, [i0, i1, i2, i3], data, chunk, cut_off)?;
            at = data.end();
            // A chunk of odd length is followed by a byte that belongs to none.
            if at & 1 == 1 && at < range.end() {
                draft.part(
                    ByteRange {
                        start: at,
                        length: 1,
                    },
                    PartKind::Padding,
                );
                at = at.saturating_add(1);
            }
        }
        if at < range.end() {
            draft.part(ByteRange::between(at, range.end()), PartKind::Padding);
        }
        Ok(())
    }

    fn chunk(
        &mut self,
        input: &mut Input<'_>,
        draft: &mut Draft<'_>,
        id: [u8; 4],
        data: ByteRange,
        chunk: ByteRange,
        cut_off: bool,
    ) -> Walk {
        match &id {
            b"C2PA" => {
                let misplaced = if cut_off {
                    Some("cut off by the end of the file")
                } else {
                    (!self.first).then_some("in a further RIFF chunk")
                };
                self.store = Some(chunk);
                return draft.read_store(input, data, &[chunk], misplaced);
            }
            b"XMP " | b"_PMX" => {
                draft.part(chunk, PartKind::Xmp);
                let part = if id == *b"XMP " { "XMP" } else { "_PMX" };
                return draft.read_metadata(input, MetadataKind::Xmp, data, chunk, part);
            }
            b"EXIF" if self.format == MediaFormat::Webp => {
                // Some writers keep the identifier that only JPEG needs.
                let skipped = match input.peek(data.start, 6)? {
                    b"Exif\0\0" => 6,
                    _ => 0,
                };
                let block = ByteRange::between(data.start.saturating_add(skipped), data.end());
                draft.part(chunk, PartKind::Exif);
                return draft.read_metadata(input, MetadataKind::Exif, block, chunk, "EXIF");
            }
            // TC260-PG-202510A: the label of sound is a chunk of its own.
            b"AIGC" => {
                draft.part(chunk, PartKind::Text);
                return draft.read_metadata(input, MetadataKind::Text, data, chunk, "RIFF/AIGC");
            }
            b"LIST" => return list(input, draft, data, chunk),
            b"VP8X" | b"VP8 " | b"VP8L" => {
                if let Some((width, height)) = webp_size(&id, input.peek(data.start, 10)?) {
                    draft.set_dimensions(width, height);
                }
            }
            _ => {}
        }
        draft.part(chunk, chunk_kind(&id));
        Ok(())
    }
}

const fn is_padding(id: [u8; 4]) -> bool {
    matches!(&id, b"JUNK" | b"PAD " | b"FLLR")
}

/// What a chunk holds, by its identifier.
const fn chunk_kind(id: &[u8; 4]) -> PartKind {
    match id {
        b"VP8 " | b"VP8L" | b"ALPH" | b"ANMF" => PartKind::ImageData,
        b"data" => PartKind::MediaData,
        b"ICCP" => PartKind::ColourProfile,
        b"bext" | b"iXML" | b"axml" | b"id3 " | b"ID3 " | b"IDIT" => PartKind::Text,
        b"JUNK" | b"PAD " | b"FLLR" => PartKind::Padding,
        b"VP8X" | b"ANIM" | b"fmt " | b"fact" | b"cue " | b"smpl" | b"inst" | b"idx1" => {
            PartKind::Structure
        }
        _ => PartKind::Unknown,
    }
}

/// A `LIST` chunk: the headers of AVI, its frames, or text.
fn list(input: &mut Input<'_>, draft: &mut Draft<'_>, data: ByteRange, chunk: ByteRange) -> Walk {
    let head = input.peek(data.start, 52)?;
    let kind = match head.first_chunk() {
        Some(b"INFO" | b"adtl") => PartKind::Text,
        Some(b"movi") => PartKind::MediaData,
        Some(b"hdrl") => {
            // The main header comes first: `avih`, its length, eight fields, width, height.
            let field = |at: usize| {
                let bytes = head.get(at..)?.first_chunk()?;
                Some(u32::from_le_bytes(*bytes))
            };
            if head.get(4..8) == Some(b"avih")
                && let (Some(width), Some(height)) = (field(44), field(48))
            {
                draft.set_dimensions(width, height);
            }
            PartKind::Structure
        }
        _ => PartKind::Unknown,
    };
    let texts = head.first_chunk() == Some(b"INFO");
    draft.part(chunk, kind);
    if texts {
        info(input, draft, data)?;
    }
    Ok(())
}

/// The texts of an `INFO` list, as far as they are labels (TC260-PG-20257A, for AVI).
fn info(input: &mut Input<'_>, draft: &mut Draft<'_>, list: ByteRange) -> Walk {
    let mut at = list.start.saturating_add(4);
    while at.saturating_add(8) <= list.end() {
        draft.step(at)?;
        let Some([i0, i1, i2, i3, s0, s1, s2, s3]) = input.array(at)? else {
            break;
        };
        let start = at.saturating_add(8);
        let length = u64::from(u32::from_le_bytes([s0, s1, s2, s3]));
        let end = start.saturating_add(length).min(list.end());
        if [i0, i1, i2, i3] == *b"AIGC" {
            let data = ByteRange::between(start, end);
            let chunk = ByteRange::between(at, end);
            draft.read_metadata(input, MetadataKind::Text, data, chunk, "INFO/AIGC")?;
        }
        at = end.saturating_add(end & 1);
    }
    Ok(())
}

/// Width and height in the first bytes of a WebP chunk (RFC 9649, 2.5 to 2.7; RFC 6386, 9.1).
fn webp_size(id: &[u8; 4], data: &[u8]) -> Option<(u32, u32)> {
    let le24 = |bytes: &[u8]| match bytes {
        [a, b, c, ..] => Some(u32::from_le_bytes([*a, *b, *c, 0])),
        _ => None,
    };
    let le16 = |bytes: &[u8]| bytes.first_chunk().map(|bytes| u16::from_le_bytes(*bytes));
    match id {
        b"VP8X" => Some((
            le24(data.get(4..)?)?.saturating_add(1),
            le24(data.get(7..)?)?.saturating_add(1),
        )),
        b"VP8L" if data.first() == Some(&0x2F) => {
            let bits = u32::from_le_bytes(*data.get(1..)?.first_chunk()?);
            Some((
                (bits & 0x3FFF).saturating_add(1),
                (bits >> 14 & 0x3FFF).saturating_add(1),
            ))
        }
        b"VP8 " if data.get(3..6) == Some(&[0x9D, 0x01, 0x2A]) => Some((
            u32::from(le16(data.get(6..)?)? & 0x3FFF),
            u32::from(le16(data.get(8..)?)? & 0x3FFF),
        )),
        _ => None,
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
        asset::tests::{check_bounds, store, walk_bytes, walk_within},
        limits::Limits,
    };

    fn chunk(id: &[u8; 4], data: &[u8]) -> Vec<u8> {
        let mut bytes = id.to_vec();
        bytes.extend((data.len() as u32).to_le_bytes());
        bytes.extend(data);
        if data.len() % 2 == 1 {
            bytes.push(0);
        }
        bytes
    }

    fn riff(form: &[u8; 4], chunks: &[Vec<u8>]) -> Vec<u8> {
        chunk(b"RIFF", &[form.as_slice(), &chunks.concat()].concat())
    }

    fn extended() -> Vec<u8> {
        chunk(b"VP8X", &[0x0C, 0, 0, 0, 31, 0, 0, 15, 0, 0])
    }

    #[test]
    fn a_store_at_the_end_is_its_whole_chunk() {
        let bytes = riff(
            b"WEBP",
            &[
                extended(),
                chunk(b"VP8 ", &[0; 11]),
                chunk(b"C2PA", &store(101)),
            ],
        );
        let container = walk_bytes(&bytes).unwrap();
        assert_eq!(container.format, MediaFormat::Webp);
        assert!(container.complete);
        assert_eq!(container.dimensions, Some((32, 16)));
        assert_eq!(container.findings, []);
        let [only] = container.stores.as_slice() else {
            panic!("one store expected: {container:?}");
        };
        assert_eq!(only.jumbf, store(101));
        let start = 12 + 18 + 8 + 12;
        assert_eq!(only.framed, [ByteRange { start, length: 109 }]);
        assert_eq!(only.misplaced, None);
    }

    #[test]
    fn a_store_before_other_chunks_is_noted() {
        let bytes = riff(
            b"WAVE",
            &[chunk(b"C2PA", &store(80)), chunk(b"data", &[0; 4])],
        );
        let container = walk_bytes(&bytes).unwrap();
        assert_eq!(container.format, MediaFormat::Wav);
        assert_eq!(container.stores[0].misplaced, None);
        assert_eq!(container.findings[0].code.as_str(), "asset.malformed");
    }

    #[test]
    fn second_hidden_and_further_stores_are_told() {
        let one = chunk(b"C2PA", &store(80));
        let twice = walk_bytes(&riff(b"WAVE", &[one.clone(), one.clone()])).unwrap();
        assert_eq!(
            twice.stores[1].misplaced.as_deref(),
            Some("a second manifest store")
        );

        let mut bytes = riff(b"WAVE", &[chunk(b"data", &[0; 4])]);
        let end = bytes.len() as u64;
        bytes.extend(store(80));
        let hidden = walk_bytes(&bytes).unwrap();
        let misplaced = hidden.stores[0].misplaced.as_deref();
        assert_eq!(misplaced, Some("after the end of the RIFF chunk"));
        assert_eq!(
            hidden.trailing.unwrap().range,
            ByteRange {
                start: end,
                length: 80
            }
        );

        let mut bytes = riff(b"AVI ", &[chunk(b"LIST", b"movi")]);
        bytes.extend(riff(b"AVIX", &[one]));
        let further = walk_bytes(&bytes).unwrap();
        assert_eq!(
            further.stores[0].misplaced.as_deref(),
            Some("in a further RIFF chunk")
        );
        assert_eq!(further.trailing, None);
    }

    #[test]
    fn metadata_are_read() {
        let bytes = riff(
            b"WEBP",
            &[
                extended(),
                chunk(b"EXIF", b"Exif\0\0MM\0*\0\0\0\x08"),
                chunk(b"XMP ", b"<x/>"),
            ],
        );
        let container = walk_bytes(&bytes).unwrap();
        let blocks: Vec<_> = container
            .metadata
            .iter()
            .map(|one| one.bytes.as_slice())
            .collect();
        assert_eq!(blocks, [b"MM\0*\0\0\0\x08".as_slice(), b"<x/>"]);
    }

    #[test]
    fn sizes_stand_in_each_kind_of_webp_and_in_avi() {
        let lossless = 31_u32 | 15 << 14;
        let lossy = [0, 0, 0, 0x9D, 0x01, 0x2A, 32, 0, 16, 0];
        let mut main = b"hdrlavih\x38\0\0\0".to_vec();
        main.extend([0; 32]);
        main.extend(32_u32.to_le_bytes());
        main.extend(16_u32.to_le_bytes());
        for bytes in [
            riff(
                b"WEBP",
                &[chunk(
                    b"VP8L",
                    &[&[0x2F], lossless.to_le_bytes().as_slice()].concat(),
                )],
            ),
            riff(b"WEBP", &[chunk(b"VP8 ", &lossy)]),
            riff(b"AVI ", &[chunk(b"LIST", &main)]),
        ] {
            assert_eq!(walk_bytes(&bytes).unwrap().dimensions, Some((32, 16)));
        }
    }

    #[test]
    fn an_unknown_length_runs_to_the_end() {
        let mut bytes = riff(b"WAVE", &[chunk(b"data", &[0; 4])]);
        bytes[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
        let container = walk_bytes(&bytes).unwrap();
        assert_eq!((container.findings.len(), container.trailing), (0, None));
    }

    proptest! {
        #[test]
        fn any_mutation_keeps_the_bounds(
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
            cut in any::<prop::sample::Index>(),
        ) {
            let mut bytes = riff(
                b"AVI ",
                &[extended(), chunk(b"LIST", b"INFO"), chunk(b"XMP ", b"<x/>"), chunk(b"C2PA", &store(60))],
            );
            bytes.extend(riff(b"AVIX", &[chunk(b"LIST", b"movi")]));
            bytes.extend(store(50));
            for (index, value) in changes {
                let at = index.index(bytes.len());
                bytes[at] = value;
            }
            let limits = Limits { manifest_store: 100, metadata_block: 3, ..Limits::default() };
            for length in [bytes.len(), cut.index(bytes.len())] {
                if let Some(container) = walk_within(&bytes[..length], &limits) {
                    check_bounds(&container, length, &limits);
                }
            }
        }
    }
}
