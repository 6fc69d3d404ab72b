//! `hallmark review list`: what was found, and what people decided about it.

use std::path::PathBuf;

use hallmark::{report::visible::visible, review::Body};

use super::queue::is_decided;
use crate::{console::Io, exit_status::ExitStatus, ledger};

/// Which ledger.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The ledger
    #[arg(long, value_name = "FILE")]
    ledger: PathBuf,

    /// Only what needs a person and was decided by none
    #[arg(long)]
    open: bool,

    /// One JSON object a line: the entries as they are
    #[arg(long)]
    json: bool,
}

impl Arguments {
    /// Lists.
    pub(super) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let entries = ledger::read(&self.ledger)?;
        for entry in &entries {
            let waits = matches!(&entry.body, Body::Finding(found) if found.needs_person)
                && !is_decided(&entries, &entry.asset);
            if self.open && !waits {
                continue;
            }
            if self.json {
                writeln!(io.out, "{}", serde_json::to_string(entry)?)?;
                continue;
            }
            let asset = entry.asset.get(..16).unwrap_or(&entry.asset);
            match &entry.body {
                Body::Finding(found) => writeln!(
                    io.out,
                    "{:>6}  {}  {asset}  {}  {}",
                    entry.sequence,
                    entry.at,
                    found.state,
                    visible(&found.path)
                )?,
                Body::Decision(decision) => writeln!(
                    io.out,
                    "{:>6}  {}  {asset}  {}: {} ({})",
                    entry.sequence,
                    entry.at,
                    decision.decision.as_str(),
                    visible(&decision.reason),
                    visible(&decision.reviewer)
                )?,
            }
        }
        Ok(ExitStatus::Done)
    }
}
