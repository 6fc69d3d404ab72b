//! What `hallmark check` costs, as a ratio to hashing the same bytes in the same run.
//!
//! CPU time of the whole command, its worker processes included, against CPU time of the `sha2`
//! crate over the same bytes in memory. Rounds alternate, so that a busy machine slows both; the
//! best of each counts. Ends with an error when a budget is exceeded.
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
fn main() -> ExitCode {
    cost::main()
}

#[cfg(not(unix))]
fn main() -> ExitCode {
    println!("CPU time of child processes is only read on Unix.");
    ExitCode::SUCCESS
}
