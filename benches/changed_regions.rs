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

mod edits;

use std::{path::PathBuf, sync::Mutex};

use edits::KINDS;

use hallmark::fingerprint::{Pixels, Registration, compare::compare, grid::Grid};
use image::{DynamicImage, Rgb, RgbImage, imageops};

const AREAS: [f64; 4] = [0.01, 0.02, 0.05, 0.10];
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
    let mut random = edits::Random(seed + 77);
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

fn examine(name: &str, picture: &RgbImage, other: &RgbImage, index: u64) -> Vec<Trial> {
    let mut trials = Vec::new();
    for (number, kind) in KINDS.into_iter().enumerate() {
        for (step, area) in AREAS.into_iter().enumerate() {
            let seed = 0x9E37_79B9_7F4A_7C15_u64
                .wrapping_mul(index * 64 + number as u64 * 8 + step as u64 + 1);
            let (signed, edited, at) = edits::edited(picture, other, kind, area, seed);
            let visible = difference(&signed, &edited, at);
            let grid = Grid::of(&pixels(&signed));
            let (copy, registration) = pipeline(&edited, PIPELINES[0]);
            let result = compare(&grid, &pixels(&copy), &registration).unwrap();
            let truth = edits::truth(at, &signed);
            trials.push(Trial {
                picture: name.to_owned(),
                kind,
                area,
                same: result.same_picture,
                similarity: result.similarity,
                hits: LIMITS.map(|limit| edits::found(&result.regions_from(limit), truth)),
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

/// Mean change of a sample inside the place, in levels.
fn difference(a: &RgbImage, b: &RgbImage, at: edits::Place) -> f64 {
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
