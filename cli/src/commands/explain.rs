//! `hallmark explain CODE`: what a finding means, what it does not mean, and what to do.

use std::io::Write;

use anyhow::bail;
use hallmark::{
    evidence::Code,
    report::{Language, Sentence, layout::wrap},
};

use crate::{console::Io, exit_status::ExitStatus, settings, suggest::nearest};

/// Width of the explanation, in columns; wider lines are hard to read.
const WIDEST: usize = 80;

/// Which code to explain.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Codes as they stand in a report, for example `assertion.dataHash.mismatch`
    #[arg(required = true, value_name = "CODE")]
    codes: Vec<String>,

    /// Language of the explanation [default: that of the environment, else en]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
}

impl Arguments {
    /// Prints the explanations.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let language = settings::language(self.lang.as_deref(), io.environment)?;
        let columns = io.environment.columns.unwrap_or(WIDEST).min(WIDEST);
        let mut codes = Vec::new();
        for text in &self.codes {
            let Some(code) = Code::parse(text) else {
                let meant = nearest(text, Code::ALL.iter().map(|code| code.as_str()));
                bail!("no finding has the code '{text}'; did you mean {meant}?");
            };
            codes.push(code);
        }
        for (index, code) in codes.into_iter().enumerate() {
            if index > 0 {
                writeln!(io.out)?;
            }
            explain(io.out, code, &language, columns)?;
        }
        Ok(ExitStatus::Done)
    }
}

fn explain(
    out: &mut dyn Write,
    code: Code,
    language: &Language,
    columns: usize,
) -> std::io::Result<()> {
    writeln!(out, "{code}")?;
    paragraph(out, &language.message(code, &[]), columns)?;
    let parts = [
        (Sentence::ExplainMeaning, language.meaning(code)),
        (Sentence::ExplainNot, language.does_not_mean(code)),
        (Sentence::ExplainNext, language.next_step(code)),
    ];
    for (heading, text) in parts {
        writeln!(out, "\n{}", language.sentence(heading, &[]))?;
        paragraph(out, &text, columns)?;
    }
    Ok(())
}

/// Writes `text` indented by two.
fn paragraph(out: &mut dyn Write, text: &str, columns: usize) -> std::io::Result<()> {
    write!(out, "  ")?;
    wrap(out, text, 2, 2, columns)
}
