//! Values with a unit, as people write them.

use std::{str::FromStr, time::Duration};

use serde::{Deserialize, Deserializer, de};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

/// A size in bytes: `500`, `64K`, `500M`, `2G`, `2GiB`. Letters stand for powers of 1024.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ByteSize(pub(crate) u64);

/// A number of pixels: `500000`, `500K`, `50M`, `1G`. Letters stand for powers of 1000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PixelCount(pub(crate) u64);

/// A moment: RFC 3339, or a date, which stands for its beginning in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment(pub(crate) OffsetDateTime);

/// A length of time: seconds, fractions allowed, more than 0 and at most a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Seconds(pub(crate) Duration);

/// The longest deadline, in seconds.
const DAY: f64 = 86_400.0;

impl FromStr for ByteSize {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let advice = || format!("'{text}' is no size; write for example 500M or 2G");
        let digits = text.trim_end_matches(|character: char| character.is_ascii_alphabetic());
        let unit = text.get(digits.len()..).unwrap_or_default();
        let shift = match unit.to_ascii_uppercase().as_str() {
            "" | "B" => 0,
            "K" | "KB" | "KIB" => 10,
            "M" | "MB" | "MIB" => 20,
            "G" | "GB" | "GIB" => 30,
            "T" | "TB" | "TIB" => 40,
            _ => return Err(advice()),
        };
        let number: u64 = digits.parse().map_err(|_| advice())?;
        number
            .checked_mul(1 << shift)
            .map(Self)
            .ok_or_else(|| format!("'{text}' is more than any file can have"))
    }
}

impl FromStr for PixelCount {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let advice = || format!("'{text}' is no number of pixels; write for example 50M");
        let digits = text.trim_end_matches(|character: char| character.is_ascii_alphabetic());
        let unit = text.get(digits.len()..).unwrap_or_default();
        let factor: u64 = match unit.to_ascii_uppercase().as_str() {
            "" => 1,
            "K" => 1_000,
            "M" | "MP" => 1_000_000,
            "G" | "GP" => 1_000_000_000,
            _ => return Err(advice()),
        };
        let number: u64 = digits.parse().map_err(|_| advice())?;
        number.checked_mul(factor).map(Self).ok_or_else(advice)
    }
}

impl FromStr for Moment {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        OffsetDateTime::parse(text, &Rfc3339)
            .or_else(|_| OffsetDateTime::parse(&format!("{text}T00:00:00Z"), &Rfc3339))
            .map(|moment| Self(moment.to_offset(time::UtcOffset::UTC)))
            .map_err(|_| format!("'{text}' is no moment; write for example 2026-11-15T00:00:00Z"))
    }
}

impl Seconds {
    fn new(seconds: f64) -> Result<Self, String> {
        if seconds > 0.0 && seconds <= DAY {
            Ok(Self(Duration::from_secs_f64(seconds)))
        } else {
            Err("a deadline is more than 0 and at most 86400 seconds".to_owned())
        }
    }
}

impl FromStr for Seconds {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        text.parse()
            .map_err(|_| format!("'{text}' is no number of seconds"))
            .and_then(Self::new)
    }
}

impl<'de> Deserialize<'de> for ByteSize {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Number(u64),
            Text(String),
        }
        match Written::deserialize(deserializer)? {
            Written::Number(bytes) => Ok(Self(bytes)),
            Written::Text(text) => text.parse().map_err(de::Error::custom),
        }
    }
}

impl<'de> Deserialize<'de> for PixelCount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Number(u64),
            Text(String),
        }
        match Written::deserialize(deserializer)? {
            Written::Number(pixels) => Ok(Self(pixels)),
            Written::Text(text) => text.parse().map_err(de::Error::custom),
        }
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}

impl<'de> Deserialize<'de> for Seconds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(f64::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::{ByteSize, Moment, PixelCount, Seconds};

    #[test]
    fn pixel_counts() {
        let pixels = |text: &str| text.parse::<PixelCount>().map(|count| count.0);
        assert_eq!(pixels("12000000"), Ok(12_000_000));
        assert_eq!(pixels("50M"), Ok(50_000_000));
        assert!(pixels("50 million").is_err());
        assert!(pixels("99999999999G").is_err());
    }

    #[test]
    fn sizes() {
        let bytes = |text: &str| text.parse::<ByteSize>().map(|size| size.0);
        assert_eq!(bytes("500"), Ok(500));
        assert_eq!(bytes("2G"), Ok(2 << 30));
        assert_eq!(bytes("2GiB"), Ok(2 << 30));
        assert!(bytes("2X").is_err());
        assert!(bytes("-1").is_err());
        assert!(bytes("99999999T").is_err());
    }

    #[test]
    fn moments() {
        let seconds = |text: &str| {
            text.parse::<Moment>()
                .map(|moment| moment.0.unix_timestamp())
        };
        assert_eq!(seconds("2026-11-15T00:00:00Z"), Ok(1_794_700_800));
        assert_eq!(seconds("2026-11-15T01:00:00+01:00"), Ok(1_794_700_800));
        assert_eq!(seconds("2026-11-15"), Ok(1_794_700_800));
        assert!(seconds("yesterday").is_err());
    }

    #[test]
    fn deadlines() {
        assert!("0.5".parse::<Seconds>().is_ok());
        for wrong in ["0", "-1", "NaN", "inf", "100000", "soon"] {
            assert!(wrong.parse::<Seconds>().is_err(), "{wrong}");
        }
    }
}
