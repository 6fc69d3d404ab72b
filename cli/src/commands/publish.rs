//! `hallmark publish IN... -o DIR`: marks, labels, signs and registers pictures in one go.

mod report;

use std::{
    fs,
    num::NonZeroUsize,
    path::{Path, PathBuf},
    sync::atomic::Ordering,
    thread,
};

use anyhow::{Context, bail};
use hallmark::{
    credentials::sign::{Signatory, TimeStamper, parse_source_type},
    picture::MarkKey,
    privacy::Kind,
    publish::{Plan, Privacy, Published, Publisher},
    registry::{OpenMode, Sqlite},
    watermark::{EmbedSettings, Key},
};

use crate::{
    commands::{
        check::stop_on_interrupt,
        identity::files,
        rewriting::{Destination, read},
        sign::{
            arguments,
            command::ExternalCommand,
            plan::{Step, plan},
        },
    },
    console::Io,
    exit_status::ExitStatus,
    settings,
    workers::{self, Event, Schedule, Work},
};
use report::Report;

/// What becomes of personal data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum PrivacyName {
    /// Take out all that tells of people, places and devices; captions and rights stay
    Strict,
    /// Leave everything
    Keep,
}

/// How results are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum OutputFormat {
    /// Sentences for people
    #[default]
    Text,
    /// One JSON object a line, one for each picture
    Ndjson,
}

/// What to publish, and how.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER_HELP)]
pub(crate) struct Arguments {
    /// Pictures and folders
    #[arg(value_name = "IN", required = true)]
    inputs: Vec<PathBuf>,

    /// The folder for published pictures
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,

    /// Sign with the identity in this folder
    #[arg(long, value_name = "DIR")]
    identity: PathBuf,

    /// The registry in which they are found again; made if it is not there
    #[arg(long, value_name = "FILE")]
    registry: PathBuf,

    /// How they were made: a digital source type (trainedAlgorithmicMedia, digitalCapture...) or
    /// its URI; only pictures whose credential tells do without
    #[arg(long, value_name = "CODE")]
    source: Option<String>,

    /// What becomes of personal data (GPS, serial numbers, names, face regions); without this, a
    /// picture that holds any is not published, and what it holds is told
    #[arg(long, value_enum)]
    privacy: Option<PrivacyName>,

    /// The AI system that made them, for the label
    #[arg(long, value_name = "NAME", help_heading = "Details")]
    system: Option<String>,

    /// Version of that system
    #[arg(long, value_name = "TEXT", help_heading = "Details")]
    system_version: Option<String>,

    /// Title
    #[arg(long, value_name = "TEXT", help_heading = "Details")]
    title: Option<String>,

    /// Who made them
    #[arg(long, value_name = "TEXT", help_heading = "Details")]
    author: Option<String>,

    /// Licence: an address, or its name
    #[arg(
        long,
        visible_alias = "license",
        value_name = "TEXT",
        help_heading = "Details"
    )]
    licence: Option<String>,

    /// A private watermark key instead of the public one; the file holds 32 bytes, or 64
    /// hexadecimal digits
    #[arg(long, value_name = "FILE", help_heading = "Mark")]
    key: Option<PathBuf>,

    /// How strong the mark is, 0.25 to 4: more survives more, and shows more
    #[arg(
        long,
        value_name = "FACTOR",
        default_value_t = 1.0,
        help_heading = "Mark"
    )]
    strength: f64,

    /// Do not publish pictures that can carry no mark
    #[arg(long, help_heading = "Mark")]
    only_marked: bool,

    /// A command that fetches time-stamps: an RFC 3161 request on its standard input, the response
    /// on its output
    #[arg(long, value_name = "CMD")]
    timestamp_command: Option<String>,

    /// Overwrite files that exist
    #[arg(long)]
    force: bool,

    /// How results are written
    #[arg(long, value_enum, default_value_t)]
    format: OutputFormat,

    /// Language of sentences [default: that of the environment, else en]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,

    /// Pictures to work on at the same time [default: one per processor core]
    #[arg(short, long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

/// Shown below the long help.
const AFTER_HELP: &str = "\
JPEG, PNG and WebP can be published. Format, quality, chroma subsampling, colour profile,
orientation, bit depth, opacity and the metadata that stay are those of the original. The same
picture, identity and options give the same file again, and are registered once.

Exit status:
  0    everything is published
  2    the command or its settings cannot be used
  3    some pictures could not be published
  130  interrupted";

/// What became of one picture.
enum Outcome {
    Published(Box<Published>, PathBuf),
    Failed(PathBuf, String),
    /// Found in a folder, and nothing that can be published.
    PassedOver,
}

impl Arguments {
    /// Publishes.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let language = settings::language(self.lang.as_deref(), io.environment)?;
        let what = self.plan()?;
        let identity = files::load(&self.identity)?;
        let clock = self.timestamp_command.as_deref().map(ExternalCommand::new);
        let clock = clock.as_ref().map(|clock| -> &dyn TimeStamper { clock });
        let signatory = Signatory::new(&identity, clock, io.environment.now)
            .with_context(|| format!("the identity in {}", self.identity.display()))?;
        fs::create_dir_all(&self.output)
            .with_context(|| format!("the folder {} cannot be made", self.output.display()))?;
        let destination = arguments::Destination::To(self.output.clone());
        let steps = plan(&self.inputs, &destination, false)?;
        if steps.is_empty() {
            bail!("there are no files in what was named; name pictures, or folders with pictures");
        }
        let mut registry = Sqlite::open(&self.registry, OpenMode::Create)?;
        let now = io.environment.now.unix_timestamp();
        let publisher = Publisher::new(&what, &signatory, &mut registry, now);
        let report = Report::new(self.format == OutputFormat::Ndjson, &language);
        let stop = stop_on_interrupt()?;
        let mut status = ExitStatus::Done;
        let jobs = self.jobs.or_else(|| thread::available_parallelism().ok());
        workers::run(
            Schedule {
                jobs: jobs.unwrap_or(NonZeroUsize::MIN),
                ordered: true,
                stop: &stop,
            },
            steps.into_iter(),
            || (),
            |(), step, _| Work::Done(publish(&publisher, step, self.force), 0),
            |event| match event {
                Event::Idle => io.out.flush(),
                Event::Result(Outcome::PassedOver) => Ok(()),
                Event::Result(Outcome::Published(published, place)) => {
                    report.published(&published, &place, io.out)
                }
                Event::Result(Outcome::Failed(path, reason)) => {
                    status = status.merge(ExitStatus::Incomplete);
                    report.failed(&path, &reason, io.out, io.err)
                }
            },
        )?;
        if stop.load(Ordering::Relaxed) {
            status = status.merge(ExitStatus::Interrupted);
        }
        Ok(status)
    }

    fn plan(&self) -> anyhow::Result<Plan> {
        if !(0.25..=4.0).contains(&self.strength) {
            bail!(
                "--strength is a factor from 0.25 to 4, not {}",
                self.strength
            );
        }
        let key = match &self.key {
            Some(path) => settings::mark_keys(std::slice::from_ref(path))?
                .first()
                .map(MarkKey::key)
                .context("the key file holds no key")?,
            None => Key::public(),
        };
        Ok(Plan {
            source_type: self.source.as_deref().map(parse_source_type).transpose()?,
            system: self.system.clone(),
            system_version: self.system_version.clone(),
            title: self.title.clone(),
            author: self.author.clone(),
            licence: self.licence.clone(),
            privacy: match self.privacy {
                None => Privacy::Ask,
                Some(PrivacyName::Keep) => Privacy::Keep,
                Some(PrivacyName::Strict) => Privacy::Strip(Kind::STRICT.to_vec()),
            },
            key,
            embedding: EmbedSettings {
                strength: self.strength,
            },
            only_marked: self.only_marked,
        })
    }
}

fn publish(publisher: &Publisher<'_>, step: &Step, overwrite: bool) -> Outcome {
    let failed = |reason: String| Outcome::Failed(step.input.clone(), reason);
    if let Some((_, problem)) = &step.problem {
        return failed(problem.clone());
    }
    let Some(place) = step.output.clone() else {
        return Outcome::PassedOver;
    };
    if step.present_sidecar.is_some() {
        return failed(
            "its credential lies in a file beside it and cannot be continued; publish the \
             original before it is signed"
                .to_owned(),
        );
    }
    match write(publisher, step, &place, overwrite) {
        Ok(published) => Outcome::Published(Box::new(published), place),
        Err(error) if step.walked && is_no_picture(&error) => Outcome::PassedOver,
        Err(error) => failed(format!("{error:#}")),
    }
}

fn write(
    publisher: &Publisher<'_>,
    step: &Step,
    place: &Path,
    overwrite: bool,
) -> anyhow::Result<Published> {
    let original = read(&step.input)?;
    let name = step.input.file_name().unwrap_or_default().to_string_lossy();
    let published = publisher.publish(&name, &original.bytes)?;
    // The same bytes are there already: a run that is repeated changes nothing.
    if fs::read(place).is_ok_and(|there| there == published.file) {
        return Ok(published);
    }
    let destination = Destination {
        place: place.to_owned(),
        overwrite,
    };
    destination.write(&published.file, &step.input)?;
    Ok(published)
}

/// Whether a file of a folder was not meant: it is no picture of a kind that can be published.
fn is_no_picture(error: &anyhow::Error) -> bool {
    use hallmark::{asset::rewrite::RewriteError, publish::PublishError};
    matches!(
        error.downcast_ref::<PublishError>(),
        Some(PublishError::Rewrite(
            RewriteError::NotMedia | RewriteError::Format(_)
        ))
    )
}
