//! The list of named items in a movie's metadata (QuickTime File Format, "Metadata"), as far as
//! labels stand there. Other items are titles, places and programs, which are not looked at.

use super::{
    ByteRange, MetadataKind,
    boxes::{self, Box4},
    draft::{Draft, Walk},
    input::Input,
};

/// Name of the item that is a label (TC260-PG-20257A).
const LABEL: &[u8] = b"AIGC";

/// The part's name: its carrier and its keyword.
const PART: &str = "meta/AIGC";

/// Reads the labels of a `meta` box inside `moov`, `trak` or `udta`.
///
/// An item's type is the number of its name in `keys`, or the name itself where there are no
/// keys; items of the type `----` name themselves in a box `name`.
pub(super) fn walk(input: &mut Input<'_>, draft: &mut Draft<'_>, meta: Box4) -> Walk {
    // ISO puts version and flags before the first box, which is the handler; QuickTime does not.
    let skipped = match input.array::<8>(meta.content.start)? {
        Some([_, _, _, _, b'h', b'd', b'l', b'r']) => 0,
        _ => 4,
    };
    let content = skip(meta.content, skipped);
    let mut named = vec![u32::from_be_bytes(*b"AIGC")];
    for one in children(input, draft, content)? {
        if one.kind == *b"keys" {
            keys(input, draft, one.content, &mut named)?;
        }
    }
    for list in children(input, draft, content)? {
        if list.kind != *b"ilst" {
            continue;
        }
        for item in children(input, draft, list.content)? {
            let own = named.contains(&u32::from_be_bytes(item.kind));
            if own || item.kind == *b"----" {
                read(input, draft, item, own)?;
            }
        }
    }
    Ok(())
}

/// Adds the numbers, from 1, of the keys that name a label.
fn keys(
    input: &mut Input<'_>,
    draft: &mut Draft<'_>,
    content: ByteRange,
    named: &mut Vec<u32>,
) -> Walk {
    // Version and flags, number of entries; then entries of length, namespace, name.
    let entries = children(input, draft, skip(content, 8))?;
    for (number, entry) in (1..).zip(entries) {
        if is_label(input, entry.content)? {
            named.push(number);
        }
    }
    Ok(())
}

/// Reads an item's values, when it is a label.
fn read(input: &mut Input<'_>, draft: &mut Draft<'_>, item: Box4, named: bool) -> Walk {
    let mut named = named;
    for one in children(input, draft, item.content)? {
        match &one.kind {
            b"name" => named = named || is_label(input, skip(one.content, 4))?,
            // Type and locale stand before the value.
            b"data" if named => {
                let value = skip(one.content, 8);
                draft.read_metadata(input, MetadataKind::Text, value, item.framed, PART)?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// Whether the range holds the label's name and nothing else.
fn is_label(input: &mut Input<'_>, range: ByteRange) -> Walk<bool> {
    let length = usize::try_from(range.length).unwrap_or(usize::MAX);
    Ok(length == LABEL.len() && input.peek(range.start, length)? == LABEL)
}

/// The boxes in a range, each counted as one step.
fn children(input: &mut Input<'_>, draft: &mut Draft<'_>, range: ByteRange) -> Walk<Vec<Box4>> {
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end() {
        draft.step(at)?;
        let Some(one) = boxes::read(input, at, range.end())? else {
            break;
        };
        at = one.framed.end();
        found.push(one);
    }
    Ok(found)
}

/// The range without its first bytes.
fn skip(range: ByteRange, bytes: u64) -> ByteRange {
    ByteRange::between(
        range.start.saturating_add(bytes).min(range.end()),
        range.end(),
    )
}
