//! The folder of small pictures that pages are made with: each a file named after its hash,
//! written once, whatever number of reports name it.

use std::{
    collections::HashSet,
    fs::{self, File},
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use hallmark::report::Record;

/// Longest small picture that is read, in bytes; hallmark writes far smaller ones.
const LONGEST: u64 = 4 << 20;

/// A folder of small pictures.
#[derive(Debug)]
pub(crate) struct Assets {
    folder: PathBuf,
    /// Those known to be there.
    there: HashSet<String>,
}

impl Assets {
    /// The folder to write to; made if it is missing.
    ///
    /// # Errors
    /// When it cannot be made, or lies in a folder to check: its pictures would be checked too.
    pub(crate) fn create(folder: &Path, inputs: &[PathBuf]) -> anyhow::Result<Self> {
        let shown = folder.display();
        fs::create_dir_all(folder)
            .with_context(|| format!("the folder of assets {shown} cannot be made"))?;
        let place = fs::canonicalize(folder)
            .with_context(|| format!("the folder of assets {shown} cannot be used"))?;
        if inputs
            .iter()
            .any(|input| fs::canonicalize(input).is_ok_and(|input| place.starts_with(input)))
        {
            bail!("the folder of assets {shown} lies in a folder to check; name another place");
        }
        Ok(Self::open(folder))
    }

    /// The folder to read from.
    pub(crate) fn open(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            there: HashSet::new(),
        }
    }

    /// Writes the small pictures of a record that are not there yet.
    ///
    /// # Errors
    /// When one cannot be written; the message names it.
    pub(crate) fn keep(&mut self, record: &Record) -> io::Result<()> {
        for preview in &record.previews {
            if preview.jpeg.is_empty() || self.there.contains(&preview.sha256) {
                continue;
            }
            let path = self.folder.join(preview.file_name());
            if !path.exists() {
                self.write(&path, &preview.jpeg).map_err(|error| {
                    let path = path.display();
                    io::Error::new(error.kind(), format!("{path} cannot be written: {error}"))
                })?;
            }
            self.there.insert(preview.sha256.clone());
        }
        Ok(())
    }

    /// A name appears with its whole content: another process may look at any moment.
    fn write(&self, path: &Path, jpeg: &[u8]) -> io::Result<()> {
        let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
        file.write_all(jpeg)?;
        match file.persist_noclobber(path) {
            Ok(_) => Ok(()),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            Err(error) => Err(error.error),
        }
    }

    /// Gives a record its small pictures, as far as they are there and are the ones it names.
    pub(crate) fn fetch(&self, record: &mut Record) {
        for preview in &mut record.previews {
            // The name comes from a record: it must be a hash and nothing else.
            let is_hash = preview.sha256.len() == 64
                && preview.sha256.bytes().all(|byte| byte.is_ascii_hexdigit());
            if !is_hash {
                continue;
            }
            let mut jpeg = Vec::new();
            let read = File::open(self.folder.join(preview.file_name()))
                .and_then(|file| file.take(LONGEST).read_to_end(&mut jpeg));
            if read.is_ok() {
                preview.take(jpeg);
            }
        }
    }
}
