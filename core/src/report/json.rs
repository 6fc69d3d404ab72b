//! One JSON object for the whole run:
//!
//! ```json
//! {"schema":"hallmark.run/1","tool":{...},"judged_at":"...","trust_list":true,
//!  "trust":[{"name":"...","date":"..."}],
//!  "records":[
//!   {"schema":"hallmark.report/1",...},
//!   {"schema":"hallmark.report/1",...}
//!  ],
//!  "summary":{...}}
//! ```
//!
//! Records are written as they come: memory does not grow with their number.

use std::io::{self, Write};

use super::{Record, Report, Run, Summary};

/// Name and version of the object around the records.
const RUN_SCHEMA: &str = "hallmark.run/1";

/// Writes one object with a header, all records and a summary.
#[derive(Debug)]
pub struct JsonReport<W> {
    out: W,
    run: Run,
    begun: bool,
    records: bool,
}

impl<W: Write> JsonReport<W> {
    /// A report of `run` to `out`.
    pub const fn new(out: W, run: Run) -> Self {
        Self {
            out,
            run,
            begun: false,
            records: false,
        }
    }

    fn begin(&mut self) -> io::Result<()> {
        if self.begun {
            return Ok(());
        }
        self.begun = true;
        write!(self.out, "{{\"schema\":\"{RUN_SCHEMA}\",\"tool\":")?;
        serde_json::to_writer(&mut self.out, &self.run.tool)?;
        self.out.write_all(b",\"judged_at\":")?;
        serde_json::to_writer(&mut self.out, &self.run.judged_at)?;
        write!(
            self.out,
            ",\"trust_list\":{},\"trust\":",
            self.run.trust_list
        )?;
        serde_json::to_writer(&mut self.out, &self.run.trust)?;
        self.out.write_all(b",\n \"records\":[")
    }
}

impl<W: Write> Report for JsonReport<W> {
    fn record(&mut self, record: &Record) -> io::Result<()> {
        self.begin()?;
        self.out
            .write_all(if self.records { b",\n  " } else { b"\n  " })?;
        self.records = true;
        Ok(serde_json::to_writer(&mut self.out, record)?)
    }

    fn finish(&mut self, summary: &Summary) -> io::Result<()> {
        self.begin()?;
        self.out.write_all(if self.records {
            b"\n ],\n \"summary\":"
        } else {
            b"],\n \"summary\":"
        })?;
        serde_json::to_writer(&mut self.out, summary)?;
        self.out.write_all(b"}\n")?;
        self.out.flush()
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
