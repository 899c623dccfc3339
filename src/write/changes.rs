//! Finds the pages that differ from those of another build, by the manifest of that build,
//! before the new files are put into place.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::Result;

use super::{
    Publication, Staged,
    manifest::{BuildManifest, hash},
    read,
};
use crate::{
    error::{AppError, ErrorKind, Explain},
    model::OutPath,
};

/// The name of a page's file in its folder.
const PAGE: &str = "index.html";

/// The pages that differ from those of an earlier build, in the order of their paths.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ChangedPages {
    pub added: Vec<OutPath>,
    pub edited: Vec<OutPath>,
    pub removed: Vec<OutPath>,
}

impl Publication {
    /// Compares the pages among `staged` with those of the build whose manifest is at `since`,
    /// or by default with those of the build in the output folder.
    ///
    /// A page in which only the name of the assets folder differs has not changed, as readers
    /// see the same. This can only be told where the output folder still has the earlier page.
    pub fn changed_pages(&self, staged: &[Staged], since: Option<&Path>) -> Result<ChangedPages> {
        let named = since.map(named_manifest).transpose()?;
        let before = named.as_ref().unwrap_or(&self.previous);
        let pages: BTreeMap<&OutPath, &Staged> = staged
            .iter()
            .filter(|file| is_page(&file.path))
            .map(|file| (&file.path, file))
            .collect();
        let mut changed = ChangedPages::default();
        for (path, file) in &pages {
            match before.files.get(*path) {
                // The same bytes already stood there, written by others, so readers see nothing new.
                None if before.found.contains(*path) => {}
                None => changed.added.push((*path).clone()),
                Some(then) if *then == file.hash => {}
                Some(then) if self.differs_in_assets_only(file, then, before)? => {}
                Some(_) => changed.edited.push((*path).clone()),
            }
        }
        let removed = before.files.keys().filter(|path| is_page(path) && !pages.contains_key(path));
        changed.removed = removed.cloned().collect();
        Ok(changed)
    }

    /// Returns whether the earlier page, whose hash is `then`, differs from `file` in nothing
    /// but the name of the assets folder.
    fn differs_in_assets_only(
        &self,
        file: &Staged,
        then: &str,
        before: &BuildManifest,
    ) -> Result<bool> {
        let (old_folder, new_folder) = (before.assets.as_str(), self.assets.as_str());
        if old_folder.is_empty() || old_folder == new_folder {
            return Ok(false);
        }
        let (Some(old), Some(new)) = (read(&self.out.join(file.path.as_str())), &file.new) else {
            return Ok(false);
        };
        if hash(&old) != then {
            return Ok(false);
        }
        let new = fs::read(new.path()).or_fail(|| ErrorKind::Unreadable(new.path().into()))?;
        let old = String::from_utf8_lossy(&old);
        Ok(old.replace(old_folder, new_folder).as_bytes() == new)
    }
}

fn named_manifest(file: &Path) -> Result<BuildManifest> {
    let manifest = BuildManifest::read_file(file)?;
    manifest.ok_or_else(|| AppError::without_cause(ErrorKind::NoManifest(file.into())))
}

fn is_page(path: &OutPath) -> bool {
    let path = path.as_str();
    path == PAGE || path.strip_suffix(PAGE).is_some_and(|folder| folder.ends_with('/'))
}
