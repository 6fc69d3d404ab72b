//! From the spectrum of a fold to soft coded bits: translation, polarity, weights
//! (`spec/watermark.md`, section 9).
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "dimension and pilot indices run over the carrier's own lists; surface indices are \
              below 128 x 128; casts are of such small integers"
)]

use multiversion::multiversion;
use realfft::num_complex::Complex;

use super::carrier::{Carrier, PILOTS, TILE, radius};
use super::fold::Spectrum;
use super::geometry::Turn;
use super::polar::LENGTH;
use super::wave::wave;

/// A place of the tile in the fold: turn, translation in canonical pixels, polarity.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Alignment {
    pub(crate) turn: Turn,
    /// Position of the tile's origin in the fold, `0.0..128.0` each.
    pub(crate) shift: (f32, f32),
    /// `-1` where the picture is inverted.
    pub(crate) polarity: f32,
    /// Coherent sum of the normalised pilots: about 10 by chance, more for a mark.
    pub(crate) score: f32,
}

/// Soft values of one alignment.
#[derive(Clone, Debug)]
pub(crate) struct Soft {
    /// Keyed soft value of each dimension (positive for bit 0), scaled as log-likelihood ratios.
    pub(crate) dimensions: Vec<f32>,
    /// Their sums by coded bit.
    pub(crate) ratios: [f32; LENGTH],
}

/// Greatest normalised magnitude that one pilot contributes.
pub(crate) const PILOT_CLIP: f32 = 6.0;
/// Handicap of inverted polarity.
const INVERTED: f32 = 0.9;

/// The pilots, normalised by the noise and relative to their keyed phases.
fn pilots(spectrum: &Spectrum, carrier: &Carrier, turn: Turn) -> [Complex<f32>; PILOTS.len()] {
    let normalised =
        PILOTS.map(|(kx, ky)| spectrum.turned(turn, kx, ky) / spectrum.noise(turn, kx, ky).sqrt());
    relative(normalised, carrier)
}

/// Pilots in units of the noise, clipped and relative to their keyed phases.
pub(crate) fn relative(
    mut pilots: [Complex<f32>; PILOTS.len()],
    carrier: &Carrier,
) -> [Complex<f32>; PILOTS.len()] {
    for (value, phase) in pilots.iter_mut().zip(carrier.phases) {
        let norm = value.norm();
        if norm > PILOT_CLIP {
            *value *= PILOT_CLIP / norm;
        }
        let (sin, cos) = phase.sin_cos();
        *value *= Complex::new(cos as f32, -(sin as f32));
    }
    pilots
}

/// Real part of the coherent pilot sum at a shift.
fn coherence(pilots: &[Complex<f32>], shift: (f32, f32)) -> f32 {
    pilots
        .iter()
        .zip(&PILOTS)
        .map(|(z, &(kx, ky))| {
            let (cos, sin) = wave((kx as f32 * shift.0 + ky as f32 * shift.1) / TILE as f32);
            z.re * cos - z.im * sin
        })
        .sum()
}

/// The place of the tile in a picture that still starts where it was marked.
///
/// Whatever became of the pilots: it is where they were written.
pub(crate) fn untouched(spectrum: &Spectrum, carrier: &Carrier) -> Alignment {
    let turn = Turn::ALL[0];
    let shift = (0.0, 0.0);
    Alignment {
        turn,
        shift,
        polarity: 1.0,
        score: coherence(&pilots(spectrum, carrier, turn), shift),
    }
}

/// The best `keep` alignments of each polarity for one turn, best first.
///
/// The surface is scanned at whole canonical pixels and its peaks refined to 1/16.
pub(crate) fn align(
    spectrum: &Spectrum,
    carrier: &Carrier,
    turn: Turn,
    keep: usize,
) -> Vec<Alignment> {
    let pilots = pilots(spectrum, carrier, turn);
    let surface = surface(&pilots, 1);
    let mut peaks: Vec<(f32, usize, f32)> = Vec::new();
    for polarity in [1.0_f32, -1.0] {
        let handicap = if polarity < 0.0 { INVERTED } else { 1.0 };
        let mut found = local_peaks(&surface, polarity);
        found.truncate(keep);
        peaks.extend(found.iter().map(|&(s, i)| (s * handicap, i, polarity)));
    }
    let mut out: Vec<Alignment> = peaks
        .into_iter()
        .map(|(_, place, polarity)| {
            let start = ((place % TILE) as f32, (place / TILE) as f32);
            let (shift, score) = climb(&pilots, start, polarity, &[0.5, 0.25, 0.125, 0.0625]);
            let handicap = if polarity < 0.0 { INVERTED } else { 1.0 };
            Alignment {
                turn,
                shift,
                polarity,
                score: score * handicap,
            }
        })
        .collect();
    out.sort_by(|a, b| b.score.total_cmp(&a.score));
    out
}

/// Greatest coherent sum of either polarity, to half a canonical pixel: a climb from the best of
/// every second shift.
pub(crate) fn greatest(pilots: &[Complex<f32>]) -> f32 {
    const PITCH: usize = 2;
    const STARTS: usize = 4;
    let mut starts = [(0.0_f32, 0_usize); STARTS];
    for (place, sum) in surface(pilots, PITCH).into_iter().enumerate() {
        if sum.abs() > starts[STARTS - 1].0.abs() {
            let at = starts.partition_point(|start| start.0.abs() >= sum.abs());
            starts[at..].rotate_right(1);
            starts[at] = (sum, place);
        }
    }
    let side = TILE / PITCH;
    starts
        .into_iter()
        .map(|(sum, place)| {
            let start = (PITCH * (place % side), PITCH * (place / side));
            let start = (start.0 as f32, start.1 as f32);
            climb(pilots, start, sum.signum(), &[1.0, 0.5]).1
        })
        .fold(0.0, f32::max)
}

/// The coherent sum at every `pitch`-th whole shift both ways, row-major by `y`.
fn surface(pilots: &[Complex<f32>], pitch: usize) -> Vec<f32> {
    let side = TILE / pitch;
    let turn = |k: i32, t: usize| {
        let t = (pitch * t) as i32;
        let (cos, sin) = wave((k * t).rem_euclid(TILE as i32) as f32 / TILE as f32);
        Complex::new(cos, sin)
    };
    let across: Vec<(Vec<f32>, Vec<f32>)> = PILOTS
        .iter()
        .map(|&(kx, _)| (0..side).map(|x| turn(kx, x)).map(|z| (z.re, z.im)).unzip())
        .collect();
    let mut out = vec![0.0_f32; side * side];
    for (y, row) in out.chunks_exact_mut(side).enumerate() {
        let pilots: [_; PILOTS.len()] = std::array::from_fn(|p| pilots[p] * turn(PILOTS[p].1, y));
        add_waves(row, &pilots, &across);
    }
    out
}

/// Adds the waves of all pilots to a row.
#[multiversion(targets("x86_64+avx2"))]
fn add_waves(
    row: &mut [f32],
    pilots: &[Complex<f32>; PILOTS.len()],
    across: &[(Vec<f32>, Vec<f32>)],
) {
    const BLOCK: usize = 32;
    // Blocks of the row stay in registers while all waves are added.
    for (block, out) in row.as_chunks_mut::<BLOCK>().0.iter_mut().enumerate() {
        let begin = block * BLOCK;
        let mut sums = [0.0_f32; BLOCK];
        for (z, (cos, sin)) in pilots.iter().zip(across) {
            let waves = cos[begin..][..BLOCK].iter().zip(&sin[begin..][..BLOCK]);
            for (sum, (c, s)) in sums.iter_mut().zip(waves) {
                *sum += z.re * c - z.im * s;
            }
        }
        *out = sums;
    }
}

/// Local maxima of `polarity * surface`, greatest first.
fn local_peaks(surface: &[f32], polarity: f32) -> Vec<(f32, usize)> {
    let at = |x: usize, y: usize| polarity * surface[(y % TILE) * TILE + x % TILE];
    let top = surface.iter().fold(0.0_f32, |top, s| top.max(polarity * s));
    let mut peaks = Vec::new();
    for y in 0..TILE {
        for x in 0..TILE {
            let here = at(x, y);
            if here < 0.55 * top {
                continue;
            }
            let around = [
                at(x + 1, y),
                at(x + TILE - 1, y),
                at(x, y + 1),
                at(x, y + TILE - 1),
                at(x + 1, y + 1),
                at(x + TILE - 1, y + 1),
                at(x + 1, y + TILE - 1),
                at(x + TILE - 1, y + TILE - 1),
            ];
            if around.iter().all(|&a| a <= here) {
                peaks.push((here, y * TILE + x));
            }
        }
    }
    peaks.sort_by(|a, b| b.0.total_cmp(&a.0));
    peaks
}

/// Climbs the coherent sum from a whole shift by ever smaller steps.
fn climb(
    pilots: &[Complex<f32>],
    start: (f32, f32),
    polarity: f32,
    steps: &[f32],
) -> ((f32, f32), f32) {
    let mut best = (start, polarity * coherence(pilots, start));
    for &step in steps {
        for _ in 0..3 {
            let centre = best.0;
            for (dx, dy) in [
                (1, 0),
                (-1, 0),
                (0, 1),
                (0, -1),
                (1, 1),
                (-1, -1),
                (1, -1),
                (-1, 1),
            ] {
                let shift = (centre.0 + step * dx as f32, centre.1 + step * dy as f32);
                let value = polarity * coherence(pilots, shift);
                if value > best.1 {
                    best = (shift, value);
                }
            }
            if best.0 == centre {
                break;
            }
        }
    }
    let wrap = |t: f32| t.rem_euclid(TILE as f32);
    ((wrap(best.0.0), wrap(best.0.1)), best.1)
}

/// Soft values of every dimension under an alignment.
///
/// The amplitude over the radius is a line fitted to the coherent pilots; each dimension is
/// clipped at four sigma. Nothing here depends on the keyed signs but the last product.
pub(crate) fn demodulate(spectrum: &Spectrum, carrier: &Carrier, place: &Alignment) -> Soft {
    let rotate = |kx: i32, ky: i32| rotated(spectrum, place, kx, ky);
    let weights = weights(spectrum, carrier, place);
    let mut dimensions = vec![0.0_f32; carrier.bit.len()];
    let mut ratios = [0.0_f32; LENGTH];
    let harmonics = carrier.harmonics.iter().zip(weights);
    for (h, (harmonic, (weight, variance))) in harmonics.enumerate() {
        let value = rotate(harmonic.kx, harmonic.ky);
        let limit = 4.0 * variance.sqrt();
        for (part, v) in [value.re, value.im].into_iter().enumerate() {
            let d = 2 * h + part;
            let soft = carrier.sign[d] * weight * v.clamp(-limit, limit);
            dimensions[d] = soft;
            ratios[usize::from(carrier.bit[d])] += soft;
        }
    }
    Soft { dimensions, ratios }
}

/// What is left of soft values when a word that was read is taken away, as strong as it was found: what
/// another mark at the same place would show.
pub(crate) fn beneath(
    soft: &Soft,
    word: &[u8; LENGTH],
    spectrum: &Spectrum,
    carrier: &Carrier,
    place: &Alignment,
) -> Soft {
    let weights = weights(spectrum, carrier, place);
    let expected: Vec<f32> = carrier
        .harmonics
        .iter()
        .zip(weights)
        .flat_map(|(harmonic, (weight, _))| [weight * harmonic.amplitude; 2])
        .collect();
    let sign = |bit: &u16| {
        if word[usize::from(*bit)] == 0 {
            1.0
        } else {
            -1.0
        }
    };
    let spoken = soft.dimensions.iter().zip(&carrier.bit);
    let spoken: f32 = spoken.map(|(value, bit)| value * sign(bit)).sum();
    let strength = spoken / expected.iter().sum::<f32>();
    let mut left = soft.clone();
    let dimensions = left.dimensions.iter_mut().zip(&expected);
    for ((value, expected), bit) in dimensions.zip(&carrier.bit) {
        let share = strength * expected * sign(bit);
        *value -= share;
        left.ratios[usize::from(*bit)] -= share;
    }
    left
}

/// A harmonic as it is in a tile that starts at the origin.
fn rotated(spectrum: &Spectrum, place: &Alignment, kx: i32, ky: i32) -> Complex<f32> {
    let turns = (kx as f32 * place.shift.0 + ky as f32 * place.shift.1) / TILE as f32;
    let (cos, sin) = wave(turns);
    spectrum.turned(place.turn, kx, ky) * Complex::new(cos, sin) * place.polarity
}

/// The weight of each harmonic's parts, and their variance.
fn weights(
    spectrum: &Spectrum,
    carrier: &Carrier,
    place: &Alignment,
) -> impl Iterator<Item = (f32, f32)> {
    let (c0, c1) = fit_amplitude(spectrum, carrier, place);
    carrier.harmonics.iter().map(move |harmonic| {
        // Each part of the complex value holds half of the power.
        let variance = 0.5 * spectrum.noise(place.turn, harmonic.kx, harmonic.ky);
        let gain = (c0 + c1 * (harmonic.radius() - 18.0) / 10.0).max(0.15 * c0);
        (2.0 * gain * harmonic.amplitude / variance, variance)
    })
}

/// The line `c0 + c1 (r - 18) / 10` through the pilots' coherent amplitudes.
fn fit_amplitude(spectrum: &Spectrum, carrier: &Carrier, place: &Alignment) -> (f32, f32) {
    let (mut s0, mut s1, mut s2, mut t0, mut t1) = (0.0_f32, 0.0, 0.0, 0.0, 0.0);
    for (&(kx, ky), phase) in PILOTS.iter().zip(&carrier.phases) {
        let (sin, cos) = phase.sin_cos();
        let value = rotated(spectrum, place, kx, ky) * Complex::new(cos as f32, -(sin as f32));
        let amplitude = value.re / carrier.pilot_amplitude;
        let weight = 1.0 / spectrum.noise(place.turn, kx, ky);
        let r = (radius(kx, ky) - 18.0) / 10.0;
        s0 += weight;
        s1 += weight * r;
        s2 += weight * r * r;
        t0 += weight * amplitude;
        t1 += weight * amplitude * r;
    }
    // A weak pull to a flat line keeps the slope tame where few pilots speak.
    let s2 = s2 + 0.15 * s0;
    let det = s0 * s2 - s1 * s1;
    let c0 = (t0 * s2 - t1 * s1) / det;
    let c1 = (s0 * t1 - s1 * t0) / det;
    if c0.is_finite() && c0 > 0.0 {
        (c0, c1)
    } else {
        (1.0, 0.0)
    }
}
