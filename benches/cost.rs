//! CPU time of commands, of hashing and of decoding.

use std::{
    fs,
    hint::black_box,
    path::Path,
    process::{Command, ExitCode, Stdio},
};

use nix::sys::resource::{UsageWho, getrusage};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use crate::{
    command::{ALL, HEADERS, check, hallmark, median, paths},
    samples,
};

const ROUNDS: usize = 9;
/// Copies of the signed picture, so that the start of the process weighs as in a folder.
const SIGNED_COPIES: usize = 200;
/// Copies of a photograph, of which each takes as long as dozens of those.
const PHOTOGRAPHS: usize = 20;
/// The quality at which a marked photograph is coded anew, as platforms do.
const QUALITY: &str = "75";

struct Budget {
    name: &'static str,
    ratio: f64,
    milliseconds: f64,
}

pub fn main() -> ExitCode {
    let mut kept = vec![
        against_hashing(
            &Budget {
                name: "unsigned JPEG",
                ratio: 1.2,
                milliseconds: 0.1,
            },
            &samples::unsigned(),
        ),
        against_hashing(
            &Budget {
                name: "signed JPEG",
                ratio: 2.5,
                milliseconds: 0.5,
            },
            &vec![samples::signed(); SIGNED_COPIES],
        ),
    ];
    let photographs = paths();
    if photographs.is_empty() {
        println!("full check against djpeg: skipped, no photograph was given");
    } else if !is_there("djpeg") || !is_there("cjpeg") {
        println!("full check against djpeg: skipped, djpeg or cjpeg is not installed");
    } else {
        for photograph in &photographs {
            kept.extend(against_decoding(Path::new(photograph)));
        }
    }
    if kept.iter().all(|kept| *kept) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Prints one line; whether the budget is kept.
fn against_hashing(budget: &Budget, files: &[Vec<u8>]) -> bool {
    let folder = folder_of(files.iter().map(Vec::as_slice));
    let (mut hashing, mut checking) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        hashing.push(cpu(UsageWho::RUSAGE_SELF, || {
            for file in files {
                black_box(Sha256::digest(file));
            }
        }));
        checking.push(cpu_of(&mut check(folder.path(), HEADERS, 1)));
    }
    let size = files.first().map_or(0, Vec::len);
    report(budget, files.len(), size, "hash", hashing, checking)
}

/// Prints two lines, of a photograph as it is and of its marked copy coded anew; which budgets are
/// kept.
fn against_decoding(photograph: &Path) -> [bool; 2] {
    let workplace = tempfile::tempdir().expect("a folder");
    let place = |name: &str| workplace.path().join(name);
    let (marked, raw, coded) = (place("marked.jpg"), place("raw.ppm"), place("coded.jpg"));
    run(hallmark()
        .args(["watermark", "embed", "--payload", "00000000000004d2", "-o"])
        .arg(&marked)
        .arg(photograph));
    run(Command::new("djpeg").arg("-outfile").arg(&raw).arg(&marked));
    run(Command::new("cjpeg")
        .args(["-quality", QUALITY, "-outfile"])
        .arg(&coded)
        .arg(&raw));
    println!("{}:", photograph.display());
    let unmarked = Budget {
        name: "unmarked photograph",
        ratio: 2.5,
        milliseconds: 0.0,
    };
    let recompressed = Budget {
        name: "marked and coded anew",
        ratio: 1.5,
        milliseconds: 0.0,
    };
    [
        decoded(&unmarked, photograph, "none"),
        decoded(&recompressed, &coded, "found"),
    ]
}

/// Prints one line; whether the budget is kept.
fn decoded(budget: &Budget, file: &Path, state: &str) -> bool {
    let bytes = fs::read(file).expect("a photograph");
    let folder = folder_of(std::iter::repeat_n(bytes.as_slice(), PHOTOGRAPHS));
    let output = check(file, ALL, 1)
        .stdout(Stdio::piped())
        .output()
        .expect("hallmark runs");
    let record = String::from_utf8_lossy(&output.stdout);
    assert!(
        record.contains(&format!("\"watermark\":{{\"state\":\"{state}\"")),
        "{}: the mark is not {state}: {record}",
        file.display()
    );
    let (mut decoding, mut checking) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        decoding.push(
            (0..PHOTOGRAPHS)
                .map(|_| {
                    cpu_of(
                        Command::new("djpeg")
                            .args(["-outfile", "/dev/null"])
                            .arg(file),
                    )
                })
                .sum(),
        );
        checking.push(cpu_of(&mut check(folder.path(), ALL, 1)));
    }
    report(
        budget,
        PHOTOGRAPHS,
        bytes.len(),
        "djpeg",
        decoding,
        checking,
    )
}

/// Prints a line of times for one file each; whether the budget is kept.
fn report(
    budget: &Budget,
    count: usize,
    size: usize,
    yardstick: &str,
    yardsticks: Vec<f64>,
    checking: Vec<f64>,
) -> bool {
    let (measure, checking) = (
        median(yardsticks) / count as f64,
        median(checking) / count as f64,
    );
    let allowed = budget.ratio * measure + budget.milliseconds;
    let kept = checking <= allowed;
    println!(
        "{count} files, {} of {:.0} KB: {yardstick} {measure:.3} ms, check {checking:.3} ms each; \
         {:.2}x, allowed {allowed:.3} ms ({}x + {} ms): {}",
        budget.name,
        size as f64 / 1e3,
        checking / measure,
        budget.ratio,
        budget.milliseconds,
        if kept { "kept" } else { "EXCEEDED" },
    );
    kept
}

fn folder_of<'a>(files: impl Iterator<Item = &'a [u8]>) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (number, file) in files.enumerate() {
        fs::write(folder.path().join(format!("{number:04}.jpg")), file).expect("a file");
    }
    folder
}

fn is_there(program: &str) -> bool {
    let mut command = Command::new(program);
    command.arg("-version").stdin(Stdio::null());
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok()
}

fn run(command: &mut Command) {
    let status = command.stdout(Stdio::null()).status().expect("it runs");
    assert!(status.success(), "{command:?}: {status}");
}

/// CPU time of a command and its children, in milliseconds.
fn cpu_of(command: &mut Command) -> f64 {
    cpu(UsageWho::RUSAGE_CHILDREN, || run(command))
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
