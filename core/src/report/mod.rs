//! A frozen, versioned view of statements, and the formats that write it.
//!
//! A [`Statement`](crate::verdict::Statement) becomes a [`Record`] once, with its codes, values
//! and English sentences; formats for people say the same in the reader's [`Language`]. Every
//! format writes records to any [`std::io::Write`] and decides nothing. What a format needs to
//! know about the run as a whole stands in [`Run`] and [`Summary`].

mod csv;
mod html;
mod json;
mod junit;
mod language;
pub mod layout;
mod marks;
mod ndjson;
mod note;
#[cfg(feature = "parquet")]
mod parquet;
mod record;
mod sarif;
mod summary;
mod text;
pub mod visible;
mod words;

pub use csv::CsvReport;
pub use html::HtmlReport;
pub use json::JsonReport;
pub use junit::{Failures, JunitReport};
pub use language::{Language, Sentence, Value};
pub use marks::{MarkFormat, MarkReport};
pub use ndjson::NdjsonReport;
#[cfg(feature = "parquet")]
pub use parquet::{ParquetReport, TABLE};
pub use record::{
    ActionRecord, AssetName, CredentialRecord, DutyRecord, FindingRecord, FingerprintRecord,
    GeometryRecord, IngredientRecord, LabelRecord, MarkRecord, NotCheckedRecord, NotCoveredRecord,
    PlaceRecord, PreviewRecord, Record, RecoveredRecord, RevokedRecord, ToolRecord, TrustRecord,
    WatermarkRecord, Word,
};
pub use sarif::SarifReport;
pub use summary::{PackRecord, Run, Summary};
pub use text::{TextReport, TextStyle};

use std::io;

/// Name and version of the record format. Fields are added, never renamed or removed; a change
/// that breaks readers would be `hallmark.report/2`.
pub const SCHEMA: &str = "hallmark.report/1";

/// Version of the rules behind the verdicts.
///
/// Raised whenever the same bytes, judged as of the same moment with the same trust material,
/// may yield another state, another code or another severity than before: a new audit, a changed
/// default limit, a corrected rule. Not raised for wording, formats or speed. Two records with
/// equal rulesets can be compared; of two with different ones, the older should be checked again.
pub const RULESET: &str = "2026-11-29";

/// A format: told of every record in order, then of the end.
pub trait Report {
    /// Writes one record.
    ///
    /// # Errors
    /// When the underlying writer fails.
    fn record(&mut self, record: &Record) -> io::Result<()>;

    /// Writes what follows the last record, and flushes.
    ///
    /// # Errors
    /// When the underlying writer fails.
    fn finish(&mut self, summary: &Summary) -> io::Result<()>;

    /// Passes on what is buffered, so that a reader sees every record so far.
    ///
    /// # Errors
    /// When the underlying writer fails.
    fn flush(&mut self) -> io::Result<()>;
}

#[cfg(test)]
mod tests;
