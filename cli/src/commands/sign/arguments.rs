//! What to sign, as whom, and how.

use std::{num::NonZeroUsize, path::PathBuf};

use anyhow::bail;

/// How results are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum OutputFormat {
    /// One line a file, for people
    #[default]
    Text,
    /// One JSON array of all files
    Json,
    /// One JSON object a line
    Ndjson,
}

/// Files to sign, and how.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER_HELP)]
pub(crate) struct Arguments {
    /// Files and folders to sign
    #[arg(value_name = "IN", required = true)]
    pub(super) inputs: Vec<PathBuf>,

    /// Where signed files go: a file, or a folder (always one for a folder or several files)
    #[arg(
        short,
        long,
        value_name = "OUT",
        conflicts_with = "in_place",
        help_heading = "Output"
    )]
    pub(super) output: Option<PathBuf>,

    /// Replace each file by its signed form; it stays as it was if anything fails
    #[arg(long, help_heading = "Output")]
    pub(super) in_place: bool,

    /// Write the manifest to NAME.c2pa beside the file and leave the file as it is
    #[arg(long, conflicts_with = "in_place", help_heading = "Output")]
    pub(super) sidecar: bool,

    /// Overwrite output files that exist
    #[arg(long, help_heading = "Output")]
    pub(super) force: bool,

    /// How results are written
    #[arg(long, value_enum, default_value_t, help_heading = "Output")]
    pub(super) format: OutputFormat,

    /// Files signed at the same time [default: one a processor]
    #[arg(long, value_name = "N", help_heading = "Output")]
    pub(super) jobs: Option<NonZeroUsize>,

    /// Sign with the identity in this folder, as `hallmark identity new` makes it
    #[arg(
        long,
        value_name = "DIR",
        required_unless_present = "chain",
        conflicts_with_all = ["chain", "key", "signer_command"],
        help_heading = "Identity"
    )]
    pub(super) identity: Option<PathBuf>,

    /// Sign with this certificate chain (PEM, leaf first)
    #[arg(long, value_name = "PEM", help_heading = "Identity")]
    pub(super) chain: Option<PathBuf>,

    /// The private key of the chain's leaf (PEM, PKCS#8)
    #[arg(
        long,
        value_name = "PEM",
        requires = "chain",
        help_heading = "Identity"
    )]
    pub(super) key: Option<PathBuf>,

    /// A command that signs: the bytes on its standard input, the raw signature on its output
    #[arg(
        long,
        value_name = "CMD",
        requires = "chain",
        conflicts_with = "key",
        help_heading = "Identity"
    )]
    pub(super) signer_command: Option<String>,

    /// A command that fetches time-stamps: an RFC 3161 request on its standard input, the response
    /// on its output
    #[arg(long, value_name = "CMD", help_heading = "Identity")]
    pub(super) timestamp_command: Option<String>,

    /// Trust list under which the result is judged: a pack, a PEM file or a folder of them
    #[arg(long, value_name = "PACK", help_heading = "Identity")]
    pub(super) trust: Vec<PathBuf>,

    /// How it was made: a digital source type (digitalCapture, digitalCreation,
    /// trainedAlgorithmicMedia...) or its URI
    #[arg(long, value_name = "CODE", help_heading = "Manifest")]
    pub(super) source: Option<String>,

    /// The file that this one was made from
    #[arg(long, value_name = "FILE", help_heading = "Manifest")]
    pub(super) parent: Option<PathBuf>,

    /// A file that was placed in this one; may be given several times
    #[arg(long = "ingredient", value_name = "FILE", help_heading = "Manifest")]
    pub(super) ingredients: Vec<PathBuf>,

    /// Title
    #[arg(long, value_name = "TEXT", help_heading = "Manifest")]
    pub(super) title: Option<String>,

    /// Who made it
    #[arg(long, value_name = "TEXT", help_heading = "Manifest")]
    pub(super) author: Option<String>,

    /// Licence: an address, or its name
    #[arg(
        long,
        visible_alias = "license",
        value_name = "TEXT",
        help_heading = "Manifest"
    )]
    pub(super) licence: Option<String>,

    /// Whether it may be used for training and mining: allowed, notAllowed, constrained or
    /// constrained:TERMS; for one use only with ai_training=, ai_inference=,
    /// ai_generative_training= or data_mining= before it
    #[arg(long, value_name = "USE", help_heading = "Manifest")]
    pub(super) training: Vec<String>,

    /// Bind the pixels as well: a fingerprint, and the mark that the picture carries, so that the
    /// credential is found again in a registry when the file has lost it
    #[arg(long, help_heading = "Manifest")]
    pub(super) bind: bool,

    /// A private watermark key, looked for with --bind besides the public one; may be repeated
    #[arg(
        long,
        value_name = "FILE",
        requires = "bind",
        help_heading = "Manifest"
    )]
    pub(super) watermark_key: Vec<PathBuf>,

    /// A manifest definition (JSON, or TOML by its extension) with variables such as {{file_stem}}
    #[arg(long, value_name = "TEMPLATE", help_heading = "Manifest")]
    pub(super) manifest: Option<PathBuf>,

    /// A variable of the template
    #[arg(long, value_name = "NAME=VALUE", help_heading = "Manifest")]
    pub(super) set: Vec<String>,

    /// Add to the file's own credential without binding its content anew
    #[arg(long, conflicts_with_all = ["parent", "ingredients", "source"], help_heading = "History")]
    pub(super) update: bool,

    /// Remove an assertion of an earlier manifest: its label, or its JUMBF URI
    #[arg(
        long,
        value_name = "ASSERTION",
        requires = "reason",
        help_heading = "History"
    )]
    pub(super) redact: Vec<String>,

    /// Why: c2pa.PII.present, c2pa.invalid.data, c2pa.trade-secret.present,
    /// c2pa.government.confidential, or a code of your own (org.example.reason)
    #[arg(
        long,
        value_name = "CODE",
        requires = "redact",
        help_heading = "History"
    )]
    pub(super) reason: Option<String>,
}

/// Shown below the long help.
const AFTER_HELP: &str = "\
A file that already carries a credential is signed as its own continuation: the old credential
becomes the parent of the new one. Every file is examined again after it was written, content hash
included; one that does not hold is discarded.

Variables of templates: file_name, file_stem, extension, media_type, date, time, title, author,
licence, signer, organization, and those given with --set.

Exit status:
  0    every file was signed, and holds
  2    the command or its settings cannot be used
  3    some files could not be signed";

/// Where signed files go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::commands) enum Destination {
    /// To a file or folder.
    To(PathBuf),
    /// Each over itself.
    InPlace,
    /// The assets stay; sidecars go beside them.
    Beside,
}

impl Arguments {
    pub(super) fn destination(&self) -> anyhow::Result<Destination> {
        match &self.output {
            Some(output) => Ok(Destination::To(output.clone())),
            None if self.in_place => Ok(Destination::InPlace),
            None if self.sidecar => Ok(Destination::Beside),
            None => bail!(
                "where should signed files go? add -o OUT, or --in-place to replace the originals, \
                 or --sidecar to write manifests beside them"
            ),
        }
    }
}
