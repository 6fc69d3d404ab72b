//! The record: one asset, one object. `spec/report.schema.json` describes every field.

use std::time::Duration;

use base64::{Engine, prelude::BASE64_STANDARD};
use serde::Serialize;
use time::{OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339};

use crate::{
    credentials::evidence::ActionEvidence,
    evidence::{Code, Confidence, Finding, NotChecked, Place, Severity},
    fingerprint::Region,
    labels::{Forgeability, Label, LabelKind, SourceType},
    picture::{FingerprintEvidence, MarkEvidence, MarkGeometry, WatermarkEvidence, significant},
    report::{Language, RULESET, SCHEMA},
    verdict::{
        CredentialState, CredentialStatement, IngredientStatement, Origin, RecoveredStatement,
        Revocation, Statement, TimeStampState, Vouching,
    },
};

/// What an asset is called, by whoever asked about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AssetName {
    /// The path as text, exact unless `bytes` is there.
    pub text: String,
    /// The path's own bytes, when they are not UTF-8 and `text` therefore only resembles them.
    pub bytes: Option<Vec<u8>>,
}

/// What is reported about one asset. The order of fields is the order in output.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Record {
    /// Always [`SCHEMA`].
    pub schema: &'static str,
    /// The path as given or as found in a folder.
    pub path: String,
    /// Base64 of the path's bytes; only there when the path is not UTF-8.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path_bytes: Option<String>,
    /// SHA-256 of the whole file, hexadecimal; null when it could not be read to its end.
    pub sha256: Option<String>,
    /// Length of the file in bytes.
    pub bytes: u64,
    /// What the content is, whatever the name says; null when the content was not seen.
    pub media_type: Option<String>,
    /// Milliseconds from opening the file to the end of its judgement. The only field that
    /// differs between two runs over the same files with the same settings and moment.
    pub elapsed_ms: f64,
    /// Who says so.
    pub tool: ToolRecord,
    /// The moment as of which was judged, RFC 3339, UTC.
    pub judged_at: String,
    /// First witness.
    pub credentials: CredentialRecord,
    /// Second witness.
    pub watermark: WatermarkRecord,
    /// Third witness.
    pub labels: Vec<LabelRecord>,
    /// Fourth witness; null when nobody looked, or the picture is too small.
    pub fingerprint: Option<FingerprintRecord>,
    /// Where the content comes from, as declared.
    pub origin: &'static str,
    /// Codes of findings in which two witnesses contradict each other.
    pub contradictions: Vec<&'static str>,
    /// Everything worth telling, most severe first.
    pub findings: Vec<FindingRecord>,
    /// What was not looked at, and why.
    pub not_checked: Vec<NotCheckedRecord>,
    /// A credential recovered from a registry.
    pub recovered: Option<RecoveredRecord>,
}

/// Program and rules that judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ToolRecord {
    /// Version of this library.
    pub version: &'static str,
    /// [`RULESET`].
    pub ruleset: &'static str,
}

impl ToolRecord {
    /// This library, with its rules.
    pub const CURRENT: Self = Self {
        version: env!("CARGO_PKG_VERSION"),
        ruleset: RULESET,
    };
}

/// What is reported about credentials.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CredentialRecord {
    /// `trusted`, `valid`, `invalid`, `none`, `unreadable`, or `not-checked` when left out on request.
    pub state: &'static str,
    /// C2PA status codes, sorted, each once.
    pub codes: Vec<String>,
    /// Label of the active manifest.
    pub manifest_id: Option<String>,
    /// Common name of the signing certificate.
    pub signer: Option<String>,
    /// Organisation of the signing certificate, else its issuer's.
    pub issuer: Option<String>,
    /// SHA-256 of each certificate, hexadecimal, leaf first.
    pub certificates: Vec<String>,
    /// Which list vouches.
    pub trust: Option<TrustRecord>,
    /// Signing time from a time-stamp, RFC 3339, UTC.
    pub signed_at: Option<String>,
    /// `trusted`, `untrusted` or `none`.
    pub timestamp: &'static str,
    /// Digital source type of the active manifest, as written.
    pub source_type: Option<String>,
    /// The claim generator.
    pub generator: Option<String>,
    /// Actions in order.
    pub actions: Vec<ActionRecord>,
    /// The ingredient chain.
    pub ingredients: Vec<IngredientRecord>,
    /// Bytes that the signature does not cover.
    pub not_covered: Vec<NotCoveredRecord>,
    /// Where a remote manifest is said to be; never fetched.
    pub remote_url: Option<String>,
    /// The manifest store came from a file beside the asset.
    pub sidecar: bool,
    /// `not-checked`, `stapled-good` or `revoked`.
    pub revocation: &'static str,
}

/// Which pack of trust material vouches, and with which anchor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TrustRecord {
    /// Name of the pack.
    pub pack: String,
    /// Its date, as written in it.
    pub date: Option<String>,
    /// Subject of the anchor, or of the allowed end-entity certificate.
    pub anchor: String,
}

/// One action, as its author wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActionRecord {
    /// The action, for example `c2pa.created`.
    pub action: String,
    /// When, as written.
    pub when: Option<String>,
    /// The software agent, as written.
    pub software_agent: Option<String>,
    /// Digital source type, as written.
    pub source_type: Option<String>,
    /// Reason of a redaction.
    pub reason: Option<String>,
}

/// One step of the ingredient chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IngredientRecord {
    /// `parentOf`, `componentOf` or `inputTo`.
    pub relationship: String,
    /// Title, as written.
    pub title: Option<String>,
    /// Media type, as written.
    pub format: Option<String>,
    /// The ingredient's own manifest.
    pub manifest_id: Option<String>,
    /// State of that manifest's signature; `none` when the step is unsigned.
    pub state: &'static str,
    /// Who signed it.
    pub signer: Option<String>,
    /// When, if a time-stamp says so.
    pub signed_at: Option<String>,
    /// Digital source type, as written.
    pub source_type: Option<String>,
    /// Its own ingredients, down to the depth limit.
    pub ingredients: Vec<Self>,
}

/// Bytes outside the signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotCoveredRecord {
    /// First byte.
    pub start: u64,
    /// Number of bytes.
    pub length: u64,
    /// What lies there.
    pub what: String,
}

/// What is reported about watermarks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WatermarkRecord {
    /// `found`, `damaged`, `none`, or `not-checked` when nobody looked or nothing could be seen.
    pub state: &'static str,
    /// Marks found, ours first.
    pub marks: Vec<MarkRecord>,
}

impl WatermarkRecord {
    /// Nobody looked.
    pub const NOT_CHECKED: Self = Self {
        state: "not-checked",
        marks: Vec::new(),
    };
}

/// One mark.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MarkRecord {
    /// Name of the scheme.
    pub scheme: String,
    /// Version of the scheme.
    pub version: u32,
    /// Identifier of the key, hexadecimal; null for open marks.
    pub key_id: Option<String>,
    /// The payload, hexadecimal; null where it cannot be read, or is always the same.
    pub payload: Option<String>,
    /// What was measured.
    pub statistic: f64,
    /// The least statistic that is believed.
    pub threshold: f64,
    /// Bound on the chance of this by accident.
    pub false_alarm: f64,
    /// Where the marked picture lies; null for open marks.
    pub geometry: Option<GeometryRecord>,
}

/// Where a marked picture lies in the picture in hand, as shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GeometryRecord {
    /// What `to_picture` starts from: `canonical` pixels, or the `whole` picture's unit square.
    pub frame: &'static str,
    /// `[a, b, c, d, e, f]`: `(x, y)` goes to `(a x + b y + e, c x + d y + f)`.
    pub to_picture: [f64; 6],
    /// Pixels of the picture in hand along one unit of the frame, the mean of both directions.
    pub scale: f64,
    /// Degrees clockwise, -180 to 180.
    pub rotation: f64,
    /// Whether left and right are exchanged.
    pub mirrored: bool,
    /// Whether light and dark are exchanged.
    pub inverted: bool,
}

/// What is reported about the picture's fingerprint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FingerprintRecord {
    /// The PDQ hash, hexadecimal.
    pub pdq: String,
    /// Its quality, 0 to 100; below 50 a match says little.
    pub quality: u8,
}

impl From<&WatermarkEvidence> for WatermarkRecord {
    fn from(evidence: &WatermarkEvidence) -> Self {
        Self {
            state: evidence.state.as_str(),
            marks: evidence.marks.iter().map(MarkRecord::from).collect(),
        }
    }
}

impl From<&MarkEvidence> for MarkRecord {
    fn from(mark: &MarkEvidence) -> Self {
        Self {
            scheme: mark.scheme.clone(),
            version: mark.version,
            key_id: mark.key_id.clone(),
            payload: mark.payload.clone(),
            // Rounded again: a journey through a pipe may change the last bit.
            statistic: significant(mark.statistic, 6),
            threshold: significant(mark.threshold, 6),
            false_alarm: significant(mark.false_alarm, 3),
            geometry: mark.geometry.as_ref().map(GeometryRecord::from),
        }
    }
}

impl From<&MarkGeometry> for GeometryRecord {
    fn from(geometry: &MarkGeometry) -> Self {
        Self {
            frame: if geometry.whole { "whole" } else { "canonical" },
            to_picture: geometry.map.map(|value| significant(value, 7)),
            scale: significant(geometry.scale(), 5),
            rotation: (geometry.rotation() * 100.0).round() / 100.0,
            mirrored: geometry.is_mirrored(),
            inverted: geometry.inverted,
        }
    }
}

impl From<&FingerprintEvidence> for FingerprintRecord {
    fn from(evidence: &FingerprintEvidence) -> Self {
        Self {
            pdq: evidence.pdq.to_string(),
            quality: evidence.quality,
        }
    }
}

/// A credential recovered from a registry.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RecoveredRecord {
    /// Label of its active manifest.
    pub manifest_id: Option<String>,
    /// SHA-256 of its store, hexadecimal.
    pub manifest_sha256: String,
    /// The registry that had it.
    pub registry: String,
    /// `watermark` or `fingerprint`: what led to it.
    pub found_by: &'static str,
    /// Bits of 256 in which the fingerprint differs; null when a mark led to it.
    pub distance: Option<u32>,
    /// `trusted`, `valid` or `invalid`: what its signature and trust amount to.
    pub state: &'static str,
    /// Who signed it; null when it speaks of another picture, or does not hold.
    pub signer: Option<String>,
    /// The issuer's organisation; null as `signer`.
    pub issuer: Option<String>,
    /// Signing time from a time-stamp; null as `signer`.
    pub signed_at: Option<String>,
    /// Digital source type that it declares; null as `signer`.
    pub source_type: Option<String>,
    /// Whether the picture in hand shows what was signed; null when it could not be compared.
    pub same_picture: Option<bool>,
    /// Share of what was compared that looks as it was signed.
    pub similarity: Option<f64>,
    /// Where it differs; null when nothing was compared, or it is another picture.
    pub changed_regions: Option<Vec<Region>>,
    /// Its tombstone.
    pub revoked: Option<RevokedRecord>,
}

/// A tombstone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RevokedRecord {
    /// When, RFC 3339, UTC.
    pub at: String,
    /// Why, in the words of whoever revoked it.
    pub reason: String,
}

impl From<&RecoveredStatement> for RecoveredRecord {
    fn from(recovered: &RecoveredStatement) -> Self {
        let credentials = &recovered.credentials;
        let speaks = recovered.speaks();
        let said = |text: &Option<String>| text.clone().filter(|_| speaks);
        Self {
            manifest_id: recovered.manifest_id.clone(),
            manifest_sha256: recovered.manifest.clone(),
            registry: recovered.registry.clone(),
            found_by: if recovered.distance.is_some() {
                "fingerprint"
            } else {
                "watermark"
            },
            distance: recovered.distance,
            state: state(credentials.state),
            signer: said(&credentials.signer),
            issuer: said(&credentials.issuer),
            signed_at: credentials.signed_at.filter(|_| speaks).map(rfc3339),
            source_type: said(&credentials.source_type),
            same_picture: recovered.same_picture,
            similarity: recovered.similarity.map(|value| significant(value, 4)),
            changed_regions: recovered.changed_regions.clone(),
            revoked: recovered
                .revocation
                .as_ref()
                .map(|tombstone| RevokedRecord {
                    at: OffsetDateTime::from_unix_timestamp(tombstone.revoked_at)
                        .map(rfc3339)
                        .unwrap_or_default(),
                    reason: tombstone.reason.clone(),
                }),
        }
    }
}

/// One label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LabelRecord {
    /// Which label.
    pub kind: LabelKind,
    /// Its value, as written in the file.
    pub value: String,
    /// What the value means in its vocabulary; null when it is not known.
    pub meaning: Option<SourceType>,
    /// Where it stands.
    pub place: PlaceRecord,
    /// How easily it can be forged.
    pub forgeability: Forgeability,
    /// How sure it is that the label means that.
    pub confidence: Confidence,
    /// Whose label it is, when it tells.
    pub maker: Option<String>,
}

/// Where something lies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PlaceRecord {
    /// The asset as a whole.
    Asset,
    /// Bytes of the file.
    Bytes {
        /// First byte.
        start: u64,
        /// Number of bytes.
        length: u64,
    },
    /// A container part.
    Part {
        /// Names from the outside in.
        path: String,
    },
    /// Inside the manifest store.
    Jumbf {
        /// JUMBF URI.
        uri: String,
    },
    /// A certificate of a chain.
    Certificate {
        /// Position, leaf = 0.
        index: usize,
        /// Subject, as text.
        subject: String,
    },
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FindingRecord {
    /// The code; `hallmark explain CODE` says more.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it lies.
    pub place: PlaceRecord,
    /// The finding as a sentence, with everything that the detector had to say.
    pub message: String,
    /// The same without the detector's own words; for lines, not part of the record.
    #[serde(skip)]
    pub brief: String,
}

/// One thing that was not looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotCheckedRecord {
    /// Its code; `hallmark explain CODE` says more.
    pub what: &'static str,
    /// Why, as a sentence.
    pub why: String,
}

/// A statement about an asset of that name, judged in that time, in that language.
impl From<(&Statement, AssetName, Duration, &Language)> for Record {
    fn from(
        (statement, name, elapsed, language): (&Statement, AssetName, Duration, &Language),
    ) -> Self {
        let evidence = &statement.evidence;
        let seen = evidence.sha256.is_some();
        Self {
            schema: SCHEMA,
            path: name.text,
            path_bytes: name.bytes.map(|bytes| BASE64_STANDARD.encode(bytes)),
            sha256: evidence.sha256.map(hex::encode),
            bytes: evidence.bytes,
            media_type: match evidence.format {
                Some(format) => Some(format.media_type().to_owned()),
                None => seen.then(|| "application/octet-stream".to_owned()),
            },
            elapsed_ms: (elapsed.as_secs_f64() * 1e6).round() / 1e3,
            tool: ToolRecord::CURRENT,
            judged_at: rfc3339(statement.judged_at),
            credentials: (&statement.credentials).into(),
            watermark: (&evidence.watermark).into(),
            labels: statement.labels.iter().map(LabelRecord::from).collect(),
            fingerprint: evidence.fingerprint.as_ref().map(FingerprintRecord::from),
            origin: origin(statement.origin),
            contradictions: contradictions(&statement.findings),
            findings: statement
                .findings
                .iter()
                .map(|finding| FindingRecord::from((finding, language)))
                .collect(),
            not_checked: statement
                .not_checked
                .iter()
                .map(|left_out| NotCheckedRecord::from((left_out, language)))
                .collect(),
            recovered: statement.recovered.as_ref().map(RecoveredRecord::from),
        }
    }
}

impl From<&CredentialStatement> for CredentialRecord {
    fn from(statement: &CredentialStatement) -> Self {
        Self {
            state: state(statement.state),
            codes: statement.codes.clone(),
            manifest_id: statement.manifest_id.clone(),
            signer: statement.signer.clone(),
            issuer: statement.issuer.clone(),
            certificates: statement.certificates.iter().map(hex::encode).collect(),
            trust: statement.trust.as_ref().map(TrustRecord::from),
            signed_at: statement.signed_at.map(rfc3339),
            timestamp: match statement.timestamp {
                TimeStampState::Trusted => "trusted",
                TimeStampState::Untrusted => "untrusted",
                TimeStampState::None => "none",
            },
            source_type: statement.source_type.clone(),
            generator: statement.generator.clone(),
            actions: statement.actions.iter().map(ActionRecord::from).collect(),
            ingredients: statement
                .ingredients
                .iter()
                .map(IngredientRecord::from)
                .collect(),
            not_covered: statement
                .not_covered
                .iter()
                .map(|(range, what)| NotCoveredRecord {
                    start: range.start,
                    length: range.length,
                    what: what.clone(),
                })
                .collect(),
            remote_url: statement.remote_url.clone(),
            sidecar: statement.sidecar,
            revocation: match statement.revocation {
                Revocation::NotChecked => "not-checked",
                Revocation::StapledGood => "stapled-good",
                Revocation::Revoked => "revoked",
            },
        }
    }
}

impl From<&Vouching> for TrustRecord {
    fn from(vouching: &Vouching) -> Self {
        Self {
            pack: vouching.pack.clone(),
            date: vouching.date.clone(),
            anchor: vouching.anchor.clone(),
        }
    }
}

impl From<&ActionEvidence> for ActionRecord {
    fn from(action: &ActionEvidence) -> Self {
        Self {
            action: action.action.clone(),
            when: action.when.clone(),
            software_agent: action.software_agent.clone(),
            source_type: action.source_type_uri.clone(),
            reason: action.reason.clone(),
        }
    }
}

impl From<&IngredientStatement> for IngredientRecord {
    fn from(ingredient: &IngredientStatement) -> Self {
        Self {
            relationship: ingredient.relationship.clone(),
            title: ingredient.title.clone(),
            format: ingredient.format.clone(),
            manifest_id: ingredient.manifest_id.clone(),
            state: state(ingredient.state),
            signer: ingredient.signer.clone(),
            signed_at: ingredient.signed_at.map(rfc3339),
            source_type: ingredient.source_type.clone(),
            ingredients: ingredient.ingredients.iter().map(Self::from).collect(),
        }
    }
}

impl From<&Label> for LabelRecord {
    fn from(label: &Label) -> Self {
        Self {
            kind: label.kind,
            value: label.value.clone(),
            meaning: label.meaning,
            place: (&label.place).into(),
            forgeability: label.forgeability,
            confidence: label.confidence,
            maker: label.maker.clone(),
        }
    }
}

impl From<&Place> for PlaceRecord {
    fn from(place: &Place) -> Self {
        match place {
            Place::Asset => Self::Asset,
            Place::Bytes { start, length } => Self::Bytes {
                start: *start,
                length: *length,
            },
            Place::Part { path } => Self::Part { path: path.clone() },
            Place::Jumbf { uri } => Self::Jumbf { uri: uri.clone() },
            Place::Certificate { index, subject } => Self::Certificate {
                index: *index,
                subject: subject.clone(),
            },
        }
    }
}

impl From<(&Finding, &Language)> for FindingRecord {
    fn from((finding, language): (&Finding, &Language)) -> Self {
        Self {
            code: finding.code.as_str(),
            severity: finding.severity,
            confidence: finding.confidence,
            place: (&finding.place).into(),
            message: language.message(finding.code, &finding.arguments),
            brief: language.brief(finding.code, &finding.arguments),
        }
    }
}

impl From<(&NotChecked, &Language)> for NotCheckedRecord {
    fn from((left_out, language): (&NotChecked, &Language)) -> Self {
        Self {
            what: left_out.what.as_str(),
            why: language.message(left_out.what, &left_out.arguments),
        }
    }
}

fn contradictions(findings: &[Finding]) -> Vec<&'static str> {
    let mut codes: Vec<_> = findings
        .iter()
        .map(|finding| finding.code)
        .filter(|code| is_contradiction(*code))
        .map(Code::as_str)
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn is_contradiction(code: Code) -> bool {
    code.as_str().starts_with("contradiction.")
}

const fn state(state: CredentialState) -> &'static str {
    match state {
        CredentialState::Trusted => "trusted",
        CredentialState::Valid => "valid",
        CredentialState::Invalid => "invalid",
        CredentialState::None => "none",
        CredentialState::Unreadable => "unreadable",
        CredentialState::NotChecked => "not-checked",
    }
}

const fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Captured => "captured",
        Origin::Edited => "edited",
        Origin::DigitalArt => "digital-art",
        Origin::Procedural => "procedural",
        Origin::ScreenCapture => "screen-capture",
        Origin::AiEdited => "ai-edited",
        Origin::AiGenerated => "ai-generated",
        Origin::PossiblyAi => "possibly-ai",
        Origin::Undeclared => "undeclared",
        Origin::Contradictory => "contradictory",
    }
}

/// RFC 3339 in UTC. Years outside 0-9999 have no such form; they come out as text that says so.
fn rfc3339(moment: OffsetDateTime) -> String {
    moment
        .checked_to_offset(UtcOffset::UTC)
        .and_then(|utc| utc.format(&Rfc3339).ok())
        .unwrap_or_else(|| format!("year {}", moment.year()))
}
