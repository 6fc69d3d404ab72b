//! The fourth witness: a robust description of the pixels, made when a picture is signed.
//!
//! Two descriptions travel in the manifest as signed assertions (`spec/fingerprint.md`): a global
//! perceptual hash ([`pdq`]) that finds a manifest again, and a [`grid`] of block descriptors that
//! says, without the original, whether a picture in hand is the picture that was signed, and
//! where it differs ([`compare`]).
//!
//! Neither is evidence of origin by itself: both describe what a picture looks like, and anybody
//! can compute them. They count because a signature covers them.

pub mod assertion;
mod cells;
pub mod compare;
mod descriptor;
pub mod grid;
mod linear;
mod locate;
pub mod pdq;
mod photometry;
mod pixels;
mod plane;
mod region;
pub mod register;
mod registration;

pub use cells::largest_difference;
pub use locate::locate;
pub use pixels::{Pixels, PixelsError};
pub use region::Region;
pub use registration::Registration;
