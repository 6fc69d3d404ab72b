//! What commands share that write a changed copy of a file: reading it whole, keeping its
//! credential alive, putting the result in its place.

use std::{
    borrow::Cow,
    fs,
    io::{Cursor, Read},
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use hallmark::{
    asset::{PartKind, rewrite::Rewriting},
    credentials::{
        identity::Identity,
        sign::{Input, Options, Signatory, Template, Variables, sign},
    },
    labels::SourceType,
    limits::Limits,
    report::visible::visible,
};
use time::OffsetDateTime;

use super::{identity::files, sign::place::Draft};

/// Files up to this length are rewritten, in memory. The largest pictures that people label are
/// panoramas and scans of a few hundred megabytes.
const LARGEST: u64 = 1 << 30;

/// A file, read whole.
pub(super) struct Original {
    pub(super) path: PathBuf,
    pub(super) bytes: Vec<u8>,
}

/// Reads a file.
///
/// # Errors
/// When it cannot be read, or is larger than what is rewritten.
pub(super) fn read(path: &Path) -> anyhow::Result<Original> {
    let file = fs::File::open(path).context("it cannot be read")?;
    let metadata = file.metadata().context("it cannot be read")?;
    if !metadata.is_file() {
        bail!("it is no regular file");
    }
    let mut bytes = Vec::new();
    file.take(LARGEST.saturating_add(1))
        .read_to_end(&mut bytes)
        .context("it cannot be read")?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LARGEST {
        bail!("it is larger than {LARGEST} bytes; files of that size are not rewritten");
    }
    Ok(Original {
        path: path.to_owned(),
        bytes,
    })
}

/// Where a file's credential lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Credential {
    /// In the file.
    Embedded,
    /// In a file beside it.
    Beside,
}

impl Original {
    /// The file's credential, whether or not it holds.
    ///
    /// # Errors
    /// When the file cannot be rewritten at all.
    pub(super) fn credential(&self) -> anyhow::Result<Option<Credential>> {
        if Rewriting::new(&self.bytes, &Limits::default())?.has_store() {
            return Ok(Some(Credential::Embedded));
        }
        let mut name = self.path.file_name().unwrap_or_default().to_owned();
        name.push(".c2pa");
        let beside = [
            self.path.with_file_name(name),
            self.path.with_extension("c2pa"),
        ];
        let found = beside.iter().any(|path| path.exists());
        Ok(found.then_some(Credential::Beside))
    }

    /// `file` without its manifest store, which speaks of what the file was before.
    ///
    /// # Errors
    /// When the file cannot be rewritten.
    pub(super) fn without_store(&self, file: Vec<u8>) -> anyhow::Result<Vec<u8>> {
        let mut rewriting = Rewriting::new(&file, &Limits::default())?;
        if !rewriting.has_store() {
            return Ok(file);
        }
        rewriting.remove_parts(PartKind::ManifestStore);
        Ok(rewriting.finish()?)
    }
}

/// Where the result goes.
pub(super) struct Destination {
    pub(super) place: PathBuf,
    pub(super) overwrite: bool,
}

impl Destination {
    /// Puts `bytes` there, with the permissions of `like`.
    ///
    /// # Errors
    /// When something lies there already, or it cannot be written.
    pub(super) fn write(&self, bytes: &[u8], like: &Path) -> anyhow::Result<()> {
        let permissions = fs::metadata(like).ok().map(|found| found.permissions());
        let mut draft = Draft::begin(&self.place)?;
        draft.write(bytes)?;
        draft.finish(permissions, self.overwrite)?;
        Ok(())
    }
}

/// With which identity files are signed again, and when.
pub(super) struct Signing {
    identity: Identity,
    now: OffsetDateTime,
}

impl Signing {
    /// Loads the identity in a folder, and checks that it may sign.
    ///
    /// # Errors
    /// When the folder holds none, or one that nobody would accept.
    pub(super) fn new(folder: &Path, now: OffsetDateTime) -> anyhow::Result<Self> {
        let identity = files::load(folder)?;
        Signatory::new(&identity, None, now)
            .with_context(|| format!("the identity in {}", folder.display()))?;
        Ok(Self { identity, now })
    }

    /// Signs `changed` as a continuation of `original` and puts it in its place; the label of
    /// the new manifest.
    ///
    /// # Errors
    /// When signing fails, or the result cannot be put in its place.
    pub(super) fn sign(
        &self,
        original: &Original,
        changed: Vec<u8>,
        source_type: Option<SourceType>,
        redactions: &[String],
        destination: &Destination,
    ) -> anyhow::Result<String> {
        let signatory = Signatory::new(&self.identity, None, self.now)?;
        let name = original
            .path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        // Metadata changed, and nothing else (C2PA 2.2, section 18.15.4).
        let template = Template::from_json(
            r#"{"assertions":[{"label":"c2pa.actions.v2","data":{"actions":[{"action":"c2pa.edited.metadata"}]}}]}"#,
        )?;
        let options = Options {
            source_type,
            template: Some(template),
            redactions: redactions.to_vec(),
            redaction_reason: (!redactions.is_empty()).then(|| "c2pa.PII.present".to_owned()),
            ..Options::default()
        };
        let mut parent = Cursor::new(original.bytes.as_slice());
        let mut signed = Cursor::new(Vec::new());
        let outcome = sign(
            &mut Input {
                name: &name,
                stream: &mut Cursor::new(changed),
            },
            Some(&mut Input {
                name: &name,
                stream: &mut parent,
            }),
            &mut [],
            &mut signed,
            &options,
            &Variables::new(),
            &signatory,
        )?;
        destination.write(signed.get_ref(), &original.path)?;
        Ok(outcome.manifest)
    }
}

/// A path as it may be shown.
pub(super) fn shown(path: &Path) -> String {
    let text: Cow<'_, str> = path.to_string_lossy();
    visible(&text).into_owned()
}
