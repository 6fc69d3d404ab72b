//! Agreement with the right verdicts of a collection of public C2PA files.
//!
//! The collection is not part of the project: set `HALLMARK_CORPUS` to its folder, which holds
//! `c2pa/expected.tsv` (path, format, state, main code, disputed) and `c2pa/trust/`. Without it
//! the test passes without looking.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::{
    fmt::Write as _,
    fs,
    io::BufReader,
    path::{Path, PathBuf},
};

use hallmark::{
    credentials::{
        profile::Purpose,
        trust::{Intent, TrustStore, parse_material},
    },
    evidence::Code,
    examine::{Settings, Witnesses, examine},
    verdict::{CredentialState, Policy, Statement, judge},
};

/// Rows of `expected.tsv` that we hold to be wrong, each with its reason in `spec/disputed.md`.
const DISPUTED: &[&str] = &[
    "c2pa-node/tests/fixtures/C_with_CAWG_data.jpg",
    "c2pa-rs/cli/tests/fixtures/C_with_CAWG_data.jpg",
    "c2pa-rs/sdk/tests/fixtures/C_with_CAWG_data.jpg",
];

/// The moment of judgement, 2026-11-30T00:00:00Z: the collection's verdicts are those of November
/// 2026, and its youngest certificates begin on the 21st.
const AT: i64 = 1_795_996_800;

fn corpus() -> Option<PathBuf> {
    let folder = PathBuf::from(std::env::var_os("HALLMARK_CORPUS")?).join("c2pa");
    folder.is_dir().then_some(folder)
}

fn trust(folder: &Path) -> TrustStore {
    let material = [
        (
            "trust-list/C2PA-TRUST-LIST.json",
            Intent::Anchors(Purpose::ClaimSigning),
        ),
        (
            "trust-list/C2PA-TSA-TRUST-LIST.json",
            Intent::Anchors(Purpose::TimeStamping),
        ),
        ("itl-anchors.pem", Intent::Anchors(Purpose::ClaimSigning)),
        ("itl-allowed.pem", Intent::Allowed),
        (
            "profiles/test-anchors.pem",
            Intent::Anchors(Purpose::ClaimSigning),
        ),
    ];
    let packs = material
        .into_iter()
        .flat_map(|(name, intent)| {
            let bytes = fs::read(folder.join("trust").join(name)).unwrap();
            parse_material(&bytes, intent, name).unwrap()
        })
        .collect();
    TrustStore::new(packs)
}

fn look(path: &Path, trust: &TrustStore) -> Statement {
    look_with(path, trust, &Settings::default())
}

fn look_with(path: &Path, trust: &TrustStore, settings: &Settings) -> Statement {
    let file = fs::File::open(path).unwrap();
    let length = file.metadata().unwrap().len();
    let evidence = examine(&mut BufReader::new(file), length, None, settings).unwrap();
    let at = time::OffsetDateTime::from_unix_timestamp(AT).unwrap();
    judge(evidence, &Policy::new(trust, at))
}

fn state(statement: &Statement) -> &'static str {
    match statement.credentials.state {
        CredentialState::Trusted => "trusted",
        CredentialState::Valid => "valid-untrusted",
        CredentialState::Invalid => "invalid",
        CredentialState::None if statement.credentials.remote_url.is_some() => "remote-only",
        CredentialState::None => "no-manifest",
        CredentialState::Unreadable => "unreadable",
        CredentialState::NotChecked => "not-checked",
    }
}

#[test]
fn states_agree_with_the_collection() {
    let Some(folder) = corpus() else { return };
    let trust = trust(&folder);
    let table = fs::read_to_string(folder.join("expected.tsv")).unwrap();
    let mut differences = String::new();
    let mut rows = 0;
    for row in table.lines().skip(1) {
        let fields: Vec<&str> = row.split('\t').collect();
        let [path, _, expected, code, disputed] = fields.as_slice() else {
            panic!("{row}")
        };
        rows += 1;
        let statement = look(&folder.join(path), &trust);
        let found = state(&statement);
        if found != *expected && *disputed == "-" && !DISPUTED.contains(path) {
            writeln!(
                differences,
                "{path}: {found}, expected {expected} ({code})\n    {:?}\n    {:?}",
                statement.credentials.codes,
                statement
                    .findings
                    .iter()
                    .map(|finding| finding.code)
                    .collect::<Vec<_>>(),
            )
            .unwrap();
        }
    }
    assert!(rows > 100, "only {rows} rows");
    assert!(differences.is_empty(), "\n{differences}");
}

/// Steps between a file and its parent that look other than declared, each looked at by hand.
const EXPLAINED: &[(&str, Code)] = &[];

#[test]
fn no_unforged_file_hides_a_step() {
    let Some(folder) = corpus() else { return };
    let trust = trust(&folder);
    let table = fs::read_to_string(folder.join("expected.tsv")).unwrap();
    let (mut compared, mut surprises) = (0, String::new());
    let settings = Settings {
        witnesses: Witnesses {
            fingerprint: true,
            ..Witnesses::default()
        },
        ..Settings::default()
    };
    for row in table.lines().skip(1) {
        let Some((path, _)) = row.split_once('\t') else {
            panic!("{row}")
        };
        if path.contains("forged") || path.contains("tamper") {
            continue;
        }
        let statement = look_with(&folder.join(path), &trust, &settings);
        let parent = statement.evidence.parent.as_ref();
        compared += parent.map_or(0, |parent| parent.likenesses.len());
        for finding in &statement.findings {
            let is_new = matches!(
                finding.code,
                Code::AiEditUnseen
                    | Code::StepUndeclared
                    | Code::LanguageDiffers
                    | Code::BindingMarkDiffers
                    | Code::DatesDisordered
            );
            if is_new && !EXPLAINED.contains(&(path, finding.code)) {
                writeln!(surprises, "{path}: {finding:?}\n    {parent:?}").unwrap();
            }
        }
    }
    assert!(compared > 20, "only {compared} parents were shown");
    assert!(surprises.is_empty(), "\n{surprises}");
}
