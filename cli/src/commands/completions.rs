//! `hallmark completions SHELL`: what a shell needs to complete commands and options.

use clap::CommandFactory;
use clap_complete::{Shell, generate};

use crate::{args::Args, console::Io, exit_status::ExitStatus};

/// For which shell.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Arguments {
    /// Prints the script.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        // The generator panics when a write fails, for example on a closed pipe.
        let mut script = Vec::new();
        generate(self.shell, &mut Args::command(), "hallmark", &mut script);
        io.out.write_all(&script)?;
        Ok(ExitStatus::Done)
    }
}
