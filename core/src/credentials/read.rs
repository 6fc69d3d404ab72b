//! Reads an asset's manifest store: the verifying crate's pass, our own view, our audits.

use std::{
    io::{self, SeekFrom},
    sync::Arc,
};

use c2pa::{Context, Error, Reader, validation_results::ValidationResults};

use super::{
    audit::{self, Audits},
    content_hash::{self, DataHash},
    evidence::{CredentialEvidence, Status, StatusKind, StoreEvidence},
    facts,
    store::ManifestStore,
    transplant,
};
use crate::{
    asset::{ByteRange, Container, Filled, MediaFormat, Source},
    evidence::{Code, Finding, Place},
    limits::Limits,
};

/// Settings of the verifying crate: no network, no decision on trust, no identity assertions
/// (those two are our own), the content hash always. The extended key usages are those that C2PA
/// 2.2, section 14.5.1.1 names for claim signing; our own profile check narrows them by list.
const CRATE_SETTINGS: &str = r#"{
    "verify": {
        "verify_after_reading": true,
        "verify_trust": false,
        "verify_timestamp_trust": false,
        "ocsp_fetch": false,
        "remote_manifest_fetch": false
    },
    "core": { "decode_identity_assertions": false },
    "trust": {
        "trust_config": "1.3.6.1.5.5.7.3.4\n1.3.6.1.5.5.7.3.36\n1.3.6.1.4.1.62558.2.1\n1.3.6.1.4.1.311.76.59.1.9"
    }
}"#;

/// What the verifying crate answered.
enum Pass {
    /// It read a store.
    Read(Vec<Status>),
    /// It found none.
    Absent,
    /// The store is said to be elsewhere.
    Remote(String),
    /// It does not know the format.
    Unsupported,
    /// It was refused the memory that it asked for.
    NoMemory,
    /// It gave up on the store.
    Failed(Status),
}

/// What reading an asset's credentials brought to light.
#[derive(Debug)]
pub(crate) struct Reading {
    /// The credentials.
    pub(crate) evidence: CredentialEvidence,
    /// SHA-256 of the whole asset, when a pass over its bytes was made anyway.
    pub(crate) sha256: Option<[u8; 32]>,
}

/// Reads the credentials of `source`, which `container` describes.
///
/// # Errors
/// Only when `source` cannot be read.
pub(crate) fn read(
    source: &mut dyn Source,
    container: &Container,
    sidecar: Option<&[u8]>,
    limits: &Limits,
    audits: &Audits,
) -> io::Result<Reading> {
    let Spared { statuses, sha256 } = verify_skeleton(source, container, limits)?;
    let pass = statuses.map(Pass::Read);
    let evidence = read_after(pass, source, container, sidecar, limits, audits)?;
    Ok(Reading { evidence, sha256 })
}

/// The same, given what the verifying crate said of the embedded store, or asking it now.
fn read_after(
    embedded_pass: Option<Pass>,
    source: &mut dyn Source,
    container: &Container,
    sidecar: Option<&[u8]>,
    limits: &Limits,
    audits: &Audits,
) -> io::Result<CredentialEvidence> {
    let remote_url = container.remote_manifest.clone();
    // An embedded store goes before a sidecar (C2PA 2.2, section 15.5).
    let embedded = !container.stores.is_empty() || !container.complete;
    if container.too_many_parts && container.stores.is_empty() {
        // The crate has no such limit: its time grows with the square of the number of parts.
        return Ok(CredentialEvidence::Unreadable {
            code: Code::LimitStructure,
            detail: "parts".to_owned(),
        });
    }
    let mut pass = match embedded_pass {
        Some(pass) => pass,
        None if embedded => verify(source, container.format, None)?,
        None => Pass::Absent,
    };
    let mut used_sidecar = false;
    if let (Pass::Absent | Pass::Remote(_), Some(bytes)) = (&pass, sidecar) {
        pass = verify(source, container.format, Some(bytes))?;
        used_sidecar = true;
    }
    let mut unseen_by_the_crate = false;
    let statuses = match pass {
        Pass::Read(statuses) => statuses,
        Pass::Failed(status) => vec![status],
        Pass::Absent if container.stores.is_empty() => {
            return Ok(CredentialEvidence::None { remote_url });
        }
        // Our walker sees a store that the crate does not: nobody has verified its binding to
        // content, and a finding says so.
        Pass::Absent => {
            unseen_by_the_crate = true;
            Vec::new()
        }
        Pass::Remote(url) => {
            return Ok(CredentialEvidence::None {
                remote_url: Some(url),
            });
        }
        Pass::NoMemory => return Ok(no_memory()),
        Pass::Unsupported => {
            return Ok(CredentialEvidence::Unreadable {
                code: Code::AssetUnsupported,
                detail: container.format.media_type().to_owned(),
            });
        }
    };

    let fetched;
    let own = container.stores.iter().find(|store| !store.further_part);
    let (jumbf, framed): (&[u8], &[ByteRange]) = match (sidecar, own) {
        (Some(bytes), _) if used_sidecar => (bytes, &[]),
        (_, Some(store)) => (&store.jumbf, &store.framed),
        (_, None) => {
            fetched = fetch(source, container.format)?;
            (&fetched, &[])
        }
    };
    let mut evidence = StoreEvidence {
        active: None,
        manifests: Vec::new(),
        statuses,
        findings: Vec::new(),
        not_covered: Vec::new(),
        sidecar: used_sidecar,
        remote_url,
    };
    match ManifestStore::parse(jumbf, limits) {
        Ok(store) => {
            evidence.active = store.active().map(|manifest| manifest.label.to_owned());
            evidence.manifests = facts::reachable(&store, limits);
            // Without our own walk of the container there are no frames to compare with.
            if container.complete {
                let result = audit::audit_bindings(&store, container, framed, audits, limits);
                evidence.findings.extend(result.findings);
                evidence.not_covered = result.not_covered;
            }
            if audits.transplant && content_differs(&evidence.statuses) {
                evidence
                    .findings
                    .extend(transplant::audit(source, container, &store)?);
            }
        }
        Err(error) => evidence
            .findings
            .push(Finding::new(Code::StoreMalformed, Place::Asset).with("detail", error)),
    }
    if audits.stores {
        evidence.findings.extend(audit::audit_stores(container));
    }
    let unexpected = |finding: &Finding| finding.code == Code::StoreUnexpectedPlace;
    if unseen_by_the_crate && !evidence.findings.iter().any(unexpected) {
        evidence.findings.push(
            Finding::new(Code::StoreUnexpectedPlace, Place::Asset)
                .with("reason", "another reader of this format does not find them"),
        );
    }
    if used_sidecar {
        evidence
            .findings
            .push(Finding::new(Code::SidecarUsed, Place::Asset));
    } else if sidecar.is_some() {
        evidence
            .findings
            .push(Finding::new(Code::SidecarIgnored, Place::Asset));
    }
    Ok(CredentialEvidence::Store(Box::new(evidence)))
}

/// A grey PNG of one pixel: the asset in the place of one that is not at hand.
const NO_ASSET: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52,
    0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3a, 0x7e, 0x9b,
    0x55, 0x00, 0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda, 0x63, 0x60, 0x00, 0x00, 0x00,
    0x02, 0x00, 0x01, 0xe5, 0x27, 0xde, 0xfc, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae,
    0x42, 0x60, 0x82,
];

/// Reads a manifest store whose asset is not at hand: everything but its binding to content, of
/// which nothing is said.
pub(crate) fn read_detached(store: &[u8], limits: &Limits, audits: &Audits) -> CredentialEvidence {
    let mut asset = io::Cursor::new(NO_ASSET);
    // Reading from memory does not fail.
    let statuses = match verify(&mut asset, MediaFormat::Png, Some(store)) {
        Ok(Pass::Read(statuses)) => statuses,
        Ok(Pass::Failed(status)) => vec![status],
        Ok(Pass::NoMemory) => return no_memory(),
        Ok(Pass::Absent | Pass::Remote(_) | Pass::Unsupported) | Err(_) => Vec::new(),
    };
    let mut evidence = StoreEvidence {
        active: None,
        manifests: Vec::new(),
        statuses: statuses
            .into_iter()
            .filter(|status| !speaks_of_content(&status.code))
            .collect(),
        findings: Vec::new(),
        not_covered: Vec::new(),
        sidecar: false,
        remote_url: None,
    };
    match ManifestStore::parse(store, limits) {
        Ok(store) => {
            evidence.active = store.active().map(|manifest| manifest.label.to_owned());
            evidence.manifests = facts::reachable(&store, limits);
            if audits.exclusion {
                evidence.findings = audit::audit_padding(&store, limits);
            }
        }
        Err(error) => evidence
            .findings
            .push(Finding::new(Code::StoreMalformed, Place::Asset).with("detail", error)),
    }
    CredentialEvidence::Store(Box::new(evidence))
}

/// What is said of a store that asks for more memory than there is.
fn no_memory() -> CredentialEvidence {
    CredentialEvidence::Unreadable {
        code: Code::LimitMemory,
        detail: "the manifest store asks for more memory than there is".to_owned(),
    }
}

/// Whether a status speaks of the asset's bytes.
pub(super) fn speaks_of_content(code: &str) -> bool {
    ["dataHash.", "bmffHash.", "boxesHash.", "collectionHash."]
        .iter()
        .any(|kind| {
            code.strip_prefix("assertion.")
                .is_some_and(|code| code.starts_with(kind))
        })
}

/// Whether a content hash was computed and did not match.
fn content_differs(statuses: &[Status]) -> bool {
    statuses.iter().any(|status| {
        status.kind == StatusKind::Failure
            && matches!(
                Code::parse(&status.code),
                Some(Code::DataHashMismatch | Code::BmffHashMismatch | Code::BoxesHashMismatch)
            )
    })
}

/// The credentials of a file as they are read, and as the verifying crate sees all of it; and
/// whether the first way spared it the picture.
#[cfg(test)]
pub(super) fn both_ways(
    source: &mut dyn Source,
    container: &Container,
) -> (bool, Reading, CredentialEvidence) {
    let (limits, audits) = (Limits::default(), Audits::default());
    let spared = verify_skeleton(source, container, &limits).unwrap();
    let reading = read(source, container, None, &limits, &audits).unwrap();
    let whole = read_after(None, source, container, None, &limits, &audits).unwrap();
    (spared.statuses.is_some(), reading, whole)
}

/// What came of the attempt to spare the verifying crate the picture.
#[derive(Default)]
struct Spared {
    /// What the crate would have said of the whole file; `None` when it must be asked.
    statuses: Option<Vec<Status>>,
    /// SHA-256 of the whole file, if it was read.
    sha256: Option<[u8; 32]>,
}

/// Verifies the content hash of a JPEG of the usual form here, and all else by the crate in a
/// file without the picture (see [`content_hash`]).
///
/// # Errors
/// Only when `source` cannot be read.
fn verify_skeleton(
    source: &mut dyn Source,
    container: &Container,
    limits: &Limits,
) -> io::Result<Spared> {
    let Some(skeleton) = content_hash::skeleton(source, container)? else {
        return Ok(Spared::default());
    };
    let own = container.stores.iter().find(|store| !store.further_part);
    let store = own.and_then(|own| ManifestStore::parse(&own.jumbf, limits).ok());
    let hash = store
        .as_ref()
        .and_then(DataHash::of)
        .filter(|hash| hash.excludes_within(skeleton.header));
    let Some(hash) = hash else {
        return Ok(Spared::default());
    };
    let compared = hash.compare(source)?;
    let statuses = compared.matched.and_then(|matched| {
        let mut asset = io::Cursor::new(skeleton.bytes);
        let hint = container.format.reader_hint()?;
        let reader = ask(&mut asset, hint, None).ok()?;
        matched.statuses(&reader, statuses_of(&reader))
    });
    Ok(Spared {
        statuses,
        sha256: Some(compared.whole),
    })
}

/// Asks the verifying crate.
fn verify(
    source: &mut dyn Source,
    format: MediaFormat,
    sidecar: Option<&[u8]>,
) -> io::Result<Pass> {
    let Some(hint) = format.reader_hint() else {
        return Ok(Pass::Unsupported);
    };
    source.seek(SeekFrom::Start(0))?;
    Ok(match ask(source, hint, sidecar) {
        Ok(reader) => Pass::Read(statuses_of(&reader)),
        Err(Error::JumbfNotFound | Error::ProvenanceMissing) => Pass::Absent,
        Err(Error::RemoteManifestUrl(url) | Error::RemoteManifestFetch(url)) => Pass::Remote(url),
        Err(Error::UnsupportedType) => Pass::Unsupported,
        // Nothing follows from it about the credentials.
        Err(Error::InsufficientMemory) => Pass::NoMemory,
        Err(error) => Pass::Failed(Status {
            code: code_of(&error).as_str().to_owned(),
            kind: StatusKind::Failure,
            uri: None,
            ingredient: None,
            explanation: Some(error.to_string()),
        }),
    })
}

fn ask(source: &mut dyn Source, hint: &str, sidecar: Option<&[u8]>) -> Result<Reader, Error> {
    let mut source = Filled(source);
    let context = Context::new().with_settings(CRATE_SETTINGS)?;
    let reader = Reader::from_shared_context(&Arc::new(context));
    match sidecar {
        Some(bytes) => reader.with_manifest_data_and_stream(bytes, hint, &mut source),
        None => reader.with_stream(hint, &mut source),
    }
}

fn statuses_of(reader: &Reader) -> Vec<Status> {
    reader
        .validation_results()
        .map(statuses)
        .unwrap_or_default()
}

/// The status code that fits an error with which the crate gave up.
fn code_of(error: &Error) -> Code {
    match error {
        Error::ClaimMissing { .. } => Code::ClaimMissing,
        Error::ClaimDecoding(_) | Error::CborError(_) => Code::ClaimCborInvalid,
        Error::ClaimMissingSignatureBox => Code::ClaimSignatureMissing,
        Error::ClaimVersion | Error::ClaimInvalidContent => Code::ClaimMalformed,
        Error::ClaimMissingHardBinding => Code::HardBindingsMissing,
        Error::ClaimMultipleHardBinding => Code::MultipleHardBindings,
        Error::ClaimSelfRedact => Code::AssertionSelfRedacted,
        Error::AssertionMissing { .. } => Code::AssertionMissing,
        Error::UpdateManifestInvalid => Code::ManifestUpdateInvalid,
        Error::CoseSignatureAlgorithmNotSupported | Error::UnknownAlgorithm => {
            Code::AlgorithmUnsupported
        }
        Error::HashMismatch(_) => Code::DataHashMismatch,
        // Our own audit counts stores and says where they lie.
        Error::TooManyManifestStores
        | Error::JumbfParseError(_)
        | Error::InvalidClaim(_)
        | Error::JumbfBoxNotFound => Code::StoreMalformed,
        _ => Code::GeneralError,
    }
}

fn statuses(results: &ValidationResults) -> Vec<Status> {
    let mut list = Vec::new();
    let mut take = |codes: &c2pa::validation_results::StatusCodes, ingredient: Option<&str>| {
        let groups = [
            (StatusKind::Success, codes.success()),
            (StatusKind::Informational, codes.informational()),
            (StatusKind::Failure, codes.failure()),
        ];
        for (kind, group) in groups {
            list.extend(group.iter().map(|status| Status {
                code: status.code().to_owned(),
                kind,
                uri: status.url().map(str::to_owned),
                ingredient: ingredient.map(str::to_owned),
                explanation: status.explanation().map(str::to_owned),
            }));
        }
    };
    if let Some(active) = results.active_manifest() {
        take(active, None);
    }
    for delta in results.ingredient_deltas().into_iter().flatten() {
        take(
            delta.validation_deltas(),
            Some(delta.ingredient_assertion_uri()),
        );
    }
    list
}

/// The store of a format that we do not walk, as the crate finds it; empty when it cannot.
fn fetch(source: &mut dyn Source, format: MediaFormat) -> io::Result<Vec<u8>> {
    source.seek(SeekFrom::Start(0))?;
    let Some(hint) = format.reader_hint() else {
        return Ok(Vec::new());
    };
    let mut source = Filled(source);
    Ok(c2pa::jumbf_io::load_jumbf_from_stream(hint, &mut source).unwrap_or_default())
}
