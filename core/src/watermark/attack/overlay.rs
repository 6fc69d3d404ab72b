//! Things put over or around a picture.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "rectangles are clipped to the picture before they are drawn; casts follow rounding"
)]

use image::imageops::replace;
use image::{Rgb, RgbImage};

use super::Dice;

fn rectangle(picture: &mut RgbImage, x: i64, y: i64, w: u32, h: u32, colour: Rgb<u8>) {
    let (right, bottom) = (x + i64::from(w), y + i64::from(h));
    for row in y.max(0)..bottom.min(i64::from(picture.height())) {
        for column in x.max(0)..right.min(i64::from(picture.width())) {
            picture.put_pixel(column as u32, row as u32, colour);
        }
    }
}

/// A line of strokes that look like words from afar.
fn words(
    picture: &mut RgbImage,
    place: (u32, u32),
    width: u32,
    size: u32,
    colour: Rgb<u8>,
    dice: &mut Dice,
) {
    let (mut x, end) = (place.0, place.0 + width);
    let stroke = (size / 6).max(1);
    while x + size < end {
        if dice.between(0.0, 1.0) < 0.18 {
            x += size / 2 + 1;
            continue;
        }
        let (left, top) = (i64::from(x), i64::from(place.1));
        rectangle(picture, left, top, stroke, size, colour);
        let bar = i64::from((dice.between(0.0, 0.85) * size as f32) as u32);
        rectangle(picture, left, top + bar, size / 2, stroke, colour);
        if dice.between(0.0, 1.0) < 0.5 {
            rectangle(
                picture,
                left + i64::from(size / 2),
                top,
                stroke,
                size,
                colour,
            );
        }
        x += size * 4 / 5 + 1;
    }
}

/// A two-colour disc-and-square logo in the lower right corner.
pub(super) fn logo(source: &RgbImage, share: f32) -> RgbImage {
    let mut out = source.clone();
    let area = source.width() as f32 * source.height() as f32 * share;
    let side = area.sqrt().round().max(4.0) as u32;
    let x = source.width().saturating_sub(side + side / 8);
    let y = source.height().saturating_sub(side + side / 8);
    let (left, top) = (i64::from(x), i64::from(y));
    rectangle(&mut out, left, top, side, side, Rgb([200, 30, 40]));
    let inner = i64::from(side / 4);
    rectangle(
        &mut out,
        left + inner,
        top + inner,
        side / 2,
        side / 2,
        Rgb([250, 250, 250]),
    );
    out
}

/// Lines of light strokes across a third of the height.
pub(super) fn text(source: &RgbImage, dice: &mut Dice) -> RgbImage {
    let mut out = source.clone();
    let size = (source.height() / 14).max(6);
    for line in 0..4 {
        let y = source.height() / 3 + line * size * 3 / 2;
        words(
            &mut out,
            (size, y),
            source.width() - 2 * size,
            size,
            Rgb([255, 255, 240]),
            dice,
        );
    }
    out
}

/// A black box of a share of the area.
pub(super) fn black_box(source: &RgbImage, share: f32, dice: &mut Dice) -> RgbImage {
    let mut out = source.clone();
    let factor = share.sqrt();
    let w = (source.width() as f32 * factor) as u32;
    let h = (source.height() as f32 * factor) as u32;
    let x = dice.between(0.0, (source.width() - w) as f32) as i64;
    let y = dice.between(0.0, (source.height() - h) as f32) as i64;
    rectangle(&mut out, x, y, w, h, Rgb([0, 0, 0]));
    out
}

/// Bars above and below of shares of the height; text on light ones.
pub(super) fn bars(
    source: &RgbImage,
    above: f32,
    below: f32,
    tone: u8,
    dice: &mut Dice,
) -> RgbImage {
    let bar = |share: f32| (source.height() as f32 * share).round() as u32;
    let (top, bottom) = (bar(above), bar(below));
    let mut out = RgbImage::from_pixel(
        source.width(),
        source.height() + top + bottom,
        Rgb([tone; 3]),
    );
    if tone > 128 && top > 12 {
        let size = top / 3;
        let width = source.width().saturating_sub(2 * size);
        words(&mut out, (size, size), width, size, Rgb([20, 20, 20]), dice);
    }
    replace(&mut out, source, 0, i64::from(top));
    out
}

/// The picture within a page of text, 1.6 times as wide and 1.5 times as high.
pub(super) fn page(source: &RgbImage, dice: &mut Dice) -> RgbImage {
    let width = source.width() * 8 / 5;
    let height = source.height() * 3 / 2;
    let mut out = RgbImage::from_pixel(width, height, Rgb([250, 250, 248]));
    let size = (source.height() / 40).max(6);
    let mut y = size;
    while y + size < height {
        words(
            &mut out,
            (size, y),
            width - 2 * size,
            size,
            Rgb([40, 40, 44]),
            dice,
        );
        y += size * 2;
    }
    let x = dice.between(0.0, (width - source.width()) as f32) as i64;
    let y = dice.between(0.0, (height - source.height()) as f32) as i64;
    replace(&mut out, source, x, y);
    out
}
