//! The files of an identity folder.
//!
//! `key.pem` is the private key, `chain.pem` the certificates as claims carry them, `root.pem`
//! what others add to their trust, `README.txt` says so.

use std::{
    fs::{self, DirBuilder, OpenOptions},
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use hallmark::credentials::{
    certificate::Certificate,
    identity::{Identity, read_certificates},
};
use zeroize::Zeroizing;

pub(crate) const KEY: &str = "key.pem";
pub(crate) const CHAIN: &str = "chain.pem";
pub(super) const ROOT: &str = "root.pem";
pub(super) const README: &str = "README.txt";

/// Loads the identity that a folder holds.
///
/// # Errors
/// When the folder holds none; the message names the file and the next step.
pub(crate) fn load(folder: &Path) -> anyhow::Result<Identity> {
    if !folder.is_dir() {
        bail!(
            "{} is no identity folder; `hallmark identity new NAME --org ORG -o {0}` makes one",
            folder.display()
        );
    }
    let text = |name: &str| {
        let path = folder.join(name);
        fs::read_to_string(&path)
            .with_context(|| format!("the identity's file {} cannot be read", path.display()))
    };
    let key = Zeroizing::new(text(KEY)?);
    Identity::read(&text(CHAIN)?, &key)
        .with_context(|| format!("the identity in {}", folder.display()))
}

/// Makes a folder that only its owner enters. An empty one that is there already will do.
pub(super) fn make_folder(folder: &Path) -> anyhow::Result<()> {
    if let Ok(mut entries) = fs::read_dir(folder) {
        if entries.next().is_some() {
            bail!(
                "the folder {} is not empty, and an identity is never overwritten; choose another \
                 folder with -o",
                folder.display()
            );
        }
        return Ok(());
    }
    if let Some(parent) = folder
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty())
    {
        fs::create_dir_all(parent)
            .with_context(|| format!("the folder {} cannot be made", parent.display()))?;
    }
    private_folder()
        .create(folder)
        .with_context(|| format!("the folder {} cannot be made", folder.display()))
}

#[cfg(unix)]
fn private_folder() -> DirBuilder {
    use std::os::unix::fs::DirBuilderExt;
    let mut builder = DirBuilder::new();
    builder.mode(0o700);
    builder
}

/// Elsewhere, a folder takes the permissions of the one it lies in.
#[cfg(not(unix))]
fn private_folder() -> DirBuilder {
    DirBuilder::new()
}

/// Writes a new file; one that exists is left alone and named. A secret is readable by its owner
/// only, from the first byte on.
pub(super) fn write_new(path: &Path, contents: &[u8], secret: bool) -> anyhow::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if secret {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    #[cfg(not(unix))]
    let _ = secret;
    options
        .open(path)
        .and_then(|mut file| {
            file.write_all(contents)?;
            file.sync_all()
        })
        .with_context(|| {
            format!(
                "{} cannot be written (a file that exists is never overwritten)",
                path.display()
            )
        })
}

/// The certificates of a file or of an identity folder, and the path of the key in the folder.
pub(super) fn read(path: &Path) -> anyhow::Result<(Vec<Certificate>, PathBuf, Option<PathBuf>)> {
    let folder = path.is_dir();
    let file = if folder {
        path.join(CHAIN)
    } else {
        path.to_owned()
    };
    let bytes = fs::read(&file).with_context(|| {
        if folder {
            format!(
                "{} is no identity folder: {CHAIN} cannot be read",
                path.display()
            )
        } else {
            format!("the certificates {} cannot be read", file.display())
        }
    })?;
    let named = || format!("{} holds no usable certificates", file.display());
    let certificates = if bytes.first() == Some(&0x30) {
        vec![Certificate::parse(&bytes).with_context(named)?]
    } else {
        read_certificates(&String::from_utf8_lossy(&bytes)).with_context(named)?
    };
    if certificates.is_empty() {
        bail!(
            "{} holds no certificate; expected PEM blocks \"CERTIFICATE\"",
            file.display()
        );
    }
    let key = folder.then(|| path.join(KEY)).filter(|key| key.exists());
    Ok((certificates, file, key))
}

/// A private key as text, wiped when dropped.
pub(super) fn read_key(path: &Path) -> anyhow::Result<Zeroizing<String>> {
    fs::read_to_string(path)
        .map(Zeroizing::new)
        .with_context(|| format!("the key {} cannot be read", path.display()))
}

/// The identity in a folder.
pub(super) fn identity(folder: &Path) -> anyhow::Result<Identity> {
    let (chain_path, key_path) = (folder.join(CHAIN), folder.join(KEY));
    let chain = fs::read_to_string(&chain_path).with_context(|| {
        format!(
            "{} is no identity folder: {CHAIN} cannot be read",
            folder.display()
        )
    })?;
    let key = read_key(&key_path)?;
    Identity::read(&chain, &key).with_context(|| {
        format!(
            "{} and {} do not make an identity",
            chain_path.display(),
            key_path.display()
        )
    })
}
