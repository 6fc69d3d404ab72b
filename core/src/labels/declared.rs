//! What metadata say about the picture besides how it was made: dates, size, orientation, and the
//! credential that it should have. Facts for contradictions; nothing here is judged.

use serde::{Deserialize, Serialize};
use time::{Date, Month, PrimitiveDateTime, Time, UtcOffset};

use super::{Material, exif};
use crate::asset::MetadataBlock;

/// Namespaces of XMP properties: basic, photoshop, TIFF, Dublin Core terms.
const XMP_BASIC: &str = "http://ns.adobe.com/xap/1.0/";
const PHOTOSHOP: &str = "http://ns.adobe.com/photoshop/1.0/";
const TIFF: &str = "http://ns.adobe.com/tiff/1.0/";
const DUBLIN_CORE_TERMS: &str = "http://purl.org/dc/terms/";

/// A moment as metadata give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// Seconds since 1970-01-01T00:00:00Z; of local time where the zone is not known.
    pub seconds: i64,
    /// Whether the zone is known.
    pub zoned: bool,
    /// As written.
    pub written: String,
    /// The field that says so, for example `EXIF DateTimeOriginal`.
    pub field: String,
}

/// What metadata declare.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Declared {
    /// When it was captured, by EXIF, else by XMP.
    pub captured: Option<Moment>,
    /// When it was captured, by XMP.
    pub xmp_captured: Option<Moment>,
    /// When it was changed last, by EXIF, else by XMP.
    pub modified: Option<Moment>,
    /// When it was changed last, by XMP.
    pub xmp_modified: Option<Moment>,
    /// Width and height in pixels, by EXIF.
    pub dimensions: Option<(u64, u64)>,
    /// Orientation, 1 to 8, by EXIF.
    pub exif_orientation: Option<u64>,
    /// Orientation, 1 to 8, by XMP.
    pub xmp_orientation: Option<u64>,
    /// A manifest inside the file that XMP points at.
    pub embedded_manifest: Option<String>,
}

impl Declared {
    /// Reads what the metadata blocks declare; the first field of each kind counts.
    #[must_use]
    pub fn read(metadata: &[MetadataBlock]) -> Self {
        Self::of(&Material::read(metadata))
    }

    pub(super) fn of(material: &Material<'_>) -> Self {
        let number = |tag| {
            let mut own = material
                .fields
                .iter()
                .filter(|(field, _)| field.tag == tag && exif::is_own(field));
            own.find_map(|(field, _)| exif::number(field))
                .filter(|number| *number > 0)
        };
        let text = |tag| material.tag(tag).map(|(text, _)| text).next();
        let property = |namespace: &str, name: &str| {
            let mut own = material.properties.iter();
            own.find(|(property, _)| property.is(namespace, name))
                .map(|(property, _)| property.value.as_str())
        };
        let exif_moment = |tag, offset, field| {
            let offset = text(offset).unwrap_or_default();
            moment(&format!("{}{offset}", text(tag)?), field)
        };
        let xmp_moment = |namespace, name, field| moment(property(namespace, name)?, field);
        let provenance = property(DUBLIN_CORE_TERMS, "provenance");
        let xmp_captured = xmp_moment(PHOTOSHOP, "DateCreated", "XMP photoshop:DateCreated");
        let xmp_modified = xmp_moment(XMP_BASIC, "ModifyDate", "XMP xmp:ModifyDate");
        Self {
            captured: exif_moment(
                exif::CAPTURED,
                exif::CAPTURED_OFFSET,
                "EXIF DateTimeOriginal",
            )
            .or_else(|| xmp_captured.clone()),
            modified: exif_moment(exif::MODIFIED, exif::MODIFIED_OFFSET, "EXIF DateTime")
                .or_else(|| xmp_modified.clone()),
            xmp_captured,
            xmp_modified,
            dimensions: number(exif::WIDTH).zip(number(exif::HEIGHT)),
            exif_orientation: number(exif::ORIENTATION),
            xmp_orientation: property(TIFF, "Orientation").and_then(|value| value.parse().ok()),
            embedded_manifest: provenance
                .filter(|value| value.starts_with("self#jumbf="))
                .map(super::material::quote),
        }
    }
}

/// A date as EXIF (`2024:05:04 09:41:00`) or ISO 8601 (`2024-05-04T09:41:00Z`) write it, with or
/// without fractions and zone; `None` when it has no time of day or is no date at all.
#[must_use]
pub fn moment(written: &str, field: &str) -> Option<Moment> {
    let bytes = written.as_bytes();
    let digits = |from: usize, to: usize| -> Option<u16> {
        let part = written.get(from..to)?;
        let plain = part.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| part.parse().ok()).flatten()
    };
    let small = |from: usize| u8::try_from(digits(from, from.checked_add(2)?)?).ok();
    let separated = matches!(bytes.get(4)?, b':' | b'-')
        && matches!(bytes.get(10)?, b' ' | b'T')
        && bytes.get(13) == Some(&b':');
    if !separated {
        return None;
    }
    let month = Month::try_from(small(5)?).ok()?;
    let date = Date::from_calendar_date(i32::from(digits(0, 4)?), month, small(8)?).ok()?;
    let (second, rest) = match bytes.get(16) {
        Some(b':') => (small(17)?, written.get(19..)?),
        _ => (0, written.get(16..)?),
    };
    let time = Time::from_hms(small(11)?, small(14)?, second.min(59)).ok()?;
    let fraction = rest.strip_prefix('.').unwrap_or_default();
    let counted = fraction.bytes().take_while(u8::is_ascii_digit).count();
    let zone = match rest.strip_prefix('.') {
        Some(_) => fraction.get(counted..)?,
        None => rest,
    };
    let offset = offset(zone.trim());
    let at = PrimitiveDateTime::new(date, time).assume_offset(offset.unwrap_or(UtcOffset::UTC));
    Some(Moment {
        seconds: at.unix_timestamp(),
        zoned: offset.is_some(),
        written: written.to_owned(),
        field: field.to_owned(),
    })
}

fn offset(zone: &str) -> Option<UtcOffset> {
    if zone == "Z" {
        return Some(UtcOffset::UTC);
    }
    let sign: i8 = match zone.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, minutes) = zone.get(1..)?.split_once(':')?;
    let part = |text: &str| text.parse::<i8>().ok()?.checked_mul(sign);
    UtcOffset::from_hms(part(hours)?, part(minutes)?, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        asset::tests::walk_bytes,
        labels::tests::{jpeg_exif, jpeg_xmp},
    };

    #[test]
    fn dates_are_read_in_both_notations() {
        let read = |written| moment(written, "").map(|moment| (moment.seconds, moment.zoned));
        assert_eq!(read("1970:01:02 00:00:01"), Some((86_401, false)));
        assert_eq!(read("1970-01-02T00:00:01Z"), Some((86_401, true)));
        assert_eq!(read("1970-01-02T02:00:01.25+02:00"), Some((86_401, true)));
        assert_eq!(read("1970:01:01 22:00:01-02:00"), Some((86_401, true)));
        assert_eq!(read("1970-01-02T00:00"), Some((86_400, false)));
        for none in [
            "",
            "0000:00:00 00:00:00",
            "    :  :     :  :  ",
            "1970-01-02",
            "2024:13:01 00:00:00",
            "yesterday at noon it was",
        ] {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn what_metadata_declare_is_read() {
        let file = jpeg_exif(&[
            (0x0132, b"2024:05:04 10:00:00"),
            (0x9003, b"2024:05:04 09:41:00"),
        ]);
        let declared = Declared::read(&walk_bytes(&file).unwrap().metadata);
        assert_eq!(declared.modified.unwrap().written, "2024:05:04 10:00:00");
        let file = jpeg_xmp(
            r#"xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6" photoshop:DateCreated="2024-05-04T09:41:00Z" xmlns:dcterms="http://purl.org/dc/terms/" dcterms:provenance="self#jumbf=/c2pa/urn:c2pa:x""#,
            "",
        );
        let declared = Declared::read(&walk_bytes(&file).unwrap().metadata);
        assert_eq!(declared.xmp_orientation, Some(6));
        assert_eq!(declared.captured, declared.xmp_captured);
        assert!(declared.captured.unwrap().zoned);
        assert_eq!(
            declared.embedded_manifest.unwrap(),
            "self#jumbf=/c2pa/urn:c2pa:x"
        );
        assert_eq!(Declared::read(&[]), Declared::default());
    }
}
