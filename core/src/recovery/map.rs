//! A picture of what was changed, for people.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "coordinates of pixels inside a decoded picture, and a frame's width of at most 1 % of it"
)]

use image::{DynamicImage, Rgb, RgbImage, imageops::FilterType};

use crate::fingerprint::Region;

/// Longest side of a map, in pixels: as much as a screen shows.
const LONGEST: u32 = 2000;

/// Frames of changed regions: an orange that the usual kinds of colour blindness tell from a dimmed
/// picture, between lines of black.
const FRAME: Rgb<u8> = Rgb([255, 150, 0]);
const EDGE: Rgb<u8> = Rgb([0, 0, 0]);

/// The picture as shown, its changed regions framed and left in full colour, everything else grey
/// and dimmed. Without regions, the picture as it is.
#[must_use]
pub fn draw(image: &DynamicImage, regions: &[Region]) -> RgbImage {
    let fitted = if image.width().max(image.height()) > LONGEST {
        image.resize(LONGEST, LONGEST, FilterType::Triangle)
    } else {
        image.clone()
    };
    let colours = fitted.to_rgb8();
    if regions.is_empty() {
        return colours;
    }
    let (width, height) = colours.dimensions();
    let boxes: Vec<Box> = regions
        .iter()
        .map(|region| Box::of(region, width, height))
        .collect();
    let thick = (width.max(height) / 200).clamp(3, 10);
    let mut map = colours;
    for (x, y, pixel) in map.enumerate_pixels_mut() {
        if !boxes.iter().any(|area| area.contains(x, y, 0)) {
            *pixel = dimmed(*pixel);
        }
        let on_frame = boxes
            .iter()
            .filter(|area| !area.contains(x, y, 0))
            .find_map(|area| area.distance(x, y).filter(|distance| *distance <= thick));
        if let Some(distance) = on_frame {
            *pixel = if distance == 1 || distance == thick {
                EDGE
            } else {
                FRAME
            };
        }
    }
    map
}

/// Grey, at half the contrast over black.
fn dimmed(Rgb([r, g, b]): Rgb<u8>) -> Rgb<u8> {
    let luma = (299 * u32::from(r) + 587 * u32::from(g) + 114 * u32::from(b)) / 1000;
    let level = u8::try_from(luma * 9 / 20 + 20).unwrap_or(u8::MAX);
    Rgb([level; 3])
}

/// A region in pixels, half open.
struct Box {
    left: u32,
    top: u32,
    right: u32,
    bottom: u32,
}

impl Box {
    fn of(region: &Region, width: u32, height: u32) -> Self {
        let place = |share: f64, length: u32| {
            let at = (share.clamp(0.0, 1.0) * f64::from(length)).round();
            #[expect(clippy::as_conversions, reason = "between 0 and a picture's side")]
            {
                at as u32
            }
        };
        Self {
            left: place(region.x, width),
            top: place(region.y, height),
            right: place(region.x + region.w, width),
            bottom: place(region.y + region.h, height),
        }
    }

    fn contains(&self, x: u32, y: u32, margin: u32) -> bool {
        let across = self.left.saturating_sub(margin)..self.right + margin;
        let down = self.top.saturating_sub(margin)..self.bottom + margin;
        across.contains(&x) && down.contains(&y)
    }

    /// Pixels from the nearest pixel inside, along the farther axis; `None` when it is the picture
    /// that ends between.
    fn distance(&self, x: u32, y: u32) -> Option<u32> {
        let along = |at: u32, from: u32, to: u32| {
            if at < from {
                from - at
            } else {
                (at + 1).saturating_sub(to)
            }
        };
        let distance = along(x, self.left, self.right).max(along(y, self.top, self.bottom));
        (distance > 0).then_some(distance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_regions_keep_their_colours_and_get_a_frame() {
        let red = Rgb([200, 40, 40]);
        let image = DynamicImage::ImageRgb8(RgbImage::from_pixel(400, 300, red));
        let region = Region {
            x: 0.25,
            y: 0.5,
            w: 0.25,
            h: 0.25,
        };
        let map = draw(&image, &[region]);
        assert_eq!(map.dimensions(), (400, 300));
        assert_eq!(map.get_pixel(150, 180), &red);
        assert_eq!(map.get_pixel(98, 180), &FRAME);
        let Rgb([r, g, b]) = *map.get_pixel(10, 10);
        assert!(r == g && g == b && r < 100);
        assert_eq!(draw(&image, &[]).get_pixel(10, 10), &red);
    }
}
