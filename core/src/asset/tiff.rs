//! TIFF and what is built on it: DNG and the raw formats of camera makers.

use super::{
    ByteRange, MetadataKind, PartKind, compact,
    directory::{Entry, Layout, Visited},
    draft::{Draft, Walk},
    input::Input,
    jumbf, photoshop,
};

const SUBFILE_TYPE: u16 = 254;
const WIDTH: u16 = 256;
const HEIGHT: u16 = 257;
const STRIP_OFFSETS: u16 = 273;
const STRIP_LENGTHS: u16 = 279;
const SUB_DIRECTORIES: u16 = 330;
const TILE_OFFSETS: u16 = 324;
const TILE_LENGTHS: u16 = 325;
const XMP: u16 = 700;
const IPTC: u16 = 33_723;
const PHOTOSHOP: u16 = 34_377;
const COLOUR_PROFILE: u16 = 34_675;
const EXIF: u16 = 34_665;
const GPS: u16 = 34_853;
const STORE: u16 = 52_545;

/// Directories waiting to be read; a page rarely has more than a handful of sub-directories.
const PENDING: usize = 1_000;

/// Strips and tiles whose places are recorded, for one page.
const STRIPS: u64 = 10_000;

/// What a directory describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A page, counted from 0.
    Page(usize),
    /// Another version of a page: a preview, or the raw picture itself.
    Sub,
    /// The EXIF or GPS directory.
    Exif,
}

/// A store where a directory points at one.
struct Candidate {
    entry: Entry,
    role: Role,
}

/// A part of the picture data: entries that say where it lies.
type Strips = (Option<Entry>, Option<Entry>);

/// Walks a TIFF file.
///
/// A manifest store is the data of tag 52545 in the last directory (C2PA 2.2, A.3.5), or, in
/// files of earlier and later versions of the specification, in the first.
pub(super) fn walk(input: &mut Input<'_>, draft: &mut Draft<'_>) -> Walk {
    let Some((layout, first)) = Layout::read(input)? else {
        draft.malformed(ByteRange::between(0, input.length().min(16)), "header");
        draft.set_complete();
        return Ok(());
    };
    let header = if layout.big { 16 } else { 8 };
    draft.part(ByteRange::between(0, header), PartKind::Structure);
    let mut tiff = Tiff {
        layout,
        visited: Visited::default(),
        // Directories do not overlap, so all of them together have no more entries than the file
        // has room for. A small file whose directories lie inside each other could otherwise
        // cost as much as the largest.
        entries_left: input
            .length()
            .checked_div(12)
            .unwrap_or_default()
            .saturating_add(1),
        pending: vec![(first, Role::Page(0))],
        pages: 0,
        stores: Vec::new(),
        strips: Vec::new(),
    };
    while let Some((at, role)) = tiff.pending.pop() {
        tiff.directory(input, draft, at, role)?;
    }
    tiff.add_stores(input, draft)?;
    // Where the pixels lie matters only to who asks what a store's exclusions cover.
    if !draft.stores().is_empty() {
        tiff.add_strips(input, draft)?;
    }
    compact::add(input, draft, layout, first)?;
    draft.set_complete();
    Ok(())
}

struct Tiff {
    layout: Layout,
    visited: Visited,
    entries_left: u64,
    pending: Vec<(u64, Role)>,
    pages: usize,
    stores: Vec<Candidate>,
    strips: Vec<Strips>,
}

impl Tiff {
    fn directory(
        &mut self,
        input: &mut Input<'_>,
        draft: &mut Draft<'_>,
        at: u64,
        role: Role,
    ) -> Walk {
        draft.step(at)?;
        if !self.visited.enter(at) {
            draft.malformed(
                ByteRange {
                    start: at,
                    length: 0,
                },
                "directories form a cycle",
            );
            return Ok(());
        }
        let Some(count) = self.layout.entry_count(input, at)? else {
            draft.truncated(at.min(input.length()), "directory", input);
            return Ok(());
        };
        if let Role::Page(_) = role {
            self.pages = self.pages.saturating_add(1);
        }
        let (extent, next) = self.layout.extent(input, at, count)?;
        let kind = if role == Role::Exif {
            PartKind::Exif
        } else {
            PartKind::Structure
        };
        draft.part(extent, kind);
        let mut size = (None, None, 0);
        let mut strips: Strips = (None, None);
        for index in 0..count {
            draft.step(at)?;
            self.take(input, draft, at, 1)?;
            let Some(entry) = self.layout.entry(input, at, index)? else {
                draft.truncated(at, "directory", input);
                break;
            };
            let first_value = |tiff: &Self, input: &mut Input<'_>| {
                let numbers = tiff.layout.numbers(input, &entry, 1)?;
                Ok::<_, std::io::Error>(numbers.first().copied().unwrap_or_default())
            };
            match entry.tag {
                WIDTH => size.0 = u32::try_from(first_value(self, input)?).ok(),
                HEIGHT => size.1 = u32::try_from(first_value(self, input)?).ok(),
                SUBFILE_TYPE => size.2 = first_value(self, input)?,
                STRIP_OFFSETS | TILE_OFFSETS => strips.0 = Some(entry),
                STRIP_LENGTHS | TILE_LENGTHS => strips.1 = Some(entry),
                SUB_DIRECTORIES | EXIF | GPS => self.enqueue(input, draft, &entry, role)?,
                STORE => self.stores.push(Candidate { entry, role }),
                _ if entry.value.end() > input.length() => {
                    draft.malformed(extent, "an entry points outside of the file");
                }
                XMP if matches!(role, Role::Page(_)) => {
                    draft.part(entry.value, PartKind::Xmp);
                    draft.read_metadata(
                        input,
                        MetadataKind::Xmp,
                        entry.value,
                        entry.value,
                        "tag 700/XMP",
                    )?;
                }
                IPTC if matches!(role, Role::Page(_)) => {
                    draft.part(entry.value, PartKind::Iptc);
                    draft.read_metadata(
                        input,
                        MetadataKind::Iptc,
                        entry.value,
                        entry.value,
                        "tag 33723/IPTC",
                    )?;
                }
                PHOTOSHOP if matches!(role, Role::Page(_)) => {
                    draft.part(entry.value, PartKind::Iptc);
                    resources(input, draft, entry.value)?;
                }
                COLOUR_PROFILE => draft.part(entry.value, PartKind::ColourProfile),
                _ if !extent_holds(extent, entry.value) => draft.part(entry.value, kind),
                _ => {}
            }
        }
        // Bit 0 of the subfile type marks a reduced version of another picture.
        if let (Some(width), Some(height), 0) = (size.0, size.1, size.2 & 1) {
            draft.set_dimensions(width, height);
        }
        if strips.0.is_some() && self.strips.len() < PENDING {
            self.strips.push(strips);
        }
        if let (Role::Page(page), Some(next)) = (role, next) {
            self.pending
                .insert(0, (next, Role::Page(page.saturating_add(1))));
        }
        Ok(())
    }

    /// Directories that an entry points at are read before the next page. Pointers count like
    /// entries: each stands for a directory, which takes more room than an entry.
    fn enqueue(
        &mut self,
        input: &mut Input<'_>,
        draft: &mut Draft<'_>,
        entry: &Entry,
        role: Role,
    ) -> Walk {
        let role = match entry.tag {
            SUB_DIRECTORIES if role != Role::Exif => Role::Sub,
            SUB_DIRECTORIES => return Ok(()),
            _ => Role::Exif,
        };
        self.take(input, draft, entry.value.start, entry.count)?;
        let room = PENDING.saturating_sub(self.pending.len());
        let room = u64::try_from(room).unwrap_or_default();
        for at in self.layout.numbers(input, entry, room)? {
            self.pending.push((at, role));
        }
        Ok(())
    }

    /// Counts entries or pointers against the room that the file has for them.
    fn take(&mut self, input: &Input<'_>, draft: &mut Draft<'_>, at: u64, count: u64) -> Walk {
        match self.entries_left.checked_sub(count) {
            Some(left) => self.entries_left = left,
            None => {
                let room = input.length().checked_div(12).unwrap_or_default();
                return Err(draft.limit("directory entries", at, room));
            }
        }
        Ok(())
    }

    fn add_stores(&self, input: &mut Input<'_>, draft: &mut Draft<'_>) -> Walk {
        for Candidate { entry, role } in &self.stores {
            let data = entry.value;
            let last = self.pages.saturating_sub(1);
            let misplaced = if data.end() > input.length() {
                Some("cut off by the end of the file")
            } else if entry.kind != 7 {
                Some("in a tag of a wrong type")
            } else {
                match role {
                    Role::Page(page) => (*page != 0 && *page != last)
                        .then_some("in a directory that is neither the first nor the last"),
                    Role::Sub | Role::Exif => Some("in a sub-directory"),
                }
            };
            let end = data.end().min(input.length());
            let data = ByteRange::between(data.start.min(end), end);
            // Bytes behind the box inside the tag are no part of the store, whatever the tag says.
            let claimed =
                jumbf::box_length(input.peek(data.start, 16)?).filter(|length| *length >= 8);
            let framed = ByteRange {
                length: claimed.unwrap_or(data.length).min(data.length),
                ..data
            };
            // The length of the store cannot be signed either: it stands in the entry's count.
            draft.read_store(input, data, &[framed, entry.count_field], misplaced)?;
        }
        Ok(())
    }

    fn add_strips(&self, input: &mut Input<'_>, draft: &mut Draft<'_>) -> Walk {
        for strips in &self.strips {
            let (Some(offsets), Some(lengths)) = strips else {
                continue;
            };
            let offsets = self.layout.numbers(input, offsets, STRIPS)?;
            let lengths = self.layout.numbers(input, lengths, STRIPS)?;
            for (start, length) in offsets.into_iter().zip(lengths) {
                draft.step(start)?;
                let strip = ByteRange { start, length };
                if strip.end() <= input.length() {
                    draft.part(strip, PartKind::ImageData);
                }
            }
        }
        Ok(())
    }
}

/// Whether a value stands inside its directory.
const fn extent_holds(extent: ByteRange, value: ByteRange) -> bool {
    extent.start <= value.start && value.end() <= extent.end()
}

/// Photoshop resources repeat the IPTC records, or hold them alone.
fn resources(input: &mut Input<'_>, draft: &mut Draft<'_>, range: ByteRange) -> Walk {
    const PART: &str = "tag 34377/IPTC";
    if draft.charge_metadata(PART, range.length) {
        let block = input.read(range)?;
        if let Some(records) = photoshop::iptc(&block) {
            draft.add_metadata(MetadataKind::Iptc, records.to_vec(), range, PART);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
