//! Markdown whose front matter holds a label. Text without one is no media.

mod front_matter;

use std::io;

use super::{
    ByteRange, MetadataKind, PartKind,
    draft::{Draft, Walk},
    input::{Input, to_u64},
};

/// Longest front matter that is read, fences included: those of sites and notes take a few hundred
/// bytes, a label with a signature two thousand.
const LONGEST: usize = 64 << 10;

/// The part's name: its carrier and its keyword.
const PART: &str = "front matter/AIGC";

/// Whether the file begins with front matter that holds a label.
pub(super) fn is_labelled(input: &mut Input<'_>) -> io::Result<bool> {
    if !matches!(
        input.peek(0, 6)?,
        [b'-', b'-', b'-', ..] | [0xEF, 0xBB, 0xBF, b'-', b'-', b'-']
    ) {
        return Ok(false);
    }
    let head = input.peek(0, LONGEST)?;
    Ok(front_matter::between_fences(head)
        .is_some_and(|text| !front_matter::labels(text).is_empty()))
}

/// Reads the labels in the front matter (TC260-PG-20258A).
pub(super) fn walk(input: &mut Input<'_>, draft: &mut Draft<'_>) -> Walk {
    draft.step(0)?;
    draft.part(ByteRange::between(0, input.length()), PartKind::Text);
    let head = input.peek(0, LONGEST)?.to_vec();
    let Some(text) = front_matter::between_fences(&head) else {
        return Ok(());
    };
    for label in front_matter::labels(text) {
        if draft.charge_metadata(PART, to_u64(label.len())) {
            let range = ByteRange {
                start: 0,
                length: to_u64(head.len()),
            };
            draft.add_metadata(MetadataKind::Text, label.into_bytes(), range, PART);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asset::{
        MediaFormat,
        tests::{survives, walk_bytes},
    };

    const LABELLED: &str = "---\ntitle: x\nAIGC:\n  Label: \"1\"\n---\n# Text\n";

    #[test]
    fn a_text_with_a_label_is_media() {
        for text in [LABELLED.to_owned(), format!("\u{FEFF}{LABELLED}")] {
            let container = walk_bytes(text.as_bytes()).unwrap();
            assert_eq!(container.format, MediaFormat::Markdown);
            assert_eq!(container.metadata.len(), 1);
            assert_eq!(container.metadata[0].keyword(), Some("AIGC"));
            assert_eq!(container.metadata[0].bytes, br#"{"Label":"1"}"#);
        }
    }

    #[test]
    fn other_texts_are_no_media() {
        let far = format!("---\nx: {}\n{}", "y".repeat(LONGEST), &LABELLED[4..]);
        for text in [
            "# Text\n",
            "---\ntitle: x\n---\n# Text\n",
            "\n---\nAIGC:\n  Label: \"1\"\n---\n",
            "# Text\n---\nAIGC:\n  Label: \"1\"\n---\n",
            "---\nAIGC:\n  Label: \"1\"\n",
            "---\nx:\n  AIGC:\n    Label: \"1\"\n---\n",
            "---\nAIGC: yes\n---\n",
            &far,
        ] {
            assert_eq!(walk_bytes(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn whatever_is_cut_or_changed_returns() {
        survives(LABELLED.as_bytes());
    }
}
