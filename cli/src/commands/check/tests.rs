#![allow(clippy::infinite_loop, reason = "the subject of these tests")]

use std::{
    fs,
    num::NonZeroUsize,
    path::PathBuf,
    sync::atomic::AtomicBool,
    time::{Duration, Instant},
};

use clap::Parser;
use serde_json::Value;

use super::{Arguments, check, full_report};
use crate::{
    console::{Environment, Io},
    exit_status::ExitStatus,
    inspect::{self, Isolation, Question},
    log::Log,
    memory::Shares,
    pool::{self, WorkerCommand},
    sandbox::Confinement,
    settings::Settings,
};

/// What the looping parser of these tests chokes on.
const POISON: &str = "loop for ever";

/// What the panicking parser of these tests chokes on.
const BOMB: &str = "panic at once";

#[derive(Parser)]
#[command(no_binary_name = true)]
struct Line {
    #[command(flatten)]
    arguments: Arguments,
}

/// The body of a worker process with a parser that never returns, started by the tests below.
#[test]
#[ignore = "the body of a worker process, started by the other tests"]
fn worker_with_a_looping_parser() {
    inspect::keep_panics_quiet();
    pool::serve(Confinement::default(), |question: Question, files| {
        let bytes = fs::read(question.path()).unwrap_or_default();
        let holds = |needle: &str| {
            bytes
                .windows(needle.len())
                .any(|window| window == needle.as_bytes())
        };
        while holds(POISON) {
            std::hint::spin_loop();
        }
        inspect::answer_with(question, files, |source, length, sidecar, settings| {
            assert!(!holds(BOMB), "a defect");
            hallmark::examine::examine(source, length, sidecar, settings)
        })
    })
    .unwrap();
}

/// A folder of documents that need a foreign parser, with these words in some of them.
fn folder(words: &[(usize, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..12 {
        let word = words
            .iter()
            .find(|(place, _)| *place == number)
            .map_or("harmless", |(_, word)| word);
        let path = folder.path().join(format!("{number:02}.pdf"));
        fs::write(path, format!("%PDF-1.7\n% {word}\n%%EOF\n")).unwrap();
    }
    folder
}

fn run(folder: &std::path::Path, jobs: usize, deadline: Duration) -> (Vec<Value>, ExitStatus) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let environment = Environment::of_process();
    let line = ["--format", "ndjson", "--at", "2026-11-15", "--quiet"];
    let line = line.iter().map(PathBuf::from).chain([folder.to_owned()]);
    let arguments = Line::try_parse_from(line.map(PathBuf::into_os_string))
        .unwrap()
        .arguments;
    let mut io = Io {
        out: &mut out,
        err: &mut err,
        environment: &environment,
    };
    let mut settings = Settings::new(arguments, &mut io).unwrap();
    settings.jobs = NonZeroUsize::new(jobs).unwrap();
    settings.isolation = Isolation::Workers {
        command: WorkerCommand {
            program: std::env::current_exe().unwrap(),
            arguments: [
                "--exact",
                "commands::check::tests::worker_with_a_looping_parser",
                "--ignored",
                "--nocapture",
            ]
            .map(Into::into)
            .to_vec(),
        },
        deadline,
        shares: Shares::default(),
    };
    let mut log = Log::new(&mut err, environment.now);
    let status = check(
        &settings,
        &AtomicBool::new(false),
        full_report,
        &mut out,
        &mut log,
    )
    .unwrap();
    drop(log);
    let records = String::from_utf8(out)
        .unwrap()
        .lines()
        .map(|line| {
            let mut record: Value = serde_json::from_str(line).unwrap();
            record["elapsed_ms"] = Value::Null;
            record
        })
        .collect();
    (records, status)
}

#[test]
fn a_file_that_loops_for_ever_costs_its_deadline_and_nothing_else() {
    // Every other file must be answered within it, on a machine that does other things too.
    let deadline = Duration::from_secs(5);
    let harmless = folder(&[]);
    let (expected, _) = run(harmless.path(), 1, deadline);
    let poisoned = folder(&[(4, POISON)]);
    for jobs in [1, 8] {
        let begun = Instant::now();
        let (records, status) = run(poisoned.path(), jobs, deadline);
        assert!(begun.elapsed() >= deadline);
        assert_eq!(status, ExitStatus::Incomplete);
        assert_eq!(records.len(), expected.len());
        for (number, (record, other)) in records.iter().zip(&expected).enumerate() {
            if number == 4 {
                assert_eq!(record["credentials"]["state"], "unreadable");
                assert_eq!(record["findings"][0]["code"], "limit.deadline");
            } else {
                assert_eq!(record["findings"], other["findings"], "{number}");
                assert_eq!(record["sha256"], other["sha256"], "{number}");
                assert_eq!(record["credentials"], other["credentials"], "{number}");
            }
        }
    }
}

#[test]
fn a_panic_is_a_finding_of_its_own_file() {
    let folder = folder(&[(3, BOMB)]);
    let (records, status) = run(folder.path(), 2, Duration::from_secs(60));
    let panicked: Vec<usize> = (0..records.len())
        .filter(|number| records[*number]["findings"][0]["code"] == "internal.panic")
        .collect();
    assert_eq!(panicked, [3]);
    assert_eq!(status, ExitStatus::Incomplete);
}
