//! Every contradiction has a file that raises it and nothing else; files of the ordinary kind raise
//! none.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use hallmark::watermark::open::Scheme;
use image::{DynamicImage, GenericImageView as _, RgbImage, codecs::jpeg::JpegEncoder};
use serde_json::Value;
use tempfile::TempDir;

use crate::{
    common::{AT, hallmark, records, root, stderr},
    support::media,
};

#[path = "../fixtures/generator/open_mark.rs"]
mod open_mark;

/// The file of each, below `fixtures/`.
const FILES: [(&str, &str); 14] = [
    ("aiEdit.unseen", "contradictions/ai-edit-unseen.jpg"),
    ("step.undeclared", "contradictions/step-undeclared.jpg"),
    ("language.differs", "contradictions/language-differs.mp4"),
    ("labels.disagree", "contradictions/labels-disagree.jpg"),
    (
        "credential.captured.label.generated",
        "signed/captured-but-labelled.jpg",
    ),
    (
        "credential.captured.mark.generated",
        "contradictions/captured-generators-mark.png",
    ),
    (
        "credential.removed",
        "contradictions/credential-removed.jpg",
    ),
    (
        "credential.mark.differs",
        "contradictions/mark-of-another.jpg",
    ),
    ("binding.mark.differs", "contradictions/mark-differs.jpg"),
    ("label.partial", "contradictions/label-partial.jpg"),
    ("dates.disordered", "contradictions/dates-disordered.jpg"),
    ("dimensions.differ", "contradictions/dimensions-differ.jpg"),
    (
        "orientation.differs",
        "contradictions/orientation-differs.jpg",
    ),
    ("thumbnail.differs", "contradictions/thumbnail-differs.jpg"),
];

/// The one that a registry shows, in which this file is registered.
const BY_REGISTRY: (&str, &str) = ("credential.mark.differs", "contradictions/mark-named.jpg");

/// Codes of the contradictions that a check with pixels names.
fn contradictions(path: &Path, more: &[&str]) -> Vec<String> {
    let output = hallmark()
        .env_remove("HALLMARK_NO_PIXELS")
        .args(["check", "--at", AT, "--format", "ndjson"])
        .args(["--trust", "fixtures/trust/test.pack.json"])
        .args(more)
        .arg(path)
        .output()
        .unwrap();
    let record = records(&output).remove(0);
    let named = record["contradictions"].as_array().unwrap();
    named
        .iter()
        .map(|code| code.as_str().unwrap().to_owned())
        .collect()
}

fn run(folder: &Path, arguments: &[&str]) -> Vec<Value> {
    let output = hallmark()
        .env_remove("HALLMARK_NO_PIXELS")
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    records(&output)
}

/// `hallmark sign` with the identity of the tests, as a picture that a camera took.
fn sign(folder: &Path, name: &str, out: &str) {
    let identity = root().join("fixtures/keys/identity");
    run(
        folder,
        &[
            "sign",
            name,
            "-o",
            out,
            "--identity",
            identity.to_str().unwrap(),
            "--source",
            "digitalCapture",
            "--format",
            "ndjson",
        ],
    );
}

fn jpeg(image: &DynamicImage, quality: u8) -> Vec<u8> {
    let mut out = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut out, quality);
    image.to_rgb8().write_with_encoder(encoder).unwrap();
    out
}

/// A JPEG with EXIF that says who made it and holds this small copy.
fn with_exif(picture: &[u8], maker: &str, small: Option<&[u8]>) -> Vec<u8> {
    let mut block = b"II*\0\x08\0\0\0".to_vec();
    let entry = |tag: u16, kind: u16, count: usize, value: u32| {
        let count = u32::try_from(count).unwrap();
        [
            &tag.to_le_bytes()[..],
            &kind.to_le_bytes(),
            &count.to_le_bytes(),
            &value.to_le_bytes(),
        ]
        .concat()
    };
    // Two directories: at 8 with one entry, at 26 with two; values from 56 on.
    let maker_at = 56;
    let small_at = maker_at + u32::try_from(maker.len()).unwrap() + 1;
    block.extend(1_u16.to_le_bytes());
    block.extend(entry(271, 2, maker.len() + 1, maker_at));
    block.extend(if small.is_some() { 26_u32 } else { 0 }.to_le_bytes());
    let bytes = small.unwrap_or_default();
    block.extend(2_u16.to_le_bytes());
    block.extend(entry(513, 4, 1, small_at));
    block.extend(entry(514, 4, 1, u32::try_from(bytes.len()).unwrap()));
    block.extend(0_u32.to_le_bytes());
    assert_eq!(block.len(), 56);
    block.extend(maker.as_bytes());
    block.push(0);
    block.extend(bytes);
    let content = [b"Exif\0\0".as_slice(), &block].concat();
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [
        &picture[..2],
        &[0xFF, 0xE1],
        &length,
        &content,
        &picture[2..],
    ]
    .concat()
}

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }
}

fn hills() -> DynamicImage {
    image::load_from_memory(&media::hills(420, 320)).unwrap()
}

/// A picture of something else.
fn rings() -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(420, 320, |x, y| {
        let square = x.abs_diff(130).pow(2) + y.abs_diff(200).pow(2);
        let level = u8::try_from(square.isqrt() % 34 * 7).unwrap();
        image::Rgb([level, level / 2 + 40, 200 - level / 2])
    }))
}

#[test]
fn every_contradiction_has_its_file() {
    let page = fs::read_to_string(root().join("spec/codes.md")).unwrap();
    let there: BTreeSet<&str> = page
        .lines()
        .filter_map(|line| line.strip_prefix("## contradiction."))
        .collect();
    let here: BTreeSet<&str> = FILES.iter().map(|(code, _)| *code).collect();
    assert_eq!(there, here);
    let desk = Desk::new();
    for (code, file) in FILES {
        let path = root().join("fixtures").join(file);
        let expected = [format!("contradiction.{code}")];
        if code != BY_REGISTRY.0 {
            assert_eq!(contradictions(&path, &[]), expected, "{file}");
            continue;
        }
        assert_eq!(contradictions(&path, &[]), [""; 0], "{file}");
        let registered = root().join("fixtures").join(BY_REGISTRY.1);
        let registry = desk.folder.path().join("registry");
        let output = hallmark()
            .args(["registry", "add", registered.to_str().unwrap()])
            .args(["--registry", registry.to_str().unwrap()])
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let found = contradictions(&path, &["--registry", registry.to_str().unwrap()]);
        assert_eq!(found, expected, "{file}");
    }
}

#[test]
fn a_small_copy_that_shows_something_else_is_named() {
    let desk = Desk::new();
    let picture = jpeg(&hills(), 90);
    let small = |image: &DynamicImage| jpeg(&image.thumbnail(160, 120), 80);
    let other = with_exif(&picture, "Camera", Some(&small(&rings())));
    let found = contradictions(&desk.file("other.jpg", &other), &[]);
    assert_eq!(found, ["contradiction.thumbnail.differs"]);
    let same = with_exif(&picture, "Camera", Some(&small(&hills())));
    assert_eq!(contradictions(&desk.file("same.jpg", &same), &[]), [""; 0]);
}

#[test]
fn a_generators_mark_on_a_captured_picture_is_named() {
    let desk = Desk::new();
    // Smooth colours with some grain: nothing is clipped, nothing is flat.
    let mut grain = 1_u32;
    let rgb: Vec<u8> = (0..512 * 400_u32)
        .flat_map(|pixel| {
            let (x, y) = (pixel % 512, pixel / 512);
            grain = grain.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let noise = grain >> 28;
            [60 + x / 8, 70 + y / 8, 50 + (x + y) / 12]
                .map(|level| u8::try_from(level + noise).unwrap())
        })
        .collect();
    let marked = open_mark::write(&rgb, 512, &Scheme::ALL[0].bits(), 0.5);
    let marked = RgbImage::from_raw(512, 400, marked).unwrap();
    marked.save(desk.folder.path().join("marked.png")).unwrap();
    sign(desk.folder.path(), "marked.png", "signed.png");
    let found = contradictions(&desk.folder.path().join("signed.png"), &[]);
    assert_eq!(found, ["contradiction.credential.captured.mark.generated"]);
}

/// A published picture, with a mark and a credential that names it: `out/hills.jpg`.
fn published(desk: &Desk) -> &Path {
    let folder = desk.folder.path();
    desk.file("hills.jpg", &media::hills(420, 320));
    let identity = root().join("fixtures/keys/identity");
    run(
        folder,
        &[
            "publish",
            "hills.jpg",
            "-o",
            "out",
            "--identity",
            identity.to_str().unwrap(),
            "--source",
            "digitalCapture",
            "--registry",
            "registry",
            "--format",
            "ndjson",
        ],
    );
    folder
}

#[test]
fn a_mark_that_the_credential_does_not_name_is_named() {
    let desk = Desk::new();
    let folder = published(&desk);
    let embedded = hallmark()
        .env_remove("HALLMARK_NO_PIXELS")
        .current_dir(folder)
        .args(["watermark", "embed", "hills.jpg", "-o", "other.jpg"])
        .args(["--payload", "0123456789abcdef"])
        .output()
        .unwrap();
    assert_eq!(embedded.status.code(), Some(0), "{}", stderr(&embedded));
    let identity = root().join("fixtures/keys/identity");
    let identity = identity.to_str().unwrap();
    let signed = |out: &str, more: &[&str]| {
        let parent = ["sign", "other.jpg", "-o", out, "--parent", "out/hills.jpg"];
        let identity = ["--identity", identity, "--format", "ndjson"];
        run(folder, &[&parent[..], &identity, more].concat());
        contradictions(&folder.join(out), &[])
    };
    assert_eq!(
        signed("anew.jpg", &[]),
        ["contradiction.binding.mark.differs"]
    );
    // A signer who names the new mark contradicts nothing.
    assert_eq!(signed("bound.jpg", &["--bind"]), [""; 0]);
    assert_eq!(contradictions(&folder.join("out/hills.jpg"), &[]), [""; 0]);
}

#[test]
fn a_mark_that_points_at_another_credential_is_named() {
    let desk = Desk::new();
    let folder = published(&desk);
    // Somebody signs a bare copy anew.
    let bare = image::open(folder.join("out/hills.jpg")).unwrap();
    desk.file("bare.jpg", &jpeg(&bare, 92));
    sign(folder, "bare.jpg", "anew.jpg");
    let registry = folder.join("registry");
    let found = contradictions(
        &folder.join("anew.jpg"),
        &["--registry", registry.to_str().unwrap()],
    );
    assert_eq!(found, ["contradiction.credential.mark.differs"]);
}

#[test]
fn ordinary_files_contradict_nothing() {
    let desk = Desk::new();
    let picture = hills();
    let small = jpeg(&picture.thumbnail(160, 120), 80);
    let camera = with_exif(&jpeg(&picture, 92), "Camera", Some(&small));
    // Brightened, made smaller and saved anew, with the EXIF data and the small copy of before.
    let edited = jpeg(
        &picture
            .brighten(25)
            .resize(300, 300, image::imageops::FilterType::Triangle),
        80,
    );
    let edited = with_exif(&edited, "Camera", Some(&small));
    // A page with the picture on it.
    let mut page = RgbImage::from_pixel(640, 480, image::Rgb([250, 250, 250]));
    image::imageops::overlay(&mut page, &picture.to_rgb8(), 90, 60);
    page.save(desk.folder.path().join("screenshot.png"))
        .unwrap();
    // Grey, soft, a little turned in tone.
    let print = picture.grayscale().blur(0.8).adjust_contrast(-12.0);
    let scan = with_exif(&jpeg(&print, 85), "Scanner", None);
    assert_eq!(print.dimensions(), (420, 320));
    for (name, bytes) in [
        ("camera.jpg", Some(camera)),
        ("edited.jpg", Some(edited)),
        ("screenshot.png", None),
        ("scan.jpg", Some(scan)),
    ] {
        let path = match bytes {
            Some(bytes) => desk.file(name, &bytes),
            None => desk.folder.path().join(name),
        };
        assert_eq!(contradictions(&path, &[]), [""; 0], "{name}");
    }
    for file in [
        "unsigned/camera.jpg",
        "signed/landscape.jpg",
        "contradictions/none.jpg",
        "contradictions/thumbnail-alike.jpg",
        "contradictions/mark-named.jpg",
        "contradictions/ai-edit-seen.jpg",
        "contradictions/step-declared.jpg",
        "contradictions/language-dubbed.mp4",
        "history/three-steps.jpg",
        "history/updated.jpg",
    ] {
        let found = contradictions(&root().join("fixtures").join(file), &[]);
        assert_eq!(found, [""; 0], "{file}");
    }
}
