//! `hallmark explain CODE`.

use anyhow::bail;
use hallmark::evidence::Code;

use crate::{console::Io, exit_status::ExitStatus};

/// Which code to explain.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// A code as it stands in a report, for example `assertion.dataHash.mismatch`
    code: String,
}

impl Arguments {
    /// Prints the code.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let Some(code) = Code::parse(&self.code) else {
            bail!("no finding has the code '{}'", self.code);
        };
        writeln!(io.out, "{code}")?;
        Ok(ExitStatus::Done)
    }
}
