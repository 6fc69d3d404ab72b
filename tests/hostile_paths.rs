//! Paths and names that lie, hide or run: a terminal, a spreadsheet and a parser must survive
//! them.

use std::{ffi::OsStr, fs, path::Path};

use tempfile::TempDir;

use crate::common::{check, records, root, stdout};

/// A folder with a plain picture under each of these names.
fn folder<I: AsRef<OsStr>>(names: impl IntoIterator<Item = I>) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in names {
        let path = folder.path().join(Path::new(name.as_ref()));
        fs::copy(root().join("fixtures/unsigned/landscape.jpg"), path).unwrap();
    }
    folder
}

fn report(folder: &TempDir, format: &str) -> String {
    let arguments = [
        folder.path().as_os_str(),
        "--format".as_ref(),
        format.as_ref(),
    ];
    stdout(&check(arguments))
}

#[cfg(unix)]
#[test]
fn terminals_see_no_control_characters() {
    let folder = folder([
        "clear\u{1b}[2J.jpg",
        "two\nlines.jpg",
        "photo\u{202e}gpj.exe.jpg",
        "title\u{1b}]0;owned\u{7}.jpg",
        "back\u{8}\u{8}\u{8}space.jpg",
        "zero\u{200b}width.jpg",
    ]);
    let text = report(&folder, "text");
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("none "))
        .collect();
    assert_eq!(lines.len(), 7, "six files and the legend: {text}");
    assert!(
        text.chars()
            .all(|character| character == '\n' || !character.is_control()),
        "{text:?}"
    );
    assert!(!text.contains(['\u{202e}', '\u{200b}']), "{text:?}");
    assert!(text.contains("photo\\u{202e}gpj.exe.jpg"), "{text}");
    assert!(text.contains("two\\nlines.jpg"), "{text}");
}

#[cfg(unix)]
#[test]
fn records_hold_the_exact_path() {
    let name = "a\"b\\c\nd\u{1b}\u{202e}.jpg";
    let folder = folder([name]);
    let arguments = [
        folder.path().as_os_str(),
        "--format".as_ref(),
        "ndjson".as_ref(),
    ];
    let output = check(arguments);
    assert_eq!(stdout(&output).lines().count(), 1);
    assert_eq!(
        records(&output)[0]["path"],
        folder.path().join(name).to_str().unwrap()
    );
    assert_eq!(records(&output)[0].get("path_bytes"), None);
}

// Other systems refuse such names.
#[cfg(target_os = "linux")]
#[test]
fn bytes_that_are_no_text_are_kept() {
    use std::os::unix::ffi::OsStrExt;
    let folder = folder([OsStr::from_bytes(b"\xff\xfe.jpg")]);
    let arguments = [
        folder.path().as_os_str(),
        "--format".as_ref(),
        "ndjson".as_ref(),
    ];
    let record = &records(&check(arguments))[0];
    assert_eq!(record["credentials"]["state"], "none");
    assert!(
        record["path"]
            .as_str()
            .unwrap()
            .ends_with("\u{fffd}\u{fffd}.jpg")
    );
    let bytes = record["path_bytes"].as_str().unwrap();
    // Base64 of the folder's name has any alignment; the name's end decides the last letters.
    assert!(bytes.len() > 8, "{bytes}");
}

#[test]
fn spreadsheets_run_no_formula() {
    let folder = folder(["=cmd.jpg", "+1.jpg", "@sum.jpg"]);
    let names: Vec<_> = ["=cmd.jpg", "+1.jpg", "@sum.jpg"].into();
    let mut arguments = vec!["--format", "csv"];
    arguments.extend(&names);
    let output = crate::common::hallmark()
        .current_dir(folder.path())
        .arg("check")
        .args(arguments)
        .output()
        .unwrap();
    for line in stdout(&output).lines().skip(1) {
        assert!(line.starts_with('\''), "{line}");
    }
}

#[test]
fn a_name_that_looks_like_a_flag_is_a_name() {
    let folder = folder(["--fail-on"]);
    let output = crate::common::hallmark()
        .current_dir(folder.path())
        .args(["check", "--format", "ndjson", "--", "--fail-on"])
        .output()
        .unwrap();
    assert_eq!(records(&output)[0]["credentials"]["state"], "none");
}

#[cfg(unix)]
#[test]
fn a_pipe_is_never_opened() {
    let folder = folder(["a.jpg"]);
    let pipe = folder.path().join("pipe.jpg");
    let made = std::process::Command::new("mkfifo")
        .arg(&pipe)
        .status()
        .unwrap();
    assert!(made.success());
    // Opening it would wait for a writer for ever.
    let output = check([
        folder.path().as_os_str(),
        pipe.as_os_str(),
        "--format".as_ref(),
        "json".as_ref(),
    ]);
    let run: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(run["summary"]["special"], 1);
    assert_eq!(
        run["records"][1]["findings"][0]["code"],
        "asset.notRegularFile"
    );
}
