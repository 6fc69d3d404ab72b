//! Duties of laws and codes of practice on content made by AI, as far as a machine can check them
//! in a file (`spec/profiles.md`).
//!
//! A duty binds a person, never a file. What is said here is whether the file carries what the duty
//! asks for; whom it binds, and whether it does, is for lawyers.

use serde::{Deserialize, Serialize};

use super::{CredentialState, Origin, Statement, TimeStampState, origin};
use crate::{
    evidence::Code,
    labels::{Forgeability, Label, LabelKind},
    picture::WatermarkState,
};

/// A set of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// European Union: AI Act, Article 50, and its code of practice.
    Eu,
    /// California: Business and Professions Code, section 22757.3.
    Ca,
    /// China: GB 45438-2025.
    Cn,
    /// India: IT Rules as amended by G.S.R. 120(E).
    In,
    /// Korea: AI Basic Act, Article 31.
    Kr,
}

impl Profile {
    /// Every profile.
    pub const ALL: &'static [Self] = &[Self::Eu, Self::Ca, Self::Cn, Self::In, Self::Kr];

    /// Its name in records and on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Eu => "eu",
            Self::Ca => "ca",
            Self::Cn => "cn",
            Self::In => "in",
            Self::Kr => "kr",
        }
    }
}

/// Whether a file carries what a duty asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Met {
    /// It does.
    Met,
    /// It does not.
    NotMet,
    /// Nothing says that AI made the content.
    NotApplicable,
    /// A machine outside cannot tell.
    CannotTell,
}

macro_rules! duties {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal, $profile:ident, $article:literal, $verified:literal;)+) => {
        /// A duty that can be looked for in a file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Duty {
            $($(#[doc = $doc])+ #[serde(rename = $id)] $name,)+
        }

        impl Duty {
            /// Every duty, profile by profile.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its name in records.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }

            /// The rules that it belongs to.
            #[must_use]
            pub const fn profile(self) -> Profile {
                match self { $(Self::$name => Profile::$profile,)+ }
            }

            /// Where it stands, to be quoted as it is.
            #[must_use]
            pub const fn article(self) -> &'static str {
                match self { $(Self::$name => $article,)+ }
            }

            /// Whether the text of the rule itself was read, and not only a report on it.
            #[must_use]
            pub const fn is_verified(self) -> bool {
                match self { $(Self::$name => $verified,)+ }
            }
        }
    };
}

duties! {
    /// Metadata that say so, signed and time-stamped.
    EuMetadata = "eu.metadata", Eu, "AI Act, Art. 50(2); Code of Practice, 1.1.1", false;
    /// An imperceptible watermark.
    EuWatermark = "eu.watermark", Eu, "AI Act, Art. 50(2); Code of Practice, 1.1.2", false;
    /// The provider's name.
    CaProvider = "ca.provider", Ca, "BPC § 22757.3(b)(1)(A)", true;
    /// The system's name and version.
    CaSystem = "ca.system", Ca, "BPC § 22757.3(b)(1)(B)", true;
    /// When it was made or altered.
    CaTime = "ca.time", Ca, "BPC § 22757.3(b)(1)(C)", true;
    /// A unique identifier.
    CaIdentifier = "ca.identifier", Ca, "BPC § 22757.3(b)(1)(D)", true;
    /// The implicit label in metadata.
    CnLabel = "cn.label", Cn, "GB 45438-2025, 6.1", false;
    /// One label a file.
    CnSingle = "cn.single", Cn, "GB 45438-2025, 6.1 c)", false;
    /// The label that people see.
    CnVisible = "cn.visible", Cn, "GB 45438-2025, 5", false;
    /// Embedded metadata or a unique identifier.
    InMetadata = "in.metadata", In, "IT Rules, G.S.R. 120(E)", false;
    /// The label that people see.
    InVisible = "in.visible", In, "IT Rules, G.S.R. 120(E)", false;
    /// A mark that people or machines read.
    KrMark = "kr.mark", Kr, "AI Basic Act, Art. 31", false;
}

/// One duty, held against one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The duty.
    pub duty: Duty,
    /// What came of it.
    pub met: Met,
}

/// Holds the duties of these profiles against a statement.
#[must_use]
pub fn assess(statement: &Statement, profiles: &[Profile]) -> Vec<Assessment> {
    let facts = Facts::of(statement);
    Duty::ALL
        .iter()
        .filter(|duty| profiles.contains(&duty.profile()))
        .map(|duty| Assessment {
            duty: *duty,
            met: facts.met(*duty),
        })
        .collect()
}

/// What the duties ask about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Facts {
    /// Something says that AI made or changed it.
    ai: bool,
    /// A credential that holds says so.
    signed: bool,
    /// It has a time-stamp.
    stamped: bool,
    /// A mark was found in the pixels.
    marked: bool,
    /// A signer or producer is named.
    provider: bool,
    /// A system is named with its version.
    system: bool,
    /// A manifest, a mark or a producer's number.
    identifier: bool,
    /// A label of GB 45438-2025.
    aigc: bool,
    /// It can be read, and stands alone.
    aigc_sound: bool,
    /// There is exactly one.
    aigc_single: bool,
    /// A label of a standard, or a signed one, says that AI made it.
    machine_readable: bool,
}

impl Facts {
    fn of(statement: &Statement) -> Self {
        let credentials = &statement.credentials;
        let holds = matches!(
            credentials.state,
            CredentialState::Trusted | CredentialState::Valid
        );
        let says_ai = |label: &Label| {
            origin::declared(label)
                .is_some_and(|origin| origin::is_ai(origin) || origin == Origin::PossiblyAi)
        };
        let ai_labels: Vec<&Label> = statement
            .labels
            .iter()
            .filter(|label| label.kind != LabelKind::C2paDigitalSourceType || holds)
            .filter(|label| says_ai(label))
            .collect();
        let signed = ai_labels
            .iter()
            .any(|label| label.kind == LabelKind::C2paDigitalSourceType);
        let has = |kind: LabelKind| statement.labels.iter().any(|label| label.kind == kind);
        let found = |code: Code| statement.findings.iter().any(|one| one.code == code);
        let marked = statement.evidence.watermark.state == WatermarkState::Found;
        let aigc = has(LabelKind::Tc260Aigc);
        let producer = statement
            .labels
            .iter()
            .any(|label| label.kind == LabelKind::Tc260Aigc && label.maker.is_some());
        Self {
            ai: !ai_labels.is_empty() || has(LabelKind::OpenWatermark),
            signed,
            stamped: credentials.timestamp != TimeStampState::None,
            marked,
            provider: (holds && (credentials.issuer.is_some() || credentials.signer.is_some()))
                || producer,
            system: has(LabelKind::IptcAiSystem) && has(LabelKind::IptcAiSystemVersion),
            identifier: (holds && credentials.manifest_id.is_some()) || marked,
            aigc,
            aigc_sound: aigc && !found(Code::LabelAigcMalformed),
            aigc_single: aigc && !found(Code::LabelAigcDuplicate),
            machine_readable: ai_labels.iter().any(|label| {
                matches!(
                    label.forgeability,
                    Forgeability::Signed | Forgeability::SelfKeyed | Forgeability::StandardLabel
                )
            }),
        }
    }

    const fn met(&self, duty: Duty) -> Met {
        if !self.ai {
            return Met::NotApplicable;
        }
        let carried = match duty {
            Duty::EuMetadata => self.signed && self.stamped,
            // A mark that only its maker can read is not seen from outside.
            Duty::EuWatermark if !self.marked => return Met::CannotTell,
            Duty::EuWatermark => true,
            Duty::CaProvider => self.provider,
            Duty::CaSystem => self.system,
            Duty::CaTime => self.signed && self.stamped,
            Duty::CaIdentifier => self.identifier,
            Duty::CnLabel => self.aigc_sound,
            Duty::CnSingle if !self.aigc => return Met::NotMet,
            Duty::CnSingle => self.aigc_single,
            // Nobody here reads pictures for words.
            Duty::CnVisible | Duty::InVisible => return Met::CannotTell,
            Duty::InMetadata => self.machine_readable || self.identifier,
            Duty::KrMark => self.machine_readable,
        };
        if carried { Met::Met } else { Met::NotMet }
    }
}

#[cfg(test)]
mod tests;
