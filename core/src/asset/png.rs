//! PNG chunks (PNG third edition, 5), read to `IEND` and, for what hides there, beyond.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use super::{
    ByteRange, MetadataKind, PartKind,
    draft::{Draft, Walk},
    input::Input,
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
                draft.read_store(input, data, chunk, misplaced)?;
            }
            b"iTXt" => international_text(input, draft, data, chunk)?,
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

/// An `iTXt` chunk: XMP, compressed or not, or other text.
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
    let parsed = head
        .strip_prefix(XMP_KEYWORD)
        .and_then(|rest| rest.strip_prefix(&[0]))
        .and_then(|rest| {
            let (flags, rest) = rest.split_first_chunk::<2>()?;
            let language = memchr::memchr(0, rest)?.checked_add(1)?;
            let translated = memchr::memchr(0, rest.get(language..)?)?.checked_add(1)?;
            let text = language.checked_add(translated)?.checked_add(20)?;
            Some((flags.first() != Some(&0), u64::try_from(text).ok()?))
        });
    let Some((compressed, skipped)) = parsed else {
        draft.part(chunk, PartKind::Text);
        return Ok(());
    };
    draft.part(chunk, PartKind::Xmp);
    let text = ByteRange::between(data.start.saturating_add(skipped), data.end());
    if !compressed {
        return draft.read_metadata(input, MetadataKind::Xmp, text, chunk, "iTXt/XMP");
    }
    if !draft.charge_metadata("iTXt/XMP", text.length) {
        return Ok(());
    }
    let deflated = input.read(text)?;
    match decompress_to_vec_zlib_with_limit(&deflated, draft.metadata_allowance()) {
        Ok(xmp) => {
            if draft.charge_metadata("iTXt/XMP", u64::try_from(xmp.len()).unwrap_or(u64::MAX)) {
                draft.add_metadata(MetadataKind::Xmp, xmp, chunk, "iTXt/XMP");
            }
        }
        Err(error) if error.status == TINFLStatus::HasMoreOutput => {
            // What was inflated is paid for: many such chunks must not cost many times the limit.
            let spent = u64::try_from(error.output.len()).unwrap_or(u64::MAX);
            draft.charge_metadata("iTXt/XMP", spent);
            draft.metadata_not_read("iTXt/XMP", "inflates to more than the limit for metadata");
        }
        Err(_) => draft.malformed(chunk, "iTXt/XMP does not decompress"),
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
