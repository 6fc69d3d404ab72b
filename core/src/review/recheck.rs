//! Which earlier verdicts a revoked key, or another trust list, changes. The media are not needed.

use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use super::{Body, Entry, MachineFinding};
use crate::credentials::{profile::Purpose, trust::TrustStore};

/// A certificate that should no longer be believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revoked {
    /// Its SHA-256, hexadecimal.
    pub fingerprint: String,
    /// From when on.
    pub since: OffsetDateTime,
}

/// What changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Signed with the revoked key, after it was revoked.
    SignedAfterRevocation,
    /// Signed with the revoked key, and no trusted time-stamp shows that it was before.
    TimeUnknown,
    /// The list that vouched is not among the present ones.
    NoLongerVouched,
    /// A present list vouches now.
    VouchedNow,
}

impl Change {
    /// Its name in records.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SignedAfterRevocation => "signed-after-revocation",
            Self::TimeUnknown => "time-unknown",
            Self::NoLongerVouched => "no-longer-vouched",
            Self::VouchedNow => "vouched-now",
        }
    }
}

/// An earlier verdict that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// What it says.
    pub finding: &'a MachineFinding,
    /// What changes about it.
    pub change: Change,
}

/// The entries whose verdicts change, in order.
#[must_use]
pub fn recheck<'a>(
    entries: &'a [Entry],
    revoked: &[Revoked],
    trust: Option<&TrustStore>,
) -> Vec<Changed<'a>> {
    let lists = trust.map(Lists::of);
    entries
        .iter()
        .filter_map(|entry| {
            let Body::Finding(finding) = &entry.body else {
                return None;
            };
            let held = matches!(finding.state.as_str(), "trusted" | "valid");
            let change = held
                .then(|| by_revocation(finding, revoked))
                .flatten()
                .or_else(|| lists.as_ref().and_then(|lists| lists.change(finding)))?;
            Some(Changed {
                entry,
                finding,
                change,
            })
        })
        .collect()
}

fn by_revocation(finding: &MachineFinding, revoked: &[Revoked]) -> Option<Change> {
    let hit = revoked
        .iter()
        .find(|one| finding.certificates.contains(&one.fingerprint))?;
    let stamped = (finding.timestamp == "trusted")
        .then_some(finding.signed_at.as_deref())
        .flatten()
        .and_then(|text| OffsetDateTime::parse(text, &Rfc3339).ok());
    match stamped {
        Some(moment) if moment < hit.since => None,
        Some(_) => Some(Change::SignedAfterRevocation),
        None => Some(Change::TimeUnknown),
    }
}

/// The present lists, as far as a ledger's entries can be held against them.
struct Lists {
    subjects: std::collections::BTreeSet<String>,
    certificates: std::collections::BTreeSet<String>,
}

impl Lists {
    fn of(trust: &TrustStore) -> Self {
        let mut lists = Self {
            subjects: std::collections::BTreeSet::new(),
            certificates: std::collections::BTreeSet::new(),
        };
        for pack in trust.packs() {
            for anchor in &pack.anchors {
                if anchor.purpose == Purpose::ClaimSigning {
                    let certificate = &anchor.certificate;
                    lists.subjects.insert(certificate.subject().to_owned());
                    lists
                        .certificates
                        .insert(hex::encode(certificate.fingerprint()));
                }
            }
            for allowed in &pack.allowed {
                lists.certificates.insert(hex::encode(allowed.fingerprint));
            }
        }
        lists
    }

    fn change(&self, finding: &MachineFinding) -> Option<Change> {
        let is_listed = || {
            let mut certificates = finding.certificates.iter();
            certificates.any(|one| self.certificates.contains(one))
        };
        match finding.state.as_str() {
            "trusted" => {
                let anchor = finding.anchor.as_ref()?;
                let vouched = self.subjects.contains(anchor) || is_listed();
                (!vouched).then_some(Change::NoLongerVouched)
            }
            "valid" => is_listed().then_some(Change::VouchedNow),
            _ => None,
        }
    }
}
