//! A bounded reader of BER, as lenient as time-stamp authorities need: long-form lengths,
//! indefinite lengths and constructed strings are read; nothing is copied but split strings.

/// How deep indefinite-length elements may nest. CMS nests 8 deep.
const MAX_DEPTH: usize = 24;

/// One element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Element<'a> {
    /// Identifier octet: class, constructed bit and tag number below 31.
    pub(crate) tag: u8,
    /// Contents, without the end-of-contents octets.
    pub(crate) contents: &'a [u8],
    /// The element as received, header included.
    pub(crate) raw: &'a [u8],
}

pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const OCTET_STRING: u8 = 0x04;
pub(crate) const OBJECT_IDENTIFIER: u8 = 0x06;
pub(crate) const GENERALIZED_TIME: u8 = 0x18;
pub(crate) const SEQUENCE: u8 = 0x30;
pub(crate) const SET: u8 = 0x31;
const CONSTRUCTED: u8 = 0x20;

/// A context-specific constructed tag.
pub(crate) const fn context(number: u8) -> u8 {
    0xa0 | number
}

/// A cursor over consecutive elements.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// The next element, if it is whole.
    pub(crate) fn next(&mut self) -> Option<Element<'a>> {
        let (element, rest) = element(self.rest, 0)?;
        self.rest = rest;
        Some(element)
    }

    /// The next element, if it has this tag; else nothing is consumed.
    pub(crate) fn take(&mut self, tag: u8) -> Option<Element<'a>> {
        let (element, rest) = element(self.rest, 0)?;
        if element.tag != tag {
            return None;
        }
        self.rest = rest;
        Some(element)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }
}

impl<'a> Element<'a> {
    /// A reader of what it contains.
    pub(crate) fn reader(&self) -> Reader<'a> {
        Reader::new(self.contents)
    }

    /// All elements it contains; `None` when they do not fill it exactly.
    pub(crate) fn children(&self) -> Option<Vec<Self>> {
        let mut reader = self.reader();
        let mut children = Vec::new();
        while !reader.is_empty() {
            children.push(reader.next()?);
        }
        Some(children)
    }

    /// The octets of an octet string, joined when it is constructed. `tag` is its primitive tag.
    pub(crate) fn octets(&self, tag: u8) -> Option<Vec<u8>> {
        if self.tag == tag {
            return Some(self.contents.to_vec());
        }
        if self.tag != tag | CONSTRUCTED {
            return None;
        }
        let mut joined = Vec::new();
        for part in self.children()? {
            if part.tag != OCTET_STRING {
                return None;
            }
            joined.extend_from_slice(part.contents);
        }
        Some(joined)
    }
}

/// Encodes one DER element. Contents of 4 GiB and more do not occur.
pub(crate) fn encode(tag: u8, contents: &[u8]) -> Vec<u8> {
    let length = contents.len().to_be_bytes();
    let significant: Vec<u8> = length.into_iter().skip_while(|byte| *byte == 0).collect();
    let mut element = vec![tag];
    match significant.as_slice() {
        [] => element.push(0),
        [short] if *short < 0x80 => element.push(*short),
        long => {
            element.push(0x80 | u8::try_from(long.len()).unwrap_or(0x7f));
            element.extend_from_slice(long);
        }
    }
    element.extend_from_slice(contents);
    element
}

fn element(bytes: &[u8], depth: usize) -> Option<(Element<'_>, &[u8])> {
    let (tag, rest) = bytes.split_first()?;
    // Tag numbers of 31 and above do not occur in CMS.
    if tag & 0x1f == 0x1f {
        return None;
    }
    let (first, rest) = rest.split_first()?;
    let (contents, rest) = match *first {
        0x80 => {
            if tag & CONSTRUCTED == 0 || depth >= MAX_DEPTH {
                return None;
            }
            let mut cursor = rest;
            loop {
                if let Some(after) = cursor.strip_prefix(&[0, 0]) {
                    let length = rest.len().checked_sub(cursor.len())?;
                    break (rest.get(..length)?, after);
                }
                cursor = element(cursor, depth.saturating_add(1))?.1;
            }
        }
        short if short < 0x80 => rest.split_at_checked(usize::from(short))?,
        long => {
            let (length, rest) = rest.split_at_checked(usize::from(long & 0x7f))?;
            let length = length.iter().try_fold(0_usize, |length, byte| {
                length.checked_mul(256)?.checked_add(usize::from(*byte))
            })?;
            rest.split_at_checked(length)?
        }
    };
    let consumed = bytes.len().checked_sub(rest.len())?;
    Some((
        Element {
            tag: *tag,
            contents,
            raw: bytes.get(..consumed)?,
        },
        rest,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definite_and_indefinite_lengths_read_alike() {
        let definite = [0x30, 0x03, 0x02, 0x01, 0x05];
        let indefinite = [0x30, 0x80, 0x02, 0x01, 0x05, 0x00, 0x00, 0xff];
        let first = Reader::new(&definite).next().unwrap();
        let mut reader = Reader::new(&indefinite);
        let second = reader.next().unwrap();
        assert_eq!(first.contents, second.contents);
        assert_eq!(second.raw, &indefinite[..7]);
        assert!(!reader.is_empty());
    }

    #[test]
    fn constructed_octet_strings_are_joined() {
        let bytes = [
            0x24, 0x80, 0x04, 0x01, 0xaa, 0x04, 0x02, 0xbb, 0xcc, 0x00, 0x00,
        ];
        let element = Reader::new(&bytes).next().unwrap();
        assert_eq!(element.octets(OCTET_STRING).unwrap(), [0xaa, 0xbb, 0xcc]);
    }

    #[test]
    fn truncated_and_endless_elements_are_refused() {
        assert_eq!(Reader::new(&[0x30, 0x05, 0x02]).next(), None);
        assert_eq!(Reader::new(&[0x30, 0x80, 0x02, 0x01, 0x05]).next(), None);
        let nested = [0x30, 0x80].repeat(100_000);
        assert_eq!(Reader::new(&nested).next(), None);
        let long = [0x04, 0x89, 1, 1, 1, 1, 1, 1, 1, 1, 1];
        assert_eq!(Reader::new(&long).next(), None);
    }

    #[test]
    fn encoding_reads_back() {
        for length in [0, 1, 127, 128, 255, 256, 70_000] {
            let contents = vec![7; length];
            let encoded = encode(OCTET_STRING, &contents);
            let element = Reader::new(&encoded).next().unwrap();
            assert_eq!(
                (element.contents, element.raw),
                (&contents[..], &encoded[..])
            );
        }
    }
}
