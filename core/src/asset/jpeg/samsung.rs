//! The trailer that Samsung phones and editors append to pictures: named blocks, a directory
//! (`SEFH`) behind them and its length and `SEFT` as the file's last bytes.
//!
//! The layout is not published; this is the one that exiftool reads.

use super::super::{
    ByteRange, MetadataKind,
    draft::{Draft, Walk},
    input::{Input, to_u64},
};

/// Blocks of one trailer; phones write about ten.
const BLOCKS: usize = 100;

/// Bytes of one directory entry.
const ENTRY: u64 = 12;

/// Longest name of a block that is read.
const NAME: u64 = 64;

/// The block in which the photo editor keeps what it did; the others hold pictures and video.
const EDITS: &[u8] = b"PhotoEditor_Re_Edit_Data";

/// Reads the editor's block as text, where a trailer has one.
pub(super) fn read(input: &mut Input<'_>, draft: &mut Draft<'_>) -> Walk {
    let Some(tail) = input.length().checked_sub(8) else {
        return Ok(());
    };
    let Some([l0, l1, l2, l3, b'S', b'E', b'F', b'T']) = input.array(tail)? else {
        return Ok(());
    };
    let length = u64::from(u32::from_le_bytes([l0, l1, l2, l3]));
    let Some(directory) = tail.checked_sub(length) else {
        return Ok(());
    };
    let Some([b'S', b'E', b'F', b'H', _, _, _, _, c0, c1, c2, c3]) = input.array(directory)? else {
        return Ok(());
    };
    let count = usize::try_from(u32::from_le_bytes([c0, c1, c2, c3])).unwrap_or(usize::MAX);
    let mut at = directory.saturating_add(12);
    for _ in 0..count.min(BLOCKS) {
        let Some([_, _, _, _, o0, o1, o2, o3, s0, s1, s2, s3]) = input.array(at)? else {
            break;
        };
        at = at.saturating_add(ENTRY);
        let back = u64::from(u32::from_le_bytes([o0, o1, o2, o3]));
        let size = u64::from(u32::from_le_bytes([s0, s1, s2, s3]));
        let Some(start) = directory.checked_sub(back) else {
            continue;
        };
        let block = ByteRange {
            start,
            length: size,
        };
        let Some([_, _, _, _, n0, n1, n2, n3]) = input.array(start)? else {
            continue;
        };
        let name_length = u64::from(u32::from_le_bytes([n0, n1, n2, n3]));
        if block.end() > directory || name_length > NAME || name_length.saturating_add(8) > size {
            continue;
        }
        let name = ByteRange {
            start: start.saturating_add(8),
            length: name_length,
        };
        if input.peek(name.start, EDITS.len())? != EDITS || name_length != to_u64(EDITS.len()) {
            continue;
        }
        let content = ByteRange::between(name.end(), block.end());
        let part = "SEFT/PhotoEditor_Re_Edit_Data";
        draft.read_metadata(input, MetadataKind::Text, content, block, part)?;
    }
    Ok(())
}
