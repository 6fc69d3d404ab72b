//! What the user typed, as typed. [`crate::settings`] turns it into settings; nothing after that
//! reads a flag.

use std::{num::NonZeroUsize, path::PathBuf};

use clap::{Parser, ValueEnum};
use hallmark::verdict::duties::Profile;
use serde::Deserialize;

use crate::{
    commands::Command,
    log::LogFormat,
    policy::FailOn,
    units::{ByteSize, Moment, PixelCount, Seconds},
};

/// Check where pictures come from: Content Credentials (C2PA) and labels, offline
#[derive(Debug, Parser)]
#[command(
    name = "hallmark",
    version,
    max_term_width = 100,
    arg_required_else_help = true
)]
pub(crate) struct Args {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// How results are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Format {
    /// A line for each file and a summary, for people
    Text,
    /// One JSON object: the run, its records, its summary
    Json,
    /// One JSON record a line
    Ndjson,
    /// A table for spreadsheets
    Csv,
    /// A page to read, to print and to file
    Html,
    /// SARIF 2.1.0, for programs that collect results
    Sarif,
    /// JUnit XML for build servers: what --fail-on names fails
    Junit,
    /// A table for data warehouses (spec/parquet.md)
    Parquet,
}

/// A witness that can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Witness {
    /// Content Credentials (C2PA)
    Credentials,
    /// What the file says about itself in its metadata
    Labels,
    /// Marks in the pixels: of hallmark, public ones of generators, texts and signatures in pixels
    Watermark,
    /// What the picture looks like, for finding its credential again
    Fingerprint,
}

/// Rules on content made by AI.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ProfileName {
    /// European Union
    Eu,
    /// California
    Ca,
    /// China
    Cn,
    /// India
    In,
    /// Korea
    Kr,
}

impl From<ProfileName> for Profile {
    fn from(name: ProfileName) -> Self {
        match name {
            ProfileName::Eu => Self::Eu,
            ProfileName::Ca => Self::Ca,
            ProfileName::Cn => Self::Cn,
            ProfileName::In => Self::In,
            ProfileName::Kr => Self::Kr,
        }
    }
}

/// What `check` can be told, by flags, by `HALLMARK_*` variables and by `hallmark.toml`. A later
/// layer replaces what an earlier one says, list by list.
#[derive(Clone, Debug, Default, clap::Args, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub(crate) struct Layer {
    /// How to write results [default: text]
    #[arg(long, value_enum, help_heading = "Output")]
    pub(crate) format: Option<Format>,

    /// Language of sentences [default: that of the environment, else en]
    #[arg(long, value_name = "CODE", help_heading = "Output")]
    pub(crate) lang: Option<String>,

    /// Write results as they are ready instead of in the order of inputs
    #[arg(long, help_heading = "Output")]
    pub(crate) unordered: bool,

    /// Show everything that is known about each file (with --format text)
    #[arg(short, long, help_heading = "Output")]
    pub(crate) verbose: bool,

    /// Show no progress bar
    #[arg(long, help_heading = "Output")]
    pub(crate) no_progress: bool,

    /// Say nothing on standard error but errors
    #[arg(short, long, help_heading = "Output")]
    pub(crate) quiet: bool,

    /// Whom to trust as signers: a trust pack, a PEM file, a C2PA trust list, or a folder of
    /// those. May be repeated. With none, the packs of `hallmark trust add` count
    #[arg(long, value_name = "FILE|DIR", help_heading = "Judgement")]
    pub(crate) trust: Vec<PathBuf>,

    /// Whom to trust for the time of signing; like --trust
    #[arg(long, value_name = "FILE|DIR", help_heading = "Judgement")]
    pub(crate) tsa_trust: Vec<PathBuf>,

    /// Whom to trust for identities of people and organisations (CAWG); like --trust
    #[arg(long, value_name = "FILE|DIR", help_heading = "Judgement")]
    pub(crate) cawg_trust: Vec<PathBuf>,

    /// Judge as of this moment instead of now, for example 2026-11-15T00:00:00Z
    #[arg(long, value_name = "RFC3339", help_heading = "Judgement")]
    pub(crate) at: Option<Moment>,

    /// Ask only these witnesses, separated by commas [default: all]
    #[arg(
        long,
        value_name = "LIST",
        value_enum,
        value_delimiter = ',',
        help_heading = "Judgement"
    )]
    pub(crate) only: Vec<Witness>,

    /// Look at no pixels: leave out what --only watermark,fingerprint would ask, which costs far more
    /// than everything else
    #[arg(long, help_heading = "Judgement")]
    pub(crate) no_pixels: bool,

    /// A private watermark key, looked for besides the public one; may be repeated. The file holds
    /// 32 bytes, or 64 hexadecimal digits
    #[arg(long, value_name = "FILE", help_heading = "Judgement")]
    pub(crate) key: Vec<PathBuf>,

    /// Hold files against rules on content made by AI, separated by commas: European Union,
    /// California, China, India, Korea (spec/profiles.md)
    #[arg(
        long,
        value_name = "LIST",
        value_enum,
        value_delimiter = ',',
        help_heading = "Judgement"
    )]
    pub(crate) profile: Vec<ProfileName>,

    /// Look in this registry for the credentials that pictures lost, by their marks and looks; may
    /// be repeated
    #[arg(long, value_name = "FILE", help_heading = "Judgement")]
    pub(crate) registry: Vec<PathBuf>,

    /// End with status 1 when a file meets one of these, separated by commas: a state (invalid,
    /// untrusted, none, unreadable), a severity (notice, warning, failure: this one or worse), or
    /// a finding code
    #[arg(
        long,
        value_name = "LIST",
        value_delimiter = ',',
        help_heading = "Judgement"
    )]
    pub(crate) fail_on: Vec<FailOn>,

    /// Leave out what matches; may be repeated. A pattern is compared with names, and with paths
    /// below the folder that was named
    #[arg(long, value_name = "GLOB", help_heading = "Inputs")]
    pub(crate) exclude: Vec<String>,

    /// Files to examine at the same time [default: one per processor core]
    #[arg(short, long, value_name = "N", help_heading = "Limits")]
    pub(crate) jobs: Option<NonZeroUsize>,

    /// Time that one file may take before its examination is stopped [default: 30]
    #[arg(long, value_name = "SECONDS", help_heading = "Limits")]
    pub(crate) deadline: Option<Seconds>,

    /// Size up to which a file is read, for example 500M or 2G [default: 8G]
    #[arg(long, value_name = "SIZE", help_heading = "Limits")]
    pub(crate) max_bytes: Option<ByteSize>,

    /// Memory that the run may take, for example 2G; a file that needs more than its share is not
    /// examined [default: 1G for each job, and 4G for one large file at a time]
    #[arg(long, value_name = "SIZE", help_heading = "Limits")]
    pub(crate) max_memory: Option<ByteSize>,

    /// Keep what was found in this file, and examine no content twice that is known there
    #[arg(long, value_name = "FILE", help_heading = "Inputs")]
    pub(crate) cache: Option<PathBuf>,

    /// Keep the run's numbers in this file, as Prometheus text, replaced every second
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub(crate) metrics: Option<PathBuf>,

    /// Write small copies of pictures to this folder, each once, named after its hash: `hallmark
    /// report` shows them later
    #[arg(long, value_name = "DIR", help_heading = "Output")]
    pub(crate) assets: Option<PathBuf>,

    /// How notices on standard error are written [default: text]
    #[arg(long, value_enum, value_name = "FORMAT", help_heading = "Output")]
    pub(crate) log_format: Option<LogFormat>,

    /// Pixels up to which a picture is decoded, for example 50M [default: 100M]
    #[arg(long, value_name = "COUNT", help_heading = "Limits")]
    pub(crate) max_pixels: Option<PixelCount>,

    /// Examine in this process instead of in workers; then nothing can be stopped at a deadline
    #[arg(long, conflicts_with = "deadline", help_heading = "Limits")]
    pub(crate) in_process: bool,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Args;

    #[test]
    fn definition_is_consistent() {
        Args::command().debug_assert();
    }
}
