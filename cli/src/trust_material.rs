//! Trust material from files and folders, read once.

use std::{
    fs::{self, File},
    io::{Read, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use hallmark::credentials::{
    profile::Purpose,
    trust::{Intent, TrustError, TrustPack, TrustStore, parse_material},
};

use crate::{args::Layer, console::Environment};

/// Longest file of trust material. The longest public list has 250 KB.
const LONGEST: u64 = 64 << 20;

/// Everything that a run trusts: what the settings name, else what `hallmark trust add` stored.
///
/// # Errors
/// When material that was named cannot be read or holds nothing of use.
pub(crate) fn store(
    layer: &Layer,
    environment: &Environment,
    notices: &mut dyn Write,
) -> anyhow::Result<TrustStore> {
    let named = [
        (&layer.trust, Intent::AsStated),
        (&layer.tsa_trust, Intent::Anchors(Purpose::TimeStamping)),
        (&layer.cawg_trust, Intent::Anchors(Purpose::Identity)),
    ];
    let mut packs = Vec::new();
    for (paths, intent) in named {
        for path in paths {
            packs.extend(load(path, intent)?);
        }
    }
    let nothing_named = named.iter().all(|(paths, _)| paths.is_empty());
    if nothing_named && let Some(folder) = stored(environment) {
        match load(&folder, Intent::AsStated) {
            Ok(found) => packs.extend(found),
            // An empty folder of one's own is no mistake in this command.
            Err(error) => writeln!(
                notices,
                "hallmark: no stored trust material is used: {error:#}"
            )?,
        }
    }
    Ok(TrustStore::new(packs))
}

/// The folder in which `hallmark trust add` stores packs, if it is there and not empty.
fn stored(environment: &Environment) -> Option<PathBuf> {
    let folder = environment.home()?.join("trust");
    let mut entries = fs::read_dir(&folder).ok()?;
    entries.next().is_some().then_some(folder)
}

/// The packs of a file, or of every file of a folder that holds trust material.
///
/// # Errors
/// When there is none, or when a file is damaged.
pub(crate) fn load(path: &Path, intent: Intent) -> anyhow::Result<Vec<TrustPack>> {
    let metadata = fs::metadata(path)
        .with_context(|| format!("the trust material {} cannot be found", path.display()))?;
    if !metadata.is_dir() {
        return parse(path, intent)?
            .with_context(|| format!("the trust material {} cannot be used", path.display()));
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path)
        .with_context(|| format!("the folder {} cannot be read", path.display()))?
    {
        let entry = entry?;
        if fs::metadata(entry.path()).is_ok_and(|metadata| metadata.is_file()) {
            files.push(entry.path());
        }
    }
    files.sort();
    let mut packs = Vec::new();
    for file in &files {
        match parse(file, intent)? {
            Ok(found) => packs.extend(found),
            // A folder may hold a note beside the lists, and lists for other purposes.
            Err(TrustError::Unrecognised | TrustError::NothingForPurpose) => {}
            Err(error) => {
                return Err(error).with_context(|| {
                    format!("the trust material {} cannot be used", file.display())
                });
            }
        }
    }
    if packs.is_empty() {
        bail!(
            "the folder {} holds no trust material for this purpose; expected trust packs, PEM \
             files or C2PA trust lists",
            path.display()
        );
    }
    Ok(packs)
}

/// The inner result is about the content, the outer one about reading it.
fn parse(path: &Path, intent: Intent) -> anyhow::Result<Result<Vec<TrustPack>, TrustError>> {
    let unreadable = || format!("the trust material {} cannot be read", path.display());
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(LONGEST.saturating_add(1)).read_to_end(&mut bytes))
        .with_context(unreadable)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LONGEST) {
        bail!("{}: it has more than {LONGEST} bytes", unreadable());
    }
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    Ok(parse_material(&bytes, intent, &name))
}
