use time::macros::datetime;

use super::*;
use crate::{
    credentials::identity::{Identity, NewIdentity, SEED_BYTES, create_identity},
    registry::{OpenMode, Sqlite},
    watermark::{EmbedSettings, Key},
};

/// A JPEG of soft hills and grass, as busy as photographs are: it hides a mark.
fn hills(width: u16, height: u16) -> Vec<u8> {
    let mut state = 7_u32;
    let mut noise = move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(state >> 16) / 65_536.0 - 0.5
    };
    let mut pixels = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let (x, y) = (f64::from(x), f64::from(y));
            let hill = 40.0 * (x / 90.0).sin() + 30.0 * ((x + y) / 41.0).cos() + y / 4.0;
            for shift in [20.0, 10.0, -30.0] {
                let level = (90.0 + hill + shift + 24.0 * noise()).clamp(0.0, 255.0);
                #[expect(clippy::as_conversions, reason = "clamped to the range of the type")]
                pixels.push(level as u8);
            }
        }
    }
    let mut file = Vec::new();
    jpeg_encoder::Encoder::new(&mut file, 92)
        .encode(&pixels, width, height, jpeg_encoder::ColorType::Rgb)
        .unwrap();
    file
}

fn identity() -> Identity {
    let request = NewIdentity {
        name: "Press desk".to_owned(),
        organization: "Example News".to_owned(),
        not_before: datetime!(2026-01-01 0:00 UTC),
        days: 3650,
    };
    let seed = zeroize::Zeroizing::new([7_u8; SEED_BYTES]);
    let created = create_identity(&request, &seed).unwrap();
    Identity::read(&created.chain_pem, &created.key_pem).unwrap()
}

fn plan() -> Plan {
    Plan {
        source_type: Some(SourceType::TrainedAlgorithmicMedia),
        system: Some("Painter".to_owned()),
        system_version: None,
        title: None,
        author: None,
        licence: None,
        privacy: Privacy::Ask,
        key: Key::public(),
        embedding: EmbedSettings::default(),
        only_marked: false,
    }
}

struct Desk {
    folder: tempfile::TempDir,
    identity: Identity,
}

impl Desk {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            identity: identity(),
        }
    }

    fn registry(&self) -> Sqlite {
        Sqlite::open(&self.folder.path().join("registry"), OpenMode::Create).unwrap()
    }

    fn publish(&self, plan: &Plan, file: &[u8]) -> Result<Published, PublishError> {
        let moment = datetime!(2026-11-15 0:00 UTC);
        let signatory = Signatory::new(&self.identity, None, moment).unwrap();
        let mut registry = self.registry();
        let publisher = Publisher::new(plan, &signatory, &mut registry, moment.unix_timestamp());
        publisher.publish("hills.jpg", file)
    }
}

#[test]
fn a_second_run_writes_the_same_file_and_registers_nothing() {
    let desk = Desk::new();
    let file = hills(360, 270);
    let first = desk.publish(&plan(), &file).unwrap();
    let second = desk.publish(&plan(), &file).unwrap();
    assert!(!first.already && second.already);
    assert_eq!(first.file, second.file);
    assert_eq!(first.number, second.number);
    let Mark::Written { id, .. } = first.mark else {
        panic!("{:?}", first.mark);
    };
    let claims = desk.registry().by_watermark(id).unwrap();
    assert_eq!(claims.len(), 1);
    let store = desk
        .registry()
        .manifest(&claims[0].manifest)
        .unwrap()
        .unwrap();
    let bound = bound(&store, &Limits::default());
    assert_eq!(bound.marks, [id.to_string()]);
    assert!(bound.pdq.is_some() && bound.grid.is_some());
    assert_eq!(
        bound.manifest_id.as_deref(),
        Some(first.manifest_id.as_str())
    );

    let other = Plan {
        title: Some("Another title".to_owned()),
        ..plan()
    };
    let third = desk.publish(&other, &file).unwrap();
    assert!(!third.already);
    assert_ne!(third.manifest_id, first.manifest_id);
}

#[test]
fn the_label_and_the_action_say_the_same() {
    let desk = Desk::new();
    let published = desk.publish(&plan(), &hills(360, 270)).unwrap();
    let length = u64::try_from(published.file.len()).unwrap();
    let evidence = examine::examine(
        &mut Cursor::new(&published.file),
        length,
        None,
        &examine::Settings::default(),
    )
    .unwrap();
    let nobody = TrustStore::default();
    let statement = judge(
        evidence,
        &Policy::new(&nobody, datetime!(2026-11-15 0:00 UTC)),
    );
    assert_eq!(statement.credentials.state, CredentialState::Valid);
    assert_eq!(statement.origin, crate::verdict::Origin::AiGenerated);
    assert!(
        !statement
            .findings
            .iter()
            .any(|finding| finding.code.as_str().starts_with("contradiction.")),
        "{:?}",
        statement.findings
    );
}

#[test]
fn a_picture_that_hides_no_mark_is_published_by_its_looks_or_refused() {
    let desk = Desk::new();
    // Large enough for a fingerprint, too small for a mark.
    let file = hills(150, 140);
    let published = desk.publish(&plan(), &file).unwrap();
    assert!(matches!(published.mark, Mark::Impossible(_)));
    let again = desk.publish(&plan(), &file).unwrap();
    assert!(again.already);
    assert_eq!(again.file, published.file);
    let strict = Plan {
        only_marked: true,
        ..plan()
    };
    assert!(matches!(
        desk.publish(&strict, &file),
        Err(PublishError::Marking(_))
    ));
}

#[test]
fn nothing_is_published_that_says_nothing_about_its_making() {
    let desk = Desk::new();
    let silent = Plan {
        source_type: None,
        ..plan()
    };
    let file = hills(150, 140);
    let refused = desk.publish(&silent, &file).unwrap_err();
    assert!(matches!(refused, PublishError::SourceMissing));
    // A credential tells.
    let published = desk.publish(&plan(), &file).unwrap();
    let continued = desk.publish(&silent, &published.file);
    assert!(continued.is_ok(), "{continued:?}");
}

#[test]
fn personal_data_is_asked_about_and_leaves() {
    let desk = Desk::new();
    let plain = hills(150, 140);
    let xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF \
        xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' \
        xmlns:aux='http://ns.adobe.com/exif/1.0/aux/' aux:SerialNumber='4711'/></rdf:RDF></x:xmpmeta>";
    let length = u16::try_from(xmp.len() + 2).unwrap().to_be_bytes();
    let file = [&plain[..2], &[0xFF, 0xE1], &length, xmp, &plain[2..]].concat();
    let refused = desk.publish(&plan(), &file).unwrap_err().to_string();
    assert!(refused.contains("--privacy strict"), "{refused}");
    let strict = Plan {
        privacy: Privacy::Strip(Kind::STRICT.to_vec()),
        ..plan()
    };
    let published = desk.publish(&strict, &file).unwrap();
    assert_eq!(published.removed.len(), 1);
    assert!(memchr::memmem::find(&published.file, b"4711").is_none());
    let keep = Plan {
        privacy: Privacy::Keep,
        ..plan()
    };
    let published = desk.publish(&keep, &file).unwrap();
    assert!(memchr::memmem::find(&published.file, b"4711").is_some());
}
