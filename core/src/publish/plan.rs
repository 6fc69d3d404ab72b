//! What to publish with: the same for every picture of a run.

use sha2::{Digest, Sha256};

use crate::{
    labels::SourceType,
    privacy::Kind,
    watermark::{EmbedSettings, Key},
};

/// What becomes of personal data in metadata.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Privacy {
    /// It stays.
    Keep,
    /// These kinds leave.
    Strip(Vec<Kind>),
    /// A file that holds any is refused, and what it holds is told.
    Ask,
}

/// How to publish.
#[derive(Clone, Debug)]
pub struct Plan {
    /// How the pictures were made. May be left out for pictures whose credential tells.
    pub source_type: Option<SourceType>,
    /// The AI system, for the label.
    pub system: Option<String>,
    /// Its version.
    pub system_version: Option<String>,
    /// `dc:title` of the claim.
    pub title: Option<String>,
    /// Who made it (`dc:creator`).
    pub author: Option<String>,
    /// Its licence: an address or a text.
    pub licence: Option<String>,
    /// What becomes of personal data.
    pub privacy: Privacy,
    /// The watermark key.
    pub key: Key,
    /// How strong the mark is.
    pub embedding: EmbedSettings,
    /// Refuse pictures that can carry no mark, instead of publishing them by their looks alone.
    pub only_marked: bool,
}

impl Plan {
    /// A hash over everything that decides what is written. What two runs with equal hashes write
    /// for one file and identity is the same.
    pub(super) fn hash(&self) -> [u8; 32] {
        let Self {
            source_type,
            system,
            system_version,
            title,
            author,
            licence,
            privacy,
            key,
            embedding,
            // Decides whether something is written, not what.
            only_marked: _,
        } = self;
        let kinds = match privacy {
            Privacy::Strip(kinds) => {
                let mut names: Vec<_> = kinds.iter().map(|kind| kind.as_str()).collect();
                names.sort_unstable();
                names.dedup();
                names.join(",")
            }
            Privacy::Keep | Privacy::Ask => String::new(),
        };
        let parts = [
            source_type.map(|source_type| source_type.as_uri().to_owned()),
            system.clone(),
            system_version.clone(),
            title.clone(),
            author.clone(),
            licence.clone(),
            Some(kinds),
            Some(key.id().to_string()),
            Some(embedding.strength.to_string()),
        ];
        let mut hash = Sha256::new();
        hash.update(b"hallmark publish 1\n");
        for part in parts {
            // A length before each part, so that none runs into the next.
            let (there, text) = part.map_or((0, String::new()), |text| (1, text));
            hash.update([there]);
            hash.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
            hash.update(text.as_bytes());
        }
        hash.finalize().into()
    }
}
