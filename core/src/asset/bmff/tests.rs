#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "sizes of test data"
)]

use proptest::prelude::*;

use super::*;
use crate::{
    asset::tests::{check_bounds, store, walk_bytes, walk_within},
    limits::Limits,
};

fn one(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut bytes = ((content.len() + 8) as u32).to_be_bytes().to_vec();
    bytes.extend(kind);
    bytes.extend(content);
    bytes
}

fn full(kind: &[u8; 4], version: u8, content: &[u8]) -> Vec<u8> {
    one(kind, &[&[version, 0, 0, 0], content].concat())
}

fn c2pa(purpose: &str, store: &[u8]) -> Vec<u8> {
    let mut content = C2PA.to_vec();
    content.extend([0; 4]);
    content.extend(purpose.as_bytes());
    content.push(0);
    content.extend([0; 8]);
    content.extend(store);
    one(b"uuid", &content)
}

fn ftyp(brand: &[u8; 4]) -> Vec<u8> {
    one(b"ftyp", &[brand.as_slice(), &[0; 4], brand].concat())
}

fn movie_header() -> Vec<u8> {
    let mut track = vec![0; 84];
    track[77] = 32;
    track[81] = 16;
    // 16.16 numbers: the whole part stands in the upper half.
    track[76..84].copy_from_slice(&[0, 32, 0, 0, 0, 16, 0, 0]);
    one(b"moov", &one(b"trak", &one(b"tkhd", &track)))
}

/// A movie of tracks: handler, packed language, version of the header, extended tag.
fn speaking(tracks: &[(&[u8; 4], u16, u8, Option<&str>)]) -> Vec<u8> {
    let track = |(handler, packed, version, tag): &(&[u8; 4], u16, u8, Option<&str>)| {
        let before = if *version == 1 { 28 } else { 16 };
        let header = [vec![0; before], packed.to_be_bytes().to_vec(), vec![0; 2]].concat();
        let handler = [&[0; 4][..], handler.as_slice(), &[0; 13]].concat();
        let mut media = full(b"mdhd", *version, &header);
        if let Some(tag) = tag {
            media.extend(full(b"elng", 0, &[tag.as_bytes(), &[0]].concat()));
        }
        media.extend(full(b"hdlr", 0, &handler));
        one(b"trak", &one(b"mdia", &media))
    };
    let tracks: Vec<u8> = tracks.iter().flat_map(track).collect();
    [ftyp(b"isom"), one(b"moov", &tracks)].concat()
}

const fn packed(code: [u8; 3]) -> u16 {
    let [a, b, c] = code;
    ((a - 0x60) as u16) << 10 | ((b - 0x60) as u16) << 5 | (c - 0x60) as u16
}

#[test]
fn tracks_say_their_language() {
    let bytes = speaking(&[
        (b"vide", packed(*b"und"), 0, None),
        (b"soun", packed(*b"deu"), 0, None),
        (b"soun", packed(*b"eng"), 1, None),
        // The longer tag counts.
        (b"soun", packed(*b"deu"), 0, Some("pt-BR")),
        (b"subt", packed(*b"ger"), 0, None),
        // QuickTime's old numbers for English, which programs write unasked, and for German.
        (b"soun", 0, 0, None),
        (b"soun", 2, 0, None),
        // No language.
        (b"soun", 0x7fff, 0, Some("?")),
        (b"hint", packed(*b"deu"), 0, None),
    ]);
    let tracks = walk_bytes(&bytes).unwrap().tracks;
    let said: Vec<_> = tracks
        .iter()
        .map(|track| (track.kind, track.language.as_deref()))
        .collect();
    use crate::asset::TrackKind::{Picture, Sound, Text};
    assert_eq!(
        said,
        [
            (Picture, None),
            (Sound, Some("de")),
            (Sound, Some("en")),
            (Sound, Some("pt")),
            (Text, Some("de")),
            (Sound, None),
            (Sound, Some("de")),
            (Sound, None),
        ]
    );
}

#[test]
fn a_track_that_ends_early_says_nothing() {
    let whole = speaking(&[(b"soun", packed(*b"deu"), 0, Some("de"))]);
    for cut in 0..whole.len() {
        let _ = walk_bytes(&whole[..cut]);
    }
    let many = vec![(b"soun", packed(*b"deu"), 0, None); 500];
    let tracks = walk_bytes(&speaking(&many)).unwrap().tracks;
    assert_eq!(tracks.len(), 128);
}

#[test]
fn a_store_is_its_whole_box() {
    let bytes = [
        ftyp(b"isom"),
        c2pa("manifest", &store(80)),
        movie_header(),
        one(b"mdat", &[0; 9]),
    ]
    .concat();
    let container = walk_bytes(&bytes).unwrap();
    assert_eq!(container.format, MediaFormat::Mp4);
    assert!(container.complete);
    assert_eq!(container.dimensions, Some((32, 16)));
    assert_eq!(container.findings, []);
    let [only] = container.stores.as_slice() else {
        panic!("one store expected: {container:?}");
    };
    assert_eq!(only.jumbf, store(80));
    let length = 8 + 16 + 4 + 9 + 8 + 80;
    assert_eq!(only.framed, [ByteRange { start: 20, length }]);
    assert_eq!(only.misplaced, None);
    let kinds: Vec<_> = container
        .describe(ByteRange::between(0, bytes.len() as u64))
        .iter()
        .map(|part| part.kind)
        .collect();
    assert_eq!(
        kinds,
        [
            PartKind::Structure,
            PartKind::ManifestStore,
            PartKind::Structure,
            PartKind::MediaData
        ]
    );
}

#[test]
fn an_original_and_its_update_are_one_store() {
    // The boxes of both behind the description of the first.
    let mut joined = store(80);
    joined.extend(&store(90)[38..]);
    let length = (joined.len() as u32).to_be_bytes();
    joined[..4].copy_from_slice(&length);
    let bytes = [
        ftyp(b"isom"),
        c2pa("original", &store(80)),
        c2pa("update", &store(90)),
    ]
    .concat();
    let container = walk_bytes(&bytes).unwrap();
    let [only] = container.stores.as_slice() else {
        panic!("one store expected: {container:?}");
    };
    assert_eq!(only.jumbf, joined);
    assert_eq!(only.framed.len(), 2);
    assert_eq!(only.misplaced, None);
}

#[test]
fn halves_and_seconds_are_told() {
    for (boxes, said) in [
        (
            vec![c2pa("original", &store(80))],
            "an original without its update",
        ),
        (
            vec![c2pa("update", &store(80))],
            "an update without its original",
        ),
    ] {
        let container = walk_bytes(&[ftyp(b"isom"), boxes.concat()].concat()).unwrap();
        assert_eq!(container.stores[0].misplaced.as_deref(), Some(said));
    }
    let twice = [
        ftyp(b"isom"),
        c2pa("manifest", &store(80)),
        c2pa("manifest", &store(80)),
    ]
    .concat();
    let container = walk_bytes(&twice).unwrap();
    assert_eq!(
        container.stores[1].misplaced.as_deref(),
        Some("a second manifest store")
    );

    let nested = [ftyp(b"isom"), one(b"moov", &c2pa("manifest", &store(80)))].concat();
    let container = walk_bytes(&nested).unwrap();
    assert_eq!(
        container.stores[0].misplaced.as_deref(),
        Some("inside of another box")
    );
}

#[test]
fn a_c2pa_box_of_another_purpose_is_left_to_judge() {
    let bytes = [ftyp(b"isom"), c2pa("renamed", &store(80))].concat();
    let container = walk_bytes(&bytes).unwrap();
    assert_eq!(container.stores, []);
    assert!(!container.complete);
}

/// A still picture with an EXIF item in `idat` and an XMP item in `mdat`.
fn still() -> Vec<u8> {
    let exif = b"\0\0\0\0MM\0*";
    let entries = [
        full(b"infe", 2, b"\0\x01\0\0Exif\0"),
        full(b"infe", 2, b"\0\x02\0\0mime\0application/rdf+xml\0"),
        full(b"infe", 2, b"\0\x03\0\0av01\0"),
    ];
    let information = full(
        b"iinf",
        0,
        &[b"\0\x03".as_slice(), &entries.concat()].concat(),
    );
    let sizes = one(
        b"iprp",
        &one(
            b"ipco",
            &[
                full(b"ispe", 0, &[0, 0, 0, 8, 0, 0, 0, 8]),
                full(b"ispe", 0, &[0, 0, 0, 32, 0, 0, 0, 16]),
            ]
            .concat(),
        ),
    );
    let locations = |xmp_at: u32| {
        let mut content = b"\x44\0\0\x02".to_vec();
        content.extend(b"\0\x01\0\x01\0\0\0\x01\0\0\0\0\0\0\0\x08");
        content.extend(b"\0\x02\0\0\0\0\0\x01");
        content.extend(xmp_at.to_be_bytes());
        content.extend(4_u32.to_be_bytes());
        full(b"iloc", 1, &content)
    };
    let meta = |xmp_at| {
        let children = [
            full(b"hdlr", 0, &[0; 20]),
            information.clone(),
            locations(xmp_at),
            one(b"idat", exif),
            sizes.clone(),
        ];
        full(b"meta", 0, &children.concat())
    };
    let before = [ftyp(b"avif"), meta(0)].concat().len() as u32;
    [ftyp(b"avif"), meta(before + 8), one(b"mdat", b"<x/>")].concat()
}

#[test]
fn items_of_a_still_picture_are_read() {
    let container = walk_bytes(&still()).unwrap();
    assert_eq!(container.format, MediaFormat::Avif);
    assert_eq!(container.dimensions, Some((32, 16)));
    let blocks: Vec<_> = container
        .metadata
        .iter()
        .map(|one| (one.kind, one.bytes.as_slice()))
        .collect();
    assert_eq!(
        blocks,
        [
            (MetadataKind::Exif, b"MM\0*".as_slice()),
            (MetadataKind::Xmp, b"<x/>"),
        ]
    );
    assert!(container.complete);
}

#[test]
fn xmp_boxes_are_read() {
    let bytes = [
        ftyp(b"qt  "),
        one(b"uuid", &[XMP.as_slice(), b"<x/>"].concat()),
        one(b"moov", &one(b"udta", &one(b"XMP_", b"<y/>"))),
    ]
    .concat();
    let container = walk_bytes(&bytes).unwrap();
    assert_eq!(container.format, MediaFormat::Mov);
    let blocks: Vec<_> = container
        .metadata
        .iter()
        .map(|one| one.bytes.as_slice())
        .collect();
    assert_eq!(blocks, [b"<x/>", b"<y/>"]);
}

#[test]
fn boxes_nested_without_end_are_stopped() {
    let mut nested = Vec::new();
    for _ in 0..100 {
        nested = one(b"trak", &nested);
    }
    let container = walk_bytes(&[ftyp(b"isom"), one(b"moov", &nested)].concat()).unwrap();
    assert!(!container.complete);
    assert_eq!(container.findings[0].code.as_str(), "limit.structure");
}

#[test]
fn bytes_that_are_no_box_are_searched() {
    let bytes = [ftyp(b"isom"), vec![0, 0, 0, 3, 1, 2, 3, 4], store(80)].concat();
    let container = walk_bytes(&bytes).unwrap();
    assert_eq!(
        container.stores[0].misplaced.as_deref(),
        Some("in bytes that belong to no box")
    );
    assert_eq!(
        container.trailing.unwrap().range,
        ByteRange {
            start: 20,
            length: 88
        }
    );
}

proptest! {
    #[test]
    fn any_mutation_keeps_the_bounds(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = [still(), c2pa("original", &store(60)), movie_header(), c2pa("update", &store(60))].concat();
        for (index, value) in changes {
            let at = index.index(bytes.len());
            bytes[at] = value;
        }
        let limits = Limits { manifest_store: 130, metadata_block: 20, ..Limits::default() };
        for length in [bytes.len(), cut.index(bytes.len())] {
            if let Some(container) = walk_within(&bytes[..length], &limits) {
                check_bounds(&container, length, &limits);
            }
        }
    }
}
