//! `hallmark evidence` and `incident`: a case is made, replayed, changed, redacted, reported.

use std::{fs, process::Output};

use serde_json::Value;
use tempfile::TempDir;

use crate::common::{AT, hallmark, root, stderr, stdout};

fn run(folder: &TempDir, arguments: &[&str]) -> Output {
    hallmark()
        .current_dir(folder.path())
        .args(arguments)
        .output()
        .unwrap()
}

/// A case about a few fixtures.
fn case(more: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in [
        "signed/landscape.jpg",
        "tampered/landscape.jpg",
        "labelled/ai.jpg",
    ] {
        let place = folder.path().join(name.replace('/', "-"));
        fs::copy(root().join("fixtures").join(name), place).unwrap();
    }
    let pack = root().join("fixtures/trust/test.pack.json");
    let mut arguments = vec!["evidence", "bundle", "signed-landscape.jpg"];
    arguments.extend([
        "tampered-landscape.jpg",
        "labelled-ai.jpg",
        "-o",
        "case.zip",
    ]);
    arguments.extend([
        "--trust",
        pack.to_str().unwrap(),
        "--at",
        AT,
        "--profile",
        "eu",
    ]);
    // Pixels take minutes in a build without optimisation, and are evidence as the rest.
    arguments.push("--no-pixels");
    arguments.extend(more);
    let output = run(&folder, &arguments);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    folder
}

#[test]
fn a_case_gives_the_same_verdict_elsewhere() {
    let here = case(&[]);
    let elsewhere = tempfile::tempdir().unwrap();
    fs::copy(
        here.path().join("case.zip"),
        elsewhere.path().join("case.zip"),
    )
    .unwrap();
    let output = run(&elsewhere, &["evidence", "replay", "case.zip"]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
    assert!(
        stdout(&output).starts_with("Same verdict"),
        "{}",
        stdout(&output)
    );
    let stranger = "0".repeat(64);
    let pinned = run(
        &elsewhere,
        &["evidence", "replay", "case.zip", "--signed-by", &stranger],
    );
    assert_eq!(pinned.status.code(), Some(3));
    assert!(stdout(&pinned).contains("signed by"), "{}", stdout(&pinned));
}

#[test]
fn other_lists_give_another_verdict_and_say_where() {
    let here = case(&[]);
    let nobody = root().join("fixtures/keys/stranger/chain.pem");
    let arguments = [
        "evidence",
        "replay",
        "case.zip",
        "--trust",
        nobody.to_str().unwrap(),
    ];
    let output = run(&here, &arguments);
    assert_eq!(output.status.code(), Some(1), "{}", stdout(&output));
    assert!(
        stdout(&output).contains("credentials of signed-landscape.jpg"),
        "{}",
        stdout(&output)
    );
}

#[test]
fn a_changed_case_is_never_the_same() {
    let here = case(&["--no-media"]);
    let path = here.path().join("case.zip");
    let whole = fs::read(&path).unwrap();
    // Every bit is tried where the archive is read in memory; here, what the command says.
    for at in (0..whole.len()).step_by(whole.len() / 12) {
        let mut changed = whole.clone();
        changed[at] ^= 0x10;
        fs::write(&path, changed).unwrap();
        let output = run(&here, &["evidence", "replay", "case.zip"]);
        assert_eq!(
            output.status.code(),
            Some(3),
            "byte {at}: {}",
            stdout(&output)
        );
    }
}

#[test]
fn a_redacted_case_names_nobody_and_still_holds() {
    let here = case(&["--redact"]);
    let bytes = fs::read(here.path().join("case.zip")).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    assert!(!text.contains("signed-landscape"));
    let output = run(&here, &["evidence", "replay", "case.zip"]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
}

#[test]
fn a_wrong_verdict_becomes_a_description_without_names() {
    let here = case(&[]);
    let arguments = [
        "incident",
        "case.zip",
        "--asset",
        "2",
        "--expected",
        "trusted",
    ];
    let output = run(&here, &arguments);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let description: Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(description["got"]["state"], "invalid");
    assert_eq!(description["expected"]["state"], "trusted");
    assert!(description["evidence"]["credentials"].is_object());
    assert!(!stdout(&output).contains("tampered-landscape"));
    let beyond = run(
        &here,
        &["incident", "case.zip", "--asset", "9", "--expected", "none"],
    );
    assert_eq!(beyond.status.code(), Some(2));
}
