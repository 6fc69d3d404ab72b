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
        let mut program = Args::command();
        program.build();
        let Some(folder) = self.output else {
            Man::new(program).render(&mut io.out)?;
            return Ok(ExitStatus::Done);
        };
        fs::create_dir_all(&folder)
            .with_context(|| format!("the folder {} cannot be made", folder.display()))?;
        let pages = program
            .get_subcommands()
            .filter(|command| !command.is_hide_set())
            .cloned()
            .map(|command| (format!("hallmark-{}", command.get_name()), command));
        for (name, command) in [("hallmark".to_owned(), program.clone())]
            .into_iter()
            .chain(pages)
        {
            let path = folder.join(format!("{name}.1"));
            let mut page = Vec::new();
            Man::new(command.name(name)).render(&mut page)?;
            fs::write(&path, page)
                .with_context(|| format!("the page {} cannot be written", path.display()))?;
            writeln!(io.err, "{}", path.display())?;
        }
        Ok(ExitStatus::Done)
    }
}
