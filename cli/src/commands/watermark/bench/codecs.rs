//! Codecs that no light crate covers, as programs on the machine.

use std::process::{Command, Stdio};

use hallmark::watermark::attack::{Codecs, Format};
use image::RgbImage;

use super::scheme::open;

/// Which programs there are.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Programs {
    webp: bool,
    avif: bool,
    jpeg_xl: bool,
}

impl Programs {
    /// Looks for encoders and decoders.
    pub(super) fn find() -> Self {
        let there = |names: [&str; 2]| {
            names.iter().all(|name| {
                let mut command = Command::new(name);
                let asked = command.arg("--version").stdout(Stdio::null());
                asked.stderr(Stdio::null()).status().is_ok()
            })
        };
        Self {
            webp: there(["cwebp", "dwebp"]),
            avif: there(["avifenc", "avifdec"]),
            jpeg_xl: there(["cjxl", "djxl"]),
        }
    }
}

impl Codecs for Programs {
    fn round_trip(&self, format: Format, quality: u8, picture: &RgbImage) -> Option<RgbImage> {
        let folder = tempfile::tempdir().ok()?;
        let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
        let (from, coded, to) = (path("in.png"), path("coded"), path("out.png"));
        let quality_text = quality.to_string();
        let worse = u32::from(100_u8.saturating_sub(quality));
        let quantiser = (worse.saturating_mul(63) / 100).to_string();
        let encode: (&str, Vec<&str>) = match format {
            Format::WebP if self.webp => (
                "cwebp",
                vec!["-quiet", "-q", &quality_text, &from, "-o", &coded],
            ),
            // Versions before 1.0 know no quality; all know the quantiser, 0 (best) to 63. At the speed that
            // the encoder takes by itself, as in ordinary use.
            Format::Avif if self.avif => (
                "avifenc",
                vec!["--min", &quantiser, "--max", &quantiser, &from, &coded],
            ),
            Format::JpegXl if self.jpeg_xl => (
                "cjxl",
                vec!["--quiet", "-q", &quality_text, "-e", "3", &from, &coded],
            ),
            _ => return None,
        };
        let decode: (&str, Vec<&str>) = match format {
            Format::WebP => ("dwebp", vec!["-quiet", &coded, "-o", &to]),
            Format::Avif => ("avifdec", vec![&coded, &to]),
            Format::JpegXl => ("djxl", vec!["--quiet", &coded, &to]),
        };
        picture.save(&from).ok()?;
        for (program, arguments) in [encode, decode] {
            let mut command = Command::new(program);
            command.args(arguments).stdout(Stdio::null());
            if !command.stderr(Stdio::null()).status().ok()?.success() {
                return None;
            }
        }
        open(to.as_ref()).ok()
    }
}
