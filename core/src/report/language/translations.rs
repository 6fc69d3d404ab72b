//! Every language says all that English says, with the same values, and claims no more.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey},
    parser,
};

use super::{FALLBACK, Language, files::FILES};

/// What one text of a language file holds: a message, or one of its parts.
#[derive(Debug, Default)]
struct Text {
    /// Names of the values quoted or chosen by.
    values: BTreeSet<String>,
    /// For each choice: what it is made by, and its keys.
    choices: Vec<(String, BTreeSet<String>)>,
    /// The words, variants after each other.
    words: String,
}

impl Text {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.words.push_str(value),
                PatternElement::Placeable { expression } => self.choose(expression),
            }
        }
    }

    fn choose(&mut self, expression: &Expression<&str>) {
        let mut value_of = |expression: &InlineExpression<&str>| match expression {
            InlineExpression::VariableReference { id } => {
                self.values.insert(id.name.to_owned());
                id.name.to_owned()
            }
            other => panic!("no plain value: {other:?}"),
        };
        match expression {
            Expression::Inline(inline) => {
                value_of(inline);
                self.words.push('…');
            }
            Expression::Select { selector, variants } => {
                let by = value_of(selector);
                let keys = variants
                    .iter()
                    .map(|variant| match &variant.key {
                        VariantKey::Identifier { name }
                        | VariantKey::NumberLiteral { value: name } => (*name).to_owned(),
                    })
                    .collect();
                self.choices.push((by, keys));
                for variant in variants {
                    self.words.push(' ');
                    self.read(&variant.value);
                }
            }
        }
    }
}

/// All texts of a language by id (`id` or `id.part`).
fn texts(files: &str) -> BTreeMap<String, Text> {
    let resource = parser::parse(files).expect("the files have no syntax errors");
    let mut texts = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let parts = message
            .value
            .iter()
            .map(|pattern| (message.id.name.to_owned(), pattern))
            .chain(message.attributes.iter().map(|attribute| {
                (
                    format!("{}.{}", message.id.name, attribute.id.name),
                    &attribute.value,
                )
            }));
        for (id, pattern) in parts {
            let mut text = Text::default();
            text.read(pattern);
            assert!(texts.insert(id.clone(), text).is_none(), "{id} twice");
        }
    }
    texts
}

fn english() -> BTreeMap<String, Text> {
    texts(FILES.iter().find(|(tag, _)| *tag == FALLBACK).unwrap().1)
}

fn translations() -> impl Iterator<Item = (&'static str, BTreeMap<String, Text>)> {
    FILES
        .iter()
        .filter(|(tag, _)| *tag != FALLBACK)
        .map(|(tag, files)| (*tag, texts(files)))
}

/// Plural forms of whole numbers (Unicode CLDR, supplemental/plurals).
fn plurals(tag: &str) -> &'static [&'static str] {
    match tag {
        "ar" => &["zero", "one", "two", "few", "many", "other"],
        "ru" => &["one", "few", "many", "other"],
        "zh" => &["other"],
        _ => &["one", "other"],
    }
}

#[test]
fn every_language_has_every_message_and_no_other() {
    let english: BTreeSet<String> = english().into_keys().collect();
    for (tag, texts) in translations() {
        let there: BTreeSet<String> = texts.into_keys().collect();
        let missing: Vec<_> = english.difference(&there).collect();
        assert!(missing.is_empty(), "{tag} lacks {missing:?}");
        let unused: Vec<_> = there.difference(&english).collect();
        assert!(
            unused.is_empty(),
            "{tag} has {unused:?}, which nothing uses"
        );
    }
}

#[test]
fn every_language_quotes_the_same_values() {
    let english = english();
    for (tag, texts) in translations() {
        for (id, text) in &texts {
            assert_eq!(text.values, english[id].values, "{tag}, {id}");
        }
    }
}

#[test]
fn plurals_have_the_forms_of_their_language() {
    let english = english();
    for (tag, texts) in translations() {
        let forms = plurals(tag);
        for (id, text) in &texts {
            for (by, keys) in &text.choices {
                let of_english = english[id].choices.iter().find(|(other, _)| other == by);
                let (_, of_english) = of_english.unwrap_or_else(|| panic!("{tag}, {id}: {by}"));
                let zero = of_english.contains("0");
                assert_eq!(keys.contains("0"), zero, "{tag}, {id}: the case of none");
                for key in keys {
                    let known = key == "0" || key == "many" || forms.contains(&key.as_str());
                    assert!(known, "{tag}, {id}: no number of this language is '{key}'");
                }
                if of_english.contains("one") {
                    for form in forms {
                        // A case of its own for none leaves nothing to the form for zero.
                        let there = keys.contains(*form) || (*form == "zero" && zero);
                        assert!(there, "{tag}, {id}: numbers that are '{form}' have no form");
                    }
                }
            }
            if forms.len() > 1 {
                let chosen = |text: &Text| text.choices.len();
                assert_eq!(chosen(text), chosen(&english[id]), "{tag}, {id}: choices");
            }
        }
    }
}

#[test]
fn sentences_end_as_the_language_ends_them() {
    let english = english();
    for (tag, texts) in translations() {
        let stop = Language::with_tag(tag).unwrap().orthography().stop;
        for (id, text) in &texts {
            let ends = english[id].words.trim_end().ends_with('.');
            assert_eq!(
                text.words.trim_end().ends_with(stop),
                ends,
                "{tag}, {id}: {}",
                text.words
            );
        }
    }
}

#[test]
fn commands_and_flags_are_those_of_english() {
    fn commands(words: &str) -> BTreeSet<String> {
        let quoted = words.split('`').skip(1).step_by(2).map(str::to_owned);
        let flags = words
            .split(|character: char| !(character.is_ascii_alphanumeric() || character == '-'))
            .filter(|word| word.starts_with("--"))
            .map(str::to_owned);
        quoted.chain(flags).collect()
    }
    let english = english();
    for (tag, texts) in translations() {
        for (id, text) in &texts {
            let expected = commands(&english[id].words);
            assert_eq!(commands(&text.words), expected, "{tag}, {id}");
        }
    }
}

/// Words that claim more than any check can show: real, fake, authentic, proves, guaranteed, as
/// each language says them.
const FORBIDDEN: [(&str, &[&str]); 8] = [
    (
        "ar",
        &[
            "حقيقي",
            "حقيقية",
            "حقيقة",
            "أصيل",
            "أصيلة",
            "أصلي",
            "أصلية",
            "مزيف",
            "مزيفة",
            "زائف",
            "زائفة",
            "يثبت",
            "تثبت",
            "إثبات",
            "مضمون",
            "مضمونة",
            "يضمن",
            "تضمن",
        ],
    ),
    (
        "az",
        &[
            "real",
            "realdır",
            "həqiqi",
            "həqiqidir",
            "əsl",
            "saxta",
            "saxtadır",
            "sübut",
            "sübutdur",
            "zəmanət",
            "zəmanətli",
            "orijinal",
            "autentik",
        ],
    ),
    (
        "en",
        &[
            "real",
            "fake",
            "authentic",
            "proves",
            "guaranteed",
            "guarantees",
        ],
    ),
    (
        "es",
        &[
            "real",
            "reales",
            "verdadero",
            "verdadera",
            "falso",
            "falsa",
            "auténtico",
            "auténtica",
            "demuestra",
            "demuestran",
            "prueba",
            "prueban",
            "garantiza",
            "garantizan",
            "garantizado",
            "garantizada",
        ],
    ),
    (
        "fa",
        &[
            "واقعی",
            "حقیقی",
            "اصیل",
            "جعلی",
            "قلابی",
            "تقلبی",
            "اثبات",
            "تضمین",
            "تضمینی",
        ],
    ),
    (
        "fr",
        &[
            "réel",
            "réelle",
            "réels",
            "réelles",
            "vrai",
            "vraie",
            "vrais",
            "vraies",
            "faux",
            "fausse",
            "fausses",
            "authentique",
            "authentiques",
            "prouve",
            "prouvent",
            "garanti",
            "garantie",
            "garantit",
            "garantissent",
        ],
    ),
    (
        "ru",
        &[
            "настоящий",
            "настоящая",
            "настоящее",
            "настоящие",
            "реальный",
            "реальное",
            "реально",
            "подлинный",
            "подлинная",
            "подлинное",
            "подлинно",
            "фальшивый",
            "фальшивка",
            "поддельный",
            "поддельная",
            "доказывает",
            "доказывают",
            "доказано",
            "гарантирует",
            "гарантировано",
            "гарантия",
        ],
    ),
    (
        "zh",
        &[
            "真实", "真的", "假的", "真品", "赝品", "造假", "证明", "保证", "担保",
        ],
    ),
];

/// Where such a word stands all the same, and why.
const ALLOWED: [(&str, &str, &str, &str); 13] = [
    (
        "ar",
        "said-nothingFound",
        "حقيقية",
        "says that nothing follows about it",
    ),
    (
        "az",
        "said-nothingFound",
        "real",
        "says that nothing follows about it",
    ),
    (
        "en",
        "said-nothingFound",
        "real",
        "says that nothing follows about it",
    ),
    (
        "es",
        "said-nothingFound",
        "real",
        "says that nothing follows about it",
    ),
    (
        "fa",
        "said-nothingFound",
        "واقعی",
        "says that nothing follows about it",
    ),
    (
        "fr",
        "said-nothingFound",
        "réelle",
        "says that nothing follows about it",
    ),
    (
        "ru",
        "said-nothingFound",
        "реально",
        "says that nothing follows about it",
    ),
    (
        "zh",
        "said-nothingFound",
        "真实",
        "says that nothing follows about it",
    ),
    ("es", "marking-survivesCopying", "prueba", "means a trial"),
    (
        "es",
        "marking-survivesCompression",
        "prueba",
        "means a trial",
    ),
    ("es", "marking-survivesHalfSize", "prueba", "means a trial"),
    (
        "ru",
        "registry-id-conflict.not",
        "поддельный",
        "says that it does not follow",
    ),
    (
        "ru",
        "registry-bundle-signerUnknown.not",
        "поддельный",
        "says that it does not follow",
    ),
];

#[test]
fn no_word_claims_more_than_can_be_shown() {
    let mut used = BTreeSet::new();
    for (tag, files) in FILES {
        let (_, forbidden) = FORBIDDEN.iter().find(|(other, _)| *other == tag).unwrap();
        for (id, text) in texts(files) {
            let words = text.words.to_lowercase();
            let mut found: Vec<&str> = words
                .split(|character: char| !character.is_alphabetic())
                .filter(|word| forbidden.contains(word))
                .collect();
            if tag == "zh" {
                // Words are not set apart.
                found = forbidden
                    .iter()
                    .copied()
                    .filter(|word| words.contains(word))
                    .collect();
            }
            for word in found {
                let allowed = ALLOWED
                    .iter()
                    .position(|(t, i, w, _)| (*t, *i, *w) == (tag, id.as_str(), word));
                assert!(allowed.is_some(), "{tag}, {id} says '{word}'");
                used.extend(allowed);
            }
        }
    }
    assert_eq!(
        used.len(),
        ALLOWED.len(),
        "an exception is not needed any more"
    );
}

/// `spec/glossary.md` fixes how each term of the field is translated: every word that it gives
/// stands in the files of its language.
#[test]
fn the_glossary_is_kept() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/glossary.md");
    let page = fs::read_to_string(path).unwrap();
    let mut rows = page
        .lines()
        .filter_map(|line| line.strip_prefix("| "))
        .map(|line| line.trim_end_matches(" |").split(" | ").collect::<Vec<_>>());
    let head = rows.next().unwrap();
    let tags: Vec<&str> = head.iter().map(|cell| cell.trim_matches('`')).collect();
    let languages: BTreeMap<&str, String> = FILES
        .iter()
        .map(|(tag, files)| {
            let words: Vec<String> = texts(files)
                .into_values()
                .map(|text| text.words.to_lowercase())
                .collect();
            (*tag, words.join("\n"))
        })
        .collect();
    assert_eq!(
        tags[1..].iter().copied().collect::<BTreeSet<_>>(),
        languages.keys().copied().collect()
    );
    let mut terms = 0;
    for row in rows {
        assert_eq!(row.len(), tags.len(), "{row:?}");
        terms += 1;
        for (tag, cell) in tags.iter().zip(&row).skip(1) {
            for word in cell.split([',', '、', '،']).map(str::trim) {
                let there = languages[tag].contains(&word.to_lowercase());
                assert!(there, "{tag} never says '{word}' for '{}'", row[0]);
            }
        }
    }
    assert!(terms >= 40, "{terms} terms");
}
