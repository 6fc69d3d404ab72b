//! Who signs in this run: an identity, checked once, and perhaps a time-stamping authority.

use std::sync::{Mutex, PoisonError};

use sha2::{Digest as _, Sha256};
use time::OffsetDateTime;

use crate::credentials::{
    certificate::Certificate,
    identity::ClaimSigner,
    profile::{Purpose, Requirement, Role, check_profile},
    trust::CLAIM_SIGNING_USAGES,
};

use super::{
    cose,
    error::SignError,
    time_stamp_request::{TimeStampRequest, TimeStamper, Token},
};

/// An identity that may sign, and the authority that stamps its signatures.
pub struct Signatory<'a> {
    signer: &'a dyn ClaimSigner,
    time_stamper: Option<&'a dyn TimeStamper>,
    now: OffsetDateTime,
    name: String,
    organization: Option<String>,
    /// Length of the authority's tokens, once one was seen.
    token_length: Mutex<Option<usize>>,
}

impl std::fmt::Debug for Signatory<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Signatory")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

impl<'a> Signatory<'a> {
    /// Checks the identity against the certificate profile (C2PA 2.2, section 14.5.1) and its
    /// validity at `now`, before anything is written that nobody would accept.
    ///
    /// # Errors
    /// [`SignError::Identity`] naming the rule, its clause and the remedy.
    pub fn new(
        signer: &'a dyn ClaimSigner,
        time_stamper: Option<&'a dyn TimeStamper>,
        now: OffsetDateTime,
    ) -> Result<Self, SignError> {
        let mut chain = Vec::new();
        for (index, der) in signer.chain().iter().enumerate() {
            chain.push(Certificate::parse(der).map_err(|error| {
                SignError::Identity(format!(
                    "certificate {} of the chain: {error}",
                    index.saturating_add(1)
                ))
            })?);
        }
        let Some(leaf) = chain.first() else {
            return Err(SignError::Identity(
                "its chain holds no certificate".to_owned(),
            ));
        };
        for (index, certificate) in chain.iter().enumerate() {
            check(certificate, index, now)?;
        }
        for pair in chain.windows(2) {
            if let [subject, issuer] = pair
                && !subject.is_signed_by(issuer)
            {
                return Err(SignError::Identity(format!(
                    "\"{}\" was not issued by \"{}\", which follows it in the chain; put the \
                     leaf first and each issuer after what it issued",
                    subject.subject(),
                    issuer.subject()
                )));
            }
        }
        Ok(Self {
            name: leaf
                .common_name()
                .unwrap_or_else(|| leaf.subject())
                .to_owned(),
            organization: leaf.organization().map(str::to_owned),
            signer,
            time_stamper,
            now,
            token_length: Mutex::new(None),
        })
    }

    /// Common name of the signing certificate, else its whole subject.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Organisation of the signing certificate.
    #[must_use]
    pub fn organization(&self) -> Option<&str> {
        self.organization.as_deref()
    }

    /// The moment as of which the identity was checked.
    #[must_use]
    pub const fn moment(&self) -> OffsetDateTime {
        self.now
    }

    /// SHA-256 of the signing certificate.
    #[must_use]
    pub fn certificate_hash(&self) -> [u8; 32] {
        let leaf = self.signer.chain().first();
        Sha256::digest(leaf.map(Vec::as_slice).unwrap_or_default()).into()
    }

    /// Bytes that a signature takes. Asks the time-stamping authority once in a run for a token
    /// over nothing, because only it knows how long its tokens are.
    pub(super) fn reserve(&self) -> Result<usize, SignError> {
        let Some(authority) = self.time_stamper else {
            return cose::reserve(self.signer, None);
        };
        let mut known = self
            .token_length
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let length = match *known {
            Some(length) => length,
            None => TimeStampRequest::new(b"")?.send(authority)?.der.len(),
        };
        *known = Some(length);
        cose::reserve(self.signer, Some(length))
    }

    /// Signs a claim into `length` bytes. A token that needs more is remembered, so that the next
    /// [`Self::reserve`] has room for it.
    pub(super) fn sign(
        &self,
        claim: &[u8],
        length: usize,
    ) -> Result<(Vec<u8>, Option<Token>), SignError> {
        let result = cose::sign(self.signer, self.time_stamper, claim, length);
        if let Err(SignError::SpaceExceeded { needed, reserved }) = &result {
            let mut known = self
                .token_length
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            *known = known.map(|length| {
                length
                    .saturating_add(needed.saturating_sub(*reserved))
                    .saturating_add(1)
            });
        }
        result
    }

    pub(super) fn signer(&self) -> &dyn ClaimSigner {
        self.signer
    }
}

fn check(certificate: &Certificate, index: usize, now: OffsetDateTime) -> Result<(), SignError> {
    let role = match index {
        0 => Role::EndEntity(Purpose::ClaimSigning),
        _ => Role::Authority,
    };
    let broken = check_profile(certificate, role, &CLAIM_SIGNING_USAGES.map(str::to_owned))
        .into_iter()
        .find(|violation| violation.requirement == Requirement::Shall);
    if let Some(violation) = broken {
        return Err(SignError::Identity(format!(
            "certificate \"{}\" breaks rule {} ({}): {} {}",
            certificate.subject(),
            violation.rule.as_str(),
            violation.rule.clause(),
            violation.explanation,
            violation.rule.remedy()
        )));
    }
    if certificate.valid_at(now.unix_timestamp()) {
        return Ok(());
    }
    let day = |unix: i64| {
        OffsetDateTime::from_unix_timestamp(unix)
            .map_or_else(|_| unix.to_string(), |time| time.date().to_string())
    };
    Err(SignError::Identity(format!(
        "certificate \"{}\" is valid from {} to {}, and it is {}; get a new one",
        certificate.subject(),
        day(certificate.not_before()),
        day(certificate.not_after()),
        now.date()
    )))
}
