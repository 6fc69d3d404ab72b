//! A ZIP archive in one canonical form: members in order of their names, stored as they are, with one
//! fixed time and no extras. What is written twice is the same, and what is read is compared with
//! what would be written: not one byte can differ unseen (PKWARE APPNOTE 6.3.10, 4.3).

use std::io::{self, Read, Write};

use sha2::{Digest, Sha256};

const LOCAL: &[u8; 4] = b"PK\x03\x04";
const CENTRAL: &[u8; 4] = b"PK\x01\x02";
const END: &[u8; 4] = b"PK\x05\x06";

/// 1 January 1980, 0:00, as MS-DOS has it: time, then date.
const MOMENT: [u8; 4] = [0, 0, 0x21, 0];

/// Why an archive was not written or read.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// More than 65,535 members, or 4 GB: the form has no room for it.
    #[error("the case is too large for one archive; split it")]
    TooLarge,
    /// Names out of order, or twice.
    #[error("a member stands twice, or out of order")]
    Order,
    /// Some byte is not as it would be written.
    #[error("byte {at} is not as this program writes it: the archive was changed")]
    NotCanonical {
        /// Where.
        at: u64,
    },
    /// Reading or writing.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// A member, as it was written or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Where its bytes begin in the archive.
    pub start: u64,
    /// How many they are.
    pub length: u32,
    /// Their SHA-256.
    pub sha256: [u8; 32],
    crc: u32,
}

impl Member {
    /// What stands before its bytes.
    fn local_header(&self) -> Vec<u8> {
        let mut header = LOCAL.to_vec();
        header.extend(self.common());
        header.extend([0, 0]);
        header.extend_from_slice(self.name.as_bytes());
        header
    }

    /// Its entry in the directory at the end.
    fn central_header(&self) -> Result<Vec<u8>, ArchiveError> {
        let header = u64::try_from(self.local_header().len()).unwrap_or(u64::MAX);
        let offset = self.start.saturating_sub(header);
        let offset = u32::try_from(offset).map_err(|_| ArchiveError::TooLarge)?;
        let mut entry = CENTRAL.to_vec();
        // Made by: version 2.0, MS-DOS.
        entry.extend([20, 0]);
        entry.extend(self.common());
        // Extra, comment, disk, attributes.
        entry.extend([0; 12]);
        entry.extend(offset.to_le_bytes());
        entry.extend_from_slice(self.name.as_bytes());
        Ok(entry)
    }

    /// Version needed, names in UTF-8, stored, moment, checksum, both sizes, length of the name.
    fn common(&self) -> Vec<u8> {
        let mut fields = vec![20, 0, 0, 0x08, 0, 0];
        fields.extend(MOMENT);
        fields.extend(self.crc.to_le_bytes());
        fields.extend(self.length.to_le_bytes());
        fields.extend(self.length.to_le_bytes());
        let name = u16::try_from(self.name.len()).unwrap_or(u16::MAX);
        fields.extend(name.to_le_bytes());
        fields
    }
}

/// Writes an archive, member by member.
#[derive(Debug)]
pub struct Writer<W> {
    out: W,
    at: u64,
    members: Vec<Member>,
}

impl<W: Write> Writer<W> {
    /// An archive to `out`.
    pub const fn new(out: W) -> Self {
        Self {
            out,
            at: 0,
            members: Vec::new(),
        }
    }

    /// Adds a member; its name must come after those before it.
    ///
    /// # Errors
    /// When it does not, does not fit, or cannot be written.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), ArchiveError> {
        let length = u32::try_from(bytes.len()).map_err(|_| ArchiveError::TooLarge)?;
        if name.len() > 1000
            || self
                .members
                .last()
                .is_some_and(|last| last.name.as_str() >= name)
        {
            return Err(ArchiveError::Order);
        }
        let mut member = Member {
            name: name.to_owned(),
            start: 0,
            length,
            sha256: Sha256::digest(bytes).into(),
            crc: crc32fast::hash(bytes),
        };
        let header = member.local_header();
        self.write(&header)?;
        member.start = self.at;
        self.write(bytes)?;
        self.members.push(member);
        Ok(())
    }

    /// Writes the directory; the members.
    ///
    /// # Errors
    /// When there are too many, or they cannot be written.
    pub fn finish(mut self) -> Result<Vec<Member>, ArchiveError> {
        let tail = directory(&self.members, self.at)?;
        self.write(&tail)?;
        self.out.flush()?;
        Ok(self.members)
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), ArchiveError> {
        self.out.write_all(bytes)?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.at = self.at.saturating_add(length);
        Ok(())
    }
}

/// The directory and the record at the end of an archive whose members end at `at`.
fn directory(members: &[Member], at: u64) -> Result<Vec<u8>, ArchiveError> {
    let too_large = |_| ArchiveError::TooLarge;
    let mut entries = Vec::new();
    for member in members {
        entries.extend(member.central_header()?);
    }
    let count = u16::try_from(members.len()).map_err(too_large)?;
    let length = u32::try_from(entries.len()).map_err(too_large)?;
    let start = u32::try_from(at).map_err(too_large)?;
    entries.extend_from_slice(END);
    entries.extend([0; 4]);
    entries.extend(count.to_le_bytes());
    entries.extend(count.to_le_bytes());
    entries.extend(length.to_le_bytes());
    entries.extend(start.to_le_bytes());
    entries.extend([0, 0]);
    Ok(entries)
}

/// Reads an archive from its first byte to its last, gives every member to `each`, and compares all that
/// is no member with what would be written.
///
/// # Errors
/// [`ArchiveError::NotCanonical`] at the first byte that differs; whatever `each` returned before must
/// then not be relied on.
pub fn read(
    source: &mut dyn Read,
    longest: u32,
    mut each: impl FnMut(&str, Vec<u8>),
) -> Result<Vec<Member>, ArchiveError> {
    let mut members: Vec<Member> = Vec::new();
    let mut at = 0_u64;
    loop {
        let mut signature = [0; 4];
        let start = at;
        let changed = || ArchiveError::NotCanonical { at: start };
        fill(source, &mut signature).map_err(|_| changed())?;
        if &signature != LOCAL {
            let tail = directory(&members, start)?;
            let mut rest = signature.to_vec();
            let most = u64::try_from(tail.len()).unwrap_or(u64::MAX);
            source.take(most).read_to_end(&mut rest)?;
            let differs = rest.iter().zip(&tail).position(|(a, b)| a != b);
            let end = differs.or((rest.len() != tail.len()).then_some(tail.len().min(rest.len())));
            return match end {
                None => Ok(members),
                Some(offset) => Err(ArchiveError::NotCanonical {
                    at: start.saturating_add(u64::try_from(offset).unwrap_or_default()),
                }),
            };
        }
        let mut fixed = [0; 26];
        fill(source, &mut fixed).map_err(|_| changed())?;
        let number = |from: usize| {
            let bytes = fixed.get(from..).and_then(<[u8]>::first_chunk::<4>);
            bytes.map_or(0, |bytes| u32::from_le_bytes(*bytes))
        };
        let (crc, length) = (number(10), number(14));
        let name_length = usize::try_from(number(22) & 0xFFFF).unwrap_or_default();
        if length > longest || name_length > 1000 {
            return Err(changed());
        }
        let mut name = vec![0; name_length];
        fill(source, &mut name).map_err(|_| changed())?;
        let name = String::from_utf8(name).map_err(|_| changed())?;
        let mut bytes = Vec::new();
        source.take(u64::from(length)).read_to_end(&mut bytes)?;
        let header = [signature.as_slice(), &fixed, name.as_bytes()].concat();
        let header_length = u64::try_from(header.len()).unwrap_or_default();
        let member = Member {
            start: start.saturating_add(header_length),
            length: u32::try_from(bytes.len()).map_err(|_| changed())?,
            sha256: Sha256::digest(&bytes).into(),
            crc: crc32fast::hash(&bytes),
            name,
        };
        let in_order = members.last().is_none_or(|last| last.name < member.name);
        if member.local_header() != header || member.crc != crc || !in_order {
            return Err(changed());
        }
        at = member.start.saturating_add(u64::from(member.length));
        each(&member.name, bytes);
        members.push(member);
    }
}

fn fill(source: &mut dyn Read, buffer: &mut [u8]) -> io::Result<()> {
    source.read_exact(buffer)
}
