//! Publishes staged outputs: plans the changes, writes them into a journal, and makes all
//! of them or none.

use std::{
    fs::{self, File},
    io::Write,
};

use anyhow::Result;

use super::{
    Publication, Staged, Summary,
    journal::Interrupted,
    manifest::{BuildManifest, FILE, FOLDER},
    plan::CommitPlan,
};
use crate::error::{ErrorKind, Explain};

impl Publication {
    /// Puts every staged output into place and removes files that are no longer needed.
    pub fn commit(self, staged: Vec<Staged>) -> Result<Summary> {
        let mut plan = self.plan(&staged)?;
        let manifest = self.stage_manifest(&plan.next)?;
        plan.note_manifest(manifest);
        let summary = plan.summary(&staged);
        if plan.journal.is_empty() {
            return Ok(summary);
        }
        match plan.journal.carry_out(&self.out, &self.waiting) {
            Ok(()) => {
                self.folders.keep();
                Ok(summary)
            }
            Err(Interrupted { error, restored }) => {
                if !restored {
                    // The next build needs journal and stage to undo the rest.
                    self.folders.keep();
                    let _ = self.stage.keep();
                }
                Err(error)
            }
        }
    }

    /// Stages the new manifest. Returns whether there was one before, or `None` if the manifest
    /// does not change.
    fn stage_manifest(&self, next: &BuildManifest) -> Result<Option<bool>> {
        let path = self.out.join(FOLDER).join(FILE);
        let text = next.text()?;
        if self.is_published && fs::read(&path).is_ok_and(|old| old == text.as_bytes()) {
            return Ok(None);
        }
        // It is on the disk before anything else is changed, so that no power cut leaves it empty.
        let written = File::create(self.waiting.join(FILE)).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        });
        written.or_fail(|| ErrorKind::Unwritable(path))?;
        Ok(Some(self.is_published))
    }
}

impl CommitPlan {
    /// Returns the summary of the changes to the output folder.
    fn summary(&self, staged: &[Staged]) -> Summary {
        let written = staged.iter().filter(|file| file.new.is_some()).count();
        let replaced = staged.iter().filter(|file| file.edited).map(|file| file.path.clone());
        Summary {
            written,
            unchanged: staged.len() - written,
            removed: self.removed,
            left_edited: self.left_edited.clone(),
            replaced: replaced.collect(),
            moved: self.displaced.clone(),
        }
    }
}
