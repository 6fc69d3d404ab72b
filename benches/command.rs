//! The built command, and what the benches ask of it.

use std::{
    path::Path,
    process::{Command, Stdio},
};

/// What headers and manifests tell.
pub const HEADERS: &str = "credentials,labels";
/// Everything: the pixels too.
pub const ALL: &str = "credentials,labels,watermark,fingerprint";

/// `hallmark check` over a folder or a file, by these witnesses, with so many workers.
pub fn check(path: &Path, witnesses: &str, jobs: u8) -> Command {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/trust/test.pack.json");
    let mut command = hallmark();
    command
        .arg("check")
        .arg(path)
        .args(["--only", witnesses, "--format", "ndjson"])
        .args(["--jobs", &jobs.to_string()])
        .args(["--at", "2026-06-01T00:00:00Z", "--trust"])
        .arg(root)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

pub fn hallmark() -> Command {
    Command::new(env!("CARGO_BIN_EXE_hallmark"))
}

/// The arguments that are no options: cargo hands over some of its own.
pub fn paths() -> Vec<String> {
    std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .collect()
}

/// Of an odd number of measurements, the one in the middle.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().expect("measurements")
}
