//! A file and the one that it was made from: what is declared beside what is seen.

use std::{
    fs,
    path::{Path, PathBuf},
};

use image::{DynamicImage, GenericImageView as _, Rgb, RgbImage, codecs::jpeg::JpegEncoder};
use serde_json::Value;
use tempfile::TempDir;

use crate::{
    common::{AT, hallmark, records, root, stderr},
    support::media,
};

const AI: &str =
    "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";
const UNDECLARED: &str = "contradiction.step.undeclared";
const UNSEEN: &str = "contradiction.aiEdit.unseen";

struct Desk {
    folder: TempDir,
}

impl Desk {
    /// With a picture that a camera took, `parent.jpg`.
    fn new() -> Self {
        let desk = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        desk.file("parent.jpg", &media::hills(900, 640));
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    fn parent(&self) -> DynamicImage {
        image::open(self.path("parent.jpg")).unwrap()
    }

    /// Signs a picture as made from `parent` by these actions and no others.
    fn signed(&self, picture: &DynamicImage, parent: &str, actions: &str) -> PathBuf {
        self.file("plain.jpg", &jpeg(picture, 85));
        let template = format!(
            r#"{{"assertions":[{{"label":"c2pa.actions.v2","data":{{"allActionsIncluded":true,"actions":[{actions}]}}}}]}}"#
        );
        self.file("template.json", template.as_bytes());
        let identity = root().join("fixtures/keys/identity");
        let output = hallmark()
            .current_dir(self.folder.path())
            .args(["sign", "plain.jpg", "-o", "signed.jpg"])
            .args(["--parent", parent, "--manifest", "template.json"])
            .arg("--identity")
            .arg(identity)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        // Signing overwrites nothing, and the next picture has the same name.
        let kept = self.path("kept.jpg");
        fs::rename(self.path("signed.jpg"), &kept).unwrap();
        kept
    }
}

fn jpeg(image: &DynamicImage, quality: u8) -> Vec<u8> {
    let mut out = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut out, quality);
    image.to_rgb8().write_with_encoder(encoder).unwrap();
    out
}

fn record(path: &Path, more: &[&str]) -> Value {
    let output = hallmark()
        .env_remove("HALLMARK_NO_PIXELS")
        .args(["check", "--at", AT, "--format", "ndjson"])
        .args(["--trust", "fixtures/trust/test.pack.json"])
        // A search for marks would take most of the time.
        .args(["--only", "credentials,labels,fingerprint"])
        .args(more)
        .arg(path)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    records(&output).remove(0)
}

fn contradictions(path: &Path, more: &[&str]) -> Vec<String> {
    let record = record(path, more);
    let named = record["contradictions"].as_array().unwrap();
    named
        .iter()
        .map(|code| code.as_str().unwrap().to_owned())
        .collect()
}

/// A level that repeats after so many.
fn level(value: u32, period: u32) -> u8 {
    u8::try_from(value % period).unwrap()
}

/// The picture with something dark in it, of that share of its width in percent.
fn with_patch(image: &DynamicImage, percent: u32) -> DynamicImage {
    let mut image = image.to_rgb8();
    let (width, height) = image.dimensions();
    let side = width * percent / 100;
    let patch = RgbImage::from_fn(side, side, |x, y| Rgb([40 + level(x * y, 50), 30, 20]));
    image::imageops::overlay(
        &mut image,
        &patch,
        i64::from(width / 3),
        i64::from(height / 2),
    );
    DynamicImage::ImageRgb8(image)
}

const QUIET: &str = r#"{"action":"c2pa.transcoded"}"#;

#[test]
fn a_named_parent_shows_a_step_that_nobody_declared() {
    let desk = Desk::new();
    let parent = desk.path("parent.jpg");
    let named = ["--parent", parent.to_str().unwrap()];
    let picture = desk.parent();
    let (width, height) = picture.dimensions();
    for (name, child) in [
        ("patched", with_patch(&picture, 12)),
        ("patched a little", with_patch(&picture, 3)),
        ("cropped", picture.crop_imm(0, 0, width * 3 / 4, height)),
        (
            "replaced",
            DynamicImage::ImageRgb8(RgbImage::from_fn(640, 480, |x, y| {
                Rgb([level(x * 3, 251), level(y * 7, 241), level(x * y / 90, 255)])
            })),
        ),
    ] {
        let path = desk.signed(&child, "parent.jpg", QUIET);
        assert_eq!(contradictions(&path, &named), [UNDECLARED], "{name}");
        // The credential keeps no copy of the parent: without it, nothing is seen.
        assert_eq!(contradictions(&path, &[]), [""; 0], "{name}");
        let declared = format!(r#"{QUIET},{{"action":"c2pa.cropped"}}"#);
        let path = desk.signed(&child, "parent.jpg", &declared);
        assert_eq!(contradictions(&path, &named), [""; 0], "{name}");
    }
    let smaller = picture.resize(500, 500, image::imageops::FilterType::Lanczos3);
    for (name, child) in [
        ("as it was", picture.clone()),
        ("smaller", smaller),
        ("turned", picture.rotate90()),
        ("brighter", picture.brighten(12)),
    ] {
        let path = desk.signed(&child, "parent.jpg", QUIET);
        assert_eq!(contradictions(&path, &named), [""; 0], "{name}");
    }
}

#[test]
fn a_named_parent_shows_that_nothing_was_edited() {
    let desk = Desk::new();
    let parent = desk.path("parent.jpg");
    let named = ["--parent", parent.to_str().unwrap()];
    let picture = desk.parent();
    let edited = format!(r#"{{"action":"c2pa.edited","digitalSourceType":"{AI}"}}"#);
    let path = desk.signed(&picture, "parent.jpg", &edited);
    assert_eq!(contradictions(&path, &named), [UNSEEN]);
    // Without workers too.
    let inside = [named[0], named[1], "--in-process"];
    assert_eq!(contradictions(&path, &inside), [UNSEEN]);
    // 2 % of the width was changed.
    let path = desk.signed(&with_patch(&picture, 2), "parent.jpg", &edited);
    assert_eq!(contradictions(&path, &named), [""; 0]);
}

#[test]
fn a_signed_fingerprint_shows_the_parent() {
    let desk = Desk::new();
    let identity = root().join("fixtures/keys/identity");
    let output = hallmark()
        .env_remove("HALLMARK_NO_PIXELS")
        .current_dir(desk.folder.path())
        .args(["sign", "parent.jpg", "-o", "bound.jpg", "--bind"])
        .args(["--source", "digitalCapture", "--identity"])
        .arg(identity)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let picture = desk.parent();
    let path = desk.signed(&with_patch(&picture, 12), "bound.jpg", QUIET);
    let found = record(&path, &[]);
    assert_eq!(found["contradictions"], serde_json::json!([UNDECLARED]));
    let finding = found["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|finding| finding["code"] == UNDECLARED)
        .unwrap();
    assert_eq!(finding["confidence"], "strong");
    let path = desk.signed(&picture, "bound.jpg", QUIET);
    assert_eq!(contradictions(&path, &[]), [""; 0]);
    let edited = format!(r#"{{"action":"c2pa.edited","digitalSourceType":"{AI}"}}"#);
    let path = desk.signed(&picture, "bound.jpg", &edited);
    assert_eq!(contradictions(&path, &[]), [UNSEEN]);
}

#[test]
fn a_small_copy_of_the_parent_is_weak_evidence() {
    for (file, code) in [
        ("ai-edit-unseen.jpg", UNSEEN),
        ("step-undeclared.jpg", UNDECLARED),
    ] {
        let found = record(&root().join("fixtures/contradictions").join(file), &[]);
        let findings = found["findings"].as_array().unwrap();
        let finding = findings.iter().find(|one| one["code"] == code).unwrap();
        assert_eq!(finding["confidence"], "weak", "{file}");
    }
}

#[test]
fn a_parent_that_is_no_picture_is_said_not_to_be_compared() {
    let desk = Desk::new();
    let film = root().join("fixtures/contradictions/language-differs.mp4");
    let path = desk.path("parent.jpg");
    let found = record(&path, &["--parent", film.to_str().unwrap()]);
    let left_out = found["not_checked"].as_array().unwrap();
    let what: Vec<&str> = left_out
        .iter()
        .filter_map(|one| one["what"].as_str())
        .collect();
    assert!(what.contains(&"notChecked.parent"), "{what:?}");
}

/// A Matroska element, its length in four bytes.
fn element(id: u32, content: &[u8]) -> Vec<u8> {
    let id = id.to_be_bytes();
    let skipped = id.iter().take_while(|byte| **byte == 0).count();
    let length = (u32::try_from(content.len()).unwrap() | 0x1000_0000).to_be_bytes();
    [&id[skipped..], &length, content].concat()
}

/// A Matroska file of one track of sound, in this language.
fn spoken(language: Option<&str>) -> Vec<u8> {
    let language = language.map(|code| element(0x22_B59C, code.as_bytes()));
    let track = [element(0x83, &[2]), language.unwrap_or_default()].concat();
    let tracks = element(0x1654_AE6B, &element(0xAE, &track));
    let header = element(0x1A45_DFA3, &element(0x4282, b"matroska"));
    [header, element(0x1853_8067, &tracks)].concat()
}

#[test]
fn languages_are_compared_without_pixels() {
    const LANGUAGE: &str = "contradiction.language.differs";
    let desk = Desk::new();
    let film = root().join("fixtures/contradictions/language-differs.mp4");
    for (language, expected) in [
        (Some("fre"), &[LANGUAGE][..]),
        (Some("eng"), &[LANGUAGE]),
        (Some("ger"), &[]),
        // Nobody knows which it is.
        (Some("und"), &[]),
        (None, &[]),
    ] {
        let parent = desk.file("parent.mkv", &spoken(language));
        let found = record(
            &film,
            &["--no-pixels", "--parent", parent.to_str().unwrap()],
        );
        assert_eq!(found["contradictions"], serde_json::json!(expected));
    }
}

#[test]
fn without_pixels_pictures_are_said_not_to_be_compared() {
    let desk = Desk::new();
    let picture = desk.parent();
    let path = desk.signed(&with_patch(&picture, 12), "parent.jpg", QUIET);
    let parent = desk.path("parent.jpg");
    for more in [&["--no-pixels"][..], &["--no-pixels", "--in-process"]] {
        let found = record(
            &path,
            &[&["--parent", parent.to_str().unwrap()], more].concat(),
        );
        assert_eq!(found["contradictions"], serde_json::json!([]));
        let left_out = found["not_checked"].as_array().unwrap();
        let said = left_out
            .iter()
            .any(|one| one["what"] == "notChecked.parentPixels");
        assert!(said, "{left_out:?}");
    }
}

#[test]
fn a_parent_belongs_to_one_file_and_is_compared() {
    let desk = Desk::new();
    let parent = desk.path("parent.jpg");
    let refused = |arguments: &[&str]| {
        let output = hallmark()
            .env_remove("HALLMARK_NO_PIXELS")
            .current_dir(desk.folder.path())
            .args(["check", "--parent"])
            .args(arguments)
            .output()
            .unwrap();
        (output.status.code(), stderr(&output))
    };
    let parent = parent.to_str().unwrap();
    for arguments in [
        &[parent, "parent.jpg", "parent.jpg"][..],
        &[parent, "."],
        &[parent, "parent.jpg", "--only", "labels,fingerprint"],
        &["absent.jpg", "parent.jpg"],
    ] {
        let (code, said) = refused(arguments);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains("--parent"), "{said}");
    }
}
