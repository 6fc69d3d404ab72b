//! Matroska and WebM (RFC 8794, RFC 9559), as far as labels stand among the tags. Other tags are
//! titles and names, which are not looked at.

use std::io;

use super::{
    ByteRange, MetadataKind, PartKind,
    draft::{Draft, Walk},
    input::Input,
};

const SEGMENT: u32 = 0x1853_8067;
const CLUSTER: u32 = 0x1F43_B675;
const ATTACHMENTS: u32 = 0x1941_A469;
const TAGS: u32 = 0x1254_C367;
const TAG: u32 = 0x7373;
const SIMPLE_TAG: u32 = 0x67C8;
const TAG_NAME: u32 = 0x45A3;
const TAG_STRING: u32 = 0x4487;
const VOID: u32 = 0xEC;

/// Name of the tag that is a label (TC260-PG-20257A).
const LABEL: &[u8] = b"AIGC";

/// The part's name: its carrier and its keyword.
const PART: &str = "SimpleTag/AIGC";

/// Walks the elements of the file and of its segments.
pub(super) fn walk(input: &mut Input<'_>, draft: &mut Draft<'_>) -> Walk {
    let end = input.length();
    let mut at = 0;
    while at < end {
        draft.step(at)?;
        let Some(one) = Element::read(input, at, end)? else {
            let rest = ByteRange::between(at, end);
            draft.malformed(rest, "bytes that are no element");
            draft.set_trailing(rest, PartKind::Trailing);
            break;
        };
        draft.part(one.framed, PartKind::Structure);
        if one.id == SEGMENT {
            segment(input, draft, one.content)?;
        }
        at = one.framed.end();
    }
    Ok(())
}

fn segment(input: &mut Input<'_>, draft: &mut Draft<'_>, content: ByteRange) -> Walk {
    let mut at = content.start;
    while at < content.end() {
        draft.step(at)?;
        let Some(one) = Element::read(input, at, content.end())? else {
            let rest = ByteRange::between(at, content.end());
            draft.malformed(rest, "bytes that are no element");
            break;
        };
        if one.cut_off {
            draft.truncated(at, "element", input);
        }
        match one.id {
            CLUSTER => {
                draft.part(one.framed, PartKind::MediaData);
                if one.endless {
                    // A live recording. Its writer could not go back, so it wrote tags first.
                    draft.metadata_not_read(PART, "behind a cluster of unknown length");
                }
            }
            TAGS => {
                draft.part(one.framed, PartKind::Text);
                tags(input, draft, one.content)?;
            }
            ATTACHMENTS => draft.part(one.framed, PartKind::Unknown),
            VOID => draft.part(one.framed, PartKind::Padding),
            _ => draft.part(one.framed, PartKind::Structure),
        }
        at = one.framed.end();
    }
    Ok(())
}

/// `Tags` holds a `Tag` for each thing that is described, which holds a `SimpleTag` for each name.
fn tags(input: &mut Input<'_>, draft: &mut Draft<'_>, content: ByteRange) -> Walk {
    for tag in children(input, draft, content, TAG)? {
        for simple in children(input, draft, tag.content, SIMPLE_TAG)? {
            let names = children(input, draft, simple.content, TAG_NAME)?;
            let mut named = false;
            for name in names {
                named = named || is_label(input, name.content)?;
            }
            if !named {
                continue;
            }
            for value in children(input, draft, simple.content, TAG_STRING)? {
                let text = MetadataKind::Text;
                draft.read_metadata(input, text, value.content, simple.framed, PART)?;
            }
        }
    }
    Ok(())
}

/// Whether the range holds the label's name, perhaps with the zero bytes that may end a string.
fn is_label(input: &mut Input<'_>, range: ByteRange) -> io::Result<bool> {
    /// Names this long are no label, however many zero bytes end them.
    const LONGEST: u64 = 16;
    let length = usize::try_from(range.length.min(LONGEST)).unwrap_or_default();
    let name = input.peek(range.start, length)?;
    let end = memchr::memchr(0, name).unwrap_or(name.len());
    Ok(range.length <= LONGEST && name.get(..end) == Some(LABEL))
}

/// The elements in a range that have that identifier; each of any kind is counted as one step.
fn children(
    input: &mut Input<'_>,
    draft: &mut Draft<'_>,
    range: ByteRange,
    id: u32,
) -> Walk<Vec<Element>> {
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end() {
        draft.step(at)?;
        let Some(one) = Element::read(input, at, range.end())? else {
            break;
        };
        at = one.framed.end();
        if one.id == id {
            found.push(one);
        }
    }
    Ok(found)
}

/// An element: identifier, length, content.
struct Element {
    id: u32,
    /// With identifier and length.
    framed: ByteRange,
    content: ByteRange,
    /// Its length is unknown; the ranges run to the end of what holds it.
    endless: bool,
    /// It claims more than what holds it has; the ranges end there.
    cut_off: bool,
}

impl Element {
    /// The element at `at`, inside of one that ends at `end`; `None` when none begins here.
    fn read(input: &mut Input<'_>, at: u64, end: u64) -> io::Result<Option<Self>> {
        let head = input.peek(at, 12)?;
        let read = || {
            let (width, id) = number(head, 4)?;
            let id = u32::try_from(id).ok()?;
            let (more, length) = number(head.get(width..)?, 8)?;
            // The bits behind the marker are the length; all of them set say that it is unknown.
            let bits = u64::MAX
                .checked_shr(u32::try_from(64_usize.checked_sub(more.checked_mul(7)?)?).ok()?)?;
            let endless = length & bits == bits;
            let content = at.checked_add(u64::try_from(width.checked_add(more)?).ok()?)?;
            let claimed = if endless {
                end
            } else {
                content.saturating_add(length & bits)
            };
            (content <= end).then_some(Self {
                id,
                framed: ByteRange::between(at, claimed.min(end)),
                content: ByteRange::between(content, claimed.min(end)),
                endless,
                cut_off: claimed > end,
            })
        };
        Ok(read())
    }
}

/// A number of at most `most` bytes with its marker, and how many bytes it takes: one more than
/// zero bits stand before the first set bit (RFC 8794, section 4).
fn number(bytes: &[u8], most: usize) -> Option<(usize, u64)> {
    let first = *bytes.first()?;
    let width = usize::try_from(first.leading_zeros())
        .ok()?
        .checked_add(1)?;
    if width > most {
        return None;
    }
    let number = bytes
        .get(..width)?
        .iter()
        .fold(0, |number, byte| number << 8 | u64::from(*byte));
    Some((width, number))
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::as_conversions,
        clippy::arithmetic_side_effects,
        reason = "sizes of test data"
    )]

    use super::*;
    use crate::{
        asset::{
            MediaFormat,
            tests::{survives, walk_bytes, walk_within},
        },
        limits::Limits,
    };

    fn element(id: u32, content: &[u8]) -> Vec<u8> {
        let bytes = id.to_be_bytes();
        let skipped = bytes.iter().take_while(|byte| **byte == 0).count();
        let length = (content.len() as u16 | 0x4000).to_be_bytes();
        [&bytes[skipped..], &length, content].concat()
    }

    fn simple(name: &[u8], value: &[u8]) -> Vec<u8> {
        let inner = [element(TAG_STRING, value), element(TAG_NAME, name)].concat();
        element(SIMPLE_TAG, &inner)
    }

    fn tags(tags: &[Vec<u8>]) -> Vec<u8> {
        element(
            TAGS,
            &element(TAG, &[element(0x63C0, &[]), tags.concat()].concat()),
        )
    }

    fn file(parts: &[Vec<u8>]) -> Vec<u8> {
        let header = element(0x1A45_DFA3, &element(0x4282, b"webm"));
        [header, element(SEGMENT, &parts.concat())].concat()
    }

    fn labelled() -> Vec<u8> {
        let tags = tags(&[simple(b"TITLE", b"x"), simple(b"AIGC\0", b"{}")]);
        file(&[element(CLUSTER, &[0; 20]), element(VOID, &[0; 4]), tags])
    }

    #[test]
    fn a_label_stands_among_the_tags() {
        let container = walk_bytes(&labelled()).unwrap();
        assert_eq!(container.format, MediaFormat::Matroska);
        assert_eq!(container.findings, []);
        assert_eq!(container.metadata.len(), 1);
        assert_eq!(container.metadata[0].keyword(), Some("AIGC"));
        assert_eq!(container.metadata[0].bytes, b"{}");
        for name in [b"aigc".as_slice(), b"AIGC2", b"AIGC\0x too long a name"] {
            let near = file(&[tags(&[simple(name, b"{}")])]);
            assert_eq!(walk_bytes(&near).unwrap().metadata, []);
        }
        let nested = element(SIMPLE_TAG, &simple(b"AIGC", b"{}"));
        assert_eq!(walk_bytes(&file(&[tags(&[nested])])).unwrap().metadata, []);
    }

    #[test]
    fn lengths_may_be_unknown() {
        let mut live = element(0x1A45_DFA3, &[]);
        live.extend(SEGMENT.to_be_bytes());
        live.push(0xFF);
        live.extend(tags(&[simple(b"AIGC", b"{}")]));
        live.extend(CLUSTER.to_be_bytes());
        live.extend([0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]);
        live.extend(tags(&[simple(b"AIGC", b"{}")]));
        let container = walk_bytes(&live).unwrap();
        assert_eq!(container.metadata.len(), 1);
        assert_eq!(container.not_checked.len(), 1);
        assert_eq!(container.findings, []);
    }

    #[test]
    fn lying_lengths_and_endless_lists_are_bounded() {
        let mut bytes = labelled();
        let at = memchr::memmem::find(&bytes, &SEGMENT.to_be_bytes()).unwrap();
        bytes[at + 4..at + 6].copy_from_slice(&0x7FFE_u16.to_be_bytes());
        assert_eq!(walk_bytes(&bytes).unwrap().metadata.len(), 1);
        let at = memchr::memmem::find(&bytes, &[0x67, 0xC8]).unwrap();
        bytes[at + 2..at + 4].copy_from_slice(&0x7FFE_u16.to_be_bytes());
        assert!(walk_bytes(&bytes).unwrap().metadata.len() <= 1);
        let many = file(&[element(VOID, &[]).repeat(100)]);
        let few = Limits {
            parts: 50,
            ..Limits::default()
        };
        let container = walk_within(&many, &few).unwrap();
        assert_eq!(container.findings[0].code.as_str(), "limit.structure");
    }

    #[test]
    fn whatever_is_cut_or_changed_returns() {
        survives(&labelled());
    }
}
