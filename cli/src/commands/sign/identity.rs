//! The identity that signs: a folder, PEM files, or a command that reaches a key elsewhere.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use hallmark::credentials::{
    identity::{ClaimSigner, Identity, read_chain},
    sign::RemoteKey,
};
use zeroize::Zeroizing;

use crate::commands::identity::files::{CHAIN, KEY};

use super::{arguments::Arguments, command::ExternalCommand};

/// Loads the identity that the arguments name.
///
/// # Errors
/// When a file cannot be read or does not hold what it should; the message names it.
pub(super) fn load(arguments: &Arguments) -> anyhow::Result<Box<dyn ClaimSigner>> {
    let (chain, key) = match (&arguments.identity, &arguments.chain) {
        (Some(folder), _) => {
            if !folder.is_dir() {
                bail!(
                    "{} is no identity folder; `hallmark identity new NAME --org ORG -o {0}` makes one",
                    folder.display()
                );
            }
            (folder.join(CHAIN), Some(folder.join(KEY)))
        }
        (None, Some(chain)) => (chain.clone(), arguments.key.clone()),
        (None, None) => bail!("no identity; add --identity DIR, or --chain PEM with --key PEM"),
    };
    let chain_pem = read(&chain, "certificate chain")?;
    let in_chain = || format!("the certificate chain {}", chain.display());
    if let Some(line) = &arguments.signer_command {
        let command = ExternalCommand::new(line);
        let certificates = read_chain(&chain_pem).with_context(in_chain)?;
        let certificates = certificates.iter().map(|one| one.der().to_vec()).collect();
        let key = RemoteKey::new(certificates, move |message| command.ask(message))
            .with_context(in_chain)?;
        return Ok(Box::new(key));
    }
    let Some(key) = key else {
        bail!(
            "no key for {}; add --key PEM, or --signer-command CMD",
            chain.display()
        );
    };
    let key_pem = Zeroizing::new(read(&key, "private key")?);
    let identity = Identity::read(&chain_pem, &key_pem).with_context(|| {
        format!(
            "the chain {} and the key {}",
            chain.display(),
            key.display()
        )
    })?;
    Ok(Box::new(identity))
}

/// How the arguments name the identity, for messages.
pub(super) fn name(arguments: &Arguments) -> String {
    let path: Option<&PathBuf> = arguments.identity.as_ref().or(arguments.chain.as_ref());
    path.map(|path| path.display().to_string())
        .unwrap_or_default()
}

fn read(path: &Path, what: &str) -> anyhow::Result<String> {
    fs::read_to_string(path)
        .with_context(|| format!("the {what} {} cannot be read", path.display()))
}
