#![allow(
    clippy::arithmetic_side_effects,
    reason = "offsets of fixed dates, far from any bound"
)]

use proptest::prelude::*;
use rcgen::{
    DistinguishedName, DnType, ExtendedKeyUsagePurpose, GeneralSubtree, IsCa, KeyUsagePurpose,
    NameConstraints, SanType,
};

use super::*;
use crate::credentials::{
    test_pki::{Good, Issued, NOW, Shape, YEAR, chain, good, pack, trusting},
    trust::{AllowedCertificate, TrustPack},
};

const CLAIMS: Purpose = Purpose::ClaimSigning;

fn judge(certificates: &[&Issued], trust: &TrustStore) -> ChainJudgement {
    judge_chain(&chain(certificates), CLAIMS, NOW, trust)
}

fn codes(judgement: &ChainJudgement) -> Vec<Code> {
    judgement
        .findings
        .iter()
        .map(|finding| finding.code)
        .collect()
}

/// The judgement of `leaf` under a good intermediate and root.
fn judge_leaf(shape: Shape) -> ChainJudgement {
    let Good { root, middle, .. } = good();
    let leaf = shape.signed_by(&middle);
    judge(&[&leaf, &middle], &trusting(CLAIMS, &[&root]))
}

/// The judgement of a good leaf under `middle` and a good root.
fn judge_middle(shape: Shape) -> ChainJudgement {
    let root = Shape::authority("Root", 1, None).self_signed();
    let middle = shape.signed_by(&root);
    let leaf = Shape::leaf("Camera", 3).signed_by(&middle);
    judge(&[&leaf, &middle], &trusting(CLAIMS, &[&root]))
}

fn rules(judgement: &ChainJudgement) -> Vec<Rule> {
    judgement
        .violations
        .iter()
        .map(|violation| violation.rule)
        .collect()
}

#[test]
fn a_good_chain_is_vouched_for_by_name_and_date() {
    let Good { root, middle, leaf } = good();
    let judgement = judge(&[&leaf, &middle], &trusting(CLAIMS, &[&root]));
    let vouching = judgement.vouching.clone().unwrap();
    assert_eq!(vouching.pack, "Test list");
    assert_eq!(vouching.date.as_deref(), Some("2026-01-01"));
    assert_eq!(vouching.anchor, "CN=Root, O=Test Press");
    assert!(judgement.profile_holds() && judgement.inside_validity);
    assert_eq!(judgement.findings, []);
    let facts = judgement.leaf.unwrap();
    assert_eq!(facts.common_name.as_deref(), Some("Camera"));
    assert_eq!(facts.organization.as_deref(), Some("Test Press"));
}

#[test]
fn an_intermediate_may_be_the_anchor() {
    let Good { middle, leaf, .. } = good();
    assert!(
        judge(&[&leaf], &trusting(CLAIMS, &[&middle]))
            .vouching
            .is_some()
    );
}

#[test]
fn certificates_above_the_leaf_come_in_any_order_and_with_the_root() {
    let Good { root, middle, leaf } = good();
    let outer = Shape::authority("Inner", 9, Some(0)).signed_by(&root);
    let trust = trusting(CLAIMS, &[&root]);
    for certificates in [
        [&leaf, &root, &outer, &middle],
        [&leaf, &middle, &root, &outer],
        [&leaf, &outer, &middle, &middle],
    ] {
        let judgement = judge(&certificates, &trust);
        assert!(judgement.vouching.is_some());
        assert_eq!(judgement.findings, []);
    }
}

#[test]
fn without_a_list_a_good_chain_is_untrusted_and_nothing_worse() {
    let Good { middle, leaf, .. } = good();
    let judgement = judge(&[&leaf, &middle], &TrustStore::default());
    assert_eq!(judgement.vouching, None);
    assert!(judgement.profile_holds() && judgement.inside_validity);
    assert_eq!(judgement.findings, []);
}

#[test]
fn a_leaf_cannot_issue() {
    let Good { root, middle, leaf } = good();
    let forged = Shape::leaf("Forged", 7).signed_by(&leaf);
    for trust in [trusting(CLAIMS, &[&root]), TrustStore::default()] {
        let judgement = judge(&[&forged, &leaf, &middle], &trust);
        assert_eq!(judgement.vouching, None);
        assert!(judgement.profile_holds());
        assert_eq!(codes(&judgement), [Code::CertificateIssuerNotAuthority]);
        assert!(matches!(
            judgement.findings[0].place,
            Place::Certificate { index: 1, .. }
        ));
    }
}

#[test]
fn a_leaf_in_a_list_of_anchors_still_cannot_issue() {
    let Good { leaf, .. } = good();
    let forged = Shape::leaf("Forged", 7).signed_by(&leaf);
    let judgement = judge(&[&forged], &trusting(CLAIMS, &[&leaf]));
    assert_eq!(judgement.vouching, None);
    assert_eq!(codes(&judgement), [Code::CertificateIssuerNotAuthority]);
}

#[test]
fn path_length_counts_the_authorities_below() {
    let root = Shape::authority("Root", 1, Some(1)).self_signed();
    let first = Shape::authority("First", 2, Some(0)).signed_by(&root);
    let second = Shape::authority("Second", 4, None).signed_by(&first);
    let leaf = Shape::leaf("Camera", 3).signed_by(&second);
    let trust = trusting(CLAIMS, &[&root]);
    let judgement = judge(&[&leaf, &second, &first], &trust);
    assert_eq!(judgement.vouching, None);
    assert_eq!(codes(&judgement), [Code::CertificatePathLengthExceeded]);

    let leaf = Shape::leaf("Camera", 3).signed_by(&first);
    assert!(judge(&[&leaf, &first], &trust).vouching.is_some());
}

#[test]
fn the_path_length_of_an_anchor_counts_too() {
    let root = Shape::authority("Root", 1, Some(0)).self_signed();
    let middle = Shape::authority("Middle", 2, None).signed_by(&root);
    let leaf = Shape::leaf("Camera", 3).signed_by(&middle);
    let judgement = judge(&[&leaf, &middle], &trusting(CLAIMS, &[&root]));
    assert_eq!(judgement.vouching, None);
    assert_eq!(codes(&judgement), [Code::CertificatePathLengthExceeded]);
}

#[test]
fn an_authority_that_renews_its_own_key_is_not_counted() {
    let root = Shape::authority("Root", 1, Some(0)).self_signed();
    let renewed = Shape::authority("Root", 2, Some(0)).signed_by(&root);
    let leaf = Shape::leaf("Camera", 3).signed_by(&renewed);
    let judgement = judge(&[&leaf, &renewed], &trusting(CLAIMS, &[&root]));
    assert!(judgement.vouching.is_some());
    assert_eq!(judgement.findings, []);
}

#[test]
fn an_authority_needs_key_cert_sign() {
    let judgement = judge_middle(
        Shape::authority("Middle", 2, None)
            .with(|params| params.key_usages = vec![KeyUsagePurpose::CrlSign]),
    );
    assert_eq!(judgement.vouching, None);
    assert_eq!(codes(&judgement), [Code::CertificateKeyUsageViolated]);
}

#[test]
fn an_anchor_needs_key_cert_sign_if_it_states_key_usage() {
    let root = Shape::authority("Root", 1, None)
        .with(|params| params.key_usages = vec![KeyUsagePurpose::CrlSign])
        .self_signed();
    let leaf = Shape::leaf("Camera", 3).signed_by(&root);
    let judgement = judge(&[&leaf], &trusting(CLAIMS, &[&root]));
    assert_eq!(judgement.vouching, None);
    assert_eq!(codes(&judgement), [Code::CertificateKeyUsageViolated]);
}

#[test]
fn an_expired_leaf_is_outside_validity_and_still_known() {
    let judgement = judge_leaf(Shape::leaf("Camera", 3).valid(-3, -1));
    assert!(judgement.vouching.is_some());
    assert!(!judgement.inside_validity);
    assert_eq!(codes(&judgement), [Code::CertificateExpiredNoTimeStamp]);
    assert!(
        judgement.findings[0]
            .arguments
            .contains(&("expired".to_owned(), "2025-01-01".to_owned()))
    );
}

#[test]
fn an_expired_leaf_was_valid_at_its_time_stamp() {
    let Good { root, middle, .. } = good();
    let leaf = Shape::leaf("Camera", 3).valid(-1, 0).signed_by(&middle);
    let chain = chain(&[&leaf, &middle]);
    let trust = trusting(CLAIMS, &[&root]);
    let then = judge_chain(&chain, CLAIMS, NOW - 1, &trust);
    assert!(then.inside_validity && then.findings.is_empty());
    assert!(
        judge_chain(&chain, CLAIMS, NOW, &trust).inside_validity,
        "last moment"
    );
    assert!(!judge_chain(&chain, CLAIMS, NOW + 1, &trust).inside_validity);
}

#[test]
fn an_expired_intermediate_is_outside_validity() {
    let judgement = judge_middle(Shape::authority("Middle", 2, None).valid(-3, -1));
    assert!(!judgement.inside_validity);
    assert_eq!(codes(&judgement), [Code::CertificateExpiredNoTimeStamp]);
    assert!(matches!(
        judgement.findings[0].place,
        Place::Certificate { index: 1, .. }
    ));
}

#[test]
fn an_expired_intermediate_without_a_list_is_not_looked_at() {
    let root = Shape::authority("Root", 1, None).self_signed();
    let middle = Shape::authority("Middle", 2, None)
        .valid(-3, -1)
        .signed_by(&root);
    let leaf = Shape::leaf("Camera", 3).signed_by(&middle);
    let judgement = judge(&[&leaf, &middle], &TrustStore::default());
    assert!(judgement.inside_validity && judgement.vouching.is_none());
}

#[test]
fn another_path_is_found_around_an_expired_intermediate() {
    let root = Shape::authority("Root", 1, None).self_signed();
    let old = Shape::authority("Middle", 2, None)
        .valid(-3, -1)
        .signed_by(&root);
    let renewed = Shape::authority("Middle", 2, None).signed_by(&root);
    let leaf = Shape::leaf("Camera", 3).signed_by(&old);
    let judgement = judge(&[&leaf, &old, &renewed], &trusting(CLAIMS, &[&root]));
    assert!(judgement.inside_validity && judgement.vouching.is_some());
    assert_eq!(judgement.findings, []);
}

#[test]
fn the_validity_of_an_anchor_does_not_matter() {
    let root = Shape::authority("Root", 1, None)
        .valid(-9, -5)
        .self_signed();
    let leaf = Shape::leaf("Camera", 3).signed_by(&root);
    let judgement = judge(&[&leaf, &root], &trusting(CLAIMS, &[&root]));
    assert!(judgement.inside_validity && judgement.vouching.is_some());
}

#[test]
fn a_leaf_of_the_future_is_not_valid_yet() {
    let judgement = judge_leaf(Shape::leaf("Camera", 3).valid(1, 2));
    assert!(!judgement.inside_validity);
    assert_eq!(codes(&judgement), [Code::CertificateNotYetValid]);
}

#[test]
fn purposes_must_fit() {
    let usages = |usages: Vec<ExtendedKeyUsagePurpose>| {
        judge_leaf(Shape::leaf("Camera", 3).with(|params| params.extended_key_usages = usages))
    };
    use ExtendedKeyUsagePurpose::{Any, EmailProtection, OcspSigning, ServerAuth, TimeStamping};
    assert_eq!(rules(&usages(vec![])), [Rule::PurposePresent]);
    assert_eq!(rules(&usages(vec![ServerAuth])), [Rule::PurposeFits]);
    assert_eq!(
        rules(&usages(vec![EmailProtection, Any])),
        [Rule::PurposeAny]
    );
    assert_eq!(
        rules(&usages(vec![Any])),
        [Rule::PurposeAny, Rule::PurposeFits]
    );
    assert_eq!(
        rules(&usages(vec![EmailProtection, TimeStamping])),
        [Rule::PurposeExclusive]
    );
    assert_eq!(
        rules(&usages(vec![OcspSigning, EmailProtection])),
        [Rule::PurposeExclusive]
    );
    assert_eq!(rules(&usages(vec![EmailProtection, ServerAuth])), []);
    assert_eq!(
        codes(&usages(vec![ServerAuth])),
        [Code::CertificatePurposeViolated]
    );
}

#[test]
fn a_pack_with_purposes_of_its_own_vouches_for_no_others() {
    let Good { root, middle, leaf } = good();
    let mut narrow = pack(CLAIMS, &[&root]);
    narrow.extended_key_usages = vec!["1.3.6.1.5.5.7.3.36".to_owned()];
    let judgement = judge(&[&leaf, &middle], &TrustStore::new(vec![narrow.clone()]));
    assert!(judgement.profile_holds());
    assert_eq!(judgement.vouching, None);
    assert_eq!(codes(&judgement), [Code::CertificatePurposeViolated]);

    narrow.extended_key_usages = vec!["1.3.6.1.4.1.62558.2.1".to_owned()];
    let judgement = judge(&[&leaf, &middle], &TrustStore::new(vec![narrow]));
    assert!(judgement.vouching.is_some());
}

#[test]
fn the_profile_of_the_leaf_is_enforced() {
    let rule = |change: fn(&mut rcgen::CertificateParams)| {
        rules(&judge_leaf(Shape::leaf("Camera", 3).with(change)))
    };
    assert_eq!(
        rule(|params| params.use_authority_key_identifier_extension = false),
        [Rule::AuthorityKeyIdentifier]
    );
    assert_eq!(
        rule(|params| params.key_usages.clear()),
        [Rule::KeyUsagePresent]
    );
    assert_eq!(
        rule(|params| params.key_usages = vec![KeyUsagePurpose::KeyEncipherment]),
        [Rule::DigitalSignature]
    );
    assert_eq!(
        rule(|params| params.key_usages.push(KeyUsagePurpose::KeyCertSign)),
        [Rule::CertificateSigning]
    );
}

#[test]
fn an_authority_does_not_sign_claims() {
    let judgement = judge_leaf(Shape::leaf("Camera", 3).with(|params| {
        params.is_ca = IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        params.key_usages.push(KeyUsagePurpose::KeyCertSign);
    }));
    // C2PA 2.2, section 14.5.1.2: signingCredential.untrusted, not invalid.
    assert_eq!(judgement.vouching, None);
    assert!(judgement.profile_holds());
    let [finding] = judgement.findings.as_slice() else {
        panic!("{:?}", judgement.findings);
    };
    assert_eq!(finding.code, Code::CertificateProfileViolated);
}

#[test]
fn a_signer_without_organisation_is_named_and_accepted() {
    let judgement = judge_leaf(Shape::leaf("Camera", 3).with(|params| {
        params.distinguished_name = DistinguishedName::new();
        params.distinguished_name.push(DnType::CommonName, "Camera");
    }));
    assert!(judgement.vouching.is_some() && judgement.profile_holds());
    assert_eq!(codes(&judgement), [Code::CertificateOrganizationMissing]);
}

#[test]
fn a_missing_intermediate_is_named() {
    let Good { root, middle, leaf } = good();
    let trust = trusting(CLAIMS, &[&root]);
    for certificates in [vec![&leaf], vec![&leaf, &root]] {
        let judgement = judge(&certificates, &trust);
        assert_eq!(judgement.vouching, None);
        assert_eq!(codes(&judgement), [Code::CertificateIntermediateMissing]);
        assert!(
            judgement.findings[0]
                .arguments
                .contains(&("issuer".to_owned(), "CN=Middle, O=Test Press".to_owned()))
        );
    }
    assert_eq!(judge(&[&leaf, &middle], &trust).findings, []);
}

#[test]
fn a_self_signed_leaf_in_no_list_is_untrusted_and_nothing_worse() {
    let Good { root, .. } = good();
    let leaf = Shape::leaf("Myself", 8).self_signed();
    for trust in [
        TrustStore::default(),
        trusting(CLAIMS, &[&root]),
        trusting(CLAIMS, &[&leaf]),
    ] {
        let judgement = judge(&[&leaf], &trust);
        assert_eq!(judgement.vouching, None);
        assert!(judgement.profile_holds() && judgement.inside_validity);
        assert_eq!(judgement.findings, []);
    }
}

fn allowing(certificate: &Issued) -> TrustStore {
    TrustStore::new(vec![TrustPack {
        name: "Address book".to_owned(),
        allowed: vec![AllowedCertificate {
            fingerprint: certificate.certificate().fingerprint(),
            der: None,
        }],
        ..TrustPack::default()
    }])
}

#[test]
fn an_allowed_certificate_is_trusted_by_itself() {
    // Even against the profile (C2PA 2.2, section 14.5.1.1), and without its chain.
    let leaf = Shape::leaf("Myself", 8)
        .with(|params| params.extended_key_usages.clear())
        .self_signed();
    let judgement = judge(&[&leaf], &allowing(&leaf));
    assert_eq!(judgement.vouching.clone().unwrap().pack, "Address book");
    assert!(judgement.profile_holds() && judgement.inside_validity);

    let expired = Shape::leaf("Myself", 8).valid(-2, -1).self_signed();
    assert!(!judge(&[&expired], &allowing(&expired)).inside_validity);
}

#[test]
fn an_allowed_certificate_issues_nothing_and_stamps_nothing() {
    let allowed = Shape::authority("Authority", 8, None).self_signed();
    let leaf = Shape::leaf("Camera", 3).signed_by(&allowed);
    assert_eq!(
        judge(&[&leaf, &allowed], &allowing(&allowed)).vouching,
        None
    );

    let stamper = Shape::time_stamper("Clock", 5).self_signed();
    let judgement = judge_chain(
        &chain(&[&stamper]),
        Purpose::TimeStamping,
        NOW,
        &allowing(&stamper),
    );
    assert_eq!(judgement.vouching, None);
}

#[test]
fn anchors_count_for_their_purpose_alone() {
    let Good { root, middle, leaf } = good();
    let stamper = Shape::time_stamper("Clock", 5).signed_by(&middle);
    let purposes = [CLAIMS, Purpose::TimeStamping, Purpose::Identity];
    for asked in purposes {
        for trusted in purposes {
            let signer = match asked {
                Purpose::TimeStamping => &stamper,
                _ => &leaf,
            };
            let judgement = judge_chain(
                &chain(&[signer, &middle]),
                asked,
                NOW,
                &trusting(trusted, &[&root]),
            );
            assert!(judgement.profile_holds());
            assert_eq!(judgement.vouching.is_some(), asked == trusted);
        }
    }
}

#[test]
fn a_claim_signer_stamps_no_time_and_a_time_stamper_signs_no_claim() {
    let Good { middle, leaf, .. } = good();
    let stamper = Shape::time_stamper("Clock", 5).signed_by(&middle);
    let anchors = [
        pack(CLAIMS, &[&middle]),
        pack(Purpose::TimeStamping, &[&middle]),
    ];
    let trust = TrustStore::new(anchors.to_vec());
    let claim = judge_chain(&chain(&[&stamper]), CLAIMS, NOW, &trust);
    assert_eq!(rules(&claim), [Rule::PurposeFits]);
    let stamp = judge_chain(&chain(&[&leaf]), Purpose::TimeStamping, NOW, &trust);
    assert_eq!(rules(&stamp), [Rule::PurposeFits]);
}

#[test]
fn unknown_critical_extensions_are_refused_where_they_stand() {
    const PRIVATE: &[u64] = &[1, 3, 6, 1, 4, 1, 99999, 1];
    let leaf = judge_leaf(Shape::leaf("Camera", 3).extension(PRIVATE, &[5, 0], true));
    assert_eq!(rules(&leaf), [Rule::CriticalExtension]);
    assert_eq!(codes(&leaf), [Code::CertificateCriticalExtension]);
    let middle =
        judge_middle(Shape::authority("Middle", 2, None).extension(PRIVATE, &[5, 0], true));
    assert_eq!(middle.vouching, None);
    assert!(middle.profile_holds());
    assert_eq!(codes(&middle), [Code::CertificateCriticalExtension]);
    let harmless = judge_leaf(Shape::leaf("Camera", 3).extension(PRIVATE, &[5, 0], false));
    assert!(harmless.vouching.is_some() && harmless.findings.is_empty());
}

#[test]
fn a_demand_for_explicit_policies_is_refused() {
    // PolicyConstraints { requireExplicitPolicy [0] 0 }
    let demanding = Shape::authority("Middle", 2, None).extension(
        &[2, 5, 29, 36],
        &[0x30, 0x03, 0x80, 0x01, 0x00],
        true,
    );
    let judgement = judge_middle(demanding);
    assert_eq!(judgement.vouching, None);
    assert_eq!(codes(&judgement), [Code::CertificateCriticalExtension]);
    // InhibitAnyPolicy 0 has no effect without it.
    let harmless =
        Shape::authority("Middle", 2, None).extension(&[2, 5, 29, 54], &[0x02, 0x01, 0x00], true);
    assert!(judge_middle(harmless).vouching.is_some());
}

#[test]
fn name_constraints_of_intermediates_and_anchors_hold() {
    let only = |host: &str| NameConstraints {
        permitted_subtrees: vec![GeneralSubtree::DnsName(host.to_owned())],
        excluded_subtrees: Vec::new(),
    };
    let named = |host: &str| {
        let name = SanType::DnsName(host.try_into().unwrap());
        Shape::leaf("Camera", 3).with(|params| params.subject_alt_names = vec![name])
    };
    let judge_under = |constraints: NameConstraints, leaf: Shape, anchor_constrained: bool| {
        let root = Shape::authority("Root", 1, None);
        let middle = Shape::authority("Middle", 2, None);
        let (root, middle) = if anchor_constrained {
            (root.constraints(constraints), middle)
        } else {
            (root, middle.constraints(constraints))
        };
        let root = root.self_signed();
        let middle = middle.signed_by(&root);
        let leaf = leaf.signed_by(&middle);
        judge(&[&leaf, &middle], &trusting(CLAIMS, &[&root]))
    };
    for anchor_constrained in [false, true] {
        let inside = judge_under(
            only("press.org"),
            named("cam.press.org"),
            anchor_constrained,
        );
        assert!(inside.vouching.is_some());
        let outside = judge_under(
            only("press.org"),
            named("cam.other.org"),
            anchor_constrained,
        );
        assert_eq!(outside.vouching, None);
        assert_eq!(codes(&outside), [Code::CertificateNameConstraints]);
    }
    let mut excluded = DistinguishedName::new();
    excluded.push(DnType::CommonName, "CAMERA");
    let excluded = NameConstraints {
        permitted_subtrees: Vec::new(),
        excluded_subtrees: vec![GeneralSubtree::DirectoryName(excluded)],
    };
    let judgement = judge_under(excluded, Shape::leaf("Camera", 3), false);
    assert_eq!(
        codes(&judgement),
        [Code::CertificateNameConstraints],
        "whatever its case"
    );
}

#[test]
fn a_name_alone_proves_nothing() {
    let Good { root, leaf, .. } = good();
    let impostor = Shape::authority("Middle", 66, Some(0)).signed_by(&root);
    let judgement = judge(&[&leaf, &impostor], &trusting(CLAIMS, &[&root]));
    assert_eq!(judgement.vouching, None);
    assert_eq!(codes(&judgement), [Code::CertificateSignatureMismatch]);

    let other_root = Shape::authority("Root", 67, None).self_signed();
    let direct = Shape::leaf("Camera", 3).signed_by(&root);
    let judgement = judge(&[&direct], &trusting(CLAIMS, &[&other_root]));
    assert_eq!(judgement.vouching, None);
    assert_eq!(codes(&judgement), [Code::CertificateSignatureMismatch]);
}

#[test]
fn anchors_may_share_a_name() {
    let root = Shape::authority("Root", 1, None).self_signed();
    let leaf = Shape::leaf("Camera", 3).signed_by(&root);
    let namesakes: Vec<Issued> = (40..50)
        .map(|key| Shape::authority("Root", key, None).self_signed())
        .collect();
    let mut anchors: Vec<&Issued> = namesakes.iter().collect();
    anchors.push(&root);
    assert!(
        judge(&[&leaf], &trusting(CLAIMS, &anchors))
            .vouching
            .is_some()
    );
}

#[test]
fn authorities_that_issue_each_other_end() {
    let first = Shape::authority("First", 1, None).self_signed();
    let second = Shape::authority("Second", 2, None).signed_by(&first);
    let first_again = Shape::authority("First", 1, None)
        .with(|params| params.serial_number = Some(rcgen::SerialNumber::from(99_u64)))
        .signed_by(&second);
    let leaf = Shape::leaf("Camera", 3).signed_by(&second);
    let stranger = Shape::authority("Stranger", 9, None).self_signed();
    let judgement = judge(
        &[&leaf, &second, &first_again, &first],
        &trusting(CLAIMS, &[&stranger]),
    );
    assert_eq!(judgement.vouching, None);
    assert_eq!(judgement.findings, []);
}

#[test]
fn a_chain_without_a_readable_leaf_has_no_holder() {
    let Good { root, middle, leaf } = good();
    let trust = trusting(CLAIMS, &[&root]);
    let judgement = judge_chain(
        &[
            b"no certificate".to_vec(),
            leaf.der.clone(),
            middle.der.clone(),
        ],
        CLAIMS,
        NOW,
        &trust,
    );
    assert_eq!(
        (judgement.leaf.as_ref(), judgement.vouching.as_ref()),
        (None, None)
    );
    assert!(!judgement.profile_holds());
    assert_eq!(codes(&judgement), [Code::CertificateMalformed]);
    assert!(!judge_chain(&[], CLAIMS, NOW, &trust).profile_holds());
}

#[test]
fn findings_come_once() {
    let Good { leaf, .. } = good();
    let forged = Shape::leaf("Forged", 7).signed_by(&leaf);
    let judgement = judge(&[&forged, &leaf, &leaf], &TrustStore::default());
    let mut places: Vec<_> = judgement
        .findings
        .iter()
        .map(|finding| (finding.code, finding.place.clone()))
        .collect();
    let count = places.len();
    places.dedup();
    assert_eq!(places.len(), count);
}

#[test]
fn the_year_is_as_long_as_the_tests_think() {
    assert_eq!(date(NOW), "2026-01-01");
    assert_eq!(date(NOW - YEAR), "2025-01-01");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_judged(
        noise in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..200), 0..4),
        at in any::<i64>(),
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let Good { root, middle, leaf } = good();
        let trust = trusting(CLAIMS, &[&root]);
        let _ = judge_chain(&noise, CLAIMS, at, &trust);
        let mut altered = leaf.der.clone();
        for (index, byte) in flips {
            let index = index.index(altered.len());
            altered[index] ^= byte;
        }
        let judgement = judge_chain(&[altered.clone(), middle.der.clone()], CLAIMS, NOW, &trust);
        prop_assert!(judgement.vouching.is_none() || altered == leaf.der);
    }
}
