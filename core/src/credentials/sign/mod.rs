//! Signing: one asset in, the same asset with a manifest out, checked before it is believed.
//!
//! What each option writes into a manifest, and by which clause, is listed in `spec/signing.md`.

mod cose;
mod definition;
mod embed;
mod error;
mod format;
mod history;
mod options;
mod pixels;
mod redaction;
mod remote_key;
mod signatory;
mod source_type;
mod template;
mod time_stamp_request;
mod training;
mod verify;

pub use embed::Target;
pub use error::SignError;
pub use format::SIGNABLE_NAMES;
pub use options::{Options, Placement};
pub use pixels::PixelBinding;
pub use remote_key::RemoteKey;
pub use signatory::Signatory;
pub use source_type::parse_source_type;
pub use template::{Template, Variables};
pub use time_stamp_request::{TimeStampProblem, TimeStampRequest, TimeStamper, Token};
pub use training::{Permission, TrainingMining};

use std::io::{BufReader, SeekFrom};

use crate::{
    asset::{MediaFormat, Source},
    credentials::CredentialEvidence,
    evidence::Evidence,
    examine::{Settings, examine},
};

use definition::{Definition, Lineage, Situation};
use embed::{Ingredient, Job};
use history::History;
use verify::Expected;

/// A file that takes part in signing.
pub struct Input<'a> {
    /// Its name, without folders: the title of an ingredient, a variable of templates.
    pub name: &'a str,
    /// Its bytes.
    pub stream: &'a mut (dyn Source + Send),
}

impl std::fmt::Debug for Input<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Input")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

/// How the new manifest came by its parent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parent {
    /// The caller named it.
    Named {
        /// Label of its active manifest, if it has one.
        manifest: Option<String>,
    },
    /// The asset carried a credential, which became the parent.
    Own {
        /// Label of its active manifest.
        manifest: String,
        /// Codes of checks that the old credential failed; recorded in the new one.
        failures: Vec<String>,
    },
}

/// A signed asset, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Signed {
    /// Label of the new manifest.
    pub manifest: String,
    /// The asset's format.
    pub format: MediaFormat,
    /// The manifest store: what belongs into the sidecar file.
    pub store: Vec<u8>,
    /// Bytes that signing added to the asset; negative when it replaced a larger store, 0 with a
    /// sidecar.
    pub bytes_added: i64,
    /// The digital source type that the manifest declares, as a URI.
    pub source_type: Option<String>,
    /// What the manifest continues.
    pub parent: Option<Parent>,
    /// The time-stamp, if one was asked for.
    pub time_stamp: Option<Token>,
    /// What examining the signed asset found, for whoever wants to judge it.
    pub evidence: Evidence,
}

/// Signs `asset` into `target`, which must be empty.
///
/// With [`Placement::Sidecar`] the target receives the asset unchanged, and [`Signed::store`] is
/// the sidecar. A credential that the asset carries becomes the parent of the new one; it is never
/// dropped. What was written is examined again, content hash included, before this returns `Ok`.
///
/// # Errors
/// Every [`SignError`]; the target may then hold anything and is to be discarded.
pub fn sign(
    asset: &mut Input<'_>,
    parent: Option<&mut Input<'_>>,
    components: &mut [Input<'_>],
    target: &mut dyn Target,
    options: &Options,
    variables: &Variables,
    signatory: &Signatory<'_>,
) -> Result<Signed, SignError> {
    let (history, length) = look(asset, "file")?;
    let media_type = signable(&history, asset.name, options.placement)?;

    let named = match parent {
        Some(parent) => Some((look(parent, "parent")?.0, parent)),
        None => None,
    };
    check_options(options, &history, named.is_some(), components.len())?;
    keep_credential(
        options,
        &history,
        named.as_ref().map(|(history, _)| history),
    )?;

    let lineage = match &named {
        Some((parent, _)) if parent.sha256() == history.sha256() => Lineage::SameContent,
        Some(_) => Lineage::Changed,
        None if history.has_credential() && history.failures().is_empty() => Lineage::SameContent,
        None if history.has_credential() => Lineage::Changed,
        None => Lineage::Created,
    };
    let past = named.as_ref().map_or(&history, |(parent, _)| parent);
    let redactions = redaction::resolve(&options.redactions, past.manifests())?;
    let variables = &with_own(variables, media_type, signatory);
    let definition = definition::define(
        options,
        &Situation {
            media_type,
            lineage,
            components: components.len(),
            redactions: &redactions,
            variables,
        },
    )?;

    let mut declared = history.declared_ai("file");
    if let Some((parent, _)) = &named {
        declared.extend(parent.declared_ai("parent"));
    }
    let mut ingredients = Vec::new();
    for component in components.iter_mut() {
        let part = format!("ingredient {}", component.name);
        let (history, _) = look(component, &part)?;
        declared.extend(history.declared_ai(&part));
        ingredients.push(Ingredient {
            title: Some(component.name),
            media_type: ingredient_type(&history, component.name),
            stream: &mut *component.stream,
        });
    }
    refuse_contradiction(&definition, &declared)?;

    let parent_note = match &named {
        Some((parent, _)) => Some(Parent::Named {
            manifest: parent.active().map(str::to_owned),
        }),
        None if history.has_credential() => Some(Parent::Own {
            manifest: history.active().unwrap_or("unreadable").to_owned(),
            failures: history.failures(),
        }),
        None => None,
    };
    let own_parent = named.is_none() && history.has_credential();
    let written = embed::embed(
        Job {
            definition: &definition.json,
            pixels: options.pixels.as_ref(),
            media_type,
            update: options.update,
            placement: options.placement,
            parent: named.map(|(history, parent)| Ingredient {
                title: Some(parent.name),
                media_type: ingredient_type(&history, parent.name),
                stream: &mut *parent.stream,
            }),
            own_parent,
            components: ingredients,
        },
        asset.stream,
        target,
        signatory,
    )?;

    let sidecar = match options.placement {
        Placement::Embedded => None,
        Placement::Sidecar => Some(written.store.as_slice()),
    };
    let mut back = target;
    let evidence = verify::verify(
        &mut BufReader::new(&mut back),
        &Expected {
            sidecar,
            sha256: sidecar.and(history.sha256()),
            time_stamped: written.token.is_some(),
            now: signatory.moment(),
        },
    )?;
    let signed_length = back.seek(SeekFrom::End(0)).map_err(|error| SignError::Io {
        action: "measuring the signed file",
        error,
    })?;
    let (manifest, source_type) = active(&evidence);
    Ok(Signed {
        manifest,
        evidence,
        format: history.format().unwrap_or(MediaFormat::C2pa),
        bytes_added: difference(signed_length, length),
        store: written.store,
        source_type,
        parent: parent_note,
        time_stamp: written.token,
    })
}

/// Label and source type of the active manifest.
fn active(evidence: &Evidence) -> (String, Option<String>) {
    let CredentialEvidence::Store(store) = &evidence.credentials else {
        return (String::new(), None);
    };
    let source_type = store
        .manifests
        .first()
        .and_then(|manifest| manifest.source_type_uri.clone());
    (store.active.clone().unwrap_or_default(), source_type)
}

/// Examines a file that takes part in signing; also its length.
fn look(input: &mut Input<'_>, part: &str) -> Result<(History, u64), SignError> {
    let reading = |error| SignError::Io {
        action: "reading the file",
        error,
    };
    let length = input.stream.seek(SeekFrom::End(0)).map_err(reading)?;
    input.stream.seek(SeekFrom::Start(0)).map_err(reading)?;
    let evidence =
        examine(&mut *input.stream, length, None, &Settings::default()).map_err(reading)?;
    Ok((History::new(evidence, part)?, length))
}

/// The caller's variables and those that only we know.
fn with_own(variables: &Variables, media_type: &str, signatory: &Signatory<'_>) -> Variables {
    let mut all = variables.clone();
    let mut add = |name: &str, value: &str| {
        all.entry(name.to_owned())
            .or_insert_with(|| value.to_owned());
    };
    add("media_type", media_type);
    add("signer", signatory.name());
    if let Some(organization) = signatory.organization() {
        add("organization", organization);
    }
    all
}

fn signable(
    history: &History,
    name: &str,
    placement: Placement,
) -> Result<&'static str, SignError> {
    match (history.format(), placement) {
        (Some(format), Placement::Embedded) => format::media_type(format, name),
        (Some(format), Placement::Sidecar) => format::sidecar_media_type(format, name),
        (None, _) => Err(SignError::NotMedia),
    }
}

/// An ingredient may be of any format; one that cannot carry manifests is named by its type alone.
fn ingredient_type(history: &History, name: &str) -> &'static str {
    history
        .format()
        .and_then(|format| {
            format::media_type(format, name)
                .ok()
                .or(format.reader_hint())
        })
        .unwrap_or("application/octet-stream")
}

fn check_options(
    options: &Options,
    history: &History,
    has_parent: bool,
    components: usize,
) -> Result<(), SignError> {
    if !options.update {
        return Ok(());
    }
    if has_parent || components > 0 {
        return Err(SignError::Options(
            "an update has the file itself as its one ingredient; leave out --parent and \
             --ingredient, or --update"
                .to_owned(),
        ));
    }
    let nothing = |reason: String| Err(SignError::NothingToUpdate { reason });
    if !history.has_credential() {
        return nothing("this file has none".to_owned());
    }
    let failures = history.failures();
    if !failures.is_empty() {
        return nothing(format!(
            "this file's does not hold ({})",
            failures.join(", ")
        ));
    }
    if let Some(format) = history.format()
        && !format::can_be_updated(format)
    {
        return nothing(format!(
            "in {} files the length of the manifest is part of what was signed",
            format.media_type()
        ));
    }
    Ok(())
}

/// Refuses what would silently drop the credential that the asset carries.
fn keep_credential(
    options: &Options,
    history: &History,
    parent: Option<&History>,
) -> Result<(), SignError> {
    if !history.has_credential() {
        return Ok(());
    }
    let label = history.active().unwrap_or("unreadable").to_owned();
    if options.placement == Placement::Sidecar {
        return Err(SignError::WouldDropCredential {
            label,
            cause: "--sidecar",
            advice: "sign without --sidecar, so that it becomes the parent",
        });
    }
    match parent {
        // An editor that copied the parent's credential along: the parent still has it.
        Some(parent) if parent.active() != history.active() => {
            Err(SignError::WouldDropCredential {
                label,
                cause: "--parent",
                advice: "leave out --parent, so that it becomes the parent itself",
            })
        }
        _ => Ok(()),
    }
}

fn refuse_contradiction(
    definition: &Definition,
    declared: &[history::Declared],
) -> Result<(), SignError> {
    let captured = definition
        .source_types
        .iter()
        .copied()
        .find(|term| source_type::is_captured(*term));
    match (captured, declared.first()) {
        (Some(asked), Some(declared)) => Err(SignError::DeclaredOtherwise {
            asked: asked.code().to_owned(),
            declared: declared.source_type.code().to_owned(),
            place: declared.place.clone(),
        }),
        _ => Ok(()),
    }
}

fn difference(after: u64, before: u64) -> i64 {
    let signed = |length: u64| i64::try_from(length).unwrap_or(i64::MAX);
    signed(after).saturating_sub(signed(before))
}

#[cfg(test)]
mod tests;
