//! TIFF image file directories (TIFF 6.0, 2; BigTIFF), as TIFF files and EXIF blocks hold them.

use std::{collections::HashSet, io};

use super::{ByteRange, input::Input};

/// How numbers and offsets are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// Least significant byte first.
    pub(super) little: bool,
    /// BigTIFF: offsets and counts of 64 bits.
    pub(super) big: bool,
}

/// One entry of a directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) tag: u16,
    /// Field type: 2 is text, 3 a 16-bit number, ...
    pub(super) kind: u16,
    pub(super) count: u64,
    /// Where the entry states the number of values.
    pub(super) count_field: ByteRange,
    /// Where the values stand: in the entry itself, when they fit, or elsewhere in the file.
    pub(super) value: ByteRange,
}

/// Refuses to read a directory twice, and so ends every cycle.
#[derive(Default)]
pub(super) struct Visited(HashSet<u64>);

impl Visited {
    /// Whether `at` was not visited before.
    pub(super) fn enter(&mut self, at: u64) -> bool {
        self.0.insert(at)
    }
}

impl Layout {
    /// Reads a TIFF header: the layout, and where the first directory stands.
    pub(super) fn read(input: &mut Input<'_>) -> io::Result<Option<(Self, u64)>> {
        let head = input.peek(0, 16)?;
        let little = match head {
            [b'I', b'I', ..] => true,
            [b'M', b'M', ..] => false,
            _ => return Ok(None),
        };
        let layout = Self { little, big: false };
        Ok(match layout.number(head.get(2..4).unwrap_or_default()) {
            42 => head.get(4..8).map(|offset| (layout, layout.number(offset))),
            43 => {
                let layout = Self { little, big: true };
                head.get(8..16)
                    .map(|offset| (layout, layout.number(offset)))
            }
            _ => None,
        })
    }

    /// An unsigned number of up to eight bytes.
    pub(super) fn number(self, bytes: &[u8]) -> u64 {
        let join = |value: u64, byte: &u8| (value << 8) | u64::from(*byte);
        if self.little {
            bytes.iter().rev().fold(0, join)
        } else {
            bytes.iter().fold(0, join)
        }
    }

    /// Bytes of the entry count, of one entry, and of an offset.
    pub(super) const fn sizes(self) -> (u64, u64, usize) {
        if self.big { (8, 20, 8) } else { (2, 12, 4) }
    }

    /// Number of entries that the directory at `at` states.
    pub(super) fn entry_count(self, input: &mut Input<'_>, at: u64) -> io::Result<Option<u64>> {
        let (count_size, ..) = self.sizes();
        let wanted = usize::try_from(count_size).unwrap_or_default();
        let bytes = input.peek(at, wanted)?;
        Ok((bytes.len() == wanted).then(|| self.number(bytes)))
    }

    /// Entry number `index` of the directory at `at`; `None` when the file ends before.
    pub(super) fn entry(
        self,
        input: &mut Input<'_>,
        at: u64,
        index: u64,
    ) -> io::Result<Option<Entry>> {
        let (count_size, entry_size, offset_size) = self.sizes();
        let entry_at = at
            .saturating_add(count_size)
            .saturating_add(index.saturating_mul(entry_size));
        let wanted = usize::try_from(entry_size).unwrap_or_default();
        let bytes = input.peek(entry_at, wanted)?;
        let value_in_entry = 4_usize.saturating_add(offset_size);
        let (Some(tag), Some(kind), Some(count), Some(value)) = (
            bytes.get(..2),
            bytes.get(2..4),
            bytes.get(4..value_in_entry),
            bytes.get(value_in_entry..wanted),
        ) else {
            return Ok(None);
        };
        let (tag, kind) = (self.number(tag), self.number(kind));
        let (count, offset) = (self.number(count), self.number(value));
        let kind = u16::try_from(kind).unwrap_or_default();
        let length = count.saturating_mul(value_size(kind));
        let in_entry = length <= u64::try_from(offset_size).unwrap_or_default();
        let start = if in_entry {
            let skipped = u64::try_from(value_in_entry).unwrap_or_default();
            entry_at.saturating_add(skipped)
        } else {
            offset
        };
        Ok(Some(Entry {
            tag: u16::try_from(tag).unwrap_or_default(),
            kind,
            count,
            count_field: ByteRange {
                start: entry_at.saturating_add(4),
                length: u64::try_from(offset_size).unwrap_or_default(),
            },
            value: ByteRange { start, length },
        }))
    }

    /// The bytes of a directory of `count` entries at `at`, and the offset of the next one.
    pub(super) fn extent(
        self,
        input: &mut Input<'_>,
        at: u64,
        count: u64,
    ) -> io::Result<(ByteRange, Option<u64>)> {
        let (count_size, entry_size, offset_size) = self.sizes();
        let next_at = at
            .saturating_add(count_size)
            .saturating_add(count.saturating_mul(entry_size));
        let bytes = input.peek(next_at, offset_size)?;
        let next = (bytes.len() == offset_size).then(|| self.number(bytes));
        let end = next_at.saturating_add(u64::try_from(offset_size).unwrap_or_default());
        let directory = ByteRange::between(at, end.min(input.length()));
        Ok((directory, next.filter(|next| *next != 0)))
    }

    /// The directory of `extent` with the entries of `kept` alone, as long as it was: what is
    /// free becomes zeros behind the offset of the next directory, which is 0 if `last`.
    pub(super) fn rewritten(
        self,
        input: &mut Input<'_>,
        extent: ByteRange,
        kept: &[Entry],
        last: bool,
    ) -> io::Result<Vec<u8>> {
        let (count_size, entry_size, offset_size) = self.sizes();
        let length = usize::try_from(extent.length).unwrap_or_default();
        let count = u64::try_from(kept.len()).unwrap_or_default();
        let mut bytes = self.bytes(count, usize::try_from(count_size).unwrap_or_default());
        for entry in kept {
            let framed = ByteRange {
                start: entry.count_field.start.saturating_sub(4),
                length: entry_size,
            };
            bytes.append(&mut input.read(framed)?);
        }
        let next_at = extent
            .end()
            .saturating_sub(u64::try_from(offset_size).unwrap_or_default());
        let next = if last {
            vec![0; offset_size]
        } else {
            input.peek(next_at, offset_size)?.to_vec()
        };
        bytes.extend(next);
        bytes.resize(length.max(bytes.len()), 0);
        Ok(bytes)
    }

    /// A number in `size` bytes.
    pub(super) fn bytes(self, number: u64, size: usize) -> Vec<u8> {
        let mut bytes: Vec<u8> = number.to_le_bytes().into_iter().take(size).collect();
        if !self.little {
            bytes.reverse();
        }
        bytes
    }

    /// Where the header states the place of the first directory, and in how many bytes.
    pub(super) const fn header(self) -> (u64, usize) {
        if self.big { (8, 8) } else { (4, 4) }
    }

    /// Up to `limit` numbers of an entry whose values are unsigned integers.
    pub(super) fn numbers(
        self,
        input: &mut Input<'_>,
        entry: &Entry,
        limit: u64,
    ) -> io::Result<Vec<u64>> {
        let size = match entry.kind {
            1 | 3 | 4 | 13 | 16 | 18 => value_size(entry.kind),
            _ => return Ok(Vec::new()),
        };
        let length = entry.count.min(limit).saturating_mul(size);
        let bytes = input.read(ByteRange {
            length,
            ..entry.value
        })?;
        let size = usize::try_from(size).unwrap_or(1);
        Ok(bytes
            .chunks_exact(size)
            .map(|bytes| self.number(bytes))
            .collect())
    }
}

/// Bytes of one value of a field type; 1 for types that are not known.
pub(super) const fn value_size(kind: u16) -> u64 {
    match kind {
        3 | 8 => 2,
        4 | 9 | 11 | 13 => 4,
        5 | 10 | 12 | 16 | 17 | 18 => 8,
        _ => 1,
    }
}
