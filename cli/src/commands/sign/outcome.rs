//! What became of each file, as a line of text or as JSON.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use hallmark::{
    credentials::sign::{Parent, Signatory, Signed, Token},
    report::visible::{quotable, visible},
};
use serde_json::{Value, json};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use super::arguments::OutputFormat;

/// Name and version of the JSON lines.
const SCHEMA: &str = "hallmark.signed/1";

/// A file that was signed, and holds.
#[derive(Debug)]
pub(super) struct SignedFile {
    pub(super) input: PathBuf,
    pub(super) output: Option<PathBuf>,
    pub(super) sidecar: Option<PathBuf>,
    /// The trust pack that vouches for the signer.
    pub(super) trusted: Option<String>,
    pub(super) signed: Signed,
}

/// What became of one file.
#[derive(Debug)]
pub(super) enum Outcome {
    /// It is signed.
    Signed(Box<SignedFile>),
    /// It is not, and nothing was written.
    Failed {
        /// The file.
        input: PathBuf,
        /// What happened, and what to do.
        error: String,
    },
    /// Something else that lay in a folder.
    NotMedia,
}

/// Writes outcomes in the order in which they come.
#[derive(Debug)]
pub(super) struct Report<'a> {
    format: OutputFormat,
    signatory: &'a Signatory<'a>,
    signed: u64,
    failed: u64,
    not_media: u64,
    untrusted: u64,
    bytes: i64,
}

impl<'a> Report<'a> {
    pub(super) const fn new(format: OutputFormat, signatory: &'a Signatory<'a>) -> Self {
        Self {
            format,
            signatory,
            signed: 0,
            failed: 0,
            not_media: 0,
            untrusted: 0,
            bytes: 0,
        }
    }

    /// Writes one outcome.
    ///
    /// # Errors
    /// When `out` or `err` cannot be written to.
    pub(super) fn outcome(
        &mut self,
        outcome: &Outcome,
        out: &mut dyn Write,
        err: &mut dyn Write,
    ) -> io::Result<()> {
        match outcome {
            Outcome::Signed(file) => {
                self.bytes = self.bytes.saturating_add(file.signed.bytes_added);
                if file.trusted.is_none() {
                    self.untrusted = self.untrusted.saturating_add(1);
                }
                let first = self.signed == 0 && self.failed == 0;
                self.signed = self.signed.saturating_add(1);
                match self.format {
                    OutputFormat::Text => self.line(file, out),
                    _ => self.value(&self.signed_value(file), first, out),
                }
            }
            Outcome::Failed { input, error } => {
                let first = self.signed == 0 && self.failed == 0;
                self.failed = self.failed.saturating_add(1);
                if self.format != OutputFormat::Text {
                    self.value(&failed_value(input, error), first, out)?;
                }
                writeln!(
                    err,
                    "hallmark: {}: not signed: {}",
                    shown(input),
                    visible(error)
                )
            }
            Outcome::NotMedia => {
                self.not_media = self.not_media.saturating_add(1);
                Ok(())
            }
        }
    }

    /// Writes what is to be said of the run as a whole.
    ///
    /// # Errors
    /// When `out` or `err` cannot be written to.
    pub(super) fn finish(&self, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<()> {
        if self.format == OutputFormat::Json {
            let nothing = self.signed == 0 && self.failed == 0;
            writeln!(out, "{}", if nothing { "[]" } else { "\n]" })?;
        }
        let mut parts = vec![format!("{} signed", self.signed)];
        if self.failed > 0 {
            parts.push(format!("{} not signed", self.failed));
        }
        if self.not_media > 0 {
            parts.push(format!("{} not media", self.not_media));
        }
        if self.signed > 0 {
            let each = self
                .bytes
                .checked_div(i64::try_from(self.signed).unwrap_or(i64::MAX));
            parts.push(format!(
                "{} bytes added to each on average",
                each.unwrap_or_default()
            ));
        }
        writeln!(err, "{}", parts.join(", "))?;
        if self.untrusted > 0 {
            writeln!(
                err,
                "No trust list in use here vouches for {}: whoever checks these files reads \
                 \"issued by someone your trust list does not know\" until theirs does. \
                 `hallmark identity show` says how to change that.",
                quotable(self.signatory.name())
            )?;
        }
        Ok(())
    }

    fn line(&self, file: &SignedFile, out: &mut dyn Write) -> io::Result<()> {
        let signed = &file.signed;
        let place = file
            .output
            .as_ref()
            .or(file.sidecar.as_ref())
            .unwrap_or(&file.input);
        let organization = self
            .signatory
            .organization()
            .map(|name| format!(" ({})", quotable(name)))
            .unwrap_or_default();
        write!(
            out,
            "{} -> {}: signed by {}{organization}, {}",
            shown(&file.input),
            shown(place),
            quotable(self.signatory.name()),
            quotable(&signed.manifest),
        )?;
        match (&file.output, &file.sidecar) {
            (Some(_), Some(sidecar)) => write!(out, ", manifest in {}", shown(sidecar))?,
            (None, _) => write!(out, ", file unchanged")?,
            _ => write!(out, ", {:+} bytes", signed.bytes_added)?,
        }
        match &signed.time_stamp {
            Some(token) => write!(
                out,
                ", time-stamped {} by {}",
                moment(token.time),
                quotable(&token.authority)
            )?,
            None => write!(out, ", no time-stamp")?,
        }
        if let Some(Parent::Own { manifest, failures }) = &signed.parent {
            write!(out, "; continues its own credential {}", quotable(manifest))?;
            if !failures.is_empty() {
                write!(
                    out,
                    ", which did not hold when it was added ({}); the new one records that",
                    failures.join(", ")
                )?;
            }
        }
        match &file.trusted {
            Some(pack) => writeln!(out, "; vouched for by {}", quotable(pack)),
            None => writeln!(out, "; nobody's trust list here knows this identity yet"),
        }
    }

    /// One JSON value: on a line of its own, or as an element of the array.
    fn value(&self, value: &Value, first: bool, out: &mut dyn Write) -> io::Result<()> {
        match self.format {
            OutputFormat::Json => {
                write!(out, "{}", if first { "[\n" } else { ",\n" })?;
                write!(out, "{value}")
            }
            _ => writeln!(out, "{value}"),
        }
    }

    fn signed_value(&self, file: &SignedFile) -> Value {
        let signed = &file.signed;
        let parent = signed.parent.as_ref().map(|parent| match parent {
            Parent::Named { manifest } => json!({ "how": "named", "manifest_id": manifest }),
            Parent::Own { manifest, failures } => {
                json!({ "how": "own", "manifest_id": manifest, "failures": failures })
            }
        });
        let stamp = signed.time_stamp.as_ref().map(
            |token: &Token| json!({ "authority": token.authority, "time": moment(token.time) }),
        );
        json!({
            "schema": SCHEMA,
            "path": text(&file.input),
            "state": "signed",
            "output": file.output.as_deref().map(text),
            "sidecar": file.sidecar.as_deref().map(text),
            "media_type": signed.format.media_type(),
            "manifest_id": signed.manifest,
            "signer": self.signatory.name(),
            "organization": self.signatory.organization(),
            "source_type": signed.source_type,
            "bytes_added": signed.bytes_added,
            "manifest_bytes": signed.store.len(),
            "parent": parent,
            "timestamp": stamp,
            "trust": file.trusted,
        })
    }
}

fn failed_value(input: &Path, error: &str) -> Value {
    json!({
        "schema": SCHEMA,
        "path": text(input),
        "state": "not-signed",
        "error": error,
    })
}

fn shown(path: &Path) -> String {
    quotable(&text(path))
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn moment(unix: i64) -> String {
    OffsetDateTime::from_unix_timestamp(unix)
        .ok()
        .and_then(|time| time.format(&Rfc3339).ok())
        .unwrap_or_else(|| unix.to_string())
}
