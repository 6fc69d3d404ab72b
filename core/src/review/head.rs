//! The signed head of a ledger: how many entries it has, and how it ends.

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Name and version of the head.
const SCHEMA: &str = "hallmark.review-head/1";

/// What a signature is over, before the number of entries and the last hash.
const DOMAIN: &str = "hallmark review head 1";

/// A head, as it lies beside a ledger or elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Always `hallmark.review-head/1`.
    pub schema: String,
    /// Entries.
    pub sequence: u64,
    /// Hash of the last line.
    pub last: String,
    /// When it was signed, RFC 3339, UTC.
    pub at: String,
    /// The public key, hexadecimal.
    pub key: String,
    /// Ed25519 over the fields before, hexadecimal.
    pub signature: String,
}

/// Why a head is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HeadError {
    /// It is no head.
    #[error("it is no head of a ledger")]
    Malformed,
    /// Its signature does not hold.
    #[error("its signature does not hold")]
    Signature,
}

impl Head {
    /// Signs the end of a ledger.
    #[must_use]
    pub fn sign(sequence: u64, last: &str, at: &str, key: &SigningKey) -> Self {
        let signature = key.sign(message(sequence, last, at).as_bytes());
        Self {
            schema: SCHEMA.to_owned(),
            sequence,
            last: last.to_owned(),
            at: at.to_owned(),
            key: hex::encode(key.verifying_key().as_bytes()),
            signature: hex::encode(signature.to_bytes()),
        }
    }

    /// Reads a head whose signature holds.
    ///
    /// # Errors
    /// When it is none, or its signature does not hold.
    pub fn read(text: &[u8]) -> Result<Self, HeadError> {
        let head: Self = serde_json::from_slice(text).map_err(|_| HeadError::Malformed)?;
        if head.schema != SCHEMA {
            return Err(HeadError::Malformed);
        }
        let mut key = [0; 32];
        let mut signature = [0; 64];
        hex::decode_to_slice(&head.key, &mut key).map_err(|_| HeadError::Malformed)?;
        hex::decode_to_slice(&head.signature, &mut signature).map_err(|_| HeadError::Malformed)?;
        let key = VerifyingKey::from_bytes(&key).map_err(|_| HeadError::Signature)?;
        let said = message(head.sequence, &head.last, &head.at);
        key.verify_strict(said.as_bytes(), &Signature::from_bytes(&signature))
            .map_err(|_| HeadError::Signature)?;
        Ok(head)
    }

    /// SHA-256 of the public key, hexadecimal: by which people know who signed.
    #[must_use]
    pub fn signer(&self) -> String {
        let key = hex::decode(&self.key).unwrap_or_default();
        hex::encode(Sha256::digest(key))
    }
}

fn message(sequence: u64, last: &str, at: &str) -> String {
    format!("{DOMAIN}\n{sequence}\n{last}\n{at}\n")
}
