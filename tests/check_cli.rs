//! What `hallmark check` reports, in every format.

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Output, Stdio},
};

use bytes::Bytes;
use parquet::{
    file::reader::{FileReader, SerializedFileReader},
    record::Field,
};
use serde_json::Value;

use crate::common::{AT, check, hallmark, records, root, stderr, stdout};

const TRUST: [&str; 2] = ["--trust", "fixtures/trust/test.pack.json"];

/// One file for each thing that can be said.
const SAMPLES: [&str; 6] = [
    "fixtures/signed/landscape.jpg",
    "fixtures/audits/b-altered.jpg",
    "fixtures/tampered/landscape.jpg",
    "fixtures/unsigned/landscape.jpg",
    "fixtures/labelled/ai.jpg",
    "fixtures/unreadable/notes.txt",
];

fn with<'a>(first: &[&'a str], second: &[&'a str]) -> Vec<&'a str> {
    first.iter().chain(second).copied().collect()
}

#[test]
fn text_says_one_line_a_file_and_a_summary() {
    let output = check(with(&SAMPLES, &TRUST));
    insta::assert_snapshot!(stdout(&output));
}

#[test]
fn text_without_a_trust_list_says_how_to_add_one() {
    let output = check(["fixtures/signed/landscape.jpg"]);
    let text = stdout(&output);
    assert!(text.starts_with("valid "), "{text}");
    assert!(
        text.contains("You have no trust list yet; `hallmark trust add FILE` adds one."),
        "{text}"
    );
}

#[test]
fn details_show_who_when_and_what() {
    let output = check(with(
        &["-v", "fixtures/history/time-disordered.jpg"],
        &TRUST,
    ));
    let text = stdout(&output);
    for heading in [
        "Signed by",
        "Steps",
        "Made from",
        "Certificates",
        "Findings",
        "Not checked",
    ] {
        assert!(text.contains(heading), "{heading} is missing from\n{text}");
    }
    assert!(text.contains("└─ earlier version"), "{text}");
}

#[test]
fn every_record_follows_the_schema() {
    let schema = fs::read_to_string(root().join("spec/report.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let output = check(with(
        &[
            "fixtures",
            "fixtures/unreadable/notes.txt",
            "missing.jpg",
            "--format",
            "ndjson",
        ],
        &TRUST,
    ));
    let records = records(&output);
    assert!(records.len() > 50);
    for record in &records {
        let errors: Vec<String> = validator
            .iter_errors(record)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{}: {errors:?}", record["path"]);
        assert_described(&schema, record, "");
    }
}

/// Every field of a record is described by name: the schema allows more, we write no more.
fn assert_described(schema: &Value, record: &Value, _: &str) {
    let described = schema["properties"].as_object().unwrap();
    for field in record.as_object().unwrap().keys() {
        assert!(
            described.contains_key(field),
            "{field} is not in the schema"
        );
    }
    let described = schema["$defs"]["credentials"]["properties"]
        .as_object()
        .unwrap();
    for field in record["credentials"].as_object().unwrap().keys() {
        assert!(
            described.contains_key(field),
            "credentials.{field} is not in the schema"
        );
    }
}

#[test]
fn formats_agree_on_every_state() {
    let arguments = |format| with(&["fixtures", "--format", format], &TRUST);
    let lines: Vec<(String, String)> = records(&check(arguments("ndjson")))
        .iter()
        .map(|record| (text(&record["path"]), text(&record["credentials"]["state"])))
        .collect();

    let json: Value = serde_json::from_str(&stdout(&check(arguments("json")))).unwrap();
    assert_eq!(json["schema"], "hallmark.run/1");
    assert_eq!(json["judged_at"], AT);
    let from_json: Vec<_> = json["records"]
        .as_array()
        .unwrap()
        .iter()
        .map(|record| (text(&record["path"]), text(&record["credentials"]["state"])))
        .collect();
    assert_eq!(from_json, lines);
    assert_eq!(json["summary"]["checked"], lines.len());

    let csv = stdout(&check(arguments("csv")));
    let from_csv: Vec<_> = csv
        .lines()
        .skip(1)
        .map(|line| {
            let mut cells = line.split(',');
            (
                cells.next().unwrap().to_owned(),
                cells.next().unwrap().to_owned(),
            )
        })
        .collect();
    assert_eq!(from_csv, lines);

    let table = SerializedFileReader::new(Bytes::from(check(arguments("parquet")).stdout)).unwrap();
    let from_parquet: Vec<_> = table
        .get_row_iter(None)
        .unwrap()
        .map(|row| {
            let row = row.unwrap();
            let cell = |name| {
                let found = row.get_column_iter().find(|(column, _)| *column == name);
                match &found.unwrap().1 {
                    Field::Str(text) => text.clone(),
                    other => panic!("{name} is {other}"),
                }
            };
            (cell("path"), cell("state"))
        })
        .collect();
    assert_eq!(from_parquet, lines);
}

#[test]
fn build_servers_see_what_the_policy_names() {
    let arguments = [
        "fixtures/signed",
        "fixtures/tampered",
        "fixtures/unreadable",
    ];
    let output = check(with(
        &with(&arguments, &["--format", "junit", "--fail-on", "invalid"]),
        &TRUST,
    ));
    assert_eq!(output.status.code(), Some(3));
    let xml = stdout(&output);
    let states = records(&check(with(
        &with(&arguments, &["--format", "ndjson"]),
        &TRUST,
    )));
    let count = |state: &str| {
        let of = |record: &&Value| record["credentials"]["state"] == state;
        states.iter().filter(of).count()
    };
    assert_eq!(xml.matches("<testcase ").count(), states.len());
    assert_eq!(
        xml.matches("<failure type=\"invalid\"").count(),
        count("invalid")
    );
    assert_eq!(xml.matches("<error ").count(), count("unreadable"));
    assert!(count("invalid") > 0 && count("unreadable") > 0);
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// Bytes of an ndjson report without the one field that may differ.
fn without_elapsed(output: &Output) -> Vec<String> {
    stdout(output)
        .lines()
        .map(|line| {
            let (head, tail) = line.split_once("\"elapsed_ms\":").unwrap();
            let rest = tail.split_once(',').unwrap().1;
            format!("{head}{rest}")
        })
        .collect()
}

#[test]
fn jobs_do_not_change_a_byte() {
    let run = |jobs: &str, more: &[&str]| {
        let arguments = with(&["fixtures", "--format", "ndjson", "--jobs", jobs], &TRUST);
        without_elapsed(&check(with(&arguments, more)))
    };
    let one = run("1", &[]);
    assert_eq!(one, run("8", &[]));
    assert_eq!(one, run("2", &["--in-process"]));
    let mut unordered = run("8", &["--unordered"]);
    let mut ordered = one;
    unordered.sort();
    ordered.sort();
    assert_eq!(ordered, unordered);
}

#[test]
fn a_walk_counts_what_is_no_media_and_a_named_file_is_reported() {
    let json = |arguments: &[&str]| -> Value {
        serde_json::from_str(&stdout(&check(with(arguments, &["--format", "json"])))).unwrap()
    };
    let walked = json(&["fixtures/keys/authorities"]);
    assert_eq!(walked["records"], Value::Array(Vec::new()));
    assert_eq!(walked["summary"]["not_media"], 5);
    let named = json(&["fixtures/keys/authorities/time-root.pem"]);
    let record = &named["records"][0];
    assert_eq!(record["credentials"]["state"], "unreadable");
    assert_eq!(record["media_type"], "application/octet-stream");
    assert_eq!(record["findings"][0]["code"], "asset.unsupported");
}

#[test]
fn sidecars_are_counted_and_used() {
    let output = check(with(&["fixtures/sidecar", "--format", "json"], &TRUST));
    let run: Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(run["summary"]["sidecars"], 2);
    for record in run["records"].as_array().unwrap() {
        assert_eq!(record["credentials"]["sidecar"], true, "{}", record["path"]);
    }
}

#[test]
fn a_name_that_promises_another_format_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("picture.png");
    fs::copy(root().join("fixtures/unsigned/landscape.jpg"), &path).unwrap();
    let records = records(&check([
        path.as_os_str(),
        "--format".as_ref(),
        "ndjson".as_ref(),
    ]));
    let findings = records[0]["findings"].as_array().unwrap();
    assert_eq!(records[0]["media_type"], "image/jpeg");
    assert!(
        findings
            .iter()
            .any(|finding| finding["code"] == "asset.extensionDiffers"),
        "{findings:?}"
    );
}

#[test]
fn only_leaves_the_other_witness_out() {
    let signed = "fixtures/signed/landscape.jpg";
    let labels = records(&check([signed, "--only", "labels", "--format", "ndjson"]));
    assert_eq!(labels[0]["credentials"]["state"], "not-checked");
    let labelled = "fixtures/labelled/ai.jpg";
    let credentials = records(&check([
        labelled,
        "--only",
        "credentials",
        "--format",
        "ndjson",
    ]));
    assert_eq!(credentials[0]["labels"], Value::Array(Vec::new()));
    assert_eq!(credentials[0]["origin"], "undeclared");
}

/// Runs with `list` on standard input.
fn check_list(list: &[u8], arguments: &[&str]) -> Output {
    let mut child = hallmark()
        .args(["check", "--at", AT, "--format", "ndjson"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(list).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn lists_come_by_lines_or_nul_bytes_between_other_inputs() {
    let (one, two) = (
        "fixtures/unsigned/landscape.jpg",
        "fixtures/labelled/ai.jpg",
    );
    let expected = ["fixtures/labelled/ai.png", one, two];
    for separator in ["\n", "\0"] {
        let list = format!("{one}{separator}{two}{separator}");
        let output = check_list(list.as_bytes(), &["fixtures/labelled/ai.png", "-"]);
        let paths: Vec<String> = records(&output)
            .iter()
            .map(|record| text(&record["path"]))
            .collect();
        assert_eq!(paths, expected, "{}", stderr(&output));
    }
}

#[test]
fn a_report_goes_to_a_file_but_never_over_an_input() {
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("report.csv");
    let picture = folder.path().join("picture.jpg");
    let bytes = fs::read(root().join("fixtures/unsigned/landscape.jpg")).unwrap();
    fs::write(&picture, &bytes).unwrap();
    let run = |path: &Path| {
        check([
            picture.as_os_str(),
            "--format".as_ref(),
            "csv".as_ref(),
            "-o".as_ref(),
            path.as_os_str(),
        ])
    };
    let output = run(&report);
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stdout.is_empty());
    assert!(
        fs::read_to_string(&report)
            .unwrap()
            .contains("landscape.jpg")
            || report.exists()
    );
    let output = run(&picture);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read(&picture).unwrap(), bytes);
}

#[test]
fn settings_come_from_file_variables_and_flags_in_that_order() {
    let folder = tempfile::tempdir().unwrap();
    let picture = root().join("fixtures/unsigned/landscape.jpg");
    let picture = fs::canonicalize(picture).unwrap();
    fs::write(
        folder.path().join("hallmark.toml"),
        "format = \"csv\"\nquiet = true\n",
    )
    .unwrap();
    let run = |variable: Option<&str>, flags: &[&str]| {
        let mut command = hallmark();
        command
            .current_dir(folder.path())
            .arg("check")
            .arg(&picture)
            .args(flags);
        if let Some(format) = variable {
            command.env("HALLMARK_FORMAT", format);
        }
        stdout(&command.output().unwrap())
    };
    assert!(run(None, &[]).starts_with("path,state"));
    assert!(run(Some("ndjson"), &[]).starts_with("{\"schema\":\"hallmark.report/1\""));
    assert!(
        run(Some("ndjson"), &["--format", "json"]).starts_with("{\"schema\":\"hallmark.run/1\"")
    );
}

#[test]
fn a_settings_file_among_the_inputs_is_not_obeyed() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("hallmark.toml"), "format = \"csv\"\n").unwrap();
    fs::copy(
        root().join("fixtures/unsigned/landscape.jpg"),
        folder.path().join("picture.jpg"),
    )
    .unwrap();
    let run = |arguments: &[&str]| {
        hallmark()
            .current_dir(folder.path())
            .arg("check")
            .args(arguments)
            .output()
            .unwrap()
    };
    let output = run(&["."]);
    assert!(stdout(&output).starts_with("none "), "{}", stdout(&output));
    assert!(
        stderr(&output).contains("--settings hallmark.toml"),
        "{}",
        stderr(&output)
    );
    assert!(stdout(&run(&[".", "--settings", "hallmark.toml"])).starts_with("path,"));
}

#[test]
fn a_reader_who_leaves_ends_the_run_quietly() {
    let mut child = hallmark()
        .args(["check", "fixtures", "--format", "ndjson"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stderr(&output), "");
}

#[test]
fn explanations_completions_and_manual_are_there() {
    let run = |arguments: &[&str]| hallmark().args(arguments).output().unwrap();
    insta::assert_snapshot!(stdout(&run(&[
        "explain",
        "certificate.expired.noTimeStamp"
    ])));
    let slip = run(&["explain", "dataHash.mismatch"]);
    assert_eq!(slip.status.code(), Some(2));
    assert!(
        stderr(&slip).contains("assertion.dataHash.mismatch"),
        "{}",
        stderr(&slip)
    );
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(
            stdout(&run(&["completions", shell])).contains("hallmark"),
            "{shell}"
        );
    }
    let manual = stdout(&run(&["man"]));
    assert!(manual.contains(".TH hallmark 1"), "{manual}");
    let folder = tempfile::tempdir().unwrap();
    run(&["man", "-o", folder.path().to_str().unwrap()]);
    assert!(folder.path().join("hallmark-check.1").is_file());
    assert!(!folder.path().join("hallmark-worker.1").exists());
}

#[test]
fn another_language_is_refused_with_a_choice() {
    let output = check(["fixtures", "--lang", "tlh"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("in: ar, az, en, es, fa, fr, ru, zh"),
        "{}",
        stderr(&output)
    );
}

/// Codes, names and the tool's own name are Latin; every other word of a line is not.
#[test]
fn the_reader_is_spoken_to_in_their_language() {
    for (tag, expected) in [
        ("ar", "لم يتغيّر هذا الملف منذ أن أصدرته الجهة"),
        ("az", "onu buraxandan bəri dəyişməyib"),
        ("es", "Este archivo no ha cambiado"),
        ("fa", "آن را صادر کرده تغییر نکرده است"),
        ("fr", "Ce fichier n'a pas changé"),
        ("ru", "Файл не изменился с тех пор"),
        ("zh", "此文件未曾更改"),
    ] {
        let output = check(["fixtures/signed/landscape.jpg", "--lang", tag]);
        let said = stdout(&output);
        assert!(said.contains(expected), "{tag}: {said}");
        assert!(!said.contains("file checked"), "{tag}: {said}");
    }
}
