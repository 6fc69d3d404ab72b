//! Every way of saying how a picture was made that `spec/labels.md` promises to read has a file
//! that says it so, and one that nearly does.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Cursor,
};

use hallmark::{
    asset,
    evidence::{Confidence, Place},
    examine::Settings,
    labels::{Label, novelai::Keys, pixels},
    limits::Limits,
    verdict::{Policy, judge},
};

use crate::fixtures::{self, JUDGED_AT};

/// The rows that must be there, whatever else is.
const ROWS: [&str; 109] = [
    "digital source type, http URI",
    "digital source type, https URI",
    "digital source type, bare code",
    "digital source type, deprecated property",
    "digital source type of a C2PA action",
    "digital source type of a C2PA metadata assertion",
    "2025.1: system used",
    "2025.1: version of the system",
    "2025.1: prompt",
    "2025.1: writer of the prompt",
    "credit “Made with Google AI”, XMP",
    "credit “Made with Google AI”, IIM 2:110",
    "credit “Edited with Google AI”, XMP",
    "credit “Edited with Google AI”, IIM 2:110",
    "credit “AI-Generated with Google Photos”, XMP",
    "credit “AI-Generated with Google Photos”, IIM 2:110",
    "credit “AI-Generated with Google”, XMP",
    "credit “AI-Generated with Google”, IIM 2:110",
    "credit “Apple Photos Clean Up”, XMP",
    "credit “Apple Photos Clean Up”, IIM 2:110",
    "credit “Apple Photos Generative Edit: Clean Up”, XMP",
    "credit “Apple Photos Generative Edit: Clean Up”, IIM 2:110",
    "credit “Apple Image Playground”, XMP",
    "credit “Apple Image Playground”, IIM 2:110",
    "credit alone",
    "XMP attribute",
    "XMP element",
    "XMP, escaped twice",
    "XMP, one property a member",
    "PNG tEXt",
    "PNG tEXt, `Label` 2: perhaps",
    "PNG tEXt, `Label` 3: suspected",
    "PNG zTXt",
    "PNG iTXt with XMP",
    "PNG tEXt behind the pixels",
    "JPEG EXIF user comment",
    "JPEG EXIF description",
    "JPEG segment of its own",
    "JPEG EXIF description of a cloud service",
    "WebP XMP",
    "GIF XMP",
    "TIFF XMP, tag 0x02BC",
    "MP4 moov.udta.meta, by key",
    "MOV moov.udta.meta, by key",
    "M4A moov.udta.meta, by key",
    "MP4 uuid with XMP",
    "MP4 moov.meta without keys",
    "Matroska SimpleTag",
    "WebM SimpleTag",
    "AVI LIST/INFO",
    "FLV onMetaData",
    "WAV chunk",
    "MP3 TXXX",
    "FLAC Vorbis comment",
    "Ogg Vorbis comment",
    "Opus comment",
    "DOCX property of its own",
    "PPTX property of its own",
    "XLSX property of its own",
    "PDF Info, by table",
    "PDF Info, inside of a stream",
    "Markdown front matter, in lines",
    "Markdown front matter, in braces",
    "SM3withSM2 by the key in the file",
    "web interfaces: PNG tEXt",
    "web interfaces: PNG iTXt",
    "web interfaces: JPEG user comment, ASCII",
    "web interfaces: JPEG user comment, UNICODE",
    "web interfaces: WebP user comment",
    "ComfyUI: PNG prompt",
    "ComfyUI: PNG workflow",
    "ComfyUI: WebP EXIF model",
    "ComfyUI: WebP EXIF make",
    "Fooocus: PNG",
    "Fooocus: JPEG",
    "SwarmUI",
    "InvokeAI: metadata",
    "InvokeAI: graph",
    "InvokeAI: workflow",
    "InvokeAI: sd-metadata",
    "InvokeAI: Dream",
    "NovelAI: PNG comment",
    "NovelAI: WebP EXIF",
    "NovelAI: comment that is signed",
    "NovelAI: Ed25519 by a pinned key",
    "NovelAI: the same, comment changed",
    "lowest bits: alpha, plain",
    "lowest bits: alpha, gzip",
    "lowest bits: RGB, plain",
    "lowest bits: RGB, gzip",
    "FLUX: txt2img",
    "FLUX: img2img",
    "FLUX: inpainting",
    "FLUX: flux2",
    "xAI: description and artist",
    "Ideogram",
    "Reve",
    "Aphrodite: make",
    "Aphrodite: software",
    "FLUX: make",
    "Reve: XMP",
    "Luma",
    "Samsung Galaxy AI",
    "ByteDance: exported from generation",
    "ByteDance: label type 1",
    "ByteDance: label type 2",
    "ByteDance: user comment",
    "Hugging Face job",
    "C2PA signers: the action says it",
];

/// Kinds of other pages: `spec/open-marks.md`, and soft bindings, which name marks of others.
const ELSEWHERE: [&str; 2] = ["open-watermark", "c2pa-soft-binding"];

/// A label as a row says it: kind, meaning, place, forgeability.
type Said = (String, String, String, String);

struct Row {
    name: String,
    said: Said,
    fixture: String,
    near_miss: String,
}

fn page() -> String {
    fs::read_to_string(fixtures::repository().join("spec/labels.md")).unwrap()
}

/// The cells of the page's table lines that have that many.
fn lines(page: &str, cells: usize) -> Vec<Vec<String>> {
    page.lines()
        .filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"))
        .map(|line| {
            line.split(" | ")
                .map(|cell| cell.trim_matches('`').to_owned())
                .collect::<Vec<_>>()
        })
        .filter(|line| line.len() == cells && line[0] != "row" && line[0] != "file")
        .collect()
}

fn rows() -> Vec<Row> {
    lines(&page(), 7)
        .into_iter()
        .map(|line| {
            let [name, kind, meaning, place, forgeability, fixture, near_miss] =
                <[String; 7]>::try_from(line).unwrap();
            Row {
                name,
                said: (kind, meaning, place, forgeability),
                fixture,
                near_miss,
            }
        })
        .collect()
}

/// What a file says, of its metadata and of its pixels, and the codes of what is odd or holds.
fn read(path: &str) -> (BTreeSet<Said>, BTreeSet<String>) {
    let path = fixtures::fixture(path);
    let evidence = fixtures::examined(&path, &Settings::default());
    let statement = judge(evidence, &Policy::new(&fixtures::trust(), JUDGED_AT));
    let mut labels = statement.labels.clone();
    let mut codes = fixtures::codes(&statement);
    if path.extension().is_some_and(|extension| extension == "png") {
        let bytes = fs::read(&path).unwrap();
        let length = u64::try_from(bytes.len()).unwrap();
        let container = asset::walk(&mut Cursor::new(&bytes), length, &Limits::default());
        let image = image::load_from_memory(&bytes).unwrap();
        let seen = pixels::look(&image, &container.unwrap().unwrap(), &keys());
        labels.extend(seen.labels);
        codes.extend(seen.findings.iter().map(|one| one.code.as_str().to_owned()));
    }
    (labels.iter().map(said).collect(), codes)
}

/// The key that `fixtures/generator` signs pictures with as NovelAI does: it is worth nothing.
fn keys() -> Keys {
    Keys::pinned(&["GX9rI+FshTLGq8g4+s1ep4m+DHaykgM0A5v6iz02jWE="])
}

fn said(label: &Label) -> Said {
    let name = |value| match value {
        serde_json::Value::String(name) => name,
        other => panic!("a name expected: {other}"),
    };
    let place = match &label.place {
        Place::Part { path } => path.clone(),
        // Manifests have random names.
        Place::Jumbf { .. } => "manifest".to_owned(),
        other => panic!("a part expected: {other:?}"),
    };
    (
        name(serde_json::to_value(label.kind).unwrap()),
        label
            .meaning
            .map_or("-", |meaning| meaning.code())
            .to_owned(),
        place,
        name(serde_json::to_value(label.forgeability).unwrap()),
    )
}

#[test]
fn every_row_is_there_once() {
    let rows = rows();
    let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    let distinct: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(distinct.len(), names.len());
    assert_eq!(distinct, BTreeSet::from(ROWS));
}

#[test]
fn every_fixture_says_what_its_rows_say_and_no_more() {
    let mut wrong = Vec::new();
    let mut expected: BTreeMap<String, BTreeSet<Said>> = BTreeMap::new();
    for row in rows() {
        expected.entry(row.fixture).or_default().insert(row.said);
    }
    for (fixture, expected) in expected {
        let (found, _) = read(&fixture);
        if found != expected {
            wrong.push(format!("{fixture}: {found:?}, expected {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The table has no column for it: only what says 1 says it without "perhaps".
#[test]
fn labels_that_say_perhaps_are_weak() {
    for (file, expected) in [
        ("labels/tc260-aigc.png", Confidence::Certain),
        ("labels/tc260-aigc.perhaps.png", Confidence::Weak),
        ("labels/tc260-aigc.suspected.png", Confidence::Weak),
        ("labels/hugging-face-job.png", Confidence::Weak),
        ("labels/iptc-ai-system.jpg", Confidence::Weak),
    ] {
        let evidence = fixtures::examined(&fixtures::fixture(file), &Settings::default());
        let [label] = evidence.labels.as_slice() else {
            panic!("{file}: {:?}", evidence.labels);
        };
        assert_eq!(label.confidence, expected, "{file}");
    }
}

#[test]
fn no_near_miss_is_a_label() {
    let mut wrong = Vec::new();
    for row in rows() {
        let (found, _) = read(&row.near_miss);
        // What is signed leaves the unsigned claim when the signature breaks, and no more.
        let plain = row.near_miss.contains(".near-miss.");
        if found.contains(&row.said) || (plain && !found.is_empty()) {
            wrong.push(format!("{}: {found:?} in {}", row.name, row.near_miss));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn odd_labels_raise_their_codes() {
    let lines = lines(&page(), 2);
    assert_eq!(lines.len(), 7);
    for line in lines {
        let (_, codes) = read(&line[0]);
        assert!(codes.contains(&line[1]), "{}: {codes:?}", line[0]);
    }
}

#[test]
fn every_file_and_every_kind_is_named() {
    let page = page();
    for entry in fs::read_dir(fixtures::fixture("labels")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(page.contains(&format!("`labels/{name}`")), "{name}");
    }
    let kinds: BTreeSet<String> = rows().into_iter().map(|row| row.said.0).collect();
    for kind in hallmark::labels::LabelKind::ALL {
        let serde_json::Value::String(name) = serde_json::to_value(kind).unwrap() else {
            panic!("{kind:?}");
        };
        assert!(
            kinds.contains(&name) || ELSEWHERE.contains(&name.as_str()),
            "{name}"
        );
    }
}
