//! Where the content comes from, as its labels declare.
//!
//! The rules are the table of `spec/verdict.md`; a test walks every row of it.

use super::Origin;
use crate::{
    evidence::{Code, Confidence, Finding},
    labels::{Label, SourceType},
};

/// Decides the origin: the first row of the table that applies.
///
/// `labels` are those that count: the unsigned ones, and the signed ones of a credential that
/// holds. Of several declarations the most telling one wins, unless they contradict.
pub(super) fn decide(labels: &[&Label], findings: &[Finding]) -> Origin {
    if findings.iter().any(|finding| is_about_origin(finding.code)) {
        return Origin::Contradictory;
    }
    let rank = |origin: Origin| match origin {
        Origin::AiGenerated => 8,
        Origin::AiEdited => 7,
        Origin::PossiblyAi => 6,
        Origin::ScreenCapture => 5,
        Origin::Procedural => 4,
        Origin::DigitalArt => 3,
        Origin::Edited => 2,
        Origin::Captured => 1,
        Origin::Undeclared | Origin::Contradictory => 0,
    };
    labels
        .iter()
        .filter_map(|label| declared(label))
        .max_by_key(|origin| rank(*origin))
        .unwrap_or(Origin::Undeclared)
}

/// Whether a contradiction leaves the origin open. Others, such as dates out of order, do not.
const fn is_about_origin(code: Code) -> bool {
    matches!(
        code,
        Code::LabelsDisagree
            | Code::CredentialCapturedLabelGenerated
            | Code::CredentialCapturedMarkGenerated
    )
}

/// What one label declares; `None` when it says nothing of origin.
pub(super) fn declared(label: &Label) -> Option<Origin> {
    let origin = of(label.meaning?)?;
    let perhaps = label.confidence == Confidence::Weak && is_ai(origin);
    Some(if perhaps { Origin::PossiblyAi } else { origin })
}

/// Made or changed by generative AI, said without "perhaps".
pub(super) const fn is_ai(origin: Origin) -> bool {
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
        SourceType::AlgorithmicMedia | SourceType::DataDrivenMedia => Some(Origin::Procedural),
        SourceType::ScreenCapture => Some(Origin::ScreenCapture),
        // "Synthetic" may mean drawn, rendered or generated.
        SourceType::CompositeSynthetic => Some(Origin::PossiblyAi),
        SourceType::CompositeWithTrainedAlgorithmicMedia => Some(Origin::AiEdited),
        SourceType::TrainedAlgorithmicMedia | SourceType::TrainedAlgorithmicData => {
            Some(Origin::AiGenerated)
        }
        SourceType::Empty => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        evidence::Place,
        labels::{Forgeability, LabelKind},
    };

    fn label(meaning: Option<SourceType>, confidence: Confidence) -> Label {
        Label {
            kind: LabelKind::IptcDigitalSourceType,
            value: String::new(),
            meaning,
            place: Place::Asset,
            forgeability: Forgeability::StandardLabel,
            confidence,
            maker: None,
        }
    }

    fn term(name: &str) -> Option<SourceType> {
        match name {
            "none" => None,
            name => Some(SourceType::from_uri(name).unwrap_or_else(|| panic!("{name}"))),
        }
    }

    fn name(origin: Origin) -> &'static str {
        match origin {
            Origin::Captured => "captured",
            Origin::Edited => "edited",
            Origin::DigitalArt => "digital-art",
            Origin::Procedural => "procedural",
            Origin::ScreenCapture => "screen-capture",
            Origin::AiEdited => "ai-edited",
            Origin::AiGenerated => "ai-generated",
            Origin::PossiblyAi => "possibly-ai",
            Origin::Undeclared => "undeclared",
            Origin::Contradictory => "contradictory",
        }
    }

    /// The rows of a table in the specification: cells without their back-ticks.
    fn rows(heading: &str) -> Vec<Vec<String>> {
        let specification = include_str!("../../../spec/verdict.md");
        let (_, section) = specification.split_once(heading).expect(heading);
        let section = section.split("\n## ").next().unwrap();
        section
            .lines()
            .filter(|line| line.starts_with('|'))
            .skip(2)
            .map(|line| {
                let cells = line.trim_matches('|').split('|');
                cells.map(|cell| cell.trim().replace('`', "")).collect()
            })
            .collect()
    }

    #[test]
    fn every_term_of_the_table_declares_what_the_table_says() {
        let mut seen = std::collections::BTreeSet::new();
        for row in rows("## What a label declares") {
            for code in row[0].split(", ") {
                for (confidence, cell) in
                    [(Confidence::Certain, &row[1]), (Confidence::Weak, &row[2])]
                {
                    let said = declared(&label(term(code), confidence)).map_or("nothing", name);
                    assert_eq!(said, cell, "{code} {confidence:?}");
                }
                seen.insert(code.to_owned());
            }
        }
        for term in SourceType::ALL {
            assert!(
                seen.contains(term.code()),
                "{} is not in the table",
                term.code()
            );
        }
    }

    #[test]
    fn several_labels_give_what_the_table_says() {
        let rows = rows("## From labels to origin");
        assert!(rows.len() >= 10);
        for row in rows {
            let labels: Vec<Label> = row[1]
                .split(", ")
                .filter(|cell| *cell != "nothing")
                .map(|cell| match cell.strip_prefix("perhaps ") {
                    Some(code) => label(term(code), Confidence::Weak),
                    None => label(term(cell), Confidence::Strong),
                })
                .collect();
            let labels: Vec<&Label> = labels.iter().collect();
            let findings: Vec<Finding> = match row[2].as_str() {
                "-" => Vec::new(),
                code => vec![Finding::new(Code::parse(code).expect(code), Place::Asset)],
            };
            assert_eq!(name(decide(&labels, &findings)), row[0], "{row:?}");
        }
    }
}
