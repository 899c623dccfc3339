//! New folders of the output. They are made in the stage, with their files, and each is moved
//! into place with a single renaming.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard},
};

use anyhow::{Error, Result};
use rustc_hash::FxHashMap;

use super::{manifest::BuildManifest, out_path};
use crate::error::{AppError, ErrorKind, Explain};

/// The folders that outputs need.
pub struct NewFolders {
    out: PathBuf,
    /// The manifest of the last build: where it has a file, a folder may be needed now.
    previous: Arc<BuildManifest>,
    /// The folder in the stage for the outermost new folders, which are named by numbers.
    stage: PathBuf,
    state: Mutex<NewFoldersState>,
}

#[derive(Default)]
struct NewFoldersState {
    /// Every requested folder, and its place in the stage if it is new.
    folders: FxHashMap<PathBuf, Option<PathBuf>>,
    /// The outermost new folders: the place in the stage, and the place in the output.
    outermost: Vec<(PathBuf, PathBuf)>,
}

impl NewFolders {
    /// Starts with no new folders of the output folder `out`; they are made in `stage`.
    pub fn new(out: &Path, stage: PathBuf, previous: Arc<BuildManifest>) -> NewFolders {
        NewFolders { out: out.to_owned(), stage, previous, state: Mutex::default() }
    }

    /// Returns the place in the stage of `folder`, which is `out` or below it; `None` if it
    /// exists already. A symbolic link on the way is refused: our files would leave the output
    /// folder.
    pub fn stage(&self, folder: &Path) -> Result<Option<PathBuf>> {
        if folder == self.out {
            return Ok(None);
        }
        if let Some(staged) = self.state().folders.get(folder) {
            return Ok(staged.clone());
        }
        let above = folder.parent().map_or(Ok(None), |above| self.stage(above))?;
        let staged = match (above, folder.file_name()) {
            (Some(above), Some(name)) => {
                let staged = above.join(name);
                make(&staged).map_err(|error| folder_error(error, folder))?;
                Some(staged)
            }
            _ if self.is_there(folder)? => None,
            _ => return self.begin(folder).map(Some),
        };
        self.state().folders.insert(folder.to_owned(), staged.clone());
        Ok(staged)
    }

    /// Creates the outermost new folder at `folder` when it is first needed.
    fn begin(&self, folder: &Path) -> Result<PathBuf> {
        let mut state = self.state();
        if let Some(Some(staged)) = state.folders.get(folder) {
            return Ok(staged.clone());
        }
        let staged = self.stage.join(state.outermost.len().to_string());
        fs::create_dir(&staged).or_fail(|| ErrorKind::Unwritable(folder.into()))?;
        state.folders.insert(folder.to_owned(), Some(staged.clone()));
        state.outermost.push((staged.clone(), folder.to_owned()));
        Ok(staged)
    }

    /// Returns whether `folder` is new.
    pub fn has(&self, folder: &Path) -> bool {
        self.state().folders.get(folder).is_some_and(Option::is_some)
    }

    /// Returns the outermost new folders: the place in the stage, and the place in the output.
    pub fn outermost(&self) -> Vec<(PathBuf, PathBuf)> {
        self.state().outermost.clone()
    }

    /// Returns whether the output has this folder. If the last build wrote a file there, the
    /// plan removes it.
    fn is_there(&self, folder: &Path) -> Result<bool> {
        match folder.symlink_metadata() {
            Ok(found) if found.is_dir() => Ok(true),
            Ok(found) if found.is_file() && self.was_ours(folder) => Ok(false),
            Ok(_) => Err(AppError::without_cause(ErrorKind::FileInTheWay(folder.into()))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(AppError::with_cause(ErrorKind::Unwritable(folder.into()), error)),
        }
    }

    fn was_ours(&self, path: &Path) -> bool {
        out_path(&self.out, path).is_some_and(|path| self.previous.files.contains_key(&path))
    }

    fn state(&self) -> MutexGuard<'_, NewFoldersState> {
        self.state.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

/// Makes a folder of the stage, unless another thread has made it.
fn make(folder: &Path) -> io::Result<()> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && !folder.is_dir() => {
            Err(io::ErrorKind::NotADirectory.into())
        }
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

fn folder_error(error: io::Error, folder: &Path) -> Error {
    match error.kind() {
        io::ErrorKind::NotADirectory => {
            AppError::without_cause(ErrorKind::FileInTheWay(folder.into()))
        }
        _ => AppError::with_cause(ErrorKind::Unwritable(folder.into()), error),
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
        let folders = NewFolders::new(&out, stage, Arc::default());
        (folder, folders)
    }

    /// Writes `text` to a file in the stage, in `folder` of the output.
    fn write(folders: &NewFolders, folder: &str, name: &str, text: &str) {
        let staged = folders.stage(&folders.out.join(folder)).expect("it may be made");
        fs::write(staged.expect("it is new").join(name), text).expect("written");
    }

    #[test]
    fn new_folders_are_made_in_the_stage() {
        let (_folder, folders) = folders();
        fs::create_dir(folders.out.join("en")).expect("a folder");
        write(&folders, "en/guides/a", "index.html", "A");
        write(&folders, "en/guides/b", "index.html", "B");
        write(&folders, "ko", "index.html", "K");
        assert!(folders.stage(&folders.out.join("en")).is_ok_and(|staged| staged.is_none()));
        assert!(folders.has(&folders.out.join("en/guides")));
        let places: Vec<_> = folders.outermost().into_iter().map(|(_, place)| place).collect();
        assert_eq!(places, [folders.out.join("en/guides"), folders.out.join("ko")]);
        assert!(!folders.out.join("ko").exists(), "nothing is there before it is put");
        let staged = &folders.outermost()[0].0;
        assert_eq!(fs::read_to_string(staged.join("b/index.html")).ok().as_deref(), Some("B"));
    }

    #[test]
    #[cfg(unix)]
    fn files_and_links_in_the_way_are_refused() {
        let (_folder, folders) = folders();
        fs::write(folders.out.join("a"), "file").expect("written");
        write(&folders, "new", "b", "staged");
        std::os::unix::fs::symlink("/", folders.out.join("link")).expect("a link");
        for path in ["a", "a/b", "new/b", "new/b/c", "link", "link/tmp"] {
            assert!(folders.stage(&folders.out.join(path)).is_err(), "{path}");
        }
    }
}
