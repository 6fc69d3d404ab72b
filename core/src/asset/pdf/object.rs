//! Objects of PDF (ISO 32000-2, 7.3), read from a run of bytes.

/// Nesting of lists and dictionaries; those that are read here nest three deep.
const DEPTH: usize = 32;

/// Values inside of one object: the longest that are read here, lists of cross-references after
/// many savings, have a few thousand.
const VALUES: usize = 1 << 14;

/// An object.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Object {
    /// Null, a truth value, or a number that is not whole: of no use here.
    Other,
    /// A whole number.
    Number(i64),
    /// A string, without its notation.
    Text(Vec<u8>),
    Name(Vec<u8>),
    List(Vec<Self>),
    Dictionary(Vec<(Vec<u8>, Self)>),
    /// The object of that number.
    Reference(u64),
}

impl Object {
    /// The entry of a dictionary.
    pub(super) fn entry(&self, name: &[u8]) -> Option<&Self> {
        match self {
            Self::Dictionary(entries) => entries
                .iter()
                .find(|(own, _)| own == name)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// A whole number that is not negative.
    pub(super) fn number(&self) -> Option<u64> {
        match self {
            Self::Number(number) => u64::try_from(*number).ok(),
            _ => None,
        }
    }
}

/// Reads objects one after the other.
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
    values_left: usize,
}

impl<'a> Lexer<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            values_left: VALUES,
        }
    }

    /// How many bytes were read.
    pub(super) const fn position(&self) -> usize {
        self.at
    }

    /// What was not read yet.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// The next object; `None` when there is none, or it is broken, cut off or too long.
    pub(super) fn object(&mut self) -> Option<Object> {
        self.values_left = VALUES;
        self.nested(DEPTH)
    }

    /// A word such as `obj`, which must be the next one.
    pub(super) fn keyword(&mut self, word: &[u8]) -> Option<()> {
        self.skip_white();
        let rest = self.rest().strip_prefix(word)?;
        if rest.first().is_some_and(|byte| is_regular(*byte)) {
            return None;
        }
        self.advance(word.len());
        Some(())
    }

    /// A whole number that is not negative.
    pub(super) fn number(&mut self) -> Option<u64> {
        self.object()?.number()
    }

    fn nested(&mut self, depth: usize) -> Option<Object> {
        let depth = depth.checked_sub(1)?;
        self.values_left = self.values_left.checked_sub(1)?;
        self.skip_white();
        match self.rest() {
            [b'<', b'<', ..] => {
                self.advance(2);
                self.dictionary(depth)
            }
            [b'<', ..] => {
                self.advance(1);
                self.hexadecimal()
            }
            [b'(', ..] => {
                self.advance(1);
                self.literal()
            }
            [b'[', ..] => {
                self.advance(1);
                let mut items = Vec::new();
                loop {
                    self.skip_white();
                    if self.rest().first()? == &b']' {
                        self.advance(1);
                        return Some(Object::List(items));
                    }
                    items.push(self.nested(depth)?);
                }
            }
            [b'/', ..] => {
                self.advance(1);
                Some(Object::Name(self.name()))
            }
            _ => self.word(),
        }
    }

    fn dictionary(&mut self, depth: usize) -> Option<Object> {
        let mut entries = Vec::new();
        loop {
            self.skip_white();
            match self.rest() {
                [b'>', b'>', ..] => {
                    self.advance(2);
                    return Some(Object::Dictionary(entries));
                }
                [b'/', ..] => {
                    self.advance(1);
                    let name = self.name();
                    entries.push((name, self.nested(depth)?));
                }
                _ => return None,
            }
        }
    }

    /// A number, a reference, or a word.
    fn word(&mut self) -> Option<Object> {
        let word = self.regular();
        if word.is_empty() {
            return None;
        }
        let Some(number) = whole(word) else {
            return Some(Object::Other);
        };
        if let Ok(referred) = u64::try_from(number) {
            let after = self.at;
            self.skip_white();
            let generation = self.regular();
            if whole(generation).is_some() && self.keyword(b"R").is_some() {
                return Some(Object::Reference(referred));
            }
            self.at = after;
        }
        Some(Object::Number(number))
    }

    /// A name behind its slash; `#` and two digits are a byte.
    fn name(&mut self) -> Vec<u8> {
        let mut name = Vec::new();
        let mut rest = self.regular();
        loop {
            match rest {
                [b'#', high, low, after @ ..]
                    if digit(*high).is_some() && digit(*low).is_some() =>
                {
                    name.push(
                        digit(*high).unwrap_or_default() << 4 | digit(*low).unwrap_or_default(),
                    );
                    rest = after;
                }
                [byte, after @ ..] => {
                    name.push(*byte);
                    rest = after;
                }
                [] => return name,
            }
        }
    }

    /// A string in parentheses, which may nest.
    fn literal(&mut self) -> Option<Object> {
        let mut text = Vec::new();
        let mut open: usize = 1;
        loop {
            match self.next()? {
                b'(' => {
                    open = open.saturating_add(1);
                    text.push(b'(');
                }
                b')' => {
                    open = open.saturating_sub(1);
                    if open == 0 {
                        return Some(Object::Text(text));
                    }
                    text.push(b')');
                }
                b'\\' => self.escape(&mut text)?,
                byte => text.push(byte),
            }
        }
    }

    fn escape(&mut self, text: &mut Vec<u8>) -> Option<()> {
        match self.next()? {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\n' => {}
            b'\r' => {
                if self.rest().first() == Some(&b'\n') {
                    self.advance(1);
                }
            }
            first @ b'0'..=b'7' => {
                let mut value = first & 7;
                for _ in 0..2 {
                    if let Some(byte @ b'0'..=b'7') = self.rest().first() {
                        // Of three digits, what exceeds a byte is ignored.
                        value = value << 3 | byte & 7;
                        self.advance(1);
                    }
                }
                text.push(value);
            }
            other => text.push(other),
        }
        Some(())
    }

    /// A string of hexadecimal digits; a missing last one is 0.
    fn hexadecimal(&mut self) -> Option<Object> {
        let mut text = Vec::new();
        let mut high = None;
        loop {
            let byte = self.next()?;
            match (digit(byte), high) {
                (Some(value), None) => high = Some(value << 4),
                (Some(value), Some(held)) => {
                    text.push(held | value);
                    high = None;
                }
                (None, _) if byte == b'>' => {
                    text.extend(high);
                    return Some(Object::Text(text));
                }
                (None, _) if is_white(byte) => {}
                _ => return None,
            }
        }
    }

    /// The regular characters from here on.
    fn regular(&mut self) -> &'a [u8] {
        let rest = self.rest();
        let length = rest
            .iter()
            .position(|byte| !is_regular(*byte))
            .unwrap_or(rest.len());
        self.advance(length);
        rest.get(..length).unwrap_or_default()
    }

    /// Skips white space and comments.
    fn skip_white(&mut self) {
        loop {
            let rest = self.rest();
            match rest.first() {
                Some(b'%') => {
                    let line = rest
                        .iter()
                        .position(|byte| matches!(byte, b'\n' | b'\r'))
                        .unwrap_or(rest.len());
                    self.advance(line);
                }
                Some(byte) if is_white(*byte) => self.advance(1),
                _ => return,
            }
        }
    }

    fn next(&mut self) -> Option<u8> {
        let byte = *self.rest().first()?;
        self.advance(1);
        Some(byte)
    }

    const fn advance(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
    }
}

fn whole(word: &[u8]) -> Option<i64> {
    str::from_utf8(word).ok()?.parse().ok()
}

const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte.wrapping_sub(b'0')),
        b'a'..=b'f' => Some(byte.wrapping_sub(b'a').wrapping_add(10)),
        b'A'..=b'F' => Some(byte.wrapping_sub(b'A').wrapping_add(10)),
        _ => None,
    }
}

const fn is_white(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

const fn is_regular(byte: u8) -> bool {
    !is_white(byte)
        && !matches!(
            byte,
            b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Option<Object> {
        Lexer::new(bytes).object()
    }

    fn text(text: &[u8]) -> Option<Object> {
        Some(Object::Text(text.to_vec()))
    }

    #[test]
    fn strings_in_every_notation() {
        assert_eq!(read(b" (a(b)c)"), text(b"a(b)c"));
        assert_eq!(
            read(
                br"(\(\)\\\n\101\7\
x\q)"
            ),
            text(b"()\\\nA\x07xq")
        );
        assert_eq!(read(b"<4 1 4>"), text(b"A@"));
        for broken in [b"(a".as_slice(), b"<4", b"<4x>", b"(a\\", b""] {
            assert_eq!(read(broken), None);
        }
    }

    #[test]
    fn dictionaries_lists_and_references() {
        let object = read(b"<</A#49GC[1 2 R -3 0.5 true]%x\n/B<</C 7 0 R>>>>").unwrap();
        let list = vec![
            Object::Reference(1),
            Object::Number(-3),
            Object::Other,
            Object::Other,
        ];
        assert_eq!(object.entry(b"AIGC"), Some(&Object::List(list)));
        let inner = object.entry(b"B").unwrap();
        assert_eq!(inner.entry(b"C"), Some(&Object::Reference(7)));
        assert_eq!(read(b"1 2 Rx"), Some(Object::Number(1)));
        for broken in [b"<<".as_slice(), b"<</A>>", b"<<1>>", b"[1", b">>"] {
            assert_eq!(read(broken), None);
        }
        assert_eq!(read(&b"[".repeat(10_000)), None);
        let long = [b"[".to_vec(), b"1 ".repeat(VALUES), b"]".to_vec()].concat();
        assert_eq!(read(&long), None);
    }
}
