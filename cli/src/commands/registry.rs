//! `hallmark registry`: what leads from a mark, or from a picture's looks, back to its credential.

mod add;
mod carry;
mod list;
mod revoke;

use crate::{console::Io, exit_status::ExitStatus};

/// What to do with a registry.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Register the credentials of signed files
    Add(add::Arguments),
    /// List what is registered
    List(list::ListArguments),
    /// Show one credential, by mark, label or hash, and write its manifest out
    Show(list::ShowArguments),
    /// Write a whole registry into one signed file, to carry it elsewhere
    Export(carry::ExportArguments),
    /// Take in a signed file that `export` wrote
    Import(carry::ImportArguments),
    /// Say of a credential that it should no longer be relied on
    Revoke(revoke::Arguments),
}

impl Arguments {
    /// Carries the action out.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        match self.action {
            Action::Add(arguments) => arguments.run(io),
            Action::List(arguments) => arguments.run(io),
            Action::Show(arguments) => arguments.run(io),
            Action::Export(arguments) => arguments.run(io),
            Action::Import(arguments) => arguments.run(io),
            Action::Revoke(arguments) => arguments.run(io),
        }
    }
}
