//! The EXIF of a TIFF file, which is spread over the file, as one small block like that of other
//! formats.

use std::io;

use super::{
    ByteRange, MetadataKind,
    directory::{Entry, Layout, value_size},
    draft::{Draft, Walk},
    input::{Input, to_u64},
};

const EXIF: u16 = 34_665;
const GPS: u16 = 34_853;
const MAKER_NOTE: u16 = 37_500;

/// Longest value that is copied; user comments of generators stay below 16 KiB.
const VALUE: u64 = 64 << 10;

/// Entries copied from one directory; cameras write about eighty.
const ENTRIES: u64 = 512;

/// Adds the first directory of a TIFF file, and the EXIF and GPS directories that it points at,
/// as a block in TIFF structure. Places of pixels, of other metadata blocks and of sub-directories
/// are left out, and the maker note too, whose offsets hold only in place.
pub(super) fn add(
    input: &mut Input<'_>,
    draft: &mut Draft<'_>,
    layout: Layout,
    first: u64,
) -> Walk {
    let mut primary = entries(input, layout, first)?;
    let mut nested = |tag| -> io::Result<Vec<Entry>> {
        let Some(pointer) = primary.iter().find(|entry| entry.tag == tag).copied() else {
            return Ok(Vec::new());
        };
        let at = layout.numbers(input, &pointer, 1)?.first().copied();
        at.map_or(Ok(Vec::new()), |at| entries(input, layout, at))
    };
    let exif = nested(EXIF)?;
    let gps = nested(GPS)?;
    primary.retain(|entry| entry.tag != EXIF && entry.tag != GPS);

    // What is charged covers the values, the entries, and a little for the directories.
    let all = [&primary, &exif, &gps];
    let charge = all
        .iter()
        .flat_map(|entries| entries.iter())
        .fold(64_u64, |sum, entry| {
            sum.saturating_add(entry.value.length).saturating_add(14)
        });
    if all.iter().all(|entries| entries.is_empty()) || !draft.charge_metadata("EXIF", charge) {
        return Ok(());
    }
    let mut block = Block::new(layout.little);
    let exif_at = block.directory(input, &exif, &[])?;
    let gps_at = block.directory(input, &gps, &[])?;
    let pointers: Vec<(u16, u32)> = [(EXIF, exif_at, &exif), (GPS, gps_at, &gps)]
        .into_iter()
        .filter(|(_, _, entries)| !entries.is_empty())
        .map(|(tag, at, _)| (tag, at))
        .collect();
    let first_at = block.directory(input, &primary, &pointers)?;
    let bytes = block.finish(first_at);
    let range = ByteRange::between(0, input.length());
    draft.add_metadata(MetadataKind::Exif, bytes, range, "EXIF");
    Ok(())
}

/// Entries of the directory at `at` that describe the picture and fit.
fn entries(input: &mut Input<'_>, layout: Layout, at: u64) -> io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    let count = layout.entry_count(input, at)?.unwrap_or_default();
    for index in 0..count.min(ENTRIES) {
        let Some(entry) = layout.entry(input, at, index)? else {
            break;
        };
        let fits = entry.value.length <= VALUE && entry.value.end() <= input.length();
        // Classic TIFF knows no types beyond 13.
        if fits && entry.kind <= 13 && !is_left_out(entry.tag) {
            entries.push(entry);
        }
    }
    Ok(entries)
}

const fn is_left_out(tag: u16) -> bool {
    // Strips, tiles, embedded JPEG; XMP, IPTC, Photoshop, colour profile, manifest store.
    matches!(
        tag,
        273 | 279
            | 324
            | 325
            | 330
            | 513
            | 514
            | 700
            | 33_723
            | 34_377
            | 34_675
            | 52_545
            | MAKER_NOTE
    )
}

/// A classic TIFF structure under construction.
struct Block {
    little: bool,
    bytes: Vec<u8>,
}

impl Block {
    fn new(little: bool) -> Self {
        let mut block = Self {
            little,
            bytes: if little {
                b"II".to_vec()
            } else {
                b"MM".to_vec()
            },
        };
        block.short(42);
        block.long(0);
        block
    }

    fn short(&mut self, value: u16) {
        let bytes = if self.little {
            value.to_le_bytes()
        } else {
            value.to_be_bytes()
        };
        self.bytes.extend(bytes);
    }

    fn long(&mut self, value: u32) {
        let bytes = if self.little {
            value.to_le_bytes()
        } else {
            value.to_be_bytes()
        };
        self.bytes.extend(bytes);
    }

    /// Where the next byte goes. Values are bounded far below 4 GiB by their number and length.
    fn at(&self) -> u32 {
        u32::try_from(self.bytes.len()).unwrap_or(u32::MAX)
    }

    /// Appends the values of `entries` and then the directory; says where it begins.
    fn directory(
        &mut self,
        input: &mut Input<'_>,
        entries: &[Entry],
        pointers: &[(u16, u32)],
    ) -> io::Result<u32> {
        let mut fields = Vec::new();
        for entry in entries {
            let value = input.read(entry.value)?;
            // A source shorter than it said: what is missing is zero.
            let stated = usize::try_from(entry.value.length).unwrap_or(value.len());
            let mut value = value;
            value.resize(stated, 0);
            let in_entry: [u8; 4] = if value.len() <= 4 {
                let mut padded = [0; 4];
                for (target, byte) in padded.iter_mut().zip(&value) {
                    *target = *byte;
                }
                padded
            } else {
                let at = self.at();
                self.bytes.append(&mut value);
                if self.bytes.len() & 1 == 1 {
                    self.bytes.push(0);
                }
                if self.little {
                    at.to_le_bytes()
                } else {
                    at.to_be_bytes()
                }
            };
            let count = to_u64(stated)
                .checked_div(value_size(entry.kind))
                .unwrap_or_default();
            fields.push((
                entry.tag,
                entry.kind,
                u32::try_from(count).unwrap_or_default(),
                in_entry,
            ));
        }
        let at = self.at();
        let all = fields.len().saturating_add(pointers.len());
        self.short(u16::try_from(all).unwrap_or(u16::MAX));
        for (tag, kind, count, value) in fields {
            self.short(tag);
            self.short(kind);
            self.long(count);
            self.bytes.extend(value);
        }
        for (tag, target) in pointers {
            self.short(*tag);
            self.short(4);
            self.long(1);
            self.long(*target);
        }
        self.long(0);
        Ok(at)
    }

    fn finish(mut self, first: u32) -> Vec<u8> {
        let bytes = if self.little {
            first.to_le_bytes()
        } else {
            first.to_be_bytes()
        };
        if let Some(target) = self.bytes.get_mut(4..8) {
            target.copy_from_slice(&bytes);
        }
        self.bytes
    }
}
