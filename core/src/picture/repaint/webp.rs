//! WebP: lossless where the file is, else with the quality that its quantiser tells.

use image::{DynamicImage, ImageEncoder, codecs::webp::WebPEncoder};

use super::{Loss, RepaintError};

/// Quality where the quantiser cannot be read.
const QUALITY: f32 = 90.0;

pub(super) fn encode(
    file: &[u8],
    image: &DynamicImage,
) -> Result<(Vec<u8>, Vec<Loss>), RepaintError> {
    let failed = |error: &dyn std::fmt::Display| RepaintError::Encoder(error.to_string());
    let (width, height) = (image.width(), image.height());
    let alpha = image.color().has_alpha();
    let Some(frame) = lossy_frame(file) else {
        let mut encoded = Vec::new();
        let (bytes, colours) = if alpha {
            (image.to_rgba8().into_raw(), image::ExtendedColorType::Rgba8)
        } else {
            (image.to_rgb8().into_raw(), image::ExtendedColorType::Rgb8)
        };
        WebPEncoder::new_lossless(&mut encoded)
            .write_image(&bytes, width, height, colours)
            .map_err(|error| failed(&error))?;
        return Ok((encoded, Vec::new()));
    };
    let quality = quantiser(frame).map_or(QUALITY, quality);
    let (rgb, rgba);
    let encoder = if alpha {
        rgba = image.to_rgba8();
        webp::Encoder::from_rgba(rgba.as_raw(), width, height)
    } else {
        rgb = image.to_rgb8();
        webp::Encoder::from_rgb(rgb.as_raw(), width, height)
    };
    let encoded = encoder
        .encode_simple(false, quality)
        .map_err(|error| failed(&format!("{error:?}")))?;
    Ok((encoded.to_vec(), Vec::new()))
}

/// The first lossy frame.
fn lossy_frame(file: &[u8]) -> Option<&[u8]> {
    let mut rest = file.get(12..)?;
    while let Some([a, b, c, d, l0, l1, l2, l3]) = rest.first_chunk() {
        let length = usize::try_from(u32::from_le_bytes([*l0, *l1, *l2, *l3])).ok()?;
        let content = rest.get(8..)?.get(..length)?;
        if [*a, *b, *c, *d] == *b"VP8 " {
            return Some(content);
        }
        rest = rest.get(length.checked_add(8)?.checked_add(length & 1)?..)?;
    }
    None
}

/// The quality from 0 to 100 at which libwebp chooses a quantiser of this index, 0 to 127: its
/// rule turned round (the cube of what is left of the range, bent at 75).
fn quality(index: f32) -> f32 {
    let linear = (1.0 - index / 127.0).clamp(0.0, 1.0).powi(3);
    let quality = if linear < 0.5 {
        linear * 1.5
    } else {
        f32::midpoint(linear, 1.0)
    };
    quality * 100.0
}

/// The index of the coarsest of a key frame's quantisers (RFC 6386, 9.2 to 9.6 and 19.2).
fn quantiser(frame: &[u8]) -> Option<f32> {
    let is_key_frame = frame.first()? & 1 == 0;
    if !is_key_frame || frame.get(3..6)? != [0x9D, 0x01, 0x2A] {
        return None;
    }
    let mut bits = Bits::new(frame.get(10..)?);
    // Colour space, clamping.
    bits.number(2);
    let mut segments: Option<(bool, [i32; 4])> = None;
    if bits.flag() {
        let (map, features) = (bits.flag(), bits.flag());
        if features {
            let absolute = bits.flag();
            let mut quantisers = [0; 4];
            for quantiser in &mut quantisers {
                *quantiser = bits.optional(7);
            }
            segments = Some((absolute, quantisers));
            for _ in 0..4 {
                bits.optional(6);
            }
        }
        if map {
            for _ in 0..3 {
                if bits.flag() {
                    bits.number(8);
                }
            }
        }
    }
    // Loop filter: type, level, sharpness, and its differences.
    bits.number(1);
    bits.number(6);
    bits.number(3);
    if bits.flag() && bits.flag() {
        for _ in 0..8 {
            bits.optional(6);
        }
    }
    // Partitions.
    bits.number(2);
    let base = i32::try_from(bits.number(7)).ok()?;
    let of_segments = |(absolute, quantisers): (bool, [i32; 4])| {
        let offset = if absolute { 0 } else { base };
        quantisers.map(|one| one.saturating_add(offset).clamp(0, 127))
    };
    let indices = segments.map_or([base; 4], of_segments);
    indices
        .into_iter()
        .max()
        .and_then(|one| u8::try_from(one).ok())
        .map(f32::from)
}

/// The bits of a frame's header, coded with even odds (RFC 6386, 7.3).
struct Bits<'a> {
    rest: std::slice::Iter<'a, u8>,
    value: u32,
    range: u32,
    shifts: u32,
}

impl<'a> Bits<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        let mut rest = bytes.iter();
        let mut next = || u32::from(rest.next().copied().unwrap_or_default());
        let value = next() << 8 | next();
        Self {
            rest,
            value,
            range: 255,
            shifts: 0,
        }
    }

    fn flag(&mut self) -> bool {
        // Odds of 128 in 256.
        let split = (self.range.saturating_sub(1) >> 1).saturating_add(1);
        let set = self.value >= split << 8;
        if set {
            self.range = self.range.saturating_sub(split);
            self.value = self.value.saturating_sub(split << 8);
        } else {
            self.range = split;
        }
        while self.range < 128 {
            self.range <<= 1;
            self.value <<= 1;
            self.shifts = self.shifts.saturating_add(1);
            if self.shifts == 8 {
                self.shifts = 0;
                self.value |= u32::from(self.rest.next().copied().unwrap_or_default());
            }
        }
        set
    }

    fn number(&mut self, bits: u32) -> u32 {
        (0..bits).fold(0, |number, _| number << 1 | u32::from(self.flag()))
    }

    /// A number of so many bits and its sign, behind a flag; else 0.
    fn optional(&mut self, bits: u32) -> i32 {
        if !self.flag() {
            return 0;
        }
        let number = i32::try_from(self.number(bits)).unwrap_or_default();
        if self.flag() {
            number.saturating_neg()
        } else {
            number
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{lossy_frame, quality, quantiser};

    #[test]
    fn the_quality_of_a_file_is_read_from_its_quantisers() {
        let image = image::RgbImage::from_fn(160, 120, |x, y| {
            let wave = |a: u32, b: u32| u8::try_from((x * a + y * b) * (x ^ y) % 251).unwrap();
            image::Rgb([wave(1, 2), wave(3, 1), wave(2, 5)])
        });
        for asked in [10.0_f32, 40.0, 60.0, 75.0, 90.0, 97.0] {
            let encoded = webp::Encoder::from_rgb(image.as_raw(), 160, 120).encode(asked);
            let index = quantiser(lossy_frame(&encoded).unwrap()).unwrap();
            // Segments are finer or coarser than what was asked for, by what they show.
            let read = quality(index);
            let range = asked - 15.0..asked + 15.0;
            assert!(range.contains(&read), "{asked}: index {index}, {read}");
        }
    }
}
