//! Ogg pages (RFC 3533), as far as the headers of their streams: there labels stand among the
//! comments. What follows the headers is sound or video, which is not looked at.

use super::{
    ByteRange, PartKind,
    draft::{Draft, Walk},
    input::{Input, to_u64},
    vorbis,
};

/// Streams of one file that are followed: a film has three, a theme of sounds a dozen.
const STREAMS: usize = 32;

/// First bytes of a stream's first packet, and of the packet behind it, which holds the comments:
/// Vorbis I, 4.2.1; RFC 7845, 5; Theora, 6.1; the Speex manual, 4; RFC 9639, 10.1, where four
/// bytes of a FLAC block header stand before the list.
const CODECS: [(&[u8], &[u8]); 5] = [
    (b"\x01vorbis", b"\x03vorbis"),
    (b"OpusHead", b"OpusTags"),
    (b"\x80theora", b"\x81theora"),
    (b"Speex   ", b""),
    (b"\x7FFLAC", b"FLAC"),
];

/// Walks the pages until the comments of every stream are read.
pub(super) fn walk(input: &mut Input<'_>, draft: &mut Draft<'_>) -> Walk {
    let mut streams: Vec<Stream> = Vec::new();
    let mut at = 0;
    while let Some(page) = Page::read(input, at)? {
        draft.step(at)?;
        if page.begins && streams.len() < STREAMS {
            streams.push(Stream {
                serial: page.serial,
                comments: Comments::Expected(None),
                held: Vec::new(),
                first: at,
            });
        }
        if let Some(stream) = streams.iter_mut().find(|one| one.serial == page.serial) {
            stream.page(input, draft, &page)?;
        }
        at = page.end;
        // Every stream begins before the first one goes on (RFC 3533, section 4).
        if !page.begins && streams.iter().all(|one| one.comments == Comments::Seen) {
            break;
        }
    }
    let headers = at.min(input.length());
    draft.part(ByteRange::between(0, headers), PartKind::Structure);
    draft.part(
        ByteRange::between(headers, input.length()),
        PartKind::MediaData,
    );
    Ok(())
}

/// A page: a header, a table of segment lengths, the segments.
struct Page {
    serial: u32,
    /// First page of its stream.
    begins: bool,
    /// Lengths of the segments; one below 255 ends a packet.
    segments: Vec<u8>,
    start: u64,
    content: u64,
    end: u64,
}

impl Page {
    /// The page at `at`; `None` where no page begins.
    fn read(input: &mut Input<'_>, at: u64) -> std::io::Result<Option<Self>> {
        const HEADER: u64 = 27;
        let Some(head) = input.array::<27>(at)? else {
            return Ok(None);
        };
        let [b'O', b'g', b'g', b'S', 0, flags, ..] = head else {
            return Ok(None);
        };
        let [.., s0, s1, s2, s3, _, _, _, _, _, _, _, _, count] = head;
        let table = at.saturating_add(HEADER);
        let segments = input.peek(table, usize::from(count))?.to_vec();
        let content = table.saturating_add(to_u64(segments.len()));
        let length: u64 = segments.iter().map(|one| u64::from(*one)).sum();
        Ok(Some(Self {
            serial: u32::from_le_bytes([s0, s1, s2, s3]),
            begins: flags & 2 != 0,
            segments,
            start: at,
            content,
            end: content.saturating_add(length),
        }))
    }
}

/// Where the comments of a stream are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Comments {
    /// In the second packet, behind these bytes; `None` before the first packet says which.
    Expected(Option<&'static [u8]>),
    /// Read, or of a stream that has none.
    Seen,
}

struct Stream {
    serial: u32,
    comments: Comments,
    /// The bytes so far of the packet that has not ended.
    held: Vec<u8>,
    /// Where the first page of that packet begins.
    first: u64,
}

impl Stream {
    fn page(&mut self, input: &mut Input<'_>, draft: &mut Draft<'_>, page: &Page) -> Walk {
        if self.held.is_empty() {
            self.first = page.start;
        }
        let mut at = page.content;
        for segment in &page.segments {
            if self.comments == Comments::Seen {
                break;
            }
            let length = u64::from(*segment);
            let fits = self.held.len().saturating_add(usize::from(*segment))
                <= draft.limits.metadata_block;
            // A packet beyond the limit is refused whatever the length of its next segment.
            let wanted = if fits { length } else { u64::MAX };
            if !draft.charge_metadata(vorbis::PART, wanted) {
                self.comments = Comments::Seen;
                break;
            }
            let piece = input.peek(at, usize::from(*segment))?;
            self.held.extend_from_slice(piece);
            at = at.saturating_add(length);
            if *segment < 255 {
                let packet = std::mem::take(&mut self.held);
                let range = ByteRange::between(self.first, page.end.min(input.length()));
                self.packet(draft, &packet, range)?;
                self.first = page.start;
            }
        }
        Ok(())
    }

    fn packet(&mut self, draft: &mut Draft<'_>, packet: &[u8], range: ByteRange) -> Walk {
        match self.comments {
            Comments::Expected(None) => {
                let codec = CODECS.iter().find(|(head, _)| packet.starts_with(head));
                self.comments = match codec {
                    Some((_, behind)) => Comments::Expected(Some(*behind)),
                    None => Comments::Seen,
                };
            }
            Comments::Expected(Some(b"FLAC")) => {
                self.comments = Comments::Seen;
                if let [4 | 0x84, _, _, _, list @ ..] = packet {
                    vorbis::read(draft, list, range)?;
                }
            }
            Comments::Expected(Some(head)) => {
                self.comments = Comments::Seen;
                if let Some(list) = packet.strip_prefix(head) {
                    vorbis::read(draft, list, range)?;
                }
            }
            Comments::Seen => {}
        }
        Ok(())
    }
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
            vorbis::tests::list,
        },
        limits::Limits,
    };

    fn page(flags: u8, serial: u8, segments: &[u8], content: &[u8]) -> Vec<u8> {
        let mut bytes = b"OggS\0".to_vec();
        bytes.push(flags);
        bytes.extend([0; 8]);
        bytes.extend([serial, 0, 0, 0]);
        bytes.extend([0; 8]);
        bytes.push(segments.len() as u8);
        bytes.extend(segments);
        bytes.extend(content);
        bytes
    }

    /// The packet in pages of at most two segments.
    fn pages(flags: u8, serial: u8, packet: &[u8]) -> Vec<u8> {
        let mut lengths = vec![255; packet.len() / 255];
        lengths.push((packet.len() % 255) as u8);
        let mut rest = packet;
        let mut bytes = Vec::new();
        for segments in lengths.chunks(2) {
            let length: usize = segments.iter().map(|one| usize::from(*one)).sum();
            let (content, after) = rest.split_at(length);
            bytes.extend(page(flags, serial, segments, content));
            rest = after;
        }
        bytes
    }

    fn file(codec: &[u8], behind: &[u8], comments: &[&str]) -> Vec<u8> {
        let first = [codec, &[0; 12]].concat();
        let second = [behind, &list(comments)].concat();
        [
            pages(2, 7, &first),
            pages(2, 9, b"fishead\0"),
            pages(0, 7, &second),
            pages(0, 7, b"sound"),
        ]
        .concat()
    }

    #[test]
    fn labels_of_every_codec_are_read() {
        let long = format!("AIGC={{\"x\":\"{}\"}}", "y".repeat(900));
        for (codec, behind) in CODECS {
            let behind = if behind == b"FLAC" {
                b"\x04\0\0\0".as_slice()
            } else {
                behind
            };
            let container = walk_bytes(&file(codec, behind, &["TITLE=x", &long])).unwrap();
            assert_eq!(container.format, MediaFormat::Ogg);
            assert_eq!(container.metadata.len(), 1, "{codec:?}");
            assert_eq!(container.metadata[0].keyword(), Some("AIGC"));
            assert_eq!(container.metadata[0].bytes, &long.as_bytes()[5..]);
        }
    }

    #[test]
    fn comments_stand_in_the_second_packet_alone() {
        let late = [
            file(b"\x01vorbis", b"\x03vorbis", &["TITLE=x"]),
            pages(0, 7, &[b"\x03vorbis".to_vec(), list(&["AIGC={}"])].concat()),
        ]
        .concat();
        assert_eq!(walk_bytes(&late).unwrap().metadata, []);
        let other = file(b"unknown", b"\x03vorbis", &["AIGC={}"]);
        assert_eq!(walk_bytes(&other).unwrap().metadata, []);
    }

    #[test]
    fn a_packet_beyond_the_limit_is_told() {
        let long = format!("AIGC={}", "y".repeat(2000));
        let limits = Limits {
            metadata_block: 1000,
            ..Limits::default()
        };
        let bytes = file(b"OpusHead", b"OpusTags", &[&long]);
        let container = walk_within(&bytes, &limits).unwrap();
        assert_eq!(container.metadata, []);
        assert_eq!(container.not_checked.len(), 1);
    }

    #[test]
    fn whatever_is_cut_or_changed_returns() {
        survives(&file(b"\x01vorbis", b"\x03vorbis", &["TITLE=x", "AIGC={}"]));
    }
}
