//! Check as a whole: examination and judgement of any file, and of mutants of signed files.

use std::{io::Cursor, sync::OnceLock, time::Duration};

use hallmark::{
    asset::ByteRange,
    credentials::CredentialEvidence,
    evidence::Evidence,
    examine::{Settings, Survey, examine, survey},
    limits::Limits,
    report::{AssetName, Record},
    verdict::{CredentialState, CredentialStatement, Policy, Statement, TimeStampState, judge},
};
use image::{DynamicImage, ImageReader};

use super::{
    Family, alike,
    dice::Dice,
    fixtures::{self, Fixture},
    mutation::{Kind, mutate},
    pieces::Pieces,
};

/// Odd: choices that mutate a signed file. Even: a file.
pub const FAMILY: Family = Family {
    name: "check",
    holds,
    seeds,
};

fn seeds() -> Vec<Vec<u8>> {
    let files = fixtures::seeds().map(|fixture| fixtures::numbered(0, &fixture.bytes));
    let mut seeds: Vec<Vec<u8>> = files.collect();
    for (index, _) in fixtures::signed().iter().enumerate() {
        for kind in 0..Kind::ALL.len() {
            seeds.push(vec![1, 0, index as u8, 0, kind as u8, 1, 7, 0, 2, 0, 3]);
        }
    }
    seeds
}

/// See [`file`] and [`no_better`].
pub fn holds(bytes: &[u8]) {
    let Some((which, bytes)) = bytes.split_first() else {
        return;
    };
    if which.is_multiple_of(2) {
        file(bytes);
        return;
    }
    let mut dice = Dice::Bytes(bytes);
    let Some(control) = dice.pick(controls()) else {
        return;
    };
    let mut mutant = control.file.bytes.clone();
    let mut done = Vec::new();
    for _ in 0..=dice.below(2) {
        let kind = *dice.pick(&Kind::ALL).unwrap_or(&Kind::Flip);
        done.push(mutate(&mut mutant, kind, &mut dice));
    }
    if let Err(problem) = no_better(control, &mutant) {
        panic!("{}, {}: {problem}", control.file.name, done.join(", "));
    }
}

/// Settings of the property: what a decoder may take is small.
fn settings() -> Settings {
    Settings {
        limits: Limits {
            pixels: 1_000_000,
            decoded_bytes: 16 << 20,
            ..Limits::default()
        },
        ..Settings::default()
    }
}

/// A file is examined and judged the same every time, in whole and in pieces; the quick survey
/// says nothing else; evidence and record are read as they were written; and no file is trusted
/// unless it is a signed fixture in all that its signature covers.
fn file(bytes: &[u8]) {
    let length = bytes.len() as u64;
    let settings = settings();
    let whole = examine(&mut Cursor::new(bytes), length, None, &settings).unwrap();
    let pieces = examine(&mut Pieces::new(bytes), length, None, &settings).unwrap();
    alike(&whole, &pieces, "examinations in whole and in pieces");
    if let Survey::Complete(quick) =
        survey(&mut Pieces::new(bytes), length, None, &settings).unwrap()
    {
        alike(&*quick, &whole, "survey and examination");
    }
    let piped: Evidence = serde_json::from_slice(&serde_json::to_vec(&whole).unwrap()).unwrap();
    alike(&piped, &whole, "evidence before and after its way");
    let judged = Judged::of(bytes, whole);
    let again = judge(piped, &policy());
    alike(
        &again,
        &judged.statement,
        "two judgements of the same evidence",
    );
    let name = AssetName {
        text: "a file".to_owned(),
        bytes: None,
    };
    let record = Record::from((&again, name, Duration::ZERO));
    let text = serde_json::to_vec(&record).unwrap();
    let read: Record = serde_json::from_slice(&text).expect("a record is read as it was written");
    assert_eq!(serde_json::to_vec(&read).unwrap(), text);
    if judged.statement.credentials.state == CredentialState::Trusted {
        let known = trusted()
            .iter()
            .any(|one| one.unharmed(&judged, bytes).is_ok());
        assert!(
            known,
            "trusted without having been signed: {:?}",
            judged.statement.credentials
        );
    }
}

fn policy() -> Policy<'static> {
    Policy::new(fixtures::trust(), fixtures::moment())
}

/// Signed files as they are, judged once.
pub fn controls() -> &'static [Control] {
    static CONTROLS: OnceLock<Vec<Control>> = OnceLock::new();
    CONTROLS.get_or_init(|| fixtures::signed().iter().map(Control::of).collect())
}

/// Every fixture that is trusted.
fn trusted() -> &'static [Control] {
    static TRUSTED: OnceLock<Vec<Control>> = OnceLock::new();
    TRUSTED.get_or_init(|| {
        fixtures::all()
            .iter()
            .map(Control::of)
            .filter(|control| control.state() == CredentialState::Trusted)
            .collect()
    })
}

/// A file, what was judged of it, and which of its bytes its signature covers.
struct Judged {
    statement: Statement,
    covered: Vec<u8>,
}

impl Judged {
    fn of(bytes: &[u8], evidence: Evidence) -> Self {
        let statement = judge(evidence, &policy());
        let covered = covered(bytes, &statement);
        Self { statement, covered }
    }
}

/// The bytes of a file that its signature covers: not the store itself, not the `ftyp` box that
/// hashes of BMFF leave out (C2PA 2.2, section 18.7.4), and not what the record says is left out.
/// Of a ZIP archive, which is walked by the verifying crate alone, its members
/// but the store: bytes between them belong to nothing that a reader shows.
fn covered(bytes: &[u8], statement: &Statement) -> Vec<u8> {
    if bytes.starts_with(b"PK") {
        return members(bytes);
    }
    let not_covered = statement.credentials.not_covered.iter();
    let mut left_out: Vec<ByteRange> = not_covered.map(|(range, _)| *range).collect();
    let stores = fixtures::walked(bytes).map(|container| container.stores);
    let store = stores.into_iter().flatten().find(|one| !one.further_part);
    left_out.extend(store.into_iter().flat_map(|store| store.framed));
    if let Some([a, b, c, d, b'f', b't', b'y', b'p']) = bytes.first_chunk() {
        let length = u32::from_be_bytes([*a, *b, *c, *d]);
        left_out.push(ByteRange::between(0, length.into()));
    }
    left_out.sort();
    let mut covered = Vec::new();
    let mut at = 0;
    for range in left_out {
        let start = (range.start as usize).min(bytes.len()).max(at);
        covered.extend(&bytes[at..start]);
        at = (range.end() as usize).min(bytes.len()).max(at);
    }
    covered.extend(&bytes[at..]);
    covered
}

/// Names, checksums and compressed content of the members that a ZIP archive's directory names
/// (PKWARE APPNOTE 6.3.10, 4.3), without the manifest store.
fn members(bytes: &[u8]) -> Vec<u8> {
    const STORE: &[u8] = b"META-INF/content_credential.c2pa";
    let number = |at: usize, length: usize| -> usize {
        let field = bytes.get(at..at + length).unwrap_or_default();
        let digits = field.iter().rev();
        digits.fold(0, |number, byte| number << 8 | usize::from(*byte))
    };
    let mut members = Vec::new();
    let end = bytes.windows(4).rposition(|four| four == b"PK\x05\x06");
    // The directory ends where its end is told; what stands before the archive moves all offsets.
    let mut at = end.map_or(bytes.len(), |end| end.saturating_sub(number(end + 12, 4)));
    let moved = end.map_or(0, |end| at.saturating_sub(number(end + 16, 4)));
    while bytes
        .get(at..)
        .is_some_and(|rest| rest.starts_with(b"PK\x01\x02"))
    {
        let (size, name_length) = (number(at + 20, 4), number(at + 28, 2));
        let local = moved + number(at + 42, 4);
        let name = bytes
            .get(at + 46..at + 46 + name_length)
            .unwrap_or_default();
        let content = local + 30 + number(local + 26, 2) + number(local + 28, 2);
        if name != STORE {
            members.extend(name);
            // Method and checksum.
            members.extend(bytes.get(at + 10..at + 12).unwrap_or_default());
            members.extend(bytes.get(at + 16..at + 20).unwrap_or_default());
            members.extend(bytes.get(content..content + size).unwrap_or_default());
        }
        at += 46 + name_length + number(at + 30, 2) + number(at + 32, 2);
    }
    members
}

/// A signed file before it is mutated.
pub struct Control {
    /// The file.
    pub file: Fixture,
    judged: Judged,
    pixels: Option<DynamicImage>,
}

impl Control {
    fn of(file: &Fixture) -> Self {
        Self {
            file: file.clone(),
            judged: judged(&file.bytes),
            pixels: pixels(&file.bytes),
        }
    }

    /// State of its credential.
    pub fn state(&self) -> CredentialState {
        self.judged.statement.credentials.state
    }

    /// Whether a mutant shows the same and is said to be the same, in all that is covered.
    fn unharmed(&self, mutant: &Judged, bytes: &[u8]) -> Result<(), String> {
        if self.judged.covered != mutant.covered {
            return Err("bytes that the signature covers differ".to_owned());
        }
        if self.pixels.is_some() && self.pixels != pixels(bytes) {
            return Err("decoded pixels differ".to_owned());
        }
        let (ours, theirs) = (
            &self.judged.statement.credentials,
            &mutant.statement.credentials,
        );
        if said(ours) != said(theirs) {
            return Err(format!("it says {:?}\nnot {:?}", said(theirs), said(ours)));
        }
        let stamped = theirs.signed_at.is_none() || theirs.signed_at == ours.signed_at;
        if !stamped || stamp_rank(theirs.timestamp) > stamp_rank(ours.timestamp) {
            return Err(format!("signed at {:?}", theirs.signed_at));
        }
        Ok(())
    }
}

/// What a credential says under its signature.
fn said(credential: &CredentialStatement) -> impl PartialEq + std::fmt::Debug + '_ {
    (
        &credential.manifest_id,
        (&credential.signer, &credential.issuer),
        credential.certificates.first(),
        (&credential.source_type, &credential.generator),
        &credential.title,
        &credential.actions,
        &credential.ingredients,
    )
}

const fn stamp_rank(state: TimeStampState) -> u8 {
    match state {
        TimeStampState::None => 0,
        TimeStampState::Untrusted => 1,
        TimeStampState::Trusted => 2,
    }
}

/// How much a state vouches for.
const fn rank(state: CredentialState) -> u8 {
    match state {
        CredentialState::Trusted => 2,
        CredentialState::Valid => 1,
        _ => 0,
    }
}

fn judged(bytes: &[u8]) -> Judged {
    let length = bytes.len() as u64;
    let evidence = examine(&mut Cursor::new(bytes), length, None, &settings()).unwrap();
    Judged::of(bytes, evidence)
}

/// The first picture of a file, where it can be decoded.
fn pixels(bytes: &[u8]) -> Option<DynamicImage> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .ok()?;
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(64 << 20);
    limits.max_image_width = Some(4_096);
    limits.max_image_height = Some(4_096);
    reader.limits(limits);
    reader.decode().ok()
}

/// Judges a mutant: its state vouches for no more than the control's, and where it vouches for
/// anything, decoded pixels, covered bytes and what is said are the control's.
///
/// # Errors
/// What does not hold.
pub fn no_better(control: &Control, mutant: &[u8]) -> Result<CredentialState, String> {
    let judged = judged(mutant);
    let state = judged.statement.credentials.state;
    if rank(state) > rank(control.state()) {
        return Err(format!(
            "{state:?}, and the control is {:?}",
            control.state()
        ));
    }
    if rank(state) > 0 {
        if let CredentialEvidence::Store(_) = judged.statement.evidence.credentials {
            control.unharmed(&judged, mutant)?;
        } else {
            return Err(format!("{state:?} without a store"));
        }
    }
    Ok(state)
}
