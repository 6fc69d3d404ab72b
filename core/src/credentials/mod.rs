//! The first witness: C2PA manifests, read, audited, judged and made.

mod audit;
mod ber;
pub mod bound;
mod cbor;
pub mod certificate;
mod content_hash;
mod cose;
pub mod evidence;
mod facts;
pub mod identity;
mod identity_assertion;
mod jumbf;
mod metadata_assertion;
pub(crate) mod parent;
pub mod path;
pub mod profile;
pub(crate) mod read;
pub mod sign;
pub(crate) mod store;
#[cfg(test)]
mod test_pki;
pub(crate) mod thumbnails;
pub mod time_stamp;
mod transplant;
pub mod trust;

pub use audit::Audits;
pub use evidence::{
    CredentialEvidence, IngredientEvidence, ManifestEvidence, SignatureEvidence, Status,
    StatusKind, StoreEvidence, TimeStampEvidence,
};
pub use facts::manifests;
