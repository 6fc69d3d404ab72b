//! The committed fixtures, as tests see them.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::BufReader,
    path::{Path, PathBuf},
};

use hallmark::{
    credentials::trust::{Intent, TrustStore, parse_material},
    evidence::Evidence,
    examine::{Settings, examine},
    verdict::{CredentialState, Statement},
};
use time::{OffsetDateTime, macros::datetime};

/// The moment at which fixtures are judged.
pub(crate) const JUDGED_AT: OffsetDateTime = datetime!(2026-06-01 00:00 UTC);

/// Root of the repository.
pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_owned()
}

/// A path below `fixtures/`.
pub(crate) fn fixture(path: &str) -> PathBuf {
    repository().join("fixtures").join(path)
}

/// A line of `fixtures/ledger.tsv`.
pub(crate) struct Line {
    pub(crate) path: String,
    pub(crate) sha256: String,
    pub(crate) state: String,
    pub(crate) codes: Vec<String>,
}

/// The ledger.
pub(crate) fn ledger() -> Vec<Line> {
    let text = fs::read_to_string(fixture("ledger.tsv")).unwrap();
    text.lines()
        .skip(1)
        .map(|line| {
            let [path, _origin, _licence, sha256, _how, state, codes, _notes] = line
                .split('\t')
                .collect::<Vec<_>>()
                .try_into()
                .expect("eight columns");
            Line {
                path: path.to_owned(),
                sha256: sha256.to_owned(),
                state: state.to_owned(),
                codes: codes
                    .split(',')
                    .filter(|code| *code != "-")
                    .map(str::to_owned)
                    .collect(),
            }
        })
        .collect()
}

/// The test roots: signing, time-stamping, identity. The stranger's is left out.
pub(crate) fn trust() -> TrustStore {
    let pack = fs::read(fixture("trust/test.pack.json")).unwrap();
    TrustStore::new(parse_material(&pack, Intent::AsStated, "test").unwrap())
}

/// Examines a fixture, together with a sidecar beside it.
pub(crate) fn examined(path: &Path, settings: &Settings) -> Evidence {
    let sidecar = path.with_extension("c2pa");
    let sidecar = (sidecar != path).then(|| fs::read(sidecar).ok()).flatten();
    let file = File::open(path).unwrap();
    let length = file.metadata().unwrap().len();
    examine(
        &mut BufReader::new(file),
        length,
        sidecar.as_deref(),
        settings,
    )
    .unwrap()
}

/// The state as records name it.
pub(crate) fn state(statement: &Statement) -> &'static str {
    match statement.credentials.state {
        CredentialState::Trusted => "trusted",
        CredentialState::Valid => "valid",
        CredentialState::Invalid => "invalid",
        CredentialState::None => "none",
        CredentialState::Unreadable => "unreadable",
        CredentialState::NotChecked => "not-checked",
    }
}

/// Every code of a statement: findings and status codes.
pub(crate) fn codes(statement: &Statement) -> BTreeSet<String> {
    let findings = statement
        .findings
        .iter()
        .map(|finding| finding.code.as_str().to_owned());
    findings
        .chain(statement.credentials.codes.iter().cloned())
        .collect()
}
