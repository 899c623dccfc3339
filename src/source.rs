//! The files that a site is made from, in memory: id → path and bytes.
//!
//! `load` fills this at the edge; from there on no stage touches a disk.

use rustc_hash::FxHashMap;

use crate::model::{SourceId, SourcePath};

/// One file.
#[derive(Debug)]
pub struct Source {
    pub path: SourcePath,
    pub bytes: Vec<u8>,
    /// Whether the file came with the program instead of from the root.
    pub built_in: bool,
}

impl Source {
    /// The bytes as text; what is not UTF-8 is replaced.
    pub fn text(&self) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(&self.bytes)
    }
}

/// All files, each with an id and found by path.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
    by_path: FxHashMap<SourcePath, SourceId>,
}

impl Sources {
    /// Adds a file. A later file of the same path takes the earlier one's
    /// place in look-ups, so built-in files are added first.
    pub fn add(&mut self, source: Source) -> SourceId {
        let id = SourceId(self.files.len() as u32);
        self.by_path.insert(source.path.clone(), id);
        self.files.push(source);
        id
    }

    pub fn get(&self, id: SourceId) -> &Source {
        &self.files[id.0 as usize]
    }

    pub fn find(&self, path: &str) -> Option<SourceId> {
        self.by_path.get(path).copied()
    }

    /// Every file that is not hidden by a later one of the same path, in the
    /// order of their paths, so that nothing depends on how a disk lists them.
    pub fn sorted(&self) -> Vec<(SourceId, &Source)> {
        let mut all: Vec<_> = self.by_path.values().map(|id| (*id, self.get(*id))).collect();
        all.sort_unstable_by(|a, b| a.1.path.cmp(&b.1.path));
        all
    }

    /// All files whose path starts with `prefix`, sorted.
    pub fn below(&self, prefix: &str) -> Vec<(SourceId, &Source)> {
        let mut found = self.sorted();
        found.retain(|(_, source)| source.path.as_str().starts_with(prefix));
        found
    }

    /// Every file added, hidden ones included.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.files.iter().enumerate().map(|(at, source)| (SourceId(at as u32), source))
    }
}
