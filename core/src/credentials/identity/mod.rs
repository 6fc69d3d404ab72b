//! Identities: a key, its certificate chain, and the trait by which claims are signed.

use crate::credentials::certificate::Certificate;

/// Signature algorithms of claims (C2PA 2.2, section 13.2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SigningAlgorithm {
    /// ECDSA with SHA-256.
    Es256,
    /// ECDSA with SHA-384.
    Es384,
    /// ECDSA with SHA-512.
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

/// Why nothing was signed.
#[derive(Debug, thiserror::Error)]
pub enum SignerError {
    /// The key refused.
    #[error("the key did not sign: {problem}")]
    Refused {
        /// Why.
        problem: String,
    },
    /// An external signer failed.
    #[error("the external signer failed: {problem}")]
    External {
        /// Why.
        problem: String,
    },
}

/// Whoever signs claims: a key in memory, or a command that reaches one elsewhere.
pub trait ClaimSigner: Send + Sync {
    /// The algorithm, fixed by the certificate.
    fn algorithm(&self) -> SigningAlgorithm;

    /// Certificates (DER), leaf first, without the root.
    fn chain(&self) -> &[Vec<u8>];

    /// Signs `message` as COSE wants it (RFC 9053, section 2): ECDSA as fixed-width r and s,
    /// RSASSA-PSS and Ed25519 as they are.
    ///
    /// # Errors
    /// When the key or the command behind it does not sign.
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError>;
}

impl SigningAlgorithm {
    /// The algorithm that fits the certified key; `None` for keys that C2PA does not allow.
    #[must_use]
    pub fn of(certificate: &Certificate) -> Option<Self> {
        use crate::credentials::certificate::KeyKind;
        Some(match certificate.key() {
            KeyKind::P256 => Self::Es256,
            KeyKind::P384 => Self::Es384,
            KeyKind::P521 => Self::Es512,
            KeyKind::Rsa { .. } => Self::Ps256,
            KeyKind::Ed25519 => Self::Ed25519,
            KeyKind::Other(_) => return None,
        })
    }

    /// Its name in the C2PA crate and in records: `es256`, `ed25519`...
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
