#![allow(
    clippy::as_conversions,
    clippy::arithmetic_side_effects,
    reason = "test pictures of known sizes"
)]

use super::*;

#[path = "../../../../fixtures/generator/open_mark.rs"]
mod open_mark;

pub(crate) const WIDTH: usize = 272;
pub(crate) const HEIGHT: usize = 248;

/// Smooth colours with some grain: nothing is clipped, nothing is flat.
fn picture() -> Vec<u8> {
    let mut grain: u32 = 1;
    let mut rgb = Vec::with_capacity(WIDTH * HEIGHT * 3);
    for y in 0..HEIGHT {
        for x in 0..WIDTH {
            grain = grain.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let noise = (grain >> 28) as usize;
            rgb.extend(
                [
                    60 + x / 8 + noise,
                    70 + y / 8 + noise,
                    50 + (x + y) / 12 + noise,
                ]
                .map(|c| c as u8),
            );
        }
    }
    rgb
}

/// The picture with a scheme's mark, as floating point numbers give it.
pub(crate) fn marked(scheme: Scheme) -> Vec<u8> {
    open_mark::write(&picture(), WIDTH, &scheme.bits(), 0.5)
}

fn read_back(rgb: &[u8]) -> Reading {
    read(&Pixels::new(rgb, WIDTH, HEIGHT).unwrap())
}

fn exchange(rgb: &[u8]) -> Vec<u8> {
    rgb.chunks_exact(3)
        .flat_map(|pixel| [pixel[2], pixel[1], pixel[0]])
        .collect()
}

#[test]
fn every_mark_is_found_in_the_numbers_it_was_written_in() {
    for scheme in Scheme::ALL {
        for (offset, numbers) in [(0.5, Numbers::Float), (128.0, Numbers::Byte)] {
            let marked = open_mark::write(&picture(), WIDTH, &scheme.bits(), offset);
            let reading = read_back(&marked);
            let [mark] = reading.marks.as_slice() else {
                panic!("{scheme:?} {offset}: {reading:?}");
            };
            assert_eq!((mark.scheme, mark.numbers), (*scheme, numbers));
            assert_eq!(mark.order, ChannelOrder::Expected);
            assert!(mark.matched + 1 >= scheme.length(), "{mark:?}");
            assert!(mark.false_alarm <= FALSE_ALARM);
            assert_eq!(reading.silence, None);
        }
    }
}

#[test]
fn exchanged_channels_are_noticed() {
    let bits = Scheme::StableDiffusionXl.bits();
    let marked = exchange(&open_mark::write(&exchange(&picture()), WIDTH, &bits, 0.5));
    let reading = read_back(&marked);
    let [mark] = reading.marks.as_slice() else {
        panic!("{reading:?}")
    };
    assert_eq!(mark.order, ChannelOrder::Exchanged);
}

#[test]
fn the_same_method_with_other_bits_is_no_known_mark() {
    // Seven of 48 bits differ: one more than the threshold allows.
    let mut bits = Scheme::StableDiffusionXl.bits();
    bits.iter_mut().step_by(7).for_each(|bit| *bit = !*bit);
    let marked = open_mark::write(&picture(), WIDTH, &bits, 0.5);
    assert_eq!(read_back(&marked), Reading::default());
    bits[0] = !bits[0];
    let marked = open_mark::write(&picture(), WIDTH, &bits, 0.5);
    assert_eq!(read_back(&marked).marks.len(), 1);
}

#[test]
fn an_unmarked_picture_is_no_evidence() {
    assert_eq!(read_back(&picture()), Reading::default());
}

#[test]
fn a_picture_that_cannot_show_a_mark_says_why() {
    let flat = [30, 60, 90].repeat(WIDTH * HEIGHT);
    assert_eq!(read_back(&flat).silence, Some(Silence::Constant));
    let grey: Vec<u8> = picture()
        .chunks_exact(3)
        .flat_map(|pixel| [pixel[1]; 3])
        .collect();
    assert_eq!(read_back(&grey).silence, Some(Silence::Grey));
    let small = vec![1; 255 * 255 * 3];
    let small = read(&Pixels::new(&small, 255, 255).unwrap());
    assert_eq!(small.silence, Some(Silence::TooSmall));
    let large = vec![1; 8001 * 1000 * 3];
    let large = read(&Pixels::new(&large, 8001, 1000).unwrap());
    assert_eq!(large.silence, Some(Silence::TooLarge));
}

#[test]
fn narrow_pictures_have_no_blocks_and_no_marks() {
    let rgb: Vec<u8> = (0..7 * 10_000 * 3).map(|at| (at % 251) as u8).collect();
    let pixels = Pixels::new(&rgb, 7, 10_000).unwrap();
    assert_eq!(read(&pixels).marks, []);
}

#[test]
fn the_bound_asks_for_as_many_bits_as_the_documentation_says() {
    let trials = Scheme::ALL.len() * blocks::WAYS.len();
    let least = |bits: usize| {
        (0..=bits)
            .find(|matched| {
                chance::of_any(chance::binomial_tail(*matched, bits), trials) <= FALSE_ALARM
            })
            .unwrap()
    };
    assert_eq!([32, 48, 46, 136].map(least), [31, 42, 41, 99]);
}

#[test]
fn pixels_are_whole() {
    assert!(Pixels::new(&[0; 11], 2, 2).is_none());
    assert!(Pixels::new(&[], 0, 5).is_none());
    assert!(Pixels::new(&[0; 12], 2, 2).is_some());
    assert!(Pixels::new(&[0; 12], usize::MAX, 2).is_none());
}
