//! Marks in the pixels, as `hallmark check` tells of them.

use serde_json::Value;

use crate::common::{AT, hallmark, records, stdout};

/// `hallmark check` with pixels, and these arguments.
fn check(arguments: &[&str]) -> std::process::Output {
    hallmark()
        .env_remove("HALLMARK_NO_PIXELS")
        .args(["check", "--at", AT])
        .args(arguments)
        .output()
        .unwrap()
}

fn not_checked(record: &Value) -> Vec<&str> {
    let list = record["not_checked"].as_array().unwrap();
    list.iter()
        .map(|item| item["what"].as_str().unwrap())
        .collect()
}

#[test]
fn a_picture_without_a_mark_says_so_whatever_the_jobs() {
    let files = [
        "fixtures/unsigned/landscape.jpg",
        "fixtures/labelled/ai.png",
    ];
    let run = |jobs| {
        let mut records = records(&check(
            &[&files[..], &["--format", "ndjson", "--jobs", jobs]].concat(),
        ));
        for record in &mut records {
            record["elapsed_ms"] = Value::Null;
        }
        records
    };
    let one = run("1");
    assert_eq!(one, run("2"));
    for record in &one {
        assert_eq!(record["watermark"]["state"], "none", "{record}");
        assert_eq!(record["watermark"]["marks"], Value::Array(Vec::new()));
        assert!(!not_checked(record).contains(&"notChecked.watermark"));
    }
    assert_eq!(one[0]["fingerprint"]["pdq"].as_str().unwrap().len(), 64);
}

#[test]
fn what_was_not_looked_at_is_named_with_its_reason() {
    let state = |arguments: &[&str], reason: &str| {
        let output = check(&[arguments, &["--format", "ndjson"]].concat());
        let record = records(&output).remove(0);
        assert_eq!(record["watermark"]["state"], "not-checked", "{record}");
        assert!(not_checked(&record).contains(&reason), "{record}");
    };
    let picture = "fixtures/unsigned/landscape.jpg";
    state(&[picture, "--no-pixels"], "notChecked.watermark");
    state(
        &[picture, "--only", "credentials,labels"],
        "notChecked.watermark",
    );
    state(
        &[picture, "--max-pixels", "1000"],
        "notChecked.pixels.limit",
    );
    state(&["fixtures/signed/movie.mp4"], "notChecked.pixels.format");
}

#[test]
fn a_run_says_how_many_accidents_to_expect() {
    let text = stdout(&check(&["fixtures/labelled/ai.png"]));
    let sentence = "By accident alone, at most 0.000002 of so many would seem to carry one.";
    assert!(text.contains(sentence), "{text}");
}
