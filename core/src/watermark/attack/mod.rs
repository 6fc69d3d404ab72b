//! The attack list: what ordinary handling and some mischief do to a picture, as named,
//! seeded, reproducible steps. A bench applies them to marked pictures and counts what is read.
//!
//! Steps work on 8-bit RGB. Codecs that no light crate covers (lossy WebP, AVIF, JPEG XL) are the
//! caller's to run, through [`Codecs`].

mod adversary;
mod capture;
mod codec;
mod dice;
mod filter;
mod list;
mod overlay;
mod tone;
mod warp;

use image::RgbImage;
use thiserror::Error;

pub use adversary::{average, copy_residual};
pub use dice::Dice;
pub use list::{Attack, Group, list};

/// A codec that the caller runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Lossy WebP.
    WebP,
    /// AVIF.
    Avif,
    /// JPEG XL.
    JpegXl,
}

/// Round trips through codecs outside this crate.
pub trait Codecs {
    /// Encodes at a quality of 0..=100, decodes, and returns the pixels; `None` where the codec is
    /// not at hand.
    fn round_trip(&self, format: Format, quality: u8, picture: &RgbImage) -> Option<RgbImage>;
}

/// No codec at hand.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoCodecs;

impl Codecs for NoCodecs {
    fn round_trip(&self, _: Format, _: u8, _: &RgbImage) -> Option<RgbImage> {
        None
    }
}

/// Why an attack was not carried out.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AttackError {
    /// The codec is not at hand.
    #[error("no {0:?} codec is at hand")]
    NoCodec(Format),
    /// The built-in codec refused the picture.
    #[error("the {0} codec refused the picture")]
    Refused(&'static str),
    /// The result would have fewer than 16 pixels a side.
    #[error("the result would have fewer than 16 pixels a side")]
    TooSmall,
}

/// How a picture is resampled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Area mean to shrink, Catmull-Rom to enlarge.
    Area,
    /// Nearest sample.
    Nearest,
    /// Triangle (bilinear, widened to shrink).
    Triangle,
    /// Lanczos with three lobes.
    Lanczos,
}

/// One thing done to a picture. Lengths are pixels unless said; angles are degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// JPEG at this quality, 4:2:0.
    Jpeg(u8),
    /// A codec of the caller's at this quality.
    External(Format, u8),
    /// GIF with at most 256 colours.
    Gif,
    /// Both sides by a factor.
    Scale(f32, Filter),
    /// Width and height by a factor each.
    Stretch(f32, f32),
    /// To a square with the side of the given length.
    Square(u32),
    /// So that the longer side is at most this.
    Within(u32),
    /// So that the shorter side is this.
    Short(u32),
    /// Down by a factor and up again.
    DownUp(f32),
    /// A rectangle of this share of the area, same shape, at a random place.
    Crop(f32),
    /// So many pixels off each side.
    Trim(u32),
    /// A random column and row in every so many dropped.
    DropLines(u32),
    /// Rotation onto a canvas that holds every corner.
    Rotate(f32),
    /// Rotation by a random angle onto such a canvas.
    RotateAny,
    /// Rotation, then the largest upright rectangle of the same shape without corners.
    RotateCrop(f32),
    /// Left-right mirror.
    Flip,
    /// Quarter turns clockwise.
    Turn(u8),
    /// Horizontal shear by this share.
    Shear(f32),
    /// Corners moved at random by up to this share of each side.
    Perspective(f32),
    /// Smooth random displacement of up to so many pixels at 768 pixels a side.
    Bend(f32),
    /// Levels added.
    Brightness(f32),
    /// Factor about mid grey.
    Contrast(f32),
    /// Exponent on the unit range.
    Gamma(f32),
    /// Colours removed.
    Grey,
    /// Histogram of luma made flat.
    Equalise,
    /// Colour wheel turned.
    Hue(f32),
    /// Light and dark exchanged.
    Invert,
    /// So many levels a channel.
    Posterise(u8),
    /// One bit, error diffusion.
    Dither,
    /// Gaussian blur of this sigma.
    Blur(f32),
    /// Mean along a line of this length at 30 degrees.
    Motion(u32),
    /// Median over a square of this odd side.
    Median(u32),
    /// Unsharp mask of this amount.
    Sharpen(f32),
    /// Bilateral filter of this range sigma in levels.
    Denoise(f32),
    /// Narrow notches at the strongest isolated spectral peaks, so many.
    Notch(usize),
    /// Gaussian noise of this sigma in levels.
    Noise(f32),
    /// A logo in the lower right corner, this share of the area.
    Logo(f32),
    /// Lines of text-like strokes across the picture.
    Text,
    /// A black box of this share of the area at a random place.
    BlackBox(f32),
    /// A caption bar above, this share of the height.
    Caption(f32),
    /// Black bars above and below, this share of the height each.
    Letterbox(f32),
    /// The picture within a page of text.
    Page,
    /// Halftone-free print and scan: tone, blur, noise, small turn and scale.
    PrintScan,
    /// A photograph of a screen: perspective, moire, tone, blur, noise.
    ScreenPhoto,
}

impl Step {
    /// Carries the step out.
    fn apply(
        self,
        picture: &RgbImage,
        dice: &mut Dice,
        codecs: &dyn Codecs,
    ) -> Result<RgbImage, AttackError> {
        Ok(match self {
            Self::Jpeg(quality) => codec::jpeg(picture, quality)?,
            Self::External(format, quality) => codecs
                .round_trip(format, quality, picture)
                .ok_or(AttackError::NoCodec(format))?,
            Self::Gif => codec::gif(picture)?,
            Self::Scale(factor, filter) => warp::scale(picture, factor, factor, filter)?,
            Self::Stretch(x, y) => warp::scale(picture, x, y, Filter::Area)?,
            Self::Square(side) => warp::resize(picture, side, side, Filter::Area)?,
            Self::Within(side) => warp::within(picture, side)?,
            Self::Short(side) => warp::short(picture, side)?,
            Self::DownUp(factor) => warp::down_up(picture, factor)?,
            Self::Crop(share) => warp::crop(picture, share, dice)?,
            Self::Trim(pixels) => warp::trim(picture, pixels)?,
            Self::DropLines(every) => warp::drop_lines(picture, every, dice),
            Self::Rotate(degrees) => warp::rotate(picture, degrees),
            Self::RotateAny => warp::rotate(picture, dice.between(0.0, 360.0)),
            Self::RotateCrop(degrees) => warp::rotate_crop(picture, degrees)?,
            Self::Flip => image::imageops::flip_horizontal(picture),
            Self::Turn(quarters) => match quarters % 4 {
                1 => image::imageops::rotate90(picture),
                2 => image::imageops::rotate180(picture),
                3 => image::imageops::rotate270(picture),
                _ => picture.clone(),
            },
            Self::Shear(share) => warp::shear(picture, share),
            Self::Perspective(share) => warp::perspective(picture, share, dice),
            Self::Bend(pixels) => warp::bend(picture, pixels, dice),
            Self::Brightness(levels) => tone::map(picture, |v| v + levels),
            Self::Contrast(factor) => tone::map(picture, |v| 128.0 + factor * (v - 128.0)),
            Self::Gamma(exponent) => tone::map(picture, |v| 255.0 * (v / 255.0).powf(exponent)),
            Self::Grey => tone::grey(picture),
            Self::Equalise => tone::equalise(picture),
            Self::Hue(degrees) => tone::hue(picture, degrees),
            Self::Invert => tone::map(picture, |v| 255.0 - v),
            Self::Posterise(levels) => {
                let steps = f32::from(levels.max(2)) - 1.0;
                tone::map(picture, |v| (v / 255.0 * steps).round() / steps * 255.0)
            }
            Self::Dither => tone::dither(picture),
            Self::Blur(sigma) => filter::blur(picture, sigma),
            Self::Motion(length) => filter::motion(picture, length),
            Self::Median(side) => filter::median(picture, side),
            Self::Sharpen(amount) => filter::sharpen(picture, amount),
            Self::Denoise(range) => filter::denoise(picture, range),
            Self::Notch(count) => filter::notch(picture, count),
            Self::Noise(sigma) => filter::noise(picture, sigma, dice),
            Self::Logo(share) => overlay::logo(picture, share),
            Self::Text => overlay::text(picture, dice),
            Self::BlackBox(share) => overlay::black_box(picture, share, dice),
            Self::Caption(share) => overlay::bars(picture, share, 0.0, 255, dice),
            Self::Letterbox(share) => overlay::bars(picture, share, share, 0, dice),
            Self::Page => overlay::page(picture, dice),
            Self::PrintScan => capture::print_scan(picture, dice),
            Self::ScreenPhoto => capture::screen_photo(picture, dice),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::arithmetic_side_effects, reason = "coordinates below 150")]
    fn picture() -> RgbImage {
        RgbImage::from_fn(150, 110, |x, y| {
            let v = |k: u32| u8::try_from((x * k + y * (9 - k) + x * y / 7) % 256).unwrap();
            image::Rgb([v(3), v(4), v(5)])
        })
    }

    #[test]
    fn every_attack_runs_is_repeatable_and_changes_pixels() {
        let picture = picture();
        for attack in list() {
            match attack.apply(&picture, 7, &NoCodecs) {
                Ok(out) => {
                    assert_eq!(out, attack.apply(&picture, 7, &NoCodecs).unwrap());
                    assert_eq!(out == picture, attack.name == "none", "{}", attack.name);
                }
                Err(AttackError::NoCodec(_) | AttackError::TooSmall) => {}
                Err(error) => panic!("{}: {error}", attack.name),
            }
        }
    }

    #[test]
    fn names_are_unique() {
        let mut names: Vec<String> = list().into_iter().map(|attack| attack.name).collect();
        let all = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
