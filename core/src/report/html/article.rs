//! One file on the page.

use maud::{Markup, html};

use super::{
    chain, compare, findings, forensic,
    group::Group,
    prose::{explanation, foreign, prose},
    uncovered,
};
use crate::{
    picture::PreviewOf,
    report::{Language, PreviewRecord, Record, Sentence, Value, note::note, visible::quotable},
};

/// Everything about one file; `number` tells its identifiers from those of others.
pub(super) fn article(record: &Record, number: u64, language: &Language) -> Markup {
    let group = Group::of(record);
    let name = format!("file-{number}");
    let explained = explanation(language.explanation(group.outcome(record)), language);
    html! {
        article.file aria-labelledby=(name) {
            h3 id=(name) { (foreign(&record.path)) }
            div.columns {
                div.picture { (picture(record, language)) }
                div.said {
                    p.note { span.state { (language.state(record.credentials.state)) } " " (prose(&note(record, language))) }
                    @if group == Group::None {
                        details { summary { (language.word(Sentence::ExplainMeaning)) } (explained) }
                    } @else {
                        (explained)
                    }
                    (findings::findings(record, language))
                    (chain::chain(record, language))
                    (compare::compare(record, language))
                    (regions(record, language))
                    (uncovered::uncovered(record, language))
                    (forensic::details(record, language))
                }
            }
        }
    }
}

/// The small copy of the picture in hand, if there is one.
pub(super) fn in_hand(record: &Record) -> Option<&PreviewRecord> {
    record
        .previews
        .iter()
        .find(|preview| preview.of == PreviewOf::Picture && !preview.jpeg.is_empty())
}

/// An image inside the page.
pub(super) fn image(preview: &PreviewRecord, alt: &str) -> Markup {
    use base64::{Engine as _, prelude::BASE64_STANDARD};
    let source = format!(
        "data:image/jpeg;base64,{}",
        BASE64_STANDARD.encode(&preview.jpeg)
    );
    html! {
        img src=(source) width=(preview.width) height=(preview.height) alt=(alt) loading="lazy" decoding="async";
    }
}

/// The picture in hand, its changed places framed.
fn picture(record: &Record, language: &Language) -> Markup {
    let Some(preview) = in_hand(record) else {
        return html! { p.absent { (language.word(Sentence::PageNoPicture)) } };
    };
    let name = quotable(&record.path);
    let alt = language.sentence(Sentence::PagePicture, &[("name", Value::Text(&name))]);
    let regions = changed(record);
    html! {
        div.framed {
            (image(preview, &alt))
            @if !regions.is_empty() {
                @let count = u64::try_from(regions.len()).unwrap_or(u64::MAX);
                @let alt = language.sentence(Sentence::RegionsAlt, &[("count", Value::Count(count))]);
                svg viewBox="0 0 1 1" preserveAspectRatio="none" role="img" aria-label=(alt) {
                    @for region in regions {
                        rect.halo x=(region.x) y=(region.y) width=(region.w) height=(region.h) {}
                        rect.frame x=(region.x) y=(region.y) width=(region.w) height=(region.h) {}
                    }
                }
            }
        }
    }
}

fn changed(record: &Record) -> &[crate::fingerprint::Region] {
    record
        .recovered
        .as_ref()
        .and_then(|recovered| recovered.changed_regions.as_deref())
        .unwrap_or_default()
}

/// Where the picture changed, in words.
fn regions(record: &Record, language: &Language) -> Markup {
    let regions = changed(record);
    if regions.is_empty() {
        return Markup::default();
    }
    let percent = |share: f64| (share.clamp(0.0, 1.0) * 100.0).round();
    html! {
        h4 { (language.word(Sentence::RegionsTitle)) }
        ul {
            @for (region, index) in regions.iter().zip(1..) {
                li { (language.sentence(Sentence::RegionsPlace, &[
                    ("index", Value::Count(index)),
                    ("left", Value::Figure(percent(region.x))),
                    ("top", Value::Figure(percent(region.y))),
                    ("width", Value::Figure(percent(region.w))),
                    ("height", Value::Figure(percent(region.h))),
                ])) }
            }
        }
    }
}
