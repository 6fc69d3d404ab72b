//! `fixtures/` and its ledger name the same files with the same bytes.

use std::{collections::BTreeSet, fs};

use sha2::{Digest as _, Sha256};

use crate::fixtures::{fixture, ledger};

#[test]
fn every_fixture_is_in_the_ledger_and_unchanged() {
    let lines = ledger();
    for line in &lines {
        let bytes = fs::read(fixture(&line.path)).expect(&line.path);
        assert_eq!(
            hex::encode(Sha256::digest(bytes)),
            line.sha256,
            "{}",
            line.path
        );
    }
    let named: BTreeSet<_> = lines.into_iter().map(|line| line.path).collect();
    assert_eq!(named, media(), "left: the ledger; right: the tree");
}

/// Everything below `fixtures/` that is not material of the project itself.
fn media() -> BTreeSet<String> {
    let root = fixture("");
    walkdir::WalkDir::new(&root)
        .into_iter()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(&root).unwrap().to_str().unwrap();
            path.replace(std::path::MAIN_SEPARATOR, "/")
        })
        .filter(|path| {
            let folder = path.split_once('/').map(|(folder, _)| folder);
            folder.is_some_and(|folder| !["generator", "keys", "trust"].contains(&folder))
        })
        .collect()
}

#[test]
fn test_keys_say_what_they_are() {
    let readme = fs::read_to_string(fixture("keys/README.md")).unwrap();
    assert!(readme.contains("TEST ONLY"));
    for entry in fs::read_dir(fixture("keys")).unwrap() {
        let path = entry.unwrap().path();
        if !path.to_string_lossy().ends_with(".chain.pem") {
            continue;
        }
        for certificate in pem::parse_many(fs::read(&path).unwrap()).unwrap() {
            let text = String::from_utf8_lossy(certificate.contents()).into_owned();
            assert!(text.contains("hallmark TEST ONLY"), "{}", path.display());
        }
    }
}
