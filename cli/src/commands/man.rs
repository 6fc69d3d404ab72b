//! `hallmark man`: the manual, made from the same definition as `--help`.

use std::{fs, path::PathBuf};

use anyhow::Context;
use clap::CommandFactory;
use clap_mangen::Man;

use crate::{args::Args, console::Io, exit_status::ExitStatus};

/// Where to.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Write one page a command into this folder instead of the main page to standard output
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

impl Arguments {
    /// Writes the manual.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let program = Args::command();
        match self.output {
            None => Man::new(program).render(&mut io.out)?,
            Some(folder) => {
                fs::create_dir_all(&folder)
                    .with_context(|| format!("the folder {} cannot be made", folder.display()))?;
                clap_mangen::generate_to(program, &folder).with_context(|| {
                    format!("the pages cannot be written to {}", folder.display())
                })?;
            }
        }
        Ok(ExitStatus::Done)
    }
}
