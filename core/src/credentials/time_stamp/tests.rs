use proptest::prelude::*;

use super::*;
use crate::credentials::test_pki::{Issued, NOW, Shape, good};

const MESSAGE: &[u8] = b"what was stamped";
/// `id-sha512`, which Ed25519 in CMS goes with (RFC 8419, section 3).
const SHA512: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03];
const SHA256: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];
const SHA1: &[u8] = &[0x2b, 0x0e, 0x03, 0x02, 0x1a];
const ED25519: &[u8] = &[0x2b, 0x65, 0x70];

fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    ber::encode(ber::SEQUENCE, &parts.concat())
}

fn oid(bytes: &[u8]) -> Vec<u8> {
    ber::encode(ber::OBJECT_IDENTIFIER, bytes)
}

fn octets(bytes: &[u8]) -> Vec<u8> {
    ber::encode(ber::OCTET_STRING, bytes)
}

fn integer(bytes: &[u8]) -> Vec<u8> {
    ber::encode(ber::INTEGER, bytes)
}

fn one_attribute(kind: &[u8], value: &[u8]) -> Vec<u8> {
    sequence(&[&oid(kind), &ber::encode(ber::SET, value)])
}

/// A time-stamp authority that does what a test asks.
struct Authority {
    signer: Issued,
    middle: Issued,
    time: &'static str,
    imprint_hash: &'static [u8],
    /// Names another certificate in the signing-certificate attribute.
    names: Option<Vec<u8>>,
    /// Uses the older attribute, with SHA-1.
    old_attribute: bool,
    /// What the content-type attribute says, as often as it says something.
    content_types: Vec<&'static [u8]>,
    attributes_reversed: bool,
    signed_sorted: bool,
    signers: usize,
    certificates: bool,
}

impl Authority {
    fn new() -> Self {
        let middle = good().middle;
        Self {
            signer: Shape::time_stamper("Clock", 5).signed_by(&middle),
            middle,
            time: "20260101000000Z",
            imprint_hash: SHA256,
            names: None,
            old_attribute: false,
            content_types: vec![TST_INFO],
            attributes_reversed: false,
            signed_sorted: false,
            signers: 1,
            certificates: true,
        }
    }

    fn stamp_info(&self) -> Vec<u8> {
        let imprint = match self.imprint_hash {
            SHA256 => Sha256::digest(MESSAGE).to_vec(),
            SHA512 => Sha512::digest(MESSAGE).to_vec(),
            _ => Sha1::digest(MESSAGE).to_vec(),
        };
        sequence(&[
            &integer(&[1]),
            &oid(&[0x2a, 0x03]),
            &sequence(&[&sequence(&[&oid(self.imprint_hash)]), &octets(&imprint)]),
            &integer(&[9]),
            &ber::encode(ber::GENERALIZED_TIME, self.time.as_bytes()),
        ])
    }

    fn signer_info(&self, info: &[u8]) -> Vec<u8> {
        let certificate = self.signer.certificate();
        let named = self
            .names
            .clone()
            .unwrap_or_else(|| self.signer.der.clone());
        let names_signer = if self.old_attribute {
            let identifier = sequence(&[&octets(&Sha1::digest(&named))]);
            one_attribute(SIGNING_CERTIFICATE, &sequence(&[&sequence(&[&identifier])]))
        } else {
            let identifier = sequence(&[&octets(&Sha256::digest(&named))]);
            one_attribute(
                SIGNING_CERTIFICATE_V2,
                &sequence(&[&sequence(&[&identifier])]),
            )
        };
        let mut attributes = vec![
            one_attribute(MESSAGE_DIGEST, &octets(&Sha512::digest(info))),
            names_signer,
        ];
        for content_type in &self.content_types {
            attributes.push(one_attribute(CONTENT_TYPE, &oid(content_type)));
        }
        attributes.sort();
        let sorted = attributes.concat();
        if self.attributes_reversed {
            attributes.reverse();
        }
        let sent = attributes.concat();
        let signed = if self.signed_sorted { &sorted } else { &sent };
        let signature = self.signer.shape.key.sign(&ber::encode(ber::SET, signed));
        sequence(&[
            &integer(&[1]),
            &sequence(&[certificate.issuer_der(), &integer(certificate.serial())]),
            &sequence(&[&oid(SHA512)]),
            &ber::encode(ber::context(0), &sent),
            &sequence(&[&oid(ED25519)]),
            &octets(&signature),
        ])
    }

    fn token(&self) -> Vec<u8> {
        let info = self.stamp_info();
        let signer_info = self.signer_info(&info);
        let certificates = if self.certificates {
            let both = [self.middle.der.clone(), self.signer.der.clone()].concat();
            ber::encode(ber::context(0), &both)
        } else {
            Vec::new()
        };
        let content = ber::encode(ber::context(0), &octets(&info));
        let signed = sequence(&[
            &integer(&[3]),
            &ber::encode(ber::SET, &sequence(&[&oid(SHA512)])),
            &sequence(&[&oid(TST_INFO), &content]),
            &certificates,
            &ber::encode(ber::SET, &signer_info.repeat(self.signers)),
        ]);
        sequence(&[&oid(SIGNED_DATA), &ber::encode(ber::context(0), &signed)])
    }

    fn read(&self) -> TimeStampEvidence {
        read_token(&self.token(), MESSAGE, "sigTst2")
    }
}

fn problem(authority: &Authority) -> Option<String> {
    let evidence = authority.read();
    assert_eq!(evidence.holds, evidence.problem.is_none());
    evidence.problem
}

const MALFORMED: &str = "timeStamp.malformed";
const MISMATCH: &str = "timeStamp.mismatch";
const UNTRUSTED: &str = "timeStamp.untrusted";

#[test]
fn a_token_states_its_time_and_hands_over_its_chain() {
    let authority = Authority::new();
    let evidence = authority.read();
    assert!(evidence.holds);
    assert_eq!(evidence.source, "sigTst2");
    assert_eq!(evidence.time, Some(NOW));
    assert_eq!(
        evidence.chain,
        [authority.signer.der.clone(), authority.middle.der.clone()],
        "signer first"
    );
}

#[test]
fn a_granted_response_is_read_and_a_refusal_is_not() {
    let token = Authority::new().token();
    let response = |status: u8| sequence(&[&sequence(&[&integer(&[status])]), &token]);
    assert!(read_token(&response(0), MESSAGE, "sigTst").holds);
    assert!(read_token(&response(1), MESSAGE, "sigTst").holds);
    let refused = read_token(&response(2), MESSAGE, "sigTst");
    assert_eq!(refused.problem.as_deref(), Some(MALFORMED));
}

#[test]
fn another_message_does_not_match() {
    let evidence = read_token(&Authority::new().token(), b"another", "sigTst2");
    assert!(!evidence.holds);
    assert_eq!(evidence.problem.as_deref(), Some(MISMATCH));
}

#[test]
fn every_altered_byte_of_statement_and_signature_is_noticed() {
    let authority = Authority::new();
    let token = authority.token();
    let info = authority.stamp_info();
    let start = token
        .windows(info.len())
        .position(|window| window == info)
        .unwrap();
    let end_of_token = token.len();
    let altered = (start..start.saturating_add(info.len()))
        .chain(end_of_token.saturating_sub(64)..end_of_token);
    for index in altered {
        let mut forged = token.clone();
        forged[index] ^= 1;
        assert!(
            !read_token(&forged, MESSAGE, "sigTst2").holds,
            "byte {index}"
        );
    }
}

#[test]
fn attributes_may_be_unsorted_whichever_order_was_signed() {
    for signed_sorted in [false, true] {
        let mut authority = Authority::new();
        authority.attributes_reversed = true;
        authority.signed_sorted = signed_sorted;
        assert_eq!(problem(&authority), None);
    }
}

#[test]
fn the_signing_certificate_attribute_must_name_the_signer() {
    let mut authority = Authority::new();
    authority.old_attribute = true;
    assert_eq!(problem(&authority), None);
    authority.names = Some(authority.middle.der.clone());
    assert_eq!(problem(&authority).as_deref(), Some(MISMATCH));
    authority.old_attribute = false;
    assert_eq!(problem(&authority).as_deref(), Some(MISMATCH));
}

#[test]
fn the_content_type_is_signed_once_and_is_a_time_stamp() {
    for content_types in [vec![], vec![SIGNED_DATA], vec![TST_INFO, TST_INFO]] {
        let mut authority = Authority::new();
        authority.content_types = content_types;
        assert_eq!(problem(&authority).as_deref(), Some(MALFORMED));
    }
}

#[test]
fn exactly_one_signer_with_its_certificate_is_wanted() {
    let mut authority = Authority::new();
    authority.signers = 2;
    assert_eq!(problem(&authority).as_deref(), Some(MALFORMED));
    authority.signers = 0;
    assert_eq!(problem(&authority).as_deref(), Some(MALFORMED));
    let mut authority = Authority::new();
    authority.certificates = false;
    assert_eq!(problem(&authority).as_deref(), Some(MALFORMED));
}

#[test]
fn sha1_imprints_are_not_accepted() {
    let mut authority = Authority::new();
    authority.imprint_hash = SHA1;
    assert_eq!(problem(&authority).as_deref(), Some(UNTRUSTED));
    authority.imprint_hash = SHA512;
    assert_eq!(problem(&authority), None);
}

#[test]
fn times_are_read_with_fractions_and_leap_seconds() {
    let read = |text: &str| generalized_time(text.as_bytes());
    assert_eq!(read("19700101000000Z"), Some(0));
    assert_eq!(read("20260101000000.25Z"), Some(NOW));
    assert_eq!(read("19700101000060Z"), Some(59));
    for wrong in [
        "",
        "Z",
        "20260101000000",
        "2026010100000Z",
        "20261301000000Z",
        "20260101250000Z",
        "20260101000000.Z",
        "20260101000000.xZ",
        "20260101000000+0100",
        "2026010100000\u{661}Z",
    ] {
        assert_eq!(read(wrong), None, "{wrong}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(!read_token(&bytes, MESSAGE, "sigTst").holds);
    }

    #[test]
    fn any_altered_token_returns(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut token = Authority::new().token();
        let at = at.index(token.len());
        token[at] = byte;
        let _ = read_token(&token, MESSAGE, "sigTst");
    }
}
