//! What the user typed, as typed. [`crate::commands`] turn it into settings; nothing after that
//! reads a flag.

use clap::Parser;

use crate::commands::Command;

/// Check where pictures come from: Content Credentials (C2PA) and labels, offline.
#[derive(Debug, Parser)]
#[command(
    name = "hallmark",
    version,
    max_term_width = 100,
    arg_required_else_help = true
)]
pub(crate) struct Args {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Args;

    #[test]
    fn definition_is_consistent() {
        Args::command().debug_assert();
    }
}
