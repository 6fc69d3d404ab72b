//! Bytes that the signature leaves out: a map of the file, and a table.

use maud::{Markup, html};

use crate::report::{Language, Record, Sentence};

/// Width of the map in its own units.
const WIDTH: f64 = 1000.0;
/// Least width of a range, so that one byte shows.
const LEAST: f64 = 3.0;

/// The map and the table; nothing when everything is covered.
pub(super) fn uncovered(record: &Record, language: &Language) -> Markup {
    let ranges = &record.credentials.not_covered;
    if ranges.is_empty() || record.bytes == 0 {
        return Markup::default();
    }
    let share = |bytes: u64| float(bytes) / float(record.bytes) * WIDTH;
    html! {
        h4 { (language.word(Sentence::HeadingNotCovered)) }
        svg.map viewBox="0 0 1000 20" preserveAspectRatio="none" role="img" aria-label=(language.word(Sentence::UncoveredAlt)) {
            rect.whole x="0" y="0" width="1000" height="20" {}
            @for range in ranges {
                rect.out x=(share(range.start)) y="0" width=(share(range.length).max(LEAST)) height="20" {}
            }
        }
        table {
            thead { tr {
                th scope="col" { (language.word(Sentence::UncoveredFrom)) }
                th scope="col" { (language.word(Sentence::UncoveredBytes)) }
                th scope="col" { (language.word(Sentence::UncoveredWhat)) }
            } }
            tbody {
                @for range in ranges {
                    tr {
                        td { (language.number(range.start)) }
                        td { (language.number(range.length)) }
                        td { (language.part(&range.what)) }
                    }
                }
            }
        }
    }
}

/// A number of bytes, for a drawing.
#[expect(
    clippy::as_conversions,
    reason = "files are shorter than the integers that floats hold exactly"
)]
const fn float(bytes: u64) -> f64 {
    bytes as f64
}
