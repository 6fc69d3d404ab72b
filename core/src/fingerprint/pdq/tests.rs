#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "drawings of known size, in whole numbers, so that every machine draws the same"
)]

use serde::Deserialize;

use super::*;

/// Hashes that the reference implementation gave for the drawings below
/// (`fixtures/fingerprint/pdq.json`).
#[derive(Deserialize)]
struct Vectors {
    vectors: Vec<Vector>,
}

#[derive(Deserialize)]
struct Vector {
    drawing: String,
    width: usize,
    height: usize,
    quality: u8,
    pdq: String,
    turned: Vec<String>,
}

fn vectors() -> Vec<Vector> {
    let text = include_str!("../../../../fixtures/fingerprint/pdq.json");
    serde_json::from_str::<Vectors>(text).unwrap().vectors
}

fn parse(text: &str) -> Pdq {
    Pdq(hex::decode(text).unwrap().try_into().unwrap())
}

fn draw(drawing: &str, width: usize, height: usize) -> Pixels {
    let (w, h) = (width as i64, height as i64);
    let wave = |t: i64, period: i64| {
        let at = t.rem_euclid(period);
        at.min(period - at) * 510 / period
    };
    let mut rgb = Vec::with_capacity(width * height * 3);
    for y in 0..h {
        for x in 0..w {
            let mut pixel = match drawing {
                "waves" => [
                    wave(x * 3 + y, 97 * w / 128),
                    wave(y * 2 - x + 4 * w, 61 * w / 64),
                    wave(x * y / (h / 8), w),
                ],
                "blocks" => {
                    let c = x * 7 / w + y * 5 / h * 7;
                    [
                        (c * 67 + 29) % 256,
                        (c * c * 31 + 7) % 256,
                        (c * 113 + 50) % 256,
                    ]
                }
                "discs" => [x * 200 / w, y * 200 / h, (x + y) * 120 / (w + h)],
                "flat" => [if x >= w / 2 { 122 } else { 120 }, 121, 119],
                other => panic!("no drawing is called {other}"),
            };
            if drawing == "discs" {
                for i in 0..9 {
                    let (cx, cy) = ((i * 37 + 11) % 97 * w / 97, (i * 53 + 29) % 89 * h / 89);
                    let radius = (i % 4 + 2) * w.min(h) / 17;
                    if (x - cx).pow(2) + (y - cy).pow(2) < radius * radius {
                        pixel = [
                            (i * 83 + 40) % 256,
                            (i * 151 + 90) % 256,
                            (i * 29 + 200) % 256,
                        ];
                    }
                }
            }
            rgb.extend(pixel.map(|sample| sample.clamp(0, 255) as u8));
        }
    }
    Pixels::new(width, height, rgb).unwrap()
}

fn turned(pixels: &Pixels, turn: Turn) -> Pixels {
    let (transposed, across, down) = turn.parts();
    let (width, height) = if transposed {
        (pixels.height(), pixels.width())
    } else {
        (pixels.width(), pixels.height())
    };
    let rows: Vec<&[u8]> = pixels.rows().collect();
    let mut rgb = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let x = if across { width - 1 - x } else { x };
            let y = if down { height - 1 - y } else { y };
            let (column, row) = if transposed { (y, x) } else { (x, y) };
            rgb.extend_from_slice(&rows[row][column * 3..column * 3 + 3]);
        }
    }
    Pixels::new(width, height, rgb).unwrap()
}

/// The flat drawing steps by less than a level: its terms are rounding noise of the reference's
/// 32-bit sums, and its quality of 0 says so. Everything else agrees to the bit.
#[test]
fn agrees_with_the_reference() {
    for vector in vectors() {
        let hashed = Hashed::of(&draw(&vector.drawing, vector.width, vector.height));
        let name = format!("{} {}x{}", vector.drawing, vector.width, vector.height);
        assert_eq!(hashed.quality(), vector.quality, "{name}");
        if vector.drawing == "flat" {
            continue;
        }
        let distance = hashed.pdq().distance(&parse(&vector.pdq));
        assert!(distance <= 2, "{name}: {distance}");
        for (turn, text) in Turn::ALL.into_iter().zip(&vector.turned) {
            let distance = hashed.turned(turn).distance(&parse(text));
            assert!(distance <= 2, "{name} {turn:?}: {distance}");
        }
    }
}

/// Sampling points do not lie symmetrically, so a few bits may differ; the reference differs by
/// up to 8 on this drawing, and by more on smaller ones.
#[test]
fn a_turned_picture_has_the_turned_hash() {
    let picture = draw("discs", 640, 480);
    let hashed = Hashed::of(&picture);
    for turn in Turn::ALL {
        let own = Hashed::of(&turned(&picture, turn)).pdq();
        assert!(own.distance(&hashed.turned(turn)) <= 12, "{turn:?}");
    }
}

/// Decoded pictures are hashed where they lie.
#[test]
fn a_decoded_picture_has_the_hash_of_its_pixels() {
    for size in [(640, 480), (331, 97)] {
        let pixels = draw("waves", size.0, size.1);
        let rgb: Vec<u8> = pixels.rows().flatten().copied().collect();
        let image = RgbImage::from_raw(size.0 as u32, size.1 as u32, rgb).unwrap();
        let image = DynamicImage::ImageRgb8(image);
        assert_eq!(Hashed::of_image(&image).unwrap(), Hashed::of(&pixels));
        let grey = DynamicImage::ImageLuma8(image.to_luma8());
        let copied = Hashed::of(&Pixels::from_image(&grey).unwrap());
        let hashed = Hashed::of_image(&grey).unwrap();
        assert_eq!(hashed.quality(), copied.quality());
        assert!(hashed.pdq().distance(&copied.pdq()) <= 1);
    }
    let small = DynamicImage::ImageLuma8(GrayImage::new(63, 64));
    assert!(Hashed::of_image(&small).is_err());
}

#[test]
fn text_form_is_the_reference_one() {
    let vector = &vectors()[0];
    assert_eq!(parse(&vector.pdq).to_string(), vector.pdq);
}
