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

use super::plane::{Plane, add_weighted};
use super::resample::AxisWeights;
use super::wave::{ROUND, nearest};

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

#[inline(always)]
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
/// One row of sums is held at a time. Cost: one pass over the pixels.
pub(crate) fn shrunk_luma(
    image: &DynamicImage,
    layout: Layout,
    width: usize,
    height: usize,
) -> Plane {
    let mut out = Plane::new(width, height);
    let rows = AxisWeights::new(layout.height, height);
    let columns = AxisWeights::new(layout.width, width);
    let mut luma = vec![0.0_f32; layout.width];
    let mut sums = Sums::new(layout);
    let mut taps = Vec::new();
    for (y, row_taps) in rows.iter().enumerate() {
        taps.clear();
        taps.extend(row_taps);
        sums.luma(image, &taps, &mut luma);
        columns.apply(&luma, out.row_mut(y));
    }
    out
}

/// Weighted sums of rows of a picture.
struct Sums {
    layout: Layout,
    /// Of each sample where pixels are opaque, of luma elsewhere.
    sums: Vec<f32>,
    /// Luma of one row, and which that is.
    held: (Option<usize>, Vec<f32>),
}

impl Sums {
    fn new(layout: Layout) -> Self {
        let channels = if layout.alpha { 1 } else { layout.channels };
        Self {
            layout,
            sums: vec![0.0; layout.width * channels],
            held: (None, vec![0.0; layout.width]),
        }
    }

    /// Luma of the sum of some rows, each with its weight.
    fn luma(&mut self, image: &DynamicImage, taps: &[(usize, f32)], out: &mut [f32]) {
        let opaque = !self.layout.alpha;
        match (narrow_samples(image), wide_samples(image)) {
            (Some(samples), _) if opaque => {
                self.add(samples, taps);
                self.weigh(out, 1.0);
            }
            (_, Some(samples)) if opaque => {
                self.add(samples, taps);
                self.weigh(out, 1.0 / 257.0);
            }
            _ => {
                out.fill(0.0);
                for &(row, tap) in taps {
                    let (held, luma) = &mut self.held;
                    if *held != Some(row) {
                        luma_row(image, self.layout, row, luma);
                        *held = Some(row);
                    }
                    add_weighted(out, luma, tap);
                }
            }
        }
    }

    /// Sums samples, so few at a time that their sums stay in the nearest cache.
    fn add<T: Copy + Into<f32>>(&mut self, samples: &[T], taps: &[(usize, f32)]) {
        const AT_ONCE: usize = 3072;
        let span = self.sums.len();
        for (part, sums) in self.sums.chunks_mut(AT_ONCE).enumerate() {
            sums.fill(0.0);
            for &(row, tap) in taps {
                let begin = row * span + part * AT_ONCE;
                add_weighted(sums, &samples[begin..begin + sums.len()], tap);
            }
        }
    }

    /// Luma of the sums of samples of which one is so many levels.
    fn weigh(&self, out: &mut [f32], level: f32) {
        if self.layout.channels == 1 {
            for (o, sum) in out.iter_mut().zip(&self.sums) {
                *o = sum * level;
            }
        } else {
            weigh_all(out, self.sums.as_chunks().0, level);
        }
    }
}

#[multiversion(targets("x86_64+avx2"))]
fn weigh_all(out: &mut [f32], pixels: &[[f32; 3]], level: f32) {
    for (o, [r, g, b]) in out.iter_mut().zip(pixels) {
        *o = weigh(r * level, g * level, b * level);
    }
}

/// Adds changes to the rows of a picture, rounded and clipped, and keeps count of what they came to.
///
/// Alpha is kept; fully transparent pixels are left alone.
pub(crate) struct RowAdder {
    layout: Layout,
    /// The change of each pixel of a row, then of each sample, in whole levels of 8 bits.
    pixels: Vec<i8>,
    samples: Vec<i8>,
    /// Sum of the squared real changes in levels, over so many colour samples.
    squares: f64,
    count: usize,
}

impl RowAdder {
    pub(crate) fn new(layout: Layout) -> Self {
        Self {
            layout,
            pixels: vec![0; layout.width],
            samples: vec![0; layout.width * layout.channels],
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

    /// To 8-bit samples whole levels are added, at most 127.
    fn narrow(&mut self, samples: &mut [u8], y: usize, change: &[f32]) {
        let Layout {
            channels, alpha, ..
        } = self.layout;
        let row = self.row(samples, y);
        whole_levels(change, &mut self.pixels);
        match channels {
            1 => self.samples.copy_from_slice(&self.pixels),
            2 => repeat::<2>(&mut self.samples, &self.pixels),
            3 => repeat::<3>(&mut self.samples, &self.pixels),
            _ => repeat::<4>(&mut self.samples, &self.pixels),
        }
        self.count += row.len();
        if alpha {
            self.count -= keep_alpha(row, &mut self.samples, channels);
        }
        self.squares += add_narrow(row, &self.samples);
    }

    fn wide(&mut self, samples: &mut [u16], y: usize, change: &[f32]) {
        const SCALE: f32 = 257.0;
        const TOP: f32 = 65_535.0;
        let Layout {
            channels, alpha, ..
        } = self.layout;
        let colours = channels - usize::from(alpha);
        for (pixel, d) in self.row(samples, y).chunks_exact_mut(channels).zip(change) {
            if alpha && pixel[colours] == 0 {
                continue;
            }
            for sample in &mut pixel[..colours] {
                let before = f32::from(*sample);
                let after = nearest(before + SCALE * d).clamp(0.0, TOP);
                *sample = after as u16;
                self.squares += f64::from((after - before) / SCALE).powi(2);
            }
            self.count += colours;
        }
    }

    fn row<'s, T>(&self, samples: &'s mut [T], y: usize) -> &'s mut [T] {
        let span = self.layout.width * self.layout.channels;
        &mut samples[y * span..(y + 1) * span]
    }
}

/// The nearest whole levels of a change.
#[multiversion(targets("x86_64+avx2"))]
fn whole_levels(change: &[f32], levels: &mut [i8]) {
    for (d, level) in change.iter().zip(levels) {
        // Whole numbers stand in the low bits then.
        *level = (d.clamp(-127.0, 127.0) + ROUND).to_bits() as i8;
    }
}

/// Gives each of a pixel's samples its value.
#[multiversion(targets("x86_64+avx2"))]
fn repeat<const CHANNELS: usize>(samples: &mut [i8], pixels: &[i8]) {
    for (samples, value) in samples.as_chunks_mut::<CHANNELS>().0.iter_mut().zip(pixels) {
        *samples = [*value; CHANNELS];
    }
}

/// Takes the change from alpha, and from pixels that do not show; the number of samples that were.
fn keep_alpha(row: &[u8], change: &mut [i8], channels: usize) -> usize {
    let mut kept = 0;
    let pixels = row.chunks_exact(channels);
    for (change, pixel) in change.chunks_exact_mut(channels).zip(pixels) {
        let shows = pixel[channels - 1] != 0;
        let alike = if shows { channels - 1 } else { 0 };
        change[alike..].fill(0);
        kept += channels - alike;
    }
    kept
}

/// Adds a change, clipped; the sum of the squares of what it came to.
#[multiversion(targets("x86_64+avx2"))]
fn add_narrow(row: &mut [u8], change: &[i8]) -> f64 {
    // So many squares fit 32 bits.
    const AT_ONCE: usize = 1 << 16;
    let mut squares = 0.0;
    for (row, change) in row.chunks_mut(AT_ONCE).zip(change.chunks(AT_ONCE)) {
        let mut sum = 0_i32;
        for (sample, change) in row.iter_mut().zip(change) {
            let before = i16::from(*sample);
            let after = (before + i16::from(*change)).clamp(0, 255);
            *sample = after as u8;
            let real = i32::from(after - before);
            sum += real * real;
        }
        squares += f64::from(sum);
    }
    squares
}

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
        adder.add(&mut image, 0, &[10.0, 10.0, 100.0, -120.0]);
        let out = image.to_rgba8();
        assert_eq!(adder.count, 9);
        // Tens; of the hundreds one is clipped at 55; of what is taken away, one at 100.
        let squares = 3 * 10_i32.pow(2)
            + 2 * 100_i32.pow(2)
            + 55_i32.pow(2)
            + 100_i32.pow(2)
            + 2 * 120_i32.pow(2);
        assert_eq!(adder.squares, f64::from(squares));
        assert_eq!(out.get_pixel(0, 0), source.get_pixel(0, 0));
        assert_eq!(out.get_pixel(1, 0).0, [110, 160, 210, 85]);
        assert_eq!(out.get_pixel(2, 0).0, [200, 250, 255, 170]);
        assert_eq!(out.get_pixel(3, 0).0, [0, 30, 80, 255]);
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
