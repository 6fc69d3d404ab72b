//! Vorbis comments (Vorbis I, section 5): the list of tags in FLAC and Ogg, as far as labels stand
//! there. Other tags are titles and names, which are not looked at.

use super::{
    ByteRange, MetadataKind,
    draft::{Draft, Walk},
};

/// Field whose value is a label (TC260-PG-202510A). Field names have no case (Vorbis I, 5.2.1).
const LABEL: &[u8] = b"AIGC";

/// The part's name: its carrier and its keyword.
pub(super) const PART: &str = "VORBIS_COMMENT/AIGC";

/// Adds the labels of a comment list, whose bytes are charged and stand in `range`.
///
/// Vendor and comments are lengths of 32 bits, little-endian, each followed by text.
pub(super) fn read(draft: &mut Draft<'_>, list: &[u8], range: ByteRange) -> Walk {
    let Some((_, rest)) = text(list) else {
        return Ok(());
    };
    let Some((count, mut rest)) = number(rest) else {
        return Ok(());
    };
    for _ in 0..count {
        draft.step(range.start)?;
        let Some((comment, after)) = text(rest) else {
            draft.malformed(range, "a comment longer than its list");
            break;
        };
        rest = after;
        let Some(end) = memchr::memchr(b'=', comment) else {
            continue;
        };
        if let Some((name, [_, value @ ..])) = comment.split_at_checked(end)
            && name.eq_ignore_ascii_case(LABEL)
        {
            draft.add_metadata(MetadataKind::Text, value.to_vec(), range, PART);
        }
    }
    Ok(())
}

/// A length and the text behind it.
fn text(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = number(bytes)?;
    rest.split_at_checked(usize::try_from(length).ok()?)
}

fn number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (number, rest) = bytes.split_first_chunk()?;
    Some((u32::from_le_bytes(*number), rest))
}

#[cfg(test)]
pub(super) mod tests {
    #![allow(clippy::as_conversions, reason = "sizes of test data")]

    use super::*;
    use crate::{
        asset::{Depth, MediaFormat},
        limits::Limits,
    };

    /// A list of these comments.
    pub(crate) fn list(comments: &[&str]) -> Vec<u8> {
        let text = |text: &str| {
            let length = (text.len() as u32).to_le_bytes();
            [&length, text.as_bytes()].concat()
        };
        let count = (comments.len() as u32).to_le_bytes().to_vec();
        let comments = comments.iter().map(|comment| text(comment));
        [text("vendor"), count]
            .into_iter()
            .chain(comments)
            .collect::<Vec<_>>()
            .concat()
    }

    fn values(list: &[u8], limits: &Limits) -> Option<Vec<Vec<u8>>> {
        let mut draft = Draft::new(MediaFormat::Ogg, limits, Depth::Whole);
        read(&mut draft, list, ByteRange::default()).ok()?;
        let blocks = draft.finish().metadata;
        Some(blocks.into_iter().map(|block| block.bytes).collect())
    }

    #[test]
    fn a_label_is_a_field_of_that_name_in_any_case() {
        let list = list(&["TITLE=AIGC={}", "AIGC={1}", "aigc={2}", "AIGC2={}", "AIGC"]);
        let found = values(&list, &Limits::default()).unwrap();
        assert_eq!(found, [b"{1}", b"{2}"]);
    }

    #[test]
    fn counts_and_lengths_may_lie() {
        let mut lying = list(&["AIGC={1}", "x=y"]);
        lying[10..14].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(values(&lying, &Limits::default()).unwrap(), [b"{1}"]);
        lying[14..18].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(values(&lying, &Limits::default()).unwrap().len(), 0);
        // Empty comments take nothing but steps.
        let mut empty = [list(&[]), vec![0; 400]].concat();
        empty[10..14].fill(0xFF);
        let few = Limits {
            parts: 50,
            ..Limits::default()
        };
        assert_eq!(values(&empty, &few), None);
    }
}
