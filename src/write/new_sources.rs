//! Writes source files: new ones, and those of a page that is renamed. All are written or none,
//! and no other file is overwritten.

use std::{
    fs::{self, OpenOptions},
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::Result;

use super::ledger::{find_on_disk, replace};
use crate::{
    error::{self, AppError, ErrorKind, Explain},
    model::SourcePath,
    pipeline::FileChange,
    source::NewFile,
};

/// Writes `files` below `root`, and the folders that they need.
///
/// # Errors
///
/// Fails and names each file that exists already, or the file that cannot be written. The files
/// written until then are removed.
pub fn create_sources(root: &Path, files: &[NewFile]) -> Result<()> {
    let places: Vec<PathBuf> =
        files.iter().map(|file| find_on_disk(root, file.path.as_str())).collect();
    let taken = places.iter().filter(|place| place.symlink_metadata().is_ok());
    error::combine(taken.map(|place| already_there(place)).collect())?;
    for (at, (file, place)) in files.iter().zip(&places).enumerate() {
        if let Err(failure) = create(place, &file.text) {
            // A file that cannot be removed is in the way of the next run, which names it.
            places[..at].iter().for_each(|place| _ = fs::remove_file(place));
            return Err(failure).or_fail(|| ErrorKind::Unwritable(place.clone()));
        }
    }
    Ok(())
}

/// Writes the changed files to their new paths, and removes those whose path has changed.
///
/// # Errors
///
/// Fails if a file cannot be written; everything is then as it was.
pub fn change_sources(root: &Path, changes: &[FileChange]) -> Result<()> {
    let place = |path: &SourcePath| find_on_disk(root, path.as_str());
    let mut undo: Vec<(PathBuf, Option<Vec<u8>>)> = Vec::new();
    for change in changes {
        let (from, to) = (place(&change.from), place(&change.to));
        undo.push((to.clone(), fs::read(&to).ok()));
        if let Err(failure) = write_whole(&to, &change.bytes) {
            restore(&undo);
            return Err(failure).or_fail(|| ErrorKind::Unwritable(to.clone()));
        }
        if from != to {
            undo.push((from.clone(), fs::read(&from).ok()));
        }
    }
    let left = changes.iter().filter(|change| change.from != change.to).map(|it| place(&it.from));
    for from in left.filter(|from| from.exists()) {
        if let Err(failure) = fs::remove_file(&from) {
            restore(&undo);
            return Err(failure).or_fail(|| ErrorKind::Unremovable(from.clone()));
        }
    }
    Ok(())
}

fn write_whole(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    replace(file, bytes)
}

/// Restores files, the last change first. A file that cannot be restored is left: the first
/// failure is the one that is reported.
fn restore(undo: &[(PathBuf, Option<Vec<u8>>)]) {
    for (file, before) in undo.iter().rev() {
        let _ = match before {
            Some(bytes) => replace(file, bytes),
            None => fs::remove_file(file),
        };
    }
}

fn already_there(place: &Path) -> anyhow::Error {
    AppError::without_cause(ErrorKind::AlreadyThere(place.to_owned()))
}

fn create(place: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(place)?;
    file.write_all(text.as_bytes())
}
