//! The built binary, started the same way wherever the tests run.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;

/// The moment at which every test judges.
pub(crate) const AT: &str = "2026-11-15T00:00:00Z";

/// The project's folder, which the binary is started in: paths in reports are then the same on
/// every machine.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// `hallmark` with nothing of the tester's own settings, variables and trust. Pixels are left out:
/// hundreds of fixtures carry no mark, and searching them in a build without optimisation takes
/// minutes. Tests of marks remove `HALLMARK_NO_PIXELS`.
pub(crate) fn hallmark() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hallmark"));
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        if name.starts_with("HALLMARK_") || name.contains("COLOR") {
            command.env_remove(name);
        }
    }
    command
        .current_dir(root())
        .env("LC_ALL", "C")
        .env("HALLMARK_NO_PIXELS", "1")
        .env("HALLMARK_HOME", root().join("there is no such folder"));
    command
}

/// `hallmark check` as of [`AT`] with these arguments, run to its end.
pub(crate) fn check<I: AsRef<OsStr>>(arguments: impl IntoIterator<Item = I>) -> Output {
    hallmark()
        .args(["check", "--at", AT])
        .args(arguments)
        .output()
        .unwrap()
}

/// Standard output as text.
pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Standard error as text.
pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The records of an ndjson report.
pub(crate) fn records(output: &Output) -> Vec<Value> {
    stdout(output)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}
