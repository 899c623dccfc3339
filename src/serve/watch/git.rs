//! Lock files, which exist while Git or a command of ours changes the working tree.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

/// The longest wait for Git. An older lock was left behind by a crash, or belongs to a Git that
/// waits for its user.
pub const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// A file that exists while a program changes the working tree: Git's lock, or that of a command
/// of ours.
#[derive(Debug)]
pub struct LockFile {
    path: PathBuf,
    /// The creation time of a lock that is ignored.
    given_up: Option<SystemTime>,
}

/// The state of the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockState {
    Free,
    Held,
    /// The lock is too old; returned once for each lock.
    Stale,
}

impl LockFile {
    /// Returns the lock of the working tree around `root`, if there is one.
    pub fn find(root: &Path) -> Option<LockFile> {
        let git = root.ancestors().find_map(|folder| git_folder(folder, &folder.join(".git")))?;
        Some(LockFile { path: git.join("index.lock"), given_up: None })
    }

    /// Returns the lock at `path`.
    pub fn at(path: PathBuf) -> LockFile {
        LockFile { path, given_up: None }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns whether the lock is held now.
    pub fn look(&mut self) -> LockState {
        let made = fs::metadata(&self.path).and_then(|metadata| metadata.modified());
        let Ok(made) = made else { return LockState::Free };
        if self.given_up == Some(made) {
            return LockState::Free;
        }
        match made.elapsed() {
            Ok(age) if age >= LONGEST_WAIT => self.give_up(),
            // If the clock is set back, the lock never gets old, but the wait has a limit of
            // its own.
            Ok(_) | Err(_) => LockState::Held,
        }
    }

    /// Ignores the present lock from now on.
    pub fn give_up(&mut self) -> LockState {
        let made = fs::metadata(&self.path).and_then(|metadata| metadata.modified());
        self.given_up = made.ok();
        LockState::Stale
    }
}

/// Returns Git's folder for `folder`: `.git`, or the folder that the file `.git` names in a
/// linked working tree or a submodule.
fn git_folder(folder: &Path, git: &Path) -> Option<PathBuf> {
    if git.is_dir() {
        return Some(git.to_owned());
    }
    let written = fs::read_to_string(git).ok()?;
    let named = written.strip_prefix("gitdir:")?.trim();
    Some(folder.join(named))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn aged(lock: &Path, age: Duration) {
        let file = fs::File::create(lock).expect("a lock");
        file.set_modified(SystemTime::now() - age).expect("its time");
    }

    #[test]
    fn an_old_lock_is_ignored() {
        let folder = tempfile::tempdir().expect("a folder");
        let guide = folder.path().join("docs/guide");
        fs::create_dir_all(folder.path().join(".git")).expect("folders");
        fs::create_dir_all(&guide).expect("folders");
        let mut lock = LockFile::find(&guide).expect("a working tree");
        assert_eq!(lock.look(), LockState::Free);
        let path = folder.path().join(".git/index.lock");
        aged(&path, Duration::ZERO);
        assert_eq!(lock.look(), LockState::Held);
        aged(&path, Duration::from_secs(3600));
        assert_eq!((lock.look(), lock.look()), (LockState::Stale, LockState::Free));
        aged(&path, Duration::from_secs(1));
        assert_eq!(lock.look(), LockState::Held, "another one");
        assert_eq!((lock.give_up(), lock.look()), (LockState::Stale, LockState::Free));
    }

    #[test]
    fn the_lock_of_a_linked_working_tree_is_found() {
        let folder = tempfile::tempdir().expect("a folder");
        let real = folder.path().join("main/.git/worktrees/b");
        fs::create_dir_all(&real).expect("folders");
        fs::create_dir(folder.path().join("b")).expect("a folder");
        let link = folder.path().join("b/.git");
        fs::write(&link, format!("gitdir: {}\n", real.display())).expect("a file");
        let lock = LockFile::find(&folder.path().join("b")).expect("a working tree");
        assert_eq!(lock.path(), real.join("index.lock"));
        fs::write(&link, "gitdir: ../main/.git/worktrees/b\n").expect("a file");
        let lock = LockFile::find(&folder.path().join("b")).expect("a working tree");
        assert!(lock.path().ends_with("main/.git/worktrees/b/index.lock"));
    }
}
