//! The media header of a track: what it holds, and in which language (ISO/IEC 14496-12, 8.4).

use crate::asset::{
    ByteRange, Track, TrackKind,
    boxes::{self, Box4},
    draft::{Draft, Walk},
    input::Input,
    track::language,
};

/// Longest language tag that is read, in bytes: the longest tags of BCP 47 have 35.
const LONGEST: usize = 40;

/// Reads a `mdia` box.
pub(super) fn walk(input: &mut Input<'_>, draft: &mut Draft<'_>, range: ByteRange) -> Walk {
    let (mut kind, mut packed, mut extended) = (None, None, None);
    let mut at = range.start;
    while at < range.end() {
        draft.step(at)?;
        let Some(one) = boxes::read(input, at, range.end())? else {
            break;
        };
        match &one.kind {
            b"hdlr" => kind = handler(input, one)?,
            b"mdhd" => packed = header(input, one)?,
            b"elng" => extended = tag(input, one)?,
            _ => {}
        }
        at = one.framed.end();
    }
    if let Some(kind) = kind {
        draft.track(Track {
            kind,
            // The extended tag is the one that counts where both are there (8.4.6.1).
            language: extended.or(packed),
        });
    }
    Ok(())
}

fn handler(input: &mut Input<'_>, one: Box4) -> std::io::Result<Option<TrackKind>> {
    let at = one.content.start.saturating_add(8);
    Ok(match input.array::<4>(at)?.as_ref() {
        Some(b"soun") => Some(TrackKind::Sound),
        Some(b"vide") => Some(TrackKind::Picture),
        Some(b"text" | b"subt" | b"sbtl" | b"clcp") => Some(TrackKind::Text),
        _ => None,
    })
}

/// Three letters of five bits. Values below 0x400 are QuickTime's old numbers; 0 among them says
/// English, and is what programs write that know of no language, so that none of them is believed.
fn header(input: &mut Input<'_>, one: Box4) -> std::io::Result<Option<String>> {
    let Some([version]) = input.array::<1>(one.content.start)? else {
        return Ok(None);
    };
    // Version and flags, two times, a scale and a duration; times and duration are longer in
    // version 1.
    let before = if version == 1 { 32 } else { 20 };
    let at = one.content.start.saturating_add(before);
    if at.saturating_add(2) > one.content.end() {
        return Ok(None);
    }
    Ok(input.array::<2>(at)?.and_then(|bytes| {
        let packed = u16::from_be_bytes(bytes);
        if packed < 0x400 {
            return None;
        }
        let letters: Option<String> = [10, 5, 0]
            .into_iter()
            .map(|shift| {
                let letter = u8::try_from(packed.checked_shr(shift)? & 0x1F).ok()?;
                letter.checked_add(0x60).map(char::from)
            })
            .collect();
        language(&letters?)
    }))
}

fn tag(input: &mut Input<'_>, one: Box4) -> std::io::Result<Option<String>> {
    let text = ByteRange::between(one.content.start.saturating_add(4), one.content.end());
    let wanted = usize::try_from(text.length).map_or(LONGEST, |length| length.min(LONGEST));
    let bytes = input.peek(text.start, wanted)?;
    let end = memchr::memchr(0, bytes).unwrap_or(bytes.len());
    let text = bytes.get(..end).unwrap_or_default();
    Ok(std::str::from_utf8(text).ok().and_then(language))
}
