//! Provenance and watermark verification.

pub mod watermark;
