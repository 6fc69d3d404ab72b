//! Where the marked picture lies in the picture in hand, and the turns of a whole picture.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "sizes are those of the picture and its shrunk planes; turns are eight"
)]

use super::answer::{Frame, Geometry};
use super::demodulate::Alignment;
use super::geometry::{Affine, Turn};
use super::plane::Plane;

/// Longest side of a work plane that the tile is read from; longer ones are cut to their middle.
const LONGEST: usize = 2304;

/// The picture in hand and the work plane made from it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Site {
    /// Width and height of the picture in pixels.
    pub(crate) size: (usize, usize),
    /// Width and height of the work plane in samples.
    work: (usize, usize),
    /// Left and top of its part that the tile is read from.
    cut: (usize, usize),
}

impl Site {
    /// The site of a work plane that stands for a picture of `size`.
    pub(crate) fn new(size: (usize, usize), work: &Plane) -> Self {
        Self {
            size,
            work: (work.width, work.height),
            cut: cut(work),
        }
    }

    /// The map of an uncropped picture whose shorter side is `size` canonical pixels.
    ///
    /// It starts from the samples of the cut work plane.
    pub(crate) fn whole(&self, size: f64) -> Affine {
        let unit = self.size.0.min(self.size.1) as f64 / size;
        let kx = self.size.0 as f64 / (unit * self.work.0 as f64);
        let ky = self.size.1 as f64 / (unit * self.work.1 as f64);
        let (left, top) = self.cut;
        Affine {
            a: kx,
            b: 0.0,
            c: 0.0,
            d: ky,
            e: (left as f64 + 0.5) * kx - 0.5,
            f: (top as f64 + 0.5) * ky - 0.5,
        }
    }

    /// From samples of the cut work plane to pixels of the picture.
    pub(crate) fn work_to_picture(&self) -> Affine {
        let kx = self.size.0 as f64 / self.work.0 as f64;
        let ky = self.size.1 as f64 / self.work.1 as f64;
        let (left, top) = self.cut;
        Affine {
            a: kx,
            b: 0.0,
            c: 0.0,
            d: ky,
            e: (left as f64 + 0.5) * kx - 0.5,
            f: (top as f64 + 0.5) * ky - 0.5,
        }
    }

    pub(crate) fn geometry(&self, map: &Affine, place: &Alignment) -> Geometry {
        let turned = place.turn.inverse_affine().after(map);
        // The shift is known modulo the tile: the one nearest to none is named.
        let nearest = |shift: f32| {
            let shift = f64::from(shift);
            if shift > 64.0 { shift - 128.0 } else { shift }
        };
        let to_canonical = Affine {
            e: turned.e - nearest(place.shift.0),
            f: turned.f - nearest(place.shift.1),
            ..turned
        };
        let back = to_canonical.inverse().unwrap_or(to_canonical);
        Geometry {
            frame: Frame::Canonical,
            to_picture: self.work_to_picture().after(&back),
            inverted: place.polarity < 0.0,
        }
    }

    pub(crate) fn whole_geometry(&self, turn: usize, inverted: bool) -> Geometry {
        // The normalised plane of turn `D` shows the marked picture; undo it about the centre.
        let (w, h) = (self.size.0 as f64, self.size.1 as f64);
        let (mx, my, swap) = turn_steps(turn);
        let mut map = Affine::linear(1.0, 0.0, 0.0, 1.0);
        if swap {
            map = Affine::linear(0.0, 1.0, 1.0, 0.0).after(&map);
        }
        if mx {
            map = Affine {
                a: -1.0,
                b: 0.0,
                c: 0.0,
                d: 1.0,
                e: 1.0,
                f: 0.0,
            }
            .after(&map);
        }
        if my {
            map = Affine {
                a: 1.0,
                b: 0.0,
                c: 0.0,
                d: -1.0,
                e: 0.0,
                f: 1.0,
            }
            .after(&map);
        }
        let stretch = Affine {
            a: w,
            b: 0.0,
            c: 0.0,
            d: h,
            e: -0.5,
            f: -0.5,
        };
        Geometry {
            frame: Frame::Whole,
            to_picture: stretch.after(&map),
            inverted,
        }
    }
}

/// Left and top of the part of a work plane that the tile is read from.
fn cut(plane: &Plane) -> (usize, usize) {
    (
        plane.width.saturating_sub(LONGEST) / 2,
        plane.height.saturating_sub(LONGEST) / 2,
    )
}

/// That part.
pub(crate) fn middle(plane: &Plane) -> Plane {
    let (left, top) = cut(plane);
    if (left, top) == (0, 0) {
        return plane.clone();
    }
    let (width, height) = (plane.width.min(LONGEST), plane.height.min(LONGEST));
    Plane::from_fn(width, height, |x, y| plane.at(x + left, y + top))
}

/// The turn of the whole picture that comes nearest to a map to canonical pixels.
pub(crate) fn nearest_turn(to_canonical: &Affine) -> usize {
    // The normalised plane shows the marked picture under the inverse of that map: a turn `D`
    // takes canonical axes to picture axes, and its transpose is the map's linear part.
    let fit = |turn: &Turn| {
        f64::from(turn.a) * to_canonical.a
            + f64::from(turn.c) * to_canonical.b
            + f64::from(turn.b) * to_canonical.c
            + f64::from(turn.d) * to_canonical.d
    };
    let best = Turn::ALL
        .iter()
        .enumerate()
        .max_by(|a, b| fit(a.1).total_cmp(&fit(b.1)));
    best.map_or(0, |(index, _)| index)
}

/// Mirror left-right, mirror top-bottom, exchange axes (in this order, exchange first).
pub(crate) fn turn_steps(turn: usize) -> (bool, bool, bool) {
    let Turn { a, b, c, d } = Turn::ALL[turn];
    if a != 0 {
        (a < 0, d < 0, false)
    } else {
        (b < 0, c < 0, true)
    }
}
