//! Every row of what generators leave in files, and for each a near miss that is no label.
#![allow(
    clippy::as_conversions,
    clippy::arithmetic_side_effects,
    reason = "sizes of test files"
)]

use super::*;
use crate::asset::{ByteRange, MetadataKind, tests::walk_bytes};

/// A PNG of no pixels with these chunks.
pub(crate) fn png(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut add = |kind: &[u8; 4], content: &[u8]| {
        file.extend((content.len() as u32).to_be_bytes());
        file.extend(kind);
        file.extend(content);
        file.extend([0; 4]);
    };
    add(b"IHDR", &[0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0, 0, 0]);
    add(b"IDAT", &[]);
    // Behind the pixels, where generators put them too.
    for (kind, content) in chunks {
        add(kind, content);
    }
    add(b"IEND", &[]);
    file
}

/// A PNG with `tEXt` chunks.
pub(crate) fn png_text(texts: &[(&str, &str)]) -> Vec<u8> {
    let chunks: Vec<(&[u8; 4], Vec<u8>)> = texts
        .iter()
        .map(|(keyword, text)| (b"tEXt", format!("{keyword}\0{text}").into_bytes()))
        .collect();
    png(&chunks)
}

/// A JPEG of no pixels with these segments.
pub(crate) fn jpeg(segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut file = vec![0xFF, 0xD8];
    for (marker, content) in segments {
        file.extend([0xFF, *marker]);
        file.extend((content.len() as u16 + 2).to_be_bytes());
        file.extend(content);
    }
    file.extend([0xFF, 0xDA, 0, 2, 0, 0xFF, 0xD9]);
    file
}

/// A big-endian EXIF block: tags of the first directory and of the EXIF directory. All are text
/// but for those above 0x9000, which are undefined bytes.
pub(crate) fn exif_block(tags: &[(u16, &[u8])]) -> Vec<u8> {
    let (main, inner): (Vec<_>, Vec<_>) = tags.iter().partition(|(number, _)| *number < 0x8769);
    let mut block = b"MM\0*\0\0\0\x08".to_vec();
    let inner_at = 8 + 2 + (main.len() + 1) * 12 + 4;
    let mut values_at = inner_at + 2 + inner.len() * 12 + 4;
    let mut values = Vec::new();
    let mut entry = |block: &mut Vec<u8>, number: u16, value: &[u8]| {
        let kind: u16 = if number < 0x8769 { 2 } else { 7 };
        block.extend([number.to_be_bytes(), kind.to_be_bytes()].concat());
        block.extend((value.len() as u32).to_be_bytes());
        if value.len() <= 4 {
            block.extend(value);
            block.extend(vec![0; 4 - value.len()]);
        } else {
            block.extend((values_at as u32).to_be_bytes());
            values.extend_from_slice(value);
            values_at += value.len();
        }
    };
    block.extend((main.len() as u16 + 1).to_be_bytes());
    for (number, value) in main {
        entry(&mut block, number, value);
    }
    block.extend([0x87, 0x69, 0, 4, 0, 0, 0, 1]);
    block.extend((inner_at as u32).to_be_bytes());
    block.extend([0; 4]);
    block.extend((inner.len() as u16).to_be_bytes());
    for (number, value) in inner {
        entry(&mut block, number, value);
    }
    block.extend([0; 4]);
    block.extend(values);
    block
}

/// A JPEG with these EXIF tags.
pub(crate) fn jpeg_exif(tags: &[(u16, &[u8])]) -> Vec<u8> {
    jpeg(&[(0xE1, [b"Exif\0\0".as_slice(), &exif_block(tags)].concat())])
}

/// A JPEG with an XMP packet whose description has these attributes and children.
pub(crate) fn jpeg_xmp(attributes: &str, children: &str) -> Vec<u8> {
    let packet = format!(
        r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/" {attributes}>{children}</rdf:Description></rdf:RDF></x:xmpmeta>"#
    );
    jpeg(&[(
        0xE1,
        [
            b"http://ns.adobe.com/xap/1.0/\0".as_slice(),
            packet.as_bytes(),
        ]
        .concat(),
    )])
}

pub(crate) fn found(file: &[u8]) -> (Vec<Label>, Vec<Finding>) {
    detect(&walk_bytes(file).unwrap().metadata)
}

/// The only label of a file: kind, meaning, place.
#[track_caller]
fn only(file: &[u8]) -> (LabelKind, Option<SourceType>, String) {
    let (labels, _) = found(file);
    let [label] = labels.as_slice() else {
        panic!("one label expected: {labels:?}");
    };
    let Place::Part { path } = &label.place else {
        panic!("a part expected: {:?}", label.place);
    };
    (label.kind, label.meaning, path.clone())
}

#[track_caller]
fn nothing(file: &[u8]) {
    assert_eq!(found(file).0, []);
}

const GENERATED: Option<SourceType> = Some(SourceType::TrainedAlgorithmicMedia);
const EDITED: Option<SourceType> = Some(SourceType::CompositeWithTrainedAlgorithmicMedia);

const SETTINGS: &str = "a cat\nNegative prompt: dog\nSteps: 20, Sampler: Euler a, CFG scale: 7, \
                        Seed: 1, Size: 512x512, Model hash: abc";

fn comment(code: &[u8; 8], text: &str) -> Vec<u8> {
    [code.as_slice(), text.as_bytes()].concat()
}

const ASCII: &[u8; 8] = b"ASCII\0\0\0";

#[test]
fn parameters_of_web_interfaces() {
    let place = "tEXt/parameters".to_owned();
    let kind = LabelKind::GenerationParameters;
    assert_eq!(
        only(&png_text(&[("parameters", SETTINGS)])),
        (kind, GENERATED, place)
    );
    let wide: Vec<u8> = SETTINGS.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let wide = [b"UNICODE\0".as_slice(), &wide].concat();
    let place = "APP1/EXIF/UserComment".to_owned();
    assert_eq!(
        only(&jpeg_exif(&[(0x9286, &wide)])),
        (kind, GENERATED, place)
    );
    let international = [b"parameters\0\0\0\0\0".as_slice(), SETTINGS.as_bytes()].concat();
    assert_eq!(only(&png(&[(b"iTXt", international)])).2, "iTXt/parameters");
    let zipped = miniz_oxide::deflate::compress_to_vec_zlib(SETTINGS.as_bytes(), 6);
    let zipped = [b"parameters\0\0".as_slice(), &zipped].concat();
    assert_eq!(only(&png(&[(b"zTXt", zipped)])).2, "zTXt/parameters");

    nothing(&png_text(&[(
        "parameters",
        "Steps: 20, a walk along the river",
    )]));
    nothing(&png_text(&[(
        "parameters",
        "Steps: many, Sampler: Euler a, Seed: 1",
    )]));
    nothing(&png_text(&[("Description", SETTINGS)]));
}

#[test]
fn comfyui_graphs_and_workflows() {
    let graph = r#"{"3":{"class_type":"KSampler","inputs":{"seed":5},"is_changed":[NaN]}}"#;
    let workflow = r#"{"nodes":[{"id":1}],"links":[],"version":0.4}"#;
    let kind = LabelKind::Comfyui;
    assert_eq!(
        only(&png_text(&[("prompt", graph)])),
        (kind, GENERATED, "tEXt/prompt".to_owned())
    );
    let place = "tEXt/workflow".to_owned();
    assert_eq!(
        only(&png_text(&[("workflow", workflow)])),
        (kind, GENERATED, place)
    );
    let model = format!("prompt:{graph}");
    let make = format!("workflow:{workflow}");
    let (labels, _) = found(&jpeg_exif(&[
        (0x010F, make.as_bytes()),
        (0x0110, model.as_bytes()),
    ]));
    assert_eq!(labels.len(), 2);

    nothing(&png_text(&[("prompt", "a cat on a roof")]));
    nothing(&png_text(&[("prompt", r#"{"3":{"inputs":{}}}"#)]));
    nothing(&png_text(&[("workflow", r#"{"nodes":[]}"#)]));
    nothing(&jpeg_exif(&[(0x0110, b"EOS R5")]));
}

#[test]
fn fooocus_parameters() {
    let kind = LabelKind::Fooocus;
    let texts = [
        ("parameters", r#"{"prompt":"cat"}"#),
        ("fooocus_scheme", "fooocus"),
    ];
    assert_eq!(
        only(&png_text(&texts)),
        (kind, GENERATED, "tEXt/fooocus_scheme".to_owned())
    );
    let note = comment(ASCII, r#"{"prompt":"cat"}"#);
    let file = jpeg_exif(&[(0x927C, b"fooocus"), (0x9286, &note)]);
    assert_eq!(
        only(&file),
        (kind, GENERATED, "APP1/EXIF/MakerNote".to_owned())
    );

    nothing(&png_text(&[("fooocus_scheme", "fooocus")]));
    nothing(&png_text(&[
        ("parameters", "{}"),
        ("fooocus_scheme", "other"),
    ]));
    nothing(&jpeg_exif(&[(0x927C, b"fooocus")]));
}

#[test]
fn swarmui_parameters() {
    let parameters = r#"{"sui_image_params":{"prompt":"cat","model":"sdxl"},"sui_extra_data":{}}"#;
    let kind = LabelKind::Swarmui;
    let place = "tEXt/parameters".to_owned();
    assert_eq!(
        only(&png_text(&[("parameters", parameters)])),
        (kind, GENERATED, place)
    );
    let file = jpeg_exif(&[(0x9286, &comment(ASCII, parameters))]);
    assert_eq!(only(&file).0, kind);

    nothing(&png_text(&[(
        "parameters",
        r#"{"image_params":{"prompt":"cat"}}"#,
    )]));
    nothing(&png_text(&[("note", parameters)]));
}

#[test]
fn invokeai_of_three_generations() {
    let kind = LabelKind::Invokeai;
    for (keyword, text) in [
        ("invokeai_metadata", r#"{"generation_mode":"txt2img"}"#),
        ("invokeai_graph", r#"{"nodes":{}}"#),
        ("invokeai_workflow", r#"{"name":"x"}"#),
        ("sd-metadata", r#"{"model":"stable diffusion"}"#),
        ("Dream", "\"a cat\" -s50 -W512 -H512 -C7.5 -Ak_lms -S42"),
    ] {
        let place = format!("tEXt/{keyword}");
        assert_eq!(
            only(&png_text(&[(keyword, text)])),
            (kind, GENERATED, place)
        );
    }
    nothing(&png_text(&[("invokeai_metadata", "none")]));
    nothing(&png_text(&[("sd-metadata", "{}")]));
    nothing(&png_text(&[("Dream", "I had one")]));
}

#[test]
fn novelai_comments() {
    let kind = LabelKind::Novelai;
    let text = r#"{"prompt": "1girl", "steps": 28}"#;
    let texts = [
        ("Software", "NovelAI"),
        ("Source", "Stable Diffusion"),
        ("Comment", text),
    ];
    assert_eq!(
        only(&png_text(&texts)),
        (kind, GENERATED, "tEXt/Comment".to_owned())
    );
    let file = jpeg_exif(&[
        (0x0131, b"NovelAI Diffusion V4"),
        (0x9286, &comment(ASCII, text)),
    ]);
    assert_eq!(
        only(&file),
        (kind, GENERATED, "APP1/EXIF/UserComment".to_owned())
    );

    nothing(&png_text(&[("Software", "GIMP"), ("Comment", text)]));
    nothing(&png_text(&[("Software", "NovelAI"), ("Comment", "thanks")]));
    nothing(&png_text(&[("Software", "NovelAI")]));
}

#[test]
fn flux_demonstrations() {
    let kind = LabelKind::FluxDemo;
    let place = "APP1/EXIF/Software".to_owned();
    for (software, meaning) in [
        ("AI generated;txt2img;flux", GENERATED),
        ("AI generated;img2img;flux", GENERATED),
        ("AI generated;inpainting;flux", EDITED),
        ("AI generated;flux2", GENERATED),
    ] {
        let file = jpeg_exif(&[(0x0131, software.as_bytes())]);
        assert_eq!(only(&file), (kind, meaning, place.clone()));
    }
    nothing(&jpeg_exif(&[(0x0131, b"f.lux 4.1")]));
    nothing(&jpeg_exif(&[(0x0131, b"AI generated;other")]));
    nothing(&jpeg_exif(&[(0x0131, b"not AI generated;flux")]));
}

#[test]
fn signature_lines_of_xai() {
    let kind = LabelKind::XaiSignature;
    let artist: &[u8] = b"123e4567-e89b-12d3-a456-426614174000";
    let signature = format!("Signature: {}", "QUJD".repeat(100));
    let file = jpeg_exif(&[(0x010E, signature.as_bytes()), (0x013B, artist)]);
    assert_eq!(
        only(&file),
        (kind, GENERATED, "APP1/EXIF/ImageDescription".to_owned())
    );

    nothing(&jpeg_exif(&[(0x010E, signature.as_bytes())]));
    nothing(&jpeg_exif(&[
        (0x010E, signature.as_bytes()),
        (0x013B, b"Jane Doe"),
    ]));
    nothing(&jpeg_exif(&[
        (0x010E, b"Signature: QUJD"),
        (0x013B, artist),
    ]));
}

#[test]
fn names_of_generators() {
    let kind = LabelKind::GeneratorName;
    for (number, name, place) in [
        (0x010F, "Ideogram AI", "Make"),
        (0x0131, "reve.com", "Software"),
        (0x010F, "Aphrodite AI", "Make"),
        (0x0131, "Aphrodite AI", "Software"),
        (0x010F, "Black Forest Labs", "Make"),
    ] {
        let place = format!("APP1/EXIF/{place}");
        assert_eq!(
            only(&jpeg_exif(&[(number, name.as_bytes())])),
            (kind, GENERATED, place)
        );
    }
    let place = "APP1/XMP/xmp:CreatorTool".to_owned();
    assert_eq!(
        only(&jpeg_xmp(r#"xmp:CreatorTool="reve.com""#, "")),
        (kind, GENERATED, place)
    );
    let place = "tEXt/Source".to_owned();
    assert_eq!(
        only(&png_text(&[("Source", "Luma AI")])),
        (kind, GENERATED, place)
    );

    nothing(&jpeg_exif(&[(0x010F, b"Ideogram AI cameras")]));
    nothing(&jpeg_exif(&[(0x0131, b"https://reve.com")]));
    nothing(&jpeg_xmp(r#"xmp:CreatorTool="forever.com""#, ""));
    nothing(&png_text(&[("Source", "Luma")]));
}

/// A JPEG with a trailer of one named block.
fn samsung(name: &str, content: &str) -> Vec<u8> {
    let mut block = vec![0, 0, 0xA1, 0x0A];
    block.extend((name.len() as u32).to_le_bytes());
    block.extend(name.as_bytes());
    block.extend(content.as_bytes());
    let mut directory = b"SEFH".to_vec();
    directory.extend([107_u32, 1].map(u32::to_le_bytes).concat());
    directory.extend([0, 0, 0xA1, 0x0A]);
    directory.extend(
        [block.len() as u32, block.len() as u32]
            .map(u32::to_le_bytes)
            .concat(),
    );
    let length = (directory.len() as u32).to_le_bytes();
    [
        jpeg(&[]),
        block,
        directory,
        length.to_vec(),
        b"SEFT".to_vec(),
    ]
    .concat()
}

#[test]
fn galaxy_ai_edits() {
    let kind = LabelKind::SamsungGalaxyAi;
    let name = "PhotoEditor_Re_Edit_Data";
    let place = format!("SEFT/{name}");
    for notes in [
        r#"{"originalPath":"/a","genAIType":1}"#,
        r#"{"data":[{"genAIType":3}]}"#,
        r#"{"data":"{\"genAIType\":2}"}"#,
    ] {
        assert_eq!(
            only(&samsung(name, notes)),
            (kind, EDITED, place.clone()),
            "{notes}"
        );
    }
    nothing(&samsung(name, r#"{"originalPath":"/a","genAIType":0}"#));
    nothing(&samsung("Image_UTC_Data", r#"{"genAIType":1}"#));
    nothing(&samsung(name, "genAIType:1"));
}

#[test]
fn bytedance_notes() {
    let kind = LabelKind::Bytedance;
    let place = "APP1/EXIF/ImageDescription".to_owned();
    for note in [
        r#"{"product":"doubao","exportType":"generation"}"#,
        r#"{"product":"dreamina","aigc_info":{"aigc_label_type":1}}"#,
        r#"{"product":"dreamina","aigc_info":"{\"aigc_label_type\":\"2\"}"}"#,
    ] {
        let file = jpeg_exif(&[(0x010E, note.as_bytes())]);
        assert_eq!(only(&file), (kind, GENERATED, place.clone()), "{note}");
    }
    let note = comment(ASCII, r#"{"product":"doubao","exportType":"generation"}"#);
    assert_eq!(
        only(&jpeg_exif(&[(0x9286, &note)])).2,
        "APP1/EXIF/UserComment"
    );

    nothing(&jpeg_exif(&[(
        0x010E,
        br#"{"product":"capcut","exportType":"edit"}"#,
    )]));
    let inconclusive = br#"{"product":"doubao","aigc_info":{"aigc_label_type":0}}"#;
    nothing(&jpeg_exif(&[(0x010E, inconclusive)]));
    nothing(&jpeg_exif(&[(0x010E, br#"{"exportType":"generation"}"#)]));
}

#[test]
fn hugging_face_jobs_are_weak() {
    let (labels, _) = found(&png_text(&[("hf-job-id", "65f1")]));
    assert_eq!(labels.len(), 1);
    assert_eq!(labels[0].kind, LabelKind::HuggingFaceJob);
    assert_eq!(labels[0].confidence, Confidence::Weak);
    nothing(&png_text(&[("hf-job-id", " ")]));
    nothing(&png_text(&[("job-id", "65f1")]));
}

#[test]
fn credit_lines() {
    let kind = LabelKind::CreditLine;
    for (line, meaning) in [
        ("Made with Google AI", GENERATED),
        ("Edited with Google AI", EDITED),
        ("Apple Photos Clean Up", EDITED),
        ("Apple Photos Generative Edit: Clean Up", EDITED),
        ("Apple Image Playground", GENERATED),
    ] {
        let place = "APP1/XMP/photoshop:Credit".to_owned();
        let file = jpeg_xmp(&format!(r#"photoshop:Credit="{line}""#), "");
        assert_eq!(only(&file), (kind, meaning, place));
        let mut record = vec![0x1C, 2, 110, 0, line.len() as u8];
        record.extend(line.as_bytes());
        let block = MetadataBlock {
            kind: MetadataKind::Iptc,
            bytes: [b"\x1C\x02\x05\x00\x01x".as_slice(), &record].concat(),
            range: ByteRange::default(),
            part: "APP13/IPTC".to_owned(),
        };
        let (labels, _) = detect(&[block]);
        assert_eq!(labels.len(), 1);
        assert_eq!(labels[0].place, material::place("APP13/IPTC", "2:110"));
    }
    nothing(&jpeg_xmp(
        r#"photoshop:Credit="Photo: J. Doe / Not made with Google AI""#,
        "",
    ));
    nothing(&jpeg_xmp(r#"photoshop:Source="Made with Google AI""#, ""));
}

#[test]
fn ai_details_of_iptc() {
    let file = jpeg_xmp(
        r#"Iptc4xmpExt:AISystemUsed="Dreamer" Iptc4xmpExt:AISystemVersionUsed="2""#,
        "<Iptc4xmpExt:AIPromptInformation>a cat</Iptc4xmpExt:AIPromptInformation>\
         <Iptc4xmpExt:AIPromptWriterName>J. Doe</Iptc4xmpExt:AIPromptWriterName>",
    );
    let (labels, _) = found(&file);
    let kinds: Vec<LabelKind> = labels.iter().map(|label| label.kind).collect();
    assert_eq!(
        kinds,
        [
            LabelKind::IptcAiSystem,
            LabelKind::IptcAiSystemVersion,
            LabelKind::IptcAiPrompt,
            LabelKind::IptcAiPromptWriter
        ]
    );
    assert_eq!(labels[0].maker.as_deref(), Some("Dreamer"));
    assert_eq!(labels[0].confidence, Confidence::Weak);
    assert_eq!(labels[2].value, "a cat");
    nothing(&jpeg_xmp(r#"xmp:AISystemUsed="Dreamer""#, ""));
    nothing(&jpeg_xmp(r#"Iptc4xmpExt:AISystemUsed="""#, ""));
}

#[test]
fn words_in_the_wrong_place_are_no_labels() {
    nothing(&jpeg(&[(0xFE, SETTINGS.as_bytes().to_vec())]));
    nothing(&jpeg_exif(&[(
        0x010E,
        b"trainedAlgorithmicMedia AIGC Midjourney DALL-E",
    )]));
    nothing(&jpeg(&[]));
    nothing(&png_text(&[("Comment", "Made with Google AI")]));
}

#[test]
fn names_of_kinds_are_stable() {
    let names = [
        (LabelKind::Comfyui, "\"comfyui\""),
        (LabelKind::Tc260Aigc, "\"tc260-aigc\""),
        (LabelKind::Novelai, "\"novelai\""),
        (
            LabelKind::C2paDigitalSourceType,
            "\"c2pa-digital-source-type\"",
        ),
    ];
    for (kind, name) in names {
        assert_eq!(serde_json::to_string(&kind).unwrap(), name);
    }
}

proptest::proptest! {
    #[test]
    fn any_metadata_returns(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300), kind in 0..4_usize) {
        let kinds = [MetadataKind::Xmp, MetadataKind::Exif, MetadataKind::Iptc, MetadataKind::Text];
        let bytes = if kind == 1 { [b"II*\0\x08\0\0\0".as_slice(), &bytes].concat() } else { bytes };
        let block = MetadataBlock {
            kind: kinds[kind],
            bytes,
            range: ByteRange::default(),
            part: "part/AIGC".to_owned(),
        };
        let (labels, findings) = detect(&[block]);
        proptest::prop_assert!(labels.len() <= 64 && findings.len() <= 64);
    }
}
