//! Tells the format by the first bytes of a file, never by its name.

use std::io;

use memchr::memmem;

use super::{
    MediaFormat, boxes,
    input::{Input, to_u64},
    jumbf, markdown, zip,
};

/// Bytes that the fixed signatures need. PDF allows its header anywhere in the first 1024 bytes
/// (ISO 32000-1, annex H, 3.4.1).
const HEAD: usize = 1024;

/// Prolog, comments and doctype before `<svg` may take this many bytes: licence texts in
/// comments of public icon sets stay below 16 KiB.
const SVG_PROLOG: usize = 64 << 10;

/// Names of a ZIP directory that are looked at. OOXML needs its `[Content_Types].xml` in the
/// first few; writers that sort by name put it first too.
const ZIP_ENTRIES: usize = 256;

/// The format of the file; `None` when no known media format begins here.
pub(super) fn sniff(input: &mut Input<'_>) -> io::Result<Option<MediaFormat>> {
    let head: [u8; HEAD] = {
        let mut head = [0; HEAD];
        let found = input.peek(0, HEAD)?;
        if let Some(target) = head.get_mut(..found.len()) {
            target.copy_from_slice(found);
        }
        head
    };
    let present = usize::try_from(input.length().min(to_u64(HEAD))).unwrap_or(HEAD);
    let head = head.get(..present).unwrap_or_default();

    if let Some(format) = by_signature(head) {
        return Ok(Some(format));
    }
    match head {
        [b'I', b'I', 42 | 43, 0, ..] | [b'M', b'M', 0, 42 | 43, ..] => tiff_kind(input).map(Some),
        [b'I', b'D', b'3', 2..=4, _, _, sizes @ ..] => id3_content(input, sizes),
        // A recording whose header was written last.
        [_, _, _, _, b'm', b'd', b'a', b't', ..] => {
            let length = input.length();
            let next = match boxes::read(input, 0, length)? {
                Some(data) if !data.cut_off => boxes::read(input, data.framed.end(), length)?,
                _ => None,
            };
            Ok(next
                .is_some_and(|next| &next.kind == b"moov")
                .then_some(MediaFormat::Mov))
        }
        [b'P', b'K', 3, 4, ..] => zip_kind(input, head),
        _ if is_mpeg_audio(input, head)? => Ok(Some(MediaFormat::Mp3)),
        _ if is_svg(input)? => Ok(Some(MediaFormat::Svg)),
        _ if markdown::is_labelled(input)? => Ok(Some(MediaFormat::Markdown)),
        _ => Ok(has_pdf_header(head).then_some(MediaFormat::Pdf)),
    }
}

/// Formats that their first bytes give away.
fn by_signature(head: &[u8]) -> Option<MediaFormat> {
    Some(match head {
        [0xFF, 0xD8, 0xFF, ..] => MediaFormat::Jpeg,
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => MediaFormat::Png,
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => MediaFormat::Gif,
        [b'R', b'I', b'F', b'F', _, _, _, _, form @ ..] => riff_form(form)?,
        [
            0,
            0,
            0,
            12,
            b'J',
            b'X',
            b'L',
            b' ',
            b'\r',
            b'\n',
            0x87,
            b'\n',
            ..,
        ] => MediaFormat::Jxl,
        // The second byte of a codestream after its marker is the size header; FF 0A alone is
        // too little to tell, so a few impossible continuations are left out.
        [0xFF, 0x0A, next, ..] if *next != 0xFF => MediaFormat::JxlCodestream,
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => brand(head),
        [b'f', b'L', b'a', b'C', ..] => MediaFormat::Flac,
        [b'%', b'P', b'D', b'F', b'-', ..] => MediaFormat::Pdf,
        [b'8', b'B', b'P', b'S', 0, 1 | 2, ..] => MediaFormat::Psd,
        [0x1A, 0x45, 0xDF, 0xA3, ..] => MediaFormat::Matroska,
        [b'O', b'g', b'g', b'S', 0, ..] => MediaFormat::Ogg,
        // Version 1, sound or pictures or both, and the length of the header.
        [b'F', b'L', b'V', 1, flags, 0, 0, 0, 9, ..] if flags & !5 == 0 => MediaFormat::Flv,
        _ if jumbf::is_store(head) => MediaFormat::C2pa,
        _ if is_font(head) => MediaFormat::Font,
        _ if is_bmp(head) => MediaFormat::Bmp,
        _ if is_quicktime(head) => MediaFormat::Mov,
        _ => return None,
    })
}

/// RIFF form types that carry media.
fn riff_form(form: &[u8]) -> Option<MediaFormat> {
    match form.first_chunk()? {
        b"WEBP" => Some(MediaFormat::Webp),
        b"WAVE" => Some(MediaFormat::Wav),
        b"AVI " => Some(MediaFormat::Avi),
        _ => None,
    }
}

/// What the brands of a `ftyp` box say (ISO/IEC 14496-12, 4.3; 23008-12, 10).
fn brand(head: &[u8]) -> MediaFormat {
    let size = be32(head).map_or(0, |size| usize::try_from(size).unwrap_or(usize::MAX));
    let body = head.get(8..size.clamp(8, head.len())).unwrap_or_default();
    let major: &[u8; 4] = body.first_chunk().unwrap_or(b"    ");
    let compatible = || body.get(8..).unwrap_or_default().chunks_exact(4);
    match major {
        b"avif" | b"avis" => MediaFormat::Avif,
        b"heic" | b"heix" | b"hevc" | b"hevx" | b"heim" | b"heis" | b"hevm" | b"hevs" => {
            MediaFormat::Heic
        }
        b"mif1" | b"msf1" | b"mif2" | b"1pic" | b"miaf" => {
            if compatible().any(|one| one == b"avif" || one == b"avis") {
                MediaFormat::Avif
            } else if compatible().any(|one| one == b"heic" || one == b"heix") {
                MediaFormat::Heic
            } else {
                MediaFormat::Heif
            }
        }
        b"M4A " | b"M4B " | b"M4P " => MediaFormat::M4a,
        b"crx " => MediaFormat::Cr3,
        b"qt  " => MediaFormat::Mov,
        _ => MediaFormat::Mp4,
    }
}

/// QuickTime files older than `ftyp` begin with one of these boxes.
fn is_quicktime(head: &[u8]) -> bool {
    let Some(size) = be32(head) else {
        return false;
    };
    match head.get(4..8) {
        Some(b"moov") => {
            size >= 16 && matches!(head.get(12..16), Some(b"mvhd" | b"cmov" | b"rmra"))
        }
        // An atom that says nothing itself must be followed by one that does.
        Some(b"wide" | b"free" | b"skip") => usize::try_from(size)
            .ok()
            .and_then(|size| head.get(size.checked_add(4)?..size.checked_add(8)?))
            .is_some_and(|next| matches!(next, b"mdat" | b"moov" | b"wide" | b"free" | b"skip")),
        _ => false,
    }
}

/// An sfnt or WOFF header whose table count is consistent with its search fields.
fn is_font(head: &[u8]) -> bool {
    match head {
        [b'w', b'O', b'F', b'F' | b'2', ..] | [b't', b't', b'c', b'f', 0, 1 | 2, ..] => true,
        [0, 1, 0, 0, rest @ ..]
        | [b'O', b'T', b'T', b'O', rest @ ..]
        | [b't', b'r', b'u', b'e', rest @ ..] => {
            let field = |at: usize| {
                let bytes = rest.get(at..)?.first_chunk()?;
                Some(u32::from(u16::from_be_bytes(*bytes)))
            };
            matches!(
                (field(0), field(2)),
                (Some(tables @ 1..=512), Some(range))
                    if range == 16_u32.saturating_mul(1 << tables.ilog2())
            )
        }
        _ => false,
    }
}

/// A BMP file header followed by an info header of a known size.
fn is_bmp(head: &[u8]) -> bool {
    let known_header = matches!(
        head.get(14..18),
        Some([12 | 40 | 52 | 56 | 64 | 108 | 124, 0, 0, 0])
    );
    head.starts_with(b"BM") && head.get(6..10) == Some(&[0; 4]) && known_header
}

fn has_pdf_header(head: &[u8]) -> bool {
    memmem::find_iter(head, b"%PDF-").any(|at| {
        let version = head
            .get(at.saturating_add(5)..)
            .and_then(<[u8]>::first_chunk);
        matches!(version, Some([b'1' | b'2', b'.', b'0'..=b'9']))
    })
}

/// Tells camera raw formats, which are TIFF by structure, by the tags of their first directory.
fn tiff_kind(input: &mut Input<'_>) -> io::Result<MediaFormat> {
    const MAKE: u16 = 0x010F;
    const SUB_DIRECTORIES: u16 = 0x014A;
    const DNG_PRIVATE: u16 = 0xC634;
    const DNG_VERSION: u16 = 0xC612;

    let Some(header) = input.array::<16>(0)? else {
        return Ok(MediaFormat::Tiff);
    };
    let [first, _, ..] = header;
    let little = first == b'I';
    let short = |bytes: [u8; 2]| {
        if little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        }
    };
    let long = |bytes: [u8; 4]| {
        if little {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        }
    };
    let [_, _, version_a, version_b, o0, o1, o2, o3, ..] = header;
    if short([version_a, version_b]) != 42 {
        return Ok(MediaFormat::Tiff);
    }
    let at = u64::from(long([o0, o1, o2, o3]));
    let entries = input.array(at)?.map_or(0, short);
    let mut make_at = None;
    let mut nested = false;
    for index in 0..u64::from(entries.min(512)) {
        let Some(entry) = input.array::<12>(
            at.saturating_add(2)
                .saturating_add(index.saturating_mul(12)),
        )?
        else {
            break;
        };
        let [t0, t1, _, _, _, _, _, _, v0, v1, v2, v3] = entry;
        match short([t0, t1]) {
            DNG_VERSION => return Ok(MediaFormat::Dng),
            MAKE => make_at = Some(u64::from(long([v0, v1, v2, v3]))),
            SUB_DIRECTORIES | DNG_PRIVATE => nested = true,
            _ => {}
        }
    }
    let make = match make_at {
        Some(at) if nested => input.array::<5>(at)?.unwrap_or_default(),
        _ => [0; 5],
    };
    Ok(match &make {
        b"NIKON" => MediaFormat::Nef,
        [b'S', b'O', b'N', b'Y', 0 | b' '] => MediaFormat::Arw,
        _ => MediaFormat::Tiff,
    })
}

/// What follows an ID3v2 tag: FLAC when it says so, MPEG audio otherwise.
fn id3_content(input: &mut Input<'_>, sizes: &[u8]) -> io::Result<Option<MediaFormat>> {
    let Some(&[a, b, c, d]) = sizes.first_chunk() else {
        return Ok(None);
    };
    if [a, b, c, d].iter().any(|byte| *byte > 0x7F) {
        return Ok(None);
    }
    let size = (u64::from(a) << 21) | (u64::from(b) << 14) | (u64::from(c) << 7) | u64::from(d);
    let next = input.array::<4>(size.saturating_add(10))?;
    Ok(Some(if next == Some(*b"fLaC") {
        MediaFormat::Flac
    } else {
        MediaFormat::Mp3
    }))
}

/// Two MPEG audio layer III frames in a row: eleven set bits alone begin too many other files.
fn is_mpeg_audio(input: &mut Input<'_>, head: &[u8]) -> io::Result<bool> {
    let Some(first) = head.first_chunk().and_then(|bytes| frame(*bytes)) else {
        return Ok(false);
    };
    let second = input.array(first.length)?.and_then(frame);
    Ok(second.is_some_and(|second| second.constant == first.constant))
}

struct Frame {
    length: u64,
    /// Version, layer and sampling rate, which no stream changes.
    constant: (u8, u8),
}

/// An MPEG audio layer III frame header (ISO/IEC 11172-3, 2.4.2.3).
fn frame([sync, kind, rate, _]: [u8; 4]) -> Option<Frame> {
    const BIT_RATES_1: [u64; 16] = [
        0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0,
    ];
    const BIT_RATES_2: [u64; 16] = [
        0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0,
    ];
    const LAYER_3: u8 = 0b0000_0010;

    if sync != 0xFF || kind & 0xE0 != 0xE0 || kind & 0b0000_0110 != LAYER_3 {
        return None;
    }
    let version = kind & 0b0001_1000;
    let (bit_rates, samples, divisor) = match version {
        0b0001_1000 => (BIT_RATES_1, 144_000, 1),
        0b0001_0000 => (BIT_RATES_2, 72_000, 2),
        0 => (BIT_RATES_2, 72_000, 4),
        _ => return None,
    };
    let bit_rate = bit_rates
        .get(usize::from(rate >> 4))
        .copied()
        .filter(|rate| *rate > 0)?;
    let sampling: u64 = match rate & 0b0000_1100 {
        0 => 44_100,
        0b0100 => 48_000,
        0b1000 => 32_000,
        _ => return None,
    };
    let padding = u64::from(rate >> 1 & 1);
    let sampling = sampling.checked_div(divisor)?;
    let length = bit_rate.checked_mul(samples)?.checked_div(sampling)?;
    Some(Frame {
        length: length.saturating_add(padding),
        constant: (kind, rate & 0b0000_1100),
    })
}

/// Whether an XML prolog, comments, white space and a doctype are followed by an `svg` element.
fn is_svg(input: &mut Input<'_>) -> io::Result<bool> {
    let head = input.peek(0, 8)?;
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    if !matches!(text.trim_ascii_start().first(), Some(b'<') | None) {
        return Ok(false);
    }
    let head = input.peek(0, SVG_PROLOG)?;
    let mut text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    loop {
        text = text.trim_ascii_start();
        let skipped = if text.starts_with(b"<?") {
            after(text, b"?>")
        } else if text.starts_with(b"<!--") {
            after(text.get(4..).unwrap_or_default(), b"-->")
        } else if text.starts_with(b"<!DOCTYPE") {
            after_doctype(text)
        } else {
            return Ok(is_svg_element(text));
        };
        match skipped {
            Some(rest) => text = rest,
            None => return Ok(false),
        }
    }
}

fn after<'a>(text: &'a [u8], end: &[u8]) -> Option<&'a [u8]> {
    text.get(memmem::find(text, end)?.checked_add(end.len())?..)
}

/// What follows a doctype, with or without an internal subset in brackets.
fn after_doctype(text: &[u8]) -> Option<&[u8]> {
    let bracket = memchr::memchr(b'[', text);
    let end = memchr::memchr(b'>', text)?;
    match bracket {
        Some(bracket) if bracket < end => after(after(text, b"]")?, b">"),
        _ => text.get(end.checked_add(1)?..),
    }
}

/// `<svg` or `<prefix:svg`, then a space, a slash or the end of the tag.
fn is_svg_element(text: &[u8]) -> bool {
    let Some(tag) = text.strip_prefix(b"<") else {
        return false;
    };
    let end = tag
        .iter()
        .position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'));
    let name = end.and_then(|end| tag.get(..end)).unwrap_or_default();
    name.rsplit(|byte| *byte == b':').next() == Some(b"svg")
}

/// ZIP packages that are documents: EPUB and OpenDocument begin with `mimetype`, OOXML and
/// OpenXPS hold `[Content_Types].xml`, and C2PA keeps its store under a fixed name
/// (C2PA 2.2, A.6). Any other archive is no media.
fn zip_kind(input: &mut Input<'_>, head: &[u8]) -> io::Result<Option<MediaFormat>> {
    const MIME_TYPES: [&[u8]; 2] = [
        b"application/epub+zip",
        b"application/vnd.oasis.opendocument",
    ];
    const NAMES: [&[u8]; 2] = [b"[Content_Types].xml", b"META-INF/content_credential.c2pa"];

    let first_name = head.get(30..).unwrap_or_default();
    if let Some(content) = first_name.strip_prefix(b"mimetype")
        && MIME_TYPES.iter().any(|one| content.starts_with(one))
    {
        return Ok(Some(MediaFormat::Zip));
    }
    if first_name.starts_with(b"[Content_Types].xml") {
        return Ok(Some(MediaFormat::Zip));
    }
    let Some(mut at) = zip::directory(input)? else {
        return Ok(None);
    };
    for _ in 0..ZIP_ENTRIES {
        let Some(entry) = zip::entry(input, at)? else {
            break;
        };
        if NAMES.contains(&entry.name.as_slice()) {
            return Ok(Some(MediaFormat::Zip));
        }
        at = entry.next;
    }
    Ok(None)
}

fn be32(bytes: &[u8]) -> Option<u32> {
    bytes.first_chunk().map(|bytes| u32::from_be_bytes(*bytes))
}

#[cfg(test)]
mod tests;
