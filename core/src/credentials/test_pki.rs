//! Certificates of every shape, made for tests. Keys come from one byte and protect nothing.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "offsets of fixed dates, far from any bound"
)]

use rcgen::{
    BasicConstraints, CertificateParams, CustomExtension, DistinguishedName, DnType,
    ExtendedKeyUsagePurpose, IsCa, Issuer, KeyIdMethod, KeyUsagePurpose, NameConstraints,
    PKCS_ED25519, PublicKeyData, SerialNumber, SignatureAlgorithm,
};
use time::OffsetDateTime;

use super::{
    certificate::Certificate,
    identity::SigningKey,
    profile::Purpose,
    trust::{TrustAnchor, TrustPack, TrustStore},
};

/// 2026-01-01T00:00:00Z, when all is valid unless a test says otherwise.
pub(crate) const NOW: i64 = 1_767_225_600;

pub(crate) const YEAR: i64 = 31_536_000;

/// An Ed25519 key of a test.
pub(crate) struct TestKey {
    key: SigningKey,
    public: [u8; 32],
}

impl TestKey {
    pub(crate) fn new(number: u8) -> Self {
        let seed = [number; 32];
        Self {
            key: SigningKey::from_seed(&seed),
            public: ed25519_dalek::SigningKey::from_bytes(&seed)
                .verifying_key()
                .to_bytes(),
        }
    }

    pub(crate) fn sign(&self, message: &[u8]) -> Vec<u8> {
        self.key.sign(message).unwrap()
    }
}

impl PublicKeyData for TestKey {
    fn der_bytes(&self) -> &[u8] {
        &self.public
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &PKCS_ED25519
    }
}

impl rcgen::SigningKey for TestKey {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        Ok(Self::sign(self, message))
    }
}

/// The shape of a certificate, and its key.
pub(crate) struct Shape {
    pub(crate) params: CertificateParams,
    pub(crate) key: TestKey,
}

impl Shape {
    fn new(name: &str, key: u8) -> Self {
        let mut params = CertificateParams::default();
        params.not_before = moment(NOW - YEAR);
        params.not_after = moment(NOW + YEAR);
        params.serial_number = Some(SerialNumber::from_slice(&[0x40, key]));
        params.distinguished_name = DistinguishedName::new();
        params.distinguished_name.push(DnType::CommonName, name);
        params
            .distinguished_name
            .push(DnType::OrganizationName, "Test Press");
        params.use_authority_key_identifier_extension = true;
        params.key_identifier_method = KeyIdMethod::PreSpecified(vec![key; 20]);
        Self {
            params,
            key: TestKey::new(key),
        }
    }

    /// An authority; `path_length` limits those below it.
    pub(crate) fn authority(name: &str, key: u8, path_length: Option<u8>) -> Self {
        let mut shape = Self::new(name, key);
        shape.params.is_ca = IsCa::Ca(path_length.map_or(
            BasicConstraints::Unconstrained,
            BasicConstraints::Constrained,
        ));
        shape.params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        shape
    }

    /// A leaf that signs claims.
    pub(crate) fn leaf(name: &str, key: u8) -> Self {
        let mut shape = Self::new(name, key);
        shape.params.is_ca = IsCa::ExplicitNoCa;
        shape.params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        shape.params.extended_key_usages = vec![
            ExtendedKeyUsagePurpose::EmailProtection,
            ExtendedKeyUsagePurpose::Other(vec![1, 3, 6, 1, 4, 1, 62558, 2, 1]),
        ];
        shape
    }

    /// A leaf that signs time-stamps.
    pub(crate) fn time_stamper(name: &str, key: u8) -> Self {
        let mut shape = Self::leaf(name, key);
        shape.params.extended_key_usages = vec![ExtendedKeyUsagePurpose::TimeStamping];
        shape
    }

    pub(crate) fn with(mut self, change: impl FnOnce(&mut CertificateParams)) -> Self {
        change(&mut self.params);
        self
    }

    /// Validity in years from [`NOW`].
    pub(crate) fn valid(self, from: i64, until: i64) -> Self {
        self.with(|params| {
            params.not_before = moment(NOW + from * YEAR);
            params.not_after = moment(NOW + until * YEAR);
        })
    }

    pub(crate) fn extension(self, oid: &[u64], content: &[u8], critical: bool) -> Self {
        self.with(|params| {
            let mut extension = CustomExtension::from_oid_content(oid, content.to_vec());
            extension.set_criticality(critical);
            params.custom_extensions.push(extension);
        })
    }

    pub(crate) fn constraints(self, constraints: NameConstraints) -> Self {
        self.with(|params| params.name_constraints = Some(constraints))
    }

    pub(crate) fn self_signed(self) -> Issued {
        let der = self.params.self_signed(&self.key).unwrap().der().to_vec();
        Issued { shape: self, der }
    }

    pub(crate) fn signed_by(self, issuer: &Issued) -> Issued {
        let authority = Issuer::from_params(&issuer.shape.params, &issuer.shape.key);
        let certificate = self.params.signed_by(&self.key, &authority).unwrap();
        Issued {
            der: certificate.der().to_vec(),
            shape: self,
        }
    }
}

/// A certificate, with what is needed to issue others.
pub(crate) struct Issued {
    pub(crate) shape: Shape,
    pub(crate) der: Vec<u8>,
}

impl Issued {
    pub(crate) fn certificate(&self) -> Certificate {
        Certificate::parse(&self.der).unwrap()
    }

    pub(crate) fn pem(&self) -> String {
        pem::encode(&pem::Pem::new("CERTIFICATE", self.der.clone()))
    }
}

/// Root, intermediate and leaf for claims, as they should be.
pub(crate) struct Good {
    pub(crate) root: Issued,
    pub(crate) middle: Issued,
    pub(crate) leaf: Issued,
}

pub(crate) fn good() -> Good {
    let root = Shape::authority("Root", 1, None).self_signed();
    let middle = Shape::authority("Middle", 2, Some(0)).signed_by(&root);
    let leaf = Shape::leaf("Camera", 3).signed_by(&middle);
    Good { root, middle, leaf }
}

pub(crate) fn chain(certificates: &[&Issued]) -> Vec<Vec<u8>> {
    certificates
        .iter()
        .map(|certificate| certificate.der.clone())
        .collect()
}

/// A pack with these anchors for one purpose.
pub(crate) fn pack(purpose: Purpose, anchors: &[&Issued]) -> TrustPack {
    TrustPack {
        name: "Test list".to_owned(),
        date: Some("2026-01-01".to_owned()),
        anchors: anchors
            .iter()
            .map(|anchor| TrustAnchor {
                purpose,
                certificate: anchor.certificate(),
            })
            .collect(),
        ..TrustPack::default()
    }
}

pub(crate) fn trusting(purpose: Purpose, anchors: &[&Issued]) -> TrustStore {
    TrustStore::new(vec![pack(purpose, anchors)])
}

fn moment(unix: i64) -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(unix).unwrap()
}
