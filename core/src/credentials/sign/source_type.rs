//! Which digital source types contradict each other when one is asked for and another is declared.

use crate::labels::SourceType;

use super::error::SignError;

/// The source type that `text` names: a code (`digitalCapture`) or its URI.
///
/// # Errors
/// [`SignError::SourceTypeUnknown`].
pub fn parse_source_type(text: &str) -> Result<SourceType, SignError> {
    SourceType::from_uri(text).ok_or_else(|| SignError::SourceTypeUnknown(text.to_owned()))
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
    fn other_words_are_refused() {
        for text in ["", "photo", "DigitalCapture"] {
            assert!(matches!(
                parse_source_type(text),
                Err(SignError::SourceTypeUnknown(_))
            ));
        }
    }

    #[test]
    fn nothing_is_both_captured_and_made_by_a_model() {
        for text in [
            "digitalCapture",
            "computationalCapture",
            "trainedAlgorithmicMedia",
            "compositeWithTrainedAlgorithmicMedia",
        ] {
            let term = parse_source_type(text).unwrap();
            assert!(is_captured(term) != is_ai(term), "{text}");
        }
    }
}
