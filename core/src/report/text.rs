//! Text for a terminal: one aligned line a file, then a summary; on request, everything that is
//! known about each file below its line.

mod details;
mod line;

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Write},
};

use super::{Language, Record, Report, Run, Sentence, Summary, Value, visible::visible};
use crate::evidence::{Code, Severity};

/// Width of the column of states; `unreadable` is the longest.
const STATE_WIDTH: usize = 11;

/// How text is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextStyle {
    /// Emphasis by terminal escapes. There are no colours of approval: states are words.
    pub emphasis: bool,
    /// Details below each line.
    pub details: bool,
    /// Width of the terminal in columns.
    pub columns: usize,
}

impl Default for TextStyle {
    fn default() -> Self {
        Self {
            emphasis: false,
            details: false,
            columns: 100,
        }
    }
}

/// Writes lines for people.
#[derive(Debug)]
pub struct TextReport<'a, W> {
    out: W,
    run: Run,
    language: &'a Language,
    style: TextStyle,
    codes: BTreeMap<(std::cmp::Reverse<Severity>, &'static str), u64>,
    not_checked: BTreeSet<&'static str>,
    trust_list_missed: bool,
}

impl<'a, W: Write> TextReport<'a, W> {
    /// A report of `run` to `out`.
    pub const fn new(out: W, run: Run, language: &'a Language, style: TextStyle) -> Self {
        Self {
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

    fn state_word(&self, state: &str) -> String {
        let padded = format!("{state:<STATE_WIDTH$}");
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
                writeln!(self.out, "{state} {meaning}")?;
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
            for code in self.not_checked.iter().filter_map(|code| Code::parse(code)) {
                writeln!(self.out, "  - {}", self.language.brief(code, &[]))?;
            }
        }
        if !self.style.details {
            writeln!(self.out, "{}", self.say(Sentence::SummaryNext, &[]))?;
        }
        let codes: Vec<_> = self.codes.keys().take(3).map(|(_, code)| *code).collect();
        if !codes.is_empty() {
            let codes = codes.join(", ");
            let line = self.say(Sentence::SummaryExplain, &[("codes", Value::Long(&codes))]);
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }
}

impl<W: Write> Report for TextReport<'_, W> {
    fn record(&mut self, record: &Record) -> io::Result<()> {
        self.remember(record);
        let path = visible(&record.path);
        let note = line::note(record, self.language);
        let width = self.style.columns.saturating_mul(2) / 5;
        let padding = width
            .clamp(24, 60)
            .saturating_sub(unicode_width::UnicodeWidthStr::width(path.as_ref()));
        writeln!(
            self.out,
            "{} {path}{:padding$}  {note}",
            self.state_word(record.credentials.state),
            "",
        )?;
        if self.style.details {
            details::write(&mut self.out, record, self.language)?;
        }
        Ok(())
    }

    fn finish(&mut self, summary: &Summary) -> io::Result<()> {
        if summary.checked > 0 {
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

/// Whether a code says that the content differs from what was signed, while the signature itself
/// may well hold.
fn is_content_change(code: &str) -> bool {
    matches!(
        Code::parse(code),
        Some(
            Code::DataHashMismatch
                | Code::BmffHashMismatch
                | Code::BoxesHashMismatch
                | Code::BoxesHashUnknownBox
                | Code::CollectionHashMismatch
                | Code::ExclusionExcess
                | Code::PaddingStuffed
        )
    )
}
