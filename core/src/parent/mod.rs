//! The parent of a file: what it was made from, as far as anything shows it. Facts for the question
//! whether the steps that a credential declares are those that happened.
//!
//! Three witnesses show a parent's picture: the fingerprint that was signed with it, the small copy
//! that the credential keeps of it, and a file that somebody names as the parent.

mod describe;
mod evidence;

pub use describe::{ParentFile, describe};
pub use evidence::{Likeness, NamedParent, ParentEvidence, ParentWitness};
