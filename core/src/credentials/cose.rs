//! The claim signature: a COSE_Sign1 structure over the claim's bytes (RFC 9052; C2PA 2.2,
//! section 13.2), verified with the leaf certificate's key by our own hands.

use c2pa_raw_crypto::{SigningAlg, validator_for_signing_alg};
use ciborium::Value;
use coset::{
    CborSerializable, CoseSign1, Label, ProtectedHeader, RegisteredLabelWithPrivate,
    SignatureContext, TaggedCborSerializable, iana, iana::EnumI64, sig_structure_data,
};
use x509_parser::prelude::{FromDer, X509Certificate};

use super::{cbor, evidence::SignatureEvidence, time_stamp};
use crate::limits::Limits;

/// Label of the assertion that stamps signatures of other manifests.
const LATER_TIME_STAMP: &str = "c2pa.time-stamp";

/// A parsed claim signature.
pub(crate) struct ClaimSignature {
    sign1: CoseSign1,
    algorithm: Option<SigningAlg>,
    /// Certificates (DER), leaf first.
    chain: Vec<Vec<u8>>,
}

impl ClaimSignature {
    /// Reads a COSE_Sign1 structure, tagged (as the specification asks) or not.
    pub(crate) fn parse(bytes: &[u8], limits: &Limits) -> Option<Self> {
        let sign1 = CoseSign1::from_tagged_slice(bytes)
            .or_else(|_| CoseSign1::from_slice(bytes))
            .ok()?;
        let algorithm = algorithm(&sign1);
        let chain = chain(&sign1, limits.certificates);
        Some(Self {
            sign1,
            algorithm,
            chain,
        })
    }

    /// Whether every byte of the header's padding is zero.
    pub(crate) fn padding_is_zero(&self) -> bool {
        self.sign1
            .unprotected
            .rest
            .iter()
            .filter(|(label, _)| matches!(label, Label::Text(name) if name.starts_with("pad")))
            .all(|(_, value)| {
                value
                    .as_bytes()
                    .is_some_and(|bytes| bytes.iter().all(|byte| *byte == 0))
            })
    }

    /// Verifies the signature over `payload` and reads what the header carries.
    ///
    /// `later_time_stamps` are tokens over this signature from `c2pa.time-stamp` assertions of
    /// later manifests.
    pub(crate) fn evidence(
        &self,
        payload: &[u8],
        later_time_stamps: &[Vec<u8>],
    ) -> SignatureEvidence {
        let mut time_stamps = Vec::new();
        for (name, token) in self.header_tokens() {
            let message = if name == "sigTst2" {
                self.signature_as_cbor()
            } else {
                payload.to_vec()
            };
            let message = countersignature_data(&message, &self.sign1.protected);
            time_stamps.push(time_stamp::read_token(&token, &message, name));
        }
        for token in later_time_stamps {
            // The specification asks for the countersignature structure (2.2, section 18.17.3);
            // the most common signer stamps the bare signature.
            let stamped = countersignature_data(&self.signature_as_cbor(), &self.sign1.protected);
            let stamp = time_stamp::read_token(token, &stamped, LATER_TIME_STAMP);
            time_stamps.push(if stamp.holds {
                stamp
            } else {
                time_stamp::read_token(token, &self.sign1.signature, LATER_TIME_STAMP)
            });
        }
        SignatureEvidence {
            algorithm: self.algorithm.map(|algorithm| algorithm.to_string()),
            chain: self.chain.clone(),
            holds: self.holds(payload),
            time_stamps,
            revocation_stapled: self.unprotected("rVals").is_some(),
        }
    }

    /// Verifies with the leaf's key; false for anything short of a match.
    fn holds(&self, payload: &[u8]) -> bool {
        let Some(algorithm) = self.algorithm else {
            return false;
        };
        let Some(validator) = validator_for_signing_alg(algorithm) else {
            return false;
        };
        let Some(leaf) = self.chain.first() else {
            return false;
        };
        let Ok((_, leaf)) = X509Certificate::from_der(leaf) else {
            return false;
        };
        let message = sig_structure_data(
            SignatureContext::CoseSign1,
            self.sign1.protected.clone(),
            None,
            &[],
            payload,
        );
        validator
            .validate(&self.sign1.signature, &message, leaf.public_key().raw)
            .is_ok()
    }

    /// RFC 3161 tokens of the header, with the header's name.
    fn header_tokens(&self) -> Vec<(&'static str, Vec<u8>)> {
        let mut tokens = Vec::new();
        for name in ["sigTst2", "sigTst"] {
            let Some(container) = self.unprotected(name) else {
                continue;
            };
            for token in cbor::list(container, "tstTokens") {
                if let Some(bytes) = cbor::field(token, "val").and_then(Value::as_bytes) {
                    tokens.push((name, bytes.clone()));
                }
            }
        }
        tokens
    }

    fn unprotected(&self, name: &str) -> Option<&Value> {
        text_header(&self.sign1.unprotected.rest, name)
    }

    /// `sigTst2` stamps the signature as a CBOR byte string (C2PA 2.2, section 10.3.2.5).
    fn signature_as_cbor(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        // Writing into a vector cannot fail.
        let _ = ciborium::into_writer(&Value::Bytes(self.sign1.signature.clone()), &mut bytes);
        bytes
    }
}

/// What a time-stamp of the header is taken over: a countersignature structure (RFC 9338 as
/// C2PA 2.2, section 10.3.2.5 uses it).
fn countersignature_data(message: &[u8], protected: &ProtectedHeader) -> Vec<u8> {
    sig_structure_data(
        SignatureContext::CounterSignature,
        protected.clone(),
        None,
        &[],
        message,
    )
}

fn text_header<'a>(headers: &'a [(Label, Value)], name: &str) -> Option<&'a Value> {
    headers
        .iter()
        .find(|(label, _)| matches!(label, Label::Text(found) if found == name))
        .map(|(_, value)| value)
}

/// The algorithms that C2PA allows (2.2, section 13.2.1).
fn algorithm(sign1: &CoseSign1) -> Option<SigningAlg> {
    use iana::Algorithm;
    let RegisteredLabelWithPrivate::Assigned(algorithm) = sign1.protected.header.alg.as_ref()?
    else {
        return None;
    };
    match algorithm {
        Algorithm::ES256 => Some(SigningAlg::Es256),
        Algorithm::ES384 => Some(SigningAlg::Es384),
        Algorithm::ES512 => Some(SigningAlg::Es512),
        Algorithm::PS256 => Some(SigningAlg::Ps256),
        Algorithm::PS384 => Some(SigningAlg::Ps384),
        Algorithm::PS512 => Some(SigningAlg::Ps512),
        Algorithm::EdDSA => Some(SigningAlg::Ed25519),
        _ => None,
    }
}

/// `x5chain`: label 33 or text, in the protected header, or in older files in the unprotected.
fn chain(sign1: &CoseSign1, most: usize) -> Vec<Vec<u8>> {
    let number = Label::Int(iana::HeaderParameter::X5Chain.to_i64());
    let find = |headers: &[(Label, Value)]| {
        headers
            .iter()
            .find(|(label, _)| *label == number)
            .map(|(_, value)| value.clone())
            .or_else(|| text_header(headers, "x5chain").cloned())
    };
    let value = find(&sign1.protected.header.rest).or_else(|| find(&sign1.unprotected.rest));
    match value {
        Some(Value::Bytes(der)) => vec![der],
        Some(Value::Array(list)) => list
            .into_iter()
            .filter_map(|item| item.into_bytes().ok())
            .take(most)
            .collect(),
        _ => Vec::new(),
    }
}
