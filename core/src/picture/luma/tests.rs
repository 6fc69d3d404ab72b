#![allow(
    clippy::as_conversions,
    clippy::arithmetic_side_effects,
    reason = "test pictures of known sizes"
)]

use std::io::Cursor;

use image::metadata::Orientation;
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use super::has_half;
use crate::{
    asset::tests::walk_bytes,
    evidence::{Code, NotChecked},
    limits::Limits,
    picture::{
        self, Decoded,
        decode::{Seeable, decode_luma},
    },
};

/// More than any side: nothing comes at half its size.
const ALL: u32 = u32::MAX;

fn decode(file: &[u8], limits: &Limits) -> Option<Result<Decoded, NotChecked>> {
    let seeable = super::decode(file, ALL, limits)?;
    Some(seeable.map(|seeable| seeable.decoded))
}

/// Soft waves in moderate colours, so that no sample is clipped.
fn pixels(width: u16, height: u16) -> Vec<u8> {
    let mut rgb = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let (x, y) = (f32::from(x), f32::from(y));
            let wave = |a: f32, b: f32| 128.0 + 60.0 * (x / a).sin() * (y / b).cos();
            rgb.extend([wave(9.0, 7.0), wave(17.0, 11.0), wave(13.0, 23.0)].map(|v| v as u8));
        }
    }
    rgb
}

/// EXIF that says: turned by a quarter.
const TURNED: &[u8] = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";

fn encode(size: (u16, u16), shape: impl FnOnce(&mut Encoder<&mut Vec<u8>>)) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 92);
    encoder.add_app_segment(1, TURNED.to_vec()).unwrap();
    shape(&mut encoder);
    let rgb = pixels(size.0, size.1);
    encoder
        .encode(&rgb, size.0, size.1, ColorType::Rgb)
        .unwrap();
    file
}

#[test]
fn it_is_the_brightness_of_the_picture_in_colours() {
    let layouts = [
        SamplingFactor::F_1_1,
        SamplingFactor::F_2_1,
        SamplingFactor::F_2_2,
    ];
    for layout in layouts {
        for size in [(64, 48), (37, 29), (129, 8), (7, 65), (250, 131)] {
            for (progressive, restart) in [(false, 0), (false, 3), (true, 0)] {
                let file = encode(size, |encoder| {
                    encoder.set_sampling_factor(layout);
                    encoder.set_progressive(progressive);
                    if restart > 0 {
                        encoder.set_restart_interval(restart);
                    }
                });
                let case = format!("{layout:?} {size:?} {progressive} {restart}");
                let grey = decode(&file, &Limits::default()).expect(&case).unwrap();
                assert_eq!(grey.orientation, Orientation::Rotate90);
                let grey = grey.stored.into_luma8();
                let colours = image::load_from_memory(&file).unwrap().to_rgb8();
                assert_eq!(grey.dimensions(), colours.dimensions(), "{case}");
                for (own, pixel) in grey.pixels().zip(colours.pixels()) {
                    let [r, g, b] = pixel.0.map(f32::from);
                    let other = 0.299 * r + 0.587 * g + 0.114 * b;
                    assert!((f32::from(own.0[0]) - other).abs() <= 2.0, "{case}");
                }
            }
        }
    }
}

#[test]
fn other_layouts_are_left_to_the_general_decoder() {
    let limits = Limits::default();
    let others = [
        encode((40, 40), |encoder| {
            encoder.set_sampling_factor(SamplingFactor::F_1_2);
        }),
        encode((40, 40), |encoder| {
            encoder.set_sampling_factor(SamplingFactor::F_4_1);
        }),
    ];
    for file in others {
        assert!(decode(&file, &limits).is_none());
    }
    let mut grey = Vec::new();
    Encoder::new(&mut grey, 90)
        .encode(&[99; 1600], 40, 40, ColorType::Luma)
        .unwrap();
    assert!(decode(&grey, &limits).is_none());
    // All of them have pixels all the same.
    let container = walk_bytes(&grey).unwrap();
    assert!(
        decode_luma(&mut Cursor::new(grey), &container, ALL, &limits)
            .unwrap()
            .is_ok()
    );
}

#[test]
fn limits_are_those_of_colours() {
    let file = encode((40, 40), |_| {});
    let tight = |pixels, decoded_bytes| Limits {
        pixels,
        decoded_bytes,
        ..Limits::default()
    };
    assert!(decode(&file, &tight(1600, 4800)).unwrap().is_ok());
    for limits in [tight(1599, 4800), tight(1600, 4799)] {
        let refused = decode(&file, &limits).unwrap().unwrap_err();
        assert_eq!(refused.what, Code::NotCheckedPixelsLimit);
        let container = walk_bytes(&file).unwrap();
        let general = picture::decode(&mut Cursor::new(&file), &container, &limits);
        assert_eq!(general.unwrap().unwrap_err(), refused);
    }
}

#[test]
fn a_cut_or_broken_file_has_pixels_where_the_general_decoder_sees_some() {
    let whole = encode((90, 70), |_| {});
    let container = walk_bytes(&whole).unwrap();
    let limits = Limits::default();
    let same = |file: &[u8], case: usize| {
        let general = picture::decode(&mut Cursor::new(file), &container, &limits);
        let general = general.unwrap();
        for enough in [ALL, 8] {
            let own = decode_luma(&mut Cursor::new(file), &container, enough, &limits);
            assert_eq!(general.is_ok(), own.unwrap().is_ok(), "{case} {enough}");
        }
    };
    for length in (0..whole.len()).step_by(7) {
        same(whole.get(..length).unwrap(), length);
    }
    for at in 2..whole.len().min(700) {
        let mut broken = whole.clone();
        *broken.get_mut(at).unwrap() ^= 0x5A;
        same(&broken, at);
    }
}

#[test]
fn large_pictures_come_at_half_their_size_and_say_so() {
    assert!(has_half(1536, 2048, 768) && has_half(2048, 1536, 768));
    assert!(!has_half(1534, 2048, 768) && !has_half(1537, 2048, 768));
    let file = encode((90, 70), |_| {});
    let half = |enough| super::decode(&file, enough, &Limits::default());
    let Seeable { decoded, size } = half(35).unwrap().unwrap();
    assert_eq!(size, (90, 70));
    assert_eq!((decoded.stored.width(), decoded.stored.height()), (45, 35));
    assert_eq!(decoded.orientation, Orientation::Rotate90);
    assert_eq!(decoded.upright_size(size), (70, 90));
    let whole = half(36).unwrap().unwrap().decoded.stored;
    assert_eq!((whole.width(), whole.height()), (90, 70));
}
