//! Folders of the output that are not there yet. They grow inside the stage, files and
//! all, and are put into place whole: one renaming for all that is below.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard},
};

use anyhow::{Error, Result};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::failure::{Explain, Failure, What};

/// The folders that outputs need.
pub struct NewFolders {
    out: PathBuf,
    /// Where the outermost new folders are, under a number for a name.
    stage: PathBuf,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Every folder that was asked for, and where it grows if it is new.
    known: FxHashMap<PathBuf, Option<PathBuf>>,
    /// The outermost new folders: where each grows, and its place.
    outermost: Vec<(PathBuf, PathBuf)>,
}

impl NewFolders {
    /// Those of the output folder `out`, growing in `stage`.
    pub fn new(out: &Path, stage: PathBuf) -> NewFolders {
        NewFolders { out: out.to_owned(), stage, state: Mutex::default() }
    }

    /// Where `folder`, which is `out` or below it, grows; nothing where it is there
    /// already. A symbolic link on the way would lead our files out of the output folder,
    /// and is refused.
    pub fn grow(&self, folder: &Path) -> Result<Option<PathBuf>> {
        if folder == self.out {
            return Ok(None);
        }
        if let Some(known) = self.state().known.get(folder) {
            return Ok(known.clone());
        }
        let above = folder.parent().map_or(Ok(None), |above| self.grow(above))?;
        let grows = match (above, folder.file_name()) {
            (Some(above), Some(name)) => {
                let grows = above.join(name);
                make(&grows).map_err(|error| in_words(error, folder))?;
                Some(grows)
            }
            _ if is_there(folder)? => None,
            _ => return self.begin(folder).map(Some),
        };
        self.state().known.insert(folder.to_owned(), grows.clone());
        Ok(grows)
    }

    /// The outermost new folder at `folder`: made by the first that asks.
    fn begin(&self, folder: &Path) -> Result<PathBuf> {
        let mut state = self.state();
        if let Some(Some(grows)) = state.known.get(folder) {
            return Ok(grows.clone());
        }
        let grows = self.stage.join(state.outermost.len().to_string());
        fs::create_dir(&grows).or_fail(|| What::Unwritable(folder.into()))?;
        state.known.insert(folder.to_owned(), Some(grows.clone()));
        state.outermost.push((grows.clone(), folder.to_owned()));
        Ok(grows)
    }

    /// Whether `folder` is new.
    pub fn has(&self, folder: &Path) -> bool {
        self.state().known.get(folder).is_some_and(Option::is_some)
    }

    /// The folders into which the outermost new ones will be put.
    pub fn parents(&self) -> Vec<PathBuf> {
        let state = self.state();
        state.outermost.iter().filter_map(|(_, place)| place.parent()).map(Path::to_owned).collect()
    }

    /// Puts every new folder into its place.
    pub fn put(&self) -> Result<()> {
        self.state().outermost.par_iter().try_for_each(|(grows, place)| {
            fs::rename(grows, place).or_fail(|| What::Unwritable(place.clone()))
        })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

/// Makes a folder of the stage, unless another thread did.
fn make(folder: &Path) -> io::Result<()> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && !folder.is_dir() => {
            Err(io::ErrorKind::NotADirectory.into())
        }
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

fn in_words(error: io::Error, folder: &Path) -> Error {
    match error.kind() {
        io::ErrorKind::NotADirectory => Failure::of(What::FileInTheWay(folder.into())),
        _ => Failure::because(What::Unwritable(folder.into()), error),
    }
}

/// Whether the output has this folder.
fn is_there(folder: &Path) -> Result<bool> {
    match folder.symlink_metadata() {
        Ok(found) if found.is_dir() => Ok(true),
        Ok(_) => Err(Failure::of(What::FileInTheWay(folder.into()))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(Failure::because(What::Unwritable(folder.into()), error)),
    }
}
