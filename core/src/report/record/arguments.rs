//! Names and figures that a sentence quotes, as one JSON object in the order of first mention.

use std::fmt;

use serde::{
    Deserializer, Serializer,
    de::{MapAccess, Visitor},
};

/// Placeholder names with their values.
pub(super) type Arguments = Vec<(String, String)>;

pub(super) fn serialize<S: Serializer>(
    arguments: &[(String, String)],
    to: S,
) -> Result<S::Ok, S::Error> {
    to.collect_map(arguments.iter().map(|(name, value)| (name, value)))
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Arguments, D::Error> {
    struct Pairs;

    impl<'de> Visitor<'de> for Pairs {
        type Value = Arguments;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("an object of texts")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Arguments, A::Error> {
            let mut pairs = Arguments::new();
            while let Some(pair) = map.next_entry()? {
                pairs.push(pair);
            }
            Ok(pairs)
        }
    }

    from.deserialize_map(Pairs)
}
