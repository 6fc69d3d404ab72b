//! PNG chunks (PNG third edition, 5), read to `IEND` and, for what hides there, beyond.

use super::{
    ByteRange, MetadataKind, PartKind,
    deflate::{self, Inflated, Wrapping},
    draft::{Draft, Walk},
    input::{Input, to_u64},
    jumbf,
};

/// Chunk type of a manifest store (C2PA 2.2, A.3.2). The clause recommends a place before `IDAT`
/// and allows any between `IHDR` and `IEND`.
const STORE: &[u8; 4] = b"caBX";

/// Keyword of the `iTXt` chunk that holds XMP (XMP part 3, 1.1.5).
const XMP_KEYWORD: &[u8] = b"XML:com.adobe.xmp";

/// Walks a PNG file.
pub(super) fn walk(input: &mut Input<'_>, draft: &mut Draft<'_>) -> Walk {
    draft.part(ByteRange::between(0, 8), PartKind::Structure);
    let mut at = 8;
    let mut seen_header = false;
    loop {
        draft.step(at)?;
        let Some([l0, l1, l2, l3, kind @ ..]) = input.array::<8>(at)? else {
            draft.truncated(at, "chunk", input);
            break;
        };
        let length = u64::from(u32::from_be_bytes([l0, l1, l2, l3]));
        let data = ByteRange {
            start: at.saturating_add(8),
            length,
        };
        let chunk = ByteRange::between(at, data.end().saturating_add(4));
        let cut_off = chunk.end() > input.length();
        if cut_off {
            draft.truncated(at, &name(kind), input);
        }
        let chunk = ByteRange::between(at, chunk.end().min(input.length()));
        match &kind {
            STORE => {
                let misplaced = if cut_off {
                    Some("cut off by the end of the file")
                } else {
                    (!seen_header).then_some("before the header chunk")
                };
                draft.read_store(input, data, &[chunk], misplaced)?;
            }
            b"iTXt" => international_text(input, draft, data, chunk)?,
            b"tEXt" | b"zTXt" => latin_text(input, draft, data, chunk, &kind == b"zTXt")?,
            b"eXIf" => {
                draft.part(chunk, PartKind::Exif);
                draft.read_metadata(input, MetadataKind::Exif, data, chunk, "eXIf")?;
            }
            b"IHDR" => {
                seen_header = true;
                if let Some([w0, w1, w2, w3, h0, h1, h2, h3]) = input.array(data.start)? {
                    draft.set_dimensions(
                        u32::from_be_bytes([w0, w1, w2, w3]),
                        u32::from_be_bytes([h0, h1, h2, h3]),
                    );
                }
                draft.part(chunk, PartKind::Structure);
            }
            kind => draft.part(chunk, chunk_kind(kind)),
        }
        at = chunk.end();
        if cut_off {
            break;
        }
        if &kind == b"IEND" {
            let trailing = ByteRange::between(at, input.length());
            if trailing.length > 0 {
                draft.set_trailing(trailing, PartKind::Trailing);
                jumbf::find_hidden(input, draft, trailing, "after the end of the image (IEND)")?;
            }
            break;
        }
    }
    draft.set_complete();
    Ok(())
}

/// What a chunk holds, by its type.
const fn chunk_kind(kind: &[u8; 4]) -> PartKind {
    match kind {
        b"IDAT" | b"fdAT" => PartKind::ImageData,
        b"iCCP" => PartKind::ColourProfile,
        b"tEXt" | b"zTXt" | b"tIME" => PartKind::Text,
        b"IHDR" | b"PLTE" | b"IEND" | b"acTL" | b"fcTL" | b"tRNS" | b"cHRM" | b"gAMA" | b"sBIT"
        | b"sRGB" | b"cICP" | b"mDCV" | b"cLLI" | b"bKGD" | b"hIST" | b"pHYs" | b"sPLT" => {
            PartKind::Structure
        }
        _ => PartKind::Unknown,
    }
}

/// Longest keyword that is read; the standard allows 79 bytes.
const KEYWORD: usize = 128;

/// An `iTXt` chunk: XMP or other text, compressed or not.
fn international_text(
    input: &mut Input<'_>,
    draft: &mut Draft<'_>,
    data: ByteRange,
    chunk: ByteRange,
) -> Walk {
    // Keyword, compression flag and method, language tag, translated keyword: each ends with a
    // zero byte. XMP requires the last two to be empty; a reader should not care.
    const HEAD: usize = 256;
    let wanted = usize::try_from(data.length).map_or(HEAD, |length| length.min(HEAD));
    let head = input.peek(data.start, wanted)?;
    let parsed = keyword(head).and_then(|(keyword, rest)| {
        let (flags, rest) = rest.split_first_chunk::<2>()?;
        let language = memchr::memchr(0, rest)?.checked_add(1)?;
        let translated = memchr::memchr(0, rest.get(language..)?)?.checked_add(1)?;
        let skipped = keyword.len().checked_add(3)?.checked_add(language)?;
        let compressed = flags.first() != Some(&0);
        Some((
            keyword.to_vec(),
            compressed,
            skipped.checked_add(translated)?,
        ))
    });
    let Some((keyword, compressed, skipped)) = parsed else {
        draft.part(chunk, PartKind::Text);
        return Ok(());
    };
    let (kind, part, name) = if keyword == XMP_KEYWORD {
        (MetadataKind::Xmp, PartKind::Xmp, "iTXt/XMP".to_owned())
    } else {
        (MetadataKind::Text, PartKind::Text, named("iTXt", &keyword))
    };
    draft.part(chunk, part);
    let text = ByteRange::between(data.start.saturating_add(to_u64(skipped)), data.end());
    if compressed {
        return inflate(input, draft, kind, text, chunk, &name);
    }
    draft.read_metadata(input, kind, text, chunk, &name)
}

/// A `tEXt` or `zTXt` chunk.
fn latin_text(
    input: &mut Input<'_>,
    draft: &mut Draft<'_>,
    data: ByteRange,
    chunk: ByteRange,
    compressed: bool,
) -> Walk {
    draft.part(chunk, PartKind::Text);
    let wanted = usize::try_from(data.length).map_or(KEYWORD, |length| length.min(KEYWORD));
    let Some((keyword, _)) = keyword(input.peek(data.start, wanted)?) else {
        return Ok(());
    };
    let carrier = if compressed { "zTXt" } else { "tEXt" };
    let name = named(carrier, keyword);
    // The keyword's zero byte, and of compressed text the method.
    let skipped = keyword.len().saturating_add(if compressed { 2 } else { 1 });
    let text = ByteRange::between(data.start.saturating_add(to_u64(skipped)), data.end());
    if compressed {
        return inflate(input, draft, MetadataKind::Text, text, chunk, &name);
    }
    draft.read_metadata(input, MetadataKind::Text, text, chunk, &name)
}

/// The keyword that a text chunk begins with, and what follows its zero byte.
fn keyword(head: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = memchr::memchr(0, head.get(..KEYWORD).unwrap_or(head))?;
    let (keyword, rest) = head.split_at_checked(end)?;
    Some((keyword, rest.get(1..)?))
}

/// The name of a text: its carrier and its keyword.
fn named(carrier: &str, keyword: &[u8]) -> String {
    format!("{carrier}/{}", String::from_utf8_lossy(keyword))
}

/// Reads a metadata block that is compressed.
fn inflate(
    input: &mut Input<'_>,
    draft: &mut Draft<'_>,
    kind: MetadataKind,
    text: ByteRange,
    chunk: ByteRange,
    part: &str,
) -> Walk {
    if !draft.charge_metadata(part, text.length) {
        return Ok(());
    }
    let deflated = input.read(text)?;
    match deflate::inflate(draft, &deflated, Wrapping::Zlib, part) {
        Inflated::Whole(bytes) => draft.add_metadata(kind, bytes, chunk, part),
        Inflated::Refused => {}
        Inflated::Broken => draft.malformed(chunk, &format!("{part} does not decompress")),
    }
    Ok(())
}

/// A chunk type as text; bytes that are no letters are shown as `?`.
fn name(kind: [u8; 4]) -> String {
    kind.iter()
        .map(|byte| {
            if byte.is_ascii_alphabetic() {
                char::from(*byte)
            } else {
                '?'
            }
        })
        .collect()
}

#[cfg(test)]
mod tests;
