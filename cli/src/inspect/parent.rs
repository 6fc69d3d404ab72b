//! A file that the user names as the parent of the one to check, read once before it.

use std::{fs::File, io::BufReader, path::Path};

use anyhow::Context as _;
use hallmark::parent::{ParentFile, describe};

use super::{Answer, Inspector, Question, Task, guarded, open, recovery::with_file};
use crate::{pool::Answered, walk::Found, workers::Lane};

impl Inspector<'_> {
    /// What that file says of itself, and its picture. What a worker cannot look into is not
    /// compared, and that is said with the result.
    ///
    /// # Errors
    /// When the file cannot be opened, or is no file.
    pub(crate) fn parent(&mut self, path: &Path) -> anyhow::Result<ParentFile> {
        let cannot = || format!("--parent {} cannot be read", path.display());
        let (file, length) = open(path).with_context(cannot)?;
        let failed = |reason: String| ParentFile {
            not_compared: Some(reason),
            ..ParentFile::default()
        };
        let Some(cell) = &mut self.cell else {
            let mut source = BufReader::new(file);
            let described = guarded(|| describe(&mut source, length, &self.settings));
            return match described {
                Ok(described) => described.with_context(cannot),
                Err(_) => Ok(failed("an error inside hallmark".to_owned())),
            };
        };
        let found = Found {
            path: path.to_owned(),
            named: true,
            sidecar: None,
            problem: None,
        };
        // Nothing else is examined yet.
        let question = cell.question(Task::Parent, &found, &self.settings, Lane::Alone);
        let answered = cell.worker.ask(&question, &[&file], cell.deadline);
        self.metrics.worker_started(cell.worker.confinement());
        Ok(match answered {
            Ok(Answered {
                answer: Answer::Parent(Some(parent)),
                ..
            }) => *parent,
            Ok(_) => failed("it could not be read".to_owned()),
            Err(reason) => failed(reason.to_string()),
        })
    }
}

/// The answer of a worker; nothing where the file could not be read.
pub(super) fn described(question: &Question, files: Vec<File>) -> Option<Box<ParentFile>> {
    with_file(question, files, |file, length| {
        describe(&mut BufReader::new(file), length, &question.settings)
    })
    .map(Box::new)
}
