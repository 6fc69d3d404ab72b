//! From what a detection tells about geometry to places where the signed picture may lie.
use crate::{
    fingerprint::{Pixels, Registration, grid::Grid, pdq::Turn},
    picture::MarkGeometry,
    watermark::Affine,
};

/// Canonical pixels after which the tile repeats: its place is known modulo this.
const TILE: f64 = 128.0;

/// Canonical pixels along the shorter side of a marked picture that has at least as many.
const CANONICAL: f64 = 768.0;

/// Most places that are looked at: more tile steps than pictures of usual shape have.
const MOST: usize = 400;

/// Least share of the smaller of both pictures that must lie inside the other.
const OVERLAP: f64 = 0.4;

/// Shares of a side by which a picture found by its looks alone may have been cropped, in all.
const CROPS: [f64; 5] = [0.0, 0.04, 0.08, 0.12, 0.16];

/// Places for a picture whose mark was read.
pub(super) fn by_mark(geometry: &MarkGeometry, grid: &Grid, pixels: &Pixels) -> Vec<Registration> {
    if geometry.whole {
        return vec![whole(geometry)];
    }
    let (width, height) = grid.picture();
    let (width, height) = (f64::from(width), f64::from(height));
    let unit = (width.min(height) / CANONICAL).max(1.0);
    let (width, height) = (width / unit, height / unit);
    let [a, b, c, d, e, f] = geometry.map;
    let map = Affine { a, b, c, d, e, f };
    let Some(back) = map.inverse() else {
        return Vec::new();
    };
    let hand = Bounds::of(&back, pixels);
    let least = OVERLAP * (width * height).min(hand.width() * hand.height());
    let mut places = Vec::new();
    for j in steps(hand.top, hand.bottom, height) {
        for i in steps(hand.left, hand.right, width) {
            let (left, top) = (TILE * f64::from(i), TILE * f64::from(j));
            if hand.shared(left, top, width, height) < least {
                continue;
            }
            if places.len() >= MOST {
                return places;
            }
            let shift = Affine {
                a: 1.0,
                b: 0.0,
                c: 0.0,
                d: 1.0,
                e: left,
                f: top,
            };
            let Affine { a, b, c, d, e, f } = map.after(&shift);
            places.push(Registration::from_centres(
                [a, b, c, d, e, f],
                width,
                height,
            ));
        }
    }
    places
}

/// Places for a picture that looks like the signed one under a turn, whole or with its margins cut.
pub(super) fn by_looks(turn: Turn, pixels: &Pixels) -> Vec<Registration> {
    let plain = Registration::turned(turn, pixels.width(), pixels.height());
    let mut places = Vec::new();
    for crop in CROPS {
        for (across, down) in [(0.5, 0.5), (0.0, 0.5), (1.0, 0.5), (0.5, 0.0), (0.5, 1.0)] {
            // The signed picture is larger than the one in hand by the share that was cut.
            let scale = 1.0 / (1.0 - crop);
            let (u, v) = (crop * across, crop * down);
            places.push(Registration {
                x_by_u: plain.x_by_u * scale,
                x_by_v: plain.x_by_v * scale,
                x: plain.x - scale * (plain.x_by_u * u + plain.x_by_v * v),
                y_by_u: plain.y_by_u * scale,
                y_by_v: plain.y_by_v * scale,
                y: plain.y - scale * (plain.y_by_u * u + plain.y_by_v * v),
            });
            if crop <= 0.0 {
                break;
            }
        }
    }
    places
}

/// The marked picture was read as a whole: its unit square goes to pixel centres.
fn whole(geometry: &MarkGeometry) -> Registration {
    let [x_by_u, x_by_v, y_by_u, y_by_v, x, y] = geometry.map;
    Registration {
        x_by_u,
        x_by_v,
        x: x + 0.5,
        y_by_u,
        y_by_v,
        y: y + 0.5,
    }
}

/// The picture in hand, in canonical pixels of the marked one, as a box around it.
struct Bounds {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Bounds {
    fn of(back: &Affine, pixels: &Pixels) -> Self {
        let side = |length: usize| u32::try_from(length).map_or(f64::MAX, f64::from);
        let (width, height) = (side(pixels.width()), side(pixels.height()));
        let corners = [(0.0, 0.0), (width, 0.0), (0.0, height), (width, height)]
            .map(|(x, y)| back.apply(x - 0.5, y - 0.5));
        let most = |pick: fn(&(f64, f64)) -> f64, sign: f64| {
            sign * corners
                .iter()
                .map(|corner| sign * pick(corner))
                .fold(f64::NEG_INFINITY, f64::max)
        };
        Self {
            left: most(|corner| corner.0, -1.0),
            right: most(|corner| corner.0, 1.0),
            top: most(|corner| corner.1, -1.0),
            bottom: most(|corner| corner.1, 1.0),
        }
    }

    fn width(&self) -> f64 {
        self.right - self.left
    }

    fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Area shared with a picture at that place.
    fn shared(&self, left: f64, top: f64, width: f64, height: f64) -> f64 {
        let across = self.right.min(left + width) - self.left.max(left);
        let down = self.bottom.min(top + height) - self.top.max(top);
        across.max(0.0) * down.max(0.0)
    }
}

/// Numbers of tiles by which a picture of `length` may be moved and still meet `from..to`.
fn steps(from: f64, to: f64, length: f64) -> std::ops::RangeInclusive<i32> {
    let number = |value: f64| {
        let value = value.clamp(-64.0, 64.0);
        #[expect(clippy::as_conversions, reason = "a whole number between -64 and 64")]
        {
            value as i32
        }
    };
    number(((from - length) / TILE).ceil())..=number((to / TILE).floor())
}
