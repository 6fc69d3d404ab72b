//! Taking fields out of an EXIF block, or of a TIFF file, in place: directories close up, values
//! become zeros, and nothing that stays moves. What others point at, such as maker notes and the
//! strips of a picture, therefore keeps its place.

use std::io::Cursor;

use super::{
    super::{
        ByteRange,
        directory::{Entry, Layout, Visited},
        input::{Input, to_u64},
    },
    Directory, EXIF, GPS,
};

const STRIP_OFFSETS: u16 = 0x0111;
const STRIP_LENGTHS: u16 = 0x0117;
const TILE_OFFSETS: u16 = 0x0144;
const TILE_LENGTHS: u16 = 0x0145;
const THUMBNAIL: u16 = 0x0201;
const THUMBNAIL_LENGTH: u16 = 0x0202;

/// Directories of one block; the standard knows five.
const DIRECTORIES: usize = 16;

/// Entries of one directory that are looked at.
const ENTRIES: u64 = 4_096;

/// Strips of one thumbnail.
const STRIPS: u64 = 1_024;

/// What the bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carrier {
    /// An EXIF block: its second directory describes the thumbnail.
    Block,
    /// A TIFF file: its second directory is a second page, which stays.
    File,
}

/// Takes out the fields that `leaves` names. A thumbnail leaves whole when its first field
/// (`0x0201`) does, a directory of positions when none of its fields stays. Says how many fields
/// left.
pub fn erase(bytes: &mut [u8], carrier: Carrier, leaves: &dyn Fn(Directory, u16) -> bool) -> usize {
    let plan = Plan::of(bytes, carrier, leaves);
    for range in &plan.zeroed {
        fill(bytes, *range);
    }
    for (at, content) in &plan.written {
        let start = usize::try_from(*at).unwrap_or(usize::MAX);
        let end = start.saturating_add(content.len());
        if let Some(target) = bytes.get_mut(start..end) {
            target.copy_from_slice(content);
        }
    }
    plan.fields
}

/// Makes the values of the fields that `leaves` names zeros; the directories still name them.
pub fn blank(bytes: &mut [u8], carrier: Carrier, leaves: &dyn Fn(Directory, u16) -> bool) {
    for range in Plan::of(bytes, carrier, leaves).zeroed {
        fill(bytes, range);
    }
}

fn fill(bytes: &mut [u8], range: ByteRange) {
    let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX).min(bytes.len());
    let (start, end) = (place(range.start), place(range.end()));
    if let Some(target) = bytes.get_mut(start..end) {
        target.fill(0);
    }
}

/// What to change.
#[derive(Default)]
struct Plan {
    /// Ranges that become zeros, before anything is written.
    zeroed: Vec<ByteRange>,
    /// Directories as they will be, and where.
    written: Vec<(u64, Vec<u8>)>,
    /// Header, directories, values and pictures that stay: what leaves may claim their bytes too.
    staying: Vec<ByteRange>,
    fields: usize,
}

fn plan(
    input: &mut Input<'_>,
    carrier: Carrier,
    leaves: &dyn Fn(Directory, u16) -> bool,
) -> std::io::Result<Plan> {
    let mut plan = Plan::default();
    let Some((layout, first)) = Layout::read(input)? else {
        return Ok(plan);
    };
    let (header_at, header_size) = layout.header();
    let header_end = header_at.saturating_add(to_u64(header_size));
    plan.staying.push(ByteRange::between(0, header_end));
    let mut visited = Visited::default();
    let mut pending = vec![(first, Directory::Primary)];
    for _ in 0..DIRECTORIES {
        let Some((at, kind)) = pending.pop() else {
            break;
        };
        if !visited.enter(at) {
            continue;
        }
        let Some(count) = layout.entry_count(input, at)?.filter(|one| *one <= ENTRIES) else {
            continue;
        };
        let mut kept: Vec<Entry> = Vec::new();
        let mut left: Vec<Entry> = Vec::new();
        for index in 0..count {
            let Some(entry) = layout.entry(input, at, index)? else {
                break;
            };
            let nested = match (kind, entry.tag) {
                (Directory::Primary, EXIF) => Some(Directory::Exif),
                (Directory::Primary, GPS) => Some(Directory::Gps),
                _ => None,
            };
            let target = layout.numbers(input, &entry, 1)?.first().copied();
            let leaving = match (nested, target) {
                (Some(Directory::Gps), Some(target)) => empties(input, layout, target, leaves)?,
                _ => leaves(kind, entry.tag),
            };
            if let (Some(nested), Some(target)) = (nested, target) {
                pending.push((target, nested));
            }
            if leaving {
                left.push(entry);
            } else {
                kept.push(entry);
            }
        }
        let (extent, next) = layout.extent(input, at, count)?;
        plan.stay(input, layout, extent, &kept)?;
        let next = match (kind, carrier) {
            (Directory::Primary, Carrier::Block) => next,
            (Directory::Primary, Carrier::File) => {
                plan.pages(input, layout, next)?;
                None
            }
            _ => None,
        };
        let drops_next = next.is_some() && leaves(Directory::Thumbnail, THUMBNAIL);
        if let (Some(next), true) = (next, drops_next) {
            plan.thumbnail(input, layout, next)?;
        } else if let Some(next) = next {
            pending.push((next, Directory::Thumbnail));
        }
        plan.fields = plan.fields.saturating_add(left.len());
        if left.is_empty() && !drops_next {
            continue;
        }
        plan.zeroed.extend(left.iter().map(|entry| entry.value));
        let directory = layout.rewritten(input, extent, &kept, drops_next)?;
        plan.written.push((extent.start, directory));
    }
    let Plan {
        zeroed, staying, ..
    } = &mut plan;
    zeroed.retain(|range| {
        let shares = |stays: &ByteRange| stays.intersection(*range).is_some();
        !staying.iter().any(shares)
    });
    Ok(plan)
}

/// Whether no field of the directory of positions at `at` stays.
fn empties(
    input: &mut Input<'_>,
    layout: Layout,
    at: u64,
    leaves: &dyn Fn(Directory, u16) -> bool,
) -> std::io::Result<bool> {
    let count = layout.entry_count(input, at)?.unwrap_or_default();
    for index in 0..count.min(ENTRIES) {
        let Some(entry) = layout.entry(input, at, index)? else {
            break;
        };
        if !leaves(Directory::Gps, entry.tag) {
            return Ok(false);
        }
    }
    Ok(true)
}

impl Plan {
    fn of(bytes: &[u8], carrier: Carrier, leaves: &dyn Fn(Directory, u16) -> bool) -> Self {
        let mut cursor = Cursor::new(bytes);
        let mut input = Input::new(&mut cursor, to_u64(bytes.len()));
        // Memory does not fail to be read.
        plan(&mut input, carrier, leaves).unwrap_or_default()
    }

    /// A directory stays, the values of its entries, and the pictures that they name.
    fn stay(
        &mut self,
        input: &mut Input<'_>,
        layout: Layout,
        extent: ByteRange,
        entries: &[Entry],
    ) -> std::io::Result<()> {
        self.staying.push(extent);
        self.staying.extend(entries.iter().map(|entry| entry.value));
        for (starts, lengths) in [
            (STRIP_OFFSETS, STRIP_LENGTHS),
            (TILE_OFFSETS, TILE_LENGTHS),
            (THUMBNAIL, THUMBNAIL_LENGTH),
        ] {
            let mut numbers = |tag: u16| match entries.iter().find(|entry| entry.tag == tag) {
                Some(entry) => layout.numbers(input, entry, STRIPS),
                None => Ok(Vec::new()),
            };
            let pieces = numbers(starts)?.into_iter().zip(numbers(lengths)?);
            let ranges = pieces.map(|(start, length)| ByteRange { start, length });
            self.staying.extend(ranges);
        }
        Ok(())
    }

    /// All further pages of a file stay.
    fn pages(
        &mut self,
        input: &mut Input<'_>,
        layout: Layout,
        mut next: Option<u64>,
    ) -> std::io::Result<()> {
        for _ in 0..DIRECTORIES {
            let Some(at) = next.filter(|at| *at != 0) else {
                break;
            };
            let Some(count) = layout.entry_count(input, at)?.filter(|one| *one <= ENTRIES) else {
                break;
            };
            let mut entries = Vec::new();
            for index in 0..count {
                entries.extend(layout.entry(input, at, index)?);
            }
            let (extent, following) = layout.extent(input, at, count)?;
            self.stay(input, layout, extent, &entries)?;
            next = following;
        }
        Ok(())
    }

    /// The whole thumbnail becomes zeros: its directory, its values, its picture.
    fn thumbnail(&mut self, input: &mut Input<'_>, layout: Layout, at: u64) -> std::io::Result<()> {
        let count = layout.entry_count(input, at)?.unwrap_or_default();
        let (mut starts, mut lengths) = (Vec::new(), Vec::new());
        for index in 0..count.min(ENTRIES) {
            let Some(entry) = layout.entry(input, at, index)? else {
                break;
            };
            match entry.tag {
                THUMBNAIL | STRIP_OFFSETS => starts = layout.numbers(input, &entry, STRIPS)?,
                THUMBNAIL_LENGTH | STRIP_LENGTHS => {
                    lengths = layout.numbers(input, &entry, STRIPS)?;
                }
                _ => {}
            }
            self.zeroed.push(entry.value);
        }
        let pieces = starts.into_iter().zip(lengths);
        self.zeroed
            .extend(pieces.map(|(start, length)| ByteRange { start, length }));
        let (extent, _) = layout.extent(input, at, count.min(ENTRIES))?;
        self.zeroed.push(extent);
        self.fields = self.fields.saturating_add(1);
        Ok(())
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
    use crate::asset::exif::read;

    /// Make; an EXIF directory with a serial number; a position; a thumbnail of four bytes.
    fn block() -> Vec<u8> {
        let mut bytes = b"MM\0\x2A\0\0\0\x08".to_vec();
        // Primary, at 8: three entries; the thumbnail's directory at 110.
        bytes.extend(b"\0\x03\x01\x0F\0\x02\0\0\0\x07\0\0\0\x32");
        bytes.extend(b"\x87\x69\0\x04\0\0\0\x01\0\0\0\x3A");
        bytes.extend(b"\x88\x25\0\x04\0\0\0\x01\0\0\0\x5C\0\0\0\x6E");
        // At 50: "Camera".
        bytes.extend(b"Camera\0\0");
        // EXIF, at 58: ISO in place, a serial number at 88.
        bytes.extend(b"\0\x02\x88\x27\0\x03\0\0\0\x01\0\x64\0\0");
        bytes.extend(b"\xA4\x31\0\x02\0\0\0\x04S99\0\0\0\0\0");
        bytes.extend(b"\0\0\0\0");
        // GPS, at 92.
        bytes.extend(b"\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0\0\0\0\0");
        // Thumbnail, at 110.
        bytes.extend(b"\0\x02\x02\x01\0\x04\0\0\0\x01\0\0\0\x8C");
        bytes.extend(b"\x02\x02\0\x04\0\0\0\x01\0\0\0\x04\0\0\0\0");
        bytes.extend(b"JPEG");
        bytes
    }

    fn tags(bytes: &[u8]) -> Vec<(Directory, u16)> {
        let fields = read(bytes).into_iter();
        fields.map(|field| (field.directory, field.tag)).collect()
    }

    #[test]
    fn what_leaves_is_gone_and_nothing_else_moves() {
        let before = block();
        let mut after = before.clone();
        let left = erase(&mut after, Carrier::Block, &|_, tag| tag == 0xA431);
        assert_eq!((left, after.len()), (1, before.len()));
        assert!(!after.windows(3).any(|bytes| bytes == b"S99"));
        let mut expected = tags(&before);
        expected.retain(|(_, tag)| *tag != 0xA431);
        assert_eq!(tags(&after), expected);
        assert_eq!(&after[50..56], b"Camera");
    }

    #[test]
    fn positions_and_thumbnails_leave_with_their_directories() {
        let mut bytes = block();
        erase(&mut bytes, Carrier::Block, &|directory, _| {
            directory == Directory::Gps
        });
        assert!(!tags(&bytes).iter().any(|(one, _)| *one == Directory::Gps));
        assert!(!bytes.windows(2).any(|bytes| bytes == b"\x88\x25"));
        erase(&mut bytes, Carrier::Block, &|directory, _| {
            directory == Directory::Thumbnail
        });
        assert!(!bytes.windows(4).any(|bytes| bytes == b"JPEG"));
        assert_eq!(
            tags(&bytes),
            [
                (Directory::Primary, 0x010F),
                (Directory::Exif, 0x8827),
                (Directory::Exif, 0xA431)
            ]
        );
    }

    #[test]
    fn the_second_page_of_a_file_is_no_thumbnail() {
        let mut bytes = block();
        let left = erase(&mut bytes, Carrier::File, &|directory, _| {
            directory == Directory::Thumbnail
        });
        assert_eq!((left, bytes), (0, block()));
    }

    proptest! {
        #[test]
        fn any_mutation_keeps_the_length(
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        ) {
            let mut bytes = block();
            for (index, value) in changes {
                let at = index.index(bytes.len());
                bytes[at] = value;
            }
            let length = bytes.len();
            erase(&mut bytes, Carrier::Block, &|_, tag| tag % 2 == 1);
            prop_assert_eq!(bytes.len(), length);
        }
    }
}
