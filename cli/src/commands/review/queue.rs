//! `hallmark review RECORDS|PATH... --ledger FILE`: findings enter the ledger, and a person is asked
//! about those that need one.

use std::{
    collections::HashMap,
    io::{self, BufRead as _, BufReader, IsTerminal as _},
    path::Path,
};

use anyhow::Context;
use hallmark::{
    report::{Language, Record, Sentence, Value, visible::visible},
    review::{Body, Decision, Entry, MachineFinding, Verdict},
};

use super::QueueArguments;
use crate::{
    args::{Format, Layer},
    commands::check,
    console::Io,
    exit_status::ExitStatus,
    ledger::Ledger,
    settings,
};

impl QueueArguments {
    /// Fills the ledger, and asks.
    pub(super) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let language = settings::language(self.lang.as_deref(), io.environment)?;
        let (records, status) = self.records(io)?;
        let ledger = Ledger::open(&self.ledger, self.identity.as_deref())?;
        let now = io.environment.now;
        let mut unnamed = 0_u64;
        let added = ledger.append(now, |entries| {
            let mut known: HashMap<String, Vec<MachineFinding>> = HashMap::new();
            for entry in entries {
                if let Body::Finding(finding) = &entry.body {
                    let of_asset = known.entry(entry.asset.clone()).or_default();
                    of_asset.push((**finding).clone());
                }
            }
            let mut new: Vec<(String, Body)> = Vec::new();
            for record in &records {
                let Some((asset, finding)) = MachineFinding::of(record) else {
                    unnamed = unnamed.saturating_add(1);
                    continue;
                };
                let of_asset = known.entry(asset.clone()).or_default();
                if !of_asset.contains(&finding) {
                    of_asset.push(finding.clone());
                    new.push((asset, Body::Finding(Box::new(finding))));
                }
            }
            Ok(new)
        })?;
        let values = [("count", Value::Count(u64::try_from(added)?))];
        writeln!(
            io.out,
            "{}",
            language.sentence(Sentence::ReviewQueued, &values)
        )?;
        if unnamed > 0 {
            let values = [("count", Value::Count(unnamed))];
            writeln!(
                io.err,
                "{}",
                language.sentence(Sentence::ReviewUnread, &values)
            )?;
        }
        let asks = io::stdin().is_terminal() && io.environment.out_is_terminal;
        if self.no_questions || !asks {
            return Ok(status);
        }
        let reviewer = match &self.name {
            Some(name) => name.clone(),
            None => ask(io, &language.word(Sentence::ReviewAskName))?,
        };
        for record in &records {
            let Some((asset, finding)) = MachineFinding::of(record) else {
                continue;
            };
            let entries = crate::ledger::read(&self.ledger)?;
            if !finding.needs_person || is_decided(&entries, &asset) {
                continue;
            }
            show(io, record, &language)?;
            let Some(decision) = question(io, &language, &reviewer)? else {
                break;
            };
            ledger.append(now, |_| Ok(vec![(asset, Body::Decision(decision))]))?;
        }
        Ok(status)
    }

    /// The records in a file of records, or of what is checked now.
    fn records(&self, io: &mut Io<'_>) -> anyhow::Result<(Vec<Record>, ExitStatus)> {
        if let [one] = self.inputs.as_slice()
            && let Some(records) = read_records(one)?
        {
            return Ok((records, ExitStatus::Done));
        }
        let place = tempfile::NamedTempFile::new().context("no temporary file")?;
        let arguments = check::Arguments {
            paths: self.inputs.clone(),
            files_from: None,
            resume: None,
            null: false,
            parent: None,
            output: Some(place.path().to_owned()),
            settings: None,
            look_at_pixels: false,
            map: None,
            layer: Layer {
                format: Some(Format::Ndjson),
                trust: self.trust.clone(),
                quiet: true,
                ..Layer::default()
            },
        };
        let status = arguments.run(io)?;
        let records = read_records(place.path())?.unwrap_or_default();
        Ok((records, status))
    }
}

/// The records of a file; `None` when it is something else.
fn read_records(path: &Path) -> anyhow::Result<Option<Vec<Record>>> {
    if !path.is_file() {
        return Ok(None);
    }
    let file =
        std::fs::File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let mut records = Vec::new();
    for line in BufReader::new(file).lines() {
        // A picture is no text, and no record.
        let Ok(line) = line else { return Ok(None) };
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str(&line) {
            Ok(record) => records.push(record),
            Err(_) if records.is_empty() => return Ok(None),
            Err(error) => {
                return Err(error).with_context(|| {
                    format!("{}: record {} is damaged", path.display(), records.len())
                });
            }
        }
    }
    Ok(Some(records))
}

/// Whether a person confirmed or overruled what was found last.
pub(super) fn is_decided(entries: &[Entry], asset: &str) -> bool {
    let last = entries
        .iter()
        .rev()
        .filter(|entry| entry.asset == asset)
        .find_map(|entry| match &entry.body {
            Body::Decision(decision) => Some(decision.decision != Verdict::Open),
            Body::Finding(_) => None,
        });
    last.unwrap_or(false)
}

fn show(io: &mut Io<'_>, record: &Record, language: &Language) -> anyhow::Result<()> {
    writeln!(io.out)?;
    writeln!(
        io.out,
        "{}  {}",
        visible(&record.path),
        language.state(record.credentials.state)
    )?;
    for finding in &record.findings {
        writeln!(io.out, "  {}", language.finding(finding))?;
    }
    Ok(())
}

/// Asks for a decision and its reason; `None` when the person stops.
fn question(
    io: &mut Io<'_>,
    language: &Language,
    reviewer: &str,
) -> anyhow::Result<Option<Decision>> {
    let decision = loop {
        let answer = ask(io, &language.word(Sentence::ReviewAskDecision))?;
        match answer.trim() {
            "c" | "confirm" => break Verdict::Confirm,
            "o" | "overrule" => break Verdict::Overrule,
            "n" | "open" => break Verdict::Open,
            "q" | "" => return Ok(None),
            _ => {}
        }
    };
    let reason = loop {
        let reason = ask(io, &language.word(Sentence::ReviewAskReason))?;
        if decision == Verdict::Confirm || !reason.trim().is_empty() {
            break reason.trim().to_owned();
        }
    };
    Ok(Some(Decision {
        decision,
        reason,
        reviewer: reviewer.to_owned(),
    }))
}

fn ask(io: &mut Io<'_>, prompt: &str) -> anyhow::Result<String> {
    write!(io.out, "{prompt} ")?;
    io.out.flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(answer.trim_end().to_owned())
}
