//! All detectors of labels over any metadata blocks.

use hallmark::{
    asset::{ByteRange, MetadataBlock, MetadataKind},
    labels::{self, declared::Declared},
};

use super::{Family, fixtures, same};

/// Blocks: a byte for kind and carrier, the length in two bytes, the content.
pub const FAMILY: Family = Family {
    name: "labels",
    holds,
    seeds,
};

/// Most labels, and most findings, of one file.
const MOST: usize = 64;

/// Carriers whose texts detectors ask for.
const PARTS: [&str; 16] = [
    "tEXt/parameters",
    "tEXt/prompt",
    "tEXt/workflow",
    "tEXt/Comment",
    "tEXt/Software",
    "tEXt/Source",
    "tEXt/Description",
    "tEXt/AIGC",
    "tEXt/sui_image_params",
    "tEXt/invokeai_metadata",
    "tEXt/hf-job-id",
    "iTXt/fooocus_scheme",
    "iTXt/Title",
    "comment",
    "ID3/TXXX:AIGC",
    "LIST/ICMT",
];

const KINDS: [MetadataKind; 4] = [
    MetadataKind::Text,
    MetadataKind::Xmp,
    MetadataKind::Exif,
    MetadataKind::Iptc,
];

fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for container in fixtures::containers() {
        let mut seed = Vec::new();
        for block in &container.metadata {
            let kind = KINDS.iter().position(|kind| *kind == block.kind).unwrap();
            let keyword = |part: &str| part.split_once('/').map(|(_, keyword)| keyword.to_owned());
            let part = PARTS
                .iter()
                .position(|part| keyword(part) == keyword(&block.part))
                .unwrap_or(3);
            let Ok(length) = u16::try_from(block.bytes.len()) else {
                continue;
            };
            seed.push((part * 4 + kind) as u8);
            seed.extend(length.to_be_bytes());
            seed.extend(&block.bytes);
        }
        if !seed.is_empty() {
            seeds.push(seed);
        }
    }
    seeds.sort();
    seeds.dedup();
    seeds
}

fn blocks(bytes: &[u8]) -> Vec<MetadataBlock> {
    let mut blocks = Vec::new();
    let mut rest = bytes;
    while let Some(([which, high, low], after)) = rest.split_first_chunk::<3>() {
        let length = usize::from(u16::from_be_bytes([*high, *low])).min(after.len());
        let (content, after) = after.split_at(length);
        let which = usize::from(*which);
        blocks.push(MetadataBlock {
            kind: KINDS[which % 4],
            bytes: content.to_vec(),
            range: ByteRange::between(0, length as u64),
            part: PARTS[which / 4 % PARTS.len()].to_owned(),
        });
        rest = after;
        if blocks.len() == 8 {
            break;
        }
    }
    blocks
}

/// Labels and findings stay few and short, and come in the same order every time.
pub fn holds(bytes: &[u8]) {
    let blocks = blocks(bytes);
    let (found, findings, declared) = same(|| labels::read(&blocks));
    assert!(found.len() <= MOST && findings.len() <= MOST);
    assert_eq!(labels::detect(&blocks), (found.clone(), findings));
    assert_eq!(Declared::read(&blocks), declared);
    for label in &found {
        assert!(
            label.value.chars().count() <= 1_000,
            "{} characters quoted",
            label.value.chars().count()
        );
    }
}
