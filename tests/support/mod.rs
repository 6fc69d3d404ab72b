//! What several tests need: identities, a clock, tiny media.
#![allow(dead_code, reason = "the library's own tests use the rest of it")]

pub(crate) mod media;
pub(crate) mod pki;
pub(crate) mod tsa;
