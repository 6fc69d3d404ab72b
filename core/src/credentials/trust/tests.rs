use base64::{Engine, engine::general_purpose::STANDARD};
use proptest::prelude::*;

use super::*;
use crate::credentials::test_pki::{Good, Issued, Shape, good, pack};

fn list(name: &str, certificates: &[(&Issued, &str)]) -> String {
    let entities: Vec<_> = certificates
        .iter()
        .map(|(certificate, status)| {
            serde_json::json!({
                "TrustedEntityInformation": { "TEName": [{ "lang": "en", "value": "Somebody" }] },
                "TrustedEntityServices": [{ "ServiceInformation": {
                    "ServiceName": [{ "lang": "en", "value": "A service" }],
                    "ServiceDigitalIdentity": {
                        "X509Certificates": [{ "val": STANDARD.encode(&certificate.der) }]
                    },
                    "ServiceStatus": format!("http://c2pa.org/conformance/trust-list/{status}"),
                    "StatusStartingTime": "2025-11-19T18:29:44Z"
                } }]
            })
        })
        .collect();
    serde_json::json!({ "LoTE": {
        "ListAndSchemeInformation": {
            "LoTEVersionIdentifier": 1,
            "SchemeName": [{ "lang": "en", "value": name }],
            "SchemeInformationURI": [{ "lang": "en", "uriValue": "https://example.org/list" }],
            "ListIssueDateTime": "2026-08-05T00:11:39Z"
        },
        "TrustedEntitiesList": entities
    } })
    .to_string()
}

fn purposes(pack: &TrustPack) -> Vec<Purpose> {
    pack.anchors.iter().map(|anchor| anchor.purpose).collect()
}

fn one(bytes: &str, intent: Intent) -> TrustPack {
    let mut packs = parse_material(bytes.as_bytes(), intent, "file").unwrap();
    assert_eq!(packs.len(), 1);
    packs.remove(0)
}

#[test]
fn packs_read_back_as_they_were_written() {
    let Good { root, middle, leaf } = good();
    let mut first = pack(Purpose::ClaimSigning, &[&root, &middle]);
    first.source = Some("https://example.org/list".to_owned());
    first.extended_key_usages = vec!["1.2.3.4".to_owned()];
    first.allowed = vec![
        AllowedCertificate {
            fingerprint: leaf.certificate().fingerprint(),
            der: Some(leaf.der.clone()),
        },
        AllowedCertificate {
            fingerprint: [7; 32],
            der: None,
        },
    ];
    let mut second = pack(Purpose::TimeStamping, &[&root]);
    second
        .anchors
        .extend(pack(Purpose::Identity, &[&middle]).anchors);
    second.date = None;
    let packs = vec![first, second];
    let text = write_packs(&packs);
    assert_eq!(
        parse_material(text.as_bytes(), Intent::AsStated, "file").unwrap(),
        packs
    );
}

#[test]
fn a_purpose_asked_for_filters_a_pack() {
    let Good { root, middle, .. } = good();
    let mut both = pack(Purpose::ClaimSigning, &[&root]);
    both.anchors
        .extend(pack(Purpose::TimeStamping, &[&middle]).anchors);
    let text = write_packs(&[both]);
    let stamps = one(&text, Intent::Anchors(Purpose::TimeStamping));
    assert_eq!(purposes(&stamps), [Purpose::TimeStamping]);
    assert_eq!(
        parse_material(text.as_bytes(), Intent::Anchors(Purpose::Identity), "file"),
        Err(TrustError::NothingForPurpose)
    );
}

#[test]
fn trust_lists_are_read_as_they_are() {
    let Good { root, middle, .. } = good();
    let text = list(
        "C2PA Trust List",
        &[(&root, "trusted"), (&middle, "withdrawn")],
    );
    let claims = one(&text, Intent::AsStated);
    assert_eq!(claims.name, "C2PA Trust List");
    assert_eq!(claims.date.as_deref(), Some("2026-08-05T00:11:39Z"));
    assert_eq!(claims.source.as_deref(), Some("https://example.org/list"));
    assert_eq!(
        purposes(&claims),
        [Purpose::ClaimSigning],
        "the withdrawn one is left out"
    );

    let text = list("C2PA TSA Trust List", &[(&root, "trusted")]);
    assert_eq!(
        purposes(&one(&text, Intent::AsStated)),
        [Purpose::TimeStamping]
    );
    let claims = one(&text, Intent::Anchors(Purpose::ClaimSigning));
    assert_eq!(
        purposes(&claims),
        [Purpose::ClaimSigning],
        "whoever asks decides"
    );
}

#[test]
fn pem_may_hold_notes_repetitions_and_leaves() {
    let Good { root, leaf, .. } = good();
    let clock = Shape::authority("Clock root", 9, None)
        .with(|params| {
            params.extended_key_usages = vec![rcgen::ExtendedKeyUsagePurpose::TimeStamping];
        })
        .self_signed();
    let text = format!(
        "Subject\tCN=Root\n{}\n{}\nnote\n{}{}",
        root.pem(),
        root.pem(),
        leaf.pem(),
        clock.pem()
    );
    let pack = one(&text, Intent::AsStated);
    assert_eq!(pack.name, "file");
    assert_eq!(
        purposes(&pack),
        [Purpose::ClaimSigning, Purpose::TimeStamping]
    );
    assert_eq!(pack.allowed.len(), 1);
    assert_eq!(
        pack.allowed[0].fingerprint,
        leaf.certificate().fingerprint()
    );

    let allowed = one(&text, Intent::Allowed);
    assert_eq!((allowed.anchors.len(), allowed.allowed.len()), (0, 3));
    let stamps = one(&text, Intent::Anchors(Purpose::TimeStamping));
    assert_eq!((stamps.anchors.len(), stamps.allowed.len()), (3, 0));
}

#[test]
fn a_name_with_the_word_tsa_means_time_stamps() {
    let pem = good().root.pem();
    for (name, purpose) in [
        ("C2PA-TSA-TRUST-LIST", Purpose::TimeStamping),
        ("our tsa", Purpose::TimeStamping),
        ("C2PA-TRUST-LIST", Purpose::ClaimSigning),
        ("tsarist", Purpose::ClaimSigning),
    ] {
        let packs = parse_material(pem.as_bytes(), Intent::AsStated, name).unwrap();
        assert_eq!(purposes(&packs[0]), [purpose], "{name}");
    }
}

#[test]
fn what_is_no_trust_material_is_named() {
    let read = |text: &str| parse_material(text.as_bytes(), Intent::AsStated, "file");
    assert_eq!(read(""), Err(TrustError::Unrecognised));
    assert_eq!(read("hello"), Err(TrustError::Unrecognised));
    assert!(matches!(read("{"), Err(TrustError::Json { .. })));
    assert!(matches!(read("{}"), Err(TrustError::Json { .. })));
    assert_eq!(
        read(r#"{"schema":"hallmark.trust/9","packs":[]}"#),
        Err(TrustError::Schema {
            found: "hallmark.trust/9".to_owned()
        })
    );
    assert_eq!(
        read(r#"{"schema":"hallmark.trust/1","packs":[]}"#),
        Err(TrustError::NothingForPurpose)
    );
    let broken = pem::encode(&pem::Pem::new("CERTIFICATE", vec![1, 2, 3]));
    assert!(matches!(
        parse_material(
            broken.as_bytes(),
            Intent::Anchors(Purpose::ClaimSigning),
            "file"
        ),
        Err(TrustError::Certificate { number: 1, .. })
    ));
}

#[test]
fn usages_are_those_of_the_packs_and_the_standard_ones() {
    let odd = TrustPack {
        extended_key_usages: vec!["1.2.3.4".to_owned()],
        ..TrustPack::default()
    };
    let store = TrustStore::new(vec![odd]);
    assert_eq!(store.usages(Purpose::ClaimSigning).len(), 5);
    assert_eq!(store.usages(Purpose::TimeStamping), [TIME_STAMPING_USAGE]);
    assert_eq!(TrustStore::default().usages(Purpose::ClaimSigning).len(), 4);
}

#[test]
fn emptiness_is_told_by_purpose() {
    let Good { root, leaf, .. } = good();
    let store = TrustStore::new(vec![pack(Purpose::TimeStamping, &[&root])]);
    assert!(store.is_empty_for(Purpose::ClaimSigning));
    assert!(!store.is_empty_for(Purpose::TimeStamping));
    let store = TrustStore::new(vec![one(&leaf.pem(), Intent::AsStated)]);
    assert!(!store.is_empty_for(Purpose::ClaimSigning));
    assert!(store.is_empty_for(Purpose::TimeStamping));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = parse_material(&bytes, Intent::AsStated, "file");
    }

    #[test]
    fn any_altered_pack_is_read_or_refused(
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let Good { root, .. } = good();
        let mut text = write_packs(&[pack(Purpose::ClaimSigning, &[&root])]).into_bytes();
        let at = at.index(text.len());
        text[at] = byte;
        let _ = parse_material(&text, Intent::AsStated, "file");
    }
}
