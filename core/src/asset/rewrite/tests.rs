#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "sizes of test files"
)]

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use proptest::prelude::*;

use super::*;
use crate::asset::{tests::walk_bytes, xmp};

/// One picture format each.
pub(crate) const FORMATS: [ImageFormat; 5] = [
    ImageFormat::Jpeg,
    ImageFormat::Png,
    ImageFormat::WebP,
    ImageFormat::Gif,
    ImageFormat::Tiff,
];

/// A small picture in a format.
pub(crate) fn picture(format: ImageFormat) -> Vec<u8> {
    let pixels = RgbImage::from_fn(33, 21, |x, y| Rgb([x as u8 * 7, y as u8 * 11, 90]));
    let mut file = Cursor::new(Vec::new());
    DynamicImage::from(pixels)
        .write_to(&mut file, format)
        .unwrap();
    file.into_inner()
}

/// The pixels of a file.
pub(crate) fn decoded(file: &[u8]) -> Vec<u8> {
    image::load_from_memory(file).unwrap().to_rgb8().into_raw()
}

fn with_xmp(file: &[u8], packet: &str) -> Vec<u8> {
    let mut rewriting = Rewriting::new(file, &Limits::default()).unwrap();
    rewriting.write_xmp(packet.as_bytes().to_vec()).unwrap();
    rewriting.finish().unwrap()
}

fn packets(file: &[u8]) -> Vec<Vec<u8>> {
    let container = walk_bytes(file).unwrap();
    assert_eq!(container.findings, []);
    assert_eq!(container.trailing, None);
    let blocks = container.metadata.into_iter();
    blocks
        .filter(|block| block.kind == MetadataKind::Xmp)
        .map(|block| block.bytes)
        .collect()
}

#[test]
fn a_packet_enters_and_is_replaced_in_every_format() {
    for format in FORMATS {
        let file = picture(format);
        let once = with_xmp(&file, "<x>first packet</x>");
        assert_eq!(packets(&once), [b"<x>first packet</x>"], "{format:?}");
        assert_eq!(decoded(&once), decoded(&file), "{format:?}");
        let twice = with_xmp(&once, "<x>second, longer packet</x>");
        assert_eq!(packets(&twice), [b"<x>second, longer packet</x>"]);
        assert_eq!(decoded(&twice), decoded(&file), "{format:?}");
        let gone = twice.windows(5).any(|bytes| bytes == b"first");
        assert!(!gone, "{format:?} keeps the old packet");
    }
}

#[test]
fn bytes_of_pixels_stay_as_they_are() {
    for format in FORMATS {
        let file = picture(format);
        let written = with_xmp(&file, "<x>packet of some length</x>");
        // A run of the old file that is neither header nor, in TIFF, directory.
        let tail = &file[file.len() / 2..file.len() * 3 / 4];
        let kept = written.windows(tail.len()).any(|bytes| bytes == tail);
        assert!(kept, "{format:?}");
    }
}

#[test]
fn a_long_packet_loses_its_white_space_before_it_is_refused() {
    let file = picture(ImageFormat::Jpeg);
    let padded = format!("<x/>{}<?xpacket end='w'?>", " ".repeat(70_000));
    assert_eq!(
        packets(&with_xmp(&file, &padded)),
        [b"<x/>\n<?xpacket end='w'?>"]
    );
    let full = format!("<x>{}</x>", "y".repeat(70_000));
    let mut rewriting = Rewriting::new(&file, &Limits::default()).unwrap();
    let refused = rewriting.write_xmp(full.into_bytes());
    assert!(matches!(refused, Err(RewriteError::TooLarge { .. })));
}

#[test]
fn webp_gets_the_header_of_the_extended_format_with_its_size() {
    let file = picture(ImageFormat::WebP);
    assert_ne!(&file[12..16], b"VP8X");
    let written = with_xmp(&file, "<x>odd</x>");
    assert_eq!(&written[12..16], b"VP8X");
    assert_eq!(written[20] & 0x0C, 0x04);
    assert_eq!(walk_bytes(&written).unwrap().dimensions, Some((33, 21)));
}

#[test]
fn the_index_of_further_pictures_moves_with_them() {
    // An index of two pictures behind the header; the second picture behind the first.
    let picture = picture(ImageFormat::Jpeg);
    let place = place_behind_app0(&picture);
    let index = |first: u32, second: u32| {
        let mut content = b"MPF\0MM\0*\0\0\0\x08\0\x01\xB0\x02\0\x07\0\0\0\x20\0\0\0\x1A".to_vec();
        content.extend([0; 4]);
        for (length, offset) in [(first, 0), (picture.len() as u32, second)] {
            content.extend([0_u32, length, offset, 0].map(u32::to_be_bytes).concat());
        }
        let mut segment = vec![0xFF, 0xE2];
        segment.extend((content.len() as u16 + 2).to_be_bytes());
        segment.extend(content);
        segment
    };
    let length = picture.len() + index(0, 0).len();
    let base = place + 8;
    let filled = index(length as u32, (length - base) as u32);
    let file = [&picture[..place], &filled, &picture[place..], &picture].concat();
    let read = |file: &[u8]| {
        let at = file.windows(4).position(|bytes| bytes == b"MPF\0").unwrap() + 4;
        let number = |at: usize| u32::from_be_bytes(*file[at..].first_chunk().unwrap()) as usize;
        (number(at + 26 + 4), at + number(at + 26 + 16 + 8))
    };
    assert_eq!(read(&file), (length, length));
    let written = with_xmp(&file, "<x>a packet</x>");
    let grown = written.len() - file.len();
    assert!(grown > 0);
    assert_eq!(read(&written), (length + grown, length + grown));
    assert_eq!(&written[length + grown..], picture);
}

fn place_behind_app0(file: &[u8]) -> usize {
    jpeg::place_of_xmp(file) as usize
}

#[test]
fn formats_without_a_writer_are_refused() {
    let refused = Rewriting::new(b"%PDF-1.7\n", &Limits::default());
    assert!(matches!(
        refused,
        Err(RewriteError::Format("application/pdf"))
    ));
    let refused = Rewriting::new(b"words", &Limits::default());
    assert!(matches!(refused, Err(RewriteError::NotMedia)));
}

proptest! {
    #[test]
    fn any_mutation_is_refused_or_written(
        format in prop::sample::select(FORMATS.to_vec()),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        packet in "<x>[a-z]{0,30}</x>",
    ) {
        let mut file = with_xmp(&picture(format), "<x>packet</x>");
        for (index, value) in changes {
            let at = index.index(file.len());
            file[at] = value;
        }
        if let Ok(mut rewriting) = Rewriting::new(&file, &Limits::default())
            && rewriting.write_xmp(packet.clone().into_bytes()).is_ok()
            && let Ok(written) = rewriting.finish()
        {
            let container = walk_bytes(&written).unwrap();
            let held = container.metadata.iter().any(|one| one.bytes == packet.as_bytes());
            prop_assert!(held);
        }
        let _ = xmp::read(&file);
    }
}
