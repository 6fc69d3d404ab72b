//! CPU time of commands and of hashing.

use std::{
    fs,
    hint::black_box,
    path::Path,
    process::{Command, ExitCode, Stdio},
};

use nix::sys::resource::{UsageWho, getrusage};
use sha2::{Digest as _, Sha256};

use crate::samples;

const ROUNDS: usize = 9;
/// Copies of the signed picture, so that the start of the process weighs as in a folder.
const SIGNED_COPIES: usize = 200;

struct Budget {
    name: &'static str,
    ratio: f64,
    milliseconds: f64,
}

pub fn main() -> ExitCode {
    let unsigned = samples::unsigned();
    let signed = vec![samples::signed(); SIGNED_COPIES];
    let unsigned_budget = Budget {
        name: "unsigned JPEG",
        ratio: 1.5,
        milliseconds: 0.15,
    };
    let signed_budget = Budget {
        name: "signed JPEG",
        ratio: 3.0,
        milliseconds: 1.0,
    };
    let kept = [
        measure(&unsigned_budget, &unsigned),
        measure(&signed_budget, &signed),
    ];
    if kept == [true, true] {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Prints one line; whether the budget is kept.
fn measure(budget: &Budget, files: &[Vec<u8>]) -> bool {
    let folder = tempfile::tempdir().expect("a folder");
    for (number, file) in files.iter().enumerate() {
        fs::write(folder.path().join(format!("{number:04}.jpg")), file).expect("a file");
    }
    let (mut hashing, mut checking) = (f64::MAX, f64::MAX);
    for _ in 0..ROUNDS {
        hashing = hashing.min(cpu(UsageWho::RUSAGE_SELF, || {
            for file in files {
                black_box(Sha256::digest(file));
            }
        }));
        checking = checking.min(cpu(UsageWho::RUSAGE_CHILDREN, || check(folder.path())));
    }
    let count = files.len() as f64;
    let (hashing, checking) = (hashing / count, checking / count);
    let allowed = budget.ratio * hashing + budget.milliseconds;
    println!(
        "{} files, {} of {:.0} KB: hash {hashing:.3} ms, check {checking:.3} ms each; \
         {:.2}x, allowed {allowed:.3} ms ({}x + {} ms): {}",
        files.len(),
        budget.name,
        files.first().map_or(0, Vec::len) as f64 / 1e3,
        checking / hashing,
        budget.ratio,
        budget.milliseconds,
        if checking <= allowed {
            "kept"
        } else {
            "EXCEEDED"
        },
    );
    checking <= allowed
}

/// `hallmark check` over a folder, on one worker.
fn check(folder: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/trust/test.pack.json");
    let status = Command::new(env!("CARGO_BIN_EXE_hallmark"))
        .arg("check")
        // The budgets are those of credentials and labels: decoding pixels costs what it costs.
        .args(["--only", "credentials,labels"])
        .arg(folder)
        .args([
            "--only",
            "credentials,labels",
            "--format",
            "ndjson",
            "--jobs",
            "1",
        ])
        .args(["--at", "2026-06-01T00:00:00Z", "--trust"])
        .arg(root)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("hallmark runs");
    assert!(status.success(), "hallmark check: {status}");
}

/// CPU time of `work`, user and system, in milliseconds.
fn cpu(who: UsageWho, work: impl FnOnce()) -> f64 {
    let spent = || {
        let usage = getrusage(who).expect("usage");
        [usage.user_time(), usage.system_time()]
            .map(|time| time.tv_sec() as f64 * 1e3 + time.tv_usec() as f64 / 1e3)
            .iter()
            .sum::<f64>()
    };
    let before = spent();
    work();
    spent() - before
}
