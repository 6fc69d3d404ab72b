//! JSON as labels carry it: order and numbers as written, and no name twice in one object.
//!
//! `serde_json` keeps the last of two equal names and turns numbers into binary ones; a label
//! with two values is two labels, and a signature covers the digits as they were written.

/// Nesting of values; generators' graphs nest about ten deep.
const DEPTH: usize = 64;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as written; also `NaN` and `Infinity`, which Python writes.
    Number(String),
    /// A string, unescaped.
    Text(String),
    /// An array.
    List(Vec<Self>),
    /// An object, in order.
    Object(Vec<(String, Self)>),
}

/// Why text is no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum JsonError {
    /// Not JSON from here on.
    #[error("no JSON at byte {0}")]
    Malformed(usize),
    /// An object has a name twice.
    #[error("a name stands twice in one object, at byte {0}")]
    Twice(usize),
    /// Nests deeper than any label.
    #[error("nests deeper than the limit at byte {0}")]
    Deep(usize),
}

impl Json {
    /// Reads one value that takes the whole text, but for white space around it.
    pub(super) fn read(text: &str) -> Result<Self, JsonError> {
        let mut reader = Reader {
            text: text.as_bytes(),
            at: 0,
        };
        let value = reader.value(0)?;
        reader.skip_space();
        if reader.at == text.len() {
            Ok(value)
        } else {
            Err(JsonError::Malformed(reader.at))
        }
    }

    /// Reads one object that takes the whole text; `None` for anything else.
    pub(super) fn object(text: &str) -> Option<Vec<(String, Self)>> {
        match Self::read(text) {
            Ok(Self::Object(members)) => Some(members),
            _ => None,
        }
    }

    /// The member of that name.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => member(members, name),
            _ => None,
        }
    }

    /// A string's text.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value as Python's `json.dumps` writes it by default: a space after each comma and
    /// colon, and everything beyond ASCII escaped.
    pub(super) fn to_python(&self) -> String {
        let mut written = String::new();
        self.write_python(&mut written);
        written
    }

    fn write_python(&self, written: &mut String) {
        match self {
            Self::Null => written.push_str("null"),
            Self::Bool(true) => written.push_str("true"),
            Self::Bool(false) => written.push_str("false"),
            Self::Number(number) => written.push_str(number),
            Self::Text(text) => write_string(text, written),
            Self::List(values) => {
                written.push('[');
                for (position, value) in values.iter().enumerate() {
                    if position > 0 {
                        written.push_str(", ");
                    }
                    value.write_python(written);
                }
                written.push(']');
            }
            Self::Object(members) => {
                written.push('{');
                for (position, (name, value)) in members.iter().enumerate() {
                    if position > 0 {
                        written.push_str(", ");
                    }
                    write_string(name, written);
                    written.push_str(": ");
                    value.write_python(written);
                }
                written.push('}');
            }
        }
    }
}

/// The member of that name.
pub(super) fn member<'a>(members: &'a [(String, Json)], name: &str) -> Option<&'a Json> {
    members
        .iter()
        .find(|(own, _)| own == name)
        .map(|(_, value)| value)
}

fn write_string(text: &str, written: &mut String) {
    written.push('"');
    for character in text.chars() {
        match character {
            '"' => written.push_str("\\\""),
            '\\' => written.push_str("\\\\"),
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            '\t' => written.push_str("\\t"),
            '\u{8}' => written.push_str("\\b"),
            '\u{c}' => written.push_str("\\f"),
            ' '..='~' => written.push(character),
            _ => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    written.push_str(&format!("\\u{unit:04x}"));
                }
            }
        }
    }
    written.push('"');
}

struct Reader<'a> {
    text: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn advance(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.advance();
        }
    }

    const fn malformed<T>(&self) -> Result<T, JsonError> {
        Err(JsonError::Malformed(self.at))
    }

    fn expect(&mut self, byte: u8) -> Result<(), JsonError> {
        if self.peek() != Some(byte) {
            return self.malformed();
        }
        self.advance();
        Ok(())
    }

    fn word(&mut self, word: &str) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let found = rest.starts_with(word.as_bytes());
        if found {
            self.at = self.at.saturating_add(word.len());
        }
        found
    }

    fn value(&mut self, depth: usize) -> Result<Json, JsonError> {
        if depth > DEPTH {
            return Err(JsonError::Deep(self.at));
        }
        self.skip_space();
        match self.peek() {
            Some(b'{') => self.members(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => self.string().map(Json::Text),
            Some(b't') if self.word("true") => Ok(Json::Bool(true)),
            Some(b'f') if self.word("false") => Ok(Json::Bool(false)),
            Some(b'n') if self.word("null") => Ok(Json::Null),
            _ => self.number(),
        }
    }

    fn number(&mut self) -> Result<Json, JsonError> {
        for word in ["NaN", "Infinity", "-Infinity"] {
            if self.word(word) {
                return Ok(Json::Number(word.to_owned()));
            }
        }
        let start = self.at;
        while matches!(
            self.peek(),
            Some(b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E')
        ) {
            self.advance();
        }
        let written = self.text.get(start..self.at).unwrap_or_default();
        let written = str::from_utf8(written).unwrap_or_default();
        if written.parse::<f64>().is_err() {
            return Err(JsonError::Malformed(start));
        }
        Ok(Json::Number(written.to_owned()))
    }

    fn list(&mut self, depth: usize) -> Result<Json, JsonError> {
        self.advance();
        let mut values = Vec::new();
        self.skip_space();
        if self.peek() == Some(b']') {
            self.advance();
            return Ok(Json::List(values));
        }
        loop {
            values.push(self.value(depth.saturating_add(1))?);
            self.skip_space();
            if self.peek() == Some(b',') {
                self.advance();
                continue;
            }
            self.expect(b']')?;
            return Ok(Json::List(values));
        }
    }

    fn members(&mut self, depth: usize) -> Result<Json, JsonError> {
        self.advance();
        let mut members: Vec<(String, Json)> = Vec::new();
        let mut names = std::collections::HashSet::new();
        self.skip_space();
        if self.peek() == Some(b'}') {
            self.advance();
            return Ok(Json::Object(members));
        }
        loop {
            self.skip_space();
            let at = self.at;
            let name = self.string()?;
            if !names.insert(name.clone()) {
                return Err(JsonError::Twice(at));
            }
            self.skip_space();
            self.expect(b':')?;
            let value = self.value(depth.saturating_add(1))?;
            members.push((name, value));
            self.skip_space();
            if self.peek() == Some(b',') {
                self.advance();
                continue;
            }
            self.expect(b'}')?;
            return Ok(Json::Object(members));
        }
    }

    fn string(&mut self) -> Result<String, JsonError> {
        self.expect(b'"')?;
        let mut text: Vec<u8> = Vec::new();
        loop {
            let Some(byte) = self.peek() else {
                return self.malformed();
            };
            self.advance();
            match byte {
                b'"' => break,
                b'\\' => {
                    let character = self.escape()?;
                    text.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                }
                // Raw control characters are against the standard and common in prompts.
                byte => text.push(byte),
            }
        }
        // The text was UTF-8 and is cut at ASCII only.
        String::from_utf8(text).or_else(|_| self.malformed())
    }

    fn escape(&mut self) -> Result<char, JsonError> {
        let Some(byte) = self.peek() else {
            return self.malformed();
        };
        self.advance();
        Ok(match byte {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.unit()?;
                let mut units = vec![first];
                if (0xD800..0xDC00).contains(&first) && self.word("\\u") {
                    units.push(self.unit()?);
                }
                let mut decoded = char::decode_utf16(units);
                match decoded.next() {
                    Some(Ok(character)) => character,
                    _ => char::REPLACEMENT_CHARACTER,
                }
            }
            _ => return self.malformed(),
        })
    }

    fn unit(&mut self) -> Result<u16, JsonError> {
        let end = self.at.saturating_add(4);
        let digits = self
            .text
            .get(self.at..end)
            .and_then(|digits| str::from_utf8(digits).ok());
        let unit = digits.and_then(|digits| u16::from_str_radix(digits, 16).ok());
        let Some(unit) = unit else {
            return self.malformed();
        };
        self.at = end;
        Ok(unit)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn values_are_kept_as_written_and_in_order() {
        let text = r#" {"z": 1.50, "a": [true, null, NaN, -2e-05], "\u00e9\ud83d\ude00": "x\ny"} "#;
        let value = Json::read(text).unwrap();
        assert_eq!(
            value.to_python(),
            r#"{"z": 1.50, "a": [true, null, NaN, -2e-05], "\u00e9\ud83d\ude00": "x\ny"}"#
        );
        assert_eq!(value.get("z"), Some(&Json::Number("1.50".to_owned())));
    }

    #[test]
    fn two_equal_names_are_an_error() {
        assert_eq!(Json::read(r#"{"a":1,"a":1}"#), Err(JsonError::Twice(7)));
        assert!(Json::read(r#"{"a":{"a":1}}"#).is_ok());
    }

    #[test]
    fn what_is_no_json_is_refused() {
        for text in [
            "",
            "{",
            "{]",
            "[1,]",
            "{\"a\"}",
            "tru",
            "1 2",
            "\"",
            "\"\\x\"",
            "--1",
            "{\"a\":1}x",
        ] {
            assert!(
                matches!(Json::read(text), Err(JsonError::Malformed(_))),
                "{text}"
            );
        }
        assert!(matches!(
            Json::read(&"[".repeat(100)),
            Err(JsonError::Deep(_))
        ));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,80}") {
            let _ = Json::read(&text);
        }

        #[test]
        fn what_is_written_reads_back(text in "\\PC{0,20}", number in any::<i32>()) {
            let value = Json::Object(vec![
                (text.clone(), Json::List(vec![Json::Number(number.to_string()), Json::Text(text)])),
            ]);
            prop_assert_eq!(Json::read(&value.to_python()), Ok(value));
        }
    }
}
