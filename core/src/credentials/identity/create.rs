//! Making a new identity: root, intermediate and leaf, all Ed25519.

use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa,
    Issuer, KeyIdMethod, KeyUsagePurpose, PKCS_ED25519, PublicKeyData, SerialNumber,
    SignatureAlgorithm,
};
use sha2::{Digest, Sha256};
use time::{Duration, OffsetDateTime};
use zeroize::Zeroizing;

use super::SigningKey;

/// Random bytes that [`create_identity`] needs: three keys of 32 and three serial numbers of 16.
pub const SEED_BYTES: usize = 144;

/// `c2pa-kp-claimSigning` (C2PA 2.2, section 14.4.1).
const CLAIM_SIGNING: [u64; 9] = [1, 3, 6, 1, 4, 1, 62558, 2, 1];

/// Longest common or organisation name, in characters (RFC 5280, appendix A.1: `ub-common-name`
/// and `ub-organization-name`).
const MAX_NAME: usize = 64;

/// Least lifetimes of the authorities above a leaf; they outlive it in any case.
const INTERMEDIATE_DAYS: i64 = 3_650;
const ROOT_DAYS: i64 = 7_300;

/// Who a new identity is for, and how long it lasts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewIdentity {
    /// Common name of the signing certificate, 1 to 64 characters.
    pub name: String,
    /// Organisation, 1 to 64 characters.
    pub organization: String,
    /// First moment of validity.
    pub not_before: OffsetDateTime,
    /// Lifetime of the signing certificate in days, from `not_before`.
    pub days: u32,
}

/// Why no identity was made.
#[derive(Debug, thiserror::Error)]
pub enum CreationError {
    /// A name that a certificate cannot carry.
    #[error("the {field} must have 1 to {MAX_NAME} characters, none of them a control character")]
    Name {
        /// `name` or `organisation`.
        field: &'static str,
    },
    /// Dates that a certificate cannot carry.
    #[error("the validity must last at least one day and end before the year 9999")]
    Validity,
    /// The certificate library refused.
    #[error("the certificates could not be made: {problem}")]
    Certificate {
        /// Why.
        problem: String,
    },
}

/// A new identity, ready to be written to files.
pub struct CreatedIdentity {
    /// The private key of the leaf, PKCS#8 PEM; wiped when dropped.
    pub key_pem: Zeroizing<String>,
    /// Leaf and intermediate, PEM, in the order in which claims carry them.
    pub chain_pem: String,
    /// The root, PEM: what others add to their trust to know this identity.
    pub root_pem: String,
}

impl std::fmt::Debug for CreatedIdentity {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("CreatedIdentity")
            .field("chain_pem", &self.chain_pem)
            .finish_non_exhaustive()
    }
}

/// Makes an Ed25519 key and a certificate chain that fits the C2PA profile.
///
/// The keys of root and intermediate exist only in here and are wiped: nobody, the caller
/// included, can issue another certificate below this root.
///
/// `seed` is random, and the only secret; the same seed and request give the same identity.
///
/// # Errors
/// When names or dates do not fit into a certificate.
pub fn create_identity(
    request: &NewIdentity,
    seed: &Zeroizing<[u8; SEED_BYTES]>,
) -> Result<CreatedIdentity, CreationError> {
    check_name("name", &request.name)?;
    check_name("organisation", &request.organization)?;
    let end = |least: i64| {
        let days = least.max(i64::from(request.days));
        request
            .not_before
            .checked_add(Duration::days(days))
            .filter(|end| request.days > 0 && end.year() < 9999)
            .ok_or(CreationError::Validity)
    };

    let root_key = AuthorityKey::from_seed(&slice(seed, 0));
    let root_params = authority(
        request,
        &format!("{} root", shorten(&request.name)),
        1,
        end(ROOT_DAYS)?,
        &root_key,
        &slice(seed, 96),
    );
    let root = root_params.self_signed(&root_key).map_err(failed)?;
    let root_issuer = Issuer::from_params(&root_params, &root_key);

    let middle_key = AuthorityKey::from_seed(&slice(seed, 32));
    let middle_params = authority(
        request,
        &format!("{} issuing", shorten(&request.name)),
        0,
        end(INTERMEDIATE_DAYS)?,
        &middle_key,
        &slice(seed, 112),
    );
    let middle = middle_params
        .signed_by(&middle_key, &root_issuer)
        .map_err(failed)?;
    let middle_issuer = Issuer::from_params(&middle_params, &middle_key);

    let leaf_key = AuthorityKey::from_seed(&slice(seed, 64));
    let mut leaf_params = common(
        request,
        &request.name,
        end(1)?,
        &slice(seed, 128),
        &leaf_key,
    );
    leaf_params.is_ca = IsCa::ExplicitNoCa;
    leaf_params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    leaf_params.extended_key_usages = purposes();
    let leaf = leaf_params
        .signed_by(&leaf_key, &middle_issuer)
        .map_err(failed)?;

    let key_pem = leaf_key
        .key
        .to_pem()
        .ok_or_else(|| CreationError::Certificate {
            problem: "the key cannot be written".to_owned(),
        })?;
    Ok(CreatedIdentity {
        key_pem,
        chain_pem: format!("{}{}", unix_lines(&leaf.pem()), unix_lines(&middle.pem())),
        root_pem: unix_lines(&root.pem()),
    })
}

/// What a signing certificate is for: read by every verifier, old and new (C2PA 2.2, section
/// 14.4.1).
pub(super) fn purposes() -> Vec<ExtendedKeyUsagePurpose> {
    vec![
        ExtendedKeyUsagePurpose::EmailProtection,
        ExtendedKeyUsagePurpose::Other(CLAIM_SIGNING.to_vec()),
    ]
}

/// The subject of a certificate or request.
pub(super) fn subject(common_name: &str, organization: &str) -> DistinguishedName {
    let mut subject = DistinguishedName::new();
    subject.push(DnType::OrganizationName, organization);
    subject.push(DnType::CommonName, common_name);
    subject
}

/// Refuses names that a certificate cannot carry.
pub(super) fn check_name(field: &'static str, name: &str) -> Result<(), CreationError> {
    let length = name.chars().count();
    let fits = !name.trim().is_empty() && length <= MAX_NAME;
    if fits && !name.chars().any(char::is_control) {
        Ok(())
    } else {
        Err(CreationError::Name { field })
    }
}

pub(super) fn unix_lines(pem: &str) -> String {
    pem.replace("\r\n", "\n")
}

/// Room for a suffix within [`MAX_NAME`].
fn shorten(name: &str) -> String {
    name.chars().take(MAX_NAME.saturating_sub(8)).collect()
}

fn authority(
    request: &NewIdentity,
    common_name: &str,
    path_length: u8,
    not_after: OffsetDateTime,
    key: &AuthorityKey,
    serial: &[u8; 16],
) -> CertificateParams {
    let mut params = common(request, common_name, not_after, serial, key);
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(path_length));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    params
}

fn common(
    request: &NewIdentity,
    common_name: &str,
    not_after: OffsetDateTime,
    serial: &[u8; 16],
    key: &AuthorityKey,
) -> CertificateParams {
    // Positive and not zero (RFC 5280, section 4.1.2.2).
    let mut serial = *serial;
    if let Some(first) = serial.first_mut() {
        *first = (*first & 0x7f) | 0x40;
    }
    let mut params = CertificateParams::default();
    params.not_before = request.not_before;
    params.not_after = not_after;
    params.serial_number = Some(SerialNumber::from_slice(&serial));
    params.distinguished_name = subject(common_name, &request.organization);
    params.use_authority_key_identifier_extension = true;
    params.key_identifier_method = key.identifier();
    params
}

fn failed(error: rcgen::Error) -> CreationError {
    CreationError::Certificate {
        problem: error.to_string(),
    }
}

fn slice<const N: usize>(seed: &[u8; SEED_BYTES], from: usize) -> Zeroizing<[u8; N]> {
    let mut part = Zeroizing::new([0; N]);
    for (to, byte) in part.iter_mut().zip(seed.iter().skip(from)) {
        *to = *byte;
    }
    part
}

/// An Ed25519 key as the certificate library wants it.
struct AuthorityKey {
    key: SigningKey,
    public: [u8; 32],
}

impl AuthorityKey {
    fn from_seed(seed: &[u8; 32]) -> Self {
        let key = SigningKey::from_seed(seed);
        let public = key.ed25519_public().unwrap_or_default();
        Self { key, public }
    }

    /// RFC 7093, section 2, method 1: the first 160 bits of SHA-256 of the public key.
    fn identifier(&self) -> KeyIdMethod {
        let digest = Sha256::digest(self.public);
        KeyIdMethod::PreSpecified(digest.iter().take(20).copied().collect())
    }
}

impl PublicKeyData for AuthorityKey {
    fn der_bytes(&self) -> &[u8] {
        &self.public
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &PKCS_ED25519
    }
}

impl rcgen::SigningKey for AuthorityKey {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        self.key
            .sign(message)
            .map_err(|_| rcgen::Error::RemoteKeyError)
    }
}
