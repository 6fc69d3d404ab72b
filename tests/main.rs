//! Drives the built binary as a user does, and the library over the committed fixtures.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "helpers of tests may stop at the first surprise"
)]

mod audits;
mod check_cli;
mod common;
mod compare;
mod conformance;
mod contradictions;
mod corpus;
mod evidence;
mod exit_codes;
mod fixtures;
mod hostile_files;
mod hostile_paths;
mod identity;
mod label;
mod label_table;
mod ledger;
mod marks;
mod parent;
mod publish;
mod report;
mod resume;
mod review;
mod security;
mod sign;
mod support;
mod trust;
mod watermark;
