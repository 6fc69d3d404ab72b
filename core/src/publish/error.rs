//! Why a picture was not published.

use std::io;

use crate::{
    asset::rewrite::RewriteError,
    credentials::sign::SignError,
    labels::write::WriteError,
    picture::MarkingError,
    privacy::Datum,
    registry::{RegistryError, WatermarkId},
};

/// Why a picture was not published. Nothing was registered.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// Nobody said how the picture was made.
    #[error(
        "nothing says how the picture was made; add --source (trainedAlgorithmicMedia, \
         digitalCapture...)"
    )]
    SourceMissing,
    /// There is personal data in the file, and nobody said what becomes of it.
    #[error(
        "it holds personal data ({}); say --privacy strict to take it out, or --privacy keep",
        listed(.0)
    )]
    PersonalData(Vec<Datum>),
    /// The file cannot be rewritten.
    #[error(transparent)]
    Rewrite(#[from] RewriteError),
    /// The label cannot be written.
    #[error(transparent)]
    Label(#[from] WriteError),
    /// The mark cannot be written.
    #[error(transparent)]
    Marking(#[from] MarkingError),
    /// No mark and no fingerprint: nothing would ever find it.
    #[error(
        "the picture can carry no mark and is too small for a fingerprint, so nothing would find it again; `hallmark sign` signs it all the same"
    )]
    NothingToFindBy,
    /// Every identifier that was tried is taken.
    #[error("the registry has every identifier that was tried; use another registry")]
    NoIdentifier,
    /// Another manifest has the identifier.
    #[error("the mark {0} belongs to another credential in the registry")]
    Conflict(WatermarkId),
    /// An earlier run published it, and what this run would write does not fit that.
    #[error(
        "it was published before as {manifest_id}, by a version that wrote it differently; use the file of that time, or another registry"
    )]
    EarlierDiffers {
        /// Label of that manifest.
        manifest_id: String,
    },
    /// Signing.
    #[error(transparent)]
    Sign(#[from] SignError),
    /// The registry.
    #[error(transparent)]
    Registry(#[from] RegistryError),
    /// Reading.
    #[error("it cannot be read: {0}")]
    Read(#[from] io::Error),
}

/// Names of the fields, each once, in their order.
fn listed(data: &[Datum]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for datum in data {
        if !names.contains(&datum.name.as_str()) {
            names.push(&datum.name);
        }
    }
    names.join(", ")
}
