//! `hallmark registry revoke ID --reason TEXT`: a tombstone that everybody sees who finds the
//! credential. Nothing is deleted.

use std::path::PathBuf;

use anyhow::bail;
use hallmark::{
    registry::{ManifestHash, OpenMode, Registry as _, Revocation, Sqlite},
    report::{Sentence, Value},
};

use super::list::{claims_of, manifests};
use crate::{console::Io, exit_status::ExitStatus, settings};

/// Which credential, and why.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// A mark (16 hexadecimal digits), the SHA-256 of a manifest store (64), or the label of a
    /// manifest
    #[arg(value_name = "ID")]
    id: String,

    /// The registry
    #[arg(long, value_name = "FILE")]
    registry: PathBuf,

    /// Why, in words that everybody may read
    #[arg(long, value_name = "TEXT")]
    reason: String,

    /// Language of sentences [default: that of the environment, else en]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
}

impl Arguments {
    /// Puts the tombstone.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let language = settings::language(self.lang.as_deref(), io.environment)?;
        let mut registry = Sqlite::open(&self.registry, OpenMode::Write)?;
        // A hash may be revoked before anybody registers it.
        let hashes = match ManifestHash::parse(&self.id) {
            Some(hash) => vec![hash],
            None => manifests(&claims_of(&registry, &self.id)?),
        };
        let [hash] = hashes.as_slice() else {
            let list: Vec<String> = hashes.iter().map(ToString::to_string).collect();
            bail!(
                "{} leads to several credentials; name one by its SHA-256: {}",
                self.id,
                list.join(", ")
            );
        };
        let new = registry.revoke(
            hash,
            &Revocation {
                revoked_at: io.environment.now.unix_timestamp(),
                reason: self.reason,
            },
        )?;
        let sentence = if new {
            Sentence::RegistryRevokedNow
        } else {
            Sentence::RegistryRevokedBefore
        };
        let said = language.sentence(sentence, &[("manifest", Value::Text(&hash.to_string()))]);
        writeln!(io.out, "{said}")?;
        Ok(ExitStatus::Done)
    }
}
