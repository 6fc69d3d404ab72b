//! What to sign with: the same for every asset of a run.

use crate::labels::SourceType;

use super::{pixels::PixelBinding, template::Template, training::TrainingMining};

/// Where the manifest goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Placement {
    /// Into the asset.
    #[default]
    Embedded,
    /// Into a file of its own; the asset stays byte for byte what it is.
    Sidecar,
}

/// How to sign.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How the asset was made. Required for an asset without a parent.
    pub source_type: Option<SourceType>,
    /// `dc:title` of the claim.
    pub title: Option<String>,
    /// Who made it (`dc:creator`).
    pub author: Option<String>,
    /// Its licence: an address (`xmpRights:WebStatement`) or a text (`dc:rights`).
    pub licence: Option<String>,
    /// Permissions for training and mining.
    pub training: TrainingMining,
    /// The pixels, described: a binding that outlives the manifest in the file.
    pub pixels: Option<PixelBinding>,
    /// A manifest definition to start from.
    pub template: Option<Template>,
    /// Write an update manifest: no content binding, one parent, metadata only (C2PA 2.2,
    /// section 11.2).
    pub update: bool,
    /// Assertions of earlier manifests to redact: JUMBF URIs, or labels that only one of them has.
    pub redactions: Vec<String>,
    /// Why, as C2PA 2.2, section 18.15 writes it (`c2pa.PII.present`...).
    pub redaction_reason: Option<String>,
    /// Where the manifest goes.
    pub placement: Placement,
}
