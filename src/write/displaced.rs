//! Other people's files that stand where ours must: they get another name.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Error, Result};

use super::LONGEST_NAME;
use crate::error::{AppError, ErrorKind};

/// Where a file stood, and where it is now.
pub type Moved = (PathBuf, PathBuf);

/// Gives each of `targets` a name that is neither in use nor `needed` by this build;
/// all of them, or none.
pub fn move_aside(targets: &[PathBuf], needed: impl Fn(&Path) -> bool) -> Result<Vec<Moved>> {
    let mut moved = Vec::new();
    for target in targets {
        let aside = free_name(target, &needed);
        if let Err(error) = fs::rename(target, &aside) {
            let error = AppError::because(ErrorKind::Unwritable(target.clone()), error);
            return Err(move_back(&moved, error));
        }
        moved.push((target.clone(), aside));
    }
    Ok(moved)
}

/// Undoes [`move_aside`], for the reason `error`, which is told of files that could
/// not be moved back.
pub fn move_back(moved: &[Moved], error: Error) -> Error {
    moved.iter().fold(error, |error, (target, aside)| match fs::rename(aside, target) {
        Ok(()) => error,
        Err(_) => still_aside(error, target, aside),
    })
}

/// Says with `error` where a file is that is not where it was.
pub fn still_aside(error: Error, target: &Path, aside: &Path) -> Error {
    AppError::because(ErrorKind::StillAside { was: target.into(), is: aside.into() }, error)
}

/// `index.html.before-giljabi`, or the first such name that is free.
fn free_name(target: &Path, needed: impl Fn(&Path) -> bool) -> PathBuf {
    let names = (1_usize..).map(|number| name_aside(target, number));
    let mut free = names.filter(|path| path.symlink_metadata().is_err() && !needed(path));
    free.next().unwrap_or_else(|| name_aside(target, 0))
}

/// The name with our ending; a long name loses its own end for that.
fn name_aside(target: &Path, number: usize) -> PathBuf {
    let ending = match number {
        1 => ".before-giljabi".to_owned(),
        _ => format!(".before-giljabi-{number}"),
    };
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let mut end = name.len().min(LONGEST_NAME - ending.len());
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    target.with_file_name(format!("{}{ending}", &name[..end]))
}
