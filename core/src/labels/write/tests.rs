#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "sizes of test files"
)]

use super::*;
use crate::{
    asset::rewrite::tests::{FORMATS, decoded, picture},
    labels::tests::{found, jpeg_exif, png_text},
};

fn writing(standards: &[Standard]) -> Writing {
    Writing {
        source_type: SourceType::TrainedAlgorithmicMedia,
        system: Some("Example \"Maker\" <3>".to_owned()),
        version: Some("2.1".to_owned()),
        prompt: Some("a lake & a boat".to_owned()),
        prompt_writer: None,
        standards: standards.to_vec(),
        provider: Provider {
            producer: "001191110102MACQD9K64010000".to_owned(),
            produce_id: "p1".to_owned(),
            ..Provider::default()
        },
    }
}

#[test]
fn both_standards_say_the_same_in_every_format_and_no_pixel_changes() {
    let both = [Standard::Iptc, Standard::Tc260];
    for format in FORMATS {
        let file = picture(format);
        let written = writing(&both).write(&file, &Limits::default()).unwrap();
        assert_eq!(decoded(&written), decoded(&file), "{format:?}");
        let (labels, findings) = found(&written);
        assert_eq!(findings, [], "{format:?}");
        let said: Vec<_> = labels
            .iter()
            .map(|label| (label.kind, label.value.as_str()))
            .collect();
        assert_eq!(
            said[..4],
            [
                (
                    LabelKind::IptcDigitalSourceType,
                    "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
                ),
                (LabelKind::IptcAiSystem, "Example \"Maker\" <3>"),
                (LabelKind::IptcAiSystemVersion, "2.1"),
                (LabelKind::IptcAiPrompt, "a lake & a boat"),
            ],
            "{format:?}"
        );
        assert_eq!(said[4].0, LabelKind::Tc260Aigc);
        assert_eq!(labels[4].maker.as_deref(), Some("Doubao"));
        // Written again, nothing doubles.
        let again = writing(&both).write(&written, &Limits::default()).unwrap();
        assert_eq!(found(&again).0, labels, "{format:?}");
        assert_eq!(decoded(&again), decoded(&file), "{format:?}");
    }
}

#[test]
fn a_label_of_another_standard_stays() {
    let file = picture(FORMATS[0]);
    let tc260 = writing(&[Standard::Tc260])
        .write(&file, &Limits::default())
        .unwrap();
    let both = writing(&[Standard::Iptc])
        .write(&tc260, &Limits::default())
        .unwrap();
    let kinds: Vec<_> = found(&both).0.iter().map(|label| label.kind).collect();
    assert!(kinds.contains(&LabelKind::Tc260Aigc));
    assert!(kinds.contains(&LabelKind::IptcDigitalSourceType));
}

#[test]
fn a_second_label_elsewhere_is_refused() {
    let label = r#"{"Label":"1","ContentProducer":"a","ProduceID":"b","ReservedCode1":"","ContentPropagator":"","PropagateID":"","ReservedCode2":""}"#;
    let error = writing(&[Standard::Tc260])
        .write(&png_text(&[("AIGC", label)]), &Limits::default())
        .unwrap_err();
    assert!(
        matches!(error, WriteError::OtherLabel { standard: "AIGC", ref place } if place == "tEXt/AIGC"),
        "{error}"
    );
}

#[test]
fn what_a_standard_cannot_say_is_refused() {
    let file = picture(FORMATS[0]);
    let captured = Writing {
        source_type: SourceType::DigitalCapture,
        ..writing(&[Standard::Tc260])
    };
    assert!(matches!(
        captured.write(&file, &Limits::default()),
        Err(WriteError::NothingToSay("digitalCapture"))
    ));
    let mut spaced = writing(&[Standard::Tc260]);
    spaced.provider.producer = "a name".to_owned();
    assert!(matches!(
        spaced.write(&file, &Limits::default()),
        Err(WriteError::Code {
            name: "ContentProducer"
        })
    ));
}

#[test]
fn a_broken_file_is_not_written() {
    let file = jpeg_exif(&[(0x0131, b"x")]);
    let cut = &file[..20];
    assert!(
        writing(&[Standard::Iptc])
            .write(cut, &Limits::default())
            .is_err()
    );
    assert!(
        writing(&[Standard::Iptc])
            .write(b"no picture", &Limits::default())
            .is_err()
    );
}
