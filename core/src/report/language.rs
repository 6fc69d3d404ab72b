//! Sentences in the reader's language, from Fluent files. A message's id is the finding's code
//! with dots as dashes.

use std::{borrow::Cow, fmt::Write as _};

use fluent_bundle::{
    FluentArgs, FluentError, FluentResource, FluentValue,
    concurrent::FluentBundle,
    resolver::{ResolverError, errors::ReferenceKind},
    types::FluentNumber,
};
use unic_langid::LanguageIdentifier;

use super::visible::quotable;
use crate::evidence::Code;

/// All files of one language, one a part of the report, as one text.
macro_rules! language_files {
    ($tag:literal) => {
        concat!(
            include_str!(concat!("lang/", $tag, "/asset.ftl")),
            include_str!(concat!("lang/", $tag, "/credentials.ftl")),
            include_str!(concat!("lang/", $tag, "/labels.ftl")),
            include_str!(concat!("lang/", $tag, "/watermark.ftl")),
            include_str!(concat!("lang/", $tag, "/registry.ftl")),
            include_str!(concat!("lang/", $tag, "/notChecked.ftl")),
            include_str!(concat!("lang/", $tag, "/said.ftl")),
            include_str!(concat!("lang/", $tag, "/tools.ftl")),
        )
    };
}

const ENGLISH: &str = language_files!("en");

/// A value for a placeholder of a sentence.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// Text that others wrote; made visible before it is shown.
    Text(&'a str),
    /// A sentence of ours, complete: neither cut nor isolated.
    Long(&'a str),
    /// A number, written with the language's plural forms.
    Count(u64),
}

/// The sentences of one language.
///
/// Built once per run; may be shared between threads.
pub struct Language {
    tag: &'static str,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Language {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("Language").field(&self.tag).finish()
    }
}

impl Language {
    /// Tags of the languages there are.
    pub const AVAILABLE: &'static [&'static str] = &["en"];

    /// The language with this tag (BCP 47), if there is one.
    #[must_use]
    pub fn with_tag(tag: &str) -> Option<Self> {
        (tag == "en").then(Self::english)
    }

    /// English.
    #[must_use]
    pub fn english() -> Self {
        let english: LanguageIdentifier = "en".parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![english]);
        // `quotable` isolates what needs it; invisible marks around every name would end up in
        // terminals that show them as boxes, and in scripts that compare sentences.
        bundle.set_use_isolating(false);
        // A resource with a syntax error still yields its other messages; a test refuses it.
        let resource = match FluentResource::try_new(ENGLISH.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Self { tag: "en", bundle }
    }

    /// The finding as a sentence, with its arguments in place.
    ///
    /// Arguments that the sentence has no placeholder for follow it in parentheses, so that
    /// nothing a detector found is lost; missing ones show as an ellipsis.
    #[must_use]
    pub fn message(&self, code: Code, arguments: &[(String, String)]) -> String {
        let (mut sentence, placeholders) = self.filled(code, arguments);
        let rest: Vec<String> = arguments
            .iter()
            .filter(|(name, value)| {
                // The subject of a certificate is part of the finding's place.
                !placeholders.contains(name) && !value.is_empty() && name != "subject"
            })
            .map(|(name, value)| appendix(name, value))
            .collect();
        if !rest.is_empty() {
            append(&mut sentence, &rest.join("; "));
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
            let shown = value.map_or_else(|| "…".to_owned(), |(_, value)| quotable(value));
            values.set(name.clone(), FluentValue::from(shown));
        }
        let sentence = self
            .format(&id, None, &values)
            .unwrap_or_else(|| code.as_str().to_owned());
        (sentence, placeholders)
    }

    /// The same sentence as it stands inside another one: without its full stop, and in English
    /// without its capital.
    #[must_use]
    pub fn clause<'a>(&self, sentence: &'a str) -> Cow<'a, str> {
        let clause = sentence.trim_end_matches('.');
        let mut characters = clause.chars();
        match (characters.next(), characters.next()) {
            (Some(first), Some(second))
                if first.is_ascii_uppercase() && (second.is_lowercase() || second == ' ') =>
            {
                Cow::Owned(format!(
                    "{}{second}{}",
                    first.to_ascii_lowercase(),
                    characters.as_str()
                ))
            }
            _ => Cow::Borrowed(clause),
        }
    }

    /// What a finding with this code means.
    #[must_use]
    pub fn meaning(&self, code: Code) -> String {
        self.attribute(code, "meaning")
    }

    /// What a finding with this code does not mean.
    #[must_use]
    pub fn does_not_mean(&self, code: Code) -> String {
        self.attribute(code, "not")
    }

    /// What to do about a finding with this code.
    #[must_use]
    pub fn next_step(&self, code: Code) -> String {
        self.attribute(code, "next")
    }

    /// A sentence of the report itself.
    #[must_use]
    pub fn sentence(&self, sentence: Sentence, values: &[(&str, Value<'_>)]) -> String {
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            match value {
                Value::Text(text) => arguments.set(*name, FluentValue::from(quotable(text))),
                Value::Long(text) => arguments.set(*name, FluentValue::from(*text)),
                Value::Count(count) => {
                    arguments.set(*name, FluentValue::from(FluentNumber::from(*count)));
                }
            }
        }
        self.format(sentence.id(), None, &arguments)
            .unwrap_or_else(|| sentence.id().to_owned())
    }

    fn attribute(&self, code: Code, attribute: &str) -> String {
        self.format(&message_id(code), Some(attribute), &FluentArgs::new())
            .unwrap_or_default()
    }

    fn format(
        &self,
        id: &str,
        attribute: Option<&str>,
        arguments: &FluentArgs<'_>,
    ) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut errors = Vec::new();
        let text: Cow<'_, str> = self
            .bundle
            .format_pattern(pattern, Some(arguments), &mut errors);
        Some(text.into_owned())
    }

    /// Names of the values that a sentence quotes: those that it misses when it is given none.
    fn placeholders(&self, id: &str) -> Vec<String> {
        let Some(pattern) = self.bundle.get_message(id).and_then(|found| found.value()) else {
            return Vec::new();
        };
        let mut errors = Vec::new();
        let _ = self.bundle.format_pattern(pattern, None, &mut errors);
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

/// A value that no placeholder takes. What explains itself goes without its name.
fn appendix(name: &str, value: &str) -> String {
    let value = quotable(value.trim_end_matches('.'));
    match name {
        "clause" | "detail" | "explanation" | "problem" | "rule" => value,
        _ => format!("{name}: {value}"),
    }
}

/// Puts `rest` in parentheses before the full stop.
fn append(sentence: &mut String, rest: &str) {
    let stop = sentence.ends_with('.');
    if stop {
        sentence.pop();
    }
    // Writing to a string cannot fail.
    let _ = write!(sentence, " ({rest})");
    if stop {
        sentence.push('.');
    }
}

/// `assertion.dataHash.match` is the message `assertion-dataHash-match`: Fluent has no dots in ids.
fn message_id(code: Code) -> String {
    code.as_str().replace('.', "-")
}

macro_rules! sentences {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal;)+) => {
        /// A sentence of the report itself, fixed in wording and translated as a whole.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Sentence {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Sentence {
            /// Every sentence.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Id of its message in the language files.
            const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }
        }
    };
}

sentences! {
    /// The signature holds and covers the whole file. `issuer`.
    Unchanged = "said-unchanged";
    /// The signature holds, and leaves bytes out. `bytes`.
    PartlyCovered = "said-partlyCovered";
    /// The content differs from what was signed. `issuer`, `reason`.
    Changed = "said-changed";
    /// The credential cannot be relied on. `reason`.
    Broken = "said-broken";
    /// No list in use vouches.
    UnknownIssuer = "said-unknownIssuer";
    /// There is no list.
    NoTrustList = "said-noTrustList";
    /// Nothing was found.
    NothingFound = "said-nothingFound";
    /// The same, short, for one line among many.
    NothingFoundLine = "said-nothingFoundLine";
    /// No credential, but a label.
    NoCredentialLine = "said-noCredentialLine";
    /// The asset could not be looked into. `reason`.
    CouldNotCheck = "said-couldNotCheck";
    /// Credentials were left out on request.
    CredentialsLeftOut = "said-credentialsLeftOut";
    /// How many further findings a line does not show. `count`.
    MoreFindings = "said-moreFindings";
    /// The issuer names nobody.
    UnnamedIssuer = "said-unnamedIssuer";

    /// The credential declares an origin. `origin`.
    OriginSigned = "origin-signed";
    /// A label declares an origin. `origin`.
    OriginLabelled = "origin-labelled";
    /// Witnesses disagree.
    OriginContradictory = "origin-contradictory";
    /// An origin in words.
    OriginCaptured = "origin-captured";
    /// An origin in words.
    OriginEdited = "origin-edited";
    /// An origin in words.
    OriginDigitalArt = "origin-digitalArt";
    /// An origin in words.
    OriginProcedural = "origin-procedural";
    /// An origin in words.
    OriginScreenCapture = "origin-screenCapture";
    /// An origin in words.
    OriginAiEdited = "origin-aiEdited";
    /// An origin in words.
    OriginAiGenerated = "origin-aiGenerated";
    /// An origin in words.
    OriginPossiblyAi = "origin-possiblyAi";

    /// The first line of a summary. `count`, `moment`, `states`.
    SummaryChecked = "summary-checked";
    /// What has no record. `list`.
    SummaryLeftOut = "summary-leftOut";
    /// `count` files are no media.
    SummaryNotMedia = "summary-notMedia";
    /// `count` manifests lie beside their assets.
    SummarySidecars = "summary-sidecars";
    /// `count` were excluded.
    SummaryExcluded = "summary-excluded";
    /// `count` links were not followed.
    SummaryLinks = "summary-links";
    /// `count` pipes and devices were not opened.
    SummarySpecial = "summary-special";
    /// The run was stopped early.
    SummaryInterrupted = "summary-interrupted";
    /// What `trusted` stands for.
    SummaryTrusted = "summary-trusted";
    /// What `invalid` stands for.
    SummaryInvalid = "summary-invalid";
    /// What `unreadable` stands for.
    SummaryUnreadable = "summary-unreadable";
    /// What no check looked at. `list`.
    SummaryNotChecked = "summary-notChecked";
    /// How to see more.
    SummaryNext = "summary-next";
    /// How to learn what a code means. `codes`.
    SummaryExplain = "summary-explain";
    /// Marks were looked for in `count` pictures and `found` in some; `expected` by accident.
    SummaryMarks = "summary-marks";
    /// `count` records meet `--fail-on`.
    SummaryPolicy = "summary-policy";

    /// Heading of a detail.
    HeadingFile = "heading-file";
    /// Heading of a detail.
    HeadingSigner = "heading-signer";
    /// Heading of a detail.
    HeadingTime = "heading-time";
    /// Heading of a detail.
    HeadingTrust = "heading-trust";
    /// Heading of a detail.
    HeadingGenerator = "heading-generator";
    /// Heading of a detail.
    HeadingSource = "heading-source";
    /// Heading of a detail.
    HeadingActions = "heading-actions";
    /// Heading of a detail.
    HeadingHistory = "heading-history";
    /// Heading of a detail.
    HeadingCertificates = "heading-certificates";
    /// Heading of a detail.
    HeadingNotCovered = "heading-notCovered";
    /// Heading of a detail.
    HeadingRemote = "heading-remote";
    /// Heading of a detail.
    HeadingMarks = "heading-marks";
    /// Heading of a detail.
    HeadingLabels = "heading-labels";
    /// Heading of a detail.
    HeadingFindings = "heading-findings";
    /// Heading of a detail.
    HeadingNotChecked = "heading-notChecked";

    /// A label was written. `fact`, `standards`.
    LabelWritten = "label-written";
    /// A changed file was signed again.
    SignedAgain = "tools-signedAgain";
    /// `count` personal data.
    PrivacyFound = "privacy-found";
    /// `count` personal data were taken out. `output`.
    PrivacyStripped = "privacy-stripped";
    /// What could not be taken out follows.
    PrivacyLeft = "privacy-left";

    /// Heading of an explanation.
    ExplainMeaning = "explain-meaning";
    /// Heading of an explanation.
    ExplainNot = "explain-not";
    /// Heading of an explanation.
    ExplainNext = "explain-next";
}

#[cfg(test)]
mod tests;
