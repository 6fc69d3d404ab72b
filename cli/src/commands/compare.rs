//! `hallmark compare BEFORE AFTER`: what a pipeline kept, altered and stripped.

use std::{
    collections::BTreeMap,
    fs,
    io::BufReader,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use globset::GlobSet;
use hallmark::{
    credentials::trust::TrustStore,
    examine::{self, Witnesses},
    limits::Limits,
    preservation::{Comparison, Kind, Outcome, Pixels, Side, compare},
    registry::Registries,
    report::{Language, Sentence, Value},
    verdict::{Policy, judge},
};
use serde_json::json;
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

/// Name and version of the JSON record.
const SCHEMA: &str = "hallmark.compared/1";

/// How results are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum OutputFormat {
    /// For people
    #[default]
    Text,
    /// One JSON object a line, one for each pair
    Ndjson,
}

/// What ends the run with status 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum FailOn {
    /// A credential, a label or a mark is gone
    Stripped,
    /// One of them says something else
    Altered,
}

/// What to lay beside each other.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER_HELP)]
pub(crate) struct Arguments {
    /// A file, or a folder, before
    #[arg(value_name = "BEFORE")]
    before: PathBuf,

    /// The file, or the folder with files of the same names, after
    #[arg(value_name = "AFTER")]
    after: PathBuf,

    /// Tell every field, and not only how many
    #[arg(short, long)]
    verbose: bool,

    /// How results are written
    #[arg(long, value_enum, default_value_t)]
    format: OutputFormat,

    /// End with status 1 when this happened to a credential, a label or a mark
    #[arg(long, value_enum, value_name = "LIST", value_delimiter = ',')]
    fail_on: Vec<FailOn>,

    /// Language of sentences [default: that of the environment, else en]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
}

/// Shown below the long help.
const AFTER_HELP: &str = "\
In folders, files are paired by their names without extension, below each folder.

Exit status:
  0    everything was compared
  1    something that --fail-on names happened
  2    the command or its settings cannot be used
  3    some files could not be read, or have no counterpart";

/// One file beside its copy.
struct Pair {
    before: Found,
    after: Found,
}

impl Arguments {
    /// Compares.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let language = settings::language(self.lang.as_deref(), io.environment)?;
        let (pairs, alone) = self.pairs()?;
        let mut status = ExitStatus::Done;
        for path in alone {
            writeln!(io.err, "hallmark: {}: it has no counterpart", shown(&path))?;
            status = status.merge(ExitStatus::Incomplete);
        }
        let metrics = Metrics::new();
        inspect::keep_panics_quiet();
        let everything = examine::Settings {
            witnesses: Witnesses {
                credentials: true,
                labels: true,
                watermark: true,
                fingerprint: true,
            },
            ..examine::Settings::default()
        };
        let isolation = settings::default_isolation()?;
        let mut inspector =
            Inspector::new(everything, isolation, None, &metrics, Registries::default());
        for pair in pairs {
            let now = io.environment.now;
            let sides = side(&pair.before, &mut inspector, now)
                .and_then(|before| Ok((before, side(&pair.after, &mut inspector, now)?)));
            match sides {
                Ok((before, after)) => {
                    let compared = compare(&before, &after);
                    if self.is_policy_finding(&compared) {
                        status = status.merge(ExitStatus::PolicyFinding);
                    }
                    self.report(&pair, &compared, &language, io)?;
                }
                Err(error) => {
                    writeln!(io.err, "hallmark: {}: {error:#}", shown(&pair.after.path))?;
                    status = status.merge(ExitStatus::Incomplete);
                }
            }
        }
        Ok(status)
    }

    fn is_policy_finding(&self, compared: &Comparison) -> bool {
        compared.lost().any(|item| {
            self.fail_on.iter().any(|named| match named {
                FailOn::Stripped => item.outcome == Outcome::Stripped,
                FailOn::Altered => item.outcome == Outcome::Altered,
            })
        })
    }

    /// Files of both sides by name; and those that have no counterpart.
    fn pairs(&self) -> anyhow::Result<(Vec<Pair>, Vec<PathBuf>)> {
        let walk = |path: &Path| -> anyhow::Result<Vec<Found>> {
            if !path.exists() {
                bail!("{} is not there", path.display());
            }
            let inputs = std::iter::once(path.to_owned());
            Ok(Walk::new(inputs, GlobSet::empty(), None).collect())
        };
        let (before, after) = (walk(&self.before)?, walk(&self.after)?);
        match (self.before.is_dir(), self.after.is_dir()) {
            (false, false) => {
                let pair = before.into_iter().zip(after);
                let pair = pair.map(|(before, after)| Pair { before, after });
                return Ok((pair.collect(), Vec::new()));
            }
            (true, true) => {}
            _ => bail!("one of the two is a folder; name two files, or two folders"),
        }
        let mut copies: BTreeMap<PathBuf, Found> = after
            .into_iter()
            .map(|found| (name_below(&found.path, &self.after), found))
            .collect();
        let (mut pairs, mut alone) = (Vec::new(), Vec::new());
        for found in before {
            match copies.remove(&name_below(&found.path, &self.before)) {
                Some(after) => pairs.push(Pair {
                    before: found,
                    after,
                }),
                None => alone.push(found.path),
            }
        }
        Ok((pairs, alone))
    }

    fn report(
        &self,
        pair: &Pair,
        compared: &Comparison,
        language: &Language,
        io: &mut Io<'_>,
    ) -> anyhow::Result<()> {
        if self.format == OutputFormat::Ndjson {
            let record = json!({
                "schema": SCHEMA,
                "before": pair.before.path.to_string_lossy(),
                "after": pair.after.path.to_string_lossy(),
                "pixels": compared.pixels,
                "distance": compared.distance,
                "items": compared.items,
            });
            writeln!(io.out, "{record}")?;
            return Ok(());
        }
        writeln!(
            io.out,
            "{} -> {}",
            shown(&pair.before.path),
            shown(&pair.after.path)
        )?;
        let pixels = language.word(match compared.pixels {
            Pixels::Alike => Sentence::PixelsAlike,
            Pixels::Different => Sentence::PixelsDifferent,
            Pixels::Unknown => Sentence::PixelsUnknown,
        });
        writeln!(io.out, "  {pixels}")?;
        for item in &compared.items {
            let told = item.kind.is_provenance() || !is_many(item.kind);
            if !told && !self.verbose {
                continue;
            }
            let outcome = language.word(outcome(item.outcome));
            let values = [
                ("kind", Value::Text(item.kind.as_str())),
                ("name", Value::Text(&item.name)),
                ("outcome", Value::Long(&outcome)),
            ];
            writeln!(
                io.out,
                "  {}",
                language.sentence(Sentence::PassageItem, &values)
            )?;
        }
        for kind in [Kind::Exif, Kind::Xmp, Kind::Iptc, Kind::Text] {
            let count = |outcome| {
                Value::Count(u64::try_from(compared.count(kind, outcome)).unwrap_or(u64::MAX))
            };
            if compared.items.iter().any(|item| item.kind == kind) {
                let values = [
                    ("kind", Value::Text(kind.as_str())),
                    ("kept", count(Outcome::Kept)),
                    ("altered", count(Outcome::Altered)),
                    ("stripped", count(Outcome::Stripped)),
                    ("added", count(Outcome::Added)),
                ];
                writeln!(
                    io.out,
                    "  {}",
                    language.sentence(Sentence::PassageCounts, &values)
                )?;
            }
        }
        if compared.lost().next().is_some() {
            writeln!(io.out, "  {}", language.word(Sentence::PassageDuty))?;
        }
        Ok(())
    }
}

/// Kinds of which a file has many.
const fn is_many(kind: Kind) -> bool {
    matches!(kind, Kind::Exif | Kind::Xmp | Kind::Iptc | Kind::Text)
}

const fn outcome(outcome: Outcome) -> Sentence {
    match outcome {
        Outcome::Kept => Sentence::OutcomeKept,
        Outcome::Altered => Sentence::OutcomeAltered,
        Outcome::Stripped => Sentence::OutcomeStripped,
        Outcome::Added => Sentence::OutcomeAdded,
    }
}

/// What a pipeline leaves of a name: it may change the extension.
fn name_below(path: &Path, folder: &Path) -> PathBuf {
    path.strip_prefix(folder).unwrap_or(path).with_extension("")
}

fn side(found: &Found, inspector: &mut Inspector<'_>, now: OffsetDateTime) -> anyhow::Result<Side> {
    let inspected = inspector
        .inspect(found, Lane::Alone)
        .map_err(|_| anyhow::anyhow!("it needs more memory than there is"))?;
    let nobody = TrustStore::default();
    let statement = judge(inspected.evidence, &Policy::new(&nobody, now));
    let file = fs::File::open(&found.path)
        .with_context(|| format!("{} cannot be read", shown(&found.path)))?;
    let length = file.metadata()?.len();
    let mut source = BufReader::new(file);
    Ok(Side::of(
        &statement,
        &mut source,
        length,
        &Limits::default(),
    )?)
}
