//! Kinds of personal data, and which field of which standard holds which.

use serde::{Deserialize, Serialize};

use crate::asset::exif::Directory;

/// A kind of personal data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Kind {
    /// Where it was taken, or what place it shows.
    Location,
    /// Names of people and how to reach them.
    Person,
    /// Regions of faces, with or without names.
    Faces,
    /// Serial numbers of cameras and lenses, names of computers.
    Device,
    /// Small older pictures of the same scene, which may still show what was cropped away.
    Thumbnail,
    /// Further pictures, videos and other bytes behind or beside the picture.
    Attachment,
    /// Identifiers that link copies of the same file.
    Identifier,
    /// What was done to the file, with which files, in which program.
    History,
    /// What a maker keeps in a form of its own: it may hold any of the others.
    MakerNote,
    /// Text for people: captions, comments, keywords.
    Text,
    /// Who holds rights: copyright and licence.
    Rights,
}

impl Kind {
    /// Every kind, in the order of reports.
    pub const ALL: &'static [Self] = &[
        Self::Location,
        Self::Person,
        Self::Faces,
        Self::Device,
        Self::Thumbnail,
        Self::Attachment,
        Self::Identifier,
        Self::History,
        Self::MakerNote,
        Self::Text,
        Self::Rights,
    ];

    /// What a publisher who guards sources takes out. Captions and rights are meant for readers.
    pub const STRICT: &'static [Self] = &[
        Self::Location,
        Self::Person,
        Self::Faces,
        Self::Device,
        Self::Thumbnail,
        Self::Attachment,
        Self::Identifier,
        Self::History,
        Self::MakerNote,
    ];

    /// Its name in records and on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Location => "location",
            Self::Person => "person",
            Self::Faces => "faces",
            Self::Device => "device",
            Self::Thumbnail => "thumbnail",
            Self::Attachment => "attachment",
            Self::Identifier => "identifier",
            Self::History => "history",
            Self::MakerNote => "maker-note",
            Self::Text => "text",
            Self::Rights => "rights",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == name)
    }
}

/// The kind and the name of an EXIF field (CIPA DC-008; DNG 1.7; Microsoft's fields of Windows).
pub(super) const fn exif(directory: Directory, tag: u16) -> Option<(Kind, &'static str)> {
    if matches!(directory, Directory::Gps) {
        return Some((
            Kind::Location,
            match tag {
                1 | 2 => "GPSLatitude",
                3 | 4 => "GPSLongitude",
                5 | 6 => "GPSAltitude",
                7 => "GPSTimeStamp",
                29 => "GPSDateStamp",
                _ => "GPS",
            },
        ));
    }
    if matches!(directory, Directory::Thumbnail) {
        return match tag {
            0x0201 | 0x0111 => Some((Kind::Thumbnail, "Thumbnail")),
            _ => None,
        };
    }
    Some(match tag {
        0x013B => (Kind::Person, "Artist"),
        0x9C9D => (Kind::Person, "XPAuthor"),
        0xA430 => (Kind::Person, "CameraOwnerName"),
        0xA431 => (Kind::Device, "BodySerialNumber"),
        0xA435 => (Kind::Device, "LensSerialNumber"),
        0xC62F => (Kind::Device, "CameraSerialNumber"),
        0x013C => (Kind::Device, "HostComputer"),
        0xA420 => (Kind::Identifier, "ImageUniqueID"),
        0xC65D => (Kind::Identifier, "RawDataUniqueID"),
        0xC68B => (Kind::Identifier, "OriginalRawFileName"),
        0x927C => (Kind::MakerNote, "MakerNote"),
        0xC634 => (Kind::MakerNote, "DNGPrivateData"),
        0xC68C => (Kind::Attachment, "OriginalRawFileData"),
        0x010E => (Kind::Text, "ImageDescription"),
        0x9286 => (Kind::Text, "UserComment"),
        0x9C9B => (Kind::Text, "XPTitle"),
        0x9C9C => (Kind::Text, "XPComment"),
        0x9C9E => (Kind::Text, "XPKeywords"),
        0x9C9F => (Kind::Text, "XPSubject"),
        0x8298 => (Kind::Rights, "Copyright"),
        _ => return None,
    })
}

/// The kind and the name of an IPTC-IIM data set (IIM 4.2, record 2).
pub(super) const fn iptc(record: u8, number: u8) -> Option<(Kind, &'static str)> {
    if record != 2 {
        return None;
    }
    Some(match number {
        80 => (Kind::Person, "By-line"),
        85 => (Kind::Person, "By-lineTitle"),
        118 => (Kind::Person, "Contact"),
        122 => (Kind::Person, "Writer-Editor"),
        26 | 27 => (Kind::Location, "ContentLocation"),
        90 => (Kind::Location, "City"),
        92 => (Kind::Location, "Sub-location"),
        95 => (Kind::Location, "Province-State"),
        100 | 101 => (Kind::Location, "Country"),
        103 => (Kind::Identifier, "OriginalTransmissionReference"),
        5 => (Kind::Text, "ObjectName"),
        25 => (Kind::Text, "Keywords"),
        40 => (Kind::Text, "SpecialInstructions"),
        105 => (Kind::Text, "Headline"),
        120 => (Kind::Text, "Caption"),
        116 => (Kind::Rights, "CopyrightNotice"),
        _ => return None,
    })
}

/// The kind of a text by its keyword (PNG third edition, 11.3.3.1, and what writers add).
pub(super) fn text(keyword: Option<&str>) -> Kind {
    match keyword {
        Some("Author" | "Artist") => Kind::Person,
        Some("Copyright") => Kind::Rights,
        Some("Software" | "Source" | "Creation Time") => Kind::History,
        // The photo editor's notes name the file that was edited and its folder.
        Some("PhotoEditor_Re_Edit_Data") => Kind::Attachment,
        // Whole EXIF and IPTC blocks in hexadecimal digits, as ImageMagick writes them.
        Some(keyword) if keyword.starts_with("Raw profile type") => Kind::MakerNote,
        _ => Kind::Text,
    }
}

/// Namespace, prefix, properties.
type Schema = (&'static str, &'static str, &'static [(&'static str, Kind)]);

/// The schemas of XMP that hold personal data: namespace, prefix in common use, and the kind of
/// each of its properties. A name that ends with `*` stands for all that begin so.
const SCHEMAS: &[Schema] = &[
    (
        "http://ns.adobe.com/exif/1.0/",
        "exif",
        &[
            ("GPS*", Kind::Location),
            ("ImageUniqueID", Kind::Identifier),
            ("MakerNote", Kind::MakerNote),
            ("UserComment", Kind::Text),
        ],
    ),
    (
        "http://ns.adobe.com/exif/1.0/aux/",
        "aux",
        &[
            ("SerialNumber", Kind::Device),
            ("LensSerialNumber", Kind::Device),
            ("OwnerName", Kind::Person),
        ],
    ),
    (
        "http://cipa.jp/exif/1.0/",
        "exifEX",
        &[
            ("BodySerialNumber", Kind::Device),
            ("LensSerialNumber", Kind::Device),
            ("CameraOwnerName", Kind::Person),
        ],
    ),
    (
        "http://ns.adobe.com/tiff/1.0/",
        "tiff",
        &[
            ("Artist", Kind::Person),
            ("HostComputer", Kind::Device),
            ("ImageDescription", Kind::Text),
            ("Copyright", Kind::Rights),
        ],
    ),
    (
        "http://purl.org/dc/elements/1.1/",
        "dc",
        &[
            ("creator", Kind::Person),
            ("contributor", Kind::Person),
            ("title", Kind::Text),
            ("description", Kind::Text),
            ("subject", Kind::Text),
            ("rights", Kind::Rights),
        ],
    ),
    (
        "http://ns.adobe.com/photoshop/1.0/",
        "photoshop",
        &[
            ("AuthorsPosition", Kind::Person),
            ("CaptionWriter", Kind::Person),
            ("City", Kind::Location),
            ("State", Kind::Location),
            ("Country", Kind::Location),
            ("TransmissionReference", Kind::Identifier),
            ("History", Kind::History),
            ("DocumentAncestors", Kind::History),
            ("Headline", Kind::Text),
            ("Instructions", Kind::Text),
        ],
    ),
    (
        "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
        "Iptc4xmpCore",
        &[
            ("CreatorContactInfo", Kind::Person),
            ("Location", Kind::Location),
            ("CountryCode", Kind::Location),
        ],
    ),
    (
        "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
        "Iptc4xmpExt",
        &[
            ("PersonInImage*", Kind::Person),
            ("LocationCreated", Kind::Location),
            ("LocationShown", Kind::Location),
            ("ImageRegion", Kind::Faces),
            ("DigImageGUID", Kind::Identifier),
            ("AIPromptWriterName", Kind::Person),
            ("Event", Kind::Text),
        ],
    ),
    (
        "http://www.metadataworkinggroup.com/schemas/regions/",
        "mwg-rs",
        &[("Regions", Kind::Faces)],
    ),
    (
        "http://ns.microsoft.com/photo/1.2/",
        "MP",
        &[("RegionInfo", Kind::Faces)],
    ),
    (
        "http://ns.microsoft.com/photo/1.0/",
        "MicrosoftPhoto",
        &[
            ("CameraSerialNumber", Kind::Device),
            ("LastKeywordXMP", Kind::Text),
        ],
    ),
    (
        "http://ns.apple.com/faceinfo/1.0/",
        "apple-fi",
        &[("Regions", Kind::Faces)],
    ),
    (
        "http://www.dji.com/drone-dji/1.0/",
        "drone-dji",
        &[
            ("Gps*", Kind::Location),
            ("AbsoluteAltitude", Kind::Location),
            ("RelativeAltitude", Kind::Location),
            ("CamSerialNumber", Kind::Device),
            ("DroneSerialNumber", Kind::Device),
        ],
    ),
    (
        "http://ns.adobe.com/xap/1.0/",
        "xmp",
        &[
            ("Thumbnails", Kind::Thumbnail),
            ("Identifier", Kind::Identifier),
        ],
    ),
    (
        "http://ns.adobe.com/xap/1.0/mm/",
        "xmpMM",
        &[
            ("DocumentID", Kind::Identifier),
            ("InstanceID", Kind::Identifier),
            ("OriginalDocumentID", Kind::Identifier),
            ("History", Kind::History),
            ("DerivedFrom", Kind::History),
            ("Ingredients", Kind::History),
            ("Pantry", Kind::History),
            ("ManagedFrom", Kind::History),
            ("Manifest", Kind::History),
        ],
    ),
    (
        "http://ns.adobe.com/xap/1.0/rights/",
        "xmpRights",
        &[("Owner", Kind::Rights), ("WebStatement", Kind::Rights)],
    ),
    (
        "http://ns.useplus.org/ldf/xmp/1.0/",
        "plus",
        &[
            ("ImageCreator*", Kind::Person),
            ("CopyrightOwner*", Kind::Rights),
            ("Licensor*", Kind::Rights),
        ],
    ),
];

/// The kind of a property by namespace and name.
pub(super) fn xmp(namespace: &str, name: &str) -> Option<Kind> {
    let (.., properties) = SCHEMAS.iter().find(|(one, ..)| *one == namespace)?;
    of(properties, name)
}

/// The kind of a property by its common prefix and name, as metadata assertions write it.
pub(super) fn prefixed(key: &str) -> Option<Kind> {
    let (prefix, name) = key.split_once(':')?;
    let (.., properties) = SCHEMAS.iter().find(|(_, one, _)| *one == prefix)?;
    of(properties, name)
}

fn of(properties: &[(&str, Kind)], name: &str) -> Option<Kind> {
    let fits = |pattern: &str| match pattern.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => pattern == name,
    };
    let found = properties.iter().find(|(pattern, _)| fits(pattern));
    found.map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.as_str()), Some(*kind));
            let written = serde_json::to_string(kind).unwrap();
            assert_eq!(written, format!("\"{}\"", kind.as_str()));
        }
        assert_eq!(Kind::parse("everything"), None);
        assert!(Kind::ALL.is_sorted());
    }

    #[test]
    fn fields_have_the_kind_of_their_standard() {
        assert_eq!(
            xmp("http://ns.adobe.com/exif/1.0/", "GPSLatitude"),
            Some(Kind::Location)
        );
        assert_eq!(prefixed("exif:GPSLatitude"), Some(Kind::Location));
        assert_eq!(prefixed("exif:FNumber"), None);
        assert_eq!(xmp("http://example.org/", "GPSLatitude"), None);
        assert_eq!(
            exif(Directory::Gps, 2).map(|one| one.0),
            Some(Kind::Location)
        );
        assert_eq!(exif(Directory::Exif, 0x829A), None);
        assert_eq!(iptc(2, 80).map(|one| one.0), Some(Kind::Person));
        assert_eq!(iptc(1, 80), None);
    }
}
