//! Builders that the walkers' tests share.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "sizes of test data"
)]

use std::{
    fs,
    io::Cursor,
    path::{Path, PathBuf},
};

use super::{Container, walk};
use crate::limits::Limits;

/// Walks bytes in memory under the default limits.
pub(crate) fn walk_bytes(bytes: &[u8]) -> Option<Container> {
    walk_within(bytes, &Limits::default())
}

/// All files below a folder, in the order of their names.
pub(crate) fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|one| one.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Walks bytes in memory under `limits`.
pub(crate) fn walk_within(bytes: &[u8], limits: &Limits) -> Option<Container> {
    walk(&mut Cursor::new(bytes), bytes.len() as u64, limits).unwrap()
}

/// Walks a small file cut off at every byte, and with every byte changed: nothing panics, and
/// whatever is found lies within the file.
pub(crate) fn survives(bytes: &[u8]) {
    let limits = Limits {
        parts: 1_000,
        metadata_block: 4 << 10,
        ..Limits::default()
    };
    let check = |bytes: &[u8]| {
        if let Some(container) = walk_within(bytes, &limits) {
            check_bounds(&container, bytes.len(), &limits);
        }
    };
    for end in 0..=bytes.len() {
        check(&bytes[..end]);
    }
    let mut changed = bytes.to_vec();
    for at in 0..bytes.len() {
        for value in [0x00, 0x01, 0x7F, 0x80, 0xFF] {
            changed[at] = value;
            check(&changed);
        }
        changed[at] = bytes[at];
    }
}

/// JUMBF that looks like a manifest store of `length` bytes.
pub(crate) fn store(length: usize) -> Vec<u8> {
    let mut bytes = (length as u32).to_be_bytes().to_vec();
    bytes.extend(b"jumb");
    bytes.extend(30_u32.to_be_bytes());
    bytes.extend(b"jumdc2pa\x00\x11\x00\x10\x80\x00\x00\xAA\x00\x38\x9B\x71\x03c2pa\0");
    bytes.extend((bytes.len()..length).map(|index| (index % 251) as u8));
    assert_eq!(bytes.len(), length);
    bytes
}

/// Checks what holds for every file: all ranges lie within it, and output stays within limits.
pub(crate) fn check_bounds(container: &Container, length: usize, limits: &Limits) {
    let length = length as u64;
    for part in &container.parts {
        assert!(part.range.end() <= length, "{part:?} of {length}");
    }
    for store in &container.stores {
        assert!(store.jumbf.len() as u64 <= limits.manifest_store);
        assert!(!store.framed.is_empty());
        for range in &store.framed {
            assert!(range.end() <= length, "{range:?} of {length}");
        }
    }
    for block in &container.metadata {
        assert!(block.bytes.len() <= limits.metadata_block);
        assert!(block.range.end() <= length, "{block:?} of {length}");
    }
    let all: usize = container
        .metadata
        .iter()
        .map(|block| block.bytes.len())
        .sum();
    assert!(all <= limits.metadata_block * 4);
    if let Some(trailing) = container.trailing {
        assert_eq!(trailing.range.end(), length);
    }
    let described = container.describe(super::ByteRange::between(0, length));
    let mut at = 0;
    for part in described {
        assert_eq!(part.range.start, at);
        at = part.range.end();
    }
    assert_eq!(at, length);
}
