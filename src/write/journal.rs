//! The journal of a publication lists every change to the output folder before the first is
//! made. From the journal and the files in the stage the changes can be undone: at once after a
//! failure, by the next build after a kill.
//!
//! Removing the journal commits the changes. Until then, a build that finds the journal
//! restores the site of the build before.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use anyhow::Result;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    manifest::{FOLDER, is_below},
    regular_file,
};
use crate::error::{AppError, ErrorKind, Explain};

/// The journal's name in `.giljabi`.
const FILE: &str = "journal.json";

/// One change to the output folder. Paths are relative to it; those of new files and of backups
/// point into the stage.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum JournalStep {
    /// Renames somebody else's file.
    Displace { path: String, to: String },
    /// Moves a file of ours that is no longer needed into the stage.
    Remove { path: String, backup: String },
    /// Replaces one of our files, of which a backup is kept, with a new one.
    Replace { path: String, new: String, backup: String },
    /// Moves a new file, or a new folder with its content, to where nothing stands.
    Put { path: String, new: String },
}

/// The changes of one publication in phases. The changes of a phase may be made in any order,
/// after all changes of the phase before.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Journal {
    pub phases: Vec<Vec<JournalStep>>,
}

impl Journal {
    pub fn is_empty(&self) -> bool {
        self.phases.iter().all(Vec::is_empty)
    }

    /// Makes every change or none: if one fails, those that were made are undone. The
    /// journal is on the disk before the first change is made.
    ///
    /// # Errors
    /// Returns the first change that failed. If the changes could not be undone, the journal
    /// stays for the next build, and the error says so.
    pub fn carry_out(&self, out: &Path, stage: &Path) -> Result<(), Interrupted> {
        let unchanged = |error| Interrupted { error, restored: true };
        self.write(out, stage).map_err(unchanged)?;
        let carried_out = self.apply(out).and_then(|()| Journal::remove(out));
        carried_out.map_err(|error| match self.undo(out).and_then(|()| Journal::remove(out)) {
            Ok(()) => Interrupted { error, restored: true },
            Err(_) => {
                let error = AppError::with_cause(ErrorKind::NotRestored(out.into()), error);
                Interrupted { error, restored: false }
            }
        })
    }

    /// Returns whether a killed build left a journal in `out`.
    pub fn is_left(out: &Path) -> bool {
        out.join(FOLDER).join(FILE).symlink_metadata().is_ok()
    }

    /// Undoes the changes that a killed build made in `out`.
    pub fn recover(out: &Path) -> Result<()> {
        let path = out.join(FOLDER).join(FILE);
        if regular_file(&path)?.is_none() {
            return Ok(());
        }
        let text = fs::read(&path).or_fail(|| ErrorKind::Unreadable(path.clone()))?;
        let journal: Journal =
            serde_json::from_slice(&text).or_fail(|| ErrorKind::DamagedManifest(path.clone()))?;
        if !journal.phases.iter().flatten().all(JournalStep::stays_below) {
            return Err(AppError::without_cause(ErrorKind::DamagedManifest(path)));
        }
        journal.undo(out)?;
        Journal::remove(out)
    }

    fn write(&self, out: &Path, stage: &Path) -> Result<()> {
        let (path, new) = (out.join(FOLDER).join(FILE), stage.join(FILE));
        let written = serde_json::to_vec(self).map_err(io::Error::from).and_then(|text| {
            let mut file = File::create_new(&new)?;
            file.write_all(&text)?;
            file.sync_all()?;
            fs::rename(&new, &path)
        });
        written.or_fail(|| ErrorKind::Unwritable(path))
    }

    fn remove(out: &Path) -> Result<()> {
        let path = out.join(FOLDER).join(FILE);
        fs::remove_file(&path).or_fail(|| ErrorKind::Unremovable(path))
    }

    fn apply(&self, out: &Path) -> Result<()> {
        self.phases.iter().try_for_each(|phase| phase.par_iter().try_for_each(|s| s.apply(out)))
    }

    fn undo(&self, out: &Path) -> Result<()> {
        let mut phases = self.phases.iter().rev();
        phases.try_for_each(|phase| phase.par_iter().try_for_each(|step| step.undo(out)))
    }
}

/// A publication that failed.
pub struct Interrupted {
    pub error: anyhow::Error,
    /// True if the output folder is as it was before the build.
    pub restored: bool,
}

impl JournalStep {
    fn apply(&self, out: &Path) -> Result<()> {
        let at = |path: &str| out.join(path);
        match self {
            JournalStep::Displace { path, to } => rename(&at(path), &at(to), &at(path)),
            JournalStep::Remove { path, backup } => {
                let target = at(path);
                fs::rename(&target, at(backup)).or_fail(|| ErrorKind::Unremovable(target))?;
                remove_empty_folders(out, path);
                Ok(())
            }
            JournalStep::Replace { path, new, backup } => {
                let target = at(path);
                keep(&target, &at(backup)).or_fail(|| ErrorKind::Unwritable(target.clone()))?;
                rename(&at(new), &target, &target)
            }
            JournalStep::Put { path, new } => {
                let target = at(path);
                make_parent(&target)?;
                rename(&at(new), &target, &target)
            }
        }
    }

    /// Undoes the step, even if it was made only in part or not at all: a new file that is
    /// still in the stage was not moved, and a backup that does not exist is not needed.
    fn undo(&self, out: &Path) -> Result<()> {
        let at = |path: &str| out.join(path);
        match self {
            JournalStep::Displace { path, to } if exists(&at(to)) && !exists(&at(path)) => {
                rename(&at(to), &at(path), &at(path))
            }
            JournalStep::Remove { path, backup } if exists(&at(backup)) => {
                make_parent(&at(path))?;
                rename(&at(backup), &at(path), &at(path))
            }
            JournalStep::Replace { path, new, backup }
                if !exists(&at(new)) && exists(&at(backup)) =>
            {
                rename(&at(backup), &at(path), &at(path))
            }
            JournalStep::Put { path, new } if !exists(&at(new)) && exists(&at(path)) => {
                // Somebody may have removed the stage.
                make_parent(&at(new))?;
                rename(&at(path), &at(new), &at(path))?;
                remove_empty_folders(out, path);
                Ok(())
            }
            JournalStep::Displace { .. }
            | JournalStep::Remove { .. }
            | JournalStep::Replace { .. }
            | JournalStep::Put { .. } => Ok(()),
        }
    }

    /// Returns whether every path of the step stays below the output folder: an edited journal
    /// must not make us move other files.
    fn stays_below(&self) -> bool {
        match self {
            JournalStep::Displace { path, to } => is_below(path) && is_below(to),
            JournalStep::Remove { path, backup } => is_below(path) && is_below(backup),
            JournalStep::Replace { path, new, backup } => {
                [path, new, backup].iter().all(|p| is_below(p))
            }
            JournalStep::Put { path, new } => is_below(path) && is_below(new),
        }
    }
}

/// Returns `path` in the form of the journal: relative to the output folder, with `/`.
pub fn relative(out: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(out).unwrap_or(path).components();
    let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

/// Keeps the file at `target` as `backup`: as a hard link, or as a copy where the disk does not
/// support or allow one.
fn keep(target: &Path, backup: &Path) -> io::Result<()> {
    if fs::hard_link(target, backup).is_ok() {
        return Ok(());
    }
    // An incomplete copy must never be used as a backup.
    let part = backup.with_extension("part");
    fs::copy(target, &part)?;
    fs::rename(part, backup)
}

/// Renames `from` to `to`. An error names `named`.
fn rename(from: &Path, to: &Path, named: &Path) -> Result<()> {
    fs::rename(from, to).or_fail(|| ErrorKind::Unwritable(named.into()))
}

fn make_parent(target: &Path) -> Result<()> {
    let parent = target.parent().unwrap_or(target);
    fs::create_dir_all(parent).or_fail(|| ErrorKind::Unwritable(target.into()))
}

fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Removes those folders above the file at `path` that are empty now.
fn remove_empty_folders(out: &Path, path: &str) {
    let removed: PathBuf = out.join(path);
    for folder in removed.ancestors().skip(1).take_while(|folder| *folder != out) {
        if fs::remove_dir(folder).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    /// Returns every file below `out` with its text, except our notes.
    fn tree(out: &Path) -> BTreeMap<PathBuf, String> {
        let files = walkdir::WalkDir::new(out).into_iter().flatten();
        let files = files.filter(|entry| entry.file_type().is_file());
        let files = files.filter(|entry| !entry.path().starts_with(out.join(FOLDER)));
        files.map(|e| (e.path().into(), fs::read_to_string(e.path()).expect("text"))).collect()
    }

    /// Returns an output folder with some files and a journal that changes all of them.
    fn publication() -> (tempfile::TempDir, Journal) {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
            fs::write(path, text).expect("written");
        };
        write("index.html", "old");
        write("en/a/index.html", "old a");
        write("CNAME", "theirs");
        for (new, text) in [("0", "new"), ("1", "ours"), ("f/index.html", "new folder")] {
            write(&format!(".giljabi/stage-x/{new}"), text);
        }
        let stage = |name: &str| format!(".giljabi/stage-x/{name}");
        let phases = vec![
            vec![JournalStep::Displace { path: "CNAME".into(), to: "CNAME.before-giljabi".into() }],
            vec![JournalStep::Remove { path: "en/a/index.html".into(), backup: stage("b1") }],
            vec![
                JournalStep::Replace {
                    path: "index.html".into(),
                    new: stage("0"),
                    backup: stage("b0"),
                },
                JournalStep::Put { path: "CNAME".into(), new: stage("1") },
                JournalStep::Put { path: "en/b".into(), new: stage("f") },
            ],
        ];
        (folder, Journal { phases })
    }

    #[test]
    fn every_change_is_made() {
        let (folder, journal) = publication();
        let out = folder.path();
        let stage = out.join(".giljabi/stage-x");
        assert!(journal.carry_out(out, &stage).is_ok());
        let texts: Vec<String> = tree(out).into_values().collect();
        assert_eq!(texts, ["ours", "theirs", "new folder", "new"]);
        assert!(!out.join("en/a").exists() && !out.join(".giljabi/journal.json").exists());
    }

    #[test]
    fn a_change_that_fails_undoes_the_others() {
        let (folder, mut journal) = publication();
        let before = tree(folder.path());
        let nothing = JournalStep::Put { path: "x".into(), new: ".giljabi/stage-x/none".into() };
        journal.phases.push(vec![nothing]);
        let stage = folder.path().join(".giljabi/stage-x");
        let interrupted = journal.carry_out(folder.path(), &stage).expect_err("it fails");
        assert!(interrupted.restored);
        assert_eq!(tree(folder.path()), before);
    }

    #[test]
    fn a_stage_that_somebody_removed_is_no_obstacle() {
        let (folder, journal) = publication();
        let out = folder.path();
        journal.write(out, &out.join(".giljabi/stage-x")).expect("written");
        journal.apply(out).expect("applied");
        fs::remove_dir_all(out.join(".giljabi/stage-x")).expect("removed");
        Journal::recover(out).expect("recovered");
        let texts: Vec<String> = tree(out).into_values().collect();
        assert_eq!(texts, ["theirs", "new"], "what has no backup stays");
    }

    #[test]
    fn a_journal_cannot_be_made_to_move_other_files() {
        let (folder, _) = publication();
        let steps =
            r#"{"phases":[[{"put":{"path":"../precious","new":".giljabi/stage-x/none"}}]]}"#;
        fs::write(folder.path().join(".giljabi/journal.json"), steps).expect("written");
        assert!(Journal::recover(folder.path()).is_err());
    }

    proptest! {
        /// A build is killed after any number of changes, and the one that undoes them is
        /// killed as well. The next build then restores the last good site.
        #[test]
        fn an_interrupted_publication_is_undone(made in 0..=5_usize, undone in 0..=5_usize) {
            let (folder, journal) = publication();
            let out = folder.path();
            let before = tree(out);
            journal.write(out, &out.join(".giljabi/stage-x")).expect("written");
            let steps: Vec<&JournalStep> = journal.phases.iter().flatten().collect();
            for step in &steps[..made] {
                step.apply(out).expect("applied");
            }
            for step in steps.iter().rev().take(undone) {
                step.undo(out).expect("undone");
            }
            Journal::recover(out).expect("recovered");
            prop_assert_eq!(tree(out), before);
            prop_assert!(!out.join(".giljabi/journal.json").exists());
        }
    }
}
