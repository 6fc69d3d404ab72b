//! Front matter: YAML between two fences at the very start of a text, as far as labels need it.
//!
//! Maps in lines and in braces, plain, quoted and folded values are read. A label in any other
//! notation (anchors, tags, lists) is handed on as it is written, so that it is told as one that
//! cannot be read.

/// Name of the entry that is a label.
const LABEL: &str = "AIGC";

/// Nesting of maps; the signature in a label nests four deep.
const DEPTH: usize = 8;

/// The text between the fences; `None` when the file does not begin with front matter.
pub(super) fn between_fences(head: &[u8]) -> Option<&str> {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let first = memchr::memchr(b'\n', head)?.checked_add(1)?;
    if head.get(..first)?.trim_ascii_end() != b"---" {
        return None;
    }
    let mut at = first;
    loop {
        let rest = head.get(at..)?;
        let line = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        if matches!(rest.get(..line)?.trim_ascii_end(), b"---" | b"...") {
            return str::from_utf8(head.get(first..at)?).ok();
        }
        at = at.checked_add(line)?.checked_add(1)?;
    }
}

/// The labels, each as a JSON object, or as it is written where it cannot be turned into one.
pub(super) fn labels(yaml: &str) -> Vec<String> {
    let mut cursor = Cursor { text: yaml, at: 0 };
    let mut labels = Vec::new();
    while let Some(indent) = cursor.next_line() {
        let start = cursor.at;
        if indent == 0 && cursor.key().as_deref() == Some(LABEL) {
            match cursor.value(0, DEPTH) {
                Some(Value::Map(json)) => labels.push(json),
                // A map in the notation of JSON, quoted as a whole.
                Some(Value::Text(text)) if text.starts_with('{') => labels.push(text),
                Some(Value::Text(_)) => {}
                None => {
                    let written = yaml.get(start..).unwrap_or_default();
                    labels.push(written.to_owned());
                    break;
                }
            }
        } else {
            cursor.at = start;
            cursor.skip_line();
        }
    }
    labels
}

/// A value.
enum Value {
    /// A map as a JSON object, all its values texts or maps.
    Map(String),
    Text(String),
}

impl Value {
    fn to_json(&self) -> String {
        match self {
            Self::Map(json) => json.clone(),
            Self::Text(text) => quoted(text),
        }
    }
}

/// A string of JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn advance(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
    }

    fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.advance(next.len_utf8());
        Some(next)
    }

    fn skip_blanks(&mut self) {
        let rest = self.rest();
        let after = rest.trim_start_matches([' ', '\t']);
        self.advance(rest.len().saturating_sub(after.len()));
    }

    /// What is left of the line, without its end.
    fn line(&self) -> &'a str {
        self.rest().split('\n').next().unwrap_or_default()
    }

    fn skip_line(&mut self) {
        let line = self.line().len();
        self.advance(line.saturating_add(1));
        self.at = self.at.min(self.text.len());
    }

    /// From the start of a line to the first character of the next one that says something; its
    /// indentation. `None` at the end.
    fn next_line(&mut self) -> Option<usize> {
        loop {
            let line = self.line();
            let content = line.trim_start_matches(' ');
            if !content.trim().is_empty() && !content.starts_with('#') {
                let indent = line.len().saturating_sub(content.len());
                self.advance(indent);
                return Some(indent);
            }
            if self.at >= self.text.len() {
                return None;
            }
            self.skip_line();
        }
    }

    /// The indentation of the next line that says something, without going there.
    fn following_indent(&mut self) -> Option<usize> {
        let at = self.at;
        let indent = self.next_line();
        self.at = at;
        indent
    }

    /// A name and its colon.
    fn key(&mut self) -> Option<String> {
        let key = match self.peek()? {
            '"' | '\'' => self.quotation()?,
            _ => {
                let line = self.line();
                let end = line.find([':', '{', '[', '#', ','])?;
                let key = line.get(..end)?;
                self.advance(end);
                key.trim().to_owned()
            }
        };
        self.skip_blanks();
        (self.next()? == ':').then_some(key)
    }

    /// The value behind a name whose line is indented by `indent`, up to the start of the line
    /// behind it.
    fn value(&mut self, indent: usize, depth: usize) -> Option<Value> {
        let depth = depth.checked_sub(1)?;
        self.skip_blanks();
        let value = match self.peek() {
            None | Some('\n' | '\r' | '#') => {
                self.skip_line();
                return match self.following_indent() {
                    Some(deeper) if deeper > indent => self.lines(deeper, depth).map(Value::Map),
                    _ => Some(Value::Text(String::new())),
                };
            }
            Some('|' | '>') => return Some(Value::Text(self.block_text(indent))),
            Some('"' | '\'') => Value::Text(self.quotation()?),
            Some('{') => Value::Map(self.braces(depth)?),
            Some('&' | '*' | '!' | '[' | '%' | '@' | '`') => return None,
            Some(_) => return self.plain(indent).map(Value::Text),
        };
        self.skip_blanks();
        if !matches!(self.peek(), None | Some('\n' | '\r' | '#')) {
            return None;
        }
        self.skip_line();
        Some(value)
    }

    /// A map with one name a line.
    fn lines(&mut self, indent: usize, depth: usize) -> Option<String> {
        let mut members = Vec::new();
        while self.following_indent().is_some_and(|own| own >= indent) {
            if self.next_line()? > indent {
                return None;
            }
            let key = self.key()?;
            // A colon belongs to a value unless a blank follows it.
            if !matches!(self.peek(), None | Some(' ' | '\t' | '\n' | '\r')) {
                return None;
            }
            let value = self.value(indent, depth)?;
            members.push(format!("{}:{}", quoted(&key), value.to_json()));
        }
        Some(format!("{{{}}}", members.join(",")))
    }

    /// A map in braces.
    fn braces(&mut self, depth: usize) -> Option<String> {
        let depth = depth.checked_sub(1)?;
        self.next()?;
        let mut members = Vec::new();
        loop {
            self.skip_white();
            if self.peek()? == '}' {
                self.next();
                break;
            }
            let key = self.key()?;
            self.skip_white();
            let value = match self.peek()? {
                '"' | '\'' => Value::Text(self.quotation()?),
                '{' => Value::Map(self.braces(depth)?),
                '[' | '&' | '*' | '!' => return None,
                _ => {
                    let rest = self.rest();
                    let end = rest.find([',', '}', '\n'])?;
                    self.advance(end);
                    Value::Text(rest.get(..end)?.trim().to_owned())
                }
            };
            members.push(format!("{}:{}", quoted(&key), value.to_json()));
            self.skip_white();
            match self.next()? {
                ',' => {}
                '}' => break,
                _ => return None,
            }
        }
        Some(format!("{{{}}}", members.join(",")))
    }

    fn skip_white(&mut self) {
        let rest = self.rest();
        let after = rest.trim_start();
        self.advance(rest.len().saturating_sub(after.len()));
    }

    /// A value in quotation marks; a line break inside is a blank, an empty line a line break.
    fn quotation(&mut self) -> Option<String> {
        let mark = self.next()?;
        let mut text = String::new();
        loop {
            match self.next()? {
                '\'' if mark == '\'' => {
                    if self.peek() != Some('\'') {
                        return Some(text);
                    }
                    self.next();
                    text.push('\'');
                }
                '"' if mark == '"' => return Some(text),
                '\\' if mark == '"' => text.extend(self.escape()?),
                '\n' => self.fold(&mut text),
                other => text.push(other),
            }
        }
    }

    /// Joins what follows a line break inside of a value to what stands before it.
    fn fold(&mut self, text: &mut String) {
        text.truncate(text.trim_end().len());
        let mut breaks: usize = 0;
        loop {
            self.skip_blanks();
            match self.peek() {
                Some('\n') => breaks = breaks.saturating_add(1),
                Some('\r') => {}
                _ => break,
            }
            self.next();
        }
        if breaks == 0 {
            text.push(' ');
        }
        text.extend(std::iter::repeat_n('\n', breaks));
    }

    /// The character behind a backslash; none for an escaped line break.
    fn escape(&mut self) -> Option<Option<char>> {
        let digits = match self.next()? {
            'n' => return Some(Some('\n')),
            't' => return Some(Some('\t')),
            'r' => return Some(Some('\r')),
            'b' => return Some(Some('\u{8}')),
            'f' => return Some(Some('\u{c}')),
            '0' => return Some(Some('\0')),
            '\n' => {
                self.skip_blanks();
                return Some(None);
            }
            same @ ('"' | '\\' | '/' | ' ') => return Some(Some(same)),
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => return None,
        };
        let number = self.rest().get(..digits)?;
        self.advance(digits);
        let number = u32::from_str_radix(number, 16).ok()?;
        Some(Some(
            char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER),
        ))
    }

    /// A value without quotation marks, which goes on in deeper lines.
    fn plain(&mut self, indent: usize) -> Option<String> {
        let mut text = String::new();
        loop {
            let line = self.line();
            let said = line.split(" #").next().unwrap_or_default().trim();
            // A colon with a blank would be a map inside of a value.
            if said.contains(": ") || said.ends_with(':') {
                return None;
            }
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(said);
            self.skip_line();
            if self.following_indent().is_none_or(|own| own <= indent) {
                return Some(text);
            }
            self.next_line()?;
        }
    }

    /// A value in lines of its own: kept as they are behind `|`, joined behind `>`.
    fn block_text(&mut self, indent: usize) -> String {
        let folded = self.peek() == Some('>');
        self.skip_line();
        let mut lines: Vec<&str> = Vec::new();
        while self.at < self.text.len() {
            let line = self.line();
            let content = line.trim_start_matches(' ');
            let deeper = line.len().saturating_sub(content.len()) > indent;
            if !deeper && !content.trim().is_empty() {
                break;
            }
            lines.push(content.trim_end());
            self.skip_line();
        }
        lines
            .join(if folded { " " } else { "\n" })
            .trim()
            .to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(yaml: &str) -> String {
        let found = labels(yaml);
        assert_eq!(found.len(), 1, "{yaml}: {found:?}");
        found.into_iter().next().unwrap_or_default()
    }

    #[test]
    fn fences_enclose_front_matter() {
        assert_eq!(between_fences(b"---\na: b\n---\n"), Some("a: b\n"));
        assert_eq!(between_fences(b"--- \r\na: b\r\n..."), Some("a: b\r\n"));
        for text in [
            b"---\na: b\n".as_slice(),
            b"----\n---\n",
            b"a\n---\n",
            b"---\n\xFF\n---\n",
        ] {
            assert_eq!(between_fences(text), None);
        }
    }

    #[test]
    fn every_notation_of_a_map_is_read() {
        let expected = r#"{"Label":"1","ProduceID":"a b"}"#;
        for yaml in [
            "AIGC:\n  Label: 1\n  ProduceID: a b\n",
            "title: x\n\nAIGC: # a label\n\n    Label: \"1\" # one\n    # more\n    ProduceID: 'a b'\nx: y",
            "AIGC: {Label: 1, ProduceID: a b}",
            "AIGC: {\"Label\":\"1\", \"ProduceID\" : \"a\\u0020b\",\n}\n",
            "\"AIGC\":\r\n  'Label': '1'\r\n  ProduceID: a\r\n    b\r\n",
            "AIGC:\n  Label: |-\n    1\n  ProduceID: >\n    a\n    b\n",
            "AIGC:\n  Label: \"\\\n    1\"\n  ProduceID: \"a\n    b\"\n",
        ] {
            assert_eq!(only(yaml), expected, "{yaml}");
        }
        assert_eq!(
            only("AIGC:\n  ReservedCode1:\n    A:\n      B: 'it''s'\n  Label:\n"),
            r#"{"ReservedCode1":{"A":{"B":"it's"}},"Label":""}"#
        );
        assert_eq!(only(r#"AIGC: '{"Label":"1"}'"#), r#"{"Label":"1"}"#);
        assert_eq!(labels("AIGC:\n  a: b\nAIGC: {a: c}\n").len(), 2);
    }

    #[test]
    fn other_entries_are_no_label() {
        for yaml in [
            "",
            "aigc:\n  Label: 1\n",
            "AIGC: yes\n",
            "AIGC:\n",
            "x: AIGC\n",
            " AIGC:\n  Label: 1\n",
            "x: |\n  AIGC:\n    Label: 1\n",
            "# AIGC: {}\n",
        ] {
            assert_eq!(labels(yaml), [""; 0], "{yaml}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_handed_on() {
        for yaml in [
            "AIGC: *other\n",
            "AIGC: &x\n  Label: 1\n",
            "AIGC: {Label: 1\n",
            "AIGC:\n  - Label\n",
            "AIGC:\n  Label: 'open\n",
            "AIGC:\n  a: b\n    c: d\n",
        ] {
            let written = only(yaml);
            assert!(serde_json::from_str::<serde_json::Value>(&written).is_err());
        }
        let deep: String = (1..30)
            .map(|depth| format!("{}x:\n", " ".repeat(depth)))
            .collect();
        only(&format!("AIGC:\n{deep}"));
    }
}
