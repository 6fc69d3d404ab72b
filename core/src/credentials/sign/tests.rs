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
