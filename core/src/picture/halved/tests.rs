#![allow(
    clippy::as_conversions,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "test pictures of known sizes"
)]

use jpeg_encoder::{ColorType, Encoder, QuantizationTableType, SamplingFactor};
use proptest::prelude::*;

use super::decode;

/// Waves, an edge and a little grain.
fn pixels(width: u16, height: u16) -> Vec<u8> {
    let mut rgb = Vec::new();
    for y in 0..u32::from(height) {
        for x in 0..u32::from(width) {
            let wave = 110.0 + 60.0 * (x as f32 / 9.0).sin() * (y as f32 / 14.0).cos();
            let edge = if x > 2 * y { 40.0 } else { 0.0 };
            let grain = (x * 7919 + y * 104_729) % 7;
            let level = (wave + edge) as u8 + grain as u8;
            rgb.extend([level, level / 2 + 60, 255 - level]);
        }
    }
    rgb
}

fn encode(size: (u16, u16), shape: impl FnOnce(&mut Encoder<&mut Vec<u8>>)) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 85);
    shape(&mut encoder);
    let rgb = pixels(size.0, size.1);
    encoder
        .encode(&rgb, size.0, size.1, ColorType::Rgb)
        .unwrap();
    file
}

/// The general decoder's picture, grey, as an oracle.
fn luma(file: &[u8]) -> (usize, usize, Vec<f32>) {
    let colours = image::load_from_memory(file).unwrap().to_rgb8();
    let grey = colours.pixels().map(|pixel| {
        let [r, g, b] = pixel.0.map(f32::from);
        0.299 * r + 0.587 * g + 0.114 * b
    });
    let (width, height) = colours.dimensions();
    (width as usize, height as usize, grey.collect())
}

/// Each sample is near the mean of its four pixels, and all of them on average: a transform of the
/// lower half of the terms rings a little more at edges than a mean does.
fn assert_half(file: &[u8], case: &str) {
    let half = decode(file).expect(case);
    let (width, height, grey) = luma(file);
    assert_eq!(half.width as usize, width.div_ceil(2), "{case}");
    assert_eq!(half.height as usize, height.div_ceil(2), "{case}");
    let (mut squares, mut sum) = (0.0, 0.0);
    let count = (width / 2 * (height / 2)) as f32;
    for y in 0..height / 2 {
        for x in 0..width / 2 {
            let at = |i: usize, j: usize| grey[(2 * y + j) * width + 2 * x + i];
            let mean = (at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) / 4.0;
            let differs = f32::from(half.samples[y * half.width as usize + x]) - mean;
            assert!(differs.abs() < 40.0, "{case}: {x} {y} {differs}");
            squares += differs * differs;
            sum += differs;
        }
    }
    let (deviation, mean) = ((squares / count).sqrt(), sum / count);
    assert!(
        deviation < 3.0 && mean.abs() < 0.5,
        "{case}: {deviation} {mean}"
    );
}

#[test]
fn it_is_the_picture_at_half_its_size() {
    let layouts = [
        SamplingFactor::F_1_1,
        SamplingFactor::F_2_1,
        SamplingFactor::F_2_2,
    ];
    for layout in layouts {
        for size in [(64, 48), (37, 29), (129, 40), (16, 130), (250, 131)] {
            for restart in [0, 1, 5] {
                let file = encode(size, |encoder| {
                    encoder.set_sampling_factor(layout);
                    if restart > 0 {
                        encoder.set_restart_interval(restart);
                    }
                });
                assert_half(&file, &format!("{layout:?} {size:?} {restart}"));
            }
        }
    }
}

#[test]
fn coarse_and_fine_tables_are_read() {
    for quality in [5, 40, 100] {
        let mut file = Vec::new();
        Encoder::new(&mut file, quality)
            .encode(&pixels(150, 110), 150, 110, ColorType::Rgb)
            .unwrap();
        assert_half(&file, &format!("quality {quality}"));
    }
    // Steps of 1 make the longest values.
    let file = encode((80, 80), |encoder| {
        let ones = || QuantizationTableType::Custom(Box::new([1; 64]));
        encoder.set_quantization_tables(ones(), ones());
    });
    assert_half(&file, "steps of 1");
}

#[test]
fn what_is_not_baseline_in_colour_is_refused() {
    let progressive = encode((64, 64), |encoder| encoder.set_progressive(true));
    assert_eq!(decode(&progressive), None);
    // This encoder gives each component a scan of its own when it chooses tables.
    let scans = encode((64, 64), |encoder| {
        encoder.set_optimized_huffman_tables(true)
    });
    assert_eq!(decode(&scans), None);
    for layout in [SamplingFactor::F_1_2, SamplingFactor::F_4_1] {
        let file = encode((64, 64), |encoder| encoder.set_sampling_factor(layout));
        assert_eq!(decode(&file), None, "{layout:?}");
    }
    let mut grey = Vec::new();
    Encoder::new(&mut grey, 90)
        .encode(&[99; 1600], 40, 40, ColorType::Luma)
        .unwrap();
    assert_eq!(decode(&grey), None);
}

#[test]
fn a_cut_scan_is_refused() {
    let file = encode((120, 90), |encoder| encoder.set_restart_interval(4));
    // The end mark, and the last byte of the scan, which may be fill, are missed by nobody.
    for length in 0..file.len() - 3 {
        assert_eq!(decode(&file[..length]), None, "{length}");
    }
}

proptest! {
    /// Whatever the bytes, it ends, and what it gives has the size that it says.
    #[test]
    fn broken_files_do_no_harm(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        restart in 0_u16..3,
    ) {
        let mut file = encode((40, 24), |encoder| {
            if restart > 0 {
                encoder.set_restart_interval(restart);
            }
        });
        // A size that memory cannot hold is refused before: the header keeps its own.
        let frame = file.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
        for (at, value) in changes {
            let at = at.index(file.len());
            if !(frame + 4..frame + 9).contains(&at) {
                file[at] = value;
            }
        }
        if let Some(half) = decode(&file) {
            prop_assert_eq!(half.samples.len() as u32, half.width * half.height);
        }
    }
}
