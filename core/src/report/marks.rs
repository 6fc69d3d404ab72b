//! What was found in the pixels, and nothing else: the answer of `hallmark watermark detect`.

use std::io::{self, Write};

use serde::Serialize;

use super::{
    GeometryRecord, Language, Record, Report, Run, Sentence, Summary, Word, record::MarkRecord,
    visible::visible,
};

/// How marks are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MarkFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line.
    Ndjson,
}

/// Writes what each record says about marks.
#[derive(Debug)]
pub struct MarkReport<'a, W> {
    out: W,
    run: Run,
    language: &'a Language,
    format: MarkFormat,
}

/// One asset's marks. The fields of the best mark stand at the top; all marks follow.
#[derive(Debug, Serialize)]
struct MarksOf<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path_bytes: Option<&'a str>,
    /// Whether a mark was read; a damaged one was not.
    detected: bool,
    state: Word,
    scheme: Option<&'a str>,
    version: Option<u32>,
    payload: Option<&'a str>,
    key_id: Option<&'a str>,
    statistic: Option<f64>,
    threshold: Option<f64>,
    false_alarm: Option<f64>,
    geometry: Option<&'a GeometryRecord>,
    marks: &'a [MarkRecord],
    /// Why nothing could be seen; each a sentence in English.
    not_checked: Vec<&'a str>,
    elapsed_ms: f64,
}

impl<'a, W: Write> MarkReport<'a, W> {
    /// A report of `run` to `out`.
    pub const fn new(out: W, run: Run, language: &'a Language, format: MarkFormat) -> Self {
        Self {
            out,
            run,
            language,
            format,
        }
    }

    fn json(&mut self, record: &Record) -> io::Result<()> {
        let mark = record.watermark.marks.first();
        let line = MarksOf {
            path: &record.path,
            path_bytes: record.path_bytes.as_deref(),
            detected: record.watermark.state == "found",
            state: record.watermark.state,
            scheme: mark.map(|mark| mark.scheme.as_str()),
            version: mark.map(|mark| mark.version),
            payload: mark.and_then(|mark| mark.payload.as_deref()),
            key_id: mark.and_then(|mark| mark.key_id.as_deref()),
            statistic: mark.map(|mark| mark.statistic),
            threshold: mark.map(|mark| mark.threshold),
            false_alarm: mark.map(|mark| mark.false_alarm),
            geometry: mark.and_then(|mark| mark.geometry.as_ref()),
            marks: &record.watermark.marks,
            not_checked: reasons(record).collect(),
            elapsed_ms: record.elapsed_ms,
        };
        serde_json::to_writer(&mut self.out, &line)?;
        self.out.write_all(b"\n")
    }

    fn lines(&mut self, record: &Record) -> io::Result<()> {
        writeln!(self.out, "{}", visible(&record.path))?;
        let mut silent = true;
        for finding in &record.findings {
            let of_pixels = finding.code.starts_with("watermark.");
            if of_pixels || record.credentials.state == "unreadable" {
                silent = false;
                writeln!(self.out, "  {}", self.language.finding(finding))?;
            }
        }
        for left_out in &record.not_checked {
            if is_of_pixels(left_out.what) {
                silent = false;
                writeln!(self.out, "  {}", self.language.left_out(left_out))?;
            }
        }
        if silent {
            writeln!(self.out, "  {}", self.language.word(Sentence::NoMark))?;
        }
        Ok(())
    }
}

/// Why pixels were not looked at.
fn reasons(record: &Record) -> impl Iterator<Item = &str> {
    let of_pixels = record
        .not_checked
        .iter()
        .filter(|left_out| is_of_pixels(left_out.what));
    of_pixels.map(|left_out| left_out.why.as_str())
}

fn is_of_pixels(code: Word) -> bool {
    code.starts_with("notChecked.pixels")
}

impl<W: Write> Report for MarkReport<'_, W> {
    fn record(&mut self, record: &Record) -> io::Result<()> {
        match self.format {
            MarkFormat::Text => self.lines(record),
            MarkFormat::Ndjson => self.json(record),
        }
    }

    fn finish(&mut self, summary: &Summary) -> io::Result<()> {
        if self.format == MarkFormat::Text {
            for sentence in summary.sentences(&self.run, self.language) {
                writeln!(self.out, "{sentence}")?;
            }
        }
        self.out.flush()
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
