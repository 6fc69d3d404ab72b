//! Other pixels in the same file: what a decoder needs for the picture is replaced, everything
//! that says something about it stays.
//!
//! The new picture comes as a whole file of the same format, as an encoder writes it; only its
//! picture is taken over.

use memchr::memchr;

use super::{ByteRange, MediaFormat, RewriteError, Rewriting, jpeg, png, to_u64, webp};

impl Rewriting<'_> {
    /// Makes the picture of `encoded`, a file of the same format, the picture of this file.
    ///
    /// Animations and files of several pages are refused: one picture cannot stand for them.
    ///
    /// # Errors
    /// [`RewriteError::Format`] for other formats than JPEG, PNG and WebP, and for animations;
    /// [`RewriteError::Damaged`] where a picture has no end.
    pub fn write_pixels(&mut self, encoded: &[u8]) -> Result<(), RewriteError> {
        let splices = match self.container.format {
            MediaFormat::Jpeg => of_jpeg(self.file, encoded),
            MediaFormat::Png if png::is_animated(self.file) => {
                return Err(RewriteError::Format("animated PNG"));
            }
            MediaFormat::Png => of_png(self.file, encoded),
            MediaFormat::Webp if webp::is_animated(self.file) => {
                return Err(RewriteError::Format("animated WebP"));
            }
            MediaFormat::Webp => of_webp(self.file, encoded),
            other => return Err(RewriteError::Format(other.media_type())),
        };
        self.splices
            .extend(splices.ok_or(RewriteError::Damaged { at: 0 })?);
        self.repainted = true;
        Ok(())
    }
}

type Splices = Vec<(ByteRange, Vec<u8>)>;

/// Segments that describe the coded picture (ITU-T T.81, table B.1), and Adobe's note on how its
/// colours are coded, which need not hold for another encoder.
fn describes_picture(one: &jpeg::Segment<'_>) -> bool {
    match one.marker {
        0xC0..=0xCF | 0xDB | 0xDD => true,
        0xEE => one.content.starts_with(b"Adobe"),
        _ => false,
    }
}

fn of_jpeg(file: &[u8], encoded: &[u8]) -> Option<Splices> {
    let mut splices: Splices = jpeg::segments(file)
        .iter()
        .filter(|one| describes_picture(one))
        .map(|one| (one.range, Vec::new()))
        .collect();
    let mut picture: Vec<u8> = Vec::with_capacity(encoded.len());
    for one in jpeg::segments(encoded) {
        if describes_picture(&one) {
            picture.extend_from_slice(slice(encoded, one.range)?);
        }
    }
    picture.extend_from_slice(slice(encoded, scans(encoded)?)?);
    splices.push((scans(file)?, picture));
    Some(splices)
}

/// From the first scan up to the end mark, which is left out.
fn scans(file: &[u8]) -> Option<ByteRange> {
    let start = jpeg::segments(file).last().map_or(2, |one| one.range.end());
    let mut at = usize::try_from(start).ok()?;
    loop {
        let marker = at.checked_add(memchr(0xFF, file.get(at..)?)?)?;
        at = marker.checked_add(2)?;
        match file.get(marker.checked_add(1)?)? {
            // Fill bytes.
            0xFF => at = marker.checked_add(1)?,
            // A byte of the scan, and marks to start again at.
            0x00 | 0xD0..=0xD7 => {}
            0xD9 => return Some(ByteRange::between(start, to_u64(marker))),
            _ => {
                let length = u16::from_be_bytes(*file.get(at..)?.first_chunk()?);
                at = at.checked_add(usize::from(length))?;
            }
        }
    }
}

/// Chunks of PNG that hold the picture, and those that only fit its way of storing colours
/// (PNG third edition, 11.3.2.1, 11.3.3.3, 11.3.5.1 and 11.3.5.3).
const PNG_PICTURE: [&[u8; 4]; 4] = [b"IHDR", b"PLTE", b"tRNS", b"IDAT"];
const PNG_COLOURS: [&[u8; 4]; 4] = [b"bKGD", b"hIST", b"sBIT", b"sPLT"];

fn of_png(file: &[u8], encoded: &[u8]) -> Option<Splices> {
    let old = png::chunks(file);
    let new = png::chunks(encoded);
    let header = |chunks: &[png::Chunk]| chunks.first().map(|one| one.range);
    let (old_header, new_header) = (header(&old)?, header(&new)?);
    // Behind name and length: width, height, bit depth, colour type.
    let colours = |file: &[u8], range| {
        slice(file, range).and_then(|chunk| chunk.get(16..18).map(<[u8]>::to_vec))
    };
    let recoloured = colours(file, old_header)? != colours(encoded, new_header)?;
    let mut splices: Splices = Vec::new();
    let mut data: Vec<u8> = Vec::new();
    for one in new.iter().filter(|one| &one.id == b"IDAT") {
        data.extend_from_slice(slice(encoded, one.range)?);
    }
    for one in &old {
        let replaced = match &one.id {
            b"IHDR" => slice(encoded, new_header)?.to_vec(),
            b"IDAT" => std::mem::take(&mut data),
            id if PNG_PICTURE.contains(&id) => Vec::new(),
            id if recoloured && PNG_COLOURS.contains(&id) => Vec::new(),
            _ => continue,
        };
        splices.push((one.range, replaced));
    }
    data.is_empty().then_some(splices)
}

fn of_webp(file: &[u8], encoded: &[u8]) -> Option<Splices> {
    let holds_picture = |one: &&webp::Chunk| matches!(&one.id, b"VP8 " | b"VP8L" | b"ALPH");
    let old = webp::chunks(file, file.len());
    let new = webp::chunks(encoded, encoded.len());
    let extended = |chunks: &[webp::Chunk]| {
        chunks
            .iter()
            .find(|one| &one.id == b"VP8X")
            .map(webp::Chunk::range)
    };
    let mut picture: Vec<u8> = Vec::with_capacity(encoded.len());
    let (old_header, new_header) = (extended(&old), extended(&new));
    if let (None, Some(range)) = (old_header, new_header) {
        picture.extend_from_slice(slice(encoded, range)?);
    }
    for one in new.iter().filter(holds_picture) {
        picture.extend_from_slice(slice(encoded, one.range())?);
    }
    let mut splices: Splices = Vec::new();
    for one in old.iter().filter(holds_picture) {
        splices.push((one.range(), std::mem::take(&mut picture)));
    }
    if splices.is_empty() {
        return None;
    }
    if let Some(range) = old_header {
        let alpha = new.iter().any(|one| &one.id == b"ALPH")
            || new_header.is_some_and(|range| webp::says_alpha(encoded, range))
            || webp::lossless_alpha(encoded) == Some(true);
        let mut header = slice(file, range)?.to_vec();
        webp::say_alpha(&mut header, alpha);
        splices.push((range, header));
    }
    Some(splices)
}

fn slice(file: &[u8], range: ByteRange) -> Option<&[u8]> {
    let start = usize::try_from(range.start).ok()?;
    let end = usize::try_from(range.end()).ok()?;
    file.get(start..end)
}
