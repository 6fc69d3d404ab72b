//! Boxes of the ISO base media file format (ISO/IEC 14496-12, 4.2): length, type, content.

use std::io;

use super::{ByteRange, input::Input};

/// One box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Box4 {
    pub(super) kind: [u8; 4],
    /// With its header.
    pub(super) framed: ByteRange,
    /// Without.
    pub(super) content: ByteRange,
    /// It claims more than the file, or the box around it, holds; the ranges end there.
    pub(super) cut_off: bool,
}

/// The box at `at`, inside of a box or file that ends at `end`; `None` when no box begins here.
pub(super) fn read(input: &mut Input<'_>, at: u64, end: u64) -> io::Result<Option<Box4>> {
    let Some([l0, l1, l2, l3, kind @ ..]) = input.array::<8>(at)? else {
        return Ok(None);
    };
    let (header, length) = match u32::from_be_bytes([l0, l1, l2, l3]) {
        0 => (8, end.saturating_sub(at)),
        1 => match input.array(at.saturating_add(8))? {
            Some(length) => (16, u64::from_be_bytes(length)),
            None => return Ok(None),
        },
        length => (8, u64::from(length)),
    };
    if length < header || at.saturating_add(header) > end {
        return Ok(None);
    }
    let claimed = at.saturating_add(length);
    let framed = ByteRange::between(at, claimed.min(end));
    Ok(Some(Box4 {
        kind,
        framed,
        content: ByteRange::between(at.saturating_add(header), framed.end()),
        cut_off: claimed > end,
    }))
}

/// Whether these bytes may be a box type: printable, or the copyright sign of QuickTime.
pub(super) fn is_type(kind: [u8; 4]) -> bool {
    kind.iter().all(|byte| matches!(byte, b' '..=b'~' | 0xA9))
}
