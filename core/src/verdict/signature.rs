//! One claim signature under one policy: time first, then trust.

use time::OffsetDateTime;

use super::{Policy, TimeStampState, Vouching};
use crate::{
    credentials::{
        SignatureEvidence, StatusKind, TimeStampEvidence,
        path::{ChainJudgement, LeafFacts, judge_chain},
        profile::Purpose,
    },
    evidence::{Code, Finding, Place},
};

/// What a claim signature amounts to.
#[derive(Clone, Debug, Default)]
pub(super) struct SignatureJudgement {
    /// C2PA status codes on signature, trust and time.
    pub(super) codes: Vec<(Code, StatusKind)>,
    /// What is wrong or worth knowing.
    pub(super) findings: Vec<Finding>,
    /// The signer.
    pub(super) leaf: Option<LeafFacts>,
    /// Which list vouches.
    pub(super) vouching: Option<Vouching>,
    /// The time that a time-stamp states, trusted or not; seconds since 1970.
    pub(super) signed_at: Option<i64>,
    /// What backs it.
    pub(super) time_stamp: TimeStampState,
    /// The moment at which certificates were judged; seconds since 1970.
    pub(super) judged_at: i64,
}

impl SignatureJudgement {
    /// Whether a code of failure other than missing trust was raised.
    pub(super) fn fails(&self) -> bool {
        self.codes.iter().any(|(code, kind)| {
            *kind == StatusKind::Failure && *code != Code::SigningCredentialUntrusted
        })
    }

    /// The signing time as a date.
    pub(super) fn signed_at(&self) -> Option<OffsetDateTime> {
        self.signed_at
            .and_then(|unix| OffsetDateTime::from_unix_timestamp(unix).ok())
    }
}

/// Judges a signature. `uri` names its box.
///
/// Certificates are judged at the time of a trusted time-stamp, else at the moment of judgement
/// (C2PA 2.2, section 15.8); a time-stamp of an unknown authority moves nothing. Claims of
/// version 1 are the exception: when they were made there was no list of time-stamping
/// authorities, so any time-stamp that holds counts for them, and a finding says so.
pub(super) fn judge(
    signature: &SignatureEvidence,
    claim_version: u8,
    uri: &str,
    policy: &Policy<'_>,
) -> SignatureJudgement {
    let place = || Place::Jumbf {
        uri: uri.to_owned(),
    };
    let now = policy.at.unix_timestamp();
    let mut judgement = SignatureJudgement {
        judged_at: now,
        ..SignatureJudgement::default()
    };
    judge_time_stamps(signature, policy, &mut judgement);
    let counts = match judgement.time_stamp {
        TimeStampState::Trusted => true,
        TimeStampState::Untrusted => claim_version == 1,
        TimeStampState::None => false,
    };
    if let Some(time) = judgement.signed_at.filter(|time| counts && *time <= now) {
        judgement.judged_at = time;
    }

    let chain = judge_chain(
        &signature.chain,
        Purpose::ClaimSigning,
        judgement.judged_at,
        policy.trust,
    );
    judge_holder(&chain, uri, now, &mut judgement);
    judge_trust(&chain, uri, &mut judgement);

    let (code, kind) = if signature.holds {
        (Code::ClaimSignatureValidated, StatusKind::Success)
    } else {
        (Code::ClaimSignatureMismatch, StatusKind::Failure)
    };
    judgement.codes.push((code, kind));
    if !signature.holds {
        judgement.findings.push(Finding::new(code, place()));
    }
    judgement.findings.extend(chain.findings);
    judgement.leaf = chain.leaf;
    judgement.vouching = chain.vouching;
    judgement
}

/// The first trusted time-stamp decides; failing that, the first that holds is reported.
fn judge_time_stamps(
    signature: &SignatureEvidence,
    policy: &Policy<'_>,
    judgement: &mut SignatureJudgement,
) {
    for stamp in &signature.time_stamps {
        let (code, state) = judge_time_stamp(stamp, policy);
        judgement.codes.push((code, code_kind(code)));
        match state {
            TimeStampState::Trusted => {
                judgement
                    .codes
                    .push((Code::TimeStampValidated, StatusKind::Success));
                judgement.signed_at = stamp.time;
                judgement.time_stamp = state;
                return;
            }
            TimeStampState::Untrusted => {
                judgement
                    .codes
                    .push((Code::TimeStampValidated, StatusKind::Success));
                if judgement.time_stamp == TimeStampState::None {
                    judgement.signed_at = stamp.time;
                    judgement.time_stamp = state;
                }
            }
            TimeStampState::None => {
                judgement.findings.push(Finding::new(
                    code,
                    Place::Part {
                        path: stamp.source.clone(),
                    },
                ));
            }
        }
    }
}

fn judge_time_stamp(stamp: &TimeStampEvidence, policy: &Policy<'_>) -> (Code, TimeStampState) {
    let Some(time) = stamp.time.filter(|_| stamp.holds) else {
        let code = stamp.problem.as_deref().and_then(Code::parse);
        return (
            code.unwrap_or(Code::TimeStampMalformed),
            TimeStampState::None,
        );
    };
    let authority = judge_chain(&stamp.chain, Purpose::TimeStamping, time, policy.trust);
    if !authority.inside_validity {
        return (Code::TimeStampOutsideValidity, TimeStampState::None);
    }
    // A time after the moment of judgement cannot have been known then.
    let known = time <= policy.at.unix_timestamp();
    if known && authority.vouching.is_some() && authority.profile_holds() {
        (Code::TimeStampTrusted, TimeStampState::Trusted)
    } else {
        (Code::TimeStampUntrusted, TimeStampState::Untrusted)
    }
}

/// Profile and validity of the signer's certificate.
fn judge_holder(chain: &ChainJudgement, uri: &str, now: i64, judgement: &mut SignatureJudgement) {
    let place = || Place::Jumbf {
        uri: uri.to_owned(),
    };
    if !chain.profile_holds() {
        judgement
            .codes
            .push((Code::SigningCredentialInvalid, StatusKind::Failure));
        judgement
            .findings
            .push(Finding::new(Code::SigningCredentialInvalid, place()));
    }
    let Some(leaf) = &chain.leaf else { return };
    let certificate = || Place::Certificate {
        index: 0,
        subject: leaf.subject.clone(),
    };
    let date = |unix: i64| {
        OffsetDateTime::from_unix_timestamp(unix)
            .map_or_else(|_| unix.to_string(), |time| time.date().to_string())
    };
    if chain.inside_validity {
        judgement
            .codes
            .push((Code::ClaimSignatureInsideValidity, StatusKind::Success));
        if leaf.not_after < now {
            let (expired, signed) = (date(leaf.not_after), date(judgement.judged_at));
            judgement
                .findings
                .push(if judgement.time_stamp == TimeStampState::Trusted {
                    Finding::new(Code::CertificateExpiredTimeStamped, certificate())
                        .with("expired", expired)
                        .with("signed", signed)
                } else {
                    Finding::new(Code::CertificateExpiredLegacyTimeStamp, certificate())
                        .with("expired", expired)
                        .with("signed", signed)
                });
        }
        return;
    }
    judgement
        .codes
        .push((Code::ClaimSignatureOutsideValidity, StatusKind::Failure));
    judgement
        .findings
        .push(Finding::new(Code::ClaimSignatureOutsideValidity, place()));
    if leaf.not_after < judgement.judged_at {
        judgement
            .codes
            .push((Code::SigningCredentialExpired, StatusKind::Failure));
        judgement
            .findings
            .push(Finding::new(Code::SigningCredentialExpired, place()));
    }
}

fn judge_trust(chain: &ChainJudgement, uri: &str, judgement: &mut SignatureJudgement) {
    if chain.vouching.is_some() && chain.profile_holds() {
        judgement
            .codes
            .push((Code::SigningCredentialTrusted, StatusKind::Success));
    } else {
        judgement
            .codes
            .push((Code::SigningCredentialUntrusted, StatusKind::Failure));
        judgement.findings.push(Finding::new(
            Code::SigningCredentialUntrusted,
            Place::Jumbf {
                uri: uri.to_owned(),
            },
        ));
    }
}

/// Bad time-stamps are informational (C2PA 2.2, section 15.8.2): they weaken, they do not break.
const fn code_kind(code: Code) -> StatusKind {
    match code {
        Code::TimeStampTrusted => StatusKind::Success,
        _ => StatusKind::Informational,
    }
}
