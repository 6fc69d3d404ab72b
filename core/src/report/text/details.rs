//! Everything that is known about one file, as an indented block below its line.

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use unicode_width::UnicodeWidthStr;

use crate::{
    report::{Language, Record, Sentence, Value, record::IngredientRecord},
    verdict::duties::Met,
};

/// Indentation of headings.
const MARGIN: usize = 12;
/// Least width of the column of headings.
const HEADING: usize = 14;
/// Lines of the ingredient tree that are shown; `--format json` has all of it.
const TREE_LINES: usize = 200;

/// Writes the block, and an empty line after it.
pub(super) fn write(out: &mut impl Write, record: &Record, language: &Language) -> io::Result<()> {
    let sections: Vec<_> = sections(record, language)
        .into_iter()
        .map(|(heading, lines)| (language.word(heading), lines))
        .collect();
    let widths = sections.iter().map(|(heading, _)| heading.width());
    let width = widths.max().unwrap_or_default().max(HEADING);
    for (heading, lines) in sections {
        for (index, line) in lines.iter().enumerate() {
            let shown = if index == 0 { heading.as_str() } else { "" };
            let padding = width.saturating_sub(shown.width());
            writeln!(out, "{:MARGIN$}{shown}{:padding$} {line}", "", "")?;
        }
    }
    writeln!(out)
}

fn sections(record: &Record, language: &Language) -> Vec<(Sentence, Vec<String>)> {
    let credentials = &record.credentials;
    let quoted = |text: &String| language.quoted(text);
    let orthography = language.orthography();
    let signer = match (&credentials.signer, &credentials.issuer) {
        (Some(signer), Some(issuer)) if signer != issuer => {
            Some(orthography.list(&[quoted(signer), quoted(issuer)]))
        }
        (Some(name), _) | (None, Some(name)) => Some(quoted(name)),
        (None, None) => None,
    };
    let time = credentials.signed_at.as_ref().map(|moment| {
        let time_stamp = language.time_stamp(credentials.timestamp);
        let values = [
            ("moment", Value::Moment(moment)),
            ("timeStamp", Value::Long(&time_stamp)),
        ];
        language.sentence(Sentence::DetailTime, &values)
    });
    let trust = credentials.trust.as_ref().map(|trust| {
        let date = trust.date.as_deref().map(|date| language.moment(date));
        let parts: Vec<String> = [quoted(&trust.pack)]
            .into_iter()
            .chain(date)
            .chain([quoted(&trust.anchor)])
            .collect();
        orthography.list(&parts)
    });
    let one = |line: Option<String>| line.into_iter().collect();
    vec![
        (Sentence::HeadingFile, file(record, language)),
        (Sentence::HeadingSigner, one(signer)),
        (Sentence::HeadingTime, one(time)),
        (Sentence::HeadingTrust, one(trust)),
        (
            Sentence::HeadingGenerator,
            one(credentials.generator.as_ref().map(quoted)),
        ),
        (
            Sentence::HeadingSource,
            one(credentials
                .source_type
                .as_deref()
                .map(|uri| language.isolated(uri))),
        ),
        (Sentence::HeadingActions, actions(record, language)),
        (
            Sentence::HeadingHistory,
            tree(&credentials.ingredients, language),
        ),
        (Sentence::HeadingCertificates, certificates(record)),
        (Sentence::HeadingNotCovered, not_covered(record, language)),
        (
            Sentence::HeadingRemote,
            one(credentials.remote_url.as_ref().map(quoted)),
        ),
        (Sentence::HeadingMarks, marks(record, language)),
        (Sentence::HeadingRecovered, recovered(record, language)),
        (Sentence::HeadingLabels, labels(record, language)),
        (Sentence::HeadingDuties, duties(record, language)),
        (Sentence::HeadingFindings, findings(record, language)),
        (
            Sentence::HeadingNotChecked,
            record
                .not_checked
                .iter()
                .map(|left_out| language.left_out(left_out))
                .collect(),
        ),
    ]
}

/// The same, in one line where none applies.
pub(super) fn duties_briefly(record: &Record, language: &Language) -> Vec<String> {
    let applies = record
        .duties
        .iter()
        .any(|one| one.met != Met::NotApplicable);
    if !applies && !record.duties.is_empty() {
        return vec![language.word(Sentence::DutiesNone)];
    }
    duties(record, language)
}

/// Duties of the profiles that were asked for.
fn duties(record: &Record, language: &Language) -> Vec<String> {
    record
        .duties
        .iter()
        .map(|one| {
            let mut met = language.word(match one.met {
                Met::Met => Sentence::DutyMet,
                Met::NotMet => Sentence::DutyNotMet,
                Met::NotApplicable => Sentence::DutyNotApplicable,
                Met::CannotTell => Sentence::DutyCannotTell,
            });
            if !one.verified && one.met != Met::NotApplicable {
                met.push(' ');
                met.push_str(&language.word(Sentence::DutyUnverified));
            }
            let values = [
                ("article", Value::Text(&one.article)),
                ("met", Value::Long(&met)),
            ];
            language.sentence(Sentence::DutyLine, &values)
        })
        .collect()
}

/// The credential that a registry had, and how the picture compares with it.
fn recovered(record: &Record, language: &Language) -> Vec<String> {
    let Some(found) = &record.recovered else {
        return Vec::new();
    };
    let manifest = found.manifest_id.as_deref().unwrap_or("?");
    let from = [
        ("registry", Value::Text(&found.registry)),
        ("manifest", Value::Text(manifest)),
    ];
    let mut lines = vec![language.sentence(Sentence::RecoveredFrom, &from)];
    if let Some(name) = found.issuer.as_ref().or(found.signer.as_ref()) {
        let (signer, state) = (language.quoted(name), language.state(found.state));
        let values = [
            ("signer", Value::Long(&signer)),
            ("state", Value::Long(&state)),
        ];
        lines.push(language.sentence(Sentence::RecoveredSigner, &values));
    }
    if let Some(similarity) = found.similarity {
        let values = [("percent", percent(similarity))];
        lines.push(language.sentence(Sentence::RecoveredSimilarity, &values));
    }
    for region in found.changed_regions.iter().flatten() {
        let values = [
            ("left", percent(region.x)),
            ("top", percent(region.y)),
            ("width", percent(region.w)),
            ("height", percent(region.h)),
        ];
        lines.push(language.sentence(Sentence::RecoveredRegion, &values));
    }
    lines
}

fn percent(share: f64) -> Value<'static> {
    Value::Figure((share * 100.0).round())
}

fn file(record: &Record, language: &Language) -> Vec<String> {
    let media_type = record.media_type.as_deref().unwrap_or("?");
    let values = [
        ("mediaType", Value::Text(media_type)),
        ("bytes", Value::Count(record.bytes)),
    ];
    let hash = record
        .sha256
        .as_ref()
        .map(|sha256| format!("SHA-256 {sha256}"));
    [language.sentence(Sentence::DetailFile, &values)]
        .into_iter()
        .chain(hash)
        .collect()
}

fn certificates(record: &Record) -> Vec<String> {
    record
        .credentials
        .certificates
        .iter()
        .enumerate()
        .map(|(index, hash)| format!("{index}  SHA-256 {hash}"))
        .collect()
}

fn not_covered(record: &Record, language: &Language) -> Vec<String> {
    record
        .credentials
        .not_covered
        .iter()
        .map(|part| {
            let name = language.part(&part.what);
            let values = [
                ("bytes", Value::Count(part.length)),
                ("start", Value::Count(part.start)),
                ("part", Value::Long(&name)),
            ];
            language.sentence(Sentence::DetailNotCovered, &values)
        })
        .collect()
}

fn actions(record: &Record, language: &Language) -> Vec<String> {
    record
        .credentials
        .actions
        .iter()
        .map(|action| {
            let mut line = language.isolated(&action.action);
            if let Some(when) = &action.when {
                let _ = write!(line, "  {}", language.isolated(when));
            }
            if let Some(agent) = &action.software_agent {
                let _ = write!(line, "  {}", language.quoted(agent));
            }
            if let Some(source) = &action.source_type {
                let _ = write!(line, "  {}", language.isolated(source));
            }
            if let Some(reason) = &action.reason {
                let _ = write!(line, "  {}", language.quoted(reason));
            }
            line
        })
        .collect()
}

fn marks(record: &Record, language: &Language) -> Vec<String> {
    record
        .watermark
        .marks
        .iter()
        .map(|mark| {
            let mut line = format!(
                "{} {}  {}  {} >= {}, {:.0e}",
                language.isolated(&mark.scheme),
                mark.version,
                mark.payload.as_deref().unwrap_or_default(),
                mark.statistic,
                mark.threshold,
                mark.false_alarm,
            );
            if let Some(key) = &mark.key_id {
                let key = language.sentence(Sentence::DetailMarkKey, &[("key", Value::Text(key))]);
                let _ = write!(line, "  {key}");
            }
            if let Some(geometry) = &mark.geometry {
                let _ = write!(line, "  x{} {}°", geometry.scale, geometry.rotation);
            }
            line
        })
        .collect()
}

fn labels(record: &Record, language: &Language) -> Vec<String> {
    record
        .labels
        .iter()
        .map(|label| {
            let name = word(&label.kind);
            let place = language.place(&label.place).unwrap_or_default();
            let forgeability = language.forgeability(label.forgeability);
            let values = [
                ("name", Value::Text(&name)),
                ("value", Value::Text(&label.value)),
                ("place", Value::Long(&place)),
                ("forgeability", Value::Long(&forgeability)),
            ];
            language.sentence(Sentence::DetailLabel, &values)
        })
        .collect()
}

fn findings(record: &Record, language: &Language) -> Vec<String> {
    let severities: Vec<String> = record
        .findings
        .iter()
        .map(|found| language.severity(found.severity))
        .collect();
    let width = severities.iter().map(|word| word.width()).max();
    let width = width.unwrap_or_default();
    record
        .findings
        .iter()
        .zip(severities)
        .map(|(found, severity)| {
            let padding = width.saturating_sub(severity.width());
            let mut line = format!(
                "{severity}{:padding$}  {}  {}",
                "",
                language.isolated(found.code),
                language.finding(found)
            );
            if let Some(place) = language.place(&found.place) {
                let _ = write!(line, "  [{place}]");
            }
            line
        })
        .collect()
}

/// The name of a label's kind in records: the same in every language.
fn word(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// The ingredient chain, drawn as a tree.
fn tree(ingredients: &[IngredientRecord], language: &Language) -> Vec<String> {
    let mut lines = Vec::new();
    branch(ingredients, "", language, &mut lines);
    if lines.len() > TREE_LINES {
        lines.truncate(TREE_LINES);
        lines.push("…".to_owned());
    }
    lines
}

/// Recursion is as deep as the chain, which examination cut at its depth limit.
fn branch(
    ingredients: &[IngredientRecord],
    indent: &str,
    language: &Language,
    lines: &mut Vec<String>,
) {
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
            language.relation(&ingredient.relationship),
            language.state(ingredient.state)
        );
        for text in [&ingredient.title, &ingredient.signer]
            .into_iter()
            .flatten()
        {
            let _ = write!(line, "  {}", language.quoted(text));
        }
        if let Some(moment) = &ingredient.signed_at {
            let _ = write!(line, "  {}", language.moment(moment));
        }
        for text in [&ingredient.format, &ingredient.source_type]
            .into_iter()
            .flatten()
        {
            let _ = write!(line, "  {}", language.isolated(text));
        }
        lines.push(line);
        let below = format!("{indent}{below}");
        branch(&ingredient.ingredients, &below, language, lines);
    }
}
