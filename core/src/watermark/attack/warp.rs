//! Geometry: sizes, crops, turns and bends.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "coordinates are clamped into the picture before they index it; casts follow rounding \
              of lengths below 2^20"
)]

use std::f32::consts::TAU;

use image::imageops::{FilterType, crop_imm};
use image::{Rgb, RgbImage};

use super::tone::level;
use super::{AttackError, Dice, Filter};
use crate::watermark::plane::Plane;

/// Colour of canvas outside the picture.
const CANVAS: Rgb<u8> = Rgb([255, 255, 255]);

/// The three channels as planes.
pub(super) fn planes(picture: &RgbImage) -> [Plane; 3] {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    std::array::from_fn(|channel| Plane {
        width,
        height,
        samples: picture.as_raw()[channel..]
            .iter()
            .step_by(3)
            .map(|v| f32::from(*v))
            .collect(),
    })
}

/// The picture of three planes.
pub(super) fn picture(planes: &[Plane; 3]) -> RgbImage {
    let mut out = RgbImage::new(planes[0].width as u32, planes[0].height as u32);
    for (i, pixel) in out.pixels_mut().enumerate() {
        pixel.0 = std::array::from_fn(|c| level(planes[c].samples[i]));
    }
    out
}

/// To an exact size.
pub(super) fn resize(
    source: &RgbImage,
    width: u32,
    height: u32,
    filter: Filter,
) -> Result<RgbImage, AttackError> {
    if width.min(height) < 16 {
        return Err(AttackError::TooSmall);
    }
    let kernel = match filter {
        Filter::Area => {
            let planes = planes(source).map(|p| p.resample(width as usize, height as usize));
            return Ok(picture(&planes));
        }
        Filter::Nearest => FilterType::Nearest,
        Filter::Triangle => FilterType::Triangle,
        Filter::Lanczos => FilterType::Lanczos3,
    };
    Ok(image::imageops::resize(source, width, height, kernel))
}

/// By factors.
pub(super) fn scale(
    source: &RgbImage,
    x: f32,
    y: f32,
    filter: Filter,
) -> Result<RgbImage, AttackError> {
    let side = |n: u32, factor: f32| (n as f32 * factor).round() as u32;
    resize(
        source,
        side(source.width(), x),
        side(source.height(), y),
        filter,
    )
}

/// Shrinks until the longer side is at most `side`.
pub(super) fn within(source: &RgbImage, side: u32) -> Result<RgbImage, AttackError> {
    let long = source.width().max(source.height());
    if long <= side {
        return Ok(source.clone());
    }
    let factor = side as f32 / long as f32;
    scale(source, factor, factor, Filter::Area)
}

/// Resizes until the shorter side is `side`.
pub(super) fn short(source: &RgbImage, side: u32) -> Result<RgbImage, AttackError> {
    let factor = side as f32 / source.width().min(source.height()) as f32;
    scale(source, factor, factor, Filter::Area)
}

/// Shrinks by a factor and enlarges back.
pub(super) fn down_up(source: &RgbImage, factor: f32) -> Result<RgbImage, AttackError> {
    let small = scale(source, 1.0 / factor, 1.0 / factor, Filter::Area)?;
    resize(&small, source.width(), source.height(), Filter::Area)
}

/// A rectangle of a share of the area.
pub(super) fn crop(
    source: &RgbImage,
    share: f32,
    dice: &mut Dice,
) -> Result<RgbImage, AttackError> {
    let factor = share.sqrt();
    let width = (source.width() as f32 * factor).round() as u32;
    let height = (source.height() as f32 * factor).round() as u32;
    if width.min(height) < 16 {
        return Err(AttackError::TooSmall);
    }
    let x = dice.between(0.0, (source.width() - width) as f32) as u32;
    let y = dice.between(0.0, (source.height() - height) as f32) as u32;
    Ok(crop_imm(source, x, y, width, height).to_image())
}

/// Some pixels off each side.
pub(super) fn trim(source: &RgbImage, pixels: u32) -> Result<RgbImage, AttackError> {
    let width = source.width().saturating_sub(2 * pixels);
    let height = source.height().saturating_sub(2 * pixels);
    if width.min(height) < 16 {
        return Err(AttackError::TooSmall);
    }
    Ok(crop_imm(source, pixels, pixels, width, height).to_image())
}

/// Drops one random column and row in every `every`.
pub(super) fn drop_lines(source: &RgbImage, every: u32, dice: &mut Dice) -> RgbImage {
    let mut keep = |n: u32| -> Vec<u32> {
        let mut kept = Vec::new();
        for start in (0..n).step_by(every as usize) {
            let end = (start + every).min(n);
            let dropped = start + dice.between(0.0, every as f32) as u32;
            kept.extend((start..end).filter(|i| *i != dropped));
        }
        kept
    };
    let (columns, rows) = (keep(source.width()), keep(source.height()));
    RgbImage::from_fn(columns.len() as u32, rows.len() as u32, |x, y| {
        *source.get_pixel(columns[x as usize], rows[y as usize])
    })
}

/// A picture of `width x height` whose pixel `(x, y)` shows the source at `f(x, y)`.
pub(super) fn inverse(
    source: &RgbImage,
    width: u32,
    height: u32,
    f: impl Fn(f32, f32) -> (f32, f32),
) -> RgbImage {
    let (w, h) = (source.width() as i32, source.height() as i32);
    RgbImage::from_fn(width, height, |x, y| {
        let (u, v) = f(x as f32, y as f32);
        if !(u > -0.6 && v > -0.6 && u < w as f32 - 0.4 && v < h as f32 - 0.4) {
            return CANVAS;
        }
        let (x0, y0) = (u.floor(), v.floor());
        let (ax, ay) = (cubic(u - x0), cubic(v - y0));
        let mut sum = [0.0_f32; 3];
        for (j, wy) in ay.iter().enumerate() {
            let row = (y0 as i32 - 1 + j as i32).clamp(0, h - 1);
            for (i, wx) in ax.iter().enumerate() {
                let column = (x0 as i32 - 1 + i as i32).clamp(0, w - 1);
                let pixel = source.get_pixel(column as u32, row as u32);
                for (s, v) in sum.iter_mut().zip(pixel.0) {
                    *s += wx * wy * f32::from(v);
                }
            }
        }
        Rgb(sum.map(level))
    })
}

/// Catmull-Rom weights of four samples around a fraction.
fn cubic(f: f32) -> [f32; 4] {
    [
        -0.5 * f + f * f - 0.5 * f * f * f,
        1.0 - 2.5 * f * f + 1.5 * f * f * f,
        0.5 * f + 2.0 * f * f - 1.5 * f * f * f,
        -0.5 * f * f + 0.5 * f * f * f,
    ]
}

/// Rotation onto a canvas that holds every corner.
pub(super) fn rotate(source: &RgbImage, degrees: f32) -> RgbImage {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (w, h) = (source.width() as f32, source.height() as f32);
    let width = (w * cos.abs() + h * sin.abs()).ceil();
    let height = (w * sin.abs() + h * cos.abs()).ceil();
    inverse(source, width as u32, height as u32, |x, y| {
        let (dx, dy) = (x - (width - 1.0) / 2.0, y - (height - 1.0) / 2.0);
        (
            cos * dx + sin * dy + (w - 1.0) / 2.0,
            -sin * dx + cos * dy + (h - 1.0) / 2.0,
        )
    })
}

/// Rotation, then the largest upright rectangle of the source's shape inside.
pub(super) fn rotate_crop(source: &RgbImage, degrees: f32) -> Result<RgbImage, AttackError> {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (w, h) = (source.width() as f32, source.height() as f32);
    let factor = (w / (w * cos.abs() + h * sin.abs())).min(h / (w * sin.abs() + h * cos.abs()));
    let turned = rotate(source, degrees);
    let (cw, ch) = ((w * factor).floor() as u32, (h * factor).floor() as u32);
    if cw.min(ch) < 16 {
        return Err(AttackError::TooSmall);
    }
    let (x, y) = ((turned.width() - cw) / 2, (turned.height() - ch) / 2);
    Ok(crop_imm(&turned, x, y, cw, ch).to_image())
}

/// Horizontal shear onto a canvas that holds every corner.
pub(super) fn shear(source: &RgbImage, share: f32) -> RgbImage {
    let extra = share * source.height() as f32;
    let width = source.width() + extra.abs().ceil() as u32;
    let start = extra.max(0.0);
    inverse(source, width, source.height(), |x, y| {
        (x - start + share * y, y)
    })
}

/// Moves each corner inwards at random by up to a share of the sides.
pub(super) fn perspective(source: &RgbImage, share: f32, dice: &mut Dice) -> RgbImage {
    let (w, h) = (source.width() as f32, source.height() as f32);
    let mut jitter = || {
        (
            share * w * dice.between(0.0, 1.0),
            share * h * dice.between(0.0, 1.0),
        )
    };
    let [a, b, c, d] = [jitter(), jitter(), jitter(), jitter()];
    // Where the corners of the result lie in the source, clockwise from the top left.
    let corners = [a, (w - b.0, b.1), (w - c.0, h - c.1), (d.0, h - d.1)];
    let m = square_to_quad(corners);
    inverse(source, source.width(), source.height(), |x, y| {
        let (u, v) = ((x + 0.5) / w, (y + 0.5) / h);
        let z = m[6] * u + m[7] * v + 1.0;
        (
            (m[0] * u + m[1] * v + m[2]) / z - 0.5,
            (m[3] * u + m[4] * v + m[5]) / z - 0.5,
        )
    })
}

/// The homography from the unit square to a quadrilateral (Heckbert 1989).
fn square_to_quad(q: [(f32, f32); 4]) -> [f32; 8] {
    let [(x0, y0), (x1, y1), (x2, y2), (x3, y3)] = q;
    let (dx1, dx2, sx) = (x1 - x2, x3 - x2, x0 - x1 + x2 - x3);
    let (dy1, dy2, sy) = (y1 - y2, y3 - y2, y0 - y1 + y2 - y3);
    let det = dx1 * dy2 - dx2 * dy1;
    let g = (sx * dy2 - dx2 * sy) / det;
    let h = (dx1 * sy - sx * dy1) / det;
    [
        x1 - x0 + g * x1,
        x3 - x0 + h * x3,
        x0,
        y1 - y0 + g * y1,
        y3 - y0 + h * y3,
        y0,
        g,
        h,
    ]
}

/// Smooth random displacement of up to `pixels` at 768 pixels along the shorter side.
pub(super) fn bend(source: &RgbImage, pixels: f32, dice: &mut Dice) -> RgbImage {
    let (w, h) = (source.width() as f32, source.height() as f32);
    let size = pixels * (w.min(h) / 768.0).max(1.0);
    let mut wave = || {
        let (fx, fy) = (dice.between(0.5, 2.0), dice.between(0.5, 2.0));
        let phase = dice.between(0.0, TAU);
        (fx * TAU / w, fy * TAU / h, phase)
    };
    let (p, q) = (wave(), wave());
    inverse(source, source.width(), source.height(), |x, y| {
        (
            x + size * (p.0 * x + p.1 * y + p.2).sin(),
            y + size * (q.0 * x + q.1 * y + q.2).sin(),
        )
    })
}
