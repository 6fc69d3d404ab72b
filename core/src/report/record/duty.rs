//! Duties held against an asset, in a record.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::verdict::duties::{Assessment, Duty, Met, Profile};

/// One duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyRecord {
    /// The rules that it belongs to.
    pub profile: Profile,
    /// Which duty.
    pub duty: Duty,
    /// Where it stands.
    pub article: Cow<'static, str>,
    /// Whether the asset carries what it asks for.
    pub met: Met,
    /// Whether the rule's own text was read.
    pub verified: bool,
}

impl From<&Assessment> for DutyRecord {
    fn from(assessment: &Assessment) -> Self {
        let duty = assessment.duty;
        Self {
            profile: duty.profile(),
            duty,
            article: Cow::Borrowed(duty.article()),
            met: assessment.met,
            verified: duty.is_verified(),
        }
    }
}
