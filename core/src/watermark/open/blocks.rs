//! One bit from each 8 x 8 block of pixels, as the `dwtDct` method reads it.
//!
//! The method (imwatermark, `maxDct.py`) takes the chroma channel U = 0.492 (B - Y) + offset, one
//! level of the Haar transform, and from each 4 x 4 block of its low band the value of largest
//! size other than the first; the bit is whether that value modulo 36 lies above 18. Two things
//! differ between programs that use it, and a reader must try both of each:
//!
//! - numbers: OpenCV adds 128 to U and rounds when it is given bytes, and adds 0.5 when it is
//!   given floating point numbers;
//! - the order of channels: some versions of generators hand over RGB where BGR is expected.

#![expect(
    clippy::as_conversions,
    clippy::arithmetic_side_effects,
    reason = "pixel kernel: colours are at most 255, sums of four at most 1020, sizes are checked"
)]

use super::Pixels;

/// Quantisation step of the method.
const STEP: f32 = 36.0;

/// Pixels of a block's side.
const SIDE: usize = 8;

/// In which numbers a mark is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Numbers {
    /// Floating point, as generators that mark before rounding write it.
    Float,
    /// Bytes, as generators that mark a finished picture write it.
    Byte,
}

/// In which order the writer took the colour channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChannelOrder {
    /// As the method expects.
    Expected,
    /// Red and blue exchanged.
    Exchanged,
}

/// The ways of reading; each is a trial.
pub(super) const WAYS: [(Numbers, ChannelOrder); 4] = [
    (Numbers::Float, ChannelOrder::Expected),
    (Numbers::Byte, ChannelOrder::Expected),
    (Numbers::Float, ChannelOrder::Exchanged),
    (Numbers::Byte, ChannelOrder::Exchanged),
];

/// The bit of every whole block, row by row, for each of [`WAYS`].
pub(super) fn bits(pixels: &Pixels<'_>) -> [Vec<bool>; 4] {
    let blocks_across = pixels.width / SIDE;
    let blocks_down = pixels.height / SIDE;
    let stride = pixels.width * 3;
    let mut bits = WAYS.map(|_| Vec::with_capacity(blocks_across * blocks_down));
    for rows in pixels.rgb.chunks_exact(stride * SIDE) {
        for block in 0..blocks_across {
            let mut largest = [0.0_f32; 4];
            for (down, pair) in rows.chunks_exact(stride * 2).enumerate() {
                let (upper, lower) = pair.split_at(stride);
                let start = block * SIDE * 3;
                let upper = upper.get(start..start + SIDE * 3).unwrap_or_default();
                let lower = lower.get(start..start + SIDE * 3).unwrap_or_default();
                let across = upper.chunks_exact(6).zip(lower.chunks_exact(6)).enumerate();
                for (right, (upper, lower)) in across {
                    if down == 0 && right == 0 {
                        continue;
                    }
                    let low = low_band(upper, lower);
                    for (largest, low) in largest.iter_mut().zip(low) {
                        *largest = largest.max(low.abs());
                    }
                }
            }
            for (bits, largest) in bits.iter_mut().zip(largest) {
                bits.push(largest % STEP > 0.5 * STEP);
            }
        }
    }
    bits
}

/// The Haar low band of U over 2 x 2 pixels (two from each row), for each of [`WAYS`].
fn low_band(upper: &[u8], lower: &[u8]) -> [f32; 4] {
    let mut sums = [0_i32; 3];
    let mut bytes = [0_i32; 2];
    for pixel in upper.chunks_exact(3).chain(lower.chunks_exact(3)) {
        let &[red, green, blue] = pixel else { continue };
        let [red, green, blue] = [red, green, blue].map(i32::from);
        for (sum, colour) in sums.iter_mut().zip([red, green, blue]) {
            *sum += colour;
        }
        bytes[0] += chroma_byte(red, green, blue);
        bytes[1] += chroma_byte(blue, green, red);
    }
    let [red, green, blue] = sums.map(|sum| sum as f32);
    let float = |red: f32, blue: f32| {
        let luma = 0.299 * red + 0.587 * green + 0.114 * blue;
        // Four times the offset 0.5, and half of the sum of four.
        0.5 * (0.492 * (blue - luma) + 2.0)
    };
    let byte = |sum: i32| 0.5 * sum as f32;
    [
        float(red, blue),
        byte(bytes[0]),
        float(blue, red),
        byte(bytes[1]),
    ]
}

/// OpenCV's U of one pixel of bytes: 14-bit fixed point, rounded, luma first.
const fn chroma_byte(red: i32, green: i32, blue: i32) -> i32 {
    const SHIFT: i32 = 14;
    const HALF: i32 = 1 << (SHIFT - 1);
    let luma = (red * 4899 + green * 9617 + blue * 1868 + HALF) >> SHIFT;
    let chroma = ((blue - luma) * 8061 + (128 << SHIFT) + HALF) >> SHIFT;
    if chroma < 0 {
        0
    } else if chroma > 255 {
        255
    } else {
        chroma
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neutral_colours_have_neutral_chroma() {
        for grey in [0, 1, 127, 255] {
            assert_eq!(chroma_byte(grey, grey, grey), 128);
        }
        // cv2.cvtColor(np.uint8([[[255, 0, 0]]]), cv2.COLOR_BGR2YUV) gives [29, 239, 103].
        assert_eq!(chroma_byte(0, 0, 255), 239);
        // And for pure red (BGR 0, 0, 255) [76, 91, 255].
        assert_eq!(chroma_byte(255, 0, 0), 91);
    }

    #[test]
    fn only_whole_blocks_carry_bits() {
        let rgb = vec![90; 300 * 259 * 3];
        let pixels = Pixels::new(&rgb, 300, 259).unwrap();
        for bits in bits(&pixels) {
            assert_eq!(bits.len(), 37 * 32);
        }
    }
}
