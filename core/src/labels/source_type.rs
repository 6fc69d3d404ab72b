//! The digital source type vocabulary: codes and their URIs.

use serde::{Deserialize, Serialize};

/// The IPTC digital source type vocabulary (20 codes of 2025) and the two of C2PA.
///
/// Source: <http://cv.iptc.org/newscodes/digitalsourcetype/>, C2PA 2.2 section 18.15.4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SourceType {
    /// Captured by a digital camera or recorder.
    DigitalCapture,
    /// Captured, several frames or sensors merged without generative AI.
    ComputationalCapture,
    /// Digitised from a negative.
    NegativeFilm,
    /// Digitised from a positive.
    PositiveFilm,
    /// Digitised from a print.
    Print,
    /// Retouched by a human, little (retired term).
    MinorHumanEdits,
    /// Edited by a human.
    HumanEdits,
    /// Composite of captures.
    CompositeCapture,
    /// Composite with AI-generated parts.
    CompositeWithTrainedAlgorithmicMedia,
    /// Composite with synthetic parts.
    CompositeSynthetic,
    /// Enhanced by an algorithm.
    AlgorithmicallyEnhanced,
    /// Made by an algorithm without training data.
    AlgorithmicMedia,
    /// Made by a trained model.
    TrainedAlgorithmicMedia,
    /// Made in software by a human (retired term).
    SoftwareImage,
    /// Digital art (retired term).
    DigitalArt,
    /// Created by a human with digital tools.
    DigitalCreation,
    /// Rendered from data.
    DataDrivenMedia,
    /// A capture of a screen.
    ScreenCapture,
    /// A recording of a virtual event.
    VirtualRecording,
    /// A composite, unspecified.
    Composite,
    /// C2PA: empty canvas.
    Empty,
    /// C2PA: data from a trained model.
    TrainedAlgorithmicData,
}

impl SourceType {
    /// Every type, in the order of declaration.
    pub const ALL: &'static [Self] = &[
        Self::DigitalCapture,
        Self::ComputationalCapture,
        Self::NegativeFilm,
        Self::PositiveFilm,
        Self::Print,
        Self::MinorHumanEdits,
        Self::HumanEdits,
        Self::CompositeCapture,
        Self::CompositeWithTrainedAlgorithmicMedia,
        Self::CompositeSynthetic,
        Self::AlgorithmicallyEnhanced,
        Self::AlgorithmicMedia,
        Self::TrainedAlgorithmicMedia,
        Self::SoftwareImage,
        Self::DigitalArt,
        Self::DigitalCreation,
        Self::DataDrivenMedia,
        Self::ScreenCapture,
        Self::VirtualRecording,
        Self::Composite,
        Self::Empty,
        Self::TrainedAlgorithmicData,
    ];

    /// The URI that writers use.
    #[must_use]
    pub const fn as_uri(self) -> &'static str {
        match self {
            Self::DigitalCapture => "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
            Self::ComputationalCapture => {
                "http://cv.iptc.org/newscodes/digitalsourcetype/computationalCapture"
            }
            Self::NegativeFilm => "http://cv.iptc.org/newscodes/digitalsourcetype/negativeFilm",
            Self::PositiveFilm => "http://cv.iptc.org/newscodes/digitalsourcetype/positiveFilm",
            Self::Print => "http://cv.iptc.org/newscodes/digitalsourcetype/print",
            Self::MinorHumanEdits => {
                "http://cv.iptc.org/newscodes/digitalsourcetype/minorHumanEdits"
            }
            Self::HumanEdits => "http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits",
            Self::CompositeCapture => {
                "http://cv.iptc.org/newscodes/digitalsourcetype/compositeCapture"
            }
            Self::CompositeWithTrainedAlgorithmicMedia => {
                "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
            }
            Self::CompositeSynthetic => {
                "http://cv.iptc.org/newscodes/digitalsourcetype/compositeSynthetic"
            }
            Self::AlgorithmicallyEnhanced => {
                "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicallyEnhanced"
            }
            Self::AlgorithmicMedia => {
                "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
            }
            Self::TrainedAlgorithmicMedia => {
                "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
            }
            Self::SoftwareImage => "http://cv.iptc.org/newscodes/digitalsourcetype/softwareImage",
            Self::DigitalArt => "http://cv.iptc.org/newscodes/digitalsourcetype/digitalArt",
            Self::DigitalCreation => {
                "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation"
            }
            Self::DataDrivenMedia => {
                "http://cv.iptc.org/newscodes/digitalsourcetype/dataDrivenMedia"
            }
            Self::ScreenCapture => "http://cv.iptc.org/newscodes/digitalsourcetype/screenCapture",
            Self::VirtualRecording => {
                "http://cv.iptc.org/newscodes/digitalsourcetype/virtualRecording"
            }
            Self::Composite => "http://cv.iptc.org/newscodes/digitalsourcetype/composite",
            Self::Empty => "http://c2pa.org/digitalsourcetype/empty",
            Self::TrainedAlgorithmicData => {
                "http://c2pa.org/digitalsourcetype/trainedAlgorithmicData"
            }
        }
    }

    /// The code alone, for example `trainedAlgorithmicMedia`.
    #[must_use]
    pub fn code(self) -> &'static str {
        let uri = self.as_uri();
        uri.rsplit_once('/').map_or(uri, |(_, code)| code)
    }

    /// The type that a value names: its URI with `http` or `https`, with or without a slash at
    /// the end, or the code alone. Letters of another case are accepted in the scheme and host
    /// only; `None` when the vocabulary does not know the value.
    #[must_use]
    pub fn from_uri(value: &str) -> Option<Self> {
        let value = value.trim();
        let value = value.strip_suffix('/').unwrap_or(value);
        let Some((scheme, rest)) = value.split_once("://") else {
            return Self::ALL.iter().copied().find(|one| one.code() == value);
        };
        if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
            return None;
        }
        let (host, path) = rest.split_once('/')?;
        Self::ALL.iter().copied().find(|one| {
            let own = one.as_uri().strip_prefix("http://").unwrap_or_default();
            own.split_once('/').is_some_and(|(own_host, own_path)| {
                own_host.eq_ignore_ascii_case(host) && own_path == path
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_type_has_its_own_uri_and_reads_it_back() {
        let mut uris = BTreeSet::new();
        for one in SourceType::ALL {
            let uri = one.as_uri();
            assert!(uris.insert(uri), "{uri} twice");
            assert_eq!(SourceType::from_uri(uri), Some(*one));
            assert_eq!(SourceType::from_uri(&format!("{uri}/")), Some(*one));
            assert_eq!(
                SourceType::from_uri(&uri.replace("http:", "https:")),
                Some(*one)
            );
            assert_eq!(SourceType::from_uri(&format!(" {uri}\n")), Some(*one));
            assert_eq!(SourceType::from_uri(one.code()), Some(*one));
        }
        assert_eq!(uris.len(), 22);
        assert_eq!(
            uris.iter()
                .filter(|uri| uri.starts_with("http://c2pa.org/"))
                .count(),
            2
        );
    }

    #[test]
    fn codes_are_the_serialised_names() {
        for one in SourceType::ALL {
            let written = serde_json::to_string(one).unwrap();
            assert_eq!(written, format!("\"{}\"", one.code()));
        }
    }

    #[test]
    fn other_values_mean_nothing() {
        for value in [
            "",
            "/",
            "trainedalgorithmicmedia",
            "ftp://cv.iptc.org/newscodes/digitalsourcetype/print",
            "http://cv.iptc.org/newscodes/digitalsourcetype/",
            "http://cv.iptc.org/newscodes/digitalsourcetype/dream",
            "http://example.org/newscodes/digitalsourcetype/print",
            "http://c2pa.org/digitalsourcetype/print",
        ] {
            assert_eq!(SourceType::from_uri(value), None, "{value}");
        }
    }
}
