use crate::{
    evidence::{Code, Confidence, Place},
    labels::{
        Forgeability, LabelKind, SourceType,
        tests::{found, jpeg, jpeg_exif, jpeg_xmp, png_text},
    },
};

const BARE: &str = r#"{"Label":"1","ContentProducer":"001191110102MACQD9K64010000","ProduceID":"p1","ReservedCode1":"","ContentPropagator":"","PropagateID":"","ReservedCode2":""}"#;

fn wrapped() -> String {
    format!(r#"{{"AIGC":{BARE}}}"#)
}

fn codes(file: &[u8]) -> Vec<Code> {
    found(file).1.iter().map(|finding| finding.code).collect()
}

#[track_caller]
fn place_of(file: &[u8]) -> String {
    let (labels, findings) = found(file);
    assert_eq!(findings, []);
    let [label] = labels.as_slice() else {
        panic!("one label expected: {labels:?}");
    };
    assert_eq!(label.kind, LabelKind::Tc260Aigc);
    assert_eq!(label.meaning, Some(SourceType::TrainedAlgorithmicMedia));
    assert_eq!(label.confidence, Confidence::Certain);
    assert_eq!(label.forgeability, Forgeability::StandardLabel);
    assert_eq!(label.maker.as_deref(), Some("Doubao"));
    let Place::Part { path } = &label.place else {
        panic!("a part expected");
    };
    path.clone()
}

#[test]
fn every_place_of_pictures_is_read() {
    let escaped = BARE.replace('"', "&quot;");
    let attribute = jpeg_xmp(&format!(r#"TC260:AIGC="{escaped}""#), "");
    assert_eq!(place_of(&attribute), "APP1/XMP/TC260:AIGC");
    let element = jpeg_xmp("", &format!("<TC260:AIGC>{}</TC260:AIGC>", wrapped()));
    assert_eq!(place_of(&element), "APP1/XMP/TC260:AIGC");
    let twice = escaped.replace('&', "&amp;");
    assert_eq!(
        place_of(&jpeg_xmp("", &format!("<TC260:AIGC>{twice}</TC260:AIGC>"))),
        "APP1/XMP/TC260:AIGC"
    );
    assert_eq!(place_of(&png_text(&[("AIGC", BARE)])), "tEXt/AIGC");
    let comment = [b"ASCII\0\0\0".as_slice(), wrapped().as_bytes()].concat();
    assert_eq!(
        place_of(&jpeg_exif(&[(0x9286, &comment)])),
        "APP1/EXIF/UserComment"
    );
    let description = format!("AIGC{BARE}");
    let file = jpeg_exif(&[(0x010E, description.as_bytes())]);
    assert_eq!(place_of(&file), "APP1/EXIF/ImageDescription");
    let segment = jpeg(&[(0xE9, description.into_bytes())]);
    assert_eq!(place_of(&segment), "APP9/AIGC");
    let flat = jpeg_xmp(
        r#"TC260:Label="1" TC260:ContentProducer="doubao" TC260:ProduceID="p1" TC260:ReservedCode1="" TC260:ContentPropagator="" TC260:PropagateID="""#,
        "<TC260:ReservedCode2></TC260:ReservedCode2>",
    );
    let (labels, _) = found(&flat);
    assert_eq!(labels.len(), 1);
    assert_eq!(labels[0].maker.as_deref(), Some("Doubao"));
}

#[test]
fn perhaps_is_said_weakly() {
    for label in ["2", "3"] {
        let text = BARE.replace(r#""Label":"1""#, &format!(r#""Label":"{label}""#));
        let (labels, findings) = found(&png_text(&[("AIGC", &text)]));
        assert_eq!(labels[0].confidence, Confidence::Weak);
        assert_eq!(labels[0].meaning, Some(SourceType::TrainedAlgorithmicMedia));
        assert_eq!(findings, []);
    }
}

#[test]
fn what_breaks_a_rule_is_read_and_named() {
    for (from, to) in [
        (r#""Label":"1""#, r#""Label":"9""#),
        (r#""Label":"1""#, r#""Label":1"#),
        (r#","ReservedCode2":"""#, ""),
        (r#""p1""#, r#""p 1""#),
        (
            r#""Label":"1","ContentProducer":"001191110102MACQD9K64010000""#,
            r#""ContentProducer":"x","Label":"1""#,
        ),
    ] {
        let text = BARE.replace(from, to);
        let file = png_text(&[("AIGC", &text)]);
        assert_eq!(codes(&file), [Code::LabelAigcMalformed], "{text}");
        assert_eq!(found(&file).0.len(), 1);
    }
}

#[test]
fn what_cannot_be_read_is_inconclusive() {
    for text in [
        "yes",
        "{",
        "[]",
        r#"{"Label":"1","Label":"2"}"#,
        r#"{"Note":"1"}"#,
    ] {
        let file = png_text(&[("AIGC", text)]);
        assert_eq!(codes(&file), [Code::LabelAigcMalformed], "{text}");
        assert_eq!(found(&file).0, []);
    }
}

#[test]
fn two_labels_are_one_too_many() {
    let file = png_text(&[("AIGC", BARE), ("AIGC", BARE)]);
    assert_eq!(codes(&file), [Code::LabelAigcDuplicate]);
}

#[test]
fn json_of_another_kind_in_a_free_field_is_no_label() {
    for text in [
        r#"{"Title":"AIGC"}"#,
        "AIGC",
        "[1]",
        r#"{"ServiceProvider":"x"}"#,
    ] {
        let file = jpeg_exif(&[(0x010E, text.as_bytes())]);
        assert_eq!(found(&file), (vec![], vec![]), "{text}");
    }
    let cloud = br#"{"ServiceProvider":"x","ServiceUser":"y"}"#;
    assert_eq!(found(&jpeg_exif(&[(0x010E, cloud)])).0.len(), 1);
    assert_eq!(found(&png_text(&[("aigc", BARE)])).0, []);
    let other = jpeg_xmp(r#"xmp:AIGC="{}""#, "");
    assert_eq!(found(&other), (vec![], vec![]));
}
