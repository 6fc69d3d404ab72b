//! `hallmark review verify LEDGER`: whether anybody changed it, and where.

use std::{fs, path::PathBuf};

use anyhow::{Context, bail};
use hallmark::{
    report::{Sentence, Value},
    review::{Fault, Head, verify},
};

use crate::{console::Io, exit_status::ExitStatus, ledger, settings};

/// Which ledger.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The ledger
    #[arg(value_name = "LEDGER")]
    ledger: PathBuf,

    /// Its head, when it is kept elsewhere [default: LEDGER.head]
    #[arg(long, value_name = "FILE")]
    head: Option<PathBuf>,

    /// The SHA-256 of the key that must have signed the head
    #[arg(long, value_name = "FINGERPRINT")]
    signed_by: Option<String>,

    /// Language of sentences [default: that of the environment, else en]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
}

impl Arguments {
    /// Checks.
    pub(super) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let language = settings::language(self.lang.as_deref(), io.environment)?;
        let place = self
            .head
            .clone()
            .unwrap_or_else(|| ledger::head_place(&self.ledger));
        let text = fs::read(&place)
            .with_context(|| format!("the ledger's head {} cannot be read", place.display()))?;
        let head = Head::read(&text).with_context(|| format!("{}", place.display()))?;
        if let Some(expected) = &self.signed_by
            && !expected.eq_ignore_ascii_case(&head.signer())
        {
            bail!("the head is signed by {}, not by {expected}", head.signer());
        }
        let bytes = fs::read(&self.ledger)
            .with_context(|| format!("the ledger {} cannot be read", self.ledger.display()))?;
        match verify(&bytes, Some(&head)) {
            Ok(chain) => {
                let signer = head.signer();
                let values = [
                    ("count", Value::Count(u64::try_from(chain.entries.len())?)),
                    ("signer", Value::Text(&signer)),
                ];
                writeln!(
                    io.out,
                    "{}",
                    language.sentence(Sentence::LedgerWhole, &values)
                )?;
                Ok(ExitStatus::Done)
            }
            Err((place, fault)) => {
                let sentence = match fault {
                    Fault::Malformed => Sentence::LedgerMalformed,
                    Fault::Edited => Sentence::LedgerEdited,
                    Fault::Missing => Sentence::LedgerMissing,
                    Fault::Reordered => Sentence::LedgerReordered,
                    Fault::Truncated => Sentence::LedgerTruncated,
                    Fault::HeadDiffers => Sentence::LedgerHeadDiffers,
                };
                let values = [("line", Value::Count(u64::try_from(place.line)?))];
                writeln!(io.out, "{}", language.sentence(sentence, &values))?;
                Ok(ExitStatus::Incomplete)
            }
        }
    }
}
