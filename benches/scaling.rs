//! What a second worker is worth, against what a second thread is worth to plain hashing of the same
//! bytes in the same run.
//!
//! ```text
//! cargo bench -p hallmark-cli --bench scaling --ignore-rust-version -- FOLDER...
//! ```
//!
//! A mixed folder of a thousand files is made of the fixtures, of small unsigned pictures, of large
//! signed ones and of the files in the given folders, in turn. Wall time, so the machine must be quiet; rounds alternate and
//! the median speed-up of each counts. Ends with an error when the command's speed-up is less than 0.9 of
//! that of hashing.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::expect_used,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::print_stdout,
    reason = "a bench may stop at the first surprise"
)]

mod command;
mod samples;

use std::{
    fs,
    hint::black_box,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::Instant,
};

use sha2::{Digest as _, Sha256};

use command::{ALL, HEADERS, check, median, paths};

const ROUNDS: usize = 5;
const FILES: usize = 1000;
/// Of those, files whose pixels are looked at too: that takes a hundred times as long.
const PICTURES: usize = 100;
/// Longest file that is taken; a few longer ones would be most of the bytes.
const LONGEST: u64 = 4 << 20;
/// The least part of the speed-up of hashing that the command reaches.
const LEAST: f64 = 0.9;

fn main() -> ExitCode {
    let files = mixed();
    let kept = [
        measure("credentials and labels", HEADERS, &files),
        measure(
            "all witnesses",
            ALL,
            files.get(..PICTURES).expect("as many files"),
        ),
    ];
    if kept == [true, true] {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Names and contents of a thousand files.
fn mixed() -> Vec<(String, Vec<u8>)> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures");
    let folders = ["signed", "unsigned", "labelled", "tampered"];
    let folders = folders.map(|folder| fixtures.join(folder));
    let mut sources: Vec<Vec<PathBuf>> = vec![folders.iter().flat_map(|at| below(at)).collect()];
    sources.extend(paths().iter().map(|folder| below(Path::new(folder))));
    let mut small = samples::unsigned().into_iter();
    let large = samples::signed();
    let mut files = Vec::with_capacity(FILES);
    for round in 0.. {
        for source in &sources {
            if let Some(path) = source.get(round % source.len().max(1)) {
                let name = path.file_name().expect("a file").to_string_lossy();
                files.push((name.into_owned(), fs::read(path).expect("a file")));
            }
        }
        files.extend(small.next().map(|file| ("small.jpg".to_owned(), file)));
        if round % 20 == 0 {
            files.push(("large.jpg".to_owned(), large.clone()));
        }
        if files.len() >= FILES {
            break;
        }
    }
    files.truncate(FILES);
    files
}

/// Files below a folder in order of name, without those that are too long.
fn below(folder: &Path) -> Vec<PathBuf> {
    walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .filter(|entry| entry.metadata().is_ok_and(|data| data.len() <= LONGEST))
        .map(walkdir::DirEntry::into_path)
        .collect()
}

/// Prints one line; whether enough of the speed-up is reached.
fn measure(name: &str, witnesses: &str, files: &[(String, Vec<u8>)]) -> bool {
    let folder = tempfile::tempdir().expect("a folder");
    for (number, (name, content)) in files.iter().enumerate() {
        let path = folder.path().join(format!("{number:04}-{name}"));
        fs::write(path, content).expect("a file");
    }
    let checked = |jobs| {
        seconds(|| {
            let status = check(folder.path(), witnesses, jobs).status();
            // 3: some of the fixtures cannot be checked, on purpose.
            let code = status.expect("hallmark runs").code();
            assert!(matches!(code, Some(0 | 3)), "{code:?}");
        })
    };
    // Hashing is repeated until it takes about as long as the command does.
    let once = seconds(|| hash(files, 1, 1));
    let passes = (checked(1) / once).ceil().clamp(1.0, 1e4) as usize;
    let (mut commands, mut hashes, mut times) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let one = checked(1);
        commands.push(one / checked(2));
        times.push(one);
        hashes.push(seconds(|| hash(files, 1, passes)) / seconds(|| hash(files, 2, passes)));
    }
    let bytes: usize = files.iter().map(|(_, content)| content.len()).sum();
    let (command, hash, time) = (median(commands), median(hashes), median(times));
    let kept = command >= LEAST * hash;
    println!(
        "{} files of {:.1} MB, {name}: {time:.2} s with one worker, {command:.2} times as fast with two; \
         hashing {hash:.2} times; {:.2} of it, at least {LEAST}: {}",
        files.len(),
        bytes as f64 / 1e6,
        command / hash,
        if kept { "kept" } else { "MISSED" },
    );
    kept
}

/// Hashes every file so many times, on so many threads.
fn hash(files: &[(String, Vec<u8>)], threads: usize, passes: usize) {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= files.len() * passes {
                        return;
                    }
                    if let Some((_, content)) = files.get(number % files.len()) {
                        black_box(Sha256::digest(content));
                    }
                }
            });
        }
    });
}

fn seconds(work: impl FnOnce()) -> f64 {
    let begun = Instant::now();
    work();
    begun.elapsed().as_secs_f64()
}
