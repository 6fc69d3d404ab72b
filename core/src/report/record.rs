//! The record: one asset, one object. `spec/report.schema.json` describes every field.

mod arguments;
mod credentials;
mod duty;
mod finding;
mod label;
mod picture;
mod preview;
mod recovered;
mod vocabulary;

pub use credentials::{
    ActionRecord, CredentialRecord, IngredientRecord, NotCoveredRecord, TrustRecord,
};
pub use duty::DutyRecord;
pub use finding::{FindingRecord, NotCheckedRecord, PlaceRecord};
pub use label::LabelRecord;
pub use picture::{FingerprintRecord, GeometryRecord, MarkRecord, WatermarkRecord};
pub use preview::PreviewRecord;
pub use recovered::{RecoveredRecord, RevokedRecord};
pub use vocabulary::Word;

use std::{borrow::Cow, time::Duration};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde::{Deserialize, Serialize};
use time::{OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339};

use crate::{
    evidence::{Code, Finding},
    picture::Preview,
    report::{RULESET, SCHEMA},
    verdict::{Origin, Statement},
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Always [`SCHEMA`].
    #[serde(deserialize_with = "vocabulary::schema")]
    pub schema: Word,
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
    #[serde(deserialize_with = "vocabulary::origin")]
    pub origin: Word,
    /// Duties of the profiles that were asked for; absent when none was.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<DutyRecord>,
    /// Codes of findings in which two witnesses contradict each other.
    #[serde(deserialize_with = "vocabulary::codes")]
    pub contradictions: Vec<Word>,
    /// Everything worth telling, most severe first.
    pub findings: Vec<FindingRecord>,
    /// What was not looked at, and why.
    pub not_checked: Vec<NotCheckedRecord>,
    /// A credential recovered from a registry.
    pub recovered: Option<RecoveredRecord>,
    /// Small copies of the picture and of those in its manifests; only there on request.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub previews: Vec<PreviewRecord>,
}

/// Program and rules that judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToolRecord {
    /// Version of this library.
    pub version: Cow<'static, str>,
    /// [`RULESET`].
    pub ruleset: Cow<'static, str>,
}

impl ToolRecord {
    /// This library, with its rules.
    pub const CURRENT: Self = Self {
        version: Cow::Borrowed(env!("CARGO_PKG_VERSION")),
        ruleset: Cow::Borrowed(RULESET),
    };
}

/// A statement about an asset of that name, judged in that time.
impl From<(&Statement, AssetName, Duration)> for Record {
    fn from((statement, name, elapsed): (&Statement, AssetName, Duration)) -> Self {
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
            duties: statement.duties.iter().map(DutyRecord::from).collect(),
            contradictions: contradictions(&statement.findings),
            findings: statement.findings.iter().map(FindingRecord::from).collect(),
            not_checked: statement
                .not_checked
                .iter()
                .map(NotCheckedRecord::from)
                .collect(),
            recovered: statement.recovered.as_ref().map(RecoveredRecord::from),
            previews: evidence
                .previews
                .iter()
                .chain(recovered_previews(statement))
                .map(PreviewRecord::from)
                .collect(),
        }
    }
}

/// The small copies that the recovered manifest carries.
fn recovered_previews(statement: &Statement) -> &[Preview] {
    let found = statement.recovered.as_ref().and_then(|recovered| {
        let recovery = statement.evidence.recovery.as_ref()?;
        let mut found = recovery.found.iter();
        found.find(|found| found.manifest == recovered.manifest)
    });
    found.map_or(&[], |found| &found.previews)
}

fn contradictions(findings: &[Finding]) -> Vec<Word> {
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

const fn origin(origin: Origin) -> Word {
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
