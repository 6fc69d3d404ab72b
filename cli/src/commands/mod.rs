//! One file a command.
//!
//! A command is a `clap::Args` struct named `Arguments` with one entry point:
//!
//! ```ignore
//! impl Arguments {
//!     pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus>
//! }
//! ```
//!
//! - It writes results to `io.out` and notices to `io.err`, and prints in no other way.
//! - It takes the moment of the start, variables and the user's folder from `io.environment`; it
//!   reads no clock and no variable itself.
//! - `Err` means that the command could not be carried out as asked (exit 2): the message names
//!   the file, what is wrong with it, and the next step. Inputs that could not be handled while
//!   the others were end in `Ok(ExitStatus::Incomplete)` (exit 3).
//!
//! To add one: a file here, a `mod` line, a variant of [`Command`] and an arm in [`Command::run`].

pub(crate) mod check;
mod compare;
mod completions;
mod evidence;
mod explain;
pub(crate) mod identity;
mod incident;
mod label;
mod man;
mod privacy;
mod publish;
mod recheck;
mod recover;
mod registry;
mod report;
mod review;
mod rewriting;
mod sign;
mod trust;
mod watermark;
mod worker;

use crate::{console::Io, exit_status::ExitStatus};

/// Everything hallmark can be asked to do.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Command {
    /// Check files and folders for Content Credentials and labels
    Check(Box<check::Arguments>),
    /// Say what a pipeline kept, altered and stripped
    Compare(compare::Arguments),
    /// Say what a finding code means, what it does not mean, and what to do
    Explain(explain::Arguments),
    /// Print a script that completes hallmark's commands in a shell
    Completions(completions::Arguments),
    /// Print the manual page
    Man(man::Arguments),
    /// Give files Content Credentials, and check what was written
    Sign(Box<sign::Arguments>),
    /// Make, request, check and show signing identities
    Identity(identity::Arguments),
    /// Write into a file how it was made, in the words of each standard asked for
    Label(Box<label::Arguments>),
    /// List personal data in files, and write files without it
    Privacy(Box<privacy::Arguments>),
    /// Write records again as a page, a table or text, in any language, without the media
    Report(report::Arguments),
    /// Say whom to trust: add, list and pack trust lists
    Trust(trust::Arguments),
    /// Mark, label, sign and register pictures, so that their credentials can be found again
    Publish(Box<publish::Arguments>),
    /// Find the credentials that pictures lost, and what was changed since
    Recover(Box<recover::Arguments>),
    /// Keep what leads from marks and looks back to credentials
    Registry(registry::Arguments),
    /// Let a person decide, on a record that nobody can change unseen
    Review(Box<review::Arguments>),
    /// Keep a judgement, with all that it rests on, in one signed file; make it again
    Evidence(evidence::Arguments),
    /// Describe a wrong verdict for those who mend it, without what tells of people
    Incident(incident::Arguments),
    /// List earlier verdicts that a revoked key or another trust list changes
    Recheck(recheck::Arguments),
    /// Write invisible marks into pictures, and look for them
    Watermark(watermark::Arguments),
    /// Answer questions of another hallmark process
    #[command(hide = true)]
    Worker(worker::Arguments),
}

impl Command {
    /// Carries the command out.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        match self {
            Self::Check(arguments) => arguments.run(io),
            Self::Compare(arguments) => arguments.run(io),
            Self::Explain(arguments) => arguments.run(io),
            Self::Completions(arguments) => arguments.run(io),
            Self::Man(arguments) => arguments.run(io),
            Self::Sign(arguments) => arguments.run(io),
            Self::Identity(arguments) => arguments.run(io),
            Self::Label(arguments) => arguments.run(io),
            Self::Privacy(arguments) => arguments.run(io),
            Self::Report(arguments) => arguments.run(io),
            Self::Trust(arguments) => arguments.run(io),
            Self::Publish(arguments) => arguments.run(io),
            Self::Recover(arguments) => arguments.run(io),
            Self::Registry(arguments) => arguments.run(io),
            Self::Review(arguments) => arguments.run(io),
            Self::Evidence(arguments) => arguments.run(io),
            Self::Incident(arguments) => arguments.run(io),
            Self::Recheck(arguments) => arguments.run(io),
            Self::Watermark(arguments) => arguments.run(io),
            Self::Worker(arguments) => arguments.run(io),
        }
    }
}
