//! Everything that is in the record, folded away, with how easily each part can be forged.

use maud::{Markup, html};

use super::prose::{foreign, verbatim};
use crate::report::{Language, Record, Sentence, Value};

/// The folded details.
pub(super) fn details(record: &Record, language: &Language) -> Markup {
    html! {
        details.forensic {
            summary { (language.word(Sentence::ForensicTitle)) }
            dl.facts {
                @for (heading, value) in facts(record, language) {
                    div { dt { (heading) } dd { (value) } }
                }
            }
            (labels(record, language))
            (marks(record, language))
            (findings(record, language))
            @if !record.not_checked.is_empty() {
                h4 { (language.word(Sentence::HeadingNotChecked)) }
                ul { @for left_out in &record.not_checked { li { (language.left_out(left_out)) } } }
            }
        }
    }
}

/// Names and values about the file and its credential.
fn facts(record: &Record, language: &Language) -> Vec<(String, Markup)> {
    let credentials = &record.credentials;
    let file = language.sentence(
        Sentence::DetailFile,
        &[
            (
                "mediaType",
                Value::Text(record.media_type.as_deref().unwrap_or("?")),
            ),
            ("bytes", Value::Count(record.bytes)),
        ],
    );
    let word = |sentence| language.word(sentence);
    let mut facts = vec![(word(Sentence::HeadingFile), html! { (file) })];
    if let Some(hash) = &record.sha256 {
        facts.push(("SHA-256".to_owned(), verbatim(hash)));
    }
    let names: [(Sentence, &Option<String>); 4] = [
        (Sentence::HeadingSigner, &credentials.signer),
        (Sentence::HeadingGenerator, &credentials.generator),
        (Sentence::HeadingSource, &credentials.source_type),
        (Sentence::HeadingRemote, &credentials.remote_url),
    ];
    for (heading, value) in names {
        if let Some(value) = value {
            facts.push((word(heading), foreign(value)));
        }
    }
    if let Some(moment) = &credentials.signed_at {
        let said = language.time_stamp(credentials.timestamp);
        facts.push((
            word(Sentence::HeadingTime),
            html! { (verbatim(moment)) " " (said) },
        ));
    }
    if let Some(trust) = &credentials.trust {
        facts.push((
            word(Sentence::HeadingTrust),
            html! {
                (foreign(&trust.pack))
                @if let Some(date) = &trust.date { br; (language.moment(date)) }
                br; (foreign(&trust.anchor))
            },
        ));
    }
    if let Some(manifest) = &credentials.manifest_id {
        facts.push((word(Sentence::ForensicManifest), verbatim(manifest)));
    }
    if !credentials.certificates.is_empty() {
        facts.push((
            word(Sentence::HeadingCertificates),
            html! {
                @for hash in &credentials.certificates { (verbatim(hash)) br; }
            },
        ));
    }
    if let Some(recovered) = &record.recovered {
        facts.push((
            word(Sentence::ForensicRegistry),
            html! { (foreign(&recovered.registry)) br; (verbatim(&recovered.manifest_sha256)) },
        ));
    }
    if let Some(fingerprint) = &record.fingerprint {
        facts.push((
            word(Sentence::ForensicFingerprint),
            verbatim(&fingerprint.pdq),
        ));
    }
    facts
}

fn labels(record: &Record, language: &Language) -> Markup {
    if record.labels.is_empty() {
        return Markup::default();
    }
    html! {
        h4 { (language.word(Sentence::HeadingLabels)) }
        table {
            thead { tr {
                th scope="col" { (language.word(Sentence::ForensicLabel)) }
                th scope="col" { (language.word(Sentence::ForensicValue)) }
                th scope="col" { (language.word(Sentence::ForensicPlace)) }
                th scope="col" { (language.word(Sentence::ForensicForging)) }
            } }
            tbody {
                @for label in &record.labels {
                    tr {
                        td { (verbatim(&word(&label.kind))) }
                        td { (foreign(&label.value)) }
                        td { @if let Some(place) = language.place(&label.place) { bdi { (place) } } }
                        td { (language.forgeability(label.forgeability)) }
                    }
                }
            }
        }
    }
}

/// The word a value has in records.
fn word(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

fn marks(record: &Record, language: &Language) -> Markup {
    if record.watermark.marks.is_empty() {
        return Markup::default();
    }
    html! {
        h4 { (language.word(Sentence::HeadingMarks)) }
        ul {
            @for mark in &record.watermark.marks {
                li {
                    (foreign(&mark.scheme)) " "
                    @if let Some(payload) = &mark.payload { (verbatim(payload)) " " }
                    @if let Some(key) = &mark.key_id {
                        (language.sentence(Sentence::DetailMarkKey, &[("key", Value::Text(key))])) ". "
                    }
                    @let chance = format!("{:.0e}", mark.false_alarm);
                    (language.sentence(Sentence::ForensicMark, &[("chance", Value::Text(&chance))])) " "
                    (language.word(if mark.key_id.is_some() {
                        Sentence::ForensicKeyedMark
                    } else {
                        Sentence::ForensicOpenMark
                    }))
                }
            }
        }
    }
}

fn findings(record: &Record, language: &Language) -> Markup {
    if record.findings.is_empty() {
        return Markup::default();
    }
    html! {
        h4 { (language.word(Sentence::HeadingFindings)) }
        table {
            thead { tr {
                th scope="col" { (language.word(Sentence::ForensicSeverity)) }
                th scope="col" { (language.word(Sentence::PageCode)) }
                th scope="col" { (language.word(Sentence::ForensicFinding)) }
                th scope="col" { (language.word(Sentence::ForensicPlace)) }
            } }
            tbody {
                @for found in &record.findings {
                    tr {
                        td { (language.severity(found.severity)) }
                        td { (verbatim(found.code)) }
                        td { (language.finding(found)) }
                        td { @if let Some(place) = language.place(&found.place) { bdi { (place) } } }
                    }
                }
            }
        }
    }
}
