//! Writing a label: one fact, in every standard asked for, without touching a pixel.
//!
//! Both standards stand in one XMP packet, which every format here can carry, so the file has
//! each label exactly once (GB 45438-2025, clause 6.1 c, asks for that).

use std::io::Cursor;

use super::{LabelKind, SourceType, aigc, detect, iptc, json::Json};
use crate::{
    asset::{
        rewrite::{RewriteError, Rewriting},
        walk, xmp,
    },
    limits::Limits,
};

/// A standard in which a label can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standard {
    /// IPTC Photo Metadata: `DigitalSourceType`, and what the 2025.1 standard adds for AI.
    Iptc,
    /// `AIGC` of GB 45438-2025 (TC260).
    Tc260,
}

/// Who answers for the content, in the words of GB 45438-2025: codes of providers, numbers of
/// their own for the content. All are plain ASCII without spaces; empty ones are written empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provider {
    /// `ContentProducer`.
    pub producer: String,
    /// `ProduceID`.
    pub produce_id: String,
    /// `ContentPropagator`.
    pub propagator: String,
    /// `PropagateID`.
    pub propagate_id: String,
}

/// What to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    /// How the content was made.
    pub source_type: SourceType,
    /// The AI system, by name.
    pub system: Option<String>,
    /// Its version.
    pub version: Option<String>,
    /// What it was asked.
    pub prompt: Option<String>,
    /// Who asked.
    pub prompt_writer: Option<String>,
    /// In which standards; each at most once counts.
    pub standards: Vec<Standard>,
    /// For [`Standard::Tc260`].
    pub provider: Provider,
}

/// Why no label was written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The file's metadata could not be rewritten.
    #[error(transparent)]
    Rewrite(#[from] RewriteError),
    /// The standard has no word for this.
    #[error("GB 45438-2025 labels content made by AI; it has no value for {0}")]
    NothingToSay(&'static str),
    /// A code with characters that annex E of GB 45438-2025 does not allow.
    #[error("{name} may hold the characters 0x21 to 0x7E only (GB 45438-2025, annex E)")]
    Code {
        /// The member.
        name: &'static str,
    },
    /// A label of the same standard stands where this writer does not write.
    #[error(
        "the file has another {standard} label at {place}; two labels would contradict the standard"
    )]
    OtherLabel {
        /// Which standard.
        standard: &'static str,
        /// Where the other label stands.
        place: String,
    },
    /// The file, read again, does not say what was written.
    #[error("the written file does not read back as it should; it was discarded")]
    ReadBack,
}

impl Writing {
    /// The file with this label. What it said before in the same properties is replaced; nothing
    /// else changes. A manifest store in the file stays, and no longer fits: the caller signs
    /// again, or does not label.
    ///
    /// # Errors
    /// Every [`WriteError`].
    pub fn write(&self, file: &[u8], limits: &Limits) -> Result<Vec<u8>, WriteError> {
        let entries = self.entries()?;
        let mut rewriting = Rewriting::new(file, limits)?;
        self.check_others(&rewriting)?;
        let old = rewriting.packet()?.map(|(_, block)| block.bytes.clone());
        let packet = xmp::edit::edit(
            old.as_deref(),
            &|namespace, name| self.leaves(namespace, name),
            &entries,
        )
        .map_err(RewriteError::Xmp)?;
        rewriting.write_xmp(packet)?;
        let written = rewriting.finish()?;
        self.check(&written, limits)?;
        Ok(written)
    }

    fn has(&self, standard: Standard) -> bool {
        self.standards.contains(&standard)
    }

    /// Old properties that leave: those of the standards that are written.
    fn leaves(&self, namespace: &str, name: &str) -> bool {
        let of_iptc = namespace == iptc::NAMESPACE
            && (iptc::NAMES.contains(&name)
                || super::iptc_ai::PROPERTIES
                    .iter()
                    .any(|(one, _)| *one == name));
        (self.has(Standard::Iptc) && of_iptc)
            || (self.has(Standard::Tc260) && namespace == aigc::NAMESPACE)
    }

    fn entries(&self) -> Result<Vec<xmp::edit::Entry>, WriteError> {
        let mut entries = Vec::new();
        if self.has(Standard::Iptc) {
            let mut add = |name, value: &str| {
                entries.push(xmp::edit::Entry {
                    namespace: iptc::NAMESPACE,
                    prefix: "Iptc4xmpExt",
                    name,
                    value: value.to_owned(),
                });
            };
            add("DigitalSourceType", self.source_type.as_uri());
            for (name, value) in [
                ("AISystemUsed", &self.system),
                ("AISystemVersionUsed", &self.version),
                ("AIPromptInformation", &self.prompt),
                ("AIPromptWriterName", &self.prompt_writer),
            ] {
                if let Some(value) = value {
                    add(name, value);
                }
            }
        }
        if self.has(Standard::Tc260) {
            entries.push(xmp::edit::Entry {
                namespace: aigc::NAMESPACE,
                prefix: "TC260",
                name: aigc::NAME,
                value: self.aigc()?,
            });
        }
        Ok(entries)
    }

    /// The JSON of GB 45438-2025. It labels content that AI made or changed: both are 1.
    fn aigc(&self) -> Result<String, WriteError> {
        let kind = match self.source_type {
            SourceType::TrainedAlgorithmicMedia
            | SourceType::TrainedAlgorithmicData
            | SourceType::CompositeWithTrainedAlgorithmicMedia => "1",
            SourceType::CompositeSynthetic => "2",
            other => return Err(WriteError::NothingToSay(other.code())),
        };
        let provider = &self.provider;
        for (name, code) in [
            ("ContentProducer", &provider.producer),
            ("ProduceID", &provider.produce_id),
            ("ContentPropagator", &provider.propagator),
            ("PropagateID", &provider.propagate_id),
        ] {
            if !code.bytes().all(|byte| (0x21..=0x7E).contains(&byte)) {
                return Err(WriteError::Code { name });
            }
        }
        let members = [
            ("Label", kind),
            ("ContentProducer", &provider.producer),
            ("ProduceID", &provider.produce_id),
            ("ReservedCode1", ""),
            ("ContentPropagator", &provider.propagator),
            ("PropagateID", &provider.propagate_id),
            ("ReservedCode2", ""),
        ];
        let members = members.map(|(name, value)| (name.to_owned(), Json::Text(value.to_owned())));
        Ok(Json::Object(members.to_vec()).to_python())
    }

    /// Refuses to leave a second label of a standard that is written: one that stands in another
    /// part of the file than its XMP packet.
    fn check_others(&self, rewriting: &Rewriting<'_>) -> Result<(), WriteError> {
        let own = rewriting.packet()?.map(|(index, _)| index);
        let others: Vec<_> = rewriting
            .container()
            .metadata
            .iter()
            .enumerate()
            .filter(|(index, _)| Some(*index) != own)
            .map(|(_, block)| block.clone())
            .collect();
        for label in detect(&others).0 {
            let standard = match label.kind {
                LabelKind::IptcDigitalSourceType if self.has(Standard::Iptc) => "IPTC",
                LabelKind::Tc260Aigc if self.has(Standard::Tc260) => "AIGC",
                _ => continue,
            };
            let place = match label.place {
                crate::evidence::Place::Part { path } => path,
                _ => String::new(),
            };
            return Err(WriteError::OtherLabel { standard, place });
        }
        Ok(())
    }

    /// Reads the written file: each label stands there once and means what it should.
    fn check(&self, written: &[u8], limits: &Limits) -> Result<(), WriteError> {
        let length = u64::try_from(written.len()).unwrap_or(u64::MAX);
        let container = walk(&mut Cursor::new(written), length, limits)
            .ok()
            .flatten()
            .ok_or(WriteError::ReadBack)?;
        let (labels, _) = detect(&container.metadata);
        let meanings = |kind| -> Vec<Option<SourceType>> {
            let own = labels.iter().filter(|label| label.kind == kind);
            own.map(|label| label.meaning).collect()
        };
        let iptc = meanings(LabelKind::IptcDigitalSourceType);
        let tc260 = meanings(LabelKind::Tc260Aigc);
        let holds = (!self.has(Standard::Iptc) || iptc == [Some(self.source_type)])
            && (!self.has(Standard::Tc260) || matches!(tc260.as_slice(), [Some(_)]));
        holds.then_some(()).ok_or(WriteError::ReadBack)
    }
}

#[cfg(test)]
mod tests;
