//! PDF (ISO 32000-2), as far as labels stand in the information dictionary or the XMP of the whole
//! document. Pages, pictures and attachments are not looked at, and whether the file holds a
//! manifest store is for others to say.

mod file;
mod filter;
mod object;

use super::{
    ByteRange, MetadataKind, PartKind,
    draft::{Draft, Walk},
    input::Input,
};
use file::{File, Located};
use object::Object;

/// Entry of the information dictionary that is a label (TC260-PG-20258A).
const LABEL: &[u8] = b"AIGC";

/// The part's name: its carrier and its keyword.
const PART: &str = "Info/AIGC";

/// The part that holds XMP.
const METADATA: &str = "Metadata/XMP";

/// Why a document's metadata were not read.
const UNREADABLE: &str = "the cross-references cannot be read";

/// Reads the document's information and metadata.
pub(super) fn walk(input: &mut Input<'_>, draft: &mut Draft<'_>) -> Walk {
    let Some(mut file) = File::open(input, draft)? else {
        draft.metadata_not_read(draft.media_type(), UNREADABLE);
        return Ok(());
    };
    if file.is_encrypted() {
        draft.metadata_not_read(draft.media_type(), "encrypted");
        return Ok(());
    }
    information(input, draft, &mut file)?;
    metadata(input, draft, &mut file)
}

/// The label in the information dictionary (ISO 32000-2, 14.3.3).
fn information(input: &mut Input<'_>, draft: &mut Draft<'_>, file: &mut File) -> Walk {
    let Some(entry) = file.trailer(b"Info").cloned() else {
        return Ok(());
    };
    let Some(information) = file.follow(input, draft, entry)? else {
        return Ok(());
    };
    let Some(label) = information.object.entry(LABEL).cloned() else {
        return Ok(());
    };
    let own = matches!(label, Object::Text(_));
    let Some(value) = file.follow(input, draft, label)? else {
        return Ok(());
    };
    if let Object::Text(bytes) = &value.object {
        let range = if own { information.range } else { value.range };
        let text = text(bytes).into_bytes();
        let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
        draft.part(range, PartKind::Text);
        if draft.charge_metadata(PART, length) {
            draft.add_metadata(MetadataKind::Text, text, range, PART);
        }
    }
    Ok(())
}

/// The XMP packet of the document (ISO 32000-2, 14.3.2).
fn metadata(input: &mut Input<'_>, draft: &mut Draft<'_>, file: &mut File) -> Walk {
    let Some(root) = file.trailer(b"Root").cloned() else {
        return Ok(());
    };
    let Some(catalogue) = file.follow(input, draft, root)? else {
        return Ok(());
    };
    let Some(entry) = catalogue.object.entry(b"Metadata").cloned() else {
        return Ok(());
    };
    let Some(stream) = file.follow(input, draft, entry)? else {
        return Ok(());
    };
    if let Some(packet) = file.content(input, draft, &stream, METADATA)? {
        let Located { range, .. } = stream;
        draft.part(range, PartKind::Xmp);
        draft.add_metadata(MetadataKind::Xmp, packet, range, METADATA);
    }
    Ok(())
}

/// A text string (ISO 32000-2, 7.9.2.2): UTF-16 or UTF-8 behind a byte order mark, or else
/// PDFDocEncoding, which differs from Latin-1 in characters that no label holds.
fn text(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, units @ ..] => {
            let units = units.chunks_exact(2).filter_map(|pair| {
                let pair = *pair.first_chunk()?;
                Some(u16::from_be_bytes(pair))
            });
            char::decode_utf16(units)
                .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect()
        }
        [0xEF, 0xBB, 0xBF, text @ ..] => String::from_utf8_lossy(text).into_owned(),
        // Many writers put UTF-8 there without a mark.
        _ => match str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().copied().map(char::from).collect(),
        },
    }
}

/// Where an object lies, up to the end of the file.
fn within(input: &Input<'_>, start: u64, length: u64) -> ByteRange {
    let end = start.saturating_add(length).min(input.length());
    ByteRange::between(start.min(end), end)
}

#[cfg(test)]
mod tests;
