//! The committed fixtures, as material for seeds and as what the properties know to be signed.

use std::{
    fs,
    io::Cursor,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use hallmark::{
    asset::{self, Container},
    credentials::trust::{Intent, TrustStore, parse_material},
    limits::Limits,
};
use time::OffsetDateTime;

/// Largest fixture that is a seed: longer ones slow a fuzzer and hold nothing more.
const LONGEST_SEED: usize = 40_000;

/// A file below `fixtures/`.
#[derive(Clone, Debug)]
pub struct Fixture {
    /// Its path below `fixtures/`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The folder `fixtures/`, wherever the crate that asks lies in the tree.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|ancestor| ancestor.join("fixtures"))
        .find(|folder| folder.join("ledger.tsv").is_file())
        .expect("a folder of fixtures above this crate")
}

/// Every file that the ledger names, in its order.
pub fn all() -> &'static [Fixture] {
    static ALL: OnceLock<Vec<Fixture>> = OnceLock::new();
    ALL.get_or_init(|| {
        let ledger = fs::read_to_string(folder().join("ledger.tsv")).unwrap();
        ledger
            .lines()
            .skip(1)
            .filter_map(|line| line.split('\t').next())
            .map(|name| Fixture {
                name: name.to_owned(),
                bytes: fs::read(folder().join(name)).unwrap(),
            })
            .collect()
    })
}

/// Those that are short enough for seeds.
pub fn seeds() -> impl Iterator<Item = &'static Fixture> {
    all()
        .iter()
        .filter(|fixture| fixture.bytes.len() <= LONGEST_SEED)
}

/// The signed files of every format, none of them tampered with.
pub fn signed() -> &'static [Fixture] {
    static SIGNED: OnceLock<Vec<Fixture>> = OnceLock::new();
    SIGNED.get_or_init(|| {
        let signed = all()
            .iter()
            .filter(|fixture| fixture.name.starts_with("signed/"));
        signed.cloned().collect()
    })
}

/// The walk over a file, if it is media.
#[must_use]
pub fn walked(bytes: &[u8]) -> Option<Container> {
    let length = bytes.len() as u64;
    asset::walk(&mut Cursor::new(bytes), length, &Limits::default()).unwrap()
}

/// The walks over all seeds.
pub fn containers() -> impl Iterator<Item = Container> {
    seeds().filter_map(|fixture| walked(&fixture.bytes))
}

/// The test roots, without the stranger's.
pub fn trust() -> &'static TrustStore {
    static TRUST: OnceLock<TrustStore> = OnceLock::new();
    TRUST.get_or_init(|| {
        let pack = fs::read(folder().join("trust/test.pack.json")).unwrap();
        TrustStore::new(parse_material(&pack, Intent::AsStated, "test").unwrap())
    })
}

/// The moment at which fixtures are judged: 1 June 2026.
#[must_use]
pub fn moment() -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(1_780_272_000).unwrap()
}

/// A seed for one of several parsers of a family: its number, then its bytes.
#[must_use]
pub fn numbered(number: u8, bytes: &[u8]) -> Vec<u8> {
    [&[number], bytes].concat()
}
