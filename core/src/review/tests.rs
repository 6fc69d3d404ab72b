use ed25519_dalek::SigningKey;
use time::macros::datetime;

use super::*;
use crate::credentials::trust::TrustStore;

fn finding(certificate: &str, signed_at: Option<&str>, state: &str) -> MachineFinding {
    MachineFinding {
        path: "a.jpg".to_owned(),
        state: state.to_owned(),
        origin: "undeclared".to_owned(),
        codes: Vec::new(),
        certificates: vec![certificate.to_owned()],
        anchor: Some("CN=Root".to_owned()),
        signed_at: signed_at.map(str::to_owned),
        timestamp: if signed_at.is_some() {
            "trusted"
        } else {
            "none"
        }
        .to_owned(),
        judged_at: "2026-11-15T00:00:00Z".to_owned(),
        ruleset: "1".to_owned(),
        needs_person: false,
    }
}

/// A ledger of so many decisions, line by line.
fn lines(count: u64) -> Vec<Vec<u8>> {
    let mut lines: Vec<Vec<u8>> = Vec::new();
    for sequence in 1..=count {
        let entry = Entry {
            schema: SCHEMA.to_owned(),
            sequence,
            previous: lines.last().map_or(NOTHING.to_owned(), |line| hash(line)),
            at: "2026-11-15T00:00:00Z".to_owned(),
            asset: format!("{sequence:064x}"),
            body: Body::Decision(Decision {
                decision: Verdict::Confirm,
                reason: format!("seen {sequence}"),
                reviewer: "Ada".to_owned(),
            }),
        };
        lines.push(serde_json::to_vec(&entry).unwrap());
    }
    lines
}

fn joined(lines: &[Vec<u8>]) -> Vec<u8> {
    lines
        .iter()
        .flat_map(|line| [line.as_slice(), b"\n"].concat())
        .collect()
}

fn head(lines: &[Vec<u8>]) -> Head {
    let key = SigningKey::from_bytes(&[7; 32]);
    let last = hash(lines.last().unwrap());
    Head::sign(
        u64::try_from(lines.len()).unwrap(),
        &last,
        "2026-11-15T00:00:00Z",
        &key,
    )
}

#[test]
fn a_whole_ledger_verifies() {
    let lines = lines(5);
    let head = head(&lines);
    let text = serde_json::to_vec(&head).unwrap();
    assert_eq!(Head::read(&text).unwrap(), head);
    let chain = verify(&joined(&lines), Some(&head)).unwrap();
    assert_eq!(chain.entries.len(), 5);
    assert_eq!(chain.last, head.last);
}

#[test]
fn every_kind_of_tampering_is_found_and_named() {
    let whole = lines(6);
    let head = head(&whole);
    let fault = |lines: &[Vec<u8>]| verify(&joined(lines), Some(&head)).unwrap_err();
    let at = |line| Place { line };

    let cut = &whole[..4];
    assert_eq!(fault(cut), (at(5), Fault::Truncated));

    let mut reordered = whole.clone();
    reordered.swap(2, 3);
    assert_eq!(fault(&reordered), (at(3), Fault::Reordered));

    let mut missing = whole.clone();
    missing.remove(2);
    assert_eq!(fault(&missing), (at(3), Fault::Missing));

    for line in 0..whole.len() {
        let mut edited = whole.clone();
        let text = String::from_utf8(edited[line].clone()).unwrap();
        edited[line] = text.replace("seen", "SEEN").into_bytes();
        // The line after it no longer follows; after the last there is only the head.
        let expected = if line + 1 < whole.len() {
            (at(line + 2), Fault::Edited)
        } else {
            (at(line + 1), Fault::HeadDiffers)
        };
        assert_eq!(fault(&edited), expected, "line {line}");
    }

    let mut added = whole.clone();
    added.extend(lines(7).pop());
    assert_eq!(fault(&added), (at(7), Fault::HeadDiffers));

    let mut broken = whole.clone();
    broken[1] = b"{".to_vec();
    assert_eq!(fault(&broken), (at(2), Fault::Malformed));
}

#[test]
fn no_byte_of_a_ledger_or_its_head_can_change() {
    let lines = lines(3);
    let ledger = joined(&lines);
    let head = head(&lines);
    for at in 0..ledger.len() {
        let mut changed = ledger.clone();
        changed[at] ^= 1;
        // A line break more, or less, is no entry more or less.
        assert!(verify(&changed, Some(&head)).is_err(), "byte {at}");
    }
    let text = serde_json::to_vec(&head).unwrap();
    for at in 0..text.len() {
        let mut changed = text.clone();
        changed[at] ^= 1;
        let believed = Head::read(&changed).ok();
        assert_ne!(
            believed.as_ref().map(|one| (one.sequence, &one.last)),
            Some((3, &head.last)),
            "byte {at}"
        );
    }
}

#[test]
fn a_revoked_key_changes_what_no_time_stamp_protects() {
    let entry = |sequence, finding| Entry {
        schema: SCHEMA.to_owned(),
        sequence,
        previous: NOTHING.to_owned(),
        at: "2026-11-15T00:00:00Z".to_owned(),
        asset: "00".to_owned(),
        body: Body::Finding(Box::new(finding)),
    };
    let entries = [
        entry(1, finding("aa", None, "trusted")),
        entry(2, finding("aa", Some("2026-01-01T00:00:00Z"), "trusted")),
        entry(3, finding("aa", Some("2026-06-01T00:00:00Z"), "valid")),
        entry(4, finding("bb", None, "trusted")),
        entry(5, finding("aa", None, "invalid")),
    ];
    let revoked = [Revoked {
        fingerprint: "aa".to_owned(),
        since: datetime!(2026-03-01 0:00 UTC),
    }];
    let found: Vec<_> = recheck(&entries, &revoked, None)
        .into_iter()
        .map(|changed| (changed.entry.sequence, changed.change))
        .collect();
    assert_eq!(
        found,
        [(1, Change::TimeUnknown), (3, Change::SignedAfterRevocation)]
    );
    let nobody = TrustStore::default();
    let found = recheck(&entries[3..4], &revoked, Some(&nobody));
    assert_eq!(found[0].change, Change::NoLongerVouched);
}
