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
fn producers_are_known_by_code_and_by_name() {
    for (key, name) in super::PRODUCERS {
        let producer = if key.len() == 18 {
            format!("0011{key}10000")
        } else {
            key.to_uppercase()
        };
        let text = BARE.replace("001191110102MACQD9K64010000", &producer);
        let (labels, findings) = found(&png_text(&[("AIGC", &text)]));
        assert_eq!(labels[0].maker.as_deref(), Some(name));
        assert_eq!(findings, []);
        let near = text.replace(&producer, &format!("{producer}0"));
        let (labels, _) = found(&png_text(&[("AIGC", &near)]));
        assert_ne!(labels[0].maker.as_deref(), Some(name));
    }
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
fn a_thousand_labels_are_counted_and_not_told_one_by_one() {
    let many = vec![("AIGC", "{"); 1000];
    let (_, findings) = found(&png_text(&many));
    assert_eq!(findings.len(), 17);
    let last = findings.last().unwrap();
    assert_eq!(last.code, Code::LabelAigcDuplicate);
    assert_eq!(last.arguments, [("count".to_owned(), "1000".to_owned())]);
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

fn chunk(id: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut bytes = id.to_vec();
    bytes.extend(u32::try_from(data.len()).unwrap().to_le_bytes());
    bytes.extend(data);
    bytes.resize(bytes.len().next_multiple_of(2), 0);
    bytes
}

fn riff(form: &[u8; 4], inner: &[u8]) -> Vec<u8> {
    chunk(b"RIFF", &[form.as_slice(), inner].concat())
}

#[test]
fn chunks_of_sound_and_avi_are_read() {
    let wave = |id| riff(b"WAVE", &chunk(id, BARE.as_bytes()));
    assert_eq!(place_of(&wave(b"AIGC")), "RIFF/AIGC");
    assert_eq!(found(&wave(b"aigc")), (vec![], vec![]));
    let avi = |id| {
        let texts = [chunk(b"ISFT", b"odd"), chunk(id, BARE.as_bytes())].concat();
        riff(
            b"AVI ",
            &chunk(b"LIST", &[b"INFO".as_slice(), &texts].concat()),
        )
    };
    assert_eq!(place_of(&avi(b"AIGC")), "INFO/AIGC");
    assert_eq!(found(&avi(b"ICMT")), (vec![], vec![]));
    let both = riff(
        b"WAVE",
        &[chunk(b"AIGC", BARE.as_bytes()), chunk(b"AIGC", b"{")].concat(),
    );
    assert_eq!(
        codes(&both),
        [Code::LabelAigcMalformed, Code::LabelAigcDuplicate]
    );
}

fn mp3(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let size = u32::try_from(content.len()).unwrap();
    let frame = [kind.as_slice(), &size.to_be_bytes(), &[0, 0], content].concat();
    let low = |value: usize| u8::try_from(value & 0x7F).unwrap();
    let sizes = [21, 14, 7, 0].map(|shift| low(frame.len() >> shift));
    let head = [b"ID3\x03\0\0".as_slice(), &sizes].concat();
    [head, frame, vec![0xFF, 0xFB, 0x90, 0]].concat()
}

#[test]
fn texts_of_id3_are_read_in_each_encoding() {
    let text = format!("AIGC\0{BARE}");
    let plain = |encoding: u8, text: &str| [&[encoding], text.as_bytes()].concat();
    let wide = format!("\u{FEFF}AIGC\0\u{FEFF}{BARE}");
    let little: Vec<u8> = wide.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for content in [
        plain(0, &text),
        plain(3, &text),
        [[1].as_slice(), &little].concat(),
        [[2].as_slice(), &big].concat(),
    ] {
        assert_eq!(place_of(&mp3(b"TXXX", &content)), "TXXX/AIGC");
    }
    for (kind, other) in [(b"TXXX", format!("aigc\0{BARE}")), (b"COMM", text)] {
        assert_eq!(found(&mp3(kind, &plain(3, &other))), (vec![], vec![]));
    }
}

fn one(kind: &[u8], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len().saturating_add(8)).unwrap();
    [&length.to_be_bytes(), kind, content].concat()
}

fn movie(meta: &[u8]) -> Vec<u8> {
    let brand = one(b"ftyp", b"isom\0\0\0\0isom");
    [brand, one(b"moov", meta), one(b"mdat", &[0; 8])].concat()
}

#[test]
fn items_of_movies_are_read_by_key_and_by_name() {
    let value = one(
        b"data",
        &[&[0, 0, 0, 1, 0, 0, 0, 0], BARE.as_bytes()].concat(),
    );
    let handler = one(b"hdlr", &[0; 24]);
    let keyed = |name: &[u8]| {
        let names = [one(b"mdta", b"title"), one(b"mdta", name)].concat();
        let keys = one(
            b"keys",
            &[[0, 0, 0, 0, 0, 0, 0, 2].as_slice(), &names].concat(),
        );
        let list = one(b"ilst", &one(&[0, 0, 0, 2], &value));
        [handler.clone(), keys, list].concat()
    };
    let full = |inner: &[u8]| one(b"meta", &[[0; 4].as_slice(), inner].concat());
    let iso = movie(&one(b"udta", &full(&keyed(b"AIGC"))));
    assert_eq!(place_of(&iso), "meta/AIGC");
    assert_eq!(
        place_of(&movie(&one(b"meta", &keyed(b"AIGC")))),
        "meta/AIGC"
    );
    let keyless = one(b"ilst", &one(b"AIGC", &value));
    let keyless = full(&[handler.clone(), keyless].concat());
    assert_eq!(place_of(&movie(&keyless)), "meta/AIGC");
    let named = |name: &[u8]| {
        let mean = one(b"mean", b"\0\0\0\0com.example");
        let name = one(b"name", &[[0; 4].as_slice(), name].concat());
        let item = one(b"----", &[mean, name, value.clone()].concat());
        movie(&full(&[handler.clone(), one(b"ilst", &item)].concat()))
    };
    assert_eq!(place_of(&named(b"AIGC")), "meta/AIGC");
    let near = movie(&one(b"udta", &full(&keyed(b"aigc"))));
    for other in [near, named(b"AIGC2")] {
        assert_eq!(found(&other), (vec![], vec![]));
    }
}
