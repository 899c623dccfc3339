//! Changes the output folder as planned; where that fails after all, leaves nobody's
//! file in doubt.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Error, Result};
use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::{
    New, Publication, Staged, Summary,
    case_collisions::CaseCollisions,
    displaced::{self, Moved},
    manifest::Manifest,
    plan::Plan,
};
use crate::{
    error::{ErrorKind, Explain},
    model::OutPath,
};

impl Publication {
    /// Puts every staged output into place and removes what is no longer needed.
    pub fn commit(self, staged: Vec<Staged>) -> Result<Summary> {
        let plan = self.plan(&staged)?;
        let needed = |path: &Path| {
            let path = path.strip_prefix(&self.out).ok().and_then(Path::to_str);
            path.is_some_and(|path| plan.next.files.contains_key(path))
        };
        // A path is claimed only once nobody else's file stands there.
        let moved = displaced::move_aside(&plan.aside, needed)?;
        match self.carry_out(&plan, &staged) {
            Ok(summary) => {
                self.folders.keep();
                Ok(Summary { moved, ..summary })
            }
            Err(error) => Err(self.undo(&plan, &staged, &moved, error)),
        }
    }

    fn carry_out(&self, plan: &Plan, staged: &[Staged]) -> Result<Summary> {
        // Should the machine stop half-way, both old and new files are known as ours.
        let mut both = plan.next.clone();
        for (path, hash) in &self.previous.files {
            both.files.entry(path.clone()).or_insert_with(|| hash.clone());
        }
        both.write(&self.out)?;
        self.new_folders.put()?;
        staged.par_iter().try_for_each(|file| match &file.new {
            Some(New::Alone(from)) => self.put(from, &file.path),
            Some(New::InFolder(_)) | None => Ok(()),
        })?;
        let written = staged.iter().filter(|file| file.new.is_some()).count();
        let unchanged = staged.len() - written;
        let replaced = staged.iter().filter(|file| file.edited).map(|file| file.path.clone());
        let replaced = replaced.collect();
        let mut summary = Summary { written, unchanged, replaced, ..Summary::default() };
        self.prune(plan, &mut summary)?;
        plan.next.write(&self.out)?;
        Ok(summary)
    }

    fn put(&self, from: &Path, path: &OutPath) -> Result<()> {
        let target = self.out.join(path.as_str());
        fs::rename(from, &target).or_fail(|| ErrorKind::Unwritable(target))
    }

    /// Removes what is no longer needed, unless the disk takes it for a new file.
    fn prune(&self, plan: &Plan, summary: &mut Summary) -> Result<()> {
        if plan.remove.is_empty() && plan.kept.is_empty() {
            return Ok(());
        }
        let new = CaseCollisions::new(&self.out, &plan.next);
        for path in plan.remove.iter().filter(|path| !new.has(path)) {
            let target = self.out.join(path.as_str());
            fs::remove_file(&target).or_fail(|| ErrorKind::Unremovable(target.clone()))?;
            summary.removed += 1;
            self.remove_empty_folders(&target);
        }
        summary.kept = plan.kept.iter().filter(|path| !new.has(path)).cloned().collect();
        Ok(())
    }

    fn remove_empty_folders(&self, removed: &Path) {
        for folder in removed.ancestors().skip(1).take_while(|path| *path != self.out) {
            if fs::remove_dir(folder).is_err() {
                return;
            }
        }
    }

    /// After a failure: notes what is really ours, then gives other people's files
    /// their places back. In this order, for a place that is noted as ours is one
    /// whose file the next build may overwrite.
    fn undo(&self, plan: &Plan, staged: &[Staged], moved: &[Moved], error: Error) -> Error {
        let left = self.left(plan, staged, moved);
        let noted = match left == Manifest::default() && !self.known {
            true => Manifest::remove(&self.out),
            false => left.write(&self.out),
        };
        match noted {
            Ok(()) => displaced::move_back(moved, error),
            Err(_) => moved.iter().fold(error, |e, (from, to)| displaced::still_aside(e, from, to)),
        }
    }

    /// What the output folder holds of ours after a failure: what it held before, and
    /// what was put and is to stay.
    fn left(&self, plan: &Plan, staged: &[Staged], moved: &[Moved]) -> Manifest {
        let theirs: FxHashSet<&PathBuf> = moved.iter().map(|(target, _)| target).collect();
        let mut left = self.previous.clone();
        for file in staged {
            let is_put = file.new.as_ref().is_none_or(|new| new.path().symlink_metadata().is_err());
            let is_ours = plan.next.files.contains_key(&file.path)
                && !theirs.contains(&self.out.join(file.path.as_str()));
            if is_put && is_ours {
                left.files.insert(file.path.clone(), file.hash.clone());
                left.found.remove(&file.path);
            }
        }
        left
    }
}
