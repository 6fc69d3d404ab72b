//! TIFF: fields leave in place; an XMP packet is appended, and with it the first directory when
//! it had no room for the new entry (TIFF 6.0, section 2: directories may stand anywhere).

use std::{fmt, io::Cursor};

use super::{
    super::{
        directory::{Entry, Layout},
        exif::{
            Directory,
            erase::{Carrier, blank, erase},
        },
        input::Input,
    },
    ByteRange, RewriteError, to_u64,
};

/// The manifest store (C2PA 2.2, A.3.5).
pub(super) const STORE: u16 = 52_545;

const XMP: u16 = 700;
const IPTC: u16 = 33_723;

/// Field types: bytes, and 64-bit numbers of BigTIFF.
const BYTE: u64 = 1;

/// A rule that says which fields leave.
pub(super) struct Leaves(Box<dyn Fn(Directory, u16) -> bool>);

impl Leaves {
    pub(super) fn new(leaves: impl Fn(Directory, u16) -> bool + 'static) -> Self {
        Self(Box::new(leaves))
    }
}

impl fmt::Debug for Leaves {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Leaves")
    }
}

/// What becomes of a file's directories.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// The new packet.
    pub(super) xmp: Option<Vec<u8>>,
    /// Which fields leave.
    pub(super) leaves: Vec<Leaves>,
    /// New content of ranges, as long as the old.
    in_place: Vec<(ByteRange, Vec<u8>)>,
}

impl Changes {
    /// Writes shorter records over the old ones; zeros behind them end their reading.
    pub(super) fn write_iptc(
        &mut self,
        file: &[u8],
        range: ByteRange,
        length: usize,
        records: &[u8],
    ) {
        let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
        let held = file.get(place(range.start)..place(range.end()));
        // The records may stand inside of Photoshop's resources, whose lengths then still hold.
        let start = held.and_then(|held| {
            let first = memchr::memchr(0x1C, held)?;
            (first.checked_add(length)? <= held.len()).then_some(first)
        });
        if let Some(start) = start
            && records.len() <= length
        {
            let mut bytes = records.to_vec();
            bytes.resize(length, 0);
            let range = ByteRange {
                start: range.start.saturating_add(to_u64(start)),
                length: to_u64(length),
            };
            self.in_place.push((range, bytes));
        } else {
            self.leaves.push(Leaves::new(|_, tag| tag == IPTC));
        }
    }

    /// The file, written.
    pub(super) fn apply(self, file: &[u8]) -> Result<Vec<u8>, RewriteError> {
        let mut written = file.to_vec();
        for (range, bytes) in &self.in_place {
            let start = usize::try_from(range.start).unwrap_or(usize::MAX);
            let target = written.get_mut(start..start.saturating_add(bytes.len()));
            if let Some(target) = target {
                target.copy_from_slice(bytes);
            }
        }
        if !self.leaves.is_empty() {
            erase(&mut written, Carrier::File, &|directory, tag| {
                self.leaves.iter().any(|leaves| leaves.0(directory, tag))
            });
        }
        if let Some(packet) = &self.xmp {
            write_xmp(&mut written, packet).ok_or(RewriteError::Damaged { at: 0 })?;
        }
        Ok(written)
    }
}

/// Appends the packet and makes the first directory name it. `None` when the directory cannot be
/// read, or the file would pass 4 GiB in a layout of 32 bits.
fn write_xmp(file: &mut Vec<u8>, packet: &[u8]) -> Option<()> {
    let (layout, first, extent, entries) = first_directory(file)?;
    let (count_size, entry_size, offset_size) = layout.sizes();
    let entry_size = usize::try_from(entry_size).ok()?;
    let count_size = usize::try_from(count_size).ok()?;
    let place = |at: u64| usize::try_from(at).ok();
    let fits = |at: usize| layout.big || u32::try_from(at).is_ok();

    // The old packet becomes zeros, unless its bytes are shared.
    blank(file, Carrier::File, &|directory, tag| {
        directory == Directory::Primary && tag == XMP
    });
    let raw = |file: &[u8], entry: &Entry| -> Option<Vec<u8>> {
        let start = place(entry.count_field.start)?.checked_sub(4)?;
        Some(file.get(start..start.checked_add(entry_size)?)?.to_vec())
    };
    even(file);
    let packet_at = file.len();
    file.extend_from_slice(packet);
    even(file);
    let value_size = offset_size;
    let new = [
        layout.bytes(u64::from(XMP), 2),
        layout.bytes(BYTE, 2),
        layout.bytes(to_u64(packet.len()), value_size),
        layout.bytes(to_u64(packet_at), offset_size),
    ]
    .concat();
    // Packets of at most this length would stand in the entry itself; none are so short.
    if packet.len() <= offset_size || !fits(file.len()) {
        return None;
    }
    let mut rows: Vec<(u16, Vec<u8>)> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.tag != XMP) {
        rows.push((entry.tag, raw(file, entry)?));
    }
    rows.push((XMP, new));
    rows.sort_by_key(|(tag, _)| *tag);
    let next_at = place(extent.end())?.checked_sub(offset_size)?;
    let next = file
        .get(next_at..next_at.checked_add(offset_size)?)?
        .to_vec();
    let mut directory = layout.bytes(to_u64(rows.len()), count_size);
    directory.extend(rows.iter().flat_map(|(_, row)| row).copied());
    directory.extend(next);

    let start = place(first)?;
    let end = place(extent.end())?;
    if directory.len() == end.checked_sub(start)? {
        file.get_mut(start..end)?.copy_from_slice(&directory);
        return Some(());
    }
    // The old directory becomes zeros; values that stand in entries moved along.
    file.get_mut(start..end)?.fill(0);
    let directory_at = file.len();
    file.extend(directory);
    if !fits(file.len()) {
        return None;
    }
    let (header_at, header_size) = layout.header();
    let header_at = place(header_at)?;
    let target = file.get_mut(header_at..header_at.checked_add(header_size)?)?;
    target.copy_from_slice(&layout.bytes(to_u64(directory_at), header_size));
    Some(())
}

/// Offsets in TIFF are even.
fn even(file: &mut Vec<u8>) {
    if file.len() & 1 == 1 {
        file.push(0);
    }
}

type First = (Layout, u64, ByteRange, Vec<Entry>);

fn first_directory(file: &[u8]) -> Option<First> {
    /// Entries of a first directory; cameras write about sixty.
    const ENTRIES: u64 = 4_096;
    let mut cursor = Cursor::new(file);
    let mut input = Input::new(&mut cursor, to_u64(file.len()));
    let (layout, first) = Layout::read(&mut input).ok()??;
    let count = layout.entry_count(&mut input, first).ok()??;
    if count > ENTRIES {
        return None;
    }
    let mut entries = Vec::new();
    for index in 0..count {
        entries.push(layout.entry(&mut input, first, index).ok()??);
    }
    let (extent, _) = layout.extent(&mut input, first, count).ok()?;
    Some((layout, first, extent, entries))
}
