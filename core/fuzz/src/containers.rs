//! Walkers of every container, and what stands on them: lists of personal data and rewriting.

use std::io::Cursor;

use hallmark::{
    asset::{
        self, ByteRange, Container,
        rewrite::{RewriteError, Rewriting},
    },
    limits::Limits,
    privacy::{self, Kind},
};

use super::{Family, alike, fixtures, pieces::Pieces, same};

/// Any file, recognised by its content.
pub const FAMILY: Family = Family {
    name: "containers",
    holds,
    seeds,
};

/// Most data that one file's inventory names.
const DATA: usize = 1_000;

fn seeds() -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> = fixtures::seeds()
        .map(|fixture| fixture.bytes.clone())
        .collect();
    // Formats that the fixtures lack.
    for start in [
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n".as_slice(),
        b"BM\x3a\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\x18\0",
        b"\xff\x0a\xfa\x1f\x01\x90\x08\x06\x01\0\x38\0\x4b\x18\x9b\x15",
        b"8BPS\0\x01\0\0\0\0\0\0\0\x03\0\0\0\x10\0\0\0\x10\0\x08\0\x03",
        b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01",
        b"OggS\0\x02\0\0\0\0\0\0\0\0",
    ] {
        seeds.push(start.to_vec());
    }
    seeds
}

/// Limits that small files reach.
fn tight() -> Limits {
    Limits {
        box_depth: 4,
        parts: 40,
        metadata_block: 300,
        manifest_store: 2_000,
        ..Limits::default()
    }
}

/// A walk ends, keeps to its limits, tells every byte once and does not depend on the sizes of
/// reads; what is rewritten without changes is the same file, and what was stripped can be
/// stripped again and loses nothing more.
pub fn holds(bytes: &[u8]) {
    for limits in [Limits::default(), tight()] {
        let length = bytes.len() as u64;
        let walked = same(|| asset::walk(&mut Cursor::new(bytes), length, &limits).unwrap());
        let pieces = asset::walk(&mut Pieces::new(bytes), length, &limits).unwrap();
        alike(&walked, &pieces, "walks in whole and in pieces");
        // Whoever says the length may be wrong: a file that shrinks while it is read.
        let _ = asset::walk(&mut Cursor::new(bytes), length.saturating_mul(2), &limits).unwrap();
        let everything = asset::walk_everything(&mut Cursor::new(bytes), length, &limits).unwrap();
        let Some(walked) = walked else {
            assert_eq!(everything, None);
            continue;
        };
        let everything = everything.expect("the same format");
        within(&walked, length, &limits);
        within(&everything, length, &limits);
        assert_eq!(walked.format, everything.format);
        assert_eq!(walked.stores, everything.stores);
        assert_eq!(walked.dimensions, everything.dimensions);
        let inventory = privacy::list(&mut Cursor::new(bytes), length, &limits).unwrap();
        assert!(inventory.data.len() <= DATA);
    }
    rewriting(bytes);
}

/// What the walker may answer about a file of `length` bytes.
fn within(container: &Container, length: u64, limits: &Limits) {
    for part in &container.parts {
        assert!(part.range.end() <= length, "{part:?} of {length}");
    }
    for store in &container.stores {
        assert!(store.jumbf.len() as u64 <= limits.manifest_store);
        assert!(!store.framed.is_empty());
        for range in &store.framed {
            assert!(range.end() <= length, "{range:?} of {length}");
        }
    }
    let mut held = 0;
    for block in &container.metadata {
        assert!(
            block.bytes.len() <= limits.metadata_block,
            "{} of {} bytes",
            block.part,
            block.bytes.len()
        );
        assert!(block.range.end() <= length, "{:?} of {length}", block.range);
        held += block.bytes.len();
    }
    assert!(held <= limits.metadata_block * 4);
    if let Some(trailing) = container.trailing {
        assert_eq!(trailing.range.end(), length);
    }
    let mut at = 0;
    for part in container.describe(ByteRange::between(0, length)) {
        assert_eq!(part.range.start, at, "a byte is told twice, or not at all");
        at = part.range.end();
    }
    assert_eq!(at, length);
}

fn rewriting(bytes: &[u8]) {
    let limits = Limits::default();
    match Rewriting::new(bytes, &limits) {
        Ok(rewriting) => {
            let written = rewriting.finish().unwrap();
            assert_eq!(written, bytes, "a file without changes is another file");
        }
        Err(RewriteError::NotMedia | RewriteError::Format(_)) => return,
        Err(_) => {}
    }
    let Ok(once) = privacy::strip(bytes, Kind::ALL, &limits) else {
        return;
    };
    let again = privacy::strip(&once.file, Kind::ALL, &limits)
        .expect("what was written can be read and written again");
    let names = |data: &[privacy::Datum]| -> Vec<_> {
        data.iter()
            .map(|one| (one.kind, one.name.clone()))
            .collect()
    };
    assert_eq!(names(&again.removed), [], "left behind by the first time");
    assert_eq!(names(&again.left), names(&once.left));
}
