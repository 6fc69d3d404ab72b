//! Certificate signing requests (PKCS #10, RFC 2986) for a key that is there already.

use rcgen::{
    CertificateParams, IsCa, KeyUsagePurpose, PKCS_ECDSA_P256_SHA256, PKCS_ECDSA_P384_SHA384,
    PKCS_ED25519, PublicKeyData, SignatureAlgorithm,
};
use x509_parser::{prelude::FromDer, x509::SubjectPublicKeyInfo};

use super::{
    CreationError, Identity, SigningAlgorithm,
    create::{check_name, purposes, subject, unix_lines},
};
use crate::credentials::ber;

/// Why no request was written.
#[derive(Debug, thiserror::Error)]
pub enum RequestError {
    /// A name that a request cannot carry.
    #[error(transparent)]
    Name(#[from] CreationError),
    /// RSA and P-521 keys.
    #[error(
        "requests are written for Ed25519, P-256 and P-384 keys; make one for this {key} key \
         with the program that made the key"
    )]
    Key {
        /// The kind of key.
        key: String,
    },
    /// The certificate library refused.
    #[error("the request could not be written: {problem}")]
    Request {
        /// Why.
        problem: String,
    },
}

/// Writes a request for a certificate for the key of `identity`, PEM.
///
/// It asks for what the C2PA profile wants: key usage digitalSignature, extended key usages
/// emailProtection and C2PA claimSigning, no authority.
///
/// # Errors
/// When a name does not fit, or the key is of a kind for which no request can be written.
pub fn write_request(
    identity: &Identity,
    name: &str,
    organization: &str,
) -> Result<String, RequestError> {
    check_name("name", name)?;
    check_name("organisation", organization)?;
    let key = RequestKey::of(identity).ok_or_else(|| RequestError::Key {
        key: identity.certificate().key().to_string(),
    })?;
    let mut params = CertificateParams::default();
    params.distinguished_name = subject(name, organization);
    params.is_ca = IsCa::ExplicitNoCa;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = purposes();
    params
        .serialize_request(&key)
        .and_then(|request| request.pem())
        .map(|pem| unix_lines(&pem))
        .map_err(|error| RequestError::Request {
            problem: error.to_string(),
        })
}

/// The key of an identity as the certificate library wants it.
struct RequestKey<'a> {
    identity: &'a Identity,
    algorithm: &'static SignatureAlgorithm,
    public: Vec<u8>,
}

impl<'a> RequestKey<'a> {
    fn of(identity: &'a Identity) -> Option<Self> {
        let algorithm = match identity.algorithm {
            SigningAlgorithm::Ed25519 => &PKCS_ED25519,
            SigningAlgorithm::Es256 => &PKCS_ECDSA_P256_SHA256,
            SigningAlgorithm::Es384 => &PKCS_ECDSA_P384_SHA384,
            _ => return None,
        };
        let (_, key) = SubjectPublicKeyInfo::from_der(identity.leaf.public_key()).ok()?;
        Some(Self {
            identity,
            algorithm,
            public: key.subject_public_key.data.to_vec(),
        })
    }
}

impl PublicKeyData for RequestKey<'_> {
    fn der_bytes(&self) -> &[u8] {
        &self.public
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        self.algorithm
    }
}

impl rcgen::SigningKey for RequestKey<'_> {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        let signature = self
            .identity
            .key
            .sign(message)
            .map_err(|_| rcgen::Error::RemoteKeyError)?;
        Ok(match self.identity.algorithm {
            SigningAlgorithm::Ed25519 => signature,
            _ => ecdsa_der(&signature),
        })
    }
}

/// A fixed-width ECDSA signature as `Ecdsa-Sig-Value` (RFC 3279, section 2.2.3).
fn ecdsa_der(fixed: &[u8]) -> Vec<u8> {
    let (r, s) = fixed.split_at(fixed.len().checked_div(2).unwrap_or(0));
    let integer = |number: &[u8]| {
        let zeros = number.iter().take_while(|byte| **byte == 0).count();
        let digits = number.get(zeros..).unwrap_or_default();
        let mut positive = Vec::new();
        if digits.first().is_none_or(|first| *first >= 0x80) {
            positive.push(0);
        }
        positive.extend_from_slice(digits);
        ber::encode(ber::INTEGER, &positive)
    };
    ber::encode(ber::SEQUENCE, &[integer(r), integer(s)].concat())
}
