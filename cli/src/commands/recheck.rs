//! `hallmark recheck LEDGER`: which earlier verdicts a revoked key, or another trust list, changes.

use std::path::PathBuf;

use anyhow::bail;
use hallmark::{
    report::{Sentence, Value, visible::visible},
    review::{Change, Revoked, recheck},
};
use serde_json::json;
use time::OffsetDateTime;

use crate::{
    args::Layer, console::Io, exit_status::ExitStatus, ledger, settings, trust_material,
    units::Moment,
};

/// Name and version of the JSON record.
const SCHEMA: &str = "hallmark.rechecked/1";

/// What changed since.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER_HELP)]
pub(crate) struct Arguments {
    /// The ledger of `hallmark review`
    #[arg(value_name = "LEDGER")]
    ledger: PathBuf,

    /// SHA-256 of a certificate whose key was revoked; may be repeated
    #[arg(long, value_name = "FINGERPRINT", requires = "since")]
    revoked: Vec<String>,

    /// From when on, for example 2026-11-15T00:00:00Z
    #[arg(long, value_name = "RFC3339")]
    since: Option<Moment>,

    /// The trust lists of now; as for `hallmark check`
    #[arg(long, value_name = "FILE|DIR")]
    trust: Vec<PathBuf>,

    /// One JSON object a line
    #[arg(long)]
    json: bool,

    /// Language of sentences [default: that of the environment, else en]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
}

/// Shown below the long help.
const AFTER_HELP: &str = "\
The ledger is read and not changed, and the media are not needed. Check again what is listed.

Exit status:
  0    no earlier verdict changes
  1    some do; they are listed
  2    the command cannot be used, or the ledger is damaged";

impl Arguments {
    /// Lists what changes.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let language = settings::language(self.lang.as_deref(), io.environment)?;
        if self.revoked.is_empty() && self.trust.is_empty() {
            bail!("say what changed: --revoked FINGERPRINT --since DATE, or --trust PACK");
        }
        let since = self
            .since
            .map_or(OffsetDateTime::UNIX_EPOCH, |since| since.0);
        let revoked: Vec<Revoked> = self
            .revoked
            .iter()
            .map(|fingerprint| {
                let fingerprint = fingerprint.replace(':', "").to_ascii_lowercase();
                let digits = fingerprint.bytes().all(|byte| byte.is_ascii_hexdigit());
                if fingerprint.len() != 64 || !digits {
                    bail!("a certificate's fingerprint is 64 hexadecimal digits (SHA-256)");
                }
                Ok(Revoked { fingerprint, since })
            })
            .collect::<anyhow::Result<_>>()?;
        let trust = if self.trust.is_empty() {
            None
        } else {
            let layer = Layer {
                trust: self.trust.clone(),
                ..Layer::default()
            };
            Some(trust_material::store(&layer, io.environment, io.err)?)
        };
        let entries = ledger::read(&self.ledger)?;
        let changed = recheck(&entries, &revoked, trust.as_ref());
        for one in &changed {
            if self.json {
                let record = json!({
                    "schema": SCHEMA,
                    "sequence": one.entry.sequence,
                    "asset": one.entry.asset,
                    "path": one.finding.path,
                    "state": one.finding.state,
                    "change": one.change.as_str(),
                });
                writeln!(io.out, "{record}")?;
                continue;
            }
            let sentence = match one.change {
                Change::SignedAfterRevocation => Sentence::RecheckSignedAfter,
                Change::TimeUnknown => Sentence::RecheckTimeUnknown,
                Change::NoLongerVouched => Sentence::RecheckNoLongerVouched,
                Change::VouchedNow => Sentence::RecheckVouchedNow,
            };
            writeln!(
                io.out,
                "{:>6}  {}  {}",
                one.entry.sequence,
                visible(&one.finding.path),
                language.word(sentence)
            )?;
        }
        if !self.json {
            let count = |number: usize| Value::Count(u64::try_from(number).unwrap_or(u64::MAX));
            let values = [
                ("count", count(changed.len())),
                ("all", count(entries.len())),
            ];
            writeln!(
                io.out,
                "{}",
                language.sentence(Sentence::RecheckSummary, &values)
            )?;
        }
        Ok(if changed.is_empty() {
            ExitStatus::Done
        } else {
            ExitStatus::PolicyFinding
        })
    }
}
