//! `hallmark explain CODE`: what a finding means, what it does not mean, and what to do.

use std::io::Write;

use anyhow::bail;
use hallmark::{
    evidence::Code,
    report::{Language, Sentence},
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

    /// Language of the explanation [default: en]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
}

impl Arguments {
    /// Prints the explanations.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let language = settings::language(self.lang.as_deref().unwrap_or("en"))?;
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

/// Writes `text` indented by two, broken between words.
fn paragraph(out: &mut dyn Write, text: &str, columns: usize) -> std::io::Result<()> {
    let mut column = 0_usize;
    for word in text.split(' ') {
        let width = word.chars().count();
        if column == 0 {
            write!(out, "  {word}")?;
            column = width.saturating_add(2);
        } else if column.saturating_add(width).saturating_add(1) > columns {
            write!(out, "\n  {word}")?;
            column = width.saturating_add(2);
        } else {
            write!(out, " {word}")?;
            column = column.saturating_add(width).saturating_add(1);
        }
    }
    writeln!(out)
}

#[cfg(test)]
mod tests {
    use super::paragraph;

    #[test]
    fn paragraphs_are_indented_and_broken_between_words() {
        let mut out = Vec::new();
        paragraph(&mut out, "one two three four", 12).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "  one two\n  three four\n");
    }
}
