//! The history of a picture as a timeline: the earliest step first, with who answers for each.

use maud::{Markup, html};

use super::{article::image, prose::foreign};
use crate::{
    picture::PreviewOf,
    report::{
        Language, PreviewRecord, Record, Sentence, Value, Word,
        note::is_changed_only,
        record::{ActionRecord, IngredientRecord},
    },
};

/// Steps that are shown; the record has all.
const STEPS: usize = 40;

/// One step from an earlier picture to a later one.
pub(super) struct Step<'a> {
    /// What it is called; `None` for the file in hand.
    title: Option<&'a str>,
    /// State of its signature.
    pub(super) state: Word,
    signer: Option<&'a str>,
    signed_at: Option<&'a str>,
    /// Its small copy.
    pub(super) preview: Option<&'a PreviewRecord>,
    /// What else went into it.
    parts: Vec<Part<'a>>,
}

/// Something that was put into a picture.
struct Part<'a> {
    ingredient: &'a IngredientRecord,
    preview: Option<&'a PreviewRecord>,
}

/// The way from the earliest known version to the file in hand, along parents.
pub(super) fn steps(record: &Record) -> Vec<Step<'_>> {
    let credentials = &record.credentials;
    let mut steps = Vec::new();
    let Some(active) = credentials.manifest_id.as_deref() else {
        return steps;
    };
    let mut manifest = Some(active);
    let mut ingredients = credentials.ingredients.as_slice();
    steps.push(Step {
        title: None,
        state: credentials.state,
        signer: credentials.signer.as_deref(),
        signed_at: credentials.signed_at.as_deref(),
        preview: find(record, Some(active), None),
        parts: Vec::new(),
    });
    // Every turn goes one level down a chain that examination cut at its depth limit.
    loop {
        let owner = manifest;
        let preview = |position: usize, ingredient: &IngredientRecord| {
            let place = owner.map(|owner| (owner, position));
            find(record, ingredient.manifest_id.as_deref(), place)
        };
        let parent = ingredients
            .iter()
            .position(|ingredient| ingredient.relationship == "parentOf");
        let parts = ingredients
            .iter()
            .enumerate()
            .filter(|(position, _)| Some(*position) != parent)
            .map(|(position, ingredient)| Part {
                ingredient,
                preview: preview(position, ingredient),
            })
            .collect();
        if let Some(step) = steps.last_mut() {
            step.parts = parts;
        }
        let Some((position, earlier)) =
            parent.and_then(|position| Some((position, ingredients.get(position)?)))
        else {
            break;
        };
        steps.push(Step {
            title: Some(earlier.title.as_deref().unwrap_or_default()),
            state: earlier.state,
            signer: earlier.signer.as_deref(),
            signed_at: earlier.signed_at.as_deref(),
            preview: preview(position, earlier),
            parts: Vec::new(),
        });
        manifest = earlier.manifest_id.as_deref();
        ingredients = &earlier.ingredients;
    }
    steps.reverse();
    steps
}

/// The copy that a manifest carries of its own picture, else the one that its user kept.
fn find<'a>(
    record: &'a Record,
    manifest: Option<&str>,
    place: Option<(&str, usize)>,
) -> Option<&'a PreviewRecord> {
    let there = || {
        record
            .previews
            .iter()
            .filter(|preview| !preview.jpeg.is_empty())
    };
    there()
        .find(|preview| match &preview.of {
            PreviewOf::Manifest { manifest: label } => Some(label.as_str()) == manifest,
            _ => false,
        })
        .or_else(|| {
            there().find(|preview| match &preview.of {
                PreviewOf::Ingredient { manifest, position } => {
                    Some((manifest.as_str(), *position)) == place
                }
                _ => false,
            })
        })
}

/// The timeline; nothing when the credential tells of nothing but the file in hand.
pub(super) fn chain(record: &Record, language: &Language) -> Markup {
    let steps = steps(record);
    let credentials = &record.credentials;
    let tells = steps.len() > 1
        || steps.iter().any(|step| !step.parts.is_empty())
        || !credentials.actions.is_empty();
    if !tells {
        return Markup::default();
    }
    let more = steps.len().saturating_sub(STEPS);
    html! {
        h4 { (language.word(Sentence::ChainTitle)) }
        @if more > 0 {
            @let count = u64::try_from(more).unwrap_or(u64::MAX);
            p { (language.sentence(Sentence::ChainMore, &[("count", Value::Count(count))])) }
        }
        ol.chain {
            @for step in steps.iter().skip(more) {
                li {
                    (copy(step.preview))
                    div {
                        p.step {
                            @match step.title {
                                None => b { (language.word(Sentence::ChainThisFile)) }
                                Some("") => b { (language.word(Sentence::RelationParentOf)) }
                                Some(title) => b { (foreign(title)) }
                            }
                        }
                        @if step.title.is_none() {
                            @if !credentials.actions.is_empty() {
                                p.done { (actions(&credentials.actions, language)) }
                            }
                            @if let Some(generator) = &credentials.generator {
                                p { (language.sentence(Sentence::ChainMadeWith, &[("generator", Value::Long(&language.quoted(generator)))])) }
                            }
                            p { (answers(step.state, step.signer, is_changed_only(record), language)) }
                        } @else {
                            p { (answers(step.state, step.signer, false, language)) }
                        }
                        @if step.state != "none" { p.when { (when(step.signed_at, language)) } }
                        @if !step.parts.is_empty() { (parts(&step.parts, language)) }
                    }
                }
            }
        }
    }
}

fn copy(preview: Option<&PreviewRecord>) -> Markup {
    html! {
        div.copy { @if let Some(preview) = preview { (image(preview, "")) } }
    }
}

fn parts(parts: &[Part<'_>], language: &Language) -> Markup {
    html! {
        ul.parts {
            @for part in parts {
                li {
                    (copy(part.preview))
                    div {
                        p {
                            (language.relation(&part.ingredient.relationship))
                            @if let Some(title) = &part.ingredient.title { " " (foreign(title)) }
                        }
                        p { (answers(part.ingredient.state, part.ingredient.signer.as_deref(), false, language)) }
                    }
                }
            }
        }
    }
}

/// Who answers for a step, or that nobody does.
fn answers(state: Word, signer: Option<&str>, changed: bool, language: &Language) -> String {
    let unnamed = language.word(Sentence::UnnamedIssuer);
    let signer = signer.map_or(unnamed, |signer| language.quoted(signer));
    let values = [("signer", Value::Long(signer.as_str()))];
    match state {
        "trusted" => language.sentence(Sentence::ChainAnswers, &values),
        "valid" => language.sentence(Sentence::ChainAnswersUnlisted, &values),
        "invalid" if changed => language.sentence(Sentence::ChainChanged, &values),
        "invalid" => language.word(Sentence::ChainBroken),
        _ => language.word(Sentence::ChainNobody),
    }
}

fn when(signed_at: Option<&str>, language: &Language) -> String {
    match signed_at {
        Some(moment) => language.sentence(
            Sentence::ChainSignedAt,
            &[("moment", Value::Moment(moment))],
        ),
        None => language.word(Sentence::ChainNoTime),
    }
}

/// What was done, in order, each run of the same action once.
fn actions(actions: &[ActionRecord], language: &Language) -> String {
    let mut said: Vec<String> = actions
        .iter()
        .map(|action| done(&action.action, language))
        .collect();
    said.dedup();
    language.orthography().list(&said)
}

fn done(action: &str, language: &Language) -> String {
    language.word(match action {
        "c2pa.created" => Sentence::ActionCreated,
        "c2pa.opened" => Sentence::ActionOpened,
        "c2pa.edited" => Sentence::ActionEdited,
        "c2pa.cropped" => Sentence::ActionCropped,
        "c2pa.resized" | "c2pa.resized.proportional" => Sentence::ActionResized,
        "c2pa.orientation" => Sentence::ActionRotated,
        "c2pa.color_adjustments" | "c2pa.adjustedColor" => Sentence::ActionColorAdjusted,
        "c2pa.filtered" => Sentence::ActionFiltered,
        "c2pa.drawing" => Sentence::ActionDrawn,
        "c2pa.placed" => Sentence::ActionPlaced,
        "c2pa.removed" | "c2pa.deleted" => Sentence::ActionRemoved,
        "c2pa.converted" | "c2pa.transcoded" | "c2pa.repackaged" => Sentence::ActionTranscoded,
        "c2pa.published" => Sentence::ActionPublished,
        "c2pa.redacted" => Sentence::ActionRedacted,
        "c2pa.watermarked" | "c2pa.watermarked.bound" | "c2pa.watermarked.unbound" => {
            Sentence::ActionWatermarked
        }
        "c2pa.edited.metadata" => Sentence::ActionMetadata,
        "c2pa.unknown" => Sentence::ActionUnknown,
        other => return language.isolated(other),
    })
}
