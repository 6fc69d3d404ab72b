//! Manifest stores as bare JUMBF: files of their own, and stores that hide where no format has a
//! place for one.

use std::io;

use memchr::memmem::Finder;

use super::{
    ByteRange,
    draft::{Draft, Walk},
    input::{Input, Survey},
};

/// Type and first field of the description box of a C2PA manifest store: its JUMBF type UUID is
/// 63327061-0011-0010-8000-00AA00389B71 (C2PA 2.2, 11.1.4.2). Twenty bytes: no picture holds them
/// by accident.
const SIGNATURE: &[u8; 20] = b"jumdc2pa\x00\x11\x00\x10\x80\x00\x00\xAA\x00\x38\x9B\x71";

/// Whether a C2PA manifest store begins here. Needs 28 bytes. Only the first four bytes of the
/// type UUID are compared, as the `c2pa` crate does: a store with damage there is still a store.
pub(super) fn is_store(bytes: &[u8]) -> bool {
    let description = match bytes {
        [
            0,
            0,
            0,
            1,
            b'j',
            b'u',
            b'm',
            b'b',
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            description @ ..,
        ]
        | [_, _, _, _, b'j', b'u', b'm', b'b', description @ ..] => description,
        _ => return false,
    };
    matches!(
        description,
        [
            _,
            _,
            _,
            _,
            b'j',
            b'u',
            b'm',
            b'd',
            b'c',
            b'2',
            b'p',
            b'a',
            ..
        ]
    )
}

/// Length of the box whose first bytes are `bytes`, with its header; `None` when it runs to the
/// end of the file, or its header is cut off.
pub(super) fn box_length(bytes: &[u8]) -> Option<u64> {
    match u32::from_be_bytes(*bytes.first_chunk()?) {
        0 => None,
        1 => Some(u64::from_be_bytes(*bytes.get(8..)?.first_chunk()?)),
        length => Some(u64::from(length)),
    }
}

/// One store from an original and its update: the manifests of both behind the description of the
/// first (C2PA 2.2, A.5.3). `None` when either is no whole superbox.
pub(super) fn append(original: &[u8], update: &[u8]) -> Option<Vec<u8>> {
    let children = |store: &[u8]| -> Option<(usize, usize)> {
        let length = usize::try_from(box_length(store)?).ok()?;
        let description = usize::try_from(box_length(store.get(8..)?)?).ok()?;
        let begin = description.checked_add(8)?;
        (is_store(store) && length <= store.len() && begin <= length).then_some((begin, length))
    };
    let (_, end) = children(original)?;
    let (begin, update_end) = children(update)?;
    let mut store = original.get(..end)?.to_vec();
    store.extend_from_slice(update.get(begin..update_end)?);
    let length = u32::try_from(store.len()).ok()?;
    store.get_mut(..4)?.copy_from_slice(&length.to_be_bytes());
    Some(store)
}

/// Walks a file that is a manifest store.
pub(super) fn walk(input: &mut Input<'_>, draft: &mut Draft<'_>) -> Walk {
    let whole = ByteRange::between(0, input.length());
    let claimed = box_length(input.peek(0, 16)?).unwrap_or(whole.length);
    if claimed > whole.length {
        draft.truncated(0, "manifest store", input);
    }
    draft.read_store(input, whole, &[whole], None)?;
    draft.set_complete();
    Ok(())
}

/// Finds stores in `range` by their signature, wherever they lie.
pub(super) struct Search {
    finder: Finder<'static>,
}

impl Search {
    pub(super) fn new() -> Self {
        Self {
            finder: Finder::new(SIGNATURE),
        }
    }

    /// The first store in `range`: its bytes, as far as the file goes.
    pub(super) fn next(
        &self,
        input: &mut Input<'_>,
        range: ByteRange,
    ) -> io::Result<Option<ByteRange>> {
        let mut at = range.start;
        while let Some(found) = input.find(&self.finder, ByteRange::between(at, range.end()))? {
            // The superbox header is 8 bytes long, or 16 with an extended length; the length of
            // the description box stands between it and the signature.
            for header in [8, 16] {
                let Some(start) = found.checked_sub(header).and_then(|at| at.checked_sub(4)) else {
                    continue;
                };
                let head = input.peek(start, 32)?;
                if start >= range.start && is_store(head) {
                    let length = box_length(head).unwrap_or(u64::MAX).max(32);
                    let end = start.saturating_add(length).min(input.length());
                    return Ok(Some(ByteRange::between(start, end)));
                }
            }
            at = found.saturating_add(1);
        }
        Ok(None)
    }

    /// Whether there may be one in the entropy-coded data of a JPEG, and where its first marker is.
    pub(super) fn survey(&self, input: &mut Input<'_>, range: ByteRange) -> io::Result<Survey> {
        input.survey(&self.finder, range)
    }
}

/// Adds every bare store in `range`, all of them misplaced for the reason given.
pub(super) fn find_hidden(
    input: &mut Input<'_>,
    draft: &mut Draft<'_>,
    range: ByteRange,
    misplaced: &str,
) -> Walk {
    let search = Search::new();
    let mut at = range.start;
    while let Some(store) = search.next(input, ByteRange::between(at, range.end()))? {
        draft.step(store.start)?;
        draft.read_store(input, store, &[store], Some(misplaced))?;
        at = store.end();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asset::{
        MediaFormat,
        tests::{store, walk_bytes},
    };

    #[test]
    fn a_store_file_is_one_store() {
        let bytes = store(100);
        let container = walk_bytes(&bytes).unwrap();
        assert_eq!(container.format, MediaFormat::C2pa);
        assert!(container.complete);
        let [only] = container.stores.as_slice() else {
            panic!("one store expected: {container:?}");
        };
        assert_eq!(only.jumbf, bytes);
        assert_eq!(only.framed, [ByteRange::between(0, 100)]);
        assert_eq!(only.misplaced, None);
    }

    #[test]
    fn a_store_cut_off_says_so() {
        let mut bytes = store(100);
        bytes.truncate(60);
        let container = walk_bytes(&bytes).unwrap();
        assert_eq!(container.stores[0].jumbf, bytes);
        assert_eq!(container.findings[0].code.as_str(), "asset.truncated");
    }

    #[test]
    fn extended_lengths_are_read() {
        assert_eq!(
            box_length(&[0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]),
            Some(256)
        );
        assert_eq!(box_length(&[0, 0, 0, 1]), None);
        assert_eq!(box_length(&[0, 0, 0, 0]), None);
        assert_eq!(box_length(&[]), None);
    }
}
