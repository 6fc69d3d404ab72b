//! The visual budget: how far to lower a proposed mark (`spec/watermark.md`, section 6).
#![expect(
    clippy::as_conversions,
    reason = "a reach in samples is a small positive number"
)]

use multiversion::multiversion;

use super::normalise::{CLEAN, Detail};
use super::plane::Plane;

/// Greatest RMS change of the tile layer over a 64x64 square of picture pixels, in levels
/// (36.8 dB).
const SQUARE_LIMIT: f32 = 3.69;

/// The budget for the cost of the tile layer where canonical pixels are those of the picture, and by how
/// much it is greater where they are twice as large: there the cost says more than the eye sees.
const BUDGET: f64 = 0.27;
const COARSER: f64 = 1.634;
/// Presence below which the budget is raised, and by how much at most: texture that hides a mark
/// from the eye hides it from the detector too.
const PRESENCE: f64 = 110.0;
const MOST_RAISED: f64 = 1.5;

/// A value between that for pictures whose canonical pixels are their own and that for those where they are
/// twice as large or larger; `unit` is the side of a canonical pixel in picture pixels.
pub(crate) fn by_unit([fine, coarse]: [f64; 2], unit: f64) -> f64 {
    fine + (coarse - fine) * (unit - 1.0).clamp(0.0, 1.0)
}

/// The budget for a picture in which a tile of that cost has that presence; `unit` is the side of a
/// canonical pixel in picture pixels.
pub(crate) fn budget(cost: f64, presence: f64, unit: f64) -> f64 {
    let budget = BUDGET * (1.0 + by_unit([0.0, COARSER], unit));
    // Presence grows with the root of the cost.
    let within = presence * (budget / cost.max(1e-9)).sqrt().min(1.0);
    budget
        * (PRESENCE / within.max(1e-9))
            .powi(2)
            .clamp(1.0, MOST_RAISED)
}

/// Presence, and root of the summed squares of the strength, above which the tile has more than crops and
/// noise of 40 levels ask for; that goes to the low band, and at most a half of the tile's cost.
const PLENTY: f64 = 160.0;
const LOUD: f64 = 500.0;
const LEAST_KEPT: f64 = 0.5;

/// The share of its cost that a tile of this presence keeps; `loudness` is the root of the summed squares
/// of its strength, in levels and pixels of the picture's unit.
pub(crate) fn kept(presence: f64, loudness: f64) -> f64 {
    let more = (presence / PLENTY).min(loudness / LOUD).max(1.0);
    more.powi(-2).max(LEAST_KEPT)
}

/// What both layers may cost together where the tile allows, by unit, and what a unit of the low band's cost
/// counts against one of the tile's.
const BOTH: [f64; 2] = [0.47, 0.41];
const LOW_COUNTS: f64 = 1.15;
/// Least and greatest vigour of the low band, the latter by unit.
const LEAST_VIGOUR: f64 = 0.42;
const MOST_VIGOUR: [f64; 2] = [0.75, 0.55];

/// How much of its way the low band goes beside a tile of that cost; `whole` is the cost of all of the way,
/// `unit` the side of a canonical pixel in picture pixels.
pub(crate) fn vigour(tile: f64, whole: f64, unit: f64) -> f64 {
    let left = (by_unit(BOTH, unit) - tile).max(0.0) / LOW_COUNTS;
    let most = by_unit(MOST_VIGOUR, unit);
    (left / whole.max(1e-9)).sqrt().clamp(LEAST_VIGOUR, most)
}

/// How far the tile stands out to the detector of a picture with this detail, in standard
/// deviations: the correlation of the normalised picture with the whole tile.
pub(crate) fn presence(detail: &Detail, strength: &Plane) -> f64 {
    let (mut seen, mut square) = (0.0, 0.0);
    for y in 0..strength.height {
        let (high, power) = detail.row(y);
        let (some_seen, some_square) = stand_out(high, power, strength.row(y));
        seen += some_seen;
        square += some_square;
    }
    seen / f64::max(square, 1e-9).sqrt()
}

/// Sums over a row: of what the detector sees of the tile, and of its squared normalised picture.
#[multiversion(targets("x86_64+avx2"))]
fn stand_out(high: &[f32], power: &[f32], strength: &[f32]) -> (f64, f64) {
    // Sums side by side, so that the compiler need not keep the order of one.
    const LANES: usize = 32;
    let (mut seen, mut square) = ([0.0_f32; LANES], [0.0_f32; LANES]);
    let rows = high.chunks(LANES).zip(power.chunks(LANES));
    for ((high, power), strength) in rows.zip(strength.chunks(LANES)) {
        let lanes = seen.iter_mut().zip(&mut square);
        let values = high.iter().zip(power).zip(strength);
        for ((seen, square), ((h, power), m)) in lanes.zip(values) {
            let e = if *power > 0.0 { power.sqrt() } else { 0.0 } + CLEAN;
            // What the normaliser weighs a level with: (8 / e)^(1/4) / e.
            let weight = (8.0 / e).sqrt();
            let ratio = (h / e).clamp(-3.0, 3.0);
            *seen += m * weight.sqrt() / e;
            *square += ratio * ratio * weight;
        }
    }
    let total = |lanes: [f32; LANES]| lanes.iter().map(|lane| f64::from(*lane)).sum();
    (total(seen), total(square))
}

/// Lowers the strength where a 64x64 square of picture pixels would change too much.
pub(crate) fn limit_squares(strength: Plane, unit: f32) -> Plane {
    if strength.samples.iter().all(|m| *m <= SQUARE_LIMIT) {
        return strength;
    }
    match square_factors(&strength.clone().map(|m| m * m), unit, SQUARE_LIMIT) {
        Some(factors) => strength.zip(&factors, |m, f| m * f),
        None => strength,
    }
}

/// Factors that hold the RMS change over 64x64 squares of picture pixels to a limit, for a change of this
/// power; `None` where it is held to anyway. A sample has `unit` picture pixels a side.
pub(crate) fn square_factors(power: &Plane, unit: f32, limit: f32) -> Option<Plane> {
    let reach = ((32.0 / unit).round() as usize).max(1);
    let rms = power.box_mean(reach).map(|p| p.max(0.0).sqrt());
    if rms.samples.iter().all(|&r| r <= limit) {
        return None;
    }
    let factors = rms.map(|r| (limit / r.max(1e-6)).min(1.0));
    Some(factors.erode(reach).blur((reach as f32 / 2.0).max(1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watermark::key::Key;

    #[test]
    fn the_budget_is_raised_where_texture_drowns_the_mark() {
        let cost = 4.0 * BUDGET;
        assert!((budget(cost, 400.0, 1.0) - BUDGET).abs() < 1e-9);
        assert!((budget(cost, 400.0, 3.0) / BUDGET - 1.0 - COARSER).abs() < 1e-9);
        // Within the budget the presence is a half of 200; (110 / 100)^2 = 1.21 times as much.
        assert!((budget(cost, 200.0, 1.0) / BUDGET - 1.21).abs() < 1e-6);
        assert!((budget(cost, 20.0, 1.0) / BUDGET - MOST_RAISED).abs() < 1e-9);
        let strength = Plane::from_fn(128, 128, |_, _| 1.0);
        let scene = |level: f32| {
            let mut stream = Key::public().stream("texture");
            let noise = Plane::from_fn(128, 128, |_, _| stream.fraction() as f32);
            presence(&Detail::new(&noise.map(|v| 100.0 + level * v)), &strength)
        };
        assert!(scene(60.0) < 0.5 * scene(10.0));
    }

    #[test]
    fn what_the_tile_spares_goes_to_the_low_band() {
        assert!((kept(PLENTY, 2.0 * LOUD) - 1.0).abs() < 1e-9);
        assert!((kept(2.0 * PLENTY, LOUD) - 1.0).abs() < 1e-9);
        assert!((kept(1.2 * PLENTY, 1.3 * LOUD) - 1.2_f64.powi(-2)).abs() < 1e-9);
        assert!((kept(9.0 * PLENTY, 9.0 * LOUD) - LEAST_KEPT).abs() < 1e-9);
        // A quarter of the whole way's cost is half of the way.
        let half = vigour(0.2, 4.0 * (BOTH[0] - 0.2) / LOW_COUNTS, 1.0);
        assert!((half - 0.5).abs() < 1e-9, "{half}");
        assert!((vigour(BOTH[0], 1.0, 1.0) - LEAST_VIGOUR).abs() < 1e-9);
        assert!((vigour(0.0, 1e-6, 1.0) - MOST_VIGOUR[0]).abs() < 1e-9);
        assert!((vigour(0.0, 1e-6, 4.0) - MOST_VIGOUR[1]).abs() < 1e-9);
    }

    #[test]
    fn squares_are_held_under_the_limit() {
        let strength = Plane::from_fn(256, 256, |x, _| if x < 100 { 8.0 } else { 1.0 });
        let out = limit_squares(strength.clone(), 1.0);
        let rms = out.clone().map(|m| m * m).box_mean(32);
        assert!(rms.samples.iter().all(|p| p.sqrt() <= SQUARE_LIMIT * 1.02));
        assert!((out.at(250, 128) - 1.0).abs() < 1e-4);
    }
}
