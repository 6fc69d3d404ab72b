//! What one line says about one file, in the fixed sentences.

use crate::{
    evidence::{Code, Severity},
    labels::LabelKind,
    report::{
        Language, Record, Sentence, Value,
        record::{CredentialRecord, FindingRecord},
    },
};

/// The note at the end of a file's line.
pub(super) fn note(record: &Record, language: &Language) -> String {
    let credentials = &record.credentials;
    let mut sentences = Vec::new();
    match credentials.state {
        "trusted" | "valid" => {
            sentences.push(holds(credentials, language));
            if credentials.state == "valid" {
                sentences.push(language.sentence(Sentence::UnknownIssuer, &[]));
            }
            sentences.extend(origin(record, language));
            sentences.extend(worth_reading(record, Severity::Warning, language));
        }
        "invalid" => {
            sentences.push(fails(record, language));
            sentences.extend(origin(record, language));
        }
        "unreadable" => {
            let reason = record
                .findings
                .iter()
                .find(|found| !found.code.starts_with("label.") && !is_contradiction(found))
                .map_or_else(|| "…".to_owned(), |found| language.finding_briefly(found));
            sentences.push(
                language.sentence(Sentence::CouldNotCheck, &[("reason", Value::Long(&reason))]),
            );
            // Labels are also read where credentials cannot be.
            sentences.extend(origin(record, language));
        }
        state => {
            let origin = origin(record, language).or_else(|| {
                let contradicts = !record.contradictions.is_empty();
                contradicts.then(|| contradiction(record, language))
            });
            let notice = worth_reading(record, Severity::Notice, language);
            // A mark, or a credential that a registry had, is not nothing.
            let pixels_tell =
                record.recovered.is_some() || matches!(record.watermark.state, "found" | "damaged");
            sentences.push(language.sentence(
                match (state, &origin, &credentials.remote_url) {
                    ("not-checked", ..) => Sentence::CredentialsLeftOut,
                    (_, None, None) if !pixels_tell => Sentence::NothingFoundLine,
                    _ => Sentence::NoCredentialLine,
                },
                &[],
            ));
            sentences.extend(origin);
            sentences.extend(notice);
        }
    }
    language.orthography().sentences(&sentences)
}

/// Who is said to have issued the credential.
fn issuer(credentials: &CredentialRecord, language: &Language) -> String {
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
    let broken = most_telling(failures().filter(|found| !is_content_change(found.code)));
    let changed = most_telling(failures().filter(|found| is_content_change(found.code)));
    if let (None, Some(changed)) = (broken, changed) {
        let issuer = issuer(&record.credentials, language);
        let orthography = language.orthography();
        let reason = orthography
            .clause(&language.finding_briefly(changed))
            .into_owned();
        let reason = orthography.stopped(&reason);
        return language.sentence(
            Sentence::Changed,
            &[
                ("issuer", Value::Text(&issuer)),
                ("reason", Value::Long(&reason)),
            ],
        );
    }
    let reason = broken.map_or_else(
        || "…".to_owned(),
        |found| {
            let sentence = language.finding_briefly(found);
            language.orthography().clause(&sentence).into_owned()
        },
    );
    language.sentence(Sentence::Broken, &[("reason", Value::Long(&reason))])
}

/// Our own audits name the cause; the codes of the specification name the symptom.
fn most_telling<'a>(
    findings: impl Iterator<Item = &'a FindingRecord>,
) -> Option<&'a FindingRecord> {
    findings.min_by_key(|found| {
        let own = ["credential.", "store.", "certificate."];
        !own.iter().any(|prefix| found.code.starts_with(prefix))
    })
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
        "contradictory" => return Some(contradiction(record, language)),
        _ => return None,
    };
    let credentials = &record.credentials;
    let holds = matches!(credentials.state, "trusted" | "valid");
    let frame = if holds && credentials.source_type.is_some() {
        Sentence::OriginSigned
    } else if record
        .labels
        .iter()
        .any(|label| !is_in_credential(label.kind))
    {
        Sentence::OriginLabelled
    } else {
        // What a broken credential says about its picture is not repeated.
        return None;
    };
    let origin = language.sentence(words, &[]);
    Some(language.sentence(frame, &[("origin", Value::Long(&origin))]))
}

const fn is_in_credential(kind: LabelKind) -> bool {
    matches!(kind, LabelKind::C2paDigitalSourceType)
}

/// The finding that names the contradiction, else a sentence that there is one.
fn contradiction(record: &Record, language: &Language) -> String {
    record
        .findings
        .iter()
        .find(|found| is_contradiction(found))
        .map_or_else(
            || language.sentence(Sentence::OriginContradictory, &[]),
            |found| language.finding_briefly(found),
        )
}

fn is_contradiction(finding: &FindingRecord) -> bool {
    finding.code.starts_with("contradiction.")
}

/// The first finding of at least that severity, and how many more there are. Contradictions are
/// told with the origin.
fn worth_reading(record: &Record, least: Severity, language: &Language) -> Option<String> {
    let mut worth = record
        .findings
        .iter()
        .filter(|found| found.severity >= least && !is_contradiction(found))
        // Duties have lines of their own.
        .filter(|found| found.code != Code::DutyNotMet.as_str());
    let first = language.finding_briefly(worth.next()?);
    let more = u64::try_from(worth.count()).unwrap_or(u64::MAX);
    if more == 0 {
        return Some(first);
    }
    let rest = language.sentence(Sentence::MoreFindings, &[("count", Value::Count(more))]);
    Some(language.orthography().sentences(&[first, rest]))
}

/// Whether a code says that the content differs from what was signed, while the signature itself
/// may well hold.
fn is_content_change(code: &str) -> bool {
    matches!(
        Code::parse(code),
        Some(
            Code::DataHashMismatch
                | Code::BmffHashMismatch
                | Code::BoxesHashMismatch
                | Code::BoxesHashUnknownBox
                | Code::CollectionHashMismatch
                | Code::ExclusionExcess
                | Code::PaddingStuffed
        )
    )
}

/// Whether the content differs from what was signed, and nothing speaks against the credential
/// itself.
pub(super) fn is_changed_only(record: &Record) -> bool {
    let mut failures = record
        .findings
        .iter()
        .filter(|found| found.severity == Severity::Failure)
        .peekable();
    failures.peek().is_some() && failures.all(|found| is_content_change(found.code))
}
