//! `hallmark watermark`: writes the invisible mark into pictures, and looks for it.

mod detect;
mod embed;

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
}

impl Arguments {
    /// Carries the action out.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        match self.action {
            Action::Embed(arguments) => arguments.run(io),
            Action::Detect(arguments) => arguments.run(io),
        }
    }
}
