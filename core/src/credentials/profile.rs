//! The C2PA certificate profile (C2PA 2.2, section 14.5.1), rule by rule.

use super::{
    certificate::{Certificate, KeyKind, SignatureMethod},
    trust::TIME_STAMPING_USAGE,
};
use crate::evidence::Code;

/// What a certificate chain is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Purpose {
    /// Signing C2PA claims.
    ClaimSigning,
    /// Signing RFC 3161 time-stamps.
    TimeStamping,
    /// Signing CAWG identity assertions.
    Identity,
}

/// Where in a chain a certificate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The certificate whose key signs.
    EndEntity(Purpose),
    /// A certificate that issues others.
    Authority,
}

/// Whether breaking a rule makes a certificate unacceptable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Requirement {
    /// The clause says "should": worth mending, not refused.
    Should,
    /// The clause says "shall": refused.
    Shall,
}

/// One broken rule of the profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileViolation {
    /// The rule.
    pub rule: Rule,
    /// "Shall" or "should".
    pub requirement: Requirement,
    /// What is wrong with this certificate, in one plain sentence.
    pub explanation: String,
}

macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal, $code:ident, $clause:literal, $remedy:literal;)+) => {
        /// A rule of the certificate profile.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Rule {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Stable name, for example `keyUsage.digitalSignature`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }

            /// Code of the finding that names it.
            #[must_use]
            pub const fn code(self) -> Code {
                match self { $(Self::$name => Code::$code,)+ }
            }

            /// The clause that states it.
            #[must_use]
            pub const fn clause(self) -> &'static str {
                match self { $(Self::$name => $clause,)+ }
            }

            /// What to ask the issuer of the certificate for.
            #[must_use]
            pub const fn remedy(self) -> &'static str {
                match self { $(Self::$name => $remedy,)+ }
            }
        }
    };
}

impl std::fmt::Display for Rule {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.as_str())
    }
}

rules! {
    /// The certificate is signed by an algorithm that C2PA allows.
    SignatureAlgorithm = "signatureAlgorithm", CertificateProfileViolated,
        "C2PA 2.2, 14.5.1.1 (signatureAlgorithm)",
        "Have it issued with ECDSA and SHA-256, -384 or -512, RSA and SHA-256, -384 or -512, RSASSA-PSS, or Ed25519.";
    /// The signed and the outer signature algorithm are the same.
    SignatureAlgorithmAgrees = "signatureAlgorithm.agrees", CertificateProfileViolated,
        "RFC 5280, 4.1.1.2",
        "Have it issued again: the two algorithm fields contradict each other.";
    /// The certified key is of a kind and size that C2PA allows.
    PublicKey = "publicKey", CertificateProfileViolated,
        "C2PA 2.2, 14.5.1.1 (subjectPublicKeyInfo)",
        "Use a key on P-256, P-384 or P-521, an Ed25519 key, or an RSA key of at least 2048 bits.";
    /// X.509 version 3.
    Version = "version", CertificateProfileViolated,
        "C2PA 2.2, 14.5.1.1 (version); RFC 5280, 4.1.2.1",
        "Ask for an X.509 version 3 certificate.";
    /// No unique identifiers.
    UniqueIdentifiers = "uniqueIdentifiers", CertificateProfileViolated,
        "C2PA 2.2, 14.5.1.1 (issuerUniqueID, subjectUniqueID); RFC 5280, 4.1.2.8",
        "Ask for a certificate without issuer and subject unique identifiers.";
    /// Validity begins before it ends.
    Validity = "validity", CertificateProfileViolated,
        "RFC 5280, 4.1.2.5",
        "Ask for a certificate whose validity begins before it ends.";
    /// Only end-entity certificates sign.
    EndEntity = "basicConstraints.endEntity", CertificateProfileViolated,
        "C2PA 2.2, 14.5.1.2 (only end entity certificates sign)",
        "Sign with a leaf certificate (cA not asserted), not with the certificate of an authority; put the leaf first in the chain.";
    /// Only authorities issue.
    Authority = "basicConstraints.authority", CertificateIssuerNotAuthority,
        "C2PA 2.2, 14.5.1.1 (Basic Constraints); RFC 5280, 4.2.1.9",
        "A leaf certificate cannot issue others: have the signing certificate issued by an authority (cA asserted).";
    /// Key usage is present.
    KeyUsagePresent = "keyUsage.present", CertificateKeyUsageViolated,
        "C2PA 2.2, 14.5.1.1 (Key Usage); RFC 5280, 4.2.1.3",
        "Ask for the key usage extension: digitalSignature on the signing certificate, keyCertSign on authorities.";
    /// Key usage is critical.
    KeyUsageCritical = "keyUsage.critical", CertificateKeyUsageViolated,
        "C2PA 2.2, 14.5.1.1 (Key Usage); RFC 5280, 4.2.1.3",
        "Ask for the key usage extension to be marked critical.";
    /// The signing certificate asserts digitalSignature.
    DigitalSignature = "keyUsage.digitalSignature", CertificateKeyUsageViolated,
        "C2PA 2.2, 14.5.1.1 (Key Usage)",
        "Ask for the key usage digitalSignature.";
    /// keyCertSign is asserted by authorities, and by nobody else.
    CertificateSigning = "keyUsage.keyCertSign", CertificateKeyUsageViolated,
        "C2PA 2.2, 14.5.1.1 (Key Usage); RFC 5280, 4.2.1.9",
        "keyCertSign and cA belong together: both on an authority, neither on a leaf.";
    /// The authority key identifier is present.
    AuthorityKeyIdentifier = "authorityKeyIdentifier", CertificateProfileViolated,
        "C2PA 2.2, 14.5.1.1 (Authority Key Identifier); RFC 5280, 4.2.1.1",
        "Ask for the authority key identifier extension.";
    /// The subject key identifier is present.
    SubjectKeyIdentifier = "subjectKeyIdentifier", CertificateProfileViolated,
        "C2PA 2.2, 14.5.1.1 (Subject Key Identifier); RFC 5280, 4.2.1.2",
        "Ask for the subject key identifier extension.";
    /// The signing certificate states its purposes.
    PurposePresent = "extendedKeyUsage.present", CertificatePurposeViolated,
        "C2PA 2.2, 14.5.1.1 (Extended Key Usage); RFC 5280, 4.2.1.12",
        "Ask for the extended key usages emailProtection and C2PA claimSigning (1.3.6.1.4.1.62558.2.1).";
    /// anyExtendedKeyUsage is absent.
    PurposeAny = "extendedKeyUsage.any", CertificatePurposeViolated,
        "C2PA 2.2, 14.5.1.1 (anyExtendedKeyUsage)",
        "Ask for named purposes instead of anyExtendedKeyUsage.";
    /// Time-stamping and OCSP signing stand alone.
    PurposeExclusive = "extendedKeyUsage.exclusive", CertificatePurposeViolated,
        "C2PA 2.2, 14.5.1.1 (timeStamping, OCSPSigning)",
        "Use one certificate for each of claim signing, time-stamping and OCSP signing.";
    /// The signing certificate has a purpose that fits.
    PurposeFits = "extendedKeyUsage.fits", CertificatePurposeViolated,
        "C2PA 2.2, 14.5.1.2 (authorized for the purpose)",
        "Ask for the purpose that it is used for: C2PA claimSigning (and emailProtection for older verifiers), or timeStamping for a time-stamp authority.";
    /// Critical extensions are understood.
    CriticalExtension = "extension.critical", CertificateCriticalExtension,
        "RFC 5280, 4.2 and 6.1.4 (o)",
        "Ask for the extension to be left out or not to be critical.";
    /// The subject names an organisation.
    Organization = "subject.organization", CertificateOrganizationMissing,
        "no clause of C2PA 2.2; several verifiers refuse or misreport signers without one",
        "Ask for a subject with an organisation (O=); some verifiers call the signature mismatched without it.";
}

/// Checks one certificate against the profile; broken rules in the order of [`Rule::ALL`].
///
/// `accepted` holds the extended key usages that count for the purpose: see
/// [`super::trust::TrustStore::usages`].
#[must_use]
pub fn check_profile(
    certificate: &Certificate,
    role: Role,
    accepted: &[String],
) -> Vec<ProfileViolation> {
    let mut broken = check_algorithms(certificate);
    broken.extend(check_shape(certificate));
    broken.extend(check_key_usage(certificate, role));
    broken.extend(check_identifiers(certificate, role));
    if let Role::EndEntity(purpose) = role {
        broken.extend(check_purposes(certificate, purpose, accepted));
    }
    for oid in certificate.unknown_critical_extensions() {
        broken.push(shall(
            Rule::CriticalExtension,
            format!("The critical extension {oid} is not understood."),
        ));
    }
    if role == Role::EndEntity(Purpose::ClaimSigning) && certificate.organization().is_none() {
        broken.push(should(
            Rule::Organization,
            "The subject names no organisation (O).".to_owned(),
        ));
    }
    broken
}

/// The rules that bind every certificate, those trusted directly included.
#[must_use]
pub fn check_algorithms(certificate: &Certificate) -> Vec<ProfileViolation> {
    let mut broken = Vec::new();
    if let SignatureMethod::Unsupported(oid) = certificate.signature_method() {
        broken.push(shall(
            Rule::SignatureAlgorithm,
            format!("The certificate is signed with {oid}, which C2PA does not allow."),
        ));
    }
    if !certificate.signature_methods_agree() {
        broken.push(shall(
            Rule::SignatureAlgorithmAgrees,
            "Its two signature algorithm fields differ.".to_owned(),
        ));
    }
    match certificate.key() {
        KeyKind::Other(oid) => broken.push(shall(
            Rule::PublicKey,
            format!("Its key is of a kind that C2PA does not allow ({oid})."),
        )),
        KeyKind::Rsa { bits, .. } if *bits < 2048 => broken.push(shall(
            Rule::PublicKey,
            format!("Its RSA key has {bits} bits; at least 2048 are required."),
        )),
        KeyKind::Rsa {
            exponent_sound: false,
            ..
        } => broken.push(shall(
            Rule::PublicKey,
            "Its RSA exponent is 1 or even.".to_owned(),
        )),
        _ => {}
    }
    broken
}

fn check_shape(certificate: &Certificate) -> Vec<ProfileViolation> {
    let mut broken = Vec::new();
    if certificate.version() != 3 {
        broken.push(shall(
            Rule::Version,
            format!(
                "It is an X.509 version {} certificate.",
                certificate.version()
            ),
        ));
    }
    if certificate.has_unique_identifiers() {
        broken.push(shall(
            Rule::UniqueIdentifiers,
            "It carries an issuer or subject unique identifier.".to_owned(),
        ));
    }
    if certificate.not_before() > certificate.not_after() {
        broken.push(shall(
            Rule::Validity,
            "Its validity ends before it begins.".to_owned(),
        ));
    }
    broken
}

fn check_key_usage(certificate: &Certificate, role: Role) -> Vec<ProfileViolation> {
    let mut broken = Vec::new();
    let authority = certificate.is_authority();
    match role {
        Role::EndEntity(_) if authority => broken.push(shall(
            Rule::EndEntity,
            "It is the certificate of an authority (cA is asserted), and signs.".to_owned(),
        )),
        Role::Authority if !authority => broken.push(shall(
            Rule::Authority,
            "It issues certificates without being an authority (cA is not asserted).".to_owned(),
        )),
        _ => {}
    }
    let Some(usage) = certificate.key_usage() else {
        broken.push(shall(
            Rule::KeyUsagePresent,
            "It has no key usage extension.".to_owned(),
        ));
        return broken;
    };
    if !usage.critical {
        broken.push(should(
            Rule::KeyUsageCritical,
            "Its key usage extension is not critical.".to_owned(),
        ));
    }
    match role {
        // RFC 3161, section 2.3 leaves the key usage of a time-stamp authority open.
        Role::EndEntity(Purpose::TimeStamping)
            if !usage.digital_signature && !usage.non_repudiation =>
        {
            broken.push(shall(
                Rule::DigitalSignature,
                "Its key usage allows neither digitalSignature nor nonRepudiation.".to_owned(),
            ));
        }
        Role::EndEntity(Purpose::ClaimSigning | Purpose::Identity) if !usage.digital_signature => {
            broken.push(shall(
                Rule::DigitalSignature,
                "Its key usage does not allow digitalSignature.".to_owned(),
            ));
        }
        _ => {}
    }
    if usage.certificate_signing && !authority {
        broken.push(shall(
            Rule::CertificateSigning,
            "Its key usage allows keyCertSign although it is no authority.".to_owned(),
        ));
    }
    if role == Role::Authority && authority && !usage.certificate_signing {
        broken.push(shall(
            Rule::CertificateSigning,
            "It is an authority whose key usage does not allow keyCertSign.".to_owned(),
        ));
    }
    broken
}

fn check_identifiers(certificate: &Certificate, role: Role) -> Vec<ProfileViolation> {
    let mut broken = Vec::new();
    if !certificate.has_authority_key_identifier() && !certificate.is_self_signed() {
        broken.push(shall(
            Rule::AuthorityKeyIdentifier,
            "It has no authority key identifier.".to_owned(),
        ));
    }
    if certificate.subject_key_identifier().is_none() {
        let explanation = "It has no subject key identifier.".to_owned();
        broken.push(match role {
            Role::Authority => shall(Rule::SubjectKeyIdentifier, explanation),
            Role::EndEntity(_) => should(Rule::SubjectKeyIdentifier, explanation),
        });
    }
    broken
}

/// `id-kp-OCSPSigning`.
const OCSP_SIGNING_USAGE: &str = "1.3.6.1.5.5.7.3.9";

/// `anyExtendedKeyUsage`.
const ANY_USAGE: &str = "2.5.29.37.0";

fn check_purposes(
    certificate: &Certificate,
    purpose: Purpose,
    accepted: &[String],
) -> Vec<ProfileViolation> {
    let usages = certificate.extended_key_usages().unwrap_or_default();
    if usages.is_empty() {
        return vec![shall(
            Rule::PurposePresent,
            "It states no purpose (extended key usage).".to_owned(),
        )];
    }
    let mut broken = Vec::new();
    if usages.iter().any(|usage| usage == ANY_USAGE) {
        broken.push(shall(
            Rule::PurposeAny,
            "It claims to be good for any purpose (anyExtendedKeyUsage).".to_owned(),
        ));
    }
    let exclusive = |usage: &String| usage == TIME_STAMPING_USAGE || usage == OCSP_SIGNING_USAGE;
    if usages.iter().any(exclusive) && usages.iter().any(|usage| Some(usage) != usages.first()) {
        broken.push(shall(
            Rule::PurposeExclusive,
            "It mixes time-stamping or OCSP signing with another purpose.".to_owned(),
        ));
    }
    let fits = usages.iter().any(|usage| accepted.contains(usage));
    if !fits {
        let wanted = match purpose {
            Purpose::ClaimSigning => "signing claims",
            Purpose::TimeStamping => "time-stamping",
            Purpose::Identity => "signing identity assertions",
        };
        broken.push(shall(
            Rule::PurposeFits,
            format!("None of its purposes ({}) is {wanted}.", usages.join(", ")),
        ));
    }
    broken
}

fn shall(rule: Rule, explanation: String) -> ProfileViolation {
    ProfileViolation {
        rule,
        requirement: Requirement::Shall,
        explanation,
    }
}

fn should(rule: Rule, explanation: String) -> ProfileViolation {
    ProfileViolation {
        rule,
        requirement: Requirement::Should,
        explanation,
    }
}
