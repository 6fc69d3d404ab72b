//! Between the steps that a credential declares and what is seen of the file's parent.

use crate::{
    asset::{Track, TrackKind},
    credentials::{CredentialEvidence, ManifestEvidence, evidence::ActionEvidence},
    evidence::{Code, Confidence, Evidence, Finding, Place},
    labels::{Label, LabelKind, SourceType},
    parent::{Likeness, NamedParent, ParentEvidence, ParentWitness},
    verdict::{CredentialState, CredentialStatement, IngredientStatement},
};

/// Actions that leave what a picture shows as it was (C2PA 2.2, section 18.15.4.7): opening,
/// packing, coding, another size, turning, metadata, marks that nobody sees. Cropping is editing.
const NOT_EDITORIAL: [&str; 14] = [
    "c2pa.opened",
    "c2pa.published",
    "c2pa.transcoded",
    "c2pa.repackaged",
    "c2pa.converted",
    "c2pa.resized",
    "c2pa.resized.proportional",
    "c2pa.orientation",
    "c2pa.edited.metadata",
    "c2pa.redacted",
    "c2pa.watermarked",
    "c2pa.watermarked.bound",
    "c2pa.watermarked.unbound",
    "c2pa.version_updated",
];

/// Actions after which a track may be in another language.
const ANOTHER_LANGUAGE: [&str; 2] = ["c2pa.dubbed", "c2pa.translated"];

/// Distance from which a block of a signed grid looks different (`spec/fingerprint.md`).
const BLOCK: f64 = 3.0;

/// Deviation of a cell from which it is not sure that nobody changed it: another size and
/// compression leave 1.6 at most in unchanged pictures (`spec/verdict.md`).
const CELL: f64 = 2.0;

/// Deviation of a cell from which a picture counts as changed: three times what any unchanged
/// picture has, brightened ones included.
const CHANGED_CELL: f64 = 8.0;

/// Share of the parent that lies inside of a picture that was not cropped: registration is exact to
/// a part of a block.
const WHOLE: f64 = 0.97;

/// The same for one that was.
const CROPPED: f64 = 0.85;

/// Longest side, in pixels, of a small copy in which edits would show: of 256 pixels a fifth of the
/// edits of 4 % a side are not seen (`spec/verdict.md`).
const LARGE_COPY: u32 = 384;

/// What a witness of the parent says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Looks {
    /// No difference is seen.
    Unchanged,
    /// It was changed, cropped or replaced.
    Changed,
    /// Neither is sure.
    Unclear,
}

/// Findings about the parent; none where nothing shows it.
pub(super) fn between_generations(
    evidence: &Evidence,
    credentials: &CredentialStatement,
) -> Vec<Finding> {
    let Some(parent) = &evidence.parent else {
        return Vec::new();
    };
    let family = Family {
        parent,
        evidence,
        credentials,
        manifest: declaring(evidence, parent, credentials),
    };
    [
        family.unseen_ai_edit(),
        family.undeclared_step(),
        family.other_language(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The manifest that declares what happened between the parent and the file, where the credential
/// holds.
fn declaring<'a>(
    evidence: &'a Evidence,
    parent: &ParentEvidence,
    credentials: &CredentialStatement,
) -> Option<&'a ManifestEvidence> {
    let holds = matches!(
        credentials.state,
        CredentialState::Trusted | CredentialState::Valid
    );
    match &evidence.credentials {
        CredentialEvidence::Store(store) if holds => store
            .manifests
            .iter()
            .find(|manifest| Some(&manifest.label) == parent.manifest.as_ref()),
        _ => None,
    }
}

struct Family<'a> {
    parent: &'a ParentEvidence,
    evidence: &'a Evidence,
    credentials: &'a CredentialStatement,
    manifest: Option<&'a ManifestEvidence>,
}

impl Family<'_> {
    /// AI is said to have edited the picture, and no difference from its parent is seen.
    fn unseen_ai_edit(&self) -> Option<Finding> {
        let by_action = self
            .manifest
            .is_some_and(|manifest| manifest.actions.iter().any(is_ai_edit));
        let by_label =
            || self.evidence.labels.iter().any(is_ai_edit_label) && self.parent_is_plain();
        if !by_action && !by_label() {
            return None;
        }
        let (likeness, looks) = self.best()?;
        // Only the parent itself shows small edits.
        let sure = likeness.witness == ParentWitness::File;
        (looks == Looks::Unchanged).then(|| finding(Code::AiEditUnseen, likeness, sure))
    }

    /// The picture differs from its parent, and nothing that was declared explains it.
    fn undeclared_step(&self) -> Option<Finding> {
        let manifest = self.manifest?;
        let opened = manifest
            .actions
            .iter()
            .any(|one| one.action == "c2pa.opened");
        let mut actions = manifest.actions.iter().map(|one| one.action.as_str());
        let quiet = actions.all(|action| NOT_EDITORIAL.contains(&action));
        // A signer who says that there is more than the list has left nothing unsaid.
        if !opened || !quiet || manifest.all_actions == Some(false) {
            return None;
        }
        let (likeness, looks) = self.best()?;
        let sure = likeness.witness != ParentWitness::Thumbnail;
        (looks == Looks::Changed).then(|| finding(Code::StepUndeclared, likeness, sure))
    }

    /// A track in a language that the parent does not have, and no step that would explain it.
    fn other_language(&self) -> Option<Finding> {
        let manifest = self.manifest?;
        let declared = manifest
            .actions
            .iter()
            .any(|one| ANOTHER_LANGUAGE.contains(&one.action.as_str()));
        if declared || manifest.all_actions == Some(false) {
            return None;
        }
        [TrackKind::Sound, TrackKind::Text]
            .into_iter()
            .find_map(|kind| {
                let (before, place) = self.languages_before(kind)?;
                let now = languages(&self.evidence.tracks, kind);
                let new = now.iter().find(|language| !before.contains(language))?;
                Some(
                    Finding::new(Code::LanguageDiffers, place)
                        .with("first", before.join(", "))
                        .with("second", new),
                )
            })
    }

    /// The languages of the parent, where every track of that kind has one.
    fn languages_before(&self, kind: TrackKind) -> Option<(Vec<String>, Place)> {
        if let Some(named) = &self.parent.named {
            let tracks = named.tracks.iter().filter(|track| track.kind == kind);
            let known: Option<Vec<String>> = tracks.map(|track| track.language.clone()).collect();
            return known
                .filter(|known| !known.is_empty())
                .map(|known| (known, Place::Asset));
        }
        // Metadata speak of the language of the content as a whole, which is that of its sound.
        let stated = &self.parent.languages;
        let own = self.parent.own_manifest.as_ref()?;
        let counts = kind == TrackKind::Sound && !stated.is_empty() && self.parent_holds();
        counts.then(|| {
            let place = Place::Jumbf {
                uri: format!("self#jumbf=/c2pa/{own}"),
            };
            (stated.clone(), place)
        })
    }

    /// What the best witness that counts says. A file in hand says more than a fingerprint, and a
    /// small copy says little.
    fn best(&self) -> Option<(&Likeness, Looks)> {
        let mut counted = self.parent.likenesses.iter().filter(|likeness| {
            likeness.witness != ParentWitness::Fingerprint || self.parent_holds()
        });
        let best = counted.next()?;
        Some((best, looks(best)))
    }

    /// Whether the parent's own manifest holds.
    fn parent_holds(&self) -> bool {
        let own = self.parent.own_manifest.as_ref();
        own.is_some_and(|own| {
            let found = find(&self.credentials.ingredients, own);
            found.is_some_and(|step| {
                matches!(
                    step.state,
                    CredentialState::Trusted | CredentialState::Valid
                )
            })
        })
    }

    /// Whether the parent declares how it was made, and AI had no part in it: a label about AI may
    /// else have come with the parent.
    fn parent_is_plain(&self) -> bool {
        let declared: Vec<SourceType> = match &self.parent.named {
            Some(NamedParent { source_types, .. }) => source_types.clone(),
            None if self.parent_holds() => self
                .parent
                .own_manifest
                .as_ref()
                .and_then(|own| find(&self.credentials.ingredients, own))
                .and_then(|step| SourceType::from_uri(step.source_type.as_deref()?))
                .into_iter()
                .collect(),
            None => Vec::new(),
        };
        !declared.is_empty() && declared.iter().all(|meaning| !may_be_ai(*meaning))
    }
}

fn finding(code: Code, likeness: &Likeness, sure: bool) -> Finding {
    let mut finding = Finding::new(code, likeness.place.clone());
    if !sure {
        finding.confidence = Confidence::Weak;
    }
    finding
}

fn looks(likeness: &Likeness) -> Looks {
    let shows_edits = likeness.witness != ParentWitness::Thumbnail
        || likeness.longest_side.is_some_and(|side| side >= LARGE_COPY);
    let quiet = shows_edits
        && likeness.largest_block < BLOCK
        && likeness.largest_cell.is_none_or(|largest| largest < CELL);
    let other = likeness
        .largest_cell
        .is_some_and(|largest| largest >= CHANGED_CELL);
    let changed = other || !likeness.same_picture || !likeness.changed_regions.is_empty();
    if changed || likeness.inside < CROPPED {
        Looks::Changed
    } else if quiet && likeness.inside >= WHOLE {
        Looks::Unchanged
    } else {
        Looks::Unclear
    }
}

/// The step of the chain that has this manifest.
fn find<'a>(steps: &'a [IngredientStatement], manifest: &str) -> Option<&'a IngredientStatement> {
    steps.iter().find_map(|step| {
        if step.manifest_id.as_deref() == Some(manifest) {
            return Some(step);
        }
        find(&step.ingredients, manifest)
    })
}

/// Whether an action says that generative AI changed the content. An opened or created asset brings
/// its source type with it.
fn is_ai_edit(action: &ActionEvidence) -> bool {
    let made = action.action == "c2pa.created" || NOT_EDITORIAL.contains(&action.action.as_str());
    let declared = action.source_type_uri.as_deref();
    !made
        && matches!(
            declared.and_then(SourceType::from_uri),
            Some(
                SourceType::CompositeWithTrainedAlgorithmicMedia
                    | SourceType::TrainedAlgorithmicMedia
            )
        )
}

fn is_ai_edit_label(label: &Label) -> bool {
    label.kind == LabelKind::IptcDigitalSourceType
        && label.confidence != Confidence::Weak
        && label.meaning == Some(SourceType::CompositeWithTrainedAlgorithmicMedia)
}

const fn may_be_ai(meaning: SourceType) -> bool {
    matches!(
        meaning,
        SourceType::CompositeWithTrainedAlgorithmicMedia
            | SourceType::TrainedAlgorithmicMedia
            | SourceType::TrainedAlgorithmicData
            | SourceType::CompositeSynthetic
    )
}

fn languages(tracks: &[Track], kind: TrackKind) -> Vec<String> {
    tracks
        .iter()
        .filter(|track| track.kind == kind)
        .filter_map(|track| track.language.clone())
        .collect()
}

#[cfg(test)]
mod tests;
