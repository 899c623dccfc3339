//! Folders of the output that are not there yet. They grow inside the stage, files and
//! all, and are put into place whole: one renaming for all that is below.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard},
};

use anyhow::{Error, Result};
use rustc_hash::FxHashMap;

use crate::error::{AppError, ErrorKind, Explain};

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
        fs::create_dir(&grows).or_fail(|| ErrorKind::Unwritable(folder.into()))?;
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
        let outermost = self.state().outermost.clone();
        outermost.iter().try_for_each(|(grows, place)| {
            put(grows, place).or_fail(|| ErrorKind::Unwritable(place.clone()))
        })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

/// Puts a folder into its place. One is there already where another's name differs only
/// in case and the disk takes both for the same: then what is inside goes into it.
fn put(grows: &Path, place: &Path) -> io::Result<()> {
    if !place.is_dir() {
        return fs::rename(grows, place);
    }
    for entry in fs::read_dir(grows)? {
        let entry = entry?;
        let place = place.join(entry.file_name());
        match entry.file_type()?.is_dir() {
            true => put(&entry.path(), &place)?,
            false if place.symlink_metadata().is_ok() => {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            false => fs::rename(entry.path(), place)?,
        }
    }
    Ok(())
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
        io::ErrorKind::NotADirectory => AppError::of(ErrorKind::FileInTheWay(folder.into())),
        _ => AppError::because(ErrorKind::Unwritable(folder.into()), error),
    }
}

/// Whether the output has this folder.
fn is_there(folder: &Path) -> Result<bool> {
    match folder.symlink_metadata() {
        Ok(found) if found.is_dir() => Ok(true),
        Ok(_) => Err(AppError::of(ErrorKind::FileInTheWay(folder.into()))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(AppError::because(ErrorKind::Unwritable(folder.into()), error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders() -> (tempfile::TempDir, NewFolders) {
        let folder = tempfile::tempdir().expect("a folder");
        let (out, stage) = (folder.path().join("out"), folder.path().join("stage"));
        for path in [&out, &stage] {
            fs::create_dir(path).expect("a folder");
        }
        let folders = NewFolders::new(&out, stage);
        (folder, folders)
    }

    /// Writes `text` to a file that grows in `folder` of the output.
    fn write(folders: &NewFolders, folder: &str, name: &str, text: &str) {
        let grows = folders.grow(&folders.out.join(folder)).expect("it may grow");
        fs::write(grows.expect("it is new").join(name), text).expect("written");
    }

    #[test]
    fn what_is_new_is_put_whole_and_what_is_there_stays() {
        let (_folder, folders) = folders();
        fs::create_dir(folders.out.join("en")).expect("a folder");
        write(&folders, "en/guides/a", "index.html", "A");
        write(&folders, "en/guides/b", "index.html", "B");
        write(&folders, "ko", "index.html", "K");
        assert!(folders.grow(&folders.out.join("en")).is_ok_and(|grows| grows.is_none()));
        assert!(folders.has(&folders.out.join("en/guides")));
        assert_eq!(folders.parents(), [folders.out.join("en"), folders.out.clone()]);
        assert!(!folders.out.join("ko").exists(), "nothing is there before it is put");
        folders.put().expect("put");
        let text = |path: &str| fs::read_to_string(folders.out.join(path)).unwrap_or_default();
        assert_eq!(
            ["en/guides/a", "en/guides/b", "ko"].map(|f| text(&[f, "/index.html"].concat())),
            ["A", "B", "K"]
        );
    }

    #[test]
    fn names_that_are_one_to_the_disk_are_put_together() {
        let (_folder, folders) = folders();
        write(&folders, "assets/icons", "b.svg", "B");
        // What a disk without case has done with the folder `Assets`.
        fs::create_dir_all(folders.out.join("assets/icons")).expect("folders");
        fs::write(folders.out.join("assets/icons/a.svg"), "A").expect("written");
        folders.put().expect("put");
        assert!(folders.out.join("assets/icons/a.svg").exists());
        assert!(folders.out.join("assets/icons/b.svg").exists());
    }

    #[test]
    fn a_file_that_is_there_is_not_overwritten() {
        let (_folder, folders) = folders();
        write(&folders, "assets", "a.svg", "new");
        fs::create_dir(folders.out.join("assets")).expect("a folder");
        fs::write(folders.out.join("assets/a.svg"), "other").expect("written");
        assert!(folders.put().is_err());
        let left = fs::read_to_string(folders.out.join("assets/a.svg"));
        assert_eq!(left.ok().as_deref(), Some("other"));
    }

    #[test]
    #[cfg(unix)]
    fn files_and_links_in_the_way_are_refused() {
        let (_folder, folders) = folders();
        fs::write(folders.out.join("a"), "file").expect("written");
        write(&folders, "new", "b", "staged");
        std::os::unix::fs::symlink("/", folders.out.join("link")).expect("a link");
        for path in ["a", "a/b", "new/b", "new/b/c", "link", "link/tmp"] {
            assert!(folders.grow(&folders.out.join(path)).is_err(), "{path}");
        }
    }
}
