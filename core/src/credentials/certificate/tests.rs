#![allow(
    clippy::arithmetic_side_effects,
    reason = "positions in certificates made here"
)]

use proptest::prelude::*;
use rcgen::{DistinguishedName, DnType, DnValue, IsCa};

use super::*;
use crate::credentials::{
    ber,
    profile::{Purpose, Requirement, Role, Rule, check_profile},
    test_pki::{Shape, good},
    trust::TrustStore,
};

fn rules(certificate: &Certificate, role: Role) -> Vec<(Rule, Requirement)> {
    let accepted = TrustStore::default().usages(Purpose::ClaimSigning);
    check_profile(certificate, role, &accepted)
        .into_iter()
        .map(|violation| (violation.rule, violation.requirement))
        .collect()
}

const SIGNER: Role = Role::EndEntity(Purpose::ClaimSigning);

#[test]
fn facts_are_those_of_the_certificate() {
    let leaf = good().leaf.certificate();
    assert_eq!(leaf.version(), 3);
    assert_eq!(leaf.serial(), [0x40, 3]);
    assert_eq!(leaf.subject(), "CN=Camera, O=Test Press");
    assert_eq!(leaf.issuer(), "CN=Middle, O=Test Press");
    assert_eq!(leaf.issuer_organization(), Some("Test Press"));
    assert_eq!(leaf.key(), &KeyKind::Ed25519);
    assert_eq!(leaf.subject_key_identifier(), Some(&[3; 20][..]));
    assert_eq!(leaf.authority_key_identifier(), Some(&[2; 20][..]));
    assert!(!leaf.is_authority() && !leaf.is_self_issued());
    let shown = format!("{leaf:?}");
    assert!(shown.contains("Camera") && shown.len() < 300);
}

#[test]
fn exactly_one_certificate_is_wanted() {
    let der = good().leaf.der;
    let mut longer = der.clone();
    longer.push(0);
    assert_eq!(
        Certificate::parse(&longer),
        Err(CertificateError::TrailingBytes { count: 1 })
    );
    assert!(matches!(
        Certificate::parse(&der[1..]),
        Err(CertificateError::Malformed { .. })
    ));
    assert_eq!(
        Certificate::parse(&vec![0x30; MAX_CERTIFICATE_BYTES + 1]),
        Err(CertificateError::TooLarge {
            length: MAX_CERTIFICATE_BYTES + 1
        })
    );
}

#[test]
fn repeated_and_malformed_extensions_are_refused() {
    let parse = |shape: Shape| Certificate::parse(&shape.self_signed().der);
    let key_usage: &[u64] = &[2, 5, 29, 15];
    let repeated = Shape::leaf("Camera", 3).extension(key_usage, &[3, 2, 7, 0x80], true);
    assert_eq!(
        parse(repeated),
        Err(CertificateError::ExtensionRepeated {
            oid: "2.5.29.15".to_owned()
        })
    );
    for critical in [false, true] {
        let malformed = Shape::leaf("Camera", 3)
            .with(|params| params.key_usages.clear())
            .extension(key_usage, &[5, 0], critical);
        assert_eq!(
            parse(malformed),
            Err(CertificateError::ExtensionMalformed {
                oid: "2.5.29.15".to_owned()
            })
        );
    }
}

#[test]
fn an_old_certificate_breaks_the_rules_one_by_one() {
    let block = pem::parse(include_str!("../identity/test_keys/old.crt")).unwrap();
    let old = Certificate::parse(block.contents()).unwrap();
    let broken: Vec<Rule> = rules(&old, SIGNER)
        .into_iter()
        .map(|(rule, _)| rule)
        .collect();
    for rule in [
        Rule::SignatureAlgorithm,
        Rule::PublicKey,
        Rule::Version,
        Rule::KeyUsagePresent,
        Rule::AuthorityKeyIdentifier,
        Rule::PurposePresent,
        Rule::Organization,
    ] {
        assert!(broken.contains(&rule), "{rule}");
    }
    assert!(!old.is_signed_by(&old), "SHA-1 is not verified");
}

#[test]
fn algorithm_fields_must_agree() {
    let mut der = good().leaf.der;
    // The last id-Ed25519 is the outer field; the one next to it is id-Ed448.
    let outer = der
        .windows(3)
        .rposition(|bytes| bytes == [0x2b, 0x65, 0x70])
        .unwrap();
    der[outer + 2] = 0x71;
    let certificate = Certificate::parse(&der).unwrap();
    assert!(!certificate.signature_methods_agree());
    assert_eq!(
        rules(&certificate, SIGNER),
        [
            (Rule::SignatureAlgorithm, Requirement::Shall),
            (Rule::SignatureAlgorithmAgrees, Requirement::Shall)
        ]
    );
}

#[test]
fn unique_identifiers_are_refused() {
    let der = good().leaf.der;
    let outer = ber::Reader::new(&der).next().unwrap();
    let [signed, algorithm, signature] = outer.children().unwrap()[..] else {
        panic!("three fields");
    };
    let mut fields: Vec<Vec<u8>> = signed
        .children()
        .unwrap()
        .iter()
        .map(|field| field.raw.to_vec())
        .collect();
    // issuerUniqueID [1] IMPLICIT BIT STRING, between the key and the extensions.
    fields.insert(fields.len() - 1, vec![0x81, 2, 0, 1]);
    let signed = ber::encode(ber::SEQUENCE, &fields.concat());
    let whole = [&signed[..], algorithm.raw, signature.raw].concat();
    let certificate = Certificate::parse(&ber::encode(ber::SEQUENCE, &whole)).unwrap();
    assert_eq!(
        rules(&certificate, SIGNER),
        [(Rule::UniqueIdentifiers, Requirement::Shall)]
    );
}

#[test]
fn rules_that_say_should_are_told_apart() {
    let middle = good().middle;
    let lenient = Shape::leaf("Camera", 3)
        .with(|params| {
            params.key_usages.clear();
            params.is_ca = IsCa::NoCa;
        })
        .extension(&[2, 5, 29, 15], &[3, 2, 7, 0x80], false)
        .signed_by(&middle)
        .certificate();
    assert_eq!(
        rules(&lenient, SIGNER),
        [
            (Rule::KeyUsageCritical, Requirement::Should),
            (Rule::SubjectKeyIdentifier, Requirement::Should)
        ]
    );
}

#[test]
fn an_authority_needs_its_key_identifier() {
    let middle = good().middle;
    let authority = Shape::authority("Inner", 9, None)
        .with(|params| params.is_ca = IsCa::NoCa)
        .extension(&[2, 5, 29, 19], &[0x30, 3, 1, 1, 0xff], true)
        .signed_by(&middle)
        .certificate();
    assert!(authority.is_authority());
    assert_eq!(
        rules(&authority, Role::Authority),
        [(Rule::SubjectKeyIdentifier, Requirement::Shall)]
    );
}

#[test]
fn validity_that_ends_before_it_begins_is_refused() {
    let certificate = Shape::leaf("Camera", 3)
        .valid(1, -1)
        .signed_by(&good().middle)
        .certificate();
    assert_eq!(
        rules(&certificate, SIGNER),
        [(Rule::Validity, Requirement::Shall)]
    );
}

#[test]
fn names_are_read_in_every_string_type() {
    let named = |value: DnValue| {
        let mut name = DistinguishedName::new();
        name.push(DnType::OrganizationName, value);
        let shape = Shape::leaf("Camera", 3).with(|params| params.distinguished_name = name);
        shape
            .self_signed()
            .certificate()
            .organization()
            .map(str::to_owned)
    };
    assert_eq!(
        named(DnValue::Utf8String("報道".to_owned())).as_deref(),
        Some("報道")
    );
    let wide = DnValue::BmpString(rcgen::string::BmpString::try_from("報道").unwrap());
    assert_eq!(named(wide).as_deref(), Some("報道"));
    let old = DnValue::TeletexString(rcgen::string::TeletexString::try_from("Press").unwrap());
    assert_eq!(named(old).as_deref(), Some("Press"));
    assert_eq!(
        named(DnValue::Utf8String("  ".to_owned())),
        None,
        "blank is no name"
    );
}

#[test]
fn methods_and_keys_must_fit() {
    let leaf = good().leaf;
    let signature = leaf.shape.key.sign(b"message");
    let certificate = leaf.certificate();
    assert!(certificate.verifies(&SignatureMethod::Ed25519, b"message", &signature));
    for method in [
        SignatureMethod::Ecdsa(HashFunction::Sha256),
        SignatureMethod::RsaPkcs1(HashFunction::Sha256),
        SignatureMethod::RsaPss(HashFunction::Sha256),
        SignatureMethod::Unsupported("1.2.3".to_owned()),
    ] {
        assert!(!certificate.verifies(&method, b"message", &signature));
    }
    for length in [0, 1, 63, 65, 4096] {
        assert!(!certificate.verifies(&SignatureMethod::Ed25519, b"message", &vec![1; length]));
    }
}

/// Of the bytes that the signature does not cover none may be written otherwise.
#[test]
fn a_certificate_is_written_in_one_way_only() {
    let good = good();
    let (middle, der) = (good.middle.certificate(), &good.leaf.der);
    let leaf = Certificate::parse(der).unwrap();
    assert!(leaf.methods_agree && leaf.is_signed_by(&middle));
    let signed = leaf.to_be_signed.as_slice();
    let begin = (2..=4).find(|at| der[*at..].starts_with(signed)).unwrap();
    let outside = (0..begin).chain(begin + signed.len()..der.len());
    let mut tried = 0;
    for (at, bit) in outside.flat_map(|at| (0..8).map(move |bit| (at, bit))) {
        let mut altered = der.clone();
        altered[at] ^= 1 << bit;
        let accepted = Certificate::parse(&altered)
            .is_ok_and(|altered| altered.methods_agree && altered.is_signed_by(&middle));
        assert!(!accepted, "bit {bit} of byte {at}");
        tried += 1;
    }
    assert!(tried > 8 * 64, "{tried}");
    // Lengths of two bytes, too.
    let rsa = pem::parse(include_str!("../identity/test_keys/rsa.crt")).unwrap();
    assert!(Certificate::parse(rsa.contents()).unwrap().methods_agree);
}

proptest! {
    #[test]
    fn any_bytes_parse_or_not(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(Certificate::parse(&bytes).is_err());
    }

    #[test]
    fn any_altered_certificate_parses_or_not(
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        signature in prop::collection::vec(any::<u8>(), 0..150),
    ) {
        let rsa = pem::parse(include_str!("../identity/test_keys/rsa.crt")).unwrap();
        let curve = pem::parse(include_str!("../identity/test_keys/p256.crt")).unwrap();
        for block in [rsa, curve] {
            let mut der = block.into_contents();
            let at = at.index(der.len());
            der[at] = byte;
            if let Ok(certificate) = Certificate::parse(&der) {
                let _ = certificate.is_self_signed();
                for method in [
                    SignatureMethod::Ecdsa(HashFunction::Sha256),
                    SignatureMethod::RsaPkcs1(HashFunction::Sha256),
                    SignatureMethod::RsaPss(HashFunction::Sha256),
                ] {
                    prop_assert!(!certificate.verifies(&method, b"message", &signature));
                }
            }
        }
    }
}
