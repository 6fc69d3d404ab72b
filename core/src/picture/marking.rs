//! A file with our mark in its picture: decoded, marked upright, written back as it was coded, and
//! read again before it is handed out.

use std::io::Cursor;

use image::{DynamicImage, metadata::Orientation};

use super::{
    decode::{Decoded, decode},
    repaint::{Loss, RepaintError, repaint},
};
use crate::{
    asset::rewrite::{RewriteError, Rewriting},
    limits::Limits,
    watermark::{
        CannotCarry, DetectError, DetectSettings, Effort, EmbedReport, EmbedSettings, Key, Payload,
        State, detect, embed_in_place,
    },
};

/// Why a file was not marked.
#[derive(Debug, thiserror::Error)]
pub enum MarkingError {
    /// The file's structure.
    #[error(transparent)]
    Rewrite(#[from] RewriteError),
    /// The pixels.
    #[error("the pixels cannot be read: {0}")]
    Pixels(String),
    /// The picture.
    #[error("the picture cannot carry a mark: {0}")]
    CannotCarry(#[from] CannotCarry),
    /// A mark of this key is there.
    #[error("the picture carries a mark of this key already{}", payload.map(|payload| format!(": {payload}")).unwrap_or_default())]
    Marked {
        /// Its payload, if it can be read.
        payload: Option<Payload>,
    },
    /// Writing.
    #[error(transparent)]
    Repaint(#[from] RepaintError),
    /// The written file does not give the mark back.
    #[error(
        "the file's own compression is too strong for a mark to be read back; start from a better copy"
    )]
    NotReadBack,
}

/// A marked file.
#[derive(Clone, Debug)]
pub struct Marked {
    /// The whole file.
    pub file: Vec<u8>,
    /// What was written into the pixels, before they were coded.
    pub report: EmbedReport,
    /// What the file lost.
    pub losses: Vec<Loss>,
}

/// What to write, and into what.
#[derive(Clone, Debug)]
pub struct Marking<'a> {
    /// The identifier.
    pub payload: Payload,
    /// The key.
    pub key: &'a Key,
    /// How strong.
    pub settings: EmbedSettings,
    /// Write even where a mark of this key is there already.
    pub again: bool,
    /// Limits on the picture.
    pub limits: Limits,
}

impl Marking<'_> {
    /// Marks the picture of `file` and keeps all else: format, coding, metadata, colour profile,
    /// orientation, bit depth and opacity. Only the credential does not hold any more; whether
    /// there is one is the caller's to ask.
    ///
    /// The mark lies along the picture as shown, so that it is found in copies that were turned.
    ///
    /// # Errors
    /// [`MarkingError`]; then nothing may be written.
    pub fn mark(&self, file: &[u8]) -> Result<Marked, MarkingError> {
        let Decoded {
            stored: mut image,
            orientation,
        } = self.decoded(file)?;
        image.apply_orientation(orientation);
        if !self.again {
            self.refuse_marked(&image)?;
        }
        let report = embed_in_place(&mut image, self.payload, self.key, &self.settings)?;
        image.apply_orientation(inverse(orientation));
        let painted = repaint(file, &image, &self.limits)?;
        drop(image);
        self.read_back(&painted.file)?;
        Ok(Marked {
            file: painted.file,
            report,
            losses: painted.losses,
        })
    }

    fn decoded(&self, file: &[u8]) -> Result<Decoded, MarkingError> {
        let rewriting = Rewriting::new(file, &self.limits)?;
        let decoded = decode(&mut Cursor::new(file), rewriting.container(), &self.limits);
        let refused = match decoded {
            Ok(Ok(decoded)) => return Ok(decoded),
            Ok(Err(refused)) => refused,
            Err(error) => return Err(MarkingError::Pixels(error.to_string())),
        };
        let details: Vec<_> = refused
            .arguments
            .iter()
            .map(|(_, value)| value.as_str())
            .collect();
        let details = details.join(", ");
        Err(MarkingError::Pixels(format!(
            "{} ({details})",
            refused.what.as_str()
        )))
    }

    fn refuse_marked(&self, image: &DynamicImage) -> Result<(), MarkingError> {
        let found = match self.look(image, Effort::Quick) {
            Ok(found) => found,
            // What is too small to look at is too small to carry a mark, which says so itself.
            Err(_) => return Ok(()),
        };
        if found.state == State::None {
            return Ok(());
        }
        let payload = found.marks.first().and_then(|mark| mark.payload);
        Err(MarkingError::Marked { payload })
    }

    fn read_back(&self, file: &[u8]) -> Result<(), MarkingError> {
        let image = self.decoded(file)?.upright();
        let found = self
            .look(&image, Effort::Quick)
            .map_err(|error| MarkingError::Pixels(error.to_string()))?;
        let read = found
            .marks
            .iter()
            .any(|mark| mark.payload == Some(self.payload));
        if read {
            Ok(())
        } else {
            Err(MarkingError::NotReadBack)
        }
    }

    fn look(
        &self,
        image: &DynamicImage,
        effort: Effort,
    ) -> Result<crate::watermark::Detection, DetectError> {
        let settings = DetectSettings {
            effort,
            ..DetectSettings::default()
        };
        detect(image, std::slice::from_ref(self.key), &settings)
    }
}

/// The turn that takes a picture back.
const fn inverse(orientation: Orientation) -> Orientation {
    match orientation {
        Orientation::Rotate90 => Orientation::Rotate270,
        Orientation::Rotate270 => Orientation::Rotate90,
        // The others undo themselves.
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use image::{ImageFormat, RgbImage};

    use super::*;

    /// A landscape of soft hills and grass: it hides a mark.
    fn picture(width: u32, height: u32) -> DynamicImage {
        let mut state = 7_u32;
        let mut noise = move || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f64::from(state >> 16) / 65_536.0 - 0.5
        };
        RgbImage::from_fn(width, height, |x, y| {
            let (x, y) = (f64::from(x), f64::from(y));
            let hill = 40.0 * (x / 90.0).sin() + 30.0 * ((x + y) / 41.0).cos() + y / 4.0;
            let mut level = |shift: f64| {
                let value = (90.0 + hill + shift + 24.0 * noise()).clamp(0.0, 255.0);
                #[expect(clippy::as_conversions, reason = "clamped to the range of the type")]
                let value = value as u8;
                value
            };
            image::Rgb([level(20.0), level(10.0), level(-30.0)])
        })
        .into()
    }

    fn marking(key: &Key) -> Marking<'_> {
        Marking {
            payload: Payload::new(0x0123_4567_89AB_CDEF),
            key,
            settings: EmbedSettings::default(),
            again: false,
            limits: Limits::default(),
        }
    }

    fn file(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        image.write_to(&mut out, format).unwrap();
        out.into_inner()
    }

    #[test]
    fn a_marked_file_is_read_and_refused_a_second_time() {
        let key = Key::public();
        let marking = marking(&key);
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let original = file(&picture(400, 300), format);
            let marked = marking.mark(&original).unwrap();
            assert_ne!(marked.file, original);
            assert!(marked.report.psnr > 36.0, "{}", marked.report.psnr);
            let again = marking.mark(&marked.file);
            assert!(
                matches!(again, Err(MarkingError::Marked { payload: Some(payload) }) if payload == marking.payload),
                "{format:?}"
            );
        }
    }

    #[test]
    fn orientations_are_kept_and_the_upright_copy_carries_the_mark() {
        let key = Key::public();
        let marking = marking(&key);
        // A mirror, a quarter turn, and both: the inverse of each is of another kind.
        for orientation in [2_u8, 6, 7] {
            let stored = picture(360, 260);
            let plain = file(&stored, ImageFormat::Jpeg);
            // EXIF with the orientation alone.
            let exif = [
                b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".as_slice(),
                &[orientation, 0, 0, 0, 0, 0, 0, 0],
            ]
            .concat();
            let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
            let original = [&plain[..2], &[0xFF, 0xE1], &length, &exif, &plain[2..]].concat();
            let marked = marking.mark(&original).unwrap();
            let decoded = marking.decoded(&marked.file).unwrap();
            assert_eq!(decoded.orientation.to_exif(), orientation);
            assert_eq!(
                (decoded.stored.width(), decoded.stored.height()),
                (360, 260)
            );
        }
    }

    #[test]
    fn pictures_that_cannot_carry_a_mark_say_why() {
        let key = Key::public();
        let marking = marking(&key);
        let small = file(&picture(100, 90), ImageFormat::Png);
        let refused = marking.mark(&small).unwrap_err().to_string();
        assert!(refused.contains("too few"), "{refused}");
        let flat = DynamicImage::from(RgbImage::from_pixel(300, 300, image::Rgb([9, 9, 9])));
        let refused = marking
            .mark(&file(&flat, ImageFormat::Png))
            .unwrap_err()
            .to_string();
        assert!(refused.contains("tones"), "{refused}");
        let text = marking.mark(b"no picture").unwrap_err().to_string();
        assert!(text.contains("no known media format"), "{text}");
    }
}
