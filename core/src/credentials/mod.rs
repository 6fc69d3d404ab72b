//! The first witness: C2PA manifests, read, audited, judged and made.

pub mod certificate;
pub mod evidence;
pub mod identity;
pub mod path;
pub mod profile;
pub mod time_stamp;
pub mod trust;

pub use evidence::{
    CredentialEvidence, IngredientEvidence, ManifestEvidence, SignatureEvidence, Status,
    StatusKind, StoreEvidence, TimeStampEvidence,
};
