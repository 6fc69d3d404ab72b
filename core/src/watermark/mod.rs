//! The invisible watermark: a blind, keyed, training-free mark of 64 bits.
//!
//! Two layers carry one codeword: a periodic spread-spectrum *tile* with pilots, which survives
//! crops and turns, and a *low-band* layer of quantised projections, which survives thumbnails and
//! squeezes of the whole picture. [`embed`](fn@embed) writes both within a visual budget;
//! [`detect`](fn@detect) reads them and answers found, damaged or none, each with the bound on its
//! chance of arising by accident. The specification is `spec/watermark.md`.
//!
//! A mark says "this identifier was written here". It is a pointer, never a proof: whoever holds
//! the key can write, copy or remove it.

mod answer;
pub mod attack;
mod bend;
mod blocks;
mod budget;
mod carrier;
mod coarse;
mod demodulate;
mod detect;
mod embed;
mod eye;
mod field;
mod fold;
mod gate;
mod geometry;
mod key;
mod lay;
mod low_band;
mod mask;
mod normalise;
pub mod open;
mod payload;
mod picture;
mod plane;
mod polar;
mod power;
pub mod quality;
mod registration;
mod resample;
mod scan;
mod self_test;
mod session;
mod spare;
mod sync;
#[cfg(test)]
mod tests;
mod track;
#[cfg(test)]
mod vectors;
mod wave;

pub use answer::{
    DetectError, DetectSettings, Detection, Effort, Frame, Geometry, Mark, State, Tried,
};
pub use detect::detect;
pub use embed::{CannotCarry, EmbedReport, EmbedSettings, Embedded, embed, embed_in_place};
pub use gate::{DAMAGED_BOUND, FOUND_BOUND};
pub use geometry::Affine;
pub use key::{Key, KeyId, PUBLIC_KEY_PHRASE};
pub use payload::{Payload, PayloadError};
pub use self_test::Endurance;

/// Name of the scheme; it travels with every result.
pub const SCHEME: &str = "hallmark.tile";
/// Version of the scheme; from the first release on, any change of section 2 to 5, or of what a detector must
/// know of section 7, raises it.
pub const VERSION: u32 = 1;
