//! Drives the built binary as a user does.

mod check_cli;
mod common;
mod corpus;
mod exit_codes;
mod hostile_paths;
