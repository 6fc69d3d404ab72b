//! `hallmark check PATH...`: the main job.

use std::{
    fs::File,
    io::{self, BufReader, Write},
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
    examine,
    registry::{OpenMode, Registries, Sqlite},
    report::{AssetName, CsvReport, Record, Report, Run, Sentence, Summary, Value},
    verdict::{Policy, judge},
};

use crate::{
    args::{Format, Layer},
    assets::Assets,
    cache::Cache,
    console::Io,
    exit_status::ExitStatus,
    inspect::{self, Inspector},
    list::PathList,
    log::Log,
    map_place::MapPlace,
    metrics::{Ending, Exporter, Metrics, Stage},
    progress::Progress,
    resume::{Delivery, Earlier, Numbered, Step},
    settings::Settings,
    walk::{Found, Walk, has_media_name},
    workers::{self, Event, Schedule, Work},
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

    /// Write down in this file how far the run is, and go on from there if it was interrupted,
    /// even by a power cut; with --format ndjson or csv
    #[arg(long, value_name = "STATE", help_heading = "Inputs")]
    pub(crate) resume: Option<PathBuf>,

    /// Only NUL bytes separate listed paths, even if a name holds a line break
    #[arg(short = '0', long, help_heading = "Inputs")]
    pub(crate) null: bool,

    /// Compare the one file to check with this one, from which it was made: whether the steps that
    /// its credential declares are those that are seen. Without pixels, languages of tracks alone
    /// are compared
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with_all = ["files_from", "resume"],
        help_heading = "Inputs"
    )]
    pub(crate) parent: Option<PathBuf>,

    /// Write results to this file instead of standard output
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub(crate) output: Option<PathBuf>,

    /// Read settings from this file instead of hallmark.toml in the current folder
    #[arg(long, value_name = "FILE", help_heading = "Inputs")]
    pub(crate) settings: Option<PathBuf>,

    /// Look at pixels whatever settings say: for commands that do nothing else.
    #[arg(skip)]
    pub(crate) look_at_pixels: bool,

    /// Where to draw what was changed since a recovered credential.
    #[arg(skip)]
    pub(crate) map: Option<MapPlace>,

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
        self.run_as(io, full_report)
    }

    /// Checks everything and writes the report that `make` makes.
    pub(crate) fn run_as(self, io: &mut Io<'_>, make: MakeReport) -> anyhow::Result<ExitStatus> {
        let environment = io.environment;
        let mut log = Log::new(&mut *io.err, environment.now);
        let settings = Settings::new(
            self,
            &mut Io {
                out: &mut *io.out,
                err: &mut log,
                environment,
            },
        )?;
        log.set_format(settings.log_format)?;
        let stop = stop_on_interrupt()?;
        inspect::keep_panics_quiet();
        let result = check(&settings, &stop, make, &mut *io.out, &mut log);
        match result {
            Err(error) if log.is_json() && !is_broken_pipe(&error) => {
                let message = format!("{error:#}").into();
                log.event("error", "run.failed", [("message", message)])?;
                Ok(ExitStatus::Usage)
            }
            result => result,
        }
    }
}

/// Makes the report of a run to a place, which may hold records of an earlier run already.
pub(crate) type MakeReport =
    for<'a> fn(&'a Settings, Run, Box<dyn io::Write + 'a>, bool) -> Box<dyn Report + 'a>;

fn full_report<'a>(
    settings: &'a Settings,
    run: Run,
    out: Box<dyn io::Write + 'a>,
    continued: bool,
) -> Box<dyn Report + 'a> {
    if continued && settings.format == Format::Csv {
        return Box::new(CsvReport::continued(out));
    }
    writer::report(
        settings.format,
        run,
        &settings.language,
        settings.style,
        &settings.fail_on,
        out,
    )
}

/// What one file came to.
enum Outcome {
    Checked(Box<Record>, Option<Ending>),
    /// Found in a folder, and no media.
    NotMedia,
    /// Done by the run that this one goes on from.
    Earlier,
}

fn check(
    settings: &Settings,
    stop: &AtomicBool,
    make: MakeReport,
    out: &mut dyn io::Write,
    log: &mut Log<'_>,
) -> anyhow::Result<ExitStatus> {
    let run = Run::new(
        settings.at,
        !settings.trust.is_empty_for(Purpose::ClaimSigning),
    )
    .with_trust(&settings.trust);
    let language = &settings.language;
    let metrics = Arc::new(Metrics::new());
    let mut summary = Summary::default();
    let mut status = ExitStatus::Done;

    let earlier = match &settings.resume {
        Some((path, question)) => Some(Earlier::open(path, question)?),
        None => None,
    };
    if let Some(earlier) = &earlier {
        status = earlier.restore(&mut summary);
        earlier.cut_report()?;
    }
    let target = Target::open(settings, earlier.as_ref(), out)?;
    let Target {
        out,
        place,
        delivery,
        continued,
    } = target;
    let mut report = make(settings, run.clone(), out, continued);

    let list_error = Mutex::new(None);
    let is_complete = earlier.as_ref().is_some_and(Earlier::is_complete);
    let inputs = inputs(settings, &list_error)?;
    let walk = Walk::new(inputs, settings.exclude.clone(), place.clone());
    let (walk, mut resume) = match earlier {
        Some(earlier) => {
            let (walk, resume) = earlier.go_on(walk, delivery)?;
            (walk, Some(resume))
        }
        None => (Numbered::from_start(walk), None),
    };
    let exporter = match &settings.metrics {
        Some(path) => Some(Exporter::start(path, &metrics)?),
        None => None,
    };
    let examine = examination(settings, &metrics)?;
    let cache = match &settings.cache {
        Some(path) => Some(Cache::open(path, &examine)?),
        None => None,
    };
    let mut assets = match &settings.assets {
        Some(folder) => Some(Assets::create(folder, &settings.paths)?),
        None => None,
    };
    let progress = progress(settings, place);
    let policy = Policy {
        profiles: &settings.profiles,
        ..Policy::new(&settings.trust, settings.at)
    };

    // One for each job: an open registry belongs to one thread.
    let registries = (0..settings.jobs.get())
        .map(|_| registries(&settings.registries))
        .collect::<anyhow::Result<Vec<_>>>()?;
    let registries = Mutex::new(registries);

    let walk = workers::run(
        Schedule {
            jobs: settings.jobs,
            ordered: settings.ordered,
            stop,
        },
        walk,
        || {
            let isolation = settings.isolation.clone();
            let mut registries = registries.lock().unwrap_or_else(PoisonError::into_inner);
            Inspector::new(
                examine.clone(),
                isolation,
                cache.as_ref(),
                &metrics,
                registries.pop().unwrap_or_default(),
            )
        },
        |inspector, (position, step), lane| {
            let Step::ToDo(found) = step else {
                return Work::Done((*position, Outcome::Earlier), 0);
            };
            let begun = Instant::now();
            let Ok(inspected) = inspector.inspect(found, lane) else {
                return Work::Alone;
            };
            let evidence = inspected.evidence;
            if !found.named && is_not_media(found, &evidence) {
                return Work::Done((*position, Outcome::NotMedia), 0);
            }
            let format = evidence.format;
            let judging = Instant::now();
            let statement = judge(evidence, &policy);
            if let Some(map) = &settings.map {
                map.draw(inspector, found, &statement, lane);
            }
            let name = asset_name(&found.path);
            let record = (&statement, name, begun.elapsed()).into();
            metrics.took(Stage::Judge, format, judging.elapsed());
            let outcome = Outcome::Checked(Box::new(record), inspected.ended);
            Work::Done((*position, outcome), inspected.weight)
        },
        |event| {
            let (position, outcome) = match event {
                Event::Idle => {
                    progress.aside(|| report.flush())?;
                    if let Some(resume) = resume.as_mut().filter(|resume| resume.is_due()) {
                        resume.save(&summary, status, false)?;
                    }
                    return Ok(());
                }
                Event::Result(result) => result,
            };
            match outcome {
                Outcome::Earlier => {}
                Outcome::NotMedia => {
                    summary.not_media = summary.not_media.saturating_add(1);
                    metrics.not_media();
                }
                Outcome::Checked(record, ended) => {
                    summary.count(&record);
                    metrics.record(&record);
                    if record.credentials.state == "unreadable" {
                        status = status.merge(ExitStatus::Incomplete);
                    }
                    if settings.fail_on.iter().any(|item| item.applies(&record)) {
                        summary.policy_findings = summary.policy_findings.saturating_add(1);
                        status = status.merge(ExitStatus::PolicyFinding);
                    }
                    if let Some(ending) = ended {
                        let fields = [
                            ("reason", ending.name().into()),
                            ("path", record.path.as_str().into()),
                        ];
                        log.event("warning", "worker.ended", fields)?;
                    }
                    if let Some(assets) = &mut assets {
                        assets.keep(&record)?;
                    }
                    progress.aside(|| report.record(&record))?;
                }
            }
            progress.advance();
            if let Some(resume) = &mut resume {
                resume.done(position);
                if resume.is_due() {
                    report.flush()?;
                    resume.save(&summary, status, false)?;
                }
            }
            Ok::<_, io::Error>(())
        },
    )?
    .into_inner();
    drop(progress);

    if let Some(map) = &settings.map {
        let drawn = map.finish();
        for problem in &drawn.failed {
            status = status.merge(ExitStatus::Incomplete);
            writeln!(log, "hallmark: {problem}")?;
        }
        if !settings.quiet {
            for place in &drawn.written {
                let shown = place.to_string_lossy();
                let values = [("output", Value::Text(&shown))];
                writeln!(log, "{}", language.sentence(Sentence::MapWritten, &values))?;
            }
        }
    }
    let passed_over = walk.passed_over();
    summary.excluded = passed_over.excluded;
    summary.links = passed_over.links;
    summary.special = passed_over.special;
    summary.sidecars = passed_over.sidecars;
    summary.interrupted = stop.load(Ordering::Relaxed);
    let lasting = status;
    if summary.interrupted {
        status = status.merge(ExitStatus::Interrupted);
    }
    drop(walk);
    let list_error = list_error
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner);
    report.finish(&summary)?;
    if let Some(resume) = &mut resume {
        let complete = is_complete || (!summary.interrupted && list_error.is_none());
        resume.save(&summary, lasting, complete)?;
    }
    drop(report);
    if let Some(exporter) = exporter {
        exporter.finish()?;
    }
    if !settings.quiet && (settings.format != Format::Text || settings.output.is_some()) {
        for sentence in summary.sentences(&run, language) {
            writeln!(log, "{sentence}")?;
        }
    }
    let fields = [
        ("summary", serde_json::to_value(&summary)?),
        ("worker_restarts", metrics.worker_restarts().into()),
    ];
    log.event("info", "run.finished", fields)?;
    if let Some(cache) = cache
        && let Err(problem) = cache.finish()
    {
        writeln!(log, "hallmark: {problem:#}")?;
    }
    match list_error {
        None => Ok(status),
        Some(error) => Err(error),
    }
}

/// How to examine, with what there is to know of the parent.
fn examination(settings: &Settings, metrics: &Metrics) -> anyhow::Result<examine::Settings> {
    let mut examine = settings.examine.clone();
    if let Some(path) = &settings.parent {
        let isolation = settings.isolation.clone();
        let none = Registries::default();
        let mut inspector = Inspector::new(examine.clone(), isolation, None, metrics, none);
        examine.parent = Some(Box::new(inspector.parent(path)?));
    }
    Ok(examine)
}

/// Opens registries for look-ups.
fn registries(paths: &[PathBuf]) -> anyhow::Result<Registries> {
    let mut registries = Registries::default();
    for path in paths {
        let registry = Sqlite::open(path, OpenMode::Read)?;
        registries.push(Box::new(registry));
    }
    Ok(registries)
}

/// Where the report goes.
struct Target<'a> {
    out: Box<dyn io::Write + 'a>,
    /// The file that it is, so that no walk takes it for an input.
    place: Option<PathBuf>,
    delivery: Delivery,
    /// It holds records already.
    continued: bool,
}

impl<'a> Target<'a> {
    /// Opens the report; goes on with the one of an earlier run, if it goes to the same place.
    fn open(
        settings: &Settings,
        earlier: Option<&Earlier>,
        out: &'a mut dyn io::Write,
    ) -> anyhow::Result<Self> {
        let Some(path) = &settings.output else {
            let delivery = if earlier.is_some() {
                Delivery::stdout()
            } else {
                Delivery::Pipe
            };
            return Ok(Self {
                continued: earlier.is_some_and(|earlier| delivery.goes_on_from(earlier)),
                out: Box::new(out),
                place: None,
                delivery,
            });
        };
        let place = std::fs::canonicalize(path).ok();
        let continued = earlier.is_some_and(|earlier| {
            place
                .as_deref()
                .is_some_and(|place| earlier.reported_to(place))
        });
        let (file, place) = if continued {
            writer::go_on(path)?
        } else {
            writer::create(path, &settings.paths)?
        };
        let delivery = Delivery::file(file.try_clone()?, place.clone());
        Ok(Self {
            out: Box::new(writer::buffered(file, path)),
            place: Some(place),
            delivery,
            continued,
        })
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
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
