//! `hallmark watermark bench PATH... -o DIR`: what a watermark endures on the user's own pictures.

mod codecs;
mod page;
mod scheme;
mod tally;
mod trial;

use std::{
    fs::{self, File},
    io::{BufWriter, Write},
    num::NonZeroUsize,
    path::{Path, PathBuf},
    sync::Mutex,
};

use anyhow::{Context, bail};
use globset::GlobSet;
use hallmark::{
    picture::MarkKey,
    watermark::{
        Key,
        attack::{self, Attack, Group},
    },
};
use image::ImageReader;
use rayon::prelude::*;

use self::{
    codecs::Programs,
    scheme::{Commands, Ours, Scheme},
    tally::Tally,
    trial::{Trials, Unmarked},
};
use crate::{console::Io, exit_status::ExitStatus, settings, walk::Walk};

/// What is measured, and with what.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER_HELP)]
pub(crate) struct Arguments {
    /// Pictures and folders of pictures
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,

    /// Folder for trials.ndjson, rates.csv and report.html
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,

    /// Write and read marks with this private key instead of the public one
    #[arg(long, value_name = "FILE", conflicts_with = "embed_cmd")]
    key: Option<PathBuf>,

    /// Carry out these attacks only; may be repeated [default: all]
    #[arg(long, value_name = "NAME")]
    attack: Vec<String>,

    /// Carry out the attacks of these groups only, separated by commas: A, B, C, D
    #[arg(
        long,
        value_name = "LIST",
        value_delimiter = ',',
        conflicts_with = "attack"
    )]
    group: Vec<String>,

    /// Payloads, and draws of each attack, a picture
    #[arg(long, value_name = "N", default_value_t = 1)]
    repeat: u32,

    /// Decides payloads, places, angles and noise
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    seed: u64,

    /// Look at so many unmarked copies of each picture: as it is, and under attacks
    #[arg(long, value_name = "N", default_value_t = 11)]
    unmarked: usize,

    /// Measure another watermark: a shell command that reads {in} (PNG), writes {out} (PNG) and
    /// embeds {payload} (hexadecimal digits)
    #[arg(long, value_name = "COMMAND", requires = "detect_cmd")]
    embed_cmd: Option<String>,

    /// The command that reads {in} (PNG) and prints the payload, or nothing where it finds none
    #[arg(long, value_name = "COMMAND", requires = "embed_cmd")]
    detect_cmd: Option<String>,

    /// Bits of the other watermark's payload
    #[arg(long, value_name = "N", default_value_t = 64, requires = "embed_cmd",
          value_parser = clap::value_parser!(u32).range(1..=64))]
    payload_bits: u32,

    /// Pictures at the same time [default: one per processor core]
    #[arg(short, long, value_name = "N")]
    jobs: Option<NonZeroUsize>,

    /// Say nothing on standard error but errors
    #[arg(short, long)]
    quiet: bool,
}

/// Shown below the long help.
const AFTER_HELP: &str = "\
A trial is right only when the exact payload is read, with no knowledge of the original. Attacks are
the same for every watermark, and the same seed draws the same places and noise. Lossy WebP, AVIF and
JPEG XL are carried out by cwebp and dwebp, avifenc and avifdec, cjxl and djxl, where installed; other
trials are left out and counted. Nothing is tuned: what the page says is what came out.

Exit status:
  0    everything was measured
  2    the command or its settings cannot be used
  3    some pictures could not be read or marked";

impl Arguments {
    /// Measures.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let attacks = self.attacks()?;
        let scheme = self.scheme()?;
        let programs = Programs::find();
        if let Some(folder) = &self.output {
            fs::create_dir_all(folder)
                .with_context(|| format!("the folder {} cannot be made", folder.display()))?;
        }
        let pictures = self.pictures();
        if pictures.is_empty() {
            bail!("there is no picture to measure with");
        }
        let mut threads = rayon::ThreadPoolBuilder::new();
        if let Some(jobs) = self.jobs {
            threads = threads.num_threads(jobs.get());
        }
        let threads = threads.build().context("no threads can be started")?;
        let log = Mutex::new(self.log()?);
        let problems = Mutex::new(Vec::new());
        let (seed, repeat, unmarked) = (self.seed, self.repeat, self.unmarked);
        let measured = threads.install(|| {
            pictures
                .par_iter()
                .map(|path| {
                    let mut tally = Tally::default();
                    let plan = Trials {
                        scheme: scheme.as_ref(),
                        attacks: &attacks,
                        codecs: &programs,
                        seed,
                    };
                    let outcome = measure(path, &plan, repeat, unmarked, &mut tally, &log);
                    if let Err(error) = outcome
                        && let Ok(mut problems) = problems.lock()
                    {
                        problems.push(format!("{}: {error:#}", path.display()));
                    }
                    tally
                })
                .reduce(Tally::default, Tally::with)
        });
        if let Ok(mut log) = log.into_inner()
            && let Some(out) = &mut log
        {
            out.flush().context("trials.ndjson cannot be written")?;
        }
        let problems = problems.into_inner().unwrap_or_default();
        for problem in &problems {
            writeln!(io.err, "hallmark: {problem}")?;
        }
        write!(io.out, "{}", measured.text(scheme.name()))?;
        if let Some(folder) = &self.output {
            self.write_reports(folder, &measured, scheme.name())?;
            if !self.quiet {
                writeln!(io.err, "{}", folder.join("report.html").display())?;
            }
        }
        Ok(if problems.is_empty() {
            ExitStatus::Done
        } else {
            ExitStatus::Incomplete
        })
    }

    fn write_reports(&self, folder: &Path, tally: &Tally, name: &str) -> anyhow::Result<()> {
        let write = |file: &str, text: String| {
            let path = folder.join(file);
            fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))
        };
        write("rates.csv", tally.csv())?;
        write("report.html", page::page(tally, name, self.seed))
    }

    /// Where single trials are written down, if anywhere.
    fn log(&self) -> anyhow::Result<Option<BufWriter<File>>> {
        let Some(folder) = &self.output else {
            return Ok(None);
        };
        let path = folder.join("trials.ndjson");
        let file =
            File::create(&path).with_context(|| format!("{} cannot be written", path.display()))?;
        Ok(Some(BufWriter::new(file)))
    }

    fn scheme(&self) -> anyhow::Result<Box<dyn Scheme>> {
        if let (Some(embed), Some(detect)) = (&self.embed_cmd, &self.detect_cmd) {
            return Ok(Box::new(Commands::new(embed, detect, self.payload_bits)?));
        }
        let key = match &self.key {
            Some(path) => settings::mark_keys(std::slice::from_ref(path))?
                .first()
                .map(MarkKey::key)
                .context("the key file holds no key")?,
            None => Key::public(),
        };
        Ok(Box::new(Ours::new(key)))
    }

    /// The attacks asked for.
    fn attacks(&self) -> anyhow::Result<Vec<Attack>> {
        let all = attack::list();
        for name in &self.attack {
            if !all.iter().any(|attack| attack.name == *name) {
                let names: Vec<&str> = all.iter().map(|attack| attack.name.as_str()).collect();
                bail!(
                    "there is no attack '{name}'; there are: {}",
                    names.join(" ")
                );
            }
        }
        let groups: Vec<Group> = self
            .group
            .iter()
            .map(|name| match name.to_ascii_uppercase().as_str() {
                "A" => Ok(Group::A),
                "B" => Ok(Group::B),
                "C" => Ok(Group::C),
                "D" => Ok(Group::D),
                _ => bail!("there is no group '{name}'; there are A, B, C and D"),
            })
            .collect::<anyhow::Result<_>>()?;
        Ok(all
            .into_iter()
            .filter(|attack| {
                (self.attack.is_empty() || self.attack.contains(&attack.name))
                    && (groups.is_empty() || groups.contains(&attack.group))
            })
            .collect())
    }

    /// Files with the name of a picture, in the order of the walk, and everything named by itself.
    fn pictures(&self) -> Vec<PathBuf> {
        let named = |path: &Path| {
            let format = image::ImageFormat::from_path(path);
            format.is_ok_and(|format| format.reading_enabled())
        };
        Walk::new(self.paths.clone().into_iter(), GlobSet::empty(), None)
            .filter(|found| found.named || named(&found.path))
            .map(|found| found.path)
            .collect()
    }
}

/// All trials of one picture.
fn measure(
    path: &Path,
    plan: &Trials<'_>,
    repeat: u32,
    unmarked: usize,
    tally: &mut Tally,
    log: &Mutex<Option<BufWriter<File>>>,
) -> anyhow::Result<()> {
    let picture = ImageReader::open(path)?
        .with_guessed_format()?
        .decode()?
        .to_rgb8();
    let name = path.to_string_lossy();
    let note = |line: String| -> anyhow::Result<()> {
        if let Ok(mut log) = log.lock()
            && let Some(out) = &mut *log
        {
            writeln!(out, "{line}").context("trials.ndjson cannot be written")?;
        }
        Ok(())
    };
    for Unmarked { attack, read } in plan.unmarked(&picture, unmarked)? {
        tally.add_unmarked(read.is_some());
        let read = read.map(|payload| payload.to_string());
        note(
            serde_json::json!({ "picture": name, "marked": false, "attack": attack, "read": read })
                .to_string(),
        )?;
    }
    for draw in 0..repeat {
        let marked = plan.marked(&picture, &name, draw)?;
        tally.add_marked(&marked);
        for trial in &marked.trials {
            note(
                serde_json::json!({
                    "picture": name,
                    "marked": true,
                    "kind": marked.kind,
                    "payload": marked.payload.to_string(),
                    "attack": trial.attack,
                    "group": format!("{:?}", trial.group),
                    "outcome": trial.outcome.as_str(),
                    "detect_ms": trial.milliseconds,
                })
                .to_string(),
            )?;
        }
    }
    Ok(())
}
