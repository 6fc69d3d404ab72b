//! Marks in the pixels.

pub mod open;
