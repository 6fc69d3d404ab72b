//! What holds for any bytes whatever: the properties that the fuzz targets assert, and that the
//! gate asserts over the fixtures, over mutants of them and over random bytes.
//!
//! A family is one parser, or a few that are read alike. Its `holds` panics where a property does
//! not hold; its `seeds` are made from `fixtures/`, so that nothing is kept twice.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    unreachable_pub,
    unnameable_types,
    reason = "properties fail by panicking; sizes are those of test data; a test takes this in as \
              a module"
)]

pub mod archives;
pub mod certificates;
pub mod check;
pub mod containers;
pub mod dice;
pub mod fixtures;
pub mod labels;
pub mod metadata;
pub mod mutation;
pub mod pieces;
pub mod pixels;
pub mod store;

/// Parsers with the properties that hold for them.
pub struct Family {
    /// Name of its fuzz target and of its folder of regressions.
    pub name: &'static str,
    /// Panics where a property does not hold for these bytes.
    pub holds: fn(&[u8]),
    /// Inputs to start from.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

impl Family {
    /// Writes the seeds into the folder that `HALLMARK_SEEDS` names, if it does: a fuzz target does
    /// so before it reads its corpus.
    pub fn plant(&self) {
        let Some(folder) = std::env::var_os("HALLMARK_SEEDS") else {
            return;
        };
        for (index, seed) in (self.seeds)().iter().enumerate() {
            let path = std::path::Path::new(&folder).join(format!("seed-{index:04}"));
            std::fs::write(path, seed).expect("a folder for seeds");
        }
    }
}

/// Every family.
pub const FAMILIES: [Family; 8] = [
    containers::FAMILY,
    metadata::FAMILY,
    store::FAMILY,
    certificates::FAMILY,
    labels::FAMILY,
    pixels::FAMILY,
    archives::FAMILY,
    check::FAMILY,
];

/// Calls `read` twice and returns its answer, which must be the same.
fn same<T: PartialEq + std::fmt::Debug>(mut read: impl FnMut() -> T) -> T {
    let answer = read();
    alike(&answer, &read(), "two readings of the same bytes");
    answer
}

/// Panics where two answers differ, and shows the first place where they do: whole answers are
/// pages long.
fn alike<T: PartialEq + std::fmt::Debug>(one: &T, other: &T, what: &str) {
    if one == other {
        return;
    }
    let (one, other) = (format!("{one:?}"), format!("{other:?}"));
    let pairs = one.chars().zip(other.chars());
    let at = pairs.take_while(|(a, b)| a == b).count();
    let near =
        |text: &str| -> String { text.chars().skip(at.saturating_sub(80)).take(240).collect() };
    panic!("{what} differ:\n  {}\n  {}", near(&one), near(&other));
}
