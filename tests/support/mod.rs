//! What several tests need: identities, a clock, tiny media.

pub(crate) mod media;
pub(crate) mod pki;
pub(crate) mod tsa;
