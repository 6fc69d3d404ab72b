//! A tiny time-stamping authority (RFC 3161) for tests. TEST ONLY: it believes whatever time it
//! is told.

use sha2::{Digest, Sha256, Sha512};
use time::OffsetDateTime;
use x509_parser::{certificate::X509Certificate, prelude::FromDer};

use super::pki::{Leaf, TestIdentity};

/// An authority with an Ed25519 key.
pub(crate) struct TestAuthority {
    /// Its chain; trust the root.
    pub(crate) identity: TestIdentity,
}

/// What the authority gets wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Mistake {
    /// Nothing.
    #[default]
    None,
    /// It refuses, with a reason.
    Refuses,
    /// It stamps something else.
    OtherImprint,
    /// It answers with another nonce.
    OtherNonce,
    /// It leaves its certificates out.
    NoCertificates,
    /// Its signature does not verify.
    BrokenSignature,
}

const SHA512: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03];
const ED25519: &[u8] = &[0x2b, 0x65, 0x70];
const SIGNED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
const TST_INFO: &[u8] = &[
    0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x04,
];
const CONTENT_TYPE: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x03];
const MESSAGE_DIGEST: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x04];
const SIGNING_CERTIFICATE_V2: &[u8] = &[
    0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x02, 0x2f,
];
/// 1.3.6.1.4.1.99999.1: a policy nobody registered.
const POLICY: &[u8] = &[0x2b, 0x06, 0x01, 0x04, 0x01, 0x86, 0x8d, 0x1f, 0x01];

impl TestAuthority {
    /// An authority whose keys come from `seed`.
    pub(crate) fn new(seed: u8) -> Self {
        Self {
            identity: TestIdentity::new("Test Clock", Leaf::TimeStamps, seed),
        }
    }

    /// The DER of a `TimeStampResp` for the DER of a `TimeStampReq`, at `unix` seconds.
    pub(crate) fn respond(&self, request: &[u8], unix: i64) -> Vec<u8> {
        self.respond_with(request, unix, Mistake::None)
    }

    /// The same, with a mistake in it.
    pub(crate) fn respond_with(&self, request: &[u8], unix: i64, mistake: Mistake) -> Vec<u8> {
        if mistake == Mistake::Refuses {
            let text = tlv(0x30, &tlv(0x0c, b"closed on sundays"));
            return tlv(0x30, &tlv(0x30, &[integer(&[2]), text].concat()));
        }
        let (mut imprint, mut nonce) = read_request(request);
        match mistake {
            Mistake::OtherImprint => *imprint.last_mut().unwrap() ^= 1,
            Mistake::OtherNonce => *nonce.last_mut().unwrap() ^= 1,
            _ => {}
        }
        let info = time_stamp_info(&imprint, &nonce, unix);
        tlv(
            0x30,
            &[tlv(0x30, &integer(&[0])), self.token(&info, mistake)].concat(),
        )
    }

    fn token(&self, info: &[u8], mistake: Mistake) -> Vec<u8> {
        let (_, leaf) = X509Certificate::from_der(&self.identity.chain[0]).unwrap();
        let signer_id = tlv(
            0x30,
            &[leaf.issuer().as_raw().to_vec(), integer(leaf.raw_serial())].concat(),
        );
        // RFC 5816: which certificate signed, by its SHA-256.
        let leaf_hash = Sha256::digest(&self.identity.chain[0]);
        let certificate_id = tlv(0x30, &tlv(0x30, &tlv(0x30, &tlv(0x04, &leaf_hash))));
        // RFC 5652, section 5.4: signed as a SET, stored as [0]; DER sorts by encoding.
        let mut attributes = [
            attribute(CONTENT_TYPE, &oid(TST_INFO)),
            attribute(MESSAGE_DIGEST, &tlv(0x04, &Sha512::digest(info))),
            attribute(SIGNING_CERTIFICATE_V2, &certificate_id),
        ];
        attributes.sort();
        let attributes = attributes.concat();
        let mut signature = self.identity.sign(&tlv(0x31, &attributes));
        if mistake == Mistake::BrokenSignature {
            signature[10] ^= 1;
        }
        let signer = tlv(
            0x30,
            &[
                integer(&[1]),
                signer_id,
                algorithm(SHA512),
                tlv(0xa0, &attributes),
                algorithm(ED25519),
                tlv(0x04, &signature),
            ]
            .concat(),
        );
        let certificates = match mistake {
            Mistake::NoCertificates => Vec::new(),
            _ => tlv(0xa0, &self.identity.chain.concat()),
        };
        let signed_data = tlv(
            0x30,
            &[
                integer(&[3]),
                tlv(0x31, &algorithm(SHA512)),
                tlv(0x30, &[oid(TST_INFO), tlv(0xa0, &tlv(0x04, info))].concat()),
                certificates,
                tlv(0x31, &signer),
            ]
            .concat(),
        );
        tlv(0x30, &[oid(SIGNED_DATA), tlv(0xa0, &signed_data)].concat())
    }
}

fn time_stamp_info(imprint: &[u8], nonce: &[u8], unix: i64) -> Vec<u8> {
    let time = OffsetDateTime::from_unix_timestamp(unix).unwrap();
    let time = format!(
        "{:04}{:02}{:02}{:02}{:02}{:02}Z",
        time.year(),
        u8::from(time.month()),
        time.day(),
        time.hour(),
        time.minute(),
        time.second()
    );
    tlv(
        0x30,
        &[
            integer(&[1]),
            oid(POLICY),
            imprint.to_vec(),
            integer(&[0x51]),
            tlv(0x18, time.as_bytes()),
            nonce.to_vec(),
        ]
        .concat(),
    )
}

/// The encoded `messageImprint` and `nonce` of a request as hallmark writes it.
fn read_request(request: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let content = &request[2..];
    let after_version = &content[3..];
    let imprint = &after_version[..2 + usize::from(after_version[1])];
    let rest = &after_version[imprint.len()..];
    let nonce = &rest[..2 + usize::from(rest[1])];
    (imprint.to_vec(), nonce.to_vec())
}

fn attribute(kind: &[u8], value: &[u8]) -> Vec<u8> {
    tlv(0x30, &[oid(kind), tlv(0x31, value)].concat())
}

fn algorithm(kind: &[u8]) -> Vec<u8> {
    tlv(0x30, &oid(kind))
}

fn oid(content: &[u8]) -> Vec<u8> {
    tlv(0x06, content)
}

fn integer(content: &[u8]) -> Vec<u8> {
    tlv(0x02, content)
}

fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len();
    let mut bytes = vec![tag];
    match length {
        0..128 => bytes.push(u8::try_from(length).unwrap()),
        128..256 => bytes.extend([0x81, u8::try_from(length).unwrap()]),
        _ => {
            bytes.push(0x82);
            bytes.extend(u16::try_from(length).unwrap().to_be_bytes());
        }
    }
    bytes.extend_from_slice(content);
    bytes
}
