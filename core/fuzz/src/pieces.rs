//! A source that gives its bytes in pieces, as pipes and slow disks do.

use std::io::{self, BufRead, Cursor, ErrorKind, Read, Seek, SeekFrom};

/// Reads of at most seven bytes, some of them interrupted.
#[derive(Debug)]
pub struct Pieces<'a> {
    bytes: Cursor<&'a [u8]>,
    reads: usize,
}

impl<'a> Pieces<'a> {
    /// These bytes, in pieces.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes: Cursor::new(bytes),
            reads: 0,
        }
    }
}

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.reads += 1;
        if self.reads.is_multiple_of(5) {
            return Err(ErrorKind::Interrupted.into());
        }
        let most = buffer.len().min(1 + self.reads % 7);
        self.bytes.read(&mut buffer[..most])
    }
}

impl BufRead for Pieces<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.reads += 1;
        if self.reads.is_multiple_of(5) {
            return Err(ErrorKind::Interrupted.into());
        }
        let most = 1 + self.reads % 7;
        let held = self.bytes.fill_buf()?;
        Ok(&held[..held.len().min(most)])
    }

    fn consume(&mut self, amount: usize) {
        self.bytes.consume(amount);
    }
}

impl Seek for Pieces<'_> {
    fn seek(&mut self, position: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(position)
    }
}
