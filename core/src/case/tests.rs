use std::io::Cursor;

use ed25519_dalek::SigningKey;
use serde_json::json;

use super::{archive::Writer, *};

fn predicate(key: &SigningKey) -> Predicate {
    Predicate {
        tool: "0".to_owned(),
        ruleset: "1".to_owned(),
        build_sha256: "2".to_owned(),
        made_at: "2026-11-15T00:00:00Z".to_owned(),
        judged_at: "2026-11-15T00:00:00Z".to_owned(),
        settings: examine::Settings::default(),
        watermark_keys: Vec::new(),
        profiles: vec![Profile::Eu],
        assets: 1,
        media: true,
        redacted: false,
        key: hex::encode(key.verifying_key().as_bytes()),
    }
}

/// A small case.
fn case() -> Vec<u8> {
    let key = SigningKey::from_bytes(&[7; 32]);
    let members = [
        (evidence_name(1), b"{}".to_vec()),
        (media_name(1), b"a picture".to_vec()),
        (RECORDS.to_owned(), b"{\"path\":\"a\"}\n".to_vec()),
    ];
    let digests: Vec<_> = members
        .iter()
        .map(|(name, bytes)| (name.clone(), sha256(bytes)))
        .collect();
    let envelope = envelope::seal(&digests, predicate(&key), &key).unwrap();
    let mut out = Vec::new();
    let mut writer = Writer::new(&mut out);
    writer.add(ENVELOPE, &envelope).unwrap();
    for (name, bytes) in &members {
        writer.add(name, bytes).unwrap();
    }
    writer.finish().unwrap();
    out
}

fn sha256(bytes: &[u8]) -> [u8; 32] {
    use sha2::{Digest as _, Sha256};
    Sha256::digest(bytes).into()
}

fn opened(bytes: &[u8]) -> Option<Predicate> {
    let mut sealed = Vec::new();
    let members = archive::read(&mut Cursor::new(bytes), 1 << 20, |name, content| {
        if name == ENVELOPE {
            sealed = content;
        }
    })
    .ok()?;
    envelope::open(&sealed, &members).ok()
}

#[test]
fn a_case_is_read_as_it_was_written() {
    let bytes = case();
    let key = SigningKey::from_bytes(&[7; 32]);
    assert_eq!(opened(&bytes), Some(predicate(&key)));
    assert_eq!(case(), bytes, "the same twice");
}

#[test]
fn no_bit_of_a_case_can_change() {
    let bytes = case();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut changed = bytes.clone();
            changed[at] ^= 1 << bit;
            assert_eq!(opened(&changed), None, "byte {at}, bit {bit}");
        }
    }
}

#[test]
fn nothing_can_be_cut_off_or_put_behind() {
    let bytes = case();
    for end in 0..bytes.len() {
        assert_eq!(opened(&bytes[..end]), None, "{end}");
    }
    assert_eq!(opened(&[bytes.as_slice(), b"x"].concat()), None);
}

#[test]
fn other_programs_read_it() {
    let bytes = case();
    // The record at the end counts four members and says where the directory is.
    let end = &bytes[bytes.len() - 22..];
    assert_eq!(&end[..4], b"PK\x05\x06");
    assert_eq!(u16::from_le_bytes([end[10], end[11]]), 4);
    let start = u32::from_le_bytes([end[16], end[17], end[18], end[19]]);
    let start = usize::try_from(start).unwrap();
    assert_eq!(&bytes[start..start + 4], b"PK\x01\x02");
}

#[test]
fn differences_leave_the_run_out() {
    let old = json!({"path": "a", "elapsed_ms": 1, "origin": "captured"});
    let new = json!({"path": "a", "elapsed_ms": 2, "origin": "edited", "extra": 1});
    let found: Vec<String> = differences(&old, &new)
        .into_iter()
        .map(|one| one.field)
        .collect();
    assert_eq!(found, ["extra", "origin"]);
}
