//! `--fail-on`: what ends a run with status 1.

use std::{fmt, str::FromStr};

use hallmark::{
    evidence::{Code, Severity},
    report::Record,
};
use serde::{Deserialize, Deserializer, de};

use crate::suggest::nearest;

/// One condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FailOn {
    /// A credential state, as written in records.
    State(&'static str),
    /// A finding of this severity or a worse one.
    Severity(Severity),
    /// A finding with this code.
    Code(Code),
    /// Any contradiction between witnesses.
    Contradiction,
}

/// What may be written besides finding codes. `untrusted` is the state `valid`: it holds, and
/// nobody on a list vouches.
const WORDS: [(&str, FailOn); 8] = [
    ("invalid", FailOn::State("invalid")),
    ("untrusted", FailOn::State("valid")),
    ("none", FailOn::State("none")),
    ("unreadable", FailOn::State("unreadable")),
    ("notice", FailOn::Severity(Severity::Notice)),
    ("warning", FailOn::Severity(Severity::Warning)),
    ("failure", FailOn::Severity(Severity::Failure)),
    ("contradiction", FailOn::Contradiction),
];

impl FailOn {
    /// Whether a record meets this condition.
    pub(crate) fn applies(self, record: &Record) -> bool {
        match self {
            Self::State(state) => record.credentials.state == state,
            Self::Severity(severity) => record
                .findings
                .iter()
                .any(|found| found.severity >= severity),
            Self::Code(code) => {
                record
                    .findings
                    .iter()
                    .any(|found| found.code == code.as_str())
                    || record
                        .credentials
                        .codes
                        .iter()
                        .any(|found| found == code.as_str())
            }
            Self::Contradiction => !record.contradictions.is_empty(),
        }
    }
}

/// As it is written in `--fail-on`.
impl fmt::Display for FailOn {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = WORDS.iter().find(|(_, condition)| condition == self);
        formatter.write_str(match (self, word) {
            (Self::Code(code), _) => code.as_str(),
            (_, Some((word, _))) => word,
            (Self::State(state), None) => state,
            (Self::Severity(_) | Self::Contradiction, None) => "",
        })
    }
}

impl FromStr for FailOn {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if let Some((_, condition)) = WORDS.iter().find(|(word, _)| *word == text) {
            return Ok(*condition);
        }
        Code::parse(text).map(Self::Code).ok_or_else(|| {
            let known = WORDS
                .iter()
                .map(|(word, _)| *word)
                .chain(Code::ALL.iter().map(|code| code.as_str()));
            let meant = nearest(text, known);
            format!(
                "'{text}' is neither a state, a severity nor a finding code; did you mean {meant}?"
            )
        })
    }
}

impl<'de> Deserialize<'de> for FailOn {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use hallmark::evidence::Code;

    use super::FailOn;

    #[test]
    fn words_and_codes_are_understood() {
        assert_eq!("untrusted".parse(), Ok(FailOn::State("valid")));
        assert_eq!(
            "asset.extensionDiffers".parse(),
            Ok(FailOn::Code(Code::AssetExtensionDiffers))
        );
    }

    #[test]
    fn a_slip_gets_a_suggestion() {
        let refused = "invald".parse::<FailOn>().unwrap_err();
        assert!(refused.contains("invalid"), "{refused}");
    }
}
