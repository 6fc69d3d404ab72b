//! The parts of a container by name and place: what lies in a range of bytes.

use serde::{Deserialize, Serialize};

/// A half-open range of bytes of the file.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct ByteRange {
    /// First byte.
    pub start: u64,
    /// Number of bytes; may be 0.
    pub length: u64,
}

impl ByteRange {
    /// The bytes from `start` up to, not including, `end`; empty when `end` lies before `start`.
    #[must_use]
    pub const fn between(start: u64, end: u64) -> Self {
        Self {
            start,
            length: end.saturating_sub(start),
        }
    }

    /// The first byte after the range.
    #[must_use]
    pub const fn end(self) -> u64 {
        self.start.saturating_add(self.length)
    }

    /// The bytes that both ranges hold; `None` when there are none.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        let both = Self::between(self.start.max(other.start), self.end().min(other.end()));
        (both.length > 0).then_some(both)
    }
}

/// What a part of a container holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum PartKind {
    /// Markers, headers, tables: what a decoder needs besides the pixels.
    Structure,
    /// A C2PA manifest store with its framing.
    ManifestStore,
    /// JUMBF that is not a C2PA manifest store.
    Jumbf,
    /// EXIF.
    Exif,
    /// XMP.
    Xmp,
    /// IPTC-IIM, or the Photoshop resources that carry it.
    Iptc,
    /// An ICC colour profile.
    ColourProfile,
    /// Text for people: comments, titles, tags.
    Text,
    /// Pixels, compressed or not.
    ImageData,
    /// Audio or video, compressed or not.
    MediaData,
    /// A further picture that the first one announces (multi-picture format): a gain map, a
    /// preview. Ordinary.
    FurtherPicture,
    /// A video appended to a picture (motion photo). Ordinary.
    AppendedVideo,
    /// Bytes without meaning to a decoder.
    Padding,
    /// Bytes after the container's end mark that nothing announces.
    Trailing,
    /// Application data of a kind not known here.
    Unknown,
}

impl PartKind {
    /// Its name for people and records.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::ManifestStore => "manifest store",
            Self::Jumbf => "JUMBF",
            Self::Exif => "EXIF",
            Self::Xmp => "XMP",
            Self::Iptc => "IPTC",
            Self::ColourProfile => "ICC profile",
            Self::Text => "text",
            Self::ImageData => "image data",
            Self::MediaData => "media data",
            Self::FurtherPicture => "further picture",
            Self::AppendedVideo => "appended video",
            Self::Padding => "padding",
            Self::Trailing => "bytes after the end",
            Self::Unknown => "unknown",
        }
    }

    /// Whether a change here changes what the file says about itself without changing pixels.
    #[must_use]
    pub const fn is_metadata(self) -> bool {
        matches!(
            self,
            Self::Exif | Self::Xmp | Self::Iptc | Self::Text | Self::Jumbf
        )
    }
}

/// One part of a container, with its framing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its bytes.
    pub range: ByteRange,
    /// What it holds.
    pub kind: PartKind,
}

/// What lies in `range`, in file order and without overlaps: every byte of `range` belongs to
/// exactly one of the answers, [`PartKind::Unknown`] where no part covers it. Where parts nest,
/// the inner one is named.
pub(super) fn describe(parts: &[Part], range: ByteRange) -> Vec<Part> {
    let mut inside: Vec<Part> = parts
        .iter()
        .filter_map(|part| {
            let range = part.range.intersection(range)?;
            Some(Part { range, ..*part })
        })
        .collect();
    // An inner part starts later than its outer one, or is shorter. Sorted so, the part that
    // names a byte is the last one that has started and not ended.
    inside.sort_by_key(|part| (part.range.start, u64::MAX.saturating_sub(part.range.length)));
    let mut described = Vec::new();
    let mut open: Vec<Part> = Vec::new();
    let mut at = range.start;
    for part in inside {
        close(&mut described, &mut open, &mut at, part.range.start);
        open.push(part);
    }
    close(&mut described, &mut open, &mut at, range.end());
    described
}

/// Names the bytes from `at` up to `until` by the innermost open part.
fn close(described: &mut Vec<Part>, open: &mut Vec<Part>, at: &mut u64, until: u64) {
    while *at < until {
        while open.last().is_some_and(|part| part.range.end() <= *at) {
            open.pop();
        }
        let (end, kind) = match open.last() {
            Some(part) => (part.range.end().min(until), part.kind),
            None => (until, PartKind::Unknown),
        };
        match described.last_mut() {
            Some(last) if last.kind == kind && last.range.end() == *at => {
                last.range = ByteRange::between(last.range.start, end);
            }
            _ => described.push(Part {
                range: ByteRange::between(*at, end),
                kind,
            }),
        }
        *at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(start: u64, length: u64, kind: PartKind) -> Part {
        Part {
            range: ByteRange { start, length },
            kind,
        }
    }

    #[test]
    fn gaps_are_unknown_and_the_inner_part_wins() {
        let parts = [
            part(10, 10, PartKind::Structure),
            part(12, 4, PartKind::Exif),
            part(25, 5, PartKind::ImageData),
        ];
        let range = ByteRange::between(5, 28);
        assert_eq!(
            describe(&parts, range),
            [
                part(5, 5, PartKind::Unknown),
                part(10, 2, PartKind::Structure),
                part(12, 4, PartKind::Exif),
                part(16, 4, PartKind::Structure),
                part(20, 5, PartKind::Unknown),
                part(25, 3, PartKind::ImageData),
            ]
        );
    }

    #[test]
    fn neighbours_of_one_kind_are_one() {
        let parts = [
            part(0, 4, PartKind::ImageData),
            part(4, 4, PartKind::ImageData),
        ];
        assert_eq!(
            describe(&parts, ByteRange::between(1, 8)),
            [part(1, 7, PartKind::ImageData)]
        );
    }

    #[test]
    fn an_empty_range_holds_nothing() {
        assert_eq!(describe(&[], ByteRange::between(3, 3)), []);
    }
}
