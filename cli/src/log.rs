//! Notices on standard error: lines for people, or one JSON object a line for machines.

use std::{
    io::{self, Write},
    time::Instant,
};

use clap::ValueEnum;
use serde::Deserialize;
use serde_json::{Map, Value};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

/// How notices are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LogFormat {
    /// Lines for people
    #[default]
    Text,
    /// One JSON object a line
    Json,
}

/// Where notices go. Until the format is known, they wait.
pub(crate) struct Log<'a> {
    out: &'a mut dyn Write,
    format: Option<LogFormat>,
    /// What was written and is no whole line yet, or waits for the format.
    waiting: Vec<u8>,
    begun: (OffsetDateTime, Instant),
}

impl<'a> Log<'a> {
    /// Notices to `out`, of a run that began at `now`.
    pub(crate) fn new(out: &'a mut dyn Write, now: OffsetDateTime) -> Self {
        Self {
            out,
            format: None,
            waiting: Vec::new(),
            begun: (now, Instant::now()),
        }
    }

    /// From now on notices are written like that; those that waited come first.
    ///
    /// # Errors
    /// When they cannot be written.
    pub(crate) fn set_format(&mut self, format: LogFormat) -> io::Result<()> {
        self.format = Some(format);
        self.pass_on()
    }

    /// Notices are objects for machines.
    pub(crate) fn is_json(&self) -> bool {
        self.format == Some(LogFormat::Json)
    }

    /// Something that machines count and people see elsewhere; nothing in a log for people.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn event(
        &mut self,
        level: &str,
        event: &str,
        fields: impl IntoIterator<Item = (&'static str, Value)>,
    ) -> io::Result<()> {
        if !self.is_json() {
            return Ok(());
        }
        let mut object = self.object(level);
        object.insert("event".to_owned(), event.into());
        object.extend(
            fields
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value)),
        );
        self.line(&object)
    }

    fn object(&self, level: &str) -> Map<String, Value> {
        let (began, begun) = self.begun;
        let now = began.checked_add(begun.elapsed().try_into().unwrap_or_default());
        let time = now.unwrap_or(began).format(&Rfc3339).unwrap_or_default();
        let mut object = Map::new();
        object.insert("time".to_owned(), time.into());
        object.insert("level".to_owned(), level.into());
        object
    }

    fn line(&mut self, object: &Map<String, Value>) -> io::Result<()> {
        let mut line = serde_json::to_vec(object)?;
        line.push(b'\n');
        self.out.write_all(&line)
    }

    /// Writes what waits and can be written.
    fn pass_on(&mut self) -> io::Result<()> {
        match self.format {
            None => Ok(()),
            Some(LogFormat::Text) => self.out.write_all(&std::mem::take(&mut self.waiting)),
            Some(LogFormat::Json) => {
                while let Some(end) = self.waiting.iter().position(|byte| *byte == b'\n') {
                    let line: Vec<u8> = self.waiting.drain(..=end).collect();
                    let text = String::from_utf8_lossy(&line);
                    let mut object = self.object("notice");
                    let message = text.trim().trim_start_matches("hallmark: ");
                    object.insert("message".to_owned(), message.into());
                    self.line(&object)?;
                }
                Ok(())
            }
        }
    }
}

impl Write for Log<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.waiting.extend_from_slice(bytes);
        self.pass_on()?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Drop for Log<'_> {
    fn drop(&mut self) {
        if self.format.is_none() {
            // The settings were refused: what was said until then is for people.
            let _ = self.out.write_all(&self.waiting);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use serde_json::Value;
    use time::OffsetDateTime;

    use super::{Log, LogFormat};

    fn log(format: Option<LogFormat>) -> String {
        let mut out = Vec::new();
        let mut log = Log::new(&mut out, OffsetDateTime::UNIX_EPOCH);
        writeln!(log, "hallmark: one").unwrap();
        if let Some(format) = format {
            log.set_format(format).unwrap();
        }
        write!(log, "two and").unwrap();
        writeln!(log, " a half").unwrap();
        log.event("warning", "worker.ended", [("reason", "memory".into())])
            .unwrap();
        drop(log);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn machines_get_one_object_a_line() {
        let text = log(Some(LogFormat::Json));
        let lines: Vec<Value> = text
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(lines[0]["message"], "one");
        assert_eq!(lines[1]["message"], "two and a half");
        assert_eq!(lines[2]["event"], "worker.ended");
        assert_eq!(lines[2]["reason"], "memory");
        assert!(
            lines[0]["time"]
                .as_str()
                .unwrap()
                .starts_with("1970-01-01T")
        );
    }

    #[test]
    fn people_get_lines_whatever_happens() {
        let expected = "hallmark: one\ntwo and a half\n";
        assert_eq!(log(Some(LogFormat::Text)), expected);
        assert_eq!(log(None), expected);
    }
}
