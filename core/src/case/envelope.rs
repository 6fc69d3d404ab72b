//! The signed statement of a case: an in-toto Statement, version 1, in a DSSE envelope, version 1.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{ENVELOPE, PREDICATE, Predicate, archive::Member};

const STATEMENT: &str = "https://in-toto.io/Statement/v1";
const PAYLOAD: &str = "application/vnd.in-toto+json";

/// Why an envelope is not believed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EnvelopeError {
    /// It is missing, or no envelope of a case.
    #[error("it holds no signed statement of a case")]
    Malformed,
    /// Its signature does not hold.
    #[error("the signature over the case does not hold: it was changed")]
    Signature,
    /// A member is not as the statement says, or is missing, or was added.
    #[error("{0} is not what was signed: the case was changed")]
    Member(String),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Envelope {
    payload: String,
    payload_type: String,
    signatures: Vec<EnvelopeSignature>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EnvelopeSignature {
    keyid: String,
    sig: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Statement {
    #[serde(rename = "_type")]
    kind: String,
    subject: Vec<Subject>,
    predicate_type: String,
    predicate: Predicate,
}

#[derive(Serialize, Deserialize)]
struct Subject {
    name: String,
    digest: SubjectDigest,
}

#[derive(Serialize, Deserialize)]
struct SubjectDigest {
    sha256: String,
}

/// DSSE's pre-authentication encoding.
fn encoded(payload: &[u8]) -> Vec<u8> {
    let mut message = format!("DSSEv1 {} {PAYLOAD} {} ", PAYLOAD.len(), payload.len()).into_bytes();
    message.extend_from_slice(payload);
    message
}

/// SHA-256 of a public key, hexadecimal: by which people know who signed.
#[must_use]
pub fn signer(key: &VerifyingKey) -> String {
    hex::encode(Sha256::digest(key.as_bytes()))
}

/// Signs a statement over these members (names and SHA-256).
///
/// # Errors
/// Only when the statement cannot be written as JSON.
pub fn seal(
    members: &[(String, [u8; 32])],
    predicate: Predicate,
    key: &SigningKey,
) -> serde_json::Result<Vec<u8>> {
    let statement = Statement {
        kind: STATEMENT.to_owned(),
        subject: members
            .iter()
            .map(|(name, sha256)| Subject {
                name: name.clone(),
                digest: SubjectDigest {
                    sha256: hex::encode(sha256),
                },
            })
            .collect(),
        predicate_type: PREDICATE.to_owned(),
        predicate,
    };
    let payload = serde_json::to_vec(&statement)?;
    let signature = key.sign(&encoded(&payload));
    serde_json::to_vec(&Envelope {
        payload: BASE64_STANDARD.encode(&payload),
        payload_type: PAYLOAD.to_owned(),
        signatures: vec![EnvelopeSignature {
            keyid: signer(&key.verifying_key()),
            sig: BASE64_STANDARD.encode(signature.to_bytes()),
        }],
    })
}

/// Reads an envelope whose signature holds, over exactly these members of an archive.
///
/// # Errors
/// [`EnvelopeError`].
pub fn open(envelope: &[u8], members: &[Member]) -> Result<Predicate, EnvelopeError> {
    let malformed = || EnvelopeError::Malformed;
    let sealed: Envelope = serde_json::from_slice(envelope).map_err(|_| malformed())?;
    // One way to write it, so that no byte of it can change unseen.
    if serde_json::to_vec(&sealed).map_err(|_| malformed())? != envelope {
        return Err(EnvelopeError::Signature);
    }
    let payload = BASE64_STANDARD
        .decode(&sealed.payload)
        .map_err(|_| malformed())?;
    let statement: Statement = serde_json::from_slice(&payload).map_err(|_| malformed())?;
    let [signed] = sealed.signatures.as_slice() else {
        return Err(malformed());
    };
    if statement.kind != STATEMENT
        || statement.predicate_type != PREDICATE
        || sealed.payload_type != PAYLOAD
    {
        return Err(malformed());
    }
    let mut key = [0; 32];
    hex::decode_to_slice(&statement.predicate.key, &mut key).map_err(|_| malformed())?;
    let key = VerifyingKey::from_bytes(&key).map_err(|_| EnvelopeError::Signature)?;
    let signature = BASE64_STANDARD
        .decode(&signed.sig)
        .map_err(|_| malformed())?;
    let signature = Signature::from_slice(&signature).map_err(|_| malformed())?;
    key.verify_strict(&encoded(&payload), &signature)
        .map_err(|_| EnvelopeError::Signature)?;
    if signed.keyid != signer(&key) {
        return Err(EnvelopeError::Signature);
    }
    let others = members.iter().filter(|member| member.name != ENVELOPE);
    let mut stated = statement.subject.iter();
    for member in others {
        let same = stated.next().is_some_and(|subject| {
            subject.name == member.name && subject.digest.sha256 == hex::encode(member.sha256)
        });
        if !same {
            return Err(EnvelopeError::Member(member.name.clone()));
        }
    }
    match stated.next() {
        Some(missing) => Err(EnvelopeError::Member(missing.name.clone())),
        None => Ok(statement.predicate),
    }
}
