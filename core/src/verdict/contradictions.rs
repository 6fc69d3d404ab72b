//! Where witnesses of one file contradict each other. The codes stand in `spec/verdict.md`.

mod parent;

use super::{CredentialState, CredentialStatement, Origin, origin};
use crate::{
    asset::MediaFormat,
    credentials::{
        CredentialEvidence,
        evidence::{ActionEvidence, SoftBindingEvidence},
    },
    evidence::{Code, Evidence, Finding, Place},
    fingerprint::assertion::SoftBinding,
    labels::{
        Forgeability, Label, LabelKind,
        declared::{Declared, Moment, moment},
    },
};

/// Seconds by which moments may differ without being out of order, where both zones are known:
/// clocks of cameras are set by hand.
const CLOCKS: i64 = 3_600;

/// The same where a zone is not known: zones lie up to 26 hours apart.
const ZONES: i64 = 26 * 3_600;

/// Between labels, as far as they count.
pub(super) fn between_labels(labels: &[&Label]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let declared: Vec<(&Label, Origin)> = labels
        .iter()
        .filter_map(|label| Some((*label, origin::declared(label)?)))
        .collect();
    for (position, (left, left_origin)) in declared.iter().enumerate() {
        for (right, right_origin) in declared.iter().skip(position.saturating_add(1)) {
            // Several signed labels tell a history, not a contradiction.
            if is_signed(left) && is_signed(right) {
                continue;
            }
            let (plain, made) = if contradict(*left_origin, *right_origin) {
                ((left, left_origin), right)
            } else if contradict(*right_origin, *left_origin) {
                ((right, right_origin), left)
            } else {
                continue;
            };
            let captured = matches!(plain.1, Origin::Captured | Origin::Edited);
            let code = match (is_signed(plain.0) && captured, made.kind) {
                (true, LabelKind::OpenWatermark) => Code::CredentialCapturedMarkGenerated,
                (true, _) => Code::CredentialCapturedLabelGenerated,
                (false, _) => Code::LabelsDisagree,
            };
            let finding = Finding::new(code, made.place.clone());
            findings.push(
                finding
                    .with("first", &left.value)
                    .with("second", &right.value),
            );
        }
    }
    findings
}

/// Between metadata, header and credential.
pub(super) fn between_facts(
    evidence: &Evidence,
    credentials: &CredentialStatement,
) -> Vec<Finding> {
    let declared = &evidence.declared;
    let mut findings = Vec::new();
    findings.extend(removed_credential(declared, credentials));
    findings.extend(partial_label(&evidence.labels, credentials));
    findings.extend(dimensions(evidence));
    if let (Some(exif), Some(xmp)) = (declared.exif_orientation, declared.xmp_orientation)
        && exif != xmp
    {
        findings.push(
            Finding::new(Code::OrientationDiffers, Place::Asset)
                .with("first", exif)
                .with("second", xmp),
        );
    }
    findings.extend(dates(declared, credentials));
    findings.extend(mark(evidence, credentials));
    findings.extend(parent::between_generations(evidence, credentials));
    findings
}

const fn is_signed(label: &Label) -> bool {
    matches!(label.forgeability, Forgeability::Signed)
}

/// Whether something that is declared to be `plain` cannot also be `made` by AI. Editing and AI
/// editing go together; a weak label contradicts nothing.
const fn contradict(plain: Origin, made: Origin) -> bool {
    match plain {
        Origin::Captured | Origin::ScreenCapture | Origin::DigitalArt | Origin::Procedural => {
            origin::is_ai(made)
        }
        Origin::Edited => matches!(made, Origin::AiGenerated),
        _ => false,
    }
}

/// XMP points at a manifest inside the file, and there is none: it was removed on the way.
fn removed_credential(declared: &Declared, credentials: &CredentialStatement) -> Option<Finding> {
    let uri = declared.embedded_manifest.as_ref()?;
    let none = credentials.state == CredentialState::None;
    none.then(|| Finding::new(Code::CredentialRemoved, Place::Asset).with("uri", uri))
}

/// Details about an AI system without the label that they belong to.
fn partial_label(labels: &[Label], credentials: &CredentialStatement) -> Option<Finding> {
    let details = labels
        .iter()
        .find(|label| label.kind == LabelKind::IptcAiSystem)?;
    let labelled = credentials.source_type.is_some()
        || labels
            .iter()
            .any(|label| label.kind == LabelKind::IptcDigitalSourceType);
    (!labelled).then(|| {
        Finding::new(Code::LabelPartial, details.place.clone()).with("value", &details.value)
    })
}

/// The header and EXIF give different shapes. A picture that was only made smaller keeps its shape,
/// and its EXIF data often keep the old size. The first directory of a TIFF or raw file describes
/// whatever picture comes first, so there EXIF may speak of another one.
fn dimensions(evidence: &Evidence) -> Option<Finding> {
    let pixels = matches!(
        evidence.format,
        Some(MediaFormat::Jpeg | MediaFormat::Png | MediaFormat::Webp)
    );
    let (width, height) = evidence.dimensions.filter(|_| pixels)?;
    let header = (u64::from(width), u64::from(height));
    let exif = evidence.declared.dimensions?;
    let turned = (exif.1, exif.0);
    (!alike(header, exif) && !alike(header, turned)).then(|| {
        let size = |(width, height)| format!("{width} x {height}");
        Finding::new(Code::DimensionsDiffer, Place::Asset)
            .with("first", size(exif))
            .with("second", size(header))
    })
}

/// Whether two sizes have one shape: sides in the same ratio, but for a pixel of rounding in the
/// smaller one and for 1 %.
fn alike(left: (u64, u64), right: (u64, u64)) -> bool {
    let across = left.0.saturating_mul(right.1);
    let down = left.1.saturating_mul(right.0);
    let rounding = left.0.max(left.1).max(right.0).max(right.1);
    let slack = (across.max(down) / 100).max(rounding);
    across.abs_diff(down) <= slack
}

/// The first pair of moments that are out of order: nothing is changed, worked on or signed before
/// it is captured, and nothing happens to it, so that the signature holds, after it was signed.
fn dates(declared: &Declared, credentials: &CredentialStatement) -> Option<Finding> {
    let holds = matches!(
        credentials.state,
        CredentialState::Trusted | CredentialState::Valid
    );
    let captured = of_both(declared.captured.as_ref(), declared.xmp_captured.as_ref());
    let modified = of_both(declared.modified.as_ref(), declared.xmp_modified.as_ref());
    let signed = credentials.signed_at.filter(|_| holds).map(|at| Moment {
        seconds: at.unix_timestamp(),
        zoned: true,
        written: at.to_string(),
        field: "time-stamp".to_owned(),
    });
    let signed: Vec<Moment> = signed.into_iter().collect();
    let actions: Vec<Moment> = credentials
        .actions
        .iter()
        .filter(|_| holds)
        .filter_map(|action: &ActionEvidence| moment(action.when.as_deref()?, &action.action))
        .collect();
    let pairs = [
        (&captured, &modified),
        (&captured, &actions),
        (&captured, &signed),
        (&modified, &signed),
        (&actions, &signed),
    ];
    pairs.into_iter().find_map(|(earlier, later)| {
        let both = |earlier| later.iter().map(move |later| (earlier, later));
        earlier.iter().flat_map(both).find_map(|(earlier, later)| {
            let slack = if earlier.zoned && later.zoned {
                CLOCKS
            } else {
                ZONES
            };
            (earlier.seconds > later.seconds.saturating_add(slack)).then(|| {
                let say = |moment: &Moment| format!("{} {}", moment.field, moment.written);
                Finding::new(Code::DatesDisordered, Place::Asset)
                    .with("first", say(earlier))
                    .with("second", say(later))
            })
        })
    })
}

/// The credential names marks of ours, its own or those of what the file was made from, and the
/// pixels carry another one.
fn mark(evidence: &Evidence, credentials: &CredentialStatement) -> Option<Finding> {
    let holds = matches!(
        credentials.state,
        CredentialState::Trusted | CredentialState::Valid
    );
    let CredentialEvidence::Store(store) = &evidence.credentials else {
        return None;
    };
    let named: Vec<(&SoftBindingEvidence, &String)> = store
        .manifests
        .iter()
        .flat_map(|manifest| &manifest.soft_bindings)
        .filter(|binding| holds && binding.alg == SoftBinding::WATERMARK)
        .flat_map(|binding| binding.values.iter().map(move |value| (binding, value)))
        .collect();
    let (binding, first) = *named.first()?;
    let marks = evidence.watermark.marks.iter();
    let read: Vec<&String> = marks.filter_map(|mark| mark.payload.as_ref()).collect();
    let other = read.first()?;
    // A mark beside the one that is named is said elsewhere, and takes nothing from it.
    if named.iter().any(|(_, value)| read.contains(value)) {
        return None;
    }
    let place = Place::Jumbf {
        uri: binding.uri.clone(),
    };
    Some(
        Finding::new(Code::BindingMarkDiffers, place)
            .with("first", first)
            .with("second", other),
    )
}

/// What EXIF, and XMP besides, say of one moment.
fn of_both(first: Option<&Moment>, xmp: Option<&Moment>) -> Vec<Moment> {
    let other = xmp.filter(|xmp| Some(*xmp) != first);
    first.into_iter().chain(other).cloned().collect()
}

#[cfg(test)]
mod tests;
