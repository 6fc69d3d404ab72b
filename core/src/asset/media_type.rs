//! What the world outside calls a format: media types and file name extensions.

use super::MediaFormat;

impl MediaFormat {
    /// The media type (IANA registry; `application/c2pa` from C2PA 2.2, section 11.4).
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Gif => "image/gif",
            Self::Tiff => "image/tiff",
            Self::Dng => "image/x-adobe-dng",
            Self::Avif => "image/avif",
            Self::Heic => "image/heic",
            Self::Heif => "image/heif",
            Self::Jxl | Self::JxlCodestream => "image/jxl",
            Self::Svg => "image/svg+xml",
            Self::Mp4 => "video/mp4",
            Self::M4a => "audio/mp4",
            Self::Mov => "video/quicktime",
            Self::Avi => "video/x-msvideo",
            Self::Wav => "audio/wav",
            Self::Mp3 => "audio/mpeg",
            Self::Flac => "audio/flac",
            Self::Pdf => "application/pdf",
            Self::Zip => "application/zip",
            Self::C2pa => "application/c2pa",
            Self::Font => "font/sfnt",
            Self::Psd => "image/vnd.adobe.photoshop",
            Self::Bmp => "image/bmp",
            Self::Matroska => "video/x-matroska",
            Self::Ogg => "application/ogg",
        }
    }

    /// Lower-case extensions under which such a file is usually stored.
    ///
    /// An extension may belong to several formats; raw camera formats count as TIFF, which they are.
    #[must_use]
    pub const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg", "jpe", "jfif", "jif", "mpo"],
            Self::Png => &["png", "apng"],
            Self::Webp => &["webp"],
            Self::Gif => &["gif"],
            Self::Tiff => &[
                "tif", "tiff", "dng", "arw", "nef", "cr2", "orf", "pef", "rw2", "srw",
            ],
            Self::Dng => &["dng", "tif", "tiff"],
            Self::Avif => &["avif", "avifs", "heif"],
            Self::Heic => &["heic", "heics", "heif", "hif"],
            Self::Heif => &["heif", "heifs", "heic", "hif", "avif"],
            Self::Jxl | Self::JxlCodestream => &["jxl"],
            Self::Svg => &["svg", "xml"],
            Self::Mp4 => &["mp4", "m4v", "m4a", "m4s", "3gp", "mov"],
            Self::M4a => &["m4a", "mp4", "m4b"],
            Self::Mov => &["mov", "qt", "mp4"],
            Self::Avi => &["avi"],
            Self::Wav => &["wav", "wave"],
            Self::Mp3 => &["mp3"],
            Self::Flac => &["flac"],
            Self::Pdf => &["pdf", "ai"],
            Self::Zip => &[
                "zip", "epub", "docx", "xlsx", "pptx", "odt", "ods", "odp", "odg", "oxps", "jar",
            ],
            Self::C2pa => &["c2pa"],
            Self::Font => &["ttf", "otf", "ttc", "woff", "woff2"],
            Self::Psd => &["psd", "psb"],
            Self::Bmp => &["bmp", "dib"],
            Self::Matroska => &["mkv", "webm", "mka"],
            Self::Ogg => &["ogg", "oga", "ogv", "opus"],
        }
    }

    /// Every format.
    const ALL: [Self; 26] = [
        Self::Jpeg,
        Self::Png,
        Self::Webp,
        Self::Gif,
        Self::Tiff,
        Self::Dng,
        Self::Avif,
        Self::Heic,
        Self::Heif,
        Self::Jxl,
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
    ];

    /// Whether a name's extension promises another format than this one. An extension that no
    /// known format uses promises nothing.
    #[must_use]
    pub fn contradicts_extension(self, extension: &str) -> bool {
        let extension = extension.to_ascii_lowercase();
        let promises = |format: Self| format.extensions().contains(&extension.as_str());
        !promises(self) && Self::ALL.into_iter().any(promises)
    }
}

#[cfg(test)]
mod tests {
    use super::MediaFormat;

    #[test]
    fn extension_of_another_format_contradicts() {
        assert!(MediaFormat::Png.contradicts_extension("jpg"));
        assert!(MediaFormat::Png.contradicts_extension("JPG"));
    }

    #[test]
    fn own_shared_and_unknown_extensions_do_not() {
        assert!(!MediaFormat::Jpeg.contradicts_extension("JPEG"));
        assert!(!MediaFormat::Avif.contradicts_extension("heif"));
        assert!(!MediaFormat::Jpeg.contradicts_extension("backup"));
    }
}
