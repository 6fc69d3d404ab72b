//! JPEG: XMP is an APP1 segment behind JFIF and EXIF (XMP part 3, 1.1.3); IPTC-IIM stands in the
//! resources of Photoshop, which may take several segments.

use super::{ByteRange, RewriteError, to_u64};

const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";
const MULTI_PICTURE: &[u8] = b"MPF\0";

/// Most bytes of a segment's content.
const CONTENT: usize = 65_533;

/// Segments before the first scan that are looked at.
const SEGMENTS: usize = 10_000;

/// Resource numbers: IPTC-IIM and its digest, thumbnails of two ages.
const IPTC: u16 = 0x0404;
const IPTC_DIGEST: u16 = 0x0425;
const THUMBNAILS: [u16; 2] = [0x0409, 0x040C];

/// The segment of a packet.
pub(super) fn xmp(packet: &[u8]) -> Result<Vec<u8>, RewriteError> {
    let limit = CONTENT.saturating_sub(XMP.len());
    if packet.len() <= limit {
        return Ok(segment(0xE1, &[XMP, packet].concat()));
    }
    // What most packets have much of is white space before their end mark.
    let slim = without_padding(packet);
    if slim.len() > limit {
        return Err(RewriteError::TooLarge {
            part: "APP1/XMP",
            bytes: slim.len(),
            limit,
        });
    }
    Ok(segment(0xE1, &[XMP, &slim].concat()))
}

fn without_padding(packet: &[u8]) -> Vec<u8> {
    let Some(end) = memchr::memmem::rfind(packet, b"<?xpacket") else {
        return packet.trim_ascii_end().to_vec();
    };
    let (before, mark) = packet.split_at_checked(end).unwrap_or((packet, &[]));
    [before.trim_ascii_end(), b"\n", mark].concat()
}

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len().saturating_add(2)).unwrap_or(u16::MAX);
    [&[0xFF, marker], length.to_be_bytes().as_slice(), content].concat()
}

/// One segment of a file: its marker, its bytes with marker and length, its content.
pub(super) struct Segment<'a> {
    pub(super) marker: u8,
    pub(super) range: ByteRange,
    pub(super) content: &'a [u8],
}

/// The segments before the first scan.
pub(super) fn segments(file: &[u8]) -> Vec<Segment<'_>> {
    let mut segments = Vec::new();
    let mut at = 2_usize;
    while let Some([0xFF, marker, l0, l1]) = file.get(at..).and_then(<[u8]>::first_chunk) {
        // Fill bytes stand before a marker.
        if *marker == 0xFF {
            at = at.saturating_add(1);
            continue;
        }
        let length = usize::from(u16::from_be_bytes([*l0, *l1]));
        let start = at.saturating_add(4);
        let end = at.saturating_add(2).saturating_add(length);
        let Some(content) = file.get(start..end) else {
            break;
        };
        if matches!(*marker, 0x00..=0xBF | 0xD0..=0xDA) || segments.len() >= SEGMENTS {
            break;
        }
        segments.push(Segment {
            marker: *marker,
            range: ByteRange::between(to_u64(at), to_u64(end)),
            content,
        });
        at = end;
    }
    segments
}

/// Behind JFIF and its thumbnail, and behind EXIF when that comes next.
pub(super) fn place_of_xmp(file: &[u8]) -> u64 {
    let mut place = 2;
    for segment in segments(file) {
        let is_first = match segment.marker {
            0xE0 => true,
            0xE1 => segment.content.starts_with(b"Exif\0"),
            _ => false,
        };
        if !is_first {
            break;
        }
        place = segment.range.end();
    }
    place
}

/// Length of a JFIF header without its thumbnail: name, version, density, size of the thumbnail.
const JFIF: usize = 14;

/// Thumbnails in the headers: the segment that holds each, and its bytes.
pub(super) fn thumbnails(file: &[u8]) -> Vec<(&'static str, u64)> {
    let mut found = Vec::new();
    let mut block = Vec::new();
    for segment in segments(file) {
        match segment.marker {
            0xE0 if segment.content.starts_with(b"JFXX\0") => {
                found.push(("APP0/JFXX", to_u64(segment.content.len())));
            }
            0xE0 if segment.content.starts_with(b"JFIF\0") && segment.content.len() > JFIF => {
                let bytes = segment.content.len().saturating_sub(JFIF);
                found.push(("APP0/JFIF", to_u64(bytes)));
            }
            0xED => {
                block.extend_from_slice(segment.content.strip_prefix(PHOTOSHOP).unwrap_or_default())
            }
            _ => {}
        }
    }
    let mut rest = block.as_slice();
    while let Some(resource) = Resource::read(rest) {
        if THUMBNAILS.contains(&resource.number) {
            found.push(("APP13/thumbnail", to_u64(resource.length)));
        }
        rest = rest.get(resource.whole.len()..).unwrap_or_default();
    }
    found
}

/// Headers without thumbnails.
pub(super) fn without_thumbnails(file: &[u8]) -> Vec<(ByteRange, Vec<u8>)> {
    let changed = segments(file).into_iter().filter_map(|one| {
        let content = one.content;
        if one.marker == 0xE0 && content.starts_with(b"JFXX\0") {
            return Some((one.range, Vec::new()));
        }
        let header = content.get(..JFIF)?;
        let holds = one.marker == 0xE0 && content.starts_with(b"JFIF\0") && content.len() > JFIF;
        holds.then(|| {
            let (fixed, _) = header.split_at_checked(12).unwrap_or_default();
            (one.range, segment(0xE0, &[fixed, &[0, 0]].concat()))
        })
    });
    changed.collect()
}

/// Segments of extended XMP, gone.
pub(super) fn without_extended(file: &[u8]) -> Vec<(ByteRange, Vec<u8>)> {
    without(file, 0xE1, b"http://ns.adobe.com/xmp/extension/\0")
}

/// The index of further pictures, gone.
pub(super) fn without_index(file: &[u8]) -> Vec<(ByteRange, Vec<u8>)> {
    without(file, 0xE2, MULTI_PICTURE)
}

fn without(file: &[u8], marker: u8, identifier: &[u8]) -> Vec<(ByteRange, Vec<u8>)> {
    segments(file)
        .into_iter()
        .filter(|one| one.marker == marker && one.content.starts_with(identifier))
        .map(|one| (one.range, Vec::new()))
        .collect()
}

/// One resource of Photoshop.
struct Resource<'a> {
    number: u16,
    /// Bytes of its content.
    length: usize,
    /// All of it, with name and padding.
    whole: &'a [u8],
    /// What stands before the length of its content.
    head: &'a [u8],
}

impl<'a> Resource<'a> {
    /// The resource that begins here; `None` where none does, or where it is cut off.
    fn read(rest: &'a [u8]) -> Option<Self> {
        let number = u16::from_be_bytes(*rest.get(4..)?.first_chunk()?);
        let name = usize::from(*rest.get(6)?).checked_add(2)? & !1;
        let length_at = name.checked_add(6)?;
        let length = u32::from_be_bytes(*rest.get(length_at..)?.first_chunk()?);
        let length = usize::try_from(length).ok()?;
        let end = length_at.checked_add(4)?.checked_add(length)?;
        let padded = end.checked_add(length & 1)?.min(rest.len());
        Some(Self {
            number,
            length,
            whole: rest.get(..padded).filter(|_| end <= rest.len())?,
            head: rest.get(..length_at)?,
        })
    }
}

/// What becomes of Photoshop's resources.
#[derive(Debug, Default)]
pub(super) struct Resources {
    /// New IPTC-IIM records; empty ones remove the resource.
    pub(super) iptc: Option<Vec<u8>>,
    /// Thumbnails leave.
    pub(super) thumbnails: bool,
}

impl Resources {
    /// New segments in place of all that hold resources.
    pub(super) fn apply(&self, file: &[u8]) -> Result<Vec<(ByteRange, Vec<u8>)>, RewriteError> {
        let segments = segments(file);
        let own: Vec<&Segment<'_>> = segments
            .iter()
            .filter(|one| one.marker == 0xED && one.content.starts_with(PHOTOSHOP))
            .collect();
        let Some(first) = own.first() else {
            return Ok(Vec::new());
        };
        let block: Vec<u8> = own
            .iter()
            .flat_map(|one| one.content.get(PHOTOSHOP.len()..).unwrap_or_default())
            .copied()
            .collect();
        let Some(block) = self.rewritten(&block) else {
            return Err(RewriteError::Damaged {
                at: first.range.start,
            });
        };
        let room = CONTENT.saturating_sub(PHOTOSHOP.len());
        let written = block
            .chunks(room)
            .flat_map(|piece| segment(0xED, &[PHOTOSHOP, piece].concat()))
            .collect();
        let mut splices: Vec<(ByteRange, Vec<u8>)> = own
            .iter()
            .map(|segment| (segment.range, Vec::new()))
            .collect();
        if let Some((_, bytes)) = splices.first_mut() {
            *bytes = written;
        }
        Ok(splices)
    }

    fn rewritten(&self, block: &[u8]) -> Option<Vec<u8>> {
        let mut written = Vec::with_capacity(block.len());
        let mut rest = block;
        while !rest.is_empty() {
            let resource = Resource::read(rest)?;
            match (&self.iptc, resource.number) {
                (Some(_), IPTC_DIGEST) => {}
                (Some(records), IPTC) => {
                    if !records.is_empty() {
                        written.extend_from_slice(resource.head);
                        written.extend(u32::try_from(records.len()).ok()?.to_be_bytes());
                        written.extend_from_slice(records);
                        if records.len() & 1 == 1 {
                            written.push(0);
                        }
                    }
                }
                (_, number) if self.thumbnails && THUMBNAILS.contains(&number) => {}
                _ => written.extend_from_slice(resource.whole),
            }
            rest = rest.get(resource.whole.len()..)?;
        }
        Some(written)
    }
}

/// Moves what the index of further pictures (CIPA DC-007) says to where they are now: offsets
/// count from the index, and the first picture's own length stands in it.
pub(super) fn adjust(before: &[u8], splices: &[(ByteRange, Vec<u8>)], after: &mut [u8]) {
    let find = |file: &[u8]| {
        let segments = segments(file);
        let mut own = segments
            .iter()
            .filter(|one| one.marker == 0xE2 && one.content.starts_with(MULTI_PICTURE));
        own.next().map(|one| one.range.start.saturating_add(8))
    };
    let (Some(old), Some(new)) = (find(before), find(after)) else {
        return;
    };
    let grown = |from: u64| -> i64 {
        splices
            .iter()
            .filter(|(range, _)| range.start >= from)
            .map(|(range, bytes)| {
                let signed = |length: u64| i64::try_from(length).unwrap_or_default();
                signed(to_u64(bytes.len())).saturating_sub(signed(range.length))
            })
            .sum()
    };
    let (all, behind) = (grown(0), grown(old));
    let start = usize::try_from(new).unwrap_or(usize::MAX);
    let Some(index) = after.get_mut(start..) else {
        return;
    };
    for (at, delta) in [(4_usize, all), (8, behind)] {
        let _ = shift_pictures(index, at, delta);
    }
}

/// Adds `delta` to the field at `field` of each picture's entry: to the length (4) of the first,
/// to the offset (8) of the others.
fn shift_pictures(index: &mut [u8], field: usize, delta: i64) -> Option<()> {
    let little = match index.first_chunk()? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let number = |bytes: &[u8]| -> Option<u64> {
        let bytes = *bytes.first_chunk::<4>()?;
        Some(u64::from(if little {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        }))
    };
    let short = |bytes: &[u8]| -> Option<u16> {
        let bytes = *bytes.first_chunk::<2>()?;
        Some(if little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    };
    let directory = usize::try_from(number(index.get(4..)?)?).ok()?;
    let count = short(index.get(directory..)?)?;
    for position in 0..usize::from(count) {
        let at = directory
            .checked_add(2)?
            .checked_add(position.checked_mul(12)?)?;
        if short(index.get(at..)?)? != 0xB002 {
            continue;
        }
        let length = usize::try_from(number(index.get(at.checked_add(4)?..)?)?).ok()?;
        let entries = usize::try_from(number(index.get(at.checked_add(8)?..)?)?).ok()?;
        for picture in 0..(length.checked_div(16)?).min(64) {
            let first = picture == 0;
            if first != (field == 4) {
                continue;
            }
            let at = entries
                .checked_add(picture.checked_mul(16)?)?
                .checked_add(field)?;
            let old = number(index.get(at..)?)?;
            let new = u32::try_from(i64::try_from(old).ok()?.checked_add(delta)?).ok()?;
            let bytes = if little {
                new.to_le_bytes()
            } else {
                new.to_be_bytes()
            };
            index
                .get_mut(at..at.checked_add(4)?)?
                .copy_from_slice(&bytes);
        }
    }
    Some(())
}
