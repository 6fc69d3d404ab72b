//! Where the signed picture lies in the picture in hand.

use super::pdq::Turn;

/// An affine map from the signed picture to the picture in hand.
///
/// Both sides are continuous: `(u, v)` in the unit square, `(0, 0)` the signed picture's top left
/// corner and `(1, 1)` its bottom right corner; `(x, y)` in pixels of the picture in hand, whose
/// pixel `i` covers `i..i + 1`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Registration {
    /// Change of `x` from the left to the right edge.
    pub x_by_u: f64,
    /// Change of `x` from the top to the bottom edge.
    pub x_by_v: f64,
    /// `x` of the top left corner.
    pub x: f64,
    /// Change of `y` from the left to the right edge.
    pub y_by_u: f64,
    /// Change of `y` from the top to the bottom edge.
    pub y_by_v: f64,
    /// `y` of the top left corner.
    pub y: f64,
}

impl Registration {
    /// The signed picture fills the picture in hand.
    #[must_use]
    pub fn whole(width: usize, height: usize) -> Self {
        Self::turned(Turn::None, width, height)
    }

    /// The signed picture fills the picture in hand after a turn; `width x height` is the size of
    /// the picture in hand.
    #[must_use]
    pub fn turned(turn: Turn, width: usize, height: usize) -> Self {
        let (transposed, across, down) = turn.parts();
        let (width, height) = (side(width), side(height));
        let (x, dx) = if across {
            (width, -width)
        } else {
            (0.0, width)
        };
        let (y, dy) = if down {
            (height, -height)
        } else {
            (0.0, height)
        };
        if transposed {
            Self {
                x_by_u: 0.0,
                x_by_v: dx,
                x,
                y_by_u: dy,
                y_by_v: 0.0,
                y,
            }
        } else {
            Self {
                x_by_u: dx,
                x_by_v: 0.0,
                x,
                y_by_u: 0.0,
                y_by_v: dy,
                y,
            }
        }
    }

    /// From a map between pixel centres, such as a watermark's synchronisation gives: canonical
    /// `(x, y)` goes to `(a x + b y + e, c x + d y + f)`, the centre of pixel `i` is at `i`, and the
    /// signed picture is `width x height` canonical units large (fractions allowed).
    #[must_use]
    pub fn from_centres([a, b, c, d, e, f]: [f64; 6], width: f64, height: f64) -> Self {
        // A corner-based coordinate is its centre-based one plus a half, on both sides.
        Self {
            x_by_u: a * width,
            x_by_v: b * height,
            x: e + 0.5 - 0.5 * (a + b),
            y_by_u: c * width,
            y_by_v: d * height,
            y: f + 0.5 - 0.5 * (c + d),
        }
    }

    /// Where a point of the signed picture lies.
    #[must_use]
    pub fn apply(&self, u: f64, v: f64) -> (f64, f64) {
        (
            self.x_by_u * u + self.x_by_v * v + self.x,
            self.y_by_u * u + self.y_by_v * v + self.y,
        )
    }

    /// Area that the whole signed picture would take, in pixels of the picture in hand; negative
    /// when it is mirrored.
    #[must_use]
    pub fn area(&self) -> f64 {
        self.x_by_u * self.y_by_v - self.x_by_v * self.y_by_u
    }

    /// The same map when the picture in hand is enlarged by these factors.
    pub(super) fn scaled(&self, across: f64, down: f64) -> Self {
        Self {
            x_by_u: self.x_by_u * across,
            x_by_v: self.x_by_v * across,
            x: self.x * across,
            y_by_u: self.y_by_u * down,
            y_by_v: self.y_by_v * down,
            y: self.y * down,
        }
    }

    /// This map after a small change of the unit square: `(u, v)` first goes to
    /// `(u + p0 + p1 u + p2 v, v + p3 + p4 u + p5 v)`.
    pub(super) fn after(&self, [p0, p1, p2, p3, p4, p5]: [f64; 6]) -> Self {
        Self {
            x_by_u: self.x_by_u * (1.0 + p1) + self.x_by_v * p4,
            x_by_v: self.x_by_u * p2 + self.x_by_v * (1.0 + p5),
            x: self.x_by_u * p0 + self.x_by_v * p3 + self.x,
            y_by_u: self.y_by_u * (1.0 + p1) + self.y_by_v * p4,
            y_by_v: self.y_by_u * p2 + self.y_by_v * (1.0 + p5),
            y: self.y_by_u * p0 + self.y_by_v * p3 + self.y,
        }
    }

    /// Whether the map is finite and does not flatten the picture.
    pub(super) fn is_usable(&self) -> bool {
        let parts = [
            self.x_by_u,
            self.x_by_v,
            self.x,
            self.y_by_u,
            self.y_by_v,
            self.y,
        ];
        parts
            .iter()
            .all(|part| part.is_finite() && part.abs() < 1e7)
            && self.area().abs() > 1.0
    }
}

fn side(length: usize) -> f64 {
    u32::try_from(length).map_or(f64::MAX, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn centres_and_corners_agree_at_the_identity() {
        // Canonical units twice as large as pixels: (i + 0.5) * 2 - 0.5.
        let centres = Registration::from_centres([2.0, 0.0, 0.0, 2.0, 0.5, 0.5], 100.0, 50.0);
        assert_eq!(centres, Registration::whole(200, 100));
    }

    #[test]
    fn turns_keep_the_area_and_stay_inside() {
        for turn in Turn::ALL {
            let map = Registration::turned(turn, 300, 200);
            assert_eq!(map.area().abs(), 60_000.0, "{turn:?}");
            for (u, v) in [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)] {
                let (x, y) = map.apply(u, v);
                assert!(
                    (x == 0.0 || x == 300.0) && (y == 0.0 || y == 200.0),
                    "{turn:?}"
                );
            }
        }
    }
}
