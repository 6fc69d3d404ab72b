//! A ledger on the disk: many writers, one at a time, and a signed head beside it.

use std::{
    fs::{self, File, OpenOptions},
    io::{Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use ed25519_dalek::SigningKey;
use hallmark::review::{Body, Chain, Entry, Head, NOTHING, SCHEMA, hash, verify};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use zeroize::Zeroizing;

use crate::commands::identity::files;

/// A ledger, and who signs its head.
pub(crate) struct Ledger {
    path: PathBuf,
    key: SigningKey,
}

impl Ledger {
    /// The ledger at a path. Its head is signed with the Ed25519 key of an identity, or else with a
    /// key of the ledger's own, made at the first use and kept beside it for its owner alone.
    ///
    /// # Errors
    /// When the key cannot be read or made.
    pub(crate) fn open(path: &Path, identity: Option<&Path>) -> anyhow::Result<Self> {
        let key = match identity {
            Some(folder) => key_of(folder)?,
            None => own_key(&beside(path, "key"))?,
        };
        Ok(Self {
            path: path.to_owned(),
            key,
        })
    }

    /// Adds entries: the asset's hash and what is said about it. `choose` sees the ledger as it is
    /// under the lock, so that two writers never add the same.
    ///
    /// # Errors
    /// When the ledger is damaged or cannot be written; then nothing was added.
    pub(crate) fn append(
        &self,
        now: OffsetDateTime,
        choose: impl FnOnce(&[Entry]) -> anyhow::Result<Vec<(String, Body)>>,
    ) -> anyhow::Result<usize> {
        let mut file = OpenOptions::new()
            .read(true)
            .append(true)
            .create(true)
            .open(&self.path)
            .with_context(|| format!("the ledger {} cannot be written", self.path.display()))?;
        file.lock()
            .with_context(|| format!("the ledger {} cannot be locked", self.path.display()))?;
        let chain = self.whole(&mut file)?;
        let bodies = choose(&chain.entries)?;
        if bodies.is_empty() {
            return Ok(0);
        }
        let at = now.format(&Rfc3339)?;
        let mut last = chain.last;
        let mut sequence = u64::try_from(chain.entries.len())?;
        let mut added = Vec::new();
        let count = bodies.len();
        for (asset, body) in bodies {
            sequence = sequence.saturating_add(1);
            let line = serde_json::to_vec(&Entry {
                schema: SCHEMA.to_owned(),
                sequence,
                previous: last,
                at: at.clone(),
                asset,
                body,
            })?;
            last = hash(&line);
            added.extend_from_slice(&line);
            added.push(b'\n');
        }
        file.write_all(&added)
            .and_then(|()| file.sync_data())
            .with_context(|| format!("the ledger {} cannot be written", self.path.display()))?;
        let head = Head::sign(sequence, &last, &at, &self.key);
        replace(&head_place(&self.path), &serde_json::to_vec(&head)?)?;
        Ok(count)
    }

    /// The ledger as it is, if it is whole. A power cut between the line and the head leaves a
    /// head that is one step behind, which is mended by the next entry.
    fn whole(&self, file: &mut File) -> anyhow::Result<Chain> {
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(0))?;
        file.read_to_end(&mut bytes)?;
        let name = self.path.display();
        if bytes.last().is_some_and(|byte| *byte != b'\n') {
            bail!(
                "the ledger {name} ends in the middle of a line; `hallmark review verify` says \
                 more, and nothing was added"
            );
        }
        verify(&bytes, None).map_err(|(place, fault)| {
            anyhow::anyhow!(
                "the ledger {name} is damaged at line {} ({}); nothing was added",
                place.line,
                fault.as_str()
            )
        })
    }
}

/// Reads a ledger without its head.
///
/// # Errors
/// When it cannot be read or is damaged.
pub(crate) fn read(path: &Path) -> anyhow::Result<Vec<Entry>> {
    let bytes =
        fs::read(path).with_context(|| format!("the ledger {} cannot be read", path.display()))?;
    let chain = verify(&bytes, None).map_err(|(place, fault)| {
        anyhow::anyhow!(
            "the ledger {} is damaged at line {} ({})",
            path.display(),
            place.line,
            fault.as_str()
        )
    })?;
    debug_assert!(!chain.entries.is_empty() || chain.last == NOTHING);
    Ok(chain.entries)
}

/// Where the head of a ledger lies.
pub(crate) fn head_place(ledger: &Path) -> PathBuf {
    beside(ledger, "head")
}

fn beside(path: &Path, extension: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(extension);
    path.with_file_name(name)
}

fn key_of(folder: &Path) -> anyhow::Result<SigningKey> {
    let identity = files::load(folder)?;
    let key = identity.key().ed25519().context(
        "heads of ledgers are signed with Ed25519, and this identity has another kind of key; \
         `hallmark identity new` makes one that fits",
    )?;
    Ok(key.clone())
}

/// The ledger's own key; made, for its owner alone, if it is not there.
fn own_key(path: &Path) -> anyhow::Result<SigningKey> {
    let cannot = || format!("the ledger's key {} cannot be used", path.display());
    let mut seed = Zeroizing::new([0_u8; 32]);
    if !path.exists() {
        getrandom::fill(&mut *seed)
            .map_err(|error| anyhow::anyhow!("no random numbers for a key: {error}"))?;
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        match options.open(path) {
            Ok(mut file) => {
                file.write_all(hex::encode(*seed).as_bytes())
                    .with_context(cannot)?;
                return Ok(SigningKey::from_bytes(&seed));
            }
            // Another writer was first.
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error).with_context(cannot),
        }
    }
    // Whoever made it may be about to write it.
    for _ in 0..100 {
        let text = Zeroizing::new(fs::read_to_string(path).with_context(cannot)?);
        if text.trim().len() == 64 {
            hex::decode_to_slice(text.trim(), &mut *seed).with_context(cannot)?;
            return Ok(SigningKey::from_bytes(&seed));
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    bail!("{}: it holds no key of 64 hexadecimal digits", cannot())
}

/// Puts a file in the place of another, whole.
fn replace(place: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let folder = place
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let mut file = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))
        .with_context(|| format!("{} cannot be written", place.display()))?;
    file.write_all(bytes)?;
    file.as_file().sync_data()?;
    file.persist(place)
        .with_context(|| format!("{} cannot be written", place.display()))?;
    Ok(())
}
