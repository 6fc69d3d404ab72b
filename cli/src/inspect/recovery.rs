//! Asking registries about a file, and a worker about what they offered.
//!
//! Registries are read here, in the parent; the picture and the manifests are read in a worker.

use std::{
    fs::File,
    io::{self, BufReader, Cursor, Seek},
    path::Path,
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use hallmark::{
    asset,
    evidence::Code,
    examine::Settings,
    fingerprint::Region,
    picture::{Decoded, decode},
    recovery::{self, Candidate, RecoveredEvidence, Silent, look_up},
};
use image::ImageFormat;

use super::{Answer, Inspected, Inspector, NeedsMore, Question, Task, guarded, open};
use crate::{
    memory::LARGE,
    pool::{Answered, NoAnswer},
    walk::Found,
    workers::Lane,
};

impl Inspector<'_> {
    /// Adds what registries have for a file whose pixels were looked at.
    ///
    /// # Errors
    /// Only on the shared lane: when the file takes more than a share of memory.
    pub(super) fn recover(
        &mut self,
        found: &Found,
        lane: Lane,
        inspected: &mut Inspected,
    ) -> Result<(), NeedsMore> {
        let evidence = &mut inspected.evidence;
        let looked = evidence.fingerprint.is_some() || !evidence.watermark.marks.is_empty();
        if !looked {
            return Ok(());
        }
        if lane == Lane::Shared && evidence.bytes > LARGE {
            return Err(NeedsMore);
        }
        let (mut recovery, candidates) = look_up(evidence, &self.registries);
        if !candidates.is_empty() {
            let names: Vec<String> = candidates
                .iter()
                .map(|candidate| candidate.registry.clone())
                .collect();
            match self.ask_about(Task::Recover(candidates), found, lane) {
                Ok(Answer::Recovered(read)) => recovery.found = read,
                Ok(_) => {}
                // Its silence is no answer: whoever offered a manifest gets no hearing.
                Err(reason) => recovery
                    .silent
                    .extend(names.into_iter().map(|registry| Silent {
                        registry,
                        code: match reason {
                            NoAnswer::Deadline(_) => Code::LimitDeadline,
                            NoAnswer::Memory => Code::LimitMemory,
                            _ => Code::InternalWorkerDied,
                        },
                        detail: reason.to_string(),
                    })),
            }
        }
        evidence.recovery = Some(recovery);
        Ok(())
    }

    /// The picture as PNG with these regions framed; `None` when it cannot be drawn.
    pub(crate) fn draw(
        &mut self,
        found: &Found,
        regions: Vec<Region>,
        lane: Lane,
    ) -> Option<Vec<u8>> {
        match self.ask_about(Task::Draw(regions), found, lane) {
            Ok(Answer::Map(map)) => BASE64_STANDARD.decode(map?).ok(),
            _ => None,
        }
    }

    fn ask_about(&mut self, task: Task, found: &Found, lane: Lane) -> Result<Answer, NoAnswer> {
        let (file, _) = open(&found.path).map_err(|error| NoAnswer::Died(error.to_string()))?;
        let Some(cell) = &mut self.cell else {
            let question = Question {
                task: Task::Examine,
                path: found.path.clone().into_os_string(),
                sidecar: None,
                settings: self.settings.clone(),
                memory: u64::MAX,
                patience: std::time::Duration::MAX,
            };
            return Ok(match task {
                Task::Draw(regions) => Answer::Map(drawn(&question, vec![file], &regions)),
                Task::Recover(candidates) => {
                    Answer::Recovered(read(&question, vec![file], candidates))
                }
                Task::Examine | Task::Parent => Answer::Map(None),
            });
        };
        let question = cell.question(task, found, &self.settings, lane);
        let starts = !cell.worker.is_running();
        let answered = cell.worker.ask(&question, &[&file], cell.deadline);
        if starts {
            self.metrics.worker_started(cell.worker.confinement());
        }
        answered.map(|Answered { answer, .. }| answer)
    }
}

/// Manifests read beside the picture; none where it cannot be read.
pub(super) fn read(
    question: &Question,
    files: Vec<File>,
    candidates: Vec<Candidate>,
) -> Vec<RecoveredEvidence> {
    let settings = &question.settings;
    with_file(question, files, |file, length| {
        recovery::examine(&mut BufReader::new(file), length, candidates, settings)
    })
    .unwrap_or_default()
}

/// The picture as PNG in base64, its regions framed.
pub(super) fn drawn(question: &Question, files: Vec<File>, regions: &[Region]) -> Option<String> {
    let settings = &question.settings;
    let map = with_file(question, files, |file, length| {
        map(file, length, regions, settings)
    })??;
    Some(BASE64_STANDARD.encode(map))
}

fn map(
    file: File,
    length: u64,
    regions: &[Region],
    settings: &Settings,
) -> io::Result<Option<Vec<u8>>> {
    let mut source = BufReader::new(file);
    let Some(container) = asset::walk(&mut source, length, &settings.limits)? else {
        return Ok(None);
    };
    let Ok(decoded) = decode(&mut source, &container, &settings.limits)? else {
        return Ok(None);
    };
    let map = recovery::draw(&Decoded::upright(decoded), regions);
    let mut png = Cursor::new(Vec::new());
    Ok(map
        .write_to(&mut png, ImageFormat::Png)
        .is_ok()
        .then(|| png.into_inner()))
}

/// Runs `work` over the file that came along, or else over the one that the question names.
pub(super) fn with_file<T>(
    question: &Question,
    files: Vec<File>,
    work: impl FnOnce(File, u64) -> io::Result<T>,
) -> Option<T> {
    let opened = match files.into_iter().next() {
        Some(mut file) => file
            .rewind()
            .and_then(|()| file.metadata())
            .map(|metadata| (file, metadata.len())),
        None => open(Path::new(&question.path)),
    };
    let (file, length) = opened.ok()?;
    guarded(|| work(file, length)).ok()?.ok()
}
