//! How small a change between a picture and its parent is seen, and how often an unchanged one is
//! flagged, by the parent itself and by small copies of it.
//!
//! `cargo bench -p hallmark --bench parents --ignore-rust-version -- FOLDER [held-out]`: the JPEG and PNG
//! pictures of the folder with 200 pixels a side and more; `held-out` takes two of every three in
//! order of name, and without it the third is taken, on which the limits were set.
#![allow(
    clippy::unwrap_used,
    clippy::as_conversions,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench over pictures of the user's own"
)]

use std::{collections::BTreeMap, path::PathBuf};

use hallmark::fingerprint::{
    Pixels, Registration,
    compare::compare,
    grid::Grid,
    largest_difference,
    pdq::{Hashed, Turn},
};
use image::{DynamicImage, GenericImageView as _, codecs::jpeg::JpegEncoder, imageops::FilterType};

/// As `picture/parent.rs` and `verdict/contradictions/parent.rs` have them.
const REGION: f32 = 40.0;
const BLOCK: f32 = 3.0;
const CELL: f32 = 2.0;
const CHANGED_CELL: f32 = 8.0;
const WHOLE: f64 = 0.97;
const CROPPED: f64 = 0.85;

/// What was made of the picture, by what shows the parent: pictures, changed, unchanged, the largest
/// deviation of a cell.
type Table = BTreeMap<(&'static str, String), (u32, u32, u32, f32)>;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let held_out = arguments.iter().any(|argument| argument == "held-out");
    let folder = arguments
        .iter()
        .find(|argument| !argument.starts_with("--") && *argument != "held-out");
    let Some(folder) = folder else {
        println!("no folder given");
        return;
    };
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let extension = path.extension().unwrap_or_default();
            extension == "jpg" || extension == "png"
        })
        .collect();
    paths.sort();
    let mut table = Table::new();
    for (position, path) in paths.iter().enumerate() {
        if (position % 3 == 0) == held_out {
            continue;
        }
        let Ok(picture) = image::open(path) else {
            continue;
        };
        let picture = DynamicImage::ImageRgb8(picture.to_rgb8());
        if picture.width().min(picture.height()) >= 200 {
            measure(&within(&picture, 2400), &mut table);
        }
    }
    println!("parent shown by     picture                  n  changed  unchanged  largest cell");
    for ((witness, kind), (count, changed, unchanged, largest)) in &table {
        println!("{witness:18}  {kind:22} {count:3}  {changed:7}  {unchanged:9}  {largest:12.2}");
    }
}

fn measure(picture: &DynamicImage, table: &mut Table) {
    let (width, height) = picture.dimensions();
    let mut children = vec![
        ("as it was".to_owned(), picture.clone()),
        ("jpeg 75".to_owned(), jpeg(picture, 75)),
        ("jpeg 50".to_owned(), jpeg(picture, 50)),
        (
            "60 % + jpeg 80".to_owned(),
            jpeg(
                &picture.resize_exact(width * 6 / 10, height * 6 / 10, FilterType::CatmullRom),
                80,
            ),
        ),
        ("800 + jpeg 75".to_owned(), jpeg(&within(picture, 800), 75)),
        (
            "brighter + jpeg 85".to_owned(),
            jpeg(&picture.brighten(12), 85),
        ),
    ];
    for percent in [2, 4, 8, 15] {
        let patched = jpeg(&patched(picture, percent), 85);
        children.push((format!("edit {percent:2} % a side"), patched));
    }
    for percent in [2, 5, 10, 20] {
        let cropped = picture.crop_imm(0, 0, width - width * percent / 100, height);
        children.push((format!("crop {percent:2} %"), jpeg(&cropped, 85)));
    }
    for (witness, parent) in [
        ("file", within(picture, 1024)),
        ("copy of 512", jpeg(&within(picture, 512), 80)),
        ("copy of 256", jpeg(&within(picture, 256), 75)),
        ("copy of 160", jpeg(&within(picture, 160), 75)),
    ] {
        for (kind, child) in &children {
            if let Some((changed, unchanged, cell)) = judge(&parent, child) {
                let row = table.entry((witness, kind.clone())).or_default();
                row.0 += 1;
                row.1 += u32::from(changed);
                row.2 += u32::from(unchanged);
                row.3 = row.3.max(cell);
            }
        }
    }
}

/// Whether a child counts as changed, whether as unchanged, and its largest deviation of a cell.
fn judge(parent: &DynamicImage, child: &DynamicImage) -> Option<(bool, bool, f32)> {
    let reference = Pixels::from_image(parent).ok()?;
    let in_hand = Pixels::from_image(child).ok()?;
    if Hashed::of(&reference).quality() < 50 || Hashed::of(&in_hand).quality() < 50 {
        return None;
    }
    let cell = largest_difference(&reference, &in_hand, Turn::None);
    let whole = Registration::whole(in_hand.width(), in_hand.height());
    let compared = compare(&Grid::of(&reference), &in_hand, &whole)?;
    let block = compared
        .distances
        .iter()
        .flatten()
        .copied()
        .fold(0.0, f32::max);
    let changed = !compared.same_picture
        || !compared.regions_from(REGION).is_empty()
        || compared.judged < CROPPED
        || cell >= CHANGED_CELL;
    let unchanged = !changed && block < BLOCK && cell < CELL && compared.judged >= WHOLE;
    Some((changed, unchanged, cell))
}

fn within(picture: &DynamicImage, longest: u32) -> DynamicImage {
    if picture.width().max(picture.height()) > longest {
        picture.resize(longest, longest, FilterType::Lanczos3)
    } else {
        picture.clone()
    }
}

fn jpeg(picture: &DynamicImage, quality: u8) -> DynamicImage {
    let mut out = Vec::new();
    picture
        .to_rgb8()
        .write_with_encoder(JpegEncoder::new_with_quality(&mut out, quality))
        .unwrap();
    image::load_from_memory(&out).unwrap()
}

/// A square of the picture, of that share of its shorter side, copied elsewhere.
fn patched(picture: &DynamicImage, percent: u32) -> DynamicImage {
    let mut out = picture.to_rgb8();
    let (width, height) = out.dimensions();
    let side = (width.min(height) * percent / 100).max(2);
    let patch = image::imageops::crop_imm(&out, width / 10, height / 10, side, side).to_image();
    let (left, top) = (width * 6 / 10, height * 55 / 100);
    image::imageops::overlay(&mut out, &patch, left.into(), top.into());
    DynamicImage::ImageRgb8(out)
}
