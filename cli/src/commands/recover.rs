//! `hallmark recover IN... --registry FILE`: from bare pictures back to their credentials.
//!
//! The same examination as `hallmark check --registry`, with everything it found below each line,
//! and a picture of what was changed.

use std::{num::NonZeroUsize, path::PathBuf};

use crate::{
    args::{Format, Layer},
    commands::check,
    console::Io,
    exit_status::ExitStatus,
    map_place::MapPlace,
    policy::FailOn,
    units::{Moment, Seconds},
};

/// How results are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum OutputFormat {
    /// Everything that is known, for people
    #[default]
    Text,
    /// One JSON object: the run, its records, its summary
    Json,
    /// One JSON record a line
    Ndjson,
    /// A page for a browser, or for printing
    Html,
}

/// Which pictures, and where to look for their credentials.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER_HELP)]
pub(crate) struct Arguments {
    /// Pictures and folders; `-` reads a list of paths from standard input
    #[arg(value_name = "IN", required = true)]
    paths: Vec<PathBuf>,

    /// A registry to look in; may be repeated
    #[arg(long, value_name = "FILE", required = true)]
    registry: Vec<PathBuf>,

    /// Draw the picture with its changed regions framed, as PNG: a file, or a folder for several
    /// pictures
    #[arg(long, value_name = "OUT")]
    map: Option<PathBuf>,

    /// How results are written
    #[arg(long, value_enum, default_value_t)]
    format: OutputFormat,

    /// Write results to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Language of sentences [default: that of the environment, else en]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,

    /// Whom to trust as signers; as for `hallmark check`
    #[arg(long, value_name = "FILE|DIR")]
    trust: Vec<PathBuf>,

    /// Whom to trust for the time of signing; as for `hallmark check`
    #[arg(long, value_name = "FILE|DIR")]
    tsa_trust: Vec<PathBuf>,

    /// Judge as of this moment instead of now
    #[arg(long, value_name = "RFC3339")]
    at: Option<Moment>,

    /// A private watermark key, looked for besides the public one; may be repeated
    #[arg(long, value_name = "FILE")]
    key: Vec<PathBuf>,

    /// End with status 1 when a picture meets one of these; as for `hallmark check`
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    fail_on: Vec<FailOn>,

    /// Files to examine at the same time [default: one per processor core]
    #[arg(short, long, value_name = "N")]
    jobs: Option<NonZeroUsize>,

    /// Time that one file may take before its examination is stopped [default: 30]
    #[arg(long, value_name = "SECONDS")]
    deadline: Option<Seconds>,

    /// Say nothing on standard error but errors
    #[arg(short, long)]
    quiet: bool,
}

/// Shown below the long help.
const AFTER_HELP: &str = "\
A recovered credential was checked as always, and the picture compared with the signed description
in it. It is recovered, not intact: the file in hand is another one than the file that was signed.

Exit status:
  0    every picture was looked at
  1    something that --fail-on names was found
  2    the command or its settings cannot be used
  3    some inputs could not be read, or a map could not be drawn
  130  interrupted";

impl Arguments {
    /// Recovers.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let map = self
            .map
            .as_deref()
            .map(|place| MapPlace::new(place, &self.paths))
            .transpose()?;
        let arguments = check::Arguments {
            paths: self.paths,
            files_from: None,
            resume: None,
            null: false,
            parent: None,
            output: self.output,
            settings: None,
            look_at_pixels: true,
            map,
            layer: Layer {
                format: Some(match self.format {
                    OutputFormat::Text => Format::Text,
                    OutputFormat::Json => Format::Json,
                    OutputFormat::Ndjson => Format::Ndjson,
                    OutputFormat::Html => Format::Html,
                }),
                verbose: true,
                lang: self.lang,
                trust: self.trust,
                tsa_trust: self.tsa_trust,
                at: self.at,
                key: self.key,
                registry: self.registry,
                fail_on: self.fail_on,
                jobs: self.jobs,
                deadline: self.deadline,
                quiet: self.quiet,
                ..Layer::default()
            },
        };
        arguments.run(io)
    }
}
