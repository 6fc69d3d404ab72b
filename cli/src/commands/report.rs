//! `hallmark report RECORDS.ndjson`: writes records again, in another format or language. The media
//! are not touched; small pictures come from a folder of assets.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read as _},
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use hallmark::report::{Record, Run, Summary, TextStyle};

use crate::{
    args::Format, assets::Assets, console::Io, exit_status::ExitStatus, policy::FailOn, settings,
    writer,
};

/// Longest record, in bytes. A record of a long history takes some hundred kilobytes.
const LONGEST: u64 = 64 << 20;

/// Which records to write, and how.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER_HELP)]
pub(crate) struct Arguments {
    /// Records as `hallmark check --format ndjson` writes them; `-` is standard input
    #[arg(value_name = "RECORDS")]
    records: PathBuf,

    /// How to write them
    #[arg(long, value_enum, default_value = "html")]
    format: Format,

    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Language of sentences [default: that of the environment, else en]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,

    /// Take small pictures from this folder, which `hallmark check --assets` wrote
    #[arg(long, value_name = "DIR")]
    assets: Option<PathBuf>,

    /// Show no pictures
    #[arg(long, conflicts_with = "assets")]
    no_pixels: bool,

    /// What fails with --format junit; as for `hallmark check`
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    fail_on: Vec<FailOn>,

    /// Show everything that is known about each file (with --format text)
    #[arg(short, long)]
    verbose: bool,
}

/// Shown below the long help.
const AFTER_HELP: &str = "\
A page becomes PDF by printing it: in a browser, or by
  chromium --headless --no-pdf-header-footer --print-to-pdf=REPORT.pdf REPORT.html

Exit status:
  0    the report is written
  2    the command cannot be used, or a line is no record";

impl Arguments {
    /// Writes the report.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let language = settings::language(self.lang.as_deref(), io.environment)?;
        let assets = self.assets.as_deref().map(Assets::open);
        let mut records = Records::open(&self.records)?;
        let first = records.next().transpose()?;
        let style = TextStyle {
            emphasis: self.output.is_none() && io.environment.emphasis(),
            details: self.verbose,
            columns: io
                .environment
                .columns
                .filter(|_| self.output.is_none() && io.environment.out_is_terminal),
        };
        let run = match &first {
            Some(record) => Run::of(record),
            None => Run::new(io.environment.now, true),
        };
        let out: Box<dyn io::Write + '_> = match &self.output {
            Some(path) => {
                let (file, _) = writer::create(path, std::slice::from_ref(&self.records))?;
                Box::new(writer::buffered(file, path))
            }
            None => Box::new(&mut *io.out),
        };
        let mut report = writer::report(self.format, run, &language, style, &self.fail_on, out);
        let mut summary = Summary::default();
        for record in first.map(Ok).into_iter().chain(records) {
            let mut record = record?;
            if self.no_pixels {
                record.previews.clear();
            }
            if let Some(assets) = &assets {
                assets.fetch(&mut record);
            }
            summary.count(&record);
            report.record(&record)?;
        }
        report.finish(&summary)?;
        Ok(ExitStatus::Done)
    }
}

/// The records of a file, line by line.
struct Records {
    input: Box<dyn BufRead>,
    name: String,
    line: u64,
}

impl Records {
    fn open(path: &Path) -> anyhow::Result<Self> {
        let (input, name): (Box<dyn BufRead>, _) = if path == Path::new("-") {
            (
                Box::new(BufReader::new(io::stdin())),
                "standard input".to_owned(),
            )
        } else {
            let name = path.display().to_string();
            let file =
                File::open(path).with_context(|| format!("the records {name} cannot be read"))?;
            (Box::new(BufReader::new(file)), name)
        };
        Ok(Self {
            input,
            name,
            line: 0,
        })
    }

    fn read(&mut self) -> anyhow::Result<Option<Record>> {
        let mut line = Vec::new();
        loop {
            line.clear();
            self.line = self.line.saturating_add(1);
            let place = || format!("{}, line {}", self.name, self.line);
            let mut limited = (&mut self.input).take(LONGEST);
            let length = limited.read_until(b'\n', &mut line).with_context(place)?;
            if length == 0 {
                return Ok(None);
            }
            if u64::try_from(length)? == LONGEST {
                bail!("{}: a record of more than {} MB", place(), LONGEST >> 20);
            }
            if !line.trim_ascii().is_empty() {
                return serde_json::from_slice(&line).map(Some).with_context(|| {
                    format!(
                        "{}: this is no record that this version can read; records come from \
                             `hallmark check --format ndjson`",
                        place()
                    )
                });
            }
        }
    }
}

impl Iterator for Records {
    type Item = anyhow::Result<Record>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read().transpose()
    }
}
