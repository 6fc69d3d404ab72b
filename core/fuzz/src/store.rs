//! Manifest stores by our own reading: JUMBF, CBOR, COSE, and what stands in them.

use std::{collections::HashMap, io::Cursor, sync::OnceLock};

use hallmark::{
    credentials::{ManifestEvidence, bound::bound, manifests},
    limits::Limits,
    privacy,
};

use super::{Family, fixtures, same};

/// A manifest store.
pub const FAMILY: Family = Family {
    name: "store",
    holds,
    seeds,
};

fn seeds() -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> = fixtures::containers()
        .flat_map(|container| container.stores)
        .map(|store| store.jumbf)
        .collect();
    seeds.sort();
    seeds.dedup();
    seeds
}

/// What a signature of a fixture is over: the parts of a manifest that its claim states.
#[derive(Debug, PartialEq)]
struct Claimed {
    generator: Option<String>,
    title: Option<String>,
    format: Option<String>,
    instance_id: Option<String>,
    assertions: Vec<String>,
}

impl From<&ManifestEvidence> for Claimed {
    fn from(manifest: &ManifestEvidence) -> Self {
        Self {
            generator: manifest.generator.clone(),
            title: manifest.title.clone(),
            format: manifest.format.clone(),
            instance_id: manifest.instance_id.clone(),
            assertions: manifest.assertions.clone(),
        }
    }
}

/// By signing certificate, everything that the fixtures' signatures are over.
fn claimed() -> &'static HashMap<Vec<u8>, Vec<Claimed>> {
    static CLAIMED: OnceLock<HashMap<Vec<u8>, Vec<Claimed>>> = OnceLock::new();
    CLAIMED.get_or_init(|| {
        let mut claimed: HashMap<Vec<u8>, Vec<Claimed>> = HashMap::new();
        for seed in seeds() {
            for manifest in manifests(&seed, &Limits::default()) {
                if let Some(leaf) = held_by(&manifest) {
                    claimed.entry(leaf).or_default().push((&manifest).into());
                }
            }
        }
        claimed
    })
}

/// The certificate whose key signed the manifest's claim, when the signature holds.
fn held_by(manifest: &ManifestEvidence) -> Option<Vec<u8>> {
    let signature = manifest.signature.as_ref()?;
    signature.holds.then(|| signature.chain.first().cloned())?
}

/// Reading ends within its limits, and no signature holds over a claim that its key never signed.
pub fn holds(bytes: &[u8]) {
    let limits = Limits::default();
    let read = same(|| manifests(bytes, &limits));
    for manifest in &read {
        let alike = read.iter().filter(|one| one.label == manifest.label);
        assert_eq!(alike.count(), 1, "{} twice", manifest.label);
        if let Some(signature) = &manifest.signature {
            assert!(signature.chain.len() <= limits.certificates);
            for stamp in &signature.time_stamps {
                assert!(!(stamp.holds && stamp.time.is_none()));
            }
        }
        let known = held_by(manifest).and_then(|leaf| claimed().get(&leaf));
        if let Some(known) = known {
            assert!(
                known.contains(&Claimed::from(manifest)),
                "a signature holds over what was never signed: {manifest:?}"
            );
        }
    }
    let shallow = Limits {
        ingredient_depth: 0,
        box_depth: 3,
        certificates: 1,
        ..Limits::default()
    };
    assert!(manifests(bytes, &shallow).len() <= 1);
    let _ = same(|| bound(bytes, &limits));
    let _ = same(|| privacy::list(&mut Cursor::new(bytes), bytes.len() as u64, &limits).unwrap());
}
