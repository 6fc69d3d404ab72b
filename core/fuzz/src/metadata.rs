//! Readers and writers of metadata blocks: EXIF, XMP, IPTC-IIM, Photoshop's resources, dates.

use std::io::Cursor;

use hallmark::{
    asset::{
        self, MetadataKind,
        exif::{
            self,
            erase::{Carrier, erase},
        },
        iptc,
        xmp::{self, edit},
    },
    labels::declared,
    limits::Limits,
};

use super::{Family, fixtures, same};

/// A block after the number of its kind.
pub const FAMILY: Family = Family {
    name: "metadata",
    holds,
    seeds,
};

/// Most fields of one EXIF block (`core/src/asset/exif.rs`).
const FIELDS: usize = 4_096;
/// Most properties of one packet (`core/src/asset/xmp.rs`).
const PROPERTIES: usize = 50_000;

const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";

fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for container in fixtures::containers() {
        for block in container.metadata {
            match block.kind {
                MetadataKind::Exif => seeds.push(fixtures::numbered(0, &block.bytes)),
                MetadataKind::Xmp => seeds.push(fixtures::numbered(1, &block.bytes)),
                MetadataKind::Iptc => {
                    seeds.push(fixtures::numbered(2, &block.bytes));
                    let length = block.bytes.len() as u32;
                    let resource = [
                        b"8BIM\x04\x04\0\0".as_slice(),
                        &length.to_be_bytes(),
                        &block.bytes,
                    ];
                    seeds.push(fixtures::numbered(3, &resource.concat()));
                }
                MetadataKind::Text => seeds.push(fixtures::numbered(4, &block.bytes)),
            }
        }
    }
    seeds.push(fixtures::numbered(
        2,
        b"\x1c\x02\x50\0\x03Ann\x1c\x02\x6e\0\x06Agency",
    ));
    seeds.push(fixtures::numbered(
        3,
        b"8BIM\x04\x04\0\0\0\0\0\x08\x1c\x02\x50\0\x03Ann",
    ));
    for moment in ["2026:11:15 10:00:00", "2026-11-15T10:00:00.5+02:00", "2026"] {
        seeds.push(fixtures::numbered(4, moment.as_bytes()));
    }
    seeds.sort();
    seeds.dedup();
    seeds
}

/// Reading ends within its limits; what is written is read back, and what is taken out is gone.
pub fn holds(bytes: &[u8]) {
    let Some((kind, block)) = bytes.split_first() else {
        return;
    };
    match kind % 5 {
        0 => exif(block),
        1 => xmp(block),
        2 => iptc(block),
        3 => photoshop(block),
        _ => moment(block),
    }
}

fn exif(block: &[u8]) {
    let fields = same(|| exif::read(block));
    assert!(fields.len() <= FIELDS);
    if let Some(thumbnail) = exif::thumbnail(block) {
        assert!(thumbnail.len() <= block.len());
    }
    for carrier in [Carrier::Block, Carrier::File] {
        let leaves = |_: exif::Directory, tag: u16| tag.is_multiple_of(2);
        let mut erased = block.to_vec();
        let left = erase(&mut erased, carrier, &leaves);
        assert_eq!(erased.len(), block.len(), "nothing moves");
        if left == 0 {
            assert_eq!(erased, block, "nothing left and something changed");
        }
    }
}

fn xmp(packet: &[u8]) {
    let read = same(|| xmp::read(packet));
    assert!(read.properties.len() <= PROPERTIES);
    let _ = xmp::mentions(packet, "AIGC");
    let entry = edit::Entry {
        namespace: "http://example.org/fuzz/",
        prefix: "fuzz",
        name: "Written",
        value: "a < b & \"c\"".to_owned(),
    };
    let leaves = |namespace: &str, name: &str| {
        namespace == "http://purl.org/dc/elements/1.1/" || name == "DigitalSourceType"
    };
    let Ok(written) = edit::edit(Some(packet), &leaves, std::slice::from_ref(&entry)) else {
        return;
    };
    let after = xmp::read(&written);
    if after.problem.is_some() {
        // Only a packet at its limits has no room for one entry more.
        assert!(
            matches!(after.problem, Some(xmp::Problem::Limit { .. })),
            "{:?} after editing",
            after.problem
        );
        return;
    }
    let own = |namespace: &str, name: &str| {
        let mut properties = after.properties.iter();
        properties.find(|one| one.is(namespace, name)).cloned()
    };
    let value = own(entry.namespace, entry.name).map(|one| one.value);
    assert_eq!(value, Some(entry.value), "what was written is not read");
    for property in &after.properties {
        let (namespace, name) = &property.owner;
        assert!(!leaves(namespace, name), "{property:?} should have left");
    }
}

fn iptc(block: &[u8]) {
    let sets = same(|| iptc::read(block));
    let written = iptc::write(&sets);
    assert!(block.starts_with(&written), "read otherwise than written");
    assert_eq!(iptc::read(&written), sets);
}

/// Resources in the segment that carries them.
fn photoshop(resources: &[u8]) {
    let length = PHOTOSHOP.len() + resources.len() + 2;
    let Ok(length) = u16::try_from(length) else {
        return;
    };
    let file = [
        b"\xff\xd8\xff\xed".as_slice(),
        &length.to_be_bytes(),
        PHOTOSHOP,
        resources,
        b"\xff\xd9",
    ]
    .concat();
    let walked = same(|| {
        let length = file.len() as u64;
        asset::walk(&mut Cursor::new(&file), length, &Limits::default()).unwrap()
    });
    for block in walked.expect("a JPEG").metadata {
        assert!(block.bytes.len() <= resources.len());
        let stands = resources
            .windows(block.bytes.len().max(1))
            .any(|window| window == block.bytes);
        assert!(stands || block.bytes.is_empty(), "bytes from nowhere");
    }
}

fn moment(text: &[u8]) {
    let text = String::from_utf8_lossy(text);
    let _ = same(|| declared::moment(&text, "field"));
}
