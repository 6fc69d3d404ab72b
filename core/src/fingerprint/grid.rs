//! The signed grid: block descriptors that cover a whole picture.
//!
//! The picture is cut into about square blocks of about 32 pixels, of 1/24 of the shorter side
//! from 768 pixels up; at most [`Grid::MOST_BLOCKS`] in all. Each is described by 43 bits, so that a grid
//! has at most 5.5 KB, whatever the picture's size.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "block counts are at most 1024 a side and in all; indices run over buffers of exactly \
              that many blocks; casts are of such counts and of sides that fit u32"
)]

use super::{
    descriptor::{BITS, Descriptor, Features, SIDE},
    pixels::Pixels,
    plane::Planes,
};

/// Block descriptors of a picture, as they are signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    width: u32,
    height: u32,
    columns: usize,
    rows: usize,
    blocks: Vec<Descriptor>,
}

/// Why packed blocks are not a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GridError {
    /// Fewer than two or more than [`Grid::MOST_BLOCKS`] blocks.
    #[error("a grid of {columns} x {rows} blocks; 2 x 2 up to {most} in all are defined", most = Grid::MOST_BLOCKS)]
    Size {
        /// Blocks a row.
        columns: u64,
        /// Rows of blocks.
        rows: u64,
    },
    /// The signed picture's size is zero.
    #[error("the signed picture is given as {width} x {height} px")]
    Picture {
        /// Pixels a row.
        width: u64,
        /// Rows.
        height: u64,
    },
    /// The packed blocks have another length than their number says.
    #[error("{found} bytes of blocks, expected {expected}")]
    Length {
        /// Bytes that the number of blocks takes.
        expected: usize,
        /// Bytes found.
        found: usize,
    },
}

impl Grid {
    /// Most blocks of a grid.
    pub const MOST_BLOCKS: usize = 1024;

    /// Describes a picture. Reads every pixel once.
    #[must_use]
    pub fn of(pixels: &Pixels) -> Self {
        let (columns, rows) = layout(pixels.width(), pixels.height());
        let planes = Planes::shrunk(pixels, columns * SIDE, rows * SIDE);
        let blocks = measure(&planes, columns, rows)
            .iter()
            .map(Descriptor::of)
            .collect();
        let side = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        Self {
            width: side(pixels.width()),
            height: side(pixels.height()),
            columns,
            rows,
            blocks,
        }
    }

    /// Size of the signed picture in pixels: width, height.
    #[must_use]
    pub const fn picture(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    /// Number of blocks: columns, rows.
    #[must_use]
    pub const fn size(&self) -> (usize, usize) {
        (self.columns, self.rows)
    }

    /// The blocks row by row, 43 bits each, most significant bit first, zero bits at the end.
    #[must_use]
    pub fn packed(&self) -> Vec<u8> {
        let mut bytes = vec![0_u8; (self.blocks.len() * BITS).div_ceil(8)];
        let mut at = 0;
        for block in &self.blocks {
            for (value, width) in block.fields() {
                for bit in (0..width).rev() {
                    bytes[at / 8] |= (value >> bit & 1) << (7 - at % 8);
                    at += 1;
                }
            }
        }
        bytes
    }

    /// Reads packed blocks.
    ///
    /// # Errors
    /// When a count is out of its range or the bytes are not as many as the blocks need.
    pub fn from_packed(
        width: u64,
        height: u64,
        columns: u64,
        rows: u64,
        bytes: &[u8],
    ) -> Result<Self, GridError> {
        let most = Self::MOST_BLOCKS as u64;
        let count = columns.saturating_mul(rows);
        if columns < 2 || rows < 2 || count > most {
            return Err(GridError::Size { columns, rows });
        }
        let side = |length: u64| u32::try_from(length).ok().filter(|length| *length > 0);
        let (Some(picture_width), Some(picture_height)) = (side(width), side(height)) else {
            return Err(GridError::Picture { width, height });
        };
        let count = count as usize;
        let expected = (count * BITS).div_ceil(8);
        if bytes.len() != expected {
            return Err(GridError::Length {
                expected,
                found: bytes.len(),
            });
        }
        let mut at = 0;
        let mut field = |width: usize| {
            (0..width).fold(0_u8, |value, _| {
                let bit = bytes[at / 8] >> (7 - at % 8) & 1;
                at += 1;
                value << 1 | bit
            })
        };
        let blocks = (0..count)
            .map(|_| Descriptor::from_fields([6, 6, 6, 5, 5, 5, 5, 5].map(&mut field)))
            .collect();
        Ok(Self {
            width: picture_width,
            height: picture_height,
            columns: columns as usize,
            rows: rows as usize,
            blocks,
        })
    }

    /// The signed features, row by row.
    pub(super) fn features(&self) -> Vec<Features> {
        self.blocks.iter().map(Descriptor::features).collect()
    }
}

/// Columns and rows of blocks for a picture of this size.
fn layout(width: usize, height: usize) -> (usize, usize) {
    let (short, long) = (width.min(height), width.max(height));
    let mut few = ((short as f64 / 32.0).round()).clamp(2.0, 24.0);
    let mut many = (few * long as f64 / short as f64).round();
    if few * many > Grid::MOST_BLOCKS as f64 {
        let shrink = (Grid::MOST_BLOCKS as f64 / (few * many)).sqrt();
        few = (few * shrink).floor().max(2.0);
        many = (many * shrink)
            .floor()
            .min((Grid::MOST_BLOCKS as f64 / few).floor());
    }
    let (few, many) = (few as usize, many as usize);
    if width <= height {
        (few, many)
    } else {
        (many, few)
    }
}

/// Measures every block of `4 columns x 4 rows` averages.
pub(super) fn measure(planes: &Planes, columns: usize, rows: usize) -> Vec<Features> {
    let [luma, blue, red] = &planes.channels;
    let mean = |plane: &[f32], left: usize, top: usize| {
        let mut sum = 0.0;
        for cell in 0..SIDE * SIDE {
            sum += plane[(top + cell / SIDE) * planes.width + left + cell % SIDE];
        }
        sum / (SIDE * SIDE) as f32
    };
    let mut out = Vec::with_capacity(columns * rows);
    for row in 0..rows {
        for column in 0..columns {
            let (left, top) = (column * SIDE, row * SIDE);
            let block: [f32; SIDE * SIDE] = std::array::from_fn(|cell| {
                luma[(top + cell / SIDE) * planes.width + left + cell % SIDE]
            });
            out.push(Features::of(
                &block,
                mean(blue, left, top),
                mean(red, left, top),
            ));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn layouts_stay_small_and_about_square() {
        for (size, expected) in [
            ((64, 64), (2, 2)),
            ((768, 512), (24, 16)),
            ((6000, 4000), (36, 24)),
            ((4000, 6000), (24, 36)),
            ((2560, 817), (56, 18)),
            ((60_000, 64), (512, 2)),
        ] {
            assert_eq!(layout(size.0, size.1), expected, "{size:?}");
        }
    }

    #[test]
    fn a_grid_packs_and_unpacks() {
        let rgb = (0..100 * 70 * 3).map(|i| (i * 7 % 251) as u8).collect();
        let grid = Grid::of(&Pixels::new(100, 70, rgb).unwrap());
        let (columns, rows) = grid.size();
        let packed = grid.packed();
        let again = Grid::from_packed(100, 70, columns as u64, rows as u64, &packed).unwrap();
        assert_eq!(again, grid);
        assert_eq!(
            Grid::from_packed(100, 70, columns as u64, rows as u64, &packed[1..]),
            Err(GridError::Length {
                expected: packed.len(),
                found: packed.len() - 1
            })
        );
    }

    proptest! {
        #[test]
        fn any_sizes_and_bytes_return(
            width: u64, height: u64, columns: u64, rows: u64, small in 0..40_u64,
            bytes in prop::collection::vec(any::<u8>(), 0..600),
        ) {
            let _ = Grid::from_packed(width, height, columns, rows, &bytes);
            let _ = Grid::from_packed(width, height, small, small / 2, &bytes);
        }
    }
}
