//! Mutants of the signed fixtures, in every format: one that is still trusted shows the same
//! pixels, has the same covered bytes and says the same.
//!
//! The gate takes a sample. `just mutations` makes 20,000 (`HALLMARK_MUTANTS`), and goes on where
//! it stopped when `HALLMARK_MUTANTS_STATE` names a file.
#![allow(
    missing_docs,
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "the library of the fuzz targets, taken in as a module; tables and failures for people"
)]

#[path = "../src/lib.rs"]
mod properties;

use std::{
    collections::BTreeMap,
    env, fs,
    io::Write as _,
    panic::{AssertUnwindSafe, catch_unwind},
};

use properties::{
    check::{Control, controls, no_better},
    dice::Dice,
    mutation::{Kind, mutate},
};

/// Mutants of the gate's run.
const SAMPLE: u64 = 400;

/// What became of one mutant: `(kind, outcome)`.
type Outcome = (String, String);

/// Mutant `number`: which control, which kind of edit and which edit follow from the number.
fn mutant(number: u64) -> (&'static Control, Kind, String, Vec<u8>) {
    let controls = controls();
    let kind = Kind::ALL[number as usize % Kind::ALL.len()];
    let control = &controls[number as usize / Kind::ALL.len() % controls.len()];
    let mut dice = Dice::Seed(number);
    let mut bytes = control.file.bytes.clone();
    let edit = mutate(&mut bytes, kind, &mut dice);
    (control, kind, edit, bytes)
}

/// Asks about one mutant; what does not hold goes into `broken`.
fn outcome(number: u64, broken: &mut Vec<String>) -> Outcome {
    let (control, kind, edit, bytes) = mutant(number);
    if bytes == control.file.bytes {
        return (kind.to_string(), "unchanged".to_owned());
    }
    let answer = catch_unwind(AssertUnwindSafe(|| no_better(control, &bytes)));
    let state = match answer {
        Ok(Ok(state)) => format!("{state:?}").to_lowercase(),
        Ok(Err(problem)) => {
            broken.push(format!(
                "mutant {number}, {}, {edit}: {problem}",
                control.file.name
            ));
            "violation".to_owned()
        }
        Err(_) => {
            broken.push(format!(
                "mutant {number}, {}, {edit}: panicked",
                control.file.name
            ));
            "panic".to_owned()
        }
    };
    (kind.to_string(), state)
}

#[test]
fn no_mutant_of_a_signed_file_is_believed_more_than_the_file() {
    let asked = env::var("HALLMARK_MUTANTS").ok();
    let count = asked.map_or(SAMPLE, |count| count.parse().expect("a number of mutants"));
    let state = env::var_os("HALLMARK_MUTANTS_STATE");
    let mut done: Vec<Outcome> = Vec::new();
    if let Some(text) = state
        .as_ref()
        .and_then(|path| fs::read_to_string(path).ok())
    {
        let lines = text.lines().filter_map(|line| line.split_once('\t'));
        done.extend(lines.map(|(kind, outcome)| (kind.to_owned(), outcome.to_owned())));
    }
    let mut log = state.map(|path| {
        let options = fs::OpenOptions::new().create(true).append(true).open(path);
        options.expect("a file for the state")
    });
    let mut broken = Vec::new();
    for number in done.len() as u64..count {
        let (kind, outcome) = outcome(number, &mut broken);
        if let Some(log) = &mut log {
            writeln!(log, "{kind}\t{outcome}").unwrap();
        }
        done.push((kind, outcome));
    }
    let mut table: BTreeMap<Outcome, usize> = BTreeMap::new();
    for one in done {
        *table.entry(one).or_default() += 1;
    }
    for ((kind, outcome), count) in &table {
        println!("{kind}\t{outcome}\t{count}");
    }
    let held = !table
        .keys()
        .any(|(_, outcome)| outcome == "violation" || outcome == "panic");
    assert!(held, "{}", broken.join("\n"));
}
