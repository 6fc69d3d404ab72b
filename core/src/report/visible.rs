//! Text that others wrote, made safe to show.
//!
//! Paths, certificate names and metadata may hold terminal escapes, line breaks, and characters
//! that reverse or hide the text around them (Unicode Technical Report 36, "Trojan Source"). Here
//! they become visible escapes, and nothing else changes.

use std::{borrow::Cow, fmt::Write as _};

/// Longest quotation in a sentence, in characters. A name in a certificate may be 64 KiB long; a
/// sentence is for reading.
const LONGEST_QUOTATION: usize = 160;

/// `text` with control, direction-changing and invisible characters written as escapes.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_treacherous) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len().saturating_add(16));
    for character in text.chars() {
        match character {
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' => shown.push_str("\\t"),
            '\u{1b}' => shown.push_str("\\e"),
            other if is_treacherous(other) => {
                let _ = write!(shown, "\\u{{{:x}}}", u32::from(other));
            }
            other => shown.push(other),
        }
    }
    Cow::Owned(shown)
}

/// `text` as it may stand inside a sentence: visible, cut when overlong, and, when it holds
/// right-to-left writing, isolated so that it cannot reorder its neighbours.
#[must_use]
pub fn quotable(text: &str) -> String {
    let shown = match text.char_indices().nth(LONGEST_QUOTATION) {
        Some((end, _)) => {
            let head = text.get(..end).unwrap_or_default();
            format!("{}…", visible(head))
        }
        None => visible(text).into_owned(),
    };
    if shown.contains(is_right_to_left) {
        format!("\u{2068}{shown}\u{2069}")
    } else {
        shown
    }
}

/// Characters that act on a display instead of standing in it.
fn is_treacherous(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            // Direction marks, embeddings, overrides, isolates (Unicode Annex 9).
            '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            // Line and paragraph separators.
            | '\u{2028}' | '\u{2029}'
            // Invisible: soft hyphen, zero-width space, word joiner and its kin, byte-order mark.
            | '\u{00ad}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{206a}'..='\u{206f}' | '\u{feff}'
            // Interlinear annotation, and tags that can smuggle whole sentences.
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// The blocks of right-to-left scripts (Unicode 16, roadmap to the right-to-left areas).
fn is_right_to_left(character: char) -> bool {
    matches!(
        character,
        '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
    )
}

#[cfg(test)]
mod tests {
    use super::{quotable, visible};

    #[test]
    fn ordinary_text_is_untouched() {
        assert_eq!(visible("Zoë 写真 👩‍🚒.jpg"), "Zoë 写真 👩‍🚒.jpg");
    }

    #[test]
    fn escapes_and_breaks_become_visible() {
        assert_eq!(visible("a\u{1b}[2Jb\nc\u{9b}"), "a\\e[2Jb\\nc\\u{9b}");
    }

    #[test]
    fn reversed_extension_becomes_visible() {
        assert_eq!(visible("photo\u{202e}gpj.exe"), "photo\\u{202e}gpj.exe");
    }

    #[test]
    fn right_to_left_names_are_isolated() {
        assert_eq!(quotable("דוד"), "\u{2068}דוד\u{2069}");
        assert_eq!(quotable("\u{2069}דוד"), "\u{2068}\\u{2069}דוד\u{2069}");
    }

    #[test]
    fn overlong_names_are_cut() {
        assert_eq!(quotable(&"x".repeat(100_000)).chars().count(), 161);
    }
}
