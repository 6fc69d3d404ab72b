//! What detectors look at: a file's metadata blocks, each read once.

use super::{Forgeability, Label, LabelKind, SourceType, exif as tags};
use crate::{
    asset::{
        MetadataBlock, MetadataKind,
        exif::{self, Field},
        iptc,
        xmp::{self, Property},
    },
    evidence::{Confidence, Finding, Place},
};

/// Longest text that is looked into: 1 MiB, the most that a label may take.
const TEXT: usize = 1 << 20;

/// Labels kept of one file.
const LABELS: usize = 64;

/// Longest value that is quoted.
pub(super) const VALUE: usize = 256;

/// Words without which a packet holds nothing that is looked for: such packets are not read.
const WORDS: [&str; 10] = [
    "DigitalSource",
    "AISystem",
    "AIPrompt",
    "AIGC",
    ":Credit",
    "reve.com",
    "provenance",
    "Orientation",
    "DateCreated",
    "ModifyDate",
];

/// A text with where it stands.
pub(super) struct Text<'a> {
    /// Its keyword, when it has one.
    pub(super) keyword: Option<&'a str>,
    /// Its content.
    pub(super) text: String,
    /// The part that holds it.
    pub(super) part: &'a str,
}

/// A file's metadata, read.
pub(super) struct Material<'a> {
    /// XMP properties, with the part that holds each.
    pub(super) properties: Vec<(Property, &'a str)>,
    /// EXIF fields, with the part that holds each.
    pub(super) fields: Vec<(Field, &'a str)>,
    /// Texts.
    pub(super) texts: Vec<Text<'a>>,
    /// IPTC-IIM credits (2:110), with the part that holds each.
    pub(super) credits: Vec<(String, &'a str)>,
}

impl<'a> Material<'a> {
    /// Reads the blocks, as far as labels may stand in them.
    pub(super) fn read(metadata: &'a [MetadataBlock]) -> Self {
        let mut material = Self {
            properties: Vec::new(),
            fields: Vec::new(),
            texts: Vec::new(),
            credits: Vec::new(),
        };
        for block in metadata {
            let part = block.part.as_str();
            match block.kind {
                MetadataKind::Xmp => {
                    if WORDS.iter().any(|word| xmp::mentions(&block.bytes, word)) {
                        let packet = xmp::read(&block.bytes);
                        let found = packet
                            .properties
                            .into_iter()
                            .map(|property| (property, part));
                        material.properties.extend(found);
                    }
                }
                MetadataKind::Exif => {
                    let fields = exif::read(&block.bytes)
                        .into_iter()
                        .map(|field| (field, part));
                    material.fields.extend(fields);
                }
                MetadataKind::Text => material.texts.push(Text {
                    keyword: block.keyword(),
                    text: decode(block.bytes.get(..TEXT).unwrap_or(&block.bytes)),
                    part,
                }),
                MetadataKind::Iptc => {
                    let credits = credits(&block.bytes)
                        .into_iter()
                        .map(|credit| (credit, part));
                    material.credits.extend(credits);
                }
            }
        }
        material
    }

    /// The text of that keyword.
    pub(super) fn text(&self, keyword: &str) -> Option<&Text<'a>> {
        self.texts.iter().find(|text| text.keyword == Some(keyword))
    }

    /// Texts of the EXIF field of that number, with their places.
    pub(super) fn tag(&self, number: u16) -> impl Iterator<Item = (String, Place)> {
        self.fields
            .iter()
            .filter(move |(field, _)| field.tag == number && tags::is_own(field))
            .map(|(field, part)| (tags::text(field), place(part, tags::name(field.tag))))
    }
}

/// What detectors have found so far.
#[derive(Default)]
pub(super) struct Found {
    /// Labels in order.
    pub(super) labels: Vec<Label>,
    /// What is odd about them.
    pub(super) findings: Vec<Finding>,
}

impl Found {
    /// Adds a label, unless the file has too many.
    pub(super) fn add(&mut self, label: Label) {
        if self.labels.len() < LABELS {
            self.labels.push(label);
        }
    }

    /// Adds a trace of a generator: text that anybody could have written.
    pub(super) fn trace(
        &mut self,
        kind: LabelKind,
        value: &str,
        meaning: SourceType,
        maker: &str,
        place: Place,
    ) {
        self.add(Label {
            kind,
            value: quote(value),
            meaning: Some(meaning),
            place,
            forgeability: Forgeability::GeneratorPattern,
            confidence: Confidence::Strong,
            maker: Some(maker.to_owned()),
        });
    }
}

/// Where in a part something stands.
pub(super) fn place(part: &str, name: &str) -> Place {
    Place::Part {
        path: format!("{part}/{name}"),
    }
}

/// The part itself.
pub(super) fn whole(part: &str) -> Place {
    Place::Part {
        path: part.to_owned(),
    }
}

/// A value, shortened for quoting.
pub(super) fn quote(value: &str) -> String {
    value.trim().chars().take(VALUE).collect()
}

/// Text in UTF-8, or else in Latin-1.
pub(super) fn decode(bytes: &[u8]) -> String {
    match str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        // A limit may have cut the last character.
        Err(error) if error.error_len().is_none() => String::from_utf8_lossy(bytes).into_owned(),
        Err(_) => bytes.iter().copied().map(char::from).collect(),
    }
}

/// The credits (record 2, data set 110) among IPTC-IIM records.
fn credits(records: &[u8]) -> Vec<String> {
    iptc::read(records)
        .into_iter()
        .filter(|set| (set.record, set.number) == (2, 110))
        .map(|set| decode(set.value))
        .collect()
}
