//! The file in hand beside an earlier picture.
//!
//! The two stand side by side, which is all that paper and a page without its script need; the
//! script adds a slider over both.

use maud::{Markup, html};

use super::{
    article::{image, in_hand},
    chain::steps,
};
use crate::{
    picture::PreviewOf,
    report::{Language, PreviewRecord, Record, Sentence, note::is_changed_only},
};

/// The comparison, if there is an earlier picture that somebody signed.
pub(super) fn compare(record: &Record, language: &Language) -> Markup {
    let Some(now) = in_hand(record) else {
        return Markup::default();
    };
    let Some((earlier, caption)) = earlier(record) else {
        return Markup::default();
    };
    let now_caption = language.word(Sentence::CompareNow);
    let caption = language.word(caption);
    html! {
        h4 { (language.word(Sentence::CompareTitle)) }
        div.compare data-label=(language.word(Sentence::CompareSlider)) {
            figure { (image(earlier, &caption)) figcaption { (caption) } }
            figure { (image(now, &now_caption)) figcaption { (now_caption) } }
        }
        p.aside { (language.word(Sentence::CompareNote)) }
    }
}

/// The earlier picture, from a manifest whose signature holds, and what it is.
fn earlier(record: &Record) -> Option<(&PreviewRecord, Sentence)> {
    if let Some(recovered) = &record.recovered
        && recovered.same_picture == Some(true)
        && let Some(signed) = of_manifest(record, recovered.manifest_id.as_deref())
    {
        return Some((signed, Sentence::CompareSigned));
    }
    if is_changed_only(record) {
        let own = record.credentials.manifest_id.as_deref();
        return Some((of_manifest(record, own)?, Sentence::CompareSigned));
    }
    let steps = steps(record);
    let parent = steps.iter().rev().nth(1)?;
    let holds = |state| matches!(state, "trusted" | "valid");
    (holds(record.credentials.state) && (holds(parent.state) || parent.state == "none"))
        .then_some(())?;
    Some((parent.preview?, Sentence::CompareParent))
}

fn of_manifest<'a>(record: &'a Record, manifest: Option<&str>) -> Option<&'a PreviewRecord> {
    record
        .previews
        .iter()
        .filter(|preview| !preview.jpeg.is_empty())
        .find(|preview| match &preview.of {
            PreviewOf::Manifest { manifest: label } => Some(label.as_str()) == manifest,
            _ => false,
        })
}
