//! Every file of a corpus outside the tree, when `HALLMARK_CORPUS` names its folder: the walk and
//! the `c2pa` crate must agree on whether there is a store, and on its bytes.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::print_stdout,
    reason = "a table for whoever runs it"
)]

use std::{fs, io::Cursor, path::Path, time::Instant};

use super::{
    Container, Support,
    tests::{check_bounds, files, walk_bytes},
};
use crate::limits::Limits;

/// What the crate says: the store, or none, or why not.
fn reference(container: &Container, bytes: &[u8]) -> Result<Option<Vec<u8>>, String> {
    let Some(hint) = container.format.reader_hint() else {
        return Ok(None);
    };
    match c2pa::jumbf_io::load_jumbf_from_stream(hint, &mut Cursor::new(bytes)) {
        Ok(store) => Ok(Some(store)),
        Err(c2pa::Error::JumbfNotFound) => Ok(None),
        Err(error) => Err(error.to_string()),
    }
}

#[test]
fn the_walk_agrees_with_the_crate() {
    let Ok(folder) = std::env::var("HALLMARK_CORPUS") else {
        return;
    };
    let mut paths = Vec::new();
    files(Path::new(&folder), &mut paths);
    let mut disagreements = Vec::new();
    for path in &paths {
        let bytes = fs::read(path).unwrap();
        let started = Instant::now();
        let walked = walk_bytes(&bytes);
        let elapsed = started.elapsed();
        let name = path.strip_prefix(&folder).unwrap().display();
        let Some(container) = walked else {
            println!("{name}\tno media\t{elapsed:?}");
            continue;
        };
        check_bounds(&container, bytes.len(), &Limits::default());
        let stores: Vec<_> = container
            .stores
            .iter()
            .filter(|one| !one.further_part)
            .collect();
        println!(
            "{name}\t{:?}\t{} stores\tcomplete {}\t{:?}\t{} bytes\t{elapsed:?}\t{:?}",
            container.format,
            stores.len(),
            container.complete,
            container.remote_manifest,
            bytes.len(),
            container.findings
        );
        let reference = reference(&container, &bytes);
        let agrees = match (&reference, stores.as_slice()) {
            (Ok(None), []) => true,
            (Ok(Some(store)), [only, ..]) => *store == only.jumbf,
            // A store that the crate cannot read is one all the same.
            (Err(_), [_, ..]) => true,
            (_, []) => !container.complete || container.format.support() == Support::Unsupported,
            (Ok(None), [..]) => false,
        };
        if !agrees {
            let said = reference.map(|store| store.map(|store| store.len()));
            disagreements.push(format!(
                "{name}: {said:?}, walk {:?}",
                stores.first().map(|one| one.jumbf.len())
            ));
        }
    }
    assert_eq!(disagreements, Vec::<String>::new());
}
