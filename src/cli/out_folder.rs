//! The output folder of a build: its default, and a check that it does not mix outputs with
//! sources.

use std::{
    io,
    path::{Component, Path, PathBuf},
};

use anyhow::Result;

use crate::error::{AppError, ErrorKind, Explain};

/// Returns the folder `site` below the root, as a short path.
pub fn default_folder(root: &Path) -> PathBuf {
    if root == Path::new(".") { PathBuf::from("site") } else { root.join("site") }
}

/// Refuses a folder among the sources, or one that contains them; links are followed.
pub fn refuse_sources(root: &Path, out: &Path) -> Result<()> {
    let place = real_place(out).or_fail(|| ErrorKind::NoFolder(out.into()))?;
    let mut among = real_place(root)?.starts_with(&place);
    for folder in ["content", "templates", "static"] {
        // The folder may itself be a link.
        among |= place.starts_with(real_place(&root.join(folder))?);
    }
    if among {
        return Err(AppError::without_cause(ErrorKind::AmongSources(place)));
    }
    Ok(())
}

/// Refuses a folder that is the target of a link among the sources: the next build would read
/// the outputs of this one.
pub fn refuse_linked(linked: &[PathBuf], out: &Path) -> Result<()> {
    let place = real_place(out)?;
    match linked.iter().find(|target| place.starts_with(target) || target.starts_with(&place)) {
        Some(target) => Err(AppError::without_cause(ErrorKind::LinkedOut {
            out: place,
            target: target.clone(),
        })),
        None => Ok(()),
    }
}

/// Returns the absolute path of `path`, which may not exist. Links are followed before `..` is
/// applied.
fn real_place(path: &Path) -> io::Result<PathBuf> {
    let mut place = PathBuf::new();
    for part in std::path::absolute(path)?.components() {
        match part {
            Component::ParentDir => _ = place.pop(),
            part => place.push(part),
        }
        if let Ok(found) = place.canonicalize() {
            place = found;
        }
    }
    Ok(place)
}
