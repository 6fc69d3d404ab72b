//! Paths to check, from a file or a pipe, one after the other.
//!
//! Paths end with a line break or, when a NUL byte comes first (`find -print0`), with a NUL byte.
//! Nothing is held but the current path: lists may be endless.

use std::{
    io::{self, BufRead},
    path::PathBuf,
};

/// Longest path. Linux allows 4 KiB, Windows 64 KiB.
const LONGEST: usize = 128 << 10;

/// An iterator over the paths of a list.
pub(crate) struct PathList<R> {
    input: R,
    /// What ends a path; known after the first, or from the start on request.
    separator: Option<u8>,
    ended: bool,
}

impl<R: BufRead> PathList<R> {
    /// A list; with `nul`, only NUL bytes end paths.
    pub(crate) const fn new(input: R, nul: bool) -> Self {
        Self {
            input,
            separator: if nul { Some(0) } else { None },
            ended: false,
        }
    }

    /// The bytes of the next path; `None` at the end.
    fn read(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut path = Vec::new();
        loop {
            let buffer = match self.input.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if buffer.is_empty() {
                return Ok((!path.is_empty()).then_some(path));
            }
            let is_end = |byte: &u8| match self.separator {
                Some(separator) => *byte == separator,
                None => *byte == 0 || *byte == b'\n',
            };
            let end = buffer.iter().position(is_end);
            let part = end.and_then(|end| buffer.get(..end)).unwrap_or(buffer);
            path.extend_from_slice(part);
            let consumed = part.len();
            if path.len() > LONGEST {
                return Err(io::Error::new(
                    io::ErrorKind::InvalidData,
                    format!("a path of more than {LONGEST} bytes"),
                ));
            }
            if end.is_none() {
                self.input.consume(consumed);
                continue;
            }
            self.separator = self.separator.or_else(|| buffer.get(consumed).copied());
            self.input.consume(consumed.saturating_add(1));
            if self.separator == Some(b'\n') && path.contains(&0) {
                return Err(io::Error::new(
                    io::ErrorKind::InvalidData,
                    "it mixes line breaks and NUL bytes; say --null if NUL bytes end its paths",
                ));
            }
            if cfg!(windows) && path.last() == Some(&b'\r') {
                path.pop();
            }
            if !path.is_empty() {
                return Ok(Some(path));
            }
        }
    }
}

impl<R: BufRead> Iterator for PathList<R> {
    type Item = io::Result<PathBuf>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let next = self.read().and_then(|path| path.map(to_path).transpose());
        self.ended = !matches!(next, Ok(Some(_)));
        next.transpose()
    }
}

#[cfg(unix)]
fn to_path(bytes: Vec<u8>) -> io::Result<PathBuf> {
    use std::os::unix::ffi::OsStringExt;
    Ok(PathBuf::from(std::ffi::OsString::from_vec(bytes)))
}

#[cfg(not(unix))]
fn to_path(bytes: Vec<u8>) -> io::Result<PathBuf> {
    String::from_utf8(bytes)
        .map(PathBuf::from)
        .map_err(|error| {
            io::Error::new(
                io::ErrorKind::InvalidData,
                format!("a path that is not UTF-8: {error}"),
            )
        })
}

#[cfg(test)]
mod tests {
    use std::{io::BufReader, path::PathBuf};

    use super::PathList;

    fn paths(list: &[u8], nul: bool) -> Vec<PathBuf> {
        // A tiny buffer meets every boundary.
        let input = BufReader::with_capacity(3, list);
        PathList::new(input, nul).map(Result::unwrap).collect()
    }

    #[test]
    fn lines_and_nul_bytes_are_told_apart() {
        let expected = ["a.jpg", "b c.jpg"].map(PathBuf::from);
        assert_eq!(paths(b"a.jpg\nb c.jpg\n", false), expected);
        assert_eq!(paths(b"a.jpg\0b c.jpg\0", false), expected);
        assert_eq!(paths(b"a.jpg\n\nb c.jpg", false), expected);
    }

    #[test]
    fn a_name_may_hold_a_line_break() {
        let expected = ["a.jpg", "b\nc.jpg"].map(PathBuf::from);
        assert_eq!(paths(b"a.jpg\0b\nc.jpg\0", false), expected);
        let expected = ["b\nc.jpg", "a.jpg"].map(PathBuf::from);
        assert_eq!(paths(b"b\nc.jpg\0a.jpg\0", true), expected);
    }

    #[test]
    fn a_mixture_is_refused_instead_of_guessed() {
        let mut list = PathList::new(b"b\nc.jpg\0a.jpg\nd".as_slice(), false);
        assert_eq!(list.next().unwrap().unwrap(), PathBuf::from("b"));
        assert!(list.next().unwrap().is_err());
        assert!(list.next().is_none());
    }

    #[test]
    fn an_endless_name_is_refused() {
        let name = vec![b'a'; 1 << 20];
        assert!(
            PathList::new(name.as_slice(), false)
                .next()
                .unwrap()
                .is_err()
        );
    }

    #[cfg(unix)]
    #[test]
    fn bytes_that_are_not_text_survive() {
        use std::os::unix::ffi::OsStrExt;
        let paths = paths(b"\xff.jpg\n", false);
        assert_eq!(paths[0].as_os_str().as_bytes(), b"\xff.jpg");
    }
}
