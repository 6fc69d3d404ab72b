//! What is read from pixels: hidden texts, open marks, our mark, fingerprints.

use std::cell::Cell;

use hallmark::{
    fingerprint::{
        Pixels,
        assertion::{decode_grid, decode_pdq, encode_grid},
        grid::Grid,
        pdq::Hashed,
    },
    labels::{
        novelai::{self, Keys},
        stealth::{self, Rgba},
    },
    watermark::{self, DetectError, DetectSettings, Effort, FOUND_BOUND, Key, open},
};
use image::{DynamicImage, RgbImage};

use super::{Family, fixtures, same};

/// Which reader, width and height of a picture, then its bytes, repeated until it is full.
pub const FAMILY: Family = Family {
    name: "pixels",
    holds,
    seeds,
};

/// Longest side: detection works on a plane of its own size, and small pictures cost less.
const SIDE: usize = 96;

/// Questions whether to go on, until the answer is no.
const PATIENCE: usize = 40;

/// Longest hidden text that is read.
const LONGEST_TEXT: usize = 4 << 20;

fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = vec![
        hidden(
            b"stealth_pnginfo",
            b"a prompt\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1",
        ),
        hidden(
            b"stealth_pnginfo",
            br#"{"Software":"NovelAI","Comment":"{\"prompt\":\"x\"}"}"#,
        ),
        hidden(
            b"stealth_pngcomp",
            b"\x1f\x8b\x08\0\0\0\0\0\0\x03\x4b\x04\0\x43\xbe\xb7\xe8\x01\0\0\0",
        ),
    ];
    for reader in 1..5 {
        seeds.push(vec![reader, 64, 80, 1, 2, 3, 200, 90, 17, 250]);
    }
    let grid = Grid::of(&picture(96, 96, &[9, 200, 31, 7, 90]));
    seeds.push(fixtures::numbered(5, &encode_grid(&grid)));
    seeds
}

/// Pixels of 32 by 32 whose alpha channel hides a text.
fn hidden(name: &[u8], text: &[u8]) -> Vec<u8> {
    let bits = (text.len() as u32 * 8).to_be_bytes();
    let stream = [name, &bits, text].concat();
    let mut pixels = vec![128; 32 * 32 * 4];
    for (index, bit) in stream
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1))
        .enumerate()
    {
        let (x, y) = (index / 32, index % 32);
        pixels[(y * 32 + x) * 4 + 3] = 254 | bit;
    }
    [&[0, 32, 32], pixels.as_slice()].concat()
}

fn filled(length: usize, pattern: &[u8]) -> Vec<u8> {
    let pattern = if pattern.is_empty() { &[0] } else { pattern };
    pattern.iter().copied().cycle().take(length).collect()
}

fn picture(width: usize, height: usize, pattern: &[u8]) -> Pixels {
    Pixels::new(width, height, filled(width * height * 3, pattern)).unwrap()
}

/// Reading ends, gives the same answer twice, keeps to its limits and to its bounds on chance.
pub fn holds(bytes: &[u8]) {
    let Some(([reader, width, height], pattern)) = bytes.split_first_chunk::<3>() else {
        return;
    };
    let (width, height) = (
        1 + usize::from(*width) % SIDE,
        1 + usize::from(*height) % SIDE,
    );
    match reader % 6 {
        0 => hidden_text(width, height, pattern),
        1 => open_marks(width, height, pattern),
        2 => own_mark(width.max(64), height.max(64), pattern),
        3 => fingerprint(width, height, pattern),
        4 => assertions(pattern),
        _ => assertions(&bytes[1..]),
    }
}

fn hidden_text(width: usize, height: usize, pattern: &[u8]) {
    let pixels = filled(width * height * 4, pattern);
    let rgba = Rgba::new(&pixels, width, height).expect("that many bytes");
    assert!(Rgba::new(&pixels, width, height + 1).is_none());
    if let Some(hidden) = same(|| stealth::read(&rgba)) {
        assert!(hidden.text.len() <= LONGEST_TEXT);
        let _ = stealth::label(&hidden);
    }
    let (_, findings) = same(|| novelai::detect_in_pixels(&[], &rgba, &Keys::published()));
    for finding in findings {
        assert!(
            !finding.code.as_str().contains("signature.holds"),
            "signed without the key"
        );
    }
}

fn open_marks(width: usize, height: usize, pattern: &[u8]) {
    let rgb = filled(width * height * 3, pattern);
    let pixels = open::Pixels::new(&rgb, width, height).expect("that many bytes");
    let read = same(|| open::read(&pixels));
    for mark in read.marks {
        assert!((0.0..=1.0).contains(&mark.false_alarm));
        assert!(mark.matched <= mark.bits);
    }
    let _ = open::measure(&pixels);
}

fn own_mark(width: usize, height: usize, pattern: &[u8]) {
    let rgb = filled(width * height * 3, pattern);
    let image = RgbImage::from_raw(width as u32, height as u32, rgb).expect("that many bytes");
    let asked = Cell::new(0);
    let cancel = || {
        asked.set(asked.get() + 1);
        asked.get() > PATIENCE
    };
    let settings = DetectSettings {
        effort: Effort::Quick,
        cancel: Some(&cancel),
        ..DetectSettings::default()
    };
    let image = DynamicImage::ImageRgb8(image);
    match watermark::detect(&image, &[Key::public()], &settings) {
        Ok(detection) => {
            for mark in &detection.marks {
                assert!(
                    mark.false_alarm <= FOUND_BOUND.max(watermark::DAMAGED_BOUND),
                    "{mark:?}"
                );
            }
        }
        Err(error) => assert_eq!(error, DetectError::Cancelled),
    }
}

fn fingerprint(width: usize, height: usize, pattern: &[u8]) {
    let rgb = filled(width * height * 3, pattern);
    // Too small for a fingerprint.
    let Ok(pixels) = Pixels::new(width, height, rgb) else {
        return;
    };
    let hash = same(|| Hashed::of(&pixels).pdq());
    assert_eq!(hash.distance(&hash), 0);
    let grid = same(|| Grid::of(&pixels));
    let written = encode_grid(&grid);
    assert_eq!(decode_grid(&written).expect("what was written"), grid);
}

fn assertions(bytes: &[u8]) {
    let _ = decode_pdq(bytes);
    if let Ok(grid) = decode_grid(bytes) {
        assert_eq!(
            decode_grid(&encode_grid(&grid)).expect("what was written"),
            grid
        );
    }
}
