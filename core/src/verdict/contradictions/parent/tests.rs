use super::*;
use crate::{
    credentials::{IngredientEvidence, StoreEvidence},
    evidence::Place,
    examine::unreadable,
    fingerprint::Region,
    labels::Forgeability,
};

const MANIFEST: &str = "urn:c2pa:child";
const PARENT: &str = "urn:c2pa:parent";
const AI: &str =
    "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";

/// A file, its credential, and what is seen of its parent.
#[derive(Clone)]
struct Case {
    evidence: Evidence,
    credentials: CredentialStatement,
}

impl Case {
    /// A credential that holds and declares these actions after opening.
    fn new(actions: &[&str]) -> Self {
        let mut evidence = unreadable(0, Code::AssetEmpty, "");
        let action = |name: &&str| ActionEvidence {
            action: (*name).to_owned(),
            ..ActionEvidence::default()
        };
        let manifest = ManifestEvidence {
            label: MANIFEST.to_owned(),
            actions: std::iter::once(&"c2pa.opened")
                .chain(actions)
                .map(action)
                .collect(),
            ingredients: vec![IngredientEvidence::default()],
            ..ManifestEvidence::default()
        };
        evidence.credentials = CredentialEvidence::Store(Box::new(StoreEvidence {
            active: Some(MANIFEST.to_owned()),
            manifests: vec![manifest],
            statuses: Vec::new(),
            findings: Vec::new(),
            not_covered: Vec::new(),
            sidecar: false,
            remote_url: None,
        }));
        evidence.parent = Some(ParentEvidence {
            manifest: Some(MANIFEST.to_owned()),
            ..ParentEvidence::default()
        });
        Self {
            evidence,
            credentials: CredentialStatement {
                state: CredentialState::Valid,
                ..CredentialStatement::default()
            },
        }
    }

    fn ai(actions: &[&str]) -> Self {
        Self::new(actions).with(|case| {
            let manifest = case.manifest();
            let last = manifest.actions.last_mut().unwrap();
            last.source_type_uri = Some(AI.to_owned());
        })
    }

    fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    fn seen(self, likeness: Likeness) -> Self {
        self.with(|case| case.parent().likenesses.push(likeness))
    }

    /// The parent has a manifest of its own, in this state.
    fn own_manifest(self, state: CredentialState, source_type: Option<&str>) -> Self {
        self.with(|case| {
            case.parent().own_manifest = Some(PARENT.to_owned());
            case.credentials.ingredients = vec![IngredientStatement {
                relationship: "parentOf".to_owned(),
                title: None,
                format: None,
                manifest_id: Some(PARENT.to_owned()),
                state,
                signer: None,
                signed_at: None,
                source_type: source_type.map(str::to_owned),
                ingredients: Vec::new(),
            }];
        })
    }

    fn parent(&mut self) -> &mut ParentEvidence {
        self.evidence.parent.as_mut().unwrap()
    }

    fn manifest(&mut self) -> &mut ManifestEvidence {
        match &mut self.evidence.credentials {
            CredentialEvidence::Store(store) => store.manifests.first_mut().unwrap(),
            _ => panic!("a store"),
        }
    }

    fn findings(&self) -> Vec<(Code, Confidence)> {
        between_generations(&self.evidence, &self.credentials)
            .iter()
            .map(|finding| (finding.code, finding.confidence))
            .collect()
    }
}

fn likeness(witness: ParentWitness) -> Likeness {
    Likeness {
        witness,
        place: Place::Asset,
        same_picture: true,
        similarity: 1.0,
        inside: 1.0,
        changed_regions: Vec::new(),
        largest_block: 1.2,
        longest_side: Some(512),
        largest_cell: Some(0.8),
    }
}

fn changed(witness: ParentWitness) -> Likeness {
    Likeness {
        changed_regions: vec![Region {
            x: 0.1,
            y: 0.1,
            w: 0.2,
            h: 0.2,
        }],
        similarity: 0.9,
        largest_block: 30.0,
        ..likeness(witness)
    }
}

use ParentWitness::{File, Fingerprint, Thumbnail};

const UNSEEN: (Code, Confidence) = (Code::AiEditUnseen, Confidence::Strong);
const UNDECLARED: (Code, Confidence) = (Code::StepUndeclared, Confidence::Strong);

#[test]
fn an_edit_by_ai_that_nobody_sees_is_named() {
    let case = Case::ai(&["c2pa.edited"]);
    assert_eq!(case.findings(), [], "nothing shows the parent");
    assert_eq!(case.clone().seen(likeness(File)).findings(), [UNSEEN]);
    assert_eq!(case.clone().seen(changed(File)).findings(), []);
    // A small copy and a fingerprint say less, and a tiny copy nothing.
    for witness in [Thumbnail, Fingerprint] {
        let seen = case.clone().seen(likeness(witness));
        assert_eq!(
            seen.own_manifest(CredentialState::Valid, None).findings(),
            [(Code::AiEditUnseen, Confidence::Weak)]
        );
    }
    let tiny = Likeness {
        longest_side: Some(256),
        ..likeness(Thumbnail)
    };
    assert_eq!(case.clone().seen(tiny).findings(), []);
    // A cell or a block that is not quite as it was, or a part that is outside: nobody can tell.
    for unclear in [
        Likeness {
            largest_cell: Some(3.0),
            ..likeness(File)
        },
        Likeness {
            largest_block: 4.0,
            ..likeness(File)
        },
        Likeness {
            inside: 0.9,
            ..likeness(File)
        },
    ] {
        assert_eq!(case.clone().seen(unclear).findings(), []);
    }
    // The best witness decides.
    let both = case.clone().seen(changed(File)).seen(likeness(Thumbnail));
    assert_eq!(both.findings(), []);
    let broken = case.seen(likeness(File)).with(|case| {
        case.credentials.state = CredentialState::Invalid;
    });
    assert_eq!(broken.findings(), []);
}

#[test]
fn only_an_edit_by_ai_is_held_against_the_parent() {
    let same = || likeness(File);
    assert_eq!(Case::new(&["c2pa.edited"]).seen(same()).findings(), []);
    // What was opened had been edited before.
    let opened = Case::ai(&[]).seen(same());
    assert_eq!(opened.findings(), []);
    let enhanced = Case::ai(&["c2pa.edited"]).seen(same()).with(|case| {
        let last = case.manifest().actions.last_mut().unwrap();
        last.source_type_uri = Some(SourceType::AlgorithmicallyEnhanced.as_uri().to_owned());
    });
    assert_eq!(enhanced.findings(), []);
}

#[test]
fn a_label_about_ai_counts_where_the_parent_is_known_to_be_plain() {
    let label = Label {
        kind: LabelKind::IptcDigitalSourceType,
        value: AI.to_owned(),
        meaning: Some(SourceType::CompositeWithTrainedAlgorithmicMedia),
        place: Place::Asset,
        forgeability: Forgeability::StandardLabel,
        confidence: Confidence::Strong,
        maker: None,
    };
    let case = || {
        Case::new(&["c2pa.edited"])
            .seen(likeness(Thumbnail))
            .with(|case| case.evidence.labels.push(label.clone()))
    };
    let capture = Some(SourceType::DigitalCapture.as_uri());
    let weak = [(Code::AiEditUnseen, Confidence::Weak)];
    let (valid, invalid) = (CredentialState::Valid, CredentialState::Invalid);
    assert_eq!(case().findings(), []);
    assert_eq!(case().own_manifest(valid, capture).findings(), weak);
    assert_eq!(case().own_manifest(invalid, capture).findings(), []);
    assert_eq!(case().own_manifest(valid, Some(AI)).findings(), []);
    let named = |source_types: &[SourceType]| {
        let named = NamedParent {
            source_types: source_types.to_vec(),
            ..NamedParent::default()
        };
        case().with(|case| case.parent().named = Some(named))
    };
    let capture = SourceType::DigitalCapture;
    assert_eq!(named(&[capture]).findings(), weak);
    assert_eq!(named(&[]).findings(), []);
    let before = SourceType::CompositeWithTrainedAlgorithmicMedia;
    assert_eq!(named(&[capture, before]).findings(), []);
}

#[test]
fn a_step_that_nobody_declared_is_named() {
    for quiet in [
        &[][..],
        &["c2pa.transcoded", "c2pa.resized"],
        &["c2pa.published"],
    ] {
        let case = Case::new(quiet);
        assert_eq!(case.clone().seen(changed(File)).findings(), [UNDECLARED]);
        assert_eq!(
            case.clone().seen(likeness(File)).findings(),
            [],
            "{quiet:?}"
        );
        let other = Likeness {
            same_picture: false,
            ..changed(Thumbnail)
        };
        assert_eq!(
            case.clone().seen(other).findings(),
            [(Code::StepUndeclared, Confidence::Weak)]
        );
        let cropped = Likeness {
            inside: 0.7,
            ..likeness(File)
        };
        assert_eq!(case.clone().seen(cropped).findings(), [UNDECLARED]);
        // A change that is too small for the blocks, and one that nobody can be sure of.
        let small = |largest_cell| Likeness {
            largest_cell: Some(largest_cell),
            ..likeness(File)
        };
        assert_eq!(case.clone().seen(small(9.0)).findings(), [UNDECLARED]);
        assert_eq!(case.seen(small(7.0)).findings(), []);
    }
    for loud in [
        "c2pa.edited",
        "c2pa.cropped",
        "c2pa.unknown",
        "org.example.drawn",
    ] {
        let case = Case::new(&["c2pa.transcoded", loud]);
        assert_eq!(case.seen(changed(File)).findings(), [], "{loud}");
    }
    let silent = Case::new(&[]).seen(changed(File)).with(|case| {
        case.manifest().all_actions = Some(false);
    });
    assert_eq!(silent.findings(), []);
    let created = Case::new(&[]).seen(changed(File)).with(|case| {
        case.manifest().actions.clear();
    });
    assert_eq!(created.findings(), []);
}

#[test]
fn the_parents_fingerprint_counts_where_its_manifest_holds() {
    let case = |state| {
        Case::new(&[])
            .seen(changed(Fingerprint))
            .own_manifest(state, None)
    };
    assert_eq!(case(CredentialState::Trusted).findings(), [UNDECLARED]);
    assert_eq!(case(CredentialState::Invalid).findings(), []);
    // Then the small copy in the file's own manifest is what there is.
    let both = case(CredentialState::Invalid).seen(changed(Thumbnail));
    assert_eq!(both.findings(), [(Code::StepUndeclared, Confidence::Weak)]);
}

fn track(kind: TrackKind, language: &str) -> Track {
    Track {
        kind,
        language: (!language.is_empty()).then(|| language.to_owned()),
    }
}

#[test]
fn another_language_needs_a_step() {
    use TrackKind::{Sound, Text};
    let case = |actions: &[&str], now: &[Track], before: &[Track]| {
        let named = NamedParent {
            tracks: before.to_vec(),
            ..NamedParent::default()
        };
        Case::new(actions).with(|case| {
            case.parent().named = Some(named);
            case.evidence.tracks = now.to_vec();
        })
    };
    let differs = [(Code::LanguageDiffers, Confidence::Weak)];
    let german = [track(Sound, "de")];
    let english = [track(Sound, "en")];
    let unknown = [track(Sound, "")];
    let subtitled = [track(Sound, "en"), track(Text, "de")];
    let both = [track(Sound, "en"), track(Sound, "de")];
    let half_known = [track(Sound, "en"), track(Sound, "")];
    let changed = case(&["c2pa.edited"], &german, &english);
    assert_eq!(changed.findings(), differs);
    for declared in ["c2pa.dubbed", "c2pa.translated"] {
        let case = case(&[declared], &german, &english);
        assert_eq!(case.findings(), [], "{declared}");
    }
    for (now, before) in [
        // One of several languages, and the same one.
        (&german[..], &both[..]),
        (&english, &english),
        // Nobody knows what one of them is.
        (&german, &half_known),
        (&unknown, &english),
        // Subtitles are not sound.
        (&subtitled, &english),
    ] {
        assert_eq!(case(&[], now, before).findings(), [], "{now:?} {before:?}");
    }
    let subtitles = case(&[], &[track(Text, "de")], &[track(Text, "en")]);
    assert_eq!(subtitles.findings(), differs);
}

#[test]
fn a_parents_metadata_count_where_its_manifest_holds() {
    let case = |state| {
        Case::new(&[]).own_manifest(state, None).with(|case| {
            case.parent().languages = vec!["en".to_owned()];
            case.evidence.tracks = vec![track(TrackKind::Sound, "de")];
        })
    };
    let differs = [(Code::LanguageDiffers, Confidence::Weak)];
    assert_eq!(case(CredentialState::Valid).findings(), differs);
    assert_eq!(case(CredentialState::Invalid).findings(), []);
}
