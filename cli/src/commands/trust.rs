//! `hallmark trust add|list|pack`: whom this user trusts, as dated, named packs.
//!
//! Each pack that `add` stores is one file in `trust/` in the user's folder; removing the file
//! removes the trust.

use std::{
    collections::HashSet,
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use hallmark::{
    credentials::{
        profile::Purpose,
        trust::{Intent, TrustError, TrustPack, write_packs},
    },
    report::visible::visible,
};
use time::OffsetDateTime;

use crate::{
    console::{Environment, Io},
    exit_status::ExitStatus,
    trust_material::load,
};

/// What to do with which trust material.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Trust what a file holds, from now on
    Add(AddArguments),
    /// List what is trusted
    List(ListArguments),
    /// Write trust material into one file, to carry it elsewhere
    Pack(PackArguments),
}

/// What to trust, and for what.
#[derive(Debug, clap::Args)]
struct AddArguments {
    /// Trust packs, PEM files, C2PA trust lists (JSON), or folders of those
    #[arg(required = true, value_name = "FILE|DIR")]
    files: Vec<PathBuf>,

    /// Name of the pack [default: the material's own name, else the file's]
    #[arg(long, value_name = "NAME")]
    name: Option<String>,

    /// What the anchors are trusted for; may be repeated [default: what the material says]
    #[arg(long, value_enum, value_name = "PURPOSE")]
    purpose: Vec<PurposeName>,

    /// Trust the certificates themselves, for claims, instead of what they issued
    #[arg(long, conflicts_with = "purpose")]
    allowed: bool,

    /// Where the material comes from, for the record
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,

    /// Date of the material [default: its own, else today]
    #[arg(long, value_name = "DATE")]
    date: Option<String>,

    /// Count only certificates with this extended key usage (an object identifier) under these
    /// anchors; may be repeated
    #[arg(long, value_name = "OID")]
    usage: Vec<String>,

    /// Replace a pack of the same name
    #[arg(long)]
    replace: bool,
}

/// What an anchor is trusted for.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum PurposeName {
    /// Signing claims
    Claim,
    /// Stating the time
    Tsa,
    /// Identities of people and organisations
    Cawg,
}

/// What to list.
#[derive(Debug, clap::Args)]
struct ListArguments {
    /// Material to list instead of what `trust add` stored
    #[arg(value_name = "FILE|DIR")]
    files: Vec<PathBuf>,

    /// List every anchor
    #[arg(short, long)]
    verbose: bool,
}

/// What to pack, and where.
#[derive(Debug, clap::Args)]
struct PackArguments {
    /// Material to pack instead of what `trust add` stored
    #[arg(value_name = "FILE|DIR")]
    files: Vec<PathBuf>,

    /// File to write; one that exists is replaced
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

impl Arguments {
    /// Does it.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        match self.action {
            Action::Add(arguments) => add(&arguments, io),
            Action::List(arguments) => list(&arguments, io),
            Action::Pack(arguments) => pack(&arguments, io),
        }
    }
}

fn add(arguments: &AddArguments, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
    for usage in &arguments.usage {
        let arcs: Vec<&str> = usage.split('.').collect();
        if arcs.len() < 2 || arcs.iter().any(|arc| arc.parse::<u64>().is_err()) {
            bail!("'{usage}' is no object identifier; write for example 1.3.6.1.4.1.62558.2.1");
        }
    }
    let intents: Vec<Intent> = if arguments.allowed {
        vec![Intent::Allowed]
    } else if arguments.purpose.is_empty() {
        vec![Intent::AsStated]
    } else {
        let purposes = arguments.purpose.iter().map(|purpose| match purpose {
            PurposeName::Claim => Purpose::ClaimSigning,
            PurposeName::Tsa => Purpose::TimeStamping,
            PurposeName::Cawg => Purpose::Identity,
        });
        purposes.map(Intent::Anchors).collect()
    };
    let mut packs: Vec<TrustPack> = Vec::new();
    for file in &arguments.files {
        for intent in &intents {
            for mut found in load(file, *intent)? {
                if let Some(name) = &arguments.name {
                    found.name.clone_from(name);
                }
                if let Some(date) = &arguments.date {
                    found.date = Some(date.clone());
                }
                if arguments.source.is_some() {
                    found.source.clone_from(&arguments.source);
                }
                if !arguments.usage.is_empty() {
                    found.extended_key_usages.clone_from(&arguments.usage);
                }
                let date = || io.environment.now.date().to_string();
                found.date.get_or_insert_with(date);
                merge(&mut packs, found);
            }
        }
    }
    let folder = folder(io.environment)?;
    let mut targets = Vec::new();
    for pack in &packs {
        let target = folder.join(format!("{}.json", file_name(&pack.name)));
        if target.exists() && !arguments.replace {
            bail!(
                "a pack named '{}' is trusted already ({}); add --replace to replace it, or \
                 --name NAME to add another",
                visible(&pack.name),
                target.display()
            );
        }
        targets.push(target);
    }
    fs::create_dir_all(&folder)
        .with_context(|| format!("the folder {} cannot be made", folder.display()))?;
    for (pack, target) in packs.iter().zip(&targets) {
        write(target, std::slice::from_ref(pack))?;
        writeln!(io.out, "Trusted from now on: {}", summary(pack))?;
        if pack.allowed.is_empty() && pack.anchors.iter().all(|a| !a.certificate.is_authority()) {
            writeln!(
                io.err,
                "hallmark: none of these certificates is an authority, so they vouch for nobody; \
                 `trust add --allowed` trusts signing certificates themselves"
            )?;
        }
    }
    Ok(ExitStatus::Done)
}

fn list(arguments: &ListArguments, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
    let packs = gather(&arguments.files, io.environment)?;
    if packs.is_empty() {
        writeln!(
            io.out,
            "You have no trust list yet; `hallmark trust add FILE` adds one."
        )?;
        return Ok(ExitStatus::Done);
    }
    for (pack, file) in &packs {
        writeln!(io.out, "{}", summary(pack))?;
        if let Some(source) = &pack.source {
            writeln!(io.out, "  from {}", visible(source))?;
        }
        writeln!(io.out, "  in {}", visible(&file.display().to_string()))?;
        if !pack.extended_key_usages.is_empty() {
            writeln!(
                io.out,
                "  for certificates with {}",
                pack.extended_key_usages.join(", ")
            )?;
        }
        if arguments.verbose {
            for anchor in &pack.anchors {
                let until = OffsetDateTime::from_unix_timestamp(anchor.certificate.not_after())
                    .map_or_else(|_| "?".to_owned(), |moment| moment.date().to_string());
                writeln!(
                    io.out,
                    "  {:<5} {} (until {until})",
                    purpose_name(anchor.purpose),
                    visible(anchor.certificate.subject())
                )?;
            }
        }
    }
    Ok(ExitStatus::Done)
}

fn pack(arguments: &PackArguments, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
    let mut packs: Vec<TrustPack> = Vec::new();
    for (pack, _) in gather(&arguments.files, io.environment)? {
        merge(&mut packs, pack);
    }
    if packs.is_empty() {
        bail!(
            "there is nothing to pack; name trust material, or add some with `hallmark trust add`"
        );
    }
    write(&arguments.output, &packs)?;
    for pack in &packs {
        writeln!(io.out, "{}", summary(pack))?;
    }
    writeln!(
        io.err,
        "Wrote {} to {}; use it with --trust, or `hallmark trust add` it elsewhere.",
        if packs.len() == 1 {
            "one pack"
        } else {
            "these packs"
        },
        arguments.output.display()
    )?;
    Ok(ExitStatus::Done)
}

/// The packs of `files`, else those stored, each with the path it comes from.
fn gather(
    files: &[PathBuf],
    environment: &Environment,
) -> anyhow::Result<Vec<(TrustPack, PathBuf)>> {
    let mut sources = files.to_vec();
    if sources.is_empty() {
        let folder = folder(environment)?;
        if let Ok(entries) = fs::read_dir(&folder) {
            sources.extend(entries.filter_map(|entry| Some(entry.ok()?.path())));
        }
        sources.sort();
    }
    let mut packs = Vec::new();
    for source in sources {
        match load(&source, Intent::AsStated) {
            Ok(found) => packs.extend(found.into_iter().map(|pack| (pack, source.clone()))),
            // A note beside the stored packs is no mistake.
            Err(error) if files.is_empty() && is_no_material(&error) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(packs)
}

fn is_no_material(error: &anyhow::Error) -> bool {
    matches!(
        error.downcast_ref::<TrustError>(),
        Some(TrustError::Unrecognised | TrustError::NothingForPurpose)
    )
}

fn folder(environment: &Environment) -> anyhow::Result<PathBuf> {
    environment
        .home()
        .map(|home| home.join("trust"))
        .context("there is no folder for settings; set HALLMARK_HOME to one")
}

/// Adds a pack, or its contents to one of the same name and origin.
fn merge(packs: &mut Vec<TrustPack>, pack: TrustPack) {
    let same = packs.iter_mut().find(|known| {
        known.name == pack.name
            && known.date == pack.date
            && known.source == pack.source
            && known.extended_key_usages == pack.extended_key_usages
    });
    let Some(known) = same else {
        packs.push(pack);
        return;
    };
    let mut anchors: HashSet<_> = known
        .anchors
        .iter()
        .map(|anchor| (anchor.purpose, anchor.certificate.fingerprint()))
        .collect();
    for anchor in pack.anchors {
        if anchors.insert((anchor.purpose, anchor.certificate.fingerprint())) {
            known.anchors.push(anchor);
        }
    }
    let mut allowed: HashSet<_> = known
        .allowed
        .iter()
        .map(|entry| entry.fingerprint)
        .collect();
    for entry in pack.allowed {
        if allowed.insert(entry.fingerprint) {
            known.allowed.push(entry);
        }
    }
}

/// Writes packs in place of what was there, or not at all.
fn write(path: &Path, packs: &[TrustPack]) -> anyhow::Result<()> {
    let parent = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    let attempt = || -> std::io::Result<()> {
        let mut file = tempfile::NamedTempFile::new_in(parent.unwrap_or(Path::new(".")))?;
        file.write_all(write_packs(packs).as_bytes())?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            file.as_file()
                .set_permissions(fs::Permissions::from_mode(0o644))?;
        }
        file.as_file().sync_all()?;
        file.persist(path)?;
        Ok(())
    };
    attempt().with_context(|| format!("{} cannot be written", path.display()))
}

/// A name as a file name on every system.
fn file_name(name: &str) -> String {
    let mut slug = String::new();
    for character in name.chars().take(80) {
        if character.is_alphanumeric() {
            slug.extend(character.to_lowercase());
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        "pack".to_owned()
    } else {
        slug.to_owned()
    }
}

fn summary(pack: &TrustPack) -> String {
    let date = pack
        .date
        .as_ref()
        .map(|date| format!(" of {}", visible(date)))
        .unwrap_or_default();
    let mut parts = Vec::new();
    for (purpose, what) in [
        (Purpose::ClaimSigning, "for claims"),
        (Purpose::TimeStamping, "for time-stamps"),
        (Purpose::Identity, "for identities"),
    ] {
        let count = pack
            .anchors
            .iter()
            .filter(|anchor| anchor.purpose == purpose)
            .count();
        if count > 0 {
            let plural = if count == 1 { "anchor" } else { "anchors" };
            parts.push(format!("{count} {plural} {what}"));
        }
    }
    if !pack.allowed.is_empty() {
        let plural = if pack.allowed.len() == 1 {
            "signer"
        } else {
            "signers"
        };
        parts.push(format!("{} {plural} trusted directly", pack.allowed.len()));
    }
    format!("'{}'{date}: {}", visible(&pack.name), parts.join(", "))
}

const fn purpose_name(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::ClaimSigning => "claim",
        Purpose::TimeStamping => "tsa",
        Purpose::Identity => "cawg",
    }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn names_become_plain_file_names() {
        assert_eq!(file_name("C2PA Trust List"), "c2pa-trust-list");
        assert_eq!(file_name("../../etc/passwd"), "etc-passwd");
        assert_eq!(file_name("報道"), "報道");
        assert_eq!(file_name("///"), "pack");
    }
}
