//! What a pipeline kept, altered and stripped: one file before it and after it.
//!
//! A platform that re-encodes pictures may drop what says where they come from, and rules ask it
//! not to (`spec/profiles.md`). Nothing is judged here; two files are laid beside each other.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    io::{self, Read as _, SeekFrom},
};

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::{
    asset::{MetadataKind, PartKind, Source, exif, iptc, walk_everything, xmp},
    credentials::CredentialEvidence,
    limits::Limits,
    verdict::{CredentialState, Statement},
};

/// Longest value that is told, in characters.
const VALUE: usize = 200;

/// What kind of thing was looked for in both files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A Content Credential.
    Credential,
    /// A label that says how the content was made.
    Label,
    /// A mark in the pixels.
    Watermark,
    /// The container's format.
    Format,
    /// Width and height.
    Dimensions,
    /// The colour profile.
    ColourProfile,
    /// A field of EXIF.
    Exif,
    /// A property of XMP.
    Xmp,
    /// A data set of IPTC-IIM.
    Iptc,
    /// Text in no structure.
    Text,
}

impl Kind {
    /// Its name in records.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Credential => "credential",
            Self::Label => "label",
            Self::Watermark => "watermark",
            Self::Format => "format",
            Self::Dimensions => "dimensions",
            Self::ColourProfile => "colour-profile",
            Self::Exif => "exif",
            Self::Xmp => "xmp",
            Self::Iptc => "iptc",
            Self::Text => "text",
        }
    }

    /// Whether it tells where the content comes from: what rules ask platforms to keep.
    #[must_use]
    pub const fn is_provenance(self) -> bool {
        matches!(self, Self::Credential | Self::Label | Self::Watermark)
    }
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It is there as it was.
    Kept,
    /// It is there and says something else.
    Altered,
    /// It is gone.
    Stripped,
    /// It was not there before.
    Added,
}

impl Outcome {
    /// Its name in records.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Altered => "altered",
            Self::Stripped => "stripped",
            Self::Added => "added",
        }
    }
}

/// One thing, before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Item {
    /// What kind of thing.
    pub kind: Kind,
    /// Which one.
    pub name: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Its value before, shortened.
    pub before: Option<String>,
    /// Its value after, shortened.
    pub after: Option<String>,
}

/// What the pixels of both files have to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pixels {
    /// They look the same.
    Alike,
    /// They look different.
    Different,
    /// One of them could not be looked at.
    Unknown,
}

/// Both files, laid beside each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// Everything that either file has, by kind and name.
    pub items: Vec<Item>,
    /// The pixels.
    pub pixels: Pixels,
    /// Bits of 256 in which their fingerprints differ.
    pub distance: Option<u32>,
}

impl Comparison {
    /// How many items of that kind ended so.
    #[must_use]
    pub fn count(&self, kind: Kind, outcome: Outcome) -> usize {
        let of = |item: &&Item| item.kind == kind && item.outcome == outcome;
        self.items.iter().filter(of).count()
    }

    /// What tells where the content comes from and did not come through as it was.
    pub fn lost(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| {
            item.kind.is_provenance()
                && matches!(item.outcome, Outcome::Stripped | Outcome::Altered)
        })
    }
}

/// What is in one file.
#[derive(Clone, Debug)]
pub struct Side {
    fields: BTreeMap<(Kind, String), String>,
    /// The number that the last field of a name got, where the name came more than once.
    repeated: BTreeMap<(Kind, String), u64>,
    pdq: Option<(crate::fingerprint::pdq::Pdq, u8)>,
}

impl Side {
    /// What is in a file, of which this was stated.
    ///
    /// # Errors
    /// Only when `source` cannot be read.
    pub fn of(
        statement: &Statement,
        source: &mut dyn Source,
        length: u64,
        limits: &Limits,
    ) -> io::Result<Self> {
        let mut side = Self {
            fields: BTreeMap::new(),
            repeated: BTreeMap::new(),
            pdq: statement
                .evidence
                .fingerprint
                .as_ref()
                .map(|fingerprint| (fingerprint.pdq, fingerprint.quality)),
        };
        side.provenance(statement);
        side.metadata(source, length, limits)?;
        Ok(side)
    }

    /// Adds a field. The same field several times: each counts, in order, with its number behind
    /// the name. Numbers go on where the last one of that name ended, because a file may repeat one
    /// name a million times; a number is passed over at most once, by a name that is written so.
    fn add(&mut self, kind: Kind, name: impl Into<String>, value: &str) {
        let plain = (kind, name.into());
        if let Entry::Vacant(first) = self.fields.entry(plain.clone()) {
            first.insert(value.to_owned());
            return;
        }
        let last = self.repeated.get(&plain).copied().unwrap_or(1);
        let free = (last.saturating_add(1)..)
            .map(|number| (number, (kind, format!("{} ({number})", plain.1))))
            .find(|(_, numbered)| !self.fields.contains_key(numbered));
        if let Some((number, numbered)) = free {
            self.fields.insert(numbered, value.to_owned());
            self.repeated.insert(plain, number);
        }
    }

    fn provenance(&mut self, statement: &Statement) {
        let credentials = &statement.credentials;
        if matches!(statement.evidence.credentials, CredentialEvidence::Store(_)) {
            let state = match credentials.state {
                CredentialState::Trusted | CredentialState::Valid => "holds",
                _ => "does not hold",
            };
            let id = credentials.manifest_id.as_deref().unwrap_or("?");
            self.add(Kind::Credential, "manifest", &format!("{id}, {state}"));
        }
        for label in &statement.evidence.labels {
            let kind = serde_json::to_value(label.kind).unwrap_or_default();
            let kind = kind.as_str().unwrap_or("label").to_owned();
            self.add(Kind::Label, kind, &label.value);
        }
        for mark in &statement.evidence.watermark.marks {
            let payload = mark.payload.as_deref().unwrap_or("found");
            self.add(Kind::Watermark, mark.scheme.clone(), payload);
        }
    }

    fn metadata(
        &mut self,
        source: &mut dyn Source,
        length: u64,
        limits: &Limits,
    ) -> io::Result<()> {
        let Some(container) = walk_everything(source, length, limits)? else {
            return Ok(());
        };
        self.add(Kind::Format, "media type", container.format.media_type());
        if let Some((width, height)) = container.dimensions {
            self.add(Kind::Dimensions, "pixels", &format!("{width} x {height}"));
        }
        for part in &container.parts {
            if part.kind == PartKind::ColourProfile {
                let mut bytes = Vec::new();
                source.seek(SeekFrom::Start(part.range.start))?;
                source.take(part.range.length).read_to_end(&mut bytes)?;
                let hash = hex::encode(Sha256::digest(&bytes));
                self.add(Kind::ColourProfile, "ICC profile", &hash);
            }
        }
        for block in &container.metadata {
            match block.kind {
                MetadataKind::Exif => {
                    for field in exif::read(&block.bytes) {
                        let name = format!("{:?}/0x{:04x}", field.directory, field.tag);
                        self.add(Kind::Exif, name, &value(&field.value));
                    }
                }
                MetadataKind::Xmp => {
                    for property in xmp::read(&block.bytes).properties {
                        self.add(Kind::Xmp, property.path, &property.value);
                    }
                }
                MetadataKind::Iptc => {
                    for set in iptc::read(&block.bytes) {
                        let name = format!("{}:{:02}", set.record, set.number);
                        self.add(Kind::Iptc, name, &String::from_utf8_lossy(set.value));
                    }
                }
                MetadataKind::Text => {
                    let text = String::from_utf8_lossy(&block.bytes);
                    self.add(Kind::Text, block.part.clone(), &text);
                }
            }
        }
        Ok(())
    }
}

fn value(value: &exif::Value) -> String {
    match value {
        exif::Value::Text(text) => text.clone(),
        exif::Value::Integers(numbers) => {
            let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
            numbers.join(" ")
        }
        exif::Value::Fractions(fractions) => {
            let parts = fractions
                .iter()
                .map(|(over, under)| format!("{over}/{under}"));
            parts.collect::<Vec<_>>().join(" ")
        }
        exif::Value::Bytes(bytes) => {
            let hash = hex::encode(Sha256::digest(bytes));
            format!("{} bytes, SHA-256 {hash}", bytes.len())
        }
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(VALUE) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// Lays two files beside each other.
#[must_use]
pub fn compare(before: &Side, after: &Side) -> Comparison {
    let mut items = Vec::new();
    for (key, old) in &before.fields {
        let new = after.fields.get(key);
        let (kind, name) = key.clone();
        items.push(Item {
            kind,
            name,
            outcome: match new {
                None => Outcome::Stripped,
                Some(new) if new == old => Outcome::Kept,
                Some(_) => Outcome::Altered,
            },
            before: Some(shortened(old)),
            after: new.map(|new| shortened(new)),
        });
    }
    for ((kind, name), new) in &after.fields {
        if !before.fields.contains_key(&(*kind, name.clone())) {
            items.push(Item {
                kind: *kind,
                name: name.clone(),
                outcome: Outcome::Added,
                before: None,
                after: Some(shortened(new)),
            });
        }
    }
    items.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
    let distance = match (&before.pdq, &after.pdq) {
        (Some((old, _)), Some((new, _))) => Some(old.distance(new)),
        _ => None,
    };
    Comparison {
        items,
        pixels: match distance {
            None => Pixels::Unknown,
            Some(distance) if distance <= SAME_LOOKS => Pixels::Alike,
            Some(_) => Pixels::Different,
        },
        distance,
    }
}

/// Bits in which the fingerprints of two copies may differ: what PDQ's reference calls a match.
const SAME_LOOKS: u32 = 31;

#[cfg(test)]
mod tests {
    use super::*;

    fn side(fields: &[(Kind, &str, &str)]) -> Side {
        let mut side = Side {
            fields: BTreeMap::new(),
            repeated: BTreeMap::new(),
            pdq: None,
        };
        for (kind, name, value) in fields {
            side.add(*kind, *name, value);
        }
        side
    }

    #[test]
    fn each_outcome_is_told_once() {
        let before = side(&[
            (Kind::Exif, "a", "1"),
            (Kind::Exif, "b", "1"),
            (Kind::Label, "c", "1"),
        ]);
        let after = side(&[
            (Kind::Exif, "a", "1"),
            (Kind::Exif, "b", "2"),
            (Kind::Xmp, "d", "1"),
        ]);
        let compared = compare(&before, &after);
        let told: Vec<_> = compared
            .items
            .iter()
            .map(|item| (item.name.as_str(), item.outcome))
            .collect();
        assert_eq!(
            told,
            [
                ("c", Outcome::Stripped),
                ("a", Outcome::Kept),
                ("b", Outcome::Altered),
                ("d", Outcome::Added),
            ]
        );
        assert_eq!(compared.lost().count(), 1);
        assert_eq!(compared.pixels, Pixels::Unknown);
    }

    #[test]
    fn fields_that_repeat_all_count() {
        let twice = side(&[(Kind::Iptc, "2:25", "sea"), (Kind::Iptc, "2:25", "sky")]);
        let once = side(&[(Kind::Iptc, "2:25", "sea")]);
        let compared = compare(&twice, &once);
        assert_eq!(compared.count(Kind::Iptc, Outcome::Kept), 1);
        assert_eq!(compared.count(Kind::Iptc, Outcome::Stripped), 1);
    }

    /// The plain rule: the first number that is free, looked for from the beginning each time.
    fn named_slowly(names: &[&str]) -> Vec<String> {
        let mut taken: Vec<String> = Vec::new();
        for name in names {
            let mut numbered = (*name).to_owned();
            for number in 2.. {
                if !taken.contains(&numbered) {
                    break;
                }
                numbered = format!("{name} ({number})");
            }
            taken.push(numbered);
        }
        taken.sort();
        taken
    }

    #[test]
    fn numbers_of_repeated_names_are_the_first_free_ones() {
        for names in [
            &["a", "a", "a"][..],
            &["a", "a (2)", "a", "a"],
            &["a", "a", "a (2)", "a", "a (2)"],
            &["a (3)", "a", "a", "a", "a (3)", "a (3) (2)", "a (3)"],
        ] {
            let fields: Vec<_> = names.iter().map(|name| (Kind::Xmp, *name, "")).collect();
            let named: Vec<String> = side(&fields).fields.into_keys().map(|key| key.1).collect();
            assert_eq!(named, named_slowly(names));
        }
    }

    #[test]
    fn a_name_may_repeat_very_often() {
        // Looked for from the beginning, these would be 20,000,000,000 names.
        let many = side(&vec![(Kind::Iptc, "2:25", "sea"); 200_000]);
        assert_eq!(many.fields.len(), 200_000);
        assert!(
            many.fields
                .contains_key(&(Kind::Iptc, "2:25 (200000)".to_owned()))
        );
    }
}
