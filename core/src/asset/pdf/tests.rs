#![allow(
    clippy::as_conversions,
    clippy::arithmetic_side_effects,
    reason = "sizes of test data"
)]

use miniz_oxide::deflate::compress_to_vec_zlib;

use super::*;
use crate::{
    asset::{
        Container, MediaFormat,
        tests::{survives, walk_bytes, walk_within},
    },
    limits::Limits,
};

const INFORMATION: &str = "<</Title(x)/AIGC({\"Label\":\"1\"})>>";

/// Objects from number 1 on, behind a header.
fn body(objects: &[&[u8]]) -> (Vec<u8>, Vec<usize>) {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(file.len());
        file.extend(format!("{number} 0 obj\n").bytes());
        file.extend(*object);
        file.extend(b"\nendobj\n");
    }
    (file, places)
}

fn with_table(objects: &[&[u8]], trailer: &str) -> Vec<u8> {
    let (mut file, places) = body(objects);
    let start = file.len();
    file.extend(format!("xref\n0 1\n0000000000 65535 f \n1 {}\n", places.len()).bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    file.extend(format!("trailer\n<<{trailer}>>\nstartxref\n{start}\n%%EOF\n").bytes());
    file
}

fn stream(entries: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<</Length {}{entries}>>stream\r\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

/// A file whose information stands in a stream of objects, found through a stream of references.
fn with_streams() -> Vec<u8> {
    let inner = format!("2 0 {INFORMATION}");
    let objects = stream(
        "/Type/ObjStm/N 1/First 4/Filter/FlateDecode",
        &compress_to_vec_zlib(inner.as_bytes(), 6),
    );
    let (mut file, places) = body(&[&objects]);
    let start = file.len();
    // Number 1 is the stream, 2 stands inside of it, 3 are the references.
    let rows = [[1, places[0] as u16, 0], [2, 1, 0], [1, start as u16, 0]];
    let mut above = [0_u8; 4];
    let mut filtered = Vec::new();
    for [kind, place, index] in rows {
        let place = place.to_be_bytes();
        let row = [kind as u8, place[0], place[1], index as u8];
        filtered.push(2);
        filtered.extend(row.iter().zip(above).map(|(own, up)| own.wrapping_sub(up)));
        above = row;
    }
    let references = stream(
        "/Type/XRef/Size 4/Index[1 3]/W[1 2 1]/Info 2 0 R/Filter[/FlateDecode]\
         /DecodeParms[<</Predictor 12/Columns 4>>]",
        &compress_to_vec_zlib(&filtered, 6),
    );
    file.extend(b"3 0 obj\n");
    file.extend(references);
    file.extend(format!("\nendobj\nstartxref\n{start}\n%%EOF").bytes());
    file
}

fn plain() -> Vec<u8> {
    with_table(&[INFORMATION.as_bytes()], "/Size 2/Info 1 0 R")
}

fn walked(bytes: &[u8]) -> Container {
    let container = walk_bytes(bytes).unwrap();
    assert_eq!(container.format, MediaFormat::Pdf);
    assert!(!container.complete);
    container
}

#[track_caller]
fn check_label(bytes: &[u8]) {
    let container = walked(bytes);
    assert_eq!(container.not_checked, []);
    assert_eq!(container.metadata.len(), 1);
    assert_eq!(container.metadata[0].keyword(), Some("AIGC"));
    assert_eq!(container.metadata[0].bytes, br#"{"Label":"1"}"#);
}

#[test]
fn a_label_is_an_entry_of_the_information() {
    check_label(&plain());
    check_label(&with_streams());
    check_label(&[b"junk\n".to_vec(), plain()].concat());
    let apart = with_table(&[b"<</AIGC 2 0 R>>", b"({\"Label\":\"1\"})"], "/Info 1 0 R");
    check_label(&apart);
    check_label(&with_table(&[], &format!("/Info {INFORMATION}")));
    let wide: String = "{\"Label\":\"1\"}"
        .encode_utf16()
        .map(|unit| format!("{unit:04X}"))
        .collect();
    let wide = format!("<</AIGC<FEFF{wide}>>>");
    check_label(&with_table(&[wide.as_bytes()], "/Info 1 0 R"));
}

#[test]
fn other_entries_and_places_are_no_label() {
    for (object, trailer) in [
        (INFORMATION.replace("AIGC", "aigc"), "/Info 1 0 R"),
        (INFORMATION.to_owned(), "/Root 1 0 R"),
        (INFORMATION.to_owned(), "/Info 2 0 R"),
        ("<</AIGC true>>".to_owned(), "/Info 1 0 R"),
        (format!("<</X{INFORMATION}>>"), "/Info 1 0 R"),
    ] {
        let container = walked(&with_table(&[object.as_bytes()], trailer));
        assert_eq!(container.metadata, [], "{object}");
        assert_eq!(container.not_checked, []);
    }
}

#[test]
fn a_later_saving_counts() {
    let mut file = plain();
    let before = memchr::memmem::rfind(&file, b"xref\n0").unwrap();
    let place = file.len();
    file.extend(b"1 0 obj\n<</Title(y)>>\nendobj\n");
    let start = file.len();
    file.extend(format!("xref\n1 1\n{place:010} 00000 n \n").bytes());
    file.extend(
        format!("trailer\n<</Info 1 0 R/Prev {before}>>\nstartxref\n{start}\n%%EOF").bytes(),
    );
    assert_eq!(walked(&file).metadata, []);
}

#[test]
fn the_packet_of_the_document_is_read() {
    let packet = b"<x:xmpmeta/>";
    for packed in [
        stream("/Type/Metadata", packet),
        stream("/Filter/FlateDecode", &compress_to_vec_zlib(packet, 6)),
    ] {
        let file = with_table(&[b"<</Metadata 2 0 R>>", &packed], "/Root 1 0 R");
        let container = walked(&file);
        assert_eq!(container.metadata.len(), 1);
        assert_eq!(container.metadata[0].kind, MetadataKind::Xmp);
        assert_eq!(container.metadata[0].bytes, packet);
    }
}

#[test]
fn what_cannot_be_read_is_told() {
    let encrypted = with_table(&[INFORMATION.as_bytes()], "/Info 1 0 R/Encrypt<<>>");
    let lost = plain().replace_all(b"startxref", b"startxxxx");
    let strange = with_table(
        &[b"<</Metadata 2 0 R>>", &stream("/Filter/LZWDecode", b"x")],
        "/Root 1 0 R",
    );
    for file in [encrypted, lost, strange] {
        let container = walked(&file);
        assert_eq!(container.metadata, []);
        assert_eq!(container.not_checked.len(), 1);
    }
}

#[test]
fn cycles_and_bombs_end() {
    let (file, _) = body(&[]);
    let start = file.len();
    let circle = format!("xref\ntrailer\n<</Prev {start}>>\nstartxref\n{start}\n");
    assert_eq!(walked(&[file, circle.into_bytes()].concat()).metadata, []);
    let circle = with_table(&[b"<</AIGC 1 0 R>>"], "/Info 1 0 R");
    assert_eq!(walked(&circle).metadata, []);
    let length = with_table(
        &[b"<</Metadata 2 0 R>>", b"<</Length 2 0 R>>stream\nx"],
        "/Root 1 0 R",
    );
    assert_eq!(walked(&length).metadata, []);
    let bomb = stream(
        "/Filter/FlateDecode",
        &compress_to_vec_zlib(&[b' '; 50_000], 6),
    );
    let bomb = with_table(&[b"<</Metadata 2 0 R>>", &bomb], "/Root 1 0 R");
    let limits = Limits {
        metadata_block: 2000,
        ..Limits::default()
    };
    let container = walk_within(&bomb, &limits).unwrap();
    assert_eq!(container.metadata, []);
    assert_eq!(container.not_checked.len(), 1);
}

#[test]
fn whatever_is_cut_or_changed_returns() {
    survives(&plain());
    survives(&with_streams());
}

trait ReplaceAll {
    fn replace_all(self, from: &[u8], to: &[u8]) -> Self;
}

impl ReplaceAll for Vec<u8> {
    /// With every occurrence of `from` replaced by `to`, which is as long.
    fn replace_all(mut self, from: &[u8], to: &[u8]) -> Self {
        while let Some(at) = memchr::memmem::find(&self, from) {
            self[at..at + from.len()].copy_from_slice(to);
        }
        self
    }
}
