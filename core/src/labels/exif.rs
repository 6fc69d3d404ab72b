//! EXIF fields that labels stand in: their numbers, names and texts (CIPA DC-008).

use crate::asset::exif::{Directory, Field, Value};

pub(super) const IMAGE_DESCRIPTION: u16 = 0x010E;
pub(super) const MAKE: u16 = 0x010F;
pub(super) const MODEL: u16 = 0x0110;
pub(super) const ORIENTATION: u16 = 0x0112;
pub(super) const SOFTWARE: u16 = 0x0131;
pub(super) const MODIFIED: u16 = 0x0132;
pub(super) const ARTIST: u16 = 0x013B;
pub(super) const CAPTURED: u16 = 0x9003;
pub(super) const MODIFIED_OFFSET: u16 = 0x9010;
pub(super) const CAPTURED_OFFSET: u16 = 0x9011;
pub(super) const MAKER_NOTE: u16 = 0x927C;
pub(super) const USER_COMMENT: u16 = 0x9286;
pub(super) const WIDTH: u16 = 0xA002;
pub(super) const HEIGHT: u16 = 0xA003;

/// The name of a field for places; fields of no label have none.
pub(super) const fn name(tag: u16) -> &'static str {
    match tag {
        IMAGE_DESCRIPTION => "ImageDescription",
        MAKE => "Make",
        MODEL => "Model",
        SOFTWARE => "Software",
        ARTIST => "Artist",
        MAKER_NOTE => "MakerNote",
        USER_COMMENT => "UserComment",
        _ => "field",
    }
}

/// Whether a field describes the picture itself, not its thumbnail or its place on earth.
pub(super) const fn is_own(field: &Field) -> bool {
    matches!(field.directory, Directory::Primary | Directory::Exif)
}

/// The value of a field as text: without the character code of comments, up to the first zero,
/// without white space around it.
pub(super) fn text(field: &Field) -> String {
    let text = match &field.value {
        Value::Text(text) => return text.trim().to_owned(),
        Value::Bytes(bytes) => match (field.tag, bytes.split_first_chunk::<8>()) {
            (USER_COMMENT, Some((b"UNICODE\0", rest))) => wide(rest),
            (USER_COMMENT, Some((b"ASCII\0\0\0" | b"\0\0\0\0\0\0\0\0", rest))) => narrow(rest),
            _ => narrow(bytes),
        },
        Value::Integers(_) | Value::Fractions(_) => String::new(),
    };
    text.trim().to_owned()
}

/// The first whole number of a field.
pub(super) fn number(field: &Field) -> Option<u64> {
    match &field.value {
        Value::Integers(numbers) => numbers.first().copied(),
        _ => None,
    }
}

fn narrow(bytes: &[u8]) -> String {
    let end = memchr::memchr(0, bytes).unwrap_or(bytes.len());
    super::material::decode(bytes.get(..end).unwrap_or(bytes))
}

/// UTF-16. The standard asks for the byte order of the block, and common writers always write the
/// big-endian one; the order in which more high bytes are zero is taken.
fn wide(bytes: &[u8]) -> String {
    let zeros = |first| {
        bytes
            .iter()
            .skip(first)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let big = zeros(0) >= zeros(1);
    let units = bytes.chunks_exact(2).filter_map(|pair| {
        let pair = *pair.first_chunk()?;
        Some(if big {
            u16::from_be_bytes(pair)
        } else {
            u16::from_le_bytes(pair)
        })
    });
    char::decode_utf16(units.take_while(|unit| *unit != 0))
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}
