//! Edits of a file: single bits, cuts, splices, and edits of its boxes, segments and chunks.

use std::fmt;

use super::{dice::Dice, fixtures};

/// What kind of edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// One bit, one byte, or a few neighbours.
    Flip,
    /// The file ends early, or goes on.
    Truncation,
    /// Bytes leave, enter, are repeated, or come from another file.
    Splice,
    /// A box, chunk or segment says another length or type, leaves, moves, or changes places.
    Box,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Flip, Self::Truncation, Self::Splice, Self::Box];
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Flip => "flips",
            Self::Truncation => "truncations",
            Self::Splice => "splices",
            Self::Box => "box edits",
        })
    }
}

/// Edits `file` once, as the dice fall; says what was done, for whoever looks into a failure.
pub fn mutate(file: &mut Vec<u8>, kind: Kind, dice: &mut Dice<'_>) -> String {
    match kind {
        Kind::Flip => flip(file, dice),
        Kind::Truncation => truncate(file, dice),
        Kind::Splice => splice(file, dice),
        Kind::Box => edit_box(file, dice),
    }
}

fn flip(file: &mut [u8], dice: &mut Dice<'_>) -> String {
    let at = dice.below(file.len());
    match dice.below(4) {
        0 | 1 => {
            let bit = dice.below(8);
            if let Some(byte) = file.get_mut(at) {
                *byte ^= 1 << bit;
            }
            format!("bit {bit} of byte {at}")
        }
        2 => {
            let value = dice.byte();
            if let Some(byte) = file.get_mut(at) {
                *byte = value;
            }
            format!("byte {at} is {value}")
        }
        _ => {
            let run = 1 + dice.below(16);
            for byte in file.iter_mut().skip(at).take(run) {
                *byte = dice.byte();
            }
            format!("{run} bytes from {at}")
        }
    }
}

fn truncate(file: &mut Vec<u8>, dice: &mut Dice<'_>) -> String {
    match dice.below(3) {
        0 => {
            let added = dice.bytes(64);
            file.extend(&added);
            format!("{} bytes more", added.len())
        }
        1 => {
            // Near the end, where containers keep their end marks.
            let cut = 1 + dice.below(32);
            file.truncate(file.len().saturating_sub(cut));
            format!("{cut} bytes fewer")
        }
        _ => {
            let length = dice.below(file.len());
            file.truncate(length);
            format!("cut to {length}")
        }
    }
}

fn splice(file: &mut Vec<u8>, dice: &mut Dice<'_>) -> String {
    let at = dice.below(file.len() + 1);
    let end = (at + dice.below(200)).min(file.len());
    match dice.below(4) {
        0 => {
            file.drain(at..end);
            format!("without {at}..{end}")
        }
        1 => {
            let entering = dice.bytes(100);
            let count = entering.len();
            file.splice(at..at, entering);
            format!("{count} bytes enter at {at}")
        }
        2 => {
            let again = file[at..end].to_vec();
            let to = dice.below(file.len() + 1);
            file.splice(to..to, again);
            format!("{at}..{end} again at {to}")
        }
        _ => {
            let Some(other) = dice.pick(fixtures::signed()) else {
                return String::new();
            };
            let from = dice.below(other.bytes.len());
            let until = (from + dice.below(400)).min(other.bytes.len());
            let replaced = (at + until - from).min(file.len());
            file.splice(at..replaced, other.bytes[from..until].iter().copied());
            format!("{from}..{until} of {} at {at}", other.name)
        }
    }
}

/// A length-and-type structure of some container.
#[derive(Clone, Copy, Debug)]
struct Sized {
    /// Where it begins.
    start: usize,
    /// Where it ends.
    end: usize,
    /// Where its length stands.
    length_at: usize,
    /// Bytes of its length.
    length_bytes: usize,
    /// Where its type stands.
    type_at: usize,
}

/// Everything in the file that looks like a JUMBF or BMFF box, a PNG chunk, a RIFF chunk or a
/// JPEG segment and lies within it.
fn boxes(file: &[u8]) -> Vec<Sized> {
    let mut found = Vec::new();
    let name = |at: usize| {
        file.get(at..at + 4).is_some_and(|name| {
            let word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b' ';
            name.iter().all(word)
        })
    };
    let big = |at: usize| {
        let bytes = file.get(at..at + 4)?.try_into().ok()?;
        usize::try_from(u32::from_be_bytes(bytes)).ok()
    };
    let png = file.starts_with(b"\x89PNG");
    let riff = file.starts_with(b"RIFF");
    for at in 0..file.len() {
        if name(at + 4)
            && let Some(length) = big(at)
        {
            // A PNG chunk does not count its head and its checksum.
            let whole = if png && !file[at + 4..].starts_with(b"jum") {
                length.saturating_add(12)
            } else {
                length
            };
            if whole >= 8 && at.saturating_add(whole) <= file.len() {
                found.push(Sized {
                    start: at,
                    end: at + whole,
                    length_at: at,
                    length_bytes: 4,
                    type_at: at + 4,
                });
            }
        }
        if riff && at + 8 <= file.len() && name(at) {
            let bytes = [file[at + 4], file[at + 5], file[at + 6], file[at + 7]];
            let length = u32::from_le_bytes(bytes) as usize;
            if at.saturating_add(8).saturating_add(length) <= file.len() {
                found.push(Sized {
                    start: at,
                    end: at + 8 + length,
                    length_at: at + 4,
                    length_bytes: 4,
                    type_at: at,
                });
            }
        }
        if let Some([0xFF, marker @ 0xC0..=0xFE, high, low]) = file.get(at..at + 4) {
            let length = usize::from(*high) << 8 | usize::from(*low);
            let plain = !(0xD0..=0xD9).contains(marker);
            if plain && length >= 2 && at + 2 + length <= file.len() {
                found.push(Sized {
                    start: at,
                    end: at + 2 + length,
                    length_at: at + 2,
                    length_bytes: 2,
                    type_at: at + 1,
                });
            }
        }
    }
    found
}

fn edit_box(file: &mut Vec<u8>, dice: &mut Dice<'_>) -> String {
    let boxes = boxes(file);
    let Some(one) = dice.pick(&boxes).copied() else {
        return flip(file, dice);
    };
    let Sized {
        start,
        end,
        length_at,
        length_bytes,
        type_at,
    } = one;
    let head = (length_at + length_bytes).max(type_at + 4).min(end);
    match dice.below(9) {
        0 => {
            let last = length_at + length_bytes - 1;
            let value = dice.byte();
            file[last] = file[last].wrapping_add(value);
            format!("the length at {length_at} is {value} more")
        }
        1 => {
            let value = dice.byte();
            file[length_at] ^= value;
            format!("the length at {length_at} begins otherwise")
        }
        2 => {
            file[type_at] ^= 1 << dice.below(6);
            format!("the type at {type_at}")
        }
        3 => {
            file.drain(start..end);
            format!("without the box {start}..{end}")
        }
        4 => {
            let again = file[start..end].to_vec();
            file.splice(end..end, again);
            format!("the box {start}..{end} twice")
        }
        5 => {
            let moved: Vec<u8> = file.drain(start..end).collect();
            file.extend(moved);
            format!("the box {start}..{end} at the end")
        }
        6 => {
            let value = dice.byte();
            file[head..end].fill(value);
            format!("the box {start}..{end} full of {value}")
        }
        7 => {
            // Another box of the same length, the likeliest to be taken for this one.
            let alike: Vec<Sized> = boxes
                .iter()
                .filter(|other| other.end - other.start == end - start && other.start >= end)
                .copied()
                .collect();
            let Some(other) = dice.pick(&alike) else {
                return flip(file, dice);
            };
            let theirs = file[other.start..other.end].to_vec();
            let ours = file[start..end].to_vec();
            file[start..end].copy_from_slice(&theirs);
            file[other.start..other.end].copy_from_slice(&ours);
            format!("the boxes at {start} and {} change places", other.start)
        }
        _ => {
            let at = head + dice.below(end - head);
            let count = 1 + dice.below(4);
            for byte in file[at..end].iter_mut().take(count) {
                *byte = dice.byte();
            }
            repair(file);
            format!("{count} bytes from {at}, checksums repaired")
        }
    }
}

/// Gives every chunk of a PNG the checksum of its content, as whoever edits one does.
fn repair(file: &mut [u8]) {
    if !file.starts_with(b"\x89PNG") {
        return;
    }
    let mut at = 8;
    while let Some(head) = file.get(at..at + 8) {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let end = at.saturating_add(8).saturating_add(length);
        if end.saturating_add(4) > file.len() {
            return;
        }
        let sum = crc32fast::hash(&file[at + 4..end]).to_be_bytes();
        file[end..end + 4].copy_from_slice(&sum);
        at = end + 4;
    }
}
