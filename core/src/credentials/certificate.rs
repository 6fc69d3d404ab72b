//! One X.509 certificate: parsed once, owned, compared and verified without parsing again.

mod key;
mod name;

use c2pa_raw_crypto::{oids, validator_for_sig_and_hash_algs};
use sha2::{Digest, Sha256};
use x509_parser::{
    asn1_rs::{Oid, Sequence},
    certificate::X509Certificate,
    extensions::{GeneralSubtree, ParsedExtension},
    prelude::FromDer,
    x509::X509Version,
};

pub use self::key::{HashFunction, KeyKind, SignatureMethod};
pub(crate) use self::{
    key::{hash_function, signature_method},
    name::{GeneralNameFact, NameConstraints},
};
use self::{
    key::{hash_oid, key_kind},
    name::{Name, general_name, name, text},
};

/// Largest certificate that is parsed, in bytes. Public signing certificates stay below 3 KiB;
/// RSA-4096 time-stamp chains with long policy texts below 5 KiB.
pub const MAX_CERTIFICATE_BYTES: usize = 64 << 10;

/// Why bytes are not a certificate that can be judged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CertificateError {
    /// Larger than [`MAX_CERTIFICATE_BYTES`].
    #[error("the certificate has {length} bytes; at most {MAX_CERTIFICATE_BYTES} are read")]
    TooLarge {
        /// Its size in bytes.
        length: usize,
    },
    /// Not a DER certificate (RFC 5280, section 4.1).
    #[error("not an X.509 certificate in DER form: {problem}")]
    Malformed {
        /// What the parser stumbled over.
        problem: String,
    },
    /// Bytes follow the certificate.
    #[error("{count} bytes follow the certificate")]
    TrailingBytes {
        /// How many.
        count: usize,
    },
    /// The same extension occurs twice (RFC 5280, section 4.2 forbids it).
    #[error("extension {oid} occurs more than once")]
    ExtensionRepeated {
        /// The extension.
        oid: String,
    },
    /// An extension that validation needs cannot be parsed.
    #[error("extension {oid} is malformed")]
    ExtensionMalformed {
        /// The extension.
        oid: String,
    },
}

/// Basic constraints (RFC 5280, section 4.2.1.9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BasicConstraints {
    /// `cA`: the key may sign certificates.
    pub authority: bool,
    /// `pathLenConstraint`: how many intermediate authorities may follow.
    pub path_length: Option<u32>,
}

/// Key usage (RFC 5280, section 4.2.1.3); only the bits that matter here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyUsage {
    /// `digitalSignature`.
    pub digital_signature: bool,
    /// `nonRepudiation`.
    pub non_repudiation: bool,
    /// `keyCertSign`.
    pub certificate_signing: bool,
    /// The extension is critical.
    pub critical: bool,
}

/// Facts of one X.509 certificate.
#[derive(Clone, PartialEq, Eq)]
pub struct Certificate {
    der: Vec<u8>,
    to_be_signed: Vec<u8>,
    signature: Vec<u8>,
    method: SignatureMethod,
    methods_agree: bool,
    fingerprint: [u8; 32],
    version: u32,
    serial: Vec<u8>,
    subject: Name,
    issuer: Name,
    not_before: i64,
    not_after: i64,
    public_key: Vec<u8>,
    key: KeyKind,
    unique_identifiers: bool,
    basic_constraints: Option<BasicConstraints>,
    key_usage: Option<KeyUsage>,
    extended_key_usages: Option<Vec<String>>,
    subject_key_identifier: Option<Vec<u8>>,
    authority_key_identifier: Option<Option<Vec<u8>>>,
    name_constraints: Option<NameConstraints>,
    alternative_names: Vec<GeneralNameFact>,
    emails_in_subject: Vec<String>,
    unknown_critical: Vec<String>,
}

impl std::fmt::Debug for Certificate {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Certificate")
            .field("subject", &self.subject.text)
            .field("issuer", &self.issuer.text)
            .field("fingerprint", &hex::encode(self.fingerprint))
            .finish_non_exhaustive()
    }
}

impl Certificate {
    /// Parses one certificate in DER form.
    ///
    /// # Errors
    /// When the bytes are not exactly one certificate, or an extension that validation needs is
    /// repeated or malformed.
    pub fn parse(der: &[u8]) -> Result<Self, CertificateError> {
        if der.len() > MAX_CERTIFICATE_BYTES {
            return Err(CertificateError::TooLarge { length: der.len() });
        }
        let (rest, parsed) =
            X509Certificate::from_der(der).map_err(|error| CertificateError::Malformed {
                problem: error.to_string(),
            })?;
        if !rest.is_empty() {
            return Err(CertificateError::TrailingBytes { count: rest.len() });
        }
        let signed = &parsed.tbs_certificate;
        let named = method_named_outside(der, signed.as_ref(), &parsed.signature_value.data)
            .ok_or_else(|| CertificateError::Malformed {
                problem: "what surrounds the signed part is not in DER form".to_owned(),
            })?;
        let mut places = signed.as_ref().windows(named.len().max(1));
        let named_inside = places.any(|place| place == named);
        let method = signature_method(&parsed.signature_algorithm);
        let mut certificate = Self {
            der: der.to_vec(),
            to_be_signed: signed.as_ref().to_vec(),
            signature: parsed.signature_value.data.to_vec(),
            methods_agree: named_inside && signed.signature == parsed.signature_algorithm,
            method,
            fingerprint: Sha256::digest(der).into(),
            version: match signed.version {
                X509Version(number) => number.saturating_add(1),
            },
            serial: signed.raw_serial().to_vec(),
            subject: name(&signed.subject),
            issuer: name(&signed.issuer),
            not_before: signed.validity.not_before.timestamp(),
            not_after: signed.validity.not_after.timestamp(),
            public_key: signed.subject_pki.raw.to_vec(),
            key: key_kind(&signed.subject_pki),
            unique_identifiers: signed.issuer_uid.is_some() || signed.subject_uid.is_some(),
            basic_constraints: None,
            key_usage: None,
            extended_key_usages: None,
            subject_key_identifier: None,
            authority_key_identifier: None,
            name_constraints: None,
            alternative_names: Vec::new(),
            emails_in_subject: signed.subject.iter_email().filter_map(text).collect(),
            unknown_critical: Vec::new(),
        };
        certificate.read_extensions(&parsed)?;
        Ok(certificate)
    }

    /// The bytes it was parsed from.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// SHA-256 of [`Self::der`].
    #[must_use]
    pub fn fingerprint(&self) -> [u8; 32] {
        self.fingerprint
    }

    /// X.509 version: 1, 2 or 3.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.version
    }

    /// Serial number, big-endian, as encoded.
    #[must_use]
    pub fn serial(&self) -> &[u8] {
        &self.serial
    }

    /// Subject as text, for people: `CN=..., O=...`.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.subject.text
    }

    /// Issuer as text, for people.
    #[must_use]
    pub fn issuer(&self) -> &str {
        &self.issuer.text
    }

    /// Subject in DER form; names chain when these bytes are equal.
    #[must_use]
    pub fn subject_der(&self) -> &[u8] {
        &self.subject.raw
    }

    /// Issuer in DER form.
    #[must_use]
    pub fn issuer_der(&self) -> &[u8] {
        &self.issuer.raw
    }

    /// First common name of the subject.
    #[must_use]
    pub fn common_name(&self) -> Option<&str> {
        self.subject.common_name.as_deref()
    }

    /// First organisation of the subject.
    #[must_use]
    pub fn organization(&self) -> Option<&str> {
        self.subject.organization.as_deref()
    }

    /// First organisation of the issuer.
    #[must_use]
    pub fn issuer_organization(&self) -> Option<&str> {
        self.issuer.organization.as_deref()
    }

    /// First moment of validity, seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn not_before(&self) -> i64 {
        self.not_before
    }

    /// Last moment of validity, seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn not_after(&self) -> i64 {
        self.not_after
    }

    /// Whether `unix` lies within the validity period, both ends included.
    #[must_use]
    pub fn valid_at(&self, unix: i64) -> bool {
        (self.not_before..=self.not_after).contains(&unix)
    }

    /// The certified key.
    #[must_use]
    pub fn key(&self) -> &KeyKind {
        &self.key
    }

    /// The certified key as `SubjectPublicKeyInfo` in DER form.
    #[must_use]
    pub fn public_key(&self) -> &[u8] {
        &self.public_key
    }

    /// How its issuer signed it.
    #[must_use]
    pub fn signature_method(&self) -> &SignatureMethod {
        &self.method
    }

    /// The signed and the outer signature algorithm are the same (RFC 5280, section 4.1.1.2).
    #[must_use]
    pub fn signature_methods_agree(&self) -> bool {
        self.methods_agree
    }

    /// It carries an issuer or subject unique identifier.
    #[must_use]
    pub fn has_unique_identifiers(&self) -> bool {
        self.unique_identifiers
    }

    /// Basic constraints, when present.
    #[must_use]
    pub fn basic_constraints(&self) -> Option<BasicConstraints> {
        self.basic_constraints
    }

    /// `cA` is asserted.
    #[must_use]
    pub fn is_authority(&self) -> bool {
        self.basic_constraints
            .is_some_and(|constraints| constraints.authority)
    }

    /// Subject and issuer are the same name.
    #[must_use]
    pub fn is_self_issued(&self) -> bool {
        self.subject.raw == self.issuer.raw
    }

    /// Self-issued, and its signature verifies with its own key.
    #[must_use]
    pub fn is_self_signed(&self) -> bool {
        self.is_self_issued() && self.is_signed_by(self)
    }

    /// Key usage, when present.
    #[must_use]
    pub fn key_usage(&self) -> Option<KeyUsage> {
        self.key_usage
    }

    /// Extended key usages as dotted object identifiers, when present.
    #[must_use]
    pub fn extended_key_usages(&self) -> Option<&[String]> {
        self.extended_key_usages.as_deref()
    }

    /// Subject key identifier, when present.
    #[must_use]
    pub fn subject_key_identifier(&self) -> Option<&[u8]> {
        self.subject_key_identifier.as_deref()
    }

    /// An authority key identifier is present.
    #[must_use]
    pub fn has_authority_key_identifier(&self) -> bool {
        self.authority_key_identifier.is_some()
    }

    /// Key identifier within the authority key identifier, when present.
    #[must_use]
    pub fn authority_key_identifier(&self) -> Option<&[u8]> {
        self.authority_key_identifier
            .as_ref()
            .and_then(Option::as_deref)
    }

    /// Critical extensions that this program does not process, as object identifiers.
    #[must_use]
    pub fn unknown_critical_extensions(&self) -> &[String] {
        &self.unknown_critical
    }

    /// Its signature verifies with the key of `issuer`. Says nothing about whether `issuer` may
    /// issue certificates.
    #[must_use]
    pub fn is_signed_by(&self, issuer: &Self) -> bool {
        self.methods_agree && issuer.verifies(&self.method, &self.to_be_signed, &self.signature)
    }

    /// Whether `signature` over `message` verifies with the key certified here.
    ///
    /// ECDSA signatures may be DER or fixed-width. False for a method that does not fit the key.
    #[must_use]
    pub fn verifies(&self, method: &SignatureMethod, message: &[u8], signature: &[u8]) -> bool {
        let fits = match (method, &self.key) {
            (SignatureMethod::RsaPkcs1(_), KeyKind::Rsa { pss_only, .. }) => !pss_only,
            (SignatureMethod::RsaPss(_), KeyKind::Rsa { .. })
            | (SignatureMethod::Ecdsa(_), KeyKind::P256 | KeyKind::P384 | KeyKind::P521)
            | (SignatureMethod::Ed25519, KeyKind::Ed25519) => true,
            _ => false,
        };
        if !fits {
            return false;
        }
        let (family, hash) = match method {
            SignatureMethod::RsaPkcs1(hash) => (oids::RSA_OID, *hash),
            SignatureMethod::RsaPss(hash) => (oids::RSA_PSS_OID, *hash),
            SignatureMethod::Ecdsa(hash) => (oids::EC_PUBLICKEY_OID, *hash),
            SignatureMethod::Ed25519 => (oids::ED25519_OID, HashFunction::Sha512),
            SignatureMethod::Unsupported(_) => return false,
        };
        validator_for_sig_and_hash_algs(&family, &hash_oid(hash)).is_some_and(|validator| {
            validator
                .validate(signature, message, &self.public_key)
                .is_ok()
        })
    }

    pub(crate) fn name_constraints(&self) -> Option<&NameConstraints> {
        self.name_constraints.as_ref()
    }

    /// The names that constraints of authorities above apply to: subject, alternative names, and
    /// mail addresses in the subject (RFC 5280, section 4.2.1.10).
    pub(crate) fn constrained_names(&self) -> Vec<GeneralNameFact> {
        let mut names = self.alternative_names.clone();
        if !self.subject.parts.is_empty() {
            names.push(GeneralNameFact::Directory(self.subject.parts.clone()));
        }
        if !names
            .iter()
            .any(|name| matches!(name, GeneralNameFact::Email(_)))
        {
            let mails = self.emails_in_subject.iter().cloned();
            names.extend(mails.map(GeneralNameFact::Email));
        }
        names
    }

    fn read_extensions(&mut self, parsed: &X509Certificate<'_>) -> Result<(), CertificateError> {
        let mut seen = std::collections::HashSet::new();
        for extension in parsed.extensions() {
            let oid = extension.oid.to_id_string();
            if !seen.insert(oid.clone()) {
                return Err(CertificateError::ExtensionRepeated { oid });
            }
            match extension.parsed_extension() {
                ParsedExtension::BasicConstraints(constraints) => {
                    self.basic_constraints = Some(BasicConstraints {
                        authority: constraints.ca,
                        path_length: constraints.path_len_constraint,
                    });
                }
                ParsedExtension::KeyUsage(usage) => {
                    self.key_usage = Some(KeyUsage {
                        digital_signature: usage.digital_signature(),
                        non_repudiation: usage.non_repudiation(),
                        certificate_signing: usage.key_cert_sign(),
                        critical: extension.critical,
                    });
                }
                ParsedExtension::ExtendedKeyUsage(_) => {
                    self.extended_key_usages = Some(
                        key_purposes(extension.value)
                            .ok_or(CertificateError::ExtensionMalformed { oid })?,
                    );
                }
                ParsedExtension::SubjectKeyIdentifier(identifier) => {
                    self.subject_key_identifier = Some(identifier.0.to_vec());
                }
                ParsedExtension::AuthorityKeyIdentifier(identifier) => {
                    self.authority_key_identifier = Some(
                        identifier
                            .key_identifier
                            .as_ref()
                            .map(|identifier| identifier.0.to_vec()),
                    );
                }
                ParsedExtension::NameConstraints(constraints) => {
                    let facts = |subtrees: &Option<Vec<_>>| {
                        subtrees
                            .iter()
                            .flatten()
                            .map(|subtree: &GeneralSubtree<'_>| general_name(&subtree.base))
                            .collect()
                    };
                    self.name_constraints = Some(NameConstraints {
                        permitted: facts(&constraints.permitted_subtrees),
                        excluded: facts(&constraints.excluded_subtrees),
                    });
                }
                ParsedExtension::SubjectAlternativeName(names) => {
                    self.alternative_names = names.general_names.iter().map(general_name).collect();
                }
                // Policies limit a path only once `requireExplicitPolicy` does (RFC 5280, sections
                // 6.1.3 (f) and 6.1.5): that is refused as not processed, the rest is processed
                // by having no effect.
                ParsedExtension::PolicyConstraints(constraints)
                    if constraints.require_explicit_policy.is_some() =>
                {
                    self.unknown_critical.push(oid);
                }
                ParsedExtension::PolicyMappings(mappings)
                    if mappings.mappings.iter().any(|mapping| {
                        [
                            &mapping.issuer_domain_policy,
                            &mapping.subject_domain_policy,
                        ]
                        .into_iter()
                        .any(|policy| policy.to_id_string() == ANY_POLICY)
                    }) =>
                {
                    self.unknown_critical.push(oid);
                }
                ParsedExtension::PolicyConstraints(_)
                | ParsedExtension::PolicyMappings(_)
                | ParsedExtension::InhibitAnyPolicy(_)
                | ParsedExtension::CertificatePolicies(_)
                | ParsedExtension::IssuerAlternativeName(_)
                | ParsedExtension::CRLDistributionPoints(_)
                | ParsedExtension::AuthorityInfoAccess(_)
                | ParsedExtension::SubjectInfoAccess(_) => {}
                ParsedExtension::ParseError { .. } if NEEDED.contains(&oid.as_str()) => {
                    return Err(CertificateError::ExtensionMalformed { oid });
                }
                _ if extension.critical => self.unknown_critical.push(oid),
                _ => {}
            }
        }
        Ok(())
    }
}

/// `anyPolicy`, which no mapping may name (RFC 5280, section 6.1.4 (a)).
const ANY_POLICY: &str = "2.5.29.32.0";

/// Extensions that validation reads: basic constraints, key usage, extended key usage, key
/// identifiers, alternative names, name constraints.
const NEEDED: [&str; 7] = [
    "2.5.29.14",
    "2.5.29.15",
    "2.5.29.17",
    "2.5.29.19",
    "2.5.29.30",
    "2.5.29.35",
    "2.5.29.37",
];

/// Extended key usages, verbatim and in order.
fn key_purposes(extension: &[u8]) -> Option<Vec<String>> {
    let (rest, list) = Sequence::from_der(extension).ok()?;
    if !rest.is_empty() {
        return None;
    }
    let mut remaining: &[u8] = &list.content;
    let mut purposes = Vec::new();
    while !remaining.is_empty() {
        let (rest, oid) = Oid::from_der(remaining).ok()?;
        purposes.push(oid.to_id_string());
        remaining = rest;
    }
    Some(purposes)
}

/// The method that a certificate names beside its signed part, as it stands there; `None` unless the
/// certificate is the signed part, that method, and the signature, each under its tag and the shortest length
/// (X.690, clause 10.1; RFC 5280, section 4.1.1).
///
/// The signature covers the first of these only, and the parser is content with tags of other classes: without
/// this the same certificate could be written in several ways.
fn method_named_outside<'a>(der: &'a [u8], signed: &[u8], signature: &[u8]) -> Option<&'a [u8]> {
    const SEQUENCE: u8 = 0x30;
    const BIT_STRING: u8 = 0x03;
    // No bits of its last byte are unused.
    let bits = [&[0], signature].concat();
    let value = [header(BIT_STRING, bits.len()), bits].concat();
    let front = der.strip_suffix(value.as_slice())?;
    (2..=4).find_map(|taken| {
        let head = header(SEQUENCE, der.len().checked_sub(taken)?);
        (head.len() == taken).then_some(())?;
        front.strip_prefix(head.as_slice())?.strip_prefix(signed)
    })
}

/// A tag and a length in DER form; nothing for lengths of 65,536 and more, which no certificate that is read has.
fn header(tag: u8, length: usize) -> Vec<u8> {
    match u16::try_from(length).map(u16::to_be_bytes) {
        Ok([0, low @ ..=0x7f]) => vec![tag, low],
        Ok([0, low]) => vec![tag, 0x81, low],
        Ok([high, low]) => vec![tag, 0x82, high, low],
        Err(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
