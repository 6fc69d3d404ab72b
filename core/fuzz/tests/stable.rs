//! The properties of the fuzz targets on a stable compiler: over the seeds, over inputs that once
//! broke one, over mutants of the seeds and over random bytes.
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

use std::{fs, panic, path::Path};

use properties::{
    FAMILIES, Family,
    dice::Dice,
    mutation::{Kind, mutate},
};
use proptest::prelude::*;

/// Seeds of a family that the gate looks at whole; there are up to 190.
const SEEDS: usize = 24;

/// Runs a family's properties, and names the input that broke one.
fn ask(family: &Family, input: &[u8], what: &str) {
    let asked = panic::catch_unwind(|| (family.holds)(input));
    if let Err(problem) = asked {
        let folder = std::env::temp_dir().join(format!("hallmark-{}-broken", family.name));
        let _ = fs::write(&folder, input);
        eprintln!("{}: {what}; the input is {}", family.name, folder.display());
        panic::resume_unwind(problem);
    }
}

fn family(name: &str) -> &'static Family {
    FAMILIES.iter().find(|family| family.name == name).unwrap()
}

fn seeds_and_regressions(name: &str) {
    let family = family(name);
    let seeds = (family.seeds)();
    assert!(!seeds.is_empty(), "{name} has no seeds");
    // Spread over all of them, the same every time.
    let step = seeds.len().div_ceil(SEEDS);
    for (index, seed) in seeds.iter().enumerate().step_by(step) {
        ask(family, seed, &format!("seed {index}"));
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/regressions")
        .join(name);
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        ask(
            family,
            &fs::read(&path).unwrap(),
            &path.display().to_string(),
        );
    }
}

fn mutants(name: &str, count: u64) {
    let family = family(name);
    let seeds = (family.seeds)();
    for number in 0..count {
        let mut dice = Dice::Seed(number);
        let mut input = dice.pick(&seeds).unwrap().clone();
        for _ in 0..=dice.below(3) {
            let kind = *dice.pick(&Kind::ALL).unwrap();
            mutate(&mut input, kind, &mut dice);
        }
        ask(family, &input, &format!("mutant {number}"));
    }
}

macro_rules! families {
    ($($name:ident: $mutants:literal mutants, $random:literal random;)+) => {
        $(mod $name {
            use super::*;

            #[test]
            fn holds_over_seeds_and_regressions() {
                seeds_and_regressions(stringify!($name));
            }

            #[test]
            fn holds_over_mutants() {
                mutants(stringify!($name), $mutants);
            }

            proptest! {
                #![proptest_config(ProptestConfig::with_cases($random))]

                #[test]
                fn holds_over_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
                    (family(stringify!($name)).holds)(&bytes);
                }
            }
        })+
    };
}

families! {
    containers: 300 mutants, 300 random;
    metadata: 300 mutants, 300 random;
    store: 100 mutants, 300 random;
    certificates: 100 mutants, 300 random;
    labels: 300 mutants, 300 random;
    pixels: 20 mutants, 20 random;
    archives: 100 mutants, 100 random;
    check: 60 mutants, 60 random;
}

#[test]
fn every_family_is_tested() {
    let tested = include_str!("stable.rs");
    for family in FAMILIES {
        assert!(
            tested.contains(&format!("\n    {}: ", family.name)),
            "{}",
            family.name
        );
    }
}
