//! The record: one asset, one object. `spec/report.schema.json` describes every field.

use std::time::Duration;

use base64::{Engine, prelude::BASE64_STANDARD};
use serde::Serialize;
use time::{OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339};

use crate::{
    credentials::evidence::ActionEvidence,
    evidence::{Code, Confidence, Finding, NotChecked, Place, Severity},
    labels::{Forgeability, Label, LabelKind, SourceType},
    report::{Language, RULESET, SCHEMA},
    verdict::{
        CredentialState, CredentialStatement, IngredientStatement, Origin, Revocation, Statement,
        TimeStampState, Vouching,
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
    /// Where the content comes from, as declared.
    pub origin: &'static str,
    /// Codes of findings in which two witnesses contradict each other.
    pub contradictions: Vec<&'static str>,
    /// Everything worth telling, most severe first.
    pub findings: Vec<FindingRecord>,
    /// What was not looked at, and why.
    pub not_checked: Vec<NotCheckedRecord>,
    /// A recovered credential; null: `check` recovers none.
    pub recovered: (),
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WatermarkRecord {
    /// `not-checked`: `check` does not look at pixels.
    pub state: &'static str,
    /// Marks found; empty.
    pub marks: [(); 0],
}

impl WatermarkRecord {
    /// Nobody looked.
    pub const NOT_CHECKED: Self = Self {
        state: "not-checked",
        marks: [],
    };
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
            watermark: WatermarkRecord::NOT_CHECKED,
            labels: statement.labels.iter().map(LabelRecord::from).collect(),
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
            recovered: (),
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
