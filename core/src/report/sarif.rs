//! SARIF 2.1.0 (OASIS), for programs that collect results of checks: one result a finding, in
//! English, with the place that it lies at.
//!
//! Results are written as they come; what SARIF wants to know besides, the rules and the files,
//! follows them. Memory grows with the number of files, not with what is found in them.

use std::{
    collections::BTreeSet,
    io::{self, Write},
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Value as Json, json};

use super::{
    Language, Record, Report, Run, Summary,
    record::{FindingRecord, PlaceRecord},
};
use crate::evidence::{Code, Severity};

/// Where the format is described.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes one SARIF log.
#[derive(Debug)]
pub struct SarifReport<W> {
    out: W,
    run: Run,
    begun: bool,
    results: bool,
    artifacts: Vec<Json>,
    codes: BTreeSet<Code>,
}

impl<W: Write> SarifReport<W> {
    /// A report of `run` to `out`.
    pub const fn new(out: W, run: Run) -> Self {
        Self {
            out,
            run,
            begun: false,
            results: false,
            artifacts: Vec::new(),
            codes: BTreeSet::new(),
        }
    }

    fn begin(&mut self) -> io::Result<()> {
        if self.begun {
            return Ok(());
        }
        self.begun = true;
        write!(
            self.out,
            "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"results\":["
        )
    }
}

impl<W: Write> Report for SarifReport<W> {
    fn record(&mut self, record: &Record) -> io::Result<()> {
        self.begin()?;
        let uri = uri(record);
        let index = self.artifacts.len();
        for finding in &record.findings {
            self.out
                .write_all(if self.results { b",\n" } else { b"\n" })?;
            self.results = true;
            self.codes.extend(Code::parse(finding.code));
            serde_json::to_writer(&mut self.out, &result(finding, &uri, index))?;
        }
        let mut artifact = json!({"location": {"uri": uri}, "length": record.bytes});
        if let Some(members) = artifact.as_object_mut() {
            if let Some(sha256) = &record.sha256 {
                members.insert("hashes".to_owned(), json!({"sha-256": sha256}));
            }
            if let Some(media_type) = &record.media_type {
                members.insert("mimeType".to_owned(), json!(media_type));
            }
            let state = json!({"credentials": record.credentials.state, "origin": record.origin});
            members.insert("properties".to_owned(), state);
        }
        self.artifacts.push(artifact);
        Ok(())
    }

    fn finish(&mut self, summary: &Summary) -> io::Result<()> {
        self.begin()?;
        let rules: Vec<Json> = self.codes.iter().map(|code| rule(*code)).collect();
        let driver = json!({
            "name": "hallmark",
            "version": self.run.tool.version,
            "properties": {"ruleset": self.run.tool.ruleset, "judged_at": self.run.judged_at},
            "rules": rules,
        });
        let invocation = json!({"executionSuccessful": !summary.interrupted});
        self.out.write_all(b"\n],\"artifacts\":")?;
        serde_json::to_writer(&mut self.out, &self.artifacts)?;
        self.out.write_all(b",\"invocations\":[")?;
        serde_json::to_writer(&mut self.out, &invocation)?;
        self.out
            .write_all(b"],\"columnKind\":\"utf16CodeUnits\",\"tool\":{\"driver\":")?;
        serde_json::to_writer(&mut self.out, &driver)?;
        self.out.write_all(b"}}]}\n")?;
        self.out.flush()
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A level of SARIF (section 3.27.10). What is no problem is "informational" (section 3.27.9).
const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Failure => "error",
        Severity::Warning => "warning",
        Severity::Notice => "note",
        Severity::Info => "none",
    }
}

fn result(finding: &FindingRecord, uri: &str, index: usize) -> Json {
    let mut physical = json!({"artifactLocation": {"uri": uri, "index": index}});
    let mut logical = None;
    match &finding.place {
        PlaceRecord::Asset => {}
        PlaceRecord::Bytes { start, length } => {
            if let Some(members) = physical.as_object_mut() {
                let region = json!({"byteOffset": start, "byteLength": length});
                members.insert("region".to_owned(), region);
            }
        }
        PlaceRecord::Part { path } => logical = Some(path.clone()),
        PlaceRecord::Jumbf { uri } => logical = Some(uri.clone()),
        PlaceRecord::Certificate { index, subject } => {
            logical = Some(format!("certificate {index}: {subject}"));
        }
    }
    let mut location = json!({"physicalLocation": physical});
    if let (Some(name), Some(members)) = (logical, location.as_object_mut()) {
        let names = json!([{"fullyQualifiedName": name}]);
        members.insert("logicalLocations".to_owned(), names);
    }
    let kind = match finding.severity {
        Severity::Info => "informational",
        Severity::Notice | Severity::Warning | Severity::Failure => "fail",
    };
    json!({
        "ruleId": finding.code,
        "kind": kind,
        "level": level(finding.severity),
        "message": {"text": finding.message},
        "locations": [location],
        "properties": {"confidence": finding.confidence},
    })
}

fn rule(code: Code) -> Json {
    let english = Language::english();
    let explained = [
        english.meaning(code),
        english.does_not_mean(code),
        english.next_step(code),
    ];
    json!({
        "id": code.as_str(),
        "shortDescription": {"text": english.brief(code, &[])},
        "help": {"text": explained.join(" ")},
        "defaultConfiguration": {"level": level(code.severity())},
    })
}

/// A path as a URI reference (RFC 3986): relative paths stay relative.
fn uri(record: &Record) -> String {
    let exact = record
        .path_bytes
        .as_ref()
        .and_then(|bytes| BASE64_STANDARD.decode(bytes).ok());
    let path = exact.unwrap_or_else(|| record.path.clone().into_bytes());
    let is_absolute = path.starts_with(b"/");
    let mut uri = String::from(if is_absolute { "file://" } else { "" });
    for byte in path {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri
}
