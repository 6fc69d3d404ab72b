//! Extensions that are used for each other without anybody being misled.

use hallmark::asset::MediaFormat::{self, Arw, Avif, Dng, Heic, Heif, M4a, Mov, Mp4, Nef, Tiff};

/// Formats of one container whose names people and programs mix.
const FAMILIES: [&[MediaFormat]; 3] = [
    &[Tiff, Dng, Arw, Nef],
    &[Heic, Heif, Avif],
    &[Mp4, M4a, Mov],
];

/// Extensions of raw camera files that are TIFF inside.
const RAW: [&str; 7] = ["cr2", "orf", "pef", "raw", "rw2", "srw", "3fr"];

/// Whether `extension` promises another format than `format`. One that no known format uses
/// promises nothing.
pub(super) fn contradicts(extension: &str, format: MediaFormat) -> bool {
    let promised = |candidate: &MediaFormat| candidate.has_extension(extension);
    let related = FAMILIES
        .iter()
        .find(|family| family.contains(&format))
        .is_some_and(|family| family.iter().any(promised));
    let raw = format == Tiff && RAW.iter().any(|raw| raw.eq_ignore_ascii_case(extension));
    !promised(&format) && !related && !raw && MediaFormat::ALL.iter().any(promised)
}

#[cfg(test)]
mod tests {
    use hallmark::asset::MediaFormat;

    use super::contradicts;

    #[test]
    fn another_format_contradicts() {
        assert!(contradicts("jpg", MediaFormat::Png));
        assert!(contradicts("JPG", MediaFormat::Png));
    }

    #[test]
    fn own_related_and_unknown_extensions_do_not() {
        assert!(!contradicts("JPEG", MediaFormat::Jpeg));
        assert!(!contradicts("heif", MediaFormat::Avif));
        assert!(!contradicts("dng", MediaFormat::Tiff));
        assert!(!contradicts("backup", MediaFormat::Jpeg));
    }
}
