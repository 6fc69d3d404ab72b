//! JUnit XML, for build servers: one test case an asset.
//!
//! An asset fails when the policy of the run names something that was found in it, and errs when
//! it could not be checked; everything else passes. A test suite states its counts before its
//! cases, so records are held back in suites of at most [`SUITE`].

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use quick_xml::escape::escape;

use super::{Record, Report, Summary, visible::visible};

/// Test cases in a suite: enough to be few, few enough to be held.
const SUITE: usize = 1000;

/// What the policy of a run says about a record: each condition that it meets, in words.
pub type Failures<'a> = Box<dyn Fn(&Record) -> Vec<String> + 'a>;

/// Writes a test suite for every `SUITE` records.
pub struct JunitReport<'a, W> {
    out: W,
    failures: Failures<'a>,
    cases: String,
    counts: Counts,
    suites: u64,
    begun: bool,
}

/// What a suite states about its cases.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    tests: usize,
    failures: usize,
    errors: usize,
    milliseconds: f64,
}

impl<W: std::fmt::Debug> std::fmt::Debug for JunitReport<'_, W> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("JunitReport")
            .field("out", &self.out)
            .field("counts", &self.counts)
            .finish_non_exhaustive()
    }
}

impl<'a, W: Write> JunitReport<'a, W> {
    /// A report to `out`; `failures` says what the policy finds in a record.
    pub const fn new(out: W, failures: Failures<'a>) -> Self {
        Self {
            out,
            failures,
            cases: String::new(),
            counts: Counts {
                tests: 0,
                failures: 0,
                errors: 0,
                milliseconds: 0.0,
            },
            suites: 0,
            begun: false,
        }
    }

    fn begin(&mut self) -> io::Result<()> {
        if !self.begun {
            self.begun = true;
            self.out.write_all(
                b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"hallmark\">\n",
            )?;
        }
        Ok(())
    }

    /// Writes the suite in hand, if it has cases.
    fn suite(&mut self) -> io::Result<()> {
        self.begin()?;
        if self.counts.tests == 0 {
            return Ok(());
        }
        self.suites = self.suites.saturating_add(1);
        let Counts {
            tests,
            failures,
            errors,
            milliseconds,
        } = std::mem::take(&mut self.counts);
        writeln!(
            self.out,
            "<testsuite name=\"hallmark {}\" tests=\"{tests}\" failures=\"{failures}\" \
             errors=\"{errors}\" skipped=\"0\" time=\"{:.6}\">",
            self.suites,
            milliseconds / 1e3,
        )?;
        self.out.write_all(self.cases.as_bytes())?;
        self.cases.clear();
        self.out.write_all(b"</testsuite>\n")
    }

    /// Adds a test case.
    fn case(&mut self, record: &Record) -> std::fmt::Result {
        let failures = (self.failures)(record);
        let unreadable = record.credentials.state == "unreadable";
        self.counts.tests = self.counts.tests.saturating_add(1);
        self.counts.milliseconds += record.elapsed_ms;
        write!(
            self.cases,
            "<testcase classname=\"{}\" name=\"{}\" time=\"{:.6}\">",
            text(record.media_type.as_deref().unwrap_or("unknown")),
            text(&record.path),
            record.elapsed_ms / 1e3,
        )?;
        let (element, kind) = if !failures.is_empty() {
            self.counts.failures = self.counts.failures.saturating_add(1);
            ("failure", failures.join(" "))
        } else if unreadable {
            self.counts.errors = self.counts.errors.saturating_add(1);
            ("error", "unreadable".to_owned())
        } else {
            return writeln!(self.cases, "</testcase>");
        };
        writeln!(
            self.cases,
            "<{element} type=\"{}\" message=\"credentials: {}\">",
            text(&kind),
            record.credentials.state,
        )?;
        for finding in &record.findings {
            writeln!(self.cases, "{}: {}", finding.code, text(&finding.message))?;
        }
        writeln!(self.cases, "</{element}></testcase>")
    }
}

impl<W: Write> Report for JunitReport<'_, W> {
    fn record(&mut self, record: &Record) -> io::Result<()> {
        self.case(record).map_err(io::Error::other)?;
        if self.counts.tests >= SUITE {
            self.suite()?;
        }
        Ok(())
    }

    fn finish(&mut self, _: &Summary) -> io::Result<()> {
        self.suite()?;
        self.out.write_all(b"</testsuites>\n")?;
        self.out.flush()
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Text of others inside XML: controls, which XML 1.0 cannot hold, are shown as escapes, and so
/// are the two characters of the basic plane that it leaves out.
fn text(raw: &str) -> String {
    let shown = visible(raw)
        .replace('\u{fffe}', "\\u{fffe}")
        .replace('\u{ffff}', "\\u{ffff}");
    escape(shown.as_str()).into_owned()
}

#[cfg(test)]
mod tests {
    use quick_xml::{Reader, events::Event};

    use super::{JunitReport, SUITE};
    use crate::report::{
        Record, Report, Summary,
        tests::{finding, record},
    };

    fn written(records: &[Record]) -> String {
        let mut out = Vec::new();
        let invalid = |record: &Record| {
            let met = record.credentials.state == "invalid";
            met.then(|| "invalid".to_owned()).into_iter().collect()
        };
        let mut report = JunitReport::new(&mut out, Box::new(invalid));
        for record in records {
            report.record(record).unwrap();
        }
        report.finish(&Summary::default()).unwrap();
        drop(report);
        String::from_utf8(out).unwrap()
    }

    /// Names of the elements that begin, and the attributes of each, as an XML reader sees them.
    fn elements(xml: &str) -> Vec<(String, Vec<(String, String)>)> {
        let mut reader = Reader::from_str(xml);
        let mut elements = Vec::new();
        loop {
            match reader.read_event().unwrap() {
                Event::Eof => return elements,
                Event::Start(element) => {
                    let attributes = element
                        .attributes()
                        .map(Result::unwrap)
                        .map(|attribute| {
                            let key = String::from_utf8(attribute.key.0.to_vec()).unwrap();
                            let raw = String::from_utf8(attribute.value.to_vec()).unwrap();
                            let value = quick_xml::escape::unescape(&raw).unwrap().into_owned();
                            (key, value)
                        })
                        .collect();
                    let name = String::from_utf8(element.name().0.to_vec()).unwrap();
                    elements.push((name, attributes));
                }
                _ => {}
            }
        }
    }

    fn attribute(element: &(String, Vec<(String, String)>), name: &str) -> String {
        let found = element.1.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    }

    #[test]
    fn the_policy_fails_cases_and_what_could_not_be_read_errs() {
        let mut invalid = record("a.jpg", "invalid");
        invalid
            .findings
            .push(finding(crate::evidence::Code::DataHashMismatch));
        let xml = written(&[
            invalid,
            record("b.jpg", "unreadable"),
            record("c.jpg", "none"),
        ]);
        let all = elements(&xml);
        let suite = all.iter().find(|(name, _)| name == "testsuite").unwrap();
        let counts = ["tests", "failures", "errors"].map(|name| attribute(suite, name));
        assert_eq!(counts, ["3", "1", "1"]);
        assert!(xml.contains("assertion.dataHash.mismatch: "), "{xml}");
        assert_eq!(all.iter().filter(|(name, _)| name == "testcase").count(), 3);
    }

    #[test]
    fn names_cannot_leave_their_attribute() {
        let name = "a\"><failure/>&\u{1b}]0;\u{7}\u{ffff}<!--.jpg";
        let all = elements(&written(&[record(name, "none")]));
        assert_eq!(all.len(), 3, "{all:?}");
        let shown = attribute(all.last().unwrap(), "name");
        assert!(shown.starts_with("a\"><failure/>&\\e]0;"), "{shown}");
    }

    #[test]
    fn suites_are_bounded_and_none_is_empty() {
        let xml = written(&vec![record("a.jpg", "none"); SUITE + 1]);
        assert_eq!(xml.matches("<testsuite ").count(), 2);
        let xml = written(&vec![record("a.jpg", "none"); SUITE]);
        assert_eq!(xml.matches("<testsuite ").count(), 1);
        assert_eq!(written(&[]).matches("<testsuite ").count(), 0);
    }
}
