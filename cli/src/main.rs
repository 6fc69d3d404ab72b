//! hallmark checks where pictures come from.
//!
//! The whole program in one line: arguments become settings, settings drive a walk, workers
//! examine what the walk finds, one writer reports it.
#![forbid(unsafe_code)]

mod args;
mod assets;
mod cache;
mod commands;
mod console;
mod exit_status;
mod inspect;
mod ledger;
mod list;
mod log;
mod map_place;
mod memory;
mod metrics;
mod policy;
mod pool;
mod progress;
mod resume;
mod sandbox;
mod settings;
mod suggest;
mod trust_material;
mod units;
mod walk;
mod workers;
mod writer;

use std::{
    io::{self, BufWriter, Write},
    process::ExitCode,
};

use clap::Parser;

use crate::{
    args::Args,
    console::{Environment, Io, Stdout},
    exit_status::ExitStatus,
};

fn main() -> ExitCode {
    let environment = Environment::of_process();
    let stdout = Stdout::default();
    let reader_left = stdout.reader_left();
    let mut out = BufWriter::with_capacity(64 << 10, stdout);
    let mut err = io::stderr();

    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(refusal) => {
            // Help and version arrive here too; clap sends those to stdout and means success.
            let _ = refusal.print();
            return if refusal.use_stderr() {
                ExitStatus::Usage.into()
            } else {
                ExitStatus::Done.into()
            };
        }
    };

    let mut io = Io {
        out: &mut out,
        err: &mut err,
        environment: &environment,
    };
    let result = args
        .command
        .run(&mut io)
        .and_then(|status| Ok(out.flush().map(|()| status)?));
    match result {
        Ok(status) => status.into(),
        // Whoever read our output has seen enough: `hallmark check . | head`.
        Err(_) if reader_left.get() => ExitStatus::Done.into(),
        Err(error) => {
            let _ = writeln!(io::stderr(), "hallmark: {error:#}");
            ExitStatus::Usage.into()
        }
    }
}
