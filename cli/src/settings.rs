//! Arguments, variables and a settings file become settings, once. After this nobody reads a
//! flag.
//!
//! `hallmark.toml` is read from the current folder, unless that folder is being checked: then
//! whoever filled it could have written how it shall be judged. `--settings` names one anywhere.

use std::{
    fs,
    io::Read as _,
    num::NonZeroUsize,
    path::{Path, PathBuf},
    thread::available_parallelism,
    time::Duration,
};

use anyhow::{Context, bail};
use clap::{Args as _, CommandFactory, FromArgMatches};
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use hallmark::{
    credentials::trust::TrustStore,
    examine::{self, Witnesses},
    limits::Limits,
    picture::MarkKey,
    report::{Language, TextStyle, ToolRecord},
    verdict::duties::Profile,
};
use sha2::{Digest, Sha256};
use time::OffsetDateTime;
use zeroize::Zeroizing;

use crate::{
    args::{Format, Layer, Witness},
    commands::check::Arguments,
    console::{Environment, Io},
    inspect::Isolation,
    log::LogFormat,
    map_place::MapPlace,
    memory::Shares,
    policy::FailOn,
    pool::WorkerCommand,
    resume::{self, Earlier},
    trust_material,
    units::ByteSize,
};

/// Name of the settings file.
const FILE: &str = "hallmark.toml";

/// Default time for one asset. The 232 files of the public test sets take 1.5 s together; half a
/// minute leaves room for gigabytes of video on a slow disk.
const DEADLINE: Duration = Duration::from_secs(30);

/// Everything that a check goes by.
#[derive(Debug)]
pub(crate) struct Settings {
    /// Files and folders; `-` stands for a list on standard input.
    pub(crate) paths: Vec<PathBuf>,
    /// A list of further paths.
    pub(crate) list: Option<PathBuf>,
    /// Only NUL bytes end the paths of lists.
    pub(crate) nul: bool,
    /// What is left out.
    pub(crate) exclude: GlobSet,
    /// How to examine.
    pub(crate) examine: examine::Settings,
    /// Where foreign parsers run.
    pub(crate) isolation: Isolation,
    /// Files at the same time.
    pub(crate) jobs: NonZeroUsize,
    /// Results in the order of inputs.
    pub(crate) ordered: bool,
    /// Whom to trust.
    pub(crate) trust: TrustStore,
    /// The moment of judgement.
    pub(crate) at: OffsetDateTime,
    /// What ends the run with status 1.
    pub(crate) fail_on: Vec<FailOn>,
    /// How results are written.
    pub(crate) format: Format,
    /// Where to; standard output without.
    pub(crate) output: Option<PathBuf>,
    /// The reader's language.
    pub(crate) language: Language,
    /// How text looks.
    pub(crate) style: TextStyle,
    /// A progress bar is wanted and can be shown.
    pub(crate) progress: bool,
    /// Nothing on standard error but errors.
    pub(crate) quiet: bool,
    /// Where evidence is kept from run to run.
    pub(crate) cache: Option<PathBuf>,
    /// Where the run's numbers are kept while it goes on.
    pub(crate) metrics: Option<PathBuf>,
    /// Rules whose duties are looked for.
    pub(crate) profiles: Vec<Profile>,
    /// Where small copies of pictures are kept.
    pub(crate) assets: Option<PathBuf>,
    /// The file that is named as the parent of the one to check.
    pub(crate) parent: Option<PathBuf>,
    /// Registries that are asked about pictures.
    pub(crate) registries: Vec<PathBuf>,
    /// Where pictures go whose changed regions are framed.
    pub(crate) map: Option<MapPlace>,
    /// How notices are written.
    pub(crate) log_format: LogFormat,
    /// Where to write down how far the run is, and what the run is.
    pub(crate) resume: Option<(PathBuf, resume::Question)>,
}

impl Settings {
    /// Settings of one check.
    ///
    /// # Errors
    /// When something that was said cannot be understood or used.
    pub(crate) fn new(arguments: Arguments, io: &mut Io<'_>) -> anyhow::Result<Self> {
        let environment = io.environment;
        let quiet = arguments.layer.quiet;
        let file = file_layer(&arguments, quiet, io)?;
        let layer = arguments
            .layer
            .over(variable_layer(environment)?)
            .over(file);
        if layer.in_process && layer.deadline.is_some() {
            bail!(
                "--in-process keeps no deadline: nothing can be stopped inside one process; \
                 leave one of the two out"
            );
        }
        if layer.in_process && layer.max_memory.is_some() {
            bail!(
                "--in-process keeps no memory limit: nothing can be stopped inside one process; \
                 leave one of the two out"
            );
        }
        let trust = trust_material::store(&layer, environment, io.err)?;
        let mut limits = Limits::default();
        if let Some(size) = layer.max_bytes {
            limits.bytes = size.0;
        }
        if let Some(pixels) = layer.max_pixels {
            limits.pixels = pixels.0;
            // 16-bit colour with alpha is the widest that decoders yield.
            limits.decoded_bytes = limits.decoded_bytes.max(pixels.0.saturating_mul(8));
        }
        let pixels = arguments.look_at_pixels || !layer.no_pixels;
        let asked = |witness| layer.only.is_empty() || layer.only.contains(&witness);
        let cores = available_parallelism().unwrap_or(NonZeroUsize::MIN);
        let format = layer.format.unwrap_or(Format::Text);
        let output = arguments.output;
        let jobs = layer.jobs.unwrap_or(cores);
        let examine = examine::Settings {
            limits,
            witnesses: Witnesses {
                credentials: asked(Witness::Credentials),
                labels: asked(Witness::Labels),
                watermark: pixels && asked(Witness::Watermark),
                fingerprint: pixels && asked(Witness::Fingerprint),
            },
            previews: pixels && (format == Format::Html || layer.assets.is_some()),
            keys: mark_keys(&layer.key)?,
            ..examine::Settings::default()
        };
        let sees = examine.witnesses.watermark && examine.witnesses.fingerprint;
        if !layer.registry.is_empty() && !sees {
            bail!(
                "--registry finds credentials by marks and looks; leave out --no-pixels, and let \
                 --only ask watermark and fingerprint"
            );
        }
        if arguments.parent.is_some() {
            if !examine.witnesses.credentials {
                bail!(
                    "--parent compares files with what credentials declare; let --only ask \
                     credentials (and fingerprint, to compare pictures)"
                );
            }
            if arguments.paths.len() != 1 || !arguments.paths.iter().all(|path| path.is_file()) {
                bail!("--parent belongs to one file: name that file, and no folder or list");
            }
        }
        if format == Format::Parquet && output.is_none() && environment.out_is_terminal {
            bail!("--format parquet is not for a terminal: name a file with -o FILE");
        }
        let earlier = match &arguments.resume {
            Some(path) if layer.at.is_none() => Earlier::moment(path)?,
            _ => None,
        };
        let at = match (layer.at, earlier) {
            (Some(at), _) => at.0,
            (None, Some(earlier)) => earlier,
            (None, None) => whole_second(environment.now),
        };
        let resume = match arguments.resume {
            Some(path) => {
                if !matches!(format, Format::Ndjson | Format::Csv) {
                    bail!(
                        "--resume needs records that stand for themselves: say --format ndjson \
                         or csv; other formats can be made from ndjson afterwards"
                    );
                }
                // Whatever may change a record must be in here.
                let decisive = format!(
                    "{:?}",
                    (
                        ToolRecord::CURRENT,
                        (&arguments.paths, &arguments.files_from, arguments.null),
                        (&layer.exclude, &layer.fail_on, format),
                        (trust.packs(), serde_json::to_string(&examine)?),
                        layer.unordered,
                        (&layer.registry, &layer.profile),
                    )
                );
                let question = resume::Question {
                    settings: hex::encode(Sha256::digest(decisive)),
                    at: at.unix_timestamp(),
                };
                Some((path, question))
            }
            None => None,
        };
        Ok(Self {
            exclude: exclusions(&layer.exclude)?,
            examine,
            cache: layer.cache,
            metrics: layer.metrics,
            assets: layer.assets,
            parent: arguments.parent,
            registries: layer.registry,
            profiles: layer.profile.into_iter().map(Profile::from).collect(),
            map: arguments.map,
            log_format: layer.log_format.unwrap_or_default(),
            resume,
            isolation: if layer.in_process {
                Isolation::InProcess
            } else {
                Isolation::Workers {
                    command: own_worker()?,
                    deadline: layer.deadline.map_or(DEADLINE, |deadline| deadline.0),
                    shares: shares(layer.max_memory, jobs)?,
                }
            },
            jobs,
            ordered: !layer.unordered,
            trust,
            at,
            fail_on: layer.fail_on,
            format,
            language: language(layer.lang.as_deref(), environment)?,
            style: TextStyle {
                emphasis: output.is_none() && environment.emphasis(),
                details: layer.verbose,
                columns: environment
                    .columns
                    .filter(|_| output.is_none() && environment.out_is_terminal),
            },
            progress: environment.err_is_terminal && !layer.no_progress && !layer.quiet,
            quiet: layer.quiet,
            paths: arguments.paths,
            list: arguments.files_from,
            nul: arguments.null,
            output,
        })
    }
}

impl Layer {
    /// This layer, and below it another that speaks where this one is silent.
    fn over(self, lower: Self) -> Self {
        let list = |upper: Vec<PathBuf>, lower| if upper.is_empty() { lower } else { upper };
        Self {
            format: self.format.or(lower.format),
            lang: self.lang.or(lower.lang),
            unordered: self.unordered || lower.unordered,
            verbose: self.verbose || lower.verbose,
            no_progress: self.no_progress || lower.no_progress,
            quiet: self.quiet || lower.quiet,
            trust: list(self.trust, lower.trust),
            tsa_trust: list(self.tsa_trust, lower.tsa_trust),
            cawg_trust: list(self.cawg_trust, lower.cawg_trust),
            at: self.at.or(lower.at),
            only: if self.only.is_empty() {
                lower.only
            } else {
                self.only
            },
            no_pixels: self.no_pixels || lower.no_pixels,
            key: list(self.key, lower.key),
            registry: list(self.registry, lower.registry),
            profile: if self.profile.is_empty() {
                lower.profile
            } else {
                self.profile
            },
            fail_on: if self.fail_on.is_empty() {
                lower.fail_on
            } else {
                self.fail_on
            },
            exclude: if self.exclude.is_empty() {
                lower.exclude
            } else {
                self.exclude
            },
            jobs: self.jobs.or(lower.jobs),
            deadline: self.deadline.or(lower.deadline),
            max_bytes: self.max_bytes.or(lower.max_bytes),
            max_memory: self.max_memory.or(lower.max_memory),
            cache: self.cache.or(lower.cache),
            metrics: self.metrics.or(lower.metrics),
            assets: self.assets.or(lower.assets),
            log_format: self.log_format.or(lower.log_format),
            max_pixels: self.max_pixels.or(lower.max_pixels),
            in_process: self.in_process || lower.in_process,
        }
    }

    /// Paths in a settings file are meant from where the file lies.
    fn relative_to(mut self, folder: &Path) -> Self {
        for path in self
            .trust
            .iter_mut()
            .chain(&mut self.tsa_trust)
            .chain(&mut self.cawg_trust)
            .chain(&mut self.cache)
            .chain(&mut self.metrics)
            .chain(&mut self.key)
        {
            *path = folder.join(&*path);
        }
        self
    }
}

/// The settings file's layer.
fn file_layer(arguments: &Arguments, quiet: bool, io: &mut Io<'_>) -> anyhow::Result<Layer> {
    let named = arguments.settings.clone().or_else(|| {
        io.environment
            .variable("HALLMARK_SETTINGS")
            .map(PathBuf::from)
    });
    let path = match named {
        Some(path) => path,
        None => {
            let path = PathBuf::from(FILE);
            if !path.is_file() {
                return Ok(Layer::default());
            }
            if lies_in(&path, &arguments.paths) {
                if !quiet {
                    writeln!(
                        io.err,
                        "hallmark: {FILE} lies in a folder that is being checked and was not read: \
                         its author could decide how the folder is judged. To use it, say \
                         --settings {FILE}"
                    )?;
                }
                return Ok(Layer::default());
            }
            path
        }
    };
    let text = fs::read_to_string(&path)
        .with_context(|| format!("the settings file {} cannot be read", path.display()))?;
    let layer: Layer = toml::from_str(&text)
        .with_context(|| format!("the settings file {} is not understood", path.display()))?;
    Ok(layer.relative_to(path.parent().unwrap_or(Path::new(""))))
}

fn lies_in(path: &Path, folders: &[PathBuf]) -> bool {
    fs::canonicalize(path).is_ok_and(|path| {
        folders
            .iter()
            .filter_map(|folder| fs::canonicalize(folder).ok())
            .any(|folder| path.starts_with(folder))
    })
}

/// A parser for one layer, so that variables are read exactly as flags are.
#[derive(clap::Parser)]
#[command(no_binary_name = true)]
struct LayerParser {
    #[command(flatten)]
    layer: Layer,
}

/// The layer of `HALLMARK_*` variables: `HALLMARK_MAX_BYTES` is `--max-bytes`. Lists of paths are
/// separated as in `PATH`; switches take 1 or 0.
fn variable_layer(environment: &Environment) -> anyhow::Result<Layer> {
    let command = Layer::augment_args(clap::Command::new("variables"));
    let mut layer = Layer::default();
    for argument in command.get_arguments() {
        let Some(long) = argument.get_long() else {
            continue;
        };
        let name = format!("HALLMARK_{}", long.to_uppercase().replace('-', "_"));
        let Some(value) = environment.variable(&name) else {
            continue;
        };
        let mut words = Vec::new();
        if argument.get_action().takes_values() {
            let values: Vec<_> = if long.ends_with("trust") || long == "key" {
                std::env::split_paths(value)
                    .map(PathBuf::into_os_string)
                    .collect()
            } else {
                vec![value.to_owned()]
            };
            for value in values {
                let mut word = std::ffi::OsString::from(format!("--{long}="));
                word.push(value);
                words.push(word);
            }
        } else {
            match value.to_str() {
                Some("1" | "true") => words.push(format!("--{long}").into()),
                Some("0" | "false") => {}
                _ => bail!("the variable {name} is a switch: set it to 1 or 0"),
            }
        }
        let parsed = LayerParser::command()
            .try_get_matches_from(words)
            .and_then(|matches| LayerParser::from_arg_matches(&matches))
            .map_err(|error| {
                let text = error.to_string();
                let first = text.lines().next().unwrap_or_default();
                anyhow::anyhow!(
                    "the variable {name}: {}",
                    first.trim_start_matches("error: ")
                )
            })?;
        layer = layer.over(parsed.layer);
    }
    Ok(layer)
}

/// Longest key file that is read: digits and a line break.
const KEY_FILE: u64 = 256;

/// The private watermark keys of these files.
///
/// # Errors
/// When a file cannot be read or holds no key; the message names it.
pub(crate) fn mark_keys(paths: &[PathBuf]) -> anyhow::Result<Vec<MarkKey>> {
    paths
        .iter()
        .map(|path| {
            let read = || -> anyhow::Result<MarkKey> {
                let mut bytes = Zeroizing::new(Vec::new());
                fs::File::open(path)?
                    .take(KEY_FILE)
                    .read_to_end(&mut bytes)?;
                Ok(MarkKey::read(&bytes)?)
            };
            read().with_context(|| format!("the watermark key {} cannot be used", path.display()))
        })
        .collect()
}

fn exclusions(globs: &[String]) -> anyhow::Result<GlobSet> {
    let mut set = GlobSetBuilder::new();
    for glob in globs {
        let compiled = GlobBuilder::new(glob.trim_end_matches('/'))
            .literal_separator(true)
            .build()
            .with_context(|| format!("--exclude '{glob}' is no pattern"))?;
        set.add(compiled);
    }
    set.build()
        .context("the --exclude patterns together are too large")
}

/// Variables that name the reader's language; the first that is set decides (POSIX, XBD 8.2).
const LOCALE: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The sentences in the language asked for, else in that of the environment, else in English.
///
/// # Errors
/// When a language is asked for that there is not; the message names those there are.
pub(crate) fn language(asked: Option<&str>, environment: &Environment) -> anyhow::Result<Language> {
    if let Some(tag) = asked {
        return Language::with_tag(tag).with_context(|| {
            let there_are: Vec<_> = Language::available().collect();
            format!(
                "there are no sentences in the language '{tag}'; there are in: {}",
                there_are.join(", ")
            )
        });
    }
    let locale = LOCALE
        .iter()
        .find_map(|name| environment.variable(name))
        .and_then(|locale| locale.to_str());
    locale
        .and_then(Language::with_tag)
        .or_else(|| Language::with_tag("en"))
        .context("there are no English sentences")
}

/// Shares of the memory that the run may take.
fn shares(most: Option<ByteSize>, jobs: NonZeroUsize) -> anyhow::Result<Shares> {
    let Some(most) = most else {
        return Ok(Shares::default());
    };
    if !cfg!(target_os = "linux") {
        bail!("--max-memory can only be kept on Linux so far; leave it out here");
    }
    Shares::of(most.0, u64::try_from(jobs.get())?).map_err(|least| {
        anyhow::anyhow!(
            "--max-memory is too little for {jobs} jobs: they need {}M; say so, or fewer --jobs",
            least.div_ceil(1 << 20)
        )
    })
}

/// This program, as its own worker.
/// Workers with the usual deadline and shares, for commands that examine a few files.
///
/// # Errors
/// When the program cannot find itself.
pub(crate) fn default_isolation() -> anyhow::Result<Isolation> {
    Ok(Isolation::Workers {
        command: own_worker()?,
        deadline: DEADLINE,
        shares: Shares::default(),
    })
}

fn own_worker() -> anyhow::Result<WorkerCommand> {
    Ok(WorkerCommand {
        program: std::env::current_exe().context(
            "the program cannot find itself to start workers; --in-process does without",
        )?,
        arguments: vec!["worker".into()],
    })
}

/// Records carry whole seconds.
fn whole_second(moment: OffsetDateTime) -> OffsetDateTime {
    moment.replace_nanosecond(0).unwrap_or(moment)
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroUsize;

    use super::{Layer, exclusions, language};
    use crate::{args::Format, console::Environment};

    #[test]
    fn a_higher_layer_replaces_a_lower_one_entry_by_entry() {
        let lower: Layer =
            toml::from_str("format = \"json\"\njobs = 2\nexclude = [\"a\"]").unwrap();
        let upper: Layer = toml::from_str("format = \"csv\"").unwrap();
        let both = upper.over(lower);
        assert_eq!(both.format, Some(Format::Csv));
        assert_eq!(both.jobs, NonZeroUsize::new(2));
        assert_eq!(both.exclude, ["a"]);
    }

    #[test]
    fn a_misspelt_setting_is_refused() {
        assert!(toml::from_str::<Layer>("fromat = \"csv\"").is_err());
        assert!(toml::from_str::<Layer>("max-bytes = \"2X\"").is_err());
    }

    #[test]
    fn a_pattern_without_a_slash_stays_below_it() {
        let set = exclusions(&["a/*.jpg".to_owned()]).unwrap();
        assert!(set.is_match("a/b.jpg"));
        assert!(!set.is_match("a/b/c.jpg"));
    }

    #[test]
    fn a_missing_language_is_refused_with_a_choice() {
        let environment = Environment::of_variables([("LANG", "fr_FR.UTF-8")]);
        let refusal = language(Some("tlh"), &environment).unwrap_err().to_string();
        assert!(
            refusal.ends_with("there are in: ar, az, en, es, fa, fr, ru, zh"),
            "{refusal}"
        );
        let locale = language(None, &environment).unwrap();
        assert_eq!(locale.tag(), "fr");
    }
}
