//! One JSON object a line.

use std::io::{self, Write};

use super::{Record, Report, Summary};

/// Writes each record as one line of JSON, and nothing else.
#[derive(Debug)]
pub struct NdjsonReport<W> {
    out: W,
}

impl<W: Write> NdjsonReport<W> {
    /// A report to `out`.
    pub const fn new(out: W) -> Self {
        Self { out }
    }
}

impl<W: Write> Report for NdjsonReport<W> {
    fn record(&mut self, record: &Record) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, record)?;
        self.out.write_all(b"\n")
    }

    fn finish(&mut self, _: &Summary) -> io::Result<()> {
        self.out.flush()
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
