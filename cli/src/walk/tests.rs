use std::{
    fs,
    path::{Path, PathBuf},
};

use globset::{Glob, GlobSet, GlobSetBuilder};
use hallmark::evidence::Code;
use tempfile::TempDir;

use super::{Found, PassedOver, Walk};

/// A folder with these files, each with its own name as content.
fn folder(names: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in names {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, name).unwrap();
    }
    folder
}

fn globs(globs: &[&str]) -> GlobSet {
    let mut set = GlobSetBuilder::new();
    for glob in globs {
        set.add(Glob::new(glob).unwrap());
    }
    set.build().unwrap()
}

fn walk(inputs: &[&Path], exclude: &[&str]) -> (Vec<Found>, PassedOver) {
    let inputs: Vec<PathBuf> = inputs.iter().map(|path| path.to_path_buf()).collect();
    let mut walk = Walk::new(inputs.into_iter(), globs(exclude), None);
    let found = walk.by_ref().collect();
    (found, walk.passed_over())
}

/// Paths below `root`, with `+ sidecar` where there is one.
fn shown(root: &Path, found: &[Found]) -> Vec<String> {
    let name = |path: &Path| {
        let below = path.strip_prefix(root).unwrap_or(path);
        below.to_str().unwrap().replace('\\', "/")
    };
    found
        .iter()
        .map(|found| match &found.sidecar {
            Some(sidecar) => format!("{} + {}", name(&found.path), name(sidecar)),
            None => name(&found.path),
        })
        .collect()
}

#[test]
fn everything_comes_in_the_order_of_names() {
    let root = folder(&["b.jpg", "a/z.png", ".hidden.gif", "a/.deep/x", "B.jpg"]);
    let (found, passed_over) = walk(&[root.path()], &[]);
    assert_eq!(
        shown(root.path(), &found),
        [".hidden.gif", "B.jpg", "a/.deep/x", "a/z.png", "b.jpg"]
    );
    assert!(found.iter().all(|found| !found.named));
    assert_eq!(passed_over, PassedOver::default());
}

#[test]
fn sidecars_go_with_their_assets() {
    let root = folder(&[
        "a.jpg",
        "a.c2pa",
        "b.png",
        "b.png.c2pa",
        "b.c2pa",
        "alone.c2pa",
    ]);
    let (found, passed_over) = walk(&[root.path()], &[]);
    assert_eq!(
        shown(root.path(), &found),
        [
            "a.jpg + a.c2pa",
            "alone.c2pa",
            "b.c2pa",
            "b.png + b.png.c2pa"
        ]
    );
    assert_eq!(passed_over.sidecars, 2);
}

#[test]
fn what_is_no_media_hides_no_manifest() {
    let root = folder(&["notes.txt", "notes.c2pa"]);
    let (found, _) = walk(&[root.path()], &[]);
    assert_eq!(shown(root.path(), &found), ["notes.c2pa", "notes.txt"]);
}

#[test]
fn a_named_sidecar_is_reported_and_a_named_asset_finds_its_own() {
    let root = folder(&["a.jpg", "a.c2pa"]);
    let (asset, store) = (root.path().join("a.jpg"), root.path().join("a.c2pa"));
    let (found, _) = walk(&[&store, &asset], &[]);
    assert_eq!(shown(root.path(), &found), ["a.c2pa", "a.jpg + a.c2pa"]);
    assert!(found.iter().all(|found| found.named));
}

#[test]
fn exclusions_are_counted_and_reach_folders() {
    let root = folder(&["a.jpg", "b.txt", "cache/c.jpg", "cache/d.jpg", "x/y/e.jpg"]);
    let (found, passed_over) = walk(&[root.path()], &["*.txt", "cache", "x/y"]);
    assert_eq!(shown(root.path(), &found), ["a.jpg"]);
    assert_eq!(passed_over.excluded, 3);
}

#[test]
fn what_is_missing_is_reported_in_its_place() {
    let root = folder(&["a.jpg"]);
    let (missing, there) = (root.path().join("missing.jpg"), root.path().join("a.jpg"));
    let (found, _) = walk(&[&missing, &there], &[]);
    assert_eq!(found.len(), 2);
    assert!(matches!(
        &found[0].problem,
        Some((Code::AssetUnreadable, _))
    ));
    assert_eq!(found[1].problem, None);
}

#[cfg(unix)]
#[test]
fn links_in_folders_are_not_followed_but_named_ones_are() {
    let outside = folder(&["secret.jpg"]);
    let root = folder(&["a.jpg"]);
    let link = root.path().join("link");
    std::os::unix::fs::symlink(outside.path(), &link).unwrap();
    let (found, passed_over) = walk(&[root.path()], &[]);
    assert_eq!(shown(root.path(), &found), ["a.jpg"]);
    assert_eq!(passed_over.links, 1);
    let (found, _) = walk(&[&link], &[]);
    assert_eq!(shown(root.path(), &found), ["link/secret.jpg"]);
}

#[cfg(unix)]
#[test]
fn sockets_are_never_opened() {
    let root = folder(&["a.jpg"]);
    let socket = root.path().join("socket");
    let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    let (found, passed_over) = walk(&[root.path()], &[]);
    assert_eq!(shown(root.path(), &found), ["a.jpg"]);
    assert_eq!(passed_over.special, 1);
    let (found, _) = walk(&[&socket], &[]);
    assert!(matches!(
        &found[0].problem,
        Some((Code::AssetNotRegular, _))
    ));
}

#[test]
fn the_report_being_written_is_no_input() {
    let root = folder(&["a.jpg", "report.ndjson"]);
    let output = fs::canonicalize(root.path().join("report.ndjson")).unwrap();
    let inputs = vec![root.path().to_path_buf()].into_iter();
    let found: Vec<_> = Walk::new(inputs, GlobSet::empty(), Some(output)).collect();
    assert_eq!(shown(root.path(), &found), ["a.jpg"]);
}
