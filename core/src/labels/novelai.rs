//! NovelAI: a comment in text or EXIF, and the signature over pixels and comment in it.
//!
//! The signature is Ed25519 over the picture's red, green and blue bytes, row by row, followed by
//! the comment without its signature as Python's `json.dumps` writes it. The key is published, so
//! it can be verified without asking anybody, and one changed pixel breaks it.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use ed25519_dalek::{Signature, VerifyingKey};

use super::{
    Forgeability, Label, LabelKind, SourceType, exif,
    json::{Json, member},
    material::{Found, Material, whole},
    stealth::{self, Rgba},
};
use crate::{
    asset::MetadataBlock,
    evidence::{Code, Confidence, Finding, Place},
};

/// The published key, in base64.
pub const PUBLISHED_KEY: &str = "Y2JcQAOhLwzwSDUJPNgL04nS0Tbqm7cSRc4xk0vRMic=";

/// The member of the comment that holds the signature.
const SIGNATURE: &str = "signed_hash";

/// Members that a comment has at least one of.
const MEMBERS: [&str; 4] = ["prompt", SIGNATURE, "request_type", "uncond_scale"];

/// The comment's members, where it stands, and the software that is named beside it.
struct Comment {
    members: Vec<(String, Json)>,
    software: String,
    place: Place,
}

/// PNG has the keywords `Software` and `Comment`; WebP has EXIF `Software` and the user comment.
pub(super) fn detect(material: &Material<'_>, found: &mut Found) {
    if let Some(comment) = comment(material) {
        let meaning = SourceType::TrainedAlgorithmicMedia;
        found.trace(
            LabelKind::Novelai,
            &comment.software,
            meaning,
            "NovelAI",
            comment.place,
        );
    }
}

fn comment(material: &Material<'_>) -> Option<Comment> {
    let read = |text: &str| {
        let members = Json::object(text)?;
        MEMBERS
            .iter()
            .any(|name| member(&members, name).is_some())
            .then_some(members)
    };
    let software = material
        .text("Software")
        .filter(|software| software.text.trim() == "NovelAI");
    if let (Some(software), Some(text)) = (software, material.text("Comment"))
        && let Some(members) = read(&text.text)
    {
        let source = material
            .text("Source")
            .map_or(&software.text, |source| &source.text);
        return Some(Comment {
            members,
            software: source.clone(),
            place: whole(text.part),
        });
    }
    let (software, _) = material
        .tag(exif::SOFTWARE)
        .find(|(software, _)| software.starts_with("NovelAI"))?;
    let (text, place) = material.tag(exif::USER_COMMENT).next()?;
    Some(Comment {
        members: read(&text)?,
        software,
        place,
    })
}

/// Keys that are known to be the maker's.
#[derive(Clone, Debug)]
pub struct Keys(Vec<VerifyingKey>);

impl Keys {
    /// The published key.
    #[must_use]
    pub fn published() -> Self {
        Self::pinned(&[PUBLISHED_KEY])
    }

    /// These keys, each 32 bytes in base64; what is no key is left out.
    #[must_use]
    pub fn pinned(keys: &[&str]) -> Self {
        let read = |key: &&str| {
            let bytes = STANDARD.decode(key).ok()?;
            VerifyingKey::from_bytes(bytes.as_slice().try_into().ok()?).ok()
        };
        Self(keys.iter().filter_map(read).collect())
    }
}

/// What only the pixels tell: hidden texts, and whether a signature over them holds.
///
/// `picture` must be decoded without loss and without colour conversion.
#[must_use]
pub fn detect_in_pixels(
    metadata: &[MetadataBlock],
    picture: &Rgba<'_>,
    keys: &Keys,
) -> (Vec<Label>, Vec<Finding>) {
    let mut found = Found::default();
    let hidden = stealth::read(picture);
    let mut comments: Vec<(Vec<(String, Json)>, Place)> = Vec::new();
    if let Some(hidden) = &hidden
        && let Some(label) = stealth::label(hidden)
    {
        if let Some(members) = hidden_comment(&hidden.text) {
            comments.push((members, label.place.clone()));
        }
        found.add(label);
    }
    let material = Material::read(metadata);
    comments.extend(comment(&material).map(|comment| (comment.members, comment.place)));
    for (members, place) in comments {
        let Some(holds) = verify(&members, picture, keys) else {
            continue;
        };
        let code = if holds {
            Code::LabelNovelaiSignatureHolds
        } else {
            Code::LabelNovelaiSignatureMismatch
        };
        found.findings.push(Finding::new(code, place.clone()));
        if holds {
            found.add(Label {
                kind: LabelKind::Novelai,
                value: SIGNATURE.to_owned(),
                meaning: Some(SourceType::TrainedAlgorithmicMedia),
                place,
                forgeability: Forgeability::Signed,
                confidence: Confidence::Certain,
                maker: Some("NovelAI".to_owned()),
            });
        }
    }
    (found.labels, found.findings)
}

/// The comment inside a hidden text: quoted, and in one generation of files quoted twice.
fn hidden_comment(text: &str) -> Option<Vec<(String, Json)>> {
    let outer = Json::object(text)?;
    let members = Json::object(member(&outer, "Comment")?.text()?)?;
    match member(&members, "Comment").and_then(Json::text) {
        Some(inner) => Json::object(inner),
        None => Some(members),
    }
}

/// Whether the signature in a comment holds; `None` when the comment has none that can be read.
fn verify(members: &[(String, Json)], picture: &Rgba<'_>, keys: &Keys) -> Option<bool> {
    let signature = STANDARD.decode(member(members, SIGNATURE)?.text()?).ok()?;
    let signature = Signature::from_slice(&signature).ok()?;
    let unsigned = members
        .iter()
        .filter(|(name, _)| name != SIGNATURE)
        .cloned()
        .collect();
    let mut message: Vec<u8> = picture.colours().collect();
    message.extend_from_slice(Json::Object(unsigned).to_python().as_bytes());
    Some(
        keys.0
            .iter()
            .any(|key| key.verify_strict(&message, &signature).is_ok()),
    )
}

#[cfg(test)]
mod tests;
