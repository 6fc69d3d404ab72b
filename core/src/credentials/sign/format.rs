//! Which formats can be signed, and what the signing library calls them.

use crate::asset::MediaFormat;

use super::error::SignError;

/// The formats that can be signed, for people.
pub const SIGNABLE_NAMES: &str = "JPEG, PNG, WebP, GIF, TIFF, DNG, AVIF, HEIC, HEIF, JPEG XL \
     (container form), SVG, MP4, M4A, MOV, AVI, WAV, MP3, FLAC and the ZIP family (EPUB, DOCX, \
     XLSX, PPTX, ODT, ODS, ODP)";

/// The media type under which `format` is signed; `name` tells the members of the ZIP family
/// apart, which only their extension does without unpacking them.
pub(super) fn media_type(format: MediaFormat, name: &str) -> Result<&'static str, SignError> {
    let found = match format {
        MediaFormat::Jpeg => return Ok("image/jpeg"),
        MediaFormat::Png => return Ok("image/png"),
        MediaFormat::Webp => return Ok("image/webp"),
        MediaFormat::Gif => return Ok("image/gif"),
        MediaFormat::Tiff => return Ok("image/tiff"),
        MediaFormat::Dng => return Ok("image/x-adobe-dng"),
        MediaFormat::Avif => return Ok("image/avif"),
        MediaFormat::Heic => return Ok("image/heic"),
        MediaFormat::Heif => return Ok("image/heif"),
        MediaFormat::Jxl => return Ok("image/jxl"),
        MediaFormat::Svg => return Ok("image/svg+xml"),
        MediaFormat::Mp4 => return Ok("video/mp4"),
        MediaFormat::M4a => return Ok("audio/mp4"),
        MediaFormat::Mov => return Ok("video/quicktime"),
        MediaFormat::Avi => return Ok("video/avi"),
        MediaFormat::Wav => return Ok("audio/wav"),
        MediaFormat::Mp3 => return Ok("audio/mpeg"),
        MediaFormat::Flac => return Ok("audio/flac"),
        MediaFormat::Zip => return zip_media_type(name),
        MediaFormat::JxlCodestream => {
            "a JPEG XL codestream has no place for a manifest (repack it as a container, \
             for example with `cjxl --container=1`)"
        }
        MediaFormat::Arw | MediaFormat::Nef | MediaFormat::Cr3 => {
            "raw files of this maker can be read here, but not written (develop it, or sign a DNG)"
        }
        MediaFormat::Pdf => "PDF manifests can be read here, but not written",
        MediaFormat::C2pa => "this is a manifest store, not an asset",
        MediaFormat::Font => "fonts cannot carry a manifest here",
        MediaFormat::Psd => "Photoshop documents cannot carry a manifest here",
        MediaFormat::Bmp => "BMP has no place for a manifest",
        MediaFormat::Matroska => "Matroska and WebM cannot carry a manifest here",
        MediaFormat::Ogg => "Ogg cannot carry a manifest here",
        MediaFormat::Flv => "Flash video has no place for a manifest",
        MediaFormat::Markdown => "Markdown cannot carry a manifest here",
    };
    Err(SignError::Unsupported {
        found: found.to_owned(),
    })
}

/// Whether an update manifest can be added. Elsewhere the length of the manifest store is itself
/// among the bytes that the parent's content hash covers: in the header of a RIFF file or an ID3
/// tag, in a directory of a TIFF file or a ZIP archive.
pub(super) const fn can_be_updated(format: MediaFormat) -> bool {
    matches!(
        format,
        MediaFormat::Jpeg
            | MediaFormat::Png
            | MediaFormat::Gif
            | MediaFormat::Svg
            | MediaFormat::Avif
            | MediaFormat::Heic
            | MediaFormat::Heif
            | MediaFormat::Mp4
            | MediaFormat::M4a
            | MediaFormat::Mov
            | MediaFormat::Jxl
    )
}

/// The media type under which `format` is signed into a sidecar. The library rewrites ID3 tags and
/// ZIP archives on the way, even when nothing goes into them; under names that it does not know, it
/// leaves the bytes alone and hashes all of them.
pub(super) fn sidecar_media_type(
    format: MediaFormat,
    name: &str,
) -> Result<&'static str, SignError> {
    match format {
        MediaFormat::Mp3 => Ok("audio/x-mpeg"),
        MediaFormat::Flac => Ok("audio/x-flac"),
        MediaFormat::Zip => Ok("application/zip"),
        _ => media_type(format, name),
    }
}

fn zip_media_type(name: &str) -> Result<&'static str, SignError> {
    let extension = name
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_ascii_lowercase())
        .unwrap_or_default();
    Ok(match extension.as_str() {
        "epub" => "application/epub+zip",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "odp" => "application/vnd.oasis.opendocument.presentation",
        _ => {
            return Err(SignError::Unsupported {
                found: "a ZIP archive whose name does not say which document it is".to_owned(),
            });
        }
    })
}
