//! Pixels in and out: luma of any supported picture, and adding a luma change to it.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "rows and channels are cut by the picture's own width and channel count; float to \
              integer casts follow a clamp to the sample range"
)]

use image::DynamicImage;
use multiversion::multiversion;

use super::plane::{AxisWeights, Plane, add_weighted};
use super::wave::ROUND;

/// How the samples of a picture are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) width: usize,
    pub(crate) height: usize,
    /// Channels a pixel, alpha included.
    pub(crate) channels: usize,
    pub(crate) alpha: bool,
    /// 8 or 16 bits a sample.
    pub(crate) wide: bool,
}

/// The layout of a picture, or `None` where its samples are floats.
pub(crate) fn layout(image: &DynamicImage) -> Option<Layout> {
    let (channels, alpha, wide) = match image {
        DynamicImage::ImageLuma8(_) => (1, false, false),
        DynamicImage::ImageLumaA8(_) => (2, true, false),
        DynamicImage::ImageRgb8(_) => (3, false, false),
        DynamicImage::ImageRgba8(_) => (4, true, false),
        DynamicImage::ImageLuma16(_) => (1, false, true),
        DynamicImage::ImageLumaA16(_) => (2, true, true),
        DynamicImage::ImageRgb16(_) => (3, false, true),
        DynamicImage::ImageRgba16(_) => (4, true, true),
        _ => return None,
    };
    Some(Layout {
        width: image.width() as usize,
        height: image.height() as usize,
        channels,
        alpha,
        wide,
    })
}

/// Writes luma (0.299 R + 0.587 G + 0.114 B, levels 0..=255) of row `y`.
///
/// A pixel of opacity `a` counts as `a` of itself over mid grey (128).
pub(crate) fn luma_row(image: &DynamicImage, layout: Layout, y: usize, out: &mut [f32]) {
    let span = layout.width * layout.channels;
    let cut = y * span..(y + 1) * span;
    match image {
        DynamicImage::ImageRgb8(buffer) => {
            for (o, p) in out.iter_mut().zip(buffer.as_raw()[cut].chunks_exact(3)) {
                *o = weigh(f32::from(p[0]), f32::from(p[1]), f32::from(p[2]));
            }
        }
        _ => {
            if let Some(row) = narrow_samples(image) {
                convert(&row[cut], layout, out, f32::from);
            } else if let Some(row) = wide_samples(image) {
                convert(&row[cut], layout, out, |s| f32::from(s) / 257.0);
            }
        }
    }
}

fn weigh(r: f32, g: f32, b: f32) -> f32 {
    0.299 * r + 0.587 * g + 0.114 * b
}

fn convert<T: Copy>(row: &[T], layout: Layout, out: &mut [f32], level: impl Fn(T) -> f32) {
    for (o, p) in out.iter_mut().zip(row.chunks_exact(layout.channels)) {
        let luma = if layout.channels >= 3 {
            weigh(level(p[0]), level(p[1]), level(p[2]))
        } else {
            level(p[0])
        };
        *o = if layout.alpha {
            let opacity = level(p[layout.channels - 1]) / 255.0;
            128.0 + opacity * (luma - 128.0)
        } else {
            luma
        };
    }
}

fn narrow_samples(image: &DynamicImage) -> Option<&[u8]> {
    match image {
        DynamicImage::ImageLuma8(b) => Some(b.as_raw()),
        DynamicImage::ImageLumaA8(b) => Some(b.as_raw()),
        DynamicImage::ImageRgb8(b) => Some(b.as_raw()),
        DynamicImage::ImageRgba8(b) => Some(b.as_raw()),
        _ => None,
    }
}

fn wide_samples(image: &DynamicImage) -> Option<&[u16]> {
    match image {
        DynamicImage::ImageLuma16(b) => Some(b.as_raw()),
        DynamicImage::ImageLumaA16(b) => Some(b.as_raw()),
        DynamicImage::ImageRgb16(b) => Some(b.as_raw()),
        DynamicImage::ImageRgba16(b) => Some(b.as_raw()),
        _ => None,
    }
}

/// Luma of the whole picture, area-averaged to `width x height` (neither above the picture's).
///
/// One luma row is held at a time. Cost: one pass over the pixels.
pub(crate) fn shrunk_luma(
    image: &DynamicImage,
    layout: Layout,
    width: usize,
    height: usize,
) -> Plane {
    let mut out = Plane::new(width, height);
    let mut luma = vec![0.0_f32; layout.width];
    let rows = AxisWeights::new(layout.height, height);
    let columns = AxisWeights::new(layout.width, width);
    let mut sum = vec![0.0_f32; layout.width];
    let mut held = None;
    for (y, taps) in rows.iter().enumerate() {
        sum.fill(0.0);
        for (row, tap) in taps {
            if let DynamicImage::ImageLuma8(grey) = image {
                let row = &grey.as_raw()[row * layout.width..][..layout.width];
                add_weighted(&mut sum, row, tap);
                continue;
            }
            if held != Some(row) {
                luma_row(image, layout, row, &mut luma);
                held = Some(row);
            }
            add_weighted(&mut sum, &luma, tap);
        }
        let target = out.row_mut(y);
        if width == layout.width {
            target.copy_from_slice(&sum);
        } else {
            columns.apply(&sum, target);
        }
    }
    out
}

/// Adds changes to the rows of a picture, rounded and clipped, and keeps count of what they came to.
///
/// Alpha is kept; fully transparent pixels are left alone.
pub(crate) struct RowAdder {
    layout: Layout,
    /// The change of every sample of a row.
    spread: Vec<f32>,
    /// Sum of the squared real changes in levels, over so many colour samples.
    squares: f64,
    count: usize,
}

impl RowAdder {
    pub(crate) fn new(layout: Layout) -> Self {
        Self {
            layout,
            spread: vec![0.0; layout.width * layout.channels],
            squares: 0.0,
            count: 0,
        }
    }

    /// Mean of the squared real changes, in levels.
    pub(crate) fn mean_square(&self) -> f64 {
        self.squares / self.count.max(1) as f64
    }

    /// Adds `change` (levels of 255) to every colour channel of row `y`.
    pub(crate) fn add(&mut self, image: &mut DynamicImage, y: usize, change: &[f32]) {
        match image {
            DynamicImage::ImageLuma8(b) => self.narrow(b.as_mut(), y, change),
            DynamicImage::ImageLumaA8(b) => self.narrow(b.as_mut(), y, change),
            DynamicImage::ImageRgb8(b) => self.narrow(b.as_mut(), y, change),
            DynamicImage::ImageRgba8(b) => self.narrow(b.as_mut(), y, change),
            DynamicImage::ImageLuma16(b) => self.wide(b.as_mut(), y, change),
            DynamicImage::ImageLumaA16(b) => self.wide(b.as_mut(), y, change),
            DynamicImage::ImageRgb16(b) => self.wide(b.as_mut(), y, change),
            DynamicImage::ImageRgba16(b) => self.wide(b.as_mut(), y, change),
            _ => {}
        }
    }

    fn narrow(&mut self, samples: &mut [u8], y: usize, change: &[f32]) {
        let row = self.row(samples, y);
        self.lay_out(row, change, 1.0);
        self.squares += add_narrow(row, &self.spread);
    }

    fn wide(&mut self, samples: &mut [u16], y: usize, change: &[f32]) {
        const SCALE: f32 = 257.0;
        let row = self.row(samples, y);
        self.lay_out(row, change, SCALE);
        self.squares += add_wide(row, &self.spread) / f64::from(SCALE).powi(2);
    }

    fn row<'s, T>(&self, samples: &'s mut [T], y: usize) -> &'s mut [T] {
        let span = self.layout.width * self.layout.channels;
        &mut samples[y * span..(y + 1) * span]
    }

    /// Gives each sample its change: none to alpha, and to pixels that do not show.
    fn lay_out<T: PartialEq + Default>(&mut self, row: &[T], change: &[f32], scale: f32) {
        let channels = self.layout.channels;
        if !self.layout.alpha {
            self.count += row.len();
            // The common layouts as loops of a known length.
            match channels {
                1 => repeat::<1>(&mut self.spread, change, scale),
                _ => repeat::<3>(&mut self.spread, change, scale),
            }
            return;
        }
        let colours = channels - 1;
        let pixels = row.chunks_exact(channels);
        let spread = self.spread.chunks_exact_mut(channels);
        for ((pixel, spread), d) in pixels.zip(spread).zip(change) {
            let shows = pixel[colours] != T::default();
            let d = if shows { scale * d } else { 0.0 };
            spread[..colours].fill(d);
            self.count += if shows { colours } else { 0 };
        }
    }
}

/// Gives each of a pixel's samples its change.
fn repeat<const CHANNELS: usize>(spread: &mut [f32], change: &[f32], scale: f32) {
    let (pixels, _) = spread.as_chunks_mut::<CHANNELS>();
    for (pixel, d) in pixels.iter_mut().zip(change) {
        *pixel = [scale * d; CHANNELS];
    }
}

/// Adds to samples, to the nearest whole number in their range; the sum of the squared real changes.
macro_rules! adder {
    ($name:ident, $sample:ty) => {
        #[multiversion(targets("x86_64+avx2"))]
        fn $name(row: &mut [$sample], spread: &[f32]) -> f64 {
            // Sums side by side, so that the compiler need not keep the order of one.
            const LANES: usize = 16;
            let top = f32::from(<$sample>::MAX);
            let mut sums = [0.0_f32; LANES];
            let mut add = |row: &mut [$sample], spread: &[f32]| {
                for ((sample, d), sum) in row.iter_mut().zip(spread).zip(&mut sums) {
                    let before = f32::from(*sample);
                    let shifted = (before + d).clamp(0.0, top) + ROUND;
                    // Whole numbers stand in the low bits then.
                    *sample = (shifted.to_bits() & u32::from(<$sample>::MAX)) as $sample;
                    *sum += (shifted - ROUND - before).powi(2);
                }
            };
            let (blocks, rest) = row.as_chunks_mut::<LANES>();
            let (spread, rest_spread) = spread.as_chunks::<LANES>();
            for (row, spread) in blocks.iter_mut().zip(spread) {
                add(row, spread);
            }
            add(rest, rest_spread);
            f64::from(sums.iter().sum::<f32>())
        }
    };
}

adder!(add_narrow, u8);
adder!(add_wide, u16);

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, RgbImage, Rgba, RgbaImage};

    #[test]
    fn luma_of_every_layout_agrees() {
        let rgb = RgbImage::from_fn(9, 5, |x, y| {
            Rgb([(x * 20) as u8, (y * 40) as u8, (x * y) as u8])
        });
        let rgb = DynamicImage::ImageRgb8(rgb);
        let variants = [
            rgb.clone(),
            DynamicImage::ImageRgba8(rgb.to_rgba8()),
            DynamicImage::ImageRgb16(rgb.to_rgb16()),
            DynamicImage::ImageRgba16(rgb.to_rgba16()),
        ];
        let planes: Vec<Plane> = variants
            .iter()
            .map(|v| shrunk_luma(v, layout(v).unwrap(), 9, 5))
            .collect();
        for plane in &planes {
            for (a, b) in plane.samples.iter().zip(&planes[0].samples) {
                assert!((a - b).abs() < 1e-3);
            }
        }
    }

    #[test]
    fn alpha_is_kept_and_transparent_pixels_untouched() {
        let source = RgbaImage::from_fn(4, 1, |x, _| Rgba([100, 150, 200, (x * 85) as u8]));
        let mut image = DynamicImage::ImageRgba8(source.clone());
        let plan = layout(&image).unwrap();
        let mut adder = RowAdder::new(plan);
        adder.add(&mut image, 0, &[10.0, 10.0, 100.0, -300.0]);
        let out = image.to_rgba8();
        assert_eq!(adder.count, 9);
        // Tens; of the hundreds one is clipped at 55; all that is there.
        let squares = 3 * 10_i32.pow(2)
            + 2 * 100_i32.pow(2)
            + 55_i32.pow(2)
            + 100_i32.pow(2)
            + 150_i32.pow(2)
            + 200_i32.pow(2);
        assert_eq!(adder.squares, f64::from(squares));
        assert_eq!(out.get_pixel(0, 0), source.get_pixel(0, 0));
        assert_eq!(out.get_pixel(1, 0).0, [110, 160, 210, 85]);
        assert_eq!(out.get_pixel(2, 0).0, [200, 250, 255, 170]);
        assert_eq!(out.get_pixel(3, 0).0, [0, 0, 0, 255]);
    }

    #[test]
    fn shrinking_matches_plane_resampling() {
        let image = DynamicImage::ImageRgb8(RgbImage::from_fn(37, 29, |x, y| {
            Rgb([((x * 31 + y * 17) % 256) as u8, (y * 8) as u8, 77])
        }));
        let plan = layout(&image).unwrap();
        let whole = shrunk_luma(&image, plan, 37, 29);
        let direct = shrunk_luma(&image, plan, 13, 8);
        for (a, b) in whole.resample(13, 8).samples.iter().zip(&direct.samples) {
            assert!((a - b).abs() < 1e-2);
        }
    }
}
