//! Paths that differ only in case: some disks take them for one file, others for two.

use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;
use same_file::is_same_file;

use super::manifest::BuildManifest;
use crate::model::OutPath;

/// The files of a manifest by their names in lower case.
pub struct CaseCollisions<'a> {
    out: PathBuf,
    paths: FxHashMap<String, &'a OutPath>,
}

impl<'a> CaseCollisions<'a> {
    pub fn new(out: &Path, manifest: &'a BuildManifest) -> Self {
        let paths = manifest.files.keys().map(|path| (path.as_str().to_lowercase(), path));
        CaseCollisions { out: out.to_owned(), paths: paths.collect() }
    }

    /// Returns whether the disk takes `path` for one of the files whose name differs in case.
    pub fn has(&self, path: &OutPath) -> bool {
        let Some(other) = self.paths.get(&path.as_str().to_lowercase()) else { return false };
        let at = |path: &OutPath| self.out.join(path.as_str());
        *other != path && is_same_file(at(path), at(other)).unwrap_or(false)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// A hard link stands for a disk that ignores case: one file under two names.
    #[test]
    fn names_of_one_file_collide_and_others_do_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path();
        fs::write(out.join("Guide.html"), "old").expect("a file");
        let ignores_case = out.join("guide.html").exists();
        if !ignores_case {
            fs::hard_link(out.join("Guide.html"), out.join("guide.html")).expect("a link");
        }
        fs::write(out.join("Other.html"), "old").expect("a file");
        fs::write(out.join("other.html"), "old").expect("another file");
        let path = |name: &str| OutPath::new(name);
        let mut manifest = BuildManifest::default();
        for name in ["Guide.html", "Other.html"] {
            manifest.files.insert(path(name), String::new());
        }
        let collisions = CaseCollisions::new(out, &manifest);
        assert!(collisions.has(&path("guide.html")));
        assert!(!collisions.has(&path("Guide.html")), "it is itself");
        assert_eq!(collisions.has(&path("other.html")), ignores_case, "these are two files");
        assert!(!collisions.has(&path("nothing.html")));
    }
}
