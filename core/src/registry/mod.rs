//! Registries: from a watermark id or a fingerprint back to the manifest.
//!
//! A registry holds *claims*: "this manifest goes with this watermark id and this fingerprint". It
//! is a means of finding, not of believing: what it returns is a manifest store whose signature
//! is verified as always. Claims are added and never changed or removed; a manifest that should no
//! longer be used gets a tombstone ([`Registry::revoke`]), and two claims on one id are a conflict
//! that is reported ([`Registry::conflicts`]).
//!
//! [`Sqlite`] keeps a registry in one file (`spec/registry.md`), [`bundle`] carries it elsewhere,
//! and [`Registries`] searches many at once.

pub mod bundle;
mod error;
mod hashes;
mod many;
mod schema;
mod sqlite;
mod types;

pub use error::RegistryError;
pub use many::{Found, Registries, Searched};
pub use sqlite::{OpenMode, Sqlite};
pub use types::{
    Added, Claim, Conflict, IdempotencyKey, ManifestHash, Match, NewClaim, Reserved, Revocation,
    WatermarkId,
};

use crate::fingerprint::pdq::Pdq;

/// What can be asked of a registry, whatever keeps it.
pub trait Registry {
    /// How the registry is called in reports: a file name, an address.
    fn name(&self) -> &str;

    /// Every claim on a watermark id, oldest first. More than one manifest is a conflict.
    ///
    /// # Errors
    /// When the registry cannot be read.
    fn by_watermark(&self, id: WatermarkId) -> Result<Vec<Claim>, RegistryError>;

    /// Every claim whose fingerprint differs in at most `radius` of 256 bits, nearest first.
    /// None within the radius is missed, for any radius.
    ///
    /// # Errors
    /// When the registry cannot be read.
    fn by_pdq(&self, pdq: &Pdq, radius: u32) -> Result<Vec<Match>, RegistryError>;

    /// Every claim for manifests of this label, oldest first.
    ///
    /// # Errors
    /// When the registry cannot be read.
    fn by_manifest_id(&self, label: &str) -> Result<Vec<Claim>, RegistryError>;

    /// The manifest store with this hash, and nothing else: the hash is checked.
    ///
    /// # Errors
    /// When the registry cannot be read, or holds other bytes under that hash.
    fn manifest(&self, hash: &ManifestHash) -> Result<Option<Vec<u8>>, RegistryError>;

    /// The tombstone of a manifest, if there is one.
    ///
    /// # Errors
    /// When the registry cannot be read.
    fn revocation(&self, hash: &ManifestHash) -> Result<Option<Revocation>, RegistryError>;

    /// Up to `most` claims after the one numbered `after`, in order of their numbers.
    ///
    /// # Errors
    /// When the registry cannot be read.
    fn list(&self, after: u64, most: u32) -> Result<Vec<Claim>, RegistryError>;

    /// Every tombstone, in order of the manifests' hashes.
    ///
    /// # Errors
    /// When the registry cannot be read.
    fn revocations(&self) -> Result<Vec<(ManifestHash, Revocation)>, RegistryError>;

    /// Watermark ids that more than one manifest claims.
    ///
    /// # Errors
    /// When the registry cannot be read.
    fn conflicts(&self) -> Result<Vec<Conflict>, RegistryError>;

    /// Adds a claim with its manifest. A claim that is there already is left as it is; one on an id
    /// that another manifest has is refused, and nothing is written.
    ///
    /// When this returns, the claim survives the end of the process and of the machine.
    ///
    /// # Errors
    /// When the registry cannot be written.
    fn add(&mut self, claim: &NewClaim<'_>) -> Result<Added, RegistryError>;

    /// Puts a tombstone on a manifest, known or not. The first one stays.
    ///
    /// # Errors
    /// When the registry cannot be written.
    fn revoke(
        &mut self,
        hash: &ManifestHash,
        revocation: &Revocation,
    ) -> Result<bool, RegistryError>;

    /// The id reserved for a key, or `candidate` if the key has none and nobody has `candidate`.
    ///
    /// # Errors
    /// When the registry cannot be written.
    fn reserve(
        &mut self,
        key: &IdempotencyKey,
        candidate: WatermarkId,
        at: i64,
    ) -> Result<Reserved, RegistryError>;
}

#[cfg(test)]
mod tests;
