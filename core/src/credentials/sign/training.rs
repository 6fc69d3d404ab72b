//! What may be done with the content by those who mine or train on it.
//!
//! C2PA 2.x leaves this to the CAWG Training and Data Mining assertion 1.1
//! (`cawg.training-mining`).

use serde_json::{Map, Value, json};

use super::error::SignError;

/// The four entries of the assertion, without their `cawg.` prefix.
const ENTRIES: [&str; 4] = [
    "ai_training",
    "ai_inference",
    "ai_generative_training",
    "data_mining",
];

/// Whether a use is permitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Permission {
    /// `allowed`.
    Allowed,
    /// `notAllowed`.
    NotAllowed,
    /// `constrained`: ask, or read the text or address given.
    Constrained(Option<String>),
}

impl Permission {
    fn parse(text: &str) -> Option<Self> {
        match text.split_once(':') {
            None if text == "allowed" => Some(Self::Allowed),
            None if text == "notAllowed" => Some(Self::NotAllowed),
            None if text == "constrained" => Some(Self::Constrained(None)),
            Some(("constrained", terms)) if !terms.is_empty() => {
                Some(Self::Constrained(Some(terms.to_owned())))
            }
            _ => None,
        }
    }

    fn entry(&self) -> Value {
        match self {
            Self::Allowed => json!({ "use": "allowed" }),
            Self::NotAllowed => json!({ "use": "notAllowed" }),
            Self::Constrained(None) => json!({ "use": "constrained" }),
            Self::Constrained(Some(terms)) => {
                json!({ "use": "constrained", "constraint_info": terms })
            }
        }
    }
}

/// Permissions for training and mining; an entry that is not named says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrainingMining {
    entries: Vec<(&'static str, Permission)>,
}

impl TrainingMining {
    /// Adds what one `--training` option says: `USE` for all four entries or `ENTRY=USE` for one,
    /// where `USE` is `allowed`, `notAllowed`, `constrained` or `constrained:TERMS`. Later ones
    /// override earlier ones.
    ///
    /// # Errors
    /// [`SignError::Options`] naming the values that exist.
    pub fn add(&mut self, text: &str) -> Result<(), SignError> {
        let refusal = || {
            SignError::Options(format!(
                "{text} says nothing about training; use allowed, notAllowed, constrained or \
                 constrained:TERMS, alone or after one of {}=",
                ENTRIES.join("=, ")
            ))
        };
        // TERMS may hold a "=", so an entry's name must come first.
        let named = ENTRIES.into_iter().find_map(|entry| {
            let rest = text.strip_prefix("cawg.").unwrap_or(text);
            Some((entry, rest.strip_prefix(entry)?.strip_prefix('=')?))
        });
        let (entries, permission) = match named {
            Some((entry, permission)) => (vec![entry], permission),
            None => (ENTRIES.to_vec(), text),
        };
        let permission = Permission::parse(permission).ok_or_else(refusal)?;
        for entry in entries {
            self.entries.retain(|(name, _)| *name != entry);
            self.entries.push((entry, permission.clone()));
        }
        Ok(())
    }

    /// True when nothing is said.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The assertion, as one entry of a manifest definition.
    pub(super) fn assertion(&self) -> Value {
        let entries: Map<String, Value> = ENTRIES
            .into_iter()
            .filter_map(|name| {
                let (_, permission) = self.entries.iter().find(|(entry, _)| *entry == name)?;
                Some((format!("cawg.{name}"), permission.entry()))
            })
            .collect();
        json!({
            "label": "cawg.training-mining",
            "data": { "entries": entries },
            "created": true,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(options: &[&str]) -> Value {
        let mut training = TrainingMining::default();
        for option in options {
            training.add(option).unwrap();
        }
        training.assertion()["data"]["entries"].clone()
    }

    #[test]
    fn one_word_speaks_for_all_entries() {
        let all = entries(&["notAllowed"]);
        assert_eq!(all.as_object().unwrap().len(), 4);
        assert_eq!(all["cawg.ai_training"]["use"], "notAllowed");
    }

    #[test]
    fn later_options_override_earlier_ones() {
        let mixed = entries(&[
            "notAllowed",
            "data_mining=constrained:https://example.org/?a=b",
        ]);
        assert_eq!(mixed["cawg.ai_inference"]["use"], "notAllowed");
        assert_eq!(
            mixed["cawg.data_mining"],
            json!({ "use": "constrained", "constraint_info": "https://example.org/?a=b" })
        );
        assert_eq!(
            entries(&["ai_training=allowed"]).as_object().unwrap().len(),
            1
        );
    }

    #[test]
    fn other_words_are_refused() {
        for text in [
            "",
            "no",
            "constrained:",
            "ai_training",
            "training=allowed",
            "allowed:x",
        ] {
            let message = TrainingMining::default().add(text).unwrap_err().to_string();
            assert!(message.contains("notAllowed"), "{message}");
        }
    }
}
