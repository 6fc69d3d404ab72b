//! What a file says about itself without proof. One detector a file.

pub mod iptc;
mod source_type;

pub use source_type::SourceType;

use serde::{Deserialize, Serialize};

use crate::evidence::Place;

/// How easily a label can be forged, from hardest to easiest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Forgeability {
    /// Inside a signed manifest.
    Signed,
    /// Signed by a key that nobody vouches for.
    SelfKeyed,
    /// A standard metadata field; anybody can write it with a common tool.
    StandardLabel,
    /// A pattern that a generator leaves; anybody can write it.
    GeneratorPattern,
    /// Text in a free field.
    FreeText,
}

/// Which standard or maker a label belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum LabelKind {
    /// IPTC `DigitalSourceType` in XMP.
    IptcDigitalSourceType,
    /// `digitalSourceType` of a C2PA action.
    C2paDigitalSourceType,
}

/// One label found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Which label.
    pub kind: LabelKind,
    /// Its value, as written in the file.
    pub value: String,
    /// What the value means, if its vocabulary is known.
    pub meaning: Option<SourceType>,
    /// Where it stands.
    pub place: Place,
    /// How easily it can be forged.
    pub forgeability: Forgeability,
}
