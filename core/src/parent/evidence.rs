//! What is known of a parent, before anybody judges it.

use serde::{Deserialize, Serialize};

use crate::{asset::Track, evidence::Place, fingerprint::Region, labels::SourceType};

/// Everything about the parent of one file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ParentEvidence {
    /// Label of the manifest that names a parent: the one that binds the content.
    pub manifest: Option<String>,
    /// Label of the parent's own manifest, when the store holds it.
    pub own_manifest: Option<String>,
    /// Languages of the parent, as the metadata of its own manifest say; see
    /// [`crate::asset::language`].
    pub languages: Vec<String>,
    /// The file that was named as the parent.
    pub named: Option<NamedParent>,
    /// How the picture compares with its parent, by each witness that shows it, the best first.
    pub likenesses: Vec<Likeness>,
}

/// A file that was named as the parent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedParent {
    /// SHA-256 of the file.
    pub sha256: Option<[u8; 32]>,
    /// Label of its active manifest.
    pub manifest: Option<String>,
    /// What its labels and manifests declare, whether they hold or not.
    pub source_types: Vec<SourceType>,
    /// Its tracks.
    pub tracks: Vec<Track>,
}

/// Who shows a parent's picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ParentWitness {
    /// The file that was named as the parent.
    File,
    /// The fingerprint in the parent's own manifest.
    Fingerprint,
    /// The small copy that the credential keeps of the parent.
    Thumbnail,
}

/// How a picture compares with its parent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Likeness {
    /// Who shows the parent.
    pub witness: ParentWitness,
    /// Where.
    pub place: Place,
    /// Whether both show the same picture, changes apart.
    pub same_picture: bool,
    /// Share of what was compared that looks alike, 0..=1.
    pub similarity: f64,
    /// Share of the parent that lies inside the picture, 0..=1: less than all after cropping.
    pub inside: f64,
    /// Where the picture differs, in shares of it as shown.
    pub changed_regions: Vec<Region>,
    /// Distance of the block that differs most; untouched blocks lie below 1.5 on the whole.
    pub largest_block: f64,
    /// Longest side of the picture that shows the parent, in pixels; `None` where only a fingerprint
    /// does.
    pub longest_side: Option<u32>,
    /// The largest deviation of a cell ([`crate::fingerprint::largest_difference`]); `None` where
    /// only a fingerprint shows the parent.
    pub largest_cell: Option<f64>,
}
