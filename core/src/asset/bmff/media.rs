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

/// Three letters of five bits, or, below 0x400, one of QuickTime's old numbers.
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
            return macintosh(packed).map(str::to_owned);
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

/// The language of a number of the Macintosh (QuickTime File Format, "Language code values"), as
/// [`language`] gives languages. Number 0 means English, and is what programs write that know of no
/// language, so that it is not believed; numbers that are not sure have none.
const fn macintosh(number: u16) -> Option<&'static str> {
    Some(match number {
        1 => "fr",
        2 => "de",
        3 => "it",
        4 | 34 => "nl",
        5 => "sv",
        6 => "es",
        7 => "da",
        8 => "pt",
        9 => "no",
        10 => "he",
        11 => "ja",
        12 => "ar",
        13 => "fi",
        14 => "el",
        15 => "is",
        16 => "mt",
        17 => "tr",
        18 => "hr",
        // Traditional and simplified writing of one language.
        19 | 33 => "zh",
        20 => "ur",
        21 => "hi",
        22 => "th",
        23 => "ko",
        24 => "lt",
        25 => "pl",
        26 => "hu",
        27 => "et",
        28 => "lv",
        30 => "fo",
        31 => "fa",
        32 => "ru",
        35 => "ga",
        36 => "sq",
        // Moldavian is Romanian, as `language` has it.
        37 | 53 => "ro",
        38 => "cs",
        39 => "sk",
        40 => "sl",
        41 => "yi",
        42 => "sr",
        43 => "mk",
        44 => "bg",
        45 => "uk",
        46 => "be",
        47 => "uz",
        48 => "kk",
        49 | 50 => "az",
        51 => "hy",
        52 => "ka",
        54 => "ky",
        55 => "tg",
        56 => "tk",
        57 | 58 => "mn",
        59 => "ps",
        60 => "ku",
        61 => "ks",
        62 => "sd",
        63 => "bo",
        64 => "ne",
        65 => "sa",
        66 => "mr",
        67 => "bn",
        68 => "as",
        69 => "gu",
        70 => "pa",
        71 => "or",
        72 => "ml",
        73 => "kn",
        74 => "ta",
        75 => "te",
        76 => "si",
        77 => "my",
        78 => "km",
        79 => "lo",
        80 => "vi",
        81 => "id",
        82 => "tl",
        83 | 84 => "ms",
        85 => "am",
        128 => "cy",
        129 => "eu",
        130 => "ca",
        131 => "la",
        _ => return None,
    })
}

fn tag(input: &mut Input<'_>, one: Box4) -> std::io::Result<Option<String>> {
    let text = ByteRange::between(one.content.start.saturating_add(4), one.content.end());
    let wanted = usize::try_from(text.length).map_or(LONGEST, |length| length.min(LONGEST));
    let bytes = input.peek(text.start, wanted)?;
    let end = memchr::memchr(0, bytes).unwrap_or(bytes.len());
    let text = bytes.get(..end).unwrap_or_default();
    Ok(std::str::from_utf8(text).ok().and_then(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_numbers_give_languages_as_every_other_way_does() {
        for number in 0..0x400 {
            if let Some(found) = macintosh(number) {
                assert_eq!(language(found).as_deref(), Some(found), "{number}");
                assert_eq!(found.len(), 2);
            }
        }
        assert_eq!(macintosh(2), language("deu").as_deref());
        assert_eq!(macintosh(33), language("cmn-Hans").as_deref());
        assert_eq!(macintosh(53), language("mol").as_deref());
        for nothing in [0, 29, 95, 127, 139, 0x3ff] {
            assert_eq!(macintosh(nothing), None, "{nothing}");
        }
    }
}
