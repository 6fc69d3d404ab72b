//! Matroska and WebM (RFC 8794, RFC 9559), as far as labels stand among the tags, and the languages of
//! the tracks. Other tags are titles and names, which are not looked at.

use std::io;

use super::{
    ByteRange, MetadataKind, PartKind, Track, TrackKind,
    draft::{Draft, Walk},
    input::Input,
    track::language,
};

const SEGMENT: u32 = 0x1853_8067;
const CLUSTER: u32 = 0x1F43_B675;
const ATTACHMENTS: u32 = 0x1941_A469;
const TRACKS: u32 = 0x1654_AE6B;
const TRACK_ENTRY: u32 = 0xAE;
const TRACK_TYPE: u32 = 0x83;
const LANGUAGE: u32 = 0x22_B59C;
const LANGUAGE_TAG: u32 = 0x22_B59D;
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

/// Longest language that is read, in bytes: the longest tags of BCP 47 have 35.
const LONGEST_LANGUAGE: u64 = 40;

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
            TRACKS => {
                draft.part(one.framed, PartKind::Structure);
                for entry in children(input, draft, one.content, TRACK_ENTRY)? {
                    track(input, draft, entry.content)?;
                }
            }
            ATTACHMENTS => draft.part(one.framed, PartKind::Unknown),
            VOID => draft.part(one.framed, PartKind::Padding),
            _ => draft.part(one.framed, PartKind::Structure),
        }
        at = one.framed.end();
    }
    Ok(())
}

/// A `TrackEntry`: what it holds, and in which language (RFC 9559, sections 5.1.4.1.3, .19 and .20).
///
/// An entry without a language is said to be English by the standard. Some writers leave out what
/// says so by itself, others know of no language, and nobody can tell which: it has none here.
fn track(input: &mut Input<'_>, draft: &mut Draft<'_>, content: ByteRange) -> Walk {
    let (mut kind, mut code, mut tag) = (None, None, None);
    let mut at = content.start;
    while at < content.end() {
        draft.step(at)?;
        let Some(one) = Element::read(input, at, content.end())? else {
            break;
        };
        match one.id {
            TRACK_TYPE => kind = track_kind(input, one.content)?,
            LANGUAGE => code = Some(written(input, one.content)?),
            LANGUAGE_TAG => tag = Some(written(input, one.content)?),
            _ => {}
        }
        at = one.framed.end();
    }
    if let Some(kind) = kind {
        draft.track(Track {
            kind,
            // Where there is a tag, the code must be ignored, whatever the tag says.
            language: tag.or(code).flatten(),
        });
    }
    Ok(())
}

/// An unsigned integer of up to eight bytes, of which those in use take one.
fn track_kind(input: &mut Input<'_>, range: ByteRange) -> io::Result<Option<TrackKind>> {
    let length = usize::try_from(range.length.min(8)).unwrap_or_default();
    let bytes = input.peek(range.start, length)?;
    Ok(match bytes.split_last() {
        Some((kind, zeros)) if zeros.iter().all(|byte| *byte == 0) => match kind {
            1 => Some(TrackKind::Picture),
            2 => Some(TrackKind::Sound),
            17 => Some(TrackKind::Text),
            _ => None,
        },
        _ => None,
    })
}

/// The language that is written in a range, perhaps with the zero bytes that may end a string.
fn written(input: &mut Input<'_>, range: ByteRange) -> io::Result<Option<String>> {
    let length = usize::try_from(range.length.min(LONGEST_LANGUAGE)).unwrap_or_default();
    let bytes = input.peek(range.start, length)?;
    let end = memchr::memchr(0, bytes).unwrap_or(bytes.len());
    let text = bytes.get(..end).unwrap_or_default();
    Ok(std::str::from_utf8(text).ok().and_then(language))
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

    fn entry(kind: u8, languages: &[(u32, &[u8])]) -> Vec<u8> {
        let languages = languages.iter().map(|(id, text)| element(*id, text));
        let inner = [
            element(TRACK_TYPE, &[kind]),
            languages.collect::<Vec<_>>().concat(),
        ];
        element(TRACK_ENTRY, &inner.concat())
    }

    fn spoken(entries: &[Vec<u8>]) -> Vec<u8> {
        file(&[
            element(TRACKS, &entries.concat()),
            element(CLUSTER, &[0; 20]),
        ])
    }

    fn read(bytes: &[u8]) -> Vec<(TrackKind, Option<String>)> {
        let container = walk_bytes(bytes).unwrap();
        assert_eq!(container.findings, []);
        let tracks = container.tracks.into_iter();
        tracks.map(|track| (track.kind, track.language)).collect()
    }

    #[test]
    fn tracks_have_the_languages_that_are_written() {
        let film = spoken(&[
            entry(1, &[(LANGUAGE, b"und")]),
            entry(2, &[(LANGUAGE, b"ger")]),
            entry(17, &[(LANGUAGE, b"fre\0\0")]),
            // Buttons.
            entry(18, &[(LANGUAGE, b"eng")]),
        ]);
        let expected = [
            (TrackKind::Picture, None),
            (TrackKind::Sound, Some("de".to_owned())),
            (TrackKind::Text, Some("fr".to_owned())),
        ];
        assert_eq!(read(&film), expected);
    }

    #[test]
    fn a_tag_counts_instead_of_a_code() {
        let german: (u32, &[u8]) = (LANGUAGE_TAG, b"de-CH");
        let english: (u32, &[u8]) = (LANGUAGE, b"eng");
        for (languages, expected) in [
            (&[english, german][..], Some("de")),
            (&[german, english], Some("de")),
            (&[english, (LANGUAGE_TAG, b"und")], None),
            (&[(LANGUAGE_TAG, b"\xff\xfe"), english], None),
            (&[english], Some("en")),
        ] {
            let found = read(&spoken(&[entry(2, languages)]));
            assert_eq!(found, [(TrackKind::Sound, expected.map(str::to_owned))]);
        }
    }

    #[test]
    fn a_track_that_says_nothing_is_not_called_english() {
        assert_eq!(read(&spoken(&[entry(2, &[])])), [(TrackKind::Sound, None)]);
        let nothing = element(TRACK_ENTRY, &element(LANGUAGE, b"ger"));
        assert_eq!(read(&spoken(&[nothing])), []);
        let long = entry(2, &[(LANGUAGE, &[b'e'; 300])]);
        assert_eq!(read(&spoken(&[long])), [(TrackKind::Sound, None)]);
        // A number with zeros before it, and one that is too large.
        for (kind, expected) in [(&[0, 0, 2][..], 1), (&[1, 2], 0), (&[], 0)] {
            let entry = element(TRACK_ENTRY, &element(TRACK_TYPE, kind));
            assert_eq!(read(&spoken(&[entry])).len(), expected, "{kind:?}");
        }
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
        survives(&spoken(&[entry(
            2,
            &[(LANGUAGE, b"ger"), (LANGUAGE_TAG, b"de")],
        )]));
    }
}
