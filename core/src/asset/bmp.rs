//! BMP: a size, and no place for a manifest or metadata.

use super::{
    ByteRange, PartKind,
    draft::{Draft, Walk},
    input::Input,
    jumbf,
};

/// Walks a BMP file. Bytes behind the length that its header states belong to nothing.
pub(super) fn walk(input: &mut Input<'_>, draft: &mut Draft<'_>) -> Walk {
    let end = input.array(2)?.map_or(0, u32::from_le_bytes);
    let end = match u64::from(end) {
        // Some writers leave the length empty.
        0 => input.length(),
        stated => stated.min(input.length()),
    };
    if let Some([size, _, _, _, w0, w1, w2, w3, h0, h1, h2, h3]) = input.array(14)? {
        let (width, height) = if size == 12 {
            (
                u32::from(u16::from_le_bytes([w0, w1])),
                u32::from(u16::from_le_bytes([w2, w3])),
            )
        } else {
            // A negative height means rows from the top down.
            let height = i32::from_le_bytes([h0, h1, h2, h3]).unsigned_abs();
            (u32::from_le_bytes([w0, w1, w2, w3]), height)
        };
        draft.set_dimensions(width, height);
    }
    draft.part(ByteRange::between(0, end), PartKind::ImageData);
    let trailing = ByteRange::between(end, input.length());
    if trailing.length > 0 {
        draft.set_trailing(trailing, PartKind::Trailing);
        jumbf::find_hidden(input, draft, trailing, "after the end of the image")?;
    }
    draft.set_complete();
    Ok(())
}
