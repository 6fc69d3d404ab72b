//! Reading CBOR (RFC 8949) values of claims and assertions.

use ciborium::Value;

/// Nesting allowed in one value. Real claims and assertions nest at most 8 deep.
const DEPTH: usize = 64;

/// Reads one value from the start of `bytes`.
pub(crate) fn parse(bytes: &[u8]) -> Option<Value> {
    ciborium::de::from_reader_with_recursion_limit(bytes, DEPTH).ok()
}

/// The value of a text key in a map.
pub(crate) fn field<'a>(map: &'a Value, key: &str) -> Option<&'a Value> {
    map.as_map()?
        .iter()
        .find(|(found, _)| found.as_text() == Some(key))
        .map(|(_, value)| value)
}

/// The text value of a text key in a map.
pub(crate) fn text<'a>(map: &'a Value, key: &str) -> Option<&'a str> {
    field(map, key)?.as_text()
}

/// A date or other tagged text, as written.
pub(crate) fn tagged_text(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        Value::Tag(_, inner) => inner.as_text(),
        _ => None,
    }
}

/// The elements of the array at a text key in a map; none when it is missing.
pub(crate) fn list<'a>(map: &'a Value, key: &str) -> &'a [Value] {
    field(map, key)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// A non-negative integer that fits.
pub(crate) fn unsigned(value: &Value) -> Option<u64> {
    value
        .as_integer()
        .and_then(|number| u64::try_from(number).ok())
}
