//! RFC 3161 time-stamps: the request, and whether a response answers it.
//!
//! How the request travels is the caller's business ([`TimeStamper`]); nothing here opens a
//! connection.

use sha2::{Digest, Sha256};
use thiserror::Error;
use x509_parser::{
    asn1_rs::{Any, Class, FromDer, Tag},
    certificate::X509Certificate,
};

/// Carries a request to a time-stamping authority and brings its response back.
pub trait TimeStamper: Send + Sync {
    /// Sends the DER of a `TimeStampReq`, returns the DER of a `TimeStampResp`.
    ///
    /// # Errors
    /// A text for people when no response came back.
    fn request(&self, request: &[u8]) -> Result<Vec<u8>, String>;
}

/// A response that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum TimeStampProblem {
    /// No response came back.
    #[error("no response: {0}")]
    NoResponse(String),
    /// The response is not the DER of a `TimeStampResp`.
    #[error("the response is not an RFC 3161 TimeStampResp (at {part})")]
    Malformed {
        /// Which part could not be read.
        part: &'static str,
    },
    /// The authority said no (RFC 3161, section 2.4.2: `PKIStatus` other than 0 and 1).
    #[error("the authority refused: status {status}{}{text}", if text.is_empty() { "" } else { ", " })]
    Refused {
        /// `PKIStatus`.
        status: u32,
        /// `statusString`, if it gave one.
        text: String,
    },
    /// The token stamps something else than we sent.
    #[error("the token stamps another message (expected imprint {expected}, found {found})")]
    Imprint {
        /// SHA-256 that was sent, hexadecimal.
        expected: String,
        /// Imprint in the token, hexadecimal.
        found: String,
    },
    /// The imprint uses another hash algorithm than the request.
    #[error("the token's imprint is not SHA-256")]
    ImprintAlgorithm,
    /// The token answers another request.
    #[error("the token does not carry the nonce of the request: it may be an old answer")]
    Nonce,
    /// The token lacks the authority's certificate, which the request asked for.
    #[error("the token carries no certificate of the authority, though the request asked for it")]
    NoCertificate,
    /// The system gave no random bytes for the nonce.
    #[error("the system gave no random bytes for the nonce")]
    NoRandomness,
}

/// A token that answers its request. Its own signature is checked with the finished manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// DER of the `ContentInfo`.
    pub der: Vec<u8>,
    /// `genTime`, seconds since 1970-01-01T00:00:00Z.
    pub time: i64,
    /// Common name of the authority's time-stamping certificate.
    pub authority: String,
}

/// A `TimeStampReq` (RFC 3161, section 2.4.1): SHA-256 imprint, nonce, certificates wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeStampRequest {
    imprint: [u8; 32],
    nonce: [u8; 8],
}

/// `id-sha256` with absent parameters spelled as NULL, as `AlgorithmIdentifier`.
const SHA256: [u8; 15] = [
    0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00,
];
const SHA256_OID: &str = "2.16.840.1.101.3.4.2.1";
const SIGNED_DATA_OID: &str = "1.2.840.113549.1.7.2";
const TST_INFO_OID: &str = "1.2.840.113549.1.9.16.1.4";

impl TimeStampRequest {
    /// A request for `message`, with a fresh nonce.
    ///
    /// # Errors
    /// [`TimeStampProblem::NoRandomness`].
    pub fn new(message: &[u8]) -> Result<Self, TimeStampProblem> {
        let mut nonce = [0; 8];
        getrandom::fill(&mut nonce).map_err(|_| TimeStampProblem::NoRandomness)?;
        Ok(Self::with_nonce(message, nonce))
    }

    /// A request for `message` with the nonce given; its first bits are set so that the integer
    /// is positive and always 8 bytes long.
    #[must_use]
    pub fn with_nonce(message: &[u8], mut nonce: [u8; 8]) -> Self {
        nonce[0] = (nonce[0] & 0x7f) | 0x40;
        Self {
            imprint: Sha256::digest(message).into(),
            nonce,
        }
    }

    /// The DER of the request. Every length in it is below 128, so one byte holds it.
    #[must_use]
    pub fn der(&self) -> Vec<u8> {
        let mut imprint = vec![0x30, 49];
        imprint.extend_from_slice(&SHA256);
        imprint.extend_from_slice(&[0x04, 32]);
        imprint.extend_from_slice(&self.imprint);

        let mut request = vec![0x30, 67, 0x02, 0x01, 0x01];
        request.extend_from_slice(&imprint);
        request.extend_from_slice(&[0x02, 8]);
        request.extend_from_slice(&self.nonce);
        request.extend_from_slice(&[0x01, 0x01, 0xff]);
        request
    }

    /// Asks `authority` and checks what comes back.
    ///
    /// # Errors
    /// Every way in which a response can be unusable.
    pub fn send(&self, authority: &dyn TimeStamper) -> Result<Token, TimeStampProblem> {
        let response = authority
            .request(&self.der())
            .map_err(TimeStampProblem::NoResponse)?;
        self.accept(&response)
    }

    /// Whether `response` (DER of a `TimeStampResp`) answers this request; its token.
    ///
    /// # Errors
    /// Every way in which a response can be unusable.
    pub fn accept(&self, response: &[u8]) -> Result<Token, TimeStampProblem> {
        let malformed = |part| TimeStampProblem::Malformed { part };
        let (_, outer) = Any::from_der(response).map_err(|_| malformed("TimeStampResp"))?;
        expect(&outer, Tag::Sequence, "TimeStampResp")?;
        let (token, status) = Any::from_der(outer.data).map_err(|_| malformed("PKIStatusInfo"))?;
        granted(&status)?;

        let (_, content_info) = Any::from_der(token).map_err(|_| malformed("timeStampToken"))?;
        expect(&content_info, Tag::Sequence, "timeStampToken")?;
        let signed_data = signed_data(&content_info)?;
        self.check_info(signed_data.info)?;
        let time = generation_time(signed_data.info)?;
        Ok(Token {
            der: token
                .get(..token_length(token, &content_info))
                .unwrap_or(token)
                .to_vec(),
            time,
            authority: authority_name(signed_data.certificates)
                .ok_or(TimeStampProblem::NoCertificate)?,
        })
    }

    /// Imprint and nonce of a `TSTInfo`.
    fn check_info(&self, info: &[u8]) -> Result<(), TimeStampProblem> {
        let fields = children(info, "TSTInfo")?;
        let malformed = |part| TimeStampProblem::Malformed { part };
        let imprint = fields.get(2).ok_or(malformed("messageImprint"))?;
        let parts = children(imprint.data, "messageImprint")?;
        let [algorithm, digest] = parts.as_slice() else {
            return Err(malformed("messageImprint"));
        };
        let (_, oid) =
            Any::from_der(algorithm.data).map_err(|_| malformed("messageImprint algorithm"))?;
        if !is_oid(&oid, SHA256_OID) {
            return Err(TimeStampProblem::ImprintAlgorithm);
        }
        if digest.data != self.imprint {
            return Err(TimeStampProblem::Imprint {
                expected: hex::encode(self.imprint),
                found: hex::encode(digest.data),
            });
        }
        // The only INTEGER after genTime is the nonce (accuracy is a SEQUENCE, tsa is tagged).
        let nonce = fields
            .iter()
            .skip(5)
            .find(|field| field.class() == Class::Universal && field.tag() == Tag::Integer);
        match nonce {
            Some(nonce) if nonce.data == self.nonce => Ok(()),
            _ => Err(TimeStampProblem::Nonce),
        }
    }
}

struct SignedData<'a> {
    /// Content of the `TSTInfo` sequence.
    info: &'a [u8],
    /// Content of the implicit `[0]` set of certificates.
    certificates: &'a [u8],
}

fn granted(status: &Any<'_>) -> Result<(), TimeStampProblem> {
    expect(status, Tag::Sequence, "PKIStatusInfo")?;
    let fields = children(status.data, "PKIStatusInfo")?;
    let code = fields
        .first()
        .filter(|field| field.tag() == Tag::Integer)
        .and_then(|field| field.as_u32().ok())
        .ok_or(TimeStampProblem::Malformed { part: "PKIStatus" })?;
    if code <= 1 {
        return Ok(());
    }
    let text = fields
        .get(1)
        .filter(|field| field.tag() == Tag::Sequence)
        .and_then(|field| children(field.data, "statusString").ok())
        .unwrap_or_default()
        .iter()
        .map(|part| String::from_utf8_lossy(part.data).into_owned())
        .collect::<Vec<_>>()
        .join("; ");
    Err(TimeStampProblem::Refused { status: code, text })
}

fn signed_data<'a>(content_info: &Any<'a>) -> Result<SignedData<'a>, TimeStampProblem> {
    let malformed = |part| TimeStampProblem::Malformed { part };
    let parts = children(content_info.data, "ContentInfo")?;
    let [kind, content] = parts.as_slice() else {
        return Err(malformed("ContentInfo"));
    };
    if !is_oid(kind, SIGNED_DATA_OID) {
        return Err(malformed("ContentInfo type"));
    }
    let (_, signed) = Any::from_der(content.data).map_err(|_| malformed("SignedData"))?;
    let fields = children(signed.data, "SignedData")?;
    let encapsulated = fields.get(2).ok_or(malformed("encapContentInfo"))?;
    let parts = children(encapsulated.data, "encapContentInfo")?;
    let [kind, content] = parts.as_slice() else {
        return Err(malformed("encapContentInfo"));
    };
    if !is_oid(kind, TST_INFO_OID) {
        return Err(malformed("encapContentInfo type"));
    }
    let (_, octets) = Any::from_der(content.data).map_err(|_| malformed("eContent"))?;
    let (_, info) = Any::from_der(octets.data).map_err(|_| malformed("TSTInfo"))?;
    expect(&info, Tag::Sequence, "TSTInfo")?;
    let certificates = fields
        .get(3)
        .filter(|field| field.class() == Class::ContextSpecific && field.tag() == Tag(0))
        .ok_or(TimeStampProblem::NoCertificate)?;
    Ok(SignedData {
        info: info.data,
        certificates: certificates.data,
    })
}

fn generation_time(info: &[u8]) -> Result<i64, TimeStampProblem> {
    children(info, "TSTInfo")?
        .get(4)
        .and_then(|field| field.clone().generalizedtime().ok())
        .and_then(|time| time.utc_datetime().ok())
        .map(|time| time.unix_timestamp())
        .ok_or(TimeStampProblem::Malformed { part: "genTime" })
}

/// Common name, else the whole subject, of the certificate meant for time-stamping.
fn authority_name(certificates: &[u8]) -> Option<String> {
    let mut rest = certificates;
    let mut name = None;
    while !rest.is_empty() {
        let (remaining, certificate) = X509Certificate::from_der(rest).ok()?;
        rest = remaining;
        let stamps = certificate
            .extended_key_usage()
            .ok()
            .flatten()
            .is_some_and(|usage| usage.value.time_stamping);
        if stamps {
            let subject = certificate.subject();
            name = Some(
                subject
                    .iter_common_name()
                    .next()
                    .and_then(|attribute| attribute.as_str().ok())
                    .map_or_else(|| subject.to_string(), str::to_owned),
            );
        }
    }
    name
}

/// Bytes that the first element of `der` takes.
fn token_length(der: &[u8], element: &Any<'_>) -> usize {
    Any::from_der(der).map_or(element.data.len(), |(rest, _)| {
        der.len().saturating_sub(rest.len())
    })
}

fn children<'a>(data: &'a [u8], part: &'static str) -> Result<Vec<Any<'a>>, TimeStampProblem> {
    let mut rest = data;
    let mut items = Vec::new();
    while !rest.is_empty() {
        let (remaining, item) =
            Any::from_der(rest).map_err(|_| TimeStampProblem::Malformed { part })?;
        items.push(item);
        rest = remaining;
    }
    Ok(items)
}

fn expect(element: &Any<'_>, tag: Tag, part: &'static str) -> Result<(), TimeStampProblem> {
    if element.class() == Class::Universal && element.tag() == tag {
        Ok(())
    } else {
        Err(TimeStampProblem::Malformed { part })
    }
}

fn is_oid(element: &Any<'_>, dotted: &str) -> bool {
    element
        .clone()
        .oid()
        .is_ok_and(|oid| oid.to_id_string() == dotted)
}

#[cfg(test)]
mod tests;
