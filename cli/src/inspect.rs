//! One file in, evidence out: read once, surveyed here, and handed to a worker process when
//! foreign parsers must look.

mod extension;
mod parent;
mod recovery;

use std::{
    cell::RefCell,
    ffi::OsString,
    fs::File,
    io::{self, BufReader, Cursor, Read, Seek},
    panic::{self, AssertUnwindSafe},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use hallmark::{
    asset::Source,
    credentials::CredentialEvidence,
    evidence::{Code, Evidence, Finding, Place},
    examine::{self, Settings, Survey},
    fingerprint::Region,
    parent::ParentFile,
    recovery::{Candidate, RecoveredEvidence},
    registry::Registries,
};
use serde::{Deserialize, Serialize};

use crate::{
    cache::{Cache, CacheReader, Lookup},
    memory::{LARGE, Shares},
    metrics::{Ending, Metrics, Stage},
    pool::{self, Answered, NoAnswer, Worker, WorkerCommand},
    walk::{Found, unreadable},
    workers::Lane,
};

/// Files up to this length are read whole, into a buffer that is used again. Nearly all pictures
/// are shorter; longer files are read as they are needed.
const WHOLE: u64 = 16 << 20;

/// The same for a survey whose files go to a worker when they are signed: it reads the headers
/// of a longer file and, of an unsigned one, hashes the rest as it comes.
const SURVEYED: u64 = 256 << 10;

/// The part of a file's deadline after which the search for marks gives up. What follows it, the
/// hash of the file and the answer, takes less than the rest even of long files.
const PATIENCE: f64 = 0.75;

/// What a worker process is asked about a file.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Question {
    #[serde(default)]
    task: Task,
    /// The operating system's own form of the path: it may not be text. Opened by the worker only
    /// where open files cannot be handed over.
    path: OsString,
    sidecar: Option<OsString>,
    settings: Settings,
    /// Memory that the examination may take, in bytes.
    memory: u64,
    /// Time after which the search for marks gives up, so that the rest is answered in time.
    patience: Duration,
}

/// What there is to do with it.
#[derive(Debug, Default, Serialize, Deserialize)]
enum Task {
    /// Find out all that can be learnt.
    #[default]
    Examine,
    /// Read these manifests, which registries offered, beside it.
    Recover(Vec<Candidate>),
    /// Draw it with these regions framed.
    Draw(Vec<Region>),
    /// Describe it as the parent of another.
    Parent,
}

/// What a worker process answers.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Answer {
    /// To [`Task::Examine`].
    Evidence(Box<Evidence>),
    /// To [`Task::Recover`]; nothing where the file could not be read.
    Recovered(Vec<RecoveredEvidence>),
    /// To [`Task::Draw`]: a PNG file in base64; nothing where there are no pixels.
    Map(Option<String>),
    /// To [`Task::Parent`]; nothing where the file could not be read.
    Parent(Option<Box<ParentFile>>),
}

/// Where foreign parsers run.
#[derive(Clone, Debug)]
pub(crate) enum Isolation {
    /// In worker processes, each asset at most this long.
    Workers {
        /// How to start one.
        command: WorkerCommand,
        /// Time for one asset.
        deadline: Duration,
        /// Memory for one asset.
        shares: Shares,
    },
    /// In this process; nothing can be stopped.
    InProcess,
}

/// Looks into one file after the other.
#[derive(Debug)]
pub(crate) struct Inspector<'a> {
    settings: Settings,
    cell: Option<Cell>,
    cache: Option<CacheReader<'a>>,
    metrics: &'a Metrics,
    registries: Registries,
    buffer: Vec<u8>,
}

/// A worker, and what it may take.
#[derive(Debug)]
struct Cell {
    worker: Worker,
    deadline: Duration,
    shares: Shares,
}

/// Evidence, and about how much memory it holds, in bytes.
#[derive(Debug)]
pub(crate) struct Inspected {
    /// What was found.
    pub(crate) evidence: Evidence,
    /// The length of the evidence as it came from a worker; 0 for what was found here, which is
    /// bounded by the limits on labels and findings.
    pub(crate) weight: usize,
    /// How the worker ended that was asked about it.
    pub(crate) ended: Option<Ending>,
}

/// This file needs more than a share: it must be inspected alone.
#[derive(Debug)]
pub(crate) struct NeedsMore;

impl<'a> Inspector<'a> {
    /// An inspector; a worker process starts with the first file that needs one.
    pub(crate) fn new(
        settings: Settings,
        isolation: Isolation,
        cache: Option<&'a Cache>,
        metrics: &'a Metrics,
        registries: Registries,
    ) -> Self {
        Self {
            settings,
            registries,
            cell: match isolation {
                Isolation::Workers {
                    command,
                    deadline,
                    shares,
                } => Some(Cell {
                    worker: Worker::new(command),
                    deadline,
                    shares,
                }),
                Isolation::InProcess => None,
            },
            cache: cache.map(Cache::reader),
            metrics,
            buffer: Vec::new(),
        }
    }

    /// Everything that can be learnt about a file. What cannot be looked into is evidence too.
    ///
    /// # Errors
    /// Only on the shared lane: when the file takes more than a share of memory.
    pub(crate) fn inspect(&mut self, found: &Found, lane: Lane) -> Result<Inspected, NeedsMore> {
        let mut inspected = match &found.problem {
            Some((code, detail)) => examine::unreadable(0, *code, detail).into(),
            None => self.look(found, lane)?,
        };
        if !self.registries.is_empty() {
            self.recover(found, lane, &mut inspected)?;
        }
        if let Some(finding) = extension_differs(&found.path, &inspected.evidence) {
            inspected.evidence.findings.push(finding);
        }
        Ok(inspected)
    }

    fn look(&mut self, found: &Found, lane: Lane) -> Result<Inspected, NeedsMore> {
        let Self {
            settings,
            cell,
            cache,
            metrics,
            buffer,
            ..
        } = self;
        let opened = open(&found.path).and_then(|(file, length)| {
            let sidecar = found.sidecar.as_deref();
            Ok((file, length, read_sidecar(sidecar, settings)?))
        });
        let (file, length, sidecar) = match opened {
            Ok(opened) => opened,
            Err(error) => return Ok(unreadable_evidence(&error).into()),
        };
        let sidecar_bytes = sidecar.as_ref().map(|(_, bytes)| bytes.as_slice());
        let whole = if cell.is_some() { SURVEYED } else { WHOLE };
        let begun = Instant::now();
        let read = source(&file, length, settings, whole, buffer);
        let (mut source, length) = match read {
            Ok(read) => read,
            Err(error) => return Ok(unreadable_evidence(&error).into()),
        };
        let surveyed =
            guarded(|| examine::survey(source.as_mut(), length, sidecar_bytes, settings));
        let known = match surveyed {
            Ok(Ok(Survey::Complete(evidence))) => Some(*evidence),
            Ok(Ok(Survey::NeedsExamination)) => None,
            Ok(Err(error)) => Some(unreadable_evidence(&error)),
            Err(panicked) => Some(*panicked),
        };
        if let Some(evidence) = known {
            metrics.took(Stage::Survey, evidence.format, begun.elapsed());
            return Ok(evidence.into());
        }
        let mut place = None;
        if let Some(cache) = cache {
            let begun = Instant::now();
            let looked_up = cache.look_up(source.as_mut(), sidecar_bytes);
            let format = match &looked_up {
                Ok(Lookup::Hit(evidence)) => evidence.format,
                _ => None,
            };
            metrics.took(Stage::Cache, format, begun.elapsed());
            metrics.cache_lookup(matches!(looked_up, Ok(Lookup::Hit(_))));
            match looked_up {
                Ok(Lookup::Hit(evidence)) => return Ok((*evidence).into()),
                Ok(Lookup::Miss(found)) => place = Some(found),
                Err(error) => return Ok(unreadable_evidence(&error).into()),
            }
        }
        if lane == Lane::Shared && length > LARGE {
            return Err(NeedsMore);
        }
        let begun = Instant::now();
        let Some(cell) = cell else {
            let evidence = examined(length, || {
                examine::examine(source.as_mut(), length, sidecar_bytes, settings)
            });
            metrics.took(Stage::Examine, evidence.format, begun.elapsed());
            if let (Some(cache), Some(place)) = (cache, place) {
                cache.keep(place, &evidence);
            }
            return Ok(evidence.into());
        };
        drop(source);
        let mut files = vec![&file];
        files.extend(sidecar.as_ref().map(|(file, _)| file));
        let question = cell.question(Task::Examine, found, settings, lane);
        let inspected = cell.ask(&question, &files, length, metrics);
        if lane == Lane::Shared && lacked_memory(&inspected.evidence) {
            return Err(NeedsMore);
        }
        metrics.took(Stage::Examine, inspected.evidence.format, begun.elapsed());
        if let (Some(cache), Some(place)) = (cache, place) {
            cache.keep(place, &inspected.evidence);
        }
        Ok(inspected)
    }
}

impl Cell {
    fn question(&self, task: Task, found: &Found, settings: &Settings, lane: Lane) -> Question {
        Question {
            task,
            path: found.path.clone().into_os_string(),
            sidecar: found.sidecar.clone().map(PathBuf::into_os_string),
            settings: settings.clone(),
            memory: match lane {
                Lane::Shared => self.shares.ordinary,
                Lane::Alone => self.shares.alone,
            },
            patience: self.deadline.mul_f64(PATIENCE),
        }
    }

    fn ask(
        &mut self,
        question: &Question,
        files: &[&File],
        length: u64,
        metrics: &Metrics,
    ) -> Inspected {
        let starts = !self.worker.is_running();
        let answered = self.worker.ask::<_, Answer>(question, files, self.deadline);
        if starts {
            metrics.worker_started(self.worker.confinement());
        }
        let reason = match answered {
            Ok(Answered {
                answer: Answer::Evidence(evidence),
                length,
            }) => {
                return Inspected {
                    evidence: *evidence,
                    weight: length,
                    ended: None,
                };
            }
            Ok(_) => NoAnswer::Died("it answered another question".to_owned()),
            Err(reason) => reason,
        };
        let (ending, evidence) = match reason {
            NoAnswer::Deadline(passed) => {
                let detail = format!("{} s", passed.as_secs_f64());
                let evidence = examine::unreadable(length, Code::LimitDeadline, &detail);
                (Some(Ending::Deadline), evidence)
            }
            NoAnswer::Memory => {
                let detail = format!("more than {} MB", question.memory >> 20);
                let evidence = examine::unreadable(length, Code::LimitMemory, &detail);
                (Some(Ending::Memory), evidence)
            }
            NoAnswer::Stack => {
                let limit = pool::STACK;
                (
                    Some(Ending::Stack),
                    too_much(length, "bytes of stack", limit),
                )
            }
            NoAnswer::TooLong => {
                let limit = pool::LONGEST_ANSWER;
                (None, too_much(length, "bytes of evidence", limit))
            }
            NoAnswer::Died(_) | NoAnswer::NotStarted(_) => {
                let detail = reason.to_string();
                let evidence = examine::unreadable(length, Code::InternalWorkerDied, &detail);
                (Some(Ending::Died), evidence)
            }
        };
        if let Some(ending) = ending {
            metrics.worker_ended(ending);
        }
        Inspected {
            ended: ending,
            ..evidence.into()
        }
    }
}

/// Evidence about an asset whose structure takes more than a worker has.
fn too_much(length: u64, what: &str, limit: usize) -> Evidence {
    let mut evidence = examine::unreadable(length, Code::LimitStructure, what);
    evidence.findings = vec![
        Finding::new(Code::LimitStructure, Place::Asset)
            .with("what", what)
            .with("limit", limit),
    ];
    evidence
}

impl From<Evidence> for Inspected {
    fn from(evidence: Evidence) -> Self {
        Self {
            evidence,
            weight: 0,
            ended: None,
        }
    }
}

/// Whether more memory might have given another answer.
fn lacked_memory(evidence: &Evidence) -> bool {
    matches!(
        evidence.credentials,
        CredentialEvidence::Unreadable {
            code: Code::LimitMemory,
            ..
        }
    ) || evidence
        .findings
        .iter()
        .any(|finding| finding.code == Code::LimitMemory)
}

impl Question {
    /// The file in question.
    #[cfg(test)]
    pub(crate) fn path(&self) -> &Path {
        Path::new(&self.path)
    }

    /// Memory that its examination may take, in bytes.
    pub(crate) const fn memory(&self) -> u64 {
        self.memory
    }
}

/// What a worker process answers. `files` are the asset and the manifest beside it, where files
/// can be handed over.
pub(crate) fn answer(mut question: Question, files: Vec<File>) -> Answer {
    let begun = Instant::now();
    let patience = question.patience;
    match std::mem::take(&mut question.task) {
        Task::Examine => answer_with(question, files, |source, length, sidecar, settings| {
            let cancel = || begun.elapsed() > patience;
            examine::examine_until(source, length, sidecar, settings, &cancel)
        }),
        Task::Recover(candidates) => {
            Answer::Recovered(recovery::read(&question, files, candidates))
        }
        Task::Draw(regions) => Answer::Map(recovery::drawn(&question, files, &regions)),
        Task::Parent => Answer::Parent(parent::described(&question, files)),
    }
}

/// The same with another examination in the place of ours.
pub(crate) fn answer_with(
    question: Question,
    files: Vec<File>,
    look: impl FnOnce(&mut dyn Source, u64, Option<&[u8]>, &Settings) -> io::Result<Evidence>,
) -> Answer {
    Answer::Evidence(Box::new(evidence_with(question, files, look)))
}

fn evidence_with(
    question: Question,
    files: Vec<File>,
    look: impl FnOnce(&mut dyn Source, u64, Option<&[u8]>, &Settings) -> io::Result<Evidence>,
) -> Evidence {
    let Question {
        path,
        sidecar,
        settings,
        ..
    } = question;
    let sidecar_path = sidecar.as_deref().map(Path::new);
    let mut files = files.into_iter();
    let opened = match files.next() {
        Some(mut file) => file.rewind().and_then(|()| {
            let length = file.metadata()?.len();
            let sidecar = match (files.next(), sidecar_path) {
                (Some(mut handed), Some(path)) if settings.witnesses.credentials => {
                    handed.rewind()?;
                    Some(read_limited(&handed, path, &settings)?)
                }
                _ => None,
            };
            Ok((file, length, sidecar))
        }),
        None => open(Path::new(&path)).and_then(|(file, length)| {
            let sidecar = read_sidecar(sidecar_path, &settings)?;
            Ok((file, length, sidecar.map(|(_, bytes)| bytes)))
        }),
    };
    let (file, length, sidecar) = match opened {
        Ok(opened) => opened,
        Err(error) => return unreadable_evidence(&error),
    };
    // Fresh pages for every file would cost a tenth of its examination.
    let mut buffer = BUFFER.take();
    let evidence = match source(&file, length, &settings, WHOLE, &mut buffer) {
        Ok((mut source, length)) => examined(length, || {
            look(source.as_mut(), length, sidecar.as_deref(), &settings)
        }),
        Err(error) => unreadable_evidence(&error),
    };
    BUFFER.set(buffer);
    evidence
}

thread_local! {
    /// Holds the file in hand of a worker's examining thread.
    static BUFFER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    /// Where this thread last panicked, and what it said.
    static LAST_PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Turns panics of examining threads from lines on the terminal into findings.
pub(crate) fn keep_panics_quiet() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let examining = std::thread::current()
            .name()
            .is_some_and(|name| name.starts_with("examine"));
        if examining {
            LAST_PANIC.with(|last| *last.borrow_mut() = info.to_string().replace('\n', " "));
        } else {
            usual(info);
        }
    }));
}

/// Runs `look`, and makes evidence of a panic in it.
fn guarded<T>(look: impl FnOnce() -> T) -> Result<T, Box<Evidence>> {
    // Whatever was half-done belongs to this asset alone and is dropped with it.
    panic::catch_unwind(AssertUnwindSafe(look)).map_err(|_| {
        let detail = LAST_PANIC.with(RefCell::take);
        Box::new(examine::unreadable(0, Code::InternalPanic, &detail))
    })
}

/// The evidence of an examination, or of how it failed.
fn examined(length: u64, look: impl FnOnce() -> io::Result<Evidence>) -> Evidence {
    match guarded(look) {
        Ok(Ok(evidence)) => evidence,
        Ok(Err(error)) => unreadable_evidence(&error),
        Err(mut panicked) => {
            panicked.bytes = length;
            *panicked
        }
    }
}

/// Opens a file for reading, and says how long it is.
fn open(path: &Path) -> io::Result<(File, u64)> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(io::Error::other("it is no longer a regular file"));
    }
    Ok((file, metadata.len()))
}

/// The bytes of a file: in `buffer` when they are at most `whole`, else as they are needed.
fn source<'a>(
    file: &'a File,
    length: u64,
    settings: &Settings,
    whole: u64,
    buffer: &'a mut Vec<u8>,
) -> io::Result<(Box<dyn Source + 'a>, u64)> {
    if length > whole.min(settings.limits.bytes) {
        return Ok((Box::new(BufReader::new(file)), length));
    }
    buffer.clear();
    // A file that grows meanwhile is read as long as it was.
    file.take(length).read_to_end(buffer)?;
    let length = u64::try_from(buffer.len()).unwrap_or(length);
    Ok((Box::new(Cursor::new(buffer.as_slice())), length))
}

/// The manifest store beside an asset, open and read.
fn read_sidecar(
    sidecar: Option<&Path>,
    settings: &Settings,
) -> io::Result<Option<(File, Vec<u8>)>> {
    let Some(path) = sidecar.filter(|_| settings.witnesses.credentials) else {
        return Ok(None);
    };
    let file = File::open(path).map_err(|error| beside(path, &error))?;
    let bytes = read_limited(&file, path, settings)?;
    Ok(Some((file, bytes)))
}

fn read_limited(file: &File, path: &Path, settings: &Settings) -> io::Result<Vec<u8>> {
    let limit = settings.limits.manifest_store;
    let mut bytes = Vec::new();
    file.take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| beside(path, &error))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > limit) {
        let error = io::Error::other(format!("more than {limit} bytes"));
        return Err(beside(path, &error));
    }
    Ok(bytes)
}

/// An error with the manifest store beside an asset.
fn beside(path: &Path, error: &io::Error) -> io::Error {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    io::Error::new(
        error.kind(),
        format!("the manifest beside it, {name}: {error}"),
    )
}

fn unreadable_evidence(error: &io::Error) -> Evidence {
    let (code, detail) = unreadable(error);
    examine::unreadable(0, code, &detail)
}

/// A name that promises another format than the content has.
fn extension_differs(path: &Path, evidence: &Evidence) -> Option<Finding> {
    let format = evidence.format?;
    let extension = path.extension()?.to_str()?;
    extension::contradicts(extension, format).then(|| {
        Finding::new(Code::AssetExtensionDiffers, Place::Asset)
            .with("extension", format_args!(".{extension}"))
            .with("format", format.media_type())
    })
}
