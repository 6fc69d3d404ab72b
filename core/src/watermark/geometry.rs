//! Affine maps between picture and canonical coordinates, and the eight turns of the tile.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "small integer harmonics (-32..=32) are recombined by matrices of -1, 0, 1"
)]

/// An affine map `(x, y) -> (a x + b y + e, c x + d y + f)`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Affine {
    /// Change of the first output coordinate a unit of `x`.
    pub a: f64,
    /// Change of the first output coordinate a unit of `y`.
    pub b: f64,
    /// Change of the second output coordinate a unit of `x`.
    pub c: f64,
    /// Change of the second output coordinate a unit of `y`.
    pub d: f64,
    /// First output coordinate of the origin.
    pub e: f64,
    /// Second output coordinate of the origin.
    pub f: f64,
}

impl Affine {
    /// A uniform scale that keeps pixel centres: `(x + 0.5) k - 0.5`.
    #[must_use]
    pub fn scale(k: f64) -> Self {
        Self {
            a: k,
            b: 0.0,
            c: 0.0,
            d: k,
            e: 0.5 * k - 0.5,
            f: 0.5 * k - 0.5,
        }
    }

    /// The linear map `(a, b; c, d)` without offset.
    #[must_use]
    pub fn linear(a: f64, b: f64, c: f64, d: f64) -> Self {
        Self {
            a,
            b,
            c,
            d,
            e: 0.0,
            f: 0.0,
        }
    }

    /// The image of a point.
    #[must_use]
    pub fn apply(&self, x: f64, y: f64) -> (f64, f64) {
        (
            self.a * x + self.b * y + self.e,
            self.c * x + self.d * y + self.f,
        )
    }

    /// This map after `first`.
    #[must_use]
    pub fn after(&self, first: &Self) -> Self {
        let (e, f) = self.apply(first.e, first.f);
        Self {
            a: self.a * first.a + self.b * first.c,
            b: self.a * first.b + self.b * first.d,
            c: self.c * first.a + self.d * first.c,
            d: self.c * first.b + self.d * first.d,
            e,
            f,
        }
    }

    /// Determinant of the linear part.
    #[must_use]
    pub fn determinant(&self) -> f64 {
        self.a * self.d - self.b * self.c
    }

    /// The inverse map, or `None` where it is singular.
    #[must_use]
    pub fn inverse(&self) -> Option<Self> {
        let det = self.determinant();
        if !det.is_normal() {
            return None;
        }
        let (a, b, c, d) = (self.d / det, -self.b / det, -self.c / det, self.a / det);
        Some(Self {
            a,
            b,
            c,
            d,
            e: -(a * self.e + b * self.f),
            f: -(c * self.e + d * self.f),
        })
    }

    /// Ratio of the singular values of the linear part, at least 1.
    #[must_use]
    pub fn stretch(&self) -> f64 {
        let sum = self.a.powi(2) + self.b.powi(2) + self.c.powi(2) + self.d.powi(2);
        let det = self.determinant().abs();
        let root = (sum * sum - 4.0 * det * det).max(0.0).sqrt();
        ((sum + root) / (sum - root).max(1e-12)).sqrt()
    }
}

/// One of the eight turns and mirrors of the square lattice, as an integer matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Turn {
    pub(crate) a: i32,
    pub(crate) b: i32,
    pub(crate) c: i32,
    pub(crate) d: i32,
}

impl Turn {
    /// All eight; the first two are the identity and the half turn.
    pub(crate) const ALL: [Self; 8] = [
        Self {
            a: 1,
            b: 0,
            c: 0,
            d: 1,
        },
        Self {
            a: -1,
            b: 0,
            c: 0,
            d: -1,
        },
        Self {
            a: -1,
            b: 0,
            c: 0,
            d: 1,
        },
        Self {
            a: 1,
            b: 0,
            c: 0,
            d: -1,
        },
        Self {
            a: 0,
            b: -1,
            c: 1,
            d: 0,
        },
        Self {
            a: 0,
            b: 1,
            c: -1,
            d: 0,
        },
        Self {
            a: 0,
            b: 1,
            c: 1,
            d: 0,
        },
        Self {
            a: 0,
            b: -1,
            c: -1,
            d: 0,
        },
    ];

    /// The image of a harmonic.
    pub(crate) const fn apply(self, kx: i32, ky: i32) -> (i32, i32) {
        (self.a * kx + self.b * ky, self.c * kx + self.d * ky)
    }

    /// The linear map of the inverse turn.
    pub(crate) fn inverse_affine(self) -> Affine {
        // An orthogonal matrix: the inverse is the transpose.
        Affine::linear(self.a.into(), self.c.into(), self.b.into(), self.d.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inverse_and_composition_agree() {
        let map = Affine {
            a: 1.2,
            b: -0.3,
            c: 0.4,
            d: 0.9,
            e: 5.0,
            f: -7.0,
        };
        let round = map.inverse().unwrap().after(&map);
        let (x, y) = round.apply(13.0, -4.0);
        assert!((x - 13.0).abs() < 1e-9 && (y + 4.0).abs() < 1e-9);
        assert!(Affine::linear(1.0, 2.0, 2.0, 4.0).inverse().is_none());
        assert!((Affine::linear(0.0, 3.0, -1.0, 0.0).stretch() - 3.0).abs() < 1e-9);
    }

    #[test]
    fn turns_are_distinct_and_orthogonal() {
        let images: std::collections::BTreeSet<_> =
            Turn::ALL.iter().map(|t| t.apply(3, 11)).collect();
        assert_eq!(images.len(), 8);
        for turn in Turn::ALL {
            let (x, y) = turn.apply(3, 11);
            let (u, v) = turn.inverse_affine().apply(x.into(), y.into());
            assert_eq!((u, v), (3.0, 11.0));
        }
    }
}
