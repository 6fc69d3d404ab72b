//! The first witness: C2PA manifests, read, audited, judged and made.

pub mod evidence;
pub mod trust;

pub use evidence::{
    CredentialEvidence, IngredientEvidence, ManifestEvidence, SignatureEvidence, Status,
    StatusKind, StoreEvidence, TimeStampEvidence,
};
