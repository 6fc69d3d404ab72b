//! Facts and policy in, a statement out. A pure function: no I/O, no clock, no network.

mod contradictions;
mod credentials;
pub mod duties;
mod history;
mod origin;
mod recovery;
mod signature;

pub use recovery::RecoveredStatement;

use time::OffsetDateTime;

use duties::{Assessment, Met, Profile};

use crate::{
    asset::ByteRange,
    credentials::{Audits, trust::TrustStore},
    evidence::{Code, Evidence, Finding, NotChecked, Place},
    labels::Label,
    limits::Limits,
    picture::WatermarkState,
};

/// The state of an asset's credentials.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CredentialState {
    /// It holds, and a list in use vouches for the issuer.
    Trusted,
    /// It holds; the issuer is on no list in use.
    Valid,
    /// Broken, malformed, or lacking a required part.
    Invalid,
    /// There is none.
    None,
    /// Could not be looked at.
    Unreadable,
    /// Left out on request.
    #[default]
    NotChecked,
}

/// Which pack of trust material vouches, and with which anchor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vouching {
    /// Name of the pack.
    pub pack: String,
    /// Its date, as written in it.
    pub date: Option<String>,
    /// Subject of the anchor, or of the allowed end-entity certificate.
    pub anchor: String,
}

/// Whether a time-stamp backs the signing time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TimeStampState {
    /// An authority on a list in use.
    Trusted,
    /// A time-stamp that holds, from an authority on no list in use.
    Untrusted,
    /// None, or none that holds.
    #[default]
    None,
}

/// One step of the ingredient chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IngredientStatement {
    /// `parentOf`, `componentOf` or `inputTo`.
    pub relationship: String,
    /// Title, as written by whoever added it.
    pub title: Option<String>,
    /// Media type, as written.
    pub format: Option<String>,
    /// The ingredient's own manifest, when the store holds it.
    pub manifest_id: Option<String>,
    /// State of that manifest; `None` when the step is unsigned or its manifest is missing.
    pub state: CredentialState,
    /// Who signed it.
    pub signer: Option<String>,
    /// When, if a trusted or untrusted time-stamp says so.
    pub signed_at: Option<OffsetDateTime>,
    /// Digital source type, as written.
    pub source_type: Option<String>,
    /// Its own ingredients, down to the depth limit.
    pub ingredients: Vec<Self>,
}

/// What can be said about an asset's credentials.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CredentialStatement {
    /// The state.
    pub state: CredentialState,
    /// C2PA status codes of the active manifest and of ingredient deltas, sorted, each once.
    pub codes: Vec<String>,
    /// Label of the active manifest.
    pub manifest_id: Option<String>,
    /// Common name of the signing certificate.
    pub signer: Option<String>,
    /// Organisation of the signing certificate, else its issuer's.
    pub issuer: Option<String>,
    /// SHA-256 of each certificate, leaf first.
    pub certificates: Vec<[u8; 32]>,
    /// Which list vouches.
    pub trust: Option<Vouching>,
    /// Signing time from a time-stamp.
    pub signed_at: Option<OffsetDateTime>,
    /// What backs it.
    pub timestamp: TimeStampState,
    /// Digital source type of the active manifest, as written.
    pub source_type: Option<String>,
    /// The claim generator.
    pub generator: Option<String>,
    /// Title of the active manifest, as written.
    pub title: Option<String>,
    /// Actions in order.
    pub actions: Vec<crate::credentials::evidence::ActionEvidence>,
    /// The ingredient chain.
    pub ingredients: Vec<IngredientStatement>,
    /// What the signature does not cover.
    pub not_covered: Vec<(ByteRange, String)>,
    /// Where a remote manifest is said to be.
    pub remote_url: Option<String>,
    /// The store came from a sidecar.
    pub sidecar: bool,
    /// What is known about revocation.
    pub revocation: Revocation,
}

/// What is known about revocation of the signing certificate. Nothing is ever looked up online.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Revocation {
    /// No answer of a revocation service is stapled.
    #[default]
    NotChecked,
    /// A stapled answer says that it was not revoked.
    StapledGood,
    /// A stapled answer says that it was revoked.
    Revoked,
}

/// Where the content comes from, as declared; decided from facts alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// Captured.
    Captured,
    /// Captured, then edited.
    Edited,
    /// Made by a human with digital tools.
    DigitalArt,
    /// Made by a procedure without training data.
    Procedural,
    /// A screen capture.
    ScreenCapture,
    /// Edited with generative AI.
    AiEdited,
    /// Generated by AI.
    AiGenerated,
    /// A weak trace of AI.
    PossiblyAi,
    /// Nothing is declared.
    Undeclared,
    /// Witnesses disagree.
    Contradictory,
}

/// The statement about one asset.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The evidence it rests on.
    pub evidence: Evidence,
    /// The moment of judgement.
    pub judged_at: OffsetDateTime,
    /// First witness.
    pub credentials: CredentialStatement,
    /// Third witness, signed labels included.
    pub labels: Vec<Label>,
    /// A credential that a registry had for the picture.
    pub recovered: Option<RecoveredStatement>,
    /// What origin is declared.
    pub origin: Origin,
    /// Duties on content made by AI, as far as a file shows them.
    pub duties: Vec<Assessment>,
    /// All findings: of the evidence and of the judgement, most severe first.
    pub findings: Vec<Finding>,
    /// What was not looked at.
    pub not_checked: Vec<NotChecked>,
}

/// What a judgement rests on besides evidence.
#[derive(Clone, Copy, Debug)]
pub struct Policy<'a> {
    /// Trust material in use.
    pub trust: &'a TrustStore,
    /// The moment of judgement.
    pub at: OffsetDateTime,
    /// Levels of ingredients that are followed.
    pub ingredient_depth: usize,
    /// Rules on content made by AI whose duties are looked for.
    pub profiles: &'a [Profile],
    /// Which audits of certificates run; all, except in tests of the audits themselves.
    pub audits: Audits,
}

impl<'a> Policy<'a> {
    /// Judges as of `at` under `trust`, with every audit and the default depth.
    #[must_use]
    pub fn new(trust: &'a TrustStore, at: OffsetDateTime) -> Self {
        Self {
            trust,
            at,
            profiles: &[],
            ingredient_depth: Limits::default().ingredient_depth,
            audits: Audits::default(),
        }
    }
}

/// Judges evidence: what it amounts to under this policy, and what it does not say.
#[must_use]
pub fn judge(evidence: Evidence, policy: &Policy<'_>) -> Statement {
    let mut findings = evidence.findings.clone();
    let mut labels = evidence.labels.clone();
    let mut not_checked = evidence.not_checked.clone();
    let credentials = credentials::judge(
        &evidence,
        policy,
        &mut findings,
        &mut labels,
        &mut not_checked,
    );
    let recovered = recovery::judge(
        &evidence,
        &credentials,
        policy,
        &mut findings,
        &mut labels,
        &mut not_checked,
    );
    if several_marks(&evidence) {
        findings.push(Finding::new(Code::WatermarkSeveral, Place::Asset));
    }
    let counted = counted(&labels, credentials.state);
    findings.extend(contradictions::between_labels(&counted));
    findings.extend(contradictions::between_facts(&evidence, &credentials));
    findings.retain(|finding| policy.audits.raises(finding.code));
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let mut seen = std::collections::HashSet::new();
    findings.retain(|finding| seen.insert((finding.code, finding.place.clone())));
    let left_out = |what| NotChecked {
        what,
        arguments: Vec::new(),
    };
    let is_explained = not_checked
        .iter()
        .any(|left_out| left_out.what.as_str().starts_with("notChecked.pixels."));
    if evidence.watermark.state == WatermarkState::NotChecked && !is_explained {
        not_checked.push(left_out(Code::NotCheckedWatermark));
    }
    not_checked.push(left_out(Code::NotCheckedClosedMarks));
    let origin = origin::decide(&counted, &findings);
    let mut statement = Statement {
        evidence,
        judged_at: policy.at,
        credentials,
        labels,
        recovered,
        origin,
        duties: Vec::new(),
        findings,
        not_checked,
    };
    statement.duties = duties::assess(&statement, policy.profiles);
    let missing = statement.duties.iter().filter(|one| one.met == Met::NotMet);
    let missing = missing.map(|one| {
        Finding::new(Code::DutyNotMet, Place::Asset)
            .with("duty", one.duty.as_str())
            .with("article", one.duty.article())
    });
    let missing: Vec<Finding> = missing.collect();
    statement.findings.extend(missing);
    statement
        .findings
        .sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    statement
}

/// Whether different marks of ours were read in one picture.
fn several_marks(evidence: &Evidence) -> bool {
    let mut payloads = evidence
        .watermark
        .marks
        .iter()
        .filter_map(|mark| mark.payload.as_ref());
    let first = payloads.next();
    payloads.any(|payload| Some(payload) != first)
}

/// The labels that count: of a broken credential, nothing follows about the picture.
fn counted(labels: &[Label], state: CredentialState) -> Vec<&Label> {
    let holds = matches!(state, CredentialState::Trusted | CredentialState::Valid);
    let counts = |label: &&Label| holds || !matches!(label.place, Place::Jumbf { .. });
    labels.iter().filter(counts).collect()
}
