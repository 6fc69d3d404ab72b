//! Personal data in a file: what there is and where, and the same file without it.
//!
//! Fields are known by their standards; nothing is guessed from words, and no face is looked for.
//! What a maker keeps in a form of its own is told as such, for it may hold anything.

mod credential;
mod kind;
mod strip;

pub use kind::Kind;
pub use strip::{Stripped, strip};

use std::io::{self, Read as _};

use serde::{Deserialize, Serialize};

use crate::{
    asset::{
        ByteRange, Container, MediaFormat, MetadataBlock, MetadataKind, PartKind, Source,
        exif::{self, Directory, Field, Value},
        iptc, rewrite, walk, walk_everything, xmp,
    },
    evidence::Place,
    limits::Limits,
};

/// Data told of one file; more of the same tell nothing new.
const DATA: usize = 1_000;

/// Longest value that is quoted, in characters.
const VALUE: usize = 200;

/// Bytes of a file whose headers are looked through for thumbnails.
const HEADERS: u64 = 16 << 20;

/// One personal datum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Datum {
    /// What kind.
    pub kind: Kind,
    /// Name of the field.
    pub name: String,
    /// Its value as text, shortened; of pictures and unknown bytes, their size.
    pub value: String,
    /// Where it stands.
    pub place: Place,
    /// JUMBF URI of the assertion that holds it: it leaves by redaction, not by stripping.
    pub assertion: Option<String>,
}

/// The personal data of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inventory {
    /// The data, in file order: metadata, then what follows the picture, then the credential.
    pub data: Vec<Datum>,
    /// The file's format; `None` when it is no known media.
    pub format: Option<MediaFormat>,
    /// The file has a credential: stripping breaks it, unless the file is signed again.
    pub has_credential: bool,
}

/// Lists the personal data of a file.
///
/// # Errors
/// Only when `source` cannot be read.
pub fn list(source: &mut dyn Source, length: u64, limits: &Limits) -> io::Result<Inventory> {
    let Some(container) = walk_everything(source, length, limits)? else {
        return Ok(Inventory::default());
    };
    let mut data = Vec::new();
    for block in &container.metadata {
        of_block(block, &mut data);
    }
    if container.format == MediaFormat::Jpeg {
        source.seek(io::SeekFrom::Start(0))?;
        let mut headers = Vec::new();
        source.take(HEADERS).read_to_end(&mut headers)?;
        for (part, bytes) in rewrite::header_thumbnails(&headers) {
            data.push(Datum {
                kind: Kind::Thumbnail,
                name: "Thumbnail".to_owned(),
                value: size(bytes),
                place: whole(part),
                assertion: None,
            });
        }
    }
    attachments(&container, &mut data);
    for store in &container.stores {
        credential::of_store(&store.jumbf, limits, &mut data);
    }
    data.truncate(DATA);
    Ok(Inventory {
        data,
        format: Some(container.format),
        has_credential: !container.stores.is_empty(),
    })
}

/// Adds the data of one metadata block.
fn of_block(block: &MetadataBlock, data: &mut Vec<Datum>) {
    let mut add = |kind: Kind, name: &str, value: String| {
        if data.len() < DATA {
            data.push(Datum {
                kind,
                name: name.to_owned(),
                value: quote(&value),
                place: Place::Part {
                    path: format!("{}/{name}", block.part),
                },
                assertion: None,
            });
        }
    };
    match block.kind {
        MetadataKind::Exif => {
            for field in exif::read(&block.bytes) {
                if let Some((kind, name)) = kind::exif(field.directory, field.tag) {
                    add(kind, name, exif_value(&field, &block.bytes));
                }
            }
        }
        MetadataKind::Xmp => {
            let packet = xmp::read(&block.bytes);
            for property in packet.properties {
                let (namespace, name) = &property.owner;
                if let Some(kind) = kind::xmp(namespace, name) {
                    add(kind, &property.path, property.value);
                }
            }
        }
        MetadataKind::Iptc => {
            for set in iptc::read(&block.bytes) {
                if let Some((kind, name)) = kind::iptc(set.record, set.number) {
                    add(kind, name, String::from_utf8_lossy(set.value).into_owned());
                }
            }
        }
        MetadataKind::Text => {
            let kind = kind::text(block.keyword());
            let value = String::from_utf8_lossy(&block.bytes).into_owned();
            data.push(Datum {
                kind,
                name: block.keyword().unwrap_or("comment").to_owned(),
                value: quote(&value),
                place: whole(&block.part),
                assertion: None,
            });
        }
    }
}

/// Further pictures, videos and other bytes behind the picture.
fn attachments(container: &Container, data: &mut Vec<Datum>) {
    let parts = container.parts.iter().filter(|part| {
        matches!(
            part.kind,
            PartKind::FurtherPicture | PartKind::AppendedVideo | PartKind::Trailing
        )
    });
    for part in parts {
        let ByteRange { start, length } = part.range;
        data.push(Datum {
            kind: Kind::Attachment,
            name: part.kind.as_str().to_owned(),
            value: size(length),
            place: Place::Bytes { start, length },
            assertion: None,
        });
    }
}

/// The value of a field as text; of a thumbnail, its size in pixels where it says so.
fn exif_value(field: &Field, block: &[u8]) -> String {
    match &field.value {
        Value::Integers(numbers) if field.directory == Directory::Thumbnail => numbers
            .first()
            .and_then(|start| thumbnail_size(block, *start))
            .unwrap_or_else(|| "picture".to_owned()),
        Value::Text(text) => text.clone(),
        Value::Integers(numbers) => {
            let numbers: Vec<String> = numbers.iter().map(u64::to_string).collect();
            numbers.join(" ")
        }
        Value::Fractions(pairs) => {
            let numbers: Vec<String> = pairs.iter().map(|pair| fraction(*pair)).collect();
            numbers.join(" ")
        }
        Value::Bytes(bytes) => match bytes.split_first_chunk::<8>() {
            Some((b"ASCII\0\0\0", text)) => String::from_utf8_lossy(text).into_owned(),
            _ => size(u64::try_from(bytes.len()).unwrap_or(u64::MAX)),
        },
    }
}

fn fraction((above, below): (u32, u32)) -> String {
    match below {
        0 => "-".to_owned(),
        1 => above.to_string(),
        _ => {
            let text = format!("{:.6}", f64::from(above) / f64::from(below));
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
    }
}

fn thumbnail_size(block: &[u8], start: u64) -> Option<String> {
    let picture = block.get(usize::try_from(start).ok()?..)?;
    let length = u64::try_from(picture.len()).ok()?;
    let container = walk(&mut io::Cursor::new(picture), length, &Limits::default()).ok()??;
    let (width, height) = container.dimensions?;
    Some(format!("{width} x {height}"))
}

fn size(bytes: u64) -> String {
    format!("{bytes} bytes")
}

fn quote(value: &str) -> String {
    let shown = value.trim_matches(|c: char| c == '\0' || c.is_whitespace());
    shown.chars().take(VALUE).collect()
}

fn whole(part: &str) -> Place {
    Place::Part {
        path: part.to_owned(),
    }
}

#[cfg(test)]
mod tests;
