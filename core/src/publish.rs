//! Publishing: one picture in, the same picture out with a mark in its pixels, a label in its
//! metadata, a credential that describes and names both, and an entry in a registry.
//!
//! `spec/publishing.md` lists what is written, in which order, and what makes two runs the same.

mod error;
mod plan;

use std::{
    io::Cursor,
    sync::{Mutex, MutexGuard, PoisonError},
};

use c2pa::jumbf_io::save_jumbf_to_memory;
use sha2::{Digest, Sha256};

pub use error::PublishError;
pub use plan::{Plan, Privacy};

use crate::{
    asset::{PartKind, rewrite::Rewriting},
    credentials::{
        bound::bound,
        sign::{Input, Options, PixelBinding, Signatory, Variables, sign},
        trust::TrustStore,
    },
    examine,
    labels::{
        SourceType,
        write::{Provider, Standard, Writing},
    },
    limits::Limits,
    picture::{Decoded, Loss, Marking, MarkingError, decode},
    privacy::{self, Datum, Kind},
    registry::{Added, Claim, IdempotencyKey, NewClaim, Registry, Reserved, WatermarkId},
    verdict::{CredentialState, Policy, Statement, judge},
    watermark::{EmbedReport, Payload},
};

/// Identifiers that are tried before publishing gives up: a registry with a billion claims has
/// one in ten thousand million of them.
const ATTEMPTS: u32 = 16;

/// A published picture.
#[derive(Clone, Debug)]
pub struct Published {
    /// The whole file.
    pub file: Vec<u8>,
    /// Label of its manifest.
    pub manifest_id: String,
    /// What it declares about where it comes from.
    pub source_type: Option<String>,
    /// Its mark.
    pub mark: Mark,
    /// What the file lost when its pixels were written.
    pub losses: Vec<Loss>,
    /// Personal data that were taken out.
    pub removed: Vec<Datum>,
    /// Personal data that could not be taken out.
    pub left: Vec<Datum>,
    /// Number of the claim in the registry.
    pub number: u64,
    /// An earlier run published it; the file is what that run wrote.
    pub already: bool,
}

/// What became of the mark.
#[derive(Clone, Debug)]
pub enum Mark {
    /// It is in the pixels.
    Written {
        /// The identifier.
        id: WatermarkId,
        /// How well it hides and holds.
        report: EmbedReport,
    },
    /// The picture can carry none, for the reason given; it is published by its looks alone.
    Impossible(String),
}

/// Publishes pictures with one identity into one registry. May be shared between threads.
pub struct Publisher<'a> {
    plan: &'a Plan,
    signatory: &'a Signatory<'a>,
    registry: Mutex<&'a mut (dyn Registry + Send)>,
    /// Seconds since 1970-01-01T00:00:00Z.
    now: i64,
}

impl std::fmt::Debug for Publisher<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Publisher")
            .field("plan", self.plan)
            .finish_non_exhaustive()
    }
}

/// A picture that is ready to be signed.
struct Ready {
    file: Vec<u8>,
    mark: Mark,
    losses: Vec<Loss>,
    binding: PixelBinding,
}

/// A file without its credential, the personal data that left it, and those that could not.
type Cleared = (Vec<u8>, Vec<Datum>, Vec<Datum>);

impl<'a> Publisher<'a> {
    /// A publisher; `now` in seconds since 1970-01-01T00:00:00Z.
    pub fn new(
        plan: &'a Plan,
        signatory: &'a Signatory<'a>,
        registry: &'a mut (dyn Registry + Send),
        now: i64,
    ) -> Self {
        Self {
            plan,
            signatory,
            registry: Mutex::new(registry),
            now,
        }
    }

    /// Publishes the picture in `file`, which is called `name` in messages and manifests.
    ///
    /// The same file, identity and plan give the same identifier and, when it was registered
    /// before, the very file of that time.
    ///
    /// # Errors
    /// [`PublishError`]; then nothing was registered, and nothing may be written.
    pub fn publish(&self, name: &str, file: &[u8]) -> Result<Published, PublishError> {
        let limits = Limits::default();
        let history = self.history(file, &limits)?;
        let (stripped, removed, left) = self.without_personal_data(file, &limits)?;
        let labelled = self.labelled(stripped, &history, &limits)?;
        let key = IdempotencyKey::new(
            &Sha256::digest(file).into(),
            &self.signatory.certificate_hash(),
            &self.plan.hash(),
        );
        let id = self.reserve(&key)?;
        let ready = self.marked(&labelled, id, &limits)?;
        let done = match self.earlier(&ready)? {
            Some(published) => published,
            None => self.signed(name, file, &ready, &history)?,
        };
        Ok(Published {
            mark: ready.mark,
            losses: ready.losses,
            removed,
            left,
            ..done
        })
    }

    fn registry(&self) -> MutexGuard<'_, &'a mut (dyn Registry + Send)> {
        self.registry.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the file says about its past.
    fn history(&self, file: &[u8], limits: &Limits) -> Result<Statement, PublishError> {
        let settings = examine::Settings {
            limits: limits.clone(),
            ..examine::Settings::default()
        };
        let length = u64::try_from(file.len()).unwrap_or(u64::MAX);
        let evidence = examine::examine(&mut Cursor::new(file), length, None, &settings)?;
        let nobody = TrustStore::default();
        let statement = judge(evidence, &Policy::new(&nobody, self.signatory.moment()));
        if statement.credentials.state == CredentialState::None && self.plan.source_type.is_none() {
            return Err(PublishError::SourceMissing);
        }
        Ok(statement)
    }

    fn without_personal_data(&self, file: &[u8], limits: &Limits) -> Result<Cleared, PublishError> {
        match &self.plan.privacy {
            Privacy::Keep => Ok((bare(file, limits)?, Vec::new(), Vec::new())),
            Privacy::Strip(kinds) => {
                let stripped = privacy::strip(file, kinds, limits)?;
                Ok((
                    bare(&stripped.file, limits)?,
                    stripped.removed,
                    stripped.left,
                ))
            }
            Privacy::Ask => {
                let length = u64::try_from(file.len()).unwrap_or(u64::MAX);
                let listed = privacy::list(&mut Cursor::new(file), length, limits)?;
                let personal: Vec<Datum> = listed
                    .data
                    .into_iter()
                    .filter(|datum| Kind::STRICT.contains(&datum.kind))
                    .collect();
                if personal.is_empty() {
                    return Ok((bare(file, limits)?, Vec::new(), Vec::new()));
                }
                Err(PublishError::PersonalData(personal))
            }
        }
    }

    /// The file with the label that fits what will be signed.
    fn labelled(
        &self,
        file: Vec<u8>,
        history: &Statement,
        limits: &Limits,
    ) -> Result<Vec<u8>, PublishError> {
        let signed = history.credentials.source_type.as_deref();
        let declared = self
            .plan
            .source_type
            .or_else(|| signed.and_then(SourceType::from_uri));
        let Some(source_type) = declared else {
            return Ok(file);
        };
        let writing = Writing {
            source_type,
            system: self.plan.system.clone(),
            version: self.plan.system_version.clone(),
            prompt: None,
            prompt_writer: None,
            standards: vec![Standard::Iptc],
            provider: Provider::default(),
        };
        Ok(writing.write(&file, limits)?)
    }

    /// The identifier of this source, identity and plan.
    fn reserve(&self, key: &IdempotencyKey) -> Result<WatermarkId, PublishError> {
        let mut registry = self.registry();
        for attempt in 0..ATTEMPTS {
            match registry.reserve(key, key.candidate(attempt), self.now)? {
                Reserved::New(id) | Reserved::Already(id) => return Ok(id),
                Reserved::Taken => {}
            }
        }
        Err(PublishError::NoIdentifier)
    }

    /// The file with the mark, and its pixels described.
    fn marked(&self, file: &[u8], id: WatermarkId, limits: &Limits) -> Result<Ready, PublishError> {
        let marking = Marking {
            payload: Payload::new(id.0),
            key: &self.plan.key,
            settings: self.plan.embedding,
            again: false,
            limits: limits.clone(),
        };
        let (file, mark, losses) = match marking.mark(file) {
            Ok(marked) => {
                let report = marked.report;
                (marked.file, Mark::Written { id, report }, marked.losses)
            }
            Err(reason @ (MarkingError::CannotCarry(_) | MarkingError::NotReadBack))
                if !self.plan.only_marked =>
            {
                (
                    file.to_vec(),
                    Mark::Impossible(reason.to_string()),
                    Vec::new(),
                )
            }
            Err(error) => return Err(error.into()),
        };
        let rewriting = Rewriting::new(&file, limits)?;
        let decoded = decode(
            &mut Cursor::new(file.as_slice()),
            rewriting.container(),
            limits,
        )?;
        let image = decoded
            .map(Decoded::upright)
            .map_err(|reason| MarkingError::Pixels(reason.what.as_str().to_owned()))?;
        let mut binding = PixelBinding::describing(&image);
        if matches!(mark, Mark::Written { .. }) {
            binding.marks = vec![marking.payload];
            binding.marked_now = true;
        } else if binding.pdq.is_none() {
            return Err(PublishError::NothingToFindBy);
        }
        drop(rewriting);
        Ok(Ready {
            file,
            mark,
            losses,
            binding,
        })
    }

    /// Assertions of the original's credential that hold what is to leave.
    fn redactions(&self, original: &[u8]) -> Result<Vec<String>, PublishError> {
        let Privacy::Strip(kinds) = &self.plan.privacy else {
            return Ok(Vec::new());
        };
        let length = u64::try_from(original.len()).unwrap_or(u64::MAX);
        let listed = privacy::list(&mut Cursor::new(original), length, &Limits::default())?;
        let mut uris: Vec<String> = listed
            .data
            .into_iter()
            .filter(|datum| kinds.contains(&datum.kind))
            .filter_map(|datum| datum.assertion)
            .collect();
        uris.sort();
        uris.dedup();
        Ok(uris)
    }

    /// Signs and registers.
    fn signed(
        &self,
        name: &str,
        original: &[u8],
        ready: &Ready,
        history: &Statement,
    ) -> Result<Published, PublishError> {
        let continues = history.credentials.state != CredentialState::None;
        // What the credential of the original says already is not said again as an edit.
        let said = history.credentials.source_type.as_deref();
        let source_type = self
            .plan
            .source_type
            .filter(|asked| !continues || said.and_then(SourceType::from_uri) != Some(*asked));
        let redactions = self.redactions(original)?;
        let options = Options {
            source_type,
            pixels: Some(ready.binding.clone()),
            redaction_reason: (!redactions.is_empty()).then(|| "c2pa.PII.present".to_owned()),
            redactions,
            title: self.plan.title.clone(),
            author: self.plan.author.clone(),
            licence: self.plan.licence.clone(),
            ..Options::default()
        };
        let mut original = Cursor::new(original);
        let mut parent = continues.then_some(Input {
            name,
            stream: &mut original,
        });
        let mut written = Cursor::new(Vec::new());
        let signed = sign(
            &mut Input {
                name,
                stream: &mut Cursor::new(ready.file.as_slice()),
            },
            parent.as_mut(),
            &mut [],
            &mut written,
            &options,
            &Variables::new(),
            self.signatory,
        )?;
        let watermark = match ready.mark {
            Mark::Written { id, .. } => Some(id),
            Mark::Impossible(_) => None,
        };
        let added = self.registry().add(&NewClaim {
            store: &signed.store,
            manifest_id: &signed.manifest,
            watermark,
            pdq: ready.binding.pdq.as_ref().map(|signed| signed.pdq),
            registered_at: self.now,
        })?;
        let number = match added {
            Added::New { number } | Added::Already { number } => number,
            Added::Conflict(conflict) => return Err(PublishError::Conflict(conflict.watermark)),
        };
        Ok(Published {
            file: written.into_inner(),
            manifest_id: signed.manifest,
            source_type: signed.source_type,
            mark: ready.mark.clone(),
            losses: Vec::new(),
            removed: Vec::new(),
            left: Vec::new(),
            number,
            already: false,
        })
    }

    /// What an earlier run published.
    fn earlier(&self, ready: &Ready) -> Result<Option<Published>, PublishError> {
        if let Mark::Written { id, .. } = ready.mark {
            let claims = self.registry().by_watermark(id)?;
            return claims
                .first()
                .map(|claim| self.again(ready, claim))
                .transpose();
        }
        // Without a mark, it is the same if the manifest of a picture that looks the same fits.
        let Some(signed) = &ready.binding.pdq else {
            return Ok(None);
        };
        let alike = self.registry().by_pdq(&signed.pdq, 0)?;
        Ok(alike
            .iter()
            .find_map(|found| self.again(ready, &found.claim).ok()))
    }

    /// The file of an earlier run: the pixels are the same, so its manifest fits them still.
    fn again(&self, ready: &Ready, claim: &Claim) -> Result<Published, PublishError> {
        let gone = || PublishError::EarlierDiffers {
            manifest_id: claim.manifest_id.clone(),
        };
        let store = self
            .registry()
            .manifest(&claim.manifest)?
            .ok_or_else(gone)?;
        let limits = Limits::default();
        let format = Rewriting::new(&ready.file, &limits)?
            .container()
            .format
            .media_type();
        let file = save_jumbf_to_memory(format, &ready.file, &store).map_err(|_| gone())?;
        let statement = self.history(&file, &limits)?;
        let holds = matches!(
            statement.credentials.state,
            CredentialState::Trusted | CredentialState::Valid
        );
        if !holds || bound(&store, &limits).grid != ready.binding.grid {
            return Err(gone());
        }
        Ok(Published {
            file,
            manifest_id: claim.manifest_id.clone(),
            source_type: statement.credentials.source_type,
            mark: ready.mark.clone(),
            losses: Vec::new(),
            removed: Vec::new(),
            left: Vec::new(),
            number: claim.number,
            already: true,
        })
    }
}

/// The file without its manifest store, which does not fit other pixels.
fn bare(file: &[u8], limits: &Limits) -> Result<Vec<u8>, PublishError> {
    let mut rewriting = Rewriting::new(file, limits)?;
    if !rewriting.has_store() {
        return Ok(file.to_vec());
    }
    rewriting.remove_parts(PartKind::ManifestStore);
    Ok(rewriting.finish()?)
}

#[cfg(test)]
mod tests;
