//! Certificates and their paths, time-stamp tokens, trust material.

use std::{fs, sync::OnceLock};

use hallmark::{
    credentials::{
        certificate::Certificate,
        manifests,
        path::{MAX_CHAIN, judge_chain},
        profile::Purpose,
        time_stamp::read_token,
        trust::{Intent, TrustStore, parse_material, write_packs},
    },
    limits::Limits,
};

use super::{Family, fixtures, same};

/// A parser's number, then its bytes.
pub const FAMILY: Family = Family {
    name: "certificates",
    holds,
    seeds,
};

const PURPOSES: [Purpose; 3] = [
    Purpose::ClaimSigning,
    Purpose::TimeStamping,
    Purpose::Identity,
];

/// Chains of the fixtures' signatures and time-stamps, leaf first.
fn chains() -> &'static [Vec<Vec<u8>>] {
    static CHAINS: OnceLock<Vec<Vec<Vec<u8>>>> = OnceLock::new();
    CHAINS.get_or_init(|| {
        let mut chains = Vec::new();
        for store in fixtures::containers().flat_map(|container| container.stores) {
            for manifest in manifests(&store.jumbf, &Limits::default()) {
                for identity in manifest.identities {
                    chains.push(identity.chain);
                }
                if let Some(signature) = manifest.signature {
                    chains.extend(signature.time_stamps.into_iter().map(|one| one.chain));
                    chains.push(signature.chain);
                }
            }
        }
        chains.sort();
        chains.dedup();
        chains
    })
}

/// Time-stamp tokens of the fixtures: DER sequences that hold the identifier of signed data.
fn tokens() -> Vec<Vec<u8>> {
    const SIGNED_DATA: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02";
    let mut tokens = Vec::new();
    for store in fixtures::containers().flat_map(|container| container.stores) {
        let bytes = &store.jumbf;
        for at in 4..bytes.len() {
            let [0x30, 0x82, high, low] = bytes[at - 4..at] else {
                continue;
            };
            let length = usize::from(high) << 8 | usize::from(low);
            let inside = &bytes[at..(at + length).min(bytes.len())];
            if inside.starts_with(SIGNED_DATA) {
                tokens.push(bytes[at - 4..at + inside.len()].to_vec());
            }
        }
    }
    tokens
}

fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for chain in chains() {
        let chained: Vec<u8> = chain
            .iter()
            .flat_map(|der| [&(der.len() as u16).to_be_bytes(), der.as_slice()].concat())
            .collect();
        seeds.push(fixtures::numbered(0, &chained));
        seeds.extend(chain.iter().map(|der| fixtures::numbered(1, der)));
    }
    seeds.extend(tokens().iter().map(|token| fixtures::numbered(2, token)));
    let folder = fixtures::folder();
    let pack = fs::read(folder.join("trust/test.pack.json")).unwrap();
    seeds.push(fixtures::numbered(3, &pack));
    let authority = fs::read(folder.join("keys/authorities/signing-root.pem")).unwrap();
    seeds.push(fixtures::numbered(3, &authority));
    seeds.push(fixtures::numbered(
        3,
        br#"{"LoTE":{"ListAndSchemeInformation":{},"TrustedEntitiesList":[]}}"#,
    ));
    seeds.sort();
    seeds.dedup();
    seeds
}

/// Nothing is vouched for that no authority signed, no token holds over what was not stamped, and
/// packs are read as they were written.
pub fn holds(bytes: &[u8]) {
    let Some((parser, bytes)) = bytes.split_first() else {
        return;
    };
    match parser % 4 {
        0 => path(bytes),
        1 => certificate(bytes),
        2 => token(bytes),
        _ => material(bytes),
    }
}

/// What a certificate says of its holder, and its signature must vouch for: serial number, subject
/// and public key.
type Holder = [Vec<u8>; 3];

fn holder(certificate: &Certificate) -> Holder {
    [
        certificate.serial(),
        certificate.subject_der(),
        certificate.public_key(),
    ]
    .map(<[u8]>::to_vec)
}

fn path(bytes: &[u8]) {
    let mut chain: Vec<Vec<u8>> = Vec::new();
    let mut rest = bytes;
    while let Some((length, after)) = rest.split_first_chunk::<2>() {
        let length = usize::from(u16::from_be_bytes(*length)).min(after.len());
        let (der, after) = after.split_at(length);
        chain.push(der.to_vec());
        rest = after;
        if chain.len() > MAX_CHAIN + 2 {
            break;
        }
    }
    static KNOWN: OnceLock<Vec<Holder>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| {
        let mut known = Vec::new();
        for der in chains().iter().flatten() {
            known.push(holder(&Certificate::parse(der).unwrap()));
        }
        let anchors = fixtures::trust()
            .packs()
            .iter()
            .flat_map(|pack| &pack.anchors);
        known.extend(anchors.map(|anchor| holder(&anchor.certificate)));
        known
    });
    let at = fixtures::moment().unix_timestamp();
    for purpose in PURPOSES {
        let judged = same(|| judge_chain(&chain, purpose, at, fixtures::trust()));
        if judged.vouching.is_some() {
            let leaf = Certificate::parse(&chain[0]).unwrap();
            assert!(
                known.contains(&holder(&leaf)),
                "vouched for without an authority: {judged:?}"
            );
        }
        let nobody = judge_chain(&chain, purpose, at, &TrustStore::default());
        assert!(nobody.vouching.is_none());
    }
}

fn certificate(der: &[u8]) {
    let Ok(certificate) = Certificate::parse(der) else {
        return;
    };
    assert_eq!(certificate.der(), der);
    let _ = certificate.is_self_signed();
    let method = certificate.signature_method();
    assert!(!certificate.verifies(method, b"a message that nobody signed", &[1; 64]));
}

fn token(bytes: &[u8]) {
    let read = same(|| read_token(bytes, b"a message that nobody stamped", "sigTst2"));
    assert!(!read.holds, "{read:?}");
}

fn material(bytes: &[u8]) {
    for intent in [
        Intent::AsStated,
        Intent::Anchors(Purpose::TimeStamping),
        Intent::Allowed,
    ] {
        let Ok(packs) = same(|| {
            let read = parse_material(bytes, intent, "a file");
            read.map_err(|error| error.to_string())
        }) else {
            continue;
        };
        let written = write_packs(&packs);
        let again = parse_material(written.as_bytes(), Intent::AsStated, "another name")
            .expect("what was written is read");
        assert_eq!(again, packs);
    }
}
