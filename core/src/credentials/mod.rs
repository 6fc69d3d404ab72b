//! The first witness: C2PA manifests, read, audited, judged and made.

mod audit;
mod cbor;
mod cose;
pub mod evidence;
mod facts;
mod identity_assertion;
mod jumbf;
pub(crate) mod read;
mod store;
mod transplant;
pub mod trust;

pub use audit::Audits;
pub use evidence::{
    CredentialEvidence, IngredientEvidence, ManifestEvidence, SignatureEvidence, Status,
    StatusKind, StoreEvidence, TimeStampEvidence,
};
