//! Hands a manifest definition to the signing library, and takes the signed asset back.

use std::{
    io::{self, Read, Seek, SeekFrom, Write},
    sync::{Mutex, PoisonError},
};

use c2pa::{Builder, BuilderIntent, Context, Signer, SigningAlg};
use serde_json::{Value, json};

use crate::asset::Source;

use super::{
    definition::{PARENT_ID, component_id},
    error::SignError,
    options::Placement,
    pixels::PixelBinding,
    remote_key::raw_algorithm,
    signatory::Signatory,
    time_stamp_request::Token,
};

/// Settings of the signing library: nothing is fetched, nothing is added that we did not ask for,
/// and large assets pass through temporary files instead of memory.
const SETTINGS: &str = r#"{
    "verify": {
        "verify_after_sign": false,
        "verify_trust": false,
        "verify_timestamp_trust": false,
        "ocsp_fetch": false,
        "remote_manifest_fetch": false
    },
    "core": {
        "decode_identity_assertions": false,
        "backing_store_memory_threshold_in_mb": 64
    },
    "builder": { "thumbnail": { "enabled": false } }
}"#;

/// Where a signed asset is written: it is read back to compute the content hash.
pub trait Target: Read + Write + Seek + Send {}

impl<T: Read + Write + Seek + Send + ?Sized> Target for T {}

/// One ingredient as the signing library wants it.
pub(super) struct Ingredient<'a> {
    pub(super) title: Option<&'a str>,
    pub(super) media_type: &'static str,
    pub(super) stream: &'a mut (dyn Source + Send),
}

/// What goes into one manifest.
pub(super) struct Job<'a> {
    pub(super) definition: &'a Value,
    pub(super) pixels: Option<&'a PixelBinding>,
    pub(super) media_type: &'static str,
    pub(super) update: bool,
    pub(super) placement: Placement,
    /// `None`: the asset itself is the parent, if `own_parent` says so.
    pub(super) parent: Option<Ingredient<'a>>,
    pub(super) own_parent: bool,
    pub(super) components: Vec<Ingredient<'a>>,
}

/// A manifest store, as written.
pub(super) struct Written {
    pub(super) store: Vec<u8>,
    pub(super) token: Option<Token>,
}

/// Signs `asset` into `target`.
pub(super) fn embed(
    mut job: Job<'_>,
    asset: &mut (dyn Source + Send),
    target: &mut dyn Target,
    signatory: &Signatory<'_>,
) -> Result<Written, SignError> {
    let context = Context::new()
        .with_settings(SETTINGS)
        .map_err(|error| library(&error))?;
    let mut builder = Builder::from_context(context)
        .with_definition(job.definition.clone())
        .map_err(|error| SignError::Template {
            place: "/".to_owned(),
            problem: error.to_string(),
        })?;
    for (label, value) in job.pixels.iter().flat_map(|pixels| pixels.assertions()) {
        builder
            .add_assertion(label, &value)
            .map_err(|error| library(&error))?;
        // The signer vouches for it: a created assertion, not a gathered one.
        if let Some(assertion) = builder.definition.assertions.last_mut() {
            assertion.created = true;
        }
    }
    if job.update {
        builder.set_intent(BuilderIntent::Update);
    }
    if job.placement == Placement::Sidecar {
        builder.set_no_embed(true);
    }
    if let Some(parent) = &mut job.parent {
        add(&mut builder, parent, "parentOf", PARENT_ID)?;
    } else if job.own_parent {
        let parent = Ingredient {
            title: None,
            media_type: job.media_type,
            stream: &mut *asset,
        };
        add(&mut builder, &mut { parent }, "parentOf", PARENT_ID)?;
    }
    for (index, component) in job.components.iter_mut().enumerate() {
        add(&mut builder, component, "componentOf", &component_id(index))?;
    }

    // A time-stamp token may outgrow the space that an earlier one needed: ask again, with room.
    // The target is untouched until a signature fits.
    for attempt in 0..3 {
        let adapter = Adapter {
            signatory,
            length: signatory.reserve()?,
            outcome: Mutex::new(None),
        };
        asset.seek(SeekFrom::Start(0)).map_err(reading)?;
        let mut stream = &mut *asset;
        let mut output = Watched {
            target: &mut *target,
            refusal: None,
        };
        let result = builder.sign(&adapter, job.media_type, &mut stream, &mut output);
        let outcome = adapter
            .outcome
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
            .transpose();
        match (result, outcome) {
            (Ok(store), Ok(token)) => {
                return Ok(Written {
                    store,
                    token: token.flatten(),
                });
            }
            (_, Err(SignError::SpaceExceeded { .. })) if attempt < 2 => {}
            (_, Err(error)) => return Err(error),
            (Err(error), Ok(_)) => {
                return Err(match output.refusal {
                    Some(error) => SignError::Io {
                        action: "writing the signed file",
                        error,
                    },
                    None => failure(error, &job),
                });
            }
        }
    }
    Err(SignError::Internal(
        "the time-stamp tokens keep growing".to_owned(),
    ))
}

fn add(
    builder: &mut Builder,
    ingredient: &mut Ingredient<'_>,
    relationship: &str,
    id: &str,
) -> Result<(), SignError> {
    let part = match relationship {
        "parentOf" => "parent",
        _ => "ingredient",
    };
    ingredient
        .stream
        .seek(SeekFrom::Start(0))
        .map_err(reading)?;
    let mut description = json!({ "relationship": relationship, "label": id });
    if let (Some(title), Some(fields)) = (ingredient.title, description.as_object_mut()) {
        fields.insert("title".to_owned(), json!(title));
    }
    let mut stream = &mut *ingredient.stream;
    builder
        .add_ingredient_from_stream(description.to_string(), ingredient.media_type, &mut stream)
        .map_err(|error| SignError::Malformed {
            part: match ingredient.title {
                Some(title) => format!("{part} {title}"),
                None => part.to_owned(),
            },
            detail: error.to_string(),
        })?;
    Ok(())
}

/// The culprit behind an error of the signing library.
fn failure(error: c2pa::Error, job: &Job<'_>) -> SignError {
    match error {
        c2pa::Error::IoError(error) => SignError::Io {
            action: "writing the signed file",
            error,
        },
        c2pa::Error::UnsupportedType => SignError::Unsupported {
            found: job.media_type.to_owned(),
        },
        c2pa::Error::AssertionInvalidRedaction | c2pa::Error::AssertionRedactionNotFound => {
            SignError::Redaction {
                what: "the assertion named".to_owned(),
                reason: error.to_string(),
            }
        }
        c2pa::Error::InvalidAsset(detail) => SignError::Malformed {
            part: "asset".to_owned(),
            detail,
        },
        error => library(&error),
    }
}

fn library(error: &c2pa::Error) -> SignError {
    SignError::Library(error.to_string())
}

fn reading(error: io::Error) -> SignError {
    SignError::Io {
        action: "reading the file",
        error,
    }
}

/// Remembers why the target refused to be written: the library's errors may lose that, and blame
/// the asset for a full disk.
struct Watched<'a> {
    target: &'a mut dyn Target,
    refusal: Option<io::Error>,
}

impl Watched<'_> {
    fn note<T>(&mut self, result: io::Result<T>) -> io::Result<T> {
        if let Err(error) = &result
            && error.kind() != io::ErrorKind::Interrupted
            && self.refusal.is_none()
        {
            self.refusal = Some(match error.raw_os_error() {
                Some(code) => io::Error::from_raw_os_error(code),
                None => io::Error::new(error.kind(), error.to_string()),
            });
        }
        result
    }
}

impl Write for Watched<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let result = self.target.write(bytes);
        self.note(result)
    }

    fn flush(&mut self) -> io::Result<()> {
        let result = self.target.flush();
        self.note(result)
    }
}

impl Read for Watched<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.target.read(buffer)
    }
}

impl Seek for Watched<'_> {
    fn seek(&mut self, position: SeekFrom) -> io::Result<u64> {
        self.target.seek(position)
    }
}

/// The signing library's view of a [`Signatory`]: it hands over the claim and gets a whole
/// `COSE_Sign1` back, so that it neither pads nor looks at a clock.
struct Adapter<'a> {
    signatory: &'a Signatory<'a>,
    length: usize,
    outcome: Mutex<Option<Result<Option<Token>, SignError>>>,
}

impl Signer for Adapter<'_> {
    fn sign(&self, claim: &[u8]) -> c2pa::Result<Vec<u8>> {
        let (bytes, outcome) = match self.signatory.sign(claim, self.length) {
            Ok((bytes, token)) => (Ok(bytes), Ok(token)),
            // Our own error travels beside the library's, whose type cannot carry it.
            Err(error) => (Err(c2pa::Error::CoseSignature), Err(error)),
        };
        *self.outcome.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
        bytes
    }

    fn alg(&self) -> SigningAlg {
        raw_algorithm(self.signatory.signer().algorithm())
    }

    fn certs(&self) -> c2pa::Result<Vec<Vec<u8>>> {
        Ok(self.signatory.signer().chain().to_vec())
    }

    fn reserve_size(&self) -> usize {
        self.length
    }

    fn direct_cose_handling(&self) -> bool {
        true
    }
}
