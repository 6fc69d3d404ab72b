//! What a recovered credential amounts to.

use std::cmp::Reverse;

use time::OffsetDateTime;

use super::{
    CredentialState, CredentialStatement, Policy,
    credentials::{Asset, judge_store},
};
use crate::{
    credentials::CredentialEvidence,
    evidence::{Code, Confidence, Evidence, Finding, NotChecked, Place, Severity},
    fingerprint::Region,
    labels::{Forgeability, Label, LabelKind, SourceType},
    recovery::{FoundBy, RecoveredEvidence, RecoveryEvidence, Tombstone},
};

/// A credential that a registry had for the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct RecoveredStatement {
    /// Label of its active manifest.
    pub manifest_id: Option<String>,
    /// SHA-256 of its store, hexadecimal.
    pub manifest: String,
    /// The registry that had it.
    pub registry: String,
    /// The bits in which the fingerprint differs; `None` when a mark led here.
    pub distance: Option<u32>,
    /// What its signature and trust amount to; its binding to content is not judged.
    pub credentials: CredentialStatement,
    /// Whether the picture in hand shows what was signed, changes apart; `None` when it could not
    /// be compared.
    pub same_picture: Option<bool>,
    /// Share of what was compared that looks as it was signed, 0..=1.
    pub similarity: Option<f64>,
    /// Where it differs, in shares of the picture in hand; `None` when nothing was compared, or it
    /// is another picture.
    pub changed_regions: Option<Vec<Region>>,
    /// Its tombstone.
    pub revocation: Option<Tombstone>,
}

impl RecoveredStatement {
    /// Whether the credential speaks of this picture: it holds, and what it was issued for is not
    /// another picture.
    #[must_use]
    pub fn speaks(&self) -> bool {
        matches!(
            self.credentials.state,
            CredentialState::Trusted | CredentialState::Valid
        ) && self.same_picture != Some(false)
    }
}

/// Judges what registries had; adds findings, the recovered label and gaps to the lists.
pub(super) fn judge(
    evidence: &Evidence,
    own: &CredentialStatement,
    policy: &Policy<'_>,
    findings: &mut Vec<Finding>,
    labels: &mut Vec<Label>,
    not_checked: &mut Vec<NotChecked>,
) -> Option<RecoveredStatement> {
    let recovery = evidence.recovery.as_ref()?;
    about_registries(recovery, findings);
    let mut judged: Vec<Judged<'_>> = recovery
        .found
        .iter()
        .filter_map(|found| Judged::new(found, policy))
        .collect();
    judged.sort_by_key(|judged| Reverse(judged.rank()));
    let best = judged.into_iter().next();
    let Some(best) = best else {
        if recovery.searched_looks && recovery.silent.is_empty() {
            findings.push(Finding::new(Code::RecoveryNothing, Place::Asset));
        }
        return None;
    };
    let is_own = own.manifest_id.is_some() && own.manifest_id == best.statement.manifest_id;
    best.report(is_own, findings, not_checked);
    if !is_own && best.statement.speaks() && !is_ancestor(evidence, &best.statement) {
        contradict(own, &best.statement, findings);
        labels.extend(label(&best.statement));
    }
    Some(best.statement)
}

/// What is to be said whatever was found.
fn about_registries(recovery: &RecoveryEvidence, findings: &mut Vec<Finding>) {
    for payload in &recovery.unknown {
        findings
            .push(Finding::new(Code::RecoveryUnknownMark, Place::Asset).with("payload", payload));
    }
    for conflict in &recovery.conflicts {
        let manifests = conflict.manifests.join(", ");
        findings.push(
            Finding::new(Code::RegistryIdConflict, Place::Asset)
                .with("payload", &conflict.payload)
                .with("manifests", manifests),
        );
    }
    for silent in &recovery.silent {
        findings.push(
            Finding::new(silent.code, Place::Asset)
                .with("registry", &silent.registry)
                .with("detail", &silent.detail),
        );
    }
}

/// One manifest with everything about it.
struct Judged<'a> {
    found: &'a RecoveredEvidence,
    statement: RecoveredStatement,
    /// The first thing that fails in it.
    failure: Option<Code>,
}

impl<'a> Judged<'a> {
    /// `None` for what only looked alike: another picture that nothing pointed at.
    fn new(found: &'a RecoveredEvidence, policy: &Policy<'_>) -> Option<Self> {
        let same_picture = found
            .comparison
            .as_ref()
            .map(|compared| compared.same_picture);
        let distance = match &found.found_by {
            FoundBy::Watermark { .. } => None,
            FoundBy::Fingerprint { distance, .. } => Some(*distance),
        };
        if distance.is_some() && (same_picture != Some(true) || !found.is_named) {
            return None;
        }
        let (mut findings, mut labels, mut not_checked) = (Vec::new(), Vec::new(), Vec::new());
        let credentials = match &found.credentials {
            CredentialEvidence::Store(store) => {
                let (findings, labels) = (&mut findings, &mut labels);
                judge_store(
                    store,
                    Asset::Elsewhere,
                    policy,
                    findings,
                    labels,
                    &mut not_checked,
                )
            }
            _ => CredentialStatement {
                state: CredentialState::Invalid,
                ..CredentialStatement::default()
            },
        };
        let failure = findings
            .iter()
            .find(|finding| finding.severity == Severity::Failure)
            .map(|finding| finding.code);
        let comparison = found.comparison.as_ref();
        Some(Self {
            found,
            statement: RecoveredStatement {
                manifest_id: credentials.manifest_id.clone(),
                manifest: found.manifest.clone(),
                registry: found.registry.clone(),
                distance,
                credentials,
                same_picture,
                similarity: comparison.map(|compared| compared.similarity),
                changed_regions: comparison
                    .filter(|compared| compared.same_picture)
                    .map(|compared| compared.changed_regions.clone()),
                revocation: found.revocation.clone(),
            },
            failure,
        })
    }

    /// Among several, the one that says most about the picture in hand.
    fn rank(&self) -> (bool, bool, u8, u32) {
        let state = match self.statement.credentials.state {
            CredentialState::Trusted => 2,
            CredentialState::Valid => 1,
            _ => 0,
        };
        let similarity = self.statement.similarity.unwrap_or_default() * 1e4;
        #[expect(
            clippy::as_conversions,
            reason = "a share of ten thousand, for an order"
        )]
        let similarity = similarity.clamp(0.0, 1e4) as u32;
        (
            self.statement.same_picture == Some(true),
            self.found.is_named && state > 0,
            state,
            similarity,
        )
    }

    fn report(&self, is_own: bool, findings: &mut Vec<Finding>, not_checked: &mut Vec<NotChecked>) {
        let statement = &self.statement;
        let finding = |code| Finding::new(code, Place::Asset).with("registry", &statement.registry);
        if let Some(tombstone) = &statement.revocation {
            let at = OffsetDateTime::from_unix_timestamp(tombstone.revoked_at)
                .map(|at| at.date().to_string())
                .unwrap_or_default();
            findings.push(
                finding(Code::RegistryRevoked)
                    .with("date", at)
                    .with("reason", &tombstone.reason),
            );
        }
        if statement.same_picture.is_none() {
            not_checked.push(NotChecked {
                what: Code::NotCheckedComparison,
                arguments: Vec::new(),
            });
        }
        let issuer = statement
            .credentials
            .issuer
            .as_ref()
            .or(statement.credentials.signer.as_ref());
        let issuer = issuer.map_or("?", String::as_str);
        // Each outcome is its own, the gravest first; none says more than it can.
        if statement.same_picture == Some(false) {
            findings.push(finding(Code::RecoveryOtherPicture));
        } else if statement.credentials.state == CredentialState::Invalid {
            let code = self.failure.map_or("?", Code::as_str);
            findings.push(finding(Code::RecoveryManifestFails).with("code", code));
        } else if !self.found.is_named {
            findings.push(finding(Code::RecoveryNotNamed));
        } else if is_own {
            // The file carries the very same credential; what that says was said.
        } else if let Some(regions) = &statement.changed_regions {
            if regions.is_empty() {
                findings.push(finding(Code::RecoveryFound).with("issuer", issuer));
            } else {
                findings.push(
                    finding(Code::RecoveryChanged)
                        .with("issuer", issuer)
                        .with("count", regions.len()),
                );
            }
        } else {
            findings.push(finding(Code::RecoveryUncompared).with("issuer", issuer));
        }
    }
}

/// Whether the file's own store holds the recovered manifest: then it says itself what it was made
/// from.
fn is_ancestor(evidence: &Evidence, recovered: &RecoveredStatement) -> bool {
    match &evidence.credentials {
        CredentialEvidence::Store(store) => store
            .manifests
            .iter()
            .any(|manifest| Some(&manifest.label) == recovered.manifest_id.as_ref()),
        _ => false,
    }
}

/// The file carries a credential that says nothing of the one that its mark points at.
fn contradict(
    own: &CredentialStatement,
    recovered: &RecoveredStatement,
    findings: &mut Vec<Finding>,
) {
    if matches!(own.state, CredentialState::Trusted | CredentialState::Valid)
        && recovered.distance.is_none()
    {
        findings.push(
            Finding::new(Code::CredentialMarkDiffers, Place::Asset)
                .with("first", own.manifest_id.as_deref().unwrap_or_default())
                .with(
                    "second",
                    recovered.manifest_id.as_deref().unwrap_or_default(),
                ),
        );
    }
}

/// What the recovered credential declares, as a signed label of the picture. Of a changed picture,
/// it says nothing: the change may be of another origin.
fn label(recovered: &RecoveredStatement) -> Option<Label> {
    let unchanged = recovered
        .changed_regions
        .as_ref()
        .is_some_and(Vec::is_empty);
    let value = recovered.credentials.source_type.clone()?;
    let manifest = recovered.manifest_id.as_deref()?;
    (unchanged && recovered.revocation.is_none()).then(|| Label {
        kind: LabelKind::C2paDigitalSourceType,
        meaning: SourceType::from_uri(&value),
        value,
        // Not a place in this file: that its own credential is absent or broken says nothing of it.
        place: Place::Part {
            path: manifest.to_owned(),
        },
        forgeability: Forgeability::Signed,
        confidence: Confidence::Strong,
        maker: None,
    })
}
