//! `hallmark review decide ID`: a decision, for scripts and for those who do not like questions.

use std::path::PathBuf;

use anyhow::bail;
use hallmark::{
    report::{Sentence, Value},
    review::{Body, Decision, Verdict},
};

use crate::{console::Io, exit_status::ExitStatus, ledger::Ledger, settings};

/// What is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum DecisionName {
    /// What the machine found stands
    Confirm,
    /// It does not, for the reason given
    Overrule,
    /// It stays open, for the reason given
    Open,
}

/// A decision.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// SHA-256 of the asset, or so many of its first digits that no other one in the ledger has them
    #[arg(value_name = "ID")]
    id: String,

    /// The ledger
    #[arg(long, value_name = "FILE")]
    ledger: PathBuf,

    /// What is decided
    #[arg(long, value_enum)]
    decision: DecisionName,

    /// Why; needed but to confirm
    #[arg(long, value_name = "TEXT", default_value = "")]
    reason: String,

    /// Who decides
    #[arg(long, value_name = "NAME")]
    name: String,

    /// Sign the ledger's head with the identity in this folder, instead of a key beside the ledger
    #[arg(long, value_name = "DIR")]
    identity: Option<PathBuf>,

    /// Language of sentences [default: that of the environment, else en]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
}

impl Arguments {
    /// Records the decision.
    pub(super) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let language = settings::language(self.lang.as_deref(), io.environment)?;
        let decision = match self.decision {
            DecisionName::Confirm => Verdict::Confirm,
            DecisionName::Overrule => Verdict::Overrule,
            DecisionName::Open => Verdict::Open,
        };
        if decision != Verdict::Confirm && self.reason.trim().is_empty() {
            bail!("to overrule, or to leave open, needs a reason; add --reason TEXT");
        }
        if !self.ledger.exists() {
            bail!(
                "there is no ledger at {}; `hallmark review RECORDS --ledger FILE` makes one",
                self.ledger.display()
            );
        }
        let ledger = Ledger::open(&self.ledger, self.identity.as_deref())?;
        let id = self.id.to_ascii_lowercase();
        let mut named = String::new();
        ledger.append(io.environment.now, |entries| {
            let mut assets: Vec<&str> = entries
                .iter()
                .map(|entry| entry.asset.as_str())
                .filter(|asset| asset.starts_with(&id) && !id.is_empty())
                .collect();
            assets.sort_unstable();
            assets.dedup();
            let [asset] = assets.as_slice() else {
                bail!(
                    "{} assets in the ledger begin with '{id}'; `hallmark review list` shows them",
                    assets.len()
                );
            };
            named = (*asset).to_owned();
            let decision = Decision {
                decision,
                reason: self.reason.trim().to_owned(),
                reviewer: self.name.clone(),
            };
            Ok(vec![(named.clone(), Body::Decision(decision))])
        })?;
        let values = [
            ("decision", Value::Text(decision.as_str())),
            ("asset", Value::Text(&named)),
        ];
        writeln!(
            io.out,
            "{}",
            language.sentence(Sentence::ReviewDecided, &values)
        )?;
        Ok(ExitStatus::Done)
    }
}
