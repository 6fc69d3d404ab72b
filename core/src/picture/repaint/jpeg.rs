//! JPEG with the tables, the sampling, the scans and the restart interval of another JPEG
//! (ITU-T T.81, annex B).

use image::DynamicImage;
use jpeg_encoder::{ColorType, Encoder, QuantizationTableType, SamplingFactor};

use super::{Loss, RepaintError};
use crate::asset::rewrite::jpeg_segments;

/// Where the coefficient at each place of a table in a file stands in the block.
const ZIGZAG: [usize; 64] = [
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
];

/// How a JPEG codes its picture.
#[derive(Debug, Default)]
struct Coding {
    tables: [Option<Box<[u16; 64]>>; 4],
    /// Of each component: sampling factors across and down, and its table.
    components: Vec<(u8, u8, usize)>,
    progressive: bool,
    arithmetic: bool,
    restart: u16,
}

impl Coding {
    fn read(file: &[u8]) -> Self {
        let mut coding = Self::default();
        for (marker, content) in jpeg_segments(file) {
            match marker {
                0xDB => {
                    let _ = coding.add_tables(content);
                }
                0xDD => {
                    if let Some(interval) = content.first_chunk() {
                        coding.restart = u16::from_be_bytes(*interval);
                    }
                }
                // Not frames: Huffman tables, an extension, arithmetic conditioning.
                0xC4 | 0xC8 | 0xCC => {}
                0xC0..=0xCF => {
                    coding.progressive = marker & 0x03 == 2;
                    coding.arithmetic = marker >= 0xC9;
                    coding.components = content
                        .get(6..)
                        .unwrap_or_default()
                        .chunks_exact(3)
                        .filter_map(<[u8]>::first_chunk)
                        .map(|[_, sampling, table]| {
                            (sampling >> 4, sampling & 15, usize::from(table & 3))
                        })
                        .collect();
                }
                _ => {}
            }
        }
        coding
    }

    /// The tables of a segment.
    fn add_tables(&mut self, content: &[u8]) -> Option<()> {
        let mut rest = content;
        while let Some((head, behind)) = rest.split_first() {
            let wide = head >> 4 != 0;
            let (raw, behind) = behind.split_at_checked(if wide { 128 } else { 64 })?;
            let mut table = Box::new([1_u16; 64]);
            for (at, place) in ZIGZAG.iter().enumerate() {
                let value = if wide {
                    let start = at.checked_mul(2)?;
                    u16::from_be_bytes(*raw.get(start..)?.first_chunk()?)
                } else {
                    u16::from(*raw.get(at)?)
                };
                // The encoder writes tables of 8 bits.
                *table.get_mut(*place)? = value.clamp(1, 255);
            }
            *self.tables.get_mut(usize::from(head & 3))? = Some(table);
            rest = behind;
        }
        Some(())
    }

    fn table(&self, component: usize) -> Option<QuantizationTableType> {
        let (_, _, table) = self.components.get(component)?;
        let table = self.tables.get(*table)?.clone()?;
        Some(QuantizationTableType::Custom(table))
    }

    /// How many samples of luma stand for one of chroma, across and down.
    fn sampling(&self) -> Option<SamplingFactor> {
        let (across, down, _) = self.components.first()?;
        let (chroma_across, chroma_down, _) = self.components.get(1)?;
        let ratio = |luma: &u8, chroma: &u8| luma.checked_div(*chroma).unwrap_or(1).max(1);
        SamplingFactor::from_factors(ratio(across, chroma_across), ratio(down, chroma_down))
    }
}

pub(super) fn encode(
    file: &[u8],
    image: &DynamicImage,
) -> Result<(Vec<u8>, Vec<Loss>), RepaintError> {
    let coding = Coding::read(file);
    if coding.components.len() > 3 {
        return Err(RepaintError::Cmyk);
    }
    let failed = |error: &dyn std::fmt::Display| RepaintError::Encoder(error.to_string());
    let (Ok(width), Ok(height)) = (u16::try_from(image.width()), u16::try_from(image.height()))
    else {
        return Err(failed(&"JPEG holds at most 65,535 pixels a side"));
    };
    let mut encoded = Vec::new();
    let mut encoder = Encoder::new(&mut encoded, 90);
    if let Some(luma) = coding.table(0) {
        let chroma = coding.table(1).unwrap_or_else(|| luma.clone());
        encoder.set_quantization_tables(luma, chroma);
    }
    let sampling = coding.sampling().unwrap_or(SamplingFactor::F_1_1);
    // The encoder leaves the components of a baseline picture in scans of their own where it makes
    // Huffman tables to measure or chroma is a quarter; some decoders mistake such scans.
    let quartered = !matches!(
        sampling,
        SamplingFactor::F_1_1
            | SamplingFactor::F_1_2
            | SamplingFactor::F_2_1
            | SamplingFactor::F_2_2
    );
    encoder.set_sampling_factor(sampling);
    encoder.set_progressive(coding.progressive || quartered);
    if coding.restart > 0 {
        encoder.set_restart_interval(coding.restart);
    }
    let written = match image {
        DynamicImage::ImageLuma8(grey) => {
            encoder.encode(grey.as_raw(), width, height, ColorType::Luma)
        }
        DynamicImage::ImageRgb8(rgb) => encoder.encode(rgb.as_raw(), width, height, ColorType::Rgb),
        other => encoder.encode(other.to_rgb8().as_raw(), width, height, ColorType::Rgb),
    };
    written.map_err(|error| failed(&error))?;
    let losses = coding.arithmetic.then_some(Loss::ArithmeticCoding);
    Ok((encoded, losses.into_iter().collect()))
}
