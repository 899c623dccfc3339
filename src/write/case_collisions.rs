//! Paths that differ only in case: one file on some disks, two on others.

use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;
use same_file::is_same_file;

use super::manifest::BuildManifest;
use crate::model::OutPath;

/// The files of a manifest, whatever their case.
pub struct CaseCollisions<'a> {
    out: PathBuf,
    paths: FxHashMap<String, &'a OutPath>,
}

impl<'a> CaseCollisions<'a> {
    pub fn new(out: &Path, manifest: &'a BuildManifest) -> Self {
        let paths = manifest.files.keys().map(|path| (path.as_str().to_lowercase(), path));
        CaseCollisions { out: out.to_owned(), paths: paths.collect() }
    }

    /// Returns whether `path` is one of the files under another case, which only the disk can
    /// tell.
    pub fn has(&self, path: &OutPath) -> bool {
        let Some(other) = self.paths.get(&path.as_str().to_lowercase()) else { return false };
        let at = |path: &OutPath| self.out.join(path.as_str());
        *other != path && is_same_file(at(path), at(other)).unwrap_or(false)
    }
}
