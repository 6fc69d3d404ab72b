use super::*;
use crate::{
    credentials::{CredentialEvidence, ManifestEvidence, StoreEvidence},
    evidence::Confidence,
    labels::SourceType,
    picture::{MarkEvidence, WatermarkEvidence},
};

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
        tracks: Vec::new(),
        parent: None,
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
        xmp_captured: None,
        xmp_modified: None,
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

/// A statement that holds, with a time-stamp and an action at these moments.
fn stamped(signed: Option<i64>, action: Option<&str>) -> CredentialStatement {
    let mut statement = credentials(CredentialState::Trusted);
    statement.signed_at = signed.and_then(|at| time::OffsetDateTime::from_unix_timestamp(at).ok());
    statement.actions = action
        .map(|when| ActionEvidence {
            action: "c2pa.edited".to_owned(),
            when: Some(when.to_owned()),
            ..ActionEvidence::default()
        })
        .into_iter()
        .collect();
    statement
}

#[test]
fn every_two_dates_are_held_against_each_other() {
    // Two days apart, which no zones explain.
    let early = "2024-05-04T09:41:00";
    let late = "2024-05-06T09:41:00";
    let seconds = |written| moment(written, "").map(|moment| moment.seconds);
    let exif = |written| moment(written, "EXIF");
    let xmp = |written| moment(written, "XMP");
    let none = credentials(CredentialState::None);
    let facts_of = |declared: Declared, credentials: &CredentialStatement| {
        let mut evidence = evidence();
        evidence.declared = declared;
        facts(&evidence, credentials)
    };
    for (name, right, wrong) in [
        ("EXIF", exif(early), exif(late)),
        ("XMP", xmp(early), xmp(late)),
    ] {
        // As the reader of metadata gives them: EXIF first, and XMP besides.
        let captured = |moment: Option<Moment>| Declared {
            captured: exif(early).filter(|_| name == "XMP").or(moment.clone()),
            xmp_captured: moment.filter(|_| name == "XMP"),
            ..Declared::default()
        };
        for (what, statement, modified) in [
            ("EXIF", none.clone(), (exif(early), None)),
            ("XMP", none.clone(), (exif(late), xmp(early))),
            ("action", stamped(None, Some(early)), (None, None)),
            ("time-stamp", stamped(seconds(early), None), (None, None)),
        ] {
            let with = |moment: &Option<Moment>| {
                let declared = Declared {
                    modified: modified.0.clone(),
                    xmp_modified: modified.1.clone(),
                    ..captured(moment.clone())
                };
                facts_of(declared, &statement)
            };
            assert_eq!(with(&wrong), [Code::DatesDisordered], "{name}, {what}");
            assert_eq!(with(&right), [], "{name}, {what}");
        }
        // Changed after it was signed.
        let modified = |moment: &Option<Moment>| Declared {
            modified: exif(early).filter(|_| name == "XMP").or(moment.clone()),
            xmp_modified: moment.clone().filter(|_| name == "XMP"),
            ..Declared::default()
        };
        let statement = stamped(seconds(early), None);
        assert_eq!(
            facts_of(modified(&wrong), &statement),
            [Code::DatesDisordered]
        );
        assert_eq!(facts_of(modified(&right), &statement), []);
    }
    let last = stamped(seconds(early), Some("2024-05-04T12:41:00Z"));
    assert_eq!(facts(&evidence(), &last), [Code::DatesDisordered]);
    let last = stamped(seconds(early), Some("2024-05-04T10:40:00Z"));
    assert_eq!(facts(&evidence(), &last), []);
}

#[test]
fn a_mark_is_one_that_the_credential_names() {
    let binding = |alg: &str, value: &str| SoftBindingEvidence {
        uri: "self#jumbf=/c2pa/urn:c2pa:1/c2pa.assertions/c2pa.soft-binding".to_owned(),
        alg: alg.to_owned(),
        values: vec![value.to_owned()],
    };
    let manifest = |binding| ManifestEvidence {
        soft_bindings: vec![binding],
        ..ManifestEvidence::default()
    };
    let ours = SoftBinding::WATERMARK;
    let raised = |state, bindings: &[SoftBindingEvidence], marks: &[&str]| {
        let mut evidence = evidence();
        evidence.credentials = CredentialEvidence::Store(Box::new(StoreEvidence {
            active: None,
            manifests: bindings.iter().cloned().map(manifest).collect(),
            statuses: Vec::new(),
            findings: Vec::new(),
            not_covered: Vec::new(),
            sidecar: false,
            remote_url: None,
        }));
        evidence.watermark.marks = marks
            .iter()
            .map(|payload| MarkEvidence {
                scheme: "hallmark".to_owned(),
                version: 1,
                key_id: None,
                payload: Some((*payload).to_owned()),
                statistic: 1.0,
                threshold: 0.5,
                false_alarm: 1e-9,
                geometry: None,
            })
            .collect();
        facts(&evidence, &credentials(state))
    };
    let (valid, broken) = (CredentialState::Valid, CredentialState::Invalid);
    let named = [binding(ours, "0a")];
    assert_eq!(raised(valid, &named, &["0b"]), [Code::BindingMarkDiffers]);
    assert_eq!(raised(valid, &named, &["0a"]), []);
    assert_eq!(raised(valid, &named, &["0b", "0a"]), []);
    assert_eq!(raised(valid, &named, &[]), []);
    assert_eq!(raised(broken, &named, &["0b"]), []);
    // The mark of what the file was made from is still there.
    let parent = [binding(ours, "0a"), binding(ours, "0b")];
    assert_eq!(raised(valid, &parent, &["0b"]), []);
    // Another vendor's values say nothing of our marks.
    assert_eq!(raised(valid, &[binding("other", "0a")], &["0b"]), []);
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
