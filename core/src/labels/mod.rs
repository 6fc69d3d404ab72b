//! What a file says about itself without proof. One detector a file.

mod aigc;
mod bytedance;
mod comfyui;
mod credit;
pub mod declared;
mod exif;
mod flux;
mod fooocus;
mod hugging_face;
mod invokeai;
pub(crate) mod iptc;
mod iptc_ai;
mod json;
mod maker;
mod material;
pub mod novelai;
mod parameters;
pub mod pixels;
mod samsung;
pub mod soft_binding;
mod source_type;
pub mod stealth;
mod swarmui;
pub mod write;
mod xai;

pub use source_type::SourceType;

use declared::Declared;
use material::{Found, Material};
use serde::{Deserialize, Serialize};

use crate::{
    asset::MetadataBlock,
    evidence::{Confidence, Finding, Place},
};

/// How easily a label can be forged, from hardest to easiest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Forgeability {
    /// Inside a signed manifest, or signed by a key that is known to be its maker's.
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
    /// `digitalSourceType` of a C2PA action, or IPTC's in a metadata assertion of a manifest.
    C2paDigitalSourceType,
    /// IPTC `AISystemUsed`: which system made or changed the picture.
    IptcAiSystem,
    /// IPTC `AISystemVersionUsed`.
    IptcAiSystemVersion,
    /// IPTC `AIPromptInformation`.
    IptcAiPrompt,
    /// IPTC `AIPromptWriterName`.
    IptcAiPromptWriter,
    /// A credit line that a maker of AI tools writes.
    CreditLine,
    /// `AIGC` of GB 45438-2025.
    Tc260Aigc,
    /// Generation parameters as the Stable Diffusion web interfaces write them.
    GenerationParameters,
    /// A ComfyUI graph or workflow.
    Comfyui,
    /// Fooocus parameters.
    Fooocus,
    /// SwarmUI parameters.
    Swarmui,
    /// InvokeAI metadata, graph or workflow.
    Invokeai,
    /// NovelAI's comment.
    Novelai,
    /// Generation parameters hidden in the lowest bits of pixels.
    StealthText,
    /// What the demonstration programs of FLUX write.
    FluxDemo,
    /// The signature line of xAI, which nobody outside can verify.
    XaiSignature,
    /// A generator's name in a field for devices and programs.
    GeneratorName,
    /// What the photo editor of Samsung's Galaxy AI writes.
    SamsungGalaxyAi,
    /// What ByteDance's apps write.
    Bytedance,
    /// The identifier of a Hugging Face job.
    HuggingFaceJob,
    /// A soft binding that a manifest declares: a watermark or a fingerprint of some vendor.
    C2paSoftBinding,
    /// A generator's public mark in the pixels.
    OpenWatermark,
}

impl LabelKind {
    /// Every kind, in the order of declaration.
    pub const ALL: &'static [Self] = &[
        Self::IptcDigitalSourceType,
        Self::C2paDigitalSourceType,
        Self::IptcAiSystem,
        Self::IptcAiSystemVersion,
        Self::IptcAiPrompt,
        Self::IptcAiPromptWriter,
        Self::CreditLine,
        Self::Tc260Aigc,
        Self::GenerationParameters,
        Self::Comfyui,
        Self::Fooocus,
        Self::Swarmui,
        Self::Invokeai,
        Self::Novelai,
        Self::StealthText,
        Self::FluxDemo,
        Self::XaiSignature,
        Self::GeneratorName,
        Self::SamsungGalaxyAi,
        Self::Bytedance,
        Self::HuggingFaceJob,
        Self::C2paSoftBinding,
        Self::OpenWatermark,
    ];
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
    /// How sure it is that the label means what `meaning` says; weak when it says "perhaps".
    pub confidence: Confidence,
    /// The maker whose label it is, when the label tells.
    pub maker: Option<String>,
}

/// The labels of a file's metadata and what is odd about them.
///
/// Looks at whole fields of known structures only, never for words in bytes. Labels come in the
/// order of detectors, then of the file; at most 64 are kept.
#[must_use]
pub fn detect(metadata: &[MetadataBlock]) -> (Vec<Label>, Vec<Finding>) {
    let (labels, findings, _) = read(metadata);
    (labels, findings)
}

/// The same, and what the metadata declare besides.
#[must_use]
pub fn read(metadata: &[MetadataBlock]) -> (Vec<Label>, Vec<Finding>, Declared) {
    let material = Material::read(metadata);
    let mut found = Found::default();
    for detect in DETECTORS {
        detect(&material, &mut found);
    }
    (found.labels, found.findings, Declared::of(&material))
}

/// The detectors, those of standards first.
const DETECTORS: [fn(&Material<'_>, &mut Found); 16] = [
    iptc::detect,
    iptc_ai::detect,
    credit::detect,
    aigc::detect,
    parameters::detect,
    comfyui::detect,
    fooocus::detect,
    swarmui::detect,
    invokeai::detect,
    novelai::detect,
    flux::detect,
    xai::detect,
    maker::detect,
    samsung::detect,
    bytedance::detect,
    hugging_face::detect,
];

#[cfg(test)]
pub(crate) mod tests;
