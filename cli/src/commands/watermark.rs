//! `hallmark watermark`: writes the invisible mark into pictures, and looks for it.

mod bench;
mod detect;
pub(in crate::commands) mod embed;

use crate::{console::Io, exit_status::ExitStatus};

/// What to do with marks.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Write a mark into a copy of a picture
    Embed(Box<embed::Arguments>),
    /// Look for marks in files and folders
    Detect(Box<detect::Arguments>),
    /// Measure what a watermark endures on your own pictures
    Bench(Box<bench::Arguments>),
}

impl Arguments {
    /// Carries the action out.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        match self.action {
            Action::Embed(arguments) => arguments.run(io),
            Action::Detect(arguments) => arguments.run(io),
            Action::Bench(arguments) => arguments.run(io),
        }
    }
}
