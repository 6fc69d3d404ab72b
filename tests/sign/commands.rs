//! Commands that hold the key, or fetch time-stamps.

use std::{
    fs,
    io::{Read, Write},
    path::Path,
};

use super::{Desk, pem_of, read};
use crate::support::{
    media,
    pki::{Leaf, TestIdentity},
    tsa::TestAuthority,
};

/// 2023-11-14: inside the validity of every test certificate, and before any run of this test.
const STAMPED_AT: i64 = 1_700_000_000;

/// Not a test: the program behind `--signer-command` and `--timestamp-command` in the tests below.
/// It answers its standard input in the file that `HALLMARK_TEST_ANSWER` names.
#[test]
#[ignore = "run by other tests"]
fn helper_answers() {
    let Some(answer) = std::env::var_os("HALLMARK_TEST_ANSWER") else {
        return;
    };
    let mut input = Vec::new();
    std::io::stdin().read_to_end(&mut input).unwrap();
    let bytes = match std::env::var("HALLMARK_TEST_ROLE").as_deref() {
        Ok("signer") => TestIdentity::new("Test Press", Leaf::Claims, 10).sign(&input),
        Ok("other") => TestIdentity::new("Another", Leaf::Claims, 90).sign(&input),
        _ => TestAuthority::new(40).respond(&input, STAMPED_AT),
    };
    fs::File::create(Path::new(&answer))
        .unwrap()
        .write_all(&bytes)
        .unwrap();
}

#[cfg(unix)]
fn helper(role: &str) -> String {
    format!(
        "f=$(mktemp) && HALLMARK_TEST_ROLE={role} HALLMARK_TEST_ANSWER=$f '{}' --quiet --ignored \
         --exact sign::commands::helper_answers >/dev/null && cat $f && rm $f",
        std::env::current_exe().unwrap().display()
    )
}

#[cfg(unix)]
#[test]
fn a_command_can_hold_the_key() {
    let desk = Desk::new();
    desk.write("a.jpg", &media::jpeg());
    let sign = |role: &str, out: &str| {
        desk.hallmark(&[
            "sign",
            "a.jpg",
            "-o",
            out,
            "--chain",
            "chain.pem",
            "--signer-command",
            &helper(role),
            "--source",
            "digitalCapture",
        ])
    };
    let (status, _, errors) = read(&sign("signer", "1.jpg"));
    assert_eq!(status, 0, "{errors}");
    assert_eq!(desk.check(&["1.jpg"])[0]["credentials"]["state"], "valid");
    let (status, _, errors) = read(&sign("other", "2.jpg"));
    assert_eq!(status, 3, "{errors}");
    assert!(
        errors.contains("is it the key of this certificate"),
        "{errors}"
    );
    assert!(!desk.at("2.jpg").exists());
}

#[cfg(unix)]
#[test]
fn a_command_can_fetch_time_stamps() {
    let desk = Desk::new();
    desk.write("a.jpg", &media::jpeg());
    desk.write(
        "b.mp4",
        &media::all()
            .into_iter()
            .find(|(name, _)| *name == "one.mp4")
            .unwrap()
            .1,
    );
    desk.write("tsa.pem", &pem_of(&TestAuthority::new(40).identity.root));
    let records = desk.signed(&[
        "a.jpg",
        "b.mp4",
        "-o",
        "out",
        "--source",
        "digitalCapture",
        "--timestamp-command",
        &helper("clock"),
    ]);
    assert_eq!(records[0]["timestamp"]["authority"], "Test Clock");
    assert_eq!(records[0]["timestamp"]["time"], "2023-11-14T22:13:20Z");
    for checked in desk.check(&["out", "--trust", "root.pem", "--tsa-trust", "tsa.pem"]) {
        assert_eq!(checked["credentials"]["timestamp"], "trusted", "{checked}");
    }
    let said = desk.refused(
        3,
        &[
            "a.jpg",
            "-o",
            "c.jpg",
            "--source",
            "digitalCapture",
            "--timestamp-command",
            "exit 7",
        ],
    );
    assert!(
        said.contains("no time-stamp") && !desk.at("c.jpg").exists(),
        "{said}"
    );
}
