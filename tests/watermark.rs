//! `hallmark watermark`: a mark goes into a picture, comes back from copies of it, and is refused
//! where it would do harm.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use serde_json::Value;
use tempfile::TempDir;

use crate::{
    common::{hallmark, records, root, stderr, stdout},
    support::media,
};

const PAYLOAD: &str = "00c0ffee5eed0001";

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

fn command(arguments: &[&str]) -> Command {
    let mut command = hallmark();
    command
        .env_remove("HALLMARK_NO_PIXELS")
        .arg("watermark")
        .args(arguments);
    command
}

/// A folder with a picture that hides a mark.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("hills.jpg"), media::hills(360, 270)).unwrap();
    folder
}

fn path(folder: &TempDir, name: &str) -> String {
    folder.path().join(name).to_str().unwrap().to_owned()
}

#[test]
fn a_mark_is_written_and_read_with_its_key_alone() {
    let folder = folder();
    let [original, marked, key, record] =
        ["hills.jpg", "marked.jpg", "key", "record"].map(|name| path(&folder, name));
    fs::write(&key, "ab".repeat(32)).unwrap();
    let output = run(&[
        "embed",
        &original,
        "-o",
        &marked,
        "--payload",
        PAYLOAD,
        "--key",
        &key,
        "--json",
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let said: Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(said["payload"], PAYLOAD);
    assert_eq!(said["read_back"], true);
    assert!(said["psnr"].as_f64().unwrap() > 36.0, "{said}");

    let detect = [
        "detect", &original, &marked, "--format", "ndjson", "--key", &key, "-o", &record,
    ];
    // Settings that leave pixels out do not make this command blind.
    let output = command(&detect)
        .env("HALLMARK_NO_PIXELS", "1")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let lines: Vec<Value> = fs::read_to_string(&record)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines[0]["detected"], false);
    assert_eq!(lines[0]["state"], "none");
    assert_eq!(lines[0]["payload"], Value::Null);
    assert_eq!(lines[1]["detected"], true);
    assert_eq!(lines[1]["payload"], PAYLOAD);
    assert_eq!(lines[1]["key_id"], said["key_id"]);
    assert!(lines[1]["false_alarm"].as_f64().unwrap() <= 1e-9);
    assert!(lines[1]["geometry"].is_object());
    let statistic = lines[1]["statistic"].as_f64().unwrap();
    assert!(statistic >= lines[1]["threshold"].as_f64().unwrap());

    let without_key = records(&run(&["detect", &marked, "--format", "ndjson"]));
    assert_eq!(without_key[0]["state"], "none");
}

#[test]
fn sentences_tell_what_was_written_and_found() {
    let folder = folder();
    let [original, marked] = ["hills.jpg", "marked.png.jpg"].map(|name| path(&folder, name));
    let output = run(&["embed", &original, "-o", &marked, "--payload", PAYLOAD]);
    let text = stdout(&output);
    assert!(text.contains(PAYLOAD) && text.contains("PSNR"), "{text}");
    let text = stdout(&run(&["detect", &original, &marked]));
    assert!(text.contains("No mark was found."), "{text}");
    assert!(text.contains(PAYLOAD), "{text}");
    let again = run(&["embed", &marked, "-o", &original, "--payload", PAYLOAD]);
    assert_eq!(again.status.code(), Some(3));
    assert!(stderr(&again).contains("carries a mark of this key already"));
}

#[test]
fn a_credential_is_never_broken_unasked() {
    let folder = folder();
    let signed = root().join("fixtures/signed/landscape.jpg");
    let out = path(&folder, "marked.jpg");
    let arguments = |more: &[&'static str]| {
        let mut list = vec!["embed", signed.to_str().unwrap(), "-o", &out];
        list.extend(["--payload", PAYLOAD]);
        list.extend(more);
        run(&list)
    };
    let refused = arguments(&[]);
    assert_eq!(refused.status.code(), Some(3));
    assert!(stderr(&refused).contains("--drop-credential"));
    assert!(!Path::new(&out).exists());
}

#[test]
fn what_cannot_be_understood_ends_with_status_two() {
    for arguments in [
        &["embed", "a.jpg", "-o", "b.jpg", "--payload", "12"][..],
        &[
            "embed",
            "a.jpg",
            "-o",
            "b.jpg",
            "--payload",
            PAYLOAD,
            "--strength",
            "9",
        ],
        &[
            "embed",
            "a.jpg",
            "-o",
            "b.jpg",
            "--payload",
            PAYLOAD,
            "--key",
            "no such file",
        ],
        &["detect"],
    ] {
        assert_eq!(run(arguments).status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn a_bench_measures_our_mark_on_the_users_pictures() {
    let folder = folder();
    let out = path(&folder, "measured");
    let output = run(&[
        "bench",
        &path(&folder, "hills.jpg"),
        "-o",
        &out,
        "--attack",
        "none",
        "--attack",
        "jpeg75",
        "--attack",
        "crop90",
        "--unmarked",
        "2",
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let text = stdout(&output);
    assert!(
        text.contains("false positives on unmarked pictures  0 of 2"),
        "{text}"
    );
    let csv = fs::read_to_string(Path::new(&out).join("rates.csv")).unwrap();
    assert_eq!(csv.lines().count(), 4, "{csv}");
    assert!(csv.contains("A,none,1,1,0,0,0,1.0000"), "{csv}");
    let log = fs::read_to_string(Path::new(&out).join("trials.ndjson")).unwrap();
    let trials: Vec<Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(trials.len(), 5);
    assert_eq!(trials[0]["read"], Value::Null);
    assert_eq!(trials[2]["outcome"], "right");
    let page = fs::read_to_string(Path::new(&out).join("report.html")).unwrap();
    assert!(page.contains("jpeg75") && page.contains("<svg") && !page.contains("<script"));
}

/// A mark that two commands write and read, beside the picture.
#[cfg(unix)]
#[test]
fn a_bench_measures_any_other_mark() {
    let folder = folder();
    let kept = path(&folder, "payload");
    let bench = |detect: &str| {
        let embed = format!("cp {{in}} {{out}}; printf %s {{payload}} > '{kept}'");
        run(&[
            "bench",
            &path(&folder, "hills.jpg"),
            "--embed-cmd",
            &embed,
            "--detect-cmd",
            detect,
            "--payload-bits",
            "32",
            "--attack",
            "none",
            "--unmarked",
            "0",
        ])
    };
    let honest = bench(&format!("test -f {{in}} && cat '{kept}'"));
    assert_eq!(honest.status.code(), Some(0), "{}", stderr(&honest));
    assert!(stdout(&honest).contains("group A                                     1  100.0%"));
    let silent = bench("test -f {in}");
    assert!(stdout(&silent).contains("group A                                     1    0.0%"));
    let wrong = bench("test -f {in} && echo 1234");
    assert!(stdout(&wrong).contains("wrong payloads                        1"));
    let broken = bench("test -f {in} && echo nonsense");
    assert_eq!(broken.status.code(), Some(3), "{}", stdout(&broken));
    assert!(
        stderr(&broken).contains("'nonsense'"),
        "{}",
        stderr(&broken)
    );
    assert_eq!(bench("cat").status.code(), Some(2));
}

#[test]
fn a_bench_refuses_what_it_does_not_know() {
    let folder = folder();
    let picture = path(&folder, "hills.jpg");
    let output = run(&["bench", &picture, "--attack", "sneeze"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("jpeg75"), "{}", stderr(&output));
    let output = run(&["bench", &picture, "--group", "E"]);
    assert_eq!(output.status.code(), Some(2));
    let empty = tempfile::tempdir().unwrap();
    let output = run(&["bench", empty.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
}
