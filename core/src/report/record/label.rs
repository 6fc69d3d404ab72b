//! The third witness in a record: what the file claims without proof.

use serde::{Deserialize, Serialize};

use super::finding::PlaceRecord;
use crate::{
    evidence::Confidence,
    labels::{Forgeability, Label, LabelKind, SourceType},
};

/// One label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelRecord {
    /// Which label.
    pub kind: LabelKind,
    /// Its value, as written in the file.
    pub value: String,
    /// What the value means in its vocabulary; null when it is not known.
    pub meaning: Option<SourceType>,
    /// Where it stands.
    pub place: PlaceRecord,
    /// How easily it can be forged.
    pub forgeability: Forgeability,
    /// How sure it is that the label means that.
    pub confidence: Confidence,
    /// Whose label it is, when it tells.
    pub maker: Option<String>,
}

impl From<&Label> for LabelRecord {
    fn from(label: &Label) -> Self {
        Self {
            kind: label.kind,
            value: label.value.clone(),
            meaning: label.meaning,
            place: (&label.place).into(),
            forgeability: label.forgeability,
            confidence: label.confidence,
            maker: label.maker.clone(),
        }
    }
}
