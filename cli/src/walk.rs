//! What there is to check: files named, files in folders, and the sidecars beside them.
//!
//! Folders are read one at a time, in the order of names, so that two runs see the same files in
//! the same order and memory grows with the largest folder, not with the tree. Everything in a
//! folder is found, hidden files too. Symbolic links inside folders are not followed; one that is
//! named is. Pipes, devices and sockets are never opened.

use std::{
    collections::{HashMap, HashSet},
    ffi::{OsStr, OsString},
    fs::{self, FileType},
    io,
    path::{Path, PathBuf},
    vec,
};

use globset::GlobSet;
use hallmark::{asset::MediaFormat, evidence::Code};

/// Extension of manifest stores that lie beside their asset (C2PA 2.2, section 11.4).
const SIDECAR: &str = "c2pa";

/// One thing to check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// Where it is, as named or as joined from the folder that was named.
    pub(crate) path: PathBuf,
    /// It was named by itself, not found in a folder.
    pub(crate) named: bool,
    /// The manifest store beside it.
    pub(crate) sidecar: Option<PathBuf>,
    /// Why it cannot be opened at all.
    pub(crate) problem: Option<(Code, String)>,
}

/// What a walk passed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct PassedOver {
    /// Files and folders that a glob excludes.
    pub(crate) excluded: u64,
    /// Symbolic links in folders.
    pub(crate) links: u64,
    /// Pipes, devices and sockets in folders.
    pub(crate) special: u64,
    /// Manifest stores that belong to an asset beside them.
    pub(crate) sidecars: u64,
}

/// An iterator over everything to check.
pub(crate) struct Walk<I> {
    inputs: I,
    exclude: GlobSet,
    /// A file that must not be taken for an input: the report being written.
    output: Option<PathBuf>,
    folders: Vec<vec::IntoIter<Entry>>,
    passed_over: PassedOver,
}

/// Something in a folder, on its way out.
enum Entry {
    Folder { path: PathBuf, relative: PathBuf },
    Found(Found),
}

impl<I: Iterator<Item = PathBuf>> Walk<I> {
    /// Walks `inputs` in order.
    pub(crate) const fn new(inputs: I, exclude: GlobSet, output: Option<PathBuf>) -> Self {
        Self {
            inputs,
            exclude,
            output,
            folders: Vec::new(),
            passed_over: PassedOver {
                excluded: 0,
                links: 0,
                special: 0,
                sidecars: 0,
            },
        }
    }

    /// What was passed over so far.
    pub(crate) const fn passed_over(&self) -> PassedOver {
        self.passed_over
    }

    fn named(&mut self, path: PathBuf) -> Option<Found> {
        let name = path.file_name().map(Path::new);
        if self.exclude.is_match(&path) || name.is_some_and(|name| self.exclude.is_match(name)) {
            count(&mut self.passed_over.excluded);
            return None;
        }
        // Follows a link: whoever names one means what it leads to.
        let problem = match fs::metadata(&path) {
            Ok(metadata) if metadata.is_dir() => {
                self.enter(path, PathBuf::new());
                return None;
            }
            Ok(metadata) if metadata.is_file() => None,
            Ok(_) => Some((Code::AssetNotRegular, String::new())),
            Err(error) => Some(unreadable(&error)),
        };
        let sidecar = problem.is_none().then(|| sidecar_on_disk(&path)).flatten();
        Some(Found {
            path,
            named: true,
            sidecar,
            problem,
        })
    }

    /// Reads a folder; its entries come next.
    fn enter(&mut self, path: PathBuf, relative: PathBuf) {
        let entries = match self.read(&path, &relative) {
            Ok(entries) => entries,
            Err(error) => vec![Entry::Found(Found {
                path,
                named: false,
                sidecar: None,
                problem: Some(unreadable(&error)),
            })],
        };
        self.folders.push(entries.into_iter());
    }

    fn read(&mut self, folder: &Path, relative: &Path) -> io::Result<Vec<Entry>> {
        let mut names: Vec<(OsString, io::Result<FileType>)> = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let below = relative.join(entry.file_name());
            if self.exclude.is_match(&below) || self.exclude.is_match(entry.file_name()) {
                count(&mut self.passed_over.excluded);
            } else {
                names.push((entry.file_name(), entry.file_type()));
            }
        }
        names.sort_by(|(one, _), (other, _)| one.cmp(other));
        let beside = Sidecars::among(&names);
        let mut entries = Vec::with_capacity(names.len());
        for (name, kind) in names {
            let path = folder.join(&name);
            let kind = match kind {
                Ok(kind) => kind,
                Err(error) => {
                    entries.push(Entry::Found(Found {
                        path,
                        named: false,
                        sidecar: None,
                        problem: Some(unreadable(&error)),
                    }));
                    continue;
                }
            };
            if kind.is_dir() {
                let relative = relative.join(&name);
                entries.push(Entry::Folder { path, relative });
            } else if kind.is_symlink() {
                count(&mut self.passed_over.links);
            } else if !kind.is_file() {
                count(&mut self.passed_over.special);
            } else if beside.belongs_to_another(&name) {
                count(&mut self.passed_over.sidecars);
            } else if !self.is_output(&path) {
                entries.push(Entry::Found(Found {
                    path,
                    named: false,
                    sidecar: beside.of(&name).map(|sidecar| folder.join(sidecar)),
                    problem: None,
                }));
            }
        }
        Ok(entries)
    }

    /// Names are compared first: only a file of the same name is worth resolving.
    fn is_output(&self, path: &Path) -> bool {
        self.output.as_deref().is_some_and(|output| {
            output.file_name() == path.file_name()
                && fs::canonicalize(path).is_ok_and(|path| path == output)
        })
    }
}

impl<I: Iterator<Item = PathBuf>> Iterator for Walk<I> {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            match self.folders.last_mut() {
                Some(folder) => match folder.next() {
                    Some(Entry::Found(found)) => return Some(found),
                    Some(Entry::Folder { path, relative }) => self.enter(path, relative),
                    None => {
                        self.folders.pop();
                    }
                },
                None => {
                    let input = self.inputs.next()?;
                    if let Some(found) = self.named(input) {
                        return Some(found);
                    }
                }
            }
        }
    }
}

/// Which manifest stores of one folder belong to which assets of it.
///
/// `a.jpg` takes `a.jpg.c2pa`, else `a.c2pa`; the latter only when its own extension is one of
/// media, so that `a.txt` does not hide a manifest store.
struct Sidecars {
    by_asset: HashMap<OsString, OsString>,
    taken: HashSet<OsString>,
}

impl Sidecars {
    fn among(names: &[(OsString, io::Result<FileType>)]) -> Self {
        let is_file = |kind: &io::Result<FileType>| kind.as_ref().is_ok_and(FileType::is_file);
        let stores: HashSet<&OsStr> = names
            .iter()
            .filter(|(name, kind)| is_sidecar_name(Path::new(name)) && is_file(kind))
            .map(|(name, _)| name.as_os_str())
            .collect();
        let mut sidecars = Self {
            by_asset: HashMap::new(),
            taken: HashSet::new(),
        };
        if stores.is_empty() {
            return sidecars;
        }
        for (name, kind) in names {
            if !is_file(kind) || is_sidecar_name(Path::new(name)) {
                continue;
            }
            let store = candidates(Path::new(name))
                .into_iter()
                .flatten()
                .find(|candidate| stores.contains(candidate.as_os_str()));
            if let Some(store) = store {
                sidecars.taken.insert(store.clone().into_os_string());
                sidecars
                    .by_asset
                    .insert(name.clone(), store.into_os_string());
            }
        }
        sidecars
    }

    fn of(&self, asset: &OsStr) -> Option<&OsStr> {
        self.by_asset.get(asset).map(OsString::as_os_str)
    }

    fn belongs_to_another(&self, name: &OsStr) -> bool {
        self.taken.contains(name)
    }
}

fn sidecar_on_disk(asset: &Path) -> Option<PathBuf> {
    if is_sidecar_name(asset) {
        return None;
    }
    candidates(asset)
        .into_iter()
        .flatten()
        .find(|candidate| fs::metadata(candidate).is_ok_and(|metadata| metadata.is_file()))
}

/// Where a sidecar of `asset` may lie, the most specific name first.
fn candidates(asset: &Path) -> [Option<PathBuf>; 2] {
    let full = asset.file_name().map(|name| {
        let mut name = name.to_owned();
        name.push(".");
        name.push(SIDECAR);
        asset.with_file_name(name)
    });
    let is_media = has_media_name(asset);
    [full, is_media.then(|| asset.with_extension(SIDECAR))]
}

/// Whether a name ends like that of a media file.
pub(crate) fn has_media_name(path: &Path) -> bool {
    path.extension()
        .and_then(OsStr::to_str)
        .is_some_and(|extension| {
            MediaFormat::ALL
                .iter()
                .any(|format| format.has_extension(extension))
        })
}

fn is_sidecar_name(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case(SIDECAR))
}

/// An error of the operating system, without the name: the record has it.
pub(crate) fn unreadable(error: &io::Error) -> (Code, String) {
    (Code::AssetUnreadable, error.to_string())
}

fn count(counter: &mut u64) {
    *counter = counter.saturating_add(1);
}

#[cfg(test)]
mod tests;
