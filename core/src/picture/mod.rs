//! The witnesses that need pixels: watermarks of ours and of others, texts and signatures hidden in
//! pixels, and the fingerprint; and small copies for reports. One decode, within limits, serves
//! them all.

mod decode;
mod fingerprint;
mod halved;
mod keys;
mod look;
mod luma;
mod marking;
mod marks;
mod parent;
mod preview;
mod repaint;
mod thumbnail;

pub use decode::{Decoded, can_decode, decode};
pub use fingerprint::FingerprintEvidence;
pub use keys::{KeyFileError, MarkKey};
pub(crate) use look::{Seen, look};
pub use marking::{Marked, Marking, MarkingError};
pub(crate) use marks::significant;
pub use marks::{
    ACCIDENTS_EXPECTED, MarkEvidence, MarkGeometry, OPEN_VERSION, WatermarkEvidence, WatermarkState,
};
pub(crate) use parent::Parents;
pub use preview::{Preview, PreviewOf};
pub use repaint::{Loss, PAINTABLE, RepaintError, Repainted, repaint};
