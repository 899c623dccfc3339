//! The files of a root, read again when an edit touches them.
//!
//! The bytes of a file are complete: a file that is written while it is read is read again.
//! If something cannot be read, the sources stay as they were and the next [`Files::refresh`]
//! reads everything.

use std::{
    collections::{BTreeMap, HashSet},
    fs::{self, File, Metadata},
    io::{self, Read},
    path::{Path, PathBuf},
    thread,
    time::{Duration, SystemTime},
};

use anyhow::Result;
use bytes::Bytes;
use rayon::prelude::*;

use super::{FOLDERS, Listing, built_in, check_length, is_hidden, slashed};
use crate::{
    error::{ErrorKind, Explain},
    model::{SourceId, SourcePath},
    pipeline::SETTINGS_FILE,
    source::{Source, Sources},
};

/// The files of a root, with their metadata at the time when they were read.
#[derive(Debug)]
pub struct Files {
    root: PathBuf,
    real_root: PathBuf,
    sources: Sources,
    /// The files by their path below the root, as the disk spells it.
    files: BTreeMap<String, ReadFile>,
    targets: Vec<PathBuf>,
    /// True if something could not be read the last time.
    uncertain: bool,
}

#[derive(Clone, Copy, Debug)]
struct ReadFile {
    id: SourceId,
    stamp: Stamp,
}

/// The files that may have changed.
#[derive(Clone, Debug)]
pub enum Touched {
    /// Files, by their full paths.
    Paths(Vec<PathBuf>),
    /// Any file.
    Everything,
}

/// The metadata of a file. Equal stamps mean equal bytes, unless the file was read so soon
/// after a write that the clock cannot tell a second write apart.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    identity: (u64, u64, i64, i64),
}

/// The size and times of a file in the file system; `None` where there is no file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FileLook(Option<Stamp>);

impl FileLook {
    #[cfg(test)]
    pub fn of_length(length: u64) -> FileLook {
        FileLook(Some(Stamp { length, modified: None, identity: (0, 0, 0, 0) }))
    }
}

/// The resolution of the clocks of file systems.
const CLOCK: Duration = Duration::from_millis(40);

/// A file that was just read.
struct Fresh {
    path: String,
    bytes: Bytes,
    stamp: Stamp,
}

impl Files {
    /// Reads the built-in theme and the site at `root`.
    pub fn open(root: &Path) -> Result<Files> {
        let mut files = Files {
            root: root.to_owned(),
            real_root: root.canonicalize().or_fail(|| ErrorKind::Unreadable(root.into()))?,
            sources: built_in(),
            files: BTreeMap::new(),
            targets: Vec::new(),
            uncertain: false,
        };
        files.rescan()?;
        Ok(files)
    }

    /// Returns all files as they are now; copies are cheap.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// Returns the root without symbolic links, below which [`Touched::Paths`] are.
    pub fn real_root(&self) -> &Path {
        &self.real_root
    }

    /// Returns whether the last read of the disk failed.
    pub fn is_uncertain(&self) -> bool {
        self.uncertain
    }

    /// Returns the targets of symbolic links: other files and folders whose changes matter.
    pub fn targets(&self) -> &[PathBuf] {
        &self.targets
    }

    /// Returns whether a change at `path` may change the site.
    pub fn concerns(&self, path: &Path) -> bool {
        let Ok(below) = path.strip_prefix(&self.real_root) else {
            return self.targets.iter().any(|target| path.starts_with(target));
        };
        let mut parts = below.components().map(|part| part.as_os_str());
        let Some(first) = parts.next() else { return true };
        let named = first == SETTINGS_FILE || FOLDERS.iter().any(|folder| first == *folder);
        (named && !parts.any(is_hidden)) || self.targets.iter().any(|t| path.starts_with(t))
    }

    /// Returns the files that look different from when they were read, by their full paths;
    /// `None` where the root cannot be listed.
    pub fn changed(&self) -> Option<Vec<(PathBuf, FileLook)>> {
        let listing = Listing::read(&self.root).ok()?;
        let different = |(name, file): &(String, PathBuf)| {
            let stamp = stamp_of(file);
            let before = self.files.get(name).map(|file| file.stamp);
            let is_same = before.is_some() && before == stamp;
            (!is_same).then(|| (self.real_root.join(name), FileLook(stamp)))
        };
        let mut changed: Vec<_> = listing.files.par_iter().filter_map(different).collect();
        let names: HashSet<&str> = listing.files.iter().map(|(name, _)| name.as_str()).collect();
        let removed = self.files.keys().filter(|name| !names.contains(name.as_str()));
        changed.extend(removed.map(|name| (self.real_root.join(name), FileLook(None))));
        Some(changed)
    }

    /// Reads the touched files again and returns the paths whose bytes changed, sorted.
    ///
    /// # Errors
    /// Fails if a file or folder cannot be read; the sources stay as they were.
    pub fn refresh(&mut self, touched: &Touched) -> Result<Vec<SourcePath>> {
        let changed = match touched {
            Touched::Paths(paths) if !self.uncertain => match self.single_files(paths) {
                Some(names) => self.reread(names),
                None => self.rescan(),
            },
            Touched::Paths(_) | Touched::Everything => self.rescan(),
        };
        self.uncertain = changed.is_err();
        changed
    }

    /// Returns the touched files by their names below the root; `None` when a folder or a link
    /// is among them.
    fn single_files(&self, paths: &[PathBuf]) -> Option<Vec<String>> {
        let mut names = Vec::with_capacity(paths.len());
        for path in paths {
            let name = slashed(path.strip_prefix(&self.real_root).ok()?);
            let is_known = self.files.contains_key(&name);
            if !is_source_name(&name) {
                return None;
            }
            match path.symlink_metadata() {
                Ok(metadata) if metadata.is_file() && has_exact_name(path) => names.push(name),
                Ok(metadata) if metadata.is_file() && is_known => names.push(name),
                Ok(_) => return None,
                Err(_) if is_known && name != SETTINGS_FILE => names.push(name),
                Err(_) if is_known => return None,
                Err(_) => {
                    let folder = [name.as_str(), "/"].concat();
                    let inside = self.files.range(folder.clone()..).next();
                    if inside.is_some_and(|(name, _)| name.starts_with(&folder)) {
                        return None;
                    }
                }
            }
        }
        Some(names)
    }

    fn reread(&mut self, names: Vec<String>) -> Result<Vec<SourcePath>> {
        let (mut fresh, mut removed) = (Vec::new(), Vec::new());
        let read: Vec<Result<(String, Option<Fresh>)>> = names
            .into_par_iter()
            .map(|name| {
                let file = self.root.join(&name);
                let fresh = if has_exact_name(&file) { read(&name, &file)? } else { None };
                Ok((name, fresh))
            })
            .collect();
        for read in read {
            match read? {
                (_, Some(file)) => fresh.push(file),
                (name, None) => removed.push(name),
            }
        }
        Ok(self.apply(fresh, removed))
    }

    /// Compares every file with its last known size and times, and reads those that differ.
    fn rescan(&mut self) -> Result<Vec<SourcePath>> {
        // The working directory has no name that could be spelt differently.
        fs::metadata(&self.real_root).or_fail(|| ErrorKind::Unreadable(self.real_root.clone()))?;
        let listing = listing(&self.root)?;
        let fresh: Result<Vec<Option<Fresh>>> = listing
            .files
            .par_iter()
            .map(|(name, file)| match self.files.get(name) {
                Some(before) if Some(before.stamp) == stamp_of(file) => Ok(None),
                _ => read(name, file),
            })
            .collect();
        let fresh = fresh?.into_iter().flatten().collect();
        let names: HashSet<&str> = listing.files.iter().map(|(name, _)| name.as_str()).collect();
        let removed = self.files.keys().filter(|name| !names.contains(name.as_str()));
        let removed = removed.cloned().collect();
        self.targets = listing.targets;
        Ok(self.apply(fresh, removed))
    }

    /// Applies changed and removed files to the sources, and returns their paths.
    fn apply(&mut self, fresh: Vec<Fresh>, removed: Vec<String>) -> Vec<SourcePath> {
        let mut changed = Vec::new();
        for Fresh { path: name, bytes, stamp } in fresh {
            let path = SourcePath::new(&name);
            let id = match self.files.get(&name) {
                Some(ReadFile { id, .. }) if self.sources.get(*id).bytes == bytes => *id,
                Some(ReadFile { id, .. }) => {
                    self.sources.replace(*id, bytes);
                    changed.push(path);
                    *id
                }
                None => {
                    changed.push(path.clone());
                    self.sources.add(Source { path, bytes, built_in: false })
                }
            };
            self.files.insert(name, ReadFile { id, stamp });
        }
        for name in removed {
            if let Some(ReadFile { id, .. }) = self.files.remove(&name) {
                self.sources.remove(id);
                changed.push(SourcePath::new(&name));
            }
        }
        changed.sort_unstable();
        changed
    }
}

/// Returns the folders of `root` below which every change matters, as far as they are
/// there.
pub fn folders(root: &Path) -> Vec<PathBuf> {
    FOLDERS.iter().map(|folder| root.join(folder)).filter(|folder| folder.is_dir()).collect()
}

/// Returns whether `name` is the settings file or lies in a folder that is read. Other
/// changes are those of the targets of links.
fn is_source_name(name: &str) -> bool {
    let first = name.split('/').next().unwrap_or_default();
    name == SETTINGS_FILE || FOLDERS.contains(&first)
}

/// Lists the root. A file that vanishes meanwhile may be about to be replaced, so a failed
/// attempt is repeated.
fn listing(root: &Path) -> Result<Listing> {
    const TRIES: u32 = 3;
    for attempt in 1..TRIES {
        match Listing::read(root) {
            Ok(listing) => return Ok(listing),
            Err(_) => thread::sleep(CLOCK * attempt),
        }
    }
    Listing::read(root)
}

/// Reads a file while it is not being written; returns `None` if there is none any more.
fn read(name: &str, file: &Path) -> Result<Option<Fresh>> {
    const TRIES: usize = 5;
    let mut fresh = None;
    for _ in 0..TRIES {
        check_length(file)?;
        let (before, bytes) = match read_once(file) {
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error).or_fail(|| ErrorKind::Unreadable(file.into())),
        };
        let whole = stamp_of(file) == Some(before) && before.length == bytes.len() as u64;
        let stamp = if before.is_settled() { before } else { before.unequal() };
        fresh = Some(Fresh { path: name.to_owned(), bytes: bytes.into(), stamp });
        if whole {
            break;
        }
        thread::sleep(Duration::from_millis(5));
    }
    Ok(fresh)
}

fn read_once(file: &Path) -> io::Result<(Stamp, Vec<u8>)> {
    let mut file = File::open(file)?;
    let metadata = file.metadata()?;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(metadata.len() as usize)?;
    file.read_to_end(&mut bytes)?;
    Ok((Stamp::new(&metadata), bytes))
}

fn stamp_of(file: &Path) -> Option<Stamp> {
    fs::metadata(file).ok().map(|metadata| Stamp::new(&metadata))
}

impl Stamp {
    fn new(metadata: &Metadata) -> Stamp {
        Stamp {
            length: metadata.len(),
            modified: metadata.modified().ok(),
            identity: identity(metadata),
        }
    }

    /// Returns whether a later write would change the stamp.
    fn is_settled(&self) -> bool {
        let age = self.modified.and_then(|modified| modified.elapsed().ok());
        age.is_some_and(|age| age > CLOCK)
    }

    /// Returns a stamp that is equal to no stamp of a file.
    fn unequal(self) -> Stamp {
        Stamp { length: u64::MAX, ..self }
    }
}

/// Returns device, inode, and the time at which the bytes or attributes changed last.
#[cfg(unix)]
fn identity(metadata: &Metadata) -> (u64, u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.dev(), metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> (u64, u64, i64, i64) {
    (0, 0, 0, 0)
}

/// Returns whether `file` is called exactly that: some systems find `a.md` under `A.md`.
#[cfg(any(target_os = "macos", windows))]
fn has_exact_name(file: &Path) -> bool {
    file.canonicalize().ok().is_none_or(|real| is_same_name(&real, file))
}

/// Returns whether two paths end in the same name, however Hangul is stored in it.
#[cfg(any(target_os = "macos", windows, test))]
fn is_same_name(a: &Path, b: &Path) -> bool {
    let composed = |path: &Path| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        name.map(|name| crate::model::nfc(&name).into_owned())
    };
    composed(a) == composed(b)
}

#[cfg(not(any(target_os = "macos", windows)))]
fn has_exact_name(_: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_matches_in_its_own_case_only() {
        let same = |a: &str, b: &str| is_same_name(Path::new(a), Path::new(b));
        assert!(same("/real/guides/a.en.md", "content/guides/a.en.md"));
        assert!(!same("/real/guides/A.en.md", "content/guides/a.en.md"));
        // macOS stores Hangul names decomposed.
        assert!(same("/real/\u{1112}\u{1161}\u{11ab}.ko.md", "content/한.ko.md"));
    }

    fn site() -> (tempfile::TempDir, Files) {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().canonicalize().expect("a path");
        fs::create_dir_all(root.join("content/guides")).expect("folders");
        fs::write(root.join(SETTINGS_FILE), "a").expect("a file");
        fs::write(root.join("content/guides/a.en.md"), "a").expect("a file");
        let files = Files::open(&root).expect("a site");
        (folder, files)
    }

    fn refresh(files: &mut Files, paths: &[&str]) -> Vec<String> {
        let paths = paths.iter().map(|path| files.real_root().join(path)).collect();
        let changed = files.refresh(&Touched::Paths(paths)).expect("readable");
        changed.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn edits_additions_and_removals_are_distinguished() {
        let (_folder, mut files) = site();
        let a = "content/guides/a.en.md";
        let b = "content/guides/b.en.md";
        assert!(refresh(&mut files, &[a]).is_empty(), "touched, but the same");
        fs::write(files.real_root().join(a), "b").expect("a file");
        assert_eq!(refresh(&mut files, &[a]), [a]);
        fs::rename(files.real_root().join(a), files.real_root().join(b)).expect("renamed");
        assert_eq!(refresh(&mut files, &[a, b]), [a, b]);
        assert_eq!(files.sources().find(a), None);
        assert!(files.sources().find(b).is_some());
        fs::remove_dir_all(files.real_root().join("content")).expect("removed");
        assert_eq!(refresh(&mut files, &["content"]), [b]);
    }

    #[test]
    fn a_rescan_finds_writes_that_leave_the_clock_alone() {
        let (_folder, mut files) = site();
        let a = files.real_root().join("content/guides/a.en.md");
        for text in ["b", "c", "d"] {
            fs::write(&a, text).expect("a file");
            assert_eq!(files.refresh(&Touched::Everything).expect("readable").len(), 1, "{text}");
        }
        assert!(files.refresh(&Touched::Everything).expect("readable").is_empty());
    }

    #[test]
    fn an_unreadable_root_changes_nothing() {
        let (_folder, mut files) = site();
        let settings = files.real_root().join(SETTINGS_FILE);
        fs::remove_file(&settings).expect("removed");
        let before = files.sources().iter().count();
        assert!(files.refresh(&Touched::Paths(vec![settings.clone()])).is_err());
        assert_eq!(files.sources().iter().count(), before);
        fs::write(&settings, "b").expect("a file");
        assert_eq!(files.refresh(&Touched::Paths(Vec::new())).expect("readable").len(), 1);
    }

    #[test]
    fn a_file_that_would_fill_the_memory_is_not_read() {
        let (_folder, mut files) = site();
        let film = files.real_root().join("content/film.mp4");
        let file = File::create(&film).expect("a file");
        file.set_len(super::super::LARGEST + 1).expect("a length that takes no room");
        let error = files.refresh(&Touched::Everything).expect_err("it is too large");
        assert!(error.to_string().contains("film.mp4"), "{error}");
        fs::remove_file(&film).expect("removed");
        assert!(files.refresh(&Touched::Everything).is_ok());
    }

    #[test]
    fn only_sources_concern_the_site() {
        let (_folder, files) = site();
        let concerns = |path: &str| files.concerns(&files.real_root().join(path));
        for path in ["guide.toml", "content", "content/guides/a.en.md", "static/.well-known/x"] {
            assert!(concerns(path), "{path}");
        }
        for path in ["site/index.html", "content/guides/.a.swp", "content/a.en.md~", ".git/HEAD"] {
            assert!(!concerns(path), "{path}");
        }
    }
}
