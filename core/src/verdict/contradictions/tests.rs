use super::*;
use crate::picture::WatermarkEvidence;
use crate::{credentials::CredentialEvidence, evidence::Confidence, labels::SourceType};

fn label(kind: LabelKind, meaning: SourceType, forgeability: Forgeability) -> Label {
    Label {
        kind,
        value: meaning.code().to_owned(),
        meaning: Some(meaning),
        place: Place::Asset,
        forgeability,
        confidence: Confidence::Strong,
        maker: None,
    }
}

fn iptc(meaning: SourceType) -> Label {
    label(
        LabelKind::IptcDigitalSourceType,
        meaning,
        Forgeability::StandardLabel,
    )
}

fn signed(meaning: SourceType) -> Label {
    label(
        LabelKind::C2paDigitalSourceType,
        meaning,
        Forgeability::Signed,
    )
}

fn between(labels: &[Label]) -> Vec<Code> {
    let labels: Vec<&Label> = labels.iter().collect();
    between_labels(&labels)
        .iter()
        .map(|finding| finding.code)
        .collect()
}

fn evidence() -> Evidence {
    Evidence {
        sha256: None,
        bytes: 0,
        format: Some(MediaFormat::Jpeg),
        credentials: CredentialEvidence::NotExamined,
        labels: Vec::new(),
        dimensions: Some((640, 480)),
        declared: Declared::default(),
        watermark: WatermarkEvidence::default(),
        fingerprint: None,
        recovery: None,
        previews: Vec::new(),
        findings: Vec::new(),
        not_checked: Vec::new(),
    }
}

fn credentials(state: CredentialState) -> CredentialStatement {
    CredentialStatement {
        state,
        ..CredentialStatement::default()
    }
}

fn facts(evidence: &Evidence, credentials: &CredentialStatement) -> Vec<Code> {
    between_facts(evidence, credentials)
        .iter()
        .map(|finding| finding.code)
        .collect()
}

#[test]
fn capture_and_generation_disagree() {
    let generated = SourceType::TrainedAlgorithmicMedia;
    for plain in [
        SourceType::DigitalCapture,
        SourceType::HumanEdits,
        SourceType::AlgorithmicMedia,
    ] {
        assert_eq!(
            between(&[iptc(plain), iptc(generated)]),
            [Code::LabelsDisagree]
        );
        assert_eq!(
            between(&[iptc(generated), iptc(plain)]),
            [Code::LabelsDisagree]
        );
    }
    let capture = signed(SourceType::DigitalCapture);
    assert_eq!(
        between(&[capture.clone(), iptc(generated)]),
        [Code::CredentialCapturedLabelGenerated]
    );
    let mark = label(
        LabelKind::OpenWatermark,
        generated,
        Forgeability::GeneratorPattern,
    );
    assert_eq!(
        between(&[capture, mark]),
        [Code::CredentialCapturedMarkGenerated]
    );
}

#[test]
fn a_history_a_perhaps_and_two_kinds_of_editing_agree() {
    let edited = SourceType::CompositeWithTrainedAlgorithmicMedia;
    assert_eq!(
        between(&[signed(SourceType::DigitalCapture), signed(edited)]),
        []
    );
    assert_eq!(between(&[iptc(SourceType::HumanEdits), iptc(edited)]), []);
    assert_eq!(
        between(&[iptc(SourceType::TrainedAlgorithmicMedia), iptc(edited)]),
        []
    );
    let mut perhaps = iptc(SourceType::TrainedAlgorithmicMedia);
    perhaps.confidence = Confidence::Weak;
    assert_eq!(between(&[signed(SourceType::DigitalCapture), perhaps]), []);
}

#[test]
fn an_ordinary_file_contradicts_nothing() {
    let mut evidence = evidence();
    evidence.declared = Declared {
        captured: moment("2024:05:04 09:41:00", ""),
        modified: moment("2024:05:04 09:41:00", ""),
        // A camera that was turned.
        dimensions: Some((480, 640)),
        exif_orientation: Some(6),
        xmp_orientation: Some(6),
        embedded_manifest: None,
    };
    assert_eq!(facts(&evidence, &credentials(CredentialState::None)), []);
}

#[test]
fn a_pointer_without_a_manifest_was_left_behind() {
    let mut evidence = evidence();
    evidence.declared.embedded_manifest = Some("self#jumbf=/c2pa/x".to_owned());
    assert_eq!(
        facts(&evidence, &credentials(CredentialState::None)),
        [Code::CredentialRemoved]
    );
    assert_eq!(facts(&evidence, &credentials(CredentialState::Valid)), []);
    assert_eq!(
        facts(&evidence, &credentials(CredentialState::NotChecked)),
        []
    );
}

#[test]
fn a_system_without_a_source_type_is_half_a_label() {
    let mut evidence = evidence();
    let generated = SourceType::TrainedAlgorithmicMedia;
    let system = label(
        LabelKind::IptcAiSystem,
        generated,
        Forgeability::StandardLabel,
    );
    evidence.labels = vec![system];
    assert_eq!(
        facts(&evidence, &credentials(CredentialState::None)),
        [Code::LabelPartial]
    );
    let mut named = credentials(CredentialState::Valid);
    named.source_type = Some("trainedAlgorithmicMedia".to_owned());
    assert_eq!(facts(&evidence, &named), []);
    evidence.labels.push(iptc(generated));
    assert_eq!(facts(&evidence, &credentials(CredentialState::None)), []);
}

#[test]
fn sizes_and_orientations_differ() {
    let mut evidence = evidence();
    evidence.declared.dimensions = Some((4000, 3000));
    let none = credentials(CredentialState::None);
    // Made smaller, turned or not, a picture keeps its shape.
    for smaller in [(1024, 768), (768, 1024), (160, 120), (333, 250)] {
        evidence.dimensions = Some(smaller);
        assert_eq!(facts(&evidence, &none), [], "{smaller:?}");
    }
    for cropped in [(4000, 2900), (1024, 740), (160, 107)] {
        evidence.dimensions = Some(cropped);
        assert_eq!(facts(&evidence, &none), [Code::DimensionsDiffer]);
    }
    evidence.format = Some(MediaFormat::Dng);
    assert_eq!(facts(&evidence, &none), []);
    evidence.declared.exif_orientation = Some(1);
    evidence.declared.xmp_orientation = Some(6);
    assert_eq!(facts(&evidence, &none), [Code::OrientationDiffers]);
}

#[test]
fn dates_are_out_of_order() {
    let mut evidence = evidence();
    evidence.declared.captured = moment("2024:05:06 09:41:00", "EXIF DateTimeOriginal");
    evidence.declared.modified = moment("2024:05:04 09:41:00", "EXIF DateTime");
    let none = credentials(CredentialState::None);
    assert_eq!(facts(&evidence, &none), [Code::DatesDisordered]);
    // Twenty-five hours may be time zones.
    evidence.declared.modified = moment("2024:05:05 08:41:00", "EXIF DateTime");
    assert_eq!(facts(&evidence, &none), []);

    let mut stamped = credentials(CredentialState::Trusted);
    stamped.signed_at = time::OffsetDateTime::from_unix_timestamp(1_700_000_000).ok();
    assert_eq!(facts(&evidence, &stamped), [Code::DatesDisordered]);
    stamped.state = CredentialState::Invalid;
    assert_eq!(facts(&evidence, &stamped), []);

    evidence.declared = Declared::default();
    stamped.state = CredentialState::Valid;
    stamped.actions = vec![ActionEvidence {
        action: "c2pa.created".to_owned(),
        when: Some("2024-01-01T00:00:00Z".to_owned()),
        ..ActionEvidence::default()
    }];
    assert_eq!(facts(&evidence, &stamped), [Code::DatesDisordered]);
}
