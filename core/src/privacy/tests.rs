#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "sizes of test files"
)]

use std::io::Cursor;

use image::ImageFormat;

use super::*;
use crate::{
    asset::rewrite::tests::{FORMATS, decoded, picture},
    labels::tests::{exif_block, png_text},
};

const XMP: &str = r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:rs="http://www.metadataworkinggroup.com/schemas/regions/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" exif:GPSLatitude="48,51.5N" aux:SerialNumber="123456" xmp:CreatorTool="Tool"><dc:creator><rdf:Seq><rdf:li>Ann Example</rdf:li></rdf:Seq></dc:creator><rs:Regions rdf:parseType="Resource"><rs:RegionList><rdf:Bag><rdf:li rdf:parseType="Resource"><rs:Name>Bob Example</rs:Name></rdf:li></rdf:Bag></rs:RegionList></rs:Regions></rdf:Description></rdf:RDF></x:xmpmeta>"#;

fn listed(file: &[u8]) -> Inventory {
    list(
        &mut Cursor::new(file),
        file.len() as u64,
        &Limits::default(),
    )
    .unwrap()
}

fn kinds(file: &[u8]) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = listed(file).data.iter().map(|datum| datum.kind).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

fn with_xmp(format: ImageFormat) -> Vec<u8> {
    let file = picture(format);
    let mut rewriting = rewrite::Rewriting::new(&file, &Limits::default()).unwrap();
    rewriting.write_xmp(XMP.as_bytes().to_vec()).unwrap();
    rewriting.finish().unwrap()
}

#[test]
fn xmp_is_listed_and_stripped_in_every_format() {
    for format in FORMATS {
        let file = with_xmp(format);
        assert_eq!(
            kinds(&file),
            [Kind::Location, Kind::Person, Kind::Faces, Kind::Device],
            "{format:?}"
        );
        let face = listed(&file)
            .data
            .into_iter()
            .find(|datum| datum.kind == Kind::Faces);
        assert_eq!(face.unwrap().value, "Bob Example");
        let stripped = strip(&file, &[Kind::Location, Kind::Faces], &Limits::default()).unwrap();
        assert_eq!(kinds(&stripped.file), [Kind::Person, Kind::Device]);
        assert_eq!((stripped.removed.len(), stripped.left.len()), (2, 0));
        let all = strip(&file, Kind::ALL, &Limits::default()).unwrap();
        assert_eq!(listed(&all.file).data, [], "{format:?}");
        for secret in ["Ann Example", "Bob Example", "123456", "48,51"] {
            let found = memchr::memmem::find(&all.file, secret.as_bytes());
            assert_eq!(found, None, "{format:?} {secret}");
        }
        assert!(memchr::memmem::find(&all.file, b"Tool").is_some());
        assert_eq!(decoded(&all.file), decoded(&file), "{format:?}");
    }
}

#[test]
fn a_file_without_personal_data_stays_as_it_is() {
    for format in FORMATS {
        let file = picture(format);
        let stripped = strip(&file, Kind::ALL, &Limits::default()).unwrap();
        assert_eq!(stripped.removed, []);
        assert_eq!(stripped.file, file, "{format:?}");
    }
}

#[test]
fn exif_is_listed_and_stripped() {
    let block = exif_block(&[
        (0x0131, b"Camera 1.0"),
        (0x013B, b"Ann Example"),
        (0x927C, b"maker's own bytes"),
        (0xA431, b"S/N 123456"),
    ]);
    let segment = [b"Exif\0\0".as_slice(), &block].concat();
    let mut file = vec![0xFF, 0xD8, 0xFF, 0xE1];
    file.extend((segment.len() as u16 + 2).to_be_bytes());
    file.extend(segment);
    file.extend(&picture(ImageFormat::Jpeg)[2..]);
    assert_eq!(kinds(&file), [Kind::Person, Kind::Device, Kind::MakerNote]);
    let stripped = strip(&file, Kind::STRICT, &Limits::default()).unwrap();
    assert_eq!(kinds(&stripped.file), []);
    assert_eq!(stripped.removed.len(), 3);
    assert_eq!(stripped.file.len(), file.len());
    assert!(memchr::memmem::find(&stripped.file, b"Camera 1.0").is_some());
    assert!(memchr::memmem::find(&stripped.file, b"123456").is_none());
    assert_eq!(decoded(&stripped.file), decoded(&file));
}

#[test]
fn texts_leave_by_their_keyword() {
    let file = png_text(&[
        ("Author", "Ann"),
        ("Comment", "hello"),
        ("Copyright", "Ann"),
    ]);
    assert_eq!(kinds(&file), [Kind::Person, Kind::Text, Kind::Rights]);
    let stripped = strip(&file, &[Kind::Person], &Limits::default()).unwrap();
    assert_eq!(kinds(&stripped.file), [Kind::Text, Kind::Rights]);
}

#[test]
fn what_follows_the_picture_and_thumbnails_of_headers_leave() {
    let jpeg = picture(ImageFormat::Jpeg);
    let mut file = vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 19];
    file.extend(b"JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01RGB");
    file.extend([0xFF, 0xED, 0, 34]);
    file.extend(b"Photoshop 3.0\x008BIM\x04\x0C\0\0\0\0\0\x05THUMB\0");
    file.extend(&jpeg[2..]);
    file.extend(b"bytes behind the end");
    assert_eq!(kinds(&file), [Kind::Thumbnail, Kind::Attachment]);
    assert_eq!(listed(&file).data.len(), 3);
    let stripped = strip(&file, Kind::STRICT, &Limits::default()).unwrap();
    assert_eq!(listed(&stripped.file).data, []);
    assert_eq!(stripped.removed.len(), 3);
    assert_eq!(decoded(&stripped.file), decoded(&file));
}

#[test]
fn iptc_records_are_rewritten_inside_of_their_resources() {
    let records = b"\x1C\x02\x50\0\x0BAnn Example\x1C\x02\x6E\0\x06Agency";
    let mut content = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0".to_vec();
    content.push(records.len() as u8);
    content.extend(records);
    content.extend((records.len() % 2 == 1).then_some(0));
    let mut file = vec![0xFF, 0xD8, 0xFF, 0xED];
    file.extend((content.len() as u16 + 2).to_be_bytes());
    file.extend(content);
    file.extend(&picture(ImageFormat::Jpeg)[2..]);
    assert_eq!(kinds(&file), [Kind::Person]);
    let stripped = strip(&file, &[Kind::Person], &Limits::default()).unwrap();
    assert_eq!(kinds(&stripped.file), []);
    assert!(memchr::memmem::find(&stripped.file, b"Agency").is_some());
    assert!(memchr::memmem::find(&stripped.file, b"Ann").is_none());
}
