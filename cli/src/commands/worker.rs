//! `hallmark worker`: the process in which foreign parsers meet hostile bytes. Not for people.

use crate::{console::Io, exit_status::ExitStatus, inspect, pool};

/// Nothing to say: questions come through standard input.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {}

impl Arguments {
    /// Answers until standard input closes.
    pub(crate) fn run(self, _: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        // An interrupt on the terminal reaches every process of its group. The parent decides
        // when to stop; until then the file in hand is finished.
        ctrlc::set_handler(|| {})?;
        inspect::keep_panics_quiet();
        pool::serve(inspect::answer)?;
        Ok(ExitStatus::Done)
    }
}
