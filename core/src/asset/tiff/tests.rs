#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "sizes of test data"
)]

use proptest::prelude::*;

use super::*;
use crate::{
    asset::{
        MediaFormat, exif,
        tests::{check_bounds, store, walk_bytes, walk_within},
    },
    limits::Limits,
};

/// Tag, type, value.
type Field<'f> = (u16, u16, &'f [u8]);

/// A little-endian TIFF: one directory a page, each followed by its long values.
fn tiff(pages: &[Vec<Field<'_>>]) -> Vec<u8> {
    let mut bytes = b"II*\0\x08\0\0\0".to_vec();
    for (index, fields) in pages.iter().enumerate() {
        let values_at = bytes.len() + 2 + fields.len() * 12 + 4;
        let mut values: Vec<u8> = Vec::new();
        bytes.extend((fields.len() as u16).to_le_bytes());
        for (tag, kind, value) in fields {
            bytes.extend(tag.to_le_bytes());
            bytes.extend(kind.to_le_bytes());
            let count = value.len() / value_len(*kind);
            bytes.extend((count as u32).to_le_bytes());
            if value.len() <= 4 {
                let mut padded = value.to_vec();
                padded.resize(4, 0);
                bytes.extend(padded);
            } else {
                bytes.extend(((values_at + values.len()) as u32).to_le_bytes());
                values.extend(*value);
            }
        }
        let next = if index + 1 < pages.len() {
            values_at + values.len()
        } else {
            0
        };
        bytes.extend((next as u32).to_le_bytes());
        bytes.extend(values);
    }
    bytes
}

fn value_len(kind: u16) -> usize {
    match kind {
        3 => 2,
        4 => 4,
        _ => 1,
    }
}

fn size() -> [Field<'static>; 2] {
    [(WIDTH, 3, &[32, 0]), (HEIGHT, 3, &[16, 0])]
}

fn page<'f>(more: &[Field<'f>]) -> Vec<Field<'f>> {
    [size().as_slice(), more].concat()
}

#[test]
fn a_store_in_the_last_or_first_directory_is_its_data() {
    let one = store(90);
    let in_first = tiff(&[page(&[(STORE, 7, &one)]), page(&[])]);
    let in_last = tiff(&[page(&[]), vec![(STORE, 7, &one)]]);
    let alone = tiff(&[page(&[(STORE, 7, &one)])]);
    for bytes in [in_first, in_last, alone] {
        let container = walk_bytes(&bytes).unwrap();
        assert_eq!(container.format, MediaFormat::Tiff);
        assert!(container.complete);
        assert_eq!(container.dimensions, Some((32, 16)));
        let [only] = container.stores.as_slice() else {
            panic!("one store expected: {container:?}");
        };
        assert_eq!(only.jumbf, one);
        assert_eq!(only.misplaced, None);
        let framed = only.framed[0];
        assert_eq!(framed.length, 90);
        let start = framed.start as usize;
        assert_eq!(&bytes[start..start + 90], one);
    }
}

#[test]
fn bytes_behind_the_box_are_not_framed() {
    let mut data = store(90);
    data.extend([7; 30]);
    let container = walk_bytes(&tiff(&[page(&[(STORE, 7, &data)])])).unwrap();
    assert_eq!(container.stores[0].framed[0].length, 90);
    assert_eq!(container.stores[0].jumbf, data);
}

#[test]
fn stores_in_other_places_are_told() {
    let one = store(90);
    let middle = tiff(&[page(&[]), page(&[(STORE, 7, &one)]), page(&[])]);
    let container = walk_bytes(&middle).unwrap();
    assert!(
        container.stores[0]
            .misplaced
            .as_deref()
            .unwrap()
            .contains("neither")
    );

    let wrong_type = tiff(&[page(&[(STORE, 1, &one)])]);
    let container = walk_bytes(&wrong_type).unwrap();
    assert_eq!(
        container.stores[0].misplaced.as_deref(),
        Some("in a tag of a wrong type")
    );

    let twice = tiff(&[page(&[(STORE, 7, &one)]), page(&[(STORE, 7, &one)])]);
    let container = walk_bytes(&twice).unwrap();
    assert_eq!(
        container.stores[1].misplaced.as_deref(),
        Some("a second manifest store")
    );
}

#[test]
fn metadata_are_read_and_exif_becomes_one_block() {
    let resources = b"8BIM\x04\x04\0\0\0\0\0\x02\x1C\x02";
    let bytes = tiff(&[page(&[
        (271, 2, b"Maker of cameras\0"),
        (XMP, 1, b"<x>packet</x>"),
        (IPTC, 7, b"\x1C\x02\x05\0\0"),
        (PHOTOSHOP, 7, resources),
    ])]);
    let container = walk_bytes(&bytes).unwrap();
    let kinds: Vec<_> = container.metadata.iter().map(|one| one.kind).collect();
    assert_eq!(
        kinds,
        [
            MetadataKind::Xmp,
            MetadataKind::Iptc,
            MetadataKind::Iptc,
            MetadataKind::Exif
        ]
    );
    assert_eq!(container.metadata[0].bytes, b"<x>packet</x>");
    assert_eq!(container.metadata[2].bytes, b"\x1C\x02");
    let fields = exif::read(&container.metadata[3].bytes);
    let maker = exif::text(&fields, exif::Directory::Primary, 271);
    assert_eq!(maker, Some("Maker of cameras"));
}

#[test]
fn camera_formats_are_told_apart() {
    let dng = tiff(&[page(&[(0xC612, 1, &[1, 4, 0, 0])])]);
    assert_eq!(walk_bytes(&dng).unwrap().format, MediaFormat::Dng);
    let sony = tiff(&[page(&[(271, 2, b"SONY\0\0"), (0xC634, 1, &[0; 4])])]);
    assert_eq!(walk_bytes(&sony).unwrap().format, MediaFormat::Arw);
    let nikon = tiff(&[page(&[(271, 2, b"NIKON CORPORATION\0"), (330, 4, &[0; 4])])]);
    assert_eq!(walk_bytes(&nikon).unwrap().format, MediaFormat::Nef);
    let scan = tiff(&[page(&[(271, 2, b"NIKON CORPORATION\0")])]);
    assert_eq!(walk_bytes(&scan).unwrap().format, MediaFormat::Tiff);
}

#[test]
fn directories_that_follow_themselves_end() {
    let mut bytes = tiff(&[page(&[])]);
    let next = bytes.len() - 4;
    bytes[next] = 8;
    let container = walk_bytes(&bytes).unwrap();
    assert!(container.complete);
    assert_eq!(container.findings[0].code.as_str(), "asset.malformed");

    // A sub-directory that is its own page.
    let bytes = tiff(&[page(&[(330, 4, &[8, 0, 0, 0])])]);
    assert!(walk_bytes(&bytes).unwrap().complete);
}

#[test]
fn overlapping_directories_cost_no_more_than_the_file_has_room_for() {
    // Every entry points at two directories that begin in the middle of others.
    let mut bytes = b"II*\0\x08\0\0\0".to_vec();
    bytes.extend(3_000_u16.to_le_bytes());
    for index in 0..3_000_u32 {
        bytes.extend(330_u16.to_le_bytes());
        bytes.extend(4_u16.to_le_bytes());
        bytes.extend(2_u32.to_le_bytes());
        bytes.extend((10 + index * 12).to_le_bytes());
    }
    bytes.extend([0; 4]);
    let container = walk_bytes(&bytes).unwrap();
    check_bounds(&container, bytes.len(), &Limits::default());
    assert!(!container.complete);
    let last = container.findings.last().unwrap();
    assert_eq!(last.code.as_str(), "limit.structure");
    let room = (bytes.len() / 12).to_string();
    assert_eq!(last.arguments[1], ("limit".to_owned(), room));
}

#[test]
fn thousands_of_pointers_to_one_directory_end_at_once() {
    // The file that kept a well-known parser busy for minutes has this shape: pages in a row,
    // each with the same long list of sub-directories that are all one and the same.
    let pointers = [8, 0, 0, 0].repeat(5_000);
    let one: Vec<Field<'_>> = page(&[(330, 4, &pointers)]);
    let bytes = tiff(&[one.clone(), one]);
    let shared = walk_bytes(&bytes).unwrap();
    check_bounds(&shared, bytes.len(), &Limits::default());
    assert!(!shared.complete);
    assert_eq!(
        shared.findings.last().unwrap().code.as_str(),
        "limit.structure"
    );
}

#[test]
fn a_big_tiff_is_read() {
    let one = store(90);
    let mut bytes = b"II+\0\x08\0\0\0\x10\0\0\0\0\0\0\0".to_vec();
    bytes.extend(1_u64.to_le_bytes());
    bytes.extend(STORE.to_le_bytes());
    bytes.extend(7_u16.to_le_bytes());
    bytes.extend(90_u64.to_le_bytes());
    bytes.extend(52_u64.to_le_bytes());
    bytes.extend(0_u64.to_le_bytes());
    assert_eq!(bytes.len(), 52);
    bytes.extend(&one);
    let container = walk_bytes(&bytes).unwrap();
    assert_eq!(container.stores[0].jumbf, one);
    let store = ByteRange {
        start: 52,
        length: 90,
    };
    // Header, number of entries, tag and type go before the count.
    let count = ByteRange {
        start: 16 + 8 + 4,
        length: 8,
    };
    assert_eq!(container.stores[0].framed, [store, count]);
}

proptest! {
    #[test]
    fn any_mutation_keeps_the_bounds(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let one = store(90);
        let mut bytes = tiff(&[
            page(&[(271, 2, b"Maker\0"), (XMP, 1, b"<x>packet</x>"), (273, 4, &[8, 0, 0, 0]), (279, 4, &[4, 0, 0, 0])]),
            page(&[(STORE, 7, &one), (EXIF, 4, &[8, 0, 0, 0])]),
        ]);
        for (index, value) in changes {
            let at = index.index(bytes.len());
            bytes[at] = value;
        }
        let limits = Limits { manifest_store: 100, metadata_block: 200, parts: 500, ..Limits::default() };
        for length in [bytes.len(), cut.index(bytes.len())] {
            if let Some(container) = walk_within(&bytes[..length], &limits) {
                check_bounds(&container, length, &limits);
            }
        }
    }
}
