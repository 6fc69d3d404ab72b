//! `hallmark review`: a person looks, decides, and says why, on a record that nobody can change
//! unseen.

mod decide;
mod list;
mod queue;
mod verify;

use std::path::PathBuf;

use anyhow::bail;

use crate::{console::Io, exit_status::ExitStatus};

/// What to review.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER_HELP, args_conflicts_with_subcommands = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    action: Option<Action>,

    #[command(flatten)]
    queue: Option<QueueArguments>,
}

/// What to put into the ledger, and to ask about.
#[derive(Debug, clap::Args)]
pub(super) struct QueueArguments {
    /// Records as `hallmark check --format ndjson` writes them, or files and folders to check
    #[arg(value_name = "RECORDS|PATH", required = true)]
    pub(super) inputs: Vec<PathBuf>,

    /// The ledger; made if it is not there
    #[arg(long, value_name = "FILE")]
    pub(super) ledger: PathBuf,

    /// Whose decisions these are
    #[arg(long, value_name = "NAME")]
    pub(super) name: Option<String>,

    /// Sign the ledger's head with the identity in this folder, instead of a key beside the ledger
    #[arg(long, value_name = "DIR")]
    pub(super) identity: Option<PathBuf>,

    /// Whom to trust as signers, when files are checked; as for `hallmark check`
    #[arg(long, value_name = "FILE|DIR")]
    pub(super) trust: Vec<PathBuf>,

    /// Ask nothing: only put the findings into the ledger
    #[arg(long)]
    pub(super) no_questions: bool,

    /// Language of sentences [default: that of the environment, else en]
    #[arg(long, value_name = "CODE")]
    pub(super) lang: Option<String>,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Record a decision
    Decide(decide::Arguments),
    /// List findings and decisions
    List(list::Arguments),
    /// Check that a ledger was not changed
    Verify(verify::Arguments),
}

/// Shown below the long help.
const AFTER_HELP: &str = "\
A decision stands beside what the machine found, never over it. To overrule needs a reason.

Exit status:
  0    done
  2    the command cannot be used, or the ledger is damaged
  3    some inputs could not be checked, or the ledger was changed (verify)";

impl Arguments {
    /// Carries the action out.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        match (self.action, self.queue) {
            (Some(Action::Decide(arguments)), _) => arguments.run(io),
            (Some(Action::List(arguments)), _) => arguments.run(io),
            (Some(Action::Verify(arguments)), _) => arguments.run(io),
            (None, Some(queue)) => queue.run(io),
            (None, None) => bail!("say what to review: records, files or folders"),
        }
    }
}
