//! The claim signature: a `COSE_Sign1` (RFC 9052, section 4.2) as C2PA 2.2, section 13.2 wants it.
//!
//! The crate reserves 10 KB for a signature and fills the rest with zeros that nobody signs. Ours
//! is assembled here, so that the space reserved is the space used: a signature of known length
//! needs no padding at all, and a time-stamped one a few bytes for what a token may vary.

use coset::{
    CoseSign1, CoseSign1Builder, HeaderBuilder, Label, SignatureContext, TaggedCborSerializable,
    cbor::value::Value,
    iana::{self, EnumI64},
    sig_structure_data,
};
use x509_parser::{certificate::X509Certificate, prelude::FromDer, public_key::PublicKey};

use crate::credentials::identity::{ClaimSigner, SigningAlgorithm};

use super::{
    error::SignError,
    time_stamp_request::{TimeStampRequest, TimeStamper, Token},
};

/// Room for what two tokens of one authority may differ by: serial numbers, fractions of a
/// second, and DER-encoded ECDSA signatures. Measured on public authorities: below 20 bytes.
const TOKEN_SLACK: usize = 48;

/// Length of a `COSE_Sign1` by `signer`, in bytes, with a time-stamp token of `token` bytes.
pub(super) fn reserve(signer: &dyn ClaimSigner, token: Option<usize>) -> Result<usize, SignError> {
    let signature = vec![0; signature_length(signer)?];
    let token_bytes = token.map(|length| vec![0; length]);
    let exact = encode(&assemble(signer, signature, token_bytes.as_deref()))?.len();
    Ok(if token.is_some() {
        exact.saturating_add(TOKEN_SLACK)
    } else {
        exact
    })
}

/// Signs `claim` and pads the result to `length` bytes.
///
/// # Errors
/// When the signer or the time-stamping authority fails, or the result needs more than `length`
/// bytes ([`SignError::SpaceExceeded`], which tells by how much).
pub(super) fn sign(
    signer: &dyn ClaimSigner,
    time_stamper: Option<&dyn TimeStamper>,
    claim: &[u8],
    length: usize,
) -> Result<(Vec<u8>, Option<Token>), SignError> {
    let unsigned = assemble(signer, Vec::new(), None);
    let message = sig_structure_data(
        SignatureContext::CoseSign1,
        unsigned.protected.clone(),
        None,
        &[],
        claim,
    );
    let signature = signer
        .sign(&message)
        .map_err(|failure| SignError::Key(failure.to_string()))?;
    let expected = signature_length(signer)?;
    if signature.len() != expected {
        return Err(SignError::Key(format!(
            "a signature of {} bytes where {} takes {expected}",
            signature.len(),
            signer.algorithm().as_str()
        )));
    }
    let token = time_stamper
        .map(|authority| -> Result<Token, SignError> {
            let message = time_stamped_message(&unsigned, &signature)?;
            Ok(TimeStampRequest::new(&message)?.send(authority)?)
        })
        .transpose()?;
    let token_der = token.as_ref().map(|token| token.der.as_slice());
    let bytes = pad(&assemble(signer, signature, token_der), length)?;
    Ok((bytes, token))
}

/// What a `sigTst2` token stamps: the signature as a counter-signed CBOR byte string (C2PA 2.2,
/// section 10.3.2.5.2, after the COSE TST header draft's "CTT" mode).
fn time_stamped_message(unsigned: &CoseSign1, signature: &[u8]) -> Result<Vec<u8>, SignError> {
    let mut payload = Vec::new();
    coset::cbor::into_writer(&Value::Bytes(signature.to_vec()), &mut payload)
        .map_err(|error| SignError::Internal(error.to_string()))?;
    Ok(sig_structure_data(
        SignatureContext::CounterSignature,
        unsigned.protected.clone(),
        None,
        &[],
        &payload,
    ))
}

fn assemble(signer: &dyn ClaimSigner, signature: Vec<u8>, token: Option<&[u8]>) -> CoseSign1 {
    let algorithm = match signer.algorithm() {
        SigningAlgorithm::Es256 => iana::Algorithm::ES256,
        SigningAlgorithm::Es384 => iana::Algorithm::ES384,
        SigningAlgorithm::Es512 => iana::Algorithm::ES512,
        SigningAlgorithm::Ps256 => iana::Algorithm::PS256,
        SigningAlgorithm::Ps384 => iana::Algorithm::PS384,
        SigningAlgorithm::Ps512 => iana::Algorithm::PS512,
        SigningAlgorithm::Ed25519 => iana::Algorithm::EdDSA,
    };
    // RFC 9360: one certificate is a byte string, several are an array of them.
    let chain = match signer.chain() {
        [only] => Value::Bytes(only.clone()),
        several => Value::Array(several.iter().cloned().map(Value::Bytes).collect()),
    };
    let protected = HeaderBuilder::new()
        .algorithm(algorithm)
        .value(iana::HeaderParameter::X5Chain.to_i64(), chain)
        .build();
    let mut unprotected = HeaderBuilder::new();
    if let Some(token) = token {
        let value = Value::Map(vec![(
            Value::Text("val".to_owned()),
            Value::Bytes(token.to_vec()),
        )]);
        unprotected = unprotected.text_value(
            "sigTst2".to_owned(),
            Value::Map(vec![(
                Value::Text("tstTokens".to_owned()),
                Value::Array(vec![value]),
            )]),
        );
    }
    CoseSign1Builder::new()
        .protected(protected)
        .unprotected(unprotected.build())
        .signature(signature)
        .build()
}

/// Encodes `sign1` in exactly `length` bytes, with `pad` (and `pad2`, where CBOR's length bytes
/// leave a gap) in the unprotected header (C2PA 2.2, section 10.3: zeros).
fn pad(sign1: &CoseSign1, length: usize) -> Result<Vec<u8>, SignError> {
    let bare = encode(sign1)?;
    let missing = length.checked_sub(bare.len());
    match missing {
        Some(0) => return Ok(bare),
        // The smallest pad is a four-byte label and an empty byte string.
        Some(missing) if missing >= 5 => {
            for second in [None, Some(0_usize)] {
                let fixed = second.map_or(0, |length| length.saturating_add(6));
                let upper = missing.saturating_sub(fixed);
                for first in upper.saturating_sub(9)..=upper.saturating_sub(5) {
                    let mut padded = sign1.clone();
                    let rest = &mut padded.unprotected.rest;
                    rest.push((Label::Text("pad".to_owned()), Value::Bytes(vec![0; first])));
                    if let Some(second) = second {
                        rest.push((
                            Label::Text("pad2".to_owned()),
                            Value::Bytes(vec![0; second]),
                        ));
                    }
                    let bytes = encode(&padded)?;
                    if bytes.len() == length {
                        return Ok(bytes);
                    }
                }
            }
        }
        _ => {}
    }
    Err(SignError::SpaceExceeded {
        needed: bare.len(),
        reserved: length,
    })
}

fn encode(sign1: &CoseSign1) -> Result<Vec<u8>, SignError> {
    sign1
        .clone()
        .to_tagged_vec()
        .map_err(|error| SignError::Internal(error.to_string()))
}

/// Length in bytes of a signature by `signer`: fixed by the algorithm, for RSA by the modulus.
fn signature_length(signer: &dyn ClaimSigner) -> Result<usize, SignError> {
    Ok(match signer.algorithm() {
        SigningAlgorithm::Ed25519 | SigningAlgorithm::Es256 => 64,
        SigningAlgorithm::Es384 => 96,
        SigningAlgorithm::Es512 => 132,
        SigningAlgorithm::Ps256 | SigningAlgorithm::Ps384 | SigningAlgorithm::Ps512 => {
            let leaf = signer
                .chain()
                .first()
                .ok_or_else(|| SignError::Identity("the chain is empty".to_owned()))?;
            let (_, leaf) = X509Certificate::from_der(leaf)
                .map_err(|_| SignError::Identity("the leaf is no certificate".to_owned()))?;
            match leaf.public_key().parsed() {
                Ok(PublicKey::RSA(key)) => key.key_size().div_ceil(8),
                _ => {
                    return Err(SignError::Identity(
                        "the algorithm is RSA but the leaf's key is not".to_owned(),
                    ));
                }
            }
        }
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::arithmetic_side_effects, reason = "sizes chosen by the test")]
    use super::*;
    use crate::credentials::identity::SignerError;

    struct Fixed(Vec<Vec<u8>>);

    impl ClaimSigner for Fixed {
        fn algorithm(&self) -> SigningAlgorithm {
            SigningAlgorithm::Ed25519
        }
        fn chain(&self) -> &[Vec<u8>] {
            &self.0
        }
        fn sign(&self, _: &[u8]) -> Result<Vec<u8>, SignerError> {
            Ok(vec![7; 64])
        }
    }

    #[test]
    fn reserve_without_time_stamp_is_exact() {
        let signer = Fixed(vec![vec![1; 500], vec![2; 400]]);
        let length = reserve(&signer, None).unwrap();
        let (bytes, token) = sign(&signer, None, b"claim", length).unwrap();
        assert_eq!((bytes.len(), token), (length, None));
        assert!(length < 500 + 400 + 64 + 40, "{length}");
        assert!(!String::from_utf8_lossy(&bytes).contains("pad"));
    }

    #[test]
    fn every_padding_from_five_bytes_on_fits() {
        let signer = Fixed(vec![vec![1; 5]]);
        let sign1 = assemble(&signer, vec![0; 64], None);
        let bare = encode(&sign1).unwrap().len();
        for extra in (5..600).chain(65_530..65_560) {
            let bytes = pad(&sign1, bare + extra).unwrap();
            assert_eq!(bytes.len(), bare + extra);
            let read = CoseSign1::from_tagged_slice(&bytes).unwrap();
            assert_eq!(read.signature, sign1.signature);
        }
        for extra in 1..5 {
            assert!(matches!(
                pad(&sign1, bare + extra),
                Err(SignError::SpaceExceeded { .. })
            ));
        }
    }

    #[test]
    fn a_token_that_outgrows_its_space_is_named() {
        let signer = Fixed(vec![vec![1; 5]]);
        let sign1 = assemble(&signer, vec![0; 64], None);
        let bare = encode(&sign1).unwrap().len();
        assert!(matches!(
            pad(&sign1, bare - 1),
            Err(SignError::SpaceExceeded { needed, reserved }) if needed == reserved + 1
        ));
    }
}
