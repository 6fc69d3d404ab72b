//! What is said about published pictures.

use std::{
    io::{self, Write},
    path::Path,
};

use hallmark::{
    publish::{Mark, Published},
    report::{Language, Sentence, Value, visible::visible},
};
use serde_json::{Value as Json, json};

use crate::commands::{
    rewriting::shown,
    watermark::embed::{endurance_name, endurance_sentence, loss_name, loss_sentence, rounded},
};

/// Name and version of the JSON record.
const SCHEMA: &str = "hallmark.published/1";

/// Writes a line, or a few, for each picture.
pub(super) struct Report<'a> {
    json: bool,
    language: &'a Language,
}

impl<'a> Report<'a> {
    pub(super) const fn new(json: bool, language: &'a Language) -> Self {
        Self { json, language }
    }

    /// A picture was published.
    pub(super) fn published(
        &self,
        published: &Published,
        place: &Path,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        if self.json {
            return writeln!(out, "{}", record(published, place));
        }
        let language = self.language;
        let sentence = if published.already {
            Sentence::PublishedBefore
        } else {
            Sentence::Published
        };
        let said = language.sentence(sentence, &[("number", Value::Count(published.number))]);
        writeln!(out, "{}: {said}", shown(place))?;
        for line in self.lines(published) {
            writeln!(out, "  {line}")?;
        }
        Ok(())
    }

    fn lines(&self, published: &Published) -> Vec<String> {
        let language = self.language;
        let mut lines = Vec::new();
        match &published.mark {
            Mark::Written { id, report } => {
                let (payload, key) = (id.to_string(), report.key_id.to_string());
                let values = [
                    ("payload", Value::Text(payload.as_str())),
                    ("key", Value::Text(key.as_str())),
                ];
                lines.push(language.sentence(Sentence::MarkWritten, &values));
                lines.push(language.word(endurance_sentence(report.endurance)));
                let figures = [
                    ("psnr", Value::Figure(rounded(report.psnr, 10.0))),
                    ("ssim", Value::Figure(rounded(report.ssim, 1e3))),
                ];
                lines.push(language.sentence(Sentence::MarkQuality, &figures));
            }
            Mark::Impossible(reason) => {
                let values = [("reason", Value::Text(reason.as_str()))];
                lines.push(language.sentence(Sentence::PublishedWithoutMark, &values));
            }
        }
        let losses = published.losses.iter().map(|loss| loss_sentence(*loss));
        lines.extend(losses.map(|sentence| language.word(sentence)));
        let count = |data: &[_]| u64::try_from(data.len()).unwrap_or(u64::MAX);
        if !published.removed.is_empty() {
            let values = [("count", Value::Count(count(&published.removed)))];
            lines.push(language.sentence(Sentence::PublishedStripped, &values));
        }
        if !published.left.is_empty() {
            let names: Vec<&str> = published.left.iter().map(|one| one.name.as_str()).collect();
            let names = names.join(", ");
            let values = [("names", Value::Text(names.as_str()))];
            lines.push(language.sentence(Sentence::PublishedLeft, &values));
        }
        lines
    }

    /// A picture was not published.
    pub(super) fn failed(
        &self,
        path: &Path,
        reason: &str,
        out: &mut dyn Write,
        err: &mut dyn Write,
    ) -> io::Result<()> {
        if self.json {
            let record = json!({
                "schema": SCHEMA,
                "path": path.to_string_lossy(),
                "state": "not-published",
                "error": reason,
            });
            return writeln!(out, "{record}");
        }
        writeln!(err, "hallmark: {}: {}", shown(path), visible(reason))
    }
}

fn record(published: &Published, place: &Path) -> Json {
    let mark = match &published.mark {
        Mark::Written { id, report } => json!({
            "payload": id.to_string(),
            "key_id": report.key_id.to_string(),
            "psnr": rounded(report.psnr, 100.0),
            "ssim": rounded(report.ssim, 1e4),
            "endurance": endurance_name(report.endurance),
        }),
        Mark::Impossible(reason) => json!({ "payload": null, "reason": reason }),
    };
    let losses: Vec<&str> = published
        .losses
        .iter()
        .map(|loss| loss_name(*loss))
        .collect();
    json!({
        "schema": SCHEMA,
        "output": place.to_string_lossy(),
        "state": "published",
        "already": published.already,
        "manifest_id": published.manifest_id,
        "source_type": published.source_type,
        "mark": mark,
        "losses": losses,
        "removed": published.removed,
        "left": published.left,
        "number": published.number,
    })
}
