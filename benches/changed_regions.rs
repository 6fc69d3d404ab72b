//! What the signed grid finds: edits of several kinds and sizes, and false alarms on untouched
//! copies, over a folder of pictures.
//!
//! ```text
//! cargo bench --bench changed_regions -- FOLDER [tuning|held-out|all] [MOST_PIXELS]
//! ```
//!
//! Every third picture of the folder, in order of name, is held out (positions 3, 6, 9, ...):
//! thresholds were chosen on the others. Without a folder it runs on pictures that it draws
//! itself, so that it always runs. Results stand in `spec/fingerprint.md`.
#![allow(
    missing_docs,
    clippy::all,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::print_stdout,
    reason = "a measuring program: it may stop at the first surprise and prints its table"
)]

use std::{path::PathBuf, sync::Mutex};

use hallmark::fingerprint::{
    Pixels, Region, Registration,
    compare::{Comparison, compare},
    grid::Grid,
};
use image::{DynamicImage, Rgb, RgbImage, imageops};

const AREAS: [f64; 4] = [0.01, 0.02, 0.05, 0.10];
const KINDS: [&str; 5] = ["paste", "clone", "erase", "face", "text"];
const PIPELINES: [&str; 8] = [
    "1080 + jpeg 75",
    "jpeg 75",
    "jpeg 50",
    "512 + jpeg 70",
    "half + jpeg 60",
    "tone + jpeg 75",
    "crop 60 % + jpeg 75",
    "off by 1 % + jpeg 75",
];
const LIMITS: [f32; 9] = [6.0, 8.0, 10.0, 14.0, 20.0, 28.0, 40.0, 60.0, 90.0];

/// One outcome at every limit.
struct Trial {
    picture: String,
    kind: &'static str,
    area: f64,
    same: bool,
    similarity: f64,
    /// Found (for an edit) or flagged (for an untouched copy), limit by limit.
    hits: [bool; LIMITS.len()],
    note: String,
}

fn main() {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    let most: f64 = arguments
        .get(2)
        .map_or(12.2e6, |text| text.parse().unwrap());
    let part = arguments.get(1).map_or("all", String::as_str);
    let pictures = pictures(arguments.first().map(PathBuf::from), part, most);
    let trials = Mutex::new(Vec::new());
    let next = Mutex::new(0_usize);
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let index = {
                        let mut next = next.lock().unwrap();
                        *next += 1;
                        *next - 1
                    };
                    let Some((name, picture)) = pictures.get(index) else {
                        break;
                    };
                    let other = &pictures[(index + 1) % pictures.len()].1;
                    let done = examine(name, &picture(), &other(), index as u64);
                    trials.lock().unwrap().extend(done);
                }
            });
        }
    });
    let mut trials = trials.into_inner().unwrap();
    trials.sort_by(|a, b| (a.kind, &a.picture).cmp(&(b.kind, &b.picture)));
    report(&trials, std::env::var_os("VERBOSE").is_some());
}

type Load = Box<dyn Fn() -> RgbImage + Send + Sync>;

fn pictures(folder: Option<PathBuf>, part: &str, most: f64) -> Vec<(String, Load)> {
    let Some(folder) = folder else {
        return (0..4_u64)
            .map(|seed| {
                let load: Load = Box::new(move || drawn(seed));
                (format!("drawn {seed}"), load)
            })
            .collect();
    };
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("a folder of pictures")
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            image::image_dimensions(path)
                .is_ok_and(|(w, h)| (390_000..12_300_000).contains(&(w * h)))
        })
        .collect();
    paths.sort();
    paths
        .into_iter()
        .enumerate()
        .filter(|(index, _)| match part {
            "tuning" => index % 3 != 2,
            "held-out" => index % 3 == 2,
            _ => true,
        })
        .map(|(_, path)| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let load: Load = Box::new(move || {
                let image = image::open(&path).unwrap();
                let image = DynamicImage::ImageRgb8(over_grey(&image));
                let area = f64::from(image.width()) * f64::from(image.height());
                let scale = (most / area).sqrt().min(1.0);
                if scale < 1.0 {
                    let side = |length: u32| (f64::from(length) * scale) as u32;
                    let (w, h) = (side(image.width()), side(image.height()));
                    return imageops::resize(&image.to_rgb8(), w, h, imageops::Triangle);
                }
                image.to_rgb8()
            });
            (name, load)
        })
        .collect()
}

fn over_grey(image: &DynamicImage) -> RgbImage {
    let rgba = image.to_rgba8();
    RgbImage::from_fn(rgba.width(), rgba.height(), |x, y| {
        let [r, g, b, a] = rgba.get_pixel(x, y).0;
        let mix = |s: u8| ((u32::from(s) * u32::from(a) + 128 * (255 - u32::from(a))) / 255) as u8;
        Rgb([mix(r), mix(g), mix(b)])
    })
}

fn drawn(seed: u64) -> RgbImage {
    let mut random = Random(seed + 77);
    let waves: Vec<[f64; 4]> = (0..40)
        .map(|i| {
            let f = 1.12_f64.powi(i);
            let angle = random.unit() * 6.3;
            [
                f * angle.cos(),
                f * angle.sin(),
                random.unit() * 6.3,
                70.0 / f.powf(0.8),
            ]
        })
        .collect();
    RgbImage::from_fn(960, 640, |x, y| {
        let (u, v) = (f64::from(x) / 160.0, f64::from(y) / 160.0);
        let sum: f64 = waves
            .iter()
            .map(|[a, b, p, g]| g * (a * u + b * v + p).sin())
            .sum();
        let level = (128.0 + sum * 0.6).clamp(0.0, 255.0);
        Rgb([
            level as u8,
            (level * 0.8 + 20.0) as u8,
            (255.0 - level * 0.7) as u8,
        ])
    })
}

/// xorshift64*: edits are the same in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }
}

/// A box in pixels.
#[derive(Clone, Copy, Debug)]
struct Place {
    x: u32,
    y: u32,
    w: u32,
    h: u32,
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

fn examine(name: &str, picture: &RgbImage, other: &RgbImage, index: u64) -> Vec<Trial> {
    let mut trials = Vec::new();
    for (number, kind) in KINDS.into_iter().enumerate() {
        for (step, area) in AREAS.into_iter().enumerate() {
            let seed = 0x9E37_79B9_7F4A_7C15_u64
                .wrapping_mul(index * 64 + number as u64 * 8 + step as u64 + 1);
            let mut random = Random(seed | 1);
            let mut signed = picture.clone();
            let at = place(&signed, area, kind == "text", &mut random);
            let mut edited;
            match kind {
                "text" => {
                    write(&mut signed, at, &mut random);
                    edited = signed.clone();
                    write(&mut edited, at, &mut random);
                }
                "paste" => {
                    edited = signed.clone();
                    paste(&mut edited, other, at, &mut random, false);
                }
                "face" => {
                    edited = signed.clone();
                    paste(&mut edited, other, at, &mut random, true);
                }
                "clone" => {
                    edited = signed.clone();
                    clone(&mut edited, &signed, at, &mut random);
                }
                _ => {
                    edited = signed.clone();
                    erase(&mut edited, at, &mut random);
                }
            }
            let visible = difference(&signed, &edited, at);
            let grid = Grid::of(&pixels(&signed));
            let (copy, registration) = pipeline(&edited, PIPELINES[0]);
            let result = compare(&grid, &pixels(&copy), &registration).unwrap();
            let truth = Region {
                x: f64::from(at.x) / f64::from(signed.width()),
                y: f64::from(at.y) / f64::from(signed.height()),
                w: f64::from(at.w) / f64::from(signed.width()),
                h: f64::from(at.h) / f64::from(signed.height()),
            };
            trials.push(Trial {
                picture: name.to_owned(),
                kind,
                area,
                same: result.same_picture,
                similarity: result.similarity,
                hits: LIMITS.map(|limit| found(&result, truth, limit)),
                note: format!("mean change {visible:.1}"),
            });
        }
    }
    let grid = Grid::of(&pixels(picture));
    for kind in PIPELINES {
        let (copy, registration) = pipeline(picture, kind);
        let Some(result) = compare(&grid, &pixels(&copy), &registration) else {
            continue;
        };
        let mut largest: Vec<f32> = result.distances.iter().flatten().copied().collect();
        largest.sort_by(f32::total_cmp);
        trials.push(Trial {
            picture: name.to_owned(),
            kind,
            area: 0.0,
            same: result.same_picture,
            similarity: result.similarity,
            hits: LIMITS.map(|limit| !result.regions_from(limit).is_empty()),
            note: format!(
                "median {:.2}, largest {:.1}",
                largest[largest.len() / 2],
                largest[largest.len() - 1]
            ),
        });
    }
    let (copy, _) = pipeline(other, PIPELINES[0]);
    let registration = Registration::whole(copy.width() as usize, copy.height() as usize);
    if let Some(result) = compare(&grid, &pixels(&copy), &registration) {
        trials.push(Trial {
            picture: name.to_owned(),
            kind: "another picture",
            area: 0.0,
            same: result.same_picture,
            similarity: result.similarity,
            hits: [true; LIMITS.len()],
            note: String::new(),
        });
    }
    trials
}

fn found(result: &Comparison, truth: Region, limit: f32) -> bool {
    const SIDE: usize = 300;
    let regions = result.regions_from(limit);
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

fn pixels(image: &RgbImage) -> Pixels {
    Pixels::new(
        image.width() as usize,
        image.height() as usize,
        image.as_raw().clone(),
    )
    .unwrap()
}

fn jpeg(image: &RgbImage, quality: u8) -> RgbImage {
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::R_4_2_0);
    let (w, h) = (image.width() as u16, image.height() as u16);
    encoder
        .encode(image.as_raw(), w, h, jpeg_encoder::ColorType::Rgb)
        .unwrap();
    image::load_from_memory(&bytes).unwrap().to_rgb8()
}

fn wide(image: &RgbImage, width: u32) -> RgbImage {
    if image.width() <= width {
        return image.clone();
    }
    let height = (u64::from(image.height()) * u64::from(width) / u64::from(image.width())) as u32;
    imageops::resize(image, width, height.max(64), imageops::CatmullRom)
}

fn pipeline(image: &RgbImage, kind: &str) -> (RgbImage, Registration) {
    let whole = |image: RgbImage| {
        let registration = Registration::whole(image.width() as usize, image.height() as usize);
        (image, registration)
    };
    match kind {
        "1080 + jpeg 75" => whole(jpeg(&wide(image, 1080), 75)),
        "jpeg 75" => whole(jpeg(image, 75)),
        "jpeg 50" => whole(jpeg(image, 50)),
        "512 + jpeg 70" => whole(jpeg(&wide(image, 512), 70)),
        "half + jpeg 60" => whole(jpeg(&wide(image, image.width() / 2), 60)),
        "tone + jpeg 75" => {
            let mut toned = image.clone();
            for sample in toned.iter_mut() {
                let level = f64::from(*sample) / 255.0;
                *sample = ((level.powf(0.88) * 1.06 - 0.02) * 255.0).clamp(0.0, 255.0) as u8;
            }
            whole(jpeg(&toned, 75))
        }
        "off by 1 % + jpeg 75" => {
            let copy = jpeg(image, 75);
            let mut registration =
                Registration::whole(copy.width() as usize, copy.height() as usize);
            registration.x += 0.01 * registration.x_by_u;
            registration.x_by_u *= 0.99;
            registration.y_by_v *= 1.01;
            (copy, registration)
        }
        _ => {
            let (w, h) = (f64::from(image.width()), f64::from(image.height()));
            let (cw, ch) = ((w * 0.77) as u32, (h * 0.78) as u32);
            let (x, y) = ((w * 0.09) as u32, (h * 0.15) as u32);
            let cut = imageops::crop_imm(image, x, y, cw, ch).to_image();
            let mut registration =
                Registration::whole(image.width() as usize, image.height() as usize);
            registration.x = -f64::from(x);
            registration.y = -f64::from(y);
            (jpeg(&cut, 75), registration)
        }
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

fn difference(a: &RgbImage, b: &RgbImage, at: Place) -> f64 {
    let mut sum = 0.0;
    for y in at.y..at.y + at.h {
        for x in at.x..at.x + at.w {
            for c in 0..3 {
                sum += f64::from(a.get_pixel(x, y).0[c].abs_diff(b.get_pixel(x, y).0[c]));
            }
        }
    }
    sum / f64::from(at.w * at.h * 3)
}

fn report(trials: &[Trial], verbose: bool) {
    if verbose {
        for trial in trials {
            println!(
                "{:24} {:22} {:4.0} % same {} similarity {:.3} hit {:?} {}",
                trial.picture,
                trial.kind,
                trial.area * 100.0,
                trial.same,
                trial.similarity,
                trial.hits.map(u8::from),
                trial.note
            );
        }
    }
    print!("{:34}", "limit");
    for limit in LIMITS {
        print!("{limit:>7}");
    }
    println!("{:>9}{:>9}", "same", "trials");
    let line = |name: String, chosen: Vec<&Trial>| {
        if chosen.is_empty() {
            return;
        }
        print!("{name:34}");
        for limit in 0..LIMITS.len() {
            let hits = chosen.iter().filter(|trial| trial.hits[limit]).count();
            print!("{:>7.3}", hits as f64 / chosen.len() as f64);
        }
        let same = chosen.iter().filter(|trial| trial.same).count();
        println!(
            "{:>9.3}{:>9}",
            same as f64 / chosen.len() as f64,
            chosen.len()
        );
    };
    for kind in KINDS {
        for area in AREAS {
            let chosen = trials
                .iter()
                .filter(|t| t.kind == kind && t.area == area)
                .collect();
            line(format!("{kind} {:.0} %", area * 100.0), chosen);
        }
    }
    line(
        "edits from 2 %".into(),
        trials.iter().filter(|t| t.area >= 0.02).collect(),
    );
    for kind in PIPELINES {
        let chosen = trials
            .iter()
            .filter(|t| t.area == 0.0 && t.kind == kind)
            .collect();
        line(format!("untouched, {kind}"), chosen);
    }
    let untouched = |t: &&Trial| t.area == 0.0 && t.kind != "another picture";
    line(
        "untouched, all".into(),
        trials.iter().filter(untouched).collect(),
    );
    line(
        "another picture".into(),
        trials
            .iter()
            .filter(|t| t.kind == "another picture")
            .collect(),
    );
    let worst = trials
        .iter()
        .filter(untouched)
        .map(|t| t.similarity)
        .fold(1.0, f64::min);
    let edited = trials
        .iter()
        .filter(|t| t.area > 0.0)
        .map(|t| t.similarity)
        .fold(1.0, f64::min);
    let other = trials
        .iter()
        .filter(|t| t.kind == "another picture")
        .map(|t| t.similarity)
        .fold(0.0, f64::max);
    println!(
        "similarity: untouched >= {worst:.3}, edited >= {edited:.3}, another picture <= {other:.3}"
    );
}
