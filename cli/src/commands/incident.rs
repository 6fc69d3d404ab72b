//! `hallmark incident CASE.zip --expected STATE`: a wrong verdict, as something that can be attached
//! to a report of a bug and judged again by those who mend it.

use std::path::PathBuf;

use anyhow::{Context, bail};
use hallmark::{case::redact, report::visible::visible};
use serde_json::json;

use crate::{commands::evidence::case_file, console::Io, exit_status::ExitStatus};

/// Name and version of the description.
const SCHEMA: &str = "hallmark.incident/1";

/// A state that a credential can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Expected {
    Trusted,
    Valid,
    Invalid,
    None,
    Unreadable,
}

impl Expected {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Trusted => "trusted",
            Self::Valid => "valid",
            Self::Invalid => "invalid",
            Self::None => "none",
            Self::Unreadable => "unreadable",
        }
    }
}

/// Which verdict is wrong.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The case of `hallmark evidence bundle`
    #[arg(value_name = "CASE.zip")]
    case: PathBuf,

    /// The asset in it, counted from 1
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    asset: usize,

    /// The state that the credential should have
    #[arg(long, value_enum)]
    expected: Expected,

    /// Why, in a sentence or two
    #[arg(long, value_name = "TEXT", default_value = "")]
    because: String,
}

impl Arguments {
    /// Writes the description: JSON, without paths, titles, free texts and media.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let case = case_file::open(&self.case, None)?;
        let index = self
            .asset
            .checked_sub(1)
            .context("assets are counted from 1")?;
        let (Some(record), Some(evidence)) = (case.records.get(index), case.evidence.get(index))
        else {
            bail!("the case has {} assets", case.records.len());
        };
        let mut evidence = evidence.clone();
        redact(&mut evidence);
        let trust = match &case.trust {
            Some(packs) => serde_json::from_slice(packs)?,
            None => serde_json::Value::Null,
        };
        let codes: Vec<&str> = record["findings"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|finding| finding["code"].as_str())
            .collect();
        let description = json!({
            "schema": SCHEMA,
            "expected": { "state": self.expected.as_str(), "because": visible(&self.because) },
            "got": { "state": record.pointer("/credentials/state"), "codes": codes },
            "tool": case.predicate.tool,
            "ruleset": case.predicate.ruleset,
            "build_sha256": case.predicate.build_sha256,
            "judged_at": case.predicate.judged_at,
            "settings": case.predicate.settings,
            "trust": trust,
            "evidence": evidence,
        });
        serde_json::to_writer_pretty(&mut *io.out, &description)?;
        writeln!(io.out)?;
        Ok(ExitStatus::Done)
    }
}
