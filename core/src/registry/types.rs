//! What a registry holds, in types.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::fingerprint::pdq::Pdq;

/// A 64-bit watermark id. Text form: 16 lower-case hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WatermarkId(pub u64);

impl WatermarkId {
    /// Reads the text form, in either case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        digits.then(|| u64::from_str_radix(text, 16).ok().map(Self))?
    }
}

impl std::fmt::Display for WatermarkId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

/// SHA-256 of a manifest store's bytes. Text form: 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ManifestHash(pub [u8; 32]);

impl ManifestHash {
    /// Hashes a manifest store.
    #[must_use]
    pub fn of(store: &[u8]) -> Self {
        Self(Sha256::digest(store).into())
    }

    /// Reads the text form, in either case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        hex::decode(text).ok()?.try_into().ok().map(Self)
    }
}

impl std::fmt::Display for ManifestHash {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&hex::encode(self.0))
    }
}

/// A claim to be added.
#[derive(Clone, Debug)]
pub struct NewClaim<'a> {
    /// The manifest store's bytes (what a `.c2pa` file holds).
    pub store: &'a [u8],
    /// Label of the active manifest.
    pub manifest_id: &'a str,
    /// Id of the watermark in the picture, if it carries one.
    pub watermark: Option<WatermarkId>,
    /// Fingerprint of the picture, if it has one.
    pub pdq: Option<Pdq>,
    /// When the claim is made, in seconds since 1970-01-01T00:00:00Z.
    pub registered_at: i64,
}

/// A claim as it stands in a registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Number in its registry, from 1, growing.
    pub number: u64,
    /// The manifest store.
    pub manifest: ManifestHash,
    /// Label of its active manifest.
    pub manifest_id: String,
    /// The watermark id claimed.
    pub watermark: Option<WatermarkId>,
    /// The fingerprint claimed.
    pub pdq: Option<Pdq>,
    /// When it was registered, in seconds since 1970-01-01T00:00:00Z.
    pub registered_at: i64,
    /// The manifest's tombstone.
    pub revocation: Option<Revocation>,
}

/// A claim found by its fingerprint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Bits that differ, 0..=256.
    pub distance: u32,
    /// The claim.
    pub claim: Claim,
}

/// A tombstone: the manifest should no longer be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revocation {
    /// When it was revoked, in seconds since 1970-01-01T00:00:00Z.
    pub revoked_at: i64,
    /// Why, in the words of whoever revoked it.
    pub reason: String,
}

/// Several manifests that claim one watermark id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The id.
    pub watermark: WatermarkId,
    /// The manifests, in order of their hashes.
    pub manifests: Vec<ManifestHash>,
}

/// What became of an added claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is in the registry now.
    New {
        /// Its number.
        number: u64,
    },
    /// It was there before.
    Already {
        /// Its number.
        number: u64,
    },
    /// Another manifest has the id; nothing was written.
    Conflict(Conflict),
}

/// What became of a reservation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reserved {
    /// The key had no id; it has the candidate now.
    New(WatermarkId),
    /// The key had this id from before.
    Already(WatermarkId),
    /// Another key or another claim has the candidate; try another one.
    Taken,
}

/// One source, identity and set of settings: what makes two runs of publishing the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct IdempotencyKey(pub(super) [u8; 32]);

impl IdempotencyKey {
    /// From SHA-256 hashes of the source file, of the signing certificate, and of the settings.
    #[must_use]
    pub fn new(source: &[u8; 32], identity: &[u8; 32], settings: &[u8; 32]) -> Self {
        let mut hash = Sha256::new();
        hash.update(b"hallmark registry key 1\n");
        hash.update(source);
        hash.update(identity);
        hash.update(settings);
        Self(hash.finalize().into())
    }

    /// An id to try for this key; attempts differ, two runs do not.
    #[must_use]
    pub fn candidate(&self, attempt: u32) -> WatermarkId {
        let mut hash = Sha256::new();
        hash.update(b"hallmark watermark id 1\n");
        hash.update(self.0);
        hash.update(attempt.to_be_bytes());
        let digest: [u8; 32] = hash.finalize().into();
        let mut id = [0_u8; 8];
        for (to, from) in id.iter_mut().zip(digest) {
            *to = from;
        }
        WatermarkId(u64::from_be_bytes(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_forms_read_back() {
        let id = WatermarkId(0x0123_4567_89ab_cdef);
        assert_eq!(WatermarkId::parse(&id.to_string()), Some(id));
        assert_eq!(WatermarkId::parse("0123456789ABCDEF"), Some(id));
        assert_eq!(WatermarkId::parse("+123456789abcdef"), None);
        assert_eq!(WatermarkId::parse("123"), None);
        let hash = ManifestHash::of(b"store");
        assert_eq!(ManifestHash::parse(&hash.to_string()), Some(hash));
        assert_eq!(ManifestHash::parse("00"), None);
    }
}
