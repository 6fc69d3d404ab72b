//! `hallmark evidence`: a case that somebody else can judge again, later, offline.

mod bundle;
pub(super) mod case_file;
mod replay;

use crate::{console::Io, exit_status::ExitStatus};

/// What to do with a case.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Examine files, and keep all that the judgement rests on in one signed archive
    Bundle(Box<bundle::Arguments>),
    /// Judge a case again, as of its moment, and say whether it is the same
    Replay(replay::Arguments),
}

impl Arguments {
    /// Carries the action out.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        match self.action {
            Action::Bundle(arguments) => arguments.run(io),
            Action::Replay(arguments) => arguments.run(io),
        }
    }
}
