//! `fixtures/` and its ledger name the same files with the same bytes.

use std::{
    collections::BTreeSet,
    fs,
    path::{MAIN_SEPARATOR, Path, PathBuf},
};

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

/// Folders that hold no media: figures to compare with, the generator, keys and trust.
const OTHERS: [&str; 5] = ["fingerprint", "generator", "keys", "trust", "watermark"];

/// Every medium below `fixtures/`.
fn media() -> BTreeSet<String> {
    let root = fixture("");
    files_below(&root)
        .iter()
        .map(|path| {
            let path = path.strip_prefix(&root).unwrap().to_str().unwrap();
            path.replace(MAIN_SEPARATOR, "/")
        })
        .filter(|path| {
            let folder = path.split_once('/').map(|(folder, _)| folder);
            folder.is_some_and(|folder| !OTHERS.contains(&folder))
        })
        .collect()
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                files_below(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

#[test]
fn test_keys_say_what_they_are() {
    let readme = fs::read_to_string(fixture("keys/README.md")).unwrap();
    assert!(readme.contains("TEST ONLY"));
    let mut certificates = 0;
    for path in files_below(&fixture("keys")) {
        if path.extension().is_none_or(|extension| extension != "pem") {
            continue;
        }
        for part in pem::parse_many(fs::read(&path).unwrap()).unwrap() {
            if part.tag() == "CERTIFICATE" {
                let text = String::from_utf8_lossy(part.contents());
                assert!(text.contains("hallmark TEST ONLY"), "{}", path.display());
                certificates += 1;
            }
        }
    }
    assert!(certificates > 10, "only {certificates} certificates");
}
