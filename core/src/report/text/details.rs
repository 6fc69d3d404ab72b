//! Everything that is known about one file, as an indented block below its line.

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use crate::report::{
    Language, Record, Sentence,
    record::{IngredientRecord, PlaceRecord},
    visible::{quotable, visible},
};

/// Indentation of headings.
const MARGIN: usize = 12;
/// Width of the column of headings.
const HEADING: usize = 14;
/// Lines of the ingredient tree that are shown; `--format json` has all of it.
const TREE_LINES: usize = 200;

/// Writes the block, and an empty line after it.
pub(super) fn write(out: &mut impl Write, record: &Record, language: &Language) -> io::Result<()> {
    for (heading, lines) in sections(record) {
        let heading = language.sentence(heading, &[]);
        for (index, line) in lines.iter().enumerate() {
            let shown = if index == 0 { heading.as_str() } else { "" };
            writeln!(out, "{:MARGIN$}{shown:<HEADING$} {line}", "")?;
        }
    }
    writeln!(out)
}

fn sections(record: &Record) -> Vec<(Sentence, Vec<String>)> {
    let credentials = &record.credentials;
    let quoted = |text: &String| format!("“{}”", quotable(text));
    let mut sections = vec![(Sentence::HeadingFile, vec![file(record)])];
    let signer = match (&credentials.signer, &credentials.issuer) {
        (Some(signer), Some(issuer)) if signer != issuer => {
            Some(format!("{}, {}", quoted(signer), quoted(issuer)))
        }
        (Some(name), _) | (None, Some(name)) => Some(quoted(name)),
        (None, None) => None,
    };
    sections.push((Sentence::HeadingSigner, signer.into_iter().collect()));
    let time = credentials.signed_at.as_ref().map(|moment| {
        format!(
            "{} (time-stamp: {})",
            quotable(moment),
            credentials.timestamp
        )
    });
    sections.push((Sentence::HeadingTime, time.into_iter().collect()));
    let trust = credentials.trust.as_ref().map(|trust| {
        let date = trust
            .date
            .as_deref()
            .map(|date| format!(", {}", quotable(date)));
        format!(
            "{}{}, {}",
            quoted(&trust.pack),
            date.unwrap_or_default(),
            quoted(&trust.anchor)
        )
    });
    sections.push((Sentence::HeadingTrust, trust.into_iter().collect()));
    sections.push((
        Sentence::HeadingGenerator,
        credentials.generator.iter().map(quoted).collect(),
    ));
    sections.push((
        Sentence::HeadingSource,
        credentials
            .source_type
            .iter()
            .map(|uri| quotable(uri))
            .collect(),
    ));
    sections.push((Sentence::HeadingActions, actions(record)));
    sections.push((Sentence::HeadingHistory, tree(&credentials.ingredients)));
    sections.push((
        Sentence::HeadingCertificates,
        credentials
            .certificates
            .iter()
            .enumerate()
            .map(|(index, hash)| format!("{index}  SHA-256 {hash}"))
            .collect(),
    ));
    sections.push((
        Sentence::HeadingNotCovered,
        credentials
            .not_covered
            .iter()
            .map(|part| {
                format!(
                    "{} bytes from byte {}: {}",
                    part.length,
                    part.start,
                    quotable(&part.what)
                )
            })
            .collect(),
    ));
    sections.push((
        Sentence::HeadingRemote,
        credentials.remote_url.iter().map(quoted).collect(),
    ));
    sections.push((Sentence::HeadingMarks, marks(record)));
    sections.push((Sentence::HeadingLabels, labels(record)));
    sections.push((Sentence::HeadingFindings, findings(record)));
    sections.push((
        Sentence::HeadingNotChecked,
        record
            .not_checked
            .iter()
            .map(|left_out| left_out.why.clone())
            .collect(),
    ));
    sections
}

fn file(record: &Record) -> String {
    let mut line = format!(
        "{}, {} bytes",
        record.media_type.as_deref().unwrap_or("?"),
        record.bytes
    );
    if let Some(sha256) = &record.sha256 {
        let _ = write!(line, ", SHA-256 {sha256}");
    }
    line
}

fn actions(record: &Record) -> Vec<String> {
    record
        .credentials
        .actions
        .iter()
        .map(|action| {
            let mut line = quotable(&action.action);
            if let Some(when) = &action.when {
                let _ = write!(line, "  {}", quotable(when));
            }
            if let Some(agent) = &action.software_agent {
                let _ = write!(line, "  “{}”", quotable(agent));
            }
            if let Some(source) = &action.source_type {
                let _ = write!(line, "  {}", quotable(source));
            }
            if let Some(reason) = &action.reason {
                let _ = write!(line, "  ({})", quotable(reason));
            }
            line
        })
        .collect()
}

fn marks(record: &Record) -> Vec<String> {
    record
        .watermark
        .marks
        .iter()
        .map(|mark| {
            let mut line = format!(
                "{} {}  {}  {} >= {}, {:.0e}",
                quotable(&mark.scheme),
                mark.version,
                mark.payload.as_deref().map(quotable).unwrap_or_default(),
                mark.statistic,
                mark.threshold,
                mark.false_alarm,
            );
            if let Some(key) = &mark.key_id {
                let _ = write!(line, "  key {}", quotable(key));
            }
            if let Some(geometry) = &mark.geometry {
                let _ = write!(line, "  x{} {}°", geometry.scale, geometry.rotation);
            }
            line
        })
        .collect()
}

fn labels(record: &Record) -> Vec<String> {
    record
        .labels
        .iter()
        .map(|label| {
            format!(
                "{} = {}  ({}, {})",
                word(&label.kind),
                quotable(&label.value),
                place(&label.place).unwrap_or_default(),
                word(&label.forgeability)
            )
        })
        .collect()
}

fn findings(record: &Record) -> Vec<String> {
    record
        .findings
        .iter()
        .map(|found| {
            let mut line = format!(
                "{:<8}{}  {}",
                word(&found.severity),
                found.code,
                found.message
            );
            if let Some(place) = place(&found.place) {
                let _ = write!(line, "  [{place}]");
            }
            line
        })
        .collect()
}

/// The word a value has in records, so that text and JSON speak alike.
fn word(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

fn place(place: &PlaceRecord) -> Option<String> {
    match place {
        PlaceRecord::Asset => None,
        PlaceRecord::Bytes { start, length } => Some(format!(
            "bytes {start} to {}",
            start.saturating_add(*length)
        )),
        PlaceRecord::Part { path } => Some(quotable(path)),
        PlaceRecord::Jumbf { uri } => Some(visible(uri).into_owned()),
        PlaceRecord::Certificate { index, subject } => {
            Some(format!("certificate {index}, {}", quotable(subject)))
        }
    }
}

/// The ingredient chain, drawn as a tree.
fn tree(ingredients: &[IngredientRecord]) -> Vec<String> {
    let mut lines = Vec::new();
    branch(ingredients, "", &mut lines);
    if lines.len() > TREE_LINES {
        lines.truncate(TREE_LINES);
        lines.push("…".to_owned());
    }
    lines
}

/// Recursion is as deep as the chain, which examination cut at its depth limit.
fn branch(ingredients: &[IngredientRecord], indent: &str, lines: &mut Vec<String>) {
    let last = ingredients.len().saturating_sub(1);
    for (index, ingredient) in ingredients.iter().enumerate() {
        if lines.len() > TREE_LINES {
            return;
        }
        let (corner, below) = if index == last {
            ("└─ ", "   ")
        } else {
            ("├─ ", "│  ")
        };
        let mut line = format!(
            "{indent}{corner}{}  {}",
            quotable(&ingredient.relationship),
            ingredient.state
        );
        for text in [&ingredient.title, &ingredient.signer]
            .into_iter()
            .flatten()
        {
            let _ = write!(line, "  “{}”", quotable(text));
        }
        for text in [
            &ingredient.signed_at,
            &ingredient.format,
            &ingredient.source_type,
        ]
        .into_iter()
        .flatten()
        {
            let _ = write!(line, "  {}", quotable(text));
        }
        lines.push(line);
        branch(&ingredient.ingredients, &format!("{indent}{below}"), lines);
    }
}
