//! `hallmark watermark embed IN -o OUT`: a copy of a picture that carries a number in its pixels.

use std::path::PathBuf;

use anyhow::{Context, bail};
use hallmark::{
    limits::Limits,
    picture::{Loss, Marked, Marking},
    report::{Language, Sentence, Value},
    watermark::{EmbedSettings, Endurance, Key, Payload},
};
use serde_json::json;

use crate::{
    commands::rewriting::{Destination, read, shown},
    console::Io,
    exit_status::ExitStatus,
    settings,
};

/// Name and version of the JSON record.
const SCHEMA: &str = "hallmark.marked/1";

/// What to write, and into which picture.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER_HELP)]
pub(crate) struct Arguments {
    /// The picture
    #[arg(value_name = "IN")]
    input: PathBuf,

    /// Where the marked copy goes
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,

    /// Overwrite OUT if it exists
    #[arg(long)]
    force: bool,

    /// The number to write: 16 hexadecimal digits
    #[arg(long, value_name = "HEX16")]
    payload: Payload,

    /// A private key instead of the public one; the file holds 32 bytes, or 64 hexadecimal digits
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,

    /// How strong the mark is, 0.25 to 4: more survives more, and shows more
    #[arg(long, value_name = "FACTOR", default_value_t = 1.0)]
    strength: f64,

    /// Write it even if the picture carries a mark of this key; then either may be read
    #[arg(long)]
    again: bool,

    /// Leave out the picture's credential, which does not hold for other pixels; without this, a
    /// picture with a credential is refused
    #[arg(long)]
    drop_credential: bool,

    /// Write one JSON object instead of sentences
    #[arg(long)]
    json: bool,

    /// Language of sentences [default: that of the environment, else en]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
}

/// Shown below the long help.
const AFTER_HELP: &str = "\
JPEG, PNG and WebP can be marked. Format, quality, chroma subsampling, metadata, colour profile,
orientation, bit depth and opacity stay. The copy is read again before it takes its place.
`hallmark publish` marks, labels, signs and registers in one go.

Exit status:
  0    the copy is marked
  2    the command or its settings cannot be used
  3    the picture could not be marked";

impl Arguments {
    /// Marks the picture.
    pub(crate) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let language = settings::language(self.lang.as_deref(), io.environment)?;
        if !(0.25..=4.0).contains(&self.strength) {
            bail!(
                "--strength is a factor from 0.25 to 4, not {}",
                self.strength
            );
        }
        let key = match &self.key {
            Some(path) => settings::mark_keys(std::slice::from_ref(path))?
                .first()
                .map(hallmark::picture::MarkKey::key)
                .context("the key file holds no key")?,
            None => Key::public(),
        };
        match self.mark(&key) {
            Ok((marked, dropped)) => {
                self.report(&marked, dropped, &language, io)?;
                Ok(ExitStatus::Done)
            }
            Err(error) => {
                writeln!(io.err, "hallmark: {}: {error:#}", shown(&self.input))?;
                Ok(ExitStatus::Incomplete)
            }
        }
    }

    /// Writes the copy; whether a credential was left out of it.
    fn mark(&self, key: &Key) -> anyhow::Result<(Marked, bool)> {
        let original = read(&self.input)?;
        let credential = original.credential()?;
        if credential.is_some() && !self.drop_credential {
            bail!(
                "it has a credential, which does not hold for a marked copy; add \
                 --drop-credential to leave it out, or use `hallmark publish` to sign the copy"
            );
        }
        let marking = Marking {
            payload: self.payload,
            key,
            settings: EmbedSettings {
                strength: self.strength,
            },
            again: self.again,
            limits: Limits::default(),
        };
        let mut marked = marking.mark(&original.bytes)?;
        marked.file = original.without_store(marked.file)?;
        let destination = Destination {
            place: self.output.clone(),
            overwrite: self.force,
        };
        destination.write(&marked.file, &self.input)?;
        Ok((marked, credential.is_some()))
    }

    fn report(
        &self,
        marked: &Marked,
        dropped: bool,
        language: &Language,
        io: &mut Io<'_>,
    ) -> anyhow::Result<()> {
        let report = &marked.report;
        if self.json {
            let losses: Vec<&str> = marked.losses.iter().map(|loss| loss_name(*loss)).collect();
            let record = json!({
                "schema": SCHEMA,
                "input": self.input.to_string_lossy(),
                "output": self.output.to_string_lossy(),
                "payload": self.payload.to_string(),
                "key_id": report.key_id.to_string(),
                "psnr": rounded(report.psnr, 100.0),
                "ssim": rounded(report.ssim, 1e4),
                "endurance": match report.endurance {
                    Endurance::Copying => "copying",
                    Endurance::Compression => "compression",
                    Endurance::CompressionAtHalfSize => "compression-at-half-size",
                },
                "read_back": true,
                "losses": losses,
                "credential_dropped": dropped,
            });
            writeln!(io.out, "{record}")?;
            return Ok(());
        }
        let payload = self.payload.to_string();
        let key = report.key_id.to_string();
        let said = language.sentence(
            Sentence::MarkWritten,
            &[
                ("payload", Value::Text(&payload)),
                ("key", Value::Text(&key)),
            ],
        );
        writeln!(io.out, "{}: {said}", shown(&self.output))?;
        let (psnr, ssim) = (rounded(report.psnr, 10.0), rounded(report.ssim, 1e3));
        let quality = language.sentence(
            Sentence::MarkQuality,
            &[("psnr", Value::Figure(psnr)), ("ssim", Value::Figure(ssim))],
        );
        let endurance = language.word(match report.endurance {
            Endurance::Copying => Sentence::MarkSurvivesCopying,
            Endurance::Compression => Sentence::MarkSurvivesCompression,
            Endurance::CompressionAtHalfSize => Sentence::MarkSurvivesHalfSize,
        });
        let losses = marked.losses.iter().map(|loss| match loss {
            Loss::Palette => Sentence::MarkLostPalette,
            Loss::Interlacing => Sentence::MarkLostInterlacing,
            Loss::ArithmeticCoding => Sentence::MarkLostArithmeticCoding,
        });
        let dropped = dropped.then_some(Sentence::MarkDroppedCredential);
        let more = losses
            .chain(dropped)
            .map(|sentence| language.word(sentence));
        for line in [endurance, quality].into_iter().chain(more) {
            writeln!(io.out, "  {line}")?;
        }
        Ok(())
    }
}

fn rounded(value: f64, per: f64) -> f64 {
    (value * per).round() / per
}

const fn loss_name(loss: Loss) -> &'static str {
    match loss {
        Loss::Palette => "palette",
        Loss::Interlacing => "interlacing",
        Loss::ArithmeticCoding => "arithmetic-coding",
    }
}
