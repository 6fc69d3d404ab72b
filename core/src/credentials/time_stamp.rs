//! RFC 3161 time-stamp tokens: read, and their signature and imprint verified. Whether to trust
//! the authority is decided elsewhere ([`super::path::judge_chain`]), as is what a time means.

use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};
use time::{Date, Month, PrimitiveDateTime, Time};
use x509_parser::{prelude::FromDer, x509::AlgorithmIdentifier};

use super::{
    ber::{self, Element, Reader},
    certificate::{
        Certificate, HashFunction, KeyKind, SignatureMethod, hash_function, signature_method,
    },
    evidence::TimeStampEvidence,
};

/// Largest token that is read, in bytes. Tokens with whole chains stay below 20 KiB.
const MAX_TOKEN_BYTES: usize = 1 << 20;

/// Most certificates of a token that are read.
const MAX_CERTIFICATES: usize = 16;

/// `id-signedData` (RFC 5652, section 5.1).
const SIGNED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
/// `id-ct-TSTInfo` (RFC 3161, section 2.4.2).
const TST_INFO: &[u8] = &[
    0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x04,
];
/// `id-contentType` (RFC 5652, section 11.1).
const CONTENT_TYPE: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x03];
/// `id-messageDigest` (RFC 5652, section 11.2).
const MESSAGE_DIGEST: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x04];
/// `id-aa-signingCertificate` (RFC 2634, section 5.4).
const SIGNING_CERTIFICATE: &[u8] = &[
    0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x02, 0x0c,
];
/// `id-aa-signingCertificateV2` (RFC 5035, section 3).
const SIGNING_CERTIFICATE_V2: &[u8] = &[
    0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x02, 0x2f,
];

/// Reads a time-stamp token, or a granted response that holds one, over `message`.
///
/// `message` is what was stamped, before hashing. In a claim signature it is a COSE
/// `Sig_structure` with the context `CounterSignature` (C2PA 2.2, section 10.3.2.5.3) whose
/// payload is, for `sigTst`, the claim; for `sigTst2`, the signature encoded as a CBOR byte
/// string, its header included (section 10.3.2.5.2).
///
/// The result says what the token says; [`TimeStampEvidence::holds`] is true when all of this is
/// so:
/// - exactly one signer, whose certificate came along (RFC 3161, section 2.4.2);
/// - its signed attributes name the content type, the digest of the content and the signer's
///   certificate (RFC 5652, section 5.3; RFC 5035; RFC 5816), each once;
/// - its signature verifies with that certificate's key, under SHA-256, -384 or -512;
/// - the imprint, under one of these hashes, is that of `message`.
///
/// Otherwise [`TimeStampEvidence::problem`] is `timeStamp.malformed`, `timeStamp.mismatch`, or
/// `timeStamp.untrusted` for algorithms that C2PA does not allow (C2PA 2.2, section 15.8.2).
#[must_use]
pub fn read_token(token_or_response: &[u8], message: &[u8], source: &str) -> TimeStampEvidence {
    let mut evidence = TimeStampEvidence {
        source: source.to_owned(),
        ..TimeStampEvidence::default()
    };
    match read(token_or_response, message, &mut evidence) {
        Ok(()) => evidence.holds = true,
        Err(problem) => evidence.problem = Some(problem.code().to_owned()),
    }
    evidence
}

/// The token within a granted time-stamp response (RFC 3161, section 2.4.2); a bare token is
/// returned as it is.
fn token_of(token_or_response: &[u8]) -> Option<&[u8]> {
    if token_or_response.len() > MAX_TOKEN_BYTES {
        return None;
    }
    let outer = Reader::new(token_or_response).take(ber::SEQUENCE)?;
    let mut fields = outer.reader();
    let first = fields.next()?;
    if first.tag == ber::OBJECT_IDENTIFIER {
        return Some(outer.raw);
    }
    if first.tag != ber::SEQUENCE {
        return None;
    }
    let status = first.reader().take(ber::INTEGER)?;
    // granted, grantedWithMods
    if !matches!(status.contents, [0 | 1]) {
        return None;
    }
    Some(fields.take(ber::SEQUENCE)?.raw)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Problem {
    Malformed,
    Mismatch,
    Unsupported,
}

impl Problem {
    const fn code(self) -> &'static str {
        match self {
            Self::Malformed => "timeStamp.malformed",
            Self::Mismatch => "timeStamp.mismatch",
            Self::Unsupported => "timeStamp.untrusted",
        }
    }
}

fn read(bytes: &[u8], message: &[u8], evidence: &mut TimeStampEvidence) -> Result<(), Problem> {
    let malformed = Problem::Malformed;
    let token = token_of(bytes).ok_or(malformed)?;
    let signed = SignedData::parse(token).ok_or(malformed)?;
    let info = StampInfo::parse(&signed.content).ok_or(malformed)?;
    evidence.time = Some(info.time);
    let certificates: Vec<Certificate> = signed
        .certificates
        .iter()
        .filter_map(|der| Certificate::parse(der).ok())
        .collect();
    let signer = certificates
        .iter()
        .find(|certificate| signed.signer.identifies(certificate))
        .ok_or(malformed)?;
    let others = certificates
        .iter()
        .filter(|certificate| certificate.fingerprint() != signer.fingerprint());
    evidence.chain = std::iter::once(signer)
        .chain(others)
        .map(|certificate| certificate.der().to_vec())
        .collect();

    signed.signer.verify(&signed.content, signer)?;
    let imprint = digest(info.imprint_hash.ok_or(Problem::Unsupported)?, message);
    if imprint != info.imprint {
        return Err(Problem::Mismatch);
    }
    Ok(())
}

/// CMS signed data (RFC 5652, section 5.1) around a `TSTInfo`.
struct SignedData<'a> {
    content: Vec<u8>,
    certificates: Vec<&'a [u8]>,
    signer: SignerInfo<'a>,
}

impl<'a> SignedData<'a> {
    fn parse(token: &'a [u8]) -> Option<Self> {
        let mut content_info = Reader::new(token).take(ber::SEQUENCE)?.reader();
        if content_info.take(ber::OBJECT_IDENTIFIER)?.contents != SIGNED_DATA {
            return None;
        }
        let explicit = content_info.take(ber::context(0))?;
        let mut fields = explicit.reader().take(ber::SEQUENCE)?.reader();
        fields.take(ber::INTEGER)?;
        fields.take(ber::SET)?;
        let mut encapsulated = fields.take(ber::SEQUENCE)?.reader();
        if encapsulated.take(ber::OBJECT_IDENTIFIER)?.contents != TST_INFO {
            return None;
        }
        let content = encapsulated
            .take(ber::context(0))?
            .reader()
            .next()?
            .octets(ber::OCTET_STRING)?;
        let certificates = match fields.take(ber::context(0)) {
            Some(set) => set
                .children()?
                .into_iter()
                .filter(|choice| choice.tag == ber::SEQUENCE)
                .take(MAX_CERTIFICATES)
                .map(|choice| choice.raw)
                .collect(),
            None => Vec::new(),
        };
        // Revocation lists are not used.
        let _ = fields.take(ber::context(1));
        let signers = fields.take(ber::SET)?.children()?;
        let [signer] = signers.as_slice() else {
            return None;
        };
        Some(Self {
            content,
            certificates,
            signer: SignerInfo::parse(signer)?,
        })
    }
}

/// Who signed (RFC 5652, section 5.3).
enum SignerIdentifier<'a> {
    IssuerAndSerial { issuer: &'a [u8], serial: &'a [u8] },
    KeyIdentifier(Vec<u8>),
}

struct SignerInfo<'a> {
    identifier: SignerIdentifier<'a>,
    digest_algorithm: Element<'a>,
    attributes: Element<'a>,
    signature_algorithm: Element<'a>,
    signature: Vec<u8>,
}

impl<'a> SignerInfo<'a> {
    fn parse(element: &Element<'a>) -> Option<Self> {
        let mut fields = element.reader();
        fields.take(ber::INTEGER)?;
        let identifier = fields.next()?;
        let identifier = if identifier.tag == ber::SEQUENCE {
            let mut pair = identifier.reader();
            SignerIdentifier::IssuerAndSerial {
                issuer: pair.take(ber::SEQUENCE)?.raw,
                serial: pair.take(ber::INTEGER)?.contents,
            }
        } else {
            // subjectKeyIdentifier [0] IMPLICIT OCTET STRING
            SignerIdentifier::KeyIdentifier(identifier.octets(0x80)?)
        };
        Some(Self {
            identifier,
            digest_algorithm: fields.take(ber::SEQUENCE)?,
            // Required, because the content type is not id-data (RFC 5652, section 5.3).
            attributes: fields.take(ber::context(0))?,
            signature_algorithm: fields.take(ber::SEQUENCE)?,
            signature: fields.next()?.octets(ber::OCTET_STRING)?,
        })
    }

    fn identifies(&self, certificate: &Certificate) -> bool {
        match &self.identifier {
            SignerIdentifier::IssuerAndSerial { issuer, serial } => {
                certificate.issuer_der() == *issuer && certificate.serial() == *serial
            }
            SignerIdentifier::KeyIdentifier(identifier) => {
                certificate.subject_key_identifier() == Some(identifier)
            }
        }
    }

    fn verify(&self, content: &[u8], signer: &Certificate) -> Result<(), Problem> {
        let hash = algorithm(&self.digest_algorithm)
            .and_then(|algorithm| hash_function(algorithm.algorithm.as_bytes()))
            .ok_or(Problem::Unsupported)?;
        let attributes = self.attributes.children().ok_or(Problem::Malformed)?;
        let content_type = attribute(&attributes, CONTENT_TYPE).ok_or(Problem::Malformed)?;
        if content_type.tag != ber::OBJECT_IDENTIFIER || content_type.contents != TST_INFO {
            return Err(Problem::Malformed);
        }
        let stated = attribute(&attributes, MESSAGE_DIGEST)
            .and_then(|value| value.octets(ber::OCTET_STRING))
            .ok_or(Problem::Malformed)?;
        if stated != digest(hash, content) {
            return Err(Problem::Mismatch);
        }
        if !names_signer(&attributes, signer).ok_or(Problem::Malformed)? {
            return Err(Problem::Mismatch);
        }
        let method = self.method(hash, signer)?;
        let holds = |body: &[u8]| {
            let message = ber::encode(ber::SET, body);
            signer.verifies(&method, &message, &self.signature)
        };
        // DER wants the attributes sorted (RFC 5652, section 5.4). Some authorities sign them as
        // they send them, others send them unsorted and sign them sorted; both say the same.
        let mut sorted: Vec<&[u8]> = attributes.iter().map(|attribute| attribute.raw).collect();
        sorted.sort_unstable();
        if holds(self.attributes.contents) || holds(&sorted.concat()) {
            Ok(())
        } else {
            Err(Problem::Mismatch)
        }
    }

    /// The signature method; `rsaEncryption` and `id-ecPublicKey` take the hash of the digest
    /// algorithm (RFC 3370, section 3.2; RFC 5753).
    fn method(&self, hash: HashFunction, signer: &Certificate) -> Result<SignatureMethod, Problem> {
        use c2pa_raw_crypto::oids::{EC_PUBLICKEY_OID, RSA_OID};
        let algorithm = algorithm(&self.signature_algorithm).ok_or(Problem::Malformed)?;
        let oid = algorithm.algorithm.as_bytes();
        let method = if oid == RSA_OID.as_bytes() {
            SignatureMethod::RsaPkcs1(hash)
        } else if oid == EC_PUBLICKEY_OID.as_bytes() {
            SignatureMethod::Ecdsa(hash)
        } else {
            signature_method(&algorithm)
        };
        let known_key = !matches!(signer.key(), KeyKind::Other(_));
        match method {
            SignatureMethod::Unsupported(_) => Err(Problem::Unsupported),
            method if known_key => Ok(method),
            _ => Err(Problem::Unsupported),
        }
    }
}

/// The single value of the single attribute of this type.
fn attribute<'a>(attributes: &[Element<'a>], wanted: &[u8]) -> Option<Element<'a>> {
    let mut values = attributes.iter().filter_map(|attribute| {
        let mut fields = attribute.reader();
        let matches = fields.take(ber::OBJECT_IDENTIFIER)?.contents == wanted;
        matches.then(|| fields.take(ber::SET))
    });
    let values_of_first = values.next()??;
    if values.next().is_some() {
        return None;
    }
    match values_of_first.children()?.as_slice() {
        [value] => Some(*value),
        _ => None,
    }
}

/// Whether the signing-certificate attribute names `signer`, against substitution of another
/// certificate for the same key (RFC 3161, section 2.4.2; RFC 5816). `None` when it is absent or
/// cannot be read.
fn names_signer(attributes: &[Element<'_>], signer: &Certificate) -> Option<bool> {
    if let Some(value) = attribute(attributes, SIGNING_CERTIFICATE_V2) {
        let mut identifier = first_certificate_identifier(&value)?;
        let hash = match identifier.take(ber::SEQUENCE) {
            // An absent algorithm means SHA-256 (RFC 5035, section 4).
            None => HashFunction::Sha256,
            Some(element) => hash_function(algorithm(&element)?.algorithm.as_bytes())?,
        };
        let stated = identifier.take(ber::OCTET_STRING)?.contents;
        return Some(stated == digest(hash, signer.der()));
    }
    let value = attribute(attributes, SIGNING_CERTIFICATE)?;
    let stated = first_certificate_identifier(&value)?.take(ber::OCTET_STRING)?;
    // RFC 2634, section 5.4.1 fixes SHA-1; the signature does not rest on it.
    Some(stated.contents == Sha1::digest(signer.der()).as_slice())
}

/// `SigningCertificate { certs SEQUENCE OF ESSCertID, ... }`: the first names the signer.
fn first_certificate_identifier<'a>(value: &Element<'a>) -> Option<Reader<'a>> {
    let identifiers = value.reader().take(ber::SEQUENCE)?;
    Some(identifiers.reader().take(ber::SEQUENCE)?.reader())
}

/// What an authority states (RFC 3161, section 2.4.2).
struct StampInfo {
    imprint_hash: Option<HashFunction>,
    imprint: Vec<u8>,
    time: i64,
}

impl StampInfo {
    fn parse(content: &[u8]) -> Option<Self> {
        let mut fields = Reader::new(content).take(ber::SEQUENCE)?.reader();
        fields.take(ber::INTEGER)?;
        fields.take(ber::OBJECT_IDENTIFIER)?;
        let mut imprint = fields.take(ber::SEQUENCE)?.reader();
        let hash = algorithm(&imprint.take(ber::SEQUENCE)?)?;
        let imprint_hash = hash_function(hash.algorithm.as_bytes());
        let imprint = imprint.next()?.octets(ber::OCTET_STRING)?;
        fields.take(ber::INTEGER)?;
        Some(Self {
            imprint_hash,
            imprint,
            time: generalized_time(fields.take(ber::GENERALIZED_TIME)?.contents)?,
        })
    }
}

fn algorithm<'a>(element: &Element<'a>) -> Option<AlgorithmIdentifier<'a>> {
    AlgorithmIdentifier::from_der(element.raw)
        .ok()
        .map(|(_, algorithm)| algorithm)
}

fn digest(hash: HashFunction, message: &[u8]) -> Vec<u8> {
    match hash {
        HashFunction::Sha256 => Sha256::digest(message).to_vec(),
        HashFunction::Sha384 => Sha384::digest(message).to_vec(),
        HashFunction::Sha512 => Sha512::digest(message).to_vec(),
    }
}

/// `YYYYMMDDhhmmss[.s...]Z` in seconds since 1970-01-01T00:00:00Z; fractions are dropped
/// (RFC 3161, section 2.4.2).
fn generalized_time(text: &[u8]) -> Option<i64> {
    let text = std::str::from_utf8(text).ok()?.strip_suffix('Z')?;
    let whole = match text.split_once('.') {
        Some((whole, fraction)) => {
            let digits = !fraction.is_empty() && fraction.bytes().all(|b| b.is_ascii_digit());
            digits.then_some(whole)?
        }
        None => text,
    };
    if whole.len() != 14 || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = |range: std::ops::Range<usize>| whole.get(range)?.parse::<u8>().ok();
    let date = Date::from_calendar_date(
        whole.get(..4)?.parse().ok()?,
        Month::try_from(number(4..6)?).ok()?,
        number(6..8)?,
    )
    .ok()?;
    // A leap second counts as the last second of its minute.
    let time = Time::from_hms(number(8..10)?, number(10..12)?, number(12..14)?.min(59)).ok()?;
    Some(
        PrimitiveDateTime::new(date, time)
            .assume_utc()
            .unix_timestamp(),
    )
}

#[cfg(test)]
mod tests;
