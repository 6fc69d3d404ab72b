//! Embedding and detection, pixels in memory, one thread.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::as_conversions,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a bench over synthetic pixels"
)]

use std::sync::OnceLock;

use divan::{Bencher, black_box, counter::ItemsCount};
use hallmark::watermark::attack::Dice;
use hallmark::watermark::{
    DetectSettings, EmbedSettings, Key, Payload, State, detect, embed, embed_in_place,
};
use image::{DynamicImage, Rgb, RgbImage, imageops::FilterType};

fn main() {
    divan::main();
}

/// Smooth noise over three octaves, enlarged: a stand-in for a photograph.
fn scene(width: u32, height: u32) -> DynamicImage {
    let mut dice = Dice::new(5);
    let mut small = RgbImage::new(width / 8, height / 8);
    for pixel in small.pixels_mut() {
        let level = (120.0 + 40.0 * dice.normal()).clamp(0.0, 255.0) as u8;
        *pixel = Rgb([level, level.saturating_add(9), level.saturating_sub(9)]);
    }
    let smooth = image::imageops::blur(&small, 2.0);
    let mut out = image::imageops::resize(&smooth, width, height, FilterType::Triangle);
    for sample in out.iter_mut() {
        *sample = (f32::from(*sample) + 3.0 * dice.normal()).clamp(0.0, 255.0) as u8;
    }
    DynamicImage::ImageRgb8(out)
}

/// A 12-megapixel scene and its marked copy.
fn large() -> &'static (DynamicImage, DynamicImage) {
    static PAIR: OnceLock<(DynamicImage, DynamicImage)> = OnceLock::new();
    PAIR.get_or_init(|| {
        let source = scene(4000, 3000);
        let settings = EmbedSettings::default();
        let marked = embed(&source, Payload::new(77), &Key::public(), &settings)
            .unwrap()
            .image;
        (source, marked)
    })
}

#[divan::bench(args = [(768, 512), (2000, 1500), (4000, 3000)], sample_count = 10)]
fn embed_pixels(bencher: Bencher<'_, '_>, size: (u32, u32)) {
    let source = scene(size.0, size.1);
    let pixels = ItemsCount::new(u64::from(size.0) * u64::from(size.1));
    let bencher = bencher.counter(pixels).with_inputs(|| source.clone());
    bencher.bench_local_refs(|image| {
        embed_in_place(
            black_box(image),
            Payload::new(77),
            &Key::public(),
            &EmbedSettings::default(),
        )
    });
}

fn answer(bencher: Bencher<'_, '_>, image: &DynamicImage, state: State) {
    let keys = [Key::public()];
    let once = detect(image, &keys, &DetectSettings::default()).unwrap();
    assert_eq!(once.state, state);
    bencher.bench_local(|| detect(black_box(image), &keys, &DetectSettings::default()));
}

#[divan::bench(sample_count = 10)]
fn detect_12mp_as_it_stands(bencher: Bencher<'_, '_>) {
    answer(bencher, &large().1, State::Found);
}

#[divan::bench(sample_count = 10)]
fn detect_resized_to_6mp(bencher: Bencher<'_, '_>) {
    let resized = large().1.resize_exact(2828, 2121, FilterType::Triangle);
    answer(bencher, &resized, State::Found);
}

#[divan::bench(sample_count = 10)]
fn detect_12mp_cropped_and_sheared(bencher: Bencher<'_, '_>) {
    // Cropped by a fifth and squeezed by a tenth: needs the search.
    let cropped = large().1.crop_imm(311, 222, 3200, 2400);
    let squeezed = cropped.resize_exact(4000, 2700, FilterType::Triangle);
    answer(bencher, &squeezed, State::Found);
}

#[divan::bench(sample_count = 10)]
fn detect_12mp_unmarked(bencher: Bencher<'_, '_>) {
    answer(bencher, &large().0, State::None);
}
