//! The fingerprints as assertions of a manifest (`spec/fingerprint.md`).
//!
//! Both are CBOR maps whose first entry is a version. Readers ignore entries that they do not
//! know, refuse versions that they do not know, and accept entries in any order; the writers here
//! always give the same bytes for the same fingerprint.

use ciborium::Value;
use serde::{Deserialize, Serialize};

use super::{
    grid::{Grid, GridError},
    pdq::Pdq,
};

/// Label of the assertion that holds a [`Pdq`].
pub const PDQ_LABEL: &str = "org.hallmark.fingerprint.pdq";

/// Label of the assertion that holds a [`Grid`].
pub const GRID_LABEL: &str = "org.hallmark.fingerprint.grid";

/// Version of both assertions.
const VERSION: u64 = 1;

/// Largest assertion that is read: twice the largest grid.
const MOST_BYTES: usize = 12_000;

/// Name of the packing of a grid's blocks, version 1.
const PACKING: &str = "ydct5-43";

/// A perceptual hash with its quality, as signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedPdq {
    /// The hash.
    pub pdq: Pdq,
    /// Its quality, 0..=100.
    pub quality: u8,
}

/// Why an assertion is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AssertionError {
    /// Longer than any that is defined.
    #[error("{found} bytes; fingerprint assertions have at most {most}", most = MOST_BYTES)]
    TooLong {
        /// Its length.
        found: usize,
    },
    /// Not a CBOR map.
    #[error("not a CBOR map")]
    NotAMap,
    /// Made by a later version of this program.
    #[error("version {found} is not known; this program reads version 1")]
    UnknownVersion {
        /// Its version.
        found: u64,
    },
    /// A required entry is missing or of another kind or length.
    #[error("the entry '{0}' is missing or malformed")]
    Entry(&'static str),
    /// The grid's blocks contradict its size.
    #[error(transparent)]
    Grid(#[from] GridError),
}

/// Content of the assertion [`PDQ_LABEL`]:
/// `{"version": 1, "hash": bstr .size 32, "quality": 0..100}`.
#[must_use]
pub fn encode_pdq(signed: &SignedPdq) -> Vec<u8> {
    write(vec![
        ("version", Value::from(VERSION)),
        ("hash", Value::Bytes(signed.pdq.0.to_vec())),
        ("quality", Value::from(signed.quality)),
    ])
}

/// Reads the content of the assertion [`PDQ_LABEL`].
///
/// # Errors
/// When it is not one, or of a later version.
pub fn decode_pdq(bytes: &[u8]) -> Result<SignedPdq, AssertionError> {
    let entries = Entries::read(bytes)?;
    let hash = entries.bytes("hash")?;
    let pdq = Pdq(hash.try_into().map_err(|_| AssertionError::Entry("hash"))?);
    let quality = u8::try_from(entries.unsigned("quality")?)
        .ok()
        .filter(|quality| *quality <= 100)
        .ok_or(AssertionError::Entry("quality"))?;
    Ok(SignedPdq { pdq, quality })
}

/// Content of the assertion [`GRID_LABEL`]: `{"version": 1, "width": uint, "height": uint,
/// "columns": uint, "rows": uint, "packing": "ydct5-43", "blocks": bstr}`.
#[must_use]
pub fn encode_grid(grid: &Grid) -> Vec<u8> {
    let (width, height) = grid.picture();
    let (columns, rows) = grid.size();
    let count = |count: usize| Value::from(u64::try_from(count).unwrap_or(u64::MAX));
    write(vec![
        ("version", Value::from(VERSION)),
        ("width", Value::from(width)),
        ("height", Value::from(height)),
        ("columns", count(columns)),
        ("rows", count(rows)),
        ("packing", Value::from(PACKING)),
        ("blocks", Value::Bytes(grid.packed())),
    ])
}

/// Reads the content of the assertion [`GRID_LABEL`].
///
/// # Errors
/// When it is not one, or of a later version or another packing.
pub fn decode_grid(bytes: &[u8]) -> Result<Grid, AssertionError> {
    let entries = Entries::read(bytes)?;
    if entries.find("packing").and_then(Value::as_text) != Some(PACKING) {
        return Err(AssertionError::Entry("packing"));
    }
    Ok(Grid::from_packed(
        entries.unsigned("width")?,
        entries.unsigned("height")?,
        entries.unsigned("columns")?,
        entries.unsigned("rows")?,
        entries.bytes("blocks")?,
    )?)
}

/// Content of a `c2pa.soft-binding` assertion over the whole asset (C2PA 2.2, section 18.10).
///
/// Its block's value is a CBOR byte string, as the specification asks; readers in the field also
/// meet text there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoftBinding {
    /// Name of the algorithm.
    pub alg: String,
    /// What was bound.
    pub blocks: Vec<SoftBindingBlock>,
    /// Zeros, or nothing.
    #[serde(with = "serde_bytes")]
    pub pad: Vec<u8>,
    /// How the algorithm is called among people.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub name: Option<String>,
}

/// One block of a soft binding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoftBindingBlock {
    /// Which part of the asset; empty: all of it.
    pub scope: SoftBindingScope,
    /// The algorithm's value: for a watermark its payload, for a fingerprint the hash.
    #[serde(with = "serde_bytes")]
    pub value: Vec<u8>,
}

/// Which part of an asset a block binds. Always all of it here: an empty map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SoftBindingScope {}

impl SoftBinding {
    /// Label of the assertion.
    pub const LABEL: &'static str = "c2pa.soft-binding";

    /// `alg` of a watermark of this program, version 1; not on C2PA's list of algorithms.
    pub const WATERMARK: &'static str = "org.hallmark.watermark.1";

    /// `alg` of a PDQ fingerprint of this program; not on C2PA's list of algorithms.
    pub const PDQ: &'static str = "org.hallmark.fingerprint.pdq";

    /// A binding of the whole asset by one value.
    #[must_use]
    pub fn whole(alg: &str, value: &[u8]) -> Self {
        let block = SoftBindingBlock {
            scope: SoftBindingScope {},
            value: value.to_vec(),
        };
        Self {
            alg: alg.to_owned(),
            blocks: vec![block],
            pad: Vec::new(),
            name: None,
        }
    }
}

struct Entries(Vec<(Value, Value)>);

impl Entries {
    fn read(bytes: &[u8]) -> Result<Self, AssertionError> {
        if bytes.len() > MOST_BYTES {
            return Err(AssertionError::TooLong { found: bytes.len() });
        }
        let value = ciborium::de::from_reader_with_recursion_limit(bytes, 8)
            .map_err(|_| AssertionError::NotAMap)?;
        let Value::Map(entries) = value else {
            return Err(AssertionError::NotAMap);
        };
        let entries = Self(entries);
        match entries.unsigned("version")? {
            VERSION => Ok(entries),
            found => Err(AssertionError::UnknownVersion { found }),
        }
    }

    fn find(&self, name: &str) -> Option<&Value> {
        let entry = self.0.iter().find(|(key, _)| key.as_text() == Some(name));
        entry.map(|(_, value)| value)
    }

    fn unsigned(&self, name: &'static str) -> Result<u64, AssertionError> {
        self.find(name)
            .and_then(Value::as_integer)
            .and_then(|number| u64::try_from(number).ok())
            .ok_or(AssertionError::Entry(name))
    }

    fn bytes(&self, name: &'static str) -> Result<&[u8], AssertionError> {
        self.find(name)
            .and_then(Value::as_bytes)
            .map(Vec::as_slice)
            .ok_or(AssertionError::Entry(name))
    }
}

fn write(entries: Vec<(&str, Value)>) -> Vec<u8> {
    let entries = entries
        .into_iter()
        .map(|(key, value)| (Value::from(key), value))
        .collect();
    let mut bytes = Vec::new();
    // Writing to memory does not fail, and the map holds nothing that has no encoding.
    let _ = ciborium::into_writer(&Value::Map(entries), &mut bytes);
    bytes
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::as_conversions,
        clippy::arithmetic_side_effects,
        reason = "small test figures"
    )]

    use proptest::prelude::*;

    use super::*;
    use crate::fingerprint::Pixels;

    /// The bytes of `spec/fingerprint.md`.
    #[test]
    fn pdq_is_written_as_the_specification_shows() {
        let signed = SignedPdq {
            pdq: Pdq([0xab; 32]),
            quality: 99,
        };
        let bytes = encode_pdq(&signed);
        let expected = format!(
            "a36776657273696f6e0164686173685820{}677175616c6974791863",
            "ab".repeat(32)
        );
        assert_eq!(hex::encode(&bytes), expected);
        assert_eq!(decode_pdq(&bytes), Ok(signed));
    }

    #[test]
    fn grid_is_written_as_the_specification_shows() {
        let pixels = Pixels::new(64, 64, vec![128; 64 * 64 * 3]).unwrap();
        let grid = Grid::of(&pixels);
        let bytes = encode_grid(&grid);
        let expected = "a76776657273696f6e01657769647468184066686569676874184067636f6c756d6e730264726f77\
                        7302677061636b696e676879646374352d343366626c6f636b735682080000001041000000020820\
                        000000410400000000";
        assert_eq!(hex::encode(&bytes), expected);
        assert_eq!(decode_grid(&bytes), Ok(grid));
    }

    #[test]
    fn later_versions_are_named() {
        let bytes = write(vec![("version", Value::from(2))]);
        assert_eq!(
            decode_pdq(&bytes),
            Err(AssertionError::UnknownVersion { found: 2 })
        );
        assert_eq!(
            decode_grid(&bytes),
            Err(AssertionError::UnknownVersion { found: 2 })
        );
    }

    #[test]
    fn a_soft_binding_holds_bytes() {
        let binding = SoftBinding::whole(SoftBinding::WATERMARK, &[1, 2, 3]);
        let mut bytes = Vec::new();
        ciborium::into_writer(&binding, &mut bytes).unwrap();
        let value: Value = ciborium::from_reader(bytes.as_slice()).unwrap();
        let map = value.as_map().unwrap();
        let keys: Vec<_> = map.iter().map(|(key, _)| key.as_text().unwrap()).collect();
        assert_eq!(keys, ["alg", "blocks", "pad"]);
        let block = map[1].1.as_array().unwrap()[0].as_map().unwrap();
        assert_eq!(block[0], (Value::from("scope"), Value::Map(Vec::new())));
        assert_eq!(
            block[1],
            (Value::from("value"), Value::Bytes(vec![1, 2, 3]))
        );
        assert_eq!(map[2].1, Value::Bytes(Vec::new()));
    }

    proptest! {
        #[test]
        fn any_bytes_return(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = decode_pdq(&bytes);
            let _ = decode_grid(&bytes);
        }

        #[test]
        fn a_changed_grid_is_another_grid_or_none(at: prop::sample::Index, bit in 0..8_u8) {
            let rgb = (0..64 * 96 * 3).map(|i: u32| (i * i % 251) as u8).collect();
            let grid = Grid::of(&Pixels::new(64, 96, rgb).unwrap());
            let mut bytes = encode_grid(&grid);
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
            // The bits after the last block are the only ones that say nothing.
            if at + 1 < bytes.len() {
                prop_assert_ne!(decode_grid(&bytes), Ok(grid));
            }
        }
    }
}
