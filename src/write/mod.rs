//! Writes a site, whole or not at all. An edge: all writing of `build` is here.
//!
//! New bytes are staged inside the output folder; only when every output is
//! there are they renamed into place. What giljabi did not write is never
//! removed, and a file whose bytes are right is not touched.

mod manifest;

use std::{
    ffi::OsStr,
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use anyhow::{Context, Result, anyhow, bail};
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use tempfile::TempDir;

use crate::model::OutPath;
use manifest::{FOLDER, Hash, Manifest, hash};

const LOCK: &str = "lock";

/// Files that a folder may hold and still count as empty.
const HARMLESS: [&str; 4] = [".gitignore", ".gitkeep", ".git", FOLDER];

/// An output folder that is being written to, and locked against other builds.
pub struct Publication {
    out: PathBuf,
    previous: Manifest,
    /// Present until the publication ends.
    stage: Option<TempDir>,
    /// The output folder was never published to: a failed build leaves no trace.
    first: bool,
    /// The output folder holds nothing but our notes: no file can be in the way.
    empty: bool,
    next: AtomicUsize,
    folders: Mutex<Folders>,
    _lock: File,
}

#[derive(Default)]
struct Folders {
    known: FxHashSet<PathBuf>,
    /// Made by this build, to be removed again should it fail.
    made: Vec<PathBuf>,
}

/// An output that has been compared with what is there.
pub struct Staged {
    path: OutPath,
    hash: Hash,
    /// The new bytes, where they differ from what is there.
    file: Option<PathBuf>,
}

/// What a build did to the output folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
    /// Files of ours that somebody changed since: no longer needed, but not ours
    /// to remove.
    pub kept: Vec<OutPath>,
    /// Other people's files that stood where a page must stand, and where they are now.
    pub moved: Vec<(PathBuf, PathBuf)>,
}

impl Publication {
    /// Opens `out`, which is made if need be. A folder that holds other files and
    /// was never built into is refused unless `force` is given.
    pub fn open(out: &Path, force: bool) -> Result<Publication> {
        let notes = out.join(FOLDER);
        if !notes.exists() {
            refuse_foreign(out, force)?;
        }
        fs::create_dir_all(&notes).with_context(|| unwritable(out))?;
        // What another build is doing to the folder is seen only once it is done.
        let lock = lock(&notes)?;
        let known = notes.join(manifest::FILE).exists();
        if !known {
            refuse_foreign(out, force)?;
        }
        sweep(&notes);
        let stage = tempfile::Builder::new().prefix("stage-").tempdir_in(&notes);
        Ok(Publication {
            previous: Manifest::read(out)?.unwrap_or_default(),
            stage: Some(stage.with_context(|| unwritable(&notes))?),
            first: !known,
            empty: foreign_entry(out)?.is_none(),
            next: AtomicUsize::new(0),
            folders: Mutex::default(),
            out: out.to_owned(),
            _lock: lock,
        })
    }

    /// Compares one output with what is there, and stages it when it differs.
    pub fn stage(&self, path: &OutPath, bytes: &[u8]) -> Result<Staged> {
        let target = self.out.join(path.as_str());
        let same = !self.empty && fs::read(&target).is_ok_and(|old| old == bytes);
        let staged = |file| Staged { path: path.clone(), hash: hash(bytes), file };
        if same {
            return Ok(staged(None));
        }
        if let Some(folder) = target.parent() {
            self.make_folder(folder)?;
        }
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let file = self.stage_folder().join(number.to_string());
        fs::write(&file, bytes).with_context(|| unwritable(&target))?;
        Ok(staged(Some(file)))
    }

    fn stage_folder(&self) -> &Path {
        self.stage.as_ref().map_or(&self.out, TempDir::path)
    }

    /// Makes a folder below the output folder, and those above it. A symbolic link
    /// on the way would lead our files out of it, and is refused.
    fn make_folder(&self, folder: &Path) -> Result<()> {
        if folder == self.out || self.folders().known.contains(folder) {
            return Ok(());
        }
        if let Some(above) = folder.parent() {
            self.make_folder(above)?;
        }
        let made = match fs::create_dir(folder) {
            Ok(()) => true,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if !fs::symlink_metadata(folder).is_ok_and(|found| found.is_dir()) {
                    bail!("{} is in the way: a folder must stand here", folder.display());
                }
                false
            }
            Err(error) => return Err(anyhow!(error).context(unwritable(folder))),
        };
        let mut folders = self.folders();
        folders.known.insert(folder.to_owned());
        if made {
            folders.made.push(folder.to_owned());
        }
        Ok(())
    }

    fn folders(&self) -> std::sync::MutexGuard<'_, Folders> {
        self.folders.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    /// Puts every staged output into place and removes what is no longer needed.
    pub fn commit(mut self, staged: Vec<Staged>) -> Result<Summary> {
        let mut summary = Summary::default();
        let current = Manifest {
            files: staged.iter().map(|file| (file.path.clone(), file.hash.clone())).collect(),
        };
        // Should the machine stop half-way, both old and new files are known as ours.
        let mut both = self.previous.clone();
        both.files.extend(current.files.clone());
        both.write(&self.out)?;
        if !self.empty {
            summary.moved = self.move_others_aside(&staged)?;
        }
        staged.par_iter().try_for_each(|file| match &file.file {
            Some(from) => self.put(from, &file.path),
            None => Ok(()),
        })?;
        summary.written = staged.iter().filter(|file| file.file.is_some()).count();
        summary.unchanged = staged.len() - summary.written;
        self.prune(&current, &mut summary)?;
        current.write(&self.out)?;
        self.keep();
        Ok(summary)
    }

    fn put(&self, from: &Path, path: &OutPath) -> Result<()> {
        let target = self.out.join(path.as_str());
        fs::rename(from, &target).with_context(|| unwritable(&target))
    }

    /// Renames files that stand where ours must, and that we never wrote.
    fn move_others_aside(&self, staged: &[Staged]) -> Result<Vec<(PathBuf, PathBuf)>> {
        let mut moved = Vec::new();
        for file in staged.iter().filter(|file| file.file.is_some()) {
            let target = self.out.join(file.path.as_str());
            if self.previous.files.contains_key(&file.path) || target.symlink_metadata().is_err() {
                continue;
            }
            let aside = free_name(&target);
            fs::rename(&target, &aside).with_context(|| unwritable(&target))?;
            moved.push((target, aside));
        }
        Ok(moved)
    }

    fn prune(&self, current: &Manifest, summary: &mut Summary) -> Result<()> {
        for (path, hash_then) in &self.previous.files {
            if current.files.contains_key(path) {
                continue;
            }
            let target = self.out.join(path.as_str());
            match fs::read(&target) {
                Err(_) => {}
                Ok(bytes) if hash(&bytes) == *hash_then && !self.leads_out(&target) => {
                    fs::remove_file(&target).with_context(|| unwritable(&target))?;
                    summary.removed += 1;
                    self.remove_empty_folders(&target);
                }
                Ok(_) => summary.kept.push(path.clone()),
            }
        }
        Ok(())
    }

    /// Whether a symbolic link stands on the way to `target`.
    fn leads_out(&self, target: &Path) -> bool {
        let own = target.ancestors().take_while(|path| *path != self.out);
        own.into_iter().any(|path| path.is_symlink())
    }

    fn remove_empty_folders(&self, removed: &Path) {
        for folder in removed.ancestors().skip(1).take_while(|path| *path != self.out) {
            if fs::remove_dir(folder).is_err() {
                return;
            }
        }
    }

    /// The build succeeded: what it made stays.
    fn keep(&mut self) {
        self.folders.get_mut().unwrap_or_else(|poisoned| poisoned.into_inner()).made.clear();
        self.first = false;
    }
}

impl Drop for Publication {
    /// Removes what a failed build made, the innermost first. Folders that hold
    /// anything else are not empty, and stay.
    fn drop(&mut self) {
        drop(self.stage.take());
        let folders = self.folders.get_mut().unwrap_or_else(|poisoned| poisoned.into_inner());
        for folder in folders.made.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
        if self.first {
            let notes = self.out.join(FOLDER);
            let _ = fs::remove_file(notes.join(LOCK));
            let _ = fs::remove_dir(&notes);
            let _ = fs::remove_dir(&self.out);
        }
    }
}

/// Something in `out` that shows that the folder is somebody else's.
fn foreign_entry(out: &Path) -> Result<Option<PathBuf>> {
    let entries = match fs::read_dir(out) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(anyhow!(error).context(unwritable(out))),
    };
    for entry in entries {
        let name = entry.with_context(|| unwritable(out))?.file_name();
        if !HARMLESS.iter().any(|harmless| OsStr::new(harmless) == name) {
            return Ok(Some(PathBuf::from(name)));
        }
    }
    Ok(None)
}

fn refuse_foreign(out: &Path, force: bool) -> Result<()> {
    match foreign_entry(out)? {
        Some(name) if !force => bail!(
            "{} already holds other files ({}) and was not built by giljabi\n  choose another \
             --out, or add --force to build beside them; nothing of theirs is deleted",
            out.display(),
            name.display()
        ),
        _ => Ok(()),
    }
}

fn lock(notes: &Path) -> Result<File> {
    let path = notes.join(LOCK);
    let file = File::create(&path).with_context(|| unwritable(&path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => {
            bail!("another build is writing to {}", notes.parent().unwrap_or(notes).display())
        }
        Err(TryLockError::Error(error)) => Err(anyhow!(error).context(unwritable(&path))),
    }
}

/// Removes what a build that was killed left behind.
fn sweep(notes: &Path) {
    for entry in fs::read_dir(notes).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with("stage-") {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// `index.html.before-giljabi`, or the first such name that is free.
fn free_name(target: &Path) -> PathBuf {
    let name = |number: usize| {
        let mut name = target.as_os_str().to_owned();
        name.push(".before-giljabi");
        if number > 1 {
            name.push(format!("-{number}"));
        }
        PathBuf::from(name)
    };
    (1..).map(name).find(|path| path.symlink_metadata().is_err()).unwrap_or_else(|| name(0))
}

fn unwritable(path: &Path) -> String {
    format!("cannot write {}", path.display())
}
