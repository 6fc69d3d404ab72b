//! The whole way: embed, handle, detect, on synthesised pictures.
#![allow(
    clippy::as_conversions,
    clippy::arithmetic_side_effects,
    reason = "synthetic pictures of a few hundred pixels a side"
)]

use image::{DynamicImage, GrayImage, Luma, Rgb, RgbImage, imageops::FilterType};

use super::attack::{Dice, NoCodecs, list};
use super::*;

/// A photograph stand-in: several octaves of smooth noise (about 1/f), three channels.
fn scene(width: u32, height: u32, seed: u64) -> RgbImage {
    let mut dice = Dice::new(seed);
    let mut planes = vec![vec![128.0_f32; (width * height) as usize]; 3];
    for octave in 0..6 {
        let cell = 128 >> octave;
        let (columns, rows) = (width / cell + 2, height / cell + 2);
        let size = 36.0 * 0.62_f32.powi(octave);
        for plane in &mut planes {
            let nodes: Vec<f32> = (0..columns * rows).map(|_| size * dice.normal()).collect();
            let node = |x: u32, y: u32| nodes[(y * columns + x) as usize];
            for y in 0..height {
                for x in 0..width {
                    let (fx, fy) = (
                        (x % cell) as f32 / cell as f32,
                        (y % cell) as f32 / cell as f32,
                    );
                    let (i, j) = (x / cell, y / cell);
                    let top = node(i, j) * (1.0 - fx) + node(i + 1, j) * fx;
                    let low = node(i, j + 1) * (1.0 - fx) + node(i + 1, j + 1) * fx;
                    plane[(y * width + x) as usize] += top * (1.0 - fy) + low * fy;
                }
            }
        }
    }
    let mix = |i: usize, c: usize| 0.7 * planes[0][i] + 0.3 * planes[c][i];
    RgbImage::from_fn(width, height, |x, y| {
        let i = (y * width + x) as usize;
        Rgb([0, 1, 2].map(|c| (mix(i, c) + 2.0 * dice.normal()).clamp(0.0, 255.0) as u8))
    })
}

const PAYLOAD: Payload = Payload::new(0x0123_4567_89ab_cdef);

fn marked(width: u32, height: u32) -> (DynamicImage, Embedded) {
    let source = DynamicImage::ImageRgb8(scene(width, height, 11));
    let settings = EmbedSettings::default();
    let embedded = embed(&source, PAYLOAD, &Key::public(), &settings).unwrap();
    (source, embedded)
}

fn read(image: &DynamicImage) -> Detection {
    detect(image, &[Key::public()], &DetectSettings::default()).unwrap()
}

fn payload_of(detection: &Detection) -> Option<Payload> {
    detection.marks.first().and_then(|mark| mark.payload)
}

#[test]
fn survives_ordinary_handling_and_stays_hidden() {
    let (source, embedded) = marked(480, 400);
    assert!(embedded.report.psnr > 40.0, "{:?}", embedded.report);
    assert!(quality::ssim(&source, &embedded.image).unwrap() > 0.98);
    let picture = embedded.image.to_rgb8();
    let easy = [
        "none",
        "jpeg50",
        "size0.75",
        "crop50",
        "crop3px",
        "rotate5",
        "rotate45",
        "flip-turn270",
        "invert",
        "letterbox",
        "square",
        "aspect+10",
        "gif",
    ];
    for attack in list().iter().filter(|a| easy.contains(&a.name.as_str())) {
        let out = DynamicImage::ImageRgb8(attack.apply(&picture, 3, &NoCodecs).unwrap());
        let answer = read(&out);
        assert_eq!(answer.state, State::Found, "{}", attack.name);
        assert_eq!(payload_of(&answer), Some(PAYLOAD), "{}", attack.name);
        assert!(answer.marks[0].false_alarm <= FOUND_BOUND);
    }
}

#[test]
fn two_marks_in_one_picture_are_both_reported() {
    let settings = EmbedSettings::default();
    let (_, embedded) = marked(480, 400);
    let (other, key) = (Payload::new(99), Key::from_secret([7; 32]));
    let payloads = |image: &DynamicImage, keys: &[Key]| {
        let answer = detect(image, keys, &DetectSettings::default()).unwrap();
        let marks = answer.marks.iter();
        let mut all: Vec<_> = marks.map(|mark| (mark.key_id, mark.payload)).collect();
        all.sort_by_key(|(_, payload)| *payload);
        all
    };
    let public = Key::public();
    let mut again = embedded.image.clone();
    embed_in_place(&mut again, other, &public, &settings).unwrap();
    let both = [(public.id(), Some(other)), (public.id(), Some(PAYLOAD))];
    assert_eq!(payloads(&again, &[Key::public()]), both);
    // Turned and cut, too: the place is the first mark's.
    let picture = list()
        .into_iter()
        .find(|attack| attack.name == "crop50")
        .and_then(|attack| attack.apply(&again.to_rgb8(), 3, &NoCodecs).ok());
    let cut = DynamicImage::ImageRgb8(picture.unwrap());
    assert_eq!(payloads(&cut, &[Key::public()]), both);
    // In noise a stronger one hides the first from the list of likely words; it is read beneath.
    let mut dice = Dice::new(31);
    let mut noise = || Luma([(128.0 + 20.0 * dice.normal()) as u8]);
    let mut drowned = DynamicImage::ImageLuma8(GrayImage::from_fn(384, 384, |_, _| noise()));
    let strong = EmbedSettings { strength: 2.0 };
    embed_in_place(&mut drowned, PAYLOAD, &public, &settings).unwrap();
    embed_in_place(&mut drowned, other, &public, &strong).unwrap();
    assert_eq!(payloads(&drowned, &[Key::public()]), both);
    let mut with_another_key = embedded.image;
    embed_in_place(&mut with_another_key, other, &key, &settings).unwrap();
    let both = [(key.id(), Some(other)), (public.id(), Some(PAYLOAD))];
    assert_eq!(payloads(&with_another_key, &[public, key]), both);
}

/// The tile is read where it was written, whatever became of the pilots.
#[test]
fn a_whole_picture_is_read_without_its_pilots() {
    const SIDE: u32 = 384; // three tiles: the pilots are orthogonal to all other waves
    let mut dice = Dice::new(31);
    let mut noise = || Luma([(128.0 + 8.0 * dice.normal()) as u8]);
    let source = DynamicImage::ImageLuma8(GrayImage::from_fn(SIDE, SIDE, |_, _| noise()));
    let settings = EmbedSettings::default();
    let embedded = embed(&source, PAYLOAD, &Key::public(), &settings).unwrap();
    let mut levels = embedded.image.to_luma32f();
    for (kx, ky) in super::carrier::PILOTS {
        let wave = |x: u32, y: u32| {
            let turns = (kx as f32 * x as f32 + ky as f32 * y as f32) / 128.0;
            (std::f32::consts::TAU * turns.fract()).sin_cos()
        };
        let (mut sine, mut cosine) = (0.0, 0.0);
        for (x, y, level) in levels.enumerate_pixels() {
            let (s, c) = wave(x, y);
            sine += level[0] * s;
            cosine += level[0] * c;
        }
        let scale = 2.0 / (SIDE * SIDE) as f32;
        for (x, y, level) in levels.enumerate_pixels_mut() {
            let (s, c) = wave(x, y);
            level[0] -= scale * (sine * s + cosine * c);
        }
    }
    let without = GrayImage::from_fn(SIDE, SIDE, |x, y| {
        Luma([(255.0 * levels.get_pixel(x, y)[0]).round() as u8])
    });
    let without = DynamicImage::ImageLuma8(without);
    let quick = DetectSettings {
        effort: Effort::Quick,
        ..DetectSettings::default()
    };
    let answer = detect(&without, &[Key::public()], &quick).unwrap();
    let mark = &answer.marks[0];
    assert_eq!(
        (mark.payload, mark.geometry.frame),
        (Some(PAYLOAD), Frame::Canonical)
    );
}

#[test]
fn nothing_is_found_without_a_mark_or_with_another_key() {
    let (source, embedded) = marked(400, 320);
    assert_eq!(read(&source).state, State::None);
    let other = [Key::from_secret([5; 32])];
    let answer = detect(&embedded.image, &other, &DetectSettings::default()).unwrap();
    assert_eq!(answer.state, State::None);
    let keys = [other[0].clone(), Key::public()];
    let answer = detect(&embedded.image, &keys, &DetectSettings::default()).unwrap();
    assert_eq!(answer.marks[0].key_id, Key::public().id());
    assert_eq!(payload_of(&answer), Some(PAYLOAD));
}

#[test]
fn answers_repeat_bit_for_bit() {
    let (_, embedded) = marked(300, 280);
    let crop = embedded.image.crop_imm(20, 30, 220, 210);
    let first = read(&crop);
    let threads: Vec<_> = (0..2)
        .map(|_| {
            let crop = crop.clone();
            std::thread::spawn(move || read(&crop))
        })
        .collect();
    for thread in threads {
        assert_eq!(thread.join().unwrap(), first);
    }
}

#[test]
fn every_layout_carries_and_keeps_its_type() {
    let rgb = DynamicImage::ImageRgb8(scene(320, 300, 4));
    let variants = [
        DynamicImage::ImageLuma8(rgb.to_luma8()),
        DynamicImage::ImageLumaA8(rgb.to_luma_alpha8()),
        DynamicImage::ImageRgba8(rgb.to_rgba8()),
        DynamicImage::ImageLuma16(rgb.to_luma16()),
        DynamicImage::ImageRgb16(rgb.to_rgb16()),
        DynamicImage::ImageRgba16(rgb.to_rgba16()),
    ];
    for source in variants {
        let settings = EmbedSettings::default();
        let out = embed(&source, PAYLOAD, &Key::public(), &settings)
            .unwrap()
            .image;
        assert_eq!(out.color(), source.color());
        assert_eq!(
            payload_of(&read(&out)),
            Some(PAYLOAD),
            "{:?}",
            source.color()
        );
    }
}

#[test]
fn refusals_name_the_reason() {
    let try_embed = |image: &DynamicImage| {
        embed(image, PAYLOAD, &Key::public(), &EmbedSettings::default()).map(|_| ())
    };
    let small = DynamicImage::ImageLuma8(GrayImage::new(159, 400));
    let refused = Err(CannotCarry::TooSmall {
        width: 159,
        height: 400,
    });
    assert_eq!(try_embed(&small), refused);
    let lines = GrayImage::from_fn(300, 300, |x, _| Luma([if x % 9 == 0 { 0 } else { 255 }]));
    let refused = Err(CannotCarry::FewTones { tones: 2 });
    assert_eq!(try_embed(&DynamicImage::ImageLuma8(lines)), refused);
    let float = DynamicImage::ImageRgb32F(image::Rgb32FImage::new(300, 300));
    assert_eq!(try_embed(&float), Err(CannotCarry::FloatSamples));
    let none = detect(&small, &[], &DetectSettings::default());
    assert_eq!(none, Err(DetectError::NoKey));
}

#[test]
fn cancelling_stops_the_search() {
    let image = DynamicImage::ImageRgb8(scene(300, 300, 9));
    let cancel = || true;
    let settings = DetectSettings {
        cancel: Some(&cancel),
        ..DetectSettings::default()
    };
    assert_eq!(
        detect(&image, &[Key::public()], &settings),
        Err(DetectError::Cancelled)
    );
}

#[test]
fn a_known_payload_is_matched_where_it_is_too_weak_to_be_read() {
    let (_, embedded) = marked(320, 300);
    let mut dice = Dice::new(21);
    let mut matched = 0;
    for sigma in [18.0, 22.0, 25.0, 28.0, 31.0, 35.0, 40.0, 50.0] {
        let mut noisy = embedded.image.to_rgb8();
        for sample in noisy.iter_mut() {
            let value = f32::from(*sample) + sigma * dice.normal();
            *sample = value.clamp(0.0, 255.0) as u8;
        }
        let noisy = DynamicImage::ImageRgb8(noisy);
        let blind = read(&noisy).state;
        let ids: Vec<Payload> = (0..50)
            .map(|i| Payload::new(PAYLOAD.bits().wrapping_add(i)))
            .collect();
        let settings = DetectSettings {
            known: &ids,
            effort: Effort::Quick,
            ..DetectSettings::default()
        };
        let aided = detect(&noisy, &[Key::public()], &settings).unwrap();
        if aided.state == State::Found {
            assert_eq!(payload_of(&aided), Some(PAYLOAD), "sigma {sigma}");
            matched += usize::from(blind != State::Found);
        }
    }
    assert!(
        matched >= 1,
        "the list should help at one noise level at least"
    );
}

#[test]
fn geometry_points_at_the_marked_picture() {
    let (_, embedded) = marked(420, 380);
    let crop = embedded.image.crop_imm(37, 23, 330, 300);
    let answer = read(&crop.resize_exact(330, 300, FilterType::Nearest));
    let geometry = answer.marks[0].geometry;
    assert_eq!(geometry.frame, Frame::Canonical);
    // Canonical pixels equal picture pixels here; the offset is known modulo 128.
    let (x, y) = geometry.to_picture.apply(37.0, 23.0);
    let off = |t: f64| (t - 128.0 * (t / 128.0).round()).abs();
    assert!(off(x) < 0.6 && off(y) < 0.6, "{x} {y}");
}
