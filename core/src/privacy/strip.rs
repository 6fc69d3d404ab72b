//! The same file without personal data of given kinds.

use std::io::Cursor;

use super::{Datum, Kind, kind, list};
use crate::{
    asset::{
        MediaFormat, MetadataKind, PartKind,
        exif::{
            self,
            erase::{Carrier, erase},
        },
        iptc,
        rewrite::{RewriteError, Rewriting, is_extended},
        xmp,
    },
    limits::Limits,
};

/// Where a packet says that it goes on elsewhere (XMP part 3, 1.1.3.1).
const NOTE: (&str, &str) = ("http://ns.adobe.com/xmp/note/", "HasExtendedXMP");

/// A file without what was to leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stripped {
    /// The file.
    pub file: Vec<u8>,
    /// What left.
    pub removed: Vec<Datum>,
    /// What should have left and stands there still, such as metadata of later pages of a TIFF.
    pub left: Vec<Datum>,
}

/// Takes every datum of `kinds` out of the file's metadata; pixels stay as they are. A manifest
/// store leaves too, for the changed file is no longer what it speaks of: sign the result again,
/// with the original as its parent.
///
/// An XMP packet that cannot be read leaves whole, and so does extended XMP that holds any such
/// datum.
///
/// # Errors
/// Every [`RewriteError`].
pub fn strip(file: &[u8], kinds: &[Kind], limits: &Limits) -> Result<Stripped, RewriteError> {
    let before = inventory(file, limits);
    let mut rewriting = Rewriting::new(file, limits)?;
    let leaving = |kind: Option<Kind>| kind.is_some_and(|kind| kinds.contains(&kind));
    let blocks = rewriting.container().metadata.clone();
    let is_tiff = rewriting.container().format == MediaFormat::Tiff;

    let extended_leaves = blocks
        .iter()
        .filter(|block| block.kind == MetadataKind::Xmp && is_extended(block))
        .any(|block| {
            let packet = xmp::read(&block.bytes);
            packet.problem.is_some()
                || packet.properties.iter().any(|property| {
                    let (namespace, name) = &property.owner;
                    leaving(kind::xmp(namespace, name))
                })
        });
    if extended_leaves {
        rewriting.remove_extended_xmp();
    }
    let xmp_leaves = |namespace: &str, name: &str| {
        leaving(kind::xmp(namespace, name)) || (extended_leaves && (namespace, name) == NOTE)
    };
    for (index, block) in blocks.iter().enumerate() {
        match block.kind {
            MetadataKind::Xmp if is_extended(block) => {}
            MetadataKind::Xmp => {
                let holds = xmp::read(&block.bytes).properties.iter().any(|property| {
                    let (namespace, name) = &property.owner;
                    xmp_leaves(namespace, name)
                });
                match xmp::edit::edit(Some(&block.bytes), &xmp_leaves, &[]) {
                    Ok(_) if !holds => {}
                    Ok(packet) => rewriting.replace_xmp(index, packet)?,
                    Err(_) if is_tiff => rewriting.erase_tiff(|_, tag| tag == 700),
                    Err(_) => rewriting.remove(index),
                }
            }
            MetadataKind::Exif if !is_tiff => {
                let mut bytes = block.bytes.clone();
                let left = erase(&mut bytes, Carrier::Block, &|directory, tag| {
                    leaving(kind::exif(directory, tag).map(|(kind, _)| kind))
                });
                if left > 0 && exif::read(&bytes).is_empty() {
                    rewriting.remove(index);
                } else if left > 0 {
                    rewriting.write_exif(index, &bytes);
                }
            }
            MetadataKind::Exif => {}
            MetadataKind::Iptc => {
                let sets = iptc::read(&block.bytes);
                let kept: Vec<_> = sets
                    .iter()
                    .filter(|set| {
                        !leaving(kind::iptc(set.record, set.number).map(|(kind, _)| kind))
                    })
                    .copied()
                    .collect();
                if kept.len() < sets.len() {
                    rewriting.write_iptc(index, &iptc::write(&kept));
                }
            }
            // Texts behind the picture leave with everything there.
            MetadataKind::Text => {
                let kind = kind::text(block.keyword());
                if leaving(Some(kind)) && kind != Kind::Attachment {
                    rewriting.remove(index);
                }
            }
        }
    }
    if is_tiff {
        let kinds = kinds.to_vec();
        rewriting.erase_tiff(move |directory, tag| {
            kind::exif(directory, tag).is_some_and(|(kind, _)| kinds.contains(&kind))
        });
    }
    if kinds.contains(&Kind::Thumbnail) {
        rewriting.remove_thumbnails();
    }
    if kinds.contains(&Kind::Attachment) {
        for kind in [
            PartKind::FurtherPicture,
            PartKind::AppendedVideo,
            PartKind::Trailing,
        ] {
            rewriting.remove_parts(kind);
        }
    }
    if rewriting.has_store() {
        rewriting.remove_parts(PartKind::ManifestStore);
    }
    let file = rewriting.finish()?;
    let left: Vec<Datum> = inventory(&file, limits)
        .into_iter()
        .filter(|datum| kinds.contains(&datum.kind))
        .collect();
    let removed = before
        .into_iter()
        .filter(|datum| kinds.contains(&datum.kind))
        .filter(|datum| !left.iter().any(|one| one.place == datum.place))
        .collect();
    Ok(Stripped {
        file,
        removed,
        left,
    })
}

/// The data outside of credentials.
fn inventory(file: &[u8], limits: &Limits) -> Vec<Datum> {
    let length = u64::try_from(file.len()).unwrap_or(u64::MAX);
    let found = list(&mut Cursor::new(file), length, limits).unwrap_or_default();
    let mut data = found.data;
    data.retain(|datum| datum.assertion.is_none());
    data
}
