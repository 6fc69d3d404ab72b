//! `hallmark label IN -o OUT`: says in the file itself how it was made, in the words of each
//! standard asked for. Pixels stay as they are, byte for byte.

use std::path::PathBuf;

use anyhow::bail;
use hallmark::{
    credentials::sign::parse_source_type,
    labels::{
        SourceType,
        write::{Provider, Standard, Writing},
    },
    limits::Limits,
    report::{Language, Sentence, Value},
};
use serde_json::json;

use crate::{
    commands::rewriting::{Destination, Signing, read, shown},
    console::Io,
    exit_status::ExitStatus,
    settings,
};

/// Name and version of the JSON record.
const SCHEMA: &str = "hallmark.labelled/1";

/// A standard, by its name on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum StandardName {
    /// IPTC Photo Metadata: digital source type, AI system, prompt
    Iptc,
    /// AIGC label of GB 45438-2025
    Tc260,
}

/// What to say, and in which file.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER_HELP)]
#[command(group(clap::ArgGroup::new("fact").required(true).args(["ai_generated", "ai_edited", "source"])))]
pub(crate) struct Arguments {
    /// The file to label
    #[arg(value_name = "IN")]
    input: PathBuf,

    /// Where the labelled file goes
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,

    /// Overwrite OUT if it exists
    #[arg(long)]
    force: bool,

    /// Made by generative AI
    #[arg(long, help_heading = "Fact")]
    ai_generated: bool,

    /// Edited with generative AI
    #[arg(long, help_heading = "Fact")]
    ai_edited: bool,

    /// Another digital source type (digitalCapture, algorithmicMedia...) or its URI
    #[arg(long, value_name = "CODE", help_heading = "Fact")]
    source: Option<String>,

    /// The AI system that made or changed it
    #[arg(long, value_name = "NAME", help_heading = "Details")]
    system: Option<String>,

    /// Version of that system
    #[arg(long = "version", value_name = "TEXT", help_heading = "Details")]
    system_version: Option<String>,

    /// What the system was asked
    #[arg(long, value_name = "TEXT", help_heading = "Details")]
    prompt: Option<String>,

    /// Who asked
    #[arg(long, value_name = "NAME", help_heading = "Details")]
    prompt_writer: Option<String>,

    /// Standards to write it in, separated by commas
    #[arg(
        long,
        value_name = "LIST",
        value_enum,
        value_delimiter = ',',
        default_value = "iptc",
        help_heading = "Standards"
    )]
    standard: Vec<StandardName>,

    /// tc260: code or name of the producer (ContentProducer)
    #[arg(
        long,
        value_name = "CODE",
        default_value = "",
        help_heading = "Standards"
    )]
    producer: String,

    /// tc260: the producer's number of this content (ProduceID)
    #[arg(
        long,
        value_name = "ID",
        default_value = "",
        help_heading = "Standards"
    )]
    produce_id: String,

    /// tc260: code or name of who spreads it (ContentPropagator)
    #[arg(
        long,
        value_name = "CODE",
        default_value = "",
        help_heading = "Standards"
    )]
    propagator: String,

    /// tc260: the propagator's number of this content (PropagateID)
    #[arg(
        long,
        value_name = "ID",
        default_value = "",
        help_heading = "Standards"
    )]
    propagate_id: String,

    /// Sign the labelled file again as a continuation of its credential, with the identity in
    /// this folder; without it, a file with a credential is refused
    #[arg(long, value_name = "DIR", help_heading = "Credential")]
    identity: Option<PathBuf>,

    /// Write one JSON object instead of a line
    #[arg(long)]
    json: bool,

    /// Language of sentences [default: that of the environment, else en]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
}

/// Shown below the long help.
const AFTER_HELP: &str = "\
JPEG, PNG, WebP, GIF and TIFF can be labelled. What the file says already in the same fields is
replaced; everything else stays. The written file is read again before it takes its place.

Exit status:
  0    the file is labelled
  2    the command or its settings cannot be used
  3    the file could not be labelled";

impl Arguments {
    /// Labels the file.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let language = settings::language(self.lang.as_deref(), io.environment)?;
        let writing = self.writing()?;
        let signing = self
            .identity
            .as_deref()
            .map(|folder| Signing::new(folder, io.environment.now))
            .transpose()?;
        let destination = Destination {
            place: self.output.clone(),
            overwrite: self.force,
        };
        match self.label(&writing, signing.as_ref(), destination) {
            Ok(manifest) => {
                self.report(&writing, manifest.as_deref(), &language, io)?;
                Ok(ExitStatus::Done)
            }
            Err(error) => {
                let input = shown(&self.input);
                writeln!(io.err, "hallmark: {input}: {error:#}")?;
                Ok(ExitStatus::Incomplete)
            }
        }
    }

    fn writing(&self) -> anyhow::Result<Writing> {
        let source_type = match &self.source {
            Some(text) => parse_source_type(text)?,
            None if self.ai_generated => SourceType::TrainedAlgorithmicMedia,
            None => SourceType::CompositeWithTrainedAlgorithmicMedia,
        };
        let mut standards: Vec<Standard> = Vec::new();
        for name in &self.standard {
            let standard = match name {
                StandardName::Iptc => Standard::Iptc,
                StandardName::Tc260 => Standard::Tc260,
            };
            if !standards.contains(&standard) {
                standards.push(standard);
            }
        }
        let of_iptc = [
            ("--system", self.system.is_some()),
            ("--version", self.system_version.is_some()),
            ("--prompt", self.prompt.is_some()),
            ("--prompt-writer", self.prompt_writer.is_some()),
        ];
        let of_tc260 = [
            ("--producer", !self.producer.is_empty()),
            ("--produce-id", !self.produce_id.is_empty()),
            ("--propagator", !self.propagator.is_empty()),
            ("--propagate-id", !self.propagate_id.is_empty()),
        ];
        for (standard, name, flags) in [
            (Standard::Iptc, "iptc", of_iptc),
            (Standard::Tc260, "tc260", of_tc260),
        ] {
            let idle = flags.iter().find(|(_, given)| *given);
            if let Some((flag, _)) = idle.filter(|_| !standards.contains(&standard)) {
                bail!("{flag} is written in the standard {name} only; add it to --standard");
            }
        }
        Ok(Writing {
            source_type,
            system: self.system.clone(),
            version: self.system_version.clone(),
            prompt: self.prompt.clone(),
            prompt_writer: self.prompt_writer.clone(),
            standards,
            provider: Provider {
                producer: self.producer.clone(),
                produce_id: self.produce_id.clone(),
                propagator: self.propagator.clone(),
                propagate_id: self.propagate_id.clone(),
            },
        })
    }

    /// Writes the labelled file; the label of its new manifest, if it was signed.
    fn label(
        &self,
        writing: &Writing,
        signing: Option<&Signing>,
        destination: Destination,
    ) -> anyhow::Result<Option<String>> {
        let original = read(&self.input)?;
        let credential = original.credential()?;
        if credential.is_some() && signing.is_none() {
            bail!(
                "it has a credential, which a label would break; add --identity DIR to sign it \
                 again as its continuation"
            );
        }
        let labelled = writing.write(&original.bytes, &Limits::default())?;
        match signing {
            Some(signing) => {
                let labelled = original.without_store(labelled)?;
                let source_type = Some(writing.source_type);
                let redactions = &[];
                signing
                    .sign(&original, labelled, source_type, redactions, &destination)
                    .map(Some)
            }
            None => {
                destination.write(&labelled, &self.input)?;
                Ok(None)
            }
        }
    }

    fn report(
        &self,
        writing: &Writing,
        manifest: Option<&str>,
        language: &Language,
        io: &mut Io<'_>,
    ) -> anyhow::Result<()> {
        let standards: Vec<&str> = writing
            .standards
            .iter()
            .map(|standard| match standard {
                Standard::Iptc => "iptc",
                Standard::Tc260 => "tc260",
            })
            .collect();
        if self.json {
            let record = json!({
                "schema": SCHEMA,
                "input": self.input.to_string_lossy(),
                "output": self.output.to_string_lossy(),
                "source_type": writing.source_type.as_uri(),
                "standards": standards,
                "manifest_id": manifest,
            });
            writeln!(io.out, "{record}")?;
            return Ok(());
        }
        let said = language.sentence(
            Sentence::LabelWritten,
            &[
                ("fact", Value::Text(writing.source_type.code())),
                ("standards", Value::Text(&language.list(&standards))),
            ],
        );
        writeln!(io.out, "{}: {said}", shown(&self.output))?;
        if manifest.is_some() {
            let said = language.sentence(Sentence::SignedAgain, &[]);
            writeln!(io.out, "  {said}")?;
        }
        Ok(())
    }
}
