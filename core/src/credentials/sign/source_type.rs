//! Digital source types as callers and manifests write them.

use serde::{
    Deserialize,
    de::{IntoDeserializer, value::Error},
};

use crate::labels::SourceType;

use super::error::SignError;

const IPTC: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/";
const C2PA: &str = "http://c2pa.org/digitalsourcetype/";

/// The source type that `text` names: a code (`digitalCapture`) or its URI.
///
/// # Errors
/// [`SignError::SourceTypeUnknown`].
pub fn parse_source_type(text: &str) -> Result<SourceType, SignError> {
    let secure = text.replacen("https://", "http://", 1);
    let code = secure
        .strip_prefix(IPTC)
        .or_else(|| secure.strip_prefix(C2PA))
        .unwrap_or(&secure);
    let deserializer: serde::de::value::StrDeserializer<'_, Error> = code.into_deserializer();
    SourceType::deserialize(deserializer).map_err(|_| SignError::SourceTypeUnknown(text.to_owned()))
}

/// The code of a source type, without its vocabulary's prefix.
pub(super) fn code(source_type: SourceType) -> String {
    match serde_json::to_value(source_type) {
        Ok(serde_json::Value::String(code)) => code,
        _ => String::new(),
    }
}

/// The URI of a source type, as manifests carry it.
pub(super) fn uri(source_type: SourceType) -> String {
    let vocabulary = match source_type {
        SourceType::Empty | SourceType::TrainedAlgorithmicData => C2PA,
        _ => IPTC,
    };
    format!("{vocabulary}{}", code(source_type))
}

/// Whether it says that the content was captured from life, on whatever medium.
pub(super) const fn is_captured(source_type: SourceType) -> bool {
    matches!(
        source_type,
        SourceType::DigitalCapture
            | SourceType::ComputationalCapture
            | SourceType::NegativeFilm
            | SourceType::PositiveFilm
            | SourceType::Print
            | SourceType::MinorHumanEdits
            | SourceType::CompositeCapture
    )
}

/// Whether it says that a trained model made the content, or part of it.
pub(super) const fn is_ai(source_type: SourceType) -> bool {
    matches!(
        source_type,
        SourceType::TrainedAlgorithmicMedia
            | SourceType::CompositeWithTrainedAlgorithmicMedia
            | SourceType::TrainedAlgorithmicData
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_uris_name_the_same_term() {
        for text in [
            "trainedAlgorithmicMedia",
            "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
            "https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
        ] {
            let term = parse_source_type(text).unwrap();
            assert_eq!(term, SourceType::TrainedAlgorithmicMedia);
            assert!(uri(term).ends_with("digitalsourcetype/trainedAlgorithmicMedia"));
        }
        assert_eq!(
            uri(SourceType::Empty),
            "http://c2pa.org/digitalsourcetype/empty"
        );
    }

    #[test]
    fn other_words_are_refused() {
        for text in ["", "photo", "DigitalCapture", "digitalcapture/"] {
            assert!(matches!(
                parse_source_type(text),
                Err(SignError::SourceTypeUnknown(_))
            ));
        }
    }

    #[test]
    fn nothing_is_both_captured_and_ai() {
        for term in [
            SourceType::DigitalCapture,
            SourceType::ComputationalCapture,
            SourceType::TrainedAlgorithmicMedia,
            SourceType::CompositeWithTrainedAlgorithmicMedia,
        ] {
            assert!(is_captured(term) != is_ai(term));
        }
    }
}
