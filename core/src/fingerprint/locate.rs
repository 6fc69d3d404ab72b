//! The best of several places where the signed picture may lie.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "shares of small numbers of sample points and finite maps"
)]

use super::{
    descriptor::SIDE,
    grid::Grid,
    pixels::Pixels,
    register::{View, refine},
    registration::Registration,
};

/// Candidates that are refined before the best one is named.
const REFINED: usize = 3;

/// Rounds of refinement of each.
const ROUNDS: usize = 8;

/// Sample points a side at which the share of a picture inside another is told.
const POINTS: u32 = 16;

/// Names the candidate under which the picture agrees best with the grid, refined; `None` when
/// under none of them enough of the signed picture lies inside.
///
/// All candidates should show the picture at about one scale. Cost: one pass over the pixels, then
/// about 3 ms a candidate.
#[must_use]
pub fn locate(grid: &Grid, pixels: &Pixels, candidates: &[Registration]) -> Option<Registration> {
    let usable = candidates.iter().filter(|place| place.is_usable());
    let largest = usable
        .clone()
        .max_by(|a, b| a.area().abs().total_cmp(&b.area().abs()))?;
    let samples = u32::try_from(2 * SIDE).map_or(8.0, f64::from);
    let view = View::of(pixels, grid, largest, samples);
    let score = |place: &Registration, agreement: f64| {
        // A few blocks agree by chance where many do not.
        agreement * inside(place, pixels).sqrt()
    };
    let mut ranked: Vec<(f64, Registration)> = usable
        .map(|place| {
            let seen = refine(grid, &view, place, 0);
            (score(place, seen.agreement), *place)
        })
        .filter(|(score, _)| *score > 0.0)
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    ranked
        .into_iter()
        .take(REFINED)
        .map(|(_, place)| {
            let refined = refine(grid, &view, &place, ROUNDS);
            (
                score(&refined.registration, refined.agreement),
                refined.registration,
            )
        })
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, place)| place)
}

/// Share of the signed picture that lies inside the picture in hand, 0..=1.
pub(super) fn inside(place: &Registration, pixels: &Pixels) -> f64 {
    let side = |length: usize| u32::try_from(length).map_or(f64::MAX, f64::from);
    let (width, height) = (side(pixels.width()), side(pixels.height()));
    let mut count = 0_u32;
    for v in 0..POINTS {
        for u in 0..POINTS {
            let share = |index: u32| (f64::from(index) + 0.5) / f64::from(POINTS);
            let (x, y) = place.apply(share(u), share(v));
            if (0.0..width).contains(&x) && (0.0..height).contains(&y) {
                count += 1;
            }
        }
    }
    f64::from(count) / f64::from(POINTS * POINTS)
}
