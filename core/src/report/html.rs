//! The report as a page: one file that needs nothing else, for a screen, for paper, and for a
//! reader who listens to it.
//!
//! Pages are built by `maud`, whose templates escape every value and are checked at compile time;
//! the only text that goes in as it is are the style and the script of this folder. A content
//! security policy allows these two by their hashes, images inside the page, and nothing else.

mod article;
mod chain;
mod compare;
mod findings;
mod forensic;
mod group;
mod page;
mod prose;
mod summary;
mod uncovered;

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Write},
};

use self::group::Group;
use super::{Language, PackRecord, Record, Report, Run, Summary, Word};

/// Writes one page.
///
/// What is said about the run comes first and is known last: the page is kept in memory until the
/// end, a few kilobytes a record and its small pictures.
#[derive(Debug)]
pub struct HtmlReport<'a, W> {
    out: W,
    run: Run,
    language: &'a Language,
    /// Finished articles, by group.
    articles: BTreeMap<Group, Vec<String>>,
    seen: Seen,
}

/// Sentences that the summary has for one thing that was not checked.
const REASONS: usize = 4;

/// Names and figures of a sentence.
type Arguments = Vec<(String, String)>;

/// What the page says about all records together.
#[derive(Debug, Default)]
struct Seen {
    /// How many records there are.
    records: u64,
    /// What no record's check looked at, with the values of its sentences; none when there are
    /// too many to tell.
    not_checked: BTreeMap<Word, BTreeSet<Arguments>>,
    /// Program and rules that judged.
    tools: BTreeSet<(String, String)>,
    /// Moments of judgement.
    moments: BTreeSet<String>,
    /// Packs that vouched.
    packs: BTreeSet<PackRecord>,
}

impl<'a, W: Write> HtmlReport<'a, W> {
    /// A page about `run` to `out`.
    pub fn new(out: W, run: Run, language: &'a Language) -> Self {
        Self {
            out,
            run,
            language,
            articles: BTreeMap::new(),
            seen: Seen::default(),
        }
    }
}

impl Seen {
    fn remember(&mut self, record: &Record) {
        self.records = self.records.saturating_add(1);
        for left_out in &record.not_checked {
            let known = self.not_checked.entry(left_out.what).or_default();
            if known.len() <= REASONS {
                known.insert(left_out.arguments.clone());
            }
        }
        let tool = &record.tool;
        self.tools
            .insert((tool.version.to_string(), tool.ruleset.to_string()));
        self.moments.insert(record.judged_at.clone());
        let trust = record.credentials.trust.as_ref();
        self.packs.extend(trust.map(|trust| PackRecord {
            name: trust.pack.clone(),
            date: trust.date.clone(),
        }));
    }
}

impl<W: Write> Report for HtmlReport<'_, W> {
    fn record(&mut self, record: &Record) -> io::Result<()> {
        self.seen.remember(record);
        let number = self.seen.records;
        let article = article::article(record, number, self.language);
        self.articles
            .entry(Group::of(record))
            .or_default()
            .push(article.into_string());
        Ok(())
    }

    fn finish(&mut self, summary: &Summary) -> io::Result<()> {
        let groups: Vec<(Group, usize)> = self
            .articles
            .iter()
            .map(|(group, articles)| (*group, articles.len()))
            .collect();
        let page = page::Page {
            run: &self.run,
            summary,
            seen: &self.seen,
            groups: &groups,
            language: self.language,
        };
        page.begin(&mut self.out)?;
        for (group, articles) in &self.articles {
            page.begin_group(&mut self.out, *group, articles.len())?;
            for article in articles {
                self.out.write_all(article.as_bytes())?;
            }
            page.end_group(&mut self.out)?;
        }
        page.end(&mut self.out)?;
        self.out.flush()
    }

    /// Nothing is written before the end.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
