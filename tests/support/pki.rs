//! Throw-away certificate chains for tests: root, intermediate, leaf, all Ed25519, all made from a
//! seed, valid until 2120. TEST ONLY: anybody can compute these keys.

use ed25519_dalek::{Signer, SigningKey};
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa,
    Issuer, KeyIdMethod, KeyUsagePurpose, PublicKeyData, SerialNumber,
};
use sha2::{Digest, Sha256};

/// What a leaf is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leaf {
    /// Signing claims: emailProtection and C2PA claimSigning.
    Claims,
    /// Signing time-stamps.
    TimeStamps,
}

/// A chain and the key of its leaf.
pub(crate) struct TestIdentity {
    /// DER certificates: leaf, intermediate. The root is left out.
    pub(crate) chain: Vec<Vec<u8>>,
    /// DER certificate of the root, for trust lists.
    pub(crate) root: Vec<u8>,
    key: SigningKey,
}

impl TestIdentity {
    /// An identity named `name`, with keys computed from `seed`.
    pub(crate) fn new(name: &str, leaf: Leaf, seed: u8) -> Self {
        Self::valid_between(name, leaf, seed, (2020, 2120))
    }

    /// The same, with a leaf valid from January 1st of one year to January 1st of another.
    pub(crate) fn valid_between(name: &str, leaf: Leaf, seed: u8, years: (i32, i32)) -> Self {
        let keys: Vec<TestKey> = (0..3)
            .map(|index| TestKey(SigningKey::from_bytes(&[seed.wrapping_add(index); 32])))
            .collect();
        let [root_key, middle_key, leaf_key] = <[TestKey; 3]>::try_from(keys).ok().unwrap();

        let root = authority(&format!("{name} test root"), &root_key, 1);
        let root_certificate = root.self_signed(&root_key).unwrap();
        let root_issuer = Issuer::new(root, root_key);
        let middle = authority(&format!("{name} test intermediate"), &middle_key, 0);
        let middle_certificate = middle.signed_by(&middle_key, &root_issuer).unwrap();
        let middle_issuer = Issuer::new(middle, middle_key);

        let mut params = common(name, &leaf_key);
        params.not_before = rcgen::date_time_ymd(years.0, 1, 1);
        params.not_after = rcgen::date_time_ymd(years.1, 1, 1);
        params.is_ca = IsCa::ExplicitNoCa;
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        params.extended_key_usages = match leaf {
            Leaf::Claims => vec![
                ExtendedKeyUsagePurpose::EmailProtection,
                ExtendedKeyUsagePurpose::Other(vec![1, 3, 6, 1, 4, 1, 62558, 2, 1]),
            ],
            Leaf::TimeStamps => vec![ExtendedKeyUsagePurpose::TimeStamping],
        };
        let leaf_certificate = params.signed_by(&leaf_key, &middle_issuer).unwrap();
        Self {
            chain: vec![
                leaf_certificate.der().to_vec(),
                middle_certificate.der().to_vec(),
            ],
            root: root_certificate.der().to_vec(),
            key: leaf_key.0,
        }
    }

    /// An Ed25519 signature by the leaf's key.
    pub(crate) fn sign(&self, message: &[u8]) -> Vec<u8> {
        self.key.sign(message).to_bytes().to_vec()
    }

    /// The leaf's key, PKCS#8 PEM.
    pub(crate) fn key_pem(&self) -> String {
        // RFC 8410, section 7: a fixed frame around the 32 bytes.
        let mut der = vec![
            0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22,
            0x04, 0x20,
        ];
        der.extend_from_slice(&self.key.to_bytes());
        pem::encode(&pem::Pem::new("PRIVATE KEY", der))
    }

    /// The chain, PEM.
    pub(crate) fn chain_pem(&self) -> String {
        let certificates: Vec<pem::Pem> = self
            .chain
            .iter()
            .map(|der| pem::Pem::new("CERTIFICATE", der.clone()))
            .collect();
        pem::encode_many(&certificates)
    }
}

fn authority(name: &str, key: &TestKey, path_length: u8) -> CertificateParams {
    let mut params = common(name, key);
    params.not_before = rcgen::date_time_ymd(2020, 1, 1);
    params.not_after = rcgen::date_time_ymd(2120, 1, 1);
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(path_length));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params
}

fn common(name: &str, key: &TestKey) -> CertificateParams {
    let mut params = CertificateParams::default();
    let mut subject = DistinguishedName::new();
    subject.push(DnType::CommonName, name);
    subject.push(DnType::OrganizationName, "TEST ONLY");
    params.distinguished_name = subject;
    params.use_authority_key_identifier_extension = true;
    let digest = Sha256::digest(key.der_bytes());
    params.key_identifier_method = KeyIdMethod::PreSpecified(digest[..20].to_vec());
    let mut serial = digest[20..28].to_vec();
    serial[0] = (serial[0] & 0x7f) | 0x40;
    params.serial_number = Some(SerialNumber::from_slice(&serial));
    params
}

/// rcgen without a cryptography library of its own: it asks us to sign.
struct TestKey(SigningKey);

impl PublicKeyData for TestKey {
    fn der_bytes(&self) -> &[u8] {
        self.0.as_ref().as_bytes()
    }

    fn algorithm(&self) -> &'static rcgen::SignatureAlgorithm {
        &rcgen::PKCS_ED25519
    }
}

impl rcgen::SigningKey for TestKey {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        Ok(self.0.sign(message).to_bytes().to_vec())
    }
}
