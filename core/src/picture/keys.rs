//! Private watermark keys on their way from a file to a detection, across a pipe.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use zeroize::Zeroize;

use crate::watermark::Key;

/// A private watermark key, as settings carry it. Wiped on drop; `Debug` shows its identifier
/// only. Serialised for the pipe to a worker process alone.
#[derive(Clone, PartialEq, Eq)]
pub struct MarkKey([u8; 32]);

/// A file that holds no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a watermark key is 32 bytes, or 64 hexadecimal digits; this file has {found} bytes")]
pub struct KeyFileError {
    /// Its length.
    pub found: usize,
}

impl MarkKey {
    /// Reads a key file: 32 bytes, or 64 hexadecimal digits and white space after them.
    ///
    /// # Errors
    /// When it is neither.
    pub fn read(file: &[u8]) -> Result<Self, KeyFileError> {
        if let Ok(secret) = file.try_into() {
            return Ok(Self(secret));
        }
        let mut secret = [0; 32];
        hex::decode_to_slice(file.trim_ascii_end(), &mut secret)
            .map(|()| Self(secret))
            .map_err(|_| KeyFileError { found: file.len() })
    }

    /// The key itself.
    #[must_use]
    pub const fn key(&self) -> Key {
        Key::from_secret(self.0)
    }
}

impl Drop for MarkKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for MarkKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_tuple("MarkKey")
            .field(&self.key().id())
            .finish()
    }
}

impl Serialize for MarkKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&hex::encode(self.0))
    }
}

impl<'de> Deserialize<'de> for MarkKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut text = String::deserialize(deserializer)?;
        let key = Self::read(text.as_bytes()).map_err(D::Error::custom);
        text.zeroize();
        key
    }
}

#[cfg(test)]
mod tests {
    use super::MarkKey;

    #[test]
    fn bytes_and_digits_are_one_key_and_debug_hides_it() {
        let raw = MarkKey::read(&[0xab; 32]).unwrap();
        let digits = MarkKey::read(format!("{}\n", "ab".repeat(32)).as_bytes()).unwrap();
        assert_eq!(raw, digits);
        assert!(!format!("{raw:?}").contains("abab"));
        let piped = serde_json::to_string(&raw).unwrap();
        assert_eq!(serde_json::from_str::<MarkKey>(&piped).unwrap(), raw);
        assert!(MarkKey::read(b"short").is_err());
        assert!(MarkKey::read(&[b'g'; 64]).is_err());
    }
}
