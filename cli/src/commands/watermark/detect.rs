//! `hallmark watermark detect PATH...`: `hallmark check` with one witness, and its answer alone.

use std::{io::Write, num::NonZeroUsize, path::PathBuf};

use hallmark::report::{MarkFormat, MarkReport, Report, Run};

use crate::{
    args::{Format, Layer, Witness},
    commands::check,
    console::Io,
    exit_status::ExitStatus,
    settings::Settings,
    units::{ByteSize, PixelCount, Seconds},
};

/// How results are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum OutputFormat {
    /// Sentences for people
    #[default]
    Text,
    /// One JSON object a line, one for each file
    Ndjson,
}

/// Where to look.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER_HELP)]
pub(crate) struct Arguments {
    /// Files and folders; `-` reads a list of paths from standard input
    #[arg(value_name = "PATH", required_unless_present = "files_from")]
    paths: Vec<PathBuf>,

    /// Read further paths from this file, one a line or separated by NUL bytes
    #[arg(long, value_name = "FILE")]
    files_from: Option<PathBuf>,

    /// Leave out what matches; may be repeated
    #[arg(long, value_name = "GLOB")]
    exclude: Vec<String>,

    /// A private watermark key, looked for besides the public one; may be repeated. The file holds
    /// 32 bytes, or 64 hexadecimal digits
    #[arg(long, value_name = "FILE")]
    key: Vec<PathBuf>,

    /// How results are written
    #[arg(long, value_enum, default_value_t)]
    format: OutputFormat,

    /// Write results to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Language of sentences [default: that of the environment, else en]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,

    /// Write results as they are ready instead of in the order of inputs
    #[arg(long)]
    unordered: bool,

    /// Say nothing on standard error but errors
    #[arg(short, long)]
    quiet: bool,

    /// Files to examine at the same time [default: one per processor core]
    #[arg(short, long, value_name = "N", help_heading = "Limits")]
    jobs: Option<NonZeroUsize>,

    /// Time that one file may take before its examination is stopped [default: 30]
    #[arg(long, value_name = "SECONDS", help_heading = "Limits")]
    deadline: Option<Seconds>,

    /// Size up to which a file is read, for example 500M or 2G [default: 8G]
    #[arg(long, value_name = "SIZE", help_heading = "Limits")]
    max_bytes: Option<ByteSize>,

    /// Memory that the run may take, for example 2G
    #[arg(long, value_name = "SIZE", help_heading = "Limits")]
    max_memory: Option<ByteSize>,

    /// Pixels up to which a picture is decoded, for example 50M [default: 100M]
    #[arg(long, value_name = "COUNT", help_heading = "Limits")]
    max_pixels: Option<PixelCount>,

    /// Examine in this process instead of in workers; then nothing can be stopped at a deadline
    #[arg(long, conflicts_with = "deadline", help_heading = "Limits")]
    in_process: bool,
}

/// Shown below the long help.
const AFTER_HELP: &str = "\
A mark points somewhere; it proves nothing. Every find states how likely it arises by accident.

Exit status:
  0    every picture was looked at
  2    the command or its settings cannot be used
  3    some inputs could not be read
  130  interrupted";

impl Arguments {
    /// Looks for marks.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let format = self.format;
        let arguments = check::Arguments {
            paths: self.paths,
            files_from: self.files_from,
            resume: None,
            null: false,
            parent: None,
            output: self.output,
            settings: None,
            look_at_pixels: true,
            map: None,
            layer: Layer {
                // Decides where the summary goes: below sentences, or beside records.
                format: Some(match format {
                    OutputFormat::Text => Format::Text,
                    OutputFormat::Ndjson => Format::Ndjson,
                }),
                lang: self.lang,
                unordered: self.unordered,
                quiet: self.quiet,
                only: vec![Witness::Watermark],
                key: self.key,
                exclude: self.exclude,
                jobs: self.jobs,
                deadline: self.deadline,
                max_bytes: self.max_bytes,
                max_memory: self.max_memory,
                max_pixels: self.max_pixels,
                in_process: self.in_process,
                ..Layer::default()
            },
        };
        arguments.run_as(io, report)
    }
}

fn report<'a>(
    settings: &'a Settings,
    run: Run,
    out: Box<dyn Write + 'a>,
    _continued: bool,
) -> Box<dyn Report + 'a> {
    let format = match settings.format {
        Format::Ndjson => MarkFormat::Ndjson,
        _ => MarkFormat::Text,
    };
    Box::new(MarkReport::new(out, run, &settings.language, format))
}
