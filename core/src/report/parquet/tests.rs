use parquet::{
    file::reader::{FileReader, SerializedFileReader},
    record::Field,
};

use super::{GROUP_ROWS, ParquetReport, TABLE};
use crate::{
    evidence::Code,
    report::{
        Record, Report, Summary,
        tests::{finding, record},
    },
};

fn written(records: &[Record]) -> SerializedFileReader<bytes::Bytes> {
    let mut out = Vec::new();
    let mut report = ParquetReport::new(&mut out);
    for record in records {
        report.record(record).unwrap();
    }
    report.finish(&Summary::default()).unwrap();
    drop(report);
    SerializedFileReader::new(out.into()).unwrap()
}

/// The value of a column in a row of the table.
fn cell(table: &SerializedFileReader<bytes::Bytes>, row: usize, column: &str) -> Field {
    let row = table.get_row_iter(None).unwrap().nth(row).unwrap().unwrap();
    let found = row.get_column_iter().find(|(name, _)| *name == column);
    found.unwrap().1.clone()
}

#[test]
fn a_reader_gets_back_every_record_as_it_was() {
    let mut hostile = record("a\"\n\u{202e}.jpg", "invalid");
    hostile.findings.push(finding(Code::DataHashMismatch));
    hostile.findings.push(finding(Code::AssetTruncated));
    hostile.credentials.signed_at = Some("2026-11-15T00:00:01.5Z".to_owned());
    let plain = record("b.jpg", "none");
    let table = written(&[hostile.clone(), plain.clone()]);
    for (row, record) in [hostile, plain].iter().enumerate() {
        let Field::Str(json) = cell(&table, row, "record") else {
            panic!("the record is no text");
        };
        assert_eq!(serde_json::from_str::<Record>(&json).unwrap(), *record);
        assert_eq!(cell(&table, row, "path"), Field::Str(record.path.clone()));
        let Field::ListInternal(codes) = cell(&table, row, "findings") else {
            panic!("the findings are no list");
        };
        let codes: Vec<_> = codes.elements().to_vec();
        let expected: Vec<_> = record
            .findings
            .iter()
            .map(|finding| Field::Str(finding.code.to_owned()))
            .collect();
        assert_eq!(codes, expected);
    }
    assert_eq!(
        cell(&table, 0, "signed_at"),
        Field::TimestampMillis(1_794_700_801_500)
    );
    assert_eq!(cell(&table, 1, "signed_at"), Field::Null);
}

#[test]
fn the_table_names_its_version_and_an_empty_one_has_its_columns() {
    let table = written(&[]);
    let metadata = table.metadata().file_metadata();
    let version = metadata
        .key_value_metadata()
        .unwrap()
        .iter()
        .find(|pair| pair.key == "hallmark.table")
        .unwrap();
    assert_eq!(version.value.as_deref(), Some(TABLE));
    assert_eq!(metadata.num_rows(), 0);
    assert_eq!(metadata.schema_descr().num_columns(), super::COLUMNS.len());
}

#[test]
fn rows_are_written_in_groups() {
    let records = vec![record("a.jpg", "none"); GROUP_ROWS + 1];
    let table = written(&records);
    let groups: Vec<_> = (0..table.num_row_groups())
        .map(|group| table.metadata().row_group(group).num_rows())
        .collect();
    assert_eq!(groups, [8192, 1]);
}

#[test]
fn the_specification_lists_every_column() {
    let specification = include_str!("../../../../spec/parquet.md");
    let listed: Vec<_> = specification
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split('`').next())
        .collect();
    let columns: Vec<_> = super::COLUMNS.iter().map(|column| column.name).collect();
    assert_eq!(listed, columns);
}
