//! Lines of text that fit a terminal.

use std::io::{self, Write};

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Closing marks that begin no line, in scripts without spaces (JIS X 4051 and GB/T 15834 name
/// them so).
const NOT_FIRST: &str = "。，、；：！？）」』”’》〉】…—";
/// Opening marks that end no line.
const NOT_LAST: &str = "（「『“‘《〈【";

/// Writes `text`, which begins in column `start`, broken before `columns`: between words, and in
/// scripts without spaces between characters. Further lines begin in column `indent`.
///
/// # Errors
/// When the writer fails.
pub fn wrap<W: Write + ?Sized>(
    out: &mut W,
    text: &str,
    start: usize,
    indent: usize,
    columns: usize,
) -> io::Result<()> {
    // On a terminal too narrow for the layout, an honest overlong line is all there is.
    let columns = columns.max(indent.saturating_add(20));
    let mut column = start;
    let mut first = true;
    for word in text.split(' ') {
        let mut gap = usize::from(!first);
        for piece in pieces(word) {
            let width = piece.width();
            if !first && column.saturating_add(gap).saturating_add(width) > columns {
                write!(out, "\n{:indent$}{piece}", "")?;
                column = indent.saturating_add(width);
            } else {
                write!(out, "{:gap$}{piece}", "")?;
                column = column.saturating_add(gap).saturating_add(width);
            }
            (first, gap) = (false, 0);
        }
        // A word may be empty: two spaces in a row.
        if word.is_empty() {
            write!(out, "{:gap$}", "")?;
            column = column.saturating_add(gap);
            first = false;
        }
    }
    writeln!(out)
}

/// A word, cut where a line may end inside it: beside wide characters.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let mut characters = rest.char_indices();
        let (_, mut last) = characters.next()?;
        let end = characters
            .find(|(_, next)| {
                let cut = (is_wide(last) || is_wide(*next))
                    && !NOT_FIRST.contains(*next)
                    && !NOT_LAST.contains(last)
                    && next.width() != Some(0);
                last = *next;
                cut
            })
            .map_or(rest.len(), |(end, _)| end);
        let (piece, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(piece)
    })
}

fn is_wide(character: char) -> bool {
    character.width() == Some(2)
}

#[cfg(test)]
mod tests {
    use super::wrap;

    fn wrapped(text: &str, start: usize) -> String {
        let mut out = Vec::new();
        wrap(&mut out, text, start, 4, 24).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn words_stay_whole_and_further_lines_are_indented() {
        assert_eq!(
            wrapped("one two three four five six", 4),
            "one two three four\n    five six\n"
        );
    }

    #[test]
    fn a_word_longer_than_a_line_stands_alone() {
        let word = "x".repeat(40);
        assert_eq!(
            wrapped(&format!("a {word} b"), 4),
            format!("a\n    {word}\n    b\n")
        );
    }

    #[test]
    fn chinese_breaks_between_characters_and_keeps_its_marks() {
        assert_eq!(
            wrapped("这张图片没有来源信息。多数图片都没有（abc def）。", 4),
            "这张图片没有来源信\n    息。多数图片都没有\n    （abc def）。\n"
        );
    }
}
