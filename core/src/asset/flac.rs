//! FLAC metadata blocks (RFC 9639, section 8), as far as labels stand there.

use super::{
    ByteRange, PartKind,
    draft::{Draft, Walk},
    input::Input,
    vorbis,
};

/// Block type of a list of tags.
const COMMENTS: u8 = 4;

/// Walks the blocks behind the marker at `at`.
///
/// The first byte of a block says whether it is the last one, and of which type; three bytes say
/// how long it is.
pub(super) fn walk(input: &mut Input<'_>, draft: &mut Draft<'_>, at: u64) -> Walk {
    let mut at = at.saturating_add(4);
    loop {
        draft.step(at)?;
        let Some([kind, l0, l1, l2]) = input.array(at)? else {
            return Ok(());
        };
        let start = at.saturating_add(4);
        let end = start.saturating_add(u64::from(u32::from_be_bytes([0, l0, l1, l2])));
        if end > input.length() {
            draft.truncated(at, "metadata block", input);
            return Ok(());
        }
        if kind & 0x7F == COMMENTS {
            let block = ByteRange::between(at, end);
            let list = ByteRange::between(start, end);
            draft.part(block, PartKind::Text);
            if draft.charge_metadata(vorbis::PART, list.length) {
                let list = input.read(list)?;
                vorbis::read(draft, &list, block)?;
            }
        }
        at = end;
        if kind & 0x80 != 0 {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::as_conversions, reason = "sizes of test data")]

    use super::*;
    use crate::asset::{
        MediaFormat,
        tests::{survives, walk_bytes},
        vorbis::tests::list,
    };

    fn block(kind: u8, content: &[u8]) -> Vec<u8> {
        let length = (content.len() as u32).to_be_bytes();
        [&[kind], &length[1..], content].concat()
    }

    fn file(comments: &[&str]) -> Vec<u8> {
        [
            b"fLaC".to_vec(),
            block(0, &[0; 34]),
            block(COMMENTS, &list(comments)),
            block(0x81, &[0; 8]),
            vec![0xFF, 0xF8, 0, 0],
        ]
        .concat()
    }

    #[test]
    fn a_label_stands_among_the_tags() {
        let container = walk_bytes(&file(&["TITLE=x", "AIGC={}"])).unwrap();
        assert_eq!(container.format, MediaFormat::Flac);
        assert_eq!(container.findings, []);
        assert_eq!(container.metadata.len(), 1);
        assert_eq!(container.metadata[0].keyword(), Some("AIGC"));
        assert_eq!(container.metadata[0].bytes, b"{}");
    }

    #[test]
    fn a_block_longer_than_the_file_is_told() {
        let mut bytes = file(&["AIGC={}"]);
        bytes[43] = 0xFF;
        let container = walk_bytes(&bytes).unwrap();
        assert_eq!(container.metadata, []);
        assert_eq!(container.findings[0].code.as_str(), "asset.truncated");
    }

    #[test]
    fn whatever_is_cut_or_changed_returns() {
        survives(&file(&["TITLE=x", "AIGC={}"]));
    }
}
