//! `hallmark worker`: the process in which foreign parsers meet hostile bytes. Not for people.

use crate::{
    console::Io,
    exit_status::ExitStatus,
    inspect::{self, Question},
    pool, sandbox,
};

/// Nothing to say: questions come through standard input.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {}

impl Arguments {
    /// Answers until standard input closes.
    pub(crate) fn run(self, _: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        // First of all, while there is one thread: what follows inherits what is given up.
        let (confinement, mut memory) = sandbox::enter();
        // An interrupt on the terminal reaches every process of its group. The parent decides
        // when to stop; until then the file in hand is finished.
        ctrlc::set_handler(|| {})?;
        inspect::keep_panics_quiet();
        pool::serve(confinement, move |question: Question, files| {
            memory.allow(question.memory());
            inspect::answer(question, files)
        })?;
        Ok(ExitStatus::Done)
    }
}
