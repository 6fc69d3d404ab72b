//! A file that somebody names as the parent, as a value that travels to where its child is examined.

use std::io::{self, Cursor};

use image::{DynamicImage, ImageFormat};
use serde::{Deserialize, Serialize};

use super::NamedParent;
use crate::{
    asset::{self, Source},
    credentials::CredentialEvidence,
    evidence::{Code, Evidence, NotChecked},
    examine::{Settings, Witnesses, examine},
    labels::SourceType,
    picture::{Decoded, decode},
};

/// Longest side of the copy that children are compared with, in pixels: more than the cells of a
/// comparison can tell apart.
const COPY: u32 = 1024;

/// A named parent, with what its child is compared with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParentFile {
    /// What it says of itself.
    pub named: NamedParent,
    /// Its picture as shown, made smaller, as PNG; empty when it has none that can be decoded, or
    /// nobody looks at pixels.
    #[serde(with = "crate::bytes::one")]
    pub copy: Vec<u8>,
    /// Why there is no copy.
    pub not_compared: Option<String>,
}

impl ParentFile {
    /// What is to be said of it besides, where it is not compared under these settings.
    pub(crate) fn not_checked(&self, settings: &Settings) -> Option<NotChecked> {
        if let Some(detail) = self.not_compared.clone() {
            return Some(NotChecked {
                what: Code::NotCheckedParent,
                arguments: vec![("detail".to_owned(), detail)],
            });
        }
        (!settings.witnesses.fingerprint).then(|| NotChecked {
            what: Code::NotCheckedParentPixels,
            arguments: Vec::new(),
        })
    }
}

/// Examines a file that is named as the parent of others. Hands its bytes to parsers of other people.
/// Its picture is decoded only where the fingerprint is asked, which is what compares pictures.
///
/// # Errors
/// Only when `source` cannot be read.
pub fn describe(
    source: &mut dyn Source,
    length: u64,
    settings: &Settings,
) -> io::Result<ParentFile> {
    let plain = Settings {
        limits: settings.limits.clone(),
        witnesses: Witnesses::default(),
        ..Settings::default()
    };
    let evidence = examine(source, length, None, &plain)?;
    let (copy, not_compared) = if settings.witnesses.fingerprint {
        match copy(source, length, settings)? {
            Ok(copy) => (copy, None),
            Err(reason) => (Vec::new(), Some(reason)),
        }
    } else {
        (Vec::new(), None)
    };
    Ok(ParentFile {
        named: named(&evidence),
        copy,
        not_compared,
    })
}

fn named(evidence: &Evidence) -> NamedParent {
    let mut source_types: Vec<SourceType> = evidence
        .labels
        .iter()
        .filter_map(|label| label.meaning)
        .collect();
    let mut manifest = None;
    if let CredentialEvidence::Store(store) = &evidence.credentials {
        manifest.clone_from(&store.active);
        let actions = store.manifests.iter().flat_map(|one| &one.actions);
        let declared = actions.filter_map(|action| action.source_type_uri.as_deref());
        source_types.extend(declared.filter_map(SourceType::from_uri));
    }
    NamedParent {
        sha256: evidence.sha256,
        manifest,
        source_types,
        tracks: evidence.tracks.clone(),
    }
}

/// The picture, made smaller; or why there is none.
fn copy(
    source: &mut dyn Source,
    length: u64,
    settings: &Settings,
) -> io::Result<Result<Vec<u8>, String>> {
    let Some(container) = asset::walk(source, length, &settings.limits)? else {
        return Ok(Err("no known media format".to_owned()));
    };
    let image = match decode(source, &container, &settings.limits)? {
        Ok(decoded) => Decoded::upright(decoded),
        Err(reason) => {
            let values: Vec<&str> = reason.arguments.iter().map(|(_, value)| &**value).collect();
            return Ok(Err(values.join(", ")));
        }
    };
    let small = if image.width().max(image.height()) > COPY {
        image.thumbnail(COPY, COPY)
    } else {
        image
    };
    // Eight bits a sample are what is compared.
    let small = if small.color().has_alpha() {
        DynamicImage::ImageRgba8(small.to_rgba8())
    } else {
        DynamicImage::ImageRgb8(small.to_rgb8())
    };
    let mut png = Cursor::new(Vec::new());
    Ok(match small.write_to(&mut png, ImageFormat::Png) {
        Ok(()) => Ok(png.into_inner()),
        Err(error) => Err(error.to_string()),
    })
}
