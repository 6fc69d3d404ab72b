//! `hallmark compare`: what a pipeline did to a file; and `check --profile`.

use std::{fs, process::Output};

use serde_json::Value;

use crate::{
    common::{check, hallmark, records, root, stdout},
    support::media,
};

fn compare(arguments: &[&str]) -> Output {
    hallmark()
        .current_dir(root())
        .arg("compare")
        .args(arguments)
        .output()
        .unwrap()
}

fn outcome<'a>(record: &'a Value, kind: &str) -> Vec<&'a str> {
    let items = record["items"].as_array().unwrap();
    items
        .iter()
        .filter(|item| item["kind"] == kind)
        .map(|item| item["outcome"].as_str().unwrap())
        .collect()
}

#[test]
fn what_a_platform_strips_is_named_and_fails_on_request() {
    let signed = "fixtures/signed/landscape.jpg";
    let bare = "fixtures/unsigned/landscape.jpg";
    let output = compare(&[signed, bare, "--format", "ndjson"]);
    assert_eq!(output.status.code(), Some(0));
    let record = records(&output).remove(0);
    assert_eq!(outcome(&record, "credential"), ["stripped"]);
    assert_eq!(outcome(&record, "dimensions"), ["kept"]);
    assert_eq!(record["pixels"], "alike");
    let failing = compare(&[signed, bare, "--fail-on", "stripped"]);
    assert_eq!(failing.status.code(), Some(1));
    assert!(
        stdout(&failing).contains("22757.3.1"),
        "{}",
        stdout(&failing)
    );
    let same = compare(&[signed, signed, "--fail-on", "stripped,altered"]);
    assert_eq!(same.status.code(), Some(0), "{}", stdout(&same));
}

#[test]
fn folders_are_paired_by_name_and_strays_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    for side in ["before", "after"] {
        fs::create_dir(path(side)).unwrap();
    }
    let labelled = media::labelled_jpeg("trainedAlgorithmicMedia");
    fs::write(path("before/a.jpg"), &labelled).unwrap();
    fs::write(path("after/a.jpeg"), media::jpeg()).unwrap();
    fs::write(path("before/b.jpg"), &labelled).unwrap();
    let sides = ["before", "after"].map(|side| path(side).to_str().unwrap().to_owned());
    let output = compare(&[&sides[0], &sides[1], "--format", "ndjson"]);
    assert_eq!(output.status.code(), Some(3), "b.jpg has no counterpart");
    let records = records(&output);
    assert_eq!(records.len(), 1);
    assert_eq!(outcome(&records[0], "label"), ["stripped"]);
    assert_eq!(
        compare(&[&sides[0], "fixtures/signed/landscape.jpg"])
            .status
            .code(),
        Some(2)
    );
}

#[test]
fn profiles_say_what_a_file_carries_with_the_article() {
    let duties = |path: &str| {
        let output = check([path, "--profile", "eu,kr", "--format", "ndjson"]);
        records(&output).remove(0)
    };
    let labelled = duties("fixtures/labelled/ai.jpg");
    let met = |record: &Value, duty: &str| {
        let all = record["duties"].as_array().unwrap();
        let one = all.iter().find(|one| one["duty"] == duty).unwrap();
        one["met"].as_str().unwrap().to_owned()
    };
    assert_eq!(met(&labelled, "kr.mark"), "met");
    assert_eq!(met(&labelled, "eu.metadata"), "not-met");
    assert_eq!(met(&labelled, "eu.watermark"), "cannot-tell");
    assert_eq!(labelled["duties"].as_array().unwrap().len(), 3);
    let plain = duties("fixtures/unsigned/landscape.jpg");
    assert_eq!(met(&plain, "kr.mark"), "not-applicable");
    let gate = check([
        "fixtures/labelled/ai.jpg",
        "--profile",
        "eu",
        "--fail-on",
        "duty.notMet",
    ]);
    assert_eq!(gate.status.code(), Some(1));
    let silent = check(["fixtures/labelled/ai.jpg", "--format", "ndjson"]);
    assert_eq!(records(&silent)[0].get("duties"), None);
}
