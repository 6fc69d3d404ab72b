//! `hallmark review` and `recheck`: what people decide stands beside what was found, and nobody
//! changes it unseen.

use std::{
    fs,
    process::{Command, Output},
};

use serde_json::Value;
use tempfile::TempDir;

use crate::common::{AT, check, hallmark, root, stderr, stdout};

/// A ledger with the findings about a few fixtures.
fn ledger() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let records = check([
        "fixtures/signed/landscape.jpg",
        "fixtures/tampered/landscape.jpg",
        "fixtures/unsigned/landscape.jpg",
        "--trust",
        "fixtures/trust/test.pack.json",
        "--format",
        "ndjson",
    ]);
    fs::write(folder.path().join("records"), &records.stdout).unwrap();
    let output = run(&folder, &["review", "records", "--ledger", "ledger"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(
        stdout(&output).contains("3 findings"),
        "{}",
        stdout(&output)
    );
    folder
}

fn command(folder: &TempDir, arguments: &[&str]) -> Command {
    let mut command = hallmark();
    command.current_dir(folder.path()).args(arguments);
    command
}

fn run(folder: &TempDir, arguments: &[&str]) -> Output {
    command(folder, arguments).output().unwrap()
}

fn entries(folder: &TempDir) -> Vec<Value> {
    let text = fs::read_to_string(folder.path().join("ledger")).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn decide<'a>(id: &'a str, decision: &'a str, reason: &'a str) -> Vec<&'a str> {
    let mut arguments = vec!["review", "decide", id, "--ledger", "ledger"];
    arguments.extend(["--decision", decision, "--name", "Ada"]);
    if !reason.is_empty() {
        arguments.extend(["--reason", reason]);
    }
    arguments
}

#[test]
fn a_decision_stands_beside_the_finding_and_needs_a_reason_to_overrule() {
    let folder = ledger();
    let tampered = entries(&folder)[1].clone();
    assert_eq!(tampered["state"], "invalid");
    assert_eq!(tampered["needs_person"], true);
    let id = &tampered["asset"].as_str().unwrap()[..12];
    let open = |folder: &TempDir| {
        let output = run(
            folder,
            &["review", "list", "--ledger", "ledger", "--open", "--json"],
        );
        stdout(&output).lines().count()
    };
    assert_eq!(open(&folder), 1);
    let silent = run(&folder, &decide(id, "overrule", ""));
    assert_eq!(silent.status.code(), Some(2));
    let output = run(&folder, &decide(id, "overrule", "the agency resized it"));
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(open(&folder), 0);
    let all = entries(&folder);
    assert_eq!(all.len(), 4);
    assert_eq!(all[1], tampered, "the finding is as it was");
    assert_eq!(all[3]["reason"], "the agency resized it");
    let again = run(&folder, &["review", "records", "--ledger", "ledger"]);
    assert!(stdout(&again).contains("Nothing new"), "{}", stdout(&again));
    let unknown = run(&folder, &decide("ffffffffffff", "confirm", ""));
    assert_eq!(unknown.status.code(), Some(2));
}

#[test]
fn a_changed_ledger_is_found_out_and_no_longer_written() {
    let folder = ledger();
    let path = folder.path().join("ledger");
    let verify = || run(&folder, &["review", "verify", "ledger"]);
    assert_eq!(verify().status.code(), Some(0), "{}", stdout(&verify()));
    let whole = fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let said = |text: &str| {
        fs::write(&path, text).unwrap();
        let output = verify();
        assert_eq!(output.status.code(), Some(3));
        stdout(&output)
    };
    assert!(said(&whole.replacen("invalid", "trusted", 1)).contains("line 3"));
    assert!(said(&format!("{}\n{}\n", lines[0], lines[1])).contains("ends before line 3"));
    assert!(said(&format!("{}\n{}\n", lines[0], lines[2])).contains("missing before line 2"));
    assert!(said(&format!("{}\n{}\n{}\n", lines[0], lines[2], lines[1])).contains("line 2"));
    let asset = entries(&folder)[0]["asset"].as_str().unwrap().to_owned();
    let refused = run(&folder, &decide(&asset, "confirm", ""));
    assert_eq!(refused.status.code(), Some(2), "{}", stdout(&refused));
    assert!(stderr(&refused).contains("damaged"));
    fs::write(&path, whole).unwrap();
    let stranger = "0".repeat(64);
    let other = run(
        &folder,
        &["review", "verify", "ledger", "--signed-by", &stranger],
    );
    assert_eq!(other.status.code(), Some(2));
}

#[test]
fn fifty_writers_at_once_lose_nothing() {
    let folder = ledger();
    let asset = entries(&folder)[1]["asset"].as_str().unwrap().to_owned();
    let reasons: Vec<String> = (0..50).map(|number| format!("reason {number}")).collect();
    let mut writers: Vec<_> = reasons
        .iter()
        .map(|reason| {
            command(&folder, &decide(&asset, "open", reason))
                .spawn()
                .unwrap()
        })
        .collect();
    for writer in &mut writers {
        assert!(writer.wait().unwrap().success());
    }
    let all = entries(&folder);
    assert_eq!(all.len(), 53);
    for reason in &reasons {
        assert!(
            all.iter().any(|entry| entry["reason"] == **reason),
            "{reason}"
        );
    }
    let verified = run(&folder, &["review", "verify", "ledger"]);
    assert_eq!(verified.status.code(), Some(0), "{}", stdout(&verified));
}

#[test]
fn a_revoked_key_lists_what_rested_on_it() {
    let folder = ledger();
    let leaf = entries(&folder)[0]["certificates"][0]
        .as_str()
        .unwrap()
        .to_owned();
    let arguments = |fingerprint: &str| {
        run(
            &folder,
            &[
                "recheck",
                "ledger",
                "--revoked",
                fingerprint,
                "--since",
                AT,
                "--json",
            ],
        )
    };
    let output = arguments(&leaf);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let changed: Value = serde_json::from_str(stdout(&output).lines().next().unwrap()).unwrap();
    assert_eq!(changed["change"], "time-unknown");
    assert_eq!(changed["sequence"], 1);
    let none = arguments(&"0".repeat(64));
    assert_eq!(none.status.code(), Some(0));
    let pack = root().join("fixtures/trust/test.pack.json");
    let same = run(
        &folder,
        &["recheck", "ledger", "--trust", pack.to_str().unwrap()],
    );
    assert_eq!(same.status.code(), Some(0), "{}", stdout(&same));
}
