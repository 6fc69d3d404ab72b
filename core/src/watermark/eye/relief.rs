//! Lowers a change where it shows most (`spec/watermark.md`, section 6).
//!
//! SSIMULACRA2 weighs the worst places by 4-norms: one pixel in a hundred makes a third of what a mark costs. They
//! are small dark or even places beside texture, which no mask by local activity finds.
#![expect(
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "there are two views at least; casts are of counts of samples"
)]

use super::{Eye, FLOOR, View, WINDOW};
use crate::watermark::{budget::square_factors, plane::Plane};

/// Price of a change, relative to that of all of it, from which it is lowered: so that its price falls to this.
const DEAR: f32 = 1.8;
/// Rounds; each prices what the one before left.
const ROUNDS: usize = 2;
/// Sigma of the smoothing of the change's power, and of the factors, in samples of the finest view.
const POWER_BLUR: f32 = 3.0;
const FACTOR_BLUR: f32 = 2.2;
/// Greatest RMS change over a 64x64 square of picture pixels, in levels (37.4 dB).
const SQUARES: f32 = 3.45;
/// Power below which a change is nothing, in squared levels.
const LEAST_POWER: f32 = 0.05;

impl Eye {
    /// Factors of at most 1 on a change of canonical size, which even out what its parts cost the eye for their
    /// power.
    ///
    /// Cost: about a third of the picture's samples, eleven taps, two planes; less where canonical pixels are
    /// larger.
    pub(crate) fn relief(&self, change: &Plane) -> Plane {
        let coarse = &self.views[..self.views.len() - 1];
        let views: Vec<&View> = self.fine.iter().chain(coarse).collect();
        let (width, height) = (views[0].slopes.width, views[0].slopes.height);
        let power = change.clone().map(|d| d * d);
        let power = power.resample(width, height).blur(POWER_BLUR);
        let mut seen: Option<Plane> = None;
        let losses: Vec<Plane> = views
            .iter()
            .map(|view| {
                let from = seen.as_ref().unwrap_or(change);
                let here = from.resample(view.slopes.width, view.slopes.height);
                let losses = view.losses_of(&here);
                seen = Some(here);
                losses
            })
            .collect();
        let step = views[0].step;
        let held = square_factors(&power, step, SQUARES);
        let mut factors = held.unwrap_or_else(|| Plane::from_fn(width, height, |_, _| 1.0));
        for _ in 0..ROUNDS {
            let mut price = Plane::new(width, height);
            for (view, losses) in views.iter().zip(&losses) {
                let here = factors.resample(losses.width, losses.height);
                let prices = view.prices(&losses.zip(&here, |loss, f| loss * f * f));
                let prices = prices.blur(WINDOW).resample(width, height);
                price = price.zip(&prices, |all, here| all + here.max(0.0));
            }
            let left = power.zip(&factors, |power, f| (power + LEAST_POWER) * f * f);
            let sum = |plane: &Plane| plane.samples.iter().map(|s| f64::from(*s)).sum::<f64>();
            let usual = (sum(&price) / sum(&left)) as f32;
            let dear = price.zip(&left, |price, power| price / (DEAR * usual * power));
            factors = factors.zip(&dear, |f, dear| f / dear.max(1.0));
            factors = factors.blur(FACTOR_BLUR);
        }
        let factors = factors.resample(change.width, change.height);
        factors.map(|f| f.clamp(0.0, 1.0))
    }
}

impl View {
    /// Loss of structural similarity around each sample, for a change of this size in levels.
    fn losses_of(&self, change: &Plane) -> Plane {
        let window = self.window();
        let change = change.zip(&self.slopes, |d, slope| d * slope);
        let mean = change.convolve(&window);
        let square = change.map(|d| d * d).convolve(&window);
        let varying = square.zip(&mean, |s, m| (s - m * m).max(0.0));
        let varying = varying.zip(&self.variance, |v, variance| v / (2.0 * variance + FLOOR));
        varying.zip(&mean, |v, m| v + m * m)
    }

    /// What these losses add to what this view costs, each: of the mean their share, of the 4-norm by their
    /// fourth powers.
    fn prices(&self, losses: &Plane) -> Plane {
        let fourth = |loss: f32| (loss * loss) * (loss * loss);
        let sum: f64 = losses.samples.iter().map(|l| f64::from(fourth(*l))).sum();
        let count = losses.samples.len() as f64;
        let norm = self.weights.norm * (sum / count).powf(0.25);
        let (mean, norm) = (
            self.weights.mean as f32,
            (norm * count / sum.max(f64::MIN_POSITIVE)) as f32,
        );
        losses.clone().map(|loss| mean * loss + norm * fourth(loss))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watermark::key::Key;

    /// Texture with an even dark place in it, under a change that is the same everywhere.
    fn scene() -> (Plane, Plane) {
        let mut stream = Key::public().stream("relief");
        let mut noise =
            |level: f32| Plane::from_fn(384, 256, |_, _| level * (stream.fraction() as f32 - 0.5));
        let (texture, change) = (noise(140.0), noise(20.0).blur(1.0));
        let luma = Plane::from_fn(384, 256, |x, y| {
            match (160..200).contains(&x) && (100..140).contains(&y) {
                true => 30.0,
                false => 128.0 + texture.at(x, y),
            }
        });
        (luma, change)
    }

    #[test]
    fn a_change_is_lowered_where_it_shows_most_and_nowhere_raised() {
        let (luma, change) = scene();
        for unit in [1.0, 1.5] {
            let size = |n: f32| (n * unit) as usize;
            let eye = Eye::new(&luma, unit, size(384.0), size(256.0));
            let factors = eye.relief(&change);
            assert!(factors.samples.iter().all(|f| (0.0..=1.0).contains(f)));
            let (there, elsewhere) = (factors.at(180, 120), factors.at(60, 120));
            assert!(
                there < 0.5 && elsewhere > 0.9,
                "{unit}: {there} {elsewhere}"
            );
        }
    }

    #[test]
    fn squares_are_held_to_their_limit() {
        let (luma, change) = scene();
        let change = change.map(|d| 4.0 * d);
        // Squares inside the picture.
        let rms = |change: &Plane| -> f32 {
            let power = change.clone().map(|d| d * d).box_mean(32);
            let inside = (32..224).flat_map(|y| &power.row(y)[32..352]);
            inside.fold(0.0_f32, |most, p| most.max(*p)).sqrt()
        };
        let eye = Eye::new(&luma, 1.0, 384, 256);
        let relieved = change.zip(&eye.relief(&change), |d, f| d * f);
        let (before, after) = (rms(&change), rms(&relieved));
        assert!(
            before > 1.5 * SQUARES && after <= 1.03 * SQUARES,
            "{before} {after}"
        );
    }

    /// Oracle: the loss in the middle, by the definition of structural similarity under the window.
    #[test]
    fn losses_are_those_of_structural_similarity() {
        let (luma, change) = scene();
        let eye = Eye::new(&luma, 1.0, 384, 256);
        let view = &eye.views[0];
        let (width, height) = (view.slopes.width, view.slopes.height);
        let seen = change.resample(width, height).map(|d| 0.1 * d);
        let losses = view.losses_of(&seen);
        let before = luma.resample(width, height);
        let after = before.zip(&seen, |y, d| y + d);
        let (x, y) = (70, 20);
        let mut sums = [0.0_f64; 6];
        for (i, j) in (-5..=5).flat_map(|i| (-5..=5).map(move |j| (i, j))) {
            let weight = (-f64::from(i * i + j * j) / (2.0 * 1.5 * 1.5)).exp();
            let at = |plane: &Plane| {
                let (x, y) = (x + i, y + j);
                f64::from(super::super::response(plane.at(x as usize, y as usize)))
            };
            let (a, b) = (at(&before), at(&after));
            for (sum, value) in sums.iter_mut().zip([1.0, a, b, a * a, b * b, a * b]) {
                *sum += weight * value;
            }
        }
        let [all, a, b, aa, bb, ab] = sums;
        let [a, b, aa, bb, ab] = [a, b, aa, bb, ab].map(|sum| sum / all);
        let (va, vb, both) = (aa - a * a, bb - b * b, ab - a * b);
        let index = (1.0 - (a - b).powi(2)) * (2.0 * both + 0.0009) / (va + vb + 0.0009);
        let loss = f64::from(losses.at(x as usize, y as usize));
        assert!(
            (loss / (1.0 - index) - 1.0).abs() < 0.1,
            "{loss} {}",
            1.0 - index
        );
    }
}
