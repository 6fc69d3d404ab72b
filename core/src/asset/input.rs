//! Reads at any position of the file, through one small window.

use std::io::{self, Read, Seek, SeekFrom};

use memchr::memmem::Finder;
use multiversion::multiversion;

use super::{ByteRange, Source};

/// Smallest refill: a run of short segments costs one read instead of one each.
const WINDOW: usize = 4 << 10;

/// Refill of a search through payloads.
const SEARCH_WINDOW: usize = 256 << 10;

/// The file, and the bytes of it that were read last.
pub(super) struct Input<'a> {
    source: &'a mut dyn Source,
    length: u64,
    /// The source holds more than the buffer of a file: it is looked at where it lies.
    in_memory: bool,
    buffer: Vec<u8>,
    start: u64,
    filled: usize,
}

impl<'a> Input<'a> {
    /// The file behind `source`, whose length is `length` bytes.
    pub(super) fn new(source: &'a mut dyn Source, length: u64) -> Self {
        let in_memory =
            source.rewind().is_ok() && source.fill_buf().is_ok_and(|held| held.len() > BUFFERED);
        Self {
            source,
            length,
            in_memory,
            buffer: Vec::new(),
            start: 0,
            filled: 0,
        }
    }

    /// Length of the file in bytes.
    pub(super) const fn length(&self) -> u64 {
        self.length
    }

    /// Up to `wanted` bytes from `offset` on; fewer only at the end of the file.
    pub(super) fn peek(&mut self, offset: u64, wanted: usize) -> io::Result<&[u8]> {
        if self.in_memory {
            let remaining = self.length.saturating_sub(offset);
            let wanted = usize::try_from(remaining).map_or(wanted, |most| most.min(wanted));
            self.source.seek(SeekFrom::Start(offset))?;
            // What cannot be had in this way is read below, and errors are met there.
            let held = self.source.fill_buf().map_or(0, <[u8]>::len);
            if held >= wanted.max(1) {
                // Asked again, it hands out the same.
                let held = self.source.fill_buf()?;
                return Ok(held.get(..wanted).unwrap_or(held));
            }
        }
        let mut within = self.within(offset);
        let have = within.map_or(0, |skipped| self.filled.saturating_sub(skipped));
        if have < wanted && offset.saturating_add(to_u64(have)) < self.length {
            self.refill(offset, wanted.max(WINDOW))?;
            within = Some(0);
        }
        let window = self.buffer.get(..self.filled).unwrap_or_default();
        let found = window
            .get(within.unwrap_or(self.filled)..)
            .unwrap_or_default();
        Ok(found.get(..wanted).unwrap_or(found))
    }

    /// The `N` bytes at `offset`; `None` when the file ends before.
    pub(super) fn array<const N: usize>(&mut self, offset: u64) -> io::Result<Option<[u8; N]>> {
        Ok(self.peek(offset, N)?.first_chunk().copied())
    }

    /// The bytes of `range`, as far as the file goes. The caller has charged them to a budget.
    pub(super) fn read(&mut self, range: ByteRange) -> io::Result<Vec<u8>> {
        let available = range.end().min(self.length).saturating_sub(range.start);
        let wanted = usize::try_from(available).map_err(|_| io::ErrorKind::OutOfMemory)?;
        if wanted <= WINDOW {
            return self.peek(range.start, wanted).map(<[u8]>::to_vec);
        }
        let mut bytes = vec![0; wanted];
        self.source.seek(SeekFrom::Start(range.start))?;
        let filled = fill(self.source, &mut bytes)?;
        bytes.truncate(filled);
        Ok(bytes)
    }

    /// Where `needle` first begins in `range`.
    pub(super) fn find(
        &mut self,
        needle: &Finder<'_>,
        range: ByteRange,
    ) -> io::Result<Option<u64>> {
        let overlap = needle.needle().len().saturating_sub(1);
        let mut at = range.start;
        let end = range.end().min(self.length);
        while at < end {
            let remaining = usize::try_from(end.saturating_sub(at)).unwrap_or(usize::MAX);
            let window = self.peek(at, remaining.min(SEARCH_WINDOW))?;
            if let Some(found) = needle.find(window) {
                return Ok(Some(at.saturating_add(to_u64(found))));
            }
            let searched = window.len();
            if searched >= remaining || searched <= overlap {
                return Ok(None);
            }
            at = at.saturating_add(to_u64(searched.saturating_sub(overlap)));
        }
        Ok(None)
    }

    /// Where `byte` first occurs in `range`.
    pub(super) fn find_byte(&mut self, byte: u8, range: ByteRange) -> io::Result<Option<u64>> {
        let mut at = range.start;
        let end = range.end().min(self.length);
        while at < end {
            let remaining = usize::try_from(end.saturating_sub(at)).unwrap_or(usize::MAX);
            // What the window holds already comes first: the next 0xFF is seldom far.
            let held = self
                .within(at)
                .map_or(0, |skipped| self.filled.saturating_sub(skipped));
            let wanted = if held == 0 { SEARCH_WINDOW } else { held };
            let window = self.peek(at, remaining.min(wanted))?;
            if let Some(found) = memchr::memchr(byte, window) {
                return Ok(Some(at.saturating_add(to_u64(found))));
            }
            if window.is_empty() {
                return Ok(None);
            }
            at = at.saturating_add(to_u64(window.len()));
        }
        Ok(None)
    }

    /// `at`, or the end of the last stuffed zero byte or restart marker after it that comes before
    /// any other marker (T.81, B.1.1.5), as far as the window at hand reaches: a scan holds one in
    /// every few hundred bytes.
    pub(super) fn after_stuffing(&mut self, at: u64) -> io::Result<u64> {
        let remaining = usize::try_from(self.length.saturating_sub(at)).unwrap_or(usize::MAX);
        let held = self
            .within(at)
            .map_or(0, |skipped| self.filled.saturating_sub(skipped));
        let wanted = if held == 0 { SEARCH_WINDOW } else { held };
        let window = self.peek(at, remaining.min(wanted))?;
        let after = memchr::memchr_iter(0xFF, window)
            .map(|found| found.saturating_add(1))
            .take_while(|next| matches!(window.get(*next), Some(0x00 | 0xD0..=0xD7)))
            .last()
            .map_or(0, |stuffed| stuffed.saturating_add(1));
        Ok(at.saturating_add(to_u64(after)))
    }

    /// The first marker at or after `at` that is neither a stuffed zero byte nor a restart marker (T.81,
    /// B.1.1.5); `None` where the file ends before.
    pub(super) fn find_marker(&mut self, at: u64) -> io::Result<Option<u64>> {
        let mut at = at;
        loop {
            let remaining = usize::try_from(self.length.saturating_sub(at)).unwrap_or(usize::MAX);
            let window = self.peek(at, remaining.min(SEARCH_WINDOW))?;
            if let Some(found) = first_marker(window) {
                return Ok(Some(at.saturating_add(to_u64(found))));
            }
            let looked = window.len();
            if looked >= remaining || looked <= 1 {
                return Ok(None);
            }
            // The last byte may be the first half of a marker.
            at = at.saturating_add(to_u64(looked.saturating_sub(1)));
        }
    }

    /// Looks through entropy-coded data once for what two searches would look for.
    pub(super) fn survey(&mut self, needle: &Finder<'_>, range: ByteRange) -> io::Result<Survey> {
        let overlap = needle.needle().len();
        let mut survey = Survey::default();
        let mut at = range.start;
        let end = range.end().min(self.length);
        while at < end {
            let remaining = usize::try_from(end.saturating_sub(at)).unwrap_or(usize::MAX);
            let window = self.peek(at, remaining.min(SEARCH_WINDOW))?;
            let (marker, held) = look(window, needle.needle());
            survey.needle |= held;
            survey.marker = survey
                .marker
                .or(marker.map(|found| at.saturating_add(to_u64(found))));
            let looked = window.len();
            if looked >= remaining || looked <= overlap {
                break;
            }
            at = at.saturating_add(to_u64(looked.saturating_sub(overlap)));
        }
        Ok(survey)
    }

    /// Position of `offset` in the window, when it lies there.
    fn within(&self, offset: u64) -> Option<usize> {
        let skipped = usize::try_from(offset.checked_sub(self.start)?).ok()?;
        (skipped < self.filled).then_some(skipped)
    }

    fn refill(&mut self, offset: u64, wanted: usize) -> io::Result<()> {
        let remaining = usize::try_from(self.length.saturating_sub(offset)).unwrap_or(usize::MAX);
        let wanted = wanted.min(remaining);
        if self.buffer.len() < wanted {
            self.buffer.resize(wanted, 0);
        }
        self.source.seek(SeekFrom::Start(offset))?;
        self.start = offset;
        self.filled = 0;
        let target = self.buffer.get_mut(..wanted).unwrap_or_default();
        self.filled = fill(self.source, target)?;
        Ok(())
    }
}

/// What [`Input::survey`] saw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Survey {
    /// The first 0xFF that is followed by neither a stuffed zero byte nor a restart marker's second
    /// byte (T.81, B.1.1.5).
    pub(super) marker: Option<u64>,
    /// Whether the needle occurs.
    pub(super) needle: bool,
}

/// Bytes that are looked at before a branch is taken.
const BLOCK: usize = 128;

/// Whether two bytes are a marker that ends entropy-coded data.
fn is_marker(here: u8, next: u8) -> bool {
    here == 0xFF && !matches!(next, 0x00 | 0xD0..=0xD7)
}

/// The first marker in a window; see [`look`].
#[multiversion(targets("x86_64+avx2"))]
fn first_marker(window: &[u8]) -> Option<usize> {
    let next = window.get(1..).unwrap_or_default();
    let closer = |here: &[u8], next: &[u8], at: usize| {
        let mut pairs = here.iter().zip(next).zip(at..);
        pairs.find_map(|((h, n), at)| is_marker(*h, *n).then_some(at))
    };
    let (blocks, _) = window.as_chunks::<BLOCK>();
    let (next_blocks, _) = next.as_chunks::<BLOCK>();
    for ((here, next), block) in blocks.iter().zip(next_blocks).zip(0_usize..) {
        let mut marks = false;
        for (h, n) in here.iter().zip(next) {
            marks |= (*h == 0xFF) & (*n != 0);
        }
        if marks && let Some(found) = closer(here, next, block.saturating_mul(BLOCK)) {
            return Some(found);
        }
    }
    let looked = next_blocks.len().saturating_mul(BLOCK);
    closer(
        window.get(looked..).unwrap_or_default(),
        next.get(looked..).unwrap_or_default(),
        looked,
    )
}

/// The first marker in a window, and whether it holds the needle, of two bytes and more.
///
/// Blocks in which no two bytes begin either are passed over without a branch: twice as fast as two
/// searches, of which one would stop every few hundred bytes.
#[multiversion(targets("x86_64+avx2"))]
fn look(window: &[u8], needle: &[u8]) -> (Option<usize>, bool) {
    let [first, second, ..] = *needle else {
        return (None, false);
    };
    let (mut marker, mut held) = (None, false);
    let next = window.get(1..).unwrap_or_default();
    let mut closer = |here: &[u8], next: &[u8], at: usize| {
        for ((h, n), at) in here.iter().zip(next).zip(at..) {
            if is_marker(*h, *n) {
                marker = marker.or(Some(at));
            }
            held |= *h == first
                && window
                    .get(at..)
                    .is_some_and(|rest| rest.starts_with(needle));
        }
    };
    // The blocks of `next` are as many, or one fewer.
    let (blocks, _) = window.as_chunks::<BLOCK>();
    let (next_blocks, _) = next.as_chunks::<BLOCK>();
    for ((here, next), block) in blocks.iter().zip(next_blocks).zip(0_usize..) {
        let (mut marks, mut begins) = (false, false);
        for (h, n) in here.iter().zip(next) {
            marks |= (*h == 0xFF) & (*n != 0);
            begins |= (*h == first) & (*n == second);
        }
        if marks | begins {
            closer(here, next, block.saturating_mul(BLOCK));
        }
    }
    let looked = next_blocks.len().saturating_mul(BLOCK);
    let rest = window.get(looked..).unwrap_or_default();
    closer(rest, next.get(looked..).unwrap_or_default(), looked);
    (marker, held)
}

/// A length or an index as a position. Lossless: no machine here addresses more than 64 bits.
pub(super) fn to_u64(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// Bytes of a source that are handed on at a time: they stay near the processor.
const CHUNK: usize = 64 << 10;

/// Longest buffer that a file brings ([`io::BufReader`]); what holds more is in memory.
const BUFFERED: usize = 8 << 10;

/// Hands `take` the bytes of `source`, from its start to its end: those of a source in memory where
/// they lie, since a copy of all would take a tenth as long as their hash.
///
/// # Errors
/// Only when `source` cannot be read.
pub(crate) fn for_each_chunk(
    source: &mut dyn Source,
    mut take: impl FnMut(&[u8]),
) -> io::Result<()> {
    source.seek(SeekFrom::Start(0))?;
    loop {
        let held = match source.fill_buf() {
            Ok(held) => held,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if held.is_empty() {
            return Ok(());
        }
        if held.len() <= BUFFERED {
            break;
        }
        let chunk = held.get(..CHUNK).unwrap_or(held);
        take(chunk);
        let taken = chunk.len();
        source.consume(taken);
    }
    let mut buffer = vec![0; CHUNK];
    loop {
        let read = fill(source, &mut buffer)?;
        take(buffer.get(..read).unwrap_or_default());
        if read < buffer.len() {
            return Ok(());
        }
    }
}

/// A source whose reads are short at its end only, and never interrupted: parsers of others rely
/// on the one or the other.
pub(crate) struct Filled<'a>(pub(crate) &'a mut dyn Source);

impl Read for Filled<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        fill(self.0, buffer)
    }
}

impl Seek for Filled<'_> {
    fn seek(&mut self, position: SeekFrom) -> io::Result<u64> {
        self.0.seek(position)
    }
}

/// Reads until `target` is full or the source ends; says how many bytes were read.
fn fill(source: &mut dyn Source, target: &mut [u8]) -> io::Result<usize> {
    let mut filled: usize = 0;
    while let Some(rest) = target.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match source.read(rest) {
            Ok(0) => break,
            Ok(read) => filled = filled.saturating_add(read),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::arithmetic_side_effects,
        clippy::as_conversions,
        reason = "sizes of test data"
    )]

    use std::io::Cursor;

    use super::*;

    fn numbered(length: usize) -> Vec<u8> {
        (0..length).map(|index| (index % 251) as u8).collect()
    }

    #[test]
    fn peeks_are_short_only_at_the_end() {
        let bytes = numbered(10_000);
        let mut cursor = Cursor::new(&bytes);
        let mut input = Input::new(&mut cursor, 10_000);
        for offset in [0_usize, 1, 4_090, 4_096, 9_990, 9_999, 3] {
            let expected = &bytes[offset..(offset + 20).min(10_000)];
            assert_eq!(input.peek(offset as u64, 20).unwrap(), expected);
        }
        assert!(input.peek(10_000, 4).unwrap().is_empty());
        assert!(input.peek(u64::MAX, 4).unwrap().is_empty());
    }

    #[test]
    fn a_source_shorter_than_it_said_ends_quietly() {
        let mut cursor = Cursor::new(vec![7; 100]);
        let mut input = Input::new(&mut cursor, 1_000_000);
        assert_eq!(input.peek(90, 50).unwrap().len(), 10);
        let whole = ByteRange::between(0, 1_000_000);
        assert_eq!(input.read(whole).unwrap().len(), 100);
        assert_eq!(input.find(&Finder::new(b"x"), whole).unwrap(), None);
        assert_eq!(input.find_byte(8, whole).unwrap(), None);
    }

    #[test]
    fn every_byte_is_handed_on_once_and_in_order() {
        for length in [
            0,
            1,
            BUFFERED,
            BUFFERED + 1,
            CHUNK,
            CHUNK + 1,
            3 * CHUNK + BUFFERED + 5,
        ] {
            let bytes = numbered(length);
            let mut in_memory = Cursor::new(&bytes);
            let mut from_file = io::BufReader::new(Cursor::new(&bytes));
            let sources: [&mut dyn Source; 2] = [&mut in_memory, &mut from_file];
            for source in sources {
                source.seek(SeekFrom::End(0)).unwrap();
                let mut seen: Vec<u8> = Vec::new();
                for_each_chunk(source, |chunk| seen.extend(chunk)).unwrap();
                assert_eq!(seen, bytes, "{length}");
            }
        }
    }

    proptest::proptest! {
        /// Oracle: byte by byte.
        #[test]
        fn a_survey_sees_what_two_searches_see(
            bytes in proptest::collection::vec(
                proptest::sample::select(vec![0_u8, 1, b'n', b'e', 0xD0, 0xD7, 0xD9, 0xFF]),
                0..600,
            ),
            place in 0..600_usize,
            holds in proptest::bool::ANY,
            quiet in 0..600_usize,
        ) {
            let mut bytes = bytes;
            bytes.iter_mut().take(quiet).for_each(|byte| *byte &= 0x7F);
            if holds && place + 6 <= bytes.len() {
                bytes[place..place + 6].copy_from_slice(b"needle");
            }
            let marker = bytes
                .windows(2)
                .position(|two| two[0] == 0xFF && !matches!(two[1], 0x00 | 0xD0..=0xD7));
            let needle = memchr::memmem::find(&bytes, b"needle").is_some();
            proptest::prop_assert_eq!(look(&bytes, b"needle"), (marker, needle));
            proptest::prop_assert_eq!(first_marker(&bytes), marker);
        }
    }

    #[test]
    fn a_survey_goes_on_across_windows() {
        let mut bytes = vec![0; SEARCH_WINDOW * 2 + 9];
        let length = bytes.len() as u64;
        let whole = ByteRange::between(0, length);
        let survey = |bytes: &[u8]| {
            let mut cursor = Cursor::new(bytes);
            let mut input = Input::new(&mut cursor, length);
            input.survey(&Finder::new(b"needle"), whole).unwrap()
        };
        assert_eq!(survey(&bytes), Survey::default());
        bytes[SEARCH_WINDOW - 1..SEARCH_WINDOW + 1].copy_from_slice(&[0xFF, 0xD9]);
        bytes[SEARCH_WINDOW * 2..][..2].copy_from_slice(&[0xFF, 0xD9]);
        bytes[SEARCH_WINDOW - 3 + SEARCH_WINDOW..][..6].copy_from_slice(b"needle");
        let seen = survey(&bytes);
        assert_eq!(seen.marker, Some(SEARCH_WINDOW as u64 - 1));
        assert!(seen.needle);
    }

    #[test]
    fn a_marker_across_two_windows_is_found() {
        let mut bytes = vec![0; SEARCH_WINDOW * 2];
        bytes[SEARCH_WINDOW - 1..=SEARCH_WINDOW].copy_from_slice(&[0xFF, 0xD9]);
        let length = to_u64(bytes.len());
        let found = |bytes: Vec<u8>, at: u64| {
            let mut cursor = Cursor::new(bytes);
            Input::new(&mut cursor, length).find_marker(at).unwrap()
        };
        let place = to_u64(SEARCH_WINDOW - 1);
        assert_eq!(found(bytes.clone(), 0), Some(place));
        assert_eq!(found(bytes.clone(), place + 1), None);
        bytes[SEARCH_WINDOW] = 0xD3;
        assert_eq!(found(bytes, 0), None);
    }

    #[test]
    fn a_needle_across_two_windows_is_found() {
        let mut bytes = vec![0; SEARCH_WINDOW * 2];
        bytes[SEARCH_WINDOW - 3..SEARCH_WINDOW + 3].copy_from_slice(b"needle");
        let length = bytes.len() as u64;
        let mut cursor = Cursor::new(&bytes);
        let mut input = Input::new(&mut cursor, length);
        let found = input.find(&Finder::new(b"needle"), ByteRange::between(0, length));
        assert_eq!(found.unwrap(), Some(SEARCH_WINDOW as u64 - 3));
        let before = ByteRange::between(0, SEARCH_WINDOW as u64);
        assert_eq!(input.find(&Finder::new(b"needle"), before).unwrap(), None);
    }
}
