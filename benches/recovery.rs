//! How many credentials come back after what platforms do to pictures, and whether a copied mark
//! ever vouches for a picture that it does not belong to.
//!
//! ```text
//! cargo bench -p hallmark --features registry --bench recovery --ignore-rust-version -- FOLDER
//! ```
//!
//! Every photograph of [`PICTURES`] in the folder is published into one registry, with marks of the
//! public key, and then put through each pipeline. Without a folder it runs on pictures that it draws itself,
//! so that it always runs. Results stand in `spec/publishing.md`.
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

use std::{
    io::Cursor,
    path::{Path, PathBuf},
    sync::Mutex,
};

use hallmark::{
    credentials::{
        identity::{Identity, NewIdentity, SEED_BYTES, create_identity},
        sign::Signatory,
        trust::TrustStore,
    },
    examine::{self, Witnesses},
    labels::SourceType,
    picture::MarkKey,
    publish::{Mark, Plan, Privacy, Publisher},
    recovery,
    registry::{OpenMode, Registries, Sqlite},
    verdict::{Policy, Statement, judge},
    watermark::{
        EmbedSettings, Key,
        attack::{Dice, copy_residual},
    },
};
use image::{
    DynamicImage, GenericImage as _, ImageFormat, Rgb, RgbImage,
    imageops::{self, FilterType},
};
use time::macros::datetime;

/// Photographs of 0.39 to 12.2 megapixels.
const PICTURES: [&str; 20] = [
    "kodak01.png",
    "kodak03.png",
    "kodak05.png",
    "kodak07.png",
    "kodak09.png",
    "kodak11.png",
    "kodak13.png",
    "kodak15.png",
    "kodak17.png",
    "kodak19.png",
    "kodak21.png",
    "kodak23.png",
    "ashim_6mp.jpg",
    "book_12mp_portrait.jpg",
    "canyon_panorama.jpg",
    "denali.webp",
    "imagers_12mp.jpg",
    "nasa_12mp.jpg",
    "ng_6mp.jpg",
    "tj_10mp_smooth.jpg",
];

const PIPELINES: [&str; 6] = [
    "1080 px wide, JPEG 75",
    "JPEG 50",
    "crop to 60 % of the area, JPEG 85",
    "turned by 5 degrees and cropped, JPEG 85",
    "PNG screenshot on a larger canvas",
    "512 px thumbnail, JPEG 70",
];

/// Pairs of the copy attack.
const PAIRS: usize = 50;

struct Picture {
    name: String,
    original: RgbImage,
    published: RgbImage,
    manifest: String,
    marked: bool,
}

fn main() {
    let folder = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with("--"))
        .map(PathBuf::from);
    let temporary = tempfile::tempdir().unwrap();
    let registry = temporary.path().join("registry");
    let sources = sources(folder.as_deref());
    let desk = Desk::new(&registry);
    println!("with the public key:");
    let pictures = desk.publish(&sources, &Key::public(), true);
    let mut outcomes = pipelines(&pictures, &registry, &[]);
    println!("with a private key:");
    let private = MarkKey::read(&[0x5A; 32]).unwrap();
    let second = desk.publish(&sources, &private.key(), false);
    outcomes.extend(pipelines(&second, &registry, &[private]));
    table(&outcomes);
    changes(&pictures, &desk);
    copies(&pictures, &registry);
}

/// Names and files.
fn sources(folder: Option<&Path>) -> Vec<(String, Vec<u8>)> {
    let Some(folder) = folder else {
        return (0..3_u64)
            .map(|seed| (format!("drawn {seed}"), png(&drawn(seed))))
            .collect();
    };
    PICTURES
        .iter()
        .map(|name| {
            let file = std::fs::read(folder.join(name)).unwrap_or_else(|error| {
                panic!("{name}: {error}");
            });
            ((*name).to_owned(), file)
        })
        .collect()
}

/// Who publishes.
struct Desk {
    identity: Identity,
    registry: PathBuf,
}

/// The moment of everything here.
const MOMENT: time::OffsetDateTime = datetime!(2026-11-15 0:00 UTC);

impl Desk {
    fn new(registry: &Path) -> Self {
        let request = NewIdentity {
            name: "Press desk".to_owned(),
            organization: "Example News".to_owned(),
            not_before: datetime!(2026-01-01 0:00 UTC),
            days: 3650,
        };
        let seed = zeroize::Zeroizing::new([7_u8; SEED_BYTES]);
        let created = create_identity(&request, &seed).unwrap();
        Self {
            identity: Identity::read(&created.chain_pem, &created.key_pem).unwrap(),
            registry: registry.to_owned(),
        }
    }

    fn publish(&self, sources: &[(String, Vec<u8>)], key: &Key, told: bool) -> Vec<Picture> {
        let signatory = Signatory::new(&self.identity, None, MOMENT).unwrap();
        let plan = Plan {
            source_type: Some(SourceType::DigitalCapture),
            system: None,
            system_version: None,
            title: None,
            author: None,
            licence: None,
            privacy: Privacy::Keep,
            key: key.clone(),
            embedding: EmbedSettings::default(),
            only_marked: false,
        };
        let mut sqlite = Sqlite::open(&self.registry, OpenMode::Create).unwrap();
        let publisher = Publisher::new(&plan, &signatory, &mut sqlite, MOMENT.unix_timestamp());
        parallel(sources, |(name, file)| {
            let published = publisher.publish(name, file).unwrap();
            let marked = match &published.mark {
                Mark::Written { report, .. } => {
                    if told {
                        let words = report.endurance.words();
                        println!("{name}: marked, PSNR {:.1} dB, {words}", report.psnr);
                    }
                    true
                }
                Mark::Impossible(reason) => {
                    println!("{name}: not marked: {reason}");
                    false
                }
            };
            Picture {
                name: name.clone(),
                original: upright(file),
                published: upright(&published.file),
                manifest: published.manifest_id,
                marked,
            }
        })
    }
}

/// What became of one bare copy.
struct Outcome {
    pipeline: usize,
    /// Whether the manifest is the right one; nothing when none came back.
    right: Option<bool>,
    /// Whether a changed region is reported, though nothing was changed.
    flagged: bool,
}

fn pipelines(pictures: &[Picture], registry: &Path, keys: &[MarkKey]) -> Vec<Outcome> {
    let trials: Vec<(usize, usize)> = (0..PIPELINES.len())
        .flat_map(|pipeline| (0..pictures.len()).map(move |picture| (pipeline, picture)))
        .collect();
    parallel(&trials, |&(pipeline, index)| {
        let picture = &pictures[index];
        let bare = degraded(&picture.published, pipeline);
        let statement = recovered(&bare, registry, keys);
        let right = statement
            .recovered
            .as_ref()
            .filter(|found| found.speaks())
            .and_then(|found| found.manifest_id.as_ref())
            .map(|manifest| *manifest == picture.manifest);
        let changed = statement
            .recovered
            .as_ref()
            .and_then(|found| found.changed_regions.as_ref())
            .is_some_and(|regions| !regions.is_empty());
        if right != Some(true) {
            println!("not recovered: {}, {}", picture.name, PIPELINES[pipeline]);
        }
        if changed {
            let regions = statement
                .recovered
                .as_ref()
                .and_then(|found| found.changed_regions.clone());
            println!(
                "flagged: {}, {}: {regions:?}",
                picture.name, PIPELINES[pipeline]
            );
        }
        Outcome {
            pipeline,
            right,
            flagged: changed,
        }
    })
}

fn table(outcomes: &[Outcome]) {
    println!(
        "\n{:44} {:>6} {:>9} {:>6} {:>8}",
        "pipeline", "trials", "recovered", "wrong", "flagged"
    );
    let row = |name: &str, of: &dyn Fn(usize) -> bool| {
        let chosen: Vec<_> = outcomes.iter().filter(|one| of(one.pipeline)).collect();
        let count = |wanted: Option<bool>| chosen.iter().filter(|one| one.right == wanted).count();
        let flagged = chosen.iter().filter(|one| one.flagged).count();
        println!(
            "{name:44} {:>6} {:>8.1}% {:>6} {:>8}",
            chosen.len(),
            100.0 * count(Some(true)) as f64 / chosen.len() as f64,
            count(Some(false)),
            flagged
        );
    };
    for (index, name) in PIPELINES.iter().enumerate() {
        row(name, &|pipeline| pipeline == index);
    }
    row("all", &|_| true);
    println!("flagged: untouched copies in which a changed region is reported");
}

/// Edits of published pictures, bare, 1080 pixels wide and at JPEG 75.
fn changes(pictures: &[Picture], desk: &Desk) {
    const AREAS: [f64; 4] = [0.01, 0.02, 0.05, 0.10];
    let trials: Vec<(usize, usize, usize)> = (0..edits::KINDS.len())
        .flat_map(|kind| {
            (0..AREAS.len())
                .flat_map(move |area| (0..pictures.len()).map(move |picture| (kind, area, picture)))
        })
        .collect();
    let hits = parallel(&trials, |&(kind, area, index)| {
        let seed =
            0x9E37_79B9_7F4A_7C15_u64.wrapping_mul((index * 64 + kind * 8 + area) as u64 + 1);
        let other = &pictures[(index + 1) % pictures.len()].original;
        let (name, picture) = (edits::KINDS[kind], &pictures[index]);
        // Printed digits must be there before the picture is published.
        let base = if name == "text" {
            &picture.original
        } else {
            &picture.published
        };
        let (signed, mut changed, at) = edits::edited(base, other, name, AREAS[area], seed);
        if name == "text" {
            let source = [(format!("{} with digits", picture.name), png(&signed))];
            let published = desk
                .publish(&source, &Key::public(), false)
                .remove(0)
                .published;
            // The change of the digits, on the published pixels.
            changed = added(&changed, &signed, &published);
        }
        let statement = recovered(&degraded(&changed, 0), &desk.registry, &[]);
        let regions = statement
            .recovered
            .as_ref()
            .and_then(|found| found.changed_regions.clone())
            .unwrap_or_default();
        edits::found(&regions, edits::truth(at, &signed))
    });
    println!("\nedits found, after 1080 px and JPEG 75:");
    println!("{:10}{:>8}{:>8}{:>8}{:>8}", "", "1 %", "2 %", "5 %", "10 %");
    let share = |of: &dyn Fn(usize, usize) -> bool| {
        let chosen = trials
            .iter()
            .zip(&hits)
            .filter(|((kind, area, _), _)| of(*kind, *area));
        let (all, found) = chosen.fold((0.0, 0.0), |(all, found), (_, hit)| {
            (all + 1.0, found + f64::from(u8::from(*hit)))
        });
        (found / all, all)
    };
    for (kind, name) in edits::KINDS.iter().enumerate() {
        print!("{name:10}");
        for area in 0..AREAS.len() {
            print!("{:>8.2}", share(&|k, a| (k, a) == (kind, area)).0);
        }
        println!();
    }
    let (found, all) = share(&|_, area| area > 0);
    println!("from 2 %: {:.1} % of {all}", found * 100.0);
}

/// The mark of one picture, in another: estimated as a thief would, and exactly.
fn copies(pictures: &[Picture], registry: &Path) {
    let marked: Vec<&Picture> = pictures.iter().filter(|picture| picture.marked).collect();
    let count = marked.len();
    let pairs: Vec<(usize, usize)> = (1..count)
        .flat_map(|step| (0..count).map(move |first| (first, (first + step) % count)))
        .take(PAIRS)
        .collect();
    println!(
        "\n{:28} {:>6} {:>9} {:>9} {:>9}",
        "copy attack", "pairs", "mark read", "refused", "accepted"
    );
    for exact in [false, true] {
        let outcomes = parallel(&pairs, |&(first, second)| {
            let (from, to) = (marked[first], marked[second]);
            let (width, height) = from.published.dimensions();
            let target = imageops::resize(&to.original, width, height, FilterType::CatmullRom);
            let copied = if exact {
                added(&from.published, &from.original, &target)
            } else {
                copy_residual(&from.published, &target).unwrap()
            };
            let statement = recovered(&jpeg(&copied, 92), registry, &[]);
            let codes: Vec<_> = statement
                .findings
                .iter()
                .map(|finding| finding.code.as_str())
                .collect();
            let read = !statement.evidence.watermark.marks.is_empty();
            let refused = codes.contains(&"recovery.otherPicture");
            let accepted = statement.recovered.as_ref().is_some_and(|found| {
                found.speaks() && found.manifest_id.as_ref() == Some(&from.manifest)
            });
            (read, refused, accepted)
        });
        let count =
            |of: fn(&(bool, bool, bool)) -> bool| outcomes.iter().filter(|one| of(one)).count();
        println!(
            "{:28} {:>6} {:>9} {:>9} {:>9}",
            if exact {
                "the exact difference"
            } else {
                "an estimate of the mark"
            },
            outcomes.len(),
            count(|one| one.0),
            count(|one| one.1),
            count(|one| one.2)
        );
    }
}

/// `target` with the difference between `marked` and `original` added.
fn added(marked: &RgbImage, original: &RgbImage, target: &RgbImage) -> RgbImage {
    let mut out = target.clone();
    for ((sample, after), before) in out.iter_mut().zip(marked.iter()).zip(original.iter()) {
        let change = i16::from(*after) - i16::from(*before);
        *sample = (i16::from(*sample) + change).clamp(0, 255) as u8;
    }
    out
}

/// Everything that `hallmark recover` does, in this process.
fn recovered(file: &[u8], registry: &Path, keys: &[MarkKey]) -> Statement {
    let settings = examine::Settings {
        witnesses: Witnesses {
            credentials: true,
            labels: true,
            watermark: true,
            fingerprint: true,
        },
        keys: keys.to_vec(),
        ..examine::Settings::default()
    };
    let length = file.len() as u64;
    let mut evidence = examine::examine(&mut Cursor::new(file), length, None, &settings).unwrap();
    let mut registries = Registries::default();
    registries.push(Box::new(Sqlite::open(registry, OpenMode::Read).unwrap()));
    let (mut recovery, candidates) = recovery::look_up(&evidence, &registries);
    recovery.found =
        recovery::examine(&mut Cursor::new(file), length, candidates, &settings).unwrap();
    evidence.recovery = Some(recovery);
    let trust = TrustStore::default();
    judge(
        evidence,
        &Policy::new(&trust, datetime!(2026-11-15 0:00 UTC)),
    )
}

fn degraded(picture: &RgbImage, pipeline: usize) -> Vec<u8> {
    let (width, height) = picture.dimensions();
    match pipeline {
        0 => {
            let scaled = height * 1080 / width;
            jpeg(
                &imageops::resize(picture, 1080, scaled, FilterType::Lanczos3),
                75,
            )
        }
        1 => jpeg(picture, 50),
        2 => {
            let side = 0.6_f64.sqrt();
            let (w, h) = (
                (f64::from(width) * side) as u32,
                (f64::from(height) * side) as u32,
            );
            // Off the middle, and off any grid.
            let (x, y) = ((width - w) * 2 / 5 + 3, (height - h) * 3 / 5 + 5);
            jpeg(
                &imageops::crop_imm(picture, x.min(width - w), y.min(height - h), w, h).to_image(),
                85,
            )
        }
        3 => jpeg(&turned(picture, 5.0), 85),
        4 => png(&screenshot(picture)),
        _ => {
            let small = DynamicImage::from(picture.clone()).resize(512, 512, FilterType::Lanczos3);
            jpeg(&small.to_rgb8(), 70)
        }
    }
}

/// Turned about its middle, and cropped to what stays inside.
fn turned(picture: &RgbImage, degrees: f64) -> RgbImage {
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    let (sin, cos) = degrees.to_radians().sin_cos();
    // The largest rectangle of the same shape that lies inside the turned one.
    let share = (width / (width * cos + height * sin)).min(height / (width * sin + height * cos));
    let (w, h) = ((width * share) as u32, (height * share) as u32);
    RgbImage::from_fn(w, h, |x, y| {
        let (x, y) = (
            f64::from(x) + 0.5 - f64::from(w) / 2.0,
            f64::from(y) + 0.5 - f64::from(h) / 2.0,
        );
        let at = (
            cos * x - sin * y + width / 2.0 - 0.5,
            sin * x + cos * y + height / 2.0 - 0.5,
        );
        imageops::interpolate_bilinear(picture, at.0 as f32, at.1 as f32).unwrap_or(Rgb([0; 3]))
    })
}

/// The picture in a window on a desktop.
fn screenshot(picture: &RgbImage) -> RgbImage {
    let mut canvas = RgbImage::from_pixel(1920, 1200, Rgb([236, 237, 239]));
    let bar = RgbImage::from_pixel(1920, 48, Rgb([43, 45, 48]));
    canvas.copy_from(&bar, 0, 0).unwrap();
    let fitted = DynamicImage::from(picture.clone()).resize(1500, 1000, FilterType::Triangle);
    canvas.copy_from(&fitted.to_rgb8(), 157, 101).unwrap();
    canvas
}

fn jpeg(picture: &RgbImage, quality: u8) -> Vec<u8> {
    let (width, height) = picture.dimensions();
    let mut out = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut out, quality);
    encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::F_2_2);
    encoder
        .encode(
            picture.as_raw(),
            width as u16,
            height as u16,
            jpeg_encoder::ColorType::Rgb,
        )
        .unwrap();
    out
}

fn png(picture: &RgbImage) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, ImageFormat::Png).unwrap();
    out.into_inner()
}

fn upright(file: &[u8]) -> RgbImage {
    use image::ImageDecoder as _;
    let reader = image::ImageReader::new(Cursor::new(file))
        .with_guessed_format()
        .unwrap();
    let mut decoder = reader.into_decoder().unwrap();
    let orientation = decoder.orientation().unwrap();
    let mut image = DynamicImage::from_decoder(decoder).unwrap();
    image.apply_orientation(orientation);
    image.to_rgb8()
}

/// Soft noise over three octaves: a stand-in for a photograph.
fn drawn(seed: u64) -> RgbImage {
    let mut dice = Dice::new(seed);
    let mut small = RgbImage::new(96, 64);
    for pixel in small.pixels_mut() {
        let level = (120.0 + 40.0 * dice.normal()).clamp(0.0, 255.0) as u8;
        *pixel = Rgb([level, level.saturating_add(9), level.saturating_sub(9)]);
    }
    let mut out = imageops::resize(&imageops::blur(&small, 1.5), 960, 640, FilterType::Triangle);
    for sample in out.iter_mut() {
        *sample = (f32::from(*sample) + 4.0 * dice.normal()).clamp(0.0, 255.0) as u8;
    }
    out
}

/// `work` over every item, on all cores, results in order.
fn parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let results = Mutex::new(Vec::new());
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
                    let Some(item) = items.get(index) else { break };
                    let result = work(item);
                    results.lock().unwrap().push((index, result));
                }
            });
        }
    });
    let mut results = results.into_inner().unwrap();
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}
