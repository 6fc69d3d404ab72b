//! Who signs: a certificate chain and something that holds its private key.

use thiserror::Error;

/// Signature algorithms that C2PA 2.2, section 13.2.1, allows for claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignatureAlgorithm {
    /// ECDSA on P-256 with SHA-256.
    Es256,
    /// ECDSA on P-384 with SHA-384.
    Es384,
    /// ECDSA on P-521 with SHA-512.
    Es512,
    /// RSASSA-PSS with SHA-256.
    Ps256,
    /// RSASSA-PSS with SHA-384.
    Ps384,
    /// RSASSA-PSS with SHA-512.
    Ps512,
    /// Ed25519.
    Ed25519,
}

impl SignatureAlgorithm {
    /// The name that records and messages use.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Es256 => "es256",
            Self::Es384 => "es384",
            Self::Es512 => "es512",
            Self::Ps256 => "ps256",
            Self::Ps384 => "ps384",
            Self::Ps512 => "ps512",
            Self::Ed25519 => "ed25519",
        }
    }
}

impl std::fmt::Display for SignatureAlgorithm {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// A key that could not sign.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct SigningFailure(
    /// What went wrong, for people.
    pub String,
);

/// A certificate chain and something that signs with the leaf's private key: a key in memory, a
/// command that talks to an HSM or a key service, a test double.
pub trait ClaimSigner: Send + Sync {
    /// The algorithm of [`Self::sign`].
    fn algorithm(&self) -> SignatureAlgorithm;

    /// Certificates (DER), leaf first, intermediates after it, the root left out (C2PA 2.2,
    /// section 14.5).
    fn chain(&self) -> &[Vec<u8>];

    /// Signs `message`, hashing it as the algorithm says. ECDSA signatures are returned as
    /// `r || s` of fixed length (IEEE P1363), as RFC 9053 section 2.1 wants them.
    ///
    /// # Errors
    /// When the key cannot be used.
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SigningFailure>;
}
