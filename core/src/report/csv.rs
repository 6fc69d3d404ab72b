//! A table for spreadsheets: a header, then one row a record.
//!
//! Text that others wrote is made visible, and a cell that a spreadsheet would run as a formula
//! is prefixed with an apostrophe. Whoever needs exact values takes `ndjson`.

use std::{
    borrow::Cow,
    io::{self, Write},
};

use super::{Record, Report, Summary, visible::visible};

/// Column names. Columns are added at the end, never renamed or moved.
const HEADER: [&str; 22] = [
    "path",
    "state",
    "origin",
    "signer",
    "issuer",
    "signed_at",
    "timestamp",
    "trust_pack",
    "trust_date",
    "source_type",
    "generator",
    "codes",
    "findings",
    "contradictions",
    "labels",
    "not_covered_bytes",
    "remote_url",
    "media_type",
    "bytes",
    "sha256",
    "judged_at",
    "message",
];

/// Writes one row a record.
#[derive(Debug)]
pub struct CsvReport<W: Write> {
    out: csv::Writer<W>,
    begun: bool,
}

impl<W: Write> CsvReport<W> {
    /// A report to `out`.
    pub fn new(out: W) -> Self {
        Self {
            out: csv::WriterBuilder::new()
                .terminator(csv::Terminator::CRLF)
                .from_writer(out),
            begun: false,
        }
    }

    /// A report to `out`, which holds rows already: no header.
    pub fn continued(out: W) -> Self {
        Self {
            begun: true,
            ..Self::new(out)
        }
    }

    fn begin(&mut self) -> io::Result<()> {
        if !self.begun {
            self.begun = true;
            self.out.write_record(HEADER)?;
        }
        Ok(())
    }
}

impl<W: Write> Report for CsvReport<W> {
    fn record(&mut self, record: &Record) -> io::Result<()> {
        self.begin()?;
        let credentials = &record.credentials;
        let trust = credentials.trust.as_ref();
        let codes: Vec<_> = record.findings.iter().map(|found| found.code).collect();
        let labels: Vec<_> = record
            .labels
            .iter()
            .map(|label| label.value.as_str())
            .collect();
        let not_covered = credentials
            .not_covered
            .iter()
            .fold(0_u64, |sum, part| sum.saturating_add(part.length));
        let message = record.findings.first().map(|found| found.message.as_str());
        let row: [Cow<'_, str>; 22] = [
            cell(&record.path),
            cell(credentials.state),
            cell(record.origin),
            optional(credentials.signer.as_deref()),
            optional(credentials.issuer.as_deref()),
            optional(credentials.signed_at.as_deref()),
            cell(credentials.timestamp),
            optional(trust.map(|trust| trust.pack.as_str())),
            optional(trust.and_then(|trust| trust.date.as_deref())),
            optional(credentials.source_type.as_deref()),
            optional(credentials.generator.as_deref()),
            cell_of(credentials.codes.join(" ")),
            cell_of(codes.join(" ")),
            cell_of(record.contradictions.join(" ")),
            cell_of(labels.join(" ")),
            Cow::Owned(not_covered.to_string()),
            optional(credentials.remote_url.as_deref()),
            optional(record.media_type.as_deref()),
            Cow::Owned(record.bytes.to_string()),
            optional(record.sha256.as_deref()),
            cell(&record.judged_at),
            optional(message),
        ];
        self.out
            .write_record(row.iter().map(|cell| cell.as_bytes()))
            .map_err(io::Error::from)
    }

    fn finish(&mut self, _: &Summary) -> io::Result<()> {
        self.begin()?;
        self.out.flush()
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn optional(text: Option<&str>) -> Cow<'_, str> {
    cell(text.unwrap_or_default())
}

fn cell_of(text: String) -> Cow<'static, str> {
    Cow::Owned(cell(&text).into_owned())
}

/// A cell that no spreadsheet runs (OWASP, "CSV Injection"): `=`, `+`, `-` and `@` begin formulas,
/// tabs and line breaks begin new cells; the latter are visible escapes by then.
fn cell(text: &str) -> Cow<'_, str> {
    let shown = visible(text);
    let dangerous = shown
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if dangerous {
        Cow::Owned(format!("'{shown}"))
    } else {
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn formulas_become_text() {
        for formula in ["=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", " =1", "＝1"] {
            assert!(cell(formula).starts_with('\''), "{formula}");
        }
    }

    #[test]
    fn escapes_cannot_open_a_cell() {
        assert_eq!(cell("\t=1"), "\\t=1");
        assert_eq!(cell("a\n=1"), "a\\n=1");
    }

    #[test]
    fn ordinary_cells_are_untouched() {
        assert_eq!(cell("2026-11-15"), "2026-11-15");
    }
}
