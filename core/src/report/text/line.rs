//! What one line says about one file, in the fixed sentences.

use crate::{
    evidence::Severity,
    report::{
        Language, Record, Sentence, Value,
        record::{CredentialRecord, FindingRecord},
        text::{first_of, is_content_change},
    },
};

/// The note at the end of a file's line.
pub(super) fn note(record: &Record, language: &Language) -> String {
    let credentials = &record.credentials;
    let origin = origin(record, language);
    let mut sentences = Vec::new();
    match credentials.state {
        "trusted" | "valid" => {
            sentences.push(holds(credentials, language));
            if credentials.state == "valid" {
                sentences.push(language.sentence(Sentence::UnknownIssuer, &[]));
            }
            sentences.extend(origin);
            sentences.extend(warnings(&record.findings, language));
        }
        "invalid" => {
            sentences.push(fails(record, language));
            sentences.extend(origin);
        }
        "unreadable" => {
            let reason = record.findings.first().map_or("…", |found| &found.message);
            sentences.push(
                language.sentence(Sentence::CouldNotCheck, &[("reason", Value::Long(reason))]),
            );
        }
        state => {
            sentences.push(language.sentence(
                match (state, &origin) {
                    ("not-checked", _) => Sentence::CredentialsLeftOut,
                    (_, Some(_)) => Sentence::NoCredentialLine,
                    (_, None) => Sentence::NothingFoundLine,
                },
                &[],
            ));
            sentences.extend(origin);
            sentences.extend(notices(&record.findings));
        }
    }
    sentences.join(" ")
}

/// Who is said to have issued the credential.
pub(super) fn issuer(credentials: &CredentialRecord, language: &Language) -> String {
    credentials
        .issuer
        .as_ref()
        .or(credentials.signer.as_ref())
        .cloned()
        .unwrap_or_else(|| language.sentence(Sentence::UnnamedIssuer, &[]))
}

fn holds(credentials: &CredentialRecord, language: &Language) -> String {
    let outside = credentials
        .not_covered
        .iter()
        .filter(|part| part.what != "manifest store")
        .fold(0_u64, |sum, part| sum.saturating_add(part.length));
    if outside > 0 {
        language.sentence(Sentence::PartlyCovered, &[("bytes", Value::Count(outside))])
    } else {
        let issuer = issuer(credentials, language);
        language.sentence(Sentence::Unchanged, &[("issuer", Value::Text(&issuer))])
    }
}

/// "Changed after X issued it" is said only when nothing speaks against the credential itself.
fn fails(record: &Record, language: &Language) -> String {
    let failures = || {
        record
            .findings
            .iter()
            .filter(|found| found.severity == Severity::Failure)
    };
    let broken = failures().find(|found| !is_content_change(found.code));
    match (broken, failures().next()) {
        (None, Some(change)) => {
            let issuer = issuer(&record.credentials, language);
            language.sentence(
                Sentence::Changed,
                &[
                    ("issuer", Value::Text(&issuer)),
                    (
                        "reason",
                        Value::Long(&format!("{}.", language.clause(&change.message))),
                    ),
                ],
            )
        }
        (first, _) => {
            let reason = first.map_or("…".into(), |found| language.clause(&found.message));
            language.sentence(Sentence::Broken, &[("reason", Value::Long(&reason))])
        }
    }
}

fn origin(record: &Record, language: &Language) -> Option<String> {
    let words = match record.origin {
        "captured" => Sentence::OriginCaptured,
        "edited" => Sentence::OriginEdited,
        "digital-art" => Sentence::OriginDigitalArt,
        "procedural" => Sentence::OriginProcedural,
        "screen-capture" => Sentence::OriginScreenCapture,
        "ai-edited" => Sentence::OriginAiEdited,
        "ai-generated" => Sentence::OriginAiGenerated,
        "possibly-ai" => Sentence::OriginPossiblyAi,
        "contradictory" => return Some(language.sentence(Sentence::OriginContradictory, &[])),
        _ => return None,
    };
    let origin = language.sentence(words, &[]);
    let credentials = &record.credentials;
    let signed =
        matches!(credentials.state, "trusted" | "valid") && credentials.source_type.is_some();
    let frame = if signed {
        Sentence::OriginSigned
    } else {
        Sentence::OriginLabelled
    };
    Some(language.sentence(frame, &[("origin", Value::Long(&origin))]))
}

/// The first warning, and how many more there are.
fn warnings(findings: &[FindingRecord], language: &Language) -> Option<String> {
    let first = first_of(findings, Severity::Warning)?;
    let more = findings
        .iter()
        .filter(|found| found.severity == Severity::Warning)
        .skip(1)
        .count();
    let more = u64::try_from(more).unwrap_or(u64::MAX);
    Some(if more == 0 {
        first.message.clone()
    } else {
        let rest = language.sentence(Sentence::MoreFindings, &[("count", Value::Count(more))]);
        format!("{} {rest}", first.message)
    })
}

/// For a file without credentials: what else is worth reading, most severe first.
fn notices(findings: &[FindingRecord]) -> Option<String> {
    findings
        .iter()
        .find(|found| found.severity >= Severity::Notice)
        .map(|found| found.message.clone())
}
