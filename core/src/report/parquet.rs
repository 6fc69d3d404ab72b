//! A Parquet table for data warehouses: one row a record.
//!
//! The columns that queries ask for are typed; the last one holds the whole record as JSON, so
//! that nothing is lost. `spec/parquet.md` lists the columns; they are added, never renamed.

mod column;

use std::{
    io::{self, Write},
    mem,
    sync::{Arc, Mutex, PoisonError},
};

use parquet::{
    basic::Compression,
    errors::ParquetError,
    file::{
        metadata::KeyValue,
        properties::{EnabledStatistics, WriterProperties},
        writer::SerializedFileWriter,
    },
    schema::{parser::parse_message_type, types::TypePtr},
};

use self::column::{COLUMNS, Cells};
use super::{Record, Report, SCHEMA, Summary};

/// Name and version of the table, stored in the file under `hallmark.table`.
pub const TABLE: &str = "hallmark.table/1";

/// Rows in a row group, at most.
const GROUP_ROWS: usize = 8192;

/// Bytes of JSON after which a row group is written, so that memory stays bounded.
const GROUP_BYTES: usize = 16 << 20;

/// Writes a row for each record, and the table's footer at the end.
pub struct ParquetReport<W> {
    out: W,
    /// Nothing before the first record or the end: a run that fails early leaves an empty file.
    table: Option<SerializedFileWriter<Spool>>,
    spool: Spool,
    columns: Vec<Cells>,
    rows: usize,
    bytes: usize,
}

impl<W: std::fmt::Debug> std::fmt::Debug for ParquetReport<W> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("ParquetReport")
            .field("out", &self.out)
            .field("rows", &self.rows)
            .finish_non_exhaustive()
    }
}

impl<W: Write> ParquetReport<W> {
    /// A report to `out`, which need not be seekable.
    pub fn new(out: W) -> Self {
        Self {
            out,
            table: None,
            spool: Spool::default(),
            columns: COLUMNS.iter().map(|_| Cells::default()).collect(),
            rows: 0,
            bytes: 0,
        }
    }

    fn table(&mut self) -> io::Result<&mut SerializedFileWriter<Spool>> {
        match &mut self.table {
            Some(table) => Ok(table),
            none => {
                let properties = WriterProperties::builder()
                    .set_compression(Compression::SNAPPY)
                    .set_created_by(format!("hallmark {}", env!("CARGO_PKG_VERSION")))
                    .set_statistics_enabled(EnabledStatistics::Chunk)
                    .set_key_value_metadata(Some(vec![
                        KeyValue::new("hallmark.table".to_owned(), TABLE.to_owned()),
                        KeyValue::new("hallmark.schema".to_owned(), SCHEMA.to_owned()),
                    ]))
                    .build();
                let table = SerializedFileWriter::new(
                    self.spool.clone(),
                    schema().map_err(failed)?,
                    Arc::new(properties),
                )
                .map_err(failed)?;
                Ok(none.insert(table))
            }
        }
    }

    /// Writes the rows in hand as a row group.
    fn group(&mut self) -> io::Result<()> {
        let mut columns = mem::take(&mut self.columns);
        let rows = mem::take(&mut self.rows);
        self.bytes = 0;
        let table = self.table()?;
        if rows > 0 {
            let mut group = table.next_row_group().map_err(failed)?;
            let mut cells = columns.iter_mut();
            while let Some(mut writer) = group.next_column().map_err(failed)? {
                if let Some(cells) = cells.next() {
                    cells.write(writer.untyped()).map_err(failed)?;
                }
                writer.close().map_err(failed)?;
            }
            group.close().map_err(failed)?;
        }
        self.columns = columns;
        self.pass_on()
    }

    /// Hands what the table has written to `out`.
    fn pass_on(&mut self) -> io::Result<()> {
        self.out.write_all(&self.spool.take())
    }
}

impl<W: Write> Report for ParquetReport<W> {
    fn record(&mut self, record: &Record) -> io::Result<()> {
        let json = serde_json::to_string(record)?;
        self.rows = self.rows.saturating_add(1);
        self.bytes = self.bytes.saturating_add(json.len());
        for (column, cells) in COLUMNS.iter().zip(&mut self.columns) {
            (column.read)(record, &json, cells);
        }
        if self.rows >= GROUP_ROWS || self.bytes >= GROUP_BYTES {
            self.group()?;
        }
        Ok(())
    }

    fn finish(&mut self, _: &Summary) -> io::Result<()> {
        self.group()?;
        if let Some(table) = self.table.take() {
            table.close().map_err(failed)?;
        }
        self.pass_on()?;
        self.out.flush()
    }

    /// Passes on whole row groups; rows in hand wait for theirs.
    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The table's schema: the columns in order.
fn schema() -> Result<TypePtr, ParquetError> {
    let columns: Vec<String> = COLUMNS.iter().map(column::Column::declaration).collect();
    let message = format!("message hallmark {{ {} }}", columns.join(" "));
    parse_message_type(&message).map(Arc::new)
}

fn failed(error: ParquetError) -> io::Error {
    io::Error::other(error)
}

/// Where the table's writer leaves its bytes until they are passed on: it asks for a writer that
/// may cross threads, which a locked standard output may not.
#[derive(Clone, Debug, Default)]
struct Spool(Arc<Mutex<Vec<u8>>>);

impl Spool {
    fn take(&self) -> Vec<u8> {
        mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Write for Spool {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
