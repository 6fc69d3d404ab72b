//! A file's picture replaced by other pixels of the same size, coded as the file codes its own:
//! same format, same quantisation and chroma subsampling, and every byte that is no picture as it
//! was. Bit depth and channels are those of the pixels given.

mod jpeg;
mod png;
mod webp;

use image::DynamicImage;

use crate::{
    asset::{
        MediaFormat,
        rewrite::{RewriteError, Rewriting},
    },
    limits::Limits,
};

/// Formats whose pictures can be written.
pub const PAINTABLE: [MediaFormat; 3] = [MediaFormat::Jpeg, MediaFormat::Png, MediaFormat::Webp];

/// Something that the file had and cannot keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// A palette, or fewer than 8 bits a sample: stored with 8 bits a sample now.
    Palette,
    /// PNG: interlacing.
    Interlacing,
    /// JPEG: arithmetic coding; Huffman coding now.
    ArithmeticCoding,
}

/// Why a picture was not written.
#[derive(Debug, thiserror::Error)]
pub enum RepaintError {
    /// A file that cannot be rewritten.
    #[error(transparent)]
    Rewrite(#[from] RewriteError),
    /// A picture in the four colours of printing.
    #[error("the picture is in CMYK; convert it to RGB first")]
    Cmyk,
    /// The encoder refuses.
    #[error("the picture cannot be coded: {0}")]
    Encoder(String),
}

/// A file with another picture in it.
#[derive(Clone, Debug)]
pub struct Repainted {
    /// The whole file.
    pub file: Vec<u8>,
    /// What it lost.
    pub losses: Vec<Loss>,
}

/// The file with the pixels of `image`, as stored (not turned upright), for its own.
///
/// # Errors
/// [`RepaintError`]; of files in other formats than [`PAINTABLE`] always.
pub fn repaint(
    file: &[u8],
    image: &DynamicImage,
    limits: &Limits,
) -> Result<Repainted, RepaintError> {
    let mut rewriting = Rewriting::new(file, limits)?;
    let (encoded, losses) = match rewriting.container().format {
        MediaFormat::Jpeg => jpeg::encode(file, image)?,
        MediaFormat::Png => png::encode(file, image)?,
        MediaFormat::Webp => webp::encode(file, image)?,
        other => return Err(RewriteError::Format(other.media_type()).into()),
    };
    rewriting.write_pixels(&encoded)?;
    Ok(Repainted {
        file: rewriting.finish()?,
        losses,
    })
}

#[cfg(test)]
mod tests;
