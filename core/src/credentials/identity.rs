//! Identities: a key, its certificate chain, and the trait by which claims are signed.

mod check;
mod create;
mod key;
mod request;

use zeroize::Zeroizing;

pub use self::{
    check::{Remark, check_identity},
    create::{CreatedIdentity, CreationError, NewIdentity, SEED_BYTES, create_identity},
    key::{KeyError, SigningKey},
    request::{RequestError, write_request},
};
use crate::credentials::certificate::{Certificate, CertificateError, KeyKind};

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

impl SigningAlgorithm {
    /// The algorithm that fits the certified key; `None` for keys that C2PA does not allow.
    #[must_use]
    pub fn of(certificate: &Certificate) -> Option<Self> {
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

/// Why a chain and a key do not make an identity.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// No certificate in the PEM text.
    #[error("there is no certificate in the chain; expected PEM blocks \"CERTIFICATE\"")]
    NoCertificate,
    /// The PEM text is broken.
    #[error("the chain is not PEM: {problem}")]
    Pem {
        /// What the parser stumbled over.
        problem: String,
    },
    /// A certificate cannot be read.
    #[error("certificate {number} of the chain cannot be read: {error}")]
    Certificate {
        /// Its position in the file, from 1.
        number: usize,
        /// Why.
        error: CertificateError,
    },
    /// The signing certificate is for a key that C2PA does not allow.
    #[error(
        "the certificate of {subject} is for a key that C2PA does not allow ({key}); use ECDSA \
         P-256, P-384 or P-521, RSA of at least 2048 bits, or Ed25519"
    )]
    Algorithm {
        /// Its subject.
        subject: String,
        /// Its key.
        key: String,
    },
    /// The key cannot be used.
    #[error(transparent)]
    Key(#[from] KeyError),
}

/// A certificate chain in the order in which a claim carries it: leaf first, each followed by
/// its issuer, without the root (C2PA 2.2, section 14.5).
///
/// The leaf is the first certificate that is no authority. Certificates that do not lead up from
/// it are left out.
///
/// # Errors
/// When the text holds no certificate, or one that cannot be read.
pub fn read_chain(pem: &str) -> Result<Vec<Certificate>, IdentityError> {
    let mut rest = read_certificates(pem)?;
    let leaf = rest
        .iter()
        .position(|certificate| !certificate.is_authority())
        .unwrap_or(0);
    if rest.is_empty() {
        return Err(IdentityError::NoCertificate);
    }
    let mut chain = vec![rest.remove(leaf)];
    while let Some(issuer) = chain.last().and_then(|last| {
        rest.iter().position(|candidate| {
            candidate.subject_der() == last.issuer_der() && last.is_signed_by(candidate)
        })
    }) {
        let issuer = rest.remove(issuer);
        if issuer.is_self_issued() {
            break;
        }
        chain.push(issuer);
    }
    Ok(chain)
}

/// All certificates of a PEM text, in its order.
///
/// # Errors
/// When the text is not PEM, or a certificate cannot be read.
pub fn read_certificates(pem: &str) -> Result<Vec<Certificate>, IdentityError> {
    let blocks = pem::parse_many(pem).map_err(|error| IdentityError::Pem {
        problem: error.to_string(),
    })?;
    blocks
        .iter()
        .filter(|block| block.tag() == "CERTIFICATE")
        .enumerate()
        .map(|(index, block)| {
            Certificate::parse(block.contents()).map_err(|error| IdentityError::Certificate {
                number: index.saturating_add(1),
                error,
            })
        })
        .collect()
}

/// A key in memory with its certificates.
pub struct Identity {
    leaf: Certificate,
    chain: Vec<Vec<u8>>,
    algorithm: SigningAlgorithm,
    key: SigningKey,
}

impl Identity {
    /// Reads a chain and the key of its leaf. The chain may come in any order and with its root;
    /// the algorithm follows from the certificate.
    ///
    /// Says nothing about whether the certificates fit the C2PA profile: [`check_identity`].
    ///
    /// # Errors
    /// When either cannot be read, or the key is not that of the certificate.
    pub fn read(chain_pem: &str, key_pem: &Zeroizing<String>) -> Result<Self, IdentityError> {
        let certificates = read_chain(chain_pem)?;
        let leaf = certificates.first().ok_or(IdentityError::NoCertificate)?;
        let algorithm = SigningAlgorithm::of(leaf).ok_or_else(|| IdentityError::Algorithm {
            subject: leaf.subject().to_owned(),
            key: leaf.key().to_string(),
        })?;
        let key = SigningKey::read(key_pem, leaf)?;
        Ok(Self {
            leaf: leaf.clone(),
            chain: certificates
                .iter()
                .map(|certificate| certificate.der().to_vec())
                .collect(),
            algorithm,
            key,
        })
    }

    /// The signing certificate.
    #[must_use]
    pub fn certificate(&self) -> &Certificate {
        &self.leaf
    }

    /// The key.
    #[must_use]
    pub fn key(&self) -> &SigningKey {
        &self.key
    }
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Identity")
            .field("leaf", &self.leaf)
            .field("key", &self.key)
            .finish_non_exhaustive()
    }
}

impl ClaimSigner for Identity {
    fn algorithm(&self) -> SigningAlgorithm {
        self.algorithm
    }

    fn chain(&self) -> &[Vec<u8>] {
        &self.chain
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError> {
        self.key.sign(message)
    }
}

#[cfg(test)]
mod tests;
