//! The run as a whole: what it was, and what it came to.

use std::collections::BTreeMap;

use serde::Serialize;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use super::{Language, Record, Sentence, ToolRecord, Value};
use crate::{
    credentials::trust::TrustStore,
    picture::{ACCIDENTS_EXPECTED, significant},
};

/// Credential states, in the order in which people are told of them.
pub(super) const STATES: [&str; 6] = [
    "trusted",
    "valid",
    "invalid",
    "none",
    "unreadable",
    "not-checked",
];

/// What is known about a run before its first record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Run {
    /// Program and rules.
    pub tool: ToolRecord,
    /// The moment as of which is judged, RFC 3339, UTC.
    pub judged_at: String,
    /// Whether any trust list is in use.
    pub trust_list: bool,
    /// The trust packs in use, in order.
    pub trust: Vec<PackRecord>,
}

/// A pack of trust material, by name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct PackRecord {
    /// Its name.
    pub name: String,
    /// Its date, as written in it.
    pub date: Option<String>,
}

impl Run {
    /// A run of this library, judging as of `at`.
    #[must_use]
    pub fn new(at: OffsetDateTime, trust_list: bool) -> Self {
        Self {
            tool: ToolRecord::CURRENT,
            judged_at: at.format(&Rfc3339).unwrap_or_default(),
            trust_list,
            trust: Vec::new(),
        }
    }

    /// The run that a record comes from, as far as the record tells: which lists were in use, it
    /// does not.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        Self {
            tool: record.tool.clone(),
            judged_at: record.judged_at.clone(),
            trust_list: true,
            trust: Vec::new(),
        }
    }

    /// The same run, with the packs that it trusts.
    #[must_use]
    pub fn with_trust(mut self, store: &TrustStore) -> Self {
        self.trust = store
            .packs()
            .iter()
            .map(|pack| PackRecord {
                name: pack.name.clone(),
                date: pack.date.clone(),
            })
            .collect();
        self
    }
}

/// What a run came to. Counts of what has no record of its own come from whoever walked.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Summary {
    /// Records written.
    pub checked: u64,
    /// Records by credential state.
    pub states: BTreeMap<&'static str, u64>,
    /// Records by declared origin.
    pub origins: BTreeMap<&'static str, u64>,
    /// Records of pictures in which marks were looked for.
    pub marks_looked_for: u64,
    /// Records of pictures in which a mark was found, damaged ones included.
    pub marks_found: u64,
    /// How many of that many pictures would seem to carry a mark by accident, at most.
    pub accidental_marks_expected: f64,
    /// Records that a `--fail-on` item applies to.
    pub policy_findings: u64,
    /// Files in walked folders that are no media.
    pub not_media: u64,
    /// Manifest files used beside their assets.
    pub sidecars: u64,
    /// Files and folders left out by `--exclude`.
    pub excluded: u64,
    /// Symbolic links in walked folders; not followed.
    pub links: u64,
    /// Pipes, devices and sockets in walked folders; not opened.
    pub special: u64,
    /// The run was stopped before its end.
    pub interrupted: bool,
}

impl Summary {
    /// Counts one record.
    pub fn count(&mut self, record: &Record) {
        add(&mut self.checked);
        add(self.states.entry(record.credentials.state).or_default());
        add(self.origins.entry(record.origin).or_default());
        if record.watermark.state != "not-checked" {
            add(&mut self.marks_looked_for);
            // Counts of records stay far below the integers that floats hold exactly.
            let pictures = u32::try_from(self.marks_looked_for).map_or(f64::MAX, f64::from);
            self.accidental_marks_expected = significant(pictures * ACCIDENTS_EXPECTED, 2);
        }
        if !record.watermark.marks.is_empty() {
            add(&mut self.marks_found);
        }
    }

    /// Records of that state.
    #[must_use]
    pub fn state(&self, state: &str) -> u64 {
        self.states.get(state).copied().unwrap_or_default()
    }

    /// The run in sentences: what was checked, what has no record, and how it ended.
    #[must_use]
    pub fn sentences(&self, run: &Run, language: &Language) -> Vec<String> {
        let states = STATES
            .into_iter()
            .map(|state| (state, self.state(state)))
            .filter(|(_, count)| *count > 0)
            .map(|(state, count)| {
                let state = language.state(state);
                let values = [
                    ("count", Value::Count(count)),
                    ("state", Value::Long(&state)),
                ];
                language.sentence(Sentence::CountState, &values)
            })
            .collect::<Vec<_>>();
        let states = language.orthography().list(&states);
        let mut sentences = vec![language.sentence(
            Sentence::SummaryChecked,
            &[
                ("count", Value::Count(self.checked)),
                ("moment", Value::Moment(&run.judged_at)),
                ("states", Value::Long(&states)),
            ],
        )];
        let left_out = [
            (Sentence::SummaryNotMedia, self.not_media),
            (Sentence::SummarySidecars, self.sidecars),
            (Sentence::SummaryExcluded, self.excluded),
            (Sentence::SummaryLinks, self.links),
            (Sentence::SummarySpecial, self.special),
        ]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(sentence, count)| language.sentence(sentence, &[("count", Value::Count(count))]))
        .collect::<Vec<_>>();
        if !left_out.is_empty() {
            let left_out = language.orthography().list(&left_out);
            let list = [("list", Value::Long(&left_out))];
            sentences.push(language.sentence(Sentence::SummaryLeftOut, &list));
        }
        if self.marks_looked_for > 0 {
            sentences.push(language.sentence(
                Sentence::SummaryMarks,
                &[
                    ("count", Value::Count(self.marks_looked_for)),
                    ("found", Value::Count(self.marks_found)),
                    ("expected", Value::Figure(self.accidental_marks_expected)),
                ],
            ));
        }
        if self.policy_findings > 0 {
            let count = [("count", Value::Count(self.policy_findings))];
            sentences.push(language.sentence(Sentence::SummaryPolicy, &count));
        }
        if self.interrupted {
            sentences.push(language.sentence(Sentence::SummaryInterrupted, &[]));
        }
        sentences
    }
}

fn add(count: &mut u64) {
    *count = count.saturating_add(1);
}
