//! Puts finished files where they belong: written beside their place, flushed to the disk, and
//! renamed, so that nobody ever sees half a file.

use std::{
    fs::{self, File, Permissions},
    io::{self, Write},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

/// A file in the making, in the folder where it will stay.
#[derive(Debug)]
pub(crate) struct Draft {
    file: NamedTempFile,
    place: PathBuf,
}

/// Why a file could not be put in its place.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PlaceError {
    /// It exists.
    #[error("{} exists; name another place, or add --force", .0.display())]
    Exists(PathBuf),
    /// The system says no.
    #[error("{action} {}: {}", path.display(), explain(error))]
    System {
        /// What was tried.
        action: &'static str,
        /// On what.
        path: PathBuf,
        /// The answer.
        error: io::Error,
    },
}

impl Draft {
    /// Begins a file that will lie at `place`; folders on the way are made.
    pub(crate) fn begin(place: &Path) -> Result<Self, PlaceError> {
        let folder = folder(place);
        fs::create_dir_all(folder).map_err(|error| PlaceError::System {
            action: "cannot make the folder",
            path: folder.to_owned(),
            error,
        })?;
        let file = tempfile::Builder::new()
            .prefix(".hallmark-")
            .suffix(".part")
            .tempfile_in(folder)
            .map_err(|error| PlaceError::System {
                action: "cannot write in",
                path: folder.to_owned(),
                error,
            })?;
        Ok(Self {
            file,
            place: place.to_owned(),
        })
    }

    /// The open file, for reading and writing.
    pub(crate) fn file(&mut self) -> &mut File {
        self.file.as_file_mut()
    }

    /// Where it will lie.
    pub(crate) fn place(&self) -> &Path {
        &self.place
    }

    /// Writes all of `bytes`.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), PlaceError> {
        self.file
            .write_all(bytes)
            .map_err(|error| self.system("cannot write", error))
    }

    /// Flushes the file to the disk and renames it into its place. Until this returns, whatever
    /// lay there is untouched; on an error it stays.
    pub(crate) fn finish(
        self,
        permissions: Option<Permissions>,
        overwrite: bool,
    ) -> Result<(), PlaceError> {
        if let Some(permissions) = permissions {
            fs::set_permissions(self.file.path(), permissions)
                .map_err(|error| self.system("cannot set the permissions of", error))?;
        }
        self.file
            .as_file()
            .sync_all()
            .map_err(|error| self.system("cannot write", error))?;
        let Self { file, place } = self;
        let renamed = if overwrite {
            file.persist(&place)
        } else {
            file.persist_noclobber(&place)
        };
        match renamed {
            Ok(_) => {
                sync_folder(folder(&place));
                Ok(())
            }
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
                Err(PlaceError::Exists(place))
            }
            Err(error) => Err(PlaceError::System {
                action: "cannot rename the finished file to",
                path: place,
                error: error.error,
            }),
        }
    }

    fn system(&self, action: &'static str, error: io::Error) -> PlaceError {
        PlaceError::System {
            action,
            path: self.place.clone(),
            error,
        }
    }
}

/// What the system's answer means, and what to do about it.
pub(crate) fn explain(error: &io::Error) -> String {
    let advice = match error.kind() {
        io::ErrorKind::StorageFull => "; make room, or choose another place with -o",
        io::ErrorKind::QuotaExceeded => "; your quota is used up, choose another place with -o",
        io::ErrorKind::PermissionDenied => {
            "; change its permissions, or choose another place with -o"
        }
        io::ErrorKind::ReadOnlyFilesystem => "; choose another place with -o",
        io::ErrorKind::NotFound => "; is the name right?",
        _ => "",
    };
    format!("{error}{advice}")
}

fn folder(place: &Path) -> &Path {
    match place.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Makes the new name survive a power cut, where the system can do that. The file itself is safe
/// already, so a refusal changes nothing that matters.
fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_seen_before_it_is_finished() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("deep/er/a.txt");
        let mut draft = Draft::begin(&place).unwrap();
        draft.write(b"whole").unwrap();
        assert!(!place.exists());
        draft.finish(None, false).unwrap();
        assert_eq!(fs::read(&place).unwrap(), b"whole");
    }

    #[test]
    fn a_draft_that_is_dropped_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        drop(Draft::begin(&folder.path().join("a.txt")).unwrap());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_exists_is_kept_unless_told_otherwise() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("a.txt");
        fs::write(&place, b"old").unwrap();
        let mut draft = Draft::begin(&place).unwrap();
        draft.write(b"new").unwrap();
        let error = draft.finish(None, false).unwrap_err();
        assert!(error.to_string().contains("--force"), "{error}");
        assert_eq!(fs::read(&place).unwrap(), b"old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);

        let mut draft = Draft::begin(&place).unwrap();
        draft.write(b"new").unwrap();
        draft.finish(None, true).unwrap();
        assert_eq!(fs::read(&place).unwrap(), b"new");
    }

    #[cfg(unix)]
    #[test]
    fn permissions_are_those_asked_for() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("a.txt");
        let draft = Draft::begin(&place).unwrap();
        draft
            .finish(Some(Permissions::from_mode(0o640)), false)
            .unwrap();
        assert_eq!(
            fs::metadata(&place).unwrap().permissions().mode() & 0o777,
            0o640
        );
    }
}
