//! What a run has done so far, in numbers, for those who watch many runs.
//!
//! Written as Prometheus text (exposition format 0.0.4) to a file that is replaced as a whole, so
//! that a collector never reads half of it.

mod text;

use std::{
    collections::BTreeMap,
    io::{self, Write},
    path::{Path, PathBuf},
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use anyhow::Context;
use hallmark::{asset::MediaFormat, report::Record};

use crate::sandbox::Confinement;

/// How often the file is replaced. Collectors ask every 15 to 60 s.
const INTERVAL: Duration = Duration::from_secs(1);

/// Upper bounds of the latency classes, in seconds; three a decade.
const BOUNDS: [f64; 13] = [
    0.000_1, 0.000_3, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0,
];

/// A part of the work on one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    /// Our own walkers, and for unsigned files the hash.
    Survey,
    /// Everything that runs in a worker, its start included.
    Examine,
    /// Looking into the cache.
    Cache,
    /// Trust, time and policy.
    Judge,
}

/// Why a worker ended before its run did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Killed at the deadline.
    Deadline,
    /// It asked for more memory than its share.
    Memory,
    /// It recursed deeper than its stack.
    Stack,
    /// Anything else.
    Died,
}

impl Ending {
    const ALL: [Self; 4] = [Self::Deadline, Self::Memory, Self::Stack, Self::Died];

    /// As written in metrics and logs.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Deadline => "deadline",
            Self::Memory => "memory",
            Self::Stack => "stack",
            Self::Died => "died",
        }
    }
}

/// Counters of one run. Cheap enough to be kept always.
#[derive(Debug)]
pub(crate) struct Metrics {
    begun: Instant,
    workers: AtomicU64,
    endings: [AtomicU64; Ending::ALL.len()],
    cache_hits: AtomicU64,
    cache_misses: AtomicU64,
    counted: Mutex<Counted>,
}

#[derive(Clone, Debug, Default)]
struct Counted {
    files: u64,
    bytes: u64,
    not_media: u64,
    states: BTreeMap<&'static str, u64>,
    latency: BTreeMap<(Stage, &'static str), Histogram>,
    /// What the last worker that said so has given up.
    confinement: Option<Confinement>,
    over: bool,
}

#[derive(Clone, Copy, Debug, Default)]
struct Histogram {
    classes: [u64; BOUNDS.len()],
    count: u64,
    seconds: f64,
}

impl Metrics {
    /// Nothing done yet.
    pub(crate) fn new() -> Self {
        Self {
            begun: Instant::now(),
            workers: AtomicU64::new(0),
            endings: Default::default(),
            cache_hits: AtomicU64::new(0),
            cache_misses: AtomicU64::new(0),
            counted: Mutex::default(),
        }
    }

    /// A stage of one file took that long.
    pub(crate) fn took(&self, stage: Stage, format: Option<MediaFormat>, time: Duration) {
        let format = format.map_or("unknown", MediaFormat::media_type);
        self.counted()
            .latency
            .entry((stage, format))
            .or_default()
            .add(time.as_secs_f64());
    }

    /// A file was asked of the cache.
    pub(crate) fn cache_lookup(&self, hit: bool) {
        if hit {
            &self.cache_hits
        } else {
            &self.cache_misses
        }
        .fetch_add(1, Ordering::Relaxed);
    }

    /// A worker process was started, and has given that up.
    pub(crate) fn worker_started(&self, confinement: Option<Confinement>) {
        self.workers.fetch_add(1, Ordering::Relaxed);
        if confinement.is_some() {
            self.counted().confinement = confinement;
        }
    }

    /// A worker process ended, and the next question will start another.
    pub(crate) fn worker_ended(&self, ending: Ending) {
        for (known, count) in Ending::ALL.iter().zip(&self.endings) {
            if *known == ending {
                count.fetch_add(1, Ordering::Relaxed);
            }
        }
    }

    /// Workers that ended before the run did.
    pub(crate) fn worker_restarts(&self) -> u64 {
        self.endings.iter().fold(0, |sum, count| {
            sum.saturating_add(count.load(Ordering::Relaxed))
        })
    }

    /// A record was written.
    pub(crate) fn record(&self, record: &Record) {
        let mut counted = self.counted();
        counted.files = counted.files.saturating_add(1);
        counted.bytes = counted.bytes.saturating_add(record.bytes);
        let count = counted.states.entry(record.credentials.state).or_default();
        *count = count.saturating_add(1);
    }

    /// A file in a folder was no media.
    pub(crate) fn not_media(&self) {
        let mut counted = self.counted();
        counted.files = counted.files.saturating_add(1);
        counted.not_media = counted.not_media.saturating_add(1);
    }

    fn counted(&self) -> MutexGuard<'_, Counted> {
        // Counters are whole at every moment.
        self.counted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Histogram {
    fn add(&mut self, seconds: f64) {
        self.count = self.count.saturating_add(1);
        self.seconds += seconds;
        for (bound, class) in BOUNDS.iter().zip(&mut self.classes) {
            if seconds <= *bound {
                *class = class.saturating_add(1);
            }
        }
    }
}

/// Replaces the file of metrics while a run goes on, and once more at its end.
#[derive(Debug)]
pub(crate) struct Exporter {
    path: PathBuf,
    metrics: Arc<Metrics>,
    end: Arc<(Mutex<bool>, Condvar)>,
    writer: Option<JoinHandle<()>>,
}

impl Exporter {
    /// Writes the file once, and then every second on a thread of its own.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(crate) fn start(path: &Path, metrics: &Arc<Metrics>) -> anyhow::Result<Self> {
        write(path, metrics)?;
        let end = Arc::new((Mutex::new(false), Condvar::new()));
        let writer = {
            let (path, metrics, end) = (path.to_owned(), Arc::clone(metrics), Arc::clone(&end));
            thread::Builder::new()
                .name("metrics".to_owned())
                .spawn(move || {
                    let (ended, changed) = &*end;
                    let mut over = ended.lock().unwrap_or_else(PoisonError::into_inner);
                    while !*over {
                        over = changed
                            .wait_timeout(over, INTERVAL)
                            .unwrap_or_else(PoisonError::into_inner)
                            .0;
                        // A full disk may have room again a second later; the last write tells.
                        let _ = write(&path, &metrics);
                    }
                })?
        };
        Ok(Self {
            path: path.to_owned(),
            metrics: Arc::clone(metrics),
            end,
            writer: Some(writer),
        })
    }

    /// Writes the last numbers.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(crate) fn finish(mut self) -> anyhow::Result<()> {
        self.metrics.counted().over = true;
        self.stop();
        write(&self.path, &self.metrics)
    }

    fn stop(&mut self) {
        *self.end.0.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.end.1.notify_all();
        if let Some(writer) = self.writer.take() {
            // It only ends by returning.
            let _ = writer.join();
        }
    }
}

impl Drop for Exporter {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Replaces the file as a whole.
fn write(path: &Path, metrics: &Metrics) -> anyhow::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    replace(path, folder.unwrap_or(Path::new(".")), metrics)
        .with_context(|| format!("the file of metrics {} cannot be written", path.display()))
}

fn replace(path: &Path, folder: &Path, metrics: &Metrics) -> io::Result<()> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".hallmark-metrics-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The collector is somebody else; the umask still applies.
        builder.permissions(std::fs::Permissions::from_mode(0o644));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(text::exposition(metrics).as_bytes())?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::{sync::Arc, time::Duration};

    use hallmark::asset::MediaFormat;

    use super::{Ending, Exporter, Metrics, Stage};

    #[test]
    fn the_file_is_there_from_the_start_and_right_at_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("hallmark.prom");
        let metrics = Arc::new(Metrics::new());
        let exporter = Exporter::start(&path, &metrics).unwrap();
        let begun = std::fs::read_to_string(&path).unwrap();
        assert!(begun.contains("hallmark_run_active 1\n"), "{begun}");
        metrics.not_media();
        metrics.worker_started(None);
        metrics.worker_ended(Ending::Memory);
        metrics.took(
            Stage::Examine,
            Some(MediaFormat::Jpeg),
            Duration::from_micros(250),
        );
        exporter.finish().unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        for line in [
            "hallmark_run_active 0",
            "hallmark_files_total 1",
            "hallmark_worker_restarts_total{reason=\"memory\"} 1",
            "hallmark_worker_restarts_total{reason=\"deadline\"} 0",
            "hallmark_stage_seconds_bucket{stage=\"examine\",format=\"image/jpeg\",le=\"0.0001\"} 0",
            "hallmark_stage_seconds_bucket{stage=\"examine\",format=\"image/jpeg\",le=\"0.0003\"} 1",
            "hallmark_stage_seconds_bucket{stage=\"examine\",format=\"image/jpeg\",le=\"+Inf\"} 1",
        ] {
            assert!(text.lines().any(|found| found == line), "{line}\n{text}");
        }
        assert_eq!(metrics.worker_restarts(), 1);
    }

    #[test]
    fn a_place_that_cannot_be_written_is_an_error_at_once() {
        let metrics = Arc::new(Metrics::new());
        let refused = Exporter::start(std::path::Path::new("/no/such/folder/x"), &metrics);
        assert!(
            refused
                .unwrap_err()
                .to_string()
                .contains("/no/such/folder/x")
        );
    }
}
