//! `hallmark registry export` and `import`: a registry as one signed file.

use std::{fs, path::PathBuf, str::FromStr};

use crate::{commands::identity::files, console::Io, exit_status::ExitStatus, settings};
use anyhow::{Context, bail};
use hallmark::{
    registry::{
        OpenMode, Sqlite,
        bundle::{Accept, SignerFingerprint, export, import},
    },
    report::{Sentence, Value},
};

/// What to write, and who signs it.
#[derive(Debug, clap::Args)]
pub(crate) struct ExportArguments {
    /// The registry
    #[arg(long, value_name = "FILE")]
    registry: PathBuf,

    /// Where the bundle goes
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,

    /// Sign it with the Ed25519 key of the identity in this folder
    #[arg(long, value_name = "DIR")]
    identity: PathBuf,

    /// Overwrite OUT if it exists
    #[arg(long)]
    force: bool,

    /// Language of sentences [default: that of the environment, else en]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
}

impl ExportArguments {
    /// Writes the bundle.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let language = settings::language(self.lang.as_deref(), io.environment)?;
        let registry = Sqlite::open(&self.registry, OpenMode::Read)?;
        if self.output.exists() && !self.force {
            bail!(
                "{} is there already; add --force to overwrite it",
                self.output.display()
            );
        }
        let identity = files::load(&self.identity)?;
        let key = identity.key().ed25519().context(
            "bundles are signed with Ed25519, and this identity has another kind of key; \
             `hallmark identity new` makes one that fits",
        )?;
        let bundle = export(&registry, io.environment.now.unix_timestamp(), key)?;
        fs::write(&self.output, bundle)
            .with_context(|| format!("{} cannot be written", self.output.display()))?;
        let signer = SignerFingerprint::of(&key.verifying_key()).to_string();
        let said = language.sentence(
            Sentence::RegistryExported,
            &[
                ("output", Value::Text(&self.output.to_string_lossy())),
                ("signer", Value::Text(&signer)),
            ],
        );
        writeln!(io.out, "{said}")?;
        Ok(ExitStatus::Done)
    }
}

/// A key's fingerprint, as people pass it on.
#[derive(Clone, Copy, Debug)]
struct Signer(SignerFingerprint);

impl FromStr for Signer {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        SignerFingerprint::parse(text)
            .map(Self)
            .ok_or("a signer's fingerprint is 64 hexadecimal digits, as `registry export` says it")
    }
}

/// What to take in, and from whom.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER_IMPORT)]
#[command(group(clap::ArgGroup::new("whom").required(true).args(["signed_by", "from_anyone"])))]
pub(crate) struct ImportArguments {
    /// The bundle
    #[arg(value_name = "BUNDLE")]
    bundle: PathBuf,

    /// The registry; made if it is not there
    #[arg(long, value_name = "FILE")]
    registry: PathBuf,

    /// Only if it is signed by the key with this fingerprint
    #[arg(long, value_name = "FINGERPRINT")]
    signed_by: Option<Signer>,

    /// Whoever signed it; the fingerprint is told
    #[arg(long)]
    from_anyone: bool,

    /// Language of sentences [default: that of the environment, else en]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
}

/// Shown below the long help.
const AFTER_IMPORT: &str = "\
A bundle is read only after its signature held, and all of it is taken in or nothing.

Exit status:
  0    everything is registered
  2    the command cannot be used
  3    the bundle was refused, or some of its claims contradict what is registered";

impl ImportArguments {
    /// Takes the bundle in.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let language = settings::language(self.lang.as_deref(), io.environment)?;
        let bytes = fs::read(&self.bundle)
            .with_context(|| format!("{} cannot be read", self.bundle.display()))?;
        let accept = match self.signed_by {
            Some(signer) => Accept::Signer(signer.0),
            None => Accept::Anyone,
        };
        let made = !self.registry.exists();
        let mut registry = Sqlite::open(&self.registry, OpenMode::Create)?;
        let imported = match import(&mut registry, &bytes, accept) {
            Ok(imported) => imported,
            Err(error) => {
                drop(registry);
                if made {
                    // Nothing was taken in: leave no empty registry behind.
                    let _ = fs::remove_file(&self.registry);
                }
                let said = language.message(error.code(), &[]);
                writeln!(
                    io.err,
                    "hallmark: {}: {said} [{}: {error}]",
                    self.bundle.display(),
                    error.code().as_str()
                )?;
                return Ok(ExitStatus::Incomplete);
            }
        };
        let count = |number: usize| Value::Count(u64::try_from(number).unwrap_or(u64::MAX));
        let said = language.sentence(
            Sentence::RegistryImported,
            &[
                ("signer", Value::Text(&imported.signer.to_string())),
                ("added", count(imported.added)),
                ("already", count(imported.already)),
                ("revoked", count(imported.revoked)),
            ],
        );
        writeln!(io.out, "{said}")?;
        for conflict in &imported.conflicts {
            let manifests: Vec<String> =
                conflict.manifests.iter().map(ToString::to_string).collect();
            let said = language.sentence(
                Sentence::RegistryConflictKept,
                &[
                    ("mark", Value::Text(&conflict.watermark.to_string())),
                    ("manifests", Value::Text(&manifests.join(", "))),
                ],
            );
            writeln!(io.err, "hallmark: {said}")?;
        }
        Ok(if imported.conflicts.is_empty() {
            ExitStatus::Done
        } else {
            ExitStatus::Incomplete
        })
    }
}
