//! `hallmark label` and `hallmark privacy`: what they write is read back by `hallmark check`.

use std::{fs, process::Output};

use serde_json::Value;
use tempfile::TempDir;

use crate::{
    common::{check, hallmark, records, root, stderr, stdout},
    support::media,
};

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("one.jpg"), media::jpeg()).unwrap();
    folder
}

fn run(folder: &TempDir, arguments: &[&str]) -> Output {
    hallmark()
        .current_dir(folder.path())
        .args(arguments)
        .output()
        .unwrap()
}

fn record(folder: &TempDir, name: &str) -> Value {
    let path = folder.path().join(name);
    let output = check([path.to_str().unwrap(), "--format", "ndjson"]);
    records(&output).remove(0)
}

#[test]
fn one_fact_is_written_in_every_standard_asked_for() {
    let folder = folder();
    let output = run(
        &folder,
        &[
            "label",
            "one.jpg",
            "-o",
            "out.jpg",
            "--ai-generated",
            "--system",
            "Painter",
            "--version",
            "2",
            "--prompt",
            "a hill",
            "--standard",
            "iptc,tc260",
            "--producer",
            "example",
        ],
    );
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let labelled = record(&folder, "out.jpg");
    assert_eq!(labelled["origin"], "ai-generated");
    let kinds: Vec<&str> = labelled["labels"]
        .as_array()
        .unwrap()
        .iter()
        .map(|label| label["kind"].as_str().unwrap())
        .collect();
    assert!(kinds.contains(&"iptc-digital-source-type"), "{kinds:?}");
    assert!(kinds.contains(&"tc260-aigc"), "{kinds:?}");
    assert_eq!(labelled["contradictions"], Value::Array(Vec::new()));
}

#[test]
fn a_label_needs_one_fact_and_breaks_no_credential() {
    let folder = folder();
    let none = run(&folder, &["label", "one.jpg", "-o", "out.jpg"]);
    assert_eq!(none.status.code(), Some(2));
    let two = [
        "label",
        "one.jpg",
        "-o",
        "out.jpg",
        "--ai-generated",
        "--ai-edited",
    ];
    assert_eq!(run(&folder, &two).status.code(), Some(2));
    let signed = root().join("fixtures/signed/landscape.jpg");
    let signed = signed.to_str().unwrap();
    let refused = run(&folder, &["label", signed, "-o", "out.jpg", "--ai-edited"]);
    assert_eq!(refused.status.code(), Some(3));
    assert!(stderr(&refused).contains("--identity"));
    let identity = root().join("fixtures/keys/identity");
    let again = run(
        &folder,
        &[
            "label",
            signed,
            "-o",
            "out.jpg",
            "--source",
            "digitalCapture",
            "--identity",
            identity.to_str().unwrap(),
        ],
    );
    assert_eq!(again.status.code(), Some(0), "{}", stderr(&again));
    assert_eq!(record(&folder, "out.jpg")["credentials"]["state"], "valid");
}

#[test]
fn personal_data_is_listed_and_taken_out() {
    let folder = folder();
    let plain = media::jpeg();
    let packet = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF \
        xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' \
        xmlns:aux='http://ns.adobe.com/exif/1.0/aux/' aux:SerialNumber='4711'/></rdf:RDF></x:xmpmeta>";
    let length = u16::try_from(packet.len() + 2).unwrap().to_be_bytes();
    let personal = [&plain[..2], &[0xFF, 0xE1], &length, packet, &plain[2..]].concat();
    fs::write(folder.path().join("camera.jpg"), personal).unwrap();
    let listed = run(&folder, &["privacy", "camera.jpg", "--format", "ndjson"]);
    assert_eq!(listed.status.code(), Some(0), "{}", stderr(&listed));
    let before = records(&listed).remove(0);
    assert_eq!(before["data"][0]["kind"], "device", "{before}");
    let strip = ["privacy", "camera.jpg", "--strip", "all", "-o", "bare.jpg"];
    let stripped = run(&folder, &strip);
    assert_eq!(stripped.status.code(), Some(0), "{}", stderr(&stripped));
    let after = run(&folder, &["privacy", "bare.jpg", "--format", "ndjson"]);
    assert_eq!(
        records(&after)[0]["data"],
        Value::Array(Vec::new()),
        "{}",
        stdout(&after)
    );
}
