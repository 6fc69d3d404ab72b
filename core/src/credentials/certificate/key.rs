//! Signature methods and public keys that certificates and time-stamps use.

use c2pa_raw_crypto::{Oid, oids};
use x509_parser::{
    prelude::FromDer,
    x509::{AlgorithmIdentifier, SubjectPublicKeyInfo},
};

/// A hash function of certificate and time-stamp signatures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HashFunction {
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

/// How a certificate or a CMS structure was signed (RFC 5280, section 4.1.1.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureMethod {
    /// RSASSA-PKCS1-v1_5.
    RsaPkcs1(HashFunction),
    /// RSASSA-PSS with MGF1 over the same hash.
    RsaPss(HashFunction),
    /// ECDSA.
    Ecdsa(HashFunction),
    /// Ed25519.
    Ed25519,
    /// None that this program verifies: SHA-1, DSA, Ed448...
    Unsupported(String),
}

/// What kind of public key a certificate certifies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyKind {
    /// RSA.
    Rsa {
        /// Length of the modulus in bits.
        bits: usize,
        /// The exponent is odd and at least 3.
        exponent_sound: bool,
        /// Declared for RSASSA-PSS only (`id-RSASSA-PSS`).
        pss_only: bool,
    },
    /// NIST P-256.
    P256,
    /// NIST P-384.
    P384,
    /// NIST P-521.
    P521,
    /// Ed25519.
    Ed25519,
    /// Anything else, by object identifier.
    Other(String),
}

impl std::fmt::Display for KeyKind {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Rsa { bits, .. } => write!(formatter, "RSA, {bits} bits"),
            Self::P256 => formatter.write_str("ECDSA P-256"),
            Self::P384 => formatter.write_str("ECDSA P-384"),
            Self::P521 => formatter.write_str("ECDSA P-521"),
            Self::Ed25519 => formatter.write_str("Ed25519"),
            Self::Other(oid) => write!(formatter, "unknown ({oid})"),
        }
    }
}

pub(super) fn hash_oid(hash: HashFunction) -> Oid<'static> {
    match hash {
        HashFunction::Sha256 => oids::SHA256_OID,
        HashFunction::Sha384 => oids::SHA384_OID,
        HashFunction::Sha512 => oids::SHA512_OID,
    }
}

/// The hash function with this object identifier, if it is one that C2PA allows (2.2, 13.1).
pub(crate) fn hash_function(oid: &[u8]) -> Option<HashFunction> {
    [
        HashFunction::Sha256,
        HashFunction::Sha384,
        HashFunction::Sha512,
    ]
    .into_iter()
    .find(|hash| hash_oid(*hash).as_bytes() == oid)
}

/// Reads an algorithm identifier as a signature method.
pub(crate) fn signature_method(algorithm: &AlgorithmIdentifier<'_>) -> SignatureMethod {
    let oid = algorithm.algorithm.as_bytes();
    let known = [
        (
            oids::SHA256_WITH_RSAENCRYPTION_OID,
            SignatureMethod::RsaPkcs1(HashFunction::Sha256),
        ),
        (
            oids::SHA384_WITH_RSAENCRYPTION_OID,
            SignatureMethod::RsaPkcs1(HashFunction::Sha384),
        ),
        (
            oids::SHA512_WITH_RSAENCRYPTION_OID,
            SignatureMethod::RsaPkcs1(HashFunction::Sha512),
        ),
        (
            oids::ECDSA_WITH_SHA256_OID,
            SignatureMethod::Ecdsa(HashFunction::Sha256),
        ),
        (
            oids::ECDSA_WITH_SHA384_OID,
            SignatureMethod::Ecdsa(HashFunction::Sha384),
        ),
        (
            oids::ECDSA_WITH_SHA512_OID,
            SignatureMethod::Ecdsa(HashFunction::Sha512),
        ),
    ]
    .into_iter()
    .find(|(known, _)| known.as_bytes() == oid);
    if let Some((_, method)) = known {
        return method;
    }
    let unsupported = || SignatureMethod::Unsupported(algorithm.algorithm.to_id_string());
    if oid == oids::ED25519_OID.as_bytes() {
        // RFC 8410, section 3: parameters MUST be absent.
        return match algorithm.parameters {
            None => SignatureMethod::Ed25519,
            Some(_) => unsupported(),
        };
    }
    if oid == oids::RSA_PSS_OID.as_bytes() {
        return pss_hash(algorithm).map_or_else(unsupported, SignatureMethod::RsaPss);
    }
    unsupported()
}

/// The hash of RSASSA-PSS parameters, when hash and mask hash are present, equal and allowed
/// (C2PA 2.2, section 14.5.1.1). Verification wants the salt to be as long as the hash.
fn pss_hash(algorithm: &AlgorithmIdentifier<'_>) -> Option<HashFunction> {
    use x509_parser::signature_algorithm::RsaSsaPssParams;
    let parameters = RsaSsaPssParams::try_from(algorithm.parameters.as_ref()?).ok()?;
    let hash = hash_function(parameters.hash_algorithm()?.algorithm.as_bytes())?;
    let mask = parameters.mask_gen_algorithm().ok()?;
    (hash_function(mask.hash.as_bytes()) == Some(hash)).then_some(hash)
}

pub(super) fn key_kind(key: &SubjectPublicKeyInfo<'_>) -> KeyKind {
    let oid = key.algorithm.algorithm.as_bytes();
    let other = || KeyKind::Other(key.algorithm.algorithm.to_id_string());
    let pss_only = oid == oids::RSA_PSS_OID.as_bytes();
    if pss_only || oid == oids::RSA_OID.as_bytes() {
        let Ok((_, rsa)) =
            x509_parser::public_key::RSAPublicKey::from_der(&key.subject_public_key.data)
        else {
            return other();
        };
        let modulus = significant(rsa.modulus);
        let exponent = significant(rsa.exponent);
        let leading = modulus.first().map_or(8, |byte| byte.leading_zeros());
        return KeyKind::Rsa {
            bits: modulus
                .len()
                .saturating_mul(8)
                .saturating_sub(usize::try_from(leading).unwrap_or(0)),
            exponent_sound: exponent != [1] && exponent.last().is_some_and(|byte| byte & 1 == 1),
            pss_only,
        };
    }
    if oid == oids::ED25519_OID.as_bytes() && key.algorithm.parameters.is_none() {
        return KeyKind::Ed25519;
    }
    if oid == oids::EC_PUBLICKEY_OID.as_bytes() {
        let curve = key
            .algorithm
            .parameters
            .as_ref()
            .and_then(|parameters| parameters.as_oid().ok());
        return match curve {
            Some(curve) if curve.as_bytes() == oids::PRIME256V1_OID.as_bytes() => KeyKind::P256,
            Some(curve) if curve.as_bytes() == oids::SECP384R1_OID.as_bytes() => KeyKind::P384,
            Some(curve) if curve.as_bytes() == oids::SECP521R1_OID.as_bytes() => KeyKind::P521,
            Some(curve) => KeyKind::Other(curve.to_id_string()),
            None => other(),
        };
    }
    other()
}

/// The bytes of a big-endian number without leading zeros.
fn significant(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    number.get(zeros..).unwrap_or_default()
}
