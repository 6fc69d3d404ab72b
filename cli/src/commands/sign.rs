//! `hallmark sign IN... -o OUT`: gives files credentials, and checks what it wrote.

pub(super) mod arguments;
pub(super) mod command;
mod identity;
mod outcome;
pub(super) mod place;
pub(super) mod plan;
mod task;

use std::{
    collections::BTreeMap, fs, io::Read, num::NonZeroUsize, path::Path, sync::atomic::Ordering,
    thread,
};

use anyhow::{Context, bail};
use hallmark::{
    credentials::{
        sign::{
            Options, Placement, Signatory, Template, TimeStamper, TrainingMining, Variables,
            parse_source_type,
        },
        trust::TrustStore,
    },
    picture::MarkKey,
    verdict::Policy,
    watermark::Key,
};

use crate::{
    args::Layer,
    commands::check::stop_on_interrupt,
    console::Io,
    exit_status::ExitStatus,
    settings, trust_material,
    workers::{self, Event, Schedule, Work},
};

pub(crate) use arguments::Arguments;
use arguments::Destination;
use command::ExternalCommand;
use outcome::{Outcome, Report};
use task::Task;

/// Largest template that is read, in bytes: a definition is a page of text.
const TEMPLATE_BYTES: u64 = 4 << 20;

impl Arguments {
    /// Signs everything and reports it.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let options = options(&self)?;
        let variables = variables(&self, io)?;
        check_template(&self, &options, &variables)?;
        let destination = self.destination()?;
        let steps = plan::plan(&self.inputs, &destination, self.sidecar)?;
        if steps.is_empty() {
            bail!(
                "there are no files in what was named; name files, or folders with files in them"
            );
        }

        let identity = identity::load(&self)?;
        let clock = self.timestamp_command.as_deref().map(ExternalCommand::new);
        let clock = clock.as_ref().map(|clock| -> &dyn TimeStamper { clock });
        let signatory = Signatory::new(identity.as_ref(), clock, io.environment.now)
            .map_err(|error| anyhow::anyhow!("{}: {error}", identity::name(&self)))?;

        let trust = self.trust_store(io)?;
        let task = Task {
            signatory: &signatory,
            options: &options,
            variables: &variables,
            parent: self.parent.as_deref(),
            components: &self.ingredients,
            policy: Policy::new(&trust, io.environment.now),
            overwrite: self.force,
            bind: keys(&self)?,
            in_place: matches!(destination, Destination::InPlace),
        };
        let stop = stop_on_interrupt()?;
        let mut report = Report::new(self.format, &signatory);
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
            |(), step, _| Work::Done(task.run(step), 0),
            |event| match event {
                Event::Idle => io.out.flush(),
                Event::Result(outcome) => {
                    if matches!(outcome, Outcome::Failed { .. }) {
                        status = status.merge(ExitStatus::Incomplete);
                    }
                    report.outcome(&outcome, io.out, io.err)
                }
            },
        )?;
        report.finish(io.out, io.err)?;
        if stop.load(Ordering::Relaxed) {
            status = status.merge(ExitStatus::Interrupted);
        }
        Ok(status)
    }

    /// What this run trusts: only said, never needed to sign.
    fn trust_store(&self, io: &mut Io<'_>) -> anyhow::Result<TrustStore> {
        let layer = Layer {
            trust: self.trust.clone(),
            ..Layer::default()
        };
        trust_material::store(&layer, io.environment, io.err)
    }
}

/// The keys of marks to bind; none when pixels are not bound.
fn keys(arguments: &Arguments) -> anyhow::Result<Option<Vec<Key>>> {
    if !arguments.bind {
        return Ok(None);
    }
    let private = settings::mark_keys(&arguments.watermark_key)?;
    let private = private.iter().map(MarkKey::key);
    Ok(Some(
        std::iter::once(Key::public()).chain(private).collect(),
    ))
}

fn options(arguments: &Arguments) -> anyhow::Result<Options> {
    let source_type = match &arguments.source {
        Some(text) => Some(parse_source_type(text)?),
        None => None,
    };
    let mut training = TrainingMining::default();
    for text in &arguments.training {
        training.add(text)?;
    }
    let template = match &arguments.manifest {
        Some(path) => Some(template(path)?),
        None => None,
    };
    Ok(Options {
        source_type,
        pixels: None,
        title: arguments.title.clone(),
        author: arguments.author.clone(),
        licence: arguments.licence.clone(),
        training,
        template,
        update: arguments.update,
        redactions: arguments.redact.clone(),
        redaction_reason: arguments.reason.clone(),
        placement: if arguments.sidecar {
            Placement::Sidecar
        } else {
            Placement::Embedded
        },
    })
}

/// Reads a template; TOML by its extension, else JSON.
fn template(path: &Path) -> anyhow::Result<Template> {
    let shown = path.display();
    let mut text = String::new();
    fs::File::open(path)
        .and_then(|file| file.take(TEMPLATE_BYTES).read_to_string(&mut text))
        .with_context(|| format!("the manifest template {shown} cannot be read"))?;
    let is_toml = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("toml"));
    let json = if is_toml {
        let value: serde_json::Value = toml::from_str(&text)
            .with_context(|| format!("the manifest template {shown} is no TOML"))?;
        value.to_string()
    } else {
        text
    };
    Template::from_json(&json).with_context(|| format!("the manifest template {shown}"))
}

/// A variable that no file can fill is a mistake in the command, not in a file.
fn check_template(
    arguments: &Arguments,
    options: &Options,
    variables: &Variables,
) -> anyhow::Result<()> {
    let (Some(template), Some(path)) = (&options.template, &arguments.manifest) else {
        return Ok(());
    };
    let mut variables = variables.clone();
    for name in [
        "file_name",
        "file_stem",
        "extension",
        "media_type",
        "signer",
        "organization",
    ] {
        variables.entry(name.to_owned()).or_default();
    }
    template
        .check(&variables)
        .with_context(|| path.display().to_string())
}

/// Variables that are the same for every file of the run.
fn variables(arguments: &Arguments, io: &Io<'_>) -> anyhow::Result<Variables> {
    let now = io.environment.now;
    let mut variables: Variables = BTreeMap::new();
    let mut set = |name: &str, value: &str| variables.insert(name.to_owned(), value.to_owned());
    set("date", &now.date().to_string());
    set(
        "time",
        &now.replace_nanosecond(0)
            .unwrap_or(now)
            .format(&time::format_description::well_known::Rfc3339)
            .context("the system's clock shows no year that can be written")?,
    );
    for (name, value) in [
        ("title", &arguments.title),
        ("author", &arguments.author),
        ("licence", &arguments.licence),
    ] {
        if let Some(value) = value {
            set(name, value);
        }
    }
    for setting in &arguments.set {
        match setting.split_once('=') {
            Some((name, value)) if !name.is_empty() => {
                set(name, value);
            }
            _ => bail!("--set {setting}: expected NAME=VALUE"),
        }
    }
    Ok(variables)
}
