//! What label detection costs beyond reading a file's headers, and what reading the public marks of
//! generators costs.
//!
//! Labels are read from the metadata that the walk over the container found, so their cost depends
//! on the metadata alone, not on the size of the picture.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "a bench over the project's own files"
)]

use std::{fs, io::Cursor, path::Path};

use divan::{Bencher, black_box};
use hallmark::{
    asset::{Container, walk},
    labels,
    limits::Limits,
    watermark::open::{Pixels, read},
};

fn main() {
    divan::main();
}

/// A camera's EXIF and XMP, and the longest labels among the fixtures.
const FILES: [&str; 6] = [
    "unsigned/camera.jpg",
    "labelled/ai.jpg",
    "labels/generation-parameters.jpg",
    "labels/comfyui.png",
    "labels/novelai.png",
    "labels/tc260-aigc.jpg",
];

fn file(name: &str) -> Vec<u8> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures");
    fs::read(fixtures.join(name)).unwrap()
}

fn headers(bytes: &[u8]) -> Container {
    let length = bytes.len().try_into().unwrap();
    let walked = walk(&mut Cursor::new(bytes), length, &Limits::default());
    walked.unwrap().unwrap()
}

#[divan::bench(args = FILES)]
fn reading_headers(bencher: Bencher<'_, '_>, name: &str) {
    let bytes = file(name);
    bencher.bench_local(|| headers(black_box(&bytes)));
}

#[divan::bench(args = FILES)]
fn labels_beyond_headers(bencher: Bencher<'_, '_>, name: &str) {
    let container = headers(&file(name));
    bencher.bench_local(|| labels::read(black_box(&container.metadata)));
}

/// One megapixel of colours with grain.
#[divan::bench]
fn public_marks_of_a_megapixel(bencher: Bencher<'_, '_>) {
    let mut grain = 1_u32;
    let rgb: Vec<u8> = (0..1024 * 1024 * 3)
        .map(|_| {
            grain = grain.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let [level, ..] = (grain >> 2).to_be_bytes();
            level.wrapping_add(80)
        })
        .collect();
    let pixels = Pixels::new(&rgb, 1024, 1024).unwrap();
    bencher.bench_local(|| read(black_box(&pixels)));
}
