//! Identity assertions of the Creator Assertions Working Group (CAWG Identity Assertion 1.1):
//! somebody other than the claim's signer says "this is mine". Never changes the C2PA state.

use ciborium::Value;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::{
    cbor,
    cose::ClaimSignature,
    evidence::IdentityEvidence,
    store::{Assertion, Manifest, last_label},
};
use crate::limits::Limits;

/// Reads one identity assertion and verifies what can be verified without a network.
///
/// An X.509 signature (`cawg.x509.cose`, section 8.2) is verified with the leaf's key over the
/// signer payload. An identity claims aggregation (section 8.1) is signed by a key that only its
/// issuer's web site can show; it is reported as not checked.
pub(crate) fn read(
    manifest: &Manifest<'_>,
    assertion: &Assertion<'_>,
    limits: &Limits,
) -> Option<IdentityEvidence> {
    let value = assertion.value()?;
    let payload = cbor::field(&value, "signer_payload")?;
    let signature = cbor::field(&value, "signature")?.as_bytes()?;
    let mut evidence = IdentityEvidence {
        uri: manifest.assertion_uri(assertion.label),
        kind: cbor::text(payload, "sig_type")
            .unwrap_or_default()
            .to_owned(),
        roles: cbor::list(payload, "role")
            .iter()
            .filter_map(Value::as_text)
            .map(str::to_owned)
            .collect(),
        ..IdentityEvidence::default()
    };
    let references = cbor::list(payload, "referenced_assertions");
    evidence.references_hold = !references.is_empty()
        && references
            .iter()
            .all(|reference| reference_holds(manifest, reference));
    let binds = references
        .iter()
        .filter_map(|reference| cbor::text(reference, "url"))
        .any(|url| last_label(url).starts_with("c2pa.hash."));
    if !evidence.references_hold {
        evidence.problem = Some("a referenced assertion is missing or was changed".to_owned());
    } else if !binds {
        evidence.references_hold = false;
        evidence.problem = Some("it refers to no assertion that binds the content".to_owned());
    }
    if evidence.kind == "cawg.x509.cose" {
        let mut signed = Vec::new();
        // Writing into a vector cannot fail.
        let _ = ciborium::into_writer(payload, &mut signed);
        match ClaimSignature::parse(signature, limits) {
            Some(parsed) => {
                let read = parsed.evidence(&signed, &[]);
                evidence.holds = read.holds;
                evidence.chain = read.chain;
            }
            None => evidence.problem = Some("its signature cannot be read".to_owned()),
        }
        if !evidence.holds && evidence.problem.is_none() {
            evidence.problem = Some("its signature does not match".to_owned());
        }
    }
    Some(evidence)
}

/// Whether the assertion that `reference` names is in the manifest and has the hash it names.
fn reference_holds(manifest: &Manifest<'_>, reference: &Value) -> bool {
    let Some(assertion) =
        cbor::text(reference, "url").and_then(|url| manifest.assertion(last_label(url)))
    else {
        return false;
    };
    let Some(expected) = cbor::field(reference, "hash").and_then(Value::as_bytes) else {
        return false;
    };
    let algorithm = cbor::text(reference, "alg")
        .or_else(|| cbor::text(&manifest.claim, "alg"))
        .unwrap_or("sha256");
    match algorithm {
        "sha256" => Sha256::digest(assertion.hashed).as_slice() == expected.as_slice(),
        "sha384" => Sha384::digest(assertion.hashed).as_slice() == expected.as_slice(),
        "sha512" => Sha512::digest(assertion.hashed).as_slice() == expected.as_slice(),
        _ => false,
    }
}
