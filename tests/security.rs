//! The table of attacks in SECURITY.md names tests and fuzz targets that are there.

use std::fs;

use walkdir::WalkDir;

use crate::common::root;

/// Everything that Rust files of the tree say.
fn sources() -> String {
    let mut text = String::new();
    for folder in ["core", "cli", "tests"] {
        let files = WalkDir::new(root().join(folder)).into_iter();
        for file in files.map(Result::unwrap) {
            if file.path().extension().is_some_and(|ending| ending == "rs") {
                text.push_str(&fs::read_to_string(file.path()).unwrap());
            }
        }
    }
    text
}

#[test]
fn every_attack_names_a_test_that_is_there() {
    let table = fs::read_to_string(root().join("SECURITY.md")).unwrap();
    let sources = sources();
    let mut rows = 0;
    for row in table.lines().filter(|line| line.starts_with("| ")).skip(1) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
        let [attack, _, tested] = cells.as_slice() else {
            panic!("three columns: {row}")
        };
        rows += 1;
        let names: Vec<&str> = tested.split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "no test of {attack}");
        for name in names {
            let is_test = sources.contains(&format!("fn {name}("));
            let target = root().join(format!("core/fuzz/fuzz_targets/{name}.rs"));
            let is_there = is_test || target.is_file() || root().join(name).is_file();
            assert!(is_there, "{name} is no test, fuzz target or file");
        }
    }
    assert!(rows > 20, "only {rows} rows");
}
