#![allow(
    clippy::arithmetic_side_effects,
    reason = "offsets of fixed dates, far from any bound"
)]

use proptest::prelude::*;
use time::macros::datetime;
use x509_parser::{
    certification_request::X509CertificationRequest, extensions::ParsedExtension, prelude::FromDer,
};

use super::*;
use crate::credentials::{
    certificate::{HashFunction, SignatureMethod},
    path::judge_chain,
    profile::{Purpose, Requirement},
    test_pki::{Good, Issued, NOW, Shape, YEAR, good},
    trust::{Intent, TrustStore, parse_material},
};

const P256: (&str, &str) = (
    include_str!("test_keys/p256.crt"),
    include_str!("test_keys/p256.pem"),
);
const P256_SEC1: (&str, &str) = (P256.0, include_str!("test_keys/p256.sec1.pem"));
const P384: (&str, &str) = (
    include_str!("test_keys/p384.crt"),
    include_str!("test_keys/p384.pem"),
);
const RSA: (&str, &str) = (
    include_str!("test_keys/rsa.crt"),
    include_str!("test_keys/rsa.pem"),
);
const RSA_PKCS1: (&str, &str) = (RSA.0, include_str!("test_keys/rsa.pkcs1.pem"));

fn new_identity() -> NewIdentity {
    NewIdentity {
        name: "Ana Reporter".to_owned(),
        organization: "Test Press".to_owned(),
        not_before: datetime!(2025-12-01 0:00 UTC),
        days: 365,
    }
}

fn seed(byte: u8) -> Zeroizing<[u8; SEED_BYTES]> {
    let mut seed = Zeroizing::new([0; SEED_BYTES]);
    for (position, slot) in seed.iter_mut().enumerate() {
        *slot = u8::try_from(position).unwrap() ^ byte;
    }
    seed
}

fn created() -> CreatedIdentity {
    create_identity(&new_identity(), &seed(1)).unwrap()
}

fn read((chain, key): (&str, &str)) -> Result<Identity, IdentityError> {
    Identity::read(chain, &Zeroizing::new(key.to_owned()))
}

fn rules(remarks: &[Remark], requirement: Requirement) -> Vec<&str> {
    remarks
        .iter()
        .filter(|remark| remark.requirement == requirement)
        .map(|remark| remark.rule.as_str())
        .collect()
}

fn lint(certificates: &[&Issued], at: i64) -> Vec<Remark> {
    let certificates: Vec<Certificate> = certificates
        .iter()
        .map(|issued| issued.certificate())
        .collect();
    check_identity(&certificates, None, at)
}

#[test]
fn a_new_identity_fits_the_profile_and_its_root_vouches_for_it() {
    let created = created();
    let certificates = read_certificates(&created.chain_pem).unwrap();
    assert_eq!(certificates.len(), 2);
    assert_eq!(
        check_identity(&certificates, Some(&created.key_pem), NOW),
        []
    );

    let identity = Identity::read(&created.chain_pem, &created.key_pem).unwrap();
    assert_eq!(identity.algorithm(), SigningAlgorithm::Ed25519);
    assert_eq!(identity.chain().len(), 2);
    let packs =
        parse_material(created.root_pem.as_bytes(), Intent::AsStated, "Test Press").unwrap();
    let judgement = judge_chain(
        identity.chain(),
        Purpose::ClaimSigning,
        NOW,
        &TrustStore::new(packs),
    );
    assert!(judgement.vouching.is_some() && judgement.profile_holds());
    assert!(judgement.inside_validity);
    assert_eq!(judgement.findings, []);
    let leaf = judgement.leaf.unwrap();
    assert_eq!(leaf.common_name.as_deref(), Some("Ana Reporter"));
    assert_eq!(leaf.organization.as_deref(), Some("Test Press"));
}

#[test]
fn what_it_signs_verifies() {
    let created = created();
    let identity = Identity::read(&created.chain_pem, &created.key_pem).unwrap();
    let signature = identity.sign(b"claim").unwrap();
    let leaf = identity.certificate();
    assert!(leaf.verifies(&SignatureMethod::Ed25519, b"claim", &signature));
    assert!(!leaf.verifies(&SignatureMethod::Ed25519, b"Claim", &signature));
}

#[test]
fn seeds_decide_everything() {
    let again = created();
    assert_eq!(created().chain_pem, again.chain_pem);
    let other = create_identity(&new_identity(), &seed(2)).unwrap();
    assert_ne!(other.chain_pem, again.chain_pem);
    assert_ne!(other.root_pem, again.root_pem);
    assert_ne!(*other.key_pem, *again.key_pem);
}

#[test]
fn lifetimes_are_those_asked_for_and_authorities_outlive_leaves() {
    for days in [1, 365, 36_500] {
        let mut request = new_identity();
        request.days = days;
        let created = create_identity(&request, &seed(1)).unwrap();
        let chain = read_certificates(&created.chain_pem).unwrap();
        let root = read_certificates(&created.root_pem).unwrap();
        let start = request.not_before.unix_timestamp();
        assert_eq!(chain[0].not_before(), start);
        assert_eq!(chain[0].not_after() - start, i64::from(days) * 86_400);
        assert!(chain[1].not_after() >= chain[0].not_after());
        assert!(root[0].not_after() >= chain[1].not_after());
    }
}

#[test]
fn names_and_dates_that_do_not_fit_are_refused() {
    let with = |change: fn(&mut NewIdentity)| {
        let mut request = new_identity();
        change(&mut request);
        create_identity(&request, &seed(1))
    };
    assert!(matches!(
        with(|request| request.name = " ".to_owned()),
        Err(CreationError::Name { field: "name" })
    ));
    assert!(with(|request| request.organization = "x".repeat(65)).is_err());
    assert!(with(|request| request.organization = "x".repeat(64)).is_ok());
    assert!(with(|request| request.name = "a\nb".to_owned()).is_err());
    assert!(with(|request| request.name = "報道カメラ".repeat(12)).is_ok());
    assert!(matches!(
        with(|request| request.days = 0),
        Err(CreationError::Validity)
    ));
    assert!(matches!(
        with(|request| request.days = u32::MAX),
        Err(CreationError::Validity)
    ));
}

#[test]
fn existing_keys_of_every_form_sign() {
    let cases = [
        (P256, SigningAlgorithm::Es256, 64),
        (P256_SEC1, SigningAlgorithm::Es256, 64),
        (P384, SigningAlgorithm::Es384, 96),
        (RSA, SigningAlgorithm::Ps256, 256),
        (RSA_PKCS1, SigningAlgorithm::Ps256, 256),
    ];
    for (files, algorithm, length) in cases {
        let identity = read(files).unwrap();
        assert_eq!(identity.algorithm(), algorithm);
        let signature = identity.sign(b"claim").unwrap();
        assert_eq!(signature.len(), length, "{algorithm:?}");
        let method = match algorithm {
            SigningAlgorithm::Es384 => SignatureMethod::Ecdsa(HashFunction::Sha384),
            SigningAlgorithm::Ps256 => SignatureMethod::RsaPss(HashFunction::Sha256),
            _ => SignatureMethod::Ecdsa(HashFunction::Sha256),
        };
        assert!(
            identity
                .certificate()
                .verifies(&method, b"claim", &signature)
        );
    }
}

#[test]
fn keys_that_do_not_fit_are_named() {
    let error = |files| read(files).unwrap_err();
    assert!(matches!(
        error((P256.0, P384.1)),
        IdentityError::Key(KeyError::Unreadable { .. })
    ));
    let created = created();
    let other = create_identity(&new_identity(), &seed(2)).unwrap();
    assert!(matches!(
        Identity::read(&created.chain_pem, &other.key_pem),
        Err(IdentityError::Key(KeyError::Mismatch { .. }))
    ));
    assert!(matches!(
        error((P256.0, "nothing")),
        IdentityError::Key(KeyError::NotFound)
    ));
    assert!(matches!(
        error((P256.0, "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAA==\n")),
        IdentityError::Key(KeyError::Encrypted)
    ));
    assert!(matches!(error(("", P256.1)), IdentityError::NoCertificate));
}

#[test]
fn keys_do_not_show_themselves() {
    let created = created();
    let identity = Identity::read(&created.chain_pem, &created.key_pem).unwrap();
    let shown = format!("{identity:?} {created:?}");
    assert!(shown.contains("Ed25519"));
    let secret = created.key_pem.lines().nth(1).unwrap();
    assert!(!shown.contains(secret));
    let bytes: Vec<String> = seed(1)[64..96].iter().map(ToString::to_string).collect();
    assert!(!shown.contains(&bytes.join(", ")));
}

#[test]
fn chains_are_put_in_order_without_their_root() {
    let Good { root, middle, leaf } = good();
    let text = [root.pem(), middle.pem(), leaf.pem()].concat();
    let chain = read_chain(&text).unwrap();
    let subjects: Vec<_> = chain.iter().filter_map(Certificate::common_name).collect();
    assert_eq!(subjects, ["Camera", "Middle"]);
}

#[test]
fn requests_carry_the_key_the_names_and_the_purposes() {
    let created = created();
    let own = Identity::read(&created.chain_pem, &created.key_pem).unwrap();
    for identity in [own, read(P256).unwrap(), read(P384).unwrap()] {
        let pem = write_request(&identity, "Ana Reporter", "Test Press").unwrap();
        let block = pem::parse(&pem).unwrap();
        assert_eq!(block.tag(), "CERTIFICATE REQUEST");
        let (_, request) = X509CertificationRequest::from_der(block.contents()).unwrap();
        let info = &request.certification_request_info;
        assert_eq!(info.subject_pki.raw, identity.certificate().public_key());
        assert_eq!(info.subject.to_string(), "O=Test Press, CN=Ana Reporter");
        let asked: Vec<_> = request.requested_extensions().unwrap().collect();
        assert!(asked.iter().any(|extension| matches!(
            extension,
            ParsedExtension::ExtendedKeyUsage(usage) if usage.email_protection && usage.other.len() == 1
        )));
        let method = match identity.algorithm() {
            SigningAlgorithm::Ed25519 => SignatureMethod::Ed25519,
            SigningAlgorithm::Es384 => SignatureMethod::Ecdsa(HashFunction::Sha384),
            _ => SignatureMethod::Ecdsa(HashFunction::Sha256),
        };
        let signature = &request.signature_value.data;
        assert!(
            identity
                .certificate()
                .verifies(&method, info.raw, signature)
        );
    }
    assert!(matches!(
        write_request(&read(RSA).unwrap(), "Ana Reporter", "Test Press"),
        Err(RequestError::Key { .. })
    ));
}

#[test]
fn a_chain_in_order_has_nothing_to_mend() {
    let Good { middle, leaf, .. } = good();
    assert_eq!(lint(&[&leaf, &middle], NOW), []);
}

#[test]
fn faults_of_a_chain_are_named_with_their_clause() {
    let Good { root, middle, leaf } = good();
    let shall = |certificates: &[&Issued]| {
        let remarks = lint(certificates, NOW);
        assert!(remarks.iter().all(|remark| {
            !remark.clause.is_empty() && !remark.remedy.is_empty() && !remark.explanation.is_empty()
        }));
        rules(&remarks, Requirement::Shall)
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(shall(&[]), ["chain.empty"]);
    assert_eq!(shall(&[&leaf]), ["chain.intermediate"]);
    assert_eq!(shall(&[&middle, &leaf]), ["chain.order"]);
    let impostor = Shape::authority("Middle", 66, Some(0)).signed_by(&root);
    assert_eq!(shall(&[&leaf, &impostor]), ["chain.signature"]);
    let forged = Shape::leaf("Forged", 7).signed_by(&leaf);
    assert!(shall(&[&forged, &leaf, &middle]).contains(&"basicConstraints.authority".to_owned()));
    let deep = Shape::authority("Deep", 9, None).signed_by(&middle);
    let far = Shape::leaf("Camera", 3).signed_by(&deep);
    assert_eq!(
        shall(&[&far, &deep, &middle]),
        ["basicConstraints.pathLength"]
    );
    assert_eq!(
        shall(&[&root]),
        [
            "basicConstraints.endEntity",
            "keyUsage.digitalSignature",
            "extendedKeyUsage.present"
        ]
    );
}

#[test]
fn what_is_worth_mending_is_told_apart() {
    let Good { root, middle, leaf } = good();
    let should = |certificates: &[&Issued]| {
        let remarks = lint(certificates, NOW);
        assert_eq!(rules(&remarks, Requirement::Shall), [""; 0]);
        rules(&remarks, Requirement::Should)
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(should(&[&leaf, &middle, &root]), ["chain.root"]);
    let myself = Shape::leaf("Myself", 8).self_signed();
    assert_eq!(should(&[&myself]), ["chain.selfSigned"]);
    let claims_only = Shape::leaf("Camera", 3)
        .with(|params| {
            params.extended_key_usages.remove(0);
        })
        .signed_by(&middle);
    assert_eq!(
        should(&[&claims_only, &middle]),
        ["extendedKeyUsage.compatible"]
    );
    let nameless = Shape::leaf("Camera", 3)
        .with(|params| {
            params
                .distinguished_name
                .remove(rcgen::DnType::OrganizationName);
        })
        .signed_by(&middle);
    assert_eq!(should(&[&nameless, &middle]), ["subject.organization"]);
}

#[test]
fn expiry_is_judged_at_the_moment_given() {
    let Good { middle, leaf, .. } = good();
    let at = |at: i64| {
        let remarks = lint(&[&leaf, &middle], at);
        remarks
            .iter()
            .map(|remark| remark.explanation.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(at(NOW), [""; 0]);
    assert_eq!(at(NOW + 2 * YEAR)[0], "It expired on 2027-01-01.");
    assert_eq!(at(NOW - 2 * YEAR)[0], "It begins only on 2025-01-01.");
}

#[test]
fn a_key_of_somebody_else_is_named() {
    let created = created();
    let certificates = read_certificates(&created.chain_pem).unwrap();
    let other = create_identity(&new_identity(), &seed(2)).unwrap();
    let remarks = check_identity(&certificates, Some(&other.key_pem), NOW);
    assert_eq!(rules(&remarks, Requirement::Shall), ["key"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_read_or_refused(chain in "\\PC{0,200}", key in "\\PC{0,200}") {
        let _ = Identity::read(&chain, &Zeroizing::new(key));
    }

    #[test]
    fn any_altered_key_is_read_or_refused(at in any::<prop::sample::Index>(), byte in 32_u8..127) {
        for (chain, key) in [P256_SEC1, RSA_PKCS1] {
            let mut key = key.to_owned().into_bytes();
            let at = at.index(key.len());
            key[at] = byte;
            let _ = Identity::read(chain, &Zeroizing::new(String::from_utf8(key).unwrap()));
        }
    }
}
