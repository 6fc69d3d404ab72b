//! Words that records use for states, origins and codes, and how they are read back.
//!
//! A record that was written by this version, or an earlier one, holds only words of these lists.
//! A newer version may know more; its records are refused with the word that is not known here,
//! because a report that leaves a code out would say less than the record does.

use serde::{
    Deserialize, Deserializer,
    de::{Error, Unexpected},
};

use crate::{evidence::Code, report::SCHEMA};

/// A word of a fixed vocabulary.
pub type Word = &'static str;

const STATES: [Word; 6] = [
    "trusted",
    "valid",
    "invalid",
    "none",
    "unreadable",
    "not-checked",
];
const TIME_STAMPS: [Word; 3] = ["trusted", "untrusted", "none"];
const REVOCATIONS: [Word; 3] = ["not-checked", "stapled-good", "revoked"];
const MARKS: [Word; 4] = ["found", "damaged", "none", "not-checked"];
const FRAMES: [Word; 2] = ["canonical", "whole"];
const FOUND_BY: [Word; 2] = ["watermark", "fingerprint"];
const ORIGINS: [Word; 10] = [
    "captured",
    "edited",
    "digital-art",
    "procedural",
    "screen-capture",
    "ai-edited",
    "ai-generated",
    "possibly-ai",
    "undeclared",
    "contradictory",
];

/// The word of the list that is `text`.
fn among<E: Error>(words: &[Word], text: &str) -> Result<Word, E> {
    words
        .iter()
        .find(|word| **word == text)
        .copied()
        .ok_or_else(|| E::invalid_value(Unexpected::Str(text), &"a word of this version"))
}

macro_rules! readers {
    ($($name:ident = $words:expr;)+) => {
        $(pub(super) fn $name<'de, D: Deserializer<'de>>(from: D) -> Result<Word, D::Error> {
            among(&$words, &String::deserialize(from)?)
        })+
    };
}

readers! {
    schema = [SCHEMA];
    state = STATES;
    time_stamp = TIME_STAMPS;
    revocation = REVOCATIONS;
    mark = MARKS;
    frame = FRAMES;
    found_by = FOUND_BY;
    origin = ORIGINS;
}

fn known<E: Error>(text: &str) -> Result<Word, E> {
    Code::parse(text)
        .map(Code::as_str)
        .ok_or_else(|| E::invalid_value(Unexpected::Str(text), &"a code of this version"))
}

/// The code of a finding.
pub(super) fn code<'de, D: Deserializer<'de>>(from: D) -> Result<Word, D::Error> {
    known(&String::deserialize(from)?)
}

/// Codes of findings.
pub(super) fn codes<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Word>, D::Error> {
    let texts: Vec<String> = Vec::deserialize(from)?;
    texts.iter().map(|text| known(text)).collect()
}
