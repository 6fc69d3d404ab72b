#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "sizes of test data"
)]

use proptest::prelude::*;

use super::*;
use crate::{
    asset::{
        MediaFormat,
        tests::{check_bounds, store, walk_bytes, walk_within},
    },
    limits::Limits,
};

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0xFF, marker];
    bytes.extend((content.len() as u16 + 2).to_be_bytes());
    bytes.extend(content);
    bytes
}

/// The APP11 segments of a store in pieces of `piece` bytes.
fn app11(instance: u16, store: &[u8], piece: usize) -> Vec<Vec<u8>> {
    store
        .chunks(piece)
        .enumerate()
        .map(|(index, chunk)| {
            let mut content = b"JP".to_vec();
            content.extend(instance.to_be_bytes());
            content.extend((index as u32 + 1).to_be_bytes());
            if index > 0 {
                content.extend(&store[..8]);
            }
            content.extend(chunk);
            segment(APP11, &content)
        })
        .collect()
}

/// A JPEG of 32 x 16 pixels with these segments, without real pixels.
fn jpeg(segments: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = vec![0xFF, SOI];
    bytes.extend(segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"));
    for one in segments {
        bytes.extend(one);
    }
    bytes.extend(segment(0xC0, &[8, 0, 16, 0, 32, 1, 1, 0x11, 0]));
    bytes.extend(segment(SOS, &[1, 1, 0, 0, 63, 0]));
    bytes.extend([0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, EOI]);
    bytes
}

fn xmp(text: &str) -> Vec<u8> {
    segment(
        APP1,
        format!("http://ns.adobe.com/xap/1.0/\0{text}").as_bytes(),
    )
}

/// The part kinds of the whole file, in order.
fn kinds(bytes: &[u8]) -> Vec<PartKind> {
    let container = walk_bytes(bytes).unwrap();
    check_bounds(&container, bytes.len(), &Limits::default());
    let whole = ByteRange::between(0, bytes.len() as u64);
    container
        .describe(whole)
        .iter()
        .map(|part| part.kind)
        .collect()
}

#[test]
fn an_unsigned_file_has_no_store_and_its_size() {
    let bytes = jpeg(&[]);
    let container = walk_bytes(&bytes).unwrap();
    assert_eq!(container.format, MediaFormat::Jpeg);
    assert!(container.complete);
    assert_eq!(container.stores, []);
    assert_eq!(container.findings, []);
    assert_eq!(container.dimensions, Some((32, 16)));
    assert_eq!(kinds(&bytes), [PartKind::Structure, PartKind::ImageData]);
}

#[test]
fn a_store_in_pieces_is_joined_and_its_range_is_one() {
    let store = store(300);
    let bytes = jpeg(&app11(7, &store, 128));
    let container = walk_bytes(&bytes).unwrap();
    let [only] = container.stores.as_slice() else {
        panic!("one store expected: {container:?}");
    };
    assert_eq!(only.jumbf, store);
    assert_eq!(only.misplaced, None);
    // Three segments of marker, length, frame; the last two repeat the box header.
    let length = 300 + 3 * 12 + 2 * 8;
    assert_eq!(only.framed, [ByteRange { start: 20, length }]);
    assert!(container.complete);
    assert_eq!(container.trailing, None);
    assert_eq!(
        kinds(&bytes),
        [
            PartKind::Structure,
            PartKind::ManifestStore,
            PartKind::Structure,
            PartKind::ImageData
        ]
    );
}

#[test]
fn other_bytes_between_the_pieces_are_told() {
    let store = store(300);
    let mut segments = app11(7, &store, 200);
    segments.insert(1, segment(COM, b"in between"));
    let container = walk_bytes(&jpeg(&segments)).unwrap();
    assert_eq!(container.stores[0].jumbf, store);
    assert_eq!(container.stores[0].framed.len(), 2);
    let misplaced = container.stores[0].misplaced.as_deref();
    assert_eq!(
        misplaced,
        Some("other bytes lie between its APP11 segments")
    );
}

#[test]
fn a_missing_or_repeated_piece_is_told() {
    let store = store(300);
    let whole = app11(7, &store, 100);
    for segments in [
        vec![whole[0].clone(), whole[2].clone()],
        vec![whole[0].clone(), whole[2].clone(), whole[1].clone()],
        vec![whole[0].clone(), whole[1].clone(), whole[1].clone()],
    ] {
        let container = walk_bytes(&jpeg(&segments)).unwrap();
        let misplaced = container.stores[0].misplaced.as_deref();
        assert_eq!(
            misplaced,
            Some("APP11 segments are missing or out of order")
        );
    }
}

#[test]
fn a_second_store_is_told_under_another_and_under_the_same_number() {
    for second in [7, 8] {
        let mut segments = app11(7, &store(100), 200);
        segments.extend(app11(second, &store(120), 200));
        let container = walk_bytes(&jpeg(&segments)).unwrap();
        assert_eq!(container.stores.len(), 2);
        assert_eq!(container.stores[0].misplaced, None);
        let misplaced = container.stores[1].misplaced.as_deref();
        assert_eq!(misplaced, Some("a second manifest store"));
    }
}

#[test]
fn other_jumbf_is_no_store() {
    let mut other = store(100);
    other[16..20].copy_from_slice(b"json");
    let container = walk_bytes(&jpeg(&app11(1, &other, 200))).unwrap();
    assert_eq!(container.stores, []);
    assert!(
        container
            .parts
            .iter()
            .any(|part| part.kind == PartKind::Jumbf)
    );
}

#[test]
fn a_later_piece_that_looks_like_a_beginning_stays_a_piece() {
    let mut store = store(300);
    // Where the type of a box would stand in the second segment.
    store[100 + 8..100 + 12].copy_from_slice(b"c2pa");
    let container = walk_bytes(&jpeg(&app11(7, &store, 100))).unwrap();
    assert_eq!(container.stores.len(), 1);
    assert_eq!(container.stores[0].jumbf, store);
}

#[test]
fn stores_behind_the_headers_are_found_and_told() {
    let hidden = store(80);
    let framed: Vec<u8> = app11(9, &store(200), 120).concat();
    let plain = jpeg(&[]);
    let end = plain.len() as u64;

    // Between the scan and the end mark.
    let mut bytes = plain.clone();
    let at = bytes.len() - 2;
    bytes.splice(at..at, framed.iter().copied());
    let container = walk_bytes(&bytes).unwrap();
    assert_eq!(container.stores[0].jumbf, store(200));
    assert_eq!(
        container.stores[0].misplaced.as_deref(),
        Some("after the start of the image data")
    );

    // Behind the end mark, bare.
    let mut bytes = plain.clone();
    bytes.extend(b"xyz");
    bytes.extend(&hidden);
    bytes.extend(b"more");
    let container = walk_bytes(&bytes).unwrap();
    let [only] = container.stores.as_slice() else {
        panic!("one store expected: {container:?}");
    };
    assert_eq!(only.jumbf, hidden);
    assert_eq!(
        only.framed,
        [ByteRange {
            start: end + 3,
            length: 80
        }]
    );
    assert_eq!(
        only.misplaced.as_deref(),
        Some("after the end of the image (EOI)")
    );
    let trailing = container.trailing.unwrap();
    assert_eq!(
        trailing.range,
        ByteRange {
            start: end,
            length: 87
        }
    );
    assert_eq!(trailing.kind, PartKind::Trailing);
    assert_eq!(
        kinds(&bytes),
        [
            PartKind::Structure,
            PartKind::ImageData,
            PartKind::Trailing,
            PartKind::ManifestStore,
            PartKind::Trailing
        ]
    );
}

#[test]
fn trailing_bytes_of_a_signed_file_are_reported() {
    let mut bytes = jpeg(&app11(7, &store(100), 200));
    let end = bytes.len() as u64;
    bytes.extend(b"appended");
    let trailing = walk_bytes(&bytes).unwrap().trailing.unwrap();
    assert_eq!(
        trailing.range,
        ByteRange {
            start: end,
            length: 8
        }
    );
    assert_eq!(trailing.kind, PartKind::Trailing);
}

#[test]
fn an_announced_second_picture_is_ordinary_and_its_store_is_its_own() {
    let mut segments = app11(7, &store(100), 200);
    segments.push(segment(APP2, b"MPF\0MM\0*\0\0\0\x08\0\0"));
    let mut bytes = jpeg(&segments);
    let second = bytes.len() as u64;
    bytes.extend(jpeg(&app11(7, &store(140), 90)));
    let container = walk_bytes(&bytes).unwrap();
    assert_eq!(container.stores.len(), 2);
    assert!(container.stores[1].further_part);
    assert_eq!(container.stores[1].misplaced, None);
    assert_eq!(container.stores[1].jumbf, store(140));
    let trailing = container.trailing.unwrap();
    assert_eq!(
        (trailing.range.start, trailing.kind),
        (second, PartKind::FurtherPicture)
    );

    // Nothing announces it: a second store in an unexpected place.
    let mut bytes = jpeg(&app11(7, &store(100), 200));
    bytes.extend(jpeg(&app11(7, &store(140), 90)));
    let container = walk_bytes(&bytes).unwrap();
    assert!(!container.stores[1].further_part);
    assert!(container.stores[1].misplaced.is_some());
}

#[test]
fn metadata_blocks_are_read_without_their_framing() {
    let resources =
        b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x05\x1C\x02\x78\x00\x00\x00";
    let bytes = jpeg(&[
        segment(APP1, b"Exif\0\0MM\0*\0\0\0\x08"),
        xmp("<x/>"),
        segment(APP13, resources),
        segment(APP2, b"ICC_PROFILE\0\x01\x01icc"),
    ]);
    let container = walk_bytes(&bytes).unwrap();
    let read: Vec<_> = container
        .metadata
        .iter()
        .map(|block| (block.kind, block.part.as_str(), block.bytes.as_slice()))
        .collect();
    assert_eq!(
        read,
        [
            (
                MetadataKind::Exif,
                "APP1/EXIF",
                b"MM\0*\0\0\0\x08".as_slice()
            ),
            (MetadataKind::Xmp, "APP1/XMP", b"<x/>"),
            (MetadataKind::Iptc, "APP13/IPTC", b"\x1C\x02\x78\x00\x00"),
        ]
    );
    let exif = container.metadata[0].range;
    assert_eq!(
        exif,
        ByteRange {
            start: 20,
            length: 18
        }
    );
    assert_eq!(
        kinds(&bytes),
        [
            PartKind::Structure,
            PartKind::Exif,
            PartKind::Xmp,
            PartKind::Iptc,
            PartKind::ColourProfile,
            PartKind::Structure,
            PartKind::ImageData
        ]
    );
}

#[test]
fn iptc_across_two_segments_is_joined() {
    let block = b"8BIM\x04\x04\x00\x00\x00\x00\x00\x06abcdef";
    let part = |bytes: &[u8]| segment(APP13, &[PHOTOSHOP, bytes].concat());
    let bytes = jpeg(&[part(&block[..14]), part(&block[14..])]);
    assert_eq!(walk_bytes(&bytes).unwrap().metadata[0].bytes, b"abcdef");
}

fn extended_segment(guid: &[u8; 32], full: u32, offset: u32, text: &[u8]) -> Vec<u8> {
    let mut content = EXTENDED_XMP.to_vec();
    content.extend(guid);
    content.extend(full.to_be_bytes());
    content.extend(offset.to_be_bytes());
    content.extend(text);
    segment(APP1, &content)
}

#[test]
fn extended_xmp_is_joined_when_the_main_packet_names_it() {
    let guid = b"0123456789ABCDEF0123456789ABCDEF";
    let main = xmp(r#"<x xmpNote:HasExtendedXMP="0123456789ABCDEF0123456789ABCDEF"/>"#);
    let second = extended_segment(guid, 10, 4, b"456789");
    let first = extended_segment(guid, 10, 0, b"0123");
    let container = walk_bytes(&jpeg(&[main, second.clone(), first.clone()])).unwrap();
    assert_eq!(container.metadata[1].bytes, b"0123456789");
    assert_eq!(container.metadata[1].part, "APP1/extended XMP");

    let unnamed = walk_bytes(&jpeg(&[xmp("<x/>"), second.clone(), first])).unwrap();
    assert_eq!(unnamed.metadata.len(), 1);
    assert_eq!(unnamed.findings[0].code.as_str(), "asset.malformed");

    let main = xmp("0123456789ABCDEF0123456789ABCDEF");
    let incomplete = walk_bytes(&jpeg(&[main, second])).unwrap();
    assert_eq!(incomplete.metadata.len(), 1);
    assert_eq!(incomplete.findings[0].code.as_str(), "asset.malformed");
}

#[test]
fn a_stated_length_of_gigabytes_allocates_nothing() {
    let guid = b"0123456789ABCDEF0123456789ABCDEF";
    let main = xmp("0123456789ABCDEF0123456789ABCDEF");
    let lie = extended_segment(guid, u32::MAX, 0, b"0123");
    let container = walk_bytes(&jpeg(&[main, lie])).unwrap();
    assert_eq!(container.metadata.len(), 1);
}

#[test]
fn a_remote_manifest_is_an_address_outside_the_file() {
    let packet = |value: &str| {
        xmp(&format!(
            r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
            xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
            xmlns:t="http://purl.org/dc/terms/" t:provenance="{value}"/></rdf:RDF></x:xmpmeta>"#
        ))
    };
    let remote = |value| walk_bytes(&jpeg(&[packet(value)])).unwrap().remote_manifest;
    let url = "https://example.org/a.c2pa?x=1&amp;y=2";
    assert_eq!(
        remote(url).as_deref(),
        Some("https://example.org/a.c2pa?x=1&y=2")
    );
    assert_eq!(remote("self#jumbf=/c2pa/urn:uuid:1"), None);
    assert_eq!(remote("/local/path"), None);
}

#[test]
fn a_part_limit_ends_the_walk() {
    let limits = Limits {
        parts: 50,
        ..Limits::default()
    };
    let bytes = jpeg(&vec![segment(COM, b""); 100]);
    let container = walk_within(&bytes, &limits).unwrap();
    assert!(!container.complete);
    assert_eq!(container.findings[0].code.as_str(), "limit.structure");
}

#[test]
fn a_store_beyond_its_limit_is_not_read() {
    let limits = Limits {
        manifest_store: 99,
        ..Limits::default()
    };
    let container = walk_within(&jpeg(&app11(7, &store(100), 200)), &limits).unwrap();
    assert_eq!(container.stores, []);
    assert!(!container.complete);
    assert_eq!(container.findings[0].code.as_str(), "limit.structure");
}

#[test]
fn metadata_beyond_their_limit_are_named_as_not_read() {
    let limits = Limits {
        metadata_block: 3,
        ..Limits::default()
    };
    let container = walk_within(&jpeg(&[xmp("<x/>")]), &limits).unwrap();
    assert_eq!(container.metadata, []);
    assert!(container.complete);
    assert_eq!(
        container.not_checked[0].what.as_str(),
        "notChecked.metadata"
    );
}

fn sample() -> Vec<u8> {
    let mut segments = vec![
        segment(APP1, b"Exif\0\0MM\0*\0\0\0\x08"),
        xmp("<x HasExtendedXMP='0123456789ABCDEF0123456789ABCDEF'/>"),
        extended_segment(b"0123456789ABCDEF0123456789ABCDEF", 3, 0, b"<y>"),
        segment(
            APP13,
            b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x01\x1C\x00",
        ),
    ];
    segments.extend(app11(7, &store(200), 90));
    let mut bytes = jpeg(&segments);
    bytes.extend(store(60));
    bytes
}

proptest! {
    #[test]
    fn any_mutation_keeps_the_bounds(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = sample();
        for (index, value) in changes {
            let at = index.index(bytes.len());
            bytes[at] = value;
        }
        let limits = Limits { manifest_store: 400, metadata_block: 64, ..Limits::default() };
        for length in [bytes.len(), cut.index(bytes.len())] {
            if let Some(container) = walk_within(&bytes[..length], &limits) {
                check_bounds(&container, length, &limits);
            }
        }
    }

    #[test]
    fn any_bytes_behind_the_signature_keep_the_bounds(
        tail in prop::collection::vec(prop_oneof![Just(0xFF), Just(APP11), Just(APP1), any::<u8>()], 0..400)
    ) {
        let bytes = [vec![0xFF, SOI, 0xFF], tail].concat();
        if let Some(container) = walk_bytes(&bytes) {
            check_bounds(&container, bytes.len(), &Limits::default());
        }
    }
}
