//! The largest difference between two pictures at hand, cell by cell: finer than the blocks of a
//! grid, so that a small change is not missed.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "kernels over planes of one size; indices are cut to it, and casts are of such indices"
)]

use super::{
    pdq::Turn, photometry::Tone, pixels::Pixels, plane::Planes, registration::Registration,
};

/// Cells along the longer side.
const MOST: usize = 192;

/// Fewest pixels along a side of a cell: averages of so many show little of how a picture was
/// made smaller, sharpened and compressed.
const LEAST: usize = 4;

/// The largest deviation of any cell, in units of what compression and another size leave in a
/// picture that nobody changed.
///
/// `reference` is the picture in hand after `turn`, changes apart. Brightness, contrast and gamma
/// of the whole are evened out before. Cost: one pass over the pixels of both and about 20 ms.
#[must_use]
pub fn largest_difference(reference: &Pixels, in_hand: &Pixels, turn: Turn) -> f32 {
    let place = Registration::turned(turn.inverse(), 1, 1);
    let transposed = place.x_by_u.abs() < 0.5;
    let (width, height) = (reference.width(), reference.height());
    let (across, down) = if transposed {
        (in_hand.height(), in_hand.width())
    } else {
        (in_hand.width(), in_hand.height())
    };
    let longest = width.max(height);
    let cells = MOST
        .min(longest / LEAST)
        .min(across.max(down) / LEAST)
        .max(1);
    let side = |length: usize| (length * cells / longest).max(1);
    let (columns, rows) = (side(width), side(height));
    let expected = Planes::shrunk(reference, columns, rows);
    let seen = if transposed {
        Planes::shrunk(in_hand, rows, columns)
    } else {
        Planes::shrunk(in_hand, columns, rows)
    };
    let at = |share: f64, length: usize| ((share * length as f64) as usize).min(length - 1);
    let order: Vec<usize> = (0..columns * rows)
        .map(|cell| {
            let u = ((cell % columns) as f64 + 0.5) / columns as f64;
            let v = ((cell / columns) as f64 + 0.5) / rows as f64;
            let (x, y) = place.apply(u, v);
            at(y, seen.height) * seen.width + at(x, seen.width)
        })
        .collect();
    let mut largest = 0.0_f32;
    for channel in 0..3 {
        let expected = &expected.channels[channel];
        let seen: Vec<f32> = order.iter().map(|at| seen.channels[channel][*at]).collect();
        let pairs: Vec<(f32, f32)> = seen.iter().copied().zip(expected.iter().copied()).collect();
        let tone = Tone::fit(&pairs, 1.0);
        for (cell, (seen, expected_level)) in pairs.iter().enumerate() {
            let spread = SPREAD + BUSY * range(expected, cell, columns, rows);
            let deviation = (expected_level - tone.apply(*seen)).abs() / spread;
            largest = largest.max(deviation);
        }
    }
    largest
}

/// Levels by which a cell of an even surface may differ.
const SPREAD: f32 = 4.0;

/// The part of the range of levels around a cell by which it may differ besides: two ways of making
/// a picture smaller move edges by a part of a cell.
const BUSY: f32 = 0.25;

/// The range of levels in the cell and the eight around it.
fn range(levels: &[f32], cell: usize, columns: usize, rows: usize) -> f32 {
    let (x, y) = (cell % columns, cell / columns);
    let (mut low, mut high) = (f32::INFINITY, f32::NEG_INFINITY);
    for row in y.saturating_sub(1)..=(y + 1).min(rows - 1) {
        for column in x.saturating_sub(1)..=(x + 1).min(columns - 1) {
            let level = levels[row * columns + column];
            low = low.min(level);
            high = high.max(level);
        }
    }
    high - low
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture of soft shapes with a grey square of that side.
    fn scene(width: usize, height: usize, square: usize) -> Pixels {
        let rgb = (0..width * height)
            .flat_map(|at| {
                let (x, y) = (at % width, at / width);
                let (u, v) = (x as f32 / width as f32, y as f32 / height as f32);
                let level = 128.0 + 90.0 * (7.0 * u + 2.0 * v).sin() * (5.0 * v).cos();
                let inside = (width / 3..width / 3 + square).contains(&x)
                    && (height / 2..height / 2 + square).contains(&y);
                let level = if inside { level - 60.0 } else { level };
                [level, level * 0.8, 200.0 - level * 0.5].map(|level| level.clamp(0.0, 255.0) as u8)
            })
            .collect();
        Pixels::new(width, height, rgb).unwrap()
    }

    #[test]
    fn sizes_and_turns_differ_little_and_a_small_square_much() {
        let reference = scene(400, 300, 0);
        let same = largest_difference(&reference, &scene(1000, 750, 0), Turn::None);
        assert!(same < 1.0, "{same}");
        // 1 % of the width of a picture.
        let changed = largest_difference(&reference, &scene(1000, 750, 12), Turn::None);
        assert!(changed > 2.0, "{changed}");
        let upright: Vec<u8> = reference.rows().flatten().copied().collect();
        let turned: Vec<u8> = (0..300 * 400)
            .flat_map(|at| {
                // A quarter to the right: the left column becomes the top row.
                let (x, y) = (at % 300, at / 300);
                let from = ((299 - x) * 400 + y) * 3;
                [upright[from], upright[from + 1], upright[from + 2]]
            })
            .collect();
        let turned = Pixels::new(300, 400, turned).unwrap();
        let back = largest_difference(&reference, &turned, Turn::Left);
        assert!(back < 1.0, "{back}");
        let wrong = largest_difference(&reference, &turned, Turn::Right);
        assert!(wrong > 2.0, "{wrong}");
    }
}
