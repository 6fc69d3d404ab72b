//! One asset in, evidence out.
//!
//! [`survey`] uses only our own bounded walkers and answers for most files in the world: those
//! without a manifest. [`examine`] answers for all of them, and hands hostile bytes to parsers
//! of other people; callers who read what strangers upload run it in a process of its own.

use std::io;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    asset::{self, Container, Source, Support},
    credentials::{Audits, CredentialEvidence, parent, read, store::ManifestStore},
    evidence::{Code, Evidence, Finding, Place},
    labels,
    limits::Limits,
    parent::{Likeness, ParentEvidence, ParentFile},
    picture::{self, MarkKey, Parents, Preview, Seen, WatermarkEvidence},
};

/// Which witnesses are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witnesses {
    /// C2PA manifests.
    pub credentials: bool,
    /// Labels in metadata.
    pub labels: bool,
    /// Marks in the pixels: ours, the open ones of others, and texts and signatures that are
    /// hidden there. Costs the decoding of the picture and a search.
    pub watermark: bool,
    /// What the picture looks like. Costs the decoding of the picture.
    pub fingerprint: bool,
}

impl Witnesses {
    /// Whether any witness needs the pixels.
    #[must_use]
    pub const fn ask_pixels(self) -> bool {
        self.watermark || self.fingerprint
    }
}

impl Default for Witnesses {
    fn default() -> Self {
        Self {
            credentials: true,
            labels: true,
            watermark: false,
            fingerprint: false,
        }
    }
}

/// How to examine; the same for every asset of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Budgets.
    pub limits: Limits,
    /// Which witnesses are asked.
    pub witnesses: Witnesses,
    /// Small copies of pictures are wanted, for a report.
    #[serde(default)]
    pub previews: bool,
    /// Private watermark keys that are looked for besides the public one.
    #[serde(default)]
    pub keys: Vec<MarkKey>,
    /// The file that is named as the parent of those examined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Box<ParentFile>>,
    /// Which audits of manifest stores run; all, except in tests of the audits themselves.
    pub audits: Audits,
}

impl Settings {
    /// Whether anything needs the pixels.
    #[must_use]
    pub const fn ask_pixels(&self) -> bool {
        self.witnesses.ask_pixels() || self.previews
    }
}

/// What [`survey`] could say.
#[derive(Clone, Debug, PartialEq)]
pub enum Survey {
    /// Everything there is to know.
    Complete(Box<Evidence>),
    /// A foreign parser must look: there is a manifest store, or a format that we do not walk.
    NeedsExamination,
}

/// Looks at an asset with our own walkers only.
///
/// `sidecar` holds the bytes of a manifest file found beside the asset.
///
/// # Errors
/// Only when `source` cannot be read.
pub fn survey(
    source: &mut dyn Source,
    length: u64,
    sidecar: Option<&[u8]>,
    settings: &Settings,
) -> io::Result<Survey> {
    let mut evidence = unseen(length);
    let walk = if settings.witnesses.credentials {
        asset::walk_to_store
    } else {
        asset::walk
    };
    let Some(container) = open(source, length, settings, walk, &mut evidence)? else {
        return Ok(Survey::Complete(Box::new(evidence)));
    };
    if settings.ask_pixels() && picture::can_decode(container.format) {
        return Ok(Survey::NeedsExamination);
    }
    if settings.witnesses.credentials {
        let has_store = !container.stores.is_empty() || sidecar.is_some();
        if has_store || (!container.complete && container.format.reader_hint().is_some()) {
            return Ok(Survey::NeedsExamination);
        }
        evidence.credentials = without_store(&container);
    }
    finish(
        source,
        container,
        sidecar,
        settings,
        &|| false,
        &mut evidence,
    )?;
    Ok(Survey::Complete(Box::new(evidence)))
}

/// Looks at an asset with everything there is.
///
/// `sidecar` holds the bytes of a manifest file found beside the asset.
///
/// # Errors
/// Only when `source` cannot be read.
pub fn examine(
    source: &mut dyn Source,
    length: u64,
    sidecar: Option<&[u8]>,
    settings: &Settings,
) -> io::Result<Evidence> {
    examine_until(source, length, sidecar, settings, &|| false)
}

/// The same with an end to patience: `cancel` is asked between steps of the search for marks, the
/// only long ones, and `true` ends it. What was learnt until then is kept.
///
/// # Errors
/// Only when `source` cannot be read.
pub fn examine_until(
    source: &mut dyn Source,
    length: u64,
    sidecar: Option<&[u8]>,
    settings: &Settings,
    cancel: &dyn Fn() -> bool,
) -> io::Result<Evidence> {
    let mut evidence = unseen(length);
    let Some(container) = open(source, length, settings, asset::walk, &mut evidence)? else {
        return Ok(evidence);
    };
    if settings.witnesses.credentials {
        if container.format.reader_hint().is_some() {
            let reading = read::read(
                source,
                &container,
                sidecar,
                &settings.limits,
                &settings.audits,
            )?;
            evidence.credentials = reading.evidence;
            evidence.sha256 = reading.sha256;
        } else {
            evidence.credentials = without_store(&container);
        }
    }
    finish(source, container, sidecar, settings, cancel, &mut evidence)?;
    Ok(evidence)
}

/// Evidence about an asset that nobody could look into: a read error, a limit, a dead worker.
#[must_use]
pub fn unreadable(bytes: u64, code: Code, detail: &str) -> Evidence {
    Evidence {
        credentials: CredentialEvidence::Unreadable {
            code,
            detail: detail.to_owned(),
        },
        findings: vec![Finding::new(code, Place::Asset).with("detail", detail)],
        ..unseen(bytes)
    }
}

fn unseen(bytes: u64) -> Evidence {
    Evidence {
        sha256: None,
        bytes,
        format: None,
        credentials: CredentialEvidence::NotExamined,
        labels: Vec::new(),
        dimensions: None,
        tracks: Vec::new(),
        parent: None,
        declared: labels::declared::Declared::default(),
        watermark: WatermarkEvidence::default(),
        fingerprint: None,
        recovery: None,
        previews: Vec::new(),
        findings: Vec::new(),
        not_checked: Vec::new(),
    }
}

/// [`asset::walk`], or less of it.
type Walk = fn(&mut dyn Source, u64, &Limits) -> io::Result<Option<Container>>;

/// Walks the container; `None` when the evidence is already all that can be said.
fn open(
    source: &mut dyn Source,
    length: u64,
    settings: &Settings,
    walk: Walk,
    evidence: &mut Evidence,
) -> io::Result<Option<Container>> {
    if length > settings.limits.bytes {
        let detail = format!("{length} bytes, limit {}", settings.limits.bytes);
        *evidence = unreadable(length, Code::LimitBytes, &detail);
        return Ok(None);
    }
    if length == 0 {
        *evidence = unreadable(0, Code::AssetEmpty, "0 bytes");
        evidence.sha256 = Some(Sha256::digest([]).into());
        return Ok(None);
    }
    let container = walk(source, length, &settings.limits)?;
    if container.is_none() {
        *evidence = unreadable(length, Code::AssetUnsupported, "no known media format");
        evidence.sha256 = Some(sha256(source)?);
    }
    Ok(container)
}

/// What is said of the credentials of an asset in which no store was found.
fn without_store(container: &Container) -> CredentialEvidence {
    if container.format.support() == Support::Unsupported {
        return CredentialEvidence::Unreadable {
            code: Code::AssetUnsupported,
            detail: container.format.media_type().to_owned(),
        };
    }
    CredentialEvidence::None {
        remote_url: container.remote_manifest.clone(),
    }
}

/// The store that counts: the file's own, else the one beside it.
fn store<'a>(container: &'a Container, sidecar: Option<&'a [u8]>) -> Option<&'a [u8]> {
    let own = container.stores.iter().find(|store| !store.further_part);
    own.map(|store| store.jumbf.as_slice()).or(sidecar)
}

fn finish(
    source: &mut dyn Source,
    container: Container,
    sidecar: Option<&[u8]>,
    settings: &Settings,
    cancel: &dyn Fn() -> bool,
    evidence: &mut Evidence,
) -> io::Result<()> {
    evidence.format = Some(container.format);
    evidence.dimensions = container.dimensions;
    evidence.tracks.clone_from(&container.tracks);
    let jumbf = store(&container, sidecar);
    // Small copies are wanted whether the store holds or not.
    let thumbnails = match jumbf {
        Some(jumbf) if settings.previews => Preview::of_jumbf(jumbf, &settings.limits),
        _ => Vec::new(),
    };
    let parsed = jumbf
        .filter(|_| settings.witnesses.credentials)
        .and_then(|jumbf| ManifestStore::parse(jumbf, &settings.limits).ok());
    let parents = parsed.as_ref().and_then(parent::parent);
    let parents = Parents {
        stored: parents.as_ref(),
        file: settings.parent.as_deref(),
    };
    let seen = if settings.ask_pixels() {
        let compared = !thumbnails.is_empty();
        picture::look(source, &container, parents, settings, compared, cancel)?
    } else {
        Seen::default()
    };
    evidence.parent = parent_evidence(parents, seen.likenesses);
    evidence.findings.extend(container.findings);
    evidence.not_checked.extend(container.not_checked);
    let parent = settings.parent.iter();
    let parent = parent.filter_map(|file| file.not_checked(settings));
    evidence.not_checked.extend(parent);
    // The walk over the container may have said it already, and where.
    let said = |code| evidence.findings.iter().any(|found| found.code == code);
    if let CredentialEvidence::Unreadable { code, detail } = &evidence.credentials
        && !said(*code)
    {
        evidence
            .findings
            .push(Finding::new(*code, Place::Asset).with("detail", detail));
    }
    if settings.witnesses.labels {
        let (found, findings, declared) = labels::read(&container.metadata);
        evidence.labels = found;
        evidence.declared = declared;
        evidence.findings.extend(findings);
    }
    evidence.watermark = seen.watermark;
    evidence.fingerprint = seen.fingerprint;
    evidence.previews.extend(seen.preview);
    evidence.previews.extend(thumbnails);
    evidence.labels.extend(seen.labels);
    evidence.findings.extend(seen.findings);
    evidence.not_checked.extend(seen.not_checked);
    // The verification of a content hash may have read the whole file already.
    if evidence.sha256.is_none() {
        evidence.sha256 = Some(sha256(source)?);
    }
    Ok(())
}

/// What is known of the parent; nothing where nobody names one.
fn parent_evidence(parents: Parents<'_>, likenesses: Vec<Likeness>) -> Option<ParentEvidence> {
    if parents.stored.is_none() && parents.file.is_none() {
        return None;
    }
    let stored = parents.stored;
    Some(ParentEvidence {
        manifest: stored.map(|stored| stored.manifest.clone()),
        own_manifest: stored.and_then(|stored| stored.own_manifest.clone()),
        languages: stored.map_or_else(Vec::new, |stored| stored.languages.clone()),
        named: parents.file.map(|file| file.named.clone()),
        likenesses,
    })
}

fn sha256(source: &mut dyn Source) -> io::Result<[u8; 32]> {
    let mut hash = Sha256::new();
    asset::for_each_chunk(source, |chunk| hash.update(chunk))?;
    Ok(hash.finalize().into())
}
