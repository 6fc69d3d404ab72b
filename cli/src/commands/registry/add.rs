//! `hallmark registry add FILE... --registry R`: credentials that hold are registered under the
//! marks and the fingerprint that they themselves name.

use std::{
    fs,
    io::BufReader,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use globset::GlobSet;
use hallmark::{
    asset,
    credentials::{bound::bound, trust::TrustStore},
    evidence::Severity,
    examine::{self, Witnesses},
    limits::Limits,
    registry::{Added, NewClaim, OpenMode, Registries, Registry as _, Sqlite, WatermarkId},
    report::{Language, Sentence, Value},
    verdict::{CredentialState, Policy, judge},
};
use time::OffsetDateTime;

use crate::{
    commands::rewriting::shown,
    console::Io,
    exit_status::ExitStatus,
    inspect::{self, Inspector},
    metrics::Metrics,
    settings,
    walk::{Found, Walk},
    workers::Lane,
};

/// What to register, and where.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Signed files and folders
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// The registry; made if it is not there
    #[arg(long, value_name = "FILE", required = true)]
    registry: PathBuf,

    /// Language of sentences [default: that of the environment, else en]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
}

/// A credential that can be registered.
struct Registrable {
    store: Vec<u8>,
    manifest_id: String,
    marks: Vec<WatermarkId>,
    pdq: Option<hallmark::fingerprint::pdq::Pdq>,
}

impl Arguments {
    /// Registers.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let language = settings::language(self.lang.as_deref(), io.environment)?;
        let mut registry = Sqlite::open(&self.registry, OpenMode::Create)?;
        let metrics = Metrics::new();
        inspect::keep_panics_quiet();
        let examine = examine::Settings {
            witnesses: Witnesses {
                credentials: true,
                labels: false,
                watermark: false,
                fingerprint: false,
            },
            ..examine::Settings::default()
        };
        let isolation = settings::default_isolation()?;
        let mut inspector =
            Inspector::new(examine, isolation, None, &metrics, Registries::default());
        let mut status = ExitStatus::Done;
        for found in Walk::new(self.files.into_iter(), GlobSet::empty(), None) {
            let now = io.environment.now;
            let registered = registrable(&found, &mut inspector, now)
                .and_then(|one| register(&mut registry, &one, now, &language));
            match registered {
                Ok(sentences) => {
                    for said in sentences {
                        writeln!(io.out, "{}: {said}", shown(&found.path))?;
                    }
                }
                // What lies in a folder and has no credential was not meant.
                Err(_) if !found.named => {}
                Err(error) => {
                    writeln!(io.err, "hallmark: {}: {error:#}", shown(&found.path))?;
                    status = status.merge(ExitStatus::Incomplete);
                }
            }
        }
        Ok(status)
    }
}

/// The file's credential, if it holds and names something by which it can be found.
fn registrable(
    found: &Found,
    inspector: &mut Inspector<'_>,
    now: OffsetDateTime,
) -> anyhow::Result<Registrable> {
    let inspected = inspector
        .inspect(found, Lane::Alone)
        .map_err(|_| anyhow::anyhow!("it needs more memory than there is"))?;
    let nobody = TrustStore::default();
    let statement = judge(inspected.evidence, &Policy::new(&nobody, now));
    match statement.credentials.state {
        CredentialState::Trusted | CredentialState::Valid => {}
        CredentialState::None => bail!("it has no credential; sign it first"),
        _ => {
            let failure = statement
                .findings
                .iter()
                .find(|finding| finding.severity == Severity::Failure);
            let code = failure.map_or("?", |finding| finding.code.as_str());
            bail!("its credential does not hold ({code}), so it is not registered");
        }
    }
    let limits = Limits::default();
    let store = store_of(found, &limits)?;
    let bound = bound(&store, &limits);
    let marks: Vec<WatermarkId> = bound
        .marks
        .iter()
        .filter_map(|mark| WatermarkId::parse(mark))
        .collect();
    let pdq = bound.pdq.map(|signed| signed.pdq);
    if marks.is_empty() && pdq.is_none() {
        bail!(
            "its credential names neither a mark nor a fingerprint, so nothing would find it; \
             `hallmark publish` writes both"
        );
    }
    let manifest_id = bound.manifest_id.context("its manifest has no label")?;
    Ok(Registrable {
        store,
        manifest_id,
        marks,
        pdq,
    })
}

/// The manifest store, from the file or from beside it.
fn store_of(found: &Found, limits: &Limits) -> anyhow::Result<Vec<u8>> {
    if let Some(sidecar) = &found.sidecar {
        return read(sidecar);
    }
    let file = fs::File::open(&found.path).context("it cannot be read")?;
    let length = file.metadata().context("it cannot be read")?.len();
    let container = asset::walk(&mut BufReader::new(file), length, limits)?;
    let store = container.and_then(|container| container.stores.into_iter().next());
    Ok(store.context("its manifest store cannot be found")?.jumbf)
}

fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", shown(path)))
}

/// One claim for each mark; one alone for a credential without.
fn register(
    registry: &mut Sqlite,
    one: &Registrable,
    now: OffsetDateTime,
    language: &Language,
) -> anyhow::Result<Vec<String>> {
    let marks: Vec<Option<WatermarkId>> = if one.marks.is_empty() {
        vec![None]
    } else {
        one.marks.iter().copied().map(Some).collect()
    };
    let mut said = Vec::new();
    for watermark in marks {
        let added = registry.add(&NewClaim {
            store: &one.store,
            manifest_id: &one.manifest_id,
            watermark,
            pdq: one.pdq,
            registered_at: now.unix_timestamp(),
        })?;
        said.push(match added {
            Added::New { number } => {
                language.sentence(Sentence::RegistryAdded, &[("number", Value::Count(number))])
            }
            Added::Already { number } => language.sentence(
                Sentence::RegistryAlready,
                &[("number", Value::Count(number))],
            ),
            Added::Conflict(conflict) => bail!(
                "the mark {} belongs to another credential in this registry ({}); it was left as \
                 it is",
                conflict.watermark,
                conflict
                    .manifests
                    .first()
                    .map(ToString::to_string)
                    .unwrap_or_default()
            ),
        });
    }
    Ok(said)
}
