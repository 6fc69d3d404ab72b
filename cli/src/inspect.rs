//! One file in, evidence out: read once, surveyed here, and handed to a worker process when
//! foreign parsers must look.

use std::{
    cell::RefCell,
    ffi::OsString,
    fs::File,
    io::{self, BufReader, Cursor, Read},
    panic::{self, AssertUnwindSafe},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use hallmark::{
    asset::Source,
    evidence::{Code, Evidence, Finding, Place},
    examine::{self, Settings, Survey},
};
use serde::{Deserialize, Serialize};

use crate::{
    pool::{NoAnswer, Worker, WorkerCommand},
    walk::{Found, unreadable},
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

/// What a worker process is asked: examine this file.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Question {
    /// The operating system's own form of the path: it may not be text.
    path: OsString,
    sidecar: Option<OsString>,
    settings: Settings,
    /// Time after which the search for marks gives up, so that the rest is answered in time.
    patience: Duration,
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
    },
    /// In this process; nothing can be stopped.
    InProcess,
}

/// Looks into one file after the other.
#[derive(Debug)]
pub(crate) struct Inspector {
    settings: Settings,
    worker: Option<(Worker, Duration)>,
    buffer: Vec<u8>,
}

impl Inspector {
    /// An inspector; a worker process starts with the first file that needs one.
    pub(crate) fn new(settings: Settings, isolation: Isolation) -> Self {
        Self {
            settings,
            worker: match isolation {
                Isolation::Workers { command, deadline } => Some((Worker::new(command), deadline)),
                Isolation::InProcess => None,
            },
            buffer: Vec::new(),
        }
    }

    /// Everything that can be learnt about a file. Never fails: what cannot be looked into is
    /// evidence too.
    pub(crate) fn inspect(&mut self, found: &Found) -> Evidence {
        let mut evidence = match &found.problem {
            Some((code, detail)) => examine::unreadable(0, *code, detail),
            None => self.look(found),
        };
        if let Some(finding) = extension_differs(&found.path, &evidence) {
            evidence.findings.push(finding);
        }
        evidence
    }

    fn look(&mut self, found: &Found) -> Evidence {
        let Self {
            settings,
            worker,
            buffer,
        } = self;
        let whole = if worker.is_some() { SURVEYED } else { WHOLE };
        let (mut source, length) = match open(&found.path, settings, whole, buffer) {
            Ok(opened) => opened,
            Err(error) => return unreadable_evidence(&error),
        };
        let sidecar = match read_sidecar(found.sidecar.as_deref(), settings) {
            Ok(sidecar) => sidecar,
            Err(error) => return unreadable_evidence(&error),
        };
        let surveyed =
            guarded(|| examine::survey(source.as_mut(), length, sidecar.as_deref(), settings));
        match surveyed {
            Ok(Ok(Survey::Complete(evidence))) => return *evidence,
            Ok(Ok(Survey::NeedsExamination)) => {}
            Ok(Err(error)) => return unreadable_evidence(&error),
            Err(panicked) => return *panicked,
        }
        let Some((worker, deadline)) = worker else {
            return examined(length, || {
                examine::examine(source.as_mut(), length, sidecar.as_deref(), settings)
            });
        };
        drop(source);
        let question = Question {
            path: found.path.clone().into_os_string(),
            sidecar: found.sidecar.clone().map(PathBuf::into_os_string),
            settings: settings.clone(),
            patience: deadline.mul_f64(PATIENCE),
        };
        match worker.ask(&question, *deadline) {
            Ok(evidence) => evidence,
            Err(NoAnswer::Deadline(passed)) => {
                let detail = format!("{} s", passed.as_secs_f64());
                examine::unreadable(length, Code::LimitDeadline, &detail)
            }
            Err(error @ (NoAnswer::Died(_) | NoAnswer::NotStarted(_))) => {
                examine::unreadable(length, Code::InternalWorkerDied, &error.to_string())
            }
        }
    }
}

impl Question {
    /// The file in question.
    #[cfg(test)]
    pub(crate) fn path(&self) -> &Path {
        Path::new(&self.path)
    }
}

/// What a worker process answers.
pub(crate) fn answer(question: Question) -> Evidence {
    let begun = Instant::now();
    let patience = question.patience;
    answer_with(question, |source, length, sidecar, settings| {
        let cancel = || begun.elapsed() > patience;
        examine::examine_until(source, length, sidecar, settings, &cancel)
    })
}

/// The same with another examination in the place of ours.
pub(crate) fn answer_with(
    question: Question,
    look: impl FnOnce(&mut dyn Source, u64, Option<&[u8]>, &Settings) -> io::Result<Evidence>,
) -> Evidence {
    let Question {
        path,
        sidecar,
        settings,
        patience: _,
    } = question;
    // Fresh pages for every file would cost a tenth of its examination.
    let mut buffer = BUFFER.take();
    let opened = open(Path::new(&path), &settings, WHOLE, &mut buffer);
    let sidecar = read_sidecar(sidecar.as_deref().map(Path::new), &settings);
    let evidence = match (opened, sidecar) {
        (Ok((mut source, length)), Ok(sidecar)) => examined(length, || {
            look(source.as_mut(), length, sidecar.as_deref(), &settings)
        }),
        (Err(error), _) | (_, Err(error)) => unreadable_evidence(&error),
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

fn open<'a>(
    path: &Path,
    settings: &Settings,
    whole: u64,
    buffer: &'a mut Vec<u8>,
) -> io::Result<(Box<dyn Source + 'a>, u64)> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(io::Error::other("it is no longer a regular file"));
    }
    let length = metadata.len();
    if length > whole.min(settings.limits.bytes) {
        return Ok((Box::new(BufReader::new(file)), length));
    }
    buffer.clear();
    // A file that grows meanwhile is read as long as it was.
    file.take(length).read_to_end(buffer)?;
    let length = u64::try_from(buffer.len()).unwrap_or(length);
    Ok((Box::new(Cursor::new(buffer.as_slice())), length))
}

fn read_sidecar(sidecar: Option<&Path>, settings: &Settings) -> io::Result<Option<Vec<u8>>> {
    let Some(path) = sidecar.filter(|_| settings.witnesses.credentials) else {
        return Ok(None);
    };
    let limit = settings.limits.manifest_store;
    let named = |error: io::Error| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        io::Error::new(
            error.kind(),
            format!("the manifest beside it, {name}: {error}"),
        )
    };
    let file = File::open(path).map_err(named)?;
    let mut bytes = Vec::new();
    file.take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(named)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > limit) {
        return Err(named(io::Error::other(format!("more than {limit} bytes"))));
    }
    Ok(Some(bytes))
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

mod extension {
    //! Extensions that are used for each other without anybody being misled.

    use hallmark::asset::MediaFormat::{
        self, Arw, Avif, Dng, Heic, Heif, M4a, Mov, Mp4, Nef, Tiff,
    };

    /// Formats of one container whose names people and programs mix.
    const FAMILIES: [&[MediaFormat]; 3] = [
        &[Tiff, Dng, Arw, Nef],
        &[Heic, Heif, Avif],
        &[Mp4, M4a, Mov],
    ];

    /// Extensions of raw camera files that are TIFF inside.
    const RAW: [&str; 7] = ["cr2", "orf", "pef", "raw", "rw2", "srw", "3fr"];

    /// Whether `extension` promises another format than `format`. One that no known format uses
    /// promises nothing.
    pub(super) fn contradicts(extension: &str, format: MediaFormat) -> bool {
        let promised = |candidate: &MediaFormat| candidate.has_extension(extension);
        let related = FAMILIES
            .iter()
            .find(|family| family.contains(&format))
            .is_some_and(|family| family.iter().any(promised));
        let raw = format == Tiff && RAW.iter().any(|raw| raw.eq_ignore_ascii_case(extension));
        !promised(&format) && !related && !raw && MediaFormat::ALL.iter().any(promised)
    }

    #[cfg(test)]
    mod tests {
        use hallmark::asset::MediaFormat;

        use super::contradicts;

        #[test]
        fn another_format_contradicts() {
            assert!(contradicts("jpg", MediaFormat::Png));
            assert!(contradicts("JPG", MediaFormat::Png));
        }

        #[test]
        fn own_related_and_unknown_extensions_do_not() {
            assert!(!contradicts("JPEG", MediaFormat::Jpeg));
            assert!(!contradicts("heif", MediaFormat::Avif));
            assert!(!contradicts("dng", MediaFormat::Tiff));
            assert!(!contradicts("backup", MediaFormat::Jpeg));
        }
    }
}
