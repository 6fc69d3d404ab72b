//! Sentences in the reader's language, from Fluent files. A message's id is the finding's code
//! with dots as dashes.

mod files;
mod formats;
mod orthography;
mod sentence;

pub(super) use orthography::Orthography;
pub use sentence::Sentence;

use std::{borrow::Cow, sync::LazyLock};

use fluent_bundle::{
    FluentArgs, FluentError, FluentMessage, FluentResource, FluentValue,
    concurrent::FluentBundle,
    resolver::{ResolverError, errors::ReferenceKind},
    types::FluentNumber,
};
use unic_langid::LanguageIdentifier;

use self::{files::FILES, formats::Formats};
use super::visible::quotable;
use crate::evidence::Code;

/// Tag of the language that all others fall back to.
const FALLBACK: &str = "en";

/// Values of findings that are whole numbers; sentences choose their plural forms by them.
const COUNTS: [&str; 5] = ["bytes", "count", "depth", "limit", "seconds"];

/// Values of findings that are moments or days.
const MOMENTS: [&str; 4] = ["begins", "date", "expired", "signed"];

/// Values that stand for themselves in every language; others are words of English.
const NEUTRAL: [&str; 8] = [
    "clause",
    "code",
    "key",
    "manifests",
    "payload",
    "rule",
    "uri",
    "value",
];

/// Parts of an explanation: what something means, what it does not mean, what to do.
const ATTRIBUTES: [&str; 3] = ["meaning", "not", "next"];

/// A value for a placeholder of a sentence.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// Text that others wrote; made visible before it is shown.
    Text(&'a str),
    /// A sentence of ours, complete: neither cut nor isolated.
    Long(&'a str),
    /// A number, written with the language's plural forms.
    Count(u64),
    /// A number that nothing is counted by, with all its digits.
    Figure(f64),
    /// A moment (RFC 3339), or a day; shown as it is when it is neither.
    Moment(&'a str),
}

/// The sentences of one language.
///
/// Built once per run; may be shared between threads.
pub struct Language {
    tag: &'static str,
    bundle: FluentBundle<FluentResource>,
    formats: Formats,
    orthography: Orthography,
}

impl std::fmt::Debug for Language {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("Language").field(&self.tag).finish()
    }
}

impl Language {
    /// Tags of the languages there are (BCP 47).
    pub fn available() -> impl Iterator<Item = &'static str> {
        FILES.iter().map(|(tag, _)| *tag)
    }

    /// The language of a tag (BCP 47, `fr` or `fr-CA`) or of a locale as POSIX names it
    /// (`fr_CA.UTF-8`), if there is one. Regions, scripts and encodings make no difference.
    #[must_use]
    pub fn with_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next()?;
        FILES
            .iter()
            .find(|(tag, _)| tag.eq_ignore_ascii_case(primary))
            .map(|(tag, messages)| Self::new(tag, messages))
    }

    /// English, in which records are written.
    #[must_use]
    pub fn english() -> &'static Self {
        static ENGLISH: LazyLock<Language> = LazyLock::new(|| {
            let messages = FILES
                .iter()
                .find(|(tag, _)| *tag == FALLBACK)
                .map_or("", |(_, messages)| messages);
            Language::new(FALLBACK, messages)
        });
        &ENGLISH
    }

    fn new(tag: &'static str, messages: &str) -> Self {
        let orthography = Orthography::of(tag);
        let identifier: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // In a sentence that is read from right to left, every name and number must be isolated.
        // Elsewhere `quotable` isolates what needs it; invisible marks around every name would end
        // up in terminals that show them as boxes, and in scripts that compare sentences.
        bundle.set_use_isolating(orthography.right_to_left);
        bundle.set_formatter(Some(formats::in_sentences));
        // A resource with a syntax error still yields its other messages; a test refuses it.
        let resource = match FluentResource::try_new(messages.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Self {
            tag,
            bundle,
            formats: Formats::of(tag),
            orthography,
        }
    }

    /// Its tag (BCP 47).
    #[must_use]
    pub const fn tag(&self) -> &'static str {
        self.tag
    }

    /// Whether it is written from right to left.
    #[must_use]
    pub const fn is_right_to_left(&self) -> bool {
        self.orthography.right_to_left
    }

    /// How it is written.
    pub(super) const fn orthography(&self) -> &Orthography {
        &self.orthography
    }

    /// The finding as a sentence, with its arguments in place.
    ///
    /// Arguments that the sentence has no placeholder for follow it in parentheses: in English
    /// all of them, so that nothing a detector found is lost; elsewhere those that are no English
    /// words. Missing ones show as an ellipsis.
    #[must_use]
    pub fn message(&self, code: Code, arguments: &[(String, String)]) -> String {
        let (mut sentence, placeholders) = self.filled(code, arguments);
        let rest: Vec<String> = arguments
            .iter()
            .filter(|(name, value)| {
                // The subject of a certificate is part of the finding's place.
                !placeholders.contains(name) && !value.is_empty() && name != "subject"
            })
            .filter(|(name, _)| self.tag == FALLBACK || NEUTRAL.contains(&name.as_str()))
            .map(|(name, value)| self.appendix(name, value))
            .collect();
        if !rest.is_empty() {
            let rest = rest.join(self.orthography.semicolon);
            self.orthography.append(&mut sentence, &rest);
        }
        sentence
    }

    /// The same sentence, without what it has no placeholder for.
    #[must_use]
    pub fn brief(&self, code: Code, arguments: &[(String, String)]) -> String {
        self.filled(code, arguments).0
    }

    /// A code's sentence with its arguments in place, and the names of its placeholders.
    fn filled(&self, code: Code, arguments: &[(String, String)]) -> (String, Vec<String>) {
        let id = message_id(code);
        let placeholders = self.placeholders(&id);
        let mut values = FluentArgs::with_capacity(placeholders.len());
        for name in &placeholders {
            let value = arguments.iter().find(|(given, _)| given == name);
            let value = value.map_or(FluentValue::from("…"), |(_, value)| {
                self.argument(name, value)
            });
            values.set(name.clone(), value);
        }
        let sentence = self
            .format(&id, None, &values)
            .unwrap_or_else(|| code.as_str().to_owned())
            // What is left open at the end of a sentence ends it.
            .replace(&format!("…{}", self.orthography.stop), "…")
            .replace(&format!("…\u{2069}{}", self.orthography.stop), "…\u{2069}");
        (sentence, placeholders)
    }

    /// A value of a finding, as a sentence takes it.
    fn argument(&self, name: &str, value: &str) -> FluentValue<'static> {
        if COUNTS.contains(&name)
            && let Ok(count) = value.parse::<u64>()
        {
            return FluentValue::from(FluentNumber::from(count));
        }
        if value.is_empty() {
            return FluentValue::from("…");
        }
        if MOMENTS.contains(&name) {
            return FluentValue::from(self.moment(value));
        }
        FluentValue::from(quotable(value))
    }

    /// A value that no placeholder takes. What explains itself goes without its name.
    fn appendix(&self, name: &str, value: &str) -> String {
        let value = quotable(value.trim_end_matches('.'));
        match name {
            "clause" | "detail" | "explanation" | "problem" | "rule" => value,
            _ if self.tag == FALLBACK => format!("{name}: {value}"),
            _ => value,
        }
    }

    /// What a finding with this code means.
    #[must_use]
    pub fn meaning(&self, code: Code) -> String {
        self.attribute(&message_id(code), ATTRIBUTES[0])
    }

    /// What a finding with this code does not mean.
    #[must_use]
    pub fn does_not_mean(&self, code: Code) -> String {
        self.attribute(&message_id(code), ATTRIBUTES[1])
    }

    /// What to do about a finding with this code.
    #[must_use]
    pub fn next_step(&self, code: Code) -> String {
        self.attribute(&message_id(code), ATTRIBUTES[2])
    }

    /// A sentence of the report itself.
    #[must_use]
    pub fn sentence(&self, sentence: Sentence, values: &[(&str, Value<'_>)]) -> String {
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            let value = match value {
                Value::Text(text) => FluentValue::from(quotable(text)),
                // Isolated texts take their direction from their first letter outside of isolates of
                // their own; a list of isolated words has none.
                Value::Long(text) if self.is_right_to_left() => {
                    FluentValue::from(format!("\u{200f}{text}"))
                }
                Value::Long(text) => FluentValue::from(*text),
                Value::Count(count) => FluentValue::from(FluentNumber::from(*count)),
                Value::Figure(figure) => FluentValue::from(self.formats.figure(*figure)),
                Value::Moment(text) => FluentValue::from(self.moment(text)),
            };
            arguments.set(*name, value);
        }
        self.format(sentence.id(), None, &arguments)
            .unwrap_or_else(|| sentence.id().to_owned())
    }

    /// A word or phrase of the report that quotes nothing.
    #[must_use]
    pub fn word(&self, sentence: Sentence) -> String {
        self.sentence(sentence, &[])
    }

    /// The items of a list, as the language separates them.
    #[must_use]
    pub fn list<T: AsRef<str>>(&self, items: &[T]) -> String {
        self.orthography.list(items)
    }

    /// A whole number.
    #[must_use]
    pub fn number(&self, number: u64) -> String {
        self.formats.number(number)
    }

    /// A moment (RFC 3339) in UTC, or a day; what is neither is made safe to show.
    #[must_use]
    pub fn moment(&self, text: &str) -> String {
        self.formats.moment(text).unwrap_or_else(|| quotable(text))
    }

    /// What a sentence of the report means, what it does not mean, and what to do; empty texts
    /// where it needs no explanation.
    #[must_use]
    pub fn explanation(&self, sentence: Sentence) -> [String; 3] {
        ATTRIBUTES.map(|attribute| self.attribute(sentence.id(), attribute))
    }

    fn attribute(&self, id: &str, attribute: &str) -> String {
        self.format(id, Some(attribute), &FluentArgs::new())
            .unwrap_or_default()
    }

    /// The message, and the language that has it: this one, else English.
    fn get(&self, id: &str) -> Option<(&Self, FluentMessage<'_>)> {
        if let Some(message) = self.bundle.get_message(id) {
            return Some((self, message));
        }
        let english = (self.tag != FALLBACK).then(Self::english)?;
        Some((english, english.bundle.get_message(id)?))
    }

    fn format(
        &self,
        id: &str,
        attribute: Option<&str>,
        arguments: &FluentArgs<'_>,
    ) -> Option<String> {
        let (language, message) = self.get(id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut errors = Vec::new();
        let text: Cow<'_, str> =
            language
                .bundle
                .format_pattern(pattern, Some(arguments), &mut errors);
        Some(text.into_owned())
    }

    /// Names of the values that a sentence quotes: those that it misses when it is given none.
    fn placeholders(&self, id: &str) -> Vec<String> {
        let Some((language, message)) = self.get(id) else {
            return Vec::new();
        };
        let Some(pattern) = message.value() else {
            return Vec::new();
        };
        let mut errors = Vec::new();
        let _ = language.bundle.format_pattern(pattern, None, &mut errors);
        errors
            .into_iter()
            .filter_map(|error| match error {
                FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable {
                    id,
                })) => Some(id),
                _ => None,
            })
            .collect()
    }
}

/// `assertion.dataHash.match` is the message `assertion-dataHash-match`: Fluent has no dots in ids.
fn message_id(code: Code) -> String {
    code.as_str().replace('.', "-")
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod translations;
