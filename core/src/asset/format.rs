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
    /// Sony raw (TIFF by its structure).
    Arw,
    /// Nikon raw (TIFF by its structure).
    Nef,
    /// Canon raw (BMFF brand `crx `).
    Cr3,
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
    /// FLAC, with or without ID3.
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
    /// Matroska or WebM: labels are read, manifests are not.
    Matroska,
    /// Ogg: labels are read, manifests are not.
    Ogg,
    /// Flash video: cannot carry a manifest.
    Flv,
    /// Markdown with a label in its front matter; no other text is known. Labels are read,
    /// manifests are not.
    Markdown,
}

/// What can be done about manifests in files of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Support {
    /// Manifests can be read and written.
    ReadWrite,
    /// Manifests can be read.
    Read,
    /// The format has no place for a manifest: its absence is certain.
    NoPlace,
    /// The format may carry a manifest, and nothing here can read it.
    Unsupported,
}

impl MediaFormat {
    /// Every format, in the order of declaration.
    pub const ALL: &'static [Self] = &[
        Self::Jpeg,
        Self::Png,
        Self::Webp,
        Self::Gif,
        Self::Tiff,
        Self::Dng,
        Self::Arw,
        Self::Nef,
        Self::Cr3,
        Self::Avif,
        Self::Heic,
        Self::Heif,
        Self::Jxl,
        Self::JxlCodestream,
        Self::Svg,
        Self::Mp4,
        Self::M4a,
        Self::Mov,
        Self::Avi,
        Self::Wav,
        Self::Mp3,
        Self::Flac,
        Self::Pdf,
        Self::Zip,
        Self::C2pa,
        Self::Font,
        Self::Psd,
        Self::Bmp,
        Self::Matroska,
        Self::Ogg,
        Self::Flv,
        Self::Markdown,
    ];

    /// IANA media type, or the one in common use where IANA has none (raw camera formats, AVI).
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Gif => "image/gif",
            Self::Tiff => "image/tiff",
            Self::Dng => "image/x-adobe-dng",
            Self::Arw => "image/x-sony-arw",
            Self::Nef => "image/x-nikon-nef",
            Self::Cr3 => "image/x-canon-cr3",
            Self::Avif => "image/avif",
            Self::Heic => "image/heic",
            Self::Heif => "image/heif",
            Self::Jxl | Self::JxlCodestream => "image/jxl",
            Self::Svg => "image/svg+xml",
            Self::Mp4 => "video/mp4",
            Self::M4a => "audio/mp4",
            Self::Mov => "video/quicktime",
            Self::Avi => "video/x-msvideo",
            Self::Wav => "audio/vnd.wave",
            Self::Mp3 => "audio/mpeg",
            Self::Flac => "audio/flac",
            Self::Pdf => "application/pdf",
            Self::Zip => "application/zip",
            Self::C2pa => "application/c2pa",
            Self::Font => "font/sfnt",
            Self::Psd => "image/vnd.adobe.photoshop",
            Self::Bmp => "image/bmp",
            Self::Matroska => "video/matroska",
            Self::Ogg => "application/ogg",
            Self::Flv => "video/x-flv",
            Self::Markdown => "text/markdown",
        }
    }

    /// Usual file name extensions, lower case, the commonest first.
    #[must_use]
    pub const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            Self::Png => &["png", "apng"],
            Self::Webp => &["webp"],
            Self::Gif => &["gif"],
            Self::Tiff => &["tif", "tiff"],
            Self::Dng => &["dng"],
            Self::Arw => &["arw"],
            Self::Nef => &["nef"],
            Self::Cr3 => &["cr3"],
            Self::Avif => &["avif", "avifs"],
            Self::Heic => &["heic", "heics", "hif"],
            Self::Heif => &["heif", "heifs", "hif"],
            Self::Jxl | Self::JxlCodestream => &["jxl"],
            Self::Svg => &["svg"],
            Self::Mp4 => &["mp4", "m4v", "3gp", "3g2", "m4s"],
            Self::M4a => &["m4a", "m4b"],
            Self::Mov => &["mov", "qt"],
            Self::Avi => &["avi"],
            Self::Wav => &["wav"],
            Self::Mp3 => &["mp3"],
            Self::Flac => &["flac"],
            Self::Pdf => &["pdf", "ai"],
            Self::Zip => &[
                "docx", "xlsx", "pptx", "docm", "xlsm", "pptm", "odt", "ods", "odp", "odg", "epub",
                "oxps", "zip",
            ],
            Self::C2pa => &["c2pa"],
            Self::Font => &["ttf", "otf", "ttc", "woff", "woff2"],
            Self::Psd => &["psd", "psb"],
            Self::Bmp => &["bmp", "dib"],
            Self::Matroska => &["mkv", "webm", "mka"],
            Self::Ogg => &["ogg", "oga", "ogv", "opus"],
            Self::Flv => &["flv"],
            Self::Markdown => &["md", "markdown"],
        }
    }

    /// What can be done about manifests in files of this format.
    #[must_use]
    pub const fn support(self) -> Support {
        match self {
            Self::Jpeg
            | Self::Png
            | Self::Webp
            | Self::Gif
            | Self::Tiff
            | Self::Dng
            | Self::Avif
            | Self::Heic
            | Self::Heif
            | Self::Jxl
            | Self::Svg
            | Self::Mp4
            | Self::M4a
            | Self::Mov
            | Self::Avi
            | Self::Wav
            | Self::Mp3
            | Self::Flac
            | Self::Zip => Support::ReadWrite,
            Self::Arw | Self::Nef | Self::Cr3 | Self::Pdf | Self::C2pa => Support::Read,
            Self::JxlCodestream | Self::Bmp | Self::Flv => Support::NoPlace,
            Self::Font | Self::Psd | Self::Matroska | Self::Ogg | Self::Markdown => {
                Support::Unsupported
            }
        }
    }

    /// The format's name as the `c2pa` crate understands it; `None` when it cannot read it.
    #[must_use]
    pub const fn reader_hint(self) -> Option<&'static str> {
        match (self.support(), self) {
            (Support::NoPlace | Support::Unsupported, _) => None,
            (_, Self::Zip) => Some("zip"),
            // Boxes like any other; the crate has no name for it.
            (_, Self::Cr3) => Some("image/heif"),
            (_, other) => Some(other.media_type()),
        }
    }

    /// Whether an extension (without its dot, in any case) is usual for this format.
    #[must_use]
    pub fn has_extension(self, extension: &str) -> bool {
        self.extensions()
            .iter()
            .any(|usual| usual.eq_ignore_ascii_case(extension))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_crate_knows_every_hint() {
        let known: BTreeSet<String> = c2pa::jumbf_io::get_supported_types().into_iter().collect();
        for format in MediaFormat::ALL {
            if let Some(hint) = format.reader_hint() {
                assert!(known.contains(hint), "{format:?}: {hint}");
            }
        }
    }

    #[test]
    fn every_format_is_listed_once_and_in_order() {
        assert!(MediaFormat::ALL.is_sorted());
        let distinct: BTreeSet<_> = MediaFormat::ALL.iter().collect();
        assert_eq!(distinct.len(), MediaFormat::ALL.len());
        assert_eq!(MediaFormat::ALL.last(), Some(&MediaFormat::Markdown));
    }

    #[test]
    fn extensions_have_no_case() {
        assert!(MediaFormat::Jpeg.has_extension("JPG"));
        assert!(MediaFormat::Tiff.has_extension("tiff"));
        assert!(!MediaFormat::Png.has_extension("jpg"));
    }
}
