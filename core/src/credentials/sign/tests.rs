#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    dead_code,
    unreachable_pub,
    reason = "support code is shared with other tests"
)]

use std::{
    io::Cursor,
    sync::atomic::{AtomicUsize, Ordering},
};

use time::OffsetDateTime;

use super::*;
use crate::{
    credentials::{
        CredentialEvidence, StoreEvidence,
        identity::{ClaimSigner, SignerError, SigningAlgorithm},
    },
    labels::SourceType,
};

#[path = "../../../../tests/support/media.rs"]
mod media;
#[path = "../../../../tests/support/pki.rs"]
pub(crate) mod pki;
#[path = "../../../../tests/support/tsa.rs"]
pub(crate) mod tsa;

use pki::{Leaf, TestIdentity};
use tsa::{Mistake, TestAuthority};

const NOW: i64 = 1_800_000_000;

struct InMemory(TestIdentity);

impl ClaimSigner for InMemory {
    fn algorithm(&self) -> SigningAlgorithm {
        SigningAlgorithm::Ed25519
    }
    fn chain(&self) -> &[Vec<u8>] {
        &self.0.chain
    }
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError> {
        Ok(self.0.sign(message))
    }
}

/// An authority whose tokens grow by a byte count with every answer.
struct Clock {
    authority: TestAuthority,
    mistake: Mistake,
    asked: AtomicUsize,
}

impl TimeStamper for Clock {
    fn request(&self, request: &[u8]) -> Result<Vec<u8>, String> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        Ok(self.authority.respond_with(request, NOW, self.mistake))
    }
}

fn clock(mistake: Mistake) -> Clock {
    Clock {
        authority: TestAuthority::new(40),
        mistake,
        asked: AtomicUsize::new(0),
    }
}

fn key() -> InMemory {
    InMemory(TestIdentity::new("Test Press", Leaf::Claims, 10))
}

fn now() -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(NOW).unwrap()
}

fn created(source_type: SourceType) -> Options {
    Options {
        source_type: Some(source_type),
        ..Options::default()
    }
}

struct Trial<'a> {
    name: &'a str,
    asset: &'a [u8],
    parent: Option<(&'a str, &'a [u8])>,
    components: &'a [(&'a str, &'a [u8])],
    options: Options,
    clock: Option<&'a dyn TimeStamper>,
}

impl<'a> Trial<'a> {
    fn new(name: &'a str, asset: &'a [u8], options: Options) -> Self {
        Self {
            name,
            asset,
            parent: None,
            components: &[],
            options,
            clock: None,
        }
    }

    fn sign(self) -> Result<(Signed, Vec<u8>), SignError> {
        let key = key();
        let signatory = Signatory::new(&key, self.clock, now())?;
        let mut asset = Cursor::new(self.asset);
        let mut parent = self.parent.map(|(name, bytes)| (name, Cursor::new(bytes)));
        let mut components: Vec<_> = self
            .components
            .iter()
            .map(|(name, bytes)| (*name, Cursor::new(*bytes)))
            .collect();
        let mut components: Vec<_> = components
            .iter_mut()
            .map(|(name, stream)| Input { name, stream })
            .collect();
        let mut target = Cursor::new(Vec::new());
        let signed = sign(
            &mut Input {
                name: self.name,
                stream: &mut asset,
            },
            parent
                .as_mut()
                .map(|(name, stream)| Input { name, stream })
                .as_mut(),
            &mut components,
            &mut target,
            &self.options,
            &Variables::new(),
            &signatory,
        )?;
        Ok((signed, target.into_inner()))
    }
}

fn store(bytes: &[u8], sidecar: Option<&[u8]>) -> Box<StoreEvidence> {
    let evidence = crate::examine::examine(
        &mut Cursor::new(bytes),
        bytes.len() as u64,
        sidecar,
        &crate::examine::Settings::default(),
    )
    .unwrap();
    match evidence.credentials {
        CredentialEvidence::Store(store) => store,
        other => panic!("no store: {other:?}"),
    }
}

fn actions(bytes: &[u8]) -> Vec<String> {
    store(bytes, None).manifests[0]
        .actions
        .iter()
        .map(|action| action.action.clone())
        .collect()
}

#[test]
fn every_writable_format_is_signed_and_holds() {
    for (name, bytes) in media::all() {
        let trial = Trial::new(name, &bytes, created(SourceType::DigitalCreation));
        let (signed, output) = trial
            .sign()
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(
            signed.bytes_added,
            output.len() as i64 - bytes.len() as i64,
            "{name}"
        );
        assert_eq!(signed.parent, None, "{name}");
        assert_eq!(
            signed.source_type.as_deref(),
            Some("http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation"),
            "{name}"
        );
        let store = store(&output, None);
        assert_eq!(
            store.active.as_deref(),
            Some(signed.manifest.as_str()),
            "{name}"
        );
        assert_eq!(actions(&output), ["c2pa.created"], "{name}");
    }
}

#[test]
fn a_small_chain_adds_little() {
    let (signed, _) = Trial::new(
        "one.jpg",
        &media::jpeg(),
        created(SourceType::DigitalCapture),
    )
    .sign()
    .unwrap();
    assert!(signed.bytes_added < 2600, "{}", signed.bytes_added);
}

#[test]
fn a_sidecar_leaves_the_asset_as_it_is() {
    for (name, bytes) in media::all() {
        let options = Options {
            placement: Placement::Sidecar,
            ..created(SourceType::DigitalCreation)
        };
        let (signed, output) = Trial::new(name, &bytes, options)
            .sign()
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(output, bytes, "{name}");
        assert_eq!(signed.bytes_added, 0, "{name}");
        assert!(store(&bytes, Some(&signed.store)).sidecar, "{name}");
    }
}

#[test]
fn an_edit_chain_forms_and_holds() {
    let (first, one) = Trial::new(
        "one.jpg",
        &media::jpeg(),
        created(SourceType::DigitalCapture),
    )
    .sign()
    .unwrap();
    let png = media::png();
    let mut edited = Trial::new("two.png", &png, Options::default());
    edited.parent = Some(("one.jpg", &one));
    let (second, two) = edited.sign().unwrap();
    assert_eq!(
        second.parent,
        Some(Parent::Named {
            manifest: Some(first.manifest.clone())
        })
    );
    assert_eq!(actions(&two), ["c2pa.opened", "c2pa.unknown"]);
    let (third, three) = Trial::new("three.png", &two, Options::default())
        .sign()
        .unwrap();
    assert_eq!(
        third.parent,
        Some(Parent::Own {
            manifest: second.manifest.clone(),
            failures: Vec::new()
        })
    );
    assert_eq!(actions(&three), ["c2pa.opened"]);
    let labels: Vec<String> = store(&three, None)
        .manifests
        .iter()
        .map(|manifest| manifest.label.clone())
        .collect();
    assert_eq!(labels, [third.manifest, second.manifest, first.manifest]);
}

#[test]
fn every_format_can_be_signed_again_and_updated() {
    let (mut wrong, mut fixed) = (Vec::new(), Vec::new());
    for (name, bytes) in media::all() {
        let (first, one) = Trial::new(name, &bytes, created(SourceType::DigitalCreation))
            .sign()
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let (second, _) = Trial::new(name, &one, Options::default())
            .sign()
            .unwrap_or_else(|error| panic!("{name}, again: {error}"));
        assert_eq!(
            second.parent,
            Some(Parent::Own {
                manifest: first.manifest,
                failures: Vec::new()
            }),
            "{name}"
        );
        let update = Options {
            update: true,
            author: Some("A".to_owned()),
            ..Options::default()
        };
        match Trial::new(name, &one, update).sign() {
            Ok((_, output)) => assert!(store(&output, None).manifests[0].update, "{name}"),
            Err(SignError::NothingToUpdate { reason }) => {
                assert!(
                    reason.contains("part of what was signed"),
                    "{name}: {reason}"
                );
                fixed.push(name);
            }
            Err(error) => wrong.push(format!("{name}, updated: {error}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let expected = ["webp", "tiff", "dng", "wav", "avi", "mp3", "flac", "epub"];
    assert_eq!(fixed, expected.map(|extension| format!("one.{extension}")));
}

#[test]
fn a_credential_that_does_not_hold_is_recorded_as_such() {
    let (_, mut one) = Trial::new(
        "one.jpg",
        &media::jpeg(),
        created(SourceType::DigitalCapture),
    )
    .sign()
    .unwrap();
    let end = one.len() - 3;
    one[end] ^= 1;
    let (signed, two) = Trial::new("one.jpg", &one, Options::default())
        .sign()
        .unwrap();
    let Some(Parent::Own { failures, .. }) = signed.parent else {
        panic!("no parent")
    };
    assert!(
        failures.contains(&"assertion.dataHash.mismatch".to_owned()),
        "{failures:?}"
    );
    assert_eq!(actions(&two), ["c2pa.opened", "c2pa.unknown"]);
    let update = Options {
        update: true,
        author: Some("A".to_owned()),
        ..Options::default()
    };
    assert!(matches!(
        Trial::new("one.jpg", &one, update).sign(),
        Err(SignError::NothingToUpdate { .. })
    ));
}

#[test]
fn captured_is_refused_for_what_declares_itself_made_by_a_model() {
    let labelled = media::labelled_jpeg("compositeWithTrainedAlgorithmicMedia");
    let (_, ai) = Trial::new(
        "ai.png",
        &media::png(),
        created(SourceType::TrainedAlgorithmicMedia),
    )
    .sign()
    .unwrap();
    let plain = media::jpeg();
    let capture = || created(SourceType::DigitalCapture);
    let by_label = Trial::new("one.jpg", &labelled, capture()).sign();
    let mut by_parent = Trial::new("one.jpg", &plain, capture());
    by_parent.parent = Some(("ai.png", &ai));
    let components: [(&str, &[u8]); 1] = [("ai.png", &ai)];
    let mut by_ingredient = Trial::new("one.jpg", &plain, capture());
    by_ingredient.components = &components;
    for (trial, place) in [
        (by_label, "XMP"),
        (by_parent.sign(), "manifest urn:c2pa:"),
        (by_ingredient.sign(), "of the ingredient ai.png"),
    ] {
        let error = trial.unwrap_err();
        assert!(
            matches!(error, SignError::DeclaredOtherwise { .. }),
            "{error}"
        );
        assert!(error.to_string().contains(place), "{error}");
    }
    let honest = created(SourceType::CompositeWithTrainedAlgorithmicMedia);
    assert!(Trial::new("one.jpg", &labelled, honest).sign().is_ok());
}

#[test]
fn what_was_redacted_is_gone_and_the_rest_holds() {
    let options = Options {
        author: Some("Somebody".to_owned()),
        ..created(SourceType::DigitalCapture)
    };
    let (_, one) = Trial::new("one.jpg", &media::jpeg(), options)
        .sign()
        .unwrap();
    for update in [false, true] {
        let options = Options {
            redactions: vec!["cawg.metadata".to_owned()],
            redaction_reason: Some("c2pa.PII.present".to_owned()),
            update,
            ..Options::default()
        };
        let (_, two) = Trial::new("one.jpg", &one, options).sign().unwrap();
        assert_eq!(actions(&two), ["c2pa.opened", "c2pa.redacted"], "{update}");
        assert!(
            !two.windows(8).any(|window| window == b"Somebody"),
            "{update}"
        );
        // A third step still stands on the redacted history.
        assert!(
            Trial::new("one.jpg", &two, Options::default())
                .sign()
                .is_ok(),
            "{update}"
        );
    }
}

#[test]
fn metadata_and_permissions_hold() {
    let mut training = TrainingMining::default();
    training.add("notAllowed").unwrap();
    let options = Options {
        title: Some("A title".to_owned()),
        author: Some("Somebody".to_owned()),
        licence: Some("https://creativecommons.org/licenses/by/4.0/".to_owned()),
        training,
        ..created(SourceType::DigitalCapture)
    };
    let (_, output) = Trial::new("one.jpg", &media::jpeg(), options)
        .sign()
        .unwrap();
    let manifest = store(&output, None).manifests[0].clone();
    assert_eq!(manifest.title.as_deref(), Some("A title"));
    for label in ["cawg.metadata", "cawg.training-mining"] {
        assert!(
            manifest.assertions.iter().any(|found| found == label),
            "{label}"
        );
    }
}

#[test]
fn time_stamps_are_embedded_in_the_space_they_need() {
    let clock = clock(Mistake::None);
    let jpeg = media::jpeg();
    let mut trial = Trial::new("one.jpg", &jpeg, created(SourceType::DigitalCapture));
    trial.clock = Some(&clock);
    let (signed, output) = trial.sign().unwrap();
    let token = signed.time_stamp.unwrap();
    assert_eq!((token.time, token.authority.as_str()), (NOW, "Test Clock"));
    assert_eq!(clock.asked.load(Ordering::Relaxed), 2);
    let stamps = store(&output, None).manifests[0]
        .signature
        .clone()
        .unwrap()
        .time_stamps;
    assert_eq!(
        (stamps.len(), stamps[0].holds, stamps[0].time),
        (1, true, Some(NOW))
    );
    assert!(signed.bytes_added < 4200, "{}", signed.bytes_added);
}

#[test]
fn a_time_stamp_that_does_not_hold_is_not_passed_on() {
    for mistake in [
        Mistake::Refuses,
        Mistake::OtherImprint,
        Mistake::OtherNonce,
        Mistake::NoCertificates,
        Mistake::BrokenSignature,
    ] {
        let clock = clock(mistake);
        let jpeg = media::jpeg();
        let mut trial = Trial::new("one.jpg", &jpeg, created(SourceType::DigitalCapture));
        trial.clock = Some(&clock);
        let error = trial.sign().unwrap_err();
        let expected = match mistake {
            Mistake::BrokenSignature => matches!(error, SignError::NotVerified { .. }),
            _ => matches!(error, SignError::TimeStamp(_)),
        };
        assert!(expected, "{mistake:?}: {error}");
    }
}

#[test]
fn broken_assets_are_refused_without_a_panic() {
    for (name, bytes) in media::all() {
        for length in [0, 1, 8, bytes.len() / 2, bytes.len() - 1] {
            let options = created(SourceType::DigitalCreation);
            let _ = Trial::new(name, &bytes[..length], options).sign();
        }
    }
    let nothing = Trial::new("a.txt", b"text", created(SourceType::DigitalCreation)).sign();
    assert!(matches!(nothing, Err(SignError::NotMedia)));
}

#[test]
fn an_identity_is_checked_before_anything_is_written() {
    let expired = InMemory(TestIdentity::valid_between(
        "Old Press",
        Leaf::Claims,
        60,
        (2020, 2021),
    ));
    let error = Signatory::new(&expired, None, now())
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("valid from 2020-01-01 to 2021-01-01"),
        "{error}"
    );
    let clock = InMemory(TestIdentity::new("A Clock", Leaf::TimeStamps, 70));
    let error = Signatory::new(&clock, None, now()).unwrap_err().to_string();
    assert!(error.contains("breaks rule"), "{error}");
    let mut unordered = TestIdentity::new("Test Press", Leaf::Claims, 10);
    let stranger = TestIdentity::new("Stranger", Leaf::Claims, 80);
    unordered.chain[1] = stranger.chain[1].clone();
    let error = Signatory::new(&InMemory(unordered), None, now())
        .unwrap_err()
        .to_string();
    assert!(error.contains("was not issued by"), "{error}");
}

/// A disk with room for some bytes and no more.
struct SmallDisk {
    bytes: Cursor<Vec<u8>>,
    room: u64,
}

impl std::io::Write for SmallDisk {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.bytes.position() + bytes.len() as u64 > self.room {
            return Err(std::io::ErrorKind::StorageFull.into());
        }
        self.bytes.write(bytes)
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl std::io::Read for SmallDisk {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.bytes.read(buffer)
    }
}

impl std::io::Seek for SmallDisk {
    fn seek(&mut self, position: SeekFrom) -> std::io::Result<u64> {
        self.bytes.seek(position)
    }
}

#[test]
fn a_full_disk_is_not_blamed_on_the_asset() {
    let key = key();
    let signatory = Signatory::new(&key, None, now()).unwrap();
    for (name, bytes) in media::all() {
        let mut disk = SmallDisk {
            bytes: Cursor::new(Vec::new()),
            room: bytes.len() as u64,
        };
        let error = sign(
            &mut Input {
                name,
                stream: &mut Cursor::new(bytes),
            },
            None,
            &mut [],
            &mut disk,
            &created(SourceType::DigitalCreation),
            &Variables::new(),
            &signatory,
        )
        .unwrap_err();
        assert!(
            matches!(&error, SignError::Io { error, .. } if error.kind() == std::io::ErrorKind::StorageFull),
            "{name}: {error}"
        );
    }
}
