//! Text hidden in the lowest bits of pixels, as NovelAI and an extension of the Stable Diffusion
//! web interfaces write it.
//!
//! Column by column, the most significant bit of each byte first; in the alpha channel, or in
//! red, green and blue of each pixel in turn. A name says which, and whether the text is gzip;
//! then the number of bits as 32 bits, big-endian, and the text.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::{
    Forgeability, Label, LabelKind, SourceType,
    json::{Json, member},
    material::{quote, whole},
    parameters,
};
use crate::evidence::Confidence;

/// Longest text, as hidden and as inflated: 4 MiB. Prompts are a thousandth of that.
const LONGEST: usize = 4 << 20;

/// A picture in 8-bit RGBA, row by row without gaps.
#[derive(Clone, Copy, Debug)]
pub struct Rgba<'a> {
    pixels: &'a [u8],
    width: usize,
}

impl<'a> Rgba<'a> {
    /// A picture of that many pixels across and down; `None` when `pixels` holds another number
    /// of bytes than they take, or none.
    #[must_use]
    pub fn new(pixels: &'a [u8], width: usize, height: usize) -> Option<Self> {
        let length = width.checked_mul(height)?.checked_mul(4)?;
        let fits = length > 0 && length == pixels.len();
        fits.then_some(Self { pixels, width })
    }

    /// The red, green and blue bytes, row by row.
    pub(super) fn colours(&self) -> impl Iterator<Item = u8> + '_ {
        let pixels = self.pixels.chunks_exact(4);
        pixels.flat_map(|pixel| pixel.iter().copied().take(3))
    }

    /// Lowest bits, column by column.
    fn bits(&self, channel: Channel) -> impl Iterator<Item = bool> + '_ {
        let kept = match channel {
            Channel::Alpha => 3..4,
            Channel::Colours => 0..3,
        };
        (0..self.width).flat_map(move |x| {
            let column = self.pixels.chunks_exact(4).skip(x).step_by(self.width);
            let kept = kept.clone();
            column.flat_map(move |pixel| {
                pixel
                    .get(kept.clone())
                    .unwrap_or_default()
                    .iter()
                    .map(|byte| byte & 1 == 1)
            })
        })
    }

    fn bytes(&self, channel: Channel) -> impl Iterator<Item = u8> + '_ {
        let mut bits = self.bits(channel);
        std::iter::from_fn(move || {
            let mut byte: u8 = 0;
            for _ in 0..8 {
                byte = byte << 1 | u8::from(bits.next()?);
            }
            Some(byte)
        })
    }
}

/// Which channels hold a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// The alpha channel.
    Alpha,
    /// Red, green and blue.
    Colours,
}

impl Channel {
    const fn part(self) -> &'static str {
        match self {
            Self::Alpha => "pixels/alpha",
            Self::Colours => "pixels/RGB",
        }
    }
}

/// A hidden text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// Where it is hidden.
    pub channel: Channel,
    /// The text.
    pub text: String,
}

/// Names of hidden texts: channel, and whether the text is gzip.
const NAMES: [(&[u8; 15], Channel, bool); 4] = [
    (b"stealth_pngcomp", Channel::Alpha, true),
    (b"stealth_pnginfo", Channel::Alpha, false),
    (b"stealth_rgbcomp", Channel::Colours, true),
    (b"stealth_rgbinfo", Channel::Colours, false),
];

/// Reads the hidden text, if the pixels have one: in alpha first.
///
/// A picture without one costs 15 bytes' worth of pixels.
#[must_use]
pub fn read(picture: &Rgba<'_>) -> Option<Hidden> {
    [Channel::Alpha, Channel::Colours]
        .into_iter()
        .find_map(|channel| {
            let mut bytes = picture.bytes(channel);
            let name: Vec<u8> = bytes.by_ref().take(15).collect();
            let (_, _, zipped) = NAMES
                .iter()
                .find(|(own, of, _)| *of == channel && own.as_slice() == name)?;
            let length: Vec<u8> = bytes.by_ref().take(4).collect();
            let length = u32::from_be_bytes(length.try_into().ok()?).checked_div(8)?;
            let length = usize::try_from(length)
                .ok()
                .filter(|length| *length <= LONGEST)?;
            let content: Vec<u8> = bytes.take(length).collect();
            if content.len() != length {
                return None;
            }
            let content = if *zipped { gunzip(&content)? } else { content };
            let text = String::from_utf8(content).ok()?;
            Some(Hidden { channel, text })
        })
}

/// The label that a hidden text is, when it holds generation parameters.
#[must_use]
pub fn label(hidden: &Hidden) -> Option<Label> {
    let settings = parameters::settings(&hidden.text);
    let novel = || {
        let members = Json::object(&hidden.text)?;
        let software = member(&members, "Software").and_then(Json::text)?;
        member(&members, "Comment")?;
        (software == "NovelAI").then_some("NovelAI")
    };
    let (value, maker) = match settings {
        Some(settings) => (settings, "Stable Diffusion web interface"),
        None => (hidden.text.as_str(), novel()?),
    };
    Some(Label {
        kind: LabelKind::StealthText,
        value: quote(value),
        meaning: Some(SourceType::TrainedAlgorithmicMedia),
        place: whole(hidden.channel.part()),
        forgeability: Forgeability::GeneratorPattern,
        confidence: Confidence::Strong,
        maker: Some(maker.to_owned()),
    })
}

/// Inflates one gzip member (RFC 1952). Its checksum is not looked at: whoever hid the text wrote
/// it too.
fn gunzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let ([0x1F, 0x8B, 8, flags, _, _, _, _, _, _], mut rest) = bytes.split_first_chunk::<10>()?
    else {
        return None;
    };
    if flags & 4 != 0 {
        let (length, after) = rest.split_first_chunk::<2>()?;
        rest = after.get(usize::from(u16::from_le_bytes(*length))..)?;
    }
    // A file name and a comment, each ending with a zero byte.
    for flag in [8, 16] {
        if flags & flag != 0 {
            rest = rest.get(memchr::memchr(0, rest)?.checked_add(1)?..)?;
        }
    }
    if flags & 2 != 0 {
        rest = rest.get(2..)?;
    }
    decompress_to_vec_with_limit(rest, LONGEST).ok()
}

#[cfg(test)]
pub(super) mod tests {
    #![allow(
        clippy::as_conversions,
        clippy::arithmetic_side_effects,
        reason = "sizes of test data"
    )]

    use super::*;

    /// Hides bytes behind a name in the channel.
    pub(crate) fn hide(
        pixels: &mut [u8],
        width: usize,
        channel: Channel,
        name: &[u8],
        content: &[u8],
    ) {
        let length = (content.len() as u32 * 8).to_be_bytes();
        let bytes = [name, &length, content].concat();
        let height = pixels.len() / 4 / width;
        let places = (0..width).flat_map(|x| (0..height).map(move |y| (y * width + x) * 4));
        let places: Vec<usize> = match channel {
            Channel::Alpha => places.map(|at| at + 3).collect(),
            Channel::Colours => places.flat_map(|at| [at, at + 1, at + 2]).collect(),
        };
        let bits = bytes
            .iter()
            .flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1));
        for (place, bit) in places.into_iter().zip(bits) {
            pixels[place] = pixels[place] & !1 | bit;
        }
    }

    pub(crate) fn gzip(content: &[u8]) -> Vec<u8> {
        let head = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3];
        let body = miniz_oxide::deflate::compress_to_vec(content, 6);
        [&head[..], &body, &[0; 8]].concat()
    }

    fn canvas() -> Vec<u8> {
        (0..64 * 48 * 4).map(|at| (at * 7 % 256) as u8).collect()
    }

    #[test]
    fn each_of_the_four_forms_is_read() {
        let text = "a cat\nSteps: 28, Sampler: Euler a, CFG scale: 7, Seed: 1";
        for (name, channel, zipped) in NAMES {
            let content = if zipped {
                gzip(text.as_bytes())
            } else {
                text.as_bytes().to_vec()
            };
            let mut pixels = canvas();
            hide(&mut pixels, 64, channel, name, &content);
            let hidden = read(&Rgba::new(&pixels, 64, 48).unwrap()).unwrap();
            assert_eq!((hidden.channel, hidden.text.as_str()), (channel, text));
            let label = label(&hidden).unwrap();
            assert_eq!(label.kind, LabelKind::StealthText);
            assert!(label.value.starts_with("Steps: 28"));
        }
    }

    #[test]
    fn a_name_in_the_wrong_channel_or_a_lying_length_hides_nothing() {
        let mut pixels = canvas();
        hide(
            &mut pixels,
            64,
            Channel::Colours,
            b"stealth_pnginfo",
            b"text",
        );
        assert_eq!(read(&Rgba::new(&pixels, 64, 48).unwrap()), None);
        let mut pixels = canvas();
        hide(
            &mut pixels,
            64,
            Channel::Alpha,
            b"stealth_pnginfo\xFF",
            b"text",
        );
        assert_eq!(read(&Rgba::new(&pixels, 64, 48).unwrap()), None);
        assert_eq!(read(&Rgba::new(&canvas(), 64, 48).unwrap()), None);
    }

    #[test]
    fn other_hidden_texts_are_no_label() {
        let hidden = Hidden {
            channel: Channel::Alpha,
            text: "holiday notes".to_owned(),
        };
        assert_eq!(label(&hidden), None);
    }

    #[test]
    fn broken_gzip_is_nothing() {
        let whole = gzip(b"text");
        assert_eq!(gunzip(&whole).as_deref(), Some(b"text".as_slice()));
        for length in 0..12 {
            assert_eq!(gunzip(&whole[..length]), None);
        }
    }
}
