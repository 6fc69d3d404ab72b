use serde_json::Value;
use time::OffsetDateTime;

use super::{
    CsvReport, JsonReport, Language, Record, Report, Run, Summary, TextReport, TextStyle,
    record::{
        CredentialRecord, FindingRecord, NotCoveredRecord, PlaceRecord, ToolRecord, WatermarkRecord,
    },
};
use crate::evidence::Code;

/// A record of a file whose credential is in that state, issued by "Example News".
pub(super) fn record(path: &str, state: &'static str) -> Record {
    Record {
        schema: super::SCHEMA,
        path: path.to_owned(),
        path_bytes: None,
        sha256: None,
        bytes: 12,
        media_type: Some("image/jpeg".to_owned()),
        elapsed_ms: 0.5,
        tool: ToolRecord::CURRENT,
        judged_at: "2026-11-15T00:00:00Z".to_owned(),
        credentials: CredentialRecord {
            state,
            codes: Vec::new(),
            manifest_id: None,
            signer: None,
            issuer: Some("Example News".to_owned()),
            certificates: Vec::new(),
            trust: None,
            signed_at: None,
            timestamp: "none",
            source_type: None,
            generator: None,
            actions: Vec::new(),
            ingredients: Vec::new(),
            not_covered: Vec::new(),
            remote_url: None,
            sidecar: false,
            revocation: "not-checked",
        },
        watermark: WatermarkRecord::NOT_CHECKED,
        labels: Vec::new(),
        fingerprint: None,
        origin: "undeclared",
        duties: Vec::new(),
        contradictions: Vec::new(),
        findings: Vec::new(),
        not_checked: Vec::new(),
        recovered: None,
        previews: Vec::new(),
    }
}

pub(super) fn finding(code: Code) -> FindingRecord {
    let message = Language::english().message(code, &[]);
    FindingRecord {
        code: code.as_str(),
        severity: code.severity(),
        confidence: code.confidence(),
        place: PlaceRecord::Asset,
        message,
        arguments: Vec::new(),
    }
}

fn run() -> Run {
    Run::new(OffsetDateTime::UNIX_EPOCH, true)
}

/// The report that `write` makes of these records.
fn written<'a>(
    records: &[Record],
    make: impl FnOnce(&'a mut Vec<u8>) -> Box<dyn Report + 'a>,
    out: &'a mut Vec<u8>,
) {
    let mut report = make(out);
    let mut summary = Summary::default();
    for record in records {
        summary.count(record);
        report.record(record).unwrap();
    }
    report.finish(&summary).unwrap();
}

fn text(record: Record) -> String {
    let language = Language::english();
    let mut out = Vec::new();
    let mut report = TextReport::new(&mut out, run(), language, TextStyle::default());
    report.record(&record).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn json_is_one_object_whatever_the_number_of_records() {
    for count in 0..3 {
        let records = vec![record("a.jpg", "none"); count];
        let mut out = Vec::new();
        written(
            &records,
            |out| Box::new(JsonReport::new(out, run())),
            &mut out,
        );
        let value: Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(value["records"].as_array().unwrap().len(), count);
        assert_eq!(value["summary"]["checked"], count);
    }
}

#[test]
fn csv_has_as_many_cells_as_columns() {
    let mut hostile = record("a,\"b\"\n=c.jpg", "none");
    hostile.findings.push(finding(Code::AssetTruncated));
    let mut out = Vec::new();
    written(&[hostile], |out| Box::new(CsvReport::new(out)), &mut out);
    let rows: Vec<_> = csv::Reader::from_reader(out.as_slice())
        .into_records()
        .map(Result::unwrap)
        .collect();
    assert_eq!(rows.len(), 1);
    assert_eq!(&rows[0][0], "a,\"b\"\\n=c.jpg");
}

#[test]
fn a_file_that_holds_is_unchanged_since_its_issuer() {
    let line = text(record("a.jpg", "trusted"));
    assert!(line.ends_with("  This file has not changed since “Example News” issued it.\n"));
    assert_eq!(line.lines().count(), 1);
}

#[test]
fn bytes_outside_the_signature_are_counted_and_the_store_is_not() {
    let mut partly = record("a.jpg", "trusted");
    for (what, length) in [("manifest store", 9000), ("EXIF", 200), ("XMP", 34)] {
        partly.credentials.not_covered.push(NotCoveredRecord {
            start: 2,
            length,
            what: what.to_owned(),
        });
    }
    let line = text(partly);
    assert!(
        line.contains("The picture holds, but 234 bytes (metadata) are not covered."),
        "{line}"
    );
}

#[test]
fn changed_is_said_only_when_the_credential_itself_holds() {
    let mut changed = record("a.jpg", "invalid");
    changed.findings.push(finding(Code::DataHashMismatch));
    let line = text(changed.clone());
    assert!(
        line.contains(
            "Changed after “Example News” issued it: the content is not what was signed."
        ),
        "{line}"
    );
    changed.findings.push(finding(Code::ClaimSignatureMismatch));
    let line = text(changed);
    assert!(
        line.contains(
            "The credential itself is broken (the signature does not match the credential); \
             nothing follows from that about the picture."
        ),
        "{line}"
    );
}

#[test]
fn issuers_cannot_leave_their_quotation() {
    let mut hostile = record("a.jpg", "valid");
    hostile.credentials.issuer = Some("News\u{1b}[2J\u{202e}\nnone b.jpg".to_owned());
    let line = text(hostile);
    assert_eq!(line.lines().count(), 1);
    assert!(
        line.contains("“News\\e[2J\\u{202e}\\nnone b.jpg”"),
        "{line}"
    );
}

#[test]
fn nothing_found_is_no_suspicion() {
    let line = text(record("a.jpg", "none"));
    assert!(
        line.ends_with("  No provenance information found.\n"),
        "{line}"
    );
}

#[test]
fn emphasis_is_optional_and_never_a_verdict_in_colour() {
    let language = Language::english();
    let emphasised = |emphasis| {
        let style = TextStyle {
            emphasis,
            ..TextStyle::default()
        };
        let mut out = Vec::new();
        let mut report = TextReport::new(&mut out, run(), language, style);
        report.record(&record("a.jpg", "trusted")).unwrap();
        report.record(&record("b.jpg", "invalid")).unwrap();
        String::from_utf8(out).unwrap()
    };
    assert!(!emphasised(false).contains('\u{1b}'));
    let shown = emphasised(true);
    assert!(shown.contains("\u{1b}[1mtrusted"), "{shown}");
    assert!(shown.contains("\u{1b}[1minvalid"), "{shown}");
}
