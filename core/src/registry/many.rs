//! Many registries searched at once.

use super::{Claim, ManifestHash, Registry, RegistryError, WatermarkId};
use crate::fingerprint::pdq::Pdq;

/// Registries, in the order in which they are asked.
#[derive(Default)]
pub struct Registries {
    members: Vec<Box<dyn Registry + Send>>,
}

/// A claim and where it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Position of the registry.
    pub registry: usize,
    /// Its name.
    pub name: String,
    /// Bits of the fingerprint that differ; `None` when found by id.
    pub distance: Option<u32>,
    /// The claim.
    pub claim: Claim,
}

/// What a search of all registries gave.
#[derive(Debug, Default)]
pub struct Searched {
    /// The claims: by fingerprint nearest first, else registry by registry.
    pub found: Vec<Found>,
    /// Registries that could not be asked: position, reason. Their silence is no answer.
    pub failed: Vec<(usize, RegistryError)>,
}

impl Searched {
    /// The different manifests among what was found, in order of first mention. More than one for
    /// a watermark id is a conflict.
    #[must_use]
    pub fn manifests(&self) -> Vec<ManifestHash> {
        let mut manifests = Vec::new();
        for found in &self.found {
            if !manifests.contains(&found.claim.manifest) {
                manifests.push(found.claim.manifest);
            }
        }
        manifests
    }
}

impl Registries {
    /// Adds a registry at the end.
    pub fn push(&mut self, registry: Box<dyn Registry + Send>) {
        self.members.push(registry);
    }

    /// The name of the registry at that position.
    #[must_use]
    pub fn name(&self, index: usize) -> &str {
        self.members
            .get(index)
            .map_or("", |registry| registry.name())
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// Every claim on a watermark id, in every registry.
    #[must_use]
    pub fn by_watermark(&self, id: WatermarkId) -> Searched {
        self.search(|registry| {
            let claims = registry.by_watermark(id)?;
            Ok(claims.into_iter().map(|claim| (None, claim)).collect())
        })
    }

    /// Every claim whose fingerprint differs in at most `radius` bits, nearest first.
    #[must_use]
    pub fn by_pdq(&self, pdq: &Pdq, radius: u32) -> Searched {
        let mut searched = self.search(|registry| {
            let matches = registry.by_pdq(pdq, radius)?;
            Ok(matches
                .into_iter()
                .map(|found| (Some(found.distance), found.claim))
                .collect())
        });
        searched.found.sort_by_key(|found| found.distance);
        searched
    }

    /// Every claim for manifests of this label.
    #[must_use]
    pub fn by_manifest_id(&self, label: &str) -> Searched {
        self.search(|registry| {
            let claims = registry.by_manifest_id(label)?;
            Ok(claims.into_iter().map(|claim| (None, claim)).collect())
        })
    }

    /// The manifest of a claim that was found here.
    ///
    /// # Errors
    /// When its registry cannot be read.
    pub fn manifest(&self, found: &Found) -> Result<Option<Vec<u8>>, RegistryError> {
        match self.members.get(found.registry) {
            Some(registry) => registry.manifest(&found.claim.manifest),
            None => Ok(None),
        }
    }

    fn search(
        &self,
        ask: impl Fn(&dyn Registry) -> Result<Vec<(Option<u32>, Claim)>, RegistryError>,
    ) -> Searched {
        let mut searched = Searched::default();
        for (index, registry) in self.members.iter().enumerate() {
            match ask(registry.as_ref()) {
                Ok(claims) => {
                    searched
                        .found
                        .extend(claims.into_iter().map(|(distance, claim)| Found {
                            registry: index,
                            name: registry.name().to_owned(),
                            distance,
                            claim,
                        }));
                }
                Err(error) => searched.failed.push((index, error)),
            }
        }
        // A tombstone in one registry holds for the manifest wherever else it is found.
        for index in 0..searched.found.len() {
            let Some(found) = searched.found.get(index) else {
                break;
            };
            if found.claim.revocation.is_some() {
                continue;
            }
            let hash = found.claim.manifest;
            let mut tombstone = None;
            for (position, registry) in self.members.iter().enumerate() {
                match registry.revocation(&hash) {
                    Ok(None) => {}
                    Ok(found) => {
                        tombstone = found;
                        break;
                    }
                    Err(error) => {
                        if !searched
                            .failed
                            .iter()
                            .any(|(failed, _)| *failed == position)
                        {
                            searched.failed.push((position, error));
                        }
                    }
                }
            }
            if let Some(found) = searched.found.get_mut(index) {
                found.claim.revocation = tombstone;
            }
        }
        searched
    }
}

impl std::fmt::Debug for Registries {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_list()
            .entries(self.members.iter().map(|registry| registry.name()))
            .finish()
    }
}
