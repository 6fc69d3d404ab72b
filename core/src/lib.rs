//! hallmark: what can be known about where a picture comes from, and what can not.
#![forbid(unsafe_code)]

pub mod asset;
mod bytes;
pub mod case;
pub mod credentials;
pub mod evidence;
pub mod examine;
pub mod fingerprint;
pub mod labels;
pub mod limits;
pub mod parent;
pub mod picture;
pub mod preservation;
pub mod privacy;
#[cfg(feature = "registry")]
pub mod publish;
pub mod recovery;
#[cfg(feature = "registry")]
pub mod registry;
pub mod report;
pub mod review;
pub mod verdict;
pub mod watermark;

/// The examples of the README, compiled with the documentation tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct ReadmeExamples;
