//! The folders and the lock that a build makes before it is known to succeed. If it fails, they
//! are removed again, but nothing that was there before.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard},
};

use anyhow::Result;

use super::regular_file;
use crate::error::{AppError, ErrorKind, Explain};

const LOCK: &str = "lock";

/// The folders that a build needs from the start. Dropping it removes the folders that the
/// build made, unless [`Folders::keep`] was called.
#[derive(Default)]
pub struct Folders {
    state: Mutex<FoldersState>,
}

#[derive(Default)]
struct FoldersState {
    /// The folders that this build made, the outermost first.
    made: Vec<PathBuf>,
    /// The lock file, if this build made it.
    lock: Option<PathBuf>,
}

impl Folders {
    /// Makes `folder` and the folders above it. Symbolic links on the way are followed: the
    /// caller chose them.
    pub fn make_all(&self, folder: &Path) -> io::Result<()> {
        if folder.as_os_str().is_empty() || folder.is_dir() {
            return Ok(());
        }
        if let Some(above) = folder.parent() {
            self.make_all(above)?;
        }
        match fs::create_dir(folder) {
            Ok(()) => self.state().made.push(folder.to_owned()),
            // Another build may have created it in the meantime.
            Err(_) if folder.is_dir() => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// Locks the output folder of `notes` against other builds.
    pub fn lock(&self, notes: &Path) -> Result<File> {
        let path = notes.join(LOCK);
        regular_file(&path)?;
        let (file, made) = match OpenOptions::new().write(true).create_new(true).open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                (OpenOptions::new().write(true).open(&path), false)
            }
            new => (new, true),
        };
        let file = file.or_fail(|| ErrorKind::Unwritable(path.clone()))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let out = notes.parent().unwrap_or(notes);
                return Err(AppError::without_cause(ErrorKind::Locked(out.into())));
            }
            Err(TryLockError::Error(error)) => {
                return Err(AppError::with_cause(ErrorKind::Unwritable(path), error));
            }
        }
        // From here on this build has to remove it.
        self.state().lock = made.then_some(path);
        Ok(file)
    }

    /// Keeps the folders of this build, because it succeeded.
    pub fn keep(&self) {
        *self.state() = FoldersState::default();
    }

    fn state(&self) -> MutexGuard<'_, FoldersState> {
        self.state.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

impl Drop for Folders {
    /// Removes the folders of this build, the innermost first. Folders that hold anything
    /// else are not empty, and stay.
    fn drop(&mut self) {
        let state = self.state.get_mut().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(lock) = &state.lock {
            let _ = fs::remove_file(lock);
        }
        for folder in state.made.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}
