//! Private keys. They are wiped from memory when dropped, and never shown.

use c2pa_raw_crypto::{RawSigner, SigningAlg, signer_from_private_key};
use ed25519_dalek::{
    Signer,
    pkcs8::{DecodePrivateKey, EncodePrivateKey, spki::der::pem::LineEnding},
};
use zeroize::Zeroizing;

use super::{SignerError, SigningAlgorithm};
use crate::credentials::{
    ber,
    certificate::{Certificate, HashFunction, KeyKind, SignatureMethod},
};

/// Why a private key cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// No private key in the PEM text.
    #[error(
        "there is no private key here; expected a PEM block \"PRIVATE KEY\", \"EC PRIVATE KEY\" \
         or \"RSA PRIVATE KEY\""
    )]
    NotFound,
    /// The key is encrypted with a passphrase.
    #[error(
        "the key is encrypted; decrypt it first, for example with `openssl pkcs8 -in KEY -out \
         PLAIN`, or sign through a command that holds the key"
    )]
    Encrypted,
    /// The key cannot be read.
    #[error("the key cannot be read as the certificate's kind ({expected}): {problem}")]
    Unreadable {
        /// The kind of key in the certificate.
        expected: String,
        /// What the parser stumbled over.
        problem: String,
    },
    /// The key does not belong to the certificate.
    #[error("the key is not that of the certificate of {subject}")]
    Mismatch {
        /// Subject of the certificate.
        subject: String,
    },
}

/// A private key that signs claims.
///
/// Ed25519 keys are wiped when dropped, and so is the PEM text they are read from or written to.
/// Other keys are held by the cryptography library, which wipes its keys too, but may leave
/// copies of the PEM text in freed memory while reading it.
pub struct SigningKey(Inner);

enum Inner {
    Ed25519(Box<ed25519_dalek::SigningKey>),
    Other {
        signer: Box<dyn RawSigner + Send + Sync>,
        algorithm: SigningAlgorithm,
    },
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_tuple("SigningKey")
            .field(&self.algorithm())
            .finish()
    }
}

impl SigningKey {
    /// An Ed25519 key from 32 random bytes.
    #[must_use]
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(Inner::Ed25519(Box::new(
            ed25519_dalek::SigningKey::from_bytes(seed),
        )))
    }

    /// Reads the key of `certificate` from PEM: PKCS#8, SEC 1 or PKCS#1, not encrypted.
    ///
    /// # Errors
    /// When there is no key, it is encrypted or of another kind, or it is another's key.
    pub fn read(pem: &Zeroizing<String>, certificate: &Certificate) -> Result<Self, KeyError> {
        let unreadable = |problem: String| KeyError::Unreadable {
            expected: certificate.key().to_string(),
            problem,
        };
        let pem = pkcs8(pem, certificate.key()).ok_or_else(|| {
            if pem.contains("ENCRYPTED") {
                KeyError::Encrypted
            } else {
                KeyError::NotFound
            }
        })?;
        let algorithm = SigningAlgorithm::of(certificate)
            .ok_or_else(|| unreadable("C2PA does not allow this kind of key".to_owned()))?;
        let inner = match algorithm {
            SigningAlgorithm::Ed25519 => Inner::Ed25519(Box::new(
                ed25519_dalek::SigningKey::from_pkcs8_pem(&pem)
                    .map_err(|error| unreadable(error.to_string()))?,
            )),
            other => Inner::Other {
                signer: signer_from_private_key(pem.as_bytes(), raw(other))
                    .map_err(|error| unreadable(error.to_string()))?,
                algorithm: other,
            },
        };
        let key = Self(inner);
        if key.belongs_to(certificate) {
            Ok(key)
        } else {
            Err(KeyError::Mismatch {
                subject: certificate.subject().to_owned(),
            })
        }
    }

    /// The algorithm it signs with.
    #[must_use]
    pub fn algorithm(&self) -> SigningAlgorithm {
        match &self.0 {
            Inner::Ed25519(_) => SigningAlgorithm::Ed25519,
            Inner::Other { algorithm, .. } => *algorithm,
        }
    }

    /// Signs as COSE wants it: see [`super::ClaimSigner::sign`].
    ///
    /// # Errors
    /// When the cryptography library refuses.
    pub fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError> {
        match &self.0 {
            Inner::Ed25519(key) => Ok(key.sign(message).to_vec()),
            Inner::Other { signer, .. } => {
                signer.sign(message).map_err(|error| SignerError::Refused {
                    problem: error.to_string(),
                })
            }
        }
    }

    /// Whether a signature of this key verifies with the certified key.
    #[must_use]
    pub fn belongs_to(&self, certificate: &Certificate) -> bool {
        const PROBE: &[u8] = b"whose key is this";
        let method = match self.algorithm() {
            SigningAlgorithm::Es256 => SignatureMethod::Ecdsa(HashFunction::Sha256),
            SigningAlgorithm::Es384 => SignatureMethod::Ecdsa(HashFunction::Sha384),
            SigningAlgorithm::Es512 => SignatureMethod::Ecdsa(HashFunction::Sha512),
            SigningAlgorithm::Ps256 => SignatureMethod::RsaPss(HashFunction::Sha256),
            SigningAlgorithm::Ps384 => SignatureMethod::RsaPss(HashFunction::Sha384),
            SigningAlgorithm::Ps512 => SignatureMethod::RsaPss(HashFunction::Sha512),
            SigningAlgorithm::Ed25519 => SignatureMethod::Ed25519,
        };
        self.sign(PROBE)
            .is_ok_and(|signature| certificate.verifies(&method, PROBE, &signature))
    }

    /// An Ed25519 key as PKCS#8 PEM; `None` for keys that were read, which have a file already.
    #[must_use]
    pub fn to_pem(&self) -> Option<Zeroizing<String>> {
        match &self.0 {
            Inner::Ed25519(key) => key.to_pkcs8_pem(LineEnding::LF).ok(),
            Inner::Other { .. } => None,
        }
    }

    /// The key itself, if it is an Ed25519 key: for signatures that are not claims'.
    #[must_use]
    pub fn ed25519(&self) -> Option<&ed25519_dalek::SigningKey> {
        match &self.0 {
            Inner::Ed25519(key) => Some(key),
            Inner::Other { .. } => None,
        }
    }

    /// The raw public key of an Ed25519 key.
    pub(super) fn ed25519_public(&self) -> Option<[u8; 32]> {
        match &self.0 {
            Inner::Ed25519(key) => Some(key.verifying_key().to_bytes()),
            Inner::Other { .. } => None,
        }
    }
}

const fn raw(algorithm: SigningAlgorithm) -> SigningAlg {
    match algorithm {
        SigningAlgorithm::Es256 => SigningAlg::Es256,
        SigningAlgorithm::Es384 => SigningAlg::Es384,
        SigningAlgorithm::Es512 => SigningAlg::Es512,
        SigningAlgorithm::Ps256 => SigningAlg::Ps256,
        SigningAlgorithm::Ps384 => SigningAlg::Ps384,
        SigningAlgorithm::Ps512 => SigningAlg::Ps512,
        SigningAlgorithm::Ed25519 => SigningAlg::Ed25519,
    }
}

/// The first private key of a PEM text as PKCS#8, wrapped if it is SEC 1 (RFC 5915) or PKCS#1
/// (RFC 8017, appendix A.1.2).
fn pkcs8(text: &str, kind: &KeyKind) -> Option<Zeroizing<String>> {
    for (label, wrap) in [
        ("PRIVATE KEY", false),
        ("EC PRIVATE KEY", true),
        ("RSA PRIVATE KEY", true),
    ] {
        let Some(block) = block(text, label) else {
            continue;
        };
        if !wrap {
            return Some(Zeroizing::new(block.to_owned()));
        }
        let parsed = pem::parse(block).ok()?;
        let inner = Zeroizing::new(parsed.into_contents());
        let der = Zeroizing::new(private_key_info(&inner, kind)?);
        // The PEM encoder would keep a copy of its own.
        return base64_block(&der);
    }
    None
}

/// One PEM block, its lines included.
fn block<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    let begin = text.find(&format!("-----BEGIN {label}-----"))?;
    let end_line = format!("-----END {label}-----");
    let rest = text.get(begin..)?;
    let end = rest.find(&end_line)?.checked_add(end_line.len())?;
    rest.get(..end)
}

/// `PrivateKeyInfo` (RFC 5208, section 5) around the key of an older form.
fn private_key_info(key: &[u8], kind: &KeyKind) -> Option<Vec<u8>> {
    use c2pa_raw_crypto::oids::{
        EC_PUBLICKEY_OID, PRIME256V1_OID, RSA_OID, SECP384R1_OID, SECP521R1_OID,
    };
    let oid = |oid: c2pa_raw_crypto::Oid<'_>| ber::encode(ber::OBJECT_IDENTIFIER, oid.as_bytes());
    let algorithm = match kind {
        KeyKind::P256 => [oid(EC_PUBLICKEY_OID), oid(PRIME256V1_OID)].concat(),
        KeyKind::P384 => [oid(EC_PUBLICKEY_OID), oid(SECP384R1_OID)].concat(),
        KeyKind::P521 => [oid(EC_PUBLICKEY_OID), oid(SECP521R1_OID)].concat(),
        KeyKind::Rsa { .. } => [oid(RSA_OID), ber::encode(0x05, &[])].concat(),
        KeyKind::Ed25519 | KeyKind::Other(_) => return None,
    };
    let octets = Zeroizing::new(ber::encode(ber::OCTET_STRING, key));
    let fields = Zeroizing::new(
        [
            &ber::encode(ber::INTEGER, &[0])[..],
            &ber::encode(ber::SEQUENCE, &algorithm),
            &octets,
        ]
        .concat(),
    );
    Some(ber::encode(ber::SEQUENCE, &fields))
}

fn base64_block(der: &[u8]) -> Option<Zeroizing<String>> {
    use base64::{Engine, engine::general_purpose::STANDARD};
    let encoded = Zeroizing::new(STANDARD.encode(der));
    let mut text = Zeroizing::new(String::with_capacity(
        encoded.len().saturating_mul(2).saturating_add(64),
    ));
    text.push_str("-----BEGIN PRIVATE KEY-----\n");
    for line in encoded.as_bytes().chunks(64) {
        text.push_str(std::str::from_utf8(line).ok()?);
        text.push('\n');
    }
    text.push_str("-----END PRIVATE KEY-----\n");
    Some(text)
}
