//! A whole registry in one signed file.
//!
//! ```text
//! "hallmark-bundle/1\n"   18 bytes
//! length of the body       8 bytes, most significant first
//! body                     CBOR (`spec/registry.md`)
//! public key              32 bytes, Ed25519
//! signature               64 bytes, over SHA-256 of everything before it
//! ```
//!
//! The same claims give the same body, byte for byte: manifests in order of their hashes, claims
//! in order of manifest, watermark id and fingerprint. A bundle is read only after its signature
//! held, and all of it is taken in or nothing.

use ciborium::Value;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use super::{
    Added, Conflict, ManifestHash, NewClaim, Registry, RegistryError, Revocation, Sqlite,
    WatermarkId,
};
use crate::{evidence::Code, fingerprint::pdq::Pdq};

/// What a bundle starts with, whatever its version.
const MAGIC: &[u8] = b"hallmark-bundle/";

/// What a bundle of this version starts with.
const HEAD: &[u8] = b"hallmark-bundle/1\n";

const LENGTH: usize = 8;
const KEY: usize = 32;
const SIGNATURE: usize = 64;

/// Claims read from a registry at a time.
const PAGE: u32 = 1000;

/// SHA-256 of a bundle's public key. Text form: 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SignerFingerprint(pub [u8; 32]);

impl SignerFingerprint {
    /// Of a key.
    #[must_use]
    pub fn of(key: &VerifyingKey) -> Self {
        Self(Sha256::digest(key.as_bytes()).into())
    }

    /// Reads the text form, in either case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        hex::decode(text).ok()?.try_into().ok().map(Self)
    }
}

impl std::fmt::Display for SignerFingerprint {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&hex::encode(self.0))
    }
}

/// Whose bundles are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accept {
    /// Only those signed by this key.
    Signer(SignerFingerprint),
    /// Any whose signature holds. Whoever asks for this looks at [`Imported::signer`].
    Anyone,
}

/// Why a bundle was refused. Nothing of it was taken in.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// The file does not start as a bundle does.
    #[error("this is not a bundle of a registry")]
    NotABundle,
    /// A bundle of a version that is not known here.
    #[error("the bundle is of a version that this program does not know; it knows version 1")]
    UnknownVersion,
    /// Some byte differs from what was signed, or bytes are missing or too many.
    #[error("the bundle was changed after it was signed: {0}")]
    Changed(&'static str),
    /// The signature holds, but the key is another one than the one asked for.
    #[error("the bundle is signed by {found}, not by {expected}")]
    OtherSigner {
        /// The key asked for.
        expected: SignerFingerprint,
        /// The bundle's key.
        found: SignerFingerprint,
    },
    /// The signature holds, but what is signed is no registry.
    #[error("the bundle is signed but malformed: {0}")]
    Malformed(&'static str),
    /// The registry could not be read or written.
    #[error(transparent)]
    Registry(#[from] RegistryError),
}

impl BundleError {
    /// The code under which a report names this.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::NotABundle | Self::Malformed(_) => Code::RegistryBundleMalformed,
            Self::UnknownVersion => Code::RegistryVersionUnknown,
            Self::Changed(_) => Code::RegistryBundleChanged,
            Self::OtherSigner { .. } => Code::RegistryBundleSignerUnknown,
            Self::Registry(error) => error.code(),
        }
    }
}

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Who signed the bundle.
    pub signer: SignerFingerprint,
    /// When it was made, in seconds since 1970-01-01T00:00:00Z, as its signer says.
    pub made_at: i64,
    /// Claims that are new.
    pub added: usize,
    /// Claims that were there before.
    pub already: usize,
    /// Claims on an id that another manifest has; they were left out.
    pub conflicts: Vec<Conflict>,
    /// Tombstones that are new.
    pub revoked: usize,
}

/// A bundle whose signature held.
#[derive(Clone, Debug)]
struct Opened {
    signer: SignerFingerprint,
    made_at: i64,
    manifests: Vec<(ManifestHash, String, Vec<u8>)>,
    claims: Vec<BundledClaim>,
    revocations: Vec<(ManifestHash, Revocation)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct BundledClaim {
    manifest: ManifestHash,
    watermark: Option<WatermarkId>,
    pdq: Option<Pdq>,
    registered_at: i64,
}

/// Writes all claims, manifests and tombstones of a registry into a bundle.
///
/// # Errors
/// When the registry cannot be read, or lacks a manifest that it has a claim for.
pub fn export(
    registry: &dyn Registry,
    made_at: i64,
    key: &SigningKey,
) -> Result<Vec<u8>, RegistryError> {
    let mut claims = Vec::new();
    let mut labels = std::collections::BTreeMap::new();
    let mut after = 0;
    loop {
        let page = registry.list(after, PAGE)?;
        let Some(last) = page.last() else { break };
        after = last.number;
        for claim in page {
            claims.push(BundledClaim {
                manifest: claim.manifest,
                watermark: claim.watermark,
                pdq: claim.pdq,
                registered_at: claim.registered_at,
            });
            labels.insert(claim.manifest, claim.manifest_id);
        }
    }
    claims.sort_unstable();
    let mut manifests = Vec::with_capacity(labels.len());
    for (hash, label) in labels {
        let Some(store) = registry.manifest(&hash)? else {
            return Err(RegistryError::Damaged {
                path: registry.name().to_owned(),
                what: format!("a claim names the manifest {hash}, which is not there"),
            });
        };
        manifests.push((hash, label, store));
    }
    let body = encode(made_at, manifests, &claims, registry.revocations()?);
    let mut bytes = Vec::with_capacity(body.len().saturating_add(128));
    bytes.extend_from_slice(HEAD);
    let length = u64::try_from(body.len()).unwrap_or(u64::MAX);
    bytes.extend_from_slice(&length.to_be_bytes());
    bytes.extend_from_slice(&body);
    bytes.extend_from_slice(key.verifying_key().as_bytes());
    let signature = key.sign(&Sha256::digest(&bytes));
    bytes.extend_from_slice(&signature.to_bytes());
    Ok(bytes)
}

/// Checks a bundle and takes in what it holds.
///
/// # Errors
/// When the bundle is refused, for the reason given; the registry is then as it was.
pub fn import(
    registry: &mut Sqlite,
    bytes: &[u8],
    accept: Accept,
) -> Result<Imported, BundleError> {
    let opened = open(bytes, accept)?;
    let claims: Vec<NewClaim<'_>> = opened
        .claims
        .iter()
        .map(|claim| {
            let at = opened
                .manifests
                .binary_search_by_key(&claim.manifest, |(hash, ..)| *hash)
                .map_err(|_| {
                    BundleError::Malformed("a claim names a manifest that is not in it")
                })?;
            let (_, label, store) = opened
                .manifests
                .get(at)
                .ok_or(BundleError::Malformed("a manifest is missing"))?;
            Ok(NewClaim {
                store,
                manifest_id: label,
                watermark: claim.watermark,
                pdq: claim.pdq,
                registered_at: claim.registered_at,
            })
        })
        .collect::<Result<_, BundleError>>()?;
    let (results, revoked) = registry.merge(&claims, &opened.revocations)?;
    let mut imported = Imported {
        signer: opened.signer,
        made_at: opened.made_at,
        added: 0,
        already: 0,
        conflicts: Vec::new(),
        revoked: revoked.iter().filter(|new| **new).count(),
    };
    for result in results {
        match result {
            Added::New { .. } => imported.added = imported.added.saturating_add(1),
            Added::Already { .. } => imported.already = imported.already.saturating_add(1),
            Added::Conflict(conflict) => imported.conflicts.push(conflict),
        }
    }
    Ok(imported)
}

/// Checks a bundle's signature, and only then reads it.
fn open(bytes: &[u8], accept: Accept) -> Result<Opened, BundleError> {
    let Some(rest) = bytes.strip_prefix(HEAD) else {
        return Err(if bytes.starts_with(MAGIC) {
            BundleError::UnknownVersion
        } else {
            BundleError::NotABundle
        });
    };
    let Some((length, rest)) = rest.split_first_chunk::<LENGTH>() else {
        return Err(BundleError::Changed("it ends in its head"));
    };
    let length = usize::try_from(u64::from_be_bytes(*length)).unwrap_or(usize::MAX);
    let Some((body, tail)) = rest.split_at_checked(length) else {
        return Err(BundleError::Changed(
            "it ends before its own length says so",
        ));
    };
    let (Some((key, signature)), true) = (
        tail.split_first_chunk::<KEY>(),
        tail.len() == KEY + SIGNATURE,
    ) else {
        return Err(BundleError::Changed(
            "it is longer or shorter than its own length says",
        ));
    };
    let bad = || BundleError::Changed("its signature does not hold");
    let key = VerifyingKey::from_bytes(key).map_err(|_| bad())?;
    let signature = Signature::from_slice(signature).map_err(|_| bad())?;
    let signed = bytes
        .get(..bytes.len().saturating_sub(SIGNATURE))
        .unwrap_or_default();
    key.verify_strict(&Sha256::digest(signed), &signature)
        .map_err(|_| bad())?;
    let signer = SignerFingerprint::of(&key);
    if let Accept::Signer(expected) = accept
        && expected != signer
    {
        return Err(BundleError::OtherSigner {
            expected,
            found: signer,
        });
    }
    decode(body, signer)
}

fn encode(
    made_at: i64,
    manifests: Vec<(ManifestHash, String, Vec<u8>)>,
    claims: &[BundledClaim],
    revocations: Vec<(ManifestHash, Revocation)>,
) -> Vec<u8> {
    let bytes = |bytes: &[u8]| Value::Bytes(bytes.to_vec());
    let manifests = manifests
        .into_iter()
        .map(|(_, label, store)| Value::Array(vec![Value::Text(label), Value::Bytes(store)]))
        .collect();
    let claims = claims
        .iter()
        .map(|claim| {
            Value::Array(vec![
                bytes(&claim.manifest.0),
                claim
                    .watermark
                    .map_or(Value::Null, |id| bytes(&id.0.to_be_bytes())),
                claim.pdq.map_or(Value::Null, |pdq| bytes(&pdq.0)),
                Value::from(claim.registered_at),
            ])
        })
        .collect();
    let revocations = revocations
        .into_iter()
        .map(|(hash, revocation)| {
            Value::Array(vec![
                bytes(&hash.0),
                Value::from(revocation.revoked_at),
                Value::Text(revocation.reason),
            ])
        })
        .collect();
    let body = Value::Map(vec![
        ("made_at".into(), Value::from(made_at)),
        ("manifests".into(), Value::Array(manifests)),
        ("claims".into(), Value::Array(claims)),
        ("revocations".into(), Value::Array(revocations)),
    ]);
    let mut out = Vec::new();
    // Writing to memory does not fail, and the value holds nothing that has no encoding.
    let _ = ciborium::into_writer(&body, &mut out);
    out
}

fn decode(body: &[u8], signer: SignerFingerprint) -> Result<Opened, BundleError> {
    let malformed = BundleError::Malformed;
    let value: Value = ciborium::de::from_reader_with_recursion_limit(body, 8)
        .map_err(|_| malformed("its body is not CBOR"))?;
    let Value::Map(fields) = value else {
        return Err(malformed("its body is not a map"));
    };
    let (mut made_at, mut manifests, mut claims, mut revocations) = (None, None, None, None);
    for (name, value) in fields {
        match (name.as_text(), value) {
            (Some("made_at"), Value::Integer(at)) => made_at = i64::try_from(at).ok(),
            (Some("manifests"), Value::Array(items)) => {
                manifests = items.into_iter().map(manifest).collect::<Option<Vec<_>>>();
            }
            (Some("claims"), Value::Array(items)) => {
                claims = items.into_iter().map(claim).collect::<Option<Vec<_>>>();
            }
            (Some("revocations"), Value::Array(items)) => {
                revocations = items
                    .into_iter()
                    .map(revocation)
                    .collect::<Option<Vec<_>>>();
            }
            // A later edition of this version may say more.
            _ => {}
        }
    }
    let (Some(made_at), Some(mut manifests), Some(claims), Some(revocations)) =
        (made_at, manifests, claims, revocations)
    else {
        return Err(malformed(
            "a part of its body is missing or of another kind",
        ));
    };
    manifests.sort_unstable_by_key(|(hash, ..)| *hash);
    Ok(Opened {
        signer,
        made_at,
        manifests,
        claims,
        revocations,
    })
}

fn manifest(value: Value) -> Option<(ManifestHash, String, Vec<u8>)> {
    let mut items = value.into_array().ok()?.into_iter();
    let label = items.next()?.into_text().ok()?;
    let store = items.next()?.into_bytes().ok()?;
    // The hash is not carried: it follows from the bytes.
    Some((ManifestHash::of(&store), label, store))
}

fn claim(value: Value) -> Option<BundledClaim> {
    let mut items = value.into_array().ok()?.into_iter();
    let manifest = ManifestHash(items.next()?.as_bytes()?.as_slice().try_into().ok()?);
    let watermark = match items.next()? {
        Value::Null => None,
        value => {
            let bytes = value.as_bytes()?.as_slice().try_into().ok()?;
            Some(WatermarkId(u64::from_be_bytes(bytes)))
        }
    };
    let pdq = match items.next()? {
        Value::Null => None,
        value => Some(Pdq(value.as_bytes()?.as_slice().try_into().ok()?)),
    };
    let registered_at = items.next()?.as_integer()?.try_into().ok()?;
    Some(BundledClaim {
        manifest,
        watermark,
        pdq,
        registered_at,
    })
}

fn revocation(value: Value) -> Option<(ManifestHash, Revocation)> {
    let mut items = value.into_array().ok()?.into_iter();
    let hash = ManifestHash(items.next()?.as_bytes()?.as_slice().try_into().ok()?);
    let revoked_at = items.next()?.as_integer()?.try_into().ok()?;
    let reason = items.next()?.into_text().ok()?;
    Some((hash, Revocation { revoked_at, reason }))
}
