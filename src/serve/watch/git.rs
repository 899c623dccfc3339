//! Git's lock, which exists while Git changes the working tree.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

/// The longest wait for a branch switch. A lock that is older was left behind by a Git that
/// has crashed, or belongs to one that waits for somebody.
pub const LONGEST_SWITCH: Duration = Duration::from_secs(10);

/// The lock of the working tree that the guide is in.
#[derive(Debug)]
pub struct GitLock {
    path: PathBuf,
    /// The creation time of the lock that is ignored.
    given_up: Option<SystemTime>,
}

/// The state of the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    No,
    Yes,
    /// It is too old; reported once for each lock.
    Forgotten,
}

impl GitLock {
    /// Returns the lock of the working tree around `root`, if there is one.
    pub fn find(root: &Path) -> Option<GitLock> {
        let git = root.ancestors().find_map(|folder| git_folder(folder, &folder.join(".git")))?;
        Some(GitLock { path: git.join("index.lock"), given_up: None })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns whether Git is at work now.
    pub fn look(&mut self) -> Held {
        let made = fs::metadata(&self.path).and_then(|metadata| metadata.modified());
        let Ok(made) = made else { return Held::No };
        if self.given_up == Some(made) {
            return Held::No;
        }
        match made.elapsed() {
            Ok(age) if age >= LONGEST_SWITCH => self.give_up(),
            // If the clock is set back, the lock never gets old; the wait has its own limit.
            Ok(_) | Err(_) => Held::Yes,
        }
    }

    /// Waits no longer for the lock that is there.
    pub fn give_up(&mut self) -> Held {
        let made = fs::metadata(&self.path).and_then(|metadata| metadata.modified());
        self.given_up = made.ok();
        Held::Forgotten
    }
}

/// Returns Git's folder for `folder`: `.git`, or, in a linked working tree or a submodule,
/// the one that the file `.git` names.
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
    fn a_lock_that_was_left_behind_is_waited_for_no_more() {
        let folder = tempfile::tempdir().expect("a folder");
        let guide = folder.path().join("docs/guide");
        fs::create_dir_all(folder.path().join(".git")).expect("folders");
        fs::create_dir_all(&guide).expect("folders");
        let mut lock = GitLock::find(&guide).expect("a working tree");
        assert_eq!(lock.look(), Held::No);
        let path = folder.path().join(".git/index.lock");
        aged(&path, Duration::ZERO);
        assert_eq!(lock.look(), Held::Yes);
        aged(&path, Duration::from_secs(3600));
        assert_eq!((lock.look(), lock.look()), (Held::Forgotten, Held::No));
        aged(&path, Duration::from_secs(1));
        assert_eq!(lock.look(), Held::Yes, "another one");
        assert_eq!((lock.give_up(), lock.look()), (Held::Forgotten, Held::No));
    }

    #[test]
    fn a_linked_working_tree_has_its_lock_elsewhere() {
        let folder = tempfile::tempdir().expect("a folder");
        let real = folder.path().join("main/.git/worktrees/b");
        fs::create_dir_all(&real).expect("folders");
        fs::create_dir(folder.path().join("b")).expect("a folder");
        let link = folder.path().join("b/.git");
        fs::write(&link, format!("gitdir: {}\n", real.display())).expect("a file");
        let lock = GitLock::find(&folder.path().join("b")).expect("a working tree");
        assert_eq!(lock.path(), real.join("index.lock"));
        fs::write(&link, "gitdir: ../main/.git/worktrees/b\n").expect("a file");
        let lock = GitLock::find(&folder.path().join("b")).expect("a working tree");
        assert!(lock.path().ends_with("main/.git/worktrees/b/index.lock"));
    }
}
