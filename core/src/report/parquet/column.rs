//! The columns of the table, and how a record fills them.

use parquet::{column::writer::ColumnWriter, data_type::ByteArray, errors::ParquetError};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use crate::report::Record;

/// One column.
pub(super) struct Column {
    pub(super) name: &'static str,
    kind: Kind,
    count: Count,
    /// Puts what a record, which is this JSON, has for the column into its cells.
    pub(super) read: fn(&Record, &str, &mut Cells),
}

/// What a cell holds.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Json,
    Integer,
    /// Milliseconds since 1970, UTC.
    Moment,
    Number,
    Flag,
}

/// How many values a row has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Count {
    One,
    Optional,
    Any,
}

use Count::{Any, One, Optional};
use Kind::{Flag, Integer, Json, Moment, Number, Text};

impl Column {
    /// The column in the language of Parquet schemas.
    pub(super) fn declaration(&self) -> String {
        let count = match self.count {
            One => "REQUIRED",
            Optional => "OPTIONAL",
            Any => "REPEATED",
        };
        let (physical, logical) = match self.kind {
            Text => ("BYTE_ARRAY", "(UTF8)"),
            Json => ("BYTE_ARRAY", "(JSON)"),
            Integer => ("INT64", ""),
            Moment => ("INT64", "(TIMESTAMP(MILLIS,true))"),
            Number => ("DOUBLE", ""),
            Flag => ("BOOLEAN", ""),
        };
        format!("{count} {physical} {} {logical};", self.name)
    }
}

/// A column's values of the rows in hand.
#[derive(Debug, Default)]
pub(super) struct Cells {
    texts: Vec<ByteArray>,
    integers: Vec<i64>,
    numbers: Vec<f64>,
    flags: Vec<bool>,
    /// 1 where there is a value, 0 where a row has none; unused for columns of one value a row.
    definition: Vec<i16>,
    /// 1 where a value belongs to the row of the one before.
    repetition: Vec<i16>,
}

impl Cells {
    fn text(&mut self, text: &str) {
        self.texts.push(ByteArray::from(text.as_bytes().to_vec()));
    }

    fn optional_text(&mut self, text: Option<&str>) {
        self.definition.push(text.is_some().into());
        if let Some(text) = text {
            self.text(text);
        }
    }

    fn texts<'a>(&mut self, texts: impl Iterator<Item = &'a str>) {
        let before = self.texts.len();
        for text in texts {
            self.repetition.push((self.texts.len() > before).into());
            self.definition.push(1);
            self.text(text);
        }
        if self.texts.len() == before {
            self.repetition.push(0);
            self.definition.push(0);
        }
    }

    fn integer(&mut self, value: u64) {
        self.integers.push(i64::try_from(value).unwrap_or(i64::MAX));
    }

    /// A moment as records write it; one that no calendar has is left out.
    fn moment(&mut self, text: Option<&str>) {
        let moment = text.and_then(|text| OffsetDateTime::parse(text, &Rfc3339).ok());
        self.definition.push(moment.is_some().into());
        if let Some(moment) = moment {
            let milliseconds = moment.unix_timestamp_nanos() / 1_000_000;
            self.integers
                .push(i64::try_from(milliseconds).unwrap_or(i64::MAX));
        }
    }

    fn optional_number(&mut self, number: Option<f64>) {
        self.definition.push(number.is_some().into());
        self.numbers.extend(number);
    }

    fn optional_flag(&mut self, flag: Option<bool>) {
        self.definition.push(flag.is_some().into());
        self.flags.extend(flag);
    }

    /// Writes the values to a column of the file, and forgets them.
    pub(super) fn write(&mut self, writer: &mut ColumnWriter<'_>) -> Result<(), ParquetError> {
        let definition = levels(&self.definition);
        let repetition = levels(&self.repetition);
        match writer {
            ColumnWriter::ByteArrayColumnWriter(column) => {
                column.write_batch(&self.texts, definition, repetition)?;
            }
            ColumnWriter::Int64ColumnWriter(column) => {
                column.write_batch(&self.integers, definition, repetition)?;
            }
            ColumnWriter::DoubleColumnWriter(column) => {
                column.write_batch(&self.numbers, definition, repetition)?;
            }
            ColumnWriter::BoolColumnWriter(column) => {
                column.write_batch(&self.flags, definition, repetition)?;
            }
            _ => {
                return Err(ParquetError::General(
                    "the table has a column of a type that no cell has".to_owned(),
                ));
            }
        }
        *self = Self::default();
        Ok(())
    }
}

/// Levels, where the column has any.
fn levels(levels: &[i16]) -> Option<&[i16]> {
    (!levels.is_empty()).then_some(levels)
}

const fn column(
    name: &'static str,
    kind: Kind,
    count: Count,
    read: fn(&Record, &str, &mut Cells),
) -> Column {
    Column {
        name,
        kind,
        count,
        read,
    }
}

/// The columns in order. Added at the end, before the record; never renamed.
pub(super) const COLUMNS: [Column; 35] = [
    column("path", Text, One, |record, _, cells| {
        cells.text(&record.path)
    }),
    column("path_bytes", Text, Optional, |record, _, cells| {
        cells.optional_text(record.path_bytes.as_deref());
    }),
    column("sha256", Text, Optional, |record, _, cells| {
        cells.optional_text(record.sha256.as_deref());
    }),
    column("bytes", Integer, One, |record, _, cells| {
        cells.integer(record.bytes)
    }),
    column("media_type", Text, Optional, |record, _, cells| {
        cells.optional_text(record.media_type.as_deref());
    }),
    column("elapsed_ms", Number, One, |record, _, cells| {
        cells.numbers.push(record.elapsed_ms);
    }),
    column("tool_version", Text, One, |record, _, cells| {
        cells.text(&record.tool.version);
    }),
    column("ruleset", Text, One, |record, _, cells| {
        cells.text(&record.tool.ruleset)
    }),
    column("judged_at", Moment, Optional, |record, _, cells| {
        cells.moment(Some(&record.judged_at));
    }),
    column("state", Text, One, |record, _, cells| {
        cells.text(record.credentials.state)
    }),
    column("codes", Text, Any, |record, _, cells| {
        cells.texts(record.credentials.codes.iter().map(AsRef::as_ref));
    }),
    column("manifest_id", Text, Optional, |record, _, cells| {
        cells.optional_text(record.credentials.manifest_id.as_deref());
    }),
    column("signer", Text, Optional, |record, _, cells| {
        cells.optional_text(record.credentials.signer.as_deref());
    }),
    column("issuer", Text, Optional, |record, _, cells| {
        cells.optional_text(record.credentials.issuer.as_deref());
    }),
    column("certificates", Text, Any, |record, _, cells| {
        cells.texts(record.credentials.certificates.iter().map(String::as_str));
    }),
    column("trust_pack", Text, Optional, |record, _, cells| {
        let trust = record.credentials.trust.as_ref();
        cells.optional_text(trust.map(|trust| trust.pack.as_str()));
    }),
    column("trust_date", Text, Optional, |record, _, cells| {
        let trust = record.credentials.trust.as_ref();
        cells.optional_text(trust.and_then(|trust| trust.date.as_deref()));
    }),
    column("trust_anchor", Text, Optional, |record, _, cells| {
        let trust = record.credentials.trust.as_ref();
        cells.optional_text(trust.map(|trust| trust.anchor.as_str()));
    }),
    column("signed_at", Moment, Optional, |record, _, cells| {
        cells.moment(record.credentials.signed_at.as_deref());
    }),
    column("timestamp", Text, One, |record, _, cells| {
        cells.text(record.credentials.timestamp);
    }),
    column("source_type", Text, Optional, |record, _, cells| {
        cells.optional_text(record.credentials.source_type.as_deref());
    }),
    column("generator", Text, Optional, |record, _, cells| {
        cells.optional_text(record.credentials.generator.as_deref());
    }),
    column("not_covered_bytes", Integer, One, |record, _, cells| {
        let parts = &record.credentials.not_covered;
        cells.integer(
            parts
                .iter()
                .fold(0, |sum: u64, part| sum.saturating_add(part.length)),
        );
    }),
    column("remote_url", Text, Optional, |record, _, cells| {
        cells.optional_text(record.credentials.remote_url.as_deref());
    }),
    column("revocation", Text, One, |record, _, cells| {
        cells.text(record.credentials.revocation);
    }),
    column("watermark", Text, One, |record, _, cells| {
        cells.text(record.watermark.state)
    }),
    column("payloads", Text, Any, |record, _, cells| {
        let marks = record.watermark.marks.iter();
        cells.texts(marks.filter_map(|mark| mark.payload.as_deref()));
    }),
    column("labels", Text, Any, |record, _, cells| {
        cells.texts(record.labels.iter().map(|label| label.value.as_str()));
    }),
    column("origin", Text, One, |record, _, cells| {
        cells.text(record.origin)
    }),
    column("contradictions", Text, Any, |record, _, cells| {
        cells.texts(record.contradictions.iter().copied());
    }),
    column("findings", Text, Any, |record, _, cells| {
        cells.texts(record.findings.iter().map(|finding| finding.code));
    }),
    column("recovered", Text, Optional, |record, _, cells| {
        let recovered = record.recovered.as_ref();
        cells.optional_text(recovered.and_then(|found| found.manifest_id.as_deref()));
    }),
    column("same_picture", Flag, Optional, |record, _, cells| {
        cells.optional_flag(
            record
                .recovered
                .as_ref()
                .and_then(|found| found.same_picture),
        );
    }),
    column("similarity", Number, Optional, |record, _, cells| {
        cells.optional_number(record.recovered.as_ref().and_then(|found| found.similarity));
    }),
    column("record", Json, One, |_, json, cells| cells.text(json)),
];
