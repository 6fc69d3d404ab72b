//! Flash video (Adobe FLV 10.1, annex E), as far as labels stand in `onMetaData`.

use super::{
    ByteRange, MetadataKind, PartKind,
    draft::{Draft, Walk},
    input::Input,
};

/// Tags that are looked at: writers put `onMetaData` first, or behind the headers of the codecs.
const TAGS: usize = 64;

/// Type of a tag that holds script data.
const SCRIPT: u8 = 18;

/// Nesting of values in script data; lists of key frames nest three deep.
const DEPTH: usize = 16;

/// Event that carries the file's metadata.
const EVENT: &[u8] = b"onMetaData";

/// Property that is a label (TC260-PG-20257A).
const LABEL: &[u8] = b"AIGC";

/// The part's name: its carrier and its keyword.
const PART: &str = "onMetaData/AIGC";

/// Walks the first tags. The format has no place for a manifest store.
pub(super) fn walk(input: &mut Input<'_>, draft: &mut Draft<'_>) -> Walk {
    let head = input.array(5)?.map_or(9, u32::from_be_bytes);
    // A length of the tag before stands before each tag.
    let mut at = u64::from(head).saturating_add(4);
    draft.part(
        ByteRange::between(0, at.min(input.length())),
        PartKind::Structure,
    );
    for _ in 0..TAGS {
        draft.step(at)?;
        let Some([kind, l0, l1, l2, ..]) = input.array::<11>(at)? else {
            break;
        };
        let data = ByteRange {
            start: at.saturating_add(11),
            length: u64::from(u32::from_be_bytes([0, l0, l1, l2])),
        };
        let cut_off = data.end() > input.length();
        if cut_off {
            draft.truncated(at, "tag", input);
        }
        let data = ByteRange::between(data.start, data.end().min(input.length()));
        let tag = ByteRange::between(at, data.end());
        if kind & 0x1F == SCRIPT {
            draft.part(tag, PartKind::Text);
            if draft.charge_metadata(PART, data.length) {
                let script = input.read(data)?;
                for label in labels(&script) {
                    draft.add_metadata(MetadataKind::Text, label, tag, PART);
                }
            }
        } else {
            draft.part(tag, PartKind::MediaData);
        }
        at = data.end().saturating_add(4);
        if cut_off {
            break;
        }
    }
    draft.part(
        ByteRange::between(at.min(input.length()), input.length()),
        PartKind::MediaData,
    );
    draft.set_complete();
    Ok(())
}

/// The labels in script data: a name and a value, in the first version of the Action Message
/// Format.
fn labels(script: &[u8]) -> Vec<Vec<u8>> {
    let mut script = Script {
        rest: script,
        found: Vec::new(),
    };
    if script.name() == Some(EVENT) {
        let _ = script.value(DEPTH, Wanted::Members);
    }
    script.found
}

/// What is kept of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// The members that are labels.
    Members,
    /// The value itself, which is one.
    Label,
    Nothing,
}

struct Script<'a> {
    rest: &'a [u8],
    found: Vec<Vec<u8>>,
}

impl<'a> Script<'a> {
    /// A string with its type.
    fn name(&mut self) -> Option<&'a [u8]> {
        match self.take(1)? {
            [2] => self.short_text(),
            _ => None,
        }
    }

    /// Reads one value; `None` when it is broken or nests too deep, and reading ends.
    fn value(&mut self, depth: usize, wanted: Wanted) -> Option<()> {
        let depth = depth.checked_sub(1)?;
        match self.take(1)?.first()? {
            // Number, truth value, reference, date.
            0 => self.skip(8)?,
            1 => self.skip(1)?,
            7 => self.skip(2)?,
            11 => self.skip(10)?,
            // Null, undefined, unsupported.
            5 | 6 | 13 => {}
            2 => {
                let text = self.short_text()?;
                self.keep(text, wanted);
            }
            12 | 15 => {
                let text = self.long_text()?;
                self.keep(text, wanted);
            }
            3 => self.members(depth, wanted)?,
            8 => {
                // The number of members is a hint.
                self.skip(4)?;
                self.members(depth, wanted)?;
            }
            16 => {
                self.short_text()?;
                self.members(depth, wanted)?;
            }
            10 => {
                let count = u32::from_be_bytes(*self.take(4)?.first_chunk()?);
                // Each value takes a byte at least.
                for _ in 0..count {
                    self.value(depth, Wanted::Nothing)?;
                }
            }
            _ => return None,
        }
        Some(())
    }

    /// Names and values, up to an empty name and an end mark.
    fn members(&mut self, depth: usize, wanted: Wanted) -> Option<()> {
        loop {
            let name = self.short_text()?;
            if name.is_empty() && self.rest.first() == Some(&9) {
                return self.skip(1);
            }
            let label = wanted == Wanted::Members && name == LABEL;
            let wanted = if label {
                Wanted::Label
            } else {
                Wanted::Nothing
            };
            self.value(depth, wanted)?;
        }
    }

    fn keep(&mut self, text: &[u8], wanted: Wanted) {
        if wanted == Wanted::Label {
            self.found.push(text.to_vec());
        }
    }

    fn short_text(&mut self) -> Option<&'a [u8]> {
        let length = u16::from_be_bytes(*self.take(2)?.first_chunk()?);
        self.take(usize::from(length))
    }

    fn long_text(&mut self) -> Option<&'a [u8]> {
        let length = u32::from_be_bytes(*self.take(4)?.first_chunk()?);
        self.take(usize::try_from(length).ok()?)
    }

    fn skip(&mut self, length: usize) -> Option<()> {
        self.take(length).map(|_| ())
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
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
    use crate::asset::{
        MediaFormat,
        tests::{survives, walk_bytes},
    };

    fn text(text: &[u8]) -> Vec<u8> {
        [&(text.len() as u16).to_be_bytes(), text].concat()
    }

    fn typed(content: &[u8]) -> Vec<u8> {
        [vec![2], text(content)].concat()
    }

    fn tag(kind: u8, content: &[u8]) -> Vec<u8> {
        let length = (content.len() as u32).to_be_bytes();
        let tag = [&[kind], &length[1..], &[0; 7], content].concat();
        let whole = (tag.len() as u32).to_be_bytes();
        [tag, whole.to_vec()].concat()
    }

    fn file(members: &[(&[u8], Vec<u8>)]) -> Vec<u8> {
        let members: Vec<u8> = members
            .iter()
            .flat_map(|(name, value)| [text(name), value.clone()].concat())
            .collect();
        let script = [typed(EVENT), vec![8, 0, 0, 0, 1], members, vec![0, 0, 9]].concat();
        [
            b"FLV\x01\x05\0\0\0\x09\0\0\0\0".to_vec(),
            tag(8, &[0xAF, 0]),
            tag(SCRIPT, &script),
            tag(9, &[0; 30]),
        ]
        .concat()
    }

    fn labelled() -> Vec<u8> {
        let frames = [
            vec![3],
            text(b"times"),
            vec![10, 0, 0, 0, 2, 5, 1, 1, 0, 0, 9],
        ]
        .concat();
        file(&[
            (b"duration", vec![0; 9]),
            (b"keyframes", frames),
            (b"created", [vec![11], vec![0; 10]].concat()),
            (b"AIGC", typed(b"{}")),
        ])
    }

    fn values(bytes: &[u8]) -> Vec<Vec<u8>> {
        let container = walk_bytes(bytes).unwrap();
        assert_eq!(container.format, MediaFormat::Flv);
        let blocks = container.metadata.into_iter();
        blocks.map(|block| block.bytes).collect()
    }

    #[test]
    fn a_label_is_a_property_of_the_metadata() {
        assert_eq!(values(&labelled()), [b"{}"]);
        let long = [vec![12, 0, 0, 0, 2], b"{}".to_vec()].concat();
        assert_eq!(values(&file(&[(b"AIGC", long)])), [b"{}"]);
        let nested = [vec![3], text(b"AIGC"), typed(b"{}"), vec![0, 0, 9]].concat();
        for near in [
            file(&[(b"aigc", typed(b"{}"))]),
            file(&[(b"AIGC", vec![1, 1])]),
            file(&[(b"note", nested)]),
            file(&[(b"bad", vec![17]), (b"AIGC", typed(b"{}"))]),
        ] {
            assert_eq!(values(&near), [b""; 0]);
        }
    }

    #[test]
    fn deep_and_lying_values_end() {
        let deep = [text(b"x"), vec![3]].concat().repeat(1000);
        let deep = [vec![3], deep].concat();
        assert_eq!(values(&file(&[(b"x", deep)])), [b""; 0]);
        let list = vec![10, 0xFF, 0xFF, 0xFF, 0xFF, 5, 5];
        assert_eq!(values(&file(&[(b"x", list)])), [b""; 0]);
        let long = vec![12, 0xFF, 0xFF, 0xFF, 0xFF];
        assert_eq!(values(&file(&[(b"AIGC", long)])), [b""; 0]);
    }

    #[test]
    fn whatever_is_cut_or_changed_returns() {
        survives(&labelled());
    }
}
