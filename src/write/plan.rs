//! What a commit will do, found out before anything is changed: whatever can be
//! known to fail, fails here.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::Result;
use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::{
    New, Publication, Staged,
    case_collisions::CaseCollisions,
    manifest::{Manifest, hash},
};
use crate::{
    error::{AppError, ErrorKind, Explain},
    model::OutPath,
};

/// What a commit will do besides putting what is staged into place.
#[derive(Default)]
pub struct Plan {
    /// What the output folder will hold.
    pub next: Manifest,
    /// Where other people's files stand in the way.
    pub aside: Vec<PathBuf>,
    /// Files of ours that are no longer needed.
    pub remove: Vec<OutPath>,
    /// Such files that somebody has changed.
    pub kept: Vec<OutPath>,
}

/// What becomes of a file that is no longer needed.
enum Fate {
    MissingPages,
    Removed,
    Kept,
}

impl Publication {
    /// Compares what is staged, what is there and what the last build noted.
    pub(super) fn plan(&self, staged: &[Staged]) -> Result<Plan> {
        let mut plan = Plan::default();
        plan.next.lost = self.lost.clone();
        let previous = CaseCollisions::new(&self.out, &self.previous);
        for file in staged {
            // Another output stands below this one.
            let target = self.out.join(file.path.as_str());
            if self.new_folders.has(&target) {
                return Err(AppError::of(ErrorKind::FolderInTheWay(target)));
            }
            self.plan_output(file, &previous, &mut plan)?;
        }
        for (path, then) in &self.previous.files {
            if plan.next.files.contains_key(path) {
                continue;
            }
            match self.fate(path, then)? {
                Fate::MissingPages => {}
                Fate::Removed => plan.remove.push(path.clone()),
                Fate::Kept => plan.kept.push(path.clone()),
            }
        }
        self.probe(staged, &plan)?;
        Ok(plan)
    }

    /// Plans for one output. A file that we did not write stays somebody else's, even
    /// where its bytes are those that we would write.
    fn plan_output(&self, file: &Staged, previous: &CaseCollisions, plan: &mut Plan) -> Result<()> {
        let ours = self.previous.files.contains_key(&file.path) || previous.has(&file.path);
        if file.new.is_none() && !ours {
            plan.next.found.insert(file.path.clone());
            return Ok(());
        }
        plan.next.files.insert(file.path.clone(), file.hash.clone());
        if let Some(key) = &file.key {
            plan.next.keys.insert(file.path.clone(), key.clone());
        }
        if file.new.is_none() || self.empty {
            return Ok(());
        }
        let target = self.out.join(file.path.as_str());
        if is_in_the_way(&target)? && !ours {
            plan.aside.push(target);
        }
        Ok(())
    }

    /// Looks at a file that the last build wrote, with the hash `then`, and that is no
    /// longer needed.
    fn fate(&self, path: &OutPath, then: &str) -> Result<Fate> {
        let target = self.out.join(path.as_str());
        match fs::read(&target) {
            Ok(bytes) if hash(&bytes) == then && !self.leads_out(&target) => Ok(Fate::Removed),
            Ok(_) => Ok(Fate::Kept),
            Err(error) if is_gone(&error) => Ok(Fate::MissingPages),
            Err(error) => Err(AppError::because(ErrorKind::Unreadable(target), error)),
        }
    }

    /// Whether a symbolic link stands on the way to `target`.
    fn leads_out(&self, target: &Path) -> bool {
        let own = target.ancestors().take_while(|path| *path != self.out);
        own.into_iter().any(|path| path.is_symlink())
    }

    /// Tries each folder in which a file or folder will be put, replaced or removed: what
    /// is on another disk than the stage cannot take anything from it.
    fn probe(&self, staged: &[Staged], plan: &Plan) -> Result<()> {
        let alone = staged.iter().filter(|file| matches!(file.new, Some(New::Alone(_))));
        let paths = alone.map(|file| &file.path).chain(&plan.remove);
        let paths = paths.map(|path| self.out.join(path.as_str()));
        let mut folders: FxHashSet<PathBuf> =
            paths.filter_map(|path| path.parent().map(Path::to_owned)).collect();
        folders.extend(self.new_folders.parents());
        folders.par_iter().try_for_each(|folder| {
            self.try_to_put(folder).or_fail(|| ErrorKind::Unwritable(folder.clone()))
        })
    }
}

impl Publication {
    /// Puts an empty file into `folder`, and removes it.
    fn try_to_put(&self, folder: &Path) -> io::Result<()> {
        let trial = tempfile::Builder::new().prefix(".giljabi-").tempfile_in(self.stage.path())?;
        let (_file, path) = trial.into_parts();
        let target = folder.join(path.file_name().unwrap_or_default());
        if target.symlink_metadata().is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        fs::rename(&path, &target)?;
        fs::remove_file(target)
    }
}

/// Whether something stands at `target`. A folder there is never moved or replaced:
/// it may hold anything.
fn is_in_the_way(target: &Path) -> Result<bool> {
    match target.symlink_metadata() {
        Ok(found) if found.is_dir() => Err(AppError::of(ErrorKind::FolderInTheWay(target.into()))),
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(AppError::because(ErrorKind::Unwritable(target.into()), error)),
    }
}

/// Whether a file could not be read because there is none: also where a file stands
/// in place of one of its folders.
fn is_gone(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_where_another_needs_a_folder_is_refused_before_anything_is_put() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("site");
        let publication = Publication::open(&out, false).expect("an output folder");
        let stage = |path: &str| publication.stage(&OutPath::new(path.to_owned()), b"x");
        let staged = ["a/index.html", "a"].map(|path| stage(path).expect("staged"));
        let error = publication.commit(staged.into()).expect_err("they cannot both stand");
        assert!(error.to_string().contains("site/a is in the way"), "{error}");
        assert!(!out.exists(), "nothing is left behind");
    }
}
