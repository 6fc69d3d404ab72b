//! Where the objects of a PDF file lie (ISO 32000-2, 7.5): cross-reference tables and streams,
//! their trailers, and objects inside of streams.

use memchr::memmem;

use super::{
    super::{
        ByteRange,
        draft::{Draft, Walk},
        input::{Input, to_u64},
    },
    UNREADABLE, filter,
    object::{Lexer, Object},
    within,
};

/// The end of a file in which `startxref` stands: 1024 bytes, by the habit of readers.
const TAIL: usize = 1024;

/// Bytes of an object that are read first, and at most: a label takes 1 MiB.
const OBJECT: [usize; 2] = [4 << 10, 2 << 20];

/// The same for a trailer, which is kept.
const TRAILER: [usize; 2] = [4 << 10, 64 << 10];

/// Cross-reference sections of one file; each saving adds one.
const SECTIONS: usize = 256;

/// Objects that are followed: information, catalogue, metadata, and what they refer to.
const FOLLOWED: usize = 64;

/// Bytes of an entry of a table.
const ENTRY: u64 = 20;

/// An object with where it lies; the range of one inside of a stream is the stream's.
pub(super) struct Located {
    pub(super) object: Object,
    pub(super) range: ByteRange,
    /// Where its stream would begin, if it has one.
    behind: u64,
}

/// Cross-references, the newest first.
pub(super) struct File {
    /// What stands before the header: places are counted from there.
    skipped: u64,
    sections: Vec<Section>,
    trailers: Vec<Object>,
    followed: usize,
}

enum Section {
    /// First number, count, and place of the first entry, of each run.
    Table(Vec<(u64, u64, u64)>),
    /// First number and count of each run, widths of the three columns, and the entries.
    Stream(Vec<(u64, u64)>, [usize; 3], Vec<u8>),
}

/// Where an object lies.
#[derive(Clone, Copy)]
enum Place {
    /// At that position.
    At(u64),
    /// In the stream of that number, at that index.
    Inside(u64, u64),
}

impl File {
    /// Reads the cross-references; `None` when they are broken.
    pub(super) fn open(input: &mut Input<'_>, draft: &mut Draft<'_>) -> Walk<Option<Self>> {
        let head = input.peek(0, 1024)?;
        let skipped = memmem::find(head, b"%PDF-").map_or(0, to_u64);
        let tail_at = input.length().saturating_sub(to_u64(TAIL));
        let tail = input.peek(tail_at, TAIL)?;
        let start = memmem::rfind(tail, b"startxref").and_then(|at| {
            let mut lexer = Lexer::new(tail.get(at..)?);
            lexer.keyword(b"startxref")?;
            lexer.number()
        });
        let mut file = Self {
            skipped,
            sections: Vec::new(),
            trailers: Vec::new(),
            followed: 0,
        };
        let Some(start) = start else {
            return Ok(None);
        };
        let mut pending = vec![start];
        let mut seen = Vec::new();
        while let Some(at) = pending.pop() {
            draft.step(at)?;
            if seen.contains(&at) || seen.len() >= SECTIONS {
                break;
            }
            seen.push(at);
            let Some(trailer) = file.section(input, draft, at)? else {
                if file.trailers.is_empty() {
                    return Ok(None);
                }
                draft.metadata_not_read("older cross-references", UNREADABLE);
                break;
            };
            // A table of a hybrid file is completed by a stream before older sections count.
            for name in [b"Prev".as_slice(), b"XRefStm"] {
                pending.extend(trailer.entry(name).and_then(Object::number));
            }
            file.trailers.push(trailer);
        }
        Ok(Some(file))
    }

    /// Whether the newest trailer says that strings and streams are encrypted.
    pub(super) fn is_encrypted(&self) -> bool {
        self.trailer(b"Encrypt").is_some()
    }

    /// The entry of the newest trailer that has it.
    pub(super) fn trailer(&self, name: &[u8]) -> Option<&Object> {
        self.trailers.iter().find_map(|trailer| trailer.entry(name))
    }

    /// The object itself, or the one that it refers to.
    pub(super) fn follow(
        &mut self,
        input: &mut Input<'_>,
        draft: &mut Draft<'_>,
        object: Object,
    ) -> Walk<Option<Located>> {
        let Object::Reference(number) = object else {
            return Ok(Some(Located {
                object,
                range: ByteRange::default(),
                behind: 0,
            }));
        };
        if self.followed >= FOLLOWED {
            return Ok(None);
        }
        self.followed = self.followed.saturating_add(1);
        match self.place(input, number)? {
            Some(Place::At(at)) => indirect(input, draft, at, Some(number), OBJECT),
            Some(Place::Inside(stream, index)) => {
                let Some(Place::At(at)) = self.place(input, stream)? else {
                    return Ok(None);
                };
                let Some(stream) = indirect(input, draft, at, Some(stream), OBJECT)? else {
                    return Ok(None);
                };
                self.inside(input, draft, &stream, number, index)
            }
            None => Ok(None),
        }
    }

    /// The content of a stream, decoded and charged to the budget for metadata.
    pub(super) fn content(
        &mut self,
        input: &mut Input<'_>,
        draft: &mut Draft<'_>,
        stream: &Located,
        part: &str,
    ) -> Walk<Option<Vec<u8>>> {
        let head = input.peek(stream.behind, 16)?;
        let mut lexer = Lexer::new(head);
        if lexer.keyword(b"stream").is_none() {
            return Ok(None);
        }
        let line_end: u64 = match lexer.rest() {
            [b'\r', b'\n', ..] => 2,
            [b'\n' | b'\r', ..] => 1,
            _ => 0,
        };
        let start = stream
            .behind
            .saturating_add(to_u64(lexer.position()))
            .saturating_add(line_end);
        let length = match stream.object.entry(b"Length").cloned() {
            Some(length @ Object::Reference(_)) => self.follow(input, draft, length)?,
            Some(object) => Some(Located {
                object,
                range: ByteRange::default(),
                behind: 0,
            }),
            None => None,
        };
        let Some(length) = length.and_then(|length| length.object.number()) else {
            return Ok(None);
        };
        let data = ByteRange { start, length };
        if data.end() > input.length() || !draft.charge_metadata(part, length) {
            return Ok(None);
        }
        let bytes = input.read(data)?;
        Ok(filter::decode(draft, &stream.object, bytes, part))
    }

    /// Reads the section at `at`; says its trailer.
    fn section(
        &mut self,
        input: &mut Input<'_>,
        draft: &mut Draft<'_>,
        at: u64,
    ) -> Walk<Option<Object>> {
        let at = at.saturating_add(self.skipped);
        if input.array(at)? == Some(*b"xref") {
            return self.table(input, draft, at.saturating_add(4));
        }
        let Some(stream) = indirect(input, draft, at, None, TRAILER)? else {
            return Ok(None);
        };
        let Some(entries) = self.content(input, draft, &stream, "cross-references")? else {
            return Ok(None);
        };
        let widths = match stream.object.entry(b"W") {
            Some(Object::List(widths)) => widths
                .iter()
                .map(|width| {
                    usize::try_from(width.number()?)
                        .ok()
                        .filter(|width| *width <= 8)
                })
                .collect::<Option<Vec<usize>>>(),
            _ => None,
        };
        let widths: Option<[usize; 3]> = widths.and_then(|widths| widths.try_into().ok());
        let Some(widths) = widths.filter(|widths| widths.iter().any(|width| *width > 0)) else {
            return Ok(None);
        };
        let runs = match stream.object.entry(b"Index") {
            Some(Object::List(runs)) => runs
                .chunks_exact(2)
                .filter_map(|run| match run {
                    [first, count] => Some((first.number()?, count.number()?)),
                    _ => None,
                })
                .collect(),
            _ => {
                let size = stream.object.entry(b"Size").and_then(Object::number);
                vec![(0, size.unwrap_or_default())]
            }
        };
        self.sections.push(Section::Stream(runs, widths, entries));
        Ok(Some(stream.object))
    }

    /// Reads a table behind its first word; says its trailer.
    fn table(
        &mut self,
        input: &mut Input<'_>,
        draft: &mut Draft<'_>,
        at: u64,
    ) -> Walk<Option<Object>> {
        let mut runs = Vec::new();
        let mut at = at;
        loop {
            draft.step(at)?;
            let head = input.peek(at, 64)?;
            let mut lexer = Lexer::new(head);
            if lexer.keyword(b"trailer").is_some() {
                let start = at.saturating_add(to_u64(lexer.position()));
                self.sections.push(Section::Table(runs));
                let trailer = object(input, start, TRAILER)?;
                return Ok(trailer.map(|(trailer, _)| trailer));
            }
            let run = lexer.number().zip(lexer.number());
            let Some((first, count)) = run else {
                return Ok(None);
            };
            // A line end, and perhaps blanks before it.
            let rest = lexer.rest();
            let blanks = rest
                .iter()
                .position(|byte| !byte.is_ascii_whitespace())
                .unwrap_or(rest.len());
            let entries = at
                .saturating_add(to_u64(lexer.position()))
                .saturating_add(to_u64(blanks));
            runs.push((first, count, entries));
            at = entries.saturating_add(count.saturating_mul(ENTRY));
        }
    }

    /// Where the object of that number lies.
    fn place(&self, input: &mut Input<'_>, number: u64) -> std::io::Result<Option<Place>> {
        for section in &self.sections {
            let found = match section {
                Section::Table(runs) => {
                    let entry = runs.iter().find_map(|(first, count, at)| {
                        let index = number.checked_sub(*first).filter(|index| index < count)?;
                        Some(at.saturating_add(index.saturating_mul(ENTRY)))
                    });
                    match entry {
                        Some(entry) => table_entry(input.peek(entry, 20)?),
                        None => continue,
                    }
                }
                Section::Stream(runs, widths, entries) => {
                    let mut before: u64 = 0;
                    let mut entry = None;
                    for (first, count) in runs {
                        if let Some(index) = number.checked_sub(*first).filter(|one| one < count) {
                            entry = Some(before.saturating_add(index));
                            break;
                        }
                        before = before.saturating_add(*count);
                    }
                    match entry {
                        Some(entry) => stream_entry(entries, *widths, entry),
                        None => continue,
                    }
                }
            };
            return Ok(found.map(|place| match place {
                Place::At(at) => Place::At(at.saturating_add(self.skipped)),
                inside @ Place::Inside(..) => inside,
            }));
        }
        Ok(None)
    }

    /// The object of that number in a stream of objects (ISO 32000-2, 7.5.7).
    fn inside(
        &mut self,
        input: &mut Input<'_>,
        draft: &mut Draft<'_>,
        stream: &Located,
        number: u64,
        index: u64,
    ) -> Walk<Option<Located>> {
        let Some(bytes) = self.content(input, draft, stream, "object stream")? else {
            return Ok(None);
        };
        let read = || {
            let first = usize::try_from(stream.object.entry(b"First")?.number()?).ok()?;
            let mut heads = Lexer::new(bytes.get(..first)?);
            for _ in 0..index {
                heads.number()?;
                heads.number()?;
            }
            let own = heads.number()?;
            let at = usize::try_from(heads.number()?).ok()?;
            if own != number {
                return None;
            }
            Lexer::new(bytes.get(first.checked_add(at)?..)?).object()
        };
        Ok(read().map(|object| Located {
            object,
            range: stream.range,
            behind: u64::MAX,
        }))
    }
}

/// An entry of a table: ten digits, five digits, a letter.
fn table_entry(entry: &[u8]) -> Option<Place> {
    let mut lexer = Lexer::new(entry);
    let at = lexer.number()?;
    lexer.number()?;
    lexer.keyword(b"n")?;
    Some(Place::At(at))
}

/// An entry of a stream: a type, which is 1 where it takes no bytes, and two numbers.
fn stream_entry(entries: &[u8], widths: [usize; 3], index: u64) -> Option<Place> {
    let [kind, first, second] = widths;
    let width = kind.checked_add(first)?.checked_add(second)?;
    let at = usize::try_from(index).ok()?.checked_mul(width)?;
    let entry = entries.get(at..)?.get(..width)?;
    let number = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(0, |number: u64, byte| number << 8 | u64::from(*byte))
    };
    let (own, rest) = entry.split_at_checked(kind)?;
    let (one, other) = rest.split_at_checked(first)?;
    match if kind == 0 { 1 } else { number(own) } {
        1 => Some(Place::At(number(one))),
        2 => Some(Place::Inside(number(one), number(other))),
        _ => None,
    }
}

/// The object at `at`, which must be of that number, if one is wanted.
fn indirect(
    input: &mut Input<'_>,
    draft: &mut Draft<'_>,
    at: u64,
    wanted: Option<u64>,
    most: [usize; 2],
) -> Walk<Option<Located>> {
    draft.step(at)?;
    let head = input.peek(at, 64)?;
    let mut lexer = Lexer::new(head);
    let number = lexer.number();
    if lexer.number().is_none() || lexer.keyword(b"obj").is_none() {
        return Ok(None);
    }
    if number.is_none() || wanted.is_some_and(|wanted| Some(wanted) != number) {
        return Ok(None);
    }
    let start = at.saturating_add(to_u64(lexer.position()));
    Ok(object(input, start, most)?.map(|(object, length)| {
        let behind = start.saturating_add(length);
        Located {
            object,
            range: within(input, at, behind.saturating_sub(at)),
            behind,
        }
    }))
}

/// The object at `at`, and how many bytes it takes.
fn object(
    input: &mut Input<'_>,
    at: u64,
    most: [usize; 2],
) -> std::io::Result<Option<(Object, u64)>> {
    for most in most {
        let bytes = input.peek(at, most)?;
        let mut lexer = Lexer::new(bytes);
        let object = lexer.object();
        let length = lexer.position();
        // An object that ends with the bytes may go on behind them.
        let whole = length.saturating_add(32) < bytes.len() || bytes.len() < most;
        if let Some(object) = object.filter(|_| whole) {
            return Ok(Some((object, to_u64(length))));
        }
        if bytes.len() < most {
            break;
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_of_streams_have_any_width() {
        let found = |entries: &[u8], widths, index| match stream_entry(entries, widths, index) {
            Some(Place::At(at)) => Some((at, None)),
            Some(Place::Inside(stream, index)) => Some((stream, Some(index))),
            None => None,
        };
        assert_eq!(found(&[1, 2, 3, 0], [1, 2, 1], 0), Some((0x0203, None)));
        assert_eq!(found(&[0, 9], [0, 2, 0], 0), Some((9, None)));
        assert_eq!(found(&[9, 9, 2, 7, 1], [1, 1, 0], 1), Some((7, Some(0))));
        assert_eq!(found(&[0, 1, 1], [1, 1, 1], 0), None);
        assert_eq!(found(&[1, 1, 1], [1, 1, 1], 1), None);
        assert_eq!(found(&[1], [1, 0, 0], u64::MAX), None);
    }
}
