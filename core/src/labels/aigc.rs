//! The implicit label of China's GB 45438-2025: a JSON object `AIGC` in many containers.
//!
//! Layout: GB 45438-2025, annex E, and the practice guides TC260-PG-20257A to -202510A. Values
//! that break the rules are read as far as they can be, for the label is meant to be noticed;
//! what cannot be read is inconclusive, never absent.

mod signature;

use super::{
    Forgeability, Label, LabelKind, SourceType, exif,
    json::{Json, JsonError, member},
    material::{Found, Material, place, quote, whole},
};
use crate::evidence::{Code, Confidence, Finding, Place};

/// Namespace of the XMP property.
pub(super) const NAMESPACE: &str = "http://www.tc260.org.cn/ns/AIGC/1.0/";

/// Name of the property, the keyword and the wrapping object.
pub(super) const NAME: &str = "AIGC";

/// The members, in the order of the standard.
const MEMBERS: [&str; 7] = [
    "Label",
    "ContentProducer",
    "ProduceID",
    "ReservedCode1",
    "ContentPropagator",
    "PropagateID",
    "ReservedCode2",
];

/// Members by which one cloud service's labels are known in an EXIF description.
const SERVICE: [&str; 2] = ["ServiceProvider", "ServiceUser"];

/// Social credit codes inside provider codes, and names that stand in their place.
const PRODUCERS: [(&str, &str); 15] = [
    ("91110102MACQD9K640", "Doubao"),
    ("9144030008867405X2", "Jimeng"),
    ("91440101MA9Y9T4H7A", "Qwen"),
    ("91330106MA2CFLDG4R", "Wan"),
    ("91110108335469089C", "Kling"),
    ("91440300708461136T", "Tencent Yuanbao"),
    ("91110000802100433B", "Baidu"),
    ("91110105MACJ6K1C8A", "LiblibAI"),
    ("91110108MACC4D63XF", "Vidu"),
    ("91440300MA5G49LC9K", "Honor"),
    ("doubao", "Doubao"),
    ("kling", "Kling"),
    ("picwish", "PicWish"),
    ("MiniMax", "MiniMax"),
    ("RunningHub", "RunningHub"),
];

/// Labels of one file that are told in full. One is allowed; what comes after many more is counted.
const TOLD: usize = 16;

/// The members of a label with their values, in order.
type Members = Vec<(String, Json)>;

/// A text that should hold the label, and whether it stands where nothing else may.
struct Candidate {
    text: String,
    place: Place,
    certain: bool,
}

/// Reads the label wherever it may stand. More than one is against clause 6.1 c).
pub(super) fn detect(material: &Material<'_>, found: &mut Found) {
    let mut places: Vec<Place> = Vec::new();
    for candidate in candidates(material) {
        match read(&candidate.text, candidate.certain) {
            Ok(Some(members)) => {
                places.push(candidate.place.clone());
                if places.len() <= TOLD {
                    report(&members, &candidate.text, candidate.place, found);
                }
            }
            Ok(None) => {}
            Err(error) if candidate.certain => {
                places.push(candidate.place.clone());
                if places.len() <= TOLD {
                    let finding = malformed(candidate.place, &error.to_string());
                    found.findings.push(finding);
                }
            }
            Err(_) => {}
        }
    }
    if let Some((members, place)) = flat(material) {
        let text = Json::Object(members.clone()).to_python();
        places.push(place.clone());
        report(&members, &text, place, found);
    }
    if let [_, second, ..] = places.as_slice() {
        let count = places.len();
        found
            .findings
            .push(Finding::new(Code::LabelAigcDuplicate, second.clone()).with("count", count));
    }
}

fn candidates(material: &Material<'_>) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for (property, part) in &material.properties {
        if property.namespace == NAMESPACE && property.name == NAME && !property.value.is_empty() {
            candidates.push(Candidate {
                // Some programs escape the quotation marks once more than XML asks for.
                text: property.value.replace("&quot;", "\""),
                place: place(part, &property.path),
                certain: true,
            });
        }
    }
    for text in &material.texts {
        if text.keyword == Some(NAME) {
            candidates.push(Candidate {
                text: text.text.clone(),
                place: whole(text.part),
                certain: true,
            });
        }
    }
    for number in [exif::USER_COMMENT, exif::IMAGE_DESCRIPTION] {
        for (text, place) in material.tag(number) {
            // Some programs write the name before the object.
            let text = text.strip_prefix(NAME).unwrap_or(&text).to_owned();
            candidates.push(Candidate {
                text,
                place,
                certain: false,
            });
        }
    }
    candidates
}

/// The members of a label, bare or wrapped; `None` when the text is JSON of another kind.
fn read(text: &str, certain: bool) -> Result<Option<Members>, JsonError> {
    let text = text.trim_matches(|c: char| c == '\0' || c.is_whitespace());
    let Json::Object(members) = Json::read(text)? else {
        return if certain {
            Err(JsonError::Malformed(0))
        } else {
            Ok(None)
        };
    };
    let members = match member(&members, NAME) {
        Some(Json::Object(inner)) => inner.clone(),
        Some(Json::Text(quoted)) => match Json::read(quoted)? {
            Json::Object(inner) => inner,
            _ => return Ok(None),
        },
        _ => members,
    };
    let known = |name: &&str| member(&members, name).is_some();
    let any = MEMBERS.iter().any(known) || SERVICE.iter().all(known);
    if certain && !any {
        return Err(JsonError::Malformed(0));
    }
    Ok(any.then_some(members))
}

/// The variant with one XMP property for each member.
fn flat(material: &Material<'_>) -> Option<(Members, Place)> {
    let own = material.properties.iter().filter(|(property, _)| {
        property.namespace == NAMESPACE && MEMBERS.contains(&property.name.as_str())
    });
    let mut members = Vec::new();
    let mut first = None;
    for (property, part) in own {
        if member(&members, &property.name).is_none() {
            members.push((property.name.clone(), Json::Text(property.value.clone())));
        }
        first.get_or_insert_with(|| place(part, &property.path));
    }
    Some((members, first?))
}

/// Adds the label, what is malformed about it, and what its signature says.
fn report(members: &[(String, Json)], text: &str, place: Place, found: &mut Found) {
    let label = member(members, "Label");
    let kind = match label {
        Some(Json::Text(kind) | Json::Number(kind)) => kind.as_str(),
        _ => "",
    };
    let (meaning, confidence) = match kind {
        "1" => (
            Some(SourceType::TrainedAlgorithmicMedia),
            Confidence::Certain,
        ),
        "2" | "3" => (Some(SourceType::TrainedAlgorithmicMedia), Confidence::Weak),
        _ => (None, Confidence::Weak),
    };
    if let Some(problem) = problem(members) {
        found.findings.push(malformed(place.clone(), &problem));
    }
    let forgeability = match signature::judge(members, signature::KNOWN) {
        None => Forgeability::StandardLabel,
        Some(verdict) => {
            let (code, forgeability) = match verdict {
                signature::Verdict::Pinned => {
                    (Code::LabelAigcSignaturePinned, Forgeability::Signed)
                }
                signature::Verdict::Holds => {
                    (Code::LabelAigcSignatureHolds, Forgeability::SelfKeyed)
                }
                signature::Verdict::Broken => (
                    Code::LabelAigcSignatureMismatch,
                    Forgeability::StandardLabel,
                ),
                signature::Verdict::Unreadable => (
                    Code::LabelAigcSignatureUnreadable,
                    Forgeability::StandardLabel,
                ),
            };
            found.findings.push(Finding::new(code, place.clone()));
            forgeability
        }
    };
    found.add(Label {
        kind: LabelKind::Tc260Aigc,
        value: quote(text),
        meaning,
        place,
        forgeability,
        confidence,
        maker: maker(members),
    });
}

fn malformed(place: Place, problem: &str) -> Finding {
    Finding::new(Code::LabelAigcMalformed, place).with("detail", problem)
}

/// The first rule of annex E that a label breaks.
fn problem(members: &[(String, Json)]) -> Option<String> {
    for name in MEMBERS {
        match member(members, name) {
            None => return Some(format!("{name} is missing")),
            Some(Json::Text(_)) => {}
            Some(_) => return Some(format!("{name} is no string")),
        }
    }
    let text = |name| {
        member(members, name)
            .and_then(Json::text)
            .unwrap_or_default()
    };
    if !matches!(text("Label"), "1" | "2" | "3") {
        return Some(format!("Label is {}", quote(text("Label"))));
    }
    // The reserved codes hold JSON of their own.
    let codes = [
        "ContentProducer",
        "ProduceID",
        "ContentPropagator",
        "PropagateID",
    ];
    let plain = |text: &str| text.bytes().all(|byte| (0x21..=0x7E).contains(&byte));
    if let Some(name) = codes.iter().find(|name| !plain(text(name))) {
        return Some(format!("{name} has characters outside 0x21 to 0x7E"));
    }
    let order: Vec<&str> = members
        .iter()
        .map(|(name, _)| name.as_str())
        .filter(|name| MEMBERS.contains(name))
        .collect();
    (order != MEMBERS).then(|| "the members are out of order".to_owned())
}

/// Who made the content, by the producer's code or name.
fn maker(members: &[(String, Json)]) -> Option<String> {
    let producer = member(members, "ContentProducer").and_then(Json::text)?;
    // 001, the type's digit, 18 characters of the social credit code, a suffix of 5.
    let code = producer.get(4..22).filter(|_| producer.len() == 27);
    let known = PRODUCERS
        .iter()
        .find(|(key, _)| Some(*key) == code || key.eq_ignore_ascii_case(producer));
    match known {
        Some((_, name)) => Some((*name).to_owned()),
        None => (!producer.is_empty()).then(|| quote(producer)),
    }
}

#[cfg(test)]
mod tests;
