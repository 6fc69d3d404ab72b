//! The state file: text in three places of equal size, the last two written in turn.
//!
//! The first place says what question the state belongs to. The others hold checkpoints, each
//! with a number and a checksum: a cut while one is written leaves the other, and the higher
//! number of those that are whole counts.

use std::{
    fs::{File, TryLockError},
    io::{self, Read, Seek, SeekFrom, Write},
    path::Path,
};

use anyhow::{Context, bail};
use serde::{Serialize, de::DeserializeOwned};

use super::{Checkpoint, Question};

/// What every place begins with.
const MAGIC: &str = "hallmark-state/1";

/// Size of a place, in bytes. A checkpoint takes 500; out of order, 25 more for each gap.
const PLACE: usize = 64 << 10;

/// An open state file, locked against other runs.
#[derive(Debug)]
pub(super) struct StateFile {
    file: File,
    number: u64,
}

impl StateFile {
    /// Opens a state of `question`, or makes one; says how far it is.
    pub(super) fn open(path: &Path, question: &Question) -> anyhow::Result<(Self, Checkpoint)> {
        let shown = path.display();
        let mut file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .with_context(|| format!("the state file {shown} cannot be opened"))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => bail!("another run uses the state file {shown}"),
            Err(TryLockError::Error(error)) => {
                return Err(error)
                    .with_context(|| format!("the state file {shown} cannot be locked"));
            }
        }
        let found: Option<(u64, Question)> = read_first(&mut file, path)?;
        match found {
            None => {
                write_place(&mut file, 0, 0, question)?;
                file.sync_all()?;
            }
            Some((_, found)) if found == *question => {}
            Some((_, found)) => {
                let what = if found.settings == question.settings {
                    "judges as of another moment (--at)"
                } else {
                    "has other inputs, settings, trust lists or another version"
                };
                bail!(
                    "the state {shown} belongs to a run that {what}; go on with the same, or \
                     remove the state file to begin anew"
                );
            }
        }
        let mut last = (0, Checkpoint::default());
        for place in [1, 2] {
            let bytes = read_place(&mut file, place)?;
            if let Some((number, checkpoint)) = parse::<Checkpoint>(&bytes)
                && number > last.0
            {
                last = (number, checkpoint);
            }
        }
        let (number, checkpoint) = last;
        Ok((Self { file, number }, checkpoint))
    }

    /// The question that the state at `path` belongs to; `None` without a state there.
    pub(super) fn question(path: &Path) -> anyhow::Result<Option<Question>> {
        match File::open(path) {
            Ok(mut file) => Ok(read_first(&mut file, path)?.map(|(_, question)| question)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error)
                .with_context(|| format!("the state file {} cannot be read", path.display())),
        }
    }

    /// Writes a checkpoint, durably when asked. One that is too long for its place is left out:
    /// the one before it still holds.
    pub(super) fn save(&mut self, checkpoint: &Checkpoint, durable: bool) -> io::Result<()> {
        let number = self.number.saturating_add(1);
        let place = if number.is_multiple_of(2) { 2 } else { 1 };
        if write_place(&mut self.file, place, number, checkpoint)? {
            self.number = number;
            if durable {
                self.file.sync_data()?;
            }
        }
        Ok(())
    }
}

/// What the first place says; `None` in an empty file.
fn read_first(file: &mut File, path: &Path) -> anyhow::Result<Option<(u64, Question)>> {
    let bytes = read_place(file, 0)?;
    if bytes.is_empty() {
        return Ok(None);
    }
    match parse(&bytes) {
        Some(first) => Ok(Some(first)),
        None => bail!(
            "{} is no state file of this version of hallmark; name another file for --resume",
            path.display()
        ),
    }
}

fn offset(place: u64) -> u64 {
    u64::try_from(PLACE)
        .unwrap_or(u64::MAX)
        .saturating_mul(place)
}

fn read_place(file: &mut File, place: u64) -> io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(offset(place)))?;
    let mut bytes = Vec::new();
    let length = u64::try_from(PLACE).unwrap_or(u64::MAX);
    file.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether it fits.
fn write_place<T: Serialize>(
    file: &mut File,
    place: u64,
    number: u64,
    content: &T,
) -> io::Result<bool> {
    let content = serde_json::to_string(content)?;
    let line = format!("{MAGIC} {number} {content}");
    let mut text =
        format!("{line} {:016x}\n", super::progress::fnv1a(line.as_bytes())).into_bytes();
    if text.len() > PLACE {
        return Ok(false);
    }
    // Only the first place is padded: the second would begin after nothing otherwise.
    if place == 0 {
        text.resize(PLACE, b'\n');
    }
    file.seek(SeekFrom::Start(offset(place)))?;
    file.write_all(&text)?;
    Ok(true)
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Option<(u64, T)> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let text = std::str::from_utf8(bytes.get(..end)?).ok()?;
    let (line, sum) = text.rsplit_once(' ')?;
    let sum = u64::from_str_radix(sum, 16).ok()?;
    if sum != super::progress::fnv1a(line.as_bytes()) {
        return None;
    }
    let (number, content) = line
        .strip_prefix(MAGIC)?
        .strip_prefix(' ')?
        .split_once(' ')?;
    Some((number.parse().ok()?, serde_json::from_str(content).ok()?))
}
