//! Writes source files: new ones, and those of a page that is renamed. All are written or none,
//! and no other file is overwritten.

use std::{
    fs::{self, OpenOptions},
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::Result;

use super::ledger::{find_on_disk, replace, staged_name, write_synced};
use crate::{
    error::{self, AppError, ErrorKind, Explain},
    model::SourcePath,
    pipeline::{CHANGING_FILE, FileChange},
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

/// Writes the changed files to their new paths, and removes those whose path has changed. All new
/// texts are on the disk under hidden names first, so that what a preview could see happens at
/// once.
///
/// # Errors
///
/// Fails if a file cannot be written; everything is then as it was.
pub fn change_sources(root: &Path, changes: &[FileChange]) -> Result<()> {
    let place = |path: &SourcePath| find_on_disk(root, path.as_str());
    let moves: Vec<FileMove> = changes
        .iter()
        .map(|change| FileMove::new(place(&change.from), place(&change.to)))
        .collect();
    let changing = root.join(CHANGING_FILE);
    // Without it a preview may show half of the change for a moment: already the new folders for
    // the hidden files would make it look. It waits for a file that is not too old, so it is
    // written again.
    let announce = || _ = fs::write(&changing, "");
    announce();
    let written = moves.iter().zip(changes).try_for_each(|(file, change)| {
        file.stage(&change.bytes).or_fail(|| ErrorKind::Unwritable(file.to.clone()))
    });
    announce();
    let moved = written.and_then(|()| move_all(&moves));
    let _ = fs::remove_file(&changing);
    // After a failure, some are left.
    moves.iter().for_each(|file| _ = fs::remove_file(&file.staged));
    moved
}

/// A file that is written to a new path, or to its old one.
struct FileMove {
    from: PathBuf,
    to: PathBuf,
    /// The hidden file with the new text, beside `to`.
    staged: PathBuf,
    /// True if the paths differ only in a way that the disk ignores.
    is_same_file: bool,
}

impl FileMove {
    fn new(from: PathBuf, to: PathBuf) -> FileMove {
        let is_same_file = from != to && same_file::is_same_file(&from, &to).unwrap_or(false);
        FileMove { staged: staged_name(&to), from, to, is_same_file }
    }

    fn stage(&self, bytes: &[u8]) -> std::io::Result<()> {
        if let Some(folder) = self.to.parent() {
            fs::create_dir_all(folder)?;
        }
        write_synced(&self.staged, bytes)
    }
}

/// Puts the staged files into place, then removes the old ones.
fn move_all(moves: &[FileMove]) -> Result<()> {
    let mut undo: Vec<(&Path, Option<Vec<u8>>)> = Vec::new();
    for file in moves {
        undo.push((&file.to, fs::read(&file.to).ok()));
        let renamed = match file.is_same_file {
            true => fs::rename(&file.from, &file.to),
            false => Ok(()),
        };
        if let Err(failure) = renamed.and_then(|()| fs::rename(&file.staged, &file.to)) {
            restore(&undo);
            return Err(failure).or_fail(|| ErrorKind::Unwritable(file.to.clone()));
        }
    }
    for file in moves.iter().filter(|file| file.from != file.to && !file.is_same_file) {
        undo.push((&file.from, fs::read(&file.from).ok()));
        if file.from.exists()
            && let Err(failure) = fs::remove_file(&file.from)
        {
            restore(&undo);
            return Err(failure).or_fail(|| ErrorKind::Unremovable(file.from.clone()));
        }
    }
    // A folder beside a page that has moved; one with other files stays.
    moves
        .iter()
        .filter_map(|file| file.from.parent())
        .for_each(|folder| _ = fs::remove_dir(folder));
    Ok(())
}

/// Restores files, the last change first. A file that cannot be restored is left: the first
/// failure is the one that is reported.
fn restore(undo: &[(&Path, Option<Vec<u8>>)]) {
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
