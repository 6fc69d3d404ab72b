//! `hallmark registry list` and `show`: what a registry holds.

use std::{fs, path::PathBuf};

use anyhow::{Context, bail};
use hallmark::{
    registry::{Claim, ManifestHash, OpenMode, Registry, Sqlite, WatermarkId},
    report::{Language, Sentence, Value, visible::visible},
};
use serde_json::{Value as Json, json};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use crate::{console::Io, exit_status::ExitStatus, settings};

/// Claims read at a time.
const PAGE: u32 = 1000;

/// How results are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum OutputFormat {
    /// Lines for people
    #[default]
    Text,
    /// One JSON object a line
    Ndjson,
}

/// Which registry to list.
#[derive(Debug, clap::Args)]
pub(crate) struct ListArguments {
    /// The registry
    #[arg(long, value_name = "FILE")]
    registry: PathBuf,

    /// Only marks that more than one credential claims
    #[arg(long)]
    conflicts: bool,

    /// How results are written
    #[arg(long, value_enum, default_value_t)]
    format: OutputFormat,

    /// Language of sentences [default: that of the environment, else en]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
}

impl ListArguments {
    /// Lists.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let language = settings::language(self.lang.as_deref(), io.environment)?;
        let registry = Sqlite::open(&self.registry, OpenMode::Read)?;
        if self.conflicts {
            for conflict in registry.conflicts()? {
                for claim in registry.by_watermark(conflict.watermark)? {
                    write(&claim, self.format, &language, io)?;
                }
            }
            return Ok(ExitStatus::Done);
        }
        let mut after = 0;
        loop {
            let page = registry.list(after, PAGE)?;
            let Some(last) = page.last() else {
                return Ok(ExitStatus::Done);
            };
            after = last.number;
            for claim in &page {
                write(claim, self.format, &language, io)?;
            }
        }
    }
}

/// Which credential to show.
#[derive(Debug, clap::Args)]
pub(crate) struct ShowArguments {
    /// A mark (16 hexadecimal digits), the SHA-256 of a manifest store (64), or the label of a
    /// manifest
    #[arg(value_name = "ID")]
    id: String,

    /// The registry
    #[arg(long, value_name = "FILE")]
    registry: PathBuf,

    /// Write the manifest store to this file (.c2pa)
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,

    /// How results are written
    #[arg(long, value_enum, default_value_t)]
    format: OutputFormat,

    /// Language of sentences [default: that of the environment, else en]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
}

impl ShowArguments {
    /// Shows.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let language = settings::language(self.lang.as_deref(), io.environment)?;
        let registry = Sqlite::open(&self.registry, OpenMode::Read)?;
        let claims = claims_of(&registry, &self.id)?;
        for claim in &claims {
            write(claim, self.format, &language, io)?;
        }
        if let Some(output) = &self.output {
            let hashes = manifests(&claims);
            let [hash] = hashes.as_slice() else {
                bail!(
                    "{} leads to {} credentials; name the one to write by its SHA-256",
                    self.id,
                    hashes.len()
                );
            };
            let store = registry
                .manifest(hash)?
                .context("the registry lost its manifest")?;
            if output.exists() {
                bail!("{} is there already; name another file", output.display());
            }
            fs::write(output, store)
                .with_context(|| format!("{} cannot be written", output.display()))?;
        }
        Ok(ExitStatus::Done)
    }
}

/// The claims that somebody means by a mark, a label or a hash.
///
/// # Errors
/// When there are none, or the registry cannot be read.
pub(super) fn claims_of(registry: &Sqlite, id: &str) -> anyhow::Result<Vec<Claim>> {
    let claims = if let Some(mark) = WatermarkId::parse(id) {
        registry.by_watermark(mark)?
    } else if let Some(hash) = ManifestHash::parse(id) {
        by_hash(registry, &hash)?
    } else {
        registry.by_manifest_id(id)?
    };
    if claims.is_empty() {
        bail!(
            "{} knows no credential called {}; `hallmark registry list` lists them",
            registry.name(),
            visible(id)
        );
    }
    Ok(claims)
}

fn by_hash(registry: &Sqlite, hash: &ManifestHash) -> anyhow::Result<Vec<Claim>> {
    let mut found = Vec::new();
    let mut after = 0;
    loop {
        let page = registry.list(after, PAGE)?;
        let Some(last) = page.last() else {
            return Ok(found);
        };
        after = last.number;
        found.extend(page.into_iter().filter(|claim| claim.manifest == *hash));
    }
}

/// The different manifests among claims.
pub(super) fn manifests(claims: &[Claim]) -> Vec<ManifestHash> {
    let mut hashes: Vec<_> = claims.iter().map(|claim| claim.manifest).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

fn write(
    claim: &Claim,
    format: OutputFormat,
    language: &Language,
    io: &mut Io<'_>,
) -> anyhow::Result<()> {
    match format {
        OutputFormat::Ndjson => writeln!(io.out, "{}", json(claim))?,
        OutputFormat::Text => {
            let none = "-".to_owned();
            let mark = claim.watermark.map_or(none.clone(), |id| id.to_string());
            let said = language.sentence(
                Sentence::RegistryClaim,
                &[
                    ("number", Value::Count(claim.number)),
                    ("moment", Value::Moment(&moment(claim.registered_at))),
                    ("mark", Value::Text(&mark)),
                    ("label", Value::Text(&claim.manifest_id)),
                ],
            );
            writeln!(io.out, "{said}")?;
            writeln!(io.out, "    SHA-256 {}", claim.manifest)?;
            if let Some(pdq) = &claim.pdq {
                writeln!(io.out, "    PDQ     {pdq}")?;
            }
            if let Some(tombstone) = &claim.revocation {
                let said = language.sentence(
                    Sentence::RegistryTombstone,
                    &[
                        ("moment", Value::Moment(&moment(tombstone.revoked_at))),
                        ("reason", Value::Text(&tombstone.reason)),
                    ],
                );
                writeln!(io.out, "    {said}")?;
            }
        }
    }
    Ok(())
}

fn json(claim: &Claim) -> Json {
    json!({
        "schema": "hallmark.claim/1",
        "number": claim.number,
        "manifest_sha256": claim.manifest.to_string(),
        "manifest_id": claim.manifest_id,
        "watermark": claim.watermark.map(|id| id.to_string()),
        "pdq": claim.pdq.map(|pdq| pdq.to_string()),
        "registered_at": moment(claim.registered_at),
        "revoked": claim.revocation.as_ref().map(|tombstone| json!({
            "at": moment(tombstone.revoked_at),
            "reason": tombstone.reason,
        })),
    })
}

/// RFC 3339, UTC.
fn moment(seconds: i64) -> String {
    OffsetDateTime::from_unix_timestamp(seconds)
        .ok()
        .and_then(|moment| moment.format(&Rfc3339).ok())
        .unwrap_or_default()
}
