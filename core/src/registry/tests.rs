#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "counters of a few thousand"
)]

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, Command, Stdio},
};

use ed25519_dalek::SigningKey;
use proptest::prelude::*;

use super::{
    bundle::{Accept, BundleError, SignerFingerprint, export, import},
    *,
};
use crate::{evidence::Code, fingerprint::pdq::Pdq};

/// Files of a test, removed at its end.
struct Folder(std::path::PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("hallmark-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str) -> std::path::PathBuf {
        self.0.join(name)
    }

    fn registry(&self, name: &str) -> Sqlite {
        Sqlite::open(&self.file(name), OpenMode::Create).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn pdq(seed: u64) -> Pdq {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut bytes = [0; 32];
    for chunk in bytes.chunks_exact_mut(8) {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        chunk.copy_from_slice(&state.wrapping_mul(0x2545_F491_4F6C_DD1D).to_be_bytes());
    }
    Pdq(bytes)
}

fn claim<'a>(store: &'a [u8], label: &'a str, id: u64) -> NewClaim<'a> {
    NewClaim {
        store,
        manifest_id: label,
        watermark: Some(WatermarkId(id)),
        pdq: Some(pdq(id)),
        registered_at: 1_700_000_000,
    }
}

fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

#[test]
fn a_claim_is_found_by_each_of_its_names() {
    let folder = Folder::new("names");
    let mut registry = folder.registry("r.sqlite");
    let added = registry.add(&claim(b"store", "urn:c2pa:one", 7)).unwrap();
    assert_eq!(added, Added::New { number: 1 });
    let by_id = registry.by_watermark(WatermarkId(7)).unwrap();
    assert_eq!(by_id.len(), 1);
    assert_eq!(by_id[0].manifest_id, "urn:c2pa:one");
    assert_eq!(registry.by_manifest_id("urn:c2pa:one").unwrap(), by_id);
    let mut near = pdq(7);
    near.0[3] ^= 0b101;
    let matches = registry.by_pdq(&near, 31).unwrap();
    assert_eq!((matches[0].distance, &matches[0].claim), (2, &by_id[0]));
    assert_eq!(registry.by_pdq(&near, 1).unwrap(), vec![]);
    assert_eq!(
        registry.manifest(&by_id[0].manifest).unwrap().unwrap(),
        b"store"
    );
    assert_eq!(registry.by_watermark(WatermarkId(8)).unwrap(), vec![]);
}

#[test]
fn a_second_run_changes_nothing() {
    let folder = Folder::new("again");
    let mut registry = folder.registry("r.sqlite");
    registry.add(&claim(b"store", "urn:c2pa:one", 7)).unwrap();
    let again = registry.add(&claim(b"store", "urn:c2pa:one", 7)).unwrap();
    assert_eq!(again, Added::Already { number: 1 });
    let key = IdempotencyKey::new(&[1; 32], &[2; 32], &[3; 32]);
    let other = IdempotencyKey::new(&[1; 32], &[2; 32], &[4; 32]);
    let reserve = |registry: &mut Sqlite, key, id| registry.reserve(key, WatermarkId(id), 5);
    assert_eq!(
        reserve(&mut registry, &key, 9).unwrap(),
        Reserved::New(WatermarkId(9))
    );
    assert_eq!(
        reserve(&mut registry, &key, 10).unwrap(),
        Reserved::Already(WatermarkId(9))
    );
    assert_eq!(reserve(&mut registry, &other, 9).unwrap(), Reserved::Taken);
    assert_eq!(reserve(&mut registry, &other, 7).unwrap(), Reserved::Taken);
}

#[test]
fn a_conflicting_claim_is_reported_and_overwrites_nothing() {
    let folder = Folder::new("conflict");
    let mut registry = folder.registry("r.sqlite");
    registry.add(&claim(b"first", "urn:c2pa:one", 7)).unwrap();
    let Added::Conflict(conflict) = registry.add(&claim(b"second", "urn:c2pa:two", 7)).unwrap()
    else {
        panic!("the second claim on the id was taken");
    };
    assert_eq!(conflict.watermark, WatermarkId(7));
    assert_eq!(conflict.manifests.len(), 2);
    let claims = registry.by_watermark(WatermarkId(7)).unwrap();
    assert_eq!(claims.len(), 1);
    assert_eq!(claims[0].manifest, ManifestHash::of(b"first"));
    assert_eq!(
        registry.manifest(&ManifestHash::of(b"second")).unwrap(),
        None
    );
    assert_eq!(registry.conflicts().unwrap(), vec![]);
}

#[test]
fn a_tombstone_shows_in_every_registry_searched() {
    let folder = Folder::new("many");
    let mut first = folder.registry("a.sqlite");
    let mut second = folder.registry("b.sqlite");
    first.add(&claim(b"first", "urn:c2pa:one", 7)).unwrap();
    second.add(&claim(b"second", "urn:c2pa:two", 7)).unwrap();
    let hash = ManifestHash::of(b"first");
    let revocation = Revocation {
        revoked_at: 9,
        reason: "wrong picture".into(),
    };
    assert!(second.revoke(&hash, &revocation).unwrap());
    let later = Revocation {
        revoked_at: 10,
        reason: "again".into(),
    };
    assert!(!second.revoke(&hash, &later).unwrap());
    let mut all = Registries::default();
    all.push(Box::new(first));
    all.push(Box::new(second));
    let searched = all.by_watermark(WatermarkId(7));
    assert_eq!(
        searched.manifests().len(),
        2,
        "two manifests claim the id: a conflict"
    );
    assert_eq!(searched.found[0].claim.revocation, Some(revocation));
    assert_eq!(searched.found[1].claim.revocation, None);
    assert!(searched.failed.is_empty());
    assert_eq!(all.by_pdq(&pdq(7), 0).found.len(), 2);
}

#[test]
fn other_files_and_later_versions_are_named() {
    let folder = Folder::new("versions");
    let missing = Sqlite::open(&folder.file("none"), OpenMode::Read).unwrap_err();
    assert!(matches!(missing, RegistryError::Missing { .. }));
    std::fs::write(
        folder.file("text"),
        b"not a database at all, only some words in a row",
    )
    .unwrap();
    for mode in [OpenMode::Read, OpenMode::Write, OpenMode::Create] {
        let error = Sqlite::open(&folder.file("text"), mode).unwrap_err();
        assert!(
            matches!(error, RegistryError::NotARegistry { .. }),
            "{error:?}"
        );
    }
    let other = rusqlite::Connection::open(folder.file("other")).unwrap();
    other.execute_batch("CREATE TABLE t (x)").unwrap();
    drop(other);
    let error = Sqlite::open(&folder.file("other"), OpenMode::Create).unwrap_err();
    assert!(
        matches!(error, RegistryError::NotARegistry { .. }),
        "{error:?}"
    );
    drop(folder.registry("later"));
    let later = rusqlite::Connection::open(folder.file("later")).unwrap();
    later.pragma_update(None, "user_version", 2).unwrap();
    drop(later);
    let error = Sqlite::open(&folder.file("later"), OpenMode::Write).unwrap_err();
    assert_eq!(error.code(), Code::RegistryVersionUnknown);
}

#[test]
fn changed_bytes_of_a_manifest_are_damage() {
    let folder = Folder::new("damage");
    let mut registry = folder.registry("r.sqlite");
    registry.add(&claim(b"store", "urn:c2pa:one", 7)).unwrap();
    let other = rusqlite::Connection::open(folder.file("r.sqlite")).unwrap();
    other
        .execute("UPDATE manifest SET store = x'00'", [])
        .unwrap();
    let error = registry.manifest(&ManifestHash::of(b"store")).unwrap_err();
    assert_eq!(error.code(), Code::RegistryDamaged);
}

#[test]
fn a_bundle_carries_claims_manifests_and_tombstones() {
    let folder = Folder::new("bundle");
    let mut source = folder.registry("a.sqlite");
    source.add(&claim(b"first", "urn:c2pa:one", 7)).unwrap();
    source.add(&claim(b"second", "urn:c2pa:two", 8)).unwrap();
    let revocation = Revocation {
        revoked_at: 9,
        reason: "wrong picture".into(),
    };
    source
        .revoke(&ManifestHash::of(b"first"), &revocation)
        .unwrap();
    let bytes = export(&source, 11, &key(1)).unwrap();
    assert_eq!(
        bytes,
        export(&source, 11, &key(1)).unwrap(),
        "the same bytes every time"
    );

    let mut target = folder.registry("b.sqlite");
    target.add(&claim(b"other", "urn:c2pa:three", 8)).unwrap();
    let imported = import(&mut target, &bytes, Accept::Anyone).unwrap();
    let signer = SignerFingerprint::of(&key(1).verifying_key());
    assert_eq!((imported.signer, imported.made_at), (signer, 11));
    assert_eq!(
        (imported.added, imported.already, imported.revoked),
        (1, 0, 1)
    );
    assert_eq!(imported.conflicts[0].watermark, WatermarkId(8));
    let claims = target.by_watermark(WatermarkId(7)).unwrap();
    assert_eq!(claims[0].revocation, Some(revocation));
    assert_eq!(
        target.by_watermark(WatermarkId(8)).unwrap()[0].manifest_id,
        "urn:c2pa:three"
    );
    let again = import(&mut target, &bytes, Accept::Signer(signer)).unwrap();
    assert_eq!((again.added, again.already, again.revoked), (0, 1, 0));
}

#[test]
fn a_bundle_by_somebody_else_or_of_a_later_version_is_refused() {
    let folder = Folder::new("signer");
    let registry = folder.registry("a.sqlite");
    let mut bytes = export(&registry, 11, &key(1)).unwrap();
    let mut target = folder.registry("b.sqlite");
    let expected = SignerFingerprint::of(&key(2).verifying_key());
    let error = import(&mut target, &bytes, Accept::Signer(expected)).unwrap_err();
    assert_eq!(error.code(), Code::RegistryBundleSignerUnknown);
    bytes[16] = b'2';
    let error = import(&mut target, &bytes, Accept::Anyone).unwrap_err();
    assert_eq!(error.code(), Code::RegistryVersionUnknown);
    let error = import(&mut target, b"PK\x03\x04", Accept::Anyone).unwrap_err();
    assert!(matches!(error, BundleError::NotABundle));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_flipped_bit_or_cut_is_refused(position: prop::sample::Index, bit in 0..8_u8, cut: bool) {
        let folder = Folder::new(&format!("flip-{}", position.index(1 << 40)));
        let mut source = folder.registry("a.sqlite");
        source.add(&claim(b"first", "urn:c2pa:one", 7)).unwrap();
        let mut bytes = export(&source, 11, &key(1)).unwrap();
        let at = position.index(bytes.len());
        if cut {
            bytes.truncate(at);
        } else {
            bytes[at] ^= 1 << bit;
        }
        let mut target = folder.registry("b.sqlite");
        let error = import(&mut target, &bytes, Accept::Anyone).unwrap_err();
        prop_assert!(matches!(
            error.code(),
            Code::RegistryBundleChanged | Code::RegistryBundleMalformed | Code::RegistryVersionUnknown
        ));
        prop_assert_eq!(target.list(0, 10).unwrap(), vec![]);
    }

    #[test]
    fn any_signed_body_returns(body in prop::collection::vec(any::<u8>(), 0..200)) {
        use ed25519_dalek::Signer;
        use sha2::{Digest, Sha256};
        let folder = Folder::new("body");
        let mut target = folder.registry("b.sqlite");
        let mut bytes = b"hallmark-bundle/1\n".to_vec();
        bytes.extend_from_slice(&(body.len() as u64).to_be_bytes());
        bytes.extend_from_slice(&body);
        bytes.extend_from_slice(key(1).verifying_key().as_bytes());
        let signature = key(1).sign(&Sha256::digest(&bytes));
        bytes.extend_from_slice(&signature.to_bytes());
        let error = import(&mut target, &bytes, Accept::Anyone).unwrap_err();
        prop_assert_eq!(error.code(), Code::RegistryBundleMalformed);
    }
}

/// Set in the environment of a child process that shall write: the registry's path, a first id,
/// and how many claims (0: without end).
const WRITER: &str = "HALLMARK_TEST_WRITER";

/// Not a test by itself: this binary run again, as a process that writes. It says an id only after
/// the registry has acknowledged its claim.
#[test]
fn writer() {
    let Some(order) = std::env::var_os(WRITER) else {
        return;
    };
    let order = order.into_string().unwrap();
    let mut parts = order.split('|');
    let path = parts.next().unwrap();
    let first: u64 = parts.next().unwrap().parse().unwrap();
    let count: u64 = parts.next().unwrap().parse().unwrap();
    let mut registry = Sqlite::open(Path::new(path), OpenMode::Create).unwrap();
    let mut out = std::io::stdout();
    let mut id = first;
    while count == 0 || id < first + count {
        let store = id.to_be_bytes().repeat(600);
        let label = format!("urn:c2pa:{id}");
        registry.add(&claim(&store, &label, id)).unwrap();
        out.write_all(format!("\nacknowledged {id}\n").as_bytes())
            .unwrap();
        out.flush().unwrap();
        id += 1;
    }
}

fn start_writer(path: &Path, first: u64, count: u64) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "registry::tests::writer", "--nocapture"])
        .env(WRITER, format!("{}|{first}|{count}", path.display()))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn acknowledged(lines: impl Iterator<Item = std::io::Result<String>>) -> Vec<u64> {
    lines
        .map_while(Result::ok)
        .filter_map(|line| line.strip_prefix("acknowledged ")?.parse().ok())
        .collect()
}

#[test]
fn nothing_acknowledged_is_lost_when_writers_are_killed() {
    let folder = Folder::new("killed");
    let path = folder.file("r.sqlite");
    let mut expected = Vec::new();
    for round in 0..20_u64 {
        let mut child = start_writer(&path, 1 + round * 100_000, 0);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // Killed after a few acknowledgements, somewhere in the next write.
        let mut ids = Vec::new();
        while ids.len() < 3 + (round % 5) as usize {
            let line = lines.next().expect("the writer ended by itself").unwrap();
            ids.extend(acknowledged(std::iter::once(Ok(line))));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        ids.extend(acknowledged(lines));
        expected.extend(ids);
    }
    let registry = Sqlite::open(&path, OpenMode::Read).unwrap();
    assert!(expected.len() >= 60);
    for id in expected {
        let claims = registry.by_watermark(WatermarkId(id)).unwrap();
        assert_eq!(claims.len(), 1, "claim {id} was acknowledged and is lost");
        let store = registry.manifest(&claims[0].manifest).unwrap().unwrap();
        assert_eq!(store, id.to_be_bytes().repeat(600));
    }
}

#[test]
fn eight_writers_at_once_lose_nothing() {
    let folder = Folder::new("writers");
    let path = folder.file("r.sqlite");
    let mut children: Vec<Child> = (0..8)
        .map(|writer| start_writer(&path, 1 + writer * 1000, 12))
        .collect();
    let mut ids = Vec::new();
    for child in &mut children {
        ids.extend(acknowledged(
            BufReader::new(child.stdout.take().unwrap()).lines(),
        ));
        assert!(child.wait().unwrap().success());
    }
    assert_eq!(ids.len(), 8 * 12);
    let registry = Sqlite::open(&path, OpenMode::Read).unwrap();
    assert_eq!(registry.list(0, 1000).unwrap().len(), 8 * 12);
    for id in ids {
        assert_eq!(registry.by_watermark(WatermarkId(id)).unwrap().len(), 1);
        assert_eq!(registry.by_pdq(&pdq(id), 0).unwrap().len(), 1);
    }
}
