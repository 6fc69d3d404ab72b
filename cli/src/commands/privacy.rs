//! `hallmark privacy PATH...`: what files tell about people, and files without it.

use std::{
    fs::File,
    io::BufReader,
    path::{Path, PathBuf},
    str::FromStr,
};

use anyhow::{Context, bail};
use globset::GlobSet;
use hallmark::{
    evidence::Place,
    limits::Limits,
    privacy::{Datum, Inventory, Kind, list, strip},
    report::{
        Language, Sentence, Value,
        visible::{quotable, visible},
    },
};
use serde_json::{Value as Json, json};

use crate::{
    commands::rewriting::{Credential, Destination, Signing, read, shown},
    console::Io,
    exit_status::ExitStatus,
    settings,
    walk::{Found, Walk},
};

/// Name and version of the JSON record.
const SCHEMA: &str = "hallmark.privacy/1";

/// Kinds to strip: names separated by commas, `strict` or `all`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Kinds(Vec<Kind>);

impl FromStr for Kinds {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut kinds = Vec::new();
        for name in text.split(',').map(str::trim) {
            match name {
                "strict" => kinds.extend(Kind::STRICT),
                "all" => kinds.extend(Kind::ALL),
                name => kinds.push(Kind::parse(name).ok_or_else(|| {
                    let known: Vec<&str> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
                    format!(
                        "'{name}' is no kind of personal data; there are {}, strict and all",
                        known.join(", ")
                    )
                })?),
            }
        }
        kinds.sort_unstable();
        kinds.dedup();
        Ok(Self(kinds))
    }
}

/// How results are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum OutputFormat {
    /// A list for people
    #[default]
    Text,
    /// One JSON object a line, one for each file
    Ndjson,
}

/// Where to look, and what to take out.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER_HELP)]
pub(crate) struct Arguments {
    /// Files and folders
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,

    /// Write files without these kinds of data, separated by commas: location, person, faces,
    /// device, thumbnail, attachment, identifier, history, maker-note, text, rights; strict is
    /// all of these but the last two, all is all
    #[arg(long, value_name = "KINDS", requires = "output")]
    strip: Option<Kinds>,

    /// Where stripped files go: a file, or a folder (always one for a folder or several files)
    #[arg(short, long, value_name = "OUT", requires = "strip")]
    output: Option<PathBuf>,

    /// Overwrite files that exist
    #[arg(long, requires = "strip")]
    force: bool,

    /// Sign stripped files again as continuations of their credentials, with the identity in this
    /// folder, and redact what the old credentials hold; without it, files with a credential are
    /// not stripped
    #[arg(long, value_name = "DIR", requires = "strip")]
    identity: Option<PathBuf>,

    /// How results are written
    #[arg(long, value_enum, default_value_t)]
    format: OutputFormat,

    /// Language of sentences [default: that of the environment, else en]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
}

/// Shown below the long help.
const AFTER_HELP: &str = "\
JPEG, PNG, WebP, GIF and TIFF can be stripped. Pixels stay as they are; so does what they show.

Exit status:
  0    everything was read, and stripped where asked
  2    the command or its settings cannot be used
  3    some files could not be read or stripped";

/// What stripping one file came to.
struct Stripping {
    output: PathBuf,
    removed: usize,
    left: Vec<Datum>,
    redacted: Vec<String>,
    manifest: Option<String>,
}

impl Arguments {
    /// Lists, and strips where asked.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let language = settings::language(self.lang.as_deref(), io.environment)?;
        let signing = self
            .identity
            .as_deref()
            .map(|folder| Signing::new(folder, io.environment.now))
            .transpose()?;
        let several = self.paths.len() > 1 || self.paths.iter().any(|path| path.is_dir());
        if let Some(output) = &self.output
            && several
            && output.is_file()
        {
            bail!(
                "{} is a file, and there are several files to strip; name a folder with -o",
                output.display()
            );
        }
        let mut status = ExitStatus::Done;
        for path in &self.paths {
            let walk = Walk::new(
                std::iter::once(path.clone()),
                GlobSet::empty(),
                self.output.clone(),
            );
            for found in walk {
                let output = self.place(path, &found.path, several);
                match self.one(&found, output, signing.as_ref()) {
                    Ok(None) => {}
                    Ok(Some((inventory, stripping))) => {
                        let left = stripping.as_ref().is_some_and(|done| !done.left.is_empty());
                        if left {
                            status = status.merge(ExitStatus::Incomplete);
                        }
                        match self.format {
                            OutputFormat::Text => {
                                text(&found.path, &inventory, stripping.as_ref(), &language, io)?;
                            }
                            OutputFormat::Ndjson => {
                                let record = record(&found.path, &inventory, stripping.as_ref());
                                writeln!(io.out, "{record}")?;
                            }
                        }
                    }
                    Err(error) => {
                        status = status.merge(ExitStatus::Incomplete);
                        let error = format!("{error:#}");
                        writeln!(
                            io.err,
                            "hallmark: {}: {}",
                            shown(&found.path),
                            visible(&error)
                        )?;
                    }
                }
            }
        }
        Ok(status)
    }

    /// Where the stripped form of a file goes.
    fn place(&self, named: &Path, found: &Path, several: bool) -> Option<PathBuf> {
        let output = self.output.as_ref()?;
        if !several && !output.is_dir() {
            return Some(output.clone());
        }
        let below = match found.strip_prefix(named) {
            Ok(below) if !below.as_os_str().is_empty() => below.to_owned(),
            _ => PathBuf::from(found.file_name().unwrap_or_default()),
        };
        Some(output.join(below))
    }

    /// One file; `None` for what lies in a folder and is no media.
    fn one(
        &self,
        found: &Found,
        output: Option<PathBuf>,
        signing: Option<&Signing>,
    ) -> anyhow::Result<Option<(Inventory, Option<Stripping>)>> {
        if let Some((code, detail)) = &found.problem {
            bail!("it cannot be opened: {detail} [{code}]");
        }
        let file = File::open(&found.path).context("it cannot be read")?;
        let length = file.metadata().context("it cannot be read")?.len();
        let limits = Limits::default();
        let mut inventory =
            list(&mut BufReader::new(file), length, &limits).context("it cannot be read")?;
        if inventory.format.is_none() {
            if found.named {
                bail!("it is no known media format");
            }
            return Ok(None);
        }
        inventory.has_credential |= found.sidecar.is_some();
        let (Some(kinds), Some(output)) = (&self.strip, output) else {
            return Ok(Some((inventory, None)));
        };
        let stripping = self.strip(found, &inventory, &kinds.0, output, signing)?;
        Ok(Some((inventory, Some(stripping))))
    }

    fn strip(
        &self,
        found: &Found,
        inventory: &Inventory,
        kinds: &[Kind],
        output: PathBuf,
        signing: Option<&Signing>,
    ) -> anyhow::Result<Stripping> {
        let original = read(&found.path)?;
        let credential = original.credential()?;
        if credential.is_some() && signing.is_none() {
            bail!(
                "it has a credential, which stripping would break; add --identity DIR to sign it \
                 again as its continuation"
            );
        }
        if credential == Some(Credential::Beside) {
            bail!(
                "its credential lies in a file beside it and cannot be continued; strip the \
                 original before it is signed"
            );
        }
        let destination = Destination {
            place: output.clone(),
            overwrite: self.force,
        };
        let stripped = strip(&original.bytes, kinds, &Limits::default())?;
        let mut redacted: Vec<String> = inventory
            .data
            .iter()
            .filter(|datum| kinds.contains(&datum.kind))
            .filter_map(|datum| datum.assertion.clone())
            .collect();
        redacted.sort();
        redacted.dedup();
        let removed = stripped.removed.len();
        let manifest = match (signing, credential) {
            (Some(signing), Some(_)) => {
                Some(signing.sign(&original, stripped.file, None, &redacted, &destination)?)
            }
            _ => {
                destination.write(&stripped.file, &found.path)?;
                None
            }
        };
        Ok(Stripping {
            output,
            removed,
            left: stripped.left,
            redacted,
            manifest,
        })
    }
}

fn record(path: &Path, inventory: &Inventory, stripping: Option<&Stripping>) -> Json {
    json!({
        "schema": SCHEMA,
        "path": path.to_string_lossy(),
        "media_type": inventory.format.map(hallmark::asset::MediaFormat::media_type),
        "credential": inventory.has_credential,
        "data": inventory.data,
        "stripped": stripping.map(|done| json!({
            "output": done.output.to_string_lossy(),
            "removed": done.removed,
            "left": done.left,
            "redacted": done.redacted,
            "manifest_id": done.manifest,
        })),
    })
}

fn text(
    path: &Path,
    inventory: &Inventory,
    stripping: Option<&Stripping>,
    language: &Language,
    io: &mut Io<'_>,
) -> anyhow::Result<()> {
    let count = u64::try_from(inventory.data.len()).unwrap_or(u64::MAX);
    let said = language.sentence(Sentence::PrivacyFound, &[("count", Value::Count(count))]);
    writeln!(io.out, "{}: {said}", shown(path))?;
    for datum in &inventory.data {
        line(datum, io)?;
    }
    if let Some(done) = stripping {
        let output = shown(&done.output);
        let removed = done.removed.saturating_add(done.redacted.len());
        let removed = u64::try_from(removed).unwrap_or(u64::MAX);
        let said = language.sentence(
            Sentence::PrivacyStripped,
            &[
                ("count", Value::Count(removed)),
                ("output", Value::Text(&output)),
            ],
        );
        writeln!(io.out, "  {said}")?;
        if done.manifest.is_some() {
            let said = language.sentence(Sentence::SignedAgain, &[]);
            writeln!(io.out, "  {said}")?;
        }
        if !done.left.is_empty() {
            let said = language.sentence(Sentence::PrivacyLeft, &[]);
            writeln!(io.out, "  {said}")?;
            for datum in &done.left {
                line(datum, io)?;
            }
        }
    }
    Ok(())
}

fn line(datum: &Datum, io: &mut Io<'_>) -> anyhow::Result<()> {
    let place = match &datum.place {
        Place::Part { path } => path.clone(),
        Place::Jumbf { uri } => uri.clone(),
        Place::Bytes { start, length } => format!("{start}+{length}"),
        _ => String::new(),
    };
    writeln!(
        io.out,
        "  {:<11}  {} = {}",
        datum.kind.as_str(),
        quotable(&place),
        quotable(&datum.value)
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_read_by_name_and_in_groups() {
        let kinds: Kinds = "person, location,person".parse().unwrap();
        assert_eq!(kinds.0, [Kind::Location, Kind::Person]);
        let all: Kinds = "all".parse().unwrap();
        assert_eq!(all.0, Kind::ALL);
        let strict: Kinds = "strict,rights".parse().unwrap();
        assert!(strict.0.contains(&Kind::Rights) && !strict.0.contains(&Kind::Text));
        assert!("names".parse::<Kinds>().unwrap_err().contains("person"));
    }
}
