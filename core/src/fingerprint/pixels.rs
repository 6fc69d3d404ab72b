//! Pixels as the fingerprints see them: 8-bit RGB over mid grey.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "width * height * 3 was checked when the buffer was built"
)]

use image::DynamicImage;

/// Why pixels were refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PixelsError {
    /// A side is shorter than [`Pixels::SHORTEST`].
    #[error("the picture is {width}x{height} px; a fingerprint needs at least {least} px a side", least = Pixels::SHORTEST)]
    TooSmall {
        /// Pixels a row.
        width: usize,
        /// Rows.
        height: usize,
    },
    /// The buffer's length is not `width * height * 3`.
    #[error("a picture of {width}x{height} px needs three bytes a pixel; the buffer has {found}")]
    Length {
        /// Pixels a row.
        width: usize,
        /// Rows.
        height: usize,
        /// Bytes in the buffer.
        found: usize,
    },
}

/// A picture: `height x width` pixels of interleaved 8-bit R, G, B in the file's own (nominally
/// sRGB) encoding, row-major without padding, upright as shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    width: usize,
    height: usize,
    rgb: Vec<u8>,
}

impl Pixels {
    /// Shortest side that has a fingerprint, in pixels: two blocks of 32.
    pub const SHORTEST: usize = 64;

    /// Takes a buffer of interleaved RGB.
    ///
    /// # Errors
    /// When the buffer's length does not fit the size, or a side is shorter than
    /// [`Self::SHORTEST`].
    pub fn new(width: usize, height: usize, rgb: Vec<u8>) -> Result<Self, PixelsError> {
        if width < Self::SHORTEST || height < Self::SHORTEST {
            return Err(PixelsError::TooSmall { width, height });
        }
        let expected = width
            .checked_mul(height)
            .and_then(|area| area.checked_mul(3));
        if expected != Some(rgb.len()) {
            return Err(PixelsError::Length {
                width,
                height,
                found: rgb.len(),
            });
        }
        Ok(Self { width, height, rgb })
    }

    /// Whether a decoded picture is large enough.
    pub(super) fn check_size(image: &DynamicImage) -> Result<(), PixelsError> {
        let side = |length: u32| usize::try_from(length).unwrap_or(usize::MAX);
        let (width, height) = (side(image.width()), side(image.height()));
        if width < Self::SHORTEST || height < Self::SHORTEST {
            return Err(PixelsError::TooSmall { width, height });
        }
        Ok(())
    }

    /// Takes a decoded picture: 16-bit samples are rounded, and a pixel of opacity `a` counts as
    /// `a` of itself over mid grey (128).
    ///
    /// # Errors
    /// When a side is shorter than [`Self::SHORTEST`].
    pub fn from_image(image: &DynamicImage) -> Result<Self, PixelsError> {
        let side = |length: u32| usize::try_from(length).unwrap_or(usize::MAX);
        let (width, height) = (side(image.width()), side(image.height()));
        let rgb = if image.color().has_alpha() {
            image
                .to_rgba8()
                .pixels()
                .flat_map(|pixel| {
                    let [r, g, b, a] = pixel.0;
                    [over_grey(r, a), over_grey(g, a), over_grey(b, a)]
                })
                .collect()
        } else {
            image.to_rgb8().into_raw()
        };
        Self::new(width, height, rgb)
    }

    /// Pixels a row.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }

    /// Rows.
    #[must_use]
    pub const fn height(&self) -> usize {
        self.height
    }

    /// A row, `3 * width` bytes; empty below the last.
    pub(super) fn row(&self, y: usize) -> &[u8] {
        let span = self.width * 3;
        self.rgb
            .get(y.saturating_mul(span)..)
            .and_then(|rest| rest.get(..span))
            .unwrap_or_default()
    }

    /// The rows, each `3 * width` bytes.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[u8]> {
        self.rgb.chunks_exact(self.width * 3)
    }
}

/// Luma of a pixel, in levels 0..=255 (ITU-R BT.601, as JPEG and PDQ use it).
pub(super) fn luma(r: f32, g: f32, b: f32) -> f32 {
    0.299 * r + 0.587 * g + 0.114 * b
}

fn over_grey(sample: u8, opacity: u8) -> u8 {
    let (sample, opacity) = (u32::from(sample), u32::from(opacity));
    let mixed = (sample * opacity + 128 * (255 - opacity) + 127) / 255;
    u8::try_from(mixed).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_has_no_fingerprint() {
        assert_eq!(
            Pixels::new(63, 64, vec![0; 63 * 64 * 3]),
            Err(PixelsError::TooSmall {
                width: 63,
                height: 64
            })
        );
        assert_eq!(
            Pixels::new(64, 64, vec![0; 3]),
            Err(PixelsError::Length {
                width: 64,
                height: 64,
                found: 3
            })
        );
    }

    #[test]
    fn transparent_pixels_are_mid_grey() {
        let image = DynamicImage::ImageRgba8(image::RgbaImage::from_pixel(
            64,
            64,
            image::Rgba([255, 0, 0, 0]),
        ));
        let pixels = Pixels::from_image(&image).unwrap();
        assert!(pixels.rows().flatten().all(|sample| *sample == 128));
    }
}
