//! The signature that a label may carry in its reserved codes (TC260-PG-202511A).
//!
//! SM3withSM2 over the producer's three members, with the standard signer identifier. The key
//! comes with the signature: it shows that the members belong together, and whose they are only
//! when the key is a known producer's.

use sm2::dsa::{Signature, VerifyingKey, signature::Verifier as _};

use super::super::json::{Json, member};

/// Signer identifier when none is agreed (GM/T 0009-2012, section 10).
const SIGNER: &str = "1234567812345678";

/// Object identifier of SM3withSM2.
const ALGORITHM: &str = "1.2.156.10197.1.501";

/// Kinds of signed data that are the three members; the second is misspelt in files as here.
const DATA: [&str; 2] = ["Md", "LabelMataData"];

/// Keys of known producers, compressed.
pub(super) const KNOWN: &[&str] = &[
    // MiniMax.
    "02a0b3b0b6a0c9b0c89cab328342af4e8221ec5b40799cbe835ab4251f7b47e4fd",
];

/// What a signature says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It holds, with a known producer's key.
    Pinned,
    /// It holds, with the key that came with it.
    Holds,
    /// The members were changed, or the signature is another's.
    Broken,
    /// Of a kind, or in a form, that cannot be read.
    Unreadable,
}

/// Verifies the signature of a label; `None` when it has none.
pub(super) fn judge(members: &[(String, Json)], known: &[&str]) -> Option<Verdict> {
    let data = ["ReservedCode1", "ReservedCode2"]
        .into_iter()
        .find_map(|name| {
            let code = member(members, name)?;
            let parsed = match code {
                Json::Text(text) => Json::read(text).ok()?,
                other => other.clone(),
            };
            parsed.get("SecurityData").cloned()
        })?;
    Some(verify(members, &data, known).unwrap_or(Verdict::Unreadable))
}

fn verify(members: &[(String, Json)], data: &Json, known: &[&str]) -> Option<Verdict> {
    let Some(Json::List(entries)) = data.get("PubSD") else {
        return None;
    };
    let entry = |kind: &str| {
        entries
            .iter()
            .find(|entry| entry.get("Type").and_then(Json::text) == Some(kind))
    };
    let signature = entry("DS")?;
    let signed = signature.get("TBSData")?.get("Type").and_then(Json::text)?;
    let algorithm = signature.get("AlgID").and_then(Json::text)?;
    if algorithm != ALGORITHM || !DATA.contains(&signed) {
        return None;
    }
    let bytes = hex::decode(signature.get("Signature").and_then(Json::text)?).ok()?;
    let bytes = signature_of(&bytes)?;
    let key = hex::decode(entry("PubKey")?.get("KeyValue").and_then(Json::text)?).ok()?;
    let text = |name| member(members, name).and_then(Json::text);
    let message = format!(
        r#""Label":"{}","ContentProducer":"{}","ProduceID":"{}""#,
        text("Label")?,
        text("ContentProducer")?,
        text("ProduceID")?
    );
    let keys = keys_of(&key);
    if keys.is_empty() {
        return None;
    }
    let holder = keys.iter().find(|key| {
        VerifyingKey::from_sec1_bytes(SIGNER, key)
            .is_ok_and(|key| key.verify(message.as_bytes(), &bytes).is_ok())
    });
    Some(match holder {
        None => Verdict::Broken,
        Some(key) => {
            let key = hex::encode(compressed(key));
            if known.contains(&key.as_str()) {
                Verdict::Pinned
            } else {
                Verdict::Holds
            }
        }
    })
}

/// The two integers of a DER sequence (RFC 3279, section 2.2.3), as 32 bytes each.
fn signature_of(der: &[u8]) -> Option<Signature> {
    let (first, second) = match der {
        // Some writers leave out the wrapping.
        _ if der.len() == 64 => der.split_at_checked(32)?,
        [0x30, length, rest @ ..] if usize::from(*length) == rest.len() => {
            let (first, rest) = integer(rest)?;
            let (second, rest) = integer(rest)?;
            rest.is_empty().then_some((first, second))?
        }
        _ => return None,
    };
    let mut bytes = Vec::with_capacity(64);
    for number in [first, second] {
        let padding = 32_usize.checked_sub(number.len())?;
        bytes.extend(std::iter::repeat_n(0, padding));
        bytes.extend_from_slice(number);
    }
    Signature::from_slice(&bytes).ok()
}

fn integer(der: &[u8]) -> Option<(&[u8], &[u8])> {
    let [0x02, length, rest @ ..] = der else {
        return None;
    };
    let (number, rest) = rest.split_at_checked(usize::from(*length))?;
    Some((number.strip_prefix(&[0]).unwrap_or(number), rest))
}

/// The points that a key value may mean, in SEC 1 encoding: files hold a point with or without
/// its prefix, a compressed point, a bare first coordinate, or a SubjectPublicKeyInfo.
fn keys_of(value: &[u8]) -> Vec<Vec<u8>> {
    let prefixed = |prefix: u8, point: &[u8]| [&[prefix], point].concat();
    // The bit string of a SubjectPublicKeyInfo that holds an uncompressed point.
    const BIT_STRING: &[u8] = &[0x03, 0x42, 0x00];
    match (value.len(), value) {
        (65, [0x04, ..]) | (33, [0x02 | 0x03, ..]) => vec![value.to_vec()],
        (64, point) => vec![prefixed(0x04, point)],
        (32, point) | (33, [0x00, point @ ..]) => {
            vec![prefixed(0x02, point), prefixed(0x03, point)]
        }
        (_, [0x30, ..]) => memchr::memmem::find(value, BIT_STRING)
            .and_then(|at| value.get(at..)?.strip_prefix(BIT_STRING))
            .filter(|point| point.len() == 65)
            .map(|point| vec![point.to_vec()])
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// A point in its compressed form.
fn compressed(point: &[u8]) -> Vec<u8> {
    match point {
        [0x04, rest @ ..] => {
            let odd = rest.last().is_some_and(|last| last & 1 == 1);
            let prefix = if odd { 0x03 } else { 0x02 };
            [&[prefix], rest.get(..32).unwrap_or_default()].concat()
        }
        other => other.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::as_conversions,
        clippy::arithmetic_side_effects,
        reason = "sizes of test data"
    )]

    use sm2::{
        dsa::{SigningKey, signature::Signer as _},
        elliptic_curve::sec1::ToSec1Point as _,
    };

    use super::*;

    const MESSAGE: &str = r#""Label":"1","ContentProducer":"example","ProduceID":"a1""#;

    /// A signature by a test key over the message, and the key's point.
    fn signed(message: &str) -> (Vec<u8>, Vec<u8>) {
        let secret = sm2::SecretKey::from_slice(&[7; 32]).unwrap();
        let key = SigningKey::new(SIGNER, &secret).unwrap();
        let signature: Signature = key.sign(message.as_bytes());
        let point = key
            .verifying_key()
            .as_affine()
            .to_sec1_point(false)
            .as_bytes()
            .to_vec();
        (signature.to_bytes().to_vec(), point)
    }

    fn der(signature: &[u8]) -> Vec<u8> {
        let mut integers = Vec::new();
        for number in signature.chunks(32) {
            let zero: &[u8] = if number[0] >= 0x80 { &[0] } else { &[] };
            integers.extend([0x02, (zero.len() + number.len()) as u8]);
            integers.extend([zero, number].concat());
        }
        [vec![0x30, integers.len() as u8], integers].concat()
    }

    fn label(producer: &str, signature: &[u8], key: &[u8]) -> Vec<(String, Json)> {
        let security = format!(
            r#"{{"SecurityData":{{"Type":"TC260PG","Version":1,"PubSD":[{{"Type":"DS","AlgID":"{ALGORITHM}","TBSData":{{"Type":"Md"}},"Signature":"{}"}},{{"Type":"PubKey","AlgID":"1.2.156.10197.1.301","KeyValue":"{}"}}],"Bindings":[]}}}}"#,
            hex::encode(signature),
            hex::encode(key)
        );
        [
            ("Label", "1"),
            ("ContentProducer", producer),
            ("ProduceID", "a1"),
            ("ReservedCode1", &security),
        ]
        .map(|(name, value)| (name.to_owned(), Json::Text(value.to_owned())))
        .to_vec()
    }

    #[test]
    fn a_signature_holds_in_every_form_of_key() {
        let (signature, point) = signed(MESSAGE);
        let signature = der(&signature);
        let spki = hex::decode("3059301306072a8648ce3d020106082a811ccf5501822d034200").unwrap();
        let bare = &point[1..33];
        for key in [
            point.clone(),
            point[1..].to_vec(),
            compressed(&point),
            bare.to_vec(),
            [&[0], bare].concat(),
            [spki, point.clone()].concat(),
        ] {
            let members = label("example", &signature, &key);
            assert_eq!(
                judge(&members, KNOWN),
                Some(Verdict::Holds),
                "{}",
                key.len()
            );
        }
    }

    #[test]
    fn a_known_key_is_pinned() {
        let (signature, point) = signed(MESSAGE);
        let key = hex::encode(compressed(&point));
        let members = label("example", &signature, &point);
        assert_eq!(judge(&members, &[&key]), Some(Verdict::Pinned));
        assert!(KNOWN.iter().all(|key| key.len() == 66));
    }

    #[test]
    fn one_changed_byte_breaks_it() {
        let (signature, point) = signed(MESSAGE);
        let members = label("Example", &signature, &point);
        assert_eq!(judge(&members, KNOWN), Some(Verdict::Broken));
        let (mut signature, point) = signed(MESSAGE);
        signature[40] ^= 1;
        assert_eq!(
            judge(&label("example", &signature, &point), KNOWN),
            Some(Verdict::Broken)
        );
    }

    #[test]
    fn what_cannot_be_read_is_not_broken() {
        let (signature, point) = signed(MESSAGE);
        for (signature, key) in [
            (&signature[1..], &point[..]),
            (&signature[..], &point[2..]),
            (&[], &[]),
        ] {
            let members = label("example", signature, key);
            assert_eq!(judge(&members, KNOWN), Some(Verdict::Unreadable));
        }
        assert_eq!(judge(&[], KNOWN), None);
    }
}
