//! Writes source files that are new: all of them or none, and never over another file.

use std::{
    fs::{self, OpenOptions},
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::Result;

use super::ledger::find_on_disk;
use crate::{
    error::{self, AppError, ErrorKind, Explain},
    source::NewFile,
};

/// Writes `files` below `root`, and the folders that they need.
///
/// # Errors
///
/// Fails if one of the files is there already, naming each of those; or if one cannot be
/// written. What was written until then is removed.
pub fn create_sources(root: &Path, files: &[NewFile]) -> Result<()> {
    let places: Vec<PathBuf> =
        files.iter().map(|file| find_on_disk(root, file.path.as_str())).collect();
    let taken = places.iter().filter(|place| place.symlink_metadata().is_ok());
    error::combine(taken.map(|place| already_there(place)).collect())?;
    for (at, (file, place)) in files.iter().zip(&places).enumerate() {
        if let Err(failure) = create(place, &file.text) {
            // What cannot be removed either is told by the next run, as a file in the way.
            places[..at].iter().for_each(|place| _ = fs::remove_file(place));
            return Err(failure).or_fail(|| ErrorKind::Unwritable(place.clone()));
        }
    }
    Ok(())
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
