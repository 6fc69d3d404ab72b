//! A registry of a million claims: look-ups, additions, and a bundle of 10,000.
//!
//! ```text
//! cargo bench --bench registry --features registry [-- CLAIMS]
//! ```
//!
//! Without a number it uses 100,000 claims, so that a run of all benches stays short; the figures
//! in `spec/registry.md` are of 1,000,000.
#![allow(
    missing_docs,
    clippy::all,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::print_stdout,
    reason = "a measuring program: it may stop at the first surprise and prints its table"
)]

use std::time::{Duration, Instant};

use ed25519_dalek::SigningKey;
use hallmark::{
    fingerprint::pdq::Pdq,
    registry::{
        ManifestHash, NewClaim, OpenMode, Registry, Sqlite, WatermarkId,
        bundle::{Accept, export, import},
    },
};

fn main() {
    let claims: u64 = std::env::args()
        .skip(1)
        .find_map(|argument| argument.parse().ok())
        .unwrap_or(100_000);
    let folder = std::env::temp_dir().join(format!("hallmark-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("registry.sqlite");
    let mut registry = Sqlite::open(&path, OpenMode::Create).unwrap();

    // Manifests are small here: their size decides nothing about look-ups.
    let filling = Instant::now();
    let mut hashes = Vec::new();
    for start in (0..claims).step_by(100_000) {
        let ids: Vec<u64> = (start..claims.min(start + 100_000)).collect();
        let stores: Vec<Vec<u8>> = ids.iter().map(|id| id.to_be_bytes().repeat(8)).collect();
        let labels: Vec<String> = ids.iter().map(|id| format!("urn:c2pa:{id}")).collect();
        let new: Vec<NewClaim<'_>> = ids
            .iter()
            .zip(stores.iter().zip(&labels))
            .map(|(id, (store, label))| claim(*id, store, label))
            .collect();
        registry.add_all(&new).unwrap();
        hashes.extend(ids.into_iter().map(pdq));
    }
    println!(
        "{claims} claims, filled in {:.1} s",
        filling.elapsed().as_secs_f64()
    );
    drop(registry);

    let registry = Sqlite::open(&path, OpenMode::Read).unwrap();
    report("exact look-up by watermark id", 1000, |turn| {
        let id = turn * 7919 % claims;
        assert_eq!(registry.by_watermark(WatermarkId(id)).unwrap().len(), 1);
    });
    let first = Instant::now();
    let _ = registry.by_pdq(&pdq(0), 30).unwrap();
    println!(
        "first search, loading the fingerprints: {:.0} ms",
        first.elapsed().as_secs_f64() * 1e3
    );
    report("search within 30 of 256 bits", 50, |turn| {
        let query = near(pdq(turn * 104_729 % claims), turn);
        assert!(!registry.by_pdq(&query, 30).unwrap().is_empty());
    });
    let mut missed = 0;
    let mut total = 0;
    for turn in 0..100 {
        let query = near(pdq(turn * 15_485_863 % claims), turn);
        let found = registry.by_pdq(&query, 30).unwrap();
        let expected = hashes
            .iter()
            .filter(|hash| hash.distance(&query) <= 30)
            .count();
        total += expected;
        missed += expected.abs_diff(found.len());
    }
    println!(
        "against brute force: {total} within 30 bits of 100 queries, {missed} missed or too many"
    );

    let mut writer = Sqlite::open(&path, OpenMode::Write).unwrap();
    report("one addition, flushed to the disk", 50, |turn| {
        let id = claims + 1 + turn;
        let store = id.to_be_bytes().repeat(1500);
        writer.add(&claim(id, &store, "urn:c2pa:added")).unwrap();
    });

    let mut source = Sqlite::open(&folder.join("source.sqlite"), OpenMode::Create).unwrap();
    for start in (0..10_000_u64).step_by(1000) {
        let stores: Vec<Vec<u8>> = (start..start + 1000)
            .map(|id| id.to_be_bytes().repeat(1500))
            .collect();
        let new: Vec<NewClaim<'_>> = (start..start + 1000)
            .zip(&stores)
            .map(|(id, store)| claim(id, store, "urn:c2pa:bundled"))
            .collect();
        source.add_all(&new).unwrap();
    }
    let key = SigningKey::from_bytes(&[7; 32]);
    let exporting = Instant::now();
    let bundle = export(&source, 0, &key).unwrap();
    println!(
        "export of 10,000 claims with manifests of 12,000 bytes: {:.2} s, {:.1} MB",
        exporting.elapsed().as_secs_f64(),
        bundle.len() as f64 / 1e6
    );
    let mut target = Sqlite::open(&folder.join("target.sqlite"), OpenMode::Create).unwrap();
    let importing = Instant::now();
    let imported = import(&mut target, &bundle, Accept::Anyone).unwrap();
    println!("import: {:.2} s", importing.elapsed().as_secs_f64());
    assert_eq!(imported.added, 10_000);
    let store = 5_u64.to_be_bytes().repeat(1500);
    assert_eq!(
        target.manifest(&ManifestHash::of(&store)).unwrap().unwrap(),
        store
    );
    std::fs::remove_dir_all(&folder).unwrap();
}

fn claim<'a>(id: u64, store: &'a [u8], label: &'a str) -> NewClaim<'a> {
    NewClaim {
        store,
        manifest_id: label,
        watermark: Some(WatermarkId(id)),
        pdq: Some(pdq(id)),
        registered_at: 1_700_000_000,
    }
}

/// splitmix64: fingerprints that look random and are the same in every run.
fn pdq(seed: u64) -> Pdq {
    let mut state = seed;
    let mut bytes = [0; 32];
    for chunk in bytes.chunks_exact_mut(8) {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = state.wrapping_mul(seed | 1);
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        chunk.copy_from_slice(&(z ^ (z >> 31)).to_be_bytes());
    }
    Pdq(bytes)
}

/// A fingerprint with some 0..=30 bits flipped.
fn near(mut pdq: Pdq, turn: u64) -> Pdq {
    for flip in 0..turn % 31 {
        let bit = ((flip * 83 + turn) % 256) as usize;
        pdq.0[bit / 8] ^= 1 << (bit % 8);
    }
    pdq
}

fn report(what: &str, turns: u64, mut work: impl FnMut(u64)) {
    let mut times: Vec<Duration> = (0..turns)
        .map(|turn| {
            let start = Instant::now();
            work(turn);
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    println!(
        "{what}: median {:.3} ms, slowest of {turns} {:.3} ms",
        ms(times[times.len() / 2]),
        ms(times[times.len() - 1])
    );
}
