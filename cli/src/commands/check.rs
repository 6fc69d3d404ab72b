//! `hallmark check PATH...`: the main job.

use std::{
    fs::File,
    io::{self, BufReader},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Instant,
};

use anyhow::Context;
use hallmark::{
    credentials::{CredentialEvidence, profile::Purpose},
    evidence::{Code, Evidence},
    report::{AssetName, Record, Run, Summary},
    verdict::{Policy, judge},
};

use crate::{
    args::{Format, Layer},
    console::Io,
    exit_status::ExitStatus,
    inspect::{self, Inspector},
    list::PathList,
    progress::Progress,
    settings::Settings,
    walk::{Found, Walk, has_media_name},
    workers::{self, Event, Schedule},
    writer,
};

/// What to check, and how.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXIT_STATUS)]
pub(crate) struct Arguments {
    /// Files and folders; `-` reads a list of paths from standard input
    #[arg(value_name = "PATH", required_unless_present = "files_from")]
    pub(crate) paths: Vec<PathBuf>,

    /// Read further paths from this file, one a line or separated by NUL bytes; `-` is standard
    /// input
    #[arg(long, value_name = "FILE", help_heading = "Inputs")]
    pub(crate) files_from: Option<PathBuf>,

    /// Only NUL bytes separate listed paths, even if a name holds a line break
    #[arg(short = '0', long, help_heading = "Inputs")]
    pub(crate) null: bool,

    /// Write results to this file instead of standard output
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub(crate) output: Option<PathBuf>,

    /// Read settings from this file instead of hallmark.toml in the current folder
    #[arg(long, value_name = "FILE", help_heading = "Inputs")]
    pub(crate) settings: Option<PathBuf>,

    /// What may also stand in `hallmark.toml` and in `HALLMARK_*` variables.
    #[command(flatten)]
    pub(crate) layer: Layer,
}

/// Shown below the long help.
const EXIT_STATUS: &str = "\
Exit status:
  0    everything was checked, and nothing that --fail-on names was found
  1    something that --fail-on names was found
  2    the command or its settings cannot be used
  3    some inputs could not be checked
  130  interrupted

Every option can also stand in hallmark.toml (without its dashes) and in a variable
(--max-bytes is HALLMARK_MAX_BYTES); flags count more than variables, variables more than the file.";

impl Arguments {
    /// Checks everything and reports it.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let settings = Settings::new(self, io)?;
        let stop = stop_on_interrupt()?;
        inspect::keep_panics_quiet();
        check(&settings, &stop, io)
    }
}

/// What one file came to.
enum Outcome {
    Checked(Box<Record>),
    /// Found in a folder, and no media.
    NotMedia,
}

fn check(settings: &Settings, stop: &AtomicBool, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
    let run = Run::new(
        settings.at,
        !settings.trust.is_empty_for(Purpose::ClaimSigning),
    );
    let language = &settings.language;
    let (out, place): (Box<dyn io::Write + '_>, _) = match &settings.output {
        Some(path) => {
            let (file, place) = writer::create(path, &settings.paths)?;
            (Box::new(file), Some(place))
        }
        None => (Box::new(&mut *io.out), None),
    };
    let mut report = writer::report(settings.format, run.clone(), language, settings.style, out);

    let list_error = Mutex::new(None);
    let inputs = inputs(settings, &list_error)?;
    let walk = Walk::new(inputs, settings.exclude.clone(), place.clone());
    let progress = progress(settings, place);
    let policy = Policy::new(&settings.trust, settings.at);
    let mut summary = Summary::default();
    let mut status = ExitStatus::Done;

    let walk = workers::run(
        Schedule {
            jobs: settings.jobs,
            ordered: settings.ordered,
            stop,
        },
        walk,
        || Inspector::new(settings.examine.clone(), settings.isolation.clone()),
        |inspector, found| {
            let begun = Instant::now();
            let evidence = inspector.inspect(&found);
            if !found.named && is_not_media(&found, &evidence) {
                return Outcome::NotMedia;
            }
            let statement = judge(evidence, &policy);
            let name = asset_name(&found.path);
            Outcome::Checked(Box::new(
                (&statement, name, begun.elapsed(), language).into(),
            ))
        },
        |event| match event {
            Event::Idle => progress.aside(|| report.flush()),
            Event::Result(Outcome::NotMedia) => {
                summary.not_media = summary.not_media.saturating_add(1);
                progress.advance();
                Ok(())
            }
            Event::Result(Outcome::Checked(record)) => {
                summary.count(&record);
                if record.credentials.state == "unreadable" {
                    status = status.merge(ExitStatus::Incomplete);
                }
                if settings.fail_on.iter().any(|item| item.applies(&record)) {
                    summary.policy_findings = summary.policy_findings.saturating_add(1);
                    status = status.merge(ExitStatus::PolicyFinding);
                }
                progress.advance();
                progress.aside(|| report.record(&record))
            }
        },
    )?;
    drop(progress);

    let passed_over = walk.passed_over();
    summary.excluded = passed_over.excluded;
    summary.links = passed_over.links;
    summary.special = passed_over.special;
    summary.sidecars = passed_over.sidecars;
    summary.interrupted = stop.load(Ordering::Relaxed);
    if summary.interrupted {
        status = status.merge(ExitStatus::Interrupted);
    }
    report.finish(&summary)?;
    drop(report);
    if !settings.quiet && (settings.format != Format::Text || settings.output.is_some()) {
        for sentence in summary.sentences(&run, language) {
            writeln!(io.err, "{sentence}")?;
        }
    }
    drop(walk);
    match list_error
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner)
    {
        None => Ok(status),
        Some(error) => Err(error),
    }
}

/// Everything named: arguments first, in order, then the list. A list that cannot be read to its
/// end leaves its error in `list_error`, after what came before it was checked.
fn inputs<'a>(
    settings: &'a Settings,
    list_error: &'a Mutex<Option<anyhow::Error>>,
) -> anyhow::Result<Box<dyn Iterator<Item = PathBuf> + Send + 'a>> {
    let from_list = |name: &'static str, list: Box<dyn io::BufRead + Send>| {
        PathList::new(list, settings.nul).map_while(move |path| match path {
            Ok(path) => Some(path),
            Err(error) => {
                let error =
                    anyhow::Error::from(error).context(format!("{name} cannot be read to its end"));
                *list_error.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                None
            }
        })
    };
    let stdin = || -> Box<dyn io::BufRead + Send> { Box::new(BufReader::new(io::stdin())) };
    let mut inputs: Box<dyn Iterator<Item = PathBuf> + Send + 'a> = Box::new(std::iter::empty());
    for path in &settings.paths {
        inputs = if path == Path::new("-") {
            Box::new(inputs.chain(from_list("the list on standard input", stdin())))
        } else {
            Box::new(inputs.chain(std::iter::once(path.clone())))
        };
    }
    if let Some(path) = &settings.list {
        let list = if path == Path::new("-") {
            stdin()
        } else {
            let file = File::open(path)
                .with_context(|| format!("the list of paths {} cannot be read", path.display()))?;
            Box::new(BufReader::new(file))
        };
        inputs = Box::new(inputs.chain(from_list("the list of paths", list)));
    }
    Ok(inputs)
}

/// A bar that knows how many files there are, when nothing but folders and files was named.
fn progress(settings: &Settings, place: Option<PathBuf>) -> Progress {
    if !settings.progress {
        return Progress::hidden();
    }
    let known =
        settings.list.is_none() && !settings.paths.iter().any(|path| path == Path::new("-"));
    let all = known.then(|| {
        let inputs = settings.paths.clone().into_iter();
        Walk::new(inputs, settings.exclude.clone(), place)
    });
    Progress::shown(all)
}

/// A file in a folder that nobody expects to be reported. What has a manifest beside it is
/// reported, and an empty file whose name promises media.
fn is_not_media(found: &Found, evidence: &Evidence) -> bool {
    let CredentialEvidence::Unreadable { code, .. } = evidence.credentials else {
        return false;
    };
    let unknown = match code {
        Code::AssetUnsupported => true,
        Code::AssetEmpty => !has_media_name(&found.path),
        _ => false,
    };
    unknown && evidence.format.is_none() && found.sidecar.is_none()
}

fn asset_name(path: &Path) -> AssetName {
    match path.to_str() {
        Some(text) => AssetName {
            text: text.to_owned(),
            bytes: None,
        },
        None => AssetName {
            text: path.to_string_lossy().into_owned(),
            bytes: Some(path.as_os_str().as_encoded_bytes().to_vec()),
        },
    }
}

/// The first interrupt lets the files in hand finish; the second ends the program at once.
pub(crate) fn stop_on_interrupt() -> anyhow::Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&stop);
    ctrlc::set_handler(move || {
        if flag.swap(true, Ordering::Relaxed) {
            #[allow(
                clippy::exit,
                reason = "asked twice to stop: nothing is left to finish"
            )]
            std::process::exit(i32::from(ExitStatus::Interrupted.number()));
        }
    })
    .context("interrupts cannot be handled")?;
    Ok(stop)
}

#[cfg(test)]
mod tests;
