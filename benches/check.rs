//! The library against plain hashing of the same bytes, in memory and on one thread.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::expect_used,
    clippy::arithmetic_side_effects,
    reason = "a bench may stop at the first surprise"
)]

mod samples;

use std::{io::Cursor, sync::LazyLock};

use divan::{Bencher, black_box, counter::BytesCount};
use hallmark::{
    credentials::trust::{Intent, TrustStore, parse_material},
    examine::{Settings, Survey, examine, survey},
    verdict::{Policy, Statement, judge},
};
use sha2::{Digest as _, Sha256};
use time::OffsetDateTime;

fn main() {
    divan::main();
}

static UNSIGNED: LazyLock<Vec<Vec<u8>>> = LazyLock::new(samples::unsigned);
static SIGNED: LazyLock<Vec<u8>> = LazyLock::new(samples::signed);
static TRUST: LazyLock<TrustStore> = LazyLock::new(|| {
    let pack = include_bytes!("../fixtures/trust/test.pack.json");
    TrustStore::new(parse_material(pack, Intent::AsStated, "bench").expect("a pack"))
});

/// What `hallmark check` does with one file, short of writing the record.
fn check(file: &[u8]) -> Statement {
    let settings = Settings::default();
    let length = u64::try_from(file.len()).expect("a length");
    let evidence = match survey(&mut Cursor::new(file), length, None, &settings).expect("memory") {
        Survey::Complete(evidence) => *evidence,
        Survey::NeedsExamination => {
            examine(&mut Cursor::new(file), length, None, &settings).expect("memory")
        }
    };
    let at = OffsetDateTime::from_unix_timestamp(1_780_272_000).expect("2026-06-01");
    judge(evidence, &Policy::new(&TRUST, at))
}

#[divan::bench]
fn hash_1000_unsigned(bencher: Bencher<'_, '_>) {
    let total: usize = UNSIGNED.iter().map(Vec::len).sum();
    bencher.counter(BytesCount::new(total)).bench_local(|| {
        for file in UNSIGNED.iter() {
            black_box(Sha256::digest(file));
        }
    });
}

#[divan::bench]
fn check_1000_unsigned(bencher: Bencher<'_, '_>) {
    let total: usize = UNSIGNED.iter().map(Vec::len).sum();
    bencher.counter(BytesCount::new(total)).bench_local(|| {
        for file in UNSIGNED.iter() {
            black_box(check(file));
        }
    });
}

#[divan::bench]
fn hash_signed_3_mb(bencher: Bencher<'_, '_>) {
    bencher
        .counter(BytesCount::new(SIGNED.len()))
        .bench_local(|| black_box(Sha256::digest(&*SIGNED)));
}

#[divan::bench]
fn check_signed_3_mb(bencher: Bencher<'_, '_>) {
    bencher
        .counter(BytesCount::new(SIGNED.len()))
        .bench_local(|| black_box(check(&SIGNED)));
}
