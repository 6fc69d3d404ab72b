//! Text for a terminal: one aligned line a file, then a summary; on request, everything that is
//! known about each file below its line.

mod details;

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Write},
};

use unicode_width::UnicodeWidthStr;

use super::{
    Language, Record, Report, Run, Sentence, Summary, Value, Word, layout::wrap, note::note,
    summary::STATES, visible::visible,
};
use crate::evidence::{Code, Severity};

/// Columns that a text without a terminal is laid out for.
const COLUMNS: usize = 100;

/// How text is to look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextStyle {
    /// Emphasis by terminal escapes. There are no colours of approval: states are words.
    pub emphasis: bool,
    /// Details below each line.
    pub details: bool,
    /// Width of the terminal in columns: notes are broken between words there. Without it, every
    /// file has exactly one line.
    pub columns: Option<usize>,
}

/// Writes lines for people.
#[derive(Debug)]
pub struct TextReport<'a, W> {
    out: W,
    run: Run,
    language: &'a Language,
    style: TextStyle,
    /// Width of the column of states: that of the longest.
    state_width: usize,
    codes: BTreeMap<(std::cmp::Reverse<Severity>, &'static str), u64>,
    not_checked: BTreeSet<&'static str>,
    trust_list_missed: bool,
}

impl<'a, W: Write> TextReport<'a, W> {
    /// A report of `run` to `out`.
    pub fn new(out: W, run: Run, language: &'a Language, style: TextStyle) -> Self {
        let widths = STATES.map(|state| language.state(state).width());
        let widest = widths.into_iter().max().unwrap_or_default();
        Self {
            state_width: widest,
            out,
            run,
            language,
            style,
            codes: BTreeMap::new(),
            not_checked: BTreeSet::new(),
            trust_list_missed: false,
        }
    }

    /// Remembers what the summary will speak of. Grows with the number of codes, not of records.
    fn remember(&mut self, record: &Record) {
        for finding in &record.findings {
            if finding.severity >= Severity::Notice {
                let key = (std::cmp::Reverse(finding.severity), finding.code);
                let count = self.codes.entry(key).or_default();
                *count = count.saturating_add(1);
            }
        }
        for left_out in &record.not_checked {
            self.not_checked.insert(left_out.what);
        }
        self.trust_list_missed |= !self.run.trust_list && record.credentials.state == "valid";
    }

    fn say(&self, sentence: Sentence, values: &[(&str, Value<'_>)]) -> String {
        self.language.sentence(sentence, values)
    }

    fn emphasised(&self, text: &str) -> String {
        if self.style.emphasis {
            format!("\u{1b}[1m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }

    fn quiet(&self, text: &str) -> String {
        if self.style.emphasis {
            format!("\u{1b}[2m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }

    fn state_word(&self, state: Word) -> String {
        let word = self.language.state(state);
        let padding = self.state_width.saturating_sub(word.width());
        let padded = format!("{word}{:padding$}", "");
        match state {
            "none" | "not-checked" => self.quiet(&padded),
            _ => self.emphasised(&padded),
        }
    }

    /// `12 files checked as of ...: 2 trusted, 10 none.`
    fn totals(&mut self, summary: &Summary) -> io::Result<()> {
        for (index, line) in summary
            .sentences(&self.run, self.language)
            .iter()
            .enumerate()
        {
            let line = if index == 0 {
                self.emphasised(line)
            } else {
                line.clone()
            };
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }

    /// What each state that occurred stands for.
    fn legend(&mut self, summary: &Summary) -> io::Result<()> {
        let untrusted = if self.trust_list_missed {
            Sentence::NoTrustList
        } else {
            Sentence::UnknownIssuer
        };
        let meanings = [
            ("trusted", Sentence::SummaryTrusted),
            ("valid", untrusted),
            ("invalid", Sentence::SummaryInvalid),
            ("none", Sentence::NothingFound),
            ("unreadable", Sentence::SummaryUnreadable),
        ];
        writeln!(self.out)?;
        for (state, sentence) in meanings {
            if summary.state(state) > 0 {
                let meaning = self.say(sentence, &[]);
                let state = self.state_word(state);
                write!(self.out, "{state} ")?;
                self.paragraph(&meaning, self.state_width.saturating_add(1))?;
            }
        }
        Ok(())
    }

    /// What nobody looked at, and what to do next.
    fn advice(&mut self) -> io::Result<()> {
        writeln!(self.out)?;
        if !self.not_checked.is_empty() {
            let heading = self.say(Sentence::SummaryNotChecked, &[]);
            writeln!(self.out, "{heading}")?;
            // What one file says beyond the sentence itself stands in its details.
            let codes: Vec<_> = self.not_checked.iter().copied().collect();
            for code in codes.into_iter().filter_map(Code::parse) {
                write!(self.out, "  - ")?;
                self.paragraph(&self.language.brief(code, &[]), 4)?;
            }
        }
        if !self.style.details {
            self.paragraph(&self.say(Sentence::SummaryNext, &[]), 0)?;
        }
        let codes: Vec<_> = self.codes.keys().take(3).map(|(_, code)| *code).collect();
        if !codes.is_empty() {
            let codes = self.language.orthography().list(&codes);
            let line = self.say(Sentence::SummaryExplain, &[("codes", Value::Long(&codes))]);
            self.paragraph(&line, 0)?;
        }
        Ok(())
    }

    /// Ends a line that stands in column `indent`, and indents further lines as far.
    fn paragraph(&mut self, text: &str, indent: usize) -> io::Result<()> {
        match self.style.columns {
            None => writeln!(self.out, "{text}"),
            Some(columns) => wrap(&mut self.out, text, indent, indent, columns),
        }
    }
}

impl<W: Write> Report for TextReport<'_, W> {
    fn record(&mut self, record: &Record) -> io::Result<()> {
        self.remember(record);
        let path = path(&record.path, self.language);
        let note = note(record, self.language);
        let columns = self.style.columns.unwrap_or(COLUMNS);
        let width = (columns.saturating_mul(2) / 5).clamp(24, 48);
        let padding = width.saturating_sub(path.width());
        // State, blank, path, two blanks.
        let indent = self.state_width.saturating_add(3).saturating_add(width);
        write!(
            self.out,
            "{} {path}{:padding$}  ",
            self.state_word(record.credentials.state),
            "",
        )?;
        match self.style.columns {
            None => writeln!(self.out, "{note}")?,
            Some(columns) => {
                let overhang = path.width().saturating_sub(width);
                let start = indent.saturating_add(overhang);
                wrap(&mut self.out, &note, start, indent, columns)?;
            }
        }
        if !self.style.details {
            for line in details::duties_briefly(record, self.language) {
                writeln!(
                    self.out,
                    "{:indent$}{line}",
                    "",
                    indent = self.state_width.saturating_add(1)
                )?;
            }
        }
        if self.style.details {
            details::write(&mut self.out, record, self.language)?;
        }
        Ok(())
    }

    fn finish(&mut self, summary: &Summary) -> io::Result<()> {
        if summary.checked > 0 && !self.style.details {
            writeln!(self.out)?;
        }
        self.totals(summary)?;
        if summary.checked > 0 {
            self.legend(summary)?;
            self.advice()?;
        }
        self.out.flush()
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A path in full, whatever it holds.
fn path(path: &str, language: &Language) -> String {
    let shown = visible(path);
    if language.is_right_to_left() {
        format!("\u{2068}{shown}\u{2069}")
    } else {
        shown.into_owned()
    }
}
