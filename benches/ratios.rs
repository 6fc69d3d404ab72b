//! What `hallmark check` costs, as ratios to hashing the same bytes and to decoding the same picture
//! in the same run.
//!
//! ```text
//! cargo bench -p hallmark-cli --bench ratios --ignore-rust-version -- PHOTOGRAPH.jpg...
//! ```
//!
//! CPU time of the whole command, its worker processes included, against CPU time of the `sha2`
//! crate over the same bytes in memory, and of `djpeg` (libjpeg-turbo) over the same file. Rounds
//! alternate, so that a busy machine slows both; the median of each counts. Ends with an error when a
//! budget is exceeded. Without a photograph, or without `djpeg` and `cjpeg`, the pixels' lines are
//! skipped, and say so.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::expect_used,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::print_stdout,
    reason = "a bench may stop at the first surprise"
)]

use std::process::ExitCode;

#[cfg(unix)]
mod samples;

#[cfg(unix)]
mod cost;

#[cfg(unix)]
mod command;

#[cfg(unix)]
fn main() -> ExitCode {
    cost::main()
}

#[cfg(not(unix))]
fn main() -> ExitCode {
    println!("CPU time of child processes is only read on Unix.");
    ExitCode::SUCCESS
}
