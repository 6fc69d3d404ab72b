//! `hallmark trust`: added, listed, packed, and used.

use std::fs;

use crate::{
    common::{stderr, stdout},
    identity::Studio,
};

#[test]
fn what_is_added_vouches_from_then_on() {
    let studio = Studio::new();
    let signed = studio.sign();
    let before = stdout(&studio.run(&["trust", "list"]));
    assert!(before.contains("You have no trust list yet"), "{before}");

    let added = studio.run(&[
        "trust",
        "add",
        "ana/root.pem",
        "--name",
        "Test Press",
        "--date",
        "2026-01-02",
        "--source",
        "handed over in person",
    ]);
    assert_eq!(added.status.code(), Some(0), "{}", stderr(&added));
    assert!(studio.at("home/trust/test-press.json").is_file());
    assert_eq!(studio.state(signed, &[]), "trusted");

    let listed = stdout(&studio.run(&["trust", "list", "--verbose"]));
    assert!(
        listed.contains("'Test Press' of 2026-01-02: 1 anchor for claims"),
        "{listed}"
    );
    assert!(listed.contains("from handed over in person"), "{listed}");
    assert!(listed.contains("CN=Ana Reporter root"), "{listed}");

    fs::remove_file(studio.at("home/trust/test-press.json")).unwrap();
    assert_eq!(studio.state(signed, &[]), "valid");
}

#[test]
fn a_pack_carries_trust_elsewhere() {
    let studio = Studio::new();
    let signed = studio.sign();
    let add = ["trust", "add", "ana/root.pem", "--name", "Test Press"];
    assert_eq!(studio.run(&add).status.code(), Some(0));
    let packed = studio.run(&["trust", "pack", "-o", "stick.json"]);
    assert_eq!(packed.status.code(), Some(0), "{}", stderr(&packed));
    fs::remove_dir_all(studio.at("home")).unwrap();
    assert_eq!(studio.state(signed, &[]), "valid");
    assert_eq!(studio.state(signed, &["--trust", "stick.json"]), "trusted");

    let output = studio.run(&["check", "--format", "json", signed, "--trust", "stick.json"]);
    assert!(stdout(&output).contains("Test Press"));
    let again = studio.run(&["trust", "add", "stick.json"]);
    assert_eq!(again.status.code(), Some(0), "{}", stderr(&again));
    assert_eq!(studio.state(signed, &[]), "trusted");
}

#[test]
fn purposes_are_kept_apart() {
    let studio = Studio::new();
    let signed = studio.sign();
    let add = |arguments: &[&str]| {
        let mut all = vec!["trust", "add"];
        all.extend(arguments);
        let output = studio.run(&all);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        stdout(&output)
    };
    add(&[
        "ana/root.pem",
        "--name",
        "clocks",
        "--purpose",
        "tsa",
        "--purpose",
        "cawg",
    ]);
    assert_eq!(studio.state(signed, &[]), "valid");
    let said = add(&[
        "ana/root.pem",
        "--name",
        "both",
        "--purpose",
        "claim",
        "--purpose",
        "tsa",
    ]);
    assert!(
        said.contains("1 anchor for claims, 1 anchor for time-stamps"),
        "{said}"
    );
    assert_eq!(studio.state(signed, &[]), "trusted");
}

#[test]
fn a_signer_may_be_trusted_directly_or_by_purpose_only() {
    let studio = Studio::new();
    let signed = studio.sign();
    let add = [
        "trust",
        "add",
        "ana/chain.pem",
        "--allowed",
        "--name",
        "people I know",
    ];
    assert_eq!(studio.run(&add).status.code(), Some(0));
    assert_eq!(studio.state(signed, &[]), "trusted");
    fs::remove_dir_all(studio.at("home")).unwrap();

    let narrow = [
        "trust",
        "add",
        "ana/root.pem",
        "--name",
        "documents",
        "--usage",
        "1.3.6.1.5.5.7.3.36",
    ];
    assert_eq!(studio.run(&narrow).status.code(), Some(0));
    assert_eq!(studio.state(signed, &[]), "valid");
}

#[test]
fn mistakes_are_named() {
    let studio = Studio::new();
    let refuse = |arguments: &[&str], wanted: &str| {
        let mut all = vec!["trust"];
        all.extend(arguments);
        let output = studio.run(&all);
        assert_eq!(output.status.code(), Some(2));
        let said = stderr(&output);
        assert!(said.contains(wanted), "{said}");
    };
    refuse(&["add", "nowhere.pem"], "nowhere.pem");
    refuse(&["add", "ana/README.txt"], "no trust material found");
    refuse(
        &["add", "ana/root.pem", "--usage", "claims"],
        "no object identifier",
    );
    refuse(&["pack", "-o", "out.json"], "nothing to pack");
    let add = ["trust", "add", "ana/root.pem", "--name", "Test Press"];
    assert_eq!(studio.run(&add).status.code(), Some(0));
    refuse(&add[1..], "--replace");
    let replace = [&add[..], &["--replace"]].concat();
    assert_eq!(studio.run(&replace).status.code(), Some(0));
    let leaf = studio.run(&[
        "trust",
        "add",
        "ana/chain.pem",
        "--purpose",
        "tsa",
        "--name",
        "x",
    ]);
    assert_eq!(leaf.status.code(), Some(0));
}
