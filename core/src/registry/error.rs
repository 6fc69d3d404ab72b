//! Why a registry could not be asked.

use crate::evidence::Code;

/// Why a registry could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum RegistryError {
    /// The file is not there.
    #[error("there is no registry at {path}")]
    Missing {
        /// The file.
        path: String,
    },
    /// The file is something else.
    #[error("{path} is not a registry")]
    NotARegistry {
        /// The file.
        path: String,
    },
    /// A newer version of this program made the registry.
    #[error("{path} is a registry of version {found}; this program knows versions up to {known}")]
    UnknownVersion {
        /// The file.
        path: String,
        /// Its version.
        found: i64,
        /// The latest version known here.
        known: i64,
    },
    /// Another process kept the registry locked for longer than the waiting time.
    #[error("{path} is locked by another process")]
    Busy {
        /// The file.
        path: String,
    },
    /// The file is damaged: something in it contradicts something else.
    #[error("{path} is damaged: {what}")]
    Damaged {
        /// The file.
        path: String,
        /// What contradicts what.
        what: String,
    },
    /// Reading or writing failed.
    #[error("{path} cannot be used: {reason}")]
    Storage {
        /// The file.
        path: String,
        /// What the storage said.
        reason: String,
    },
}

impl RegistryError {
    /// The code under which a report names this.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::UnknownVersion { .. } => Code::RegistryVersionUnknown,
            Self::Damaged { .. } => Code::RegistryDamaged,
            Self::Missing { .. }
            | Self::NotARegistry { .. }
            | Self::Busy { .. }
            | Self::Storage { .. } => Code::RegistryUnavailable,
        }
    }
}
