//! Where the content comes from, as its labels declare; and where they disagree.

use super::Origin;
use crate::{
    evidence::{Code, Finding, Place},
    labels::{Forgeability, Label, SourceType},
};

/// Contradictions between labels.
pub(super) fn contradictions(labels: &[Label]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let declared: Vec<(&Label, Origin)> = labels
        .iter()
        .filter_map(|label| Some((label, of(label.meaning?)?)))
        .collect();
    for (position, (left, left_origin)) in declared.iter().enumerate() {
        for (right, right_origin) in declared.iter().skip(position.saturating_add(1)) {
            if !is_ai(*left_origin) && !is_ai(*right_origin) || left_origin == right_origin {
                continue;
            }
            let signed = |label: &Label| label.forgeability == Forgeability::Signed;
            // Several signed actions tell a history, not a contradiction.
            if signed(left) && signed(right) {
                continue;
            }
            let captured = |origin: Origin| matches!(origin, Origin::Captured | Origin::Edited);
            let credential_says_captured = (signed(left) && captured(*left_origin))
                || (signed(right) && captured(*right_origin));
            let code = if credential_says_captured {
                Code::CredentialCapturedLabelGenerated
            } else {
                Code::LabelsDisagree
            };
            findings.push(
                Finding::new(code, Place::Asset)
                    .with("first", &left.value)
                    .with("second", &right.value),
            );
        }
    }
    findings
}

/// The origin that the labels declare: the most telling of them, or that they contradict.
pub(super) fn declared(labels: &[Label], findings: &[Finding]) -> Origin {
    if findings
        .iter()
        .any(|finding| finding.code.as_str().starts_with("contradiction."))
    {
        return Origin::Contradictory;
    }
    let rank = |origin: Origin| match origin {
        Origin::AiGenerated => 7,
        Origin::AiEdited => 6,
        Origin::ScreenCapture => 5,
        Origin::Procedural => 4,
        Origin::DigitalArt => 3,
        Origin::Edited => 2,
        Origin::Captured => 1,
        Origin::PossiblyAi | Origin::Undeclared | Origin::Contradictory => 0,
    };
    labels
        .iter()
        .filter_map(|label| of(label.meaning?))
        .max_by_key(|origin| rank(*origin))
        .unwrap_or(Origin::Undeclared)
}

const fn is_ai(origin: Origin) -> bool {
    matches!(origin, Origin::AiGenerated | Origin::AiEdited)
}

/// What a digital source type says about origin; `None` when it says nothing of it.
///
/// Procedures without training data and computational photography are not AI.
const fn of(source_type: SourceType) -> Option<Origin> {
    match source_type {
        SourceType::DigitalCapture
        | SourceType::ComputationalCapture
        | SourceType::NegativeFilm
        | SourceType::PositiveFilm
        | SourceType::Print
        | SourceType::VirtualRecording => Some(Origin::Captured),
        SourceType::MinorHumanEdits
        | SourceType::HumanEdits
        | SourceType::CompositeCapture
        | SourceType::AlgorithmicallyEnhanced
        | SourceType::Composite => Some(Origin::Edited),
        SourceType::DigitalArt | SourceType::DigitalCreation | SourceType::SoftwareImage => {
            Some(Origin::DigitalArt)
        }
        SourceType::AlgorithmicMedia
        | SourceType::DataDrivenMedia
        | SourceType::CompositeSynthetic => Some(Origin::Procedural),
        SourceType::ScreenCapture => Some(Origin::ScreenCapture),
        SourceType::CompositeWithTrainedAlgorithmicMedia => Some(Origin::AiEdited),
        SourceType::TrainedAlgorithmicMedia | SourceType::TrainedAlgorithmicData => {
            Some(Origin::AiGenerated)
        }
        SourceType::Empty => None,
    }
}
