//! What stands in a record, in the reader's language: its words, its findings, its places.

use super::{
    Language, Sentence, Value, Word,
    record::{FindingRecord, NotCheckedRecord, PlaceRecord},
    visible::{quotable, visible},
};
use crate::{
    evidence::{Code, Severity},
    labels::Forgeability,
};

/// Values that a detector wrote in English. In other languages, the place stands for them; the
/// record keeps the words.
const PROSE: [(Code, &str); 6] = [
    (Code::AssetMalformed, "what"),
    (Code::AssetTruncated, "what"),
    (Code::LimitStructure, "what"),
    (Code::ManifestTransplanted, "reason"),
    (Code::StoreUnexpectedPlace, "reason"),
    (Code::LabelAigcMalformed, "detail"),
];

/// Values that name a part of a file.
const PARTS: [(Code, &str); 2] = [
    (Code::MetadataNotCovered, "what"),
    (Code::ExclusionExcess, "what"),
];

impl Language {
    /// A finding as a sentence, with everything that the detector had to say in words of this
    /// language.
    #[must_use]
    pub fn finding(&self, finding: &FindingRecord) -> String {
        match Code::parse(finding.code) {
            Some(code) => self.message(code, &self.arguments(code, finding)),
            None => finding.message.clone(),
        }
    }

    /// The same, for one line among many.
    #[must_use]
    pub fn finding_briefly(&self, finding: &FindingRecord) -> String {
        match Code::parse(finding.code) {
            Some(code) => self.brief(code, &self.arguments(code, finding)),
            None => finding.message.clone(),
        }
    }

    /// Why something was not looked at.
    #[must_use]
    pub fn left_out(&self, left_out: &NotCheckedRecord) -> String {
        match Code::parse(left_out.what) {
            Some(code) => self.message(code, &left_out.arguments),
            None => left_out.why.clone(),
        }
    }

    /// The values of a finding, with English words replaced.
    fn arguments(&self, code: Code, finding: &FindingRecord) -> Vec<(String, String)> {
        let mut arguments = finding.arguments.clone();
        if self.tag() == Self::english().tag() {
            return arguments;
        }
        for (name, value) in &mut arguments {
            let is_in = |list: &[(Code, &str)]| list.contains(&(code, name.as_str()));
            if is_in(&PROSE) {
                // The sentence isolates its values; marks inside them would be shown as escapes.
                *value = self.place(&finding.place).map_or_else(
                    || "…".to_owned(),
                    |place| place.replace(['\u{2068}', '\u{2069}'], ""),
                );
            } else if is_in(&PARTS) {
                *value = self.part(value);
            }
        }
        arguments
    }

    /// The state of a credential, of the search for marks, or of a step.
    #[must_use]
    pub fn state(&self, state: Word) -> String {
        self.word(match state {
            "trusted" => Sentence::StateTrusted,
            "valid" => Sentence::StateValid,
            "invalid" => Sentence::StateInvalid,
            "none" => Sentence::StateNone,
            "unreadable" => Sentence::StateUnreadable,
            _ => Sentence::StateNotChecked,
        })
    }

    /// A severity.
    #[must_use]
    pub fn severity(&self, severity: Severity) -> String {
        self.word(match severity {
            Severity::Info => Sentence::SeverityInfo,
            Severity::Notice => Sentence::SeverityNotice,
            Severity::Warning => Sentence::SeverityWarning,
            Severity::Failure => Sentence::SeverityFailure,
        })
    }

    /// How easily a label is forged.
    #[must_use]
    pub fn forgeability(&self, forgeability: Forgeability) -> String {
        self.word(match forgeability {
            Forgeability::Signed => Sentence::ForgeabilitySigned,
            Forgeability::SelfKeyed => Sentence::ForgeabilitySelfKeyed,
            Forgeability::StandardLabel => Sentence::ForgeabilityStandardLabel,
            Forgeability::GeneratorPattern => Sentence::ForgeabilityGeneratorPattern,
            Forgeability::FreeText => Sentence::ForgeabilityFreeText,
        })
    }

    /// What a time-stamp is worth.
    #[must_use]
    pub fn time_stamp(&self, state: Word) -> String {
        self.word(match state {
            "trusted" => Sentence::TimeStampTrusted,
            "untrusted" => Sentence::TimeStampUntrusted,
            _ => Sentence::TimeStampNone,
        })
    }

    /// How an earlier file entered a later one; what is no relationship of C2PA is quoted.
    #[must_use]
    pub fn relation(&self, relationship: &str) -> String {
        self.word(match relationship {
            "parentOf" => Sentence::RelationParentOf,
            "componentOf" => Sentence::RelationComponentOf,
            "inputTo" => Sentence::RelationInputTo,
            other => return self.quoted(other),
        })
    }

    /// What lies in a part of a file, by the name that it has in records.
    #[must_use]
    pub fn part(&self, name: &str) -> String {
        self.word(match name {
            "structure" => Sentence::PartStructure,
            "manifest store" => Sentence::PartManifestStore,
            "JUMBF" => Sentence::PartJumbf,
            "EXIF" => Sentence::PartExif,
            "XMP" => Sentence::PartXmp,
            "IPTC" => Sentence::PartIptc,
            "ICC profile" => Sentence::PartColourProfile,
            "text" => Sentence::PartText,
            "image data" => Sentence::PartImageData,
            "media data" => Sentence::PartMediaData,
            "further picture" => Sentence::PartFurtherPicture,
            "appended video" => Sentence::PartAppendedVideo,
            "padding" => Sentence::PartPadding,
            "bytes after the end" => Sentence::PartTrailing,
            "unknown" => Sentence::PartUnknown,
            other => return quotable(other),
        })
    }

    /// Where a finding lies; `None` when it is the file as a whole.
    #[must_use]
    pub fn place(&self, place: &PlaceRecord) -> Option<String> {
        match place {
            PlaceRecord::Asset => None,
            PlaceRecord::Bytes { start, length } => Some(self.sentence(
                Sentence::PlaceBytes,
                &[
                    ("start", Value::Count(*start)),
                    ("end", Value::Count(start.saturating_add(*length))),
                ],
            )),
            PlaceRecord::Part { path } => Some(quotable(path)),
            PlaceRecord::Jumbf { uri } => Some(visible(uri).into_owned()),
            PlaceRecord::Certificate { index, subject } => Some(self.sentence(
                Sentence::PlaceCertificate,
                &[
                    (
                        "index",
                        Value::Count(u64::try_from(*index).unwrap_or(u64::MAX)),
                    ),
                    ("subject", Value::Text(subject)),
                ],
            )),
        }
    }

    /// Text that others wrote, as a quotation.
    #[must_use]
    pub fn quoted(&self, text: &str) -> String {
        self.orthography().quoted(&self.isolated(text))
    }

    /// Text that others wrote, safe to show, and kept from reordering what stands around it.
    #[must_use]
    pub fn isolated(&self, text: &str) -> String {
        let shown = quotable(text);
        if self.is_right_to_left() && !shown.starts_with('\u{2068}') {
            format!("\u{2068}{shown}\u{2069}")
        } else {
            shown
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PROSE;
    use crate::{
        evidence::Code,
        report::{Language, record::FindingRecord, record::PlaceRecord},
    };

    fn finding(code: Code, name: &str, value: &str) -> FindingRecord {
        FindingRecord {
            code: code.as_str(),
            severity: code.severity(),
            confidence: code.confidence(),
            place: PlaceRecord::Bytes {
                start: 2,
                length: 1000,
            },
            message: String::new(),
            arguments: vec![(name.to_owned(), value.to_owned())],
        }
    }

    #[test]
    fn words_of_detectors_stay_in_english() {
        for (code, name) in PROSE {
            let found = finding(code, name, "bytes that are no box");
            let said = Language::english().finding(&found);
            assert!(said.contains("that are no box"), "{said}");
            for tag in Language::available().filter(|tag| *tag != "en") {
                let said = Language::with_tag(tag).unwrap().finding(&found);
                assert!(!said.contains("no box"), "{tag}: {said}");
                assert!(!said.contains("\\u{"), "{tag}: {said}");
            }
        }
    }
}
