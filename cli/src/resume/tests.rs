#![allow(clippy::arithmetic_side_effects, reason = "small numbers of a test")]

use std::{fs::File, io::Write, path::PathBuf};

use hallmark::report::Summary;
use tempfile::TempDir;

use super::{Delivery, Earlier, Numbered, Position, Question, Step};
use crate::{exit_status::ExitStatus, walk::Found};

fn question() -> Question {
    Question {
        settings: "the same".to_owned(),
        at: 1_800_000_000,
    }
}

fn walk(count: usize) -> impl Iterator<Item = Found> {
    (0..count).map(|number| Found {
        path: PathBuf::from(format!("{number}.jpg")),
        named: true,
        sidecar: None,
        problem: None,
    })
}

fn state(folder: &TempDir) -> PathBuf {
    folder.path().join("state")
}

fn report(folder: &TempDir) -> PathBuf {
    folder.path().join("report.ndjson")
}

/// Positions of a walk of that many inputs, and what is left to do of it.
fn positions(numbered: Numbered<impl Iterator<Item = Found>>) -> Vec<(Position, bool)> {
    numbered
        .map(|(position, step)| (position, matches!(step, Step::ToDo(_))))
        .collect()
}

/// Opens the state, goes on from it, and returns what is left to do.
fn left(folder: &TempDir, count: usize) -> anyhow::Result<Vec<usize>> {
    let earlier = Earlier::open(&state(folder), &question())?;
    earlier.cut_report()?;
    let skipped = usize::try_from(earlier.last.done.clone().first_open())?;
    let (numbered, _) = earlier.go_on(walk(count), Delivery::Pipe)?;
    Ok(positions(numbered)
        .iter()
        .enumerate()
        .filter(|(_, (_, to_do))| *to_do)
        .map(|(index, _)| skipped + index)
        .collect())
}

/// Does the inputs with these numbers, in that order, and writes a line for each.
fn work(folder: &TempDir, count: usize, order: &[usize]) {
    let earlier = Earlier::open(&state(folder), &question()).unwrap();
    earlier.cut_report().unwrap();
    let mut file = File::options()
        .create(true)
        .append(true)
        .open(report(folder))
        .unwrap();
    let delivery = Delivery::file(file.try_clone().unwrap(), report(folder));
    let (numbered, mut resume) = earlier.go_on(walk(count), delivery).unwrap();
    let first = usize::try_from(resume.last.done.first_open()).unwrap();
    let known = positions(numbered);
    for number in order {
        writeln!(file, "{number}").unwrap();
        resume.done(known[number - first].0);
    }
    let summary = Summary {
        checked: order.len().try_into().unwrap(),
        ..Summary::default()
    };
    resume
        .save(&summary, ExitStatus::Incomplete, false)
        .unwrap();
    // What is written after the checkpoint is not known to it.
    write!(file, "half a li").unwrap();
}

#[test]
fn a_run_goes_on_where_the_last_checkpoint_is() {
    let folder = tempfile::tempdir().unwrap();
    work(&folder, 10, &[0, 1, 2, 3]);
    assert_eq!(left(&folder, 10).unwrap(), [4, 5, 6, 7, 8, 9]);
    work(&folder, 10, &[4, 5]);
    assert_eq!(left(&folder, 10).unwrap(), [6, 7, 8, 9]);
    let text = std::fs::read_to_string(report(&folder)).unwrap();
    assert_eq!(text, "0\n1\n2\n3\n4\n5\n");
}

#[test]
fn gaps_are_remembered_and_closed() {
    let folder = tempfile::tempdir().unwrap();
    work(&folder, 12, &[0, 3, 2, 6, 9, 8]);
    assert_eq!(left(&folder, 12).unwrap(), [1, 4, 5, 7, 10, 11]);
    // The next run passes by what is done already, as `check` does.
    let earlier = Earlier::open(&state(&folder), &question()).unwrap();
    let (numbered, mut resume) = earlier.go_on(walk(12), Delivery::Pipe).unwrap();
    for (position, to_do) in positions(numbered) {
        if !to_do || resume.trail.done().first_open() < 5 {
            resume.done(position);
        }
    }
    resume
        .save(&Summary::default(), ExitStatus::Done, false)
        .unwrap();
    drop(resume);
    assert_eq!(left(&folder, 12).unwrap(), [5, 7, 10, 11]);
}

#[test]
fn a_torn_checkpoint_leaves_the_one_before() {
    let folder = tempfile::tempdir().unwrap();
    work(&folder, 10, &[0, 1]);
    work(&folder, 10, &[2, 3]);
    let whole = std::fs::read(state(&folder)).unwrap();
    // The second checkpoint lies in the last place; a cut there leaves the first.
    std::fs::write(state(&folder), &whole[..whole.len() - 20]).unwrap();
    assert_eq!(left(&folder, 10).unwrap(), [2, 3, 4, 5, 6, 7, 8, 9]);
}

#[test]
fn other_inputs_settings_and_moments_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    work(&folder, 10, &[0, 1, 2]);
    let shorter = left(&folder, 2).unwrap_err();
    assert!(
        format!("{shorter:#}").contains("end after 2"),
        "{shorter:#}"
    );
    for question in [
        Question {
            settings: "others".to_owned(),
            ..question()
        },
        Question {
            at: 1_800_000_001,
            ..question()
        },
    ] {
        assert!(Earlier::open(&state(&folder), &question).is_err());
    }
    let renamed = walk(10).map(|mut found| {
        found.path.push("elsewhere");
        found
    });
    let earlier = Earlier::open(&state(&folder), &question()).unwrap();
    let Err(refused) = earlier.go_on(renamed, Delivery::Pipe) else {
        panic!("other names were taken for the same");
    };
    assert!(
        format!("{refused:#}").contains("other names"),
        "{refused:#}"
    );
}

#[test]
fn missing_records_are_noticed() {
    let folder = tempfile::tempdir().unwrap();
    work(&folder, 10, &[0, 1, 2]);
    std::fs::write(report(&folder), "0\n").unwrap();
    assert!(
        left(&folder, 10)
            .unwrap_err()
            .to_string()
            .contains("missing")
    );
    std::fs::remove_file(report(&folder)).unwrap();
    assert!(left(&folder, 10).is_err());
}

#[test]
fn two_runs_cannot_share_a_state() {
    let folder = tempfile::tempdir().unwrap();
    let _first = Earlier::open(&state(&folder), &question()).unwrap();
    let refused = Earlier::open(&state(&folder), &question()).unwrap_err();
    assert!(refused.to_string().contains("another run"), "{refused}");
}

#[test]
fn another_file_is_not_taken_for_a_state() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(state(&folder), "a diary").unwrap();
    assert!(Earlier::open(&state(&folder), &question()).is_err());
    assert_eq!(std::fs::read(state(&folder)).unwrap(), b"a diary");
}
