//! Pictures whose changed regions are framed: where they go, and which are drawn.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use anyhow::{Context, bail};
use hallmark::verdict::Statement;

use crate::{inspect::Inspector, walk::Found, workers::Lane};

/// A file for the map of one picture, or a folder for those of many.
#[derive(Debug)]
pub(crate) struct MapPlace {
    place: PathBuf,
    folder: bool,
    drawn: Mutex<Drawn>,
}

/// What came of drawing.
#[derive(Debug, Default)]
pub(crate) struct Drawn {
    /// Maps written.
    pub(crate) written: Vec<PathBuf>,
    /// Maps that could not be written, and why.
    pub(crate) failed: Vec<String>,
}

impl MapPlace {
    /// A place for the maps of these inputs: a folder, made if need be, for several of them.
    ///
    /// # Errors
    /// When it is there already as something else, or cannot be made.
    pub(crate) fn new(place: &Path, inputs: &[PathBuf]) -> anyhow::Result<Self> {
        let several = inputs.len() != 1 || inputs.iter().any(|input| input.is_dir());
        let folder = several || place.is_dir();
        if folder {
            fs::create_dir_all(place)
                .with_context(|| format!("the folder {} cannot be made", place.display()))?;
        } else if inputs.iter().any(|input| input == place) {
            bail!("the map cannot go over the picture itself; name another file");
        }
        Ok(Self {
            place: place.to_owned(),
            folder,
            drawn: Mutex::default(),
        })
    }

    /// Draws a picture whose credential was recovered and compared with it.
    pub(crate) fn draw(
        &self,
        inspector: &mut Inspector<'_>,
        found: &Found,
        statement: &Statement,
        lane: Lane,
    ) {
        let recovered = statement.recovered.as_ref();
        let Some(regions) = recovered.and_then(|one| one.changed_regions.clone()) else {
            return;
        };
        let map = inspector.draw(found, regions, lane);
        let mut drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(map) = map else {
            let path = found.path.display();
            drawn
                .failed
                .push(format!("{path}: its map cannot be drawn"));
            return;
        };
        let place = self.place_of(&found.path, &drawn.written);
        match fs::write(&place, map) {
            Ok(()) => drawn.written.push(place),
            Err(error) => drawn.failed.push(format!("{}: {error}", place.display())),
        }
    }

    /// A name that no other map of this run has.
    fn place_of(&self, path: &Path, taken: &[PathBuf]) -> PathBuf {
        if !self.folder {
            return self.place.clone();
        }
        let stem = path.file_name().unwrap_or_default().to_string_lossy();
        (1_u32..)
            .map(|number| match number {
                1 => self.place.join(format!("{stem}.map.png")),
                number => self.place.join(format!("{stem}.{number}.map.png")),
            })
            .find(|place| !taken.contains(place))
            .unwrap_or_else(|| self.place.join("map.png"))
    }

    /// What came of it.
    pub(crate) fn finish(&self) -> Drawn {
        std::mem::take(&mut self.drawn.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
