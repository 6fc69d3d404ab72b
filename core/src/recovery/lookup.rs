//! Asks registries about a picture's marks and looks.

use super::evidence::{Candidate, Conflict, FoundBy, RecoveryEvidence, Silent, Tombstone};
use crate::{
    credentials::CredentialEvidence,
    evidence::Evidence,
    fingerprint::pdq::Turn,
    picture::MarkEvidence,
    registry::{Found, Registries, Searched, WatermarkId},
    watermark::SCHEME,
};

/// Bits in which a fingerprint may differ to be looked at: what PDQ's reference calls a match.
/// The signed grid then decides whether it is the picture.
pub const PDQ_RADIUS: u32 = 31;

/// Quality of a fingerprint below which its matches say nothing (PDQ's reference).
const LEAST_QUALITY: u8 = 50;

/// Most manifests that are read for one picture. Registries of honest publishers offer one.
const MOST: usize = 8;

/// Looks a picture up: by the payloads of its marks, and, when it carries no mark that a registry
/// knows and no credential of its own, by its looks. What was found is returned apart: it waits
/// to be examined beside the picture.
#[must_use]
pub fn look_up(evidence: &Evidence, registries: &Registries) -> (RecoveryEvidence, Vec<Candidate>) {
    let mut search = Search {
        registries,
        evidence: RecoveryEvidence::default(),
        candidates: Vec::new(),
    };
    for mark in &evidence.watermark.marks {
        search.by_mark(mark);
    }
    let bare = !matches!(evidence.credentials, CredentialEvidence::Store(_));
    if search.candidates.is_empty() && bare {
        search.by_looks(evidence);
    }
    (search.evidence, search.candidates)
}

struct Search<'a> {
    registries: &'a Registries,
    evidence: RecoveryEvidence,
    candidates: Vec<Candidate>,
}

impl Search<'_> {
    fn by_mark(&mut self, mark: &MarkEvidence) {
        let (Some(payload), Some(geometry)) = (&mark.payload, mark.geometry) else {
            return;
        };
        let Some(id) = WatermarkId::parse(payload).filter(|_| mark.scheme == SCHEME) else {
            return;
        };
        let searched = self.registries.by_watermark(id);
        let manifests = searched.manifests();
        if manifests.is_empty() && searched.failed.is_empty() {
            self.evidence.unknown.push(payload.clone());
        }
        if manifests.len() > 1 {
            self.evidence.conflicts.push(Conflict {
                payload: payload.clone(),
                manifests: manifests.iter().map(ToString::to_string).collect(),
            });
        }
        self.take(&searched, |_| FoundBy::Watermark {
            payload: payload.clone(),
            geometry,
        });
        self.fail(searched);
    }

    fn by_looks(&mut self, evidence: &Evidence) {
        let Some(fingerprint) = &evidence.fingerprint else {
            return;
        };
        if fingerprint.quality < LEAST_QUALITY {
            return;
        }
        self.evidence.searched_looks = true;
        for (turn, pdq) in Turn::ALL.into_iter().zip(&fingerprint.turned) {
            let searched = self.registries.by_pdq(pdq, PDQ_RADIUS);
            self.take(&searched, |found| FoundBy::Fingerprint {
                distance: found.distance.unwrap_or_default(),
                turn,
            });
            self.fail(searched);
        }
    }

    /// Fetches the manifests of what was found; each once, though several registries have it. A
    /// tombstone in any of them counts.
    fn take(&mut self, searched: &Searched, found_by: impl Fn(&Found) -> FoundBy) {
        for found in &searched.found {
            let manifest = found.claim.manifest.to_string();
            let revocation = found.claim.revocation.as_ref().map(|revocation| Tombstone {
                revoked_at: revocation.revoked_at,
                reason: revocation.reason.clone(),
            });
            let known = self
                .candidates
                .iter_mut()
                .find(|candidate| candidate.manifest == manifest);
            if let Some(known) = known {
                known.revocation = known.revocation.take().or(revocation);
                continue;
            }
            if self.candidates.len() >= MOST {
                return;
            }
            match self.registries.manifest(found) {
                Ok(Some(store)) => self.candidates.push(Candidate {
                    registry: found.name.clone(),
                    manifest,
                    store,
                    found_by: found_by(found),
                    revocation,
                }),
                Ok(None) => {}
                Err(error) => self.silent(&found.name, &error),
            }
        }
    }

    fn fail(&mut self, searched: Searched) {
        for (index, error) in searched.failed {
            let name = self.registries.name(index).to_owned();
            self.silent(&name, &error);
        }
    }

    fn silent(&mut self, registry: &str, error: &crate::registry::RegistryError) {
        let silent = Silent {
            registry: registry.to_owned(),
            code: error.code(),
            detail: error.to_string(),
        };
        if !self.evidence.silent.contains(&silent) {
            self.evidence.silent.push(silent);
        }
    }
}
