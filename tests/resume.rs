//! A run that is killed goes on where it stopped: no record is lost or doubled.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    process::Stdio,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::common::{AT, hallmark, root};

/// Copies of each fixture.
const COPIES: usize = 12;

/// The records of a report by path, but for the time they took; a path with two records is refused.
fn records(report: &Path) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    for line in fs::read_to_string(report).unwrap().lines() {
        let mut record: Value = serde_json::from_str(line).unwrap();
        record.as_object_mut().unwrap().remove("elapsed_ms");
        let path = record["path"].as_str().unwrap().to_owned();
        assert!(found.insert(path.clone(), record).is_none(), "{path} twice");
    }
    found
}

#[test]
fn after_kills_the_union_is_that_of_a_clean_run() {
    let scratch = tempfile::tempdir().unwrap();
    let media = scratch.path().join("media");
    fs::create_dir(&media).unwrap();
    for folder in ["signed", "tampered", "unsigned"] {
        for entry in fs::read_dir(root().join("fixtures").join(folder)).unwrap() {
            let path = entry.unwrap().path();
            for copy in 0..COPIES {
                let name = format!("{folder}-{copy}-{}", path.file_name().unwrap().display());
                fs::copy(&path, media.join(name)).unwrap();
            }
        }
    }
    let (state, report) = (scratch.path().join("state"), scratch.path().join("killed"));
    let command = |report: &Path| {
        let mut command = hallmark();
        command
            .args(["check", "--at", AT, "--format", "ndjson", "--trust"])
            .arg("fixtures/trust/test.pack.json")
            .arg("-o")
            .args([report, &media])
            .stderr(Stdio::null());
        command
    };
    let clean = scratch.path().join("clean");
    assert_eq!(command(&clean).status().unwrap().code(), Some(0));
    let expected = records(&clean);

    let mut last = 0;
    for round in 1..=4 {
        let mut child = command(&report)
            .arg("--resume")
            .arg(&state)
            .spawn()
            .unwrap();
        // Killed once another fifth is written, or in the middle of whatever comes then.
        let goal = last + fs::metadata(&clean).unwrap().len() / 5;
        let begun = Instant::now();
        let written = || fs::metadata(&report).map_or(0, |data| data.len());
        while written() < goal && child.try_wait().unwrap().is_none() {
            assert!(begun.elapsed() < Duration::from_secs(60), "round {round}");
            std::thread::sleep(Duration::from_millis(2));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        last = written();
    }
    let end = command(&report).arg("--resume").arg(&state).status();
    assert_eq!(end.unwrap().code(), Some(0));
    assert_eq!(records(&report), expected);

    let again = command(&report).arg("--resume").arg(&state).status();
    assert_eq!(
        again.unwrap().code(),
        Some(0),
        "a run that is done stays done"
    );
    assert_eq!(records(&report), expected);
}
