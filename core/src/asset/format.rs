//! Media formats, recognised by their first bytes.

use serde::{Deserialize, Serialize};

/// A media format that hallmark knows by content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum MediaFormat {
    /// JPEG (ITU-T T.81).
    Jpeg,
    /// PNG (ISO/IEC 15948), animated or not.
    Png,
    /// WebP (RIFF).
    Webp,
    /// GIF 87a or 89a.
    Gif,
    /// TIFF 6 or BigTIFF.
    Tiff,
    /// Adobe DNG (TIFF with tag 50706).
    Dng,
    /// AVIF (BMFF brand `avif`/`avis`).
    Avif,
    /// HEIC (BMFF brand `heic` and its kin).
    Heic,
    /// HEIF (BMFF brand `mif1`/`msf1`).
    Heif,
    /// JPEG XL, container form.
    Jxl,
    /// JPEG XL, naked codestream: cannot carry a manifest.
    JxlCodestream,
    /// SVG.
    Svg,
    /// MP4 video (BMFF).
    Mp4,
    /// M4A audio (BMFF).
    M4a,
    /// QuickTime movie.
    Mov,
    /// AVI (RIFF).
    Avi,
    /// WAV (RIFF).
    Wav,
    /// MP3, with or without ID3.
    Mp3,
    /// FLAC.
    Flac,
    /// PDF.
    Pdf,
    /// ZIP family: EPUB, OOXML, OpenDocument.
    Zip,
    /// A manifest store on its own (`.c2pa`).
    C2pa,
    /// TrueType or OpenType font: known as such, not readable here.
    Font,
    /// Photoshop document: known, cannot be read here.
    Psd,
    /// BMP: known; cannot carry a manifest.
    Bmp,
    /// Matroska or WebM: known; not readable here.
    Matroska,
    /// Ogg: known; not readable here.
    Ogg,
}
