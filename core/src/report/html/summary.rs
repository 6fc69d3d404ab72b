//! What is said about the whole folder, before any file.

use maud::{Markup, html};

use super::{REASONS, page::Page, prose::prose};
use crate::{
    evidence::Code,
    report::{Sentence, Word},
};

/// Origins that files declare, in words; others say nothing.
const ORIGINS: [(Word, Sentence); 8] = [
    ("captured", Sentence::OriginCaptured),
    ("edited", Sentence::OriginEdited),
    ("digital-art", Sentence::OriginDigitalArt),
    ("procedural", Sentence::OriginProcedural),
    ("screen-capture", Sentence::OriginScreenCapture),
    ("ai-edited", Sentence::OriginAiEdited),
    ("ai-generated", Sentence::OriginAiGenerated),
    ("possibly-ai", Sentence::OriginPossiblyAi),
];

/// The summary.
pub(super) fn summary(page: &Page<'_>) -> Markup {
    let language = page.language;
    let declared: Vec<(Sentence, u64)> = ORIGINS
        .into_iter()
        .filter_map(|(origin, sentence)| Some((sentence, *page.summary.origins.get(origin)?)))
        .collect();
    html! {
        section.summary aria-labelledby="summary" {
            h2 id="summary" { (language.word(Sentence::PageSummary)) }
            @for sentence in page.summary.sentences(page.run, language) { p { (prose(&sentence)) } }
            @if !page.groups.is_empty() {
                table.counts {
                    thead { tr {
                        th scope="col" { (language.word(Sentence::PageGroups)) }
                        th scope="col" { (language.word(Sentence::PageGroupFiles)) }
                    } }
                    tbody {
                        @for (group, count) in page.groups {
                            tr {
                                td { a href={ "#" (group.anchor()) } { (language.word(group.heading())) } }
                                td { (page.number(*count)) }
                            }
                        }
                    }
                }
            }
            @if !declared.is_empty() {
                table.counts {
                    thead { tr {
                        th scope="col" { (language.word(Sentence::PageDeclared)) }
                        th scope="col" { (language.word(Sentence::PageGroupFiles)) }
                    } }
                    tbody {
                        @for (sentence, count) in declared {
                            tr { td { (language.word(sentence)) } td { (language.number(count)) } }
                        }
                    }
                }
            }
            @if !page.seen.not_checked.is_empty() {
                h3 { (language.word(Sentence::PageNotChecked)) }
                ul {
                    @for sentence in not_checked(page) { li { (prose(&sentence)) } }
                }
            }
        }
    }
}

/// What nobody looked at. Where files differ in too many ways, the sentence names none.
fn not_checked(page: &Page<'_>) -> Vec<String> {
    let mut sentences = Vec::new();
    for (code, reasons) in &page.seen.not_checked {
        let Some(code) = Code::parse(code) else {
            continue;
        };
        if reasons.len() > REASONS {
            sentences.push(page.language.brief(code, &[]));
        } else {
            let said = reasons
                .iter()
                .map(|values| page.language.brief(code, values));
            sentences.extend(said);
        }
    }
    sentences.dedup();
    sentences
}
