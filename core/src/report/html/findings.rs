//! Findings with what they mean.

use maud::{Markup, html};

use super::prose::{explanation, prose};
use crate::{
    evidence::{Code, Severity},
    report::{Language, Record, Sentence, record::FindingRecord},
};

/// Findings that are worth reading; the others are among the forensic details.
pub(super) fn findings(record: &Record, language: &Language) -> Markup {
    let worth: Vec<&FindingRecord> = record
        .findings
        .iter()
        .filter(|found| found.severity >= Severity::Notice)
        .collect();
    if worth.is_empty() {
        return Markup::default();
    }
    html! {
        h4 { (language.word(Sentence::HeadingFindings)) }
        ul.findings {
            @for found in worth {
                li class=(class(found.severity)) {
                    details {
                        summary {
                            span.severity { (language.severity(found.severity)) } " "
                            (prose(&language.finding_briefly(found)))
                        }
                        @if let Some(code) = Code::parse(found.code) {
                            (explanation([
                                language.meaning(code),
                                language.does_not_mean(code),
                                language.next_step(code),
                            ], language))
                        }
                    }
                }
            }
        }
    }
}

/// Weights differ in the line beside them, not in colour.
const fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "info",
        Severity::Notice => "notice",
        Severity::Warning => "warning",
        Severity::Failure => "failure",
    }
}
