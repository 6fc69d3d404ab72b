#![allow(
    clippy::arithmetic_side_effects,
    reason = "positions in source text of our own"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_bundle::FluentResource;

use super::{FALLBACK, Language, Sentence, Value, files::FILES, message_id};
use crate::evidence::Code;

/// Codes whose values come from a helper, out of sight of `values_passed`.
const RAISED_BY_HELPERS: [(Code, &[&str]); 25] = [
    // parent/describe.rs, `ParentFile::not_checked`.
    (Code::NotCheckedParent, &["detail"]),
    // registry/error.rs and registry/mod.rs: errors and answers that carry a code.
    (Code::RegistryIdConflict, &["what"]),
    (Code::RegistryRevoked, &["what"]),
    (Code::RegistryVersionUnknown, &["what"]),
    (Code::RegistryDamaged, &["what"]),
    (Code::RegistryUnavailable, &["what"]),
    // asset/draft.rs, `Draft::find`.
    (Code::AssetMalformed, &["what"]),
    (Code::AssetTruncated, &["what"]),
    // credentials/path.rs, `validity_finding`.
    (Code::CertificateExpiredNoTimeStamp, &["expired"]),
    (Code::CertificateNotYetValid, &["begins"]),
    // verdict/contradictions.rs, `between_labels`.
    (Code::LabelsDisagree, &["first", "second"]),
    (Code::CredentialCapturedLabelGenerated, &["first", "second"]),
    (Code::CredentialCapturedMarkGenerated, &["first", "second"]),
    // verdict/recovery.rs, `Judged::report`.
    (Code::RecoveryFound, &["registry", "issuer"]),
    (Code::RecoveryChanged, &["registry", "issuer", "count"]),
    (Code::RecoveryUncompared, &["registry", "issuer"]),
    (Code::RecoveryOtherPicture, &["registry"]),
    (Code::RecoveryManifestFails, &["registry", "code"]),
    (Code::RecoveryNotNamed, &["registry"]),
    // picture/decode.rs, `because`.
    (Code::NotCheckedPixelsFormat, &["format"]),
    (Code::NotCheckedPixelsLimit, &["size"]),
    (Code::NotCheckedPixelsUnreadable, &["detail"]),
    (Code::NotCheckedPixelsFew, &["size"]),
    (Code::NotCheckedPixelsTime, &["size"]),
    // verdict/credentials.rs, `unread_bindings`.
    (Code::NotCheckedSoftBinding, &["value"]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The files of English.
fn english_files() -> &'static str {
    FILES.iter().find(|(tag, _)| *tag == FALLBACK).unwrap().1
}

/// Ids of all messages with their lines, attributes included.
fn messages() -> BTreeMap<String, Vec<&'static str>> {
    let mut messages: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
    let mut current = String::new();
    for line in english_files()
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        if let Some((id, _)) = line.split_once(" = ")
            && !line.starts_with(' ')
        {
            assert!(!messages.contains_key(id), "{id} stands there twice");
            current = id.to_owned();
        }
        if !line.is_empty() {
            messages.entry(current.clone()).or_default().push(line);
        }
    }
    messages
}

#[test]
fn the_file_has_no_syntax_errors() {
    FluentResource::try_new(english_files().to_owned()).unwrap();
}

#[test]
fn every_code_is_explained() {
    let english = Language::english();
    for code in Code::ALL {
        let message = english.message(*code, &[]);
        assert_ne!(message, code.as_str(), "{code} has no sentence");
        assert!(message.ends_with(['.', '…']), "{code}: {message}");
        for (part, text) in [
            ("meaning", english.meaning(*code)),
            ("not", english.does_not_mean(*code)),
            ("next", english.next_step(*code)),
        ] {
            assert!(
                text.ends_with('.'),
                "{code} lacks .{part}, or its full stop"
            );
            assert!(!text.contains('$'), "{code}.{part} quotes a value");
        }
    }
}

#[test]
fn every_sentence_has_a_message_and_every_message_is_used() {
    let messages = messages();
    let used: BTreeSet<String> = Code::ALL
        .iter()
        .map(|code| message_id(*code))
        .chain(
            Sentence::ALL
                .iter()
                .map(|sentence| sentence.id().to_owned()),
        )
        .collect();
    let there: BTreeSet<String> = messages.into_keys().collect();
    assert_eq!(
        used.difference(&there).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "missing"
    );
    assert_eq!(
        there.difference(&used).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "unused"
    );
}

#[test]
fn fixed_sentences_stand_as_agreed() {
    let english = Language::english();
    let say = |sentence, values: &[(&str, Value<'_>)]| english.sentence(sentence, values);
    assert_eq!(
        say(Sentence::Unchanged, &[("issuer", Value::Text("X"))]),
        "This file has not changed since “X” issued it."
    );
    assert_eq!(
        say(Sentence::PartlyCovered, &[("bytes", Value::Count(1234))]),
        "The picture holds, but 1,234 bytes (metadata) are not covered."
    );
    assert_eq!(
        say(
            Sentence::Broken,
            &[("reason", Value::Long("the claim is missing"))]
        ),
        "The credential itself is broken (the claim is missing); nothing follows from that about \
         the picture."
    );
    assert_eq!(
        say(Sentence::UnknownIssuer, &[]),
        "Issued by someone your trust list does not know."
    );
    assert_eq!(
        say(Sentence::NoTrustList, &[]),
        "You have no trust list yet; `hallmark trust add FILE` adds one."
    );
    assert_eq!(
        say(Sentence::NothingFound, &[]),
        "No provenance information found. Most genuine pictures have none; this says nothing \
         about whether the picture is real."
    );
}

#[test]
fn values_are_quoted_and_nothing_is_lost() {
    let english = Language::english();
    let pairs = |pairs: &[(&str, &str)]| {
        pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect::<Vec<_>>()
    };
    let message = english.message(
        Code::RemoteManifestNotFetched,
        &pairs(&[("url", "http://x\n")]),
    );
    assert!(message.contains("“http://x\\n”"), "{message}");
    let message = english.message(
        Code::StoreMalformed,
        &pairs(&[
            ("detail", "box at 12."),
            ("count", "3"),
            ("subject", "CN=x"),
        ]),
    );
    assert_eq!(
        message,
        "The credentials cannot be read (box at 12; count: 3)."
    );
}

#[test]
fn an_open_end_ends_the_sentence() {
    for tag in Language::available() {
        let language = Language::with_tag(tag).unwrap();
        let said = language.message(Code::NotCheckedPixelsFormat, &[]);
        let said = said.replace('\u{2069}', "");
        assert!(
            !said.contains("….") && !said.contains("…。"),
            "{tag}: {said}"
        );
    }
}

#[test]
fn plurals_follow_the_number() {
    let english = Language::english();
    let left_out =
        |count| english.sentence(Sentence::SummaryExcluded, &[("count", Value::Count(count))]);
    assert_eq!(left_out(1), "1 entry excluded");
    assert_eq!(left_out(2), "2 entries excluded");
}

/// The values that the sources pass with each code: `Code::Name` and the `.with("value"` that
/// follow it in the same statement.
fn values_passed() -> BTreeMap<String, BTreeSet<String>> {
    fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && path.file_name().unwrap() != "report" {
                sources(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let mut files = Vec::new();
    sources(&root().join("core/src"), &mut files);
    sources(&root().join("cli/src"), &mut files);
    let mut passed: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files {
        let text = fs::read_to_string(file).unwrap();
        let text = text.split("\nmod tests").next().unwrap();
        for statement in text.split(';') {
            let mut code = None;
            for (start, _) in statement.match_indices(['C', '.']) {
                let rest = &statement[start..];
                if let Some(name) = rest.strip_prefix("Code::") {
                    let end = name.find(|character: char| !character.is_alphanumeric());
                    code = Some(name[..end.unwrap_or(name.len())].to_owned());
                } else if let (Some(values), Some(code)) = (rest.strip_prefix(".with("), &code)
                    && let Some(name) = values.trim_start().strip_prefix('"')
                {
                    let name = name.split('"').next().unwrap().to_owned();
                    passed.entry(code.clone()).or_default().insert(name);
                }
            }
        }
    }
    passed
}

#[test]
fn sentences_quote_only_what_findings_pass() {
    let english = Language::english();
    let passed = values_passed();
    assert!(
        passed.len() > 10,
        "the sources were not understood: {passed:?}"
    );
    for code in Code::ALL {
        let known = passed.get(&format!("{code:?}"));
        let by_helper = RAISED_BY_HELPERS.iter().find(|(raised, _)| raised == code);
        for value in english.placeholders(&message_id(*code)) {
            let is_passed = known.is_some_and(|values| values.contains(&value))
                || by_helper.is_some_and(|(_, values)| values.contains(&value.as_str()));
            assert!(is_passed, "{code} quotes ${value}, which no finding passes");
        }
    }
}

/// `just codes` rewrites the page.
#[test]
fn codes_document_is_current() {
    let page = codes_document();
    let path = root().join("spec/codes.md");
    if std::env::var_os("HALLMARK_UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &page).unwrap();
    }
    let there = fs::read_to_string(&path)
        .unwrap_or_default()
        .replace('\r', "");
    assert!(
        there == page,
        "spec/codes.md is out of date: run `just codes`"
    );
}

fn codes_document() -> String {
    let english = Language::english();
    let mut page = String::from(
        "# Finding codes\n\n\
         Made from the codes and their English sentences by `just codes`; do not edit. Codes are\n\
         added, never renamed. Values in braces come from the file. `hallmark explain CODE` prints\n\
         the same on a terminal.\n",
    );
    for code in Code::ALL {
        let sentence = messages()[&message_id(*code)][0]
            .split_once(" = ")
            .unwrap()
            .1;
        let sentence = sentence.replace("{ $", "{").replace(" }", "}");
        page.push_str(&format!(
            "\n## {code}\n\n{sentence}\n\n\
             - Severity: {}. Confidence: {}.\n\
             - It means: {}\n- It does not mean: {}\n- What to do: {}\n",
            word(&code.severity()),
            word(&code.confidence()),
            english.meaning(*code),
            english.does_not_mean(*code),
            english.next_step(*code),
        ));
    }
    page
}

/// The word of a severity or confidence in records.
fn word(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).unwrap();
    value.as_str().unwrap().to_owned()
}
