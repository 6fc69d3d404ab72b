//! Looks for marks where there are none, in number, and goes on where it stopped.
//!
//! `false_alarms STATE LOOKS PICTURE...` looks at crops of unmarked pictures and at synthetic
//! pictures of 256 to 1024 pixels a side with the public key; `false_alarms STATE keys PICTURE...`
//! marks the pictures and looks at each with a thousand other keys. `STATE` gains a line a block;
//! blocks that it holds are not done again. The histogram is of the greatest statistic that any
//! decode of a look reached.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::as_conversions,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a job run by hand over the caller's pictures"
)]

use std::{
    collections::{BTreeMap, HashSet},
    fs::{self, OpenOptions},
    io::Write,
    process::ExitCode,
    sync::{
        Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

use hallmark::watermark::attack::Dice;
use hallmark::watermark::{
    DetectSettings, Detection, EmbedSettings, Key, Payload, State, detect, embed,
};
use image::{DynamicImage, ImageReader, Rgb, RgbImage, imageops};

/// Looks a line of the state.
const BLOCK: u64 = 100;
/// Keys that one look tries, and blocks of them a marked picture.
const KEYS: u64 = 25;
const KEY_BLOCKS: u64 = 40;

/// What one block of looks came to.
#[derive(Default)]
struct Tally {
    looks: u64,
    found: u64,
    damaged: u64,
    /// Looks by greatest statistic, in halves.
    histogram: BTreeMap<u64, u64>,
}

impl Tally {
    fn add(&mut self, answer: &Detection) {
        self.looks += 1;
        self.found += u64::from(answer.state == State::Found);
        self.damaged += u64::from(answer.state == State::Damaged);
        let half = (answer.tried.statistic * 2.0) as u64;
        *self.histogram.entry(half).or_default() += 1;
    }

    fn line(&self, block: &str) -> String {
        let bins: Vec<String> = self
            .histogram
            .iter()
            .map(|(half, n)| format!("{half}:{n}"))
            .collect();
        let (looks, found, damaged) = (self.looks, self.found, self.damaged);
        format!("{block}\t{looks}\t{found}\t{damaged}\t{}", bins.join(" "))
    }

    fn read(&mut self, line: &str) -> Option<()> {
        let mut fields = line.split('\t').skip(1);
        self.looks += fields.next()?.parse::<u64>().ok()?;
        self.found += fields.next()?.parse::<u64>().ok()?;
        self.damaged += fields.next()?.parse::<u64>().ok()?;
        for bin in fields.next()?.split(' ') {
            let (half, n) = bin.split_once(':')?;
            let entry = self.histogram.entry(half.parse().ok()?).or_default();
            *entry += n.parse::<u64>().ok()?;
        }
        Some(())
    }
}

fn open(path: &str) -> RgbImage {
    let reader = ImageReader::open(path).unwrap().with_guessed_format();
    reader.unwrap().decode().unwrap().to_rgb8()
}

fn whole(dice: &mut Dice, low: f32, high: f32) -> u32 {
    dice.between(low, high) as u32
}

/// The picture of one look: half of them crops, an eighth each noise, gratings, flat and text.
fn scene(look: u64, pictures: &[RgbImage]) -> DynamicImage {
    let mut dice = Dice::new(look.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 77);
    // Sides of 256 to 1024, as many below 512 as above.
    let side = |dice: &mut Dice| 2_f32.powf(dice.between(8.0, 10.0)) as u32;
    let (width, height) = (side(&mut dice), side(&mut dice));
    let picture = match look % 8 {
        0..4 => {
            let from = &pictures[(dice.bits() % pictures.len() as u64) as usize];
            let (w, h) = (width.min(from.width()), height.min(from.height()));
            let left = whole(&mut dice, 0.0, (from.width() - w + 1) as f32);
            let top = whole(&mut dice, 0.0, (from.height() - h + 1) as f32);
            imageops::crop_imm(from, left, top, w, h).to_image()
        }
        4 => {
            let (level, sigma) = (dice.between(40.0, 215.0), dice.between(1.0, 60.0));
            let soft = dice.between(0.0, 3.0);
            let noise = RgbImage::from_fn(width, height, |_, _| {
                let v = level + sigma * dice.normal();
                Rgb([v as u8, (v + 3.0 * dice.normal()) as u8, v as u8])
            });
            if soft > 0.5 {
                imageops::blur(&noise, soft)
            } else {
                noise
            }
        }
        5 => {
            let mut waves = Vec::new();
            for _ in 0..whole(&mut dice, 1.0, 14.0) {
                let (x, y) = (dice.between(-0.4, 0.4), dice.between(-0.4, 0.4));
                waves.push((x, y, dice.between(0.0, 6.3), dice.between(1.0, 30.0)));
            }
            RgbImage::from_fn(width, height, |x, y| {
                let wave = |&(kx, ky, phase, a): &(f32, f32, f32, f32)| {
                    a * (std::f32::consts::TAU * (kx * x as f32 + ky * y as f32) + phase).cos()
                };
                let v = 128.0 + waves.iter().map(wave).sum::<f32>() + dice.normal();
                Rgb([v as u8; 3])
            })
        }
        6 => {
            let (level, slope) = (dice.between(0.0, 255.0), dice.between(0.0, 60.0));
            let grain = dice.between(0.0, 1.0).max(0.5) - 0.5;
            RgbImage::from_fn(width, height, |x, y| {
                let v = level + slope * (x + y) as f32 / (width + height) as f32;
                Rgb([(v + grain * dice.normal()) as u8; 3])
            })
        }
        _ => text(width, height, &mut dice),
    };
    DynamicImage::ImageRgb8(picture)
}

/// Lines of glyph-like dots on paper.
fn text(width: u32, height: u32, dice: &mut Dice) -> RgbImage {
    let (cell, line) = (whole(dice, 5.0, 14.0), whole(dice, 10.0, 30.0));
    let glyphs: Vec<u64> = (0..40).map(|_| dice.bits() & dice.bits()).collect();
    let letters: Vec<usize> = (0..4096).map(|_| (dice.bits() % 52) as usize).collect();
    RgbImage::from_fn(width, height, |x, y| {
        let letter = letters[((y / line * 61 + x / cell) % 4096) as usize];
        let (i, j) = (x % cell * 8 / cell, y % line * 10 / line);
        let ink = glyphs
            .get(letter)
            .is_some_and(|g| j < 8 && i < 7 && g >> (j * 8 + i) & 1 == 1);
        Rgb([if ink { 20 } else { 250 }; 3])
    })
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [state, what, paths @ ..] = arguments.as_slice() else {
        println!("false_alarms STATE LOOKS|keys PICTURE...");
        return ExitCode::from(2);
    };
    let mut pictures: Vec<RgbImage> = paths.iter().map(|path| open(path)).collect();
    let keys = what == "keys";
    if keys {
        for (picture, payload) in pictures.iter_mut().zip(1..) {
            let source = DynamicImage::ImageRgb8(std::mem::take(picture));
            let settings = EmbedSettings::default();
            let marked = embed(&source, Payload::new(payload), &Key::public(), &settings);
            *picture = marked.unwrap().image.to_rgb8();
        }
    }
    let blocks = if keys {
        pictures.len() as u64 * KEY_BLOCKS
    } else {
        what.parse::<u64>().unwrap().div_ceil(BLOCK)
    };
    let done: HashSet<String> = fs::read_to_string(state)
        .unwrap_or_default()
        .lines()
        .filter_map(|line| line.split('\t').next().map(str::to_owned))
        .collect();
    let file = OpenOptions::new().create(true).append(true).open(state);
    let (file, next) = (Mutex::new(file.unwrap()), AtomicU64::new(0));
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let block = next.fetch_add(1, Ordering::Relaxed);
                    if block >= blocks {
                        break;
                    }
                    let name = format!("{}{block}", if keys { "key" } else { "look" });
                    if done.contains(&name) {
                        continue;
                    }
                    let mut tally = Tally::default();
                    if keys {
                        let others: Vec<Key> = (0..KEYS)
                            .map(|i| other(block % KEY_BLOCKS * KEYS + i))
                            .collect();
                        let picture = &pictures[(block / KEY_BLOCKS) as usize];
                        let image = DynamicImage::ImageRgb8(picture.clone());
                        tally.add(&look(&image, &others));
                    } else {
                        for at in block * BLOCK..(block + 1) * BLOCK {
                            tally.add(&look(&scene(at, &pictures), &[Key::public()]));
                        }
                    }
                    writeln!(file.lock().unwrap(), "{}", tally.line(&name)).unwrap();
                }
            });
        }
    });
    let mut all = Tally::default();
    for line in fs::read_to_string(state).unwrap().lines() {
        let _ = all.read(line);
    }
    println!(
        "{} looks, {} found, {} damaged",
        all.looks, all.found, all.damaged
    );
    for (half, n) in &all.histogram {
        println!("{:5.1}  {n}", *half as f64 / 2.0);
    }
    ExitCode::SUCCESS
}

fn look(image: &DynamicImage, keys: &[Key]) -> Detection {
    detect(image, keys, &DetectSettings::default()).unwrap()
}

fn other(number: u64) -> Key {
    let mut secret = [0; 32];
    let mut dice = Dice::new(number ^ 0x5eed);
    for part in secret.chunks_mut(8) {
        part.copy_from_slice(&dice.bits().to_le_bytes());
    }
    Key::from_secret(secret)
}
