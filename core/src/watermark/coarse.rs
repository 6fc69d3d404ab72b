//! Informed embedding against coarse JPEG (`spec/watermark.md`, section 6).
//!
//! Coarse rounding erases a weak carrier, but it also amplifies: a coefficient next to a rounding
//! border becomes a whole step of the quantiser by a small push. The pushes that speak loudest for
//! the carrier, and show least, are made.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "8x8 blocks inside an allocated plane; casts are of block indices"
)]

use multiversion::multiversion;

use super::blocks::{ABREAST, Blocks, Group, Lane, quantiser};
use super::normalise::{COARSE, Detail, HIGH_PASS};
use super::plane::Plane;
use super::spare;
use super::wave::nearest;

/// Quality of the compression that is prepared for.
const QUALITY: u32 = 10;
/// How far beyond a border a coefficient is pushed, in levels of the orthonormal transform:
/// rounding pixels to whole levels moves it by 0.3 RMS.
const MARGIN: f32 = 1.0;
/// Greatest sum `u + v` of a term that is pushed; those beyond lie above the carrier's band.
const HIGHEST: usize = 7;
/// Mean squared change that may be spent, as a share of the tile's.
const SHARE: f32 = 0.01;

/// Terms that are pushed.
fn terms() -> impl Iterator<Item = usize> {
    (1..64).filter(|term| term % 8 + term / 8 <= HIGHEST)
}

/// What the pushes of one term in the blocks of a group come to.
struct Pushes {
    /// Signed, in levels of the orthonormal transform.
    changes: Lane,
    /// What the step adds to the detector's correlation, over how much of it shows; 0 beyond the last
    /// block.
    worths: Lane,
}

/// The change in levels that makes coarse rounding speak for the carrier.
///
/// `marked` is the luma with both layers in pixels of the picture, `detail` what the detector's
/// normaliser knows of it, `strength` the RMS change of the tile layer in levels; `tile` gives
/// the rows of the carrier at unit RMS.
pub(crate) fn push<'t>(
    marked: &Plane,
    detail: &Detail,
    strength: &Plane,
    tile: impl Fn(usize) -> &'t [f32],
) -> Plane {
    let blocks = Blocks::new();
    let sensitivity = sensitivity((marked.width, marked.height), detail, tile);
    let steps = quantiser(QUALITY);
    let (each, groups) = (terms().count(), Group::all(marked).count());
    let (mut pushes, mut power) = (Vec::with_capacity(each * groups), 0.0_f64);
    for group in Group::all(marked) {
        let values = blocks.forward(marked, group);
        let wanted = blocks.forward(&sensitivity, group);
        let hides = hidden(strength, group);
        power += hides.iter().map(|h| f64::from(*h)).sum::<f64>();
        pushes.extend(terms().map(|term| over(&values[term], &wanted[term], steps[term], &hides)));
    }
    let least = least_worth(&pushes, SHARE * power as f32);
    let mut out = Plane::new(marked.width, marked.height);
    for (group, pushes) in Group::all(marked).zip(pushes.chunks_exact(each)) {
        let mut cells = Box::new([[0.0; ABREAST]; 64]);
        for (term, push) in terms().zip(pushes) {
            for ((cell, change), worth) in
                cells[term].iter_mut().zip(&push.changes).zip(&push.worths)
            {
                *cell = if *worth >= least { *change } else { 0.0 };
            }
        }
        blocks.inverse(cells, &mut out, group);
    }
    out
}

/// How a change of each pixel moves the detector's correlation: the carrier over the local activity,
/// less what the detector's high pass takes away.
fn sensitivity<'t>(
    size: (usize, usize),
    detail: &Detail,
    tile: impl Fn(usize) -> &'t [f32],
) -> Plane {
    let mut weighed = Plane::new(size.0, size.1);
    for y in 0..size.1 {
        let (tile, (_, power)) = (tile(y), detail.row(y));
        let rows = weighed.row_mut(y).chunks_mut(tile.len());
        for (row, power) in rows.zip(power.chunks(tile.len())) {
            over_activity(row, power, tile);
        }
    }
    let mut samples = spare::samples(weighed.samples.len());
    weighed.blur_rows(HIGH_PASS, |y, low| {
        samples.extend(weighed.row(y).iter().zip(low).map(|(w, low)| w - low));
    });
    Plane { samples, ..weighed }
}

/// The carrier over `(activity + 5)^(5/4)`.
#[multiversion(targets("x86_64+avx2"))]
fn over_activity(row: &mut [f32], power: &[f32], tile: &[f32]) {
    for ((out, power), t) in row.iter_mut().zip(power).zip(tile) {
        let e = if *power > 0.0 { power.sqrt() } else { 0.0 } + COARSE;
        *out = t / (e * e.sqrt().sqrt());
    }
}

/// Squared strength of the tile over each block of a group.
fn hidden(strength: &Plane, group: Group) -> Lane {
    let mut hides = [0.0; ABREAST];
    for j in 0..8 {
        for (hides, samples) in hides.iter_mut().zip(group.row(strength, j)) {
            *hides += samples.iter().map(|m| m * m).sum::<f32>();
        }
    }
    hides
}

/// The pushes of a term to the border that lies in the carrier's direction.
#[multiversion(targets("x86_64+avx2"))]
fn over(values: &Lane, wanted: &Lane, step: f32, hides: &Lane) -> Pushes {
    let (mut changes, mut worths) = ([0.0; ABREAST], [0.0; ABREAST]);
    for lane in 0..ABREAST {
        let direction = 1.0_f32.copysign(wanted[lane]);
        let towards = values[lane] * direction;
        let border = (nearest(towards / step) + 0.5) * step;
        let distance = border - towards + MARGIN;
        changes[lane] = distance * direction;
        worths[lane] = wanted[lane].abs() * step * hides[lane] / (distance * distance);
    }
    Pushes { changes, worths }
}

/// The worth down to which pushes are made: all together spend at most `allowed`.
///
/// Pushes are not sorted but counted by the first 16 bits of their worth, which tell worths apart that
/// differ by a hundredth.
fn least_worth(pushes: &[Pushes], allowed: f32) -> f32 {
    const SHIFT: u32 = 16;
    let mut spent = vec![0.0_f32; 1 << (32 - SHIFT)];
    for push in pushes {
        for (change, worth) in push.changes.iter().zip(&push.worths) {
            spent[(worth.to_bits() >> SHIFT) as usize] += change * change;
        }
    }
    let mut left = allowed;
    let tight = spent.iter().skip(1).rposition(|spent| {
        left -= spent;
        left < 0.0
    });
    // `tight` counts from 1 and is too much; what lies above it is not.
    f32::from_bits((tight.map_or(1, |tight| tight + 2) as u32) << SHIFT)
}

#[cfg(test)]
mod tests {
    use super::super::blocks::simulate_jpeg;
    use super::*;
    use crate::watermark::key::Key;

    /// With a thirtieth of the power, what is left of the carrier after coarse compression grows by
    /// half and more.
    #[test]
    fn a_small_push_outlives_coarse_rounding() {
        let mut stream = Key::public().stream("coarse");
        let noise = |stream: &mut crate::watermark::key::KeyStream, sigma: f32| {
            let samples = (0..256 * 192).map(|_| stream.fraction() as f32 - 0.5);
            let plane = Plane {
                width: 256,
                height: 192,
                samples: samples.collect(),
            };
            plane.blur(sigma)
        };
        let scene = noise(&mut stream, 4.0).map(|v| 128.0 + 900.0 * v);
        let tile = noise(&mut stream, 1.2);
        let rms = tile.clone().map(|t| t * t).mean().sqrt();
        let tile = tile.map(|t| t / rms);
        let strength = Plane::from_fn(256, 192, |_, _| 2.0);
        let marked = scene.zip(&tile, |y, t| y + 2.0 * t);
        let detail = Detail::new(&scene);
        let change = push(&marked, &detail, &strength, |y| tile.row(y));
        let spent = change.clone().map(|c| c * c).mean();
        assert!(spent > 0.0 && spent <= SHARE * 4.0 * 1.001, "{spent}");
        let left = |plane: &Plane| {
            let coded = simulate_jpeg(&plane.clone().map(f32::round), QUALITY);
            coded
                .zip(&scene, |c, y| c - y)
                .zip(&tile, |c, t| c * t)
                .mean()
        };
        let pushed = marked.zip(&change, |y, c| y + c);
        assert!(
            left(&pushed) > 1.3 * left(&marked),
            "{} {}",
            left(&pushed),
            left(&marked)
        );
    }
}
