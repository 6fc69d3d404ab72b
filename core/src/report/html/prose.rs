//! Sentences in a page.

use maud::{Markup, html};

use crate::report::{Language, Sentence, visible::visible};

/// A sentence of ours; what stands between backticks is for a machine.
pub(super) fn prose(text: &str) -> Markup {
    html! {
        @for (index, part) in text.split('`').enumerate() {
            @if index % 2 == 1 { code dir="ltr" { (part) } } @else { (part) }
        }
    }
}

/// Text that others wrote, in full: made visible, and kept from reordering its surroundings.
pub(super) fn foreign(text: &str) -> Markup {
    html! { bdi { (visible(text)) } }
}

/// A name, a hash or an address: read from left to right in every language.
pub(super) fn verbatim(text: &str) -> Markup {
    html! { code dir="ltr" { (visible(text)) } }
}

/// What something means, what it does not mean, and what to do.
pub(super) fn explanation([meaning, not, next]: [String; 3], language: &Language) -> Markup {
    let parts = [
        (Sentence::ExplainMeaning, meaning),
        (Sentence::ExplainNot, not),
        (Sentence::ExplainNext, next),
    ];
    html! {
        dl.explanation {
            @for (heading, text) in parts {
                @if !text.is_empty() {
                    div { dt { (language.word(heading)) } dd { (prose(&text)) } }
                }
            }
        }
    }
}
