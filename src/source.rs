//! The files that a site is made from, in memory.
//!
//! `load` reads them; after that, no stage touches a disk. Copies share the
//! files, so a preview can keep the version that it shows while an edit replaces a file.

use std::sync::Arc;

use bytes::Bytes;
use rustc_hash::FxHashMap;

use crate::model::{Document, SourceId, SourcePath, Span};

/// One file.
#[derive(Debug)]
pub struct Source {
    pub path: SourcePath,
    /// Shared, so that parts of it need no copy.
    pub bytes: Bytes,
    /// True for a file that comes with the program, false for one below the root.
    pub built_in: bool,
}

impl Source {
    /// Returns the bytes as text; invalid UTF-8 is replaced.
    pub fn text(&self) -> std::borrow::Cow<'_, str> {
        match simdutf8::basic::from_utf8(&self.bytes) {
            Ok(text) => text.into(),
            Err(_) => String::from_utf8_lossy(&self.bytes),
        }
    }
}

/// A file that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    pub path: SourcePath,
    pub text: String,
}

/// All files, each with an id and found by path.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The files by id. A removed one has an empty path.
    files: Vec<Arc<Source>>,
    by_path: Arc<FxHashMap<SourcePath, SourceId>>,
    /// Files that a later file of the same path hides, by that path.
    hidden: FxHashMap<SourcePath, Vec<SourceId>>,
    /// The ids of removed files, for new files.
    free: Vec<SourceId>,
}

impl Sources {
    /// Returns the Markdown of `document`, which was valid UTF-8 when it was parsed.
    pub fn body<'d>(&'d self, document: &'d Document) -> &'d str {
        let body = document.body.start as usize..document.body.end as usize;
        if let Some(masked) = &document.masked {
            return masked.get(body).unwrap_or_default();
        }
        let bytes = self.get(document.source).bytes.get(body);
        bytes.and_then(|bytes| simdutf8::basic::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// Returns the text at `span`, if it is valid UTF-8.
    pub fn text_at(&self, span: Span) -> Option<&str> {
        std::str::from_utf8(self.get(span.source).bytes.get(span.range())?).ok()
    }

    /// Adds a file. A later file of the same path hides the earlier one, so built-in files are
    /// added first.
    pub fn add(&mut self, source: Source) -> SourceId {
        let path = source.path.clone();
        let id = self.free.pop().unwrap_or(SourceId(self.files.len() as u32));
        match self.files.get_mut(id.0 as usize) {
            Some(place) => *place = Arc::new(source),
            None => self.files.push(Arc::new(source)),
        }
        if let Some(earlier) = Arc::make_mut(&mut self.by_path).insert(path.clone(), id) {
            self.hidden.entry(path).or_default().push(earlier);
        }
        id
    }

    /// Returns whether a file of the site has the path of one that came with the program.
    pub fn replaces_built_in(&self, path: &SourcePath) -> bool {
        self.built_in_bytes(path).is_some()
    }

    /// Returns the bytes of the built-in file that another one of the same path hides.
    pub fn built_in_bytes(&self, path: &SourcePath) -> Option<&[u8]> {
        let mut hidden = self.hidden.get(path)?.iter().map(|id| self.get(*id));
        hidden.find(|source| source.built_in).map(|source| &source.bytes[..])
    }

    /// Adds a file of the root.
    pub fn add_file(&mut self, path: &str, bytes: impl Into<Bytes>) -> SourceId {
        self.add(Source { path: SourcePath::new(path), bytes: bytes.into(), built_in: false })
    }

    /// Returns the pairs of files of the site whose names are equal after Unicode normalisation,
    /// and which therefore have the same path. The first of each pair hides the second.
    pub fn same_name_pairs(&self) -> Vec<(SourceId, SourceId)> {
        let own = |id: &SourceId| !self.get(*id).built_in;
        let pair = |(path, ids): (&SourcePath, &Vec<SourceId>)| {
            let first = ids.iter().copied().find(own)?;
            Some((self.find(path.as_str()).filter(own)?, first))
        };
        let mut pairs: Vec<_> = self.hidden.iter().filter_map(pair).collect();
        pairs.sort_unstable();
        pairs
    }

    /// Replaces the bytes of a file.
    pub fn replace(&mut self, id: SourceId, bytes: Bytes) {
        let Source { path, built_in, .. } = self.get(id);
        let source = Source { path: path.clone(), bytes, built_in: *built_in };
        self.files[id.0 as usize] = Arc::new(source);
    }

    /// Removes a file; a file that it hid can be found again. Its id may be given to another
    /// file.
    pub fn remove(&mut self, id: SourceId) {
        let path = self.get(id).path.clone();
        let nothing = Source { path: SourcePath::new(""), bytes: Bytes::new(), built_in: false };
        self.files[id.0 as usize] = Arc::new(nothing);
        self.free.push(id);
        if let Some(hidden) = self.hidden.get_mut(&path) {
            hidden.retain(|other| *other != id);
        }
        if self.find(path.as_str()) != Some(id) {
            return;
        }
        let earlier = self.hidden.get_mut(&path).and_then(Vec::pop);
        let by_path = Arc::make_mut(&mut self.by_path);
        match earlier {
            Some(earlier) => by_path.insert(path, earlier),
            None => by_path.remove(&path),
        };
    }

    pub fn get(&self, id: SourceId) -> &Source {
        &self.files[id.0 as usize]
    }

    /// Returns the file as a pointer, by which a cache tells its versions apart.
    pub fn shared(&self, id: SourceId) -> &Arc<Source> {
        &self.files[id.0 as usize]
    }

    /// Returns the file at `path`, as no later one hides it.
    pub fn find(&self, path: &str) -> Option<SourceId> {
        self.by_path.get(path).copied()
    }

    /// Returns every file that is not hidden by a later one of the same path, in the order of
    /// their paths, so that nothing depends on how a disk lists them.
    pub fn visible(&self) -> Vec<(SourceId, &Source)> {
        self.below("")
    }

    /// Returns the visible files whose path starts with `prefix`, in the same order.
    pub fn below(&self, prefix: &str) -> Vec<(SourceId, &Source)> {
        let of_prefix =
            |(_, source): &(SourceId, &Source)| source.path.as_str().starts_with(prefix);
        let all = self.by_path.values().map(|id| (*id, self.get(*id)));
        let mut files: Vec<_> = all.filter(of_prefix).collect();
        files.sort_unstable_by(|a, b| a.1.path.cmp(&b.1.path));
        files
    }

    /// Returns every file, hidden ones included.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        let all = self.files.iter().enumerate().map(|(at, file)| (SourceId(at as u32), &**file));
        all.filter(|(_, source)| !source.path.as_str().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str, bytes: &str, built_in: bool) -> Source {
        Source { path: SourcePath::new(path), bytes: bytes.to_owned().into(), built_in }
    }

    #[test]
    fn a_copy_keeps_what_an_edit_replaces() {
        let mut sources = Sources::default();
        let id = sources.add(source("a", "old", false));
        let before = sources.clone();
        sources.replace(id, "new".into());
        assert_eq!((&*before.get(id).bytes, &*sources.get(id).bytes), (&b"old"[..], &b"new"[..]));
        assert!(!Arc::ptr_eq(before.shared(id), sources.shared(id)));
    }

    #[test]
    fn a_hidden_file_is_found_again_when_the_other_is_removed() {
        let mut sources = Sources::default();
        let built_in = sources.add(source("a", "built in", true));
        let own = sources.add(source("a", "own", false));
        assert_eq!(sources.find("a"), Some(own));
        sources.remove(own);
        assert_eq!(sources.find("a"), Some(built_in));
        assert_eq!(sources.iter().count(), 1);
        let again = sources.add(source("b", "another", false));
        assert_eq!(sources.find("b"), Some(again));
        assert_eq!(sources.iter().count(), 2);
        assert_eq!(sources.visible().len(), 2);
        assert_eq!(sources.same_name_pairs(), []);
        let twin = sources.add(source("b", "the same name", false));
        assert_eq!(sources.same_name_pairs(), [(twin, again)]);
    }
}
