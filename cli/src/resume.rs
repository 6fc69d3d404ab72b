//! How far a run came, so that the next one can go on from there.
//!
//! The state file says which inputs are done and how much of the report they take. Both are made
//! durable together, several times a second: first the report, then the state. Whatever happens
//! in between, the next run cuts the report back to what the state knows, and examines the rest
//! once more. So no record is lost or doubled, after `kill -9` or a power cut.
//!
//! Inputs are known by their position in the walk, which is the same for the same folders and
//! lists; a hash of the names passed over tells when it is not. A pipe cannot be cut back: there
//! the state follows every record, and a kill in the instant between the two may repeat one.

mod file;
mod progress;

use std::{
    fs::File,
    io::{self, Seek, SeekFrom},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context, bail};
use hallmark::report::Summary;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use file::StateFile;
use progress::{Done, Trail};
pub(crate) use progress::{Numbered, Position, Step};

use crate::{exit_status::ExitStatus, walk::Found};

/// How often the state is made durable: what a cut costs is that much work once more.
const INTERVAL: Duration = Duration::from_millis(200);

/// What a state belongs to. A run with another question cannot go on from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Question {
    /// Hash of everything that decides what is reported, the moment apart.
    pub(crate) settings: String,
    /// The moment of judgement, seconds since 1970-01-01T00:00:00Z.
    pub(crate) at: i64,
}

/// How far a run is, as written down.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Checkpoint {
    done: Done,
    /// The report that the done inputs are in, and how much of it they take; no path for a pipe.
    report: Option<(PathBuf, u64)>,
    tally: Tally,
    complete: bool,
}

/// What the summary knows so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Tally {
    checked: u64,
    states: Vec<(String, u64)>,
    origins: Vec<(String, u64)>,
    policy_findings: u64,
    not_media: u64,
    status: u8,
}

/// Where the report goes, as far as its durability is concerned.
#[derive(Debug)]
pub(crate) enum Delivery {
    /// A file; what follows the last checkpoint can be cut off.
    File {
        /// The report, open for writing.
        file: File,
        /// Where it lies.
        path: PathBuf,
    },
    /// A pipe or a terminal: what is written is gone.
    Pipe,
}

/// A run that can be gone on from.
#[derive(Debug)]
pub(crate) struct Resume {
    state: StateFile,
    delivery: Delivery,
    trail: Trail,
    last: Checkpoint,
    saved: Instant,
}

/// What an earlier run left.
#[derive(Debug)]
pub(crate) struct Earlier {
    state: StateFile,
    last: Checkpoint,
}

impl Earlier {
    /// Opens the state, or makes one for `question`.
    ///
    /// # Errors
    /// When it cannot be used, belongs to another question, or is in use.
    pub(crate) fn open(path: &Path, question: &Question) -> anyhow::Result<Self> {
        let (state, last) = StateFile::open(path, question)?;
        Ok(Self { state, last })
    }

    /// The moment at which the run that left `path` judges; `None` without such a run.
    ///
    /// # Errors
    /// When the file is no state.
    pub(crate) fn moment(path: &Path) -> anyhow::Result<Option<OffsetDateTime>> {
        StateFile::question(path)?
            .map(|question| OffsetDateTime::from_unix_timestamp(question.at))
            .transpose()
            .with_context(|| format!("the state {} is damaged", path.display()))
    }

    /// Everything was done already.
    pub(crate) const fn is_complete(&self) -> bool {
        self.last.complete
    }

    /// Counts of the inputs that are done, and how they ended.
    pub(crate) fn restore(&self, summary: &mut Summary) -> ExitStatus {
        self.last.tally.restore(summary)
    }

    /// Cuts the report of the earlier run back to what the state knows of it.
    ///
    /// # Errors
    /// When records that the state knows are no longer there.
    pub(crate) fn cut_report(&self) -> anyhow::Result<()> {
        let Some((path, length)) = &self.last.report else {
            return Ok(());
        };
        if *length == 0 && !path.exists() {
            return Ok(());
        }
        let shown = path.display();
        let file = File::options().write(true).open(path).with_context(|| {
            format!(
                "the report {shown} of the interrupted run is not there; put it back, or remove \
                 the state file to begin anew"
            )
        })?;
        let found = file.metadata()?.len();
        if found < *length {
            bail!(
                "records are missing from {shown}: it held {length} bytes when the run was \
                 interrupted and holds {found} now; put it back, or remove the state file to \
                 begin anew"
            );
        }
        file.set_len(*length)?;
        file.sync_all()?;
        Ok(())
    }

    /// Whether the report of the earlier run lies at `path`.
    pub(crate) fn reported_to(&self, path: &Path) -> bool {
        self.last
            .report
            .as_ref()
            .is_some_and(|(earlier, length)| *length > 0 && earlier == path)
    }

    /// Passes over what is done, and begins to write down what follows.
    ///
    /// # Errors
    /// When the inputs are not those of the earlier run.
    pub(crate) fn go_on<Walk: Iterator<Item = Found>>(
        self,
        mut walk: Walk,
        delivery: Delivery,
    ) -> anyhow::Result<(Numbered<Walk>, Resume)> {
        let trail = Trail::from(self.last.done.clone());
        let chain = trail.pass_over(&mut walk).context(
            "the inputs are not those of the interrupted run, in the same order; remove the state \
             file to begin anew",
        )?;
        let numbered = Numbered::new(walk, chain, trail.done().clone());
        let resume = Resume {
            state: self.state,
            delivery,
            trail,
            last: self.last,
            saved: Instant::now(),
        };
        Ok((numbered, resume))
    }
}

impl Delivery {
    /// The report goes to this file.
    pub(crate) const fn file(file: File, path: PathBuf) -> Self {
        Self::File { file, path }
    }

    /// The report goes to standard output, whatever that is.
    pub(crate) fn stdout() -> Self {
        own_stdout().map_or(Self::Pipe, |(file, path)| Self::File { file, path })
    }

    /// Whether the report of `earlier` went to the same place.
    pub(crate) fn goes_on_from(&self, earlier: &Earlier) -> bool {
        matches!(self, Self::File { path, .. } if earlier.reported_to(path))
    }
}

/// Standard output, when it is a file that can be found again.
#[cfg(target_os = "linux")]
fn own_stdout() -> Option<(File, PathBuf)> {
    use std::os::fd::AsFd;
    let file = File::from(io::stdout().as_fd().try_clone_to_owned().ok()?);
    if !file.metadata().ok()?.is_file() {
        return None;
    }
    let path = std::fs::read_link("/proc/self/fd/1").ok()?;
    path.is_file().then_some((file, path))
}

#[cfg(not(target_os = "linux"))]
const fn own_stdout() -> Option<(File, PathBuf)> {
    None
}

impl Resume {
    /// The input at that position is done, and its record, if it has one, is written.
    pub(crate) fn done(&mut self, position: Position) {
        self.trail.add(position);
    }

    /// Whether it is time to write down how far the run is. Flush the report before.
    pub(crate) fn is_due(&self) -> bool {
        matches!(self.delivery, Delivery::Pipe) || self.saved.elapsed() >= INTERVAL
    }

    /// Writes down how far the run is. Everything up to here was flushed.
    ///
    /// # Errors
    /// When report or state cannot be made durable.
    pub(crate) fn save(
        &mut self,
        summary: &Summary,
        status: ExitStatus,
        complete: bool,
    ) -> io::Result<()> {
        let report = match &mut self.delivery {
            Delivery::Pipe => None,
            Delivery::File { file, path } => {
                file.sync_data()?;
                let length = file.seek(SeekFrom::End(0))?;
                Some((path.clone(), length))
            }
        };
        self.last = Checkpoint {
            done: self.trail.done().clone(),
            report,
            tally: Tally::of(summary, status),
            complete,
        };
        let durable = matches!(self.delivery, Delivery::File { .. });
        self.state.save(&self.last, durable)?;
        self.saved = Instant::now();
        Ok(())
    }
}

impl Tally {
    fn of(summary: &Summary, status: ExitStatus) -> Self {
        let list = |counts: &std::collections::BTreeMap<&'static str, u64>| {
            counts
                .iter()
                .map(|(name, count)| ((*name).to_owned(), *count))
                .collect()
        };
        Self {
            checked: summary.checked,
            states: list(&summary.states),
            origins: list(&summary.origins),
            policy_findings: summary.policy_findings,
            not_media: summary.not_media,
            status: status.number(),
        }
    }

    fn restore(&self, summary: &mut Summary) -> ExitStatus {
        // Names of a fixed vocabulary; a dozen at most, once a run.
        let map = |list: &[(String, u64)]| {
            list.iter()
                .map(|(name, count)| (&*name.clone().leak(), *count))
                .collect()
        };
        summary.checked = self.checked;
        summary.states = map(&self.states);
        summary.origins = map(&self.origins);
        summary.policy_findings = self.policy_findings;
        summary.not_media = self.not_media;
        [ExitStatus::PolicyFinding, ExitStatus::Incomplete]
            .into_iter()
            .find(|status| status.number() == self.status)
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
