//! ZIP archives (APPNOTE 6.3): the directory at the end, and one entry's content.

use std::io;

use memchr::memmem;

use super::{
    ByteRange,
    deflate::{self, Inflated, Wrapping},
    draft::{Draft, Walk},
    input::{Input, to_u64},
};

/// Longest name that is told apart: those that mean something here take fewer bytes.
const NAME: u64 = 64;

/// One entry of the directory.
pub(super) struct Entry {
    /// Its name, as far as [`NAME`].
    pub(super) name: Vec<u8>,
    /// Where the next entry of the directory begins.
    pub(super) next: u64,
    encrypted: bool,
    method: u64,
    packed: u64,
    /// Where its content begins, with a header of its own.
    header: u64,
}

/// Where the directory begins: the record at the end says so, before a comment of at most 65535
/// bytes.
pub(super) fn directory(input: &mut Input<'_>) -> io::Result<Option<u64>> {
    const TAIL: usize = 66_000;
    let start = input.length().saturating_sub(to_u64(TAIL));
    let end = input.peek(start, TAIL)?;
    Ok(memmem::rfind(end, b"PK\x05\x06")
        .and_then(|at| end.get(at..)?.get(16..)?.first_chunk())
        .map(|offset| u64::from(u32::from_le_bytes(*offset))))
}

/// The entry of the directory at `at`; `None` where no entry begins.
pub(super) fn entry(input: &mut Input<'_>, at: u64) -> io::Result<Option<Entry>> {
    let Some(entry) = input.array::<46>(at)? else {
        return Ok(None);
    };
    if !entry.starts_with(b"PK\x01\x02") {
        return Ok(None);
    }
    let short = |at: usize| {
        let bytes = entry.get(at..).and_then(<[u8]>::first_chunk);
        bytes.map_or(0, |bytes| u64::from(u16::from_le_bytes(*bytes)))
    };
    let long = |at: usize| {
        let bytes = entry.get(at..).and_then(<[u8]>::first_chunk);
        bytes.map_or(0, |bytes| u64::from(u32::from_le_bytes(*bytes)))
    };
    let (name, extra, comment) = (short(28), short(30), short(32));
    let name_at = at.saturating_add(46);
    let read = usize::try_from(name.min(NAME)).unwrap_or_default();
    Ok(Some(Entry {
        name: input.peek(name_at, read)?.to_vec(),
        next: name_at
            .saturating_add(name)
            .saturating_add(extra)
            .saturating_add(comment),
        encrypted: short(8) & 1 != 0,
        method: short(10),
        packed: long(20),
        header: long(42),
    }))
}

/// The content of an entry and where it lies with its header, charged to the budget for metadata
/// under the name `part`; `None`, with the reason recorded, when it cannot be read.
pub(super) fn content(
    input: &mut Input<'_>,
    draft: &mut Draft<'_>,
    entry: &Entry,
    part: &str,
) -> Walk<Option<(Vec<u8>, ByteRange)>> {
    let Some(header) = input
        .array::<30>(entry.header)?
        .filter(|header| header.starts_with(b"PK\x03\x04"))
    else {
        draft.metadata_not_read(part, "not where the directory says");
        return Ok(None);
    };
    let [.., n0, n1, e0, e1] = header;
    let start = entry
        .header
        .saturating_add(30)
        .saturating_add(u64::from(u16::from_le_bytes([n0, n1])))
        .saturating_add(u64::from(u16::from_le_bytes([e0, e1])));
    let packed = ByteRange {
        start,
        length: entry.packed,
    };
    if packed.end() > input.length() {
        draft.truncated(entry.header, part, input);
        return Ok(None);
    }
    if entry.encrypted {
        draft.metadata_not_read(part, "encrypted");
        return Ok(None);
    }
    if !draft.charge_metadata(part, packed.length) {
        return Ok(None);
    }
    let range = ByteRange::between(entry.header, packed.end());
    let bytes = input.read(packed)?;
    match entry.method {
        0 => Ok(Some((bytes, range))),
        8 => match deflate::inflate(draft, &bytes, Wrapping::None, part) {
            Inflated::Whole(bytes) => Ok(Some((bytes, range))),
            Inflated::Refused => Ok(None),
            Inflated::Broken => {
                draft.malformed(range, &format!("{part} does not decompress"));
                Ok(None)
            }
        },
        _ => {
            draft.metadata_not_read(part, "compressed in a way that is not known here");
            Ok(None)
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    #![allow(
        clippy::as_conversions,
        clippy::arithmetic_side_effects,
        reason = "sizes of test data"
    )]

    /// An archive of files, each deflated when its name stands in `deflated`.
    pub(crate) fn archive(files: &[(&str, &[u8])], deflated: &[&str]) -> Vec<u8> {
        let (mut body, mut directory) = (Vec::new(), Vec::new());
        for (name, content) in files {
            let packed = if deflated.contains(name) {
                miniz_oxide::deflate::compress_to_vec(content, 6)
            } else {
                content.to_vec()
            };
            let mut shared = vec![20, 0, 0, 0];
            shared.extend([if deflated.contains(name) { 8 } else { 0 }, 0]);
            shared.extend([0; 8]);
            shared.extend((packed.len() as u32).to_le_bytes());
            shared.extend((content.len() as u32).to_le_bytes());
            shared.extend((name.len() as u16).to_le_bytes());
            shared.extend([0, 0]);
            directory.extend(b"PK\x01\x02\x14\0");
            directory.extend(&shared);
            directory.extend([0; 10]);
            directory.extend((body.len() as u32).to_le_bytes());
            directory.extend(name.as_bytes());
            body.extend(b"PK\x03\x04");
            body.extend(shared);
            body.extend(name.as_bytes());
            body.extend(packed);
        }
        let mut end = b"PK\x05\x06\0\0\0\0\0\0\0\0".to_vec();
        end.extend((directory.len() as u32).to_le_bytes());
        end.extend((body.len() as u32).to_le_bytes());
        end.extend([0, 0]);
        [body, directory, end].concat()
    }
}
