//! PNG: XMP is an `iTXt` chunk behind the header (XMP part 3, 1.1.5).

use super::{ByteRange, to_u64};

const SIGNATURE: usize = 8;

/// Where chunks enter: behind signature and header.
pub(super) const AFTER_HEADER: u64 = 8 + 25;

/// A chunk: its name, and all of it with length and checksum.
pub(super) struct Chunk {
    pub(super) id: [u8; 4],
    pub(super) range: ByteRange,
}

/// The chunks up to the end mark, which is among them.
pub(super) fn chunks(file: &[u8]) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut at = SIGNATURE;
    while let Some([l0, l1, l2, l3, a, b, c, d]) = file.get(at..).and_then(<[u8]>::first_chunk) {
        let length = u32::from_be_bytes([*l0, *l1, *l2, *l3]);
        let end = usize::try_from(length)
            .ok()
            .and_then(|length| at.checked_add(length)?.checked_add(12))
            .filter(|end| *end <= file.len());
        let Some(end) = end else {
            break;
        };
        let id = [*a, *b, *c, *d];
        chunks.push(Chunk {
            id,
            range: ByteRange::between(to_u64(at), to_u64(end)),
        });
        if &id == b"IEND" {
            break;
        }
        at = end;
    }
    chunks
}

/// Whether there are further frames.
pub(super) fn is_animated(file: &[u8]) -> bool {
    chunks(file).iter().any(|one| &one.id == b"acTL")
}

/// The chunk of a packet.
pub(super) fn xmp(packet: &[u8]) -> Vec<u8> {
    let content = [b"XML:com.adobe.xmp\0\0\0\0\0".as_slice(), packet].concat();
    let named = [b"iTXt".as_slice(), &content].concat();
    let length = u32::try_from(content.len()).unwrap_or(u32::MAX);
    [
        length.to_be_bytes().as_slice(),
        &named,
        &checksum(&named).to_be_bytes(),
    ]
    .concat()
}

/// CRC-32 (PNG third edition, annex D).
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    let crc = bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                crc >> 1 ^ 0xEDB8_8320
            } else {
                crc >> 1
            }
        })
    });
    !crc
}
