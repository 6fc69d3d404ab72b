//! Why something could not be signed, by culprit.

use thiserror::Error;

use super::time_stamp_request::TimeStampProblem;

/// Why an asset could not be signed. Nothing was written that may be kept.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SignError {
    // The asset.
    /// No known media format begins here.
    #[error(
        "no known media format; hallmark signs {}",
        super::format::SIGNABLE_NAMES
    )]
    NotMedia,
    /// A format that cannot be given a manifest here.
    #[error("{found}; hallmark signs {supported}", supported = super::format::SIGNABLE_NAMES)]
    Unsupported {
        /// What the bytes are.
        found: String,
    },
    /// The container cannot be read.
    #[error("the {part} cannot be parsed: {detail}")]
    Malformed {
        /// `asset`, or which ingredient.
        part: String,
        /// What exactly.
        detail: String,
    },
    /// Signing as captured what says that it was made by AI.
    #[error(
        "asked to sign as {asked}, but {place} declares {declared}; \
         sign with --source {declared}, or with the source type that is true"
    )]
    DeclaredOtherwise {
        /// The source type asked for.
        asked: String,
        /// The source type that the asset, or its history, declares.
        declared: String,
        /// Where it says so.
        place: String,
    },
    /// The asset's credential would be lost.
    #[error("the file already carries a credential ({label}) that {cause} would drop; {advice}")]
    WouldDropCredential {
        /// Its active manifest.
        label: String,
        /// What would drop it.
        cause: &'static str,
        /// What to do instead.
        advice: &'static str,
    },
    /// An update manifest needs a credential that holds.
    #[error("an update adds to a credential, and {reason}; sign without --update")]
    NothingToUpdate {
        /// Why there is none to add to.
        reason: String,
    },

    // The caller.
    /// A created asset must say how it was made (C2PA 2.2, section 18.15).
    #[error(
        "a new asset must declare how it was made; add --source CODE \
         (digitalCapture, digitalCreation, trainedAlgorithmicMedia...), or --parent FILE"
    )]
    SourceTypeMissing,
    /// Not a term of the vocabulary.
    #[error("{0} is no digital source type; see https://cv.iptc.org/newscodes/digitalsourcetype/")]
    SourceTypeUnknown(String),
    /// A manifest template that cannot be used.
    #[error("manifest template, at {place}: {problem}")]
    Template {
        /// JSON pointer into the template, or line and column.
        place: String,
        /// What is wrong, and what to do.
        problem: String,
    },
    /// Options that do not go together, or a value out of range.
    #[error("{0}")]
    Options(String),
    /// An assertion that cannot be redacted.
    #[error("cannot redact {what}: {reason}")]
    Redaction {
        /// The assertion, as named by the caller.
        what: String,
        /// Why, and what to do.
        reason: String,
    },

    // The identity and the outside world.
    /// The certificate chain is unusable.
    #[error("the identity cannot sign: {0}")]
    Identity(String),
    /// The key could not be used.
    #[error("the key did not sign: {0}")]
    Key(String),
    /// No usable time-stamp.
    #[error("no time-stamp: {0}; nothing was signed without one")]
    TimeStamp(#[from] TimeStampProblem),
    /// The signature with its token outgrew the space reserved.
    #[error("the signature takes {needed} bytes, {reserved} were reserved")]
    SpaceExceeded {
        /// Bytes needed.
        needed: usize,
        /// Bytes reserved.
        reserved: usize,
    },
    /// Reading or writing failed.
    #[error("{action}: {error}")]
    Io {
        /// What was being done.
        action: &'static str,
        /// The system's answer.
        error: std::io::Error,
    },

    // Us.
    /// The file written did not pass our own check.
    #[error("the signed file failed its own check ({}); it was discarded", codes.join(", "))]
    NotVerified {
        /// Codes of the checks that failed.
        codes: Vec<String>,
    },
    /// The library rewrites this asset even when the manifest stays outside.
    #[error(
        "this file cannot keep its bytes while it is signed; embed the manifest instead (leave out \
         --sidecar)"
    )]
    SidecarUnsuitable,
    /// The signing library gave up.
    #[error("the signing library gave up: {0}")]
    Library(String),
    /// Something that cannot happen did.
    #[error("internal error: {0}")]
    Internal(String),
}
