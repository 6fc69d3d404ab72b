//! The content hash of a JPEG (C2PA 2.2, section 15.12), computed here in the pass that hashes
//! the whole file for its record, so that the verifying crate need not see the picture at all.
//!
//! The crate reads a JPEG three times, whole, whatever stream it is given: for the store, for the
//! places of the segments, for the hash. The first two end at the first scan header (`SOS`), and
//! the third is the last step of its verification, on which no other depends. So it gets a
//! [`skeleton`]: the file's own bytes up to the scan, at their own offsets, and an end mark. It
//! judges everything as ever and finds that the hash of the skeleton differs. That one failure
//! becomes the success that it would have said of the file, and only under a [`MatchedContent`]:
//!
//! - made only where the bytes of the file have the hash that the assertion states;
//! - used only where the crate failed for exactly this reason, of exactly this assertion. The
//!   assertion is the same for the crate and for us because the crate's own reading of the claim
//!   names its SHA-256, which it found to match, and which our bytes have as well. Two readers
//!   that see different boxes under one name cannot be played off against each other.
//!
//! Whatever is not exactly so is the crate's to judge, over the whole file. A content hash that
//! fails is therefore never told from here, and neither is one that the crate finds in order in
//! the skeleton: that one speaks of another file.

mod pair;

use std::{
    io::{self, Read as _, SeekFrom},
    mem,
};

use c2pa::Reader;
use ciborium::Value;
use pair::Pair;
use sha2::{Digest as _, Sha256};

use super::{
    cbor,
    evidence::{Status, StatusKind},
    store::{Assertion, Manifest, ManifestStore},
};
use crate::{
    asset::{ByteRange, Container, MediaFormat, PartKind, Source, for_each_chunk},
    evidence::Code,
};

/// Longest header of which a skeleton is made: a second copy of what the crate copies. Headers of
/// signed photographs, thumbnails and histories included, are below 5 MB.
const LONGEST_HEADER: u64 = 16 << 20;

/// What the crate says of a content hash that differs, before and after the assertion's name.
const DIFFERS: (&str, &str) = (
    "asset hash error, name: ",
    ", error: hash verification( Hashes do not match )",
);

/// A `c2pa.hash.data` assertion that is the only hard binding of the active manifest (C2PA 2.2,
/// section 18.5), in the form that nearly all JPEG files have.
#[derive(Debug)]
pub(super) struct DataHash<'a> {
    manifest: &'a str,
    uri: String,
    /// The assertion's own bytes, as hashed URIs hash them (section 8.4.2.3).
    bytes: &'a [u8],
    /// Excluded ranges: in order, disjoint.
    exclusions: Vec<ByteRange>,
    hash: [u8; 32],
}

impl<'a> DataHash<'a> {
    /// The binding of the store's active manifest; `None` when it has another form, which is
    /// nothing against it.
    pub(super) fn of(store: &ManifestStore<'a>) -> Option<Self> {
        let active = store.active().filter(|active| !active.update)?;
        let mut bindings = active
            .assertions
            .iter()
            .filter(|assertion| assertion.label.starts_with("c2pa.hash."));
        let (binding, None) = (bindings.next()?, bindings.next()) else {
            return None;
        };
        Self::read(active, binding)
    }

    /// Reads the assertion. A field that is not known, missing, twice there or of another type
    /// ends it: what the crate makes of such a map is not guessed.
    fn read(manifest: &Manifest<'a>, assertion: &Assertion<'a>) -> Option<Self> {
        const FIELDS: [&str; 6] = ["exclusions", "name", "alg", "hash", "pad", "pad2"];
        if assertion.label != "c2pa.hash.data" {
            return None;
        }
        let value = cbor::parse(assertion.cbor()?)?;
        if !has_only(&value, &FIELDS) || cbor::text(&value, "alg") != Some("sha256") {
            return None;
        }
        let exclusions = match cbor::field(&value, "exclusions") {
            Some(list) => list
                .as_array()?
                .iter()
                .map(exclusion)
                .collect::<Option<Vec<_>>>()?,
            None => Vec::new(),
        };
        let ordered = exclusions
            .iter()
            .zip(exclusions.iter().skip(1))
            .all(|(one, next)| one.end() <= next.start);
        ordered.then_some(())?;
        Some(Self {
            manifest: manifest.label,
            uri: manifest.assertion_uri(assertion.label),
            bytes: assertion.hashed,
            exclusions,
            hash: cbor::field(&value, "hash")?
                .as_bytes()?
                .as_slice()
                .try_into()
                .ok()?,
        })
    }

    /// Whether everything that it leaves out lies in the first `length` bytes.
    pub(super) fn excludes_within(&self, length: u64) -> bool {
        self.exclusions
            .last()
            .is_none_or(|last| last.end() <= length)
    }

    /// Hashes the file once, for the record and for this assertion.
    ///
    /// # Errors
    /// Only when `source` cannot be read.
    pub(super) fn compare(self, source: &mut dyn Source) -> io::Result<Compared<'a>> {
        let (mut hashes, mut cover) = (Pair::new(), Cover::new(&self.exclusions));
        for_each_chunk(source, |chunk| {
            // The first piece, mostly the only one, is about as long as the chunk.
            let mut whole = chunk;
            cover.pieces(chunk, |piece| hashes.update(mem::take(&mut whole), piece));
            hashes.update(whole, &[]);
        })?;
        let (whole, content) = hashes.finalize();
        let matches = content == self.hash;
        Ok(Compared {
            whole,
            matched: matches.then_some(MatchedContent(self)),
        })
    }
}

/// What one pass over the file said.
#[derive(Debug)]
pub(super) struct Compared<'a> {
    /// SHA-256 of all its bytes.
    pub(super) whole: [u8; 32],
    /// The assertion, if the file has the hash that it states.
    pub(super) matched: Option<MatchedContent<'a>>,
}

/// An assertion whose hash the file's bytes have.
#[derive(Debug)]
pub(super) struct MatchedContent<'a>(DataHash<'a>);

impl MatchedContent<'_> {
    /// What the crate would have said of the file, from what it said of the file's skeleton;
    /// `None` when that does not follow.
    pub(super) fn statuses(
        &self,
        reader: &Reader,
        of_skeleton: Vec<Status>,
    ) -> Option<Vec<Status>> {
        let Self(assertion) = self;
        self.is_the_one_that_was_read(reader, &of_skeleton)
            .then_some(())?;
        let mut statuses = of_skeleton;
        let mut differing = statuses.iter().enumerate().filter(|(_, status)| {
            status.kind != StatusKind::Informational && is_of_a_binding(&status.code)
        });
        let ((at, status), None) = (differing.next()?, differing.next()) else {
            return None;
        };
        let explanation = status.explanation.as_deref().unwrap_or_default();
        let differs = status.code == Code::DataHashMismatch.as_str()
            && self.is_said_of_it(status, StatusKind::Failure)
            && explanation.starts_with(DIFFERS.0)
            && explanation.ends_with(DIFFERS.1);
        differs.then_some(())?;
        statuses.remove(at);
        // The last success of the active manifest: the content hash is verified last.
        let at = statuses
            .iter()
            .take_while(|status| status.ingredient.is_none() && status.kind == StatusKind::Success)
            .count();
        statuses.insert(
            at,
            Status {
                code: Code::DataHashMatch.as_str().to_owned(),
                kind: StatusKind::Success,
                uri: Some(assertion.uri.clone()),
                ingredient: None,
                explanation: Some("data hash valid".to_owned()),
            },
        );
        Some(statuses)
    }

    /// Whether the crate read the very bytes of the assertion that we read.
    fn is_the_one_that_was_read(&self, reader: &Reader, statuses: &[Status]) -> bool {
        let Self(assertion) = self;
        let Some(manifest) = reader
            .active_manifest()
            .filter(|manifest| manifest.label() == Some(assertion.manifest))
        else {
            return false;
        };
        let mut references = manifest
            .assertion_references()
            .filter(|reference| reference.url() == assertion.uri);
        let (Some(reference), None) = (references.next(), references.next()) else {
            return false;
        };
        let mut said = statuses
            .iter()
            .filter(|status| status.code.starts_with("assertion.hashedURI."))
            .filter(|status| status.uri.as_deref() == Some(&assertion.uri));
        let (Some(status), None) = (said.next(), said.next()) else {
            return false;
        };
        status.code == Code::HashedUriMatch.as_str()
            && self.is_said_of_it(status, StatusKind::Success)
            && reference.alg().as_deref() == Some("sha256")
            && reference.hash() == Sha256::digest(assertion.bytes).as_slice()
    }

    fn is_said_of_it(&self, status: &Status, kind: StatusKind) -> bool {
        status.kind == kind
            && status.ingredient.is_none()
            && status.uri.as_deref() == Some(&self.0.uri)
    }
}

/// Whether a status speaks of hard bindings: of what they hash, or of how many there are.
fn is_of_a_binding(code: &str) -> bool {
    super::read::speaks_of_content(code)
        || [
            Code::HardBindingsMissing.as_str(),
            Code::MultipleHardBindings.as_str(),
        ]
        .contains(&code)
}

/// A map with text keys, all of them known, none twice.
fn has_only(map: &Value, known: &[&str]) -> bool {
    map.as_map().is_some_and(|entries| {
        let keys: Option<Vec<&str>> = entries.iter().map(|(key, _)| key.as_text()).collect();
        keys.is_some_and(|keys| {
            keys.iter().all(|key| known.contains(key))
                && known
                    .iter()
                    .all(|name| keys.iter().filter(|key| *key == name).count() <= 1)
        })
    })
}

fn exclusion(value: &Value) -> Option<ByteRange> {
    has_only(value, &["start", "length"]).then_some(())?;
    let number = |key| cbor::field(value, key).and_then(cbor::unsigned);
    let range = ByteRange {
        start: number("start")?,
        length: number("length")?,
    };
    range.start.checked_add(range.length)?;
    Some(range)
}

/// What lies outside of ranges, chunk by chunk.
struct Cover<'e> {
    /// Where in the file the next chunk begins.
    at: u64,
    /// The ranges that do not lie behind it: in order, disjoint.
    ahead: &'e [ByteRange],
}

impl<'e> Cover<'e> {
    const fn new(exclusions: &'e [ByteRange]) -> Self {
        Self {
            at: 0,
            ahead: exclusions,
        }
    }

    /// Hands on the pieces of the next chunk that no range holds.
    fn pieces(&mut self, chunk: &[u8], mut take: impl FnMut(&[u8])) {
        let mut rest = chunk;
        while let Some((next, later)) = self.ahead.split_first() {
            let (before, from_next) = rest.split_at(reach(rest, self.at, next.start));
            take(before);
            self.at = self.at.saturating_add(length_of(before));
            let (excluded, behind) = from_next.split_at(reach(from_next, self.at, next.end()));
            self.at = self.at.saturating_add(length_of(excluded));
            rest = behind;
            // It may go on in the next chunk.
            if self.at < next.end() {
                break;
            }
            self.ahead = later;
        }
        take(rest);
        self.at = self.at.saturating_add(length_of(rest));
    }
}

/// How many of `bytes`, which begin at `at` in the file, lie before `end`.
fn reach(bytes: &[u8], at: u64, end: u64) -> usize {
    usize::try_from(end.saturating_sub(at)).map_or(bytes.len(), |length| length.min(bytes.len()))
}

fn length_of(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

/// A JPEG without its picture.
#[derive(Debug)]
pub(super) struct Skeleton {
    /// The file up to and with its first scan header (T.81, B.2.3), and an end mark.
    pub(super) bytes: Vec<u8>,
    /// Where the scan header begins: what is before is the same as in the file.
    pub(super) header: u64,
}

/// The skeleton of a JPEG; `None` when our walk did not see all of the file, or saw stores that
/// the crate would not look for.
///
/// # Errors
/// Only when `source` cannot be read.
pub(super) fn skeleton(
    source: &mut dyn Source,
    container: &Container,
) -> io::Result<Option<Skeleton>> {
    let mut own = container.stores.iter().filter(|store| !store.further_part);
    let one_in_its_place = own.next().is_some_and(|store| store.misplaced.is_none());
    let usual = container.format == MediaFormat::Jpeg
        && container.complete
        && one_in_its_place
        && own.next().is_none();
    let scan = container
        .parts
        .iter()
        .find(|part| part.kind == PartKind::ImageData)
        .map(|part| part.range.start)
        .filter(|start| usual && *start <= LONGEST_HEADER);
    let Some(header) = scan else {
        return Ok(None);
    };
    let mut bytes = Vec::new();
    source.seek(SeekFrom::Start(0))?;
    let mut source = crate::asset::Filled(source);
    let frame = 4;
    (&mut source)
        .take(header.saturating_add(frame))
        .read_to_end(&mut bytes)?;
    let Some([0xFF, 0xDA, l0, l1]) = bytes.last_chunk() else {
        return Ok(None);
    };
    // The length counts itself.
    let length = u64::from(u16::from_be_bytes([*l0, *l1]));
    let Some(selection) = length.checked_sub(2) else {
        return Ok(None);
    };
    let end = header.saturating_add(frame).saturating_add(selection);
    // Of a file that ends here the crate says that it is cut off: a byte must follow.
    (&mut source)
        .take(selection.saturating_add(1))
        .read_to_end(&mut bytes)?;
    if bytes.pop().is_none() || length_of(&bytes) != end {
        return Ok(None);
    }
    bytes.extend([0xFF, 0xD9]);
    Ok(Some(Skeleton { bytes, header }))
}

#[cfg(test)]
mod tests;
