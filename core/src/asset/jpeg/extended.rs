//! Extended XMP (XMP part 3, 1.1.3.1): a packet too long for one segment, in pieces under the
//! MD5 of the whole, which the main packet names.

use memchr::memmem;

use super::super::{
    ByteRange, MetadataKind,
    draft::{Draft, Walk},
    input::{Input, to_u64},
};

/// Identifier, GUID, full length, offset.
const HEADER: u64 = 35 + 32 + 4 + 4;

/// One piece of an extended packet.
pub(super) struct Chunk {
    guid: [u8; 32],
    full_length: u32,
    offset: u32,
    payload: ByteRange,
    framed: ByteRange,
}

impl Chunk {
    /// Reads the header of a piece; `None` when it is cut off.
    pub(super) fn read(content: &[u8], payload: ByteRange, framed: ByteRange) -> Option<Self> {
        let (guid, rest) = content
            .get(super::EXTENDED_XMP.len()..)?
            .split_first_chunk()?;
        let (full_length, rest) = rest.split_first_chunk()?;
        let (offset, _) = rest.split_first_chunk()?;
        Some(Self {
            guid: *guid,
            full_length: u32::from_be_bytes(*full_length),
            offset: u32::from_be_bytes(*offset),
            payload: ByteRange::between(payload.start.saturating_add(HEADER), payload.end()),
            framed,
        })
    }
}

/// Joins the pieces of the packets that a main packet names, and adds them as metadata.
pub(super) fn join(input: &mut Input<'_>, draft: &mut Draft<'_>, chunks: &[Chunk]) -> Walk {
    let mut joined: Vec<[u8; 32]> = Vec::new();
    for chunk in chunks {
        if joined.contains(&chunk.guid) {
            continue;
        }
        // A file names one packet; a handful leaves room for the unusual.
        if joined.len() >= 4 {
            draft.malformed(
                chunk.framed,
                "more extended XMP packets than any file needs",
            );
            break;
        }
        joined.push(chunk.guid);
        let named = draft
            .metadata()
            .iter()
            .any(|block| block.kind == MetadataKind::Xmp && contains_guid(&block.bytes, chunk));
        if !named {
            draft.malformed(chunk.framed, "extended XMP that no XMP packet names");
            continue;
        }
        let pieces: Vec<&Chunk> = chunks.iter().filter(|one| one.guid == chunk.guid).collect();
        join_one(input, draft, chunk, &pieces)?;
    }
    Ok(())
}

fn contains_guid(packet: &[u8], chunk: &Chunk) -> bool {
    memmem::find(packet, &chunk.guid).is_some()
}

fn join_one(
    input: &mut Input<'_>,
    draft: &mut Draft<'_>,
    first: &Chunk,
    pieces: &[&Chunk],
) -> Walk {
    const PART: &str = "APP1/extended XMP";
    let full_length = u64::from(first.full_length);
    let present: u64 = pieces.iter().map(|piece| piece.payload.length).sum();
    // The stated length is no reason to allocate: the pieces must be there.
    if full_length > present {
        draft.malformed(
            first.framed,
            "pieces of the extended XMP packet are missing",
        );
        return Ok(());
    }
    if !draft.charge_metadata(PART, full_length) {
        return Ok(());
    }
    let mut packet = vec![0; usize::try_from(full_length).unwrap_or(0)];
    let mut written: u64 = 0;
    for piece in pieces {
        let start = usize::try_from(piece.offset).unwrap_or(usize::MAX);
        let length = usize::try_from(piece.payload.length).unwrap_or(usize::MAX);
        let target = packet.get_mut(start..start.saturating_add(length));
        if let Some(target) = target {
            let bytes = input.read(piece.payload)?;
            if bytes.len() == target.len() {
                target.copy_from_slice(&bytes);
                written = written.saturating_add(to_u64(bytes.len()));
            }
        }
    }
    if written == full_length {
        draft.add_metadata(MetadataKind::Xmp, packet, first.framed, PART);
    } else {
        draft.malformed(
            first.framed,
            "pieces of the extended XMP packet do not fit together",
        );
    }
    Ok(())
}
