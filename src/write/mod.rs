//! Writes a site, completely or not at all, and the ledgers of translations. All writing of
//! `build` and `accept` happens here, at the edge of the program.
//!
//! New bytes are staged inside the output folder. When every output is staged and no obstacle
//! is found, the files are renamed into place, all or none: a journal lists every change before
//! the first is made. Files that giljabi did not write are never removed, and a file that has
//! the right bytes already is not touched.

mod case_collisions;
mod changes;
mod commit;
mod compress;
mod displaced;
mod folders;
mod journal;
mod ledger;
mod manifest;
mod new_folders;
mod new_sources;
mod plan;

use std::{
    collections::BTreeSet,
    ffi::OsStr,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use anyhow::Result;
use tempfile::TempDir;

use crate::{
    error::{AppError, ErrorKind, Explain},
    model::OutPath,
    pipeline::PreviousBuild,
};
pub use changes::ChangedPages;
use compress::Coding;
use folders::Folders;
use journal::Journal;
pub use ledger::{update_ledger, write_source};
use manifest::{BuildManifest, FOLDER, Hash, hash};
use new_folders::NewFolders;
pub use new_sources::{change_sources, create_sources};

/// The number of folders in the stage that new files are distributed over.
const SHARDS: usize = 16;

/// The folder in the stage in which new folders are made.
const NEW_FOLDERS: &str = "folders";

/// Files that a folder may have and still count as empty.
const HARMLESS: [&str; 4] = [".gitignore", ".gitkeep", ".git", FOLDER];

/// The most bytes that disks take for one name.
const LONGEST_NAME: usize = 255;

/// An output folder that is being written to, and locked against other builds.
pub struct Publication {
    out: PathBuf,
    previous: Arc<BuildManifest>,
    /// Pages of earlier builds that have neither a page nor a redirect now.
    lost: BTreeSet<OutPath>,
    /// The path of the assets folder below the output folder.
    assets: String,
    /// True if the output folder has been published to before.
    is_published: bool,
    /// True if the output folder holds nothing but our notes, so that no file can be in the
    /// way.
    empty: bool,
    next: AtomicUsize,
    new_folders: NewFolders,
    /// The path of the stage.
    waiting: PathBuf,
    // The fields below are dropped in this order: the stage lies in a folder that may have to
    // be removed, and the lock must be held until then.
    stage: TempDir,
    folders: Folders,
    _lock: File,
}

/// An output that has been compared with the file in the output folder.
pub struct Staged {
    path: OutPath,
    hash: Hash,
    /// The new bytes, if they differ from those of the file.
    new: Option<New>,
    /// The key of the file if it has one: a hash of its inputs.
    key: Option<String>,
    /// True if the file differs from what the last build wrote.
    edited: bool,
}

/// A new file in the stage.
enum New {
    Alone(PathBuf),
    /// Inside a folder that is new as well, and moved into place with it.
    InFolder(PathBuf),
}

impl New {
    fn path(&self) -> &Path {
        let (New::Alone(path) | New::InFolder(path)) = self;
        path
    }
}

/// Returns the bytes of the regular file at `path`. Nothing else is opened: a pipe would block,
/// and a link would lead elsewhere.
fn read(path: &Path) -> Option<Vec<u8>> {
    regular_file(path).ok().flatten().and_then(|()| fs::read(path).ok())
}

/// Returns whether a file stands at `path`.
///
/// # Errors
/// Fails if something else stands there: a link, a pipe, a device or a folder.
fn regular_file(path: &Path) -> Result<Option<()>> {
    match path.symlink_metadata() {
        Ok(found) if found.is_file() => Ok(Some(())),
        Ok(_) => Err(AppError::without_cause(ErrorKind::SpecialFile(path.into()))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(AppError::with_cause(ErrorKind::Unreadable(path.into()), error)),
    }
}

/// Returns whether the folder of our notes is there.
///
/// # Errors
/// Fails if something else stands there: through a link we would write elsewhere.
fn is_folder(notes: &Path) -> Result<bool> {
    match notes.symlink_metadata() {
        Ok(found) if found.is_dir() => Ok(true),
        Ok(_) => Err(AppError::without_cause(ErrorKind::FileInTheWay(notes.into()))),
        Err(_) => Ok(false),
    }
}

/// Puts the last good site back into `out`, if a build that was killed left a journal there.
pub fn recover(out: &Path) -> Result<()> {
    let notes = out.join(FOLDER);
    if !is_folder(&notes)? || !Journal::is_left(out) {
        return Ok(());
    }
    let _lock = Folders::default().lock(&notes)?;
    Journal::recover(out)
}

/// Returns `path` as an output below `out`.
fn out_path(out: &Path, path: &Path) -> Option<OutPath> {
    path.strip_prefix(out).ok()?.to_str().map(|path| OutPath::new(path.to_owned()))
}

/// Returns the published build that the manifest `file` describes.
pub fn published(file: &Path) -> Result<PreviousBuild> {
    let manifest = BuildManifest::read_file(file)?;
    let manifest =
        manifest.ok_or_else(|| AppError::without_cause(ErrorKind::NoManifest(file.into())))?;
    Ok(manifest.build())
}

/// Returns the published build in the folder `out`.
pub fn published_in(out: &Path) -> Result<PreviousBuild> {
    published(&out.join(FOLDER).join(manifest::FILE))
}

/// The result of a publication.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
    /// Files of ours that somebody has changed since. They are no longer needed, but are not
    /// removed, because the changes are not ours.
    pub left_edited: Vec<OutPath>,
    /// Files of ours that somebody has changed since, and that were written again.
    pub replaced: Vec<OutPath>,
    /// Other people's files in the place of a page: the old path of each, and the new one.
    pub moved: Vec<(PathBuf, PathBuf)>,
}

impl Staged {
    /// Returns whether the output was taken from the last build, because its inputs are the
    /// same.
    pub fn is_kept(&self) -> bool {
        self.key.is_some() && self.new.is_none()
    }
}

impl Publication {
    /// Opens `out`, which is made if it does not exist. A folder with other files that was
    /// never built into is refused unless `force` is given.
    pub fn open(out: &Path, force: bool) -> Result<Publication> {
        let notes = out.join(FOLDER);
        if !is_folder(&notes)? {
            refuse_foreign(out, force)?;
        }
        let folders = Folders::default();
        folders.make_all(&notes).or_fail(|| ErrorKind::Unwritable(out.into()))?;
        // Changes by another build are visible only when it has finished.
        let lock = folders.lock(&notes)?;
        Journal::recover(out)?;
        let previous = BuildManifest::read(out)?;
        if previous.is_none() {
            refuse_foreign(out, force)?;
        }
        sweep(&notes);
        let stage = stage(&notes).or_fail(|| ErrorKind::Unwritable(notes.clone()))?;
        let is_published = previous.is_some();
        let previous = Arc::new(previous.unwrap_or_default());
        // The path below the output folder as it was given: the journal's paths are relative to
        // that.
        let waiting = notes.join(stage.path().file_name().unwrap_or_default());
        Ok(Publication {
            is_published,
            new_folders: NewFolders::new(out, waiting.join(NEW_FOLDERS), previous.clone()),
            previous,
            lost: BTreeSet::new(),
            assets: String::new(),
            waiting,
            stage,
            empty: foreign_entry(out)?.is_none(),
            next: AtomicUsize::new(0),
            folders,
            out: out.to_owned(),
            _lock: lock,
        })
    }

    /// Compares one output with the file in the output folder, and stages it when it differs.
    pub fn stage(&self, path: &OutPath, bytes: &[u8]) -> Result<Staged> {
        let target = self.out.join(path.as_str());
        let old = if self.empty { None } else { read(&target) };
        let unchanged = old.as_ref().is_some_and(|old| old == bytes);
        let then = self.previous.files.get(path);
        let edited = !unchanged && old.zip(then).is_some_and(|(old, then)| hash(&old) != *then);
        let staged = |new| Staged { path: path.clone(), hash: hash(bytes), new, key: None, edited };
        if unchanged {
            return Ok(staged(None));
        }
        check_names(path, &target)?;
        let new = self.place(&target)?;
        match fs::write(new.path(), bytes) {
            Err(error) if error.kind() == io::ErrorKind::IsADirectory => {
                Err(AppError::without_cause(ErrorKind::FolderInTheWay(target)))
            }
            written => {
                written.or_fail(|| ErrorKind::Unwritable(target))?;
                Ok(staged(Some(new)))
            }
        }
    }

    /// Returns the place in the stage for the new bytes of `target`.
    fn place(&self, target: &Path) -> Result<New> {
        let staged = target.parent().map_or(Ok(None), |folder| self.new_folders.stage(folder))?;
        if let (Some(folder), Some(name)) = (staged, target.file_name()) {
            return Ok(New::InFolder(folder.join(name)));
        }
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let shard = (number % SHARDS).to_string();
        Ok(New::Alone(self.waiting.join(shard).join(number.to_string())))
    }
}

impl Publication {
    /// Returns the files that earlier builds published here.
    pub fn earlier(&self) -> PreviousBuild {
        self.previous.build()
    }

    /// Records outputs of earlier builds that are missing, for later builds.
    pub fn remember(&mut self, lost: BTreeSet<OutPath>) {
        self.lost = lost;
    }

    /// Sets the published assets folder. If the last build had another, it stays until the next
    /// publication, for pages that are open in browsers or stored by caches.
    pub fn set_assets_folder(&mut self, folder: &str) {
        self.assets = folder.trim_start_matches('/').to_owned();
    }

    /// Returns whether `path` lies in the assets folder of the last build, if that is another
    /// one than now.
    fn is_earlier_asset(&self, path: &OutPath) -> bool {
        let earlier = self.previous.assets.as_str();
        !earlier.is_empty() && earlier != self.assets && path.as_str().starts_with(earlier)
    }

    /// Returns an output that the last build made from the same `key` and that is unchanged in
    /// the output folder, so that it need not be made again.
    pub fn reuse(&self, path: &OutPath, key: &str) -> Option<Staged> {
        let hash_then = self.previous.files.get(path)?;
        if self.previous.keys.get(path)? != key {
            return None;
        }
        let bytes = read(&self.out.join(path.as_str()))?;
        let staged = Staged {
            path: path.clone(),
            hash: hash(&bytes),
            new: None,
            key: Some(key.to_owned()),
            edited: false,
        };
        (staged.hash == *hash_then).then_some(staged)
    }

    /// Stages like [`Publication::stage`], and records the key of the output's inputs.
    pub fn stage_made(&self, path: &OutPath, key: String, bytes: &[u8]) -> Result<Staged> {
        Ok(Staged { key: Some(key), ..self.stage(path, bytes)? })
    }

    /// Stages the compressed forms of the output at `path`, if they are worth it.
    pub fn stage_compressed(&self, path: &OutPath, bytes: &[u8]) -> Result<Vec<Staged>> {
        if !compress::is_worth_it(path.as_str(), bytes) {
            return Ok(Vec::new());
        }
        let one = |coding: Coding| {
            let path = OutPath::new([path.as_str(), coding.ending()].concat());
            let key = hash(bytes);
            match self.reuse(&path, &key) {
                Some(staged) => Ok(staged),
                None => self.stage_made(&path, key, &coding.compress(bytes)),
            }
        };
        Coding::ALL.into_iter().map(one).collect()
    }
}

/// Refuses names that no disk takes, before anything is changed.
fn check_names(path: &OutPath, target: &Path) -> Result<()> {
    match path.as_str().split('/').find(|name| name.len() > LONGEST_NAME) {
        Some(name) => Err(AppError::without_cause(ErrorKind::LongName {
            path: target.into(),
            bytes: name.len(),
            most: LONGEST_NAME,
        })),
        None => Ok(()),
    }
}

/// Returns an entry of `out` that shows that the folder is somebody else's.
fn foreign_entry(out: &Path) -> Result<Option<PathBuf>> {
    let entries = match fs::read_dir(out) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(AppError::with_cause(ErrorKind::Unwritable(out.into()), error)),
    };
    for entry in entries {
        let name = entry.or_fail(|| ErrorKind::Unwritable(out.into()))?.file_name();
        if !HARMLESS.iter().any(|harmless| OsStr::new(harmless) == name) {
            return Ok(Some(PathBuf::from(name)));
        }
    }
    Ok(None)
}

fn refuse_foreign(out: &Path, force: bool) -> Result<()> {
    match foreign_entry(out)? {
        Some(found) if !force => {
            Err(AppError::without_cause(ErrorKind::ForeignFiles { out: out.into(), found }))
        }
        _ => Ok(()),
    }
}

/// Removes the files that a killed build left behind.
fn sweep(notes: &Path) {
    for entry in fs::read_dir(notes).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with("stage-") {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Makes the stage. New files are distributed over several folders, because threads that create
/// files in one folder wait for each other.
fn stage(notes: &Path) -> io::Result<TempDir> {
    let stage = tempfile::Builder::new().prefix("stage-").tempdir_in(notes)?;
    for shard in 0..SHARDS {
        fs::create_dir(stage.path().join(shard.to_string()))?;
    }
    fs::create_dir(stage.path().join(NEW_FOLDERS))?;
    Ok(stage)
}
