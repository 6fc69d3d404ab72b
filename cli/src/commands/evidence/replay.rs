//! `hallmark evidence replay CASE.zip`: the same judgement again, or why not.

use std::{collections::BTreeMap, fs, path::PathBuf};

use anyhow::{Context, bail};
use hallmark::{
    case::differences,
    evidence::Evidence,
    examine,
    registry::Registries,
    report::{Sentence, Value, visible::visible},
    verdict::Policy,
};

use super::{
    bundle::{lists, moment, record},
    case_file::{self, Case},
};
use crate::{
    args::Layer,
    console::Io,
    exit_status::ExitStatus,
    inspect::{self, Inspector},
    metrics::Metrics,
    settings, trust_material,
    walk::Found,
    workers::Lane,
};

/// Which case.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER_HELP)]
pub(super) struct Arguments {
    /// The case
    #[arg(value_name = "CASE.zip")]
    case: PathBuf,

    /// The SHA-256 of the key that must have signed it
    #[arg(long, value_name = "FINGERPRINT")]
    signed_by: Option<String>,

    /// Judge under these trust lists instead of the case's own
    #[arg(long, value_name = "FILE|DIR")]
    trust: Vec<PathBuf>,

    /// A private watermark key that the case was made with; may be repeated
    #[arg(long, value_name = "FILE")]
    key: Vec<PathBuf>,

    /// Language of sentences [default: that of the environment, else en]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
}

/// Shown below the long help.
const AFTER_HELP: &str = "\
With media in the case, they are examined again; without, what was learnt about them is judged again.

Exit status:
  0    the same verdict
  1    a different one; each difference is told
  2    the command cannot be used
  3    it cannot be replayed: the case was changed, or something is missing";

impl Arguments {
    /// Replays.
    pub(super) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let language = settings::language(self.lang.as_deref(), io.environment)?;
        let replayed = case_file::open(&self.case, self.signed_by.as_deref())
            .and_then(|case| Ok((self.records(&case, io)?, case)));
        let (now, case) = match replayed {
            Ok(replayed) => replayed,
            Err(error) => {
                let reason = format!("{error:#}");
                let values = [("reason", Value::Text(&reason))];
                writeln!(
                    io.out,
                    "{}",
                    language.sentence(Sentence::ReplayImpossible, &values)
                )?;
                return Ok(ExitStatus::Incomplete);
            }
        };
        let mut same = true;
        for (recorded, now) in case.records.iter().zip(&now) {
            for difference in differences(recorded, now) {
                same = false;
                let path = recorded["path"].as_str().unwrap_or_default();
                let values = [
                    ("path", Value::Text(path)),
                    ("field", Value::Text(&difference.field)),
                    ("recorded", Value::Text(&difference.recorded)),
                    ("now", Value::Text(&difference.now)),
                ];
                writeln!(
                    io.out,
                    "{}",
                    language.sentence(Sentence::ReplayDifferent, &values)
                )?;
            }
        }
        let here = hallmark::report::ToolRecord::CURRENT;
        if !same && case.predicate.ruleset != here.ruleset {
            let values = [
                ("recorded", Value::Text(&case.predicate.ruleset)),
                ("now", Value::Text(&here.ruleset)),
            ];
            writeln!(
                io.out,
                "{}",
                language.sentence(Sentence::ReplayRules, &values)
            )?;
        }
        if !same {
            return Ok(ExitStatus::PolicyFinding);
        }
        let (count, made) = (
            u64::try_from(case.records.len())?,
            case.predicate.made_at.clone(),
        );
        let sentence = if case.predicate.media {
            Sentence::ReplaySame
        } else {
            Sentence::ReplaySameWithoutMedia
        };
        let values = [
            ("count", Value::Count(count)),
            ("moment", Value::Moment(&made)),
        ];
        writeln!(io.out, "{}", language.sentence(sentence, &values))?;
        Ok(ExitStatus::Done)
    }

    /// The records, judged again.
    fn records(&self, case: &Case, io: &mut Io<'_>) -> anyhow::Result<Vec<serde_json::Value>> {
        let predicate = &case.predicate;
        let keys = settings::mark_keys(&self.key)?;
        let ids: Vec<String> = keys.iter().map(|key| key.key().id().to_string()).collect();
        let missing = predicate.watermark_keys.iter().find(|id| !ids.contains(id));
        if let Some(missing) = missing.filter(|_| predicate.media) {
            bail!("it was made with the private watermark key {missing}; add it with --key FILE");
        }
        let examining = examine::Settings {
            keys,
            ..predicate.settings.clone()
        };
        let trust = if self.trust.is_empty() {
            lists(case.trust.as_deref())?
        } else {
            let layer = Layer {
                trust: self.trust.clone(),
                ..Layer::default()
            };
            trust_material::store(&layer, io.environment, io.err)?
        };
        let policy = Policy {
            profiles: &predicate.profiles,
            ..Policy::new(&trust, moment(&predicate.judged_at)?)
        };
        let mut evidence = case.evidence.clone();
        if predicate.media {
            self.examine_again(&mut evidence, examining, case)?;
        }
        evidence
            .into_iter()
            .zip(&case.records)
            .enumerate()
            .map(|(index, (evidence, recorded))| {
                let path = recorded["path"].as_str().unwrap_or_default();
                let number = index.saturating_add(1);
                let path = PathBuf::from(path);
                let record = record(evidence, &path, number, predicate.redacted, &policy);
                Ok(serde_json::to_value(record)?)
            })
            .collect()
    }

    /// Puts fresh evidence in the place of what was recorded, where the media are there.
    fn examine_again(
        &self,
        evidence: &mut [Evidence],
        examining: examine::Settings,
        case: &Case,
    ) -> anyhow::Result<()> {
        let folder = tempfile::tempdir().context("no temporary folder")?;
        let mut found: BTreeMap<usize, Found> = BTreeMap::new();
        case_file::media(&self.case, |number, sidecar, bytes| {
            let path = case
                .records
                .get(number.saturating_sub(1))
                .and_then(|record| record["path"].as_str());
            // The name's ending takes part in a judgement; nothing else of the name does.
            let ending = path
                .and_then(|path| std::path::Path::new(path).extension()?.to_str())
                .filter(|ending| ending.chars().all(|one| one.is_ascii_alphanumeric()));
            let name = match (sidecar, ending) {
                (true, _) => format!("{number}.c2pa"),
                (false, Some(ending)) => format!("{number}.{ending}"),
                (false, None) => number.to_string(),
            };
            let place = folder.path().join(name);
            fs::write(&place, bytes).context("a medium cannot be unpacked")?;
            let entry = found.entry(number).or_insert_with(|| Found {
                path: place.clone(),
                named: true,
                sidecar: None,
                problem: None,
            });
            if sidecar {
                entry.sidecar = Some(place);
            } else {
                entry.path = place;
            }
            Ok(())
        })?;
        let metrics = Metrics::new();
        inspect::keep_panics_quiet();
        let isolation = settings::default_isolation()?;
        let mut inspector =
            Inspector::new(examining, isolation, None, &metrics, Registries::default());
        for (number, found) in found {
            let Some(evidence) = evidence.get_mut(number.saturating_sub(1)) else {
                bail!("a medium has no record: {}", visible(&number.to_string()));
            };
            match inspector.inspect(&found, Lane::Alone) {
                Ok(inspected) => *evidence = inspected.evidence,
                Err(_) => bail!("an asset needs more memory than there is"),
            }
        }
        Ok(())
    }
}
