#![allow(
    clippy::as_conversions,
    clippy::arithmetic_side_effects,
    reason = "a picture of known size"
)]

use std::io::Cursor;

use image::{DynamicImage, Rgb, RgbImage, imageops};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use super::{Seen, look};
use crate::{
    asset::tests::walk_bytes,
    examine::{Settings, Witnesses},
    fingerprint::pdq::Hashed,
    picture::{MarkGeometry, Parents, WatermarkState},
    watermark::{DetectSettings, EmbedSettings, Key, Payload, attack::Dice, detect, embed},
};

/// Smooth noise with grain: a stand-in for a photograph.
fn scene(width: u32, height: u32) -> DynamicImage {
    let mut dice = Dice::new(3);
    let small = RgbImage::from_fn(width / 56, height / 56, |_, _| {
        let level = (120.0 + 45.0 * dice.normal()).clamp(0.0, 255.0) as u8;
        Rgb([level, level.saturating_add(12), level.saturating_sub(12)])
    });
    let mut out = imageops::resize(&small, width, height, imageops::FilterType::CatmullRom);
    for sample in out.iter_mut() {
        *sample = (f32::from(*sample) + 3.0 * dice.normal()).clamp(0.0, 255.0) as u8;
    }
    DynamicImage::ImageRgb8(out)
}

/// EXIF that says: a quarter turn with the clock shows it.
const TURNED: &[u8] = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";

/// The picture as a camera held upright stores it.
fn stored(upright: &DynamicImage, layout: SamplingFactor) -> Vec<u8> {
    let lying = upright.rotate270().to_rgb8();
    let (width, height) = (lying.width() as u16, lying.height() as u16);
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 85);
    encoder.set_sampling_factor(layout);
    encoder.add_app_segment(1, TURNED.to_vec()).unwrap();
    encoder
        .encode(lying.as_raw(), width, height, ColorType::Rgb)
        .unwrap();
    file
}

fn seen(file: &[u8]) -> Seen {
    let settings = Settings {
        witnesses: Witnesses {
            watermark: true,
            fingerprint: true,
            ..Witnesses::default()
        },
        ..Settings::default()
    };
    let container = walk_bytes(file).unwrap();
    look(
        &mut Cursor::new(file),
        &container,
        Parents::default(),
        &settings,
        false,
        &|| false,
    )
    .unwrap()
}

/// A large picture is looked at in brightness alone and at half its size; the answer is the one that
/// all of it gives, in its own pixels.
#[test]
fn half_a_picture_tells_what_the_whole_one_does() {
    let keys = [Key::public()];
    let payload = Payload::new(0x1234);
    let settings = EmbedSettings::default();
    let marked = embed(&scene(1568, 1600), payload, &Key::public(), &settings).unwrap();
    let file = stored(&marked.image, SamplingFactor::F_2_2);
    let seen = seen(&file);
    assert_eq!(seen.watermark.state, WatermarkState::Found);
    let [mark] = seen.watermark.marks.as_slice() else {
        panic!("{:?}", seen.watermark)
    };
    assert_eq!(mark.payload, Some(payload.to_string()));

    let whole = image::load_from_memory(&file).unwrap().rotate90();
    let found = detect(&whole, &keys, &DetectSettings::default()).unwrap();
    let there = MarkGeometry::from(&found.marks.first().unwrap().geometry);
    let here = mark.geometry.unwrap();
    assert_eq!((here.whole, here.inverted), (there.whole, there.inverted));
    for (own, other) in here.map.iter().zip(there.map) {
        assert!((own - other).abs() < 0.5, "{here:?} {there:?}");
    }
    let hashes = seen.fingerprint.unwrap();
    assert!(
        hashes
            .pdq
            .distance(&Hashed::of_image(&whole).unwrap().pdq())
            <= 8
    );
}

/// Without a mark there is none, and colours that could carry the public marks are looked at.
#[test]
fn colours_are_looked_at_where_they_may_tell() {
    let picture = scene(640, 480);
    let told = |layout| seen(&stored(&picture, layout)).not_checked.len();
    assert_eq!(told(SamplingFactor::F_1_1), 0);
    assert_eq!(told(SamplingFactor::F_2_2), 1);
}
