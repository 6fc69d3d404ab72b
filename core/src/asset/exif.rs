//! EXIF blocks (CIPA DC-008) as a flat list of fields.

pub mod erase;

use std::{io::Cursor, str};

use super::{
    ByteRange,
    directory::{Entry, Layout, Visited},
    input::{Input, to_u64},
};

const EXIF: u16 = 34_665;
const GPS: u16 = 34_853;
const JPEG_START: u16 = 513;
const JPEG_LENGTH: u16 = 514;

/// Entries read from one block; cameras write about two hundred.
const ENTRIES: usize = 4_096;

/// Longest text or byte string that is kept.
const VALUE: u64 = 64 << 10;

/// Numbers kept of one field; the longest of the standard have four.
const NUMBERS: u64 = 16;

/// Which directory of the block a field stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Directory {
    /// The first: camera, software, artist, copyright.
    Primary,
    /// EXIF proper: exposure, dates, comments.
    Exif,
    /// Where it was taken.
    Gps,
    /// The second: the thumbnail.
    Thumbnail,
}

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// ASCII, which writers fill with UTF-8; without the zero byte at its end.
    Text(String),
    /// Unsigned integers.
    Integers(Vec<u64>),
    /// Unsigned fractions: numerator, denominator, which may be 0.
    Fractions(Vec<(u32, u32)>),
    /// Anything else, as it stands: signed numbers, user comments, maker notes.
    Bytes(Vec<u8>),
}

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Where it stands.
    pub directory: Directory,
    /// Its number.
    pub tag: u16,
    /// Its value; longer texts and longer lists than any camera writes are cut.
    pub value: Value,
}

/// Reads a block from its byte-order mark on. Fields that point outside of it are left out; a
/// block that is none has no fields.
#[must_use]
pub fn read(block: &[u8]) -> Vec<Field> {
    let mut cursor = Cursor::new(block);
    let mut input = Input::new(&mut cursor, to_u64(block.len()));
    let mut fields = Vec::new();
    // Memory does not fail to be read.
    let _ = collect(&mut input, &mut fields);
    fields
}

/// The small copy (JPEG) that a block carries in its second directory, as it stands.
#[must_use]
pub fn thumbnail(block: &[u8]) -> Option<&[u8]> {
    let fields = read(block);
    let number = |tag| {
        fields.iter().find_map(|field| match &field.value {
            Value::Integers(numbers)
                if field.directory == Directory::Thumbnail && field.tag == tag =>
            {
                usize::try_from(*numbers.first()?).ok()
            }
            _ => None,
        })
    };
    let start = number(JPEG_START)?;
    block.get(start..start.checked_add(number(JPEG_LENGTH)?)?)
}

/// The text of a field, when it is one.
#[must_use]
pub fn text(fields: &[Field], directory: Directory, tag: u16) -> Option<&str> {
    fields.iter().find_map(|field| match &field.value {
        Value::Text(text) if field.directory == directory && field.tag == tag => {
            Some(text.as_str())
        }
        _ => None,
    })
}

fn collect(input: &mut Input<'_>, fields: &mut Vec<Field>) -> std::io::Result<()> {
    let Some((layout, first)) = Layout::read(input)? else {
        return Ok(());
    };
    let mut visited = Visited::default();
    let mut pending = vec![(first, Directory::Primary)];
    let mut entries_left = ENTRIES;
    while let Some((at, directory)) = pending.pop() {
        if !visited.enter(at) {
            continue;
        }
        let Some(count) = layout.entry_count(input, at)? else {
            continue;
        };
        for index in 0..count {
            let Some(left) = entries_left.checked_sub(1) else {
                return Ok(());
            };
            entries_left = left;
            let Some(entry) = layout.entry(input, at, index)? else {
                break;
            };
            if entry.value.end() > input.length() {
                continue;
            }
            match (directory, entry.tag) {
                (Directory::Primary, EXIF | GPS) => {
                    let nested = if entry.tag == EXIF {
                        Directory::Exif
                    } else {
                        Directory::Gps
                    };
                    let at = layout.numbers(input, &entry, 1)?;
                    pending.extend(at.first().map(|at| (*at, nested)));
                }
                _ => {
                    let value = value(input, layout, &entry)?;
                    fields.push(Field {
                        directory,
                        tag: entry.tag,
                        value,
                    });
                }
            }
        }
        if directory == Directory::Primary {
            let (_, next) = layout.extent(input, at, count)?;
            pending.extend(next.map(|at| (at, Directory::Thumbnail)));
        }
    }
    Ok(())
}

fn value(input: &mut Input<'_>, layout: Layout, entry: &Entry) -> std::io::Result<Value> {
    let bytes = |input: &mut Input<'_>, length: u64| {
        input.read(ByteRange {
            length: entry.value.length.min(length),
            ..entry.value
        })
    };
    Ok(match entry.kind {
        2 => {
            let bytes = bytes(input, VALUE)?;
            let end = memchr::memchr(0, &bytes).unwrap_or(bytes.len());
            let text = bytes.get(..end).unwrap_or_default();
            // Old writers used their own code page; Latin-1 keeps every byte apart.
            Value::Text(str::from_utf8(text).map_or_else(
                |_| text.iter().map(|byte| char::from(*byte)).collect(),
                str::to_owned,
            ))
        }
        5 => {
            let bytes = bytes(input, NUMBERS.saturating_mul(8))?;
            let number = |bytes: &[u8]| u32::try_from(layout.number(bytes)).unwrap_or_default();
            let pairs = bytes
                .chunks_exact(8)
                .filter_map(|pair| pair.split_at_checked(4));
            Value::Fractions(
                pairs
                    .map(|(above, below)| (number(above), number(below)))
                    .collect(),
            )
        }
        1 | 3 | 4 | 13 | 16 | 18 if entry.count <= NUMBERS => {
            Value::Integers(layout.numbers(input, entry, NUMBERS)?)
        }
        _ => Value::Bytes(bytes(input, VALUE)?),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Make, and an EXIF directory with a date, an exposure and a comment; big-endian.
    fn block() -> Vec<u8> {
        let mut bytes = b"MM\0\x2A\0\0\0\x08".to_vec();
        // Primary, at 8: two entries, next at 0.
        bytes.extend(b"\0\x02\x01\x0F\0\x02\0\0\0\x07\0\0\0\x26");
        bytes.extend(b"\x87\x69\0\x04\0\0\0\x01\0\0\0\x2E\0\0\0\0");
        // At 38: "Camera" and padding.
        bytes.extend(b"Camera\0\0");
        // EXIF, at 46: exposure 1/125 at 88, ISO in place, comment at 96.
        bytes.extend(b"\0\x03\x82\x9A\0\x05\0\0\0\x01\0\0\0\x58");
        bytes.extend(b"\x88\x27\0\x03\0\0\0\x01\0\x64\0\0");
        bytes.extend(b"\x92\x86\0\x07\0\0\0\x06\0\0\0\x60\0\0\0\0");
        bytes.extend(b"\0\0\0\x01\0\0\0\x7Dabcdef");
        bytes
    }

    #[test]
    fn fields_of_each_kind_are_read() {
        let fields = read(&block());
        let said: Vec<_> = fields
            .iter()
            .map(|one| (one.directory, one.tag, &one.value))
            .collect();
        assert_eq!(
            said,
            [
                (
                    Directory::Primary,
                    0x010F,
                    &Value::Text("Camera".to_owned())
                ),
                (Directory::Exif, 0x829A, &Value::Fractions(vec![(1, 125)])),
                (Directory::Exif, 0x8827, &Value::Integers(vec![100])),
                (Directory::Exif, 0x9286, &Value::Bytes(b"abcdef".to_vec())),
            ]
        );
        assert_eq!(text(&fields, Directory::Primary, 0x010F), Some("Camera"));
        assert_eq!(text(&fields, Directory::Exif, 0x010F), None);
    }

    #[test]
    fn directories_that_point_at_themselves_are_read_once() {
        let mut bytes = block();
        // The EXIF pointer, and the offset of the next directory, both back to the first.
        bytes[30..34].copy_from_slice(&8_u32.to_be_bytes());
        bytes[34..38].copy_from_slice(&8_u32.to_be_bytes());
        assert_eq!(read(&bytes).len(), 1);
    }

    #[test]
    fn values_outside_of_the_block_are_left_out() {
        let mut bytes = block();
        bytes.truncate(90);
        let tags: Vec<_> = read(&bytes).iter().map(|one| one.tag).collect();
        assert_eq!(tags, [0x010F, 0x8827]);
        assert_eq!(read(b"Exif"), []);
        assert_eq!(read(b""), []);
    }

    proptest! {
        #[test]
        fn any_mutation_returns_within_its_own_length(
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        ) {
            let mut bytes = block();
            for (index, value) in changes {
                let at = index.index(bytes.len());
                bytes[at] = value;
            }
            for field in read(&bytes) {
                if let Value::Bytes(value) = field.value {
                    prop_assert!(value.len() <= bytes.len());
                }
            }
        }

        #[test]
        fn any_bytes_return(tail in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&[b"II*\0".as_slice(), &tail].concat());
        }
    }
}
