//! How a language is written: what stands between sentences, clauses and the items of a list.

use std::borrow::Cow;

/// The habits of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Orthography {
    /// Ends a sentence.
    pub(crate) stop: char,
    /// Between two sentences.
    pub(crate) between_sentences: &'static str,
    /// Between the items of a list of equals.
    pub(crate) comma: &'static str,
    /// Between the items of a list whose items may hold commas.
    pub(crate) semicolon: &'static str,
    /// Before and after an aside that follows a text.
    pub(crate) aside: [&'static str; 2],
    /// Before and after a quotation.
    pub(crate) quotation: [&'static str; 2],
    /// Written from right to left.
    pub(crate) right_to_left: bool,
    /// `I` and `i` are letters of their own: `ı` and `İ` are their partners.
    dotless_i: bool,
}

const LATIN: Orthography = Orthography {
    stop: '.',
    between_sentences: " ",
    comma: ", ",
    semicolon: "; ",
    aside: [" (", ")"],
    quotation: ["“", "”"],
    right_to_left: false,
    dotless_i: false,
};

impl Orthography {
    /// The habits of the language with this tag; those of English where none are known.
    pub(super) fn of(tag: &str) -> Self {
        let guillemets = ["«", "»"];
        // Between a guillemet and its content French has a narrow no-break space (Lexique des
        // règles typographiques, Imprimerie nationale).
        let spaced_guillemets = ["«\u{202f}", "\u{202f}»"];
        match tag {
            "ar" | "fa" => Self {
                comma: "، ",
                semicolon: "؛ ",
                quotation: guillemets,
                right_to_left: true,
                ..LATIN
            },
            "az" => Self {
                dotless_i: true,
                ..LATIN
            },
            "es" | "ru" => Self {
                quotation: guillemets,
                ..LATIN
            },
            "fr" => Self {
                quotation: spaced_guillemets,
                semicolon: "\u{202f}; ",
                ..LATIN
            },
            "zh" => Self {
                stop: '。',
                between_sentences: "",
                comma: "、",
                semicolon: "；",
                aside: ["（", "）"],
                ..LATIN
            },
            _ => LATIN,
        }
    }

    /// A sentence as it stands inside another one: without its full stop and, where the script
    /// has capitals, without the one at its beginning. Abbreviations and names with a capital
    /// inside keep theirs.
    pub(crate) fn clause<'a>(&self, sentence: &'a str) -> Cow<'a, str> {
        let clause = sentence.trim_end_matches([self.stop, '.']);
        let mut characters = clause.chars();
        match (characters.next(), characters.next()) {
            (Some(first), Some(second))
                if first.is_uppercase()
                    && (second.is_lowercase() || matches!(second, ' ' | '\'' | '’')) =>
            {
                let mut lowered = String::with_capacity(clause.len());
                match first {
                    'I' if self.dotless_i => lowered.push('ı'),
                    'İ' => lowered.push('i'),
                    first => lowered.extend(first.to_lowercase()),
                }
                lowered.push(second);
                lowered.push_str(characters.as_str());
                Cow::Owned(lowered)
            }
            _ => Cow::Borrowed(clause),
        }
    }

    /// A clause as a sentence of its own again.
    pub(crate) fn stopped(&self, clause: &str) -> String {
        format!("{clause}{}", self.stop)
    }

    /// The items of a list of equals.
    pub(crate) fn list<T: AsRef<str>>(&self, items: &[T]) -> String {
        joined(items, self.comma)
    }

    /// Sentences after each other.
    pub(crate) fn sentences<T: AsRef<str>>(&self, sentences: &[T]) -> String {
        joined(sentences, self.between_sentences)
    }

    /// A quotation; `text` is made safe to show by the caller.
    pub(crate) fn quoted(&self, text: &str) -> String {
        let [before, after] = self.quotation;
        format!("{before}{text}{after}")
    }

    /// Puts an aside at the end of a text, before its full stop.
    pub(crate) fn append(&self, text: &mut String, aside: &str) {
        let stop = text.ends_with(self.stop);
        if stop {
            text.pop();
        }
        let [before, after] = self.aside;
        text.push_str(before);
        text.push_str(aside);
        text.push_str(after);
        if stop {
            text.push(self.stop);
        }
    }
}

fn joined<T: AsRef<str>>(items: &[T], between: &str) -> String {
    items
        .iter()
        .map(AsRef::as_ref)
        .collect::<Vec<_>>()
        .join(between)
}

#[cfg(test)]
mod tests {
    use super::Orthography;

    #[test]
    fn a_clause_loses_what_made_it_a_sentence() {
        let clause = |tag, sentence| Orthography::of(tag).clause(sentence).into_owned();
        assert_eq!(
            clause("en", "The content is not what was signed."),
            "the content is not what was signed"
        );
        assert_eq!(clause("en", "A name."), "a name");
        assert_eq!(clause("en", "EXIF says so."), "EXIF says so");
        assert_eq!(clause("fr", "L'image est là."), "l'image est là");
        assert_eq!(clause("az", "İmza uyğun deyil."), "imza uyğun deyil");
        assert_eq!(clause("az", "Işıq."), "ışıq");
        assert_eq!(clause("ru", "Подпись не сходится."), "подпись не сходится");
        assert_eq!(clause("zh", "签名不符。"), "签名不符");
        assert_eq!(clause("ar", "التوقيع غير صالح."), "التوقيع غير صالح");
    }

    #[test]
    fn an_aside_stands_before_the_full_stop() {
        for (tag, text, together) in [
            ("en", "It is so.", "It is so (why)."),
            ("zh", "是这样。", "是这样（why）。"),
            ("en", "so", "so (why)"),
        ] {
            let mut said = text.to_owned();
            Orthography::of(tag).append(&mut said, "why");
            assert_eq!(said, together);
        }
    }
}
