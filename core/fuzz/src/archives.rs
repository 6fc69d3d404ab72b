//! What hallmark itself wrote once, and reads again from strangers: cases, bundles of registries,
//! ledgers, records, evidence.

use std::{collections::BTreeMap, sync::OnceLock, time::Duration};

use ed25519_dalek::{Signer as _, SigningKey};
use hallmark::{
    case::{
        Predicate,
        archive::{self, Member, Writer},
        envelope,
    },
    evidence::Evidence,
    examine::{Settings, examine},
    picture::MarkKey,
    registry::{
        NewClaim, OpenMode, Registry as _, Sqlite, WatermarkId,
        bundle::{Accept, export, import},
    },
    report::{
        AssetName, CsvReport, HtmlReport, JunitReport, Language, NdjsonReport, Record, Report, Run,
        SarifReport, Summary, TextReport, TextStyle,
    },
    review::{Body, Decision, Entry, Head, NOTHING, SCHEMA, Verdict, hash, verify},
    verdict::{Policy, judge},
};
use sha2::{Digest as _, Sha256};

use super::{Family, fixtures, pieces::Pieces, same};

/// A reader's number, then its bytes.
pub const FAMILY: Family = Family {
    name: "archives",
    holds,
    seeds,
};

/// Longest member of a case that is taken.
const LONGEST: u32 = 1 << 20;

/// A key whose signatures the readers meet.
fn key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = vec![
        fixtures::numbered(0, &case()),
        fixtures::numbered(1, &sealed()),
        fixtures::numbered(2, &bundle_body()),
        fixtures::numbered(3, &ledger().0),
        fixtures::numbered(6, &[b'a'; 64]),
    ];
    for fixture in fixtures::seeds().step_by(7) {
        let evidence = evidence(&fixture.bytes);
        let text = serde_json::to_vec(&evidence).unwrap();
        seeds.push(fixtures::numbered(5, &text));
        seeds.push(fixtures::numbered(4, &recorded(&evidence)));
    }
    seeds
}

/// What every reader promises: what it takes is as it was written, and nothing else is taken.
pub fn holds(bytes: &[u8]) {
    let Some((reader, bytes)) = bytes.split_first() else {
        return;
    };
    match reader % 7 {
        0 => archived(bytes),
        1 => enveloped(bytes),
        2 => bundled(bytes),
        3 => reviewed(bytes),
        4 => record(bytes),
        5 => judged(bytes),
        _ => {
            let _ = MarkKey::read(bytes);
        }
    }
}

fn evidence(file: &[u8]) -> Evidence {
    let length = file.len() as u64;
    examine(
        &mut std::io::Cursor::new(file),
        length,
        None,
        &Settings::default(),
    )
    .unwrap()
}

fn recorded(evidence: &Evidence) -> Vec<u8> {
    let policy = Policy::new(fixtures::trust(), fixtures::moment());
    let statement = judge(evidence.clone(), &policy);
    let name = AssetName {
        text: "a file.jpg".to_owned(),
        bytes: None,
    };
    serde_json::to_vec(&Record::from((&statement, name, Duration::ZERO))).unwrap()
}

fn members() -> Vec<(String, Vec<u8>)> {
    vec![
        ("evidence/0001.json".to_owned(), b"{}".to_vec()),
        ("media/0001".to_owned(), vec![9; 300]),
        ("report.txt".to_owned(), Vec::new()),
    ]
}

fn written(members: &[(String, Vec<u8>)]) -> (Vec<u8>, Vec<Member>) {
    let mut out = Vec::new();
    let mut writer = Writer::new(&mut out);
    for (name, bytes) in members {
        writer.add(name, bytes).unwrap();
    }
    let members = writer.finish().unwrap();
    (out, members)
}

fn case() -> Vec<u8> {
    written(&members()).0
}

/// The members of the case that [`sealed`] signs.
fn case_members() -> Vec<Member> {
    written(&members()).1
}

fn sealed() -> Vec<u8> {
    static SEALED: OnceLock<Vec<u8>> = OnceLock::new();
    let sealed = SEALED.get_or_init(|| {
        let subjects: Vec<_> = case_members()
            .into_iter()
            .map(|member| (member.name, member.sha256))
            .collect();
        envelope::seal(&subjects, predicate(), &key()).unwrap()
    });
    sealed.clone()
}

/// Archives are canonical: what is read is, byte for byte, what its members would be written as.
fn archived(bytes: &[u8]) {
    let mut taken = Vec::new();
    let whole = archive::read(&mut &*bytes, LONGEST, |name, content| {
        taken.push((name.to_owned(), content));
    });
    let pieces = archive::read(&mut Pieces::new(bytes), LONGEST, |_, _| {});
    assert_eq!(
        whole.as_ref().map_err(ToString::to_string),
        pieces.as_ref().map_err(ToString::to_string),
        "reading depends on the sizes of reads"
    );
    let Ok(members) = whole else { return };
    assert_eq!(members.len(), taken.len());
    let (again, _) = written(&taken);
    let read = &bytes[..again.len().min(bytes.len())];
    assert_eq!(again, read, "an archive that would be written otherwise");
    let _ = envelope::open(taken.last().map_or(&[], |(_, content)| content), &members);
}

/// What the case of the seeds says of itself.
fn predicate() -> Predicate {
    Predicate {
        tool: "hallmark".to_owned(),
        ruleset: "rules".to_owned(),
        build_sha256: String::new(),
        made_at: "2026-06-01T00:00:00Z".to_owned(),
        judged_at: "2026-06-01T00:00:00Z".to_owned(),
        settings: Settings::default(),
        watermark_keys: Vec::new(),
        profiles: Vec::new(),
        assets: 1,
        media: true,
        redacted: false,
        key: hexadecimal(key().verifying_key().as_bytes()),
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What an envelope says under a key is what that key signed.
fn enveloped(bytes: &[u8]) {
    let members = case_members();
    if let Ok(opened) = same(|| envelope::open(bytes, &members))
        && opened.key == predicate().key
    {
        assert_eq!(opened, predicate(), "signed by a key that never signed it");
    }
}

fn claim(store: &[u8], id: u64) -> NewClaim<'_> {
    NewClaim {
        store,
        manifest_id: "urn:c2pa:one",
        watermark: WatermarkId::parse(&format!("{id:016x}")),
        pdq: None,
        registered_at: 11,
    }
}

fn bundle_body() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let mut registry = Sqlite::open(&folder.path().join("a"), OpenMode::Create).unwrap();
    registry.add(&claim(b"first", 1)).unwrap();
    registry.add(&claim(b"second", 2)).unwrap();
    let bundle = export(&registry, 12, &key()).unwrap();
    bundle[BUNDLE_HEAD.len() + 8..bundle.len() - 96].to_vec()
}

const BUNDLE_HEAD: &[u8] = b"hallmark-bundle/1\n";

/// A body that somebody signed: it is taken in whole or not at all, and leaves as it came.
fn bundled(body: &[u8]) {
    let mut bundle = BUNDLE_HEAD.to_vec();
    bundle.extend((body.len() as u64).to_be_bytes());
    bundle.extend(body);
    bundle.extend(key().verifying_key().as_bytes());
    let signature = key().sign(&Sha256::digest(&bundle));
    bundle.extend(signature.to_bytes());
    let folder = tempfile::tempdir().unwrap();
    let mut registry = Sqlite::open(&folder.path().join("a"), OpenMode::Create).unwrap();
    match import(&mut registry, &bundle, Accept::Anyone) {
        Err(_) => assert_eq!(registry.list(0, 10).unwrap(), []),
        Ok(imported) => {
            assert_eq!(imported.already, 0);
            let mut again = Sqlite::open(&folder.path().join("b"), OpenMode::Create).unwrap();
            let exported = export(&registry, imported.made_at, &key()).unwrap();
            let copied = import(&mut again, &exported, Accept::Anyone).unwrap();
            assert_eq!(copied.added, imported.added);
            assert_eq!(copied.revoked, imported.revoked);
        }
    }
    // The same body under the same signature, with a bit of it changed.
    let at = BUNDLE_HEAD.len() + 8 + body.len() / 2;
    bundle[at] ^= 1;
    assert!(import(&mut registry, &bundle, Accept::Anyone).is_err());
}

/// A ledger of three lines, and its head.
fn ledger() -> &'static (Vec<u8>, Head) {
    static LEDGER: OnceLock<(Vec<u8>, Head)> = OnceLock::new();
    LEDGER.get_or_init(|| {
        let mut lines = Vec::new();
        let mut last = NOTHING.to_owned();
        for sequence in 1..=3 {
            let entry = Entry {
                schema: SCHEMA.to_owned(),
                sequence,
                previous: last,
                at: "2026-06-01T00:00:00Z".to_owned(),
                asset: "ab".repeat(32),
                body: Body::Decision(Decision {
                    decision: Verdict::Open,
                    reason: "to be asked".to_owned(),
                    reviewer: "R.".to_owned(),
                }),
            };
            let line = serde_json::to_vec(&entry).unwrap();
            last = hash(&line);
            lines.extend(line);
            lines.push(b'\n');
        }
        let head = Head::sign(3, &last, "2026-06-01T00:00:00Z", &key());
        (lines, head)
    })
}

/// A ledger that its head vouches for is, but for empty lines, the one that was signed.
fn reviewed(bytes: &[u8]) {
    let (signed, head) = ledger();
    let full = |ledger: &[u8]| -> Vec<Vec<u8>> {
        let lines = ledger.split(|byte| *byte == b'\n');
        lines
            .filter(|line| !line.is_empty())
            .map(<[u8]>::to_vec)
            .collect()
    };
    if let Ok(chain) = same(|| verify(bytes, Some(head))) {
        assert_eq!(full(bytes), full(signed), "another ledger under this head");
        assert_eq!(chain.entries.len(), 3);
    }
    if let Ok(chain) = verify(bytes, None) {
        assert_eq!(chain.entries.len(), full(bytes).len());
    }
    let _ = same(|| Head::read(bytes));
}

/// Every format writes whatever was read as a record, and JSON gives it back unchanged.
fn record(bytes: &[u8]) {
    let Ok(record) = serde_json::from_slice::<Record>(bytes) else {
        return;
    };
    let written = serde_json::to_vec(&record).unwrap();
    let again: Record = serde_json::from_slice(&written).expect("what was written is read");
    assert_eq!(serde_json::to_vec(&again).unwrap(), written);
    let tags: Vec<&str> = Language::available().collect();
    let tag = tags[bytes.len() % tags.len()];
    let language = Language::with_tag(tag).unwrap();
    let run = || Run::of(&record);
    let style = TextStyle {
        details: true,
        ..TextStyle::default()
    };
    let mut reports: Vec<Box<dyn Report>> = vec![
        Box::new(TextReport::new(std::io::sink(), run(), &language, style)),
        Box::new(HtmlReport::new(std::io::sink(), run(), &language)),
        Box::new(CsvReport::new(std::io::sink())),
        Box::new(SarifReport::new(std::io::sink(), run())),
        Box::new(JunitReport::new(std::io::sink(), Box::new(|_| Vec::new()))),
        Box::new(NdjsonReport::new(std::io::sink())),
    ];
    for report in &mut reports {
        let mut summary = Summary::default();
        summary.count(&record);
        report.record(&record).unwrap();
        report.finish(&summary).unwrap();
    }
}

/// Evidence of strangers is judged, the same every time.
fn judged(bytes: &[u8]) {
    let Ok(evidence) = serde_json::from_slice::<Evidence>(bytes) else {
        return;
    };
    let policy = Policy::new(fixtures::trust(), fixtures::moment());
    let statement = same(|| judge(evidence.clone(), &policy));
    let _: BTreeMap<String, serde_json::Value> =
        serde_json::from_slice(&recorded(&statement.evidence)).unwrap();
}
