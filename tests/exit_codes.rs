//! The exit codes that scripts rely on.

use crate::common::{check, hallmark, stderr};

const TRUST: [&str; 2] = ["--trust", "fixtures/trust/test.pack.json"];

fn code(arguments: &[&str]) -> Option<i32> {
    check(arguments).status.code()
}

#[test]
fn zero_when_everything_was_checked() {
    // Broken credentials and missing ones are results, not failures of the program.
    assert_eq!(code(&["fixtures/tampered", "fixtures/unsigned"]), Some(0));
    assert_eq!(hallmark().arg("--help").status().unwrap().code(), Some(0));
    assert_eq!(
        hallmark().arg("--version").status().unwrap().code(),
        Some(0)
    );
}

#[test]
fn one_when_the_policy_names_what_was_found() {
    let unsigned = "fixtures/unsigned/landscape.jpg";
    let signed = "fixtures/signed/landscape.jpg";
    let tampered = "fixtures/tampered/landscape.jpg";
    for (arguments, expected) in [
        (vec![tampered, "--fail-on", "invalid"], 1),
        (vec![tampered, "--fail-on", "untrusted,failure"], 1),
        (
            vec![tampered, "--fail-on", "assertion.dataHash.mismatch"],
            1,
        ),
        (vec![signed, "--fail-on", "untrusted"], 1),
        (
            vec![signed, "--fail-on", "untrusted", TRUST[0], TRUST[1]],
            0,
        ),
        (vec![unsigned, "--fail-on", "none"], 1),
        (vec![unsigned, "--fail-on", "invalid,untrusted,warning"], 0),
    ] {
        assert_eq!(code(&arguments), Some(expected), "{arguments:?}");
    }
}

#[test]
fn two_when_the_command_or_its_settings_cannot_be_used() {
    let picture = "fixtures/unsigned/landscape.jpg";
    for arguments in [
        vec![],
        vec![picture, "--no-such-flag"],
        vec![picture, "--at", "yesterday"],
        vec![picture, "--fail-on", "invald"],
        vec![picture, "--trust", "no-such-file.pem"],
        vec![picture, "--trust", picture],
        vec![picture, "--exclude", "a[b"],
        vec![picture, "--settings", "no-such-file.toml"],
        vec![picture, "--in-process", "--deadline", "5"],
        vec![picture, "--jobs", "0"],
        vec!["--files-from", "no-such-list"],
        vec![picture, "-o", "no/such/folder/report.json"],
    ] {
        let output = check(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        assert!(!stderr(&output).is_empty(), "{arguments:?}");
    }
}

#[test]
fn errors_name_the_file() {
    let output = check(["fixtures/unsigned", "--trust", "no-such-file.pem"]);
    assert!(
        stderr(&output).contains("no-such-file.pem"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn three_when_an_input_could_not_be_checked() {
    assert_eq!(code(&["missing.jpg"]), Some(3));
    assert_eq!(code(&["fixtures/unsigned", "missing.jpg"]), Some(3));
    assert_eq!(
        code(&["fixtures/unsigned/landscape.jpg", "--max-bytes", "100"]),
        Some(3)
    );
}

#[test]
fn three_counts_more_than_one_and_two_more_than_three() {
    let tampered = "fixtures/tampered/landscape.jpg";
    assert_eq!(
        code(&[tampered, "missing.jpg", "--fail-on", "invalid"]),
        Some(3)
    );
    assert_eq!(code(&["missing.jpg", "--fail-on", "invald"]), Some(2));
}

#[cfg(unix)]
#[test]
fn one_hundred_and_thirty_when_interrupted_and_the_report_is_whole() {
    use std::{
        io::{BufRead, BufReader, Read, Write},
        process::{Command, Stdio},
    };

    let mut child = hallmark()
        .args(["check", "-", "--format", "json", "--jobs", "2"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // A list without end: only the interrupt can end the run.
    let mut list = child.stdin.take().unwrap();
    let writer =
        std::thread::spawn(
            move || {
                while list.write_all(b"fixtures/signed/landscape.jpg\n").is_ok() {}
            },
        );
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut report = String::new();
    for _ in 0..3 {
        out.read_line(&mut report).unwrap();
    }
    let killed = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status();
    assert!(killed.unwrap().success());
    out.read_to_string(&mut report).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    writer.join().unwrap();
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["summary"]["interrupted"], true);
    let states = report["summary"]["states"].as_object().unwrap();
    assert_eq!(
        states.keys().collect::<Vec<_>>(),
        ["valid"],
        "files in hand are finished"
    );
}
