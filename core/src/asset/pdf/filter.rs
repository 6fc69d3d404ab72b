//! Filters of PDF streams (ISO 32000-2, 7.4), as far as metadata and cross-references need them.

use super::{
    super::{
        deflate::{self, Inflated, Wrapping},
        draft::Draft,
    },
    object::Object,
};

/// Undoes the filter of a stream: none, or deflate with or without a predictor.
pub(super) fn decode(
    draft: &mut Draft<'_>,
    dictionary: &Object,
    bytes: Vec<u8>,
    part: &str,
) -> Option<Vec<u8>> {
    let only = |name: &[u8]| match dictionary.entry(name) {
        Some(Object::List(items)) => match items.as_slice() {
            [] => Ok(None),
            [only] => Ok(Some(only)),
            _ => Err(()),
        },
        other => Ok(other),
    };
    let (Ok(filter), Ok(parameters)) = (only(b"Filter"), only(b"DecodeParms")) else {
        draft.metadata_not_read(part, "filtered more than once");
        return None;
    };
    let inflated = match filter {
        None => return Some(bytes),
        Some(Object::Name(name)) if name == b"FlateDecode" || name == b"Fl" => {
            match deflate::inflate(draft, &bytes, Wrapping::Zlib, part) {
                Inflated::Whole(bytes) => bytes,
                Inflated::Refused => return None,
                Inflated::Broken => {
                    draft.metadata_not_read(part, "does not decompress");
                    return None;
                }
            }
        }
        Some(_) => {
            draft.metadata_not_read(part, "filtered in a way that is not known here");
            return None;
        }
    };
    let number = |name: &[u8]| parameters.and_then(|own| own.entry(name)?.number());
    match number(b"Predictor").unwrap_or(1) {
        1 => Some(inflated),
        10..=15 if number(b"Colors").unwrap_or(1) == 1 => {
            let columns = usize::try_from(number(b"Columns").unwrap_or(1)).ok()?;
            unpredict(&inflated, columns)
        }
        _ => None,
    }
}

/// Undoes PNG's filters on rows of bytes (PNG, 9.2); those of cross-references use the first three.
fn unpredict(rows: &[u8], columns: usize) -> Option<Vec<u8>> {
    let width = columns.checked_add(1)?;
    let mut plain = Vec::with_capacity(rows.len());
    let mut above = vec![0_u8; columns.min(rows.len())];
    for row in rows.chunks_exact(width) {
        let (filter, row) = row.split_first()?;
        let mut own = row.to_vec();
        match filter {
            0 => {}
            1 => {
                let mut left: u8 = 0;
                for byte in &mut own {
                    *byte = byte.wrapping_add(left);
                    left = *byte;
                }
            }
            2 => {
                for (byte, up) in own.iter_mut().zip(&above) {
                    *byte = byte.wrapping_add(*up);
                }
            }
            _ => return None,
        }
        plain.extend_from_slice(&own);
        above = own;
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_restored() {
        let rows = [2, 1, 2, 2, 1, 1, 1, 3, 4, 0, 9, 9];
        assert_eq!(unpredict(&rows, 2).unwrap(), [1, 2, 2, 3, 3, 7, 9, 9]);
        assert_eq!(unpredict(&[4, 1, 2], 2), None);
        assert_eq!(unpredict(&[], usize::MAX), None);
    }
}
