//! A credential's life: published, stripped, found again, compared; and what happens when a mark is
//! copied, a credential withdrawn, a bundle changed.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Output,
};

use image::{DynamicImage, GenericImage as _, RgbImage};
use serde_json::Value;
use tempfile::TempDir;

use crate::{
    common::{AT, hallmark, records, root, stderr, stdout},
    support::media,
};

/// A desk with an identity, a registry and one published picture.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        fs::write(desk.path("hills.jpg"), media::hills(420, 320)).unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = hallmark();
        command
            .env_remove("HALLMARK_NO_PIXELS")
            .current_dir(self.folder.path())
            .args(arguments);
        command.output().unwrap()
    }

    fn publish(&self, name: &str) -> Value {
        let identity = root().join("fixtures/keys/identity");
        let output = self.run(&[
            "publish",
            name,
            "-o",
            "out",
            "--identity",
            identity.to_str().unwrap(),
            "--source",
            "trainedAlgorithmicMedia",
            "--registry",
            "registry",
            "--format",
            "ndjson",
        ]);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{}{}",
            stdout(&output),
            stderr(&output)
        );
        records(&output).remove(0)
    }

    fn recover(&self, name: &str, more: &[&str]) -> Value {
        let output = self.run(
            &[
                &["recover", name, "--registry", "registry", "--at", AT],
                &["--format", "ndjson"][..],
                more,
            ]
            .concat(),
        );
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        records(&output).remove(0)
    }

    fn picture(&self, name: &str) -> DynamicImage {
        image::open(self.path(name)).unwrap()
    }

    /// A bare copy, as platforms write it.
    fn save(&self, image: &RgbImage, name: &str) {
        let (width, height) = image.dimensions();
        let mut out = Vec::new();
        jpeg_encoder::Encoder::new(&mut out, 80)
            .encode(
                image.as_raw(),
                width.try_into().unwrap(),
                height.try_into().unwrap(),
                jpeg_encoder::ColorType::Rgb,
            )
            .unwrap();
        fs::write(self.path(name), out).unwrap();
    }
}

fn codes(record: &Value) -> Vec<&str> {
    let findings = record["findings"].as_array().unwrap();
    findings
        .iter()
        .map(|finding| finding["code"].as_str().unwrap())
        .collect()
}

#[test]
fn a_stripped_copy_leads_back_to_its_credential_and_a_change_is_shown() {
    let desk = Desk::new();
    let published = desk.publish("hills.jpg");
    let picture = desk.picture("out/hills.jpg").to_rgb8();
    desk.save(&picture, "bare.jpg");
    let record = desk.recover("bare.jpg", &[]);
    assert_eq!(record["credentials"]["state"], "none");
    let recovered = &record["recovered"];
    assert_eq!(recovered["manifest_id"], published["manifest_id"]);
    assert_eq!(recovered["found_by"], "watermark");
    assert_eq!(recovered["same_picture"], true);
    assert_eq!(recovered["changed_regions"], Value::Array(Vec::new()));
    assert!(codes(&record).contains(&"recovery.found"), "{record}");
    assert_eq!(record["origin"], "ai-generated");

    let mut changed = picture;
    let patch = RgbImage::from_fn(90, 70, |x, y| {
        let level = if (x / 9 + y / 9) % 2 == 0 { 235 } else { 20 };
        image::Rgb([level, level, 60])
    });
    changed.copy_from(&patch, 200, 120).unwrap();
    desk.save(&changed, "changed.jpg");
    let record = desk.recover("changed.jpg", &["--map", "map.png"]);
    assert!(codes(&record).contains(&"recovery.changed"), "{record}");
    let regions = record["recovered"]["changed_regions"].as_array().unwrap();
    let covers = regions.iter().any(|region| {
        let at = |name: &str| region[name].as_f64().unwrap();
        // The middle of the patch.
        let (x, y) = (245.0 / 420.0, 155.0 / 320.0);
        at("x") < x && x < at("x") + at("w") && at("y") < y && y < at("y") + at("h")
    });
    assert!(covers, "{regions:?}");
    assert_eq!(desk.picture("map.png").width(), 420);
    let text = stdout(&desk.run(&["recover", "changed.jpg", "--registry", "registry"]));
    assert!(
        text.contains("Recovered") && text.contains("changed:"),
        "{text}"
    );
}

#[test]
fn a_second_run_changes_nothing() {
    let desk = Desk::new();
    let first = desk.publish("hills.jpg");
    let written = fs::read(desk.path("out/hills.jpg")).unwrap();
    let second = desk.publish("hills.jpg");
    assert_eq!(fs::read(desk.path("out/hills.jpg")).unwrap(), written);
    assert_eq!(
        (&first["already"], &second["already"]),
        (&false.into(), &true.into())
    );
    assert_eq!(first["mark"]["payload"], second["mark"]["payload"]);
    let listed = desk.run(&[
        "registry",
        "list",
        "--registry",
        "registry",
        "--format",
        "ndjson",
    ]);
    assert_eq!(records(&listed).len(), 1);
}

#[test]
fn a_copied_mark_points_at_another_picture_and_vouches_for_nothing() {
    let desk = Desk::new();
    desk.publish("hills.jpg");
    let original = desk.picture("hills.jpg").to_rgb8();
    let marked = desk.picture("out/hills.jpg").to_rgb8();
    // What the mark changed, added to a picture of something else.
    let other = RgbImage::from_fn(420, 320, |x, y| {
        let (before, after) = (original.get_pixel(x, y), marked.get_pixel(x, y));
        let base = if (x / 60 + y / 50) % 2 == 0 { 150 } else { 90 };
        let grain = i16::try_from((x * 7 + y * 13 + x * y) % 23).unwrap();
        let change = |at: usize| i16::from(after.0[at]) - i16::from(before.0[at]);
        image::Rgb(
            [0, 1, 2]
                .map(|at| u8::try_from((base + grain + 3 * change(at)).clamp(0, 255)).unwrap()),
        )
    });
    desk.save(&other, "copied.jpg");
    let record = desk.recover("copied.jpg", &[]);
    assert_eq!(record["watermark"]["state"], "found", "{record}");
    assert!(
        codes(&record).contains(&"recovery.otherPicture"),
        "{record}"
    );
    assert_eq!(record["recovered"]["same_picture"], false);
    assert_eq!(record["recovered"]["signer"], Value::Null);
    assert_eq!(record["origin"], "undeclared");
}

#[test]
fn unknown_marks_and_withdrawn_credentials_are_told_apart() {
    let desk = Desk::new();
    let published = desk.publish("hills.jpg");
    desk.save(&desk.picture("out/hills.jpg").to_rgb8(), "bare.jpg");
    let payload = published["mark"]["payload"].as_str().unwrap().to_owned();

    let empty = desk.run(&[
        "registry",
        "import",
        "none",
        "--registry",
        "other",
        "--from-anyone",
    ]);
    assert_eq!(empty.status.code(), Some(2));
    let identity = root().join("fixtures/keys/identity");
    let identity = identity.to_str().unwrap();
    let export = desk.run(&[
        "registry",
        "export",
        "--registry",
        "registry",
        "-o",
        "bundle",
        "--identity",
        identity,
    ]);
    assert_eq!(export.status.code(), Some(0), "{}", stderr(&export));

    let revoke = desk.run(&[
        "registry",
        "revoke",
        &payload,
        "--registry",
        "registry",
        "--reason",
        "wrong caption",
    ]);
    assert_eq!(revoke.status.code(), Some(0), "{}", stderr(&revoke));
    let record = desk.recover("bare.jpg", &[]);
    assert!(codes(&record).contains(&"registry.revoked"), "{record}");
    assert_eq!(record["recovered"]["revoked"]["reason"], "wrong caption");

    // The bundle was made before; a tombstone in any registry counts.
    let import = |bundle: &str, registry: &str| {
        desk.run(&[
            "registry",
            "import",
            bundle,
            "--registry",
            registry,
            "--from-anyone",
        ])
    };
    assert_eq!(import("bundle", "carried").status.code(), Some(0));
    let mut bytes = fs::read(desk.path("bundle")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(desk.path("changed"), bytes).unwrap();
    let refused = import("changed", "never");
    assert_eq!(refused.status.code(), Some(3));
    assert!(stderr(&refused).contains("registry.bundle.changed"));
    assert!(!desk.path("never").exists());
    let stranger = "0".repeat(64);
    let refused = desk.run(&[
        "registry",
        "import",
        "bundle",
        "--registry",
        "never",
        "--signed-by",
        &stranger,
    ]);
    assert!(stderr(&refused).contains("registry.bundle.signerUnknown"));

    let both = desk.run(&[
        "check",
        "bare.jpg",
        "--registry",
        "carried",
        "--registry",
        "registry",
        "--at",
        AT,
        "--format",
        "ndjson",
    ]);
    assert!(codes(&records(&both)[0]).contains(&"registry.revoked"));

    // Another desk's registry knows nothing of it.
    let elsewhere = Desk::new();
    fs::write(elsewhere.path("plain.jpg"), media::hills(300, 200)).unwrap();
    elsewhere.publish("plain.jpg");
    fs::copy(desk.path("bare.jpg"), elsewhere.path("bare.jpg")).unwrap();
    let record = elsewhere.recover("bare.jpg", &[]);
    assert!(codes(&record).contains(&"recovery.unknownMark"), "{record}");
    assert_eq!(record["recovered"], Value::Null);
}

#[test]
fn a_registry_shows_and_hands_out_what_it_holds() {
    let desk = Desk::new();
    let published = desk.publish("hills.jpg");
    let label = published["manifest_id"].as_str().unwrap();
    let shown = desk.run(&[
        "registry",
        "show",
        label,
        "--registry",
        "registry",
        "-o",
        "bare.jpg.c2pa",
    ]);
    assert_eq!(shown.status.code(), Some(0), "{}", stderr(&shown));
    assert!(stdout(&shown).contains(label));
    assert!(Path::new(&desk.path("bare.jpg.c2pa")).exists());
    let again = desk.run(&["registry", "add", "out/hills.jpg", "--registry", "registry"]);
    assert!(stdout(&again).contains("before"), "{}", stdout(&again));
    let unsigned = desk.run(&["registry", "add", "hills.jpg", "--registry", "registry"]);
    assert_eq!(unsigned.status.code(), Some(3));
    let unknown = desk.run(&[
        "registry",
        "show",
        "0123456789abcdef",
        "--registry",
        "registry",
    ]);
    assert_eq!(unknown.status.code(), Some(2));
}

#[test]
fn a_signer_binds_the_mark_that_a_picture_carries() {
    let desk = Desk::new();
    let payload = "00c0ffee5eed0002";
    let embed = desk.run(&[
        "watermark",
        "embed",
        "hills.jpg",
        "-o",
        "marked.jpg",
        "--payload",
        payload,
    ]);
    assert_eq!(embed.status.code(), Some(0), "{}", stderr(&embed));
    let identity = root().join("fixtures/keys/identity");
    let signed = desk.run(&[
        "sign",
        "marked.jpg",
        "-o",
        "signed.jpg",
        "--bind",
        "--identity",
        identity.to_str().unwrap(),
        "--source",
        "digitalCapture",
    ]);
    assert_eq!(signed.status.code(), Some(0), "{}", stderr(&signed));
    let added = desk.run(&["registry", "add", "signed.jpg", "--registry", "registry"]);
    assert_eq!(added.status.code(), Some(0), "{}", stderr(&added));
    let listed = desk.run(&[
        "registry",
        "list",
        "--registry",
        "registry",
        "--format",
        "ndjson",
    ]);
    assert_eq!(records(&listed)[0]["watermark"], payload);
    desk.save(&desk.picture("signed.jpg").to_rgb8(), "bare.jpg");
    let record = desk.recover("bare.jpg", &[]);
    assert!(codes(&record).contains(&"recovery.found"), "{record}");
}
