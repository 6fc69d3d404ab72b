//! The page around the articles.

use std::io::{self, Write};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use super::{Seen, group::Group, prose::prose, summary::summary};
use crate::report::{Language, PackRecord, Run, Sentence, Summary, Value};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("page.js");

/// What the page says besides its articles.
pub(super) struct Page<'a> {
    pub(super) run: &'a Run,
    pub(super) summary: &'a Summary,
    pub(super) seen: &'a Seen,
    /// Groups that there are, in order, with their number of files.
    pub(super) groups: &'a [(Group, usize)],
    pub(super) language: &'a Language,
}

impl Page<'_> {
    /// Everything before the first group.
    pub(super) fn begin(&self, out: &mut impl Write) -> io::Result<()> {
        let language = self.language;
        let title = language.sentence(
            Sentence::PageTitle,
            &[("count", Value::Count(self.seen.records))],
        );
        let moment = [("moment", Value::Moment(&self.run.judged_at))];
        let direction = if language.is_right_to_left() {
            "rtl"
        } else {
            "ltr"
        };
        let head = html! {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (title) " – hallmark" }
                style { (PreEscaped(STYLE)) }
            }
        };
        // Elements that end after the articles are opened by hand.
        write!(
            out,
            "{}<html lang=\"{}\" dir=\"{direction}\">{}<body>",
            DOCTYPE.into_string(),
            language.tag(),
            head.into_string()
        )?;
        let top = html! {
            a.skip href="#files" { (language.word(Sentence::PageSkip)) }
            header {
                p.brand { bdi { "hallmark" } }
                h1 { (title) }
                p.lead { (language.sentence(Sentence::PageLead, &moment)) }
            }
            svg.patterns aria-hidden="true" width="0" height="0" {
                pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    rect width="3" height="6" {}
                }
            }
        };
        let summary = summary(self).into_string();
        write!(
            out,
            "{}<main>{summary}<div id=\"files\">",
            top.into_string()
        )
    }

    /// The beginning of a group.
    pub(super) fn begin_group(
        &self,
        out: &mut impl Write,
        group: Group,
        count: usize,
    ) -> io::Result<()> {
        let anchor = group.anchor();
        let heading = html! {
            h2 id=(anchor) {
                (self.language.word(group.heading())) " "
                span.count { (self.number(count)) }
            }
        };
        let heading = heading.into_string();
        write!(out, "<section aria-labelledby=\"{anchor}\">{heading}")
    }

    /// The end of a group.
    pub(super) fn end_group(&self, out: &mut impl Write) -> io::Result<()> {
        out.write_all(b"</section>")
    }

    /// Everything after the last group.
    pub(super) fn end(&self, out: &mut impl Write) -> io::Result<()> {
        let about = self.about().into_string();
        let script = html! { script { (PreEscaped(SCRIPT)) } };
        let script = script.into_string();
        writeln!(out, "</div></main>{about}{script}</body></html>")
    }

    /// A number of files.
    pub(super) fn number(&self, count: usize) -> String {
        self.language
            .number(u64::try_from(count).unwrap_or(u64::MAX))
    }

    fn about(&self) -> Markup {
        let language = self.language;
        let (trust, packs): (_, Vec<&PackRecord>) = if !self.run.trust.is_empty() {
            (Sentence::AboutTrustInUse, self.run.trust.iter().collect())
        } else if !self.seen.packs.is_empty() {
            (Sentence::AboutTrust, self.seen.packs.iter().collect())
        } else {
            (Sentence::AboutNoTrust, Vec::new())
        };
        let own = &self.run.judged_at;
        let moments = self.seen.moments.iter().filter(|moment| *moment != own);
        html! {
            footer {
                h2 { (language.word(Sentence::PageAbout)) }
                p { (language.word(Sentence::AboutLimits)) }
                p { (language.word(trust)) }
                @if !packs.is_empty() {
                    ul { @for pack in packs { li { (self.pack(pack)) } } }
                }
                @for moment in [own].into_iter().chain(moments) {
                    p { (language.sentence(Sentence::AboutMoment, &[
                        ("moment", Value::Moment(moment)),
                        ("utc", Value::Text(moment)),
                    ])) }
                }
                @for (version, ruleset) in &self.seen.tools {
                    p { (language.sentence(Sentence::AboutTool, &[
                        ("version", Value::Text(version)),
                        ("ruleset", Value::Text(ruleset)),
                    ])) }
                }
                p { (prose(&language.sentence(Sentence::AboutRepeat, &[("utc", Value::Long(own))]))) }
            }
        }
    }

    fn pack(&self, pack: &PackRecord) -> Markup {
        let name = self.language.quoted(&pack.name);
        let pack_name = ("pack", Value::Long(name.as_str()));
        let said = match &pack.date {
            Some(date) => self.language.sentence(
                Sentence::AboutPack,
                &[pack_name, ("date", Value::Moment(date))],
            ),
            None => self
                .language
                .sentence(Sentence::AboutPackUndated, &[pack_name]),
        };
        html! { bdi { (said) } }
    }
}

/// What the page may load: its own style and script, by their hashes, and images inside it.
fn policy() -> String {
    let hash = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text));
    format!(
        "default-src 'none'; img-src data:; style-src 'sha256-{}'; script-src 'sha256-{}'; \
         base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
}
