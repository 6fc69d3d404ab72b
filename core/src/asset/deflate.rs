//! Metadata that are compressed with deflate (RFC 1951), inflated within the budget for metadata.

use miniz_oxide::inflate::{
    TINFLStatus, decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit,
};

use super::{draft::Draft, input::to_u64};

/// What stands around the compressed bytes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrapping {
    /// Nothing, as in ZIP.
    None,
    /// A header and a checksum (RFC 1950), as in PNG and PDF.
    Zlib,
}

/// What came of inflating.
pub(super) enum Inflated {
    /// The content, charged to the budget.
    Whole(Vec<u8>),
    /// More than the budget allows; the reason is recorded.
    Refused,
    /// No deflate.
    Broken,
}

/// Inflates a metadata block of the name `part`, whose compressed bytes are charged already.
pub(super) fn inflate(
    draft: &mut Draft<'_>,
    deflated: &[u8],
    wrapping: Wrapping,
    part: &str,
) -> Inflated {
    let most = draft.metadata_allowance();
    let inflated = match wrapping {
        Wrapping::None => decompress_to_vec_with_limit(deflated, most),
        Wrapping::Zlib => decompress_to_vec_zlib_with_limit(deflated, most),
    };
    match inflated {
        Ok(bytes) => {
            if draft.charge_metadata(part, to_u64(bytes.len())) {
                Inflated::Whole(bytes)
            } else {
                Inflated::Refused
            }
        }
        Err(error) if error.status == TINFLStatus::HasMoreOutput => {
            // What was inflated is paid for: many such blocks must not cost many times the limit.
            draft.charge_metadata(part, to_u64(error.output.len()));
            draft.metadata_not_read(part, "inflates to more than the limit for metadata");
            Inflated::Refused
        }
        Err(_) => Inflated::Broken,
    }
}
