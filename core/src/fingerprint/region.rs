//! A rectangle of the signed picture.

use serde::{Deserialize, Serialize};

/// A rectangle in shares of the signed picture's width and height, each within 0..=1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Region {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}
