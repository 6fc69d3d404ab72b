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

use super::blocks::{Blocks, corners, quantiser};
use super::normalise::{COARSE, Detail};
use super::plane::Plane;
use super::power::power;
use super::wave::nearest;

/// Quality of the compression that is prepared for.
const QUALITY: u32 = 10;
/// How far beyond a border a coefficient is pushed, in levels of the orthonormal transform:
/// rounding pixels to whole levels moves it by 0.3 RMS.
const MARGIN: f32 = 1.0;
/// Greatest sum `u + v` of a term that is pushed; those beyond lie above the carrier's band.
const HIGHEST: usize = 7;
/// Mean squared change that may be spent, as a share of the tile's.
const SHARE: f32 = 0.02;

/// One coefficient over one border.
struct Push {
    corner: (usize, usize),
    term: usize,
    /// Signed, in levels of the orthonormal transform.
    change: f32,
    /// What the step adds to the detector's correlation, over how much of it shows.
    worth: f32,
}

/// The change in levels that makes coarse rounding speak for the carrier.
///
/// `marked` is the luma with both layers in pixels of the picture, `tile` the carrier at unit RMS,
/// `strength` the RMS change of the tile layer in levels.
pub(crate) fn push(marked: &Plane, tile: &Plane, strength: &Plane) -> Plane {
    let blocks = Blocks::new();
    let mut pushes = candidates(&blocks, marked, tile, strength);
    pushes.sort_unstable_by(|a, b| b.worth.total_cmp(&a.worth));
    let power = strength.clone().map(|m| m * m).mean();
    let mut left = SHARE * power * marked.samples.len() as f32;
    let mut changed = vec![[0.0_f32; 64]; (marked.width / 8) * (marked.height / 8)];
    for push in pushes {
        left -= push.change.powi(2);
        if left < 0.0 {
            break;
        }
        let block = push.corner.1 / 8 * (marked.width / 8) + push.corner.0 / 8;
        changed[block][push.term] += push.change;
    }
    let mut out = Plane::new(marked.width, marked.height);
    for ((left, top), cells) in corners(marked).zip(&changed) {
        if cells.iter().all(|c| *c == 0.0) {
            continue;
        }
        for (j, line) in blocks.inverse(cells).chunks_exact(8).enumerate() {
            out.row_mut(top + j)[left..left + 8].copy_from_slice(line);
        }
    }
    out
}

/// Every coefficient with the border that lies in the carrier's direction.
fn candidates(blocks: &Blocks, marked: &Plane, tile: &Plane, strength: &Plane) -> Vec<Push> {
    // How a change of each pixel moves the detector's correlation: the carrier over the local
    // activity, less what the detector's high pass takes away.
    let activity = Detail::new(marked).activity();
    let weighed = tile.zip(&activity, |t, e| t / power(e + COARSE, 1.25));
    let sensitivity = weighed.zip(&weighed.blur(2.5), |t, low| t - low);
    let hidden = strength.clone().map(|m| m * m);
    let steps = quantiser(QUALITY);
    let mut pushes = Vec::new();
    for corner in corners(marked) {
        let values = blocks.forward(marked, corner);
        let wanted = blocks.forward(&sensitivity, corner);
        let rows = corner.1..corner.1 + 8;
        let hides: f32 = rows
            .flat_map(|y| &hidden.row(y)[corner.0..corner.0 + 8])
            .sum();
        for term in 1..64 {
            if term % 8 + term / 8 > HIGHEST {
                continue;
            }
            let (step, direction) = (steps[term], wanted[term].signum());
            let towards = values[term] * direction;
            let border = (nearest(towards / step) + 0.5) * step;
            let distance = border - towards + MARGIN;
            pushes.push(Push {
                corner,
                term,
                change: distance * direction,
                worth: wanted[term].abs() * step * hides / distance.powi(2),
            });
        }
    }
    pushes
}

#[cfg(test)]
mod tests {
    use super::super::blocks::simulate_jpeg;
    use super::*;
    use crate::watermark::key::Key;

    /// With a fiftieth of the power, what is left of the carrier after coarse compression grows by
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
        let change = push(&marked, &tile, &strength);
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
            left(&pushed) > 1.5 * left(&marked),
            "{} {}",
            left(&pushed),
            left(&marked)
        );
    }
}
