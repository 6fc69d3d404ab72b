//! Whether a ledger is whole.

use super::{Entry, Head, NOTHING, SCHEMA, hash};

/// Where a chain breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1; one past the last when something is missing at the end.
    pub line: usize,
}

/// The first thing that is wrong with a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The line is no entry.
    Malformed,
    /// The line does not follow the one before: that one, or this one, was edited.
    Edited,
    /// Lines are missing before this one.
    Missing,
    /// The line belongs elsewhere.
    Reordered,
    /// The ledger is shorter than its head says.
    Truncated,
    /// The ledger's end is not what its head says: the last line was edited, or lines were
    /// added without the key.
    HeadDiffers,
}

impl Fault {
    /// Its name in records.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::Edited => "edited",
            Self::Missing => "missing",
            Self::Reordered => "reordered",
            Self::Truncated => "truncated",
            Self::HeadDiffers => "head-differs",
        }
    }
}

/// A ledger that is whole: its entries, and the hash of its last line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The entries in order.
    pub entries: Vec<Entry>,
    /// Hash of the last line; [`NOTHING`] for an empty ledger.
    pub last: String,
}

/// Checks a ledger line by line, and its end against a head whose signature was checked.
///
/// # Errors
/// The first fault, and where it is.
pub fn verify(ledger: &[u8], head: Option<&Head>) -> Result<Chain, (Place, Fault)> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut last = NOTHING.to_owned();
    let mut number = 0_usize;
    for line in ledger.split(|byte| *byte == b'\n') {
        if line.is_empty() {
            continue;
        }
        number = number.saturating_add(1);
        let at = |fault| (Place { line: number }, fault);
        let entry: Entry = serde_json::from_slice(line).map_err(|_| at(Fault::Malformed))?;
        if entry.schema != SCHEMA {
            return Err(at(Fault::Malformed));
        }
        let expected = u64::try_from(number).unwrap_or(u64::MAX);
        if entry.sequence > expected {
            // Its number is still to come: either lines were taken out before it, or it was moved
            // up from farther down, where its number is then missing.
            let moved = ledger
                .split(|byte| *byte == b'\n')
                .filter_map(|line| serde_json::from_slice::<Entry>(line).ok())
                .any(|other| other.sequence == expected);
            return Err(at(if moved {
                Fault::Reordered
            } else {
                Fault::Missing
            }));
        }
        if entry.sequence < expected {
            return Err(at(Fault::Reordered));
        }
        if entry.previous != last {
            return Err(at(Fault::Edited));
        }
        last = hash(line);
        entries.push(entry);
    }
    if let Some(head) = head {
        let length = u64::try_from(entries.len()).unwrap_or(u64::MAX);
        let place = Place {
            line: number.saturating_add(1),
        };
        if length < head.sequence {
            return Err((place, Fault::Truncated));
        }
        if length > head.sequence || last != head.last {
            return Err((
                Place {
                    line: number.max(1),
                },
                Fault::HeadDiffers,
            ));
        }
    }
    Ok(Chain { entries, last })
}
