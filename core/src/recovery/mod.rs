//! From a bare picture back to its credential, and to what was changed since.
//!
//! A mark or a fingerprint *finds* a manifest in a registry; it proves nothing. The manifest's
//! signature is verified as always, and the fingerprint that this signature covers says whether
//! the picture in hand is the picture that was signed. The work has three parts, so that hostile
//! bytes and registries never meet: `lookup` asks registries about evidence, `examine` reads
//! what they answered beside the picture (in a worker), and the verdict weighs both.

mod evidence;
mod examine;
mod locate;
#[cfg(feature = "registry")]
mod lookup;
mod map;

pub use evidence::{
    Candidate, Comparison, Conflict, FoundBy, RecoveredEvidence, RecoveryEvidence, Silent,
    Tombstone,
};
pub(crate) use examine::in_hand;
pub use examine::{compare, examine};
#[cfg(feature = "registry")]
pub use lookup::{PDQ_RADIUS, look_up};
pub use map::draw;
