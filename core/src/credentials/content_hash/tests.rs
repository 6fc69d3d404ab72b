//! The two ways to verify a content hash, held against each other: over the whole file by the
//! verifying crate, and here. They say the same of every file, and ours says it of the usual ones.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::single_range_in_vec_init,
    reason = "offsets in test files, and lists of ranges"
)]

use std::{
    fs,
    io::Cursor,
    ops::Range,
    path::{Path, PathBuf},
};

use c2pa::{
    Builder, BuilderIntent, Context, DigitalSourceType, HashRange, SigningAlg,
    create_signer::from_keys,
};
use proptest::prelude::*;

use super::*;
use crate::{
    asset::tests::{files, walk_bytes},
    credentials::{evidence::CredentialEvidence, read},
};

/// Who verified the content hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    /// This module.
    Us,
    /// The crate, or nobody.
    Crate,
}

/// Reads the credentials of a file in both ways, which must agree in every word.
fn both_ways(name: &str, bytes: &[u8]) -> By {
    let Some(container) = walk_bytes(bytes) else {
        return By::Crate;
    };
    if container.format.reader_hint().is_none() {
        return By::Crate;
    }
    let (spared, ours, theirs) = read::both_ways(&mut Cursor::new(bytes), &container);
    assert_eq!(ours.evidence, theirs, "{name}");
    let sha256 = ours.sha256.unwrap_or_else(|| Sha256::digest(bytes).into());
    assert_eq!(sha256, <[u8; 32]>::from(Sha256::digest(bytes)), "{name}");
    if spared { By::Us } else { By::Crate }
}

/// Whether the content hash of a file is said to match.
fn matches(bytes: &[u8]) -> bool {
    let container = walk_bytes(bytes).unwrap();
    let (_, ours, _) = read::both_ways(&mut Cursor::new(bytes), &container);
    let CredentialEvidence::Store(store) = ours.evidence else {
        panic!("no store");
    };
    let said = |code: &str| store.statuses.iter().any(|status| status.code == code);
    assert_ne!(
        said("assertion.dataHash.match"),
        said("assertion.dataHash.mismatch")
    );
    said("assertion.dataHash.match")
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures")
}

fn fixture(name: &str) -> Vec<u8> {
    fs::read(fixtures().join(name)).unwrap()
}

/// A picture in a JPEG file.
fn picture(seed: u32) -> Vec<u8> {
    let pixels: Vec<u8> = (0..64 * 48 * 3_u32)
        .map(|index| (index.wrapping_mul(seed) >> 5) as u8)
        .collect();
    let mut file = Vec::new();
    jpeg_encoder::Encoder::new(&mut file, 80)
        .encode(&pixels, 64, 48, jpeg_encoder::ColorType::Rgb)
        .unwrap();
    file
}

/// Where the scan header of a JPEG file of ours begins.
fn scan_header(file: &[u8]) -> usize {
    let container = walk_bytes(file).unwrap();
    let scan = container
        .parts
        .iter()
        .find(|part| part.kind == PartKind::ImageData);
    scan.unwrap().range.start as usize
}

/// Where the scan of a JPEG file of ours begins.
fn scan(file: &[u8]) -> usize {
    let at = scan_header(file) + 2;
    at + usize::from(u16::from_be_bytes([file[at], file[at + 1]]))
}

/// `file` with a manifest store behind `SOI`, and exclusions that `exclusions` makes of its range.
fn signed_excluding(
    file: &[u8],
    exclusions: impl FnOnce(Range<usize>) -> Vec<Range<usize>>,
) -> Vec<u8> {
    let signer = from_keys(
        include_bytes!("../../../../fixtures/keys/signer/chain.pem"),
        include_bytes!("../../../../fixtures/keys/signer/key.pem"),
        SigningAlg::Ed25519,
        None,
    )
    .unwrap();
    let context = Context::new().with_signer(signer);
    let mut builder = Builder::from_context(context);
    builder.set_intent(BuilderIntent::Create(DigitalSourceType::DigitalCapture));
    builder.set_format("image/jpeg");
    let reserved = builder.placeholder("image/jpeg").unwrap();
    let store = 2..2 + reserved.len();
    let mut signed = [&file[..2], &reserved, &file[2..]].concat();
    let ranges = exclusions(store.clone())
        .into_iter()
        .map(|range| HashRange::new(range.start as u64, range.len() as u64))
        .collect();
    builder.set_data_hash_exclusions(ranges).unwrap();
    builder
        .update_hash_from_stream("image/jpeg", &mut Cursor::new(signed.clone()))
        .unwrap();
    let embedded = builder.sign_embeddable("image/jpeg").unwrap();
    signed[store].copy_from_slice(&embedded);
    signed
}

fn signed(file: &[u8]) -> Vec<u8> {
    signed_excluding(file, |store| vec![store])
}

#[test]
fn the_usual_jpeg_is_hashed_here() {
    let usual = signed(&picture(7));
    assert_eq!(both_ways("usual", &usual), By::Us);
    assert!(matches(&usual));
    for name in [
        "signed/landscape.jpg",
        "audits/a-wide.control.jpg",
        "history/three-steps.jpg",
    ] {
        assert_eq!(both_ways(name, &fixture(name)), By::Us, "{name}");
    }
}

#[test]
fn both_ways_say_the_same_of_every_fixture() {
    let mut paths = Vec::new();
    files(&fixtures(), &mut paths);
    let here = paths
        .iter()
        .filter(|path| both_ways(&path.display().to_string(), &fs::read(path).unwrap()) == By::Us)
        .count();
    // Of 47; the others are in other formats, bound otherwise, or altered.
    assert!(here > 40, "{here}");
}

/// Every file below the folder that `HALLMARK_CORPUS` names.
#[test]
#[allow(clippy::print_stdout, reason = "a count for whoever runs it")]
fn both_ways_say_the_same_of_a_corpus() {
    let Ok(folder) = std::env::var("HALLMARK_CORPUS") else {
        return;
    };
    let mut paths = Vec::new();
    files(Path::new(&folder), &mut paths);
    let here: Vec<_> = paths
        .iter()
        .filter(|path| both_ways(&path.display().to_string(), &fs::read(path).unwrap()) == By::Us)
        .collect();
    println!("{} of {} files: {here:#?}", here.len(), paths.len());
}

#[test]
fn what_follows_the_scan_is_covered() {
    let mut file = picture(7);
    file.extend(b"behind the end");
    let second = picture(9);
    for tail in [&b""[..], b"x", &second, &fixture("signed/landscape.jpg")] {
        let signed = signed(&[&file, tail].concat());
        both_ways("tail", &signed);
        assert!(matches(&signed));
        let mut altered = signed.clone();
        *altered.last_mut().unwrap() ^= 1;
        assert_eq!(both_ways("altered tail", &altered), By::Crate);
        assert!(!matches(&altered));
        let longer = [&signed, &b"0"[..]].concat();
        assert_eq!(both_ways("longer tail", &longer), By::Crate);
        assert!(!matches(&longer));
    }
}

/// What the crate is shown is signed, and in order; what the file shows is not.
#[test]
fn a_signed_skeleton_with_another_scan_does_not_match() {
    let file = picture(7);
    let skeleton = signed(&[&file[..scan(&file)], &[0xFF, 0xD9]].concat());
    assert!(matches(&skeleton));
    both_ways("skeleton", &skeleton);
    let dressed = [&skeleton[..skeleton.len() - 2], &file[scan(&file)..]].concat();
    assert_eq!(both_ways("dressed", &dressed), By::Crate);
    assert!(!matches(&dressed));
}

/// The crate says of a file without a scan that it is cut off.
#[test]
fn a_file_that_ends_with_its_scan_header_is_left_to_the_crate() {
    let file = picture(7);
    let signed = signed(&file);
    for end in [scan(&signed) - 1, scan(&signed)] {
        assert_eq!(both_ways("cut off", &signed[..end]), By::Crate);
    }
    let Ok(cut_off) = std::panic::catch_unwind(|| self::signed(&file[..scan(&file)])) else {
        return;
    };
    assert_eq!(both_ways("signed, cut off", &cut_off), By::Crate);
}

#[test]
fn exclusions_beyond_the_store_are_left_to_the_crate() {
    let file = picture(7);
    let beyond = |excluded: fn(Range<usize>, usize, usize) -> Vec<Range<usize>>| {
        let store = signed(&file).len() - file.len();
        let (scan, end) = (scan(&file) + store, file.len() + store);
        signed_excluding(&file, |store| excluded(store, scan, end))
    };
    let left = [
        beyond(|store, _, _| vec![store.start..store.end + 10]),
        beyond(|store, scan, _| vec![store.start..scan + 10]),
        beyond(|store, scan, _| vec![store, scan..scan + 1]),
        beyond(|store, scan, _| vec![store, scan + 20..scan + 40]),
        beyond(|store, _, end| vec![store, end - 40..end]),
        beyond(|store, _, _| vec![store.end + 4..store.end + 8, store]),
        beyond(|store, _, _| vec![store.clone(), store]),
        beyond(|store, _, _| vec![store.start..store.end, store.end - 4..store.end + 4]),
    ];
    for (number, file) in left.iter().enumerate() {
        assert_eq!(both_ways("exclusions", file), By::Crate, "{number}");
    }
    // A further range over metadata is allowed (section 15.12.1.1), and said by both.
    let two = beyond(|store, _, _| vec![store.clone(), store.end + 4..store.end + 8]);
    assert_eq!(both_ways("two", &two), By::Us);
    let touching = beyond(|store, _, _| vec![store.clone(), store.end..store.end + 8]);
    assert_eq!(both_ways("touching", &touching), By::Us);
}

/// A store may be altered without its file's content hash noticing: there the crate decides, and
/// decides the same whether it sees the picture or not.
#[test]
fn edits_of_the_store_are_judged_alike() {
    for (name, step) in [
        ("signed/landscape.jpg", 7),
        ("history/updated.jpg", 61),
        ("history/three-steps.jpg", 97),
        ("history/redacted.jpg", 89),
        ("identity/holds.jpg", 79),
        ("audits/b-metadata.jpg", 71),
    ] {
        let original = fixture(name);
        let container = walk_bytes(&original).unwrap();
        let store = container.stores[0].framed[0];
        let range = store.start as usize..store.end() as usize;
        let mut by_us = 0;
        for at in range.clone().step_by(step) {
            let mut edited = original.clone();
            edited[at] ^= 1 << (at % 8);
            by_us += usize::from(both_ways(&format!("{name}, byte {at}"), &edited) == By::Us);
        }
        // Elsewhere than in the assertion the content hash still holds, and something else fails.
        assert!(by_us > 0 || name == "history/updated.jpg", "{name}");
        // Bytes that leave the store, and bytes that enter it.
        for at in range.step_by(step * 8) {
            let mut shorter = original.clone();
            shorter.drain(at..(at + 5).min(shorter.len()));
            both_ways(&format!("{name}, without {at}"), &shorter);
            let mut longer = original.clone();
            longer.splice(at..at, [0, 0, 0, 9, b'f', b'r', b'e', b'e', 0]);
            both_ways(&format!("{name}, more at {at}"), &longer);
        }
    }
}

/// The stores and segments of one file in another, and twice in one.
#[test]
fn splices_are_judged_alike() {
    let one = fixture("signed/landscape.jpg");
    let two = fixture("history/three-steps.jpg");
    let store = |file: &[u8]| {
        let range = walk_bytes(file).unwrap().stores[0].framed[0];
        range.start as usize..range.end() as usize
    };
    let (in_one, in_two) = (store(&one), store(&two));
    let foreign = &two[in_two.clone()];
    for at in [
        2,
        in_one.start,
        in_one.end,
        scan_header(&one),
        scan(&one),
        one.len(),
    ] {
        let spliced = [&one[..at], foreign, &one[at..]].concat();
        both_ways(&format!("spliced at {at}"), &spliced);
        let twice = [&one[..at], &one[in_one.clone()], &one[at..]].concat();
        both_ways(&format!("twice at {at}"), &twice);
        for marker in [
            &[0xFF, 0xD8][..],
            &[0xFF, 0xD9],
            &[0xFF, 0xDA, 0, 2],
            &[0xFF, 0xDA, 0, 3, 0],
            &[0xFF, 0xEB, 0, 2],
            &[0xFF, 0x01],
            &[0xFF],
            &[0],
        ] {
            let marked = [&one[..at], marker, &one[at..]].concat();
            both_ways(&format!("{marker:x?} at {at}"), &marked);
        }
    }
    let replaced = [&one[..in_one.start], foreign, &one[in_one.end..]].concat();
    both_ways("replaced", &replaced);
    // Signed around it, so that the content hash holds and the stores are what is odd.
    for at in [
        2,
        scan_header(&picture(7)),
        scan(&picture(7)),
        picture(7).len(),
    ] {
        let plain = picture(7);
        let held = [&plain[..at], foreign, &plain[at..]].concat();
        let signed = signed(&held);
        assert_eq!(both_ways(&format!("signed at {at}"), &signed), By::Crate);
    }
    // Markers between segments that readers may see differently.
    for marker in [
        &[0xFF][..],
        &[0xFF, 0xFF],
        &[0xFF, 0x01],
        &[0xFF, 0xD0],
        &[0],
        &[0xFF, 0xD8],
    ] {
        let plain = picture(7);
        for at in [2, scan_header(&plain), scan(&plain)] {
            let held = [&plain[..at], marker, &plain[at..]].concat();
            both_ways(&format!("signed, {marker:x?} at {at}"), &signed(&held));
        }
    }
}

proptest! {
    /// However the bytes come, what is hashed is what lies outside the exclusions.
    #[test]
    fn what_is_excluded_is_not_hashed(
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
        steps in proptest::collection::vec((0_u64..40, 0_u64..40), 0..6),
        at_a_time in 1_usize..70,
    ) {
        let mut exclusions = Vec::new();
        let mut at = 0;
        for (gap, length) in steps {
            exclusions.push(ByteRange { start: at + gap, length });
            at += gap + length;
        }
        let outside: Vec<u8> = (0_u64..)
            .zip(&bytes)
            .filter(|(at, _)| !exclusions.iter().any(|one| (one.start..one.end()).contains(at)))
            .map(|(_, byte)| *byte)
            .collect();
        let (mut cover, mut covered) = (Cover::new(&exclusions), Vec::new());
        for chunk in bytes.chunks(at_a_time) {
            cover.pieces(chunk, |piece| covered.extend_from_slice(piece));
        }
        prop_assert_eq!(covered, outside);
    }

    /// A few bytes anywhere, or anywhere in the store, which the content hash does not cover.
    #[test]
    fn mutants_are_judged_alike(
        edits in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        in_store in any::<bool>(),
        cut in any::<prop::sample::Index>(),
        cuts in proptest::bool::weighted(0.2),
    ) {
        let mut mutant = fixture("signed/landscape.jpg");
        let store = walk_bytes(&mutant).unwrap().stores[0].framed[0];
        for (at, value) in edits {
            let at = if in_store {
                store.start as usize + at.index(store.length as usize)
            } else {
                at.index(mutant.len())
            };
            mutant[at] = value;
        }
        if cuts {
            mutant.truncate(cut.index(mutant.len()));
        }
        both_ways("mutant", &mutant);
    }
}
