#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "sizes of test data"
)]

use std::slice;

use miniz_oxide::deflate::compress_to_vec_zlib;
use proptest::prelude::*;

use super::*;
use crate::{
    asset::{
        MediaFormat,
        tests::{check_bounds, store, walk_bytes, walk_within},
    },
    limits::Limits,
};

/// A chunk whose checksum nobody reads.
fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut bytes = (data.len() as u32).to_be_bytes().to_vec();
    bytes.extend(kind);
    bytes.extend(data);
    bytes.extend([0; 4]);
    bytes
}

fn header() -> Vec<u8> {
    chunk(b"IHDR", &[0, 0, 0, 32, 0, 0, 0, 16, 8, 2, 0, 0, 0])
}

/// A PNG of 32 x 16 pixels, without real pixels: `before` and `after` stand around `IDAT`.
fn png(before: &[Vec<u8>], after: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    bytes.extend(header());
    bytes.extend(before.concat());
    bytes.extend(chunk(b"IDAT", &[1, 2, 3]));
    bytes.extend(chunk(b"IDAT", &[4, 5]));
    bytes.extend(after.concat());
    bytes.extend(chunk(b"IEND", &[]));
    bytes
}

fn xmp_chunk(compressed: bool, text: &[u8]) -> Vec<u8> {
    let mut data = b"XML:com.adobe.xmp\0".to_vec();
    data.extend([u8::from(compressed), 0, 0, 0]);
    data.extend(text);
    chunk(b"iTXt", &data)
}

#[test]
fn an_unsigned_file_has_no_store_and_its_size() {
    let bytes = png(&[chunk(b"tEXt", b"Title\0x")], &[]);
    let container = walk_bytes(&bytes).unwrap();
    assert_eq!(container.format, MediaFormat::Png);
    assert!(container.complete);
    assert_eq!((container.stores.len(), container.findings.len()), (0, 0));
    assert_eq!(container.dimensions, Some((32, 16)));
    let kinds: Vec<_> = container.parts.iter().map(|part| part.kind).collect();
    assert_eq!(
        kinds,
        [
            PartKind::Structure,
            PartKind::Text,
            PartKind::ImageData,
            PartKind::Structure
        ]
    );
}

#[test]
fn a_store_is_its_whole_chunk_before_or_after_the_pixels() {
    let one = chunk(b"caBX", &store(100));
    for (bytes, start) in [
        (png(slice::from_ref(&one), &[]), 33),
        (png(&[], &[one]), 33 + 15 + 14),
    ] {
        let container = walk_bytes(&bytes).unwrap();
        let [only] = container.stores.as_slice() else {
            panic!("one store expected: {container:?}");
        };
        assert_eq!(only.jumbf, store(100));
        assert_eq!(only.framed, [ByteRange { start, length: 112 }]);
        assert_eq!(only.misplaced, None);
    }
}

#[test]
fn second_and_misplaced_stores_are_told() {
    let one = chunk(b"caBX", &store(100));
    let container = walk_bytes(&png(slice::from_ref(&one), slice::from_ref(&one))).unwrap();
    assert_eq!(container.stores.len(), 2);
    let misplaced = container.stores[1].misplaced.as_deref();
    assert_eq!(misplaced, Some("a second manifest store"));

    let mut bytes = png(&[], &[]);
    bytes.splice(8..8, one.iter().copied());
    let container = walk_bytes(&bytes).unwrap();
    let misplaced = container.stores[0].misplaced.as_deref();
    assert_eq!(misplaced, Some("before the header chunk"));

    let mut bytes = png(&[], &[]);
    let end = bytes.len() as u64;
    bytes.extend(one);
    let container = walk_bytes(&bytes).unwrap();
    let [only] = container.stores.as_slice() else {
        panic!("one store expected: {container:?}");
    };
    assert_eq!(only.jumbf, store(100));
    assert_eq!(
        only.misplaced.as_deref(),
        Some("after the end of the image (IEND)")
    );
    let trailing = container.trailing.unwrap();
    assert_eq!(
        trailing.range,
        ByteRange {
            start: end,
            length: 112
        }
    );
}

#[test]
fn a_store_cut_off_is_a_store() {
    let mut bytes = png(&[chunk(b"caBX", &store(100))], &[]);
    bytes.truncate(33 + 8 + 60);
    let container = walk_bytes(&bytes).unwrap();
    assert_eq!(container.stores[0].jumbf.len(), 60);
    assert!(container.stores[0].misplaced.is_some());
    assert_eq!(container.findings[0].code.as_str(), "asset.truncated");
}

#[test]
fn xmp_is_read_plain_and_compressed() {
    for block in [
        xmp_chunk(false, b"<x/>"),
        xmp_chunk(true, &compress_to_vec_zlib(b"<x/>", 6)),
    ] {
        let container = walk_bytes(&png(slice::from_ref(&block), &[])).unwrap();
        let [only] = container.metadata.as_slice() else {
            panic!("one block expected: {container:?}");
        };
        assert_eq!(
            (only.kind, only.bytes.as_slice()),
            (MetadataKind::Xmp, b"<x/>".as_slice())
        );
        assert_eq!(
            only.range,
            ByteRange {
                start: 33,
                length: block.len() as u64
            }
        );
    }
}

#[test]
fn inflating_stops_at_the_limit_and_all_bombs_together_cost_no_more() {
    let bomb = xmp_chunk(true, &compress_to_vec_zlib(&vec![b' '; 1 << 20], 9));
    let limits = Limits {
        metadata_block: 1 << 16,
        ..Limits::default()
    };
    let container = walk_within(&png(&vec![bomb; 20], &[]), &limits).unwrap();
    assert_eq!(container.metadata, []);
    assert_eq!(container.not_checked.len(), 20);
    // The inflating itself was stopped, not only its result refused.
    let why = &container.not_checked[0].arguments[1].1;
    assert_eq!(why, "inflates to more than the limit for metadata");
    assert!(container.complete);
}

#[test]
fn compressed_text_that_is_none_is_told() {
    let container = walk_bytes(&png(&[xmp_chunk(true, b"no zlib here")], &[])).unwrap();
    assert_eq!(container.metadata, []);
    assert_eq!(container.findings[0].code.as_str(), "asset.malformed");
}

#[test]
fn exif_is_read_without_framing() {
    let container = walk_bytes(&png(&[], &[chunk(b"eXIf", b"MM\0*\0\0\0\x08")])).unwrap();
    assert_eq!(container.metadata[0].bytes, b"MM\0*\0\0\0\x08");
    assert_eq!(container.metadata[0].kind, MetadataKind::Exif);
}

#[test]
fn a_length_beyond_the_file_ends_the_walk() {
    let mut bytes = png(&[], &[]);
    bytes[33..37].copy_from_slice(&u32::MAX.to_be_bytes());
    let container = walk_bytes(&bytes).unwrap();
    assert!(container.complete);
    assert_eq!(container.findings[0].code.as_str(), "asset.truncated");
}

proptest! {
    #[test]
    fn any_mutation_keeps_the_bounds(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = png(
            &[
                chunk(b"caBX", &store(100)),
                xmp_chunk(true, &compress_to_vec_zlib(&[b' '; 300], 6)),
                chunk(b"eXIf", b"MM\0*\0\0\0\x08"),
            ],
            &[xmp_chunk(false, b"<x/>")],
        );
        bytes.extend(store(50));
        for (index, value) in changes {
            let at = index.index(bytes.len());
            bytes[at] = value;
        }
        let limits = Limits { manifest_store: 200, metadata_block: 200, ..Limits::default() };
        for length in [bytes.len(), cut.index(bytes.len())] {
            if let Some(container) = walk_within(&bytes[..length], &limits) {
                check_bounds(&container, length, &limits);
            }
        }
    }
}
