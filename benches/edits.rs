//! Edits of the kinds that mislead, for benches: a foreign object, a cloned one, an erased one, a
//! face-sized patch in the colours of what it covers, other digits in a printed line.

use hallmark::fingerprint::Region;
use image::{Rgb, RgbImage, imageops};

/// Kinds of edits.
pub(crate) const KINDS: [&str; 5] = ["paste", "clone", "erase", "face", "text"];

/// The picture before and after an edit of that kind and share of its area, and where it is.
pub(crate) fn edited(
    picture: &RgbImage,
    other: &RgbImage,
    kind: &str,
    area: f64,
    seed: u64,
) -> (RgbImage, RgbImage, Place) {
    let mut random = Random(seed | 1);
    let mut signed = picture.clone();
    let at = place(&signed, area, kind == "text", &mut random);
    if kind == "text" {
        write(&mut signed, at, &mut random);
    }
    let mut edited = signed.clone();
    match kind {
        "text" => write(&mut edited, at, &mut random),
        "paste" => paste(&mut edited, other, at, &mut random, false),
        "face" => paste(&mut edited, other, at, &mut random, true),
        "clone" => clone(&mut edited, &signed, at, &mut random),
        _ => erase(&mut edited, at, &mut random),
    }
    (signed, edited, at)
}

/// The place in shares of the picture.
pub(crate) fn truth(at: Place, picture: &RgbImage) -> Region {
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    Region {
        x: f64::from(at.x) / width,
        y: f64::from(at.y) / height,
        w: f64::from(at.w) / width,
        h: f64::from(at.h) / height,
    }
}

/// Whether the regions find an edit: they overlap it with an intersection over union of at least
/// 0.3, or meet it with at most 3 times its area.
pub(crate) fn found(regions: &[Region], truth: Region) -> bool {
    const SIDE: usize = 300;
    let within =
        |r: &Region, u: f64, v: f64| u >= r.x && u < r.x + r.w && v >= r.y && v < r.y + r.h;
    let (mut flagged, mut both, mut either) = (0, 0, 0);
    for y in 0..SIDE {
        for x in 0..SIDE {
            let (u, v) = (
                (x as f64 + 0.5) / SIDE as f64,
                (y as f64 + 0.5) / SIDE as f64,
            );
            let inside = regions.iter().any(|region| within(region, u, v));
            let real = within(&truth, u, v);
            flagged += usize::from(inside);
            both += usize::from(inside && real);
            either += usize::from(inside || real);
        }
    }
    let area = truth.w * truth.h * (SIDE * SIDE) as f64;
    both > 0 && (both as f64 / either as f64 >= 0.3 || flagged as f64 <= 3.0 * area)
}

/// xorshift64*: edits are the same in every run.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub(crate) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }
}

/// A box in pixels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) x: u32,
    pub(crate) y: u32,
    pub(crate) w: u32,
    pub(crate) h: u32,
}

fn place(image: &RgbImage, area: f64, wide: bool, random: &mut Random) -> Place {
    let (width, height) = (f64::from(image.width()), f64::from(image.height()));
    let ratio = if wide {
        random.between(2.5, 4.0)
    } else {
        random.between(0.7, 1.4)
    };
    let w = (area * width * height * ratio).sqrt().min(width * 0.9);
    let h = (area * width * height / w).min(height * 0.9);
    Place {
        x: random.between(0.0, width - w) as u32,
        y: random.between(0.0, height - h) as u32,
        w: w as u32,
        h: h as u32,
    }
}

/// 1 inside an ellipse in the box, falling to 0 over its outer tenth.
fn mask(at: Place, x: u32, y: u32) -> f64 {
    let u = (f64::from(x) + 0.5) / f64::from(at.w) * 2.0 - 1.0;
    let v = (f64::from(y) + 0.5) / f64::from(at.h) * 2.0 - 1.0;
    ((1.0 - (u * u + v * v).sqrt()) * 10.0).clamp(0.0, 1.0)
}

fn blend(image: &mut RgbImage, x: u32, y: u32, colour: [f64; 3], share: f64) {
    let pixel = image.get_pixel_mut(x, y);
    for (sample, value) in pixel.0.iter_mut().zip(colour) {
        *sample = (f64::from(*sample) * (1.0 - share) + value * share)
            .round()
            .clamp(0.0, 255.0) as u8;
    }
}

/// A piece of another picture; `matched` gives it the colours' mean and spread of what it covers.
fn paste(image: &mut RgbImage, other: &RgbImage, at: Place, random: &mut Random, matched: bool) {
    let (ow, oh) = (f64::from(other.width()), f64::from(other.height()));
    // A subject: two fifths of the other picture's side.
    let (sw, sh) = (ow * 0.4, oh * 0.4);
    let (sx, sy) = (
        random.between(0.0, ow - sw) as u32,
        random.between(0.0, oh - sh) as u32,
    );
    let source = imageops::crop_imm(other, sx, sy, sw as u32, sh as u32).to_image();
    let source = imageops::resize(&source, at.w, at.h, imageops::Triangle);
    let covered = imageops::crop_imm(image, at.x, at.y, at.w, at.h).to_image();
    let ((m0, s0), (m1, s1)) = (moments(&source), moments(&covered));
    for y in 0..at.h {
        for x in 0..at.w {
            let mut colour = source.get_pixel(x, y).0.map(f64::from);
            if matched {
                for c in 0..3 {
                    colour[c] =
                        (colour[c] - m0[c]) * (s1[c] / s0[c].max(2.0)).clamp(0.5, 2.0) + m1[c];
                }
            }
            blend(image, at.x + x, at.y + y, colour, mask(at, x, y));
        }
    }
}

fn moments(image: &RgbImage) -> ([f64; 3], [f64; 3]) {
    let count = f64::from(image.width() * image.height());
    let mut sums = [[0.0; 3]; 2];
    for pixel in image.pixels() {
        for c in 0..3 {
            let value = f64::from(pixel.0[c]);
            sums[0][c] += value;
            sums[1][c] += value * value;
        }
    }
    let mean = sums[0].map(|sum| sum / count);
    let spread = [0, 1, 2].map(|c| (sums[1][c] / count - mean[c] * mean[c]).max(0.0).sqrt());
    (mean, spread)
}

/// A piece of the same picture over another place.
fn clone(image: &mut RgbImage, source: &RgbImage, at: Place, random: &mut Random) {
    for _ in 0..50 {
        let x = random.between(0.0, f64::from(image.width() - at.w)) as u32;
        let y = random.between(0.0, f64::from(image.height() - at.h)) as u32;
        if x.abs_diff(at.x) < at.w && y.abs_diff(at.y) < at.h {
            continue;
        }
        for dy in 0..at.h {
            for dx in 0..at.w {
                let colour = source.get_pixel(x + dx, y + dy).0.map(f64::from);
                blend(image, at.x + dx, at.y + dy, colour, mask(at, dx, dy));
            }
        }
        return;
    }
}

/// Fills the ellipse from its surroundings: the border's colours, weighted by distance, with the
/// grain of the picture beside it.
fn erase(image: &mut RgbImage, at: Place, random: &mut Random) {
    let mut border = Vec::new();
    for step in 0..64 {
        let angle = f64::from(step) / 64.0 * std::f64::consts::TAU;
        let x = f64::from(at.x) + f64::from(at.w) * (0.5 + 0.5 * angle.cos());
        let y = f64::from(at.y) + f64::from(at.h) * (0.5 + 0.5 * angle.sin());
        let (x, y) = (
            (x as u32).min(image.width() - 1),
            (y as u32).min(image.height() - 1),
        );
        border.push((
            f64::from(x),
            f64::from(y),
            image.get_pixel(x, y).0.map(f64::from),
        ));
    }
    for dy in 0..at.h {
        for dx in 0..at.w {
            let share = mask(at, dx, dy);
            if share == 0.0 {
                continue;
            }
            let (x, y) = (f64::from(at.x + dx), f64::from(at.y + dy));
            let (mut sum, mut weights) = ([0.0; 3], 0.0);
            for (bx, by, colour) in &border {
                let weight = 1.0 / ((bx - x).powi(2) + (by - y).powi(2) + 4.0);
                weights += weight;
                for c in 0..3 {
                    sum[c] += weight * colour[c];
                }
            }
            let grain = random.between(-4.0, 4.0);
            let colour = sum.map(|value| value / weights + grain);
            blend(image, at.x + dx, at.y + dy, colour, share);
        }
    }
}

/// Two lines of digits, dark on paper, in a box.
fn write(image: &mut RgbImage, at: Place, random: &mut Random) {
    // 3 x 5 digits, row by row.
    const DIGITS: [u16; 10] = [
        0b111_101_101_101_111,
        0b010_110_010_010_111,
        0b111_001_111_100_111,
        0b111_001_111_001_111,
        0b101_101_111_001_001,
        0b111_100_111_001_111,
        0b111_100_111_101_111,
        0b111_001_010_010_010,
        0b111_101_111_101_111,
        0b111_101_111_001_111,
    ];
    let cell = f64::from(at.h) / 15.0;
    let per_line = (f64::from(at.w) / (4.0 * cell)) as usize;
    let digits: Vec<usize> = (0..2 * per_line)
        .map(|_| (random.next() % 10) as usize)
        .collect();
    for dy in 0..at.h {
        for dx in 0..at.w {
            let (row, column) = (
                (f64::from(dy) / cell) as usize,
                (f64::from(dx) / cell) as usize,
            );
            let (line, row) = (row.saturating_sub(1) / 7, row.saturating_sub(1) % 7);
            let (letter, column) = (column / 4, column % 4);
            let ink = line < 2
                && row < 5
                && column < 3
                && letter < per_line
                && DIGITS[digits[line * per_line + letter]] >> (14 - row * 3 - column) & 1 == 1;
            let level = if ink { 40 } else { 225 };
            image.put_pixel(at.x + dx, at.y + dy, Rgb([level, level, level - 10]));
        }
    }
}
